/// Published figures of power and electricity, with their sources.
enum EnergyData {
  static let pue = Fallback(
    1.15, "Amazon Web Services, data centres: global average PUE", asOf: "2023",
    confidence: .vendor)

  /// Kilograms of CO₂e per joule: 472.94 g per kWh.
  static let carbonIntensity = Fallback(
    0.47294 / 3.6e6, "Ember, yearly electricity data: world average", asOf: "2024",
    confidence: .measured)

  /// Average power of a busy training device over its TDP.
  static let powerShare = Fallback(
    0.85, "aic, a judgement: long runs draw 70% to 95% of TDP in public measurements",
    asOf: "2026-11", confidence: .judgement)

  static let idlePower = Fallback(
    0.12, "aic, a judgement between the 10% and 15% of TDP that devices draw at rest",
    asOf: "2026-11", confidence: .judgement)
}
