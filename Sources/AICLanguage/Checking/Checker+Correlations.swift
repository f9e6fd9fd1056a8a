import CostEngine
import Quantities

/// `correlate price, demand at 60%`: assumptions whose draws rise and fall together.
///
/// The first of a group keeps its draws. Each of the others takes, in the place of its own draw, one that follows from
/// its own and those before it, so that no other assumption is touched.
extension Checker {
  /// More assumptions than this are no longer judged pair by pair.
  private static let mostCorrelated = 100

  /// Reads what is correlated with what, also where that stands below the assumptions.
  mutating func noteCorrelations(_ statements: [SyntaxNode]) {
    let assumed = Set(
      statements.filter { $0.kind == .assumeDeclaration }.map { $0[0].identifier })
    for statement in statements where statement.kind == .correlateStatement && !isFull {
      guard !statement.children.contains(where: \.isMissing) else { continue }
      note(statement, among: assumed)
    }
  }

  private mutating func note(_ statement: SyntaxNode, among assumed: Set<String>) {
    let targets = statement.children.dropLast()
    for target in targets where target.kind != .name || !assumed.contains(target.identifier) {
      report(notAnAssumption(target, assumed))
      return
    }
    var numbers: [Int] = []
    for target in targets {
      guard correlations.count < Checker.mostCorrelated else {
        report(tooManyCorrelated(Checker.mostCorrelated, target))
        return
      }
      let number = correlations.enter(target)
      for other in numbers {
        if other == number {
          report(correlatedWithItself(target))
          return
        }
        if let earlier = correlations.statement(other, number) {
          report(correlatedTwice(correlations.targets[other], target, statement, earlier))
          return
        }
        correlations.correlate(other, number, statement)
      }
      numbers.append(number)
    }
  }

  // MARK: - Draws

  /// The value of an assumption with the draws that its correlations give it.
  mutating func correlated(_ value: Value, _ name: SyntaxNode, _ written: SyntaxNode) -> Value {
    guard let number = correlations.number(of: name.identifier) else { return value }
    if case .unknown = value { return value }
    guard case .quantity(let term, let display) = value, let share = builder.share(of: term),
      share.id == draw(0, of: name.identifier).id
    else {
      // What a single value replaces has no rank to be correlated.
      let isCertain = value.term.map { !$0.rank.isSampled } ?? false
      if isCertain && overrides.cells.contains(name.identifier) { return value }
      return refuse(notCorrelatable(correlations.targets[number], isCertain, written))
    }
    guard let shared = correlatedShare(number, name) else { return value }
    let quantity = builder.replacing(share, by: shared, in: term)
    builder.note(quantity, isQuantileAt: shared)
    return .quantity(quantity, display)
  }

  /// What stands for the draw of an assumption; nil where it keeps its own.
  private mutating func correlatedShare(_ number: Int, _ name: SyntaxNode) -> Term? {
    let group = correlations.group(of: number)
    guard let first = group.first, let place = group.firstIndex(of: number), place > 0 else {
      return nil
    }
    if correlations.factors[first] == nil {
      correlations.factors[first] = factor(of: group, name) ?? []
    }
    guard let row = correlations.factors[first]?.dropFirst(place).first else { return nil }
    var score: Term?
    for (member, weight) in zip(group.prefix(place + 1), row) where weight != 0 {
      let own = draw(0, of: correlations.targets[member].identifier).applying(.normalQuantile)
      score = score.map { $0 + own * weight } ?? own * weight
    }
    return score?.applying(.normalShare)
  }

  /// What turns the independent scores of a group into correlated ones; nil where an error was reported.
  private mutating func factor(of group: [Int], _ name: SyntaxNode) -> [[Double]]? {
    let pairs = correlations.pairs.filter { group.contains($0.first) }
    var matrix = Correlations(count: group.count)
    var strengths: [Int: Double] = [:]
    for pair in pairs {
      guard let a = group.firstIndex(of: pair.first), let b = group.firstIndex(of: pair.second),
        let strength = strengths[pair.statement.index] ?? strength(pair.strength, name)
      else { return nil }
      strengths[pair.statement.index] = strength
      matrix[a, b] = strength
    }
    let factor = matrix.factor
    guard factor.count < group.count else { return factor }
    // Up to this assumption they leave it no room; the pair that was stated last among them is told.
    let members = Array(group.prefix(factor.count + 1))
    guard
      let last = pairs.last(where: { members.contains($0.first) && members.contains($0.second) }),
      let a = group.firstIndex(of: last.first), let b = group.firstIndex(of: last.second)
    else { return nil }
    report(impossible(last, matrix.possible(a, b, amongFirst: members.count)))
    return nil
  }

