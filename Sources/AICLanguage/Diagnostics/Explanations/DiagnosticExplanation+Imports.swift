extension DiagnosticExplanation {
  /// Imports of other files.
  static let imports: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "imports.catalogue-headings",
      """
      A table that is imported `as catalogue` adds entries to the catalogue, and its headings \
      must be those of one of the catalogue's own tables, units included: figures are read in \
      those units. `aic catalog --help` tells the tables and how each is known. To read a table \
      of another form, import it under a name of its own.
      """,
      files: [
        SourceFile(
          name: "ours.csv",
          text: "name,vendor,class,year,memory [TB],source\nX1,us,gpu,2026,0.1,data sheet\n"),
        SourceFile(
          name: "mended.csv",
          text: "name,vendor,class,year,memory [GB],source\nX1,us,gpu,2026,100,data sheet\n"),
      ],
      wrong: """
        import "ours.csv" as catalogue
        """,
      mended: """
        import "mended.csv" as catalogue
        show X1.memory
        """),
    DiagnosticExplanation(
      "imports.catalogue-row",
      """
      A row of a table that is imported `as catalogue` cannot be true, or lacks what an entry \
      must have. The rows are checked like the catalogue's own: numbers that are no numbers, a \
      device that nobody knows, a spot price over the on-demand price are refused with their \
      line. Correct the row.
      """,
      files: [
        SourceFile(
          name: "ours.csv",
          text: "name,vendor,class,year,memory [GB],source\nX1,us,gpu,2026,0,data sheet\n"),
        SourceFile(
          name: "mended.csv",
          text: "name,vendor,class,year,memory [GB],source\nX1,us,gpu,2026,100,data sheet\n"),
      ],
      wrong: """
        import "ours.csv" as catalogue
        """,
      mended: """
        import "mended.csv" as catalogue
        show X1.memory
        """),
    DiagnosticExplanation(
      "imports.missing",
      """
      The file of this import is not there. Paths begin in the folder of the file that \
      imports. Correct the path, or put the file there.
      """,
      files: [SourceFile(name: "base.aic", text: "price = $2/hour")],
      wrong: """
        import "bace.aic" as base
        show base.price
        """,
      mended: """
        import "base.aic"
        show base.price
        """),
    DiagnosticExplanation(
      "imports.outside",
      """
      The path leads out of the folder of the file that was run. A script reads files of its \
      own folder and of those below it, and nothing else, so that it can be run without fear \
      of what it reads. Move the file into that folder.
      """,
      files: [SourceFile(name: "base.aic", text: "price = $2/hour")],
      wrong: """
        import "../base.aic"
        show base.price
        """,
      mended: """
        import "base.aic"
        show base.price
        """),
    DiagnosticExplanation(
      "imports.unreadable",
      """
      There is something of this name, and it cannot be read: it may be a folder, or closed to \
      you. aic computes with all of a file or not at all. Name a file, or change who may read \
      it.
      """,
      files: [SourceFile(name: "prices/base.aic", text: "price = $2/hour")],
      wrong: """
        import "prices" as base
        show base.price
        """,
      mended: """
        import "prices/base.aic"
        show base.price
        """),
    DiagnosticExplanation(
      "imports.format",
      """
      Only scripts, which end in `.aic`, and tables, which end in `.csv`, can be imported. aic \
      does not guess the format of another file. Save a spreadsheet as `.csv` first.
      """,
      files: [
        SourceFile(name: "base.aic", text: "price = $2/hour"),
        SourceFile(name: "base.xlsx", text: "2"),
      ],
      wrong: """
        import "base.xlsx"
        show base.price
        """,
      mended: """
        import "base.aic"
        show base.price
        """),
    DiagnosticExplanation(
      "imports.path",
      """
      The path of an import has a figure in braces, which is only known when it is computed. \
      Which files a script reads must be known before anything is computed. Write the path as \
      it is.
      """,
      files: [SourceFile(name: "prices2026.aic", text: "price = $2/hour")],
      wrong: """
        year = 2026
        import "prices{year}.aic" as prices
        """,
      mended: """
        import "prices2026.aic" as prices
        show prices.price
        """),
    DiagnosticExplanation(
      "imports.name",
      """
      What a file is called becomes the name of its import, and this one cannot be a name. \
      Names begin with a letter. Give the import a name with `as`.
      """,
      files: [SourceFile(name: "2026.aic", text: "price = $2/hour")],
      wrong: """
        import "2026.aic"
        """,
      mended: """
        import "2026.aic" as prices
        show prices.price
        """),
    DiagnosticExplanation(
      "imports.circle",
      """
      Files import each other in a circle, so none of them can be computed first. Everything \
      is defined before it is used, also across files. Move what both need into a file of its \
      own.
      """,
      files: [
        SourceFile(name: "costs.aic", text: "import \"hours.aic\""),
        SourceFile(name: "hours.aic", text: "import \"costs.aic\""),
        SourceFile(name: "both.aic", text: "hours = 730 hours"),
      ],
      wrong: """
        import "costs.aic"
        """,
      mended: """
        import "both.aic"
        show both.hours
        """),
    DiagnosticExplanation(
      "imports.deep",
      """
      Files import files more than 32 deep. The limit keeps time and memory in bounds, and \
      nobody follows such a chain. Import what is needed directly.
      """,
      files: (1...32).map {
        SourceFile(name: "level\($0).aic", text: "import \"level\($0 + 1).aic\"")
      } + [SourceFile(name: "level33.aic", text: "price = $2/hour")],
      wrong: """
        import "level1.aic"
        """,
      mended: """
        import "level33.aic"
        show level33.price
        """),
    DiagnosticExplanation(
      "imports.replacement",
      """
      An import of a table was given cells to replace, and a table has none: only a module's \
      assumptions can be replaced. Leave `with` out, and use the table's figures where a cell \
      needs them.
      """,
      files: [
        SourceFile(name: "prices.csv", text: "name,price [$/hour]\nH100,2.50\nL4,0.70")
      ],
      wrong: """
        import "prices.csv" with {
          price = $2/hour
        }
        """,
      mended: """
        import "prices.csv"
        show prices["H100"].price
        """),
  ]
}
