extension DiagnosticExplanation {
  /// Tables, and what is looked up in them.
  static let tables: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "tables.empty",
      """
      The file of this table holds nothing. A table without a heading and rows has no figures \
      to give. Check that it was saved, and that the path names the right file.
      """),
    DiagnosticExplanation(
      "tables.no-heading",
      """
      The first row of a table names its columns, and here it is missing or holds a number. \
      Without names nobody can tell what a column is. Put a row such as `name,price [$/hour]` \
      on top.
      """),
    DiagnosticExplanation(
      "tables.heading",
      """
      A heading leaves no name for its column, or has only one of its two brackets. Columns \
      are asked for by name, and the brackets hold the unit of their figures. Write it as in \
      `price [$/hour]`.
      """),
    DiagnosticExplanation(
      "tables.duplicate",
      """
      Two columns have the same name once case and signs are left aside. A look-up could then \
      mean either. Rename one of them.
      """),
    DiagnosticExplanation(
      "tables.unit",
      """
      What stands in the brackets of a heading is no unit. Every figure of the column would be \
      read in it. Write a unit, such as `[$/hour]` or `[GB]`, or `[text]` for what is not to \
      be computed with.
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
      """),
    DiagnosticExplanation(
      "tables.quote",
      """
      A quote in this row is never closed, or it stands within a cell. Quotes go around a \
      whole cell, and one within it is written twice. Mend the row as in `"24"" screen"`.
      """),
    DiagnosticExplanation(
      "tables.number",
      """
      A cell is no number, and the others of its column are. Skipping it would change every \
      sum of the column. Write a plain number where the heading has the unit, and leave the \
      cell empty where the value is unknown.
      """),
    DiagnosticExplanation(
      "tables.date",
      """
      A cell is no date, and its column holds dates. Dates are written as `2026`, `2026-03` or \
      `2026-03-15`. Correct the cell, or write `[text]` behind the heading.
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
      """),
    DiagnosticExplanation(
      "tables.ambiguous",
      """
      Several rows have this text in the column that is looked up, and their figures may \
      differ. aic does not take the first. Look the row up by a column in which each text \
      stands once.
      """),
  ]
}
