import Testing

@testable import Catalogue

@Suite struct CatalogueCheckTests {
  @Test(arguments: Catalogue.Kind.allCases)
  func embeddedDataPass(kind: Catalogue.Kind) {
    #expect(Catalogue().table(of: kind).problems(kind) == [])
  }

  private static let accelerator: [(String, String)] =
    [
      ("name", "X1"), ("aliases", "X-one|X 1 PCIe"), ("vendor", "V"), ("class", "gpu"),
      ("year", "2024"), ("memory [GB]", "80"), ("memory_type", ""), ("bandwidth [GB/s]", "3350"),
    ]
    + Accelerator.dataTypes.map { ("peak_\($0) [TFLOP/s]", $0 == "bf16" ? "100" : "") } + [
      ("achievable_fp16 [TFLOP/s]", ""), ("achievable_bf16 [TFLOP/s]", "80"),
      ("achievable_fp8 [TFLOP/s]", ""), ("achievable_source", "S"),
      ("achievable_as_of", "2024"), ("achievable_kind", "measured"),
      ("achievable_checked", "quoted"), ("achievable_note", ""), ("sparse_factor", "2"),
      ("power [W]", "700"), ("mean_power [W]", ""), ("link", ""),
      ("link_bandwidth [GB/s]", "450"), ("link_bandwidth_total [GB/s]", "900"),
      ("scale_up_domain", "8"), ("devices_per_node", "8"), ("price [USD]", "1000"),
      ("price_kind", "list"), ("price_as_of", "2024-01"), ("source", "S"),
      ("as_of", "2024-02-03"), ("kind", "vendor"), ("checked", "retrieved"), ("note", ""),
    ]

  private static let modelColumns = [
    "name", "aliases", "family", "architecture", "modality", "params [billion]",
    "active_params [billion]", "layers", "encoder_layers", "decoder_layers", "hidden", "ffn",
    "heads", "kv_heads", "head_dim", "vocab", "experts", "experts_per_token", "shared_experts",
    "expert_ffn", "dense_layers", "context [tokens]", "q_rank", "kv_rank", "rope_dim",
    "value_dim", "window [tokens]", "tied", "gated", "biases", "positions", "norm_params",
    "norms_per_layer", "outer_norms", "global_layers", "qk_norm", "other_params",
    "structure_source",
    "structure_as_of", "structure_kind", "structure_checked", "structure_note",
    "training_tokens [billion]", "input_size", "macs [GMAC]", "released", "source", "as_of",
    "kind", "note", "checked",
  ]

  private static let modelCells = [
    "name": "M1", "family": "M", "architecture": "dense", "modality": "text",
    "params [billion]": "8", "active_params [billion]": "8", "layers": "32", "heads": "32",
    "kv_heads": "8", "context [tokens]": "8192", "released": "2024-01", "source": "S",
    "as_of": "2024-02-03", "kind": "vendor", "checked": "retrieved",
  ]

  @Test(arguments: [
    ("", "", nil),
    ("name", "", "name is missing"),
    ("source", "", "source is missing"),
    ("as_of", "", "as_of is missing"),
    ("as_of", "soon", "not a date: soon"),
    ("as_of", "2024-13", "not a date: 2024-13"),
    ("as_of", "2024-1", "not a date: 2024-1"),
    ("as_of", "2024-01-01-01", "not a date: 2024-01-01-01"),
    (
      "kind", "rumour",
      "kind is rumour, not one of vendor, measured, listed, estimate, sourced, stated"
    ),
    ("checked", "", "checked is missing"),
    ("memory [GB]", "-1", "memory is negative: -1"),
    ("memory [GB]", "0", "memory is zero"),
    ("memory [GB]", "80GB", "memory is not a number: 80GB"),
    ("memory [GB]", "nan", "memory is not a number: nan"),
    ("memory [GB]", "10001", "memory over 10 TB"),
    ("peak_fp8 [TFLOP/s]", "99", "fp8 slower than bf16, and no note about fp8"),
    ("peak_bf16 [TFLOP/s]", "79", "achievable bf16 over the peak"),
    ("peak_bf16 [TFLOP/s]", "", "achievable bf16 without a peak"),
    ("achievable_source", "", "achievable_source is missing"),
    ("sparse_factor", "0.5", "sparse factor below 1"),
    ("devices_per_node", "7.5", "devices_per_node is not a whole number: 7.5"),
    ("link_bandwidth [GB/s]", "901", "a link faster in one direction than in both"),
    ("price_as_of", "", "price_as_of is missing"),
    ("year", "24", "year 24"),
  ])
  func accelerators(column: String, text: String, message: String?) {
    var columns = Self.accelerator
    if let index = columns.firstIndex(where: { $0.0 == column }) { columns[index].1 = text }
    let csv = table(columns.map(\.0), [columns.map(\.1)])
    let problems = CatalogueCheck(.accelerator, file: "a.csv", bytes: csv.span).problems
    #expect(problems.map(\.message) == (message.map { [$0] } ?? []))
  }

