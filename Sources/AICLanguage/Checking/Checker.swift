import Catalogue
import CostEngine
import Quantities

/// Walks a syntax tree once and gives every expression its type, its dimension and its terms in the graph.
///
/// It collects all errors; what an error was reported on becomes `.unknown`, which no later check complains about.
struct Checker {
  /// A name of the file: what it stands for and where it was defined.
  struct Binding {
    let value: Value
    let range: SourceRange
  }

  let builder: GraphBuilder
  let imports: Imports
  let sampling: Sampling
  let execution: Execution
  /// The files being imported now, the outermost first.
  var importing: [ImportedPath] = []
  /// The facts that names may stand for, with those that imports have added.
  var catalogue = Catalogue()
  var units = UnitTable.standard
  var names: [String: Binding] = [:]
  /// The worth of one unit of a currency, where a rate joins it to another.
  var rates: [Currency: Term] = [:]
  /// The rates that the file and its imports state, in their order.
  var statedRates: [CheckedProgram.Cell] = []
  /// Where a currency was first written, to say so when its rate comes too late.
  var firstUses: [Currency: SourceRange] = [:]
  /// The replacements that hold, and those from outside among them, which every scenario keeps.
  var overrides: Overrides
  let outside: Overrides
  /// Values that stand in for expressions of the text, such as those of a sweep's axis.
  var given: [Place: Value] = [:]
  /// The values of the expressions in the condition that is being asserted; nil elsewhere.
  var witnessed: [Place: Value]?
  var cells: [CheckedProgram.Cell] = []
  var actions: [CheckedProgram.Action] = []
  var requirements: [CheckedProgram.PlacedRequirement] = []
  var modelFigures: [String: ModelFigures] = [:]
  var diagnostics: [Diagnostic] = []
  /// The assumptions and the names that something follows from, for what is told when the file is read.
  var assumptions: [Stated] = []
  var used: Set<String> = []
  /// The prices of the catalogue that the file asks for, by where it does.
  var prices: [SourceRange: Quoted] = [:]
  /// Where each name of the file is defined, also further down, so that a use above it can be told so.
  var definitions: [String: SourceRange] = [:]
  /// The statements that were checked already, which scenarios check again with cells replaced.
  var above: [SyntaxNode] = []
  var scenarios: [String: Scenario] = [:]
  /// The scenario that is being checked; nil for the file as it stands.
  var scenarioName: String?
  /// How many axes of the graph stand for values already, so that those of an optimum inside are others.
  var axisCount = 0
  /// How many bodies of functions were walked, and the functions whose bodies are being walked now.
  var calls = 0
  var calling: [String] = []
  /// Which assumptions are drawn together.
  var correlations = CorrelatedAssumptions()
  /// How many sources of uncertainty each cell or field has so far.
  var drawCounts: [String: Int] = [:]
  /// The field whose value is being computed, such as `service.price`; nil outside of things.
  var drawPlace: String?
  /// The cell being defined, so that its fields can be replaced from outside.
  var cell: String?
  /// The whole expression of that cell, by its place in the tree.
  var cellValue: Int?

  /// Checks a program; the second result holds every error and warning, the third the values of more
  /// expressions over the program's cells.
  ///
  /// - Parameters:
  ///   - overrides: the cells and fields that are replaced from outside.
  ///   - scenario: the name of the scenario that the file is computed under.
  ///   - targets: more expressions.
  ///   - imports: how other files are read; without it none can be.
  ///   - sampling: how many draws are taken where an optimum must be known.
  ///   - ranges: the statements that show something, by their bytes; nil where all do.
  static func check(
    _ tree: SyntaxTree, overrides: Overrides = Overrides(), under scenario: SyntaxTree? = nil,
    alsoShowing targets: [SyntaxTree] = [], imports: Imports? = nil,
    sampling: Sampling = .standard, execution: Execution = Execution(),
    showing ranges: [Range<Int>]? = nil
  ) -> (program: CheckedProgram?, diagnostics: [Diagnostic], shown: [Value]) {
    let builder = GraphBuilder()
    let imports = imports ?? Imports(NoFileAccess(), firstFile: 1)
    var checker = Checker(
      builder: builder, overrides: overrides, imports: imports, sampling: sampling,
      execution: execution)
    checker.diagnostics = tree.diagnostics + overrides.diagnostics
    let statements = tree.root.children
    checker.noteDefinitions(statements)
    if let scenario { checker.choose(scenario.root[0][0], among: statements) }
    for statement in statements {
      let count = checker.actions.count
      checker.statement(statement)
      let place = statement.range.lowerBound
      if let ranges, !ranges.contains(where: { $0.contains(place) }) {
        checker.actions.removeSubrange(count...)
      }
    }
    checker.reportUnusedOverrides()
    checker.checkScenarios()
    let shown = targets.map { target in
      checker.diagnostics += target.diagnostics
      return checker.named(target.root[0][0])
    }
    // A misspelt use is an error already; that the assumption is unused follows from it.
    if !checker.diagnostics.contains(where: { $0.severity == .error }) { checker.lint() }
    let diagnostics = checker.diagnostics.inReadingOrder
    if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics, shown) }
    let program = CheckedProgram(
      modelFigures: checker.modelFigures, graph: builder.graph, cells: checker.cells,
      rates: checker.statedRates, actions: checker.actions, requirements: checker.requirements)
    return (program, diagnostics, shown)
  }

  init(
    builder: GraphBuilder, overrides: Overrides, imports: Imports, sampling: Sampling,
    execution: Execution
  ) {
    self.sampling = sampling
    self.execution = execution
    self.builder = builder
    self.imports = imports
    self.overrides = overrides
    outside = overrides
  }

  mutating func noteDefinitions(_ statements: [SyntaxNode]) {
    for statement in statements {
      switch statement.kind {
      case .cellDeclaration, .assumeDeclaration, .hardwareDeclaration, .modelDeclaration,
        .functionDeclaration, .planDeclaration, .datasetDeclaration, .teamDeclaration:
        let name = statement[0]
        if definitions[name.identifier] == nil { definitions[name.identifier] = name.sourceRange }
      default: break
      }
    }
    noteCorrelations(statements)
  }

  /// Who has so many mistakes wants to see the first ones soon, not all of them late.
  private static let diagnosticLimit = 100

  /// Whether nothing more will be told, so that nothing more need be checked.
  var isFull: Bool { diagnostics.count >= Checker.diagnosticLimit }

  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count == Checker.diagnosticLimit - 1 {
      diagnostics.append(tooMany(diagnostic.primary.range))
    } else if !isFull {
      diagnostics.append(diagnostic)
    }
  }

  /// Reports and gives the value that no later check complains about.
  mutating func refuse(_ diagnostic: Diagnostic) -> Value {
    report(diagnostic)
    return .unknown
  }
}

extension [Diagnostic] {
  /// By file and place, errors before warnings at one place.
  var inReadingOrder: [Diagnostic] {
    sorted {
      ($0.primary.range.file, $0.primary.range.lower, $0.severity)
        < ($1.primary.range.file, $1.primary.range.lower, $1.severity)
    }
  }
}
