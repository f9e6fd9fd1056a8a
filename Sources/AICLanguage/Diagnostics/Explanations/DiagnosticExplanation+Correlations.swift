extension DiagnosticExplanation {
  /// What ties the draws of assumptions together.
  static let correlations: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "correlations.target",
      """
      A correlation names something that is not an assumption of its file. Only what is stated \
      with `assume` has draws that can be tied to others. Correlate the assumptions that it \
      follows from, each in the file that states it.
      """,
      wrong: """
        assume price = $2 to $3
        assume load = 10 to 30
        bill = price * load
        correlate bill, load at 60%
        show bill
        """,
      mended: """
        assume price = $2 to $3
        assume load = 10 to 30
        bill = price * load
        correlate price, load at 60%
        show bill
        """),
    DiagnosticExplanation(
      "correlations.draw",
      """
      A correlation names an assumption that is certain, or that is made of several uncertain \
      things. It ties the ranks of two distributions, so each must be one. Give the uncertain \
      part an assumption of its own.
      """,
      wrong: """
        assume price = $2
        assume load = 10 to 30
        correlate price, load at 60%
        show price * load
        """,
      mended: """
        assume price = $2 to $3
        assume load = 10 to 30
        correlate price, load at 60%
        show price * load
        """),
    DiagnosticExplanation(
      "correlations.strength",
      """
      A correlation is a share between −100% and 100% that is known before the run. At 100% two \
      assumptions always rise together, at −100% one falls as the other rises. Write it as a \
      percentage.
      """,
      wrong: """
        assume price = $2 to $3
        assume load = 10 to 30
        correlate price, load at 60
        show price * load
        """,
      mended: """
        assume price = $2 to $3
        assume load = 10 to 30
        correlate price, load at 60%
        show price * load
        """),
    DiagnosticExplanation(
      "correlations.itself",
      """
      An assumption is correlated with itself. It always is, fully, so the line says nothing; \
      mostly another name was meant.
      """,
      wrong: """
        assume price = $2 to $3
        assume load = 10 to 30
        correlate price, price at 60%
        show price * load
        """,
      mended: """
        assume price = $2 to $3
        assume load = 10 to 30
        correlate price, load at 60%
        show price * load
        """),
    DiagnosticExplanation(
      "correlations.twice",
      """
      Two assumptions are correlated by two statements. Only one of them could hold. Keep the one \
      that is meant.
      """,
      wrong: """
        assume price = $2 to $3
        assume load = 10 to 30
        correlate price, load at 60%
        correlate load, price at 50%
        show price * load
        """,
      mended: """
        assume price = $2 to $3
        assume load = 10 to 30
        correlate price, load at 60%
        show price * load
        """),
    DiagnosticExplanation(
      "correlations.many",
      """
      More assumptions are correlated than anybody judges pair by pair. Let several of them follow \
      from one common assumption, which ties them together and says why.
      """,
      wrong: assumptions(101), mended: assumptions(3)),
    DiagnosticExplanation(
      "correlations.impossible",
      """
      These correlations cannot all hold. Where two assumptions both rise with a third, for \
      instance, they cannot also be strongly opposed to each other. The help line says what is \
      possible for the pair that was stated last; pairs that no statement names count as 0%.
      """,
      wrong: """
        assume price = $2 to $3
        assume load = 10 to 30
        assume users = 1k to 3k
        correlate price, load at 90%
        correlate price, users at 90%
        correlate load, users at -50%
        show price * load * users
        """,
      mended: """
        assume price = $2 to $3
        assume load = 10 to 30
        assume users = 1k to 3k
        correlate price, load at 90%
        correlate price, users at 90%
        correlate load, users at 80%
        show price * load * users
        """),
  ]

  /// Some assumptions, all correlated with each other.
  private static func assumptions(_ count: Int) -> String {
    let names = (1...count).map { "price\($0)" }
    let list = names.joined(separator: ", ")
    return names.map { "assume \($0) = $2 to $3\n" }.joined()
      + "correlate \(list) at 50%\nshow sum([\(list)])"
  }
}
