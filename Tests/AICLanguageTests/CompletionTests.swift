import Testing

@testable import AICLanguage

/// What is offered where; expected names are those of the language's design and of the script above.
@Suite struct CompletionTests {
  private func names(_ tail: String) -> [String] { offered(completionScript + tail) }

  // MARK: - Clauses of things that cost

  @Test(arguments: [
    "x = train assistant on corpus using ‸", "x = deploy assistant on 8 ‸",
    "x = deploy assistant on (2 * 4) ‸", "x = train assistant on corpus using gpus ‸",
  ])
  func hardware(tail: String) {
    let found = names(tail)
    #expect(found.first == "chip")
    #expect(found.contains("A30"))
    #expect(!found.contains("assistant"))
  }

  @Test func hardwareByPrefix() {
    let found = names("x = deploy assistant on 8 h1‸")
    #expect(found.contains("H100"))
    #expect(found.allSatisfy { $0.lowercased().hasPrefix("h1") })
  }

  @Test func onOffersTheApiToDeploymentsAlone() {
    #expect(names("x = deploy assistant on a‸").contains("api"))
    #expect(!names("x = train assistant on a‸").contains("api"))
    #expect(names("x = train assistant on ‸").first == "corpus")
    #expect(names("x = deploy assistant on g‸").contains("gpus"))
  }

  @Test(arguments: ["deploy", "train", "finetune"])
  func models(word: String) {
    let found = names("x = \(word) ‸")
    #expect(found.first == "assistant")
    #expect(found.contains("llama_3_1_8b"))
    #expect(!found.contains("chip"))
  }

  @Test func hubNames() throws {
    let found = completion("x = deploy `meta-llama/Llama-3.1-8‸")
    #expect(found.candidates.map(\.text).contains("`meta-llama/Llama-3.1-8B`"))
    #expect(found.replaced == 11..<34)
    #expect(completion("x = deploy `meta-llama/Llama-3.1-8‸` on").replaced == 11..<35)
  }

  @Test func kindsOfModels() {
    let found = names("model m = ‸")
    #expect(found.starts(with: ["transformer", "moe"]))
    #expect(found.contains("assistant"))
  }

