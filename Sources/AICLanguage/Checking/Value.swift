import CostEngine
import Quantities

/// What an expression gives, as far as it is known before anything runs: its type and its dimension for certain,
/// its figures as terms of the graph.
indirect enum Value {
  case quantity(Term, Display)
  case bool(Term)
  case text(TextValue)
  case date(CalendarDate)
  case list([Value])
  case record(RecordValue)
  /// A word that some field understands, such as a data type.
  case word(String)
  case function(Function)
  case optimum(Optimum)
  case trend(Trend)
  case plan(Plan)
  case module(Module)
  case table(ImportedTable)
  case hardware(Hardware)
  case model(Model)
  case dataset(Dataset, DatasetBill)
  case team(Team, TeamCost)
  case training(TrainingRun, Training)
  case deployment(DeploymentRun, Deployment)
  case api(APIDeploymentRun, APIDeployment)
  case ownership(OwnershipRun, Hardware, Ownership)
  /// Stands for what an error has already been reported on, so that one mistake is told once.
  case unknown

  /// A quantity without a wish of how to be shown.
  static func quantity(_ term: Term) -> Value { .quantity(term, Display()) }

  var term: Term? {
    if case .quantity(let term, _) = self { term } else { nil }
  }

  /// The type in the reader's words, such as `Money per Time` or `Deployment`.
  var type: String {
    switch self {
    case .quantity(let term, _): term.dimension.description
    case .bool: "Bool"
    case .text: "Text"
    case .date: "Date"
    case .list: "List"
    case .record: "Record"
    case .word: "Word"
    case .function: "Function"
    case .optimum: "Optimum"
    case .trend: "Trend"
    case .plan: "Plan"
    case .module: "Module"
    case .table: "Table"
    case .hardware: "Hardware"
    case .model: "Model"
    case .dataset: "Dataset"
    case .team: "Team"
    case .training: "Training"
    case .deployment, .api: "Deployment"
    case .ownership: "Ownership"
    case .unknown: "Unknown"
    }
  }

  /// The type with its article, for the middle of a sentence.
  var aType: String {
    switch self {
    case .quantity(let term, _) where term.dimension != .time && !term.dimension.isNone: type
    case .hardware, .text: type
    case .ownership: "an " + type
    default: "a " + type
    }
  }
}

/// How the writer wants a quantity to be shown.
struct Display {
  /// The unit after `in`, and the money term that one of it stands for where a rate joins its currency.
  var unit: Unit?
  var unitValue: Term?
  /// Written as a percentage.
  var isPercent = false
  /// The unit that a literal was written in, and the term that one of it stands for: how an input is read back.
  var written: Unit?
  var writtenValue: Term?
}

/// Text with values in it, in the order they stand.
struct TextValue {
  enum Piece {
    case words(String)
    case value(Value)
  }

  var pieces: [Piece]

  /// The text where it holds no figures; nil where only a run can say.
  var words: String? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .words(let words): text += words
      case .value(.text(let inner)):
        guard let words = inner.words else { return nil }
        text += words
      case .value: return nil
      }
    }
    return text
  }
}

/// Named values in the order they were written.
struct RecordValue {
  private(set) var fields: [(name: String, value: Value)] = []

  subscript(name: String) -> Value? {
    get { fields.first { $0.name == name }?.value }
    set {
      guard let newValue else { return }
      if let index = fields.firstIndex(where: { $0.name == name }) {
        fields[index].value = newValue
      } else {
        fields.append((name, newValue))
      }
    }
  }

  var names: [String] { fields.map(\.name) }
}
