import CostEngine

/// Cells and fields replaced from outside, such as by `--set users=10k` or `--set service.batch=32`.
struct Overrides {
  struct Replacement {
    /// The cell, or the cell and its field, as `users` or `service.batch`.
    let path: String
    /// The expression that takes the place of the one in the file.
    let value: SyntaxNode
    let range: SourceRange
    fileprivate(set) var isUsed = false

    init(path: String, value: SyntaxNode, range: SourceRange) {
      self.path = path
      self.value = value
      self.range = range
    }
  }

  /// By path. The last one given wins.
  private var replacements: [String: Replacement] = [:]
  /// What was wrong with the replacements' own text.
  private(set) var diagnostics: [Diagnostic] = []

  init() {}

  /// Takes expressions by path.
  init(_ settings: [(path: String, value: SyntaxTree)]) {
    for (path, tree) in settings {
      diagnostics += tree.diagnostics
      let value = tree.root[0][0]
      replacements[path] = Replacement(path: path, value: value, range: value.sourceRange)
    }
  }

  /// Takes replacements, of several for one path the last; they give way to those that are there already, or win.
  mutating func add(_ replacements: [Replacement], andWin: Bool = false) {
    let outer = self.replacements
    for replacement in replacements { self.replacements[replacement.path] = replacement }
    if !andWin { self.replacements.merge(outer) { $1 } }
  }

  /// The cells and fields that are replaced.
  var paths: Set<String> { Set(replacements.keys) }

  /// The cells that are replaced, or have a field that is.
  var cells: Set<String> { Set(replacements.keys.map { String($0.prefix { $0 != "." }) }) }

  /// The replacement for a cell or field, marked as used.
  mutating func take(_ path: String) -> Replacement? {
    replacements[path]?.isUsed = true
    return replacements[path]
  }

  /// The fields of one cell that are replaced.
  func fields(of cell: String) -> [String] {
    replacements.keys.filter { $0.hasPrefix(cell + ".") }.map {
      String($0.dropFirst(cell.count + 1))
    }
    .sorted()
  }

  var unused: [Replacement] {
    replacements.values.filter { !$0.isUsed }.sorted {
      ($0.range.file, $0.range.lower) < ($1.range.file, $1.range.lower)
    }
  }
}
