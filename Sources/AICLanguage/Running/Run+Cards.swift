import CostEngine
import Quantities

/// Things as cards.
extension Run {
  /// The card of a thing with figures; nil for a plain value.
  func card(_ name: String, _ value: Value) -> Card? {
    switch value {
    case .hardware(let hardware):
      described(.hardware, name, hardware.name, Hardware.fields, hardware, figures: [])
    case .model(let model):
      described(
        .model, name, model.name, Model.fields(of: model.kind), model,
        figures: program.modelFigures[model.name].map { figures($0) } ?? [])
    case .dataset(let dataset, let bill):
      card(.dataset, name, dataset.subject, bill)
    case .team(let team, let cost): card(.team, name, team.subject, cost)
    case .training(let run, let training): card(.training, name, run.subject, training)
    case .deployment(let run, let deployment):
      card(.deployment, name, run.subject, deployment)
    case .ownership(_, let hardware, let ownership):
      card(.ownership, name, "\(hardware.name), owned", ownership)
    case .api(let run, let deployment): card(.api, name, "\(run.name) on an api", deployment)
    default: nil
    }
  }

  private func card<Record: Reported>(
    _ kind: Card.Kind, _ name: String, _ subject: TermText, _ record: Record
  ) -> Card {
    let roots = Record.figures.compactMap { record[keyPath: $0.path]?.id }
    return Card(
      kind: kind, name: name, subject: text(subject), figures: figures(record),
      defaults: record.wordDefaults.map {
        Card.Default(name: $0.field, text: $0.word, citation: $0.citation)
      } + defaults(under: roots),
      notes: record.notes,
      tradeoffs: record.tradeoffs.map { tradeoff($0) })
  }

  private func tradeoff(_ tradeoff: Tradeoff) -> Card.Tradeoff {
    Card.Tradeoff(
      technique: tradeoff.technique + (tradeoff.value.map { " " + text($0) } ?? ""),
      isNeeded: tradeoff.isNeeded,
      changes: tradeoff.changes.map { ($0.figure, evaluation[$0.term.id]) },
      quality: quality(tradeoff), citation: tradeoff.citation)
  }

  /// What the user knows of the quality, before what is published of it.
  private func quality(_ tradeoff: Tradeoff) -> String {
    guard let accuracy = tradeoff.accuracy else { return tradeoff.quality }
    let change = evaluation[accuracy.id]
    let points = QuantityFormat.display.text(change, .none, asPercent: true, digits: 2)
    return "\(change > 0 ? "+" : "")\(points) accuracy, as given; \(tradeoff.quality)"
  }

  private func figures<Record: Reported>(
    _ record: Record
  ) -> [(name: String, figure: ResultFigure)] {
    Record.figures.compactMap { declared in
      record[keyPath: declared.path].map { (declared.name, figure($0.id, declared.display)) }
    }
  }

  /// The card of a thing that is described and not run: its fields, and where the published ones come from.
  private func described<Record: Declared>(
    _ kind: Card.Kind, _ name: String, _ subject: String, _ fields: [Field<Record>],
    _ record: Record, figures: [(name: String, figure: ResultFigure)]
  ) -> Card {
    var terms: [(name: String, term: Term)] = []
    for field in fields {
      switch field.content {
      case .quantity(_, let path), .either(_, let path):
        if let term = record[keyPath: path] { terms.append((field.name, term)) }
      case .quantities(_, let keys, let path):
        for key in keys {
          if let term = record[keyPath: path][key] { terms.append(("\(field.name).\(key)", term)) }
        }
      case .price(let rent, let owned):
        if let term = record[keyPath: rent] { terms.append((field.name, term)) }
        if case .figures(let ownership)? = record[keyPath: owned], let term = ownership.price {
          terms.append((field.name, term))
        }
      case .list, .tiers, .word, .flag, .model, .hardware: break
      }
    }
    var sources: [String] = []
    for id in program.graph.nodes(under: terms.map(\.term.id)) {
      guard let citation = program.graph.annotation(of: id)?.citation else { continue }
      let source = citation.text + (citation.asOf.map { " (\($0))" } ?? "")
      if !sources.contains(source) { sources.append(source) }
    }
    let known = Set(figures.map(\.name))
    return Card(
      kind: kind, name: name, subject: subject,
      figures: figures
        + terms.filter { !known.contains($0.name) }.map {
          ($0.name, ResultFigure(evaluation[$0.term.id], $0.term.dimension, digits: 6))
        },
      defaults: [], notes: sources, tradeoffs: [])
  }

  /// The inputs that stand in where the user said nothing, in the order they came into the graph.
  private func defaults(under roots: [NodeID]) -> [Card.Default] {
    program.graph.nodes(under: roots).compactMap { id in
      guard let annotation = program.graph.annotation(of: id), annotation.role == .default,
        let citation = annotation.citation
      else { return nil }
      return Card.Default(
        name: annotation.label, text: figure(id, .automatic).text, citation: citation)
    }
  }
}
