import Testing

@testable import AICLanguage

/// Every clause and field of a thing reaches the engine's own: expected values by plain expressions of the language.
@Suite struct ThingsTests {
  // MARK: - Trainings

  @Test(arguments: [
    ("", "flops", "20T tokens * 6 * 195392 FLOP/token"),
    ("", "time", "20T tokens * 6 * 195392 FLOP/token / (8 * 1000 TFLOP/s * 40%)"),
    ("", "cost", "20T tokens * 6 * 195392 FLOP/token / (1000 TFLOP/s * 40%) * $2/hour"),
    ("", "device_hours", "t.time * 8"),
    ("", "tokens_per_second", "20T tokens / t.time"),
    ("", "cost_per_token", "t.cost / 20T tokens"),
    ("", "energy", "t.device_hours * 700 W * 85% * 1.15"),
    ("", "memory.weights", "m.size(bf16) / 8"),
    ("epochs: 3", "flops", "3 * t.flops"),
    ("precision: fp8", "time", "t.time / 2"),
    ("price: $3/hour", "cost", "t.cost * 1.5"),
    ("goodput: 80%", "time", "t.time / 80%"),
    ("experiments: 1.5", "cost.experiments", "t.cost / 2"),
    ("experiments: 1.5", "cost", "t.cost * 1.5"),
    ("data: $3k", "cost.data", "$3k"),
    ("storage: $3k", "cost.storage", "$3k"),
    ("storage: $3/hour", "cost.storage", "t.time * $3/hour"),
    ("network: $3/hour", "cost.network", "t.time * $3/hour"),
    ("staff: $3k", "cost", "t.cost + $3k"),
    ("electricity: $0.10/kWh", "cost.energy", "t.energy * $0.10/kWh"),
    ("pue: 1.5", "energy", "t.energy * 1.5 / 1.15"),
    ("carbon_intensity: 100 gCO2e/kWh", "carbon", "t.energy * 100 gCO2e/kWh"),
    ("batch: 1M tokens", "steps", "20M"),
    ("batch: 1M tokens", "step_time", "t.time / 20M"),
    ("batch: 2000 samples, sequence: 500 tokens", "steps", "20M"),
    ("recompute: full", "hfu", "40% * 4 / 3"),
    ("optimizer: sgd", "memory.optimizer", "t.memory.optimizer / 3"),
    ("parallel: { zero: 0 }", "memory.weights", "m.size(bf16)"),
    ("parallel: { zero: 1 }", "memory.optimizer", "t.memory.optimizer"),
  ])
  func training(fields: String, figure: String, expected: String) {
    let text = things + "x = train m on 20T tokens using 8 box at 40% mfu { \(fields) }\n"
    expectAlike("x.\(figure)", expected, after: text)
  }

  /// The same said by a clause and by a field.
  @Test(arguments: [
    ("train m on 20T tokens using 8 box at 40% mfu for 3 epochs", "t.cost * 3"),
    ("train m on 20T tokens using 8 box { mfu: 40% }", "t.cost"),
    ("train m on 40T tokens using 8 box at 20% mfu", "t.cost * 4"),
    ("train m on 20T tokens using 16 box at 40% mfu", "t.cost"),
    ("train m on 20T tokens using (4 + 4) box at 40% mfu", "t.cost"),
    ("train m on 20T tokens using 8 (box with { price: $4/hour }) at 40% mfu", "t.cost * 2"),
    (
      "train (m with { params: 323392 }) on 20T tokens using 8 box at 40% mfu",
      "t.cost * 259392 / 195392"
    ),
    ("train m on 20T tokens using 9 box at 40% mfu { rent: nodes }", "t.cost * 16 / 9"),
    ("finetune m on 20T tokens using 8 box at 40% mfu", "t.cost"),
  ])
  func trainingClauses(training: String, expected: String) {
    expectAlike("(\(training)).cost", expected)
  }

  @Test func adaptersTakeTheirRankFromEither() {
    let text = things + "f = finetune m on 20T tokens using 8 box at 40% mfu with lora rank 16\n"
    expectAlike(
      "f.flops",
      "(finetune m on 20T tokens using 8 box at 40% mfu { method: lora, rank: 16 }).flops",
      after: text)
    // Frozen weights are passed forward and backward, not differentiated: 4 of 6, and the adapters' own.
    let shown = figures(text + "show f.flops / t.flops, f.rank")
    #expect(shown[0].value > 4.0 / 6 && shown[0].value < 1)
    #expect(shown[1].value == 16)
  }

