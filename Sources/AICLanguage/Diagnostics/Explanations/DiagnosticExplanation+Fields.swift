extension DiagnosticExplanation {
  /// Fields of things and records.
  static let fields: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "fields.unknown",
      """
      This block has no field of that name. A field that is skipped would leave its value out \
      of every figure without a word. Correct the name; the help offers near ones, or lists \
      the fields.
      """,
      wrong: """
        model small = transformer {
          layers:     12
          hidden:     768
          heads:      12
          ffn:        3072
          vocabulary: 30522
        }
        """,
      mended: """
        model small = transformer { layers: 12, hidden: 768, heads: 12, ffn: 3072, vocab: 30522 }
        """),
    DiagnosticExplanation(
      "fields.twice",
      """
      A field stands twice in one block, or in a clause and the block. aic does not choose \
      which of the two values is meant. Keep one.
      """,
      wrong: """
        hardware box { memory: 80 GB, memory: 96 GB }
        """,
      mended: """
        hardware box { memory: 96 GB }
        """),
    DiagnosticExplanation(
      "fields.none",
      """
      The thing has no figure or field of this name, or the figure cannot be known from what \
      was given: a cost, for one, needs a price. aic leaves out what it cannot work out, and \
      never puts a zero there. Correct the name, or give the field that the help names.
      """,
      wrong: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 at 40% mfu
        show run.cost
        """,
      mended: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 at 40% mfu { price: $2/hour }
        show run.cost
        """),
    DiagnosticExplanation(
      "fields.word",
      """
      This field takes one of a few words, such as the names of data types, and the one given \
      is none of them. An unknown word cannot be computed with. Choose one from the list in \
      the help.
      """,
      wrong: """
        show llama_3_1_8b.size(fp9)
        """,
      mended: """
        show llama_3_1_8b.size(fp8)
        """),
    DiagnosticExplanation(
      "field.bounds",
      """
      The value of this field cannot be: a share above 100%, a negative price, half a layer. \
      Figures worked out from it would mean nothing, so the whole thing is refused. The \
      message says which values can be; give one of them.
      """,
      wrong: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 at 140% mfu { price: $2/hour }
        """,
      mended: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 at 40% mfu { price: $2/hour }
        """),
    DiagnosticExplanation(
      "field.useless",
      """
      This field only says more about another one, which is not given: the share of the requests that get \
      a discount where no discount is known, the retraining of a model that is not pruned. Nothing is \
      charged or taken off for it. Give the other field, or leave this one out.
      """,
      wrong: """
        small = deploy llama_3_1_8b on api {
          input: $0.60 per 1M tokens, output: $2 per 1M tokens, batch_discount.share: 40%
        } serving 4 requests/s { prompt: 900 tokens, response: 250 tokens }
        """,
      mended: """
        small = deploy llama_3_1_8b on api {
          input: $0.60 per 1M tokens, output: $2 per 1M tokens
          batch_discount: 50%, batch_discount.share: 40%
        } serving 4 requests/s { prompt: 900 tokens, response: 250 tokens }
        """),
  ]
}
