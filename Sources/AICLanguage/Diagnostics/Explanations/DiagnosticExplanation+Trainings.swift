extension DiagnosticExplanation {
  /// What the engine asks of trainings.
  static let trainings: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "training.mfu",
      """
      How much of the hardware's peak the run reaches is not known. It decides time and cost \
      directly, and published runs differ widely, so there is no honest default. Write `at 40% \
      mfu` with the share of a run like yours; the help says what published ones reach, where \
      that is known.
      """,
      wrong: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 { price: $2/hour }
        """,
      mended: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 at 40% mfu { price: $2/hour }
        """),
    DiagnosticExplanation(
      "training.rank",
      """
      Adapters are as large as their rank, and none is given. Runs differ in it by powers of \
      two, so aic does not choose one. Write `with lora rank 16`.
      """,
      wrong: """
        run = finetune llama_3_1_8b on 1B tokens using 8 H100 at 40% mfu with lora {
          price: $2/hour
        }
        """,
      mended: """
        run = finetune llama_3_1_8b on 1B tokens using 8 H100 at 40% mfu with lora rank 16 {
          price: $2/hour
        }
        """),
    DiagnosticExplanation(
      "training.sequence",
      """
      A language model reads tokens, and its data is counted in samples. How many tokens a \
      sample has is not known. Give `sequence`, the tokens of one sample, or count the data in \
      tokens.
      """,
      wrong: """
        run = train llama_3_1_8b on 1M samples using 8 H100 at 40% mfu { price: $2/hour }
        """,
      mended: """
        run = train llama_3_1_8b on 1M samples using 8 H100 at 40% mfu {
          price:    $2/hour
          sequence: 2048 tokens
        }
        """),
    DiagnosticExplanation(
      "training.data",
      """
      This model learns from samples, such as images, and its data is counted in tokens. Its \
      work is known for each sample only. Give the number of samples after `on`.
      """,
      wrong: """
        model vision = cnn { params: 25.6M, macs: 4.1B }
        run = train vision on 1M tokens using 8 H100 at 40% mfu { price: $2/hour }
        """,
      mended: """
        model vision = cnn { params: 25.6M, macs: 4.1B }
        run = train vision on 1M samples using 8 H100 at 40% mfu { price: $2/hour }
        """),
    DiagnosticExplanation(
      "training.method",
      """
      Adapters such as LoRA are counted for models of tokens only. For other models it is not \
      known which of their layers would get them. Train the whole model, or describe a \
      transformer.
      """,
      wrong: """
        model vision = cnn { params: 25.6M, macs: 4.1B }
        run = finetune vision on 1M samples using 8 H100 at 40% mfu with lora rank 16 {
          price: $2/hour
        }
        """,
      mended: """
        model vision = cnn { params: 25.6M, macs: 4.1B }
        run = finetune vision on 1M samples using 8 H100 at 40% mfu { price: $2/hour }
        """),
    DiagnosticExplanation(
      "training.layout",
      """
      The layout of the training does not use up its devices. Tensor, pipeline, context and \
      data parallelism multiply, and their product is the number of devices. Change `parallel` \
      or the number of devices until it is.
      """,
      wrong: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 at 40% mfu {
          price:    $2/hour
          parallel: { tp: 3 }
        }
        """,
      mended: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 at 40% mfu {
          price:    $2/hour
          parallel: { tp: 4 }
        }
        """),
    DiagnosticExplanation(
      "training.heads",
      """
      Tensor parallelism gives each device whole attention heads, and this number of devices \
      does not divide the heads. Training code refuses to start so. Take a `tp` that divides \
      them.
      """,
      wrong: """
        model small = transformer { layers: 12, hidden: 768, heads: 12, ffn: 3072, vocab: 30522 }
        run = train small on 1B tokens using 8 H100 at 40% mfu {
          price:    $2/hour
          parallel: { tp: 8 }
        }
        """,
      mended: """
        model small = transformer { layers: 12, hidden: 768, heads: 12, ffn: 3072, vocab: 30522 }
        run = train small on 1B tokens using 8 H100 at 40% mfu {
          price:    $2/hour
          parallel: { tp: 4 }
        }
        """),
    DiagnosticExplanation(
      "training.kv_heads",
      """
      Tensor parallelism cannot share the key and value heads of this model among so many \
      devices. Either each device has some of them, or each of them is on some devices; one \
      number must divide the other. Take another `tp`.
      """,
      wrong: """
        model small = transformer {
          layers:   12
          hidden:   768
          heads:    12
          kv_heads: 4
          ffn:      3072
          vocab:    30522
        }
        run = train small on 1B tokens using 6 H100 at 40% mfu {
          price:    $2/hour
          parallel: { tp: 6 }
        }
        """,
      mended: """
        model small = transformer {
          layers:   12
          hidden:   768
          heads:    12
          kv_heads: 4
          ffn:      3072
          vocab:    30522
        }
        run = train small on 1B tokens using 4 H100 at 40% mfu {
          price:    $2/hour
          parallel: { tp: 4 }
        }
        """),
    DiagnosticExplanation(
      "training.memory",
      """
      The run needs more memory than a device has, counting weights, gradients, optimizer \
      state and activations. This is a warning: time and cost stand, for a layout that fits. \
      Use more devices, spread the model with `parallel`, or write `recompute: full`.
      """,
      wrong: """
        run = train llama_3_1_70b on 1B tokens using 8 H100 at 40% mfu { price: $2/hour }
        """,
      mended: """
        run = train llama_3_1_70b on 1B tokens using 64 H100 at 40% mfu { price: $2/hour }
        """),
    DiagnosticExplanation(
      "training.batch",
      """
      `batch` is all that one step of the optimizer reads, on all devices together, and it is \
      given as less than one sequence. This is a warning: a step cannot read part of a \
      sequence. Give the global batch, such as `4M tokens`.
      """,
      wrong: """
        run = train llama_3_1_8b on 1B tokens using 16 H100 at 40% mfu {
          price:    $2/hour
          sequence: 4096 tokens
          batch:    32 tokens
        }
        """,
      mended: """
        run = train llama_3_1_8b on 1B tokens using 16 H100 at 40% mfu {
          price:    $2/hour
          sequence: 4096 tokens
          batch:    4M tokens
        }
        """),
    DiagnosticExplanation(
      "training.distill",
      """
      A student learns from what its teacher says to the same data. Both must read tokens, or \
      both samples.
      """,
      wrong: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 at 40% mfu
              with distill to resnet_50 { price: $2/hour }
        """,
      mended: """
        run = train llama_3_1_8b on 1B tokens using 8 H100 at 40% mfu
              with distill to llama_3_2_1b { price: $2/hour }
        """),
  ]
}
