import CostEngine
import Quantities

/// Figures at every combination of the values of some axes.
public struct SweepResult: Sendable {
  public struct Axis: Sendable {
    /// What is varied, such as `users` or `service.batch`.
    public let name: String
    public let values: [ResultValue]
  }

  public struct Column: Sendable {
    public let name: String
    /// How its figures are to be read; nil where they are answers, or words.
    public let figure: ResultFigure?
    /// One for each point, the last axis fastest; nil where the point cannot be.
    fileprivate(set) var values: [Cell?]
  }

  /// One value of a column, small enough for a million of them.
  enum Cell: Sendable {
    case number(Double)
    case answer(Bool)
    case text(String)
  }

  /// Why some points cannot be.
  public struct Refusal: Sendable {
    public let reason: String
    public fileprivate(set) var count: Int
    /// The first point that it concerns.
    public let point: Int
  }

  public let title: String?
  /// Only the picture is wanted, not the table.
  public let isPicture: Bool
  public let axes: [Axis]
  public fileprivate(set) var columns: [Column]
  public fileprivate(set) var refusals: [Refusal] = []

  /// How many points there are.
  public var count: Int { axes.reduce(1) { $0 * $1.values.count } }

  /// Where a point lies on each axis.
  public func position(of point: Int) -> [Int] {
    var rest = point
    var position: [Int] = []
    for axis in axes.reversed() {
      position.append(rest % axis.values.count)
      rest /= axis.values.count
    }
    return position.reversed()
  }

  /// The value of a column at a point; nil where the point cannot be.
  public func value(_ column: Int, _ point: Int) -> ResultValue? {
    switch columns[column].values[point] {
    case .number(let value)?: .figure(figure(value, like: columns[column].figure))
    case .answer(let answer)?: .bool(answer)
    case .text(let text)?: .text(text)
    case nil: nil
    }
  }

  /// The number of a column at a point; nil where there is none.
  public func number(_ column: Int, _ point: Int) -> Double? {
    if case .number(let value)? = columns[column].values[point] { value } else { nil }
  }

  private func figure(_ value: Double, like figure: ResultFigure?) -> ResultFigure {
    ResultFigure(
      value, figure?.dimension ?? .none, unit: figure?.unit, written: figure?.written,
      isPercent: figure?.isPercent ?? false, isSampled: figure?.isSampled ?? false)
  }
}

/// The best point of a grid.
public struct OptimumResult: Sendable {
  /// The name that the user gave it, or its text.
  public let name: String
  /// What was asked for, such as `minimize service.cost`.
  public let subject: String
  /// The value, then what stands on each axis.
  public let record: [NamedValue]
  /// The figures that conditions are set on, at the point.
  public let conditions: [NamedValue]
  public let points: Int
  public let feasible: Int
}

extension Run {
  func result(_ optimum: Optimum, _ name: String) -> OptimumResult {
    OptimumResult(
      name: name, subject: optimum.subject,
      record: optimum.record.fields.map { NamedValue(name: $0.name, value: result($0.value)) },
      conditions: optimum.conditions.map { NamedValue(name: $0.text, value: result($0.value)) },
      points: optimum.points, feasible: optimum.feasible)
  }

  /// A table as large as a reader, or a program, can take in.
  static let mostRows = 1_000_000

  /// Computes the figures of a sweep at every point.
  mutating func result(_ sweep: CheckedProgram.Sweep) -> SweepResult? {
    let points = sweep.points
    let axes = points.axes.map { axis in
      SweepResult.Axis(
        name: axis.path,
        values: zip(axis.values, axis.labels).map { value, label in
          label.map { .text($0) } ?? result(value)
        })
    }
    let count = axes.reduce(1.0) { $0 * Double($1.values.count) }
    guard count <= Double(Run.mostRows) else {
      diagnostics.append(
        Diagnostic(
          "axes.points",
          "a table of more than \(QuantityFormat.display.number(Double(Run.mostRows))) points",
          at: .init(sweep.range), help: "fewer steps on an axis; `minimize` looks at more"))
      return nil
    }
    let first = points.cases.first { $0.refusal == nil }
    let columns = sweep.names.indices.map { index -> SweepResult.Column in
      var template: ResultFigure?
      if case .quantity(let term, let display)? = first?.figures[index] {
        template = figure(term.id, display)
      }
      return SweepResult.Column(
        name: sweep.names[index], figure: template,
        values: Array(repeating: nil, count: Int(count)))
    }
    var table = SweepResult(
      title: sweep.title, isPicture: sweep.isPicture, axes: axes, columns: columns)
    for (number, point) in points.cases.enumerated() {
      fill(&table, points, number, point, sweep.range)
    }
    return table
  }

