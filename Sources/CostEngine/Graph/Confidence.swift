/// Who says what a figure is, and so how far to trust it.
public enum Confidence: String, Hashable, Sendable, CaseIterable {
  /// The user, who names a source.
  case sourced
  /// The user, who names none.
  case stated
  /// What a scenario or a setting puts in the place of what was stated.
  case replaced
  /// The maker of the thing.
  case vendor
  /// Someone who measured it.
  case measured
  /// A seller's price list.
  case listed
  /// Someone's calculation.
  case estimate
  /// Written from memory of the source.
  case recalled
  /// A paper, a standard, the documentation of a program.
  case published
  /// This engine, fitted to public measurements.
  case fitted
  /// This engine's authors.
  case judgement

  /// Whether such a figure goes out of date: what a paper or a data sheet says of a thing stays so.
  public var ages: Bool {
    switch self {
    case .sourced, .stated, .measured, .listed, .estimate: true
    case .replaced, .vendor, .recalled, .published, .fitted, .judgement: false
    }
  }
}
