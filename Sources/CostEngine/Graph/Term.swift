import Quantities

/// A figure that a graph under construction will compute. Arithmetic on terms adds nodes.
public struct Term {
  public let id: NodeID
  public let builder: GraphBuilder

  init(id: NodeID, builder: GraphBuilder) {
    self.id = id
    self.builder = builder
  }

  public var dimension: Dimension { builder.node(id).dimension }
  public var rank: Rank { builder.node(id).rank }

  /// The term under a name, with the formula and source that an explanation shows.
  public func named(
    _ label: String, _ formula: TermText? = nil, citation: Citation? = nil
  ) -> Term {
    builder.named(
      self, Annotation(label, role: .figure, formula: formula, citation: citation))
  }
}

// MARK: - Arithmetic

extension Term {
  public static func + (a: Term, b: Term) -> Term {
    a.builder.apply(.add, a, b, dimension: a.builder.like(a, b, "add"))
  }
  public static func - (a: Term, b: Term) -> Term {
    a.builder.apply(.subtract, a, b, dimension: a.builder.like(a, b, "subtract"))
  }
  public static func * (a: Term, b: Term) -> Term {
    a.builder.apply(.multiply, a, b, dimension: a.dimension * b.dimension)
  }
  public static func / (a: Term, b: Term) -> Term {
    a.builder.apply(.divide, a, b, dimension: a.dimension / b.dimension)
  }
  public static prefix func - (a: Term) -> Term {
    a.builder.apply(.negate, a, dimension: a.dimension)
  }

  public static func + (a: Term, b: Double) -> Term { a + a.builder.constant(b) }
  public static func + (a: Double, b: Term) -> Term { b.builder.constant(a) + b }
  public static func - (a: Term, b: Double) -> Term { a - a.builder.constant(b) }
  public static func - (a: Double, b: Term) -> Term { b.builder.constant(a) - b }
  public static func * (a: Term, b: Double) -> Term { a * a.builder.constant(b) }
  public static func * (a: Double, b: Term) -> Term { b.builder.constant(a) * b }
  public static func / (a: Term, b: Double) -> Term { a / a.builder.constant(b) }
  public static func / (a: Double, b: Term) -> Term { b.builder.constant(a) / b }

  /// A power with a fixed exponent, which may be a fraction of any dimension.
  public func raised(to exponent: Exponent) -> Term {
    let power = Double(exponent.numerator) / Double(exponent.denominator)
    return builder.apply(
      .power, self, builder.constant(power), dimension: dimension.raised(to: exponent))
  }

  /// A power of a plain number.
  public func raised(to exponent: Term) -> Term {
    if !dimension.isNone || !exponent.dimension.isNone {
      builder.fault("a power needs plain numbers or a fixed exponent")
    }
    return builder.apply(.power, self, exponent, dimension: .none)
  }

  public func minimum(_ other: Term) -> Term {
    builder.apply(.minimum, self, other, dimension: builder.like(self, other, "compare"))
  }
  public func maximum(_ other: Term) -> Term {
    builder.apply(.maximum, self, other, dimension: builder.like(self, other, "compare"))
  }
  public func minimum(_ other: Double) -> Term { minimum(builder.constant(other, dimension)) }
  public func maximum(_ other: Double) -> Term { maximum(builder.constant(other, dimension)) }

  public var roundedDown: Term { builder.apply(.floor, self, dimension: dimension) }
  public var roundedUp: Term { builder.apply(.ceiling, self, dimension: dimension) }
  public var rounded: Term { builder.apply(.round, self, dimension: dimension) }
  public var magnitude: Term { builder.apply(.absolute, self, dimension: dimension) }
  public var squareRoot: Term {
    builder.apply(.squareRoot, self, dimension: dimension.raised(to: Exponent(1, over: 2)))
  }

  /// A function of a plain number: `exp`, `log`, `log2` or `log10`.
  public func applying(_ operation: Operation) -> Term {
    if !dimension.isNone { builder.fault("\(operation) needs a plain number") }
    return builder.apply(operation, self, dimension: .none)
  }
}

extension Term {
  /// The mean of its samples; of a certain one, the term itself.
  var mean: Term { builder.statistic(.mean, of: self) }
}

// MARK: - Truth

extension Term {
  public static func < (a: Term, b: Term) -> Term { a.builder.comparison(.less, a, b) }
  public static func <= (a: Term, b: Term) -> Term { a.builder.comparison(.lessOrEqual, a, b) }
  public static func > (a: Term, b: Term) -> Term { b < a }
  public static func >= (a: Term, b: Term) -> Term { b <= a }
  public func isEqual(to other: Term) -> Term { builder.comparison(.equal, self, other) }
  /// Whether a quotient is whole, within what a number can hold.
  public func isMultiple(of other: Term) -> Term {
    (self / other).isEqual(to: (self / other).rounded)
  }

  public func and(_ other: Term) -> Term { builder.apply(.and, self, other, dimension: .none) }
  public func or(_ other: Term) -> Term { builder.apply(.or, self, other, dimension: .none) }
  public var not: Term { builder.apply(.not, self, dimension: .none) }

  /// `a` where this holds, else `b`.
  public func choose(_ a: Term, else b: Term) -> Term { builder.select(self, a, b) }
}

extension GraphBuilder {
  fileprivate func comparison(_ operation: Operation, _ a: Term, _ b: Term) -> Term {
    _ = like(a, b, "compare")
    return apply(operation, a, b, dimension: .none)
  }
}