  @Test func aModelOfSamplesLearnsFromSamples() {
    let text = things + "model c = cnn { params: 25M, macs: 4B }\n"
    expectAlike(
      "(train c on 1M samples using 8 box at 40% mfu).flops",
      "1M samples * 3 * 2 * 4B FLOP/sample", after: text)
  }

  // MARK: - Deployments

  @Test(arguments: [
    ("", "cost", "$2/hour * s.replicas"),
    ("", "throughput", "4 requests/s * 250 tokens/request"),
    ("", "cost_per_request", "s.cost / (4 requests/s)"),
    ("", "cost_per_token", "s.cost / (4 requests/s * 1150 tokens/request)"),
    ("", "utilization", "4 requests/s / (s.replicas * s.capacity)"),
    ("", "memory.weights", "m.size(bf16)"),
    ("", "memory.kv", "m.kv_per_token(bf16) * 1025 tokens * s.batch"),
    ("", "cost.idle", "s.cost * (1 - s.utilization)"),
    ("", "carbon", "s.energy * 472.94 gCO2e/kWh"),
    ("replicas: 3", "replicas", "3"),
    ("replicas: 3", "cost", "$6/hour"),
    ("price: $5/hour, replicas: 3", "cost", "$15/hour"),
    ("rent: nodes, replicas: 3", "cost", "$16/hour"),
    ("quantize: fp8", "memory.weights", "m.size(fp8)"),
    ("precision: fp8", "memory.weights", "m.size(fp8)"),
    ("kv: fp8, batch: 1", "memory.kv", "m.kv_per_token(fp8) * 1025 tokens * x.batch"),
    ("storage: $1/hour", "cost.storage", "$1/hour"),
    (
      "egress: $0.09/GB, response_bytes: 2 kB", "cost.egress",
      "4 requests/s * 2 kB/request * $0.09/GB"
    ),
    ("electricity: $0.10/kWh", "cost.energy", "s.energy * $0.10/kWh"),
    ("pue: 2.3", "energy", "s.energy * 2"),
    ("carbon_intensity: 100 gCO2e/kWh", "carbon", "s.energy * 100 gCO2e/kWh"),
    ("concurrency: 4 requests", "batch", "4"),
  ])
  func deployment(fields: String, figure: String, expected: String) {
    let rate = fields.contains("concurrency") ? "" : "serving 4 requests/s"
    let text =
      things + """
        x = deploy m on 1 box \(rate) { prompt: 900 tokens, response: 250 tokens, \(fields) }

        """
    expectAlike("x.\(figure)", expected, after: text)
  }

  /// Each of these fields moves its figure the way that its one line of documentation says.
  @Test(arguments: [
    ("cached: 50%", "ttft", -1.0), ("peak: 3", "batch", 1), ("headroom: 9900%", "replicas", 0),
    ("memory_share: 50%", "max_batch", -1), ("batch: 1", "capacity", -1),
    ("availability: 99.9999999%", "replicas", 1), ("engine: trtllm", "tpot", -1),
    ("idle_power: 100%", "energy", 1), ("target: { tpot: 2.2 ms }", "capacity", -1),
    ("prompt: 9000 tokens", "ttft", 1), ("response: 500 tokens", "latency", 1),
  ])
  func fieldsMoveTheirFigure(field: String, figure: String, sign: Double) throws {
    let name = String(field.prefix { $0 != ":" })
    let others = ["prompt": "900 tokens", "response": "250 tokens"].filter { $0.key != name }
      .sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    let block = (others + [field]).joined(separator: ", ")
    let shown = figures(
      things
        + "x = deploy m on 1 box serving 4 requests/s { \(block) }\nshow x.\(figure) - s.\(figure)")
    #expect(try #require(shown.first).value.sign == (sign < 0 ? .minus : .plus))
    #expect(shown.first?.value != 0)
  }

  @Test(arguments: [
    ("with quantize fp8, batch 64", "quantize: fp8, batch: 64"),
    ("with kv fp8", "kv: fp8"), ("with cache 40%", "cached: 40%"),
  ])
  func techniquesAreFields(clause: String, fields: String) {
    let block = "prompt: 900 tokens, response: 250 tokens"
    for figure in ["cost_per_request", "ttft", "memory", "capacity"] {
      expectAlike(
        "(deploy m on 1 box \(clause) serving 4 requests/s { \(block) }).\(figure)",
        "(deploy m on 1 box serving 4 requests/s { \(block), \(fields) }).\(figure)")
    }
  }

