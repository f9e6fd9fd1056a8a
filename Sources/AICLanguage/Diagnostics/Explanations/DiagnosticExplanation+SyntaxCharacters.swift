extension DiagnosticExplanation {
  /// Characters, texts, numbers and dates that cannot be read.
  static let syntaxCharacters: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "syntax.character",
      """
      A character stands here that the language gives no meaning. aic does not skip what it \
      cannot read, because the rest of the line might then say something else. Remove it, or \
      write what was meant in words: a choice, for one, is `if … then … else …`.
      """,
      wrong: """
        batch = 8
        price = batch > 4 ? $2 : $3
        """,
      mended: """
        batch = 8
        price = if batch > 4 then $2 else $3
        """),
    DiagnosticExplanation(
      "syntax.escape",
      """
      A backslash in a text begins an escape, and this one does not exist. aic does not guess \
      whether the backslash itself was meant. The escapes are `\\"`, `\\\\`, `\\n`, `\\t`, `\\{` and \
      `\\}`; write two backslashes for one.
      """,
      wrong: """
        print "prices\\quotes"
        """,
      mended: """
        print "prices\\\\quotes"
        """),
    DiagnosticExplanation(
      "syntax.quotes",
      """
      A text stands between straight double quotes. Curly quotes, which word processors put \
      in, and single quotes have no meaning here. Write `"…"`.
      """,
      wrong: """
        print 'hello'
        """,
      mended: """
        print "hello"
        """),
    DiagnosticExplanation(
      "syntax.unclosed-text",
      """
      A text begins here, and the line ends before its closing quote. A text cannot run over \
      the end of a line, so that a forgotten quote does not swallow the rest of the file. \
      Close it on the same line, and write `\\n` where a new line is meant.
      """,
      wrong: """
        print "all prices are in dollars
        """,
      mended: """
        print "all prices are in dollars"
        """),
    DiagnosticExplanation(
      "syntax.unclosed-name",
      """
      A backquote begins a name that may hold any characters, and the line ends before the \
      backquote that closes it. aic cannot tell where such a name ends otherwise. Add the \
      second backquote.
      """,
      wrong: """
        `price of an hour = $2/hour
        """,
      mended: """
        `price of an hour` = $2/hour
        """),
    DiagnosticExplanation(
      "syntax.currency",
      """
      A currency sign belongs to the number behind it, and here no number follows. An amount \
      such as `$2.50/hour` has both; a unit such as `$/hour` stands only after `in` or `per`. \
      Write the amount.
      """,
      wrong: """
        price = $/hour
        """,
      mended: """
        price = $2.50/hour
        """),
    DiagnosticExplanation(
      "syntax.leading-dot",
      """
      A number begins with a digit. A dot alone stands between a thing and its field, so `.5` \
      could be misread. Write `0.5`.
      """,
      wrong: """
        share = .5
        """,
      mended: """
        share = 0.5
        """),
    DiagnosticExplanation(
      "syntax.thousands",
      """
      A comma does not group digits: in a list it separates values, and in many countries it \
      is the decimal sign. aic refuses `1,000` rather than choose between one thousand and \
      one. Group with `_`, as in `1_000`, or write `1k`.
      """,
      wrong: """
        users = 1,000 users
        """,
      mended: """
        users = 1_000 users
        """),
    DiagnosticExplanation(
      "syntax.date-here",
      """
      Between other values, `2026-03-15` would be read as a subtraction, 2026 less 3 less 15. \
      Dates are written like this only where a date is expected, after words such as `as of`, \
      `from` and `at`. Elsewhere write `date(2026, 3, 15)`.
      """,
      wrong: """
        start = 2026-03-15
        """,
      mended: """
        start = date(2026, 3, 15)
        """),
    DiagnosticExplanation(
      "syntax.date",
      """
      A date is expected here, and what stands here is none. Dates are written from the year \
      down to the day: `2026`, `2026-03` or `2026-03-15`, with two digits for months and days. \
      Write it in that order, so that nobody can take the month for the day.
      """,
      wrong: """
        assume price = $2/hour as of March
        show price
        """,
      mended: """
        assume price = $2/hour as of 2026-03
        show price
        """),
    DiagnosticExplanation(
      "syntax.size",
      """
      The file is larger than 64 MiB, the most that aic reads. A script of that size is \
      probably another kind of file, named by mistake. Check the name of the file.
      """),
  ]
}