  @Test(arguments: [
    ("", "", nil),
    ("active_params [billion]", "8.1", "more active parameters than parameters"),
    ("kv_heads", "64", "more KV heads than heads"),
    ("kv_heads", "5", "KV heads do not divide heads"),
    ("layers", "0", "layers is zero"),
    ("released", "2024-03", "released after the source's date"),
    ("dense_layers", "33", "more dense layers than layers"),
    ("window [tokens]", "8193", "window over context"),
    (
      "architecture", "rnn",
      "architecture is rnn, not one of dense, moe, encoder, cnn, vit, mlp, diffusion, "
        + "encoder-decoder, vision-text"
    ),
    ("tied", "maybe", "tied is neither yes nor no: maybe"),
    ("gated", "yes", "positions is missing"),
  ])
  func models(column: String, text: String, message: String?) {
    var cells = Self.modelCells
    cells[column] = text
    let row = Self.modelColumns.map { cells[$0] ?? "" }
    let csv = table(Self.modelColumns, [row])
    let problems = CatalogueCheck(.model, file: "m.csv", bytes: csv.span).problems
    #expect(problems.map(\.message) == (message.map { [$0] } ?? []))
  }

  /// A row that passes for each table, and what no row may say.
  private static let rows: [Catalogue.Kind: String] = [
    .price: """
    provider=aws,name=p5,instance=p5,accelerator=H100-SXM,devices=8,vcpus=,memory [GiB]=2048,\
    region=us-east-1,basis=instance,on_demand [USD/hour]=55,spot [USD/hour]=11,\
    reserved_1y [USD/hour]=40,reserved_3y [USD/hour]=30
    """,
    .pastPrice: """
    provider=aws,name=p5,instance=p5,accelerator=H100-SXM,commitment=on_demand,region=us-east-1,\
    price [USD]=98,unit=usd_per_instance_hour,reserved_1y [USD/hour]=,reserved_3y [USD/hour]=
    """,
    .api: """
    provider=openai,name=m,model=m,input [USD/million tokens]=2,output [USD/million tokens]=10,\
    cached_input [USD/million tokens]=1,cache_write [USD/million tokens]=,batch_discount=0.5,\
    long_above [tokens]=,long_input [USD/million tokens]=,long_output [USD/million tokens]=,\
    context [tokens]=,max_output [tokens]=,class=chat,valid_from=2026-01-01,next_from=,\
    next_input [USD/million tokens]=,next_output [USD/million tokens]=
    """,
    .energy: "metric=pue,scope_type=provider,scope=x,name=X,value=1.1,unit=ratio,year=2024",
    .storage: """
    provider=aws,category=egress,name=out,region=us-east-1,tier_from=0,tier_to=10,tier_unit=tb,\
    price [USD]=0.09,unit=usd_per_gb,gigabyte=binary,gigabyte_source=S,gigabyte_as_of=2026,\
    gigabyte_kind=listed,gigabyte_checked=x,gigabyte_note=,free_allowance=
    """,
    .convention: "category=mfu_range,name=x,value=0.4,unit=,low=0.3,high=0.5,symbol=,title=",
  ]

