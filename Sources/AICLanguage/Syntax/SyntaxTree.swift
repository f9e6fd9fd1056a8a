import CostEngine

/// A text as a tree that keeps every byte: tokens, and nodes over them in postorder.
///
/// Copies share one storage, so trees and their nodes are cheap to hand around.
public struct SyntaxTree: Sendable {
  /// One node of the flat tree: its children lie directly before it, `span` counts it and them.
  struct Entry: Sendable {
    let kind: SyntaxKind
    /// The operator or keyword, `noToken` where there is none.
    let token: UInt32
    let first: UInt32
    let end: UInt32
    let span: UInt32

    static let noToken = UInt32.max
  }

  private final class Storage: Sendable {
    let source: SourceFile
    let file: Int
    let tokens: [Token]
    let nodes: [Entry]
    let diagnostics: [Diagnostic]

    init(
      source: SourceFile, file: Int, tokens: [Token], nodes: [Entry], diagnostics: [Diagnostic]
    ) {
      self.source = source
      self.file = file
      self.tokens = tokens
      self.nodes = nodes
      self.diagnostics = diagnostics
    }
  }

  private let storage: Storage

  init(source: SourceFile, file: Int, tokens: [Token], nodes: [Entry], diagnostics: [Diagnostic]) {
    storage = Storage(
      source: source, file: file, tokens: tokens, nodes: nodes, diagnostics: diagnostics)
  }

  public var source: SourceFile { storage.source }
  /// Which of the program's files this is, counted from 0.
  public var file: Int { storage.file }
  /// All tokens, the end of the file last.
  public var tokens: [Token] { storage.tokens }
  /// What is wrong with the text, in its order.
  public var diagnostics: [Diagnostic] { storage.diagnostics }

  var nodes: [Entry] { storage.nodes }

  /// How many nodes there are; a node's index is below it.
  public var nodeCount: Int { storage.nodes.count }

  /// The node that covers the file.
  public var root: SyntaxNode { SyntaxNode(tree: self, index: nodeCount - 1) }

  /// The node at a postorder index: children come before their parent.
  public func node(at index: Int) -> SyntaxNode { SyntaxNode(tree: self, index: index) }

  /// The text again, rebuilt from trivia and tokens.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.bytes.count)
    for index in tokens.indices {
      result += source.bytes[trivia(before: index)]
      result += source.bytes[tokens[index].range]
    }
    return result
  }

  /// The bytes between the token before and this one.
  public func trivia(before index: Int) -> Range<Int> {
    let upper = tokens[index].range.lowerBound
    return index == 0 ? 0..<upper : tokens[index - 1].range.upperBound..<upper
  }

  func sourceRange(_ range: Range<Int>) -> SourceRange {
    SourceRange(file: file, lower: range.lowerBound, upper: range.upperBound)
  }
}

extension SyntaxTree: CustomStringConvertible {
  /// The text again; bytes that are not UTF-8 become U+FFFD.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}
