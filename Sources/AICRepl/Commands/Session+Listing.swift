import AICLanguage
import AICReport
import Catalogue
import Quantities

/// `:list`: what there is, in the session and without it.
extension Session {
  /// What can be listed.
  enum Listed: String, CaseIterable {
    case assumptions, cells, models, hardware, datasets, teams, scenarios, functions, units,
      commands
  }

  func list(_ operand: String) -> Reply {
    guard !operand.isEmpty else { return Reply(listing) }
    let found = Listed.allCases.filter { $0.rawValue.hasPrefix(operand.lowercased()) }
    guard let kind = found.first, found.count == 1 else {
      return refused(
        "there is no list of `\(operand)`",
        help: "there are: " + Listed.allCases.map(\.rawValue).joined(separator: ", "))
    }
    switch kind {
    case .assumptions: return assumptions("")
    case .cells: return Reply(cellList)
    case .models:
      return Reply(things(.modelDeclaration) + catalogued(.model, such: "deploy llama_3_1_8b on …"))
    case .hardware:
      return Reply(things(.hardwareDeclaration) + catalogued(.accelerator, such: "8 H100"))
    case .datasets: return Reply(things(.datasetDeclaration))
    case .teams: return Reply(things(.teamDeclaration))
    case .scenarios: return Reply(scenarioNames.map { $0 + "\n" }.joined())
    case .functions:
      return Reply(
        table(FunctionName.all.map { ($0.name, $0.doc) })
          + things(.functionDeclaration))
    case .units: return Reply(units)
    case .commands: return Reply(Session.commandList(palette))
    }
  }

  /// The session as a script, its lines numbered as messages number them.
  private var listing: String {
    let text = source.text(source.bytes.indices)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let width = String(lines.count).count
    return lines.enumerated().map { number, line in
      let number = String(number + 1)
      let gap = String(repeating: " ", count: width - number.count)
      return palette("\(gap)\(number) ", .faint) + " \(line)\n"
    }.joined()
  }

  private var cellList: String {
    table(state.cells.map { ($0.name, summary(of: $0)) })
  }

  /// The value of a cell in a few words.
  func summary(of cell: CellValue) -> String {
    if let card = cell.card {
      return card["cost"].map { "\(cell.type), \($0.text)" } ?? "\(cell.type), \(card.subject)"
    }
    let interval = cell.value.figure?.interval.map { "   (90%: \($0))" } ?? ""
    return cell.value.text + interval
  }

  /// What the session itself declares of a kind.
  private func things(_ kind: SyntaxKind) -> String {
    let own = state.statements.filter { $0.kind == kind }
    return own.map { "\(palette($0.name ?? "", .accent))   \($0.firstLine)\n" }.joined()
  }

  private func catalogued(_ kind: Catalogue.Kind, such example: String) -> String {
    let catalogue = script(source, state).catalogue
    let names = catalogue.names(of: kind).map { catalogue.identifier(for: $0) }
    return columns(names)
      + palette("  written as in `\(example)`; `:info NAME` tells more\n", .faint)
  }

  private var units: String {
    let table = UnitTable.standard
    var groups: [(dimension: String, names: [String])] = []
    for name in table.names {
      guard let unit = try? table.unit(name), unit.text == name else { continue }
      let dimension = unit.dimension.isNone ? "counts" : unit.dimension.description
      if let place = groups.firstIndex(where: { $0.dimension == dimension }) {
        groups[place].names.append(name)
      } else {
        groups.append((dimension, [name]))
      }
    }
    let money = groups.filter { $0.dimension.hasPrefix("Money") }.flatMap(\.names)
    groups = groups.filter { !$0.dimension.hasPrefix("Money") } + [("Money", money)]
    return groups.sorted { $0.dimension < $1.dimension }.map { group in
      let names = group.names.sorted().joined(separator: " ").wrapped(to: max(20, width - 4))
      return palette(group.dimension, .strong) + "\n" + names.map { "  \($0)\n" }.joined()
    }.joined()
  }

  // MARK: - Layout

  /// Names and what is said of them, the second column folded to the width.
  func table(_ rows: [(String, String)]) -> String {
    let names = rows.map(\.0.displayWidth).max() ?? 0
    let room = max(16, width - names - 5)
    return rows.map { name, text in
      let lines = text.wrapped(to: room)
      let rest = lines.dropFirst().map { String(repeating: " ", count: names + 5) + $0 + "\n" }
      return "  \(palette(name.padded(to: names), .accent))   \(lines.first ?? "")\n"
        + rest.joined()
    }.joined()
  }

  /// Names in as many columns as fit, downwards.
  func columns(_ names: [String]) -> String {
    let widest = (names.map(\.displayWidth).max() ?? 0) + 3
    let count = max(1, width / widest)
    let rows = (names.count + count - 1) / count
    return (0..<rows).map { row in
      let line = stride(from: row, to: names.count, by: rows).map { place in
        place + rows < names.count ? names[place].padded(to: widest) : names[place]
      }
      return line.joined() + "\n"
    }.joined()
  }

  static func commandList(_ palette: Palette) -> String {
    let rows = Command.allCases.map { (":\($0.rawValue) \($0.operand)".trimmed, $0.summary) }
    let names = rows.map(\.0.displayWidth).max() ?? 0
    return rows.map { "  \(palette($0.padded(to: names), .accent))   \($1)\n" }.joined()
  }
}
