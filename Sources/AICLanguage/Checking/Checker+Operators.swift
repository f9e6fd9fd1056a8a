import CostEngine
import Quantities

extension Checker {
  mutating func unary(_ node: SyntaxNode, _ operand: SyntaxNode) -> Value {
    if node.token?.kind == .not { return truth(operand).map { .bool($0.not) } ?? .unknown }
    switch expression(operand) {
    case .quantity(let term, let display): return .quantity(-term, display)
    case .unknown: return .unknown
    case let other: return refuse(expected("a quantity", other, operand))
    }
  }

  /// A chain such as `a + b + c + …` leans to the left as deep as it is long, so it is walked in a loop.
  mutating func binary(_ node: SyntaxNode) -> Value {
    var spine: [SyntaxNode] = []
    var leftmost = node
    while leftmost.kind == .binary {
      spine.append(leftmost)
      leftmost = leftmost.children[0]
    }
    var value = expression(leftmost)
    for operation in spine.reversed() {
      let children = operation.children
      let right = expression(children[1])
      builder.range = operation.sourceRange
      value = combined(value, right, operation, children[0], children[1])
      witnessed?[Place(operation)] = value
    }
    return value
  }

  private mutating func combined(
    _ left: Value, _ right: Value, _ node: SyntaxNode, _ leftNode: SyntaxNode,
    _ rightNode: SyntaxNode
  ) -> Value {
    if case .unknown = left { return .unknown }
    if case .unknown = right { return .unknown }
    let operation = node.token?.kind
    switch operation {
    case .and, .or:
      guard case .bool(let a) = left, case .bool(let b) = right else {
        let (wrong, place) = if case .bool = left { (right, rightNode) } else { (left, leftNode) }
        return refuse(expected("a condition, such as `a < b`", wrong, place))
      }
      return .bool(operation == .and ? a.and(b) : a.or(b))
    case .equalEqual, .notEqual:
      return equality(left, right, node, leftNode, rightNode)
    default: break
    }
    if let combined = datesCombined(left, right, operation) { return combined }
    guard case .quantity(let a, let aDisplay) = left, case .quantity(let b, let bDisplay) = right
    else { return refuse(notArithmetic(left, right, node, leftNode, rightNode)) }
    switch operation {
    case .plus, .minus:
      guard a.dimension == b.dimension else {
        return refuse(mismatch(a, b, bDisplay, node, leftNode, rightNode))
      }
      let display = aDisplay.isPercent && bDisplay.isPercent ? aDisplay : Display()
      return .quantity(operation == .plus ? a + b : a - b, display)
    case .star: return .quantity(a * b)
    case .slash: return .quantity(a / b)
    case .of:
      guard a.dimension.isNone else {
        return refuse(expected("a share, such as `10%`", left, leftNode))
      }
      return .quantity(a * b)
    case .mod:
      guard a.dimension == b.dimension else {
        return refuse(mismatch(a, b, bDisplay, node, leftNode, rightNode))
      }
      return .quantity(a - b * (a / b).roundedDown)
    case .caret: return power(a, b, leftNode, rightNode)
    case .less, .lessEqual, .greater, .greaterEqual:
      guard a.dimension == b.dimension else {
        return refuse(mismatch(a, b, bDisplay, node, leftNode, rightNode))
      }
      switch operation {
      case .less: return .bool(a < b)
      case .lessEqual: return .bool(a <= b)
      case .greater: return .bool(a > b)
      default: return .bool(a >= b)
      }
    case .to:
      let low = sharingUnit(a, aDisplay, bDisplay, leftNode)
      return interval(low, b, bDisplay, node, leftNode, rightNode)
    case .plusMinus:
      return around(sharingUnit(a, aDisplay, bDisplay, leftNode), b, node, leftNode, rightNode)
    default: return .unknown
    }
  }

  private mutating func equality(
    _ left: Value, _ right: Value, _ node: SyntaxNode, _ leftNode: SyntaxNode,
    _ rightNode: SyntaxNode
  ) -> Value {
    let equal: Term
    switch (left, right) {
    case (.quantity(let a, _), .quantity(let b, let display)):
      guard a.dimension == b.dimension else {
        return refuse(mismatch(a, b, display, node, leftNode, rightNode))
      }
      equal = a.isEqual(to: b)
    case (.bool(let a), .bool(let b)): equal = a.isEqual(to: b)
    case (.word(let a), .word(let b)): equal = builder.constant(a == b ? 1 : 0)
    case (.date(let a), .date(let b)): equal = builder.constant(a == b ? 1 : 0)
    case (.text(let a), .text(let b)):
      guard let a = a.words, let b = b.words else {
        return refuse(notArithmetic(left, right, node, leftNode, rightNode))
      }
      equal = builder.constant(a == b ? 1 : 0)
    default: return refuse(notArithmetic(left, right, node, leftNode, rightNode))
    }
    return .bool(node.token?.kind == .equalEqual ? equal : equal.not)
  }

  /// A power of a dimensioned base changes its dimension, so the exponent must be known before the run.
  private mutating func power(
    _ base: Term, _ exponent: Term, _ baseNode: SyntaxNode, _ exponentNode: SyntaxNode
  ) -> Value {
    guard exponent.dimension.isNone else {
      return refuse(expected("a plain number", .quantity(exponent), exponentNode))
    }
    if base.dimension.isNone { return .quantity(base.raised(to: exponent)) }
    for denominator in 1...6 {
      guard let value = builder.value(of: exponent) else { break }
      let numerator = value * Double(denominator)
      if numerator == numerator.rounded(), abs(numerator) <= 64 {
        return .quantity(base.raised(to: Exponent(Int(numerator), over: denominator)))
      }
    }
    return refuse(unknownExponent(base, baseNode, exponentNode))
  }
}
