extension DiagnosticExplanation {
  /// What the syntax asks for and is not there.
  static let syntaxMissing: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "syntax.missing-value",
      """
      A value must stand here and there is none: the line ends, or the next sign comes, too \
      early. aic does not put a zero in its place. Write the value, or take away the sign that \
      asks for it.
      """,
      wrong: """
        price = $2/hour *
        show price
        """,
      mended: """
        price = $2/hour * 1 hour
        show price
        """),
    DiagnosticExplanation(
      "syntax.missing-name",
      """
      A name is expected here. A name begins with a letter or `_` and goes on with letters, \
      digits and `_`. A name of other characters stands in backquotes.
      """,
      wrong: """
        assume 3years = 36 months
        show 3
        """,
      mended: """
        assume three_years = 36 months
        show three_years
        """),
    DiagnosticExplanation(
      "syntax.reserved-name",
      """
      This word is part of the language, so it cannot be the name of a cell. If it could be, a \
      later line with it might be read in two ways. Choose another name, or write it in \
      backquotes everywhere.
      """,
      wrong: """
        to = 3
        """,
      mended: """
        target = 3
        """),
    DiagnosticExplanation(
      "syntax.missing-equal",
      """
      A name stands here, and no `=` with a value follows it. A cell without a value would be \
      an unknown, and aic fills in no unknowns. Write `name = value`.
      """,
      wrong: """
        assume users 4k users
        """,
      mended: """
        assume users = 4k users
        show users
        """),
    DiagnosticExplanation(
      "syntax.not-equal",
      """
      A single `=` gives a name its value. `==` asks whether two values are equal, and `:` \
      stands between a field and its value. Write `=`.
      """,
      wrong: """
        assume users == 4k users
        """,
      mended: """
        assume users = 4k users
        show users
        """),
    DiagnosticExplanation(
      "syntax.missing-block",
      """
      A declaration of this kind has its fields in `{ }`, and no block follows. Without it \
      there is nothing to compute with. Write the fields, such as `hardware box { memory: 80 \
      GB }`; a copy of a known thing is a cell: `box = H100 with { price: $2/hour }`.
      """,
      wrong: """
        hardware box = H100 with { price: $2/hour }
        """,
      mended: """
        box = H100 with { price: $2/hour }
        """),
    DiagnosticExplanation(
      "syntax.bare-name",
      """
      A name with dots, dashes or spaces in it would be read as a calculation: `llama-3.1-8b` \
      as a subtraction. In backquotes it is one name. The catalogue also knows its models by \
      plain names such as `llama_3_1_8b`.
      """,
      wrong: """
        model mini = llama-3.1-8b { context: 8192 tokens }
        """,
      mended: """
        model mini = `llama-3.1-8b` { context: 8192 tokens }
        """),
    DiagnosticExplanation(
      "syntax.missing-word",
      """
      The words of this statement or clause come in a fixed order, and one of them is missing. \
      aic names the word, and the help shows a whole clause with it. Add it: `if` needs \
      `else`, because every choice must have a value on both sides.
      """,
      wrong: """
        batch = 8
        price = if batch > 4 then $2
        """,
      mended: """
        batch = 8
        price = if batch > 4 then $2 else $3
        """),
    DiagnosticExplanation(
      "syntax.missing-text",
      """
      A text in quotes must follow this word, such as the source of an assumption. What stands \
      there instead could be mistaken for a cell. Put it in double quotes.
      """,
      wrong: """
        assume price = $2/hour source provider
        show price
        """,
      mended: """
        assume price = $2/hour source "a provider's price page"
        show price
        """),
    DiagnosticExplanation(
      "syntax.missing-unit",
      """
      `in` shows a figure in a unit, and a unit must follow it. A number there would not say \
      what it counts. Write a unit, such as `in EUR`, `in hours` or `in $/hour`.
      """,
      wrong: """
        duration = 90 minutes
        show duration in 1
        """,
      mended: """
        duration = 90 min
        show duration in hours
        """),
    DiagnosticExplanation(
      "syntax.missing-member",
      """
      A dot asks for a field or a figure of the thing before it, and no name follows. aic \
      cannot tell which figure was meant. Write its name, such as `H100.memory`.
      """,
      wrong: """
        show H100.
        """,
      mended: """
        show H100.memory
        """),
    DiagnosticExplanation(
      "syntax.missing-parameters",
      """
      A function takes its parameters in parentheses behind its name. A name with a value \
      alone is a cell and takes none. Write `fn double(x) = 2 * x`, or leave `fn` out where no \
      parameter is wanted.
      """,
      wrong: """
        fn double = 2
        """,
      mended: """
        fn double(x) = 2 * x
        show double(2)
        """),
    DiagnosticExplanation(
      "syntax.default-value",
      """
      A parameter of a function has no value of its own; every call gives all of them. A value \
      that is filled in silently would be an assumption that no reader sees. Leave it out, and \
      name the usual value in an `assume` cell.
      """,
      wrong: """
        fn cost(hours, price = $2/hour) = hours * price
        """,
      mended: """
        fn cost(hours, price) = hours * price
        show cost(3 hours, $2/hour)
        """),
    DiagnosticExplanation(
      "syntax.missing-dimension",
      """
      A colon behind a parameter says which dimension it must have, and no dimension follows. \
      Dimensions have names such as `Money`, `Time`, `Tokens` or `Money/Time`. Write one, or \
      leave the colon out to accept any.
      """,
      wrong: """
        fn day(price: $) = price * 1 day
        show day($2/hour)
        """,
      mended: """
        fn day(price: Money/Time) = price * 1 day
        show day($2/hour)
        """),
    DiagnosticExplanation(
      "syntax.missing-hardware",
      """
      `on` and `using` take a number of devices and the hardware, such as `8 H100`. Here the \
      number stands alone, and devices without a name have no memory, no speed and no price. \
      Name the hardware.
      """,
      wrong: """
        run = train llama_3_1_8b on 1B tokens using 8 at 40% mfu { price: $2/hour }
        """,
      mended: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 at 40% mfu { price: $2/hour }
        """),
    DiagnosticExplanation(
      "syntax.missing-colon",
      """
      In a block every field is a name, a colon and a value. Here no colon follows the name. \
      Write `name: value`.
      """,
      wrong: """
        hardware box { memory 80 GB }
        """,
      mended: """
        hardware box { memory: 80 GB }
        """),
  ]
}
