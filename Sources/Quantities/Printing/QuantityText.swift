/// A printed quantity in its parts.
public struct QuantityText: Hashable, Sendable {
  /// A minus sign and the sign of a currency, where there are any.
  public let before: String
  /// The digits with their magnitude or percent sign.
  public let number: String
  /// The unit, with the space before it.
  public let after: String

  /// The whole quantity.
  public var text: String { before + number + after }
}
