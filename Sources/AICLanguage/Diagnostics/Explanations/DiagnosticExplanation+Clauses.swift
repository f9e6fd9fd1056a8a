extension DiagnosticExplanation {
  /// Clauses and techniques of trainings and deployments.
  static let clauses: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "clauses.missing",
      """
      A clause is missing that a training or a deployment cannot do without, such as the \
      devices or the data. aic has no default for it, because no default would be true for \
      most readers. Add it as the help shows.
      """,
      wrong: """
        run = train llama_3_1_8b on 1B tokens at 40% mfu { price: $2/hour }
        """,
      mended: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 at 40% mfu { price: $2/hour }
        """),
    DiagnosticExplanation(
      "clauses.twice",
      """
      The same clause stands twice, and aic does not choose which one is meant. Keep one. \
      Several techniques go into one `with`, separated by commas.
      """,
      wrong: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 using 16 H100 at 40% mfu {
          price: $2/hour
        }
        """,
      mended: """
        run = train llama_3_1_8b on 1B tokens using 16 H100 at 40% mfu { price: $2/hour }
        """),
    DiagnosticExplanation(
      "clauses.useless",
      """
      This clause has no meaning here: a deployment runs at no `mfu` of its own, and a \
      training serves no requests. A clause that is skipped would look as if it counted. \
      Remove it, or write the statement that takes it.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 serving 2 requests/s for 3 epochs {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "techniques.operand",
      """
      A technique after `with` takes a value, such as a data type or a size, unless it has a \
      default. Here it has none, or one twice. Write, for one, `with quantize fp8` or \
      `with batch 64`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with batch serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with batch 64 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "techniques.unknown",
      """
      What stands after `with` is a technique that the training or deployment knows, such as \
      `quantize fp8`. Other inputs of it are fields, and stand in its block.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with squeeze 40% serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with quantize int4 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
  ]
}
