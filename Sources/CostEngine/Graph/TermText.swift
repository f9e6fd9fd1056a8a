/// Text with figures in it: a formula such as `"\(replicas) × \(price)"`, or a message.
///
/// A formula prints twice from the one value: with the names of its terms, and with their figures.
public struct TermText: Hashable, Sendable, ExpressibleByStringInterpolation {
  public enum Piece: Hashable, Sendable {
    case words(String)
    case node(NodeID)
    /// A figure that is read as a percentage.
    case share(NodeID)
    /// A number of things, called by what one of them is called.
    case count(NodeID, of: String)
  }

  public let pieces: [Piece]

  public init(pieces: [Piece]) {
    self.pieces = pieces
  }

  public init(stringLiteral text: String) {
    pieces = [.words(text)]
  }

  public init(stringInterpolation: StringInterpolation) {
    pieces = stringInterpolation.pieces
  }

  public static func + (a: TermText, b: TermText) -> TermText {
    TermText(pieces: a.pieces + b.pieces)
  }

  /// The nodes in the text, in the order they stand.
  public var nodes: [NodeID] {
    pieces.compactMap { piece in
      switch piece {
      case .words: nil
      case .node(let node), .share(let node), .count(let node, _): node
      }
    }
  }

  /// The text with each node shown as `node` says.
  public func text(_ node: (NodeID) -> String) -> String {
    text(percentage: node, node: node)
  }

  /// The text with each node shown as `node` says, and each share as `percentage` says.
  public func text(percentage: (NodeID) -> String, node: (NodeID) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .node(let id): node(id)
      case .share(let id): percentage(id)
      case .count(let id, let thing):
        node(id) == "1" ? "1 \(thing)" : "\(node(id)) \(thing)s"
      }
    }.joined()
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    public mutating func appendLiteral(_ words: String) {
      if !words.isEmpty { pieces.append(.words(words)) }
    }

    public mutating func appendInterpolation(_ term: Term) {
      pieces.append(.node(term.id))
    }

    public mutating func appendInterpolation(share term: Term) {
      pieces.append(.share(term.id))
    }

    /// A number of things: `\(count: devices, "device")` is read as `1 device` or `8 devices`.
    public mutating func appendInterpolation(count term: Term, _ thing: String) {
      pieces.append(.count(term.id, of: thing))
    }

    public mutating func appendInterpolation(_ words: some CustomStringConvertible) {
      appendLiteral(words.description)
    }
  }
}
