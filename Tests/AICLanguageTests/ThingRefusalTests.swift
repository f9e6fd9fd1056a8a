import Testing

@testable import AICLanguage

private let ask = "prompt: 9 tokens, response: 9 tokens"

/// Every refusal about hardware, models, trainings and deployments, word for word.
@Suite struct ThingRefusalTests {
  @Test(arguments: [
    (
      "x = train nothing on 3M tokens using 8 box at 40% mfu",
      "names.unknown-model: unknown model `nothing` = describe it above: `model nothing = transformer { … }`"
    ),
    (
      "x = train lama_3_1_8b on 3M tokens using 8 box at 40% mfu",
      "names.unknown-model: unknown model `lama_3_1_8b` = did you mean `llama_3_1_8b` or `llama_3_1_70b`?"
    ),
    (
      "x = train box on 3M tokens using 8 box at 40% mfu",
      "types.expected: expected a model, found Hardware"
    ),
    (
      "x = train t on 3M tokens using 8 box at 40% mfu",
      "types.expected: expected a model, found a Training"
    ),
    (
      "x = train m on 3M tokens using 8 bx at 40% mfu",
      "names.unknown-hardware: unknown hardware `bx` = did you mean `box`?"
    ),
    (
      "x = train m on 3M tokens using 8 nothing_at_all at 40% mfu",
      "names.unknown-hardware: unknown hardware `nothing_at_all` = describe it above: `hardware nothing_at_all { … }`"
    ),
    (
      "x = train m on 3M tokens using 8 m at 40% mfu",
      "types.expected: expected hardware, such as `H100`, found a Model"
    ),
    (
      "x = train m on 3M tokens at 40% mfu",
      "clauses.missing: `train` needs `using …` = add the devices after the model, such as `using 8 H100`"
    ),
    (
      "x = train m using 8 box at 40% mfu",
      "clauses.missing: `train` needs `on …` = add the data after the model, such as `on 15T tokens`"
    ),
    (
      "x = train m on 3M using 8 box at 40% mfu",
      "units.data: a training reads tokens or samples, not Number = write the unit, such as `3M tokens`"
    ),
    (
      "x = train m on $3 using 8 box at 40% mfu",
      "units.data: a training reads tokens or samples, not Money"
    ),
    (
      "x = train m on 3 samples using 8 box at 40% mfu",
      "training.sequence: `m` reads tokens, but its data is counted in samples = give `sequence`, the tokens of one sample"
    ),
    (
      "x = train m on 3M tokens using 8 box",
      "training.mfu: how much of the peak the run reaches is not known = write `at 40% mfu`, the useful share of the peak"
    ),
    (
      "x = train m on 3M tokens using 8 box at 140% mfu",
      "field.bounds: `mfu` must be more than 0% and at most 100%, not 140%"
    ),
    (
      "x = train m on 3M tokens using 8 box { mfu: $3 }",
      "units.expected: `mfu` must be Number, not Money"
    ),
    (
      "x = train m on 3M tokens using 8 box at 40% mfu { precision: int4 }",
      "fields.word: `precision` cannot be `int4` = it is one of fp32, tf32, bf16, fp16, fp8, mxfp8, nvfp4"
    ),
    (
      "x = train m on 3M tokens using 8 box at 40% mfu { precision: tf32 }",
      "hardware.peak: `box` has no peak for tf32 = it computes in bf16, fp8"
    ),
    (
      "x = train m on 3M tokens using 8 box at 40% mfu { optimizer: adam }",
      "fields.word: `optimizer` cannot be `adam` = did you mean `adamw`?"
    ),
    (
      "x = train m on 3M tokens using 8 box at 40% mfu { learning_rate: 3 }",
      "fields.unknown: a training has no field `learning_rate` = its fields are epochs, precision, mfu, sequence, batch, micro_batch, optimizer, recompute and 30 more"
    ),
    (
      "x = train m on 3M tokens using 8 box at 40% mfu { mfu: 30% }",
      "fields.twice: `mfu` stands twice in this block"
    ),
    (
      "x = train m on 3M tokens using 8 box at 40% mfu { parallel: 3 }",
      "types.expected: expected a block, such as `parallel { tp: … }`, found a Number"
    ),
    (
      "x = train m on 3M tokens using 8 box at 40% mfu { parallel: { td: 3 } }",
      "fields.unknown: `parallel` has no field `td` = its fields are tp, pp, dp, cp, zero"
    ),
    (
      "x = train m on 3M tokens using 8 box at 40% mfu { parallel: { tp: 3 } }",
      "training.layout: tp × pp × cp is 3, which does not divide the 8 devices = tp × pp × cp × dp is the number of devices"
    ),
    (
      "x = train m on 3M tokens using 8 box at 40% mfu { batch: 3 }",
      "units.expected: `batch` must be Tokens, not Number = write the unit, such as `3 tokens`"
    ),
    (
      "x = train m on 3M tokens using 8 box at 40% mfu { precision: 3 }",
      "types.expected: expected a word, found a Number"
    ),
    (
      "x = train m on 3M tokens using 8 (box with { price: $3 }) at 40% mfu",
      "units.expected: `price` must be Money per Time, not Money = `price` is an amount such as `$3/hour`"
    ),
    (
      "x = train m on 3M tokens using 8 H100 at 40% mfu\nshow x.cost",
      "fields.none: the cost of this training cannot be known = give it a `price`, such as `price: $2.50/hour`, or give `H100-SXM` one"
    ),
    (
      "x = train m on 3M tokens using 8 box at 40% mfu with speculate m accept 80%",
      "techniques.unknown: a training has no technique `speculate` = its techniques are lora, qlora, quantize, prune, distill, spot, reserve"
    ),
    (
      "x = finetune m on 3M tokens using 8 box at 40% mfu with lora",
      "training.rank: adapters need a rank = write `with lora rank 16`"
    ),
  ])
  func training(line: String, expected: String) {
    #expect(diagnosed(things + line) == [expected])
  }