  private mutating func strength(_ node: SyntaxNode, _ name: SyntaxNode) -> Double? {
    for used in node.usedNames.sorted() where names[used] == nil {
      guard let definition = definitions[used] else { continue }
      report(strengthBelow(used, definition, name, node))
      return nil
    }
    guard let term = number(node) else { return nil }
    guard let value = builder.value(of: term), abs(value) <= 1 else {
      report(badStrength(node))
      return nil
    }
    return value
  }

  // MARK: - Messages

  private func notAnAssumption(_ target: SyntaxNode, _ assumed: Set<String>) -> Diagnostic {
    let name = target.text.onOneLine
    let near = near(name, assumed.sorted())
    let help =
      definitions[name] != nil
      ? "state it with `assume`, or correlate the assumptions that it follows from"
      : target.kind == .member
        ? "assumptions are correlated in the file that states them"
        : near.isEmpty ? nil : "did you mean \(near.alternatives)?"
    return Diagnostic(
      "correlations.target", "`\(name)` is not an assumption of this file",
      at: .init(target.sourceRange), help: help)
  }

  private func notCorrelatable(
    _ target: SyntaxNode, _ isCertain: Bool, _ written: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "correlations.draw", "`\(target.identifier)` cannot be correlated",
      at: .init(target.sourceRange),
      notes: [
        .init(
          written.sourceRange,
          isCertain ? "this is certain" : "this is not one range or distribution of its own")
      ],
      help: "correlate assumptions that are one range or distribution each, such as `2 to 3`")
  }

  private func correlatedWithItself(_ target: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "correlations.itself", "`\(target.identifier)` is correlated with itself",
      at: .init(target.sourceRange), help: "name two different assumptions")
  }

  private func correlatedTwice(
    _ first: SyntaxNode, _ second: SyntaxNode, _ statement: SyntaxNode, _ earlier: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "correlations.twice",
      "`\(first.identifier)` and `\(second.identifier)` are correlated already",
      at: .init(statement.sourceRange), notes: [.init(earlier.sourceRange, "first here")],
      help: "keep one of the two")
  }

  private func tooManyCorrelated(_ limit: Int, _ target: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "correlations.many", "more than \(limit) assumptions are correlated",
      at: .init(target.sourceRange),
      help: "let several of them follow from one common assumption")
  }

  private func strengthBelow(
    _ name: String, _ definition: SourceRange, _ assumption: SyntaxNode, _ node: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "names.below", "`\(name)` is defined below `\(assumption.identifier)`, which it correlates",
      at: .init(node.sourceRange), notes: [.init(definition, "defined here")],
      help: "move the definition above that of `\(assumption.identifier)`")
  }

  private func badStrength(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "correlations.strength",
      "a correlation is known before the run, and between −100% and 100%",
      at: .init(node.sourceRange), help: "write a percentage, such as `60%`")
  }

  private func impossible(
    _ pair: CorrelatedAssumptions.Pair, _ possible: ClosedRange<Double>?
  ) -> Diagnostic {
    let first = correlations.targets[pair.first].identifier
    let second = correlations.targets[pair.second].identifier
    let help = possible.flatMap { range -> String? in
      // Inwards, so that what is offered is possible.
      let low = (range.lowerBound * 100).rounded(.up) / 100
      let high = (range.upperBound * 100).rounded(.down) / 100
      guard low <= high else { return nil }
      let ends = [low, high].map { QuantityFormat.display.text($0, .none, asPercent: true) }
      return "\(ends[0]) to \(ends[1]) is possible; pairs that no statement names count as 0%"
    }
    return Diagnostic(
      "correlations.impossible",
      "`\(first)` and `\(second)` cannot be correlated at \(pair.strength.text.onOneLine) "
        + "beside the other correlations",
      at: .init(pair.statement.sourceRange), help: help)
  }
}