  @Test func aLayoutUsesItsDevices() {
    let text =
      things + """
        x = deploy m on 2 box serving 4 requests/s {
          prompt: 900 tokens, response: 250 tokens, parallel: { tp: 1, pp: 2 }, replicas: 1
        }

        """
    expectAlike("x.cost", "$4/hour", after: text)
    expectAlike("x.memory.weights", "m.size(bf16) / 2", after: text)
  }

  // MARK: - Tokens from a provider

  @Test(arguments: [
    (
      "cost_per_request",
      "900 tokens/request * ($1 per 1M tokens) + 250 tokens/request * ($3 per 1M tokens)", ""
    ),
    ("cost", "4 requests/s * a.cost_per_request", ""),
    ("cost.input", "4 requests/s * 900 tokens/request * $1 per 1M tokens", ""),
    ("cost.output", "4 requests/s * 250 tokens/request * $3 per 1M tokens", ""),
    ("cost_per_token", "a.cost_per_request / (1150 tokens/request)", ""),
    ("cost", "a.cost / 2", "batch_discount: 50%"),
    (
      "cost_per_input_token", "$0.55 per 1M tokens",
      "cached: 50%, cached_input: $0.10 per 1M tokens"
    ),
  ])
  func api(figure: String, expected: String, fields: String) {
    let text =
      things + """
        x = deploy m on api { input: $1 per 1M tokens, output: $3 per 1M tokens, \(fields) }
            serving 4 requests/s { prompt: 900 tokens, response: 250 tokens }

        """
    expectAlike("x.\(figure)", expected, after: text)
  }

  // MARK: - Hardware and models

  @Test(arguments: [
    ("box.memory", "80 GB"), ("box.bandwidth", "3 TB/s"), ("box.peak.fp8", "2000 TFLOP/s"),
    ("box.price", "$2/hour"), ("box.link", "450 GB/s"), ("box.power", "700 W"), ("box.node", "8"),
    ("(box with { memory: 96 GB }).memory", "96 GB"),
    ("(box with { memory: 96 GB }).power", "700 W"),
    ("m.params", "259392"), ("m.active_params", "259392"), ("m.layers", "2"),
    ("m.flops_per_token", "2 * 195392 FLOP/token"), ("m.size(fp8)", "259392 bytes"),
    ("m.size(fp32)", "4 * 259392 bytes"),
    // Two of 4 heads of 16, keys and values, in 2 layers.
    ("m.kv_per_token(bf16)", "2 * 2 * 64 * 2 bytes/token"),
    ("(m with { kv_heads: 2 }).kv_per_token(fp8)", "2 * 2 * 32 bytes/token"),
    ("(m with { layers: 4 }).params", "259392 + 32768 + 98304 + 256"),
    ("(m with { tied: true }).params", "195392"),
    ("(m with { gated: false }).params", "259392 - 32768"),
    ("t.mfu", "40%"), ("s.prompt", "900 tokens"), ("s.rate", "4 requests/s"),
    ("a.input", "$1 per 1M tokens"),
    ("(t with { mfu: 20% }).cost", "t.cost * 2"), ("(s with { replicas: 2 }).cost", "$4/hour"),
    ("(a with { batch_discount: 25% }).cost", "a.cost * 3 / 4"),
  ])
  func members(expression: String, expected: String) {
    expectAlike(expression, expected)
  }

  @Test func aModelMayStartFromAnother() {
    let text = things + "model wide = m { hidden: 128, head_dim: 16 }\n"
    expectAlike("wide.layers", "2", after: text)
    expectAlike("wide.hidden", "128", after: text)
    // The figures of the first are its own still.
    expectAlike("m.params", "259392", after: text)
  }

  @Test(arguments: [
    "llama_3_1_8b", "Llama_3_1_8B", "`llama-3.1-8b`", "`LLAMA 3.1 8b`", "`meta-llama/Llama-3.1-8B`",
  ])
  func cataloguedModelsByEverySpelling(name: String) {
    // The published count of the weights.
    expectAlike("\(name).params", "8030261248")
    expectAlike(
      "(deploy \(name) on 1 H100 { prompt: 9 tokens, response: 9 tokens, price: $2/hour }).memory.weights",
      "8030261248 * 2 bytes")
  }

