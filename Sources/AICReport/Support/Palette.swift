/// Colours and weights for a terminal; without colour it changes nothing, so no meaning may rest on it.
public struct Palette: Sendable {
  public enum Style: String, Sendable {
    case strong = "1"
    case faint = "2"
    case error = "1;31"
    case warning = "1;33"
    case good = "32"
    case accent = "36"
  }

  public let isColored: Bool

  public init(isColored: Bool) {
    self.isColored = isColored
  }

  public func callAsFunction(_ text: String, _ style: Style) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
