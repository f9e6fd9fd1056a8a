/// An independent kind of quantity. Every other dimension is a product of powers of these.
public enum BaseDimension: Hashable, Sendable, Comparable {
  /// Money is one base dimension per currency, until a dated rate joins two of them.
  case money(Currency)
  case time
  case energy
  /// Information, in bytes.
  case data
  /// Arithmetic work, in FLOP.
  case compute
  case tokens
  case requests
  /// What a model without tokens takes one of: an image, a row, a recording.
  case samples
  case users
  /// Mass of CO₂-equivalent, in kilograms.
  case mass
  /// Volume of water, in litres.
  case volume
  /// A dimension that a file adds with `unit seat`.
  case custom(String)
}