  @Test(arguments: [
    (
      "x = deploy m { \(ask) }",
      "clauses.missing: `deploy` needs `on …` = add the devices after the model, such as `on 1 H100`"
    ),
    (
      "x = deploy m on 1 box serving 3 { \(ask) }",
      "units.expected: `rate` must be Requests per Time, not Number = write the unit, such as `3 requests/s`"
    ),
    (
      "x = deploy m on 1 box { response: 9 tokens }",
      "deployment.prompt: the tokens of a request are not known = give `prompt`, such as `prompt: 900 tokens`"
    ),
    (
      "x = deploy m on 1 box { prompt: 9 tokens }",
      "deployment.response: the tokens of a request are not known = give `response`, such as `response: 250 tokens`"
    ),
    (
      "x = deploy m on 1 box { prompt: 9, response: 9 tokens }",
      "units.expected: `prompt` must be Tokens, not Number = write the unit, such as `9 tokens`"
    ),
    (
      "x = deploy m on 1 box serving 4 requests/s { \(ask), replicas: 0 }\nshow x.latency",
      "field.bounds: `replicas` must be a whole number of at least 1, not 0"
    ),
    (
      "x = deploy m on 0 box serving 4 requests/s { \(ask), replicas: 1 }\nshow x.latency",
      "field.bounds: `devices` must be a whole number of at least 1, not 0"
    ),
    (
      "x = deploy m on 1 box serving 1M requests/s { \(ask), replicas: 1 }\nshow x.latency",
      "fields.none: the latency of this deployment cannot be known = the queue grows without end: allow more replicas, or leave their number out"
    ),
    (
      "x = deploy m on 1 box serving 1M requests/s { \(ask), replicas: 1, parallel: { tp: 2 } }",
      "deployment.layout: tp × pp is 2, but a replica has 1 device = tp × pp is the number of devices after `on`"
    ),
    (
      "x = deploy m on 1 H100 { \(ask) }\nshow x.cost.compute",
      "fields.none: the cost of this deployment cannot be known = give it a `price`, such as `price: $2.50/hour`, or give `H100-SXM` one"
    ),
    (
      "x = deploy m on 1 A100 with quantize fp8 { \(ask), price: $1/hour }",
      "hardware.peak: `A100-40GB-SXM` has no peak for fp8 = it computes in bf16, fp16, int8, int4, tf32, fp32; of smaller types it runs int8, int4, nf4, mxfp4"
    ),
    (
      "x = deploy m on 1 box with quantize fp9 { \(ask) }",
      "fields.word: `quantize` cannot be `fp9` = did you mean `fp8`?"
    ),
    (
      "x = deploy m on 1 box with kv int4 { \(ask) }",
      "fields.word: `kv` cannot be `int4` = did you mean `int8`?"
    ),
    (
      "x = deploy m on 1 box with batch { \(ask) }",
      "techniques.operand: `batch` is not given what it takes = such as `with batch 64`"
    ),
    (
      "x = deploy m on 1 box with batch 64 { \(ask), batch: 32 }",
      "fields.twice: `batch` stands twice in this block"
    ),
    (
      "x = deploy m on 1 box { \(ask), engine: tgi }",
      "fields.word: `engine` cannot be `tgi` = it is one of vllm, trtllm, sglang"
    ),
    (
      "x = deploy m on 1 box { \(ask), target: { ttft: 3 } }",
      "units.expected: `ttft` must be Time, not Number = write the unit, such as `3 s`"
    ),
    (
      "x = deploy m on 1 box { \(ask), target: { tfft: 3 s } }",
      "fields.unknown: `target` has no field `tfft` = did you mean `ttft`?"
    ),
    (
      "x = deploy m on 1 box { \(ask), target: { ttft: 0 s } }",
      "field.bounds: `target.ttft` must be more than zero, not 0 s"
    ),
    (
      "x = deploy m on 2 box { \(ask), parallel: { tp: 1, pp: 1 } }",
      "deployment.layout: tp × pp is 1, but a replica has 2 devices = tp × pp is the number of devices after `on`"
    ),
    (
      "x = deploy m on 2 (cut) { \(ask) }",
      "hardware.link: `cut` has no `link` = give it, such as `link: 450 GB/s`"
    ),
    (
      "x = deploy m on 1 box { \(ask), cached: 140% }",
      "field.bounds: `cached` must be between 0% and 100%, not 140%"
    ),
    (
      "x = deploy m on serverless { price: $3 }",
      "deployment.serverless: `serverless` needs a `hardware` = write `on serverless { hardware: H100, price: $0.0011 per s }`"
    ),
    (
      "x = deploy m on api openai",
      "prices.provider: `openai` is a provider, and no price = name what it sells, such as `openai.gpt_6_sol`, `openai.gpt_6_luna` or `openai.gpt_6_astra`"
    ),
    (
      "x = deploy m on api { output: $1 per 1M tokens }",
      "api.input: the price of input tokens is not known = such as `input: $0.60 per 1M tokens`"
    ),
    (
      "x = deploy m on api { input: $1 per 1M tokens }",
      "api.output: the price of output tokens is not known = such as `output: $0.60 per 1M tokens`"
    ),
    (
      "x = deploy m on api { input: $1, output: $1 per 1M tokens }",
      "units.expected: `input` must be Money per Token, not Money = `input` is an amount such as `$3 per 1M tokens`"
    ),
    (
      "x = deploy m on api { input: $1 per 1M tokens, output: $1 per 1M tokens }",
      "api.prompt: the tokens of a request are not known = give `prompt`, such as `prompt: 900 tokens`"
    ),
    (
      "x = deploy m on api { input: $1 per 1M tokens, output: $1 per 1M tokens, batch: 3 }",
      "fields.unknown: a deployment on an api has no field `batch` = did you mean `batch_discount`?"
    ),
    (
      "x = deploy m on 1 (box with { price: 3 }) { \(ask) }",
      "units.expected: `price` must be Money per Time, not Number = write the unit, such as `$3/hour`"
    ),
    (
      "x = deploy m on 1 (m with { layers: 3 }) { \(ask) }",
      "types.expected: expected hardware, such as `H100`, found a Model"
    ),
  ])
  func deployment(line: String, expected: String) {
    #expect(diagnosed(things + line) == [expected])
  }

