import CostEngine
import Quantities

/// What the results of a script rest on, and how much of some figures each input moves.
public struct AssumptionsResult: Sendable {
  /// One input: what somebody chose, looked up or took for granted.
  public struct Input: Sendable {
    /// Where an input comes from.
    public enum Kind: String, Sendable, CaseIterable {
      /// A cell that says `assume`.
      case assumption
      /// A rate between currencies.
      case rate
      /// A value that the script writes in its place: a plain cell, or a field of a thing.
      case literal
      /// Of the catalogue, of an imported table, or a constant of a formula.
      case fact
      /// What the engine takes where the script says nothing.
      case `default`

      /// Whether the script itself says so.
      public var isUsers: Bool { self == .assumption || self == .rate || self == .literal }
    }

    /// As it is replaced where it can be, such as `users` or `service.prompt`.
    public let name: String
    public let kind: Kind
    public let value: ResultValue
    /// The type in the reader's words, such as `Money per Time`.
    public let type: String
    /// Who says so.
    public let confidence: Confidence
    /// As it is stated; nil where it is not.
    public let source: String?
    /// The date of the source, as it is written.
    public let asOf: String?
    /// How many whole years it is older than the newest date of the script; 0 where it does not go out of date.
    public fileprivate(set) var age = 0
    /// The `##` lines above an assumption.
    public let doc: String?
    /// The file that states it, and the line, counted from 1; nil for what is not the script's.
    public let place: (file: String, line: Int)?
    /// The lines of the script that use it.
    public let uses: [Int]
    /// One for each figure; nil where the input is no number, so that there is no 1% of it.
    public fileprivate(set) var moves: [Move]?
  }

  /// What an input does to a figure.
  public struct Move: Sendable {
    /// By how many percent the figure moves when the input moves by one percent.
    public let elasticity: Double
    /// The share of the figure's variance that the input explains alone; nil where it has no part in it.
    public let share: Double?
    /// The share that it explains alone and together with others.
    public let total: Double?

    /// Whether a small change of the input changes the figure: less than this is what numbers cannot hold.
    public var isFelt: Bool { abs(elasticity) >= 1e-9 }

    /// Whether the input has no part in the figure, nor in its spread.
    public var isNothing: Bool { !isFelt && (total ?? 0) < 1e-9 }
  }

  /// What the inputs move.
  public let figures: [NamedValue]
  /// The script's own in its order, then facts and defaults by name; those that move nothing last, in the same order.
  public let inputs: [Input]
}

extension Script {
  /// What the results of the script rest on.
  ///
  /// - Parameter figures: expressions over the script's cells whose share is wanted; where there is none, the first
  ///   money that the script shows.
  /// - Returns: nil where the script has errors, or a figure is none.
  public func assumptions(
    moving figures: [String] = []
  ) -> (assumptions: AssumptionsResult?, result: RunResult) {
    let targets = figures.map { SourceFile(name: "<figure>", text: $0) }
    let checked = checked(alsoShowing: targets)
    guard let program = checked.program else { return (nil, checked.result()) }
    var moved: [MovedFigure] = []
    for (value, target) in zip(checked.shown, targets) {
      let text = target.text(target.bytes.indices)
      guard let figure = MovedFigure(text, value) else {
        let file = 1 + settings.count + (scenario == nil ? 0 : 1) + moved.count
        let place = SourceRange(file: file, lower: 0, upper: target.bytes.count)
        return (nil, checked.result(also: [Script.notAFigure(place)]))
      }
      moved.append(figure)
    }
    if figures.isEmpty { moved = program.mainFigure.map { [$0] } ?? [] }
    let list = InputList(program, moving: moved.map(\.node))
    let run = Run(program, sampling, execution, also: list.nodes)
    guard !execution.isInterrupted else { return (nil, .interrupted) }
    let result = checked.result(also: run.diagnostics)
    guard !result.hasErrors else { return (nil, result) }
    return (run.assumptions(list, moving: moved, checked), result)
  }
}