  @Test(arguments: ["H100", "h100", "`H100`"])
  func cataloguedHardwareByEverySpelling(name: String) {
    expectAlike("\(name).memory", "80 GB")
    expectAlike("\(name).bandwidth", "3.35 TB/s")
  }

  @Test func aNameOfTheFileComesBeforeTheCatalogue() {
    expectAlike("H100.memory", "1 GB", after: "hardware H100 { memory: 1 GB }\n")
    expectAlike("H100", "3", after: "H100 = 3\n")
  }

  // MARK: - Replacing fields from outside

  @Test(arguments: [
    (
      "t.mfu", "20%", "t.cost",
      "20T tokens * 6 * 195392 FLOP/token / (1000 TFLOP/s * 20%) * $2/hour"
    ),
    ("s.replicas", "5", "s.cost", "$10/hour"),
    ("box.price", "$7/hour", "s.cost", "$7/hour"),
    ("m.layers", "4", "m.params", "259392 + 32768 + 98304 + 256"),
    ("a.batch_discount", "50%", "a.cost_per_output_token", "$1.50 per 1M tokens"),
    ("s.quantize", "fp8", "s.memory.weights", "m.size(fp8)"),
    ("s.prompt", "90 tokens", "s.prompt", "90 tokens"),
  ])
  func replacedFields(path: String, value: String, figure: String, expected: String) {
    expectAlike(figure, expected, settings: [(path, value)])
  }

  @Test func theLastReplacementOfAFieldWins() {
    expectAlike("s.cost", "$6/hour", settings: [("s.replicas", "5"), ("s.replicas", "3")])
  }

  @Test func aReplacementMayUseTheCellsAbove() {
    expectAlike("s.cost", "$4/hour", settings: [("s.replicas", "m.layers")])
  }

  /// A replacement is for the cell that it names: not for what a copy starts from, nor for what is copied inside.
  @Test(arguments: [
    ("x = s with { replicas: 3 }", "$10/hour"), ("x = (s with { price: $2/hour })", "$10/hour"),
    ("x = (s with { replicas: 7 }) with { price: $3/hour }", "$15/hour"),
    ("x = (deploy m on 1 box { \(ask) }) with { replicas: 3 }", "$10/hour"),
    ("x = deploy m on 1 (box with { price: $4/hour }) { \(ask) }", "$20/hour"),
    ("x = deploy (m with { layers: 4 }) on 1 box { \(ask) }", "$10/hour"),
  ])
  func replacedFieldsOfCopies(line: String, cost: String) {
    let text = things + line + "\n"
    expectAlike("x.cost", cost, after: text, settings: [("x.replicas", "5")])
    expectAlike("s.cost", "$2/hour", after: text, settings: [("x.replicas", "5")])
  }

  @Test(arguments: [
    ("s.btch", "3", "fields.unknown: a deployment has no field `btch` = did you mean `batch`?"),
    ("s.batch", "$3", "units.expected: `batch` must be Number, not Money"),
    ("s.batch", "0", "field.bounds: `batch` must be a whole number of at least 1, not 0"),
    ("s.batch", "nothing", "names.unknown: unknown name `nothing`"),
    (
      "box.memory", "3",
      "units.expected: `memory` must be Data, not Number = write the unit, such as `3 bytes`"
    ),
    ("nothing.batch", "3", "names.unknown-cell: there is no cell `nothing.batch` to replace"),
    ("n.batch", "3", "names.unknown-cell: there is no cell `n.batch` to replace"),
    ("s", "3", "units.replacement: cannot replace a Deployment by a Number"),
    ("m.layers", "true", "types.expected: expected a quantity, found a Bool"),
    ("s.quantize", "fp9", "fields.word: `quantize` cannot be `fp9` = did you mean `fp8`?"),
  ])
  func refusedReplacements(path: String, value: String, expected: String) {
    #expect(diagnosed(things + "n = 3\n", settings: [(path, value)]) == [expected])
  }

  @Test func aMistakeInAReplacementIsShownThere() throws {
    let result = run(things, settings: [("s.replicas", "3"), ("s.batch", "  $3")])
    let place = try #require(result.diagnostics.first).primary.range
    #expect(result.files[place.file].name == "--set s.batch")
    #expect(result.files[place.file].text(place.lower..<place.upper) == "$3")
  }
}

private let ask = "prompt: 9 tokens, response: 9 tokens"
