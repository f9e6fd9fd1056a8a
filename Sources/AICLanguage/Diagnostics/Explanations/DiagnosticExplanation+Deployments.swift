extension DiagnosticExplanation {
  /// What the engine asks of deployments, on devices and on an api.
  static let deployments: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "deployment.prompt",
      """
      How many tokens a request brings is not known. Time and memory depend on it, and a chat \
      and a document differ a hundredfold. Give `prompt`, such as `prompt: 900 tokens`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 serving 2 requests/s {
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
      "deployment.response",
      """
      How many tokens a request is answered with is not known. Each takes a step of the whole \
      model, so most of the time and cost depends on it. Give `response`, such as `response: \
      250 tokens`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 serving 2 requests/s {
          prompt: 500 tokens
          price:  $2/hour
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
      "deployment.context",
      """
      A request takes more tokens than the model's longest context. This is a warning: the \
      figures stand, but the model was not made for such requests. Give fewer tokens, or take \
      a model with a longer context.
      """,
      wrong: """
        model short = transformer { params: 8B, context: 2048 tokens }
        run = deploy short on 1 H100 serving 1 request/s {
          prompt:   4000 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        model short = transformer { params: 8B, context: 8192 tokens }
        run = deploy short on 1 H100 serving 1 request/s {
          prompt:   4000 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.load",
      """
      A rate and a concurrency are both given, and each decides how many requests run at once. \
      With a rate they come by themselves; with a concurrency so many are always in flight. \
      Keep one.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 serving 2 requests/s {
          prompt:      500 tokens
          response:    100 tokens
          concurrency: 8
          price:       $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 {
          prompt:      500 tokens
          response:    100 tokens
          concurrency: 8
          price:       $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.layout",
      """
      The layout of a replica does not use up its devices. Tensor and pipeline parallelism \
      multiply, and their product is the number of devices after `on`. Change `parallel` or \
      that number.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 4 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          parallel: { tp: 2 }
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 4 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          parallel: { tp: 2, pp: 2 }
        }
        """),
    DiagnosticExplanation(
      "deployment.heads",
      """
      Each device of a replica gets whole attention heads, and this number of devices does not \
      divide the heads. Serving engines refuse to start so. Take a number of devices that \
      divides them, or set `tp` and `pp` in `parallel`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 3 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 2 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.kv_heads",
      """
      So many devices cannot share the key and value heads of this model evenly. Either each \
      device has some of them, or each of them is on some devices; one number must divide the \
      other. Take another number of devices, or another `tp`.
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
        run = deploy small on 6 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
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
        run = deploy small on 4 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.memory",
      """
      The weights do not fit into the memory of the devices. Such a deployment cannot run, so \
      it has no figures. Use more devices, devices with more memory, or a smaller data type \
      with `quantize`; the help says how many devices would do.
      """,
      wrong: """
        run = deploy llama_3_1_70b on 1 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2.50/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_70b on 4 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2.50/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.kv",
      """
      The weights fit, but what is left of the memory does not hold the cache of one request. \
      Not even one could be served. Use more devices, a smaller data type for `kv`, or a \
      shorter prompt.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 serving 0.01 requests/s {
          prompt:   1M tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 serving 0.01 requests/s {
          prompt:   100k tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.rate",
      """
      More requests come than so many replicas can serve. This is a warning: the queue would \
      grow without end, and there is no latency to state. Give more replicas, or leave \
      `replicas` out and aic takes as many as it needs.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 serving 500 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          replicas: 1
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 serving 500 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "deployment.target",
      """
      A time in `target` is not met. This is a warning: the figures are those of the \
      deployment as it stands. More replicas help where requests wait; where a single request \
      is too slow, take more or faster devices.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          target:   { tpot: 1 ms }
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          target:   { tpot: 50 ms }
        }
        """),
    DiagnosticExplanation(
      "api.input",
      """
      The price of the tokens that are sent to the api is not known. Providers change their \
      prices often, so aic has none built in. Give `input`, such as `input: $0.15 per 1M \
      tokens`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on api { output: $0.60 per 1M tokens } serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on api {
          input:  $0.15 per 1M tokens
          output: $0.60 per 1M tokens
        } serving 2 requests/s { prompt: 500 tokens, response: 100 tokens }
        """),
    DiagnosticExplanation(
      "api.output",
      """
      The price of the tokens that the api generates is not known. It mostly differs from that \
      of the tokens it reads, so one cannot stand for the other. Give `output`, such as \
      `output: $0.60 per 1M tokens`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on api { input: $0.15 per 1M tokens } serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on api {
          input:  $0.15 per 1M tokens
          output: $0.60 per 1M tokens
        } serving 2 requests/s { prompt: 500 tokens, response: 100 tokens }
        """),
    DiagnosticExplanation(
      "api.prompt",
      """
      How many tokens a request sends to the api is not known, and they are paid for one by \
      one. Give `prompt`, such as `prompt: 900 tokens`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on api {
          input:  $0.15 per 1M tokens
          output: $0.60 per 1M tokens
        } serving 2 requests/s { response: 100 tokens }
        """,
      mended: """
        run = deploy llama_3_1_8b on api {
          input:  $0.15 per 1M tokens
          output: $0.60 per 1M tokens
        } serving 2 requests/s { prompt: 500 tokens, response: 100 tokens }
        """),
    DiagnosticExplanation(
      "api.response",
      """
      How many tokens the api generates for a request is not known, and they are paid for one \
      by one. Give `response`, such as `response: 250 tokens`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on api {
          input:  $0.15 per 1M tokens
          output: $0.60 per 1M tokens
        } serving 2 requests/s { prompt: 500 tokens }
        """,
      mended: """
        run = deploy llama_3_1_8b on api {
          input:  $0.15 per 1M tokens
          output: $0.60 per 1M tokens
        } serving 2 requests/s { prompt: 500 tokens, response: 100 tokens }
        """),
  ]
}
