/// The one layout that every file of the language has.
///
/// - Two spaces a level, blanks between operators and operands, none inside `( )` and `[ ]`, one
///   inside `{ }`.
/// - The writer's line ends stay. A further line of a value lies under the value's beginning, where
///   that stands behind the `=` or `:` of its statement or field; else it is indented by one level.
///   What a bracket encloses is indented by one level from the line of the bracket, and what a block
///   encloses from its statement or field.
/// - A block on one line stays there if it fits, or if it is one of several things in a bracket; one
///   with a line end in it has a field a line, without commas.
/// - In consecutive lines the values of fields are aligned, and the `=` of cells, of assumptions, of
///   units and of rates. A blank line ends such a run, and so does a statement or field of several
///   lines or with a very long name, and outside blocks a comment.
/// - Comments keep their text and order; two spaces stand before one at the end of a line. Blank
///   lines in a row become one.
/// - Units have their canonical spelling; digits, magnitudes, currencies and units that are not
///   known stay as they are written.
public struct Formatter: Sendable {
  /// Blocks on one line that would reach further are broken.
  static let lineWidth = 100

  public init() {}

  /// The file in the one layout, which means the same; a file with syntax errors has none.
  public func format(_ source: SourceFile) throws(SyntaxErrors) -> SourceFile {
    let tree = parse(source)
    let errors = tree.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw SyntaxErrors(diagnostics: errors) }
    let result = layout(of: tree)
    // What would be read otherwise is left alone, whatever the reason.
    return parse(result).hasShape(of: tree) ? result : source
  }

  /// The layout of a tree without errors.
  func layout(of tree: SyntaxTree) -> SourceFile {
    var layout = Layout(tree)
    return SourceFile(name: tree.source.name, bytes: layout.run())
  }
}

/// Why a file was not formatted: its syntax errors, in their order.
public struct SyntaxErrors: Error {
  public let diagnostics: [Diagnostic]
}

extension SyntaxTree {
  /// Whether both have the same nodes, wherever their tokens stand.
  func hasShape(of other: SyntaxTree) -> Bool {
    nodes.count == other.nodes.count
      && zip(nodes, other.nodes).allSatisfy { $0.kind == $1.kind && $0.span == $1.span }
  }
}
