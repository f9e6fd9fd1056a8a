extension DiagnosticExplanation {
  /// What is written well, in a place where it cannot stand.
  static let syntaxPlaces: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "syntax.too-many",
      """
      The file has more than 100 mistakes, and aic shows the first ones. So many at once are \
      mostly one mistake repeated, or a file that is no aic script. Mend the first ones and \
      run it again.
      """,
      wrong: String(repeating: "x = 1,000\n", count: 101),
      mended: """
        x = 1_000
        """),
    DiagnosticExplanation(
      "syntax.statement",
      """
      No statement begins with what stands here. A line is a cell such as `name = value`, or \
      begins with a word such as `assume`, `show` or `assert`. Remove it, or write the name \
      that the value is for.
      """,
      wrong: """
        : $2/hour
        """,
      mended: """
        price = $2/hour
        """),
    DiagnosticExplanation(
      "syntax.stray",
      """
      This bracket closes nothing: none was opened before it. aic does not drop it, because \
      the one that opens may be what is missing. Remove it, or add the other.
      """,
      wrong: """
        total = $3 + $4)
        """,
      mended: """
        total = ($3 + $4)
        """),
    DiagnosticExplanation(
      "syntax.unclosed",
      """
      A bracket is opened here and never closed. Everything behind it would be part of it, to \
      the end of the file. Add the bracket that closes it; in a text, a brace as such is \
      written `\\{`.
      """,
      wrong: """
        total = (3 + 4 * $2
        """,
      mended: """
        total = (3 + 4) * $2
        """),
    DiagnosticExplanation(
      "syntax.semicolon",
      """
      The end of the line ends a statement, and no sign is needed. A semicolon has no meaning \
      here. Give each statement a line of its own.
      """,
      wrong: """
        price = $2/hour; hours = 3 hours
        """,
      mended: """
        price = $2/hour
        hours = 3 hours
        """),
    DiagnosticExplanation(
      "syntax.comma",
      """
      A comma separates values in brackets, and no bracket is open here. It is not a decimal \
      sign either: a number is written `2.5`. Put a list in brackets, `[1, 2]`.
      """,
      wrong: """
        batches = 1, 8, 64
        """,
      mended: """
        batches = [1, 8, 64]
        """),
    DiagnosticExplanation(
      "syntax.colon",
      """
      `=` gives a cell its value. A colon stands only between a field and its value inside `{ \
      }`, and before the name of an argument. Write `=`.
      """,
      wrong: """
        price: $2/hour
        """,
      mended: """
        price = $2/hour
        """),
    DiagnosticExplanation(
      "syntax.clause",
      """
      This word begins a clause, and no clause can follow here. Each statement takes only \
      some: `source` and `as of` belong to `assume` and `rate`, `using` to a training, \
      `serving` to a deployment. Move it to where it belongs, or write the statement that \
      takes it.
      """,
      wrong: """
        price = $2/hour source "a price page"
        """,
      mended: """
        assume price = $2/hour source "a price page"
        show price
        """),
    DiagnosticExplanation(
      "syntax.unexpected",
      """
      What stands here fits nothing that came before it on the line. Often a bracket or a \
      comma went missing a little earlier. Look at what is left of the mark first.
      """,
      wrong: """
        doubled = [x * 2 for x in [1, 2], 3]
        """,
      mended: """
        doubled = [x * 2 for x in [1, 2, 3]]
        """),
    DiagnosticExplanation(
      "syntax.equal",
      """
      A single `=` gives a cell its value and cannot compare. Inside a condition it would look \
      like a comparison and be something else. Write `==` to ask whether two values are equal.
      """,
      wrong: """
        x = 3
        assert x = 3
        """,
      mended: """
        x = 3
        assert x == 3
        """),
    DiagnosticExplanation(
      "syntax.argument-equal",
      """
      In a call, a colon names an argument. `=` only ever gives a cell its value. Write `name: \
      value`.
      """,
      wrong: """
        price = trend(from = $4, at = 2020, falling = 70%/year)
        """,
      mended: """
        price = trend(from: $4, at: 2020, falling: 70%/year)
        show price at 2022
        """),
    DiagnosticExplanation(
      "syntax.assign-target",
      """
      Only a name can stand left of `=`. Calculations have no place to put a value into, and \
      fields of a thing are set in its block or by `with { … }`. A function is written `fn \
      f(x) = …`.
      """,
      wrong: """
        double(x) = 2 * x
        """,
      mended: """
        fn double(x) = 2 * x
        show double(2)
        """),
    DiagnosticExplanation(
      "syntax.keyword",
      """
      A cell is written as its name and its value. Words such as `let`, `var` or `const` \
      before the name have no meaning, since every cell keeps one value. Leave the word out.
      """,
      wrong: """
        let price = $2/hour
        """,
      mended: """
        price = $2/hour
        """),
    DiagnosticExplanation(
      "syntax.field-equal",
      """
      In a block a colon stands between a field and its value. `=` gives a cell its value, \
      outside of blocks and in scenarios. Write `:`.
      """,
      wrong: """
        hardware box { memory = 80 GB }
        """,
      mended: """
        hardware box { memory: 80 GB }
        """),
    DiagnosticExplanation(
      "syntax.field-name",
      """
      A field begins with its name, without quotes. A text or a number cannot name one. Write \
      `name: value`.
      """,
      wrong: """
        sizes = { "small": 7, "large": 70 }
        """,
      mended: """
        sizes = { small: 7, large: 70 }
        """),
    DiagnosticExplanation(
      "syntax.replacement",
      """
      A scenario holds replacements: the name of a cell, or of a field of a thing, then `=` \
      and the new value. What stands here begins with no such name. Write, for one, `users = \
      20k users` or `service.batch = 32`.
      """,
      wrong: """
        assume users = 4k users
        scenario busy { 20k users }
        show users
        """,
      mended: """
        assume users = 4k users
        scenario busy { users = 20k users }
        compare base, busy on users
        """),
    DiagnosticExplanation(
      "syntax.later",
      """
      The language has this word, and this version of aic cannot compute with it yet. It is \
      refused rather than skipped, because figures without it would answer another question. \
      Leave it out, or write its effect as a field or a cell.
      """,
      wrong: """
        assume users = 10
        calibrate serving from "measured.csv"
        show users
        """,
      mended: """
        assume users = 10
        show users
        """),
    DiagnosticExplanation(
      "syntax.brace",
      """
      A `{` stands alone on the line below what it belongs to. A statement ends with its line \
      unless a bracket is open, so the block would belong to nothing. Put the brace at the end \
      of the line above.
      """,
      wrong: """
        assume users = 10
        scenario busy
        {
          users = 20
        }
        show users
        """,
      mended: """
        assume users = 10
        scenario busy {
          users = 20
        }
        show users
        """),
  ]
}
