/// Published figures of owning devices, with their sources.
enum OwnershipData {
  static let server = Fallback(
    0.125, "aic, a judgement between the 10% and 15% that host, chassis and memory add",
    asOf: "2026-11", confidence: .judgement)

  static let network = Fallback(
    0.2, "aic, a judgement between the 15% and 25% that a cluster's network adds",
    asOf: "2026-11", confidence: .judgement)

  static let life = Fallback(
    5 * secondsOfYear, "Amazon, 10-K for 2024: some servers and networking, from 2025",
    asOf: "2025-02-07")

  /// 10.2 kW of a server for eight devices of 700 W.
  static let host = Fallback(
    10_200 / (8 * 700.0) - 1, "NVIDIA, DGX H100 data sheet: 10.2 kW at most", asOf: "2023")

  /// The year of the language: 365 days.
  static let secondsOfYear = 365.0 * 86_400

  static let straight = WordDefault(
    "method", "straight", Citation("no `wacc` is given; IAS 16, paragraph 62", asOf: "2003"))
  static let annuity = WordDefault(
    "method", "annuity",
    Citation("`wacc` is given; \(Citation.annuity.text)", asOf: Citation.annuity.asOf))
}
