extension Conversion {
  private static let accelerators = Conversion(
    renamed: [
      ("name", "name"), ("aliases", "aliases"), ("vendor", "vendor"), ("device_class", "class"),
      ("year", "year"), ("memory_gb", "memory [GB]"), ("memory_type", "memory_type"),
      ("memory_bandwidth_gb_s", "bandwidth [GB/s]"), ("fp64_tflops", "peak_fp64 [TFLOP/s]"),
      ("fp64_tensor_tflops", "peak_fp64_tensor [TFLOP/s]"),
      ("fp32_tflops", "peak_fp32 [TFLOP/s]"), ("tf32_tflops", "peak_tf32 [TFLOP/s]"),
      ("fp16_tflops", "peak_fp16 [TFLOP/s]"), ("bf16_tflops", "peak_bf16 [TFLOP/s]"),
      ("fp8_tflops", "peak_fp8 [TFLOP/s]"), ("int8_tops", "peak_int8 [TOP/s]"),
      ("fp4_tflops", "peak_fp4 [TFLOP/s]"), ("int4_tops", "peak_int4 [TOP/s]"),
      ("sparse_factor", "sparse_factor"), ("tdp_w", "power [W]"),
      ("mean_power_w", "mean_power [W]"), ("interconnect_name", "link"),
      ("interconnect_gb_s_per_direction", "link_bandwidth [GB/s]"),
      ("interconnect_gb_s_total", "link_bandwidth_total [GB/s]"),
      ("scale_up_domain_size", "scale_up_domain"), ("typical_node_count", "devices_per_node"),
      ("price_usd", "price [USD]"), ("price_kind", "price_kind"),
      ("price_as_of", "price_as_of"), ("source", "source"), ("as_of", "as_of"),
      ("kind", "kind"), ("note", "note"), ("cross_check_agrees", "cross_check_agrees"),
      ("cross_check_differs", "cross_check_differs"),
    ],
    added: [
      ("achievable_fp16 [TFLOP/s]", "sparse_factor"),
      ("achievable_bf16 [TFLOP/s]", "sparse_factor"),
      ("achievable_fp8 [TFLOP/s]", "sparse_factor"), ("achievable_source", "sparse_factor"),
      ("achievable_as_of", "sparse_factor"), ("achievable_kind", "sparse_factor"),
      ("achievable_checked", "sparse_factor"), ("achievable_note", "sparse_factor"),
      ("checked", "note"),
    ])

  /// The package's accelerators: the raw ones, and what large matrix products reach on them.
  static func accelerators(_ raw: Sheet, achievable: Sheet) throws(Failure) -> Sheet {
    var overlay = try Overlay(achievable, key: "accelerator")
    let sheet = try accelerators(raw) { row throws(Failure) in
      let isRecalled = row["cross_check_agrees"]?.hasPrefix("none: recalled") ?? false
      row["checked"] = isRecalled ? "recalled" : "cross-checked"
      guard let figures = overlay.take(row["name"]) else { return }
      for (heading, text) in figures {
        row[heading.hasPrefix("achievable") ? heading : "achievable_" + heading] = text
      }
    }
    try overlay.expectAllTaken()
    return sheet
  }
}
