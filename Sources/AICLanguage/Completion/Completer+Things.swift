import Catalogue
import CostEngine
import Quantities

/// Hardware, models, techniques and the fields of blocks.
extension Completer {
  /// The hardware or models of the file, then those of the catalogue; aliases once a name is begun.
  func things(_ kind: Catalogue.Kind) -> [Candidate] {
    let own = cells {
      switch $0 {
      case .hardware, .ownership: kind == .accelerator
      case .model: kind == .model
      default: false
      }
    }
    let catalogue = scope.catalogue
    let names =
      cursor.word.isEmpty ? catalogue.names(of: kind) : catalogue.namesAndAliases(of: kind)
    // A path that ends in a name is found by the name.
    let path = cursor.word.lastIndex(of: "/").map { cursor.word[...$0] } ?? ""
    return own
      + names.map {
        Candidate(
          cursor.isQuoted ? "`\(path)\($0)`" : catalogue.identifier(for: $0),
          kind == .model ? .model : .hardware, "catalogue")
      }
  }

  /// The techniques that a thing takes, each with the doc of the field that it sets.
  func techniques(of owner: BlockOwner, without written: Set<String>) -> [Candidate] {
    let notes = notes(of: owner)
    return techniques(of: owner).filter { !written.contains($0.name) }.map { name, field in
      let note = notes.first { $0.name == field }
      return Candidate(name, .technique, note?.detail ?? "", doc: note?.doc)
    }
  }

  private func techniques(of owner: BlockOwner) -> [(name: String, field: String)] {
    switch owner {
    case .training: TrainingRun.techniques.map { ($0.name, $0.field) }
    case .deployment: DeploymentRun.techniques.map { ($0.name, $0.field) }
    case .api: APIDeploymentRun.techniques.map { ($0.name, $0.field) }
    default: []
    }
  }

  /// The words that a field or a technique may be given.
  mutating func values(of field: String, _ owner: BlockOwner) -> [Candidate] {
    let technique = techniques(of: owner).first { $0.name == field }
    if technique?.field == "rank" { return [Candidate("rank", .keyword)] }
    let name = technique?.field ?? field
    let note = fields(of: owner).first { $0.name == name }
    // A pattern such as 2:4 is no name, and stands in quotes.
    return note.map { note in
      note.words.map { Candidate($0.contains(":") ? "\"\($0)\"" : $0, .word, note.name) }
    } ?? []
  }

  /// The fields that a block takes.
  mutating func fields(of owner: BlockOwner) -> [FieldNote] {
    switch owner {
    case .model(let name):
      let kind = ModelKind(rawValue: name)
      if scope.names[name] == nil, let kind { return Model.fields(of: kind).map { FieldNote($0) } }
      if case .model(let model)? = scope.names[name]?.value ?? scope.catalogued(name) {
        return Model.fields(of: model.kind).map { FieldNote($0) }
      }
      return []
    case .copy(let base): return notes(of: scope.value(of: cursor.tree.source.text(base)).value)
    case .part(let outer, let field):
      return fields(of: outer).first { $0.name == field }?.parts ?? []
    case .technique(let outer, let name):
      return ownNotes(of: outer, name) + fields(of: outer)
    case .imported(let statement):
      let module = scope.module(importedBy: cursor.tree.source.text(statement))
      return module.map { notes(of: .module($0)) } ?? []
    default: return notes(of: owner)
    }
  }

  /// The own fields of a technique, without its name before them.
  private func ownNotes(of owner: BlockOwner, _ technique: String) -> [FieldNote] {
    let all: [FieldNote] =
      switch owner {
      case .training: TrainingRun.fieldNotes
      case .deployment: DeploymentRun.fieldNotes
      case .api: APIDeploymentRun.fieldNotes
      default: []
      }
    return all.filter { $0.name.hasPrefix(technique + ".") }.map {
      $0.renamed(String($0.name.dropFirst(technique.count + 1)))
    }
  }

  private func notes(of owner: BlockOwner) -> [FieldNote] {
    switch owner {
    case .hardware: Hardware.fieldNotes
    case .dataset: Dataset.fieldNotes
    case .team: Team.fieldNotes
    case .training: TrainingRun.fieldNotes
    // The own fields of techniques stand in blocks of theirs, and what clauses say before the block.
    case .deployment:
      DeploymentRun.fieldNotes.filter {
        !$0.name.contains(".") && !["model", "hardware", "devices"].contains($0.name)
      }
    case .api: APIDeploymentRun.fieldNotes
    case .ownership: OwnershipRun.fieldNotes
    case .plan: [FieldNote("discount", "share per Time", doc: "what money later is worth less")]
    default: []
    }
  }

  /// The fields of a value: those that a copy of it may replace.
  func notes(of value: Value) -> [FieldNote] {
    switch value {
    case .hardware: return Hardware.fieldNotes
    case .dataset: return Dataset.fieldNotes
    case .team: return Team.fieldNotes
    case .model(let model): return Model.fields(of: model.kind).map { FieldNote($0) }
    case .training: return TrainingRun.fieldNotes
    case .deployment: return DeploymentRun.fieldNotes
    case .api: return APIDeploymentRun.fieldNotes
    case .ownership: return OwnershipRun.fieldNotes
    case .record(let record): return record.fields.map { FieldNote($0.name, detail(of: $0.value)) }
    case .module(let module):
      return module.names.sorted { $0.value.range.lower < $1.value.range.lower }.map {
        FieldNote($0.key, detail(of: $0.value.value))
      }
    default: return []
    }
  }
}
