extension Hardware {
  /// The data type of a run that names none: the 16 bits that the device has a peak for, else 32.
  public var usualPrecision: WordDefault {
    if peak["bf16"] != nil {
      return WordDefault(
        "precision", "bf16",
        Citation(
          "Kalamkar et al., A Study of BFLOAT16 for Deep Learning Training, arXiv:1905.12322",
          asOf: "2019"))
    }
    if peak["fp16"] != nil {
      return WordDefault(
        "precision", "fp16",
        Citation(
          "`\(name)` has no bf16 peak; Micikevicius et al., Mixed Precision Training, arXiv:1710.03740",
          asOf: "2017"))
    }
    return WordDefault(
      "precision", "fp32",
      Citation("`\(name)` has no peak for 16-bit numbers; IEEE 754-2019", asOf: "2019"))
  }
}
