import Quantities

/// What the user gave a record, field by field, each under a name and with the bounds of its field.
struct Reader<Record: Declared> {
  let builder: GraphBuilder
  /// What every given value must satisfy.
  private(set) var requirements: [Requirement] = []
  private var given: [String: Term] = [:]
  private var fields: [String: Field<Record>] = [:]

  /// Fails where a word or a key of a block is none of those that its field knows.
  init(
    _ record: Record, _ fields: [Field<Record>] = Record.fields, in builder: GraphBuilder
  ) throws(EngineError) {
    self.builder = builder
    for field in fields {
      self.fields[field.name] = field
      switch field.content {
      case .quantity(let dimension, let path):
        if let term = record[keyPath: path] { take(term, field, field.name, [dimension]) }
      case .either(let dimensions, let path):
        if let term = record[keyPath: path] { take(term, field, field.name, dimensions) }
      case .list(let dimension, let path):
        for term in record[keyPath: path] ?? [] { check(term, field, field.name, [dimension]) }
      case .quantities(let dimension, let keys, let path):
        for (key, term) in record[keyPath: path].sorted(by: { $0.key < $1.key }) {
          try Reader.check(key, among: keys, field)
          take(term, field, "\(field.name).\(key)", [dimension])
        }
      case .word(let words, let path):
        if let word = record[keyPath: path] { try Reader.check(word, among: words, field) }
      case .price(let rent, _):
        if let term = record[keyPath: rent] { take(term, field, field.name, [.money / .time]) }
      case .tiers(let dimensions, let path):
        if let tiers = record[keyPath: path] { take(tiers, field, dimensions) }
      case .flag, .model, .hardware: continue
      }
    }
  }

  /// The value that the user gave; nil where there is none.
  subscript(_ name: String) -> Term? { given[name] }

  /// The value that the user gave, in one of the dimensions it may have.
  func given(_ name: String, in dimension: Dimension) -> Term? {
    given[name].map { term in
      term.dimension == dimension
        ? term : term * builder.constant(1, dimension / term.dimension)
    }
  }

  /// The value that the user gave, else the declared default under the field's name.
  func value(_ name: String) -> Term? {
    if let term = given[name] { return term }
    guard let field = fields[name], let fallback = field.fallback,
      case .quantity(let dimension, _) = field.content
    else { return nil }
    return builder.fallback(name, fallback, dimension)
  }

  private static func check(
    _ word: String, among words: [String], _ field: Field<Record>
  ) throws(EngineError) {
    guard !words.contains(word) else { return }
    throw EngineError(
      "field.word", field: field.name, "`\(field.name)` cannot be `\(word)`",
      help: "one of \(words.joined(separator: ", "))")
  }

  private mutating func take(
    _ term: Term, _ field: Field<Record>, _ name: String, _ dimensions: [Dimension]
  ) {
    check(term, field, name, dimensions)
    given[name] = term.labelled(name)
  }

  private mutating func take(
    _ tiers: PriceTiers, _ field: Field<Record>, _ dimensions: [Dimension]
  ) {
    guard dimensions.contains(tiers.dimension) else {
      builder.fault("\(field.name) cannot be of the dimension \(tiers.dimension.factors)")
      return
    }
    requirements += tiers.requirements(as: field.name)
  }

  private mutating func check(
    _ term: Term, _ field: Field<Record>, _ name: String, _ dimensions: [Dimension]
  ) {
    guard dimensions.contains(term.dimension) else {
      builder.fault("\(name) cannot be of the dimension \(term.dimension.factors)")
      return
    }
    if let requirement = field.requirement(on: term, as: name) { requirements.append(requirement) }
  }
}

extension Term {
  /// The term under its field's name, unless the user has named it.
  func labelled(_ name: String) -> Term {
    if case .named = builder.node(id).operation { return self }
    return builder.named(self, Annotation(name, role: .cell))
  }
}
