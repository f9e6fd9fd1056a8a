extension DiagnosticExplanation {
  /// Functions and their calls.
  static let functions: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "calls.count",
      """
      A function of the language, or of a model, got too many values or too few. aic neither \
      drops one nor fills one in. The message says what it takes.
      """,
      wrong: """
        show llama_3_1_8b.size()
        """,
      mended: """
        show llama_3_1_8b.size(fp8)
        """),
    DiagnosticExplanation(
      "calls.named",
      """
      This function takes its values by their order and has no names for them. A name that is \
      ignored could hide that the values are in the wrong order. Leave the name out.
      """,
      wrong: """
        show round(value: 2.6)
        """,
      mended: """
        show round(2.6)
        """),
    DiagnosticExplanation(
      "functions.parameter-twice",
      """
      Two parameters of a function have the same name. In its formula that name could then \
      mean either. Give each a name of its own.
      """,
      wrong: """
        fn cost(hours, hours) = hours * $2/hour
        """,
      mended: """
        fn cost(hours, price) = hours * price
        show cost(3 hours, $2/hour)
        """),
    DiagnosticExplanation(
      "functions.dimension",
      """
      What stands behind the colon of a parameter is no dimension. Dimensions have names such \
      as `Money`, `Time`, `Tokens` or `Number`, and can be multiplied and divided. Units such \
      as `hours` are written with values, not here.
      """,
      wrong: """
        fn day(price: Dollars) = price * 1 day
        """,
      mended: """
        fn day(price: Money/Time) = price * 1 day
        show day($2/hour)
        """),
    DiagnosticExplanation(
      "functions.no-parameter",
      """
      The call names a parameter that the function does not have. The value would go nowhere. \
      Correct the name, or leave it out and give the values in their order.
      """,
      wrong: """
        fn cost(hours, price) = hours * price
        show cost(hours: 3 hours, prize: $2/hour)
        """,
      mended: """
        fn cost(hours, price) = hours * price
        show cost(hours: 3 hours, price: $2/hour)
        """),
    DiagnosticExplanation(
      "functions.count",
      """
      The call gives a function too many values or too few. Parameters have no default values, \
      so every call gives each of them one. The message lists them.
      """,
      wrong: """
        fn cost(hours, price) = hours * price
        show cost(3 hours)
        """,
      mended: """
        fn cost(hours, price) = hours * price
        show cost(3 hours, $2/hour)
        """),
    DiagnosticExplanation(
      "functions.argument",
      """
      The function says which dimension this parameter has, and the call gives it another. The \
      formula of the function was written for that dimension. Give a value of it.
      """,
      wrong: """
        fn day(price: Money/Time) = price * 1 day
        show day($2)
        """,
      mended: """
        fn day(price: Money/Time) = price * 1 day
        show day($2/hour)
        """),
    DiagnosticExplanation(
      "functions.recursion",
      """
      A function calls itself, directly or through another. Such a function might never end, \
      and every aic program ends. Carry a value through a list with `fold` instead.
      """,
      wrong: """
        fn factorial(n) = if n < 2 then 1 else n * factorial(n - 1)
        show factorial(5)
        """,
      mended: """
        factorial = fold(1..5, 1, fn(product, n) = product * n)
        show factorial
        """),
    DiagnosticExplanation(
      "functions.calls",
      """
      The file makes more than 200,000 calls of functions. The limit keeps time and memory in \
      bounds whatever is written. Call the function for fewer values, or write its formula \
      where it is used.
      """,
      wrong: """
        fn double(x) = 2 * x
        fn all(n) = sum([double(x) for x in 1..50000])
        show sum([all(n) for n in 1..10])
        """,
      mended: """
        fn double(x) = 2 * x
        fn all(n) = sum([double(x) for x in 1..50])
        show sum([all(n) for n in 1..10])
        """),
    DiagnosticExplanation(
      "lists.long",
      """
      A list is longer than the limit in the message. The limit keeps time and memory in \
      bounds whatever is written. Take fewer values; a sweep over an axis of steps looks at \
      many points without a list.
      """,
      wrong: """
        show count(1..10M)
        """,
      mended: """
        show count(1..10k)
        """),
    DiagnosticExplanation(
      "lists.outside",
      """
      The list has no value at this place. Lists count from 0, so the last value stands at one \
      less than their number. Choose a place within the list.
      """,
      wrong: """
        sizes = [7, 13, 70]
        show sizes[3]
        """,
      mended: """
        sizes = [7, 13, 70]
        show sizes[2]
        """),
  ]
}