  private mutating func fill(
    _ table: inout SweepResult, _ points: SweepPoints, _ number: Int, _ point: SweepPoints.Case,
    _ range: SourceRange
  ) {
    // How far apart the steps of each axis lie in the table.
    var strides = [Int](repeating: 1, count: points.axes.count)
    for axis in points.axes.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * points.axes[axis + 1].values.count
    }
    func row(_ place: Int) -> Int {
      zip(points.position(of: number, place), strides).reduce(0) { $0 + $1.0 * $1.1 }
    }
    if let refusal = point.refusal {
      for place in 0..<(points.grid.count ?? 0) { table.refuse(refusal, row(place)) }
      return
    }
    let terms = point.figures.map(\.answer)
    let roots = terms.compactMap { $0?.id } + point.requirements.map(\.condition)
    let conditions = roots.count - point.requirements.count
    let words: [String?] = point.figures.map { value in
      value.answer == nil ? result(value).text : nil
    }
    func take(_ block: GridBlock) {
      for place in block.points {
        let row = row(place)
        if let failed = point.requirements.indices.first(where: {
          block[conditions + $0, place] == 0
        }) {
          table.refuse(reason(point.requirements[failed]), row)
          continue
        }
        var root = 0
        for column in table.columns.indices {
          if let word = words[column] {
            table.columns[column].values[row] = .text(word)
            continue
          }
          let value = block[root, place]
          root += 1
          if case .bool? = point.figures[column] as Value? {
            table.columns[column].values[row] = .answer(value != 0)
          } else if value.isFinite {
            table.columns[column].values[row] = .number(value)
          } else {
            table.refuse("the result is not a number", row, column: column)
          }
        }
      }
    }
    do throws(GridEvaluation.Refusal) {
      try program.graph.forEachBlock(
        of: roots, answers: conditions..<roots.count, over: points.grid, sampling: sampling,
        execution: execution,
        constant: { program.graph[$0].rank.isConstant ? evaluation[$0] : nil }, handOver: take)
    } catch {
      diagnostics.append(error.diagnostic(range))
    }
  }

  /// Why a condition of the engine does not hold, without the figures, which differ from point to point.
  private func reason(_ requirement: Requirement) -> String {
    requirement.message.text { id in
      program.graph[id].rank.isConstant ? figure(id, Display()).text : "…"
    }
  }
}

extension SweepResult {
  /// Notes that a point cannot be, or only one of its figures.
  fileprivate mutating func refuse(_ reason: String, _ point: Int, column: Int? = nil) {
    if let index = refusals.firstIndex(where: { $0.reason == reason }) {
      refusals[index].count += 1
    } else {
      refusals.append(Refusal(reason: reason, count: 1, point: point))
    }
  }
}

extension GridEvaluation.Refusal {
  /// What a reader can do about it.
  func diagnostic(_ range: SourceRange) -> Diagnostic {
    switch self {
    case .tooManyPoints:
      let limit = QuantityFormat.display.number(Double(GridEvaluation.mostPoints))
      return Diagnostic(
        "axes.points", "more than \(limit) points", at: .init(range),
        help: "fewer steps on an axis, or fewer axes")
    case .tooManyDraws:
      let limit = QuantityFormat.display.number(Double(PointEvaluation.mostDraws))
      return Diagnostic(
        "axes.draws", "more than \(limit) samples over all points", at: .init(range),
        help: "fewer steps on an axis, or fewer samples: `--samples 1000`")
    case .tooMuchKept:
      return Diagnostic(
        "axes.memory", "too much depends on most of these axes to be kept in memory",
        at: .init(range), help: "fewer steps on an axis, or fewer axes")
    }
  }
}
