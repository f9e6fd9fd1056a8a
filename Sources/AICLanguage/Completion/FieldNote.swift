import CostEngine
import Quantities

/// What completion tells of a field: its declaration without the record that it belongs to.
struct FieldNote {
  private(set) var name: String
  /// The type and the default.
  let detail: String
  let doc: String?
  let dimensions: [Dimension]
  /// What the value may be, where it is a word.
  let words: [String]
  /// The fields inside, where the value is a block.
  let keys: [String]

  init<Record>(_ field: Field<Record>) {
    name = field.name
    doc = field.doc
    var type = ""
    switch field.content {
    case .quantity(let dimension, _):
      (dimensions, words, keys) = ([dimension], [], [])
      type = "\(dimension)"
    case .either(let some, _):
      (dimensions, words, keys) = (some, [], [])
      type = some.map { "\($0)" }.joined(separator: " or ")
    case .list(let dimension, _):
      (dimensions, words, keys) = ([dimension], [], [])
      type = "List of \(dimension)"
    case .quantities(let dimension, let names, _):
      (dimensions, words, keys) = ([dimension], [], names)
      type = "{ \(names.joined(separator: ", ")) }"
    case .tiers(let some, _):
      (dimensions, words, keys) = (some, [], [])
      type = some.map { "\($0)" }.joined(separator: " or ") + ", or tiers"
    case .word(let choice, _):
      (dimensions, words, keys) = ([], choice, [])
      type = choice.joined(separator: " | ")
    case .model:
      (dimensions, words, keys) = ([], [], [])
      type = "Model"
    case .price:
      (dimensions, words, keys) = ([.money / .time], ["own"], [])
      type = "\(Dimension.money / .time) or own { … }"
    case .hardware:
      (dimensions, words, keys) = ([], [], [])
      type = "Hardware"
    case .flag:
      (dimensions, words, keys) = ([], ["true", "false"], [])
      type = "true | false"
    }
    if let fallback = field.fallback, let dimension = dimensions.first {
      let value = QuantityFormat.display.text(
        fallback.value, dimension, asPercent: field.bounds.isShare)
      type += ", default \(value)"
    }
    detail = type
  }

  /// A field that no declaration of the engine stands for.
  init(_ name: String, _ detail: String, doc: String? = nil) {
    self.name = name
    self.detail = detail
    self.doc = doc
    dimensions = []
    words = []
    keys = []
  }

  /// A field inside a block of one dimension.
  private init(key: String, of field: FieldNote) {
    name = key
    dimensions = field.dimensions
    detail = field.dimensions.first.map { "\($0)" } ?? ""
    doc = field.doc
    words = []
    keys = []
  }

  func renamed(_ name: String) -> FieldNote {
    var copy = self
    copy.name = name
    return copy
  }

  /// The fields inside of this one.
  var parts: [FieldNote] { keys.map { FieldNote(key: $0, of: self) } }

  var candidate: Completion.Candidate { .init(name, .field, detail, doc: doc) }
}

extension Declared {
  /// The declarations of the record's fields.
  static var fieldNotes: [FieldNote] { fields.map { FieldNote($0) } }
}

extension Reported {
  /// The declarations of the result's figures.
  static var figureCandidates: [Completion.Candidate] {
    figures.map { .init($0.name, .figure, "\($0.dimension)", doc: $0.doc) }
  }
}