  @Test(arguments: [
    (Catalogue.Kind.price, "", "", nil), (.pastPrice, "", "", nil), (.api, "", "", nil),
    (.energy, "", "", nil), (.storage, "", "", nil), (.convention, "", "", nil),
    (.price, "spot [USD/hour]", "56", "a spot price over the on-demand price"),
    (.price, "reserved_1y [USD/hour]", "56", "a reserved price over the on-demand price"),
    (.price, "reserved_3y [USD/hour]", "41", "three years dearer than less"),
    (.price, "on_demand [USD/hour]", "9000", "a device for over $1,000 an hour"),
    (.price, "devices", "0", "devices without an accelerator, or the other way round"),
    (.price, "accelerator", "H1000", "there is no accelerator H1000"),
    (.price, "region", "", "region is missing"),
    (
      .price, "basis", "per_rack",
      "basis is per_rack, not one of instance, per_gpu, per_chip, capacity_block, marketplace"
    ),
    (.pastPrice, "price [USD]", "0", "price is zero"),
    (.pastPrice, "commitment", "purchase", "a purchase is of a device, and nothing else is"),
    (.api, "cached_input [USD/million tokens]", "3", "a cached token over a new one"),
    (.api, "batch_discount", "1.5", "more than the whole price off"),
    (.api, "valid_from", "soon", "not a date: soon"),
    (.api, "next_from", "2027-01-01", "next_input is missing"),
    (.energy, "value", "0.9", "a PUE below 1"),
    (.energy, "unit", "fraction", "a share over 1"),
    (.energy, "year", "24", "year 24"),
    (.storage, "tier_to", "0", "a tier that ends before it begins"),
    (.storage, "tier_unit", "", "a tier without its unit, or the other way round"),
    (.storage, "gigabyte", "", "a price of gigabytes without what a gigabyte is"),
    (.storage, "gigabyte", "1024", "gigabyte is 1024, not one of binary, decimal"),
    (.storage, "unit", "usd_per_box", "unknown unit usd_per_box"),
    (.storage, "tier_unit", "boxes", "unknown unit boxes"),
    (.storage, "price [USD]", "-1", "price is negative: -1"),
    (.convention, "value", "0.6", "a value outside of its own range"),
  ])
  func prices(kind: Catalogue.Kind, column: String, text: String, message: String?) throws {
    let row =
      try #require(Self.rows[kind]) + ",source=S,as_of=2026-02-03,kind=listed,note=,checked=x"
    var cells = row.split(separator: ",").map { cell in
      cell.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    }
    if let index = cells.firstIndex(where: { $0[0] == column }) { cells[index][1] = text }
    let csv = table(cells.map { $0[0] }, [cells.map { $0[1] }])
    let problems = CatalogueCheck(kind, file: "p.csv", bytes: csv.span).problems
    #expect(problems.map(\.message) == (message.map { [$0] } ?? []))
  }

  @Test func aProblemIsPlacedAtItsCell() {
    var columns = Self.accelerator
    columns[5].1 = "-80"
    let csv = table(columns.map(\.0), [columns.map(\.1)])
    let problems = CatalogueCheck(.accelerator, file: "a.csv", bytes: csv.span).problems
    // X1,X-one|X 1 PCIe,V,gpu,2024,-80
    #expect(problems.map(\.description) == ["a.csv:2:30: memory is negative: -80"])
  }

  @Test func namesThatFoldAlikeAreRejected() {
    var second = Self.accelerator
    second[0].1 = "x_one"
    second[1].1 = ""
    let headings = Self.accelerator.map(\.0)
    let csv = table(headings, [Self.accelerator.map(\.1), second.map(\.1)])
    let problems = CatalogueCheck(.accelerator, file: "a.csv", bytes: csv.span).problems
    #expect(problems.map(\.description) == ["a.csv:3:1: x_one is a name in line 2 too"])
  }

  @Test(arguments: [
    ("", "f.csv:1:1: there are no rows"), ("name,aliases\n", "f.csv:1:1: there are no rows"),
    ("name\nx,y", "f.csv:2:1: this row has 2 fields where the first row has 1"),
    ("name,name\nx,y", "f.csv:1:6: two columns named name"),
    ("name,power [hp]\nx,1", "f.csv:1:6: unknown unit hp"),
    ("name\nx", "f.csv:2:1: there is no column aliases"),
  ])
  func brokenFiles(text: String, message: String) {
    let bytes = Array(text.utf8)
    let problems = CatalogueCheck(.model, file: "f.csv", bytes: bytes.span).problems
    #expect(problems.map(\.description) == [message])
  }

  private func table(_ headings: [String], _ rows: [[String]]) -> [UInt8] {
    Array(([headings] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n").utf8)
  }
}
