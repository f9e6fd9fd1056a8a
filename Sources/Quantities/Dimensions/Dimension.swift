/// The kind of a quantity: a product of powers of base dimensions, such as money per time.
public struct Dimension: Hashable, Sendable {
  /// One base dimension and its power, which is never zero.
  public struct Factor: Hashable, Sendable {
    public let base: BaseDimension
    public let exponent: Exponent
  }

  /// In the order of their base dimensions, so that equal dimensions are equal arrays.
  public let factors: [Factor]

  private init(factors: [Factor]) {
    self.factors = factors
  }

  public init(_ base: BaseDimension, _ exponent: Exponent = .one) {
    factors = exponent == .zero ? [] : [Factor(base: base, exponent: exponent)]
  }

  /// The dimension of a plain count or a ratio.
  public static let none = Dimension(factors: [])
  /// Money in US dollars.
  public static let money = Dimension(.money(.usd))
  public static let time = Dimension(.time)
  public static let energy = Dimension(.energy)
  public static let data = Dimension(.data)
  public static let compute = Dimension(.compute)
  public static let tokens = Dimension(.tokens)
  public static let requests = Dimension(.requests)
  public static let samples = Dimension(.samples)
  public static let users = Dimension(.users)
  public static let mass = Dimension(.mass)
  public static let volume = Dimension(.volume)
  /// Energy per time, in watts.
  public static let power = energy / time

  public var isNone: Bool { factors.isEmpty }

  /// The power of a base dimension, zero where it has no part.
  public func exponent(of base: BaseDimension) -> Exponent {
    factors.first { $0.base == base }?.exponent ?? .zero
  }

  public func raised(to power: Exponent) -> Dimension {
    guard power != .zero else { return .none }
    return Dimension(factors: factors.map { Factor(base: $0.base, exponent: $0.exponent * power) })
  }

  public static func * (a: Dimension, b: Dimension) -> Dimension {
    if a.isNone { return b }
    if b.isNone { return a }
    var product: [Factor] = []
    var i = 0
    var j = 0
    while i < a.factors.count || j < b.factors.count {
      if j == b.factors.count || (i < a.factors.count && a.factors[i].base < b.factors[j].base) {
        product.append(a.factors[i])
        i += 1
      } else if i == a.factors.count || b.factors[j].base < a.factors[i].base {
        product.append(b.factors[j])
        j += 1
      } else {
        let exponent = a.factors[i].exponent + b.factors[j].exponent
        if exponent != .zero { product.append(Factor(base: a.factors[i].base, exponent: exponent)) }
        i += 1
        j += 1
      }
    }
    return Dimension(factors: product)
  }

  public static func / (a: Dimension, b: Dimension) -> Dimension {
    a * b.raised(to: -.one)
  }
}
