extension DiagnosticExplanation {
  /// What the engine asks of the techniques of serving.
  static let techniques: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "hardware.sparse",
      """
      The hardware does not multiply 2:4 sparse weights any faster, or whether it does is \
      not known. In that pattern two of every four neighbouring weights are zero, which only \
      some chips skip. Prune whole heads and channels instead, take other hardware, or give \
      your own hardware `sparse` from its data sheet.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 V100_32GB with prune 50% { pattern: "2:4" }
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 V100_32GB with prune 50% { pattern: structured }
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.sparse",
      """
      A share other than half is asked of 2:4 pruning. It leaves two of every four weights, \
      neither more nor less. Write `prune 50%`, or choose another pattern.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with prune 40% { pattern: "2:4" }
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with prune 50% { pattern: "2:4" }
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.unstructured",
      """
      Weights that are pruned one by one leave zeros at any place, and serving engines store \
      and multiply zeros as any other number. This is a warning: the figures are those of \
      the model as it was. Prune whole heads and channels, or in the 2:4 pattern where the \
      hardware has it.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with prune 40% { pattern: unstructured }
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with prune 40%
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.draft",
      """
      The model that is to guess tokens writes none. Speculative decoding needs a small \
      model that generates text as the served one does. Take a small transformer of the same \
      family.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with speculate resnet50 accept 80%
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with speculate llama_3_2_1b accept 80%
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.accept",
      """
      How often a guessed token is right is not known, and what speculation gains rests on \
      it. It depends on the two models and on the requests: code is guessed better than \
      prose. Write what you measured behind `accept`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with speculate llama_3_2_1b
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with speculate llama_3_2_1b accept 80%
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.vocabulary",
      """
      The draft model and the served one have vocabularies of other sizes. A guess is a \
      token, which the served model can only check if it is one of its own. This is a \
      warning: take a draft model of the same family.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with speculate gpt2 accept 70%
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with speculate llama_3_2_1b accept 70%
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.speculation",
      """
      With the draft model a token takes longer than without. Guesses are checked in the \
      time that a step waits for memory; where many requests run together there is no such \
      time, and most guesses cost what they save. This is a warning: cap `batch`, or leave \
      `speculate` out.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with speculate llama_3_2_1b accept 60%
              serving 40 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with speculate llama_3_2_1b accept 80%
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.distill",
      """
      What it takes to distil the model is not known. It is the price of the tokens that the \
      small model learns from, or a sum that you know. Give `tokens` or `cost` in a block \
      behind the small model.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with distill to llama_3_2_1b
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with distill to llama_3_2_1b { tokens: 10B tokens }
              serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.useless",
      """
      A technique is asked for that this model has no use for: models of samples and \
      encoders write no tokens and keep no keys and values. This is a warning, and nothing \
      changes. Leave it out.
      """,
      wrong: """
        run = deploy resnet50 on 1 H100 with cache 40%
              serving 2 requests/s {
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy resnet50 on 1 H100
              serving 2 requests/s {
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.cache",
      """
      The requests that run together fill the memory, so that no prompt is kept to be found \
      again. This is a warning: the figures take the cached share as it was given. Cap \
      `batch`, or use more devices or a smaller data type for `kv`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with cache 90% {
          prompt:   30k tokens
          response: 200 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with batch 8, cache 90% {
          prompt:   30k tokens
          response: 200 tokens
          price:    $2/hour
        }
        """),
  ]
}