  @Test(arguments: [
    (
      "model x = perceptron { params: 8B }",
      "names.unknown-model: unknown model `perceptron` = describe it above: `model perceptron = transformer { … }`"
    ),
    (
      "model x = transfomer { params: 8B }",
      "names.unknown-model: unknown model `transfomer` = did you mean `transformer`?"
    ),
    (
      "model x = H100 { params: 8B }",
      "types.expected: expected a model, found Hardware"
    ),
    (
      "model x = transformer { layers: 3 }",
      "model.shape: the parameters of `x` cannot be counted without `hidden`, `heads`, `vocab`, `ffn` = give these, or `params` alone"
    ),
    (
      "model x = moe { layers: 3, hidden: 64, heads: 4, vocab: 100 }",
      "model.shape: the parameters of `x` cannot be counted without `experts`, `experts_per_token`, `expert_ffn` = give these, or `params` and `active_params`"
    ),
    (
      "model x = moe { params: 8B }",
      "model.active_params: how many parameters of `x` a token passes is not known = give `active_params`, or the experts: `experts`, `experts_per_token`, `expert_ffn`"
    ),
    (
      "model x = transformer { params: 8 GB }",
      "units.expected: `params` must be Number, not Data"
    ),
    (
      "model x = transformer { params: 8B, experts: 3 }",
      "fields.unknown: a transformer has no field `experts` = its fields are params, active_params, layers, hidden, ffn, heads, kv_heads, head_dim and 12 more"
    ),
    (
      "model x = transformer { params: 0 }",
      "field.bounds: `params` must be more than zero, not 0"
    ),
    (
      "model x = transformer { params: 8B, gated: 3 }",
      "types.expected: expected a condition, such as `a < b`, found a Number"
    ),
    (
      "model x = transformer { params: 8B, layers: 2.5 }",
      "field.bounds: `layers` must be a whole number of at least 1, not 2.5"
    ),
    (
      "model x = mlp { layers: 3 }",
      "types.expected: expected a list, such as `layers: [784, 512, 10]`, found a Number"
    ),
    (
      "model x = mlp { layers: [784] }",
      "model.widths: an mlp needs the widths of its inputs and its outputs = such as `layers: [784, 512, 10]`"
    ),
    (
      "model x = mlp { }",
      "model.params: the parameters of `x` are not known = give the widths, such as `layers: [784, 512, 10]`"
    ),
    (
      "model x = cnn { params: 25M }",
      "model.macs: the work of one sample of `x` is not known = give `macs`, its multiply-adds, such as `macs: 4.1B` for a ResNet-50"
    ),
    (
      "model x = transformer { layers: 3, layers: 4, params: 8B }",
      "fields.twice: `layers` stands twice in this block"
    ),
    (
      "model x = transformer { layers: 2, hidden: 64, heads: 4, ffn: 256, vocab: 1000, params: 8B }",
      "warning model.params: `params` is given as 8B, but the shape has 259,392 = the given figure is taken; leave it out to take the shape's"
    ),
    (
      "hardware x { memory: 80 }",
      "units.expected: `memory` must be Data, not Number = write the unit, such as `80 bytes`"
    ),
    (
      "hardware x { memory: $80 }",
      "units.expected: `memory` must be Data, not Money = `memory` is an amount such as `3 bytes`"
    ),
    (
      "hardware x { memoory: 80 GB }",
      "fields.unknown: hardware has no field `memoory` = did you mean `memory`?"
    ),
    (
      "hardware x { colour: 80 GB }",
      "fields.unknown: hardware has no field `colour` = its fields are memory, bandwidth, peak, achievable, sparse, link, domain, network and 4 more"
    ),
    (
      "hardware x { memory: 0 GB }",
      "field.bounds: `memory` must be more than zero, not 0 bytes"
    ),
    (
      "hardware x { peak: { bf17: 3 TFLOP/s } }",
      "fields.unknown: `peak` has no field `bf17` = did you mean `bf16`?"
    ),
    (
      "hardware x { peak: 3 TFLOP/s }",
      "types.expected: expected a block, such as `peak { bf16: … }`, found Compute per Time"
    ),
    (
      "hardware x { peak: { bf16: 3 TFLOP } }",
      "units.expected: `bf16` must be Compute per Time, not Compute = `bf16` is an amount such as `3 FLOP/s`"
    ),
    (
      "dataset x { size: 3 TB, rentention: 1 year }",
      "fields.unknown: a dataset has no field `rentention` = did you mean `retention`?"
    ),
    (
      "x = 3 with { a: 3 }",
      "syntax.clause: `with` cannot follow here"
    ),
    (
      "x = { a: 1 } with { b: 3 }",
      "fields.unknown: the record has no field `b` = its fields are a"
    ),
    (
      "show t.costs",
      "fields.none: a Training has no `costs` = did you mean `cost`?"
    ),
    (
      "show t.steps",
      "fields.none: the steps of this training cannot be known = give the global `batch` of one optimizer step"
    ),
    (
      "show t.cost.comput",
      "fields.none: Money has no `comput` = did you mean `compute`?"
    ),
    (
      "show box.zzz",
      "fields.none: Hardware has no `zzz` = it has memory, bandwidth, peak, achievable, sparse, link, domain, network and 4 more"
    ),
    (
      "show box.network",
      "fields.none: Hardware has no `network` = it was neither given nor could it be worked out from what was"
    ),
    (
      "show m.size(fp9)",
      "fields.word: `size` cannot be `fp9` = did you mean `fp8`?"
    ),
    (
      "show m.size()",
      "calls.count: `size` takes one data type, not 0"
    ),
    (
      "show m.sizes(fp8)",
      "fields.none: a Model has no `sizes` = did you mean `size`?"
    ),
    (
      "show s(3)",
      "types.function: `s` is not a function = to multiply, write `*`"
    ),
    (
      "show 3 * box",
      "types.operator: `*` cannot take a Number and Hardware"
    ),
    (
      "show if true then m else box",
      "types.branches: both sides of a choice must be alike"
    ),
    (
      "show H100.memory * nothing.memory",
      "names.unknown: unknown name `nothing`"
    ),
    (
      "show m.size(nothing)",
      "fields.word: `size` cannot be `nothing` = it is one of fp32, tf32, bf16, fp16, fp8, mxfp8, int8, int4 and 3 more"
    ),
    (
      "show m.size(3)",
      "types.expected: expected a word, found a Number"
    ),
    (
      "show s.ttft.p96",
      "fields.none: a Time has no `p96` = did you mean `p95`?"
    ),
    (
      "show lama_3_1_8b.params",
      "names.unknown: unknown name `lama_3_1_8b` = did you mean `llama_3_1_8b` or `llama_3_1_70b`?"
    ),
  ])
  func thingsAndMembers(line: String, expected: String) {
    #expect(diagnosed(things + line) == [expected])
  }
}
