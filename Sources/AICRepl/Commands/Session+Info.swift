import AICLanguage
import AICReport
import Catalogue
import Quantities

/// `:info NAME`: what a name is.
extension Session {
  func info(_ operand: String) -> Reply {
    let name = operand.trimmed
    guard !name.isEmpty else { return incomplete(.info, such: "users") }
    if let cell = state.cells.first(where: { $0.name == name }) { return Reply(info(of: cell)) }
    if let statement = state.statements.first(where: { $0.name == name }) {
      return Reply(info(of: statement))
    }
    if let function = FunctionName.all.first(where: { $0.name == name }) {
      return Reply("\(palette(name, .accent))   a function: \(function.doc)\n")
    }
    if !Catalogue().known(among: [name]).isEmpty {
      let written = Catalogue().identifier(for: name)
      return asking(written, under: state)
    }
    if HelpTopic.named(name) != nil { return help(name) }
    if let command = Command(rawValue: name.filter { $0 != ":" }) {
      return Reply(table([(":\(command.rawValue) \(command.operand)".trimmed, command.summary)]))
    }
    if let unit = try? UnitTable.standard.unit(name) {
      let one = QuantityFormat.display.text(unit.baseValue(of: 1), unit.dimension, digits: 6)
      let dimension = unit.dimension.isNone ? "a count" : "of \(unit.dimension)"
      let worth = one == "1 \(unit.singular)" ? "" : ": 1 \(unit.singular) is \(one)"
      return Reply("\(palette(name, .accent))   a unit, \(dimension)\(worth)\n")
    }
    var asked = asking(led(name), under: state)
    if asked.isAccepted {
      if !cellNames.contains(String(name.prefix { $0 != "." })) { asked.text += sources(of: name) }
      return asked
    }
    let legal = cellNames + FunctionName.all.map(\.name) + HelpTopic.all.map(\.name)
    return refused("nothing here is called `\(name)`", help: near(name, legal))
  }

  /// Where a figure of the catalogue comes from, and whether it is from memory or an estimate.
  private func sources(of name: String) -> String {
    let hits = Catalogue().search([name])
    guard hits.isExact, name.contains(".") else { return "" }
    var sources: [String] = []
    for entry in hits.entries where entry["region"] == hits.entries.first?["region"] {
      let mark = entry.mark.map { ", \($0)" } ?? ""
      let source = "  source: \(entry["source"] ?? "") (\(entry.date))\(mark)\n"
      if !sources.contains(source) { sources.append(source) }
    }
    return sources.map { palette($0, .faint) }.joined()
  }

  private func info(of cell: CellValue) -> String {
    guard let statement = state.statements.first(where: { $0.name == cell.name }) else { return "" }
    let kind = cell.isAssumption ? "an assumption" : "a cell"
    var text = palette(cell.name, .accent) + "   \(kind), \(cell.type)\n"
    text += statement.doc.map { "  \($0)\n" } ?? ""
    text += statement.code
    if cell.card == nil { text += "  is \(summary(of: cell))\n" }
    text += relations(of: cell.name, statement)
    if let card = cell.card {
      let shown = RunResult.Output.card(card)
      text += TextReport(RunResult.nothing.showing([shown]), palette: palette).text
    }
    return text
  }

  private func info(of statement: SessionStatement) -> String {
    let name = statement.name ?? ""
    let doc = statement.doc.map { "  \($0)\n" } ?? ""
    return palette(name, .accent) + "\n" + doc + statement.code + relations(of: name, statement)
  }

  /// What it follows from, and what follows from it.
  private func relations(of name: String, _ statement: SessionStatement) -> String {
    let known = Set(cellNames)
    let sources = cellNames.filter {
      statement.uses.contains($0) && known.contains($0) && $0 != name
    }
    let uses = state.statements.filter { $0.uses.contains(name) && $0.name != name }
    let users = uses.compactMap(\.name)
    var text = sources.isEmpty ? "" : "  follows from \(sources.joined(separator: ", "))\n"
    if !users.isEmpty { text += "  used by \(users.joined(separator: ", "))\n" }
    return text
  }
}

extension SessionStatement {
  /// What the `##` lines above it say.
  var doc: String? { node.docComment }

  /// The statement itself, indented.
  var code: String {
    String(decoding: text.utf8.dropFirst(start), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined()
  }
}
