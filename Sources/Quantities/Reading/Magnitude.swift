/// A power that a letter glued to a number stands for, such as the `B` of `8B`.
public enum Magnitude: String, Hashable, Sendable, CaseIterable {
  case thousand = "k"
  case million = "M"
  case billion = "B"
  case trillion = "T"
  case kibi = "Ki"
  case mebi = "Mi"
  case gibi = "Gi"
  case tebi = "Ti"

  /// Reads a letter as written after a number; `K` is a thousand too.
  public init?(_ text: some StringProtocol) {
    guard (1...2).contains(text.utf8.count) else { return nil }
    self.init(rawValue: text == "K" ? "k" : String(text))
  }

  /// What the number before it is multiplied by.
  public var factor: Double {
    switch self {
    case .thousand: 1e3
    case .million: 1e6
    case .billion: 1e9
    case .trillion: 1e12
    case .kibi: 1024
    case .mebi: 1_048_576
    case .gibi: 1_073_741_824
    case .tebi: 1_099_511_627_776
    }
  }

  /// The power of ten, for those that are one.
  var decimalExponent: Int? {
    switch self {
    case .thousand: 3
    case .million: 6
    case .billion: 9
    case .trillion: 12
    case .kibi, .mebi, .gibi, .tebi: nil
    }
  }

  /// The magnitude that finance and everyday writing spell otherwise, such as `bn` and `million`.
  init?(spelling: String) {
    switch spelling.lowercased() {
    case "thousand": self = .thousand
    case "m", "mm", "mn", "mio", "mil", "million", "millions": self = .million
    case "b", "bn", "bil", "billion", "billions": self = .billion
    case "t", "tn", "trn", "trillion", "trillions": self = .trillion
    case "ki": self = .kibi
    case "mi": self = .mebi
    case "gi": self = .gibi
    case "ti": self = .tebi
    default: return nil
    }
  }
}