  @Test func techniques() {
    #expect(
      names("x = deploy assistant on 1 H100 with ‸").starts(with: ["quantize", "kv"]))
    let own = names("x = deploy assistant on 1 H100 with batch 8, prune 40% { ‸")
    #expect(own.starts(with: ["pattern:", "efficiency:", "accuracy:"]) && own.contains("prompt:"))
    let patterns = names("x = deploy assistant on 1 H100 with prune 40% { pattern: ‸")
    #expect(patterns.first == "structured")
    let fields = names("x = deploy assistant on 1 H100 { ‸")
    #expect(fields.contains("prune:") && !fields.contains { $0.contains(".") })
    #expect(names("x = deploy assistant on 1 H100 with quantize fp8, ‸").first == "kv")
    #expect(names("x = finetune assistant on corpus using 8 H100 with ‸").contains("lora"))
    #expect(names("x = finetune assistant on corpus using 8 H100 with lora ‸").first == "rank")
  }

  @Test func wordsOfFields() {
    let types = names("x = deploy assistant on 1 H100 with quantize ‸")
    #expect(types.starts(with: ["fp32", "tf32", "bf16"]))
    #expect(names("x = deploy assistant on 1 H100 { engine: ‸").starts(with: ["vllm", "trtllm"]))
    #expect(names("model m = transformer { gated: t‸").first == "true")
    #expect(names("x = assistant.size(‸").contains("fp8"))
  }

  @Test func clauses() {
    #expect(names("x = deploy assistant ‸").starts(with: ["on", "with", "serving"]))
    #expect(names("x = deploy assistant on 1 H100 se‸") == ["serving"])
    #expect(names("x = deploy assistant on 1 H100\n  ser‸").first == "serving")
    #expect(names("x = train assistant on corpus using 8 H100 at 40% ‸") == ["mfu"])
  }

  // MARK: - Units

  @Test func unitsAfterNumbers() {
    #expect(names("x = 80 G‸").starts(with: ["GB", "Gbit", "GFLOP"]))
    #expect(names("x = 80G‸").contains("GB"))
    #expect(names("x = 80‸").isEmpty)
    #expect(names("hardware h { memory: 80 ‸").prefix(12).contains("GB"))
    #expect(names("hardware h { bandwidth: 3 TB/‸").first == "day")
    #expect(names("x = deploy assistant on 1 H100 serving 3 ‸").first == "requests")
  }

  @Test func unitsAfterPer() {
    #expect(names("x = $2 per h‸").starts(with: ["h", "hour"]))
    #expect(names("x = 30 requests/u‸").first == "user")
    #expect(names("x = $2.50/GPU-h‸").starts(with: ["h", "hour"]))
    #expect(names("x = users / us‸") == ["users"])
  }

  @Test func unitsAfterIn() {
    #expect(names("show tuning.cost in ‸").first == "EUR")
    #expect(names("show 日本 in ‸").contains("min"))
    #expect(!names("show 日本 in ‸").contains("GB"))
    #expect(names("show service.cost in ‸").contains("$/month"))
    #expect(names("show service.cost in $/mo‸") == ["month"])
  }

  @Test func unitsOfTheFile() {
    #expect(offered("unit seat\nx = 3 se‸").contains("seats"))
    #expect(names("rate CH‸") == ["CHF"])
  }

  /// Names of figures of the catalogue, part by part.
  @Test func figuresOfTheCatalogue() {
    #expect(names("x = gri‸") == ["grid"])
    #expect(names("x = grid.fra‸") == ["france"])
    #expect(names("x = grid.gc‸") == ["gcp"])
    #expect(names("x = grid.gcp.europe_west8‸") == ["europe_west8"])
    #expect(names("x = aws.s3_standard‸").first == "s3_standard")
    #expect(names("x = aws.egress_internet.‸").contains("eu_west_1"))
    #expect(names("x = convention.‸").contains("useful_life"))
    #expect(names("x = convention.useful_life.data_center_building.‸") == ["low", "high"])
    #expect(names("dataset d { tier: gcp.cloud‸").contains("cloud_storage_standard"))
  }

  // MARK: - Blocks

  @Test func fieldsOfBlocks() throws {
    let found = names("hardware h { memory: 80 GB, ‸ }")
    #expect(found.first == "bandwidth:")
    #expect(!found.contains("memory:"))
    #expect(names("hardware h {\n  ‸\n  power: 700 W\n}").contains("memory:"))
    #expect(!names("hardware h {\n  ‸\n  power: 700 W\n}").contains("power:"))
    #expect(names("hardware h { mem‸: 80 GB }") == ["memory"])
    #expect(names("dataset d { ‸").starts(with: ["tokens:", "samples:", "size:"]))
    #expect(names("team t { ‸") == ["people:", "salary:", "overhead:", "share:"])
    #expect(names("model m = moe { exp‸").contains("experts_per_token:"))
    #expect(names("model m = assistant { kv‸") == ["kv_heads:"])
    #expect(names("x = train assistant on corpus using 8 H100 {\n  micro‸") == ["micro_batch:"])
    #expect(names("x = deploy assistant on api { ‸").contains("cached_input:"))
    let pue = try #require(
      completion(completionScript + "x = deploy assistant on 1 H100 {\n  prompt: 9 tokens\n  pu‸")
        .candidates.first)
    #expect(pue.text == "pue:" && pue.kind == .field)
    #expect(pue.detail.hasPrefix("Number, default 1."))
    #expect(pue.doc == "energy of the whole site over that of its computers")
  }

  @Test func fieldsInFields() {
    #expect(
      names("x = deploy assistant on 1 H100 { target: { ttft: 1 s, ‸") == ["tpot:", "latency:"])
    #expect(names("hardware h { peak: { bf‸") == ["bf16:"])
  }

  @Test func fieldsOfCopies() {
    #expect(names("x = pair with { ‸") == ["first:", "second:"])
    #expect(names("x = service with { ba‸") == ["batch:"])
    #expect(names("x = { a: 1, ‸").isEmpty)
  }

  @Test func plans() {
    #expect(names("plan p from 2026-01 for 12 months {\n  team: ‸") == ["monthly", "once"])
    #expect(names("plan p from 2026-01 for 12 months {\n  d‸") == ["discount:"])
    #expect(names("plan p from 2026-01 for 12 months {\n  a: monthly $4k g‸") == ["growing"])
  }

  // MARK: - Members

  @Test func members() throws {
    let found = completion(completionScript + "show service.‸").candidates
    #expect(found.first?.text == "cost")
    #expect(found.first?.kind == .figure)
    #expect(found.first?.detail == "Money per Time")
    #expect(found.first?.doc == "money per time, idle time included")
    #expect(found.contains { $0.text == "quantize" && $0.kind == .field })
    #expect(
      names("show service.cost.‸") == [
        "compute", "idle", "egress", "storage", "energy", "distillation", "retraining",
      ])
    #expect(names("show tuning.co‸").first == "cost")
    #expect(names("show assistant.flops‸") == ["flops_per_token", "flops_per_sample"])
    #expect(names("show H100.mem‸") == ["memory"])
    #expect(names("show pair.‸") == ["first", "second"])
    #expect(names("show budget.‸").contains("team"))
    #expect(names("show 5.‸").isEmpty)
    #expect(names("show (service).tt‸") == ["ttft", "ttft.p95"])
    #expect(names("print \"it costs {service.cost_per_r‸") == ["cost_per_request"])
  }

  // MARK: - Scenarios

  @Test func scenarios() {
    #expect(names("scenario s extends ‸") == ["int4", "spike"])
    #expect(names("compare base, ‸") == ["int4", "spike"])
    #expect(names("compare ‸").first == "base")
    #expect(names("compare base, int4 ‸") == ["on"])
    let cells = names("scenario s {\n  users = 3 users\n  ‸")
    #expect(cells.contains("gpu_price"))
    #expect(!cells.contains("users") && !cells.contains("double"))
    let fields = names("scenario s {\n  service.‸")
    #expect(fields.contains("batch") && !fields.contains("cost"))
    #expect(names("sweep us‸") == ["users"])
    #expect(names("sweep users ‸") == ["in", "from"])
    #expect(names("x = minimize service.cost over service.ba‸") == ["batch"])
  }

  // MARK: - Statements and expressions

  @Test func statements() {
    let found = names("‸")
    #expect(found.starts(with: ["gpu_price", "users", "größe", "日本"]))
    #expect(found.contains("assume") && found.contains("sweep"))
    #expect(names("ass‸") == ["assistant", "assume", "assert"])
    #expect(offered("‸").first == "assume")
  }

  @Test func expressions() {
    #expect(names("x = us‸") == ["users"])
    #expect(names("x = 2 * GR‸").first == "größe")
    #expect(names("x = gr‸").starts(with: ["größe", "growth"]))
    #expect(names("x = 日‸") == ["日本"])
    #expect(!names("x = ‸").contains("H100"))
    #expect(names("x = H10‸").contains("H100"))
    #expect(names("x = users ‸").starts(with: ["per", "to"]))
    #expect(names("fn f(alpha, beta_) = al‸").first == "alpha")
  }

  @Test func details() throws {
    let found = completion(completionScript + "x = gpu_‸").candidates
    #expect(found.map(\.text) == ["gpu_price"])
    #expect(found[0].kind == .assumption)
    #expect(found[0].detail == "Money per Time")
    #expect(found[0].doc == "On-demand price of one H100")
    #expect(
      completion(completionScript + "x = doub‸").candidates[0].detail == "(amount: Money, times)")
  }

  @Test func namedParameters() {
    #expect(offered("x = normal(me‸").first == "mean:")
    #expect(offered("x = normal(mean: 3, s‸").first == "sd:")
    #expect(names("x = double(‸").starts(with: ["amount:", "times:"]))
  }

  // MARK: - Nothing

  @Test(arguments: [
    "# a comm‸", "x = 3 # us‸", "print \"us‸", "import \"us‸", "assume ‸", "scenario ‸",
    "hardware ‸", "x = {‸", "assume a = 3 source \"‸\"",
  ])
  func nothing(tail: String) {
    #expect(names(tail).isEmpty)
  }

  // MARK: - What is replaced

  @Test func replacedBytes() {
    #expect(completion("x = größ‸").replaced == 4..<10)
    #expect(completion("x = 80GB‸").replaced == 6..<8)
    #expect(completion("x = ‸").replaced == 4..<4)
    #expect(complete("x", at: 99).replaced == 0..<1)
    #expect(complete("ö", at: 1).replaced == 0..<0)
    #expect(complete("", at: -1).replaced == 0..<0)
  }

  @Test func afterMistakes() {
    #expect(offered("users = 3 +\nhalf = ) users {\nx = us‸").contains("users"))
    #expect(offered("a = deploy nothing on 3 { \nb = 4\nx = b‸").first == "b")
    #expect(offered("x = deploy on ‸").contains("api"))
  }
}
