extension Accelerator {
  /// The data types that a peak may be printed for, as the data names them.
  public static let dataTypes = [
    "fp64", "fp64_tensor", "fp32", "tf32", "fp16", "bf16", "fp8", "int8", "fp4", "int4",
  ]

  /// The data types with a measured maximum in the data.
  private static let measuredTypes = ["fp16", "bf16", "fp8"]

  init(_ record: Record) throws(CatalogueProblem) {
    name = try record.requiredText("name")
    aliases = try record.list("aliases")
    vendor = try record.requiredText("vendor")
    deviceClass = try record.requiredText("class")
    year = try record.required("year", try record.count("year"))
    memory = try record.number("memory")
    memoryType = try record.text("memory_type")
    bandwidth = try record.number("bandwidth")

    var peaks: [String: Double] = [:]
    for type in Accelerator.dataTypes { peaks[type] = try record.number("peak_" + type) }
    self.peaks = peaks

    var achievable: [String: Measured] = [:]
    for type in Accelerator.measuredTypes {
      guard let value = try record.number("achievable_" + type) else { continue }
      achievable[type] = Measured(value: value, provenance: try record.provenance("achievable_"))
    }
    self.achievable = achievable

    sparseFactor = try record.number("sparse_factor")
    power = try record.number("power")
    meanPower = try record.number("mean_power")
    link = try record.text("link")
    linkBandwidth = try record.number("link_bandwidth")
    linkBandwidthTotal = try record.number("link_bandwidth_total")
    scaleUpDomain = try record.count("scale_up_domain")
    devicesPerNode = try record.count("devices_per_node")
    if let dollars = try record.number("price") {
      listPrice = ListPrice(
        dollars: dollars, kind: try record.requiredText("price_kind"),
        asOf: try record.requiredText("price_as_of"))
    } else {
      listPrice = nil
    }
    provenance = try record.provenance()
  }
}
