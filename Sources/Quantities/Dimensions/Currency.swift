/// A currency by its ISO 4217 code, such as `USD`.
public struct Currency: Hashable, Sendable, Comparable {
  public let code: String

  public init(code: String) {
    self.code = code
  }

  public static let usd = Currency(code: "USD")

  public static func < (a: Currency, b: Currency) -> Bool { a.code < b.code }
}