extension Run {
  fileprivate func assumptions(
    _ list: InputList, moving figures: [MovedFigure], _ checked: Script.Checked
  ) -> AssumptionsResult {
    let lines = checked.files.map { LineIndex($0) }
    let uses = lines.first.map { checked.tree.uses($0) } ?? [:]
    let statements = Dictionary(
      checked.tree.root.children(.assumeDeclaration).map { ($0[0].identifier, $0) }
    ) { first, _ in first }
    let moves = self.moves(list, figures)
    var inputs = list.inputs.map { input in
      let own = input.kind.isUsers
      return AssumptionsResult.Input(
        name: input.name, kind: input.kind, value: value(of: input), type: input.type,
        confidence: input.citation?.confidence ?? .stated,
        source: input.citation.flatMap { $0.text == Checker.unsourced ? nil : $0.text },
        asOf: input.citation?.asOf,
        doc: input.kind == .assumption ? statements[input.name]?.docComment : nil,
        place: input.range.flatMap { range in
          guard own, lines.indices.contains(range.file) else { return nil }
          let line = lines[range.file].position(of: range.lower).line
          return (checked.files[range.file].name, line)
        },
        uses: own ? uses[input.name] ?? [] : [], moves: input.node.flatMap { moves[$0] })
    }
    let ageing = inputs.map { $0.kind.isUsers || $0.hasMoney }
    let newest = zip(inputs, ageing).compactMap { $1 ? $0.date : nil }.max()
    for (index, input) in inputs.enumerated() where input.confidence.ages || input.hasMoney {
      guard let newest, let date = input.date else { continue }
      inputs[index].age = max(0, (date.days(until: newest) - 1) / 365)
    }
    let moving = inputs.filter { !$0.movesNothing } + inputs.filter(\.movesNothing)
    return AssumptionsResult(
      figures: figures.map { figure in
        NamedValue(name: figure.name, value: .figure(self.figure(figure.node, figure.display)))
      }, inputs: moving)
  }

  private func value(of input: InputList.Input) -> ResultValue {
    switch input.content {
    case .value(let value): result(value)
    case .node(let node): .figure(figure(node, display(of: node)))
    case .word(let word): .text(word)
    }
  }

  /// Price lists are by the hour.
  private func display(of node: NodeID) -> FigureDisplay {
    program.graph[node].dimension == .money / .time ? .unit("$/hour") : .automatic
  }

  /// What every input that is a number does to every figure.
  private func moves(
    _ list: InputList, _ figures: [MovedFigure]
  ) -> [NodeID: [AssumptionsResult.Move]] {
    var moves: [NodeID: [AssumptionsResult.Move]] = [:]
    let numbers = Set(list.inputs.compactMap(\.node)).sorted()
    for figure in figures {
      // An assumption that follows from another input moves with it.
      let elasticities = Elasticities(
        of: figure.node, to: list.leaves, in: program.graph, evaluation)
      let under = Set(program.graph.nodes(under: [figure.node]))
      let uncertain = numbers.filter { under.contains($0) && program.graph[$0].rank.isSampled }
      let shares = SpreadShares(
        of: figure.node, by: uncertain, in: program.graph, evaluation, sampling, execution)
      let isUncertain = program.graph[figure.node].rank.isSampled
      for number in numbers {
        let place = isUncertain ? uncertain.firstIndex(of: number) : nil
        moves[number, default: []].append(
          AssumptionsResult.Move(
            elasticity: elasticities[number], share: place.map { shares.alone[$0] },
            total: place.map { shares.total[$0] }))
      }
    }
    return moves
  }
}

extension AssumptionsResult.Input {
  fileprivate var date: CalendarDate? { asOf.flatMap { try? CalendarDate($0) } }

  /// Prices go out of date, whoever says so.
  fileprivate var hasMoney: Bool { value.figure?.dimension.hasMoney ?? false }

  fileprivate var movesNothing: Bool { moves?.allSatisfy(\.isNothing) ?? false }
}

extension SyntaxTree {
  /// The lines on which each name is used, other than where it is defined or names a field.
  fileprivate func uses(_ lines: LineIndex) -> [String: [Int]] {
    var uses: [String: [Int]] = [:]
    for name in root.nameUses {
      let line = lines.position(of: name.range.lowerBound).line
      if uses[name.identifier]?.last != line { uses[name.identifier, default: []].append(line) }
    }
    return uses
  }
}
