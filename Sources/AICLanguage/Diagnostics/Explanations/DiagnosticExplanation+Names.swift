extension DiagnosticExplanation {
  /// Names of cells and things.
  static let names: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "names.unknown",
      """
      No cell, function or catalogue entry has this name. Names must be defined above the line \
      that uses them, and letter case counts. Correct the spelling, for which the help offers \
      near names, or define the cell.
      """,
      wrong: """
        assume gpu_price = $2.50/hour
        show gpu_price
        day = gpu_prize * 1 day
        """,
      mended: """
        assume gpu_price = $2.50/hour
        show gpu_price
        day = gpu_price * 1 day
        """),
    DiagnosticExplanation(
      "names.below",
      """
      The name is defined, but only further down. A file reads from top to bottom, so that a \
      reader never meets a figure before what it is made from. Move the definition above this \
      line.
      """,
      wrong: """
        total = price * 1 day
        price = $2/hour
        """,
      mended: """
        price = $2/hour
        total = price * 1 day
        """),
    DiagnosticExplanation(
      "names.itself",
      """
      A cell uses its own name in its definition. A cell keeps one value and is never updated, \
      so it cannot follow from itself. Give the new value a name of its own, or carry a value \
      through a list with `fold`.
      """,
      wrong: """
        users = users + 10 users
        """,
      mended: """
        users      = 90 users
        more_users = users + 10 users
        """),
    DiagnosticExplanation(
      "names.twice",
      """
      Two cells have the same name. A cell keeps one value, so that every line that names it \
      means the same figure. Give the second a name of its own; to try another value, write a \
      scenario or use `--set`.
      """,
      wrong: """
        price = $2/hour
        price = $3/hour
        """,
      mended: """
        price       = $2/hour
        later_price = $3/hour
        """),
    DiagnosticExplanation(
      "names.unknown-cell",
      """
      A scenario, a sweep or `--set` replaces a cell or field that the file does not have. \
      Without this check a misspelled name would change nothing, and the figures would look as \
      if it had. Correct the name.
      """,
      wrong: """
        assume price = $2/hour
        scenario dear { prise = $3/hour }
        show price
        """,
      mended: """
        assume price = $2/hour
        scenario dear { price = $3/hour }
        compare base, dear on price
        """),
    DiagnosticExplanation(
      "names.unknown-model",
      """
      Neither the file above nor the catalogue has a model of this name. Its parameters are \
      what every figure is worked out from, so aic does not guess them. Correct the name, or \
      describe the model: `model name = transformer { … }`.
      """,
      wrong: """
        run = train lama_3_1_8b on 1B tokens using 8 H100 at 40% mfu { price: $2/hour }
        """,
      mended: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 at 40% mfu { price: $2/hour }
        """),
    DiagnosticExplanation(
      "names.unknown-hardware",
      """
      Neither the file above nor the catalogue has hardware of this name. Its speed, memory \
      and price are what every figure is worked out from. Correct the name, or describe it: \
      `hardware name { … }`.
      """,
      wrong: """
        run = train llama_3_1_8b on 1B tokens using 8 H1000 at 40% mfu { price: $2/hour }
        """,
      mended: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 at 40% mfu { price: $2/hour }
        """),
    DiagnosticExplanation(
      "names.too-many",
      """
      The file has more than 100 mistakes, and aic shows the first ones. So many at once \
      mostly follow from one, such as a definition that went missing. Mend the first ones and \
      run it again.
      """,
      wrong: (1...101).map { "show missing_\($0)\n" }.joined(),
      mended: """
        a = 1
        show a
        """),
  ]
}
