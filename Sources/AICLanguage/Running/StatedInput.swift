import CostEngine
import Quantities

/// One assumption of a script: what may be replaced by `--set`, and who relies on it.
public struct StatedInput: Sendable {
  public let name: String
  public let value: ResultValue
  /// The type in the reader's words, such as `Money per Time`.
  public let type: String
  /// As the script states it; nil where it does not.
  public let source: String?
  public let asOf: String?
  /// The `##` lines above the assumption.
  public let doc: String?
  /// The file that states it, where that is an imported one.
  public let file: String?
  /// The line that states it, counted from 1.
  public let line: Int
  /// The lines that use it.
  public let uses: [Int]
}

extension Script {
  /// Every assumption of the script, in its order; empty where the script has errors.
  public func inputs() -> (inputs: [StatedInput], result: RunResult) {
    let checked = checked()
    guard let program = checked.program else { return ([], checked.result()) }
    let run = Run(
      program, sampling, execution, also: program.cells.flatMap { $0.value.terms.map(\.id) })
    let tree = checked.tree
    let indices = checked.files.map { LineIndex($0) }
    let lines = indices[0]
    let uses = tree.uses(lines)
    let statements = Dictionary(
      tree.root.children(.assumeDeclaration).map { ($0[0].identifier, $0) }
    ) { first, _ in first }
    let inputs = program.cells.filter(\.isAssumption).map { cell in
      let statement = statements[cell.name]
      let citation = cell.value.term.flatMap { program.graph.annotation(of: $0.id)?.citation }
      return StatedInput(
        name: cell.name, value: run.result(cell.value), type: cell.value.type,
        source: citation?.text == Checker.unsourced ? nil : citation?.text,
        asOf: citation?.asOf, doc: statement?.docComment,
        file: cell.range.file == 0 ? nil : checked.files[cell.range.file].name,
        line: indices[cell.range.file].position(of: cell.range.lower).line,
        uses: uses[cell.name] ?? [])
    }
    return (inputs, checked.result(also: run.diagnostics))
  }
}

extension SyntaxTree {
  /// The lines on which each name is used, other than where it is defined or names a field.
  fileprivate func uses(_ lines: LineIndex) -> [String: [Int]] {
    var uses: [String: [Int]] = [:]
    for name in root.nameUses {
      let line = lines.position(of: name.range.lowerBound).line
      if uses[name.identifier]?.last != line { uses[name.identifier, default: []].append(line) }
    }
    return uses
  }
}
