extension DiagnosticExplanation {
  /// Tables, and what is looked up in them.
  static let tables: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "tables.empty",
      """
      The file of this table holds nothing. A table without a heading and rows has no figures \
      to give. Check that it was saved, and that the path names the right file.
      """,
      files: [
        SourceFile(name: "prices.csv", text: ""),
        SourceFile(name: "mended.csv", text: "name,price [$/hour]\nH100,2.50\nL4,0.70"),
      ],
      wrong: """
        import "prices.csv"
        """,
      mended: """
        import "mended.csv" as prices
        show prices["H100"].price
        """),
    DiagnosticExplanation(
      "tables.no-heading",
      """
      The first row of a table names its columns, and here it is missing or holds a number. \
      Without names nobody can tell what a column is. Put a row such as `name,price [$/hour]` \
      on top.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "H100,2.50\nL4,0.70"),
        SourceFile(name: "mended.csv", text: "name,price [$/hour]\nH100,2.50\nL4,0.70"),
      ],
      wrong: """
        import "prices.csv"
        """,
      mended: """
        import "mended.csv" as prices
        show prices["H100"].price
        """),
    DiagnosticExplanation(
      "tables.heading",
      """
      A heading leaves no name for its column, or has only one of its two brackets. Columns \
      are asked for by name, and the brackets hold the unit of their figures. Write it as in \
      `price [$/hour]`.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "name,price [$/hour\nH100,2.50"),
        SourceFile(name: "mended.csv", text: "name,price [$/hour]\nH100,2.50\nL4,0.70"),
      ],
      wrong: """
        import "prices.csv"
        """,
      mended: """
        import "mended.csv" as prices
        show prices["H100"].price
        """),
    DiagnosticExplanation(
      "tables.duplicate",
      """
      Two columns have the same name once case and signs are left aside. A look-up could then \
      mean either. Rename one of them.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "name,Name,price [$/hour]\nH100,a,2.50"),
        SourceFile(name: "mended.csv", text: "name,price [$/hour]\nH100,2.50\nL4,0.70"),
      ],
      wrong: """
        import "prices.csv"
        """,
      mended: """
        import "mended.csv" as prices
        show prices["H100"].price
        """),
    DiagnosticExplanation(
      "tables.unit",
      """
      What stands in the brackets of a heading is no unit. Every figure of the column would be \
      read in it. Write a unit, such as `[$/hour]` or `[GB]`, or `[text]` for what is not to \
      be computed with.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "name,price [$/hor]\nH100,2.50"),
        SourceFile(name: "mended.csv", text: "name,price [$/hour]\nH100,2.50\nL4,0.70"),
      ],
      wrong: """
        import "prices.csv"
        """,
      mended: """
        import "mended.csv" as prices
        show prices["H100"].price
        """),
    DiagnosticExplanation(
      "tables.encoding",
      """
      The file is not text in UTF-8. Letters and signs of other encodings would be read as \
      others, and currency signs are among them. Save it as CSV in UTF-8.
      """),
    DiagnosticExplanation(
      "tables.ragged",
      """
      This row has more or fewer cells than the heading, so its values would stand under the \
      wrong names. Mostly a cell holds a comma of its own. Put quotes around such a cell, and \
      leave an empty cell where there is no value.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "name,price [$/hour]\nH100, SXM,2.50"),
        SourceFile(name: "mended.csv", text: "name,price [$/hour]\nH100,2.50\nL4,0.70"),
      ],
      wrong: """
        import "prices.csv"
        """,
      mended: """
        import "mended.csv" as prices
        show prices["H100"].price
        """),
    DiagnosticExplanation(
      "tables.quote",
      """
      A quote in this row is never closed, or it stands within a cell. Quotes go around a \
      whole cell, and one within it is written twice. Mend the row as in `"24"" screen"`.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "name,price [$/hour]\n\"H100,2.50"),
        SourceFile(name: "mended.csv", text: "name,price [$/hour]\nH100,2.50\nL4,0.70"),
      ],
      wrong: """
        import "prices.csv"
        """,
      mended: """
        import "mended.csv" as prices
        show prices["H100"].price
        """),
    DiagnosticExplanation(
      "tables.number",
      """
      A cell is no number, and the others of its column are. Skipping it would change every \
      sum of the column. Write a plain number where the heading has the unit, and leave the \
      cell empty where the value is unknown.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "name,price [$/hour]\nH100,about 2"),
        SourceFile(name: "mended.csv", text: "name,price [$/hour]\nH100,2.50\nL4,0.70"),
      ],
      wrong: """
        import "prices.csv"
        """,
      mended: """
        import "mended.csv" as prices
        show prices["H100"].price
        """),
    DiagnosticExplanation(
      "tables.date",
      """
      A cell is no date, and its column holds dates. Dates are written as `2026`, `2026-03` or \
      `2026-03-15`. Correct the cell, or write `[text]` behind the heading.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "name,since [date]\nH100,May"),
        SourceFile(name: "mended.csv", text: "name,since [date]\nH100,2026-05"),
      ],
      wrong: """
        import "prices.csv"
        """,
      mended: """
        import "mended.csv" as prices
        show prices["H100"].since
        """),
    DiagnosticExplanation(
      "tables.truth",
      """
      A cell is neither `true` nor `false`, and its column holds these two. Other words for \
      them differ from table to table, so none is read as one. Correct the cell, or write \
      `[text]` behind the heading.
      """),
    DiagnosticExplanation(
      "tables.mixed",
      """
      The cells of one column are of different dimensions, such as money and time. A column is \
      computed with as a whole, so all of it must be of one. Split the column, or write \
      `[text]` behind its heading.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "name,price\nH100,$2.50/hour\nL4,80 GB"),
        SourceFile(name: "mended.csv", text: "name,price [$/hour]\nH100,2.50\nL4,0.70"),
      ],
      wrong: """
        import "prices.csv"
        """,
      mended: """
        import "mended.csv" as prices
        show prices["H100"].price
        """),
    DiagnosticExplanation(
      "tables.limit",
      """
      The table has more columns or cells, or a longer row, than the limit in the message. The \
      limit keeps time and memory in bounds whatever is read. Cut the table to what the script \
      needs.
      """),
    DiagnosticExplanation(
      "tables.column",
      """
      The table has no column of this name. Its names are those of the first row, without the \
      units in brackets. Correct the name; the help offers near ones or lists them.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "name,price [$/hour]\nH100,2.50\nL4,0.70")
      ],
      wrong: """
        import "prices.csv"
        show sum(prices.cost)
        """,
      mended: """
        import "prices.csv"
        show sum(prices.price)
        """),
    DiagnosticExplanation(
      "tables.key-kind",
      """
      A row is looked up by text, in a column that does not hold text. A cell such as `2026` \
      may be a number or a date there, so no text is equal to it. Write `[text]` behind the \
      heading of that column.
      """),
    DiagnosticExplanation(
      "tables.key",
      """
      No row has this text in the column that is looked up. aic does not take the nearest one, \
      because its figures are those of another thing. Correct the text; the help offers near \
      ones.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "name,price [$/hour]\nH100,2.50\nL4,0.70")
      ],
      wrong: """
        import "prices.csv"
        show prices["H10"].price
        """,
      mended: """
        import "prices.csv"
        show prices["H100"].price
        """),
    DiagnosticExplanation(
      "tables.ambiguous",
      """
      Several rows have this text in the column that is looked up, and their figures may \
      differ. aic does not take the first. Look the row up by a column in which each text \
      stands once.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "name,price [$/hour]\nH100,2.50\nH100,2.10")
      ],
      wrong: """
        import "prices.csv"
        show prices["H100"].price
        """,
      mended: """
        import "prices.csv"
        show min([p.price for p in prices if p.name == "H100"])
        """),
    DiagnosticExplanation(
      "tables.empty-cell",
      """
      A whole column was asked for, and one of its cells is empty. Leaving the row out would \
      change every sum and mean without a word. Fill the cell, or take the rows you mean one \
      by one.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "name,price [$/hour]\nH100,2.50\nL4,")
      ],
      wrong: """
        import "prices.csv"
        show sum(prices.price)
        """,
      mended: """
        import "prices.csv"
        show prices["H100"].price
        """),
    DiagnosticExplanation(
      "tables.key-text",
      """
      A row is looked up by a text that holds a figure, and the figure is known only when the \
      file runs. Which row it is must be known before. Write the key without `{ }`.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "name,price [$/hour]\nH100,2.50\nL4,0.70")
      ],
      wrong: """
        import "prices.csv"
        n = 4
        show prices["L{n}"].price
        """,
      mended: """
        import "prices.csv"
        show prices["L4"].price
        """),
    DiagnosticExplanation(
      "tables.no-key",
      """
      This table has no column of texts, so there is nothing to look a row up by. Rows have \
      numbers as well, from 0. Use one, or add a column of names.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "batch,price [$/hour]\n8,2.50")
      ],
      wrong: """
        import "prices.csv"
        show prices["8"].price
        """,
      mended: """
        import "prices.csv"
        show prices[0].price
        """),
  ]
}
