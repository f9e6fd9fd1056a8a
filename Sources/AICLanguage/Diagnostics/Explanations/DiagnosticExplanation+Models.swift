extension DiagnosticExplanation {
  /// What the engine asks of models and hardware.
  static let models: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "model.shape",
      """
      The parameters of this model cannot be counted, because fields of its shape are missing. \
      Its size decides memory, work and cost, so aic does not guess it. Give the fields that \
      the message names, or the count alone as `params`.
      """,
      wrong: """
        model small = transformer { layers: 12, hidden: 768 }
        """,
      mended: """
        model small = transformer { layers: 12, hidden: 768, heads: 12, ffn: 3072, vocab: 30522 }
        """),
    DiagnosticExplanation(
      "model.params",
      """
      The count of parameters is given and so is the shape, and they differ by more than 2%; \
      or neither is given. This is a warning where both are known: the given count is taken. \
      Leave `params` out, or correct the field of the shape that is wrong.
      """,
      wrong: """
        model small = transformer {
          params: 8B
          layers: 12
          hidden: 768
          heads:  12
          ffn:    3072
          vocab:  30522
        }
        """,
      mended: """
        model small = transformer { layers: 12, hidden: 768, heads: 12, ffn: 3072, vocab: 30522 }
        """),
    DiagnosticExplanation(
      "model.active_params",
      """
      In a mixture of experts a token passes only some of the parameters, and how many is not \
      known or does not agree with the shape. The work of a token follows from it. Give \
      `active_params`, or `experts`, `experts_per_token` and `expert_ffn`.
      """,
      wrong: """
        model sparse = moe { params: 47B }
        """,
      mended: """
        model sparse = moe { params: 47B, active_params: 13B }
        """),
    DiagnosticExplanation(
      "model.experts",
      """
      A token passes more experts than a layer has. The figures of such a model would mean \
      nothing. `experts_per_token` is at most `experts`; mostly the two were exchanged.
      """,
      wrong: """
        model sparse = moe { params: 47B, active_params: 13B, experts: 2, experts_per_token: 8 }
        """,
      mended: """
        model sparse = moe { params: 47B, active_params: 13B, experts: 8, experts_per_token: 2 }
        """),
    DiagnosticExplanation(
      "model.mla",
      """
      Latent attention compresses keys and values, and the widths that it compresses them to \
      are not all given. The cache cannot be counted without them. Give `kv_rank`, `rope_dim` \
      and `value_dim` in `mla`, and `head_dim` beside it.
      """,
      wrong: """
        model latent = transformer {
          layers:   27
          hidden:   2048
          heads:    16
          ffn:      10944
          vocab:    102400
          head_dim: 192
          mla:      { kv_rank: 512, value_dim: 128 }
        }
        """,
      mended: """
        model latent = transformer {
          layers:   27
          hidden:   2048
          heads:    16
          ffn:      10944
          vocab:    102400
          head_dim: 192
          mla:      { kv_rank: 512, rope_dim: 64, value_dim: 128 }
        }
        """),
    DiagnosticExplanation(
      "model.heads",
      """
      The width `hidden` does not divide evenly into the heads, so the width of a head would \
      be a fraction. Mostly one of the two was misread. Correct it, or give `head_dim` where a \
      head has a width of its own.
      """,
      wrong: """
        model small = transformer { layers: 12, hidden: 768, heads: 10, ffn: 3072, vocab: 30522 }
        """,
      mended: """
        model small = transformer { layers: 12, hidden: 768, heads: 12, ffn: 3072, vocab: 30522 }
        """),
    DiagnosticExplanation(
      "model.kv_heads",
      """
      Each key and value head is shared by the same number of query heads, and these two \
      numbers do not divide. No such model can be built. `kv_heads` divides `heads`, such as 8 \
      for 32.
      """,
      wrong: """
        model small = transformer {
          layers:   12
          hidden:   768
          heads:    12
          kv_heads: 5
          ffn:      3072
          vocab:    30522
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
        """),
    DiagnosticExplanation(
      "model.macs",
      """
      The work of one sample of this model is not known. It does not follow from the \
      parameters of a network of convolutions, since each of them is used many times over. \
      Give `macs`, the multiply-adds that its paper states.
      """,
      wrong: """
        model vision = cnn { params: 25.6M }
        """,
      mended: """
        model vision = cnn { params: 25.6M, macs: 4.1B }
        """),
    DiagnosticExplanation(
      "model.widths",
      """
      A perceptron needs at least two widths, its inputs and its outputs. With one there is no \
      layer between them. Give all widths in order, such as `layers: [784, 512, 10]`.
      """,
      wrong: """
        model digits = mlp { layers: [784] }
        """,
      mended: """
        model digits = mlp { layers: [784, 512, 10] }
        """),
    DiagnosticExplanation(
      "hardware.peak",
      """
      The hardware has no peak rate, or none for this data type: an A100, for one, does not \
      compute in fp8. A run would take another path there, which aic does not guess. Choose a \
      data type that it computes in, or give `peak` where the data sheet has one.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 A100 with quantize fp8 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $1.50/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 A100 with quantize int8 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $1.50/hour
        }
        """),
    DiagnosticExplanation(
      "hardware.bandwidth",
      """
      The hardware has no memory bandwidth. How fast a model answers mostly depends on how \
      fast its weights are read, so it cannot be left out. Give `bandwidth` from the data \
      sheet.
      """,
      wrong: """
        hardware box { memory: 80 GB, peak: { bf16: 989 TFLOP/s }, price: $2/hour }
        run = deploy llama_3_1_8b on 1 box serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
        }
        """,
      mended: """
        hardware box {
          memory:    80 GB
          bandwidth: 3 TB/s
          peak:      { bf16: 989 TFLOP/s }
          price:     $2/hour
        }
        run = deploy llama_3_1_8b on 1 box serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
        }
        """),
    DiagnosticExplanation(
      "hardware.link",
      """
      A model is split over several devices, and how fast they exchange data is not known. \
      That exchange happens in every layer of every token. Give `link` from the data sheet, or \
      use one device.
      """,
      wrong: """
        hardware box {
          memory:    80 GB
          bandwidth: 3 TB/s
          peak:      { bf16: 989 TFLOP/s }
          price:     $2/hour
        }
        run = deploy llama_3_1_8b on 2 box serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
        }
        """,
      mended: """
        hardware box {
          memory:    80 GB
          bandwidth: 3 TB/s
          peak:      { bf16: 989 TFLOP/s }
          price:     $2/hour
          link:      450 GB/s
        }
        run = deploy llama_3_1_8b on 2 box serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
        }
        """),
  ]
}
