import CostEngine
import Quantities

/// What a run gives: plain values, in the order that the file asks for them.
public struct RunResult: Sendable {
  public enum Output: Sendable {
    case figure(NamedValue)
    case card(Card)
    /// The heading of the figures that follow.
    case title(String)
    /// One line of text, from `print`.
    case line(String)
    case assertion(AssertionResult)
    case comparison(ComparisonResult)
    case sweep(SweepResult)
    case optimum(OptimumResult)
    case plan(PlanResult)
    case sensitivity(SensitivityResult)
  }

  public let outputs: [Output]
  public let diagnostics: [Diagnostic]
  /// The texts that diagnostics point into, by file number.
  public let files: [SourceFile]
  /// How many draws were taken of what is uncertain, and which.
  public var sampling = Sampling.standard
  /// Whether it was stopped from outside, and tells nothing.
  public var isInterrupted = false

  static let interrupted = {
    var result = RunResult(outputs: [], diagnostics: [], files: [])
    result.isInterrupted = true
    return result
  }()

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  public var assertions: [AssertionResult] {
    outputs.compactMap { if case .assertion(let result) = $0 { result } else { nil } }
  }

  public var assertionsHold: Bool { assertions.allSatisfy(\.holds) }
}

/// Figures in several scenarios, side by side; the first scenario is what the others are compared with.
public struct ComparisonResult: Sendable {
  public let title: String?
  public let scenarios: [String]
  public let rows: [Row]

  public struct Row: Sendable {
    public let name: String
    /// One for each scenario, in their order.
    public let values: [ResultValue]
    /// How each differs from the first; nil for the first, and where nothing is uncertain.
    public let differences: [Difference?]
  }
}

/// The difference between two uncertain figures, sample by sample.
public struct Difference: Sendable {
  /// As shares of the first figure's mean.
  public let p5: Double
  public let p95: Double
  /// The share of the samples in which the second is lower.
  public let chanceOfLower: Double
}

/// A value under the name that a report shows it by.
public struct NamedValue: Sendable {
  public let name: String
  public let value: ResultValue

  public init(name: String, value: ResultValue) {
    self.name = name
    self.value = value
  }
}

/// A value after the run.
public indirect enum ResultValue: Sendable {
  case figure(ResultFigure)
  case bool(Bool)
  case text(String)
  case list([ResultValue])
  case record([NamedValue])
}

extension ResultValue {
  /// The figure, where it is one.
  public var figure: ResultFigure? {
    if case .figure(let figure) = self { figure } else { nil }
  }
}

/// One figure with all that is needed to print it.
public struct ResultFigure: Sendable {
  /// In base units.
  public let value: Double
  public let dimension: Dimension
  /// The unit that the writer asked for with `in`, and what one of it is in base units.
  public let unit: (unit: Unit, scale: Double)?
  /// The unit that an input was written in, and what one of it is in base units.
  public let written: (unit: Unit, scale: Double)?
  /// Written as a percentage.
  public let isPercent: Bool
  /// Yes or no, as 1 or 0.
  public let isTruth: Bool
  /// Significant digits of the text: more where the figure is a published one.
  public let digits: Int
  /// What its samples say, where it is uncertain; the value is their mean.
  public let spread: Spread?
  /// Whether it follows from samples, though it may have no spread of its own.
  public let isSampled: Bool

  public init(
    _ value: Double, _ dimension: Dimension, unit: (unit: Unit, scale: Double)? = nil,
    written: (unit: Unit, scale: Double)? = nil, isPercent: Bool = false, isTruth: Bool = false,
    digits: Int = 3, spread: Spread? = nil, isSampled: Bool = false
  ) {
    self.spread = spread
    self.isSampled = isSampled || spread != nil
    self.written = written
    // No more than the samples support.
    self.digits = min(digits, spread?.digits ?? digits)
    self.value = value
    self.dimension = dimension
    self.unit = unit
    self.isPercent = isPercent
    self.isTruth = isTruth
  }

  /// As a person would write it, such as `$4.21M`.
  public var text: String {
    if isTruth { return ResultValue.bool(value != 0).text }
    guard let unit = unit ?? written else {
      return QuantityFormat.display.text(
        value, dimension, asPercent: isPercent, digits: digits, wholeMoney: !isSampled)
    }
    // A rate joins the unit's currency to another, so the unit's own scale is not enough.
    let amount = value / unit.scale * unit.unit.scale
    return QuantityFormat.display.text(
      amount, dimension, unit: unit.unit, asPercent: isPercent, digits: digits,
      wholeMoney: !isSampled)
  }
}

/// A thing that was run, with all its figures: what a report lays out as a card.
public struct Card: Sendable {
  public enum Kind: String, Sendable {
    case hardware, model, dataset, team, training, deployment, api, ownership
  }

  /// A part that a default stands for because the user said nothing.
  public struct Default: Hashable, Sendable {
    public let name: String
    public let text: String
    public let citation: Citation
  }

  /// What a technique gives and takes, against the same without it.
  public struct Tradeoff: Sendable {
    /// As it is written after `with`, such as `quantize fp8`.
    public let technique: String
    /// Whether the thing cannot be without it, so that there is nothing to compare it with.
    public let isNeeded: Bool
    /// By the figure's name, as a share: −0.3 is 30% less.
    public let changes: [(name: String, share: Double)]
    public let quality: String
    public let citation: Citation
  }

  public let kind: Kind
  /// The name that the user gave it, or its text.
  public let name: String
  /// What it is, such as `assistant on 2 × H100`.
  public let subject: String
  /// By the names that the engine declares, such as `cost.compute`.
  public let figures: [(name: String, figure: ResultFigure)]
  public let defaults: [Default]
  /// What a reader should know about how the figures came about.
  public let notes: [String]
  public let tradeoffs: [Tradeoff]

  public subscript(name: String) -> ResultFigure? {
    figures.first { $0.name == name }?.figure
  }
}

/// Whether a budget holds.
public struct AssertionResult: Sendable {
  /// The condition on one line.
  public let text: String
  public let holds: Bool
  /// The share of the samples in which it holds; nil where it is certain.
  public let chance: Double?
  public let message: String?
  /// The values that lead to the answer, from left to right.
  public let values: [Part]
  public let range: SourceRange

  /// An expression inside the condition, and the byte of the condition that its value stands under.
  public struct Part: Sendable {
    public let named: NamedValue
    public let place: Int
  }
}
