import CostEngine
import Quantities

/// A program without errors: its graph, its cells, and what it asks to be shown, in the order of the file.
///
/// Only a checker that found no error makes one, so nothing half-checked can run.
struct CheckedProgram {
  struct Cell {
    let name: String
    let isAssumption: Bool
    let value: Value
    let range: SourceRange
  }

  enum Action {
    case show(name: String, Value, SourceRange)
    case title(String)
    case print(TextValue)
    case compare(Comparison)
    case sweep(Sweep)
    case sensitivity(Sensitivity)
    case assert(Assertion)
  }

  /// A budget: what must hold, and the values that the failure message shows.
  struct Assertion {
    /// The condition on one line.
    let text: String
    let condition: Term
    /// The share of the samples in which an uncertain condition must hold.
    let confidence: Double?
    let message: TextValue?
    /// From left to right, no two at one place.
    let parts: [Part]
    let range: SourceRange

    /// An expression inside the condition, and the byte of the line that its value stands under.
    struct Part {
      let text: String
      let place: Int
      let value: Value
    }
  }

  /// Figures in several scenarios, side by side.
  struct Comparison {
    let title: String?
    let scenarios: [String]
    /// Each figure with its value in every scenario, in their order.
    let rows: [Row]
    let range: SourceRange

    struct Row {
      let name: String
      let values: [Value]
      /// For each value how it differs from the first, where one of the two is uncertain.
      let differences: [Difference?]
    }

    struct Difference {
      /// As a share of the first figure's mean.
      let share: Term
      /// The share of the samples in which the second figure is lower.
      let isLower: Term
    }

    /// The last bits of figures that were found step by step are no difference.
    static let noise = 1e-9
  }

  /// Figures over the points of some axes.
  struct Sweep {
    let title: String?
    let names: [String]
    let points: SweepPoints
    /// Only the picture is wanted, not the table.
    var isPicture = false
    let range: SourceRange
  }

  /// Which inputs drive a figure.
  struct Sensitivity {
    let name: String
    let figure: Term
    let display: Display
    let inputs: [(name: String, term: Term)]
    /// Whether no inputs are named, so that ranges written in place count too.
    let isOfAll: Bool
  }

  /// A condition that the engine sets, with the place that a reader would change.
  struct PlacedRequirement {
    let requirement: Requirement
    let range: SourceRange
    /// The thing that the condition belongs to: what else goes wrong in it follows from this.
    let thing: SourceRange
    /// The scenario in which it is asked; nil for the file as it stands.
    let scenario: String?
  }

  /// What follows from each model that is shown, by its name.
  let modelFigures: [String: ModelFigures]
  let graph: CostGraph
  let cells: [Cell]
  /// The exchange rates that are stated, as cells.
  let rates: [Cell]
  let actions: [Action]
  let requirements: [PlacedRequirement]
}
