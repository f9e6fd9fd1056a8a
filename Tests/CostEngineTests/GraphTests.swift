import Quantities
import Testing

@testable import CostEngine

@Suite struct GraphTests {
  private let builder = GraphBuilder()

  private func number(_ value: Double, _ dimension: Dimension = .none) -> Term {
    builder.constant(value, dimension)
  }

  private func value(_ term: Term) -> Double { Evaluation(builder.graph)[term.id] }

  // MARK: - One node for equal terms

  @Test func equalTermsAreOneNode() {
    let (a, b) = (number(2), number(3))
    #expect(number(2).id == a.id)
    #expect((a + b).id == (a + b).id)
    #expect((a + b).id != (b + a).id)
    #expect((a + b).id != (a - b).id)
    #expect(a.squareRoot.id == a.squareRoot.id)
    #expect((a < b).choose(a, else: b).id == (a < b).choose(a, else: b).id)
    let count = builder.graph.nodes.count
    _ = (a + b) * (a + b) - a.squareRoot
    #expect(builder.graph.nodes.count == count + 2)
  }

  @Test func dimensionsTellConstantsApart() {
    #expect(number(2, .money).id != number(2).id)
    #expect(number(2, .money).id == number(2, .money).id)
    // 0 and -0 are one number to a reader.
    #expect(number(0).id == number(-0.0).id)
    #expect(value(number(-0.0)).sign == .plus)
    #expect(number(0).id != number(5e-300).id)
  }

  @Test func namesAreSharedWhereTheAnnotationIsEqual() {
    let a = number(2)
    let fact = Annotation("price", role: .fact, citation: Citation("a page", asOf: "2026"))
    #expect(builder.named(a, fact).id == builder.named(a, fact).id)
    #expect(builder.named(a, fact).id != builder.named(number(3), fact).id)
    #expect(a.named("x").id == a.named("x").id)
    #expect(a.named("x").id != a.named("y").id)
    #expect(a.named("x").id != a.id)
    #expect(a.named("x").id != a.named("x", "2 × \(a)").id)
    #expect(a.named("x").id != a.named("x", citation: Citation("b")).id)
    // Different names are not merged above either.
    #expect((a.named("x") + 1).id != (a.named("y") + 1).id)
  }

  @Test func aNodeStandsAfterItsInputs() {
    let a = number(2).named("a")
    _ = ((a + 3) / a).named("b").raised(to: Exponent(1, over: 3)).maximum(a)
    for (index, node) in builder.graph.nodes.enumerated() {
      #expect(node.inputs.all.allSatisfy { $0.index < index })
    }
  }

  @Test func theFirstPlaceOfANodeIsKept() {
    builder.range = SourceRange(file: 0, lower: 1, upper: 2)
    let a = number(7)
    builder.range = SourceRange(file: 0, lower: 5, upper: 6)
    let (again, sum) = (number(7), a + 1)
    #expect(builder.graph[again.id].range?.lower == 1)
    #expect(builder.graph[sum.id].range?.lower == 5)
  }

  @Test func whatARootFollowsFrom() {
    let (a, b, c) = (number(1).named("a"), number(2).named("b"), number(3).named("c"))
    let sum = a + b
    let under = builder.graph.nodes(under: [sum.id])
    #expect(under == under.sorted())
    #expect(Set(under).isSuperset(of: [a.id, b.id, sum.id]))
    #expect(!under.contains(c.id))
    #expect(builder.graph.nodes(under: []) == [])
  }

  // MARK: - Dimensions

  @Test func dimensionsFollowTheOperation() {
    let (money, time, plain) = (number(6, .money), number(3, .time), number(2))
    #expect((money + money).dimension == .money)
    #expect((money - money).dimension == .money)
    #expect((-money).dimension == .money)
    #expect((money * time).dimension == .money * .time)
    #expect((money / time).dimension == .money / .time)
    #expect((money / money).dimension == .none)
    #expect((2 * money / 3).dimension == .money)
    #expect((2 / time).dimension == .none / .time)
    #expect(money.raised(to: Exponent(2)).dimension == .money * .money)
    #expect((time * time).squareRoot.dimension == .time)
    #expect(time.raised(to: Exponent(1, over: 2)).raised(to: Exponent(2)).dimension == .time)
    #expect(plain.raised(to: plain).dimension == .none)
    for term in [money.magnitude, money.roundedUp, money.roundedDown, money.rounded] {
      #expect(term.dimension == .money)
    }
    #expect(money.minimum(money).dimension == .money)
    #expect(money.maximum(4).dimension == .money)
    for term in [money < money, money <= money, money > money, money >= money] {
      #expect(term.dimension == .none)
    }
    #expect(money.isEqual(to: money).dimension == .none)
    #expect((money < money).choose(time, else: time).dimension == .time)
    #expect((money < money).and(time < time).or(plain.isEqual(to: plain)).not.dimension == .none)
    #expect(plain.applying(.log).dimension == .none)
    #expect(money.named("x").dimension == .money)
    #expect(builder.faults == [])
  }

  /// Each is a mistake of a formula's author: recorded, with a term all the same.
  @Test func faultsAreRecorded() {
    let (money, time, plain) = (number(6, .money), number(3, .time), number(2))
    let mistakes: [(Term, Term) -> Term] = [
      { $0 + $1 }, { $0 - $1 }, { $0 < $1 }, { $0 <= $1 }, { $0 > $1 }, { $0 >= $1 },
      { $0.isEqual(to: $1) }, { $0.minimum($1) }, { $0.maximum($1) }, { $0.raised(to: $1) },
      { ($0 < $0).choose($0, else: $1) }, { $0.applying($1.dimension.isNone ? .log : .exp) },
    ]
    for (index, mistake) in mistakes.enumerated() {
      _ = mistake(money, time)
      #expect(builder.faults.count == index + 1)
    }
    _ = plain + money
    #expect(builder.faults.last?.contains("add") == true)
    #expect(builder.graph.nodes.count > mistakes.count)
  }

  // MARK: - Values

  /// Values by hand.
  @Test func everyOperationComputes() {
    let (a, b) = (number(-7.5), number(2))
    let expected: [(Term, Double)] = [
      (a + b, -5.5), (a - b, -9.5), (a * b, -15), (a / b, -3.75), (-a, 7.5), (a + 1, -6.5),
      (1 + b, 3), (a - 1, -8.5), (1 - b, -1), (a * 2, -15), (3 * b, 6), (a / 2, -3.75),
      (1 / b, 0.5),
      (a.magnitude, 7.5), (a.roundedDown, -8), (a.roundedUp, -7), (a.rounded, -8),
      (number(2.5).rounded, 3), (number(9).squareRoot, 3), (b.raised(to: Exponent(3)), 8),
      (number(8).raised(to: Exponent(1, over: 3)), 2), (b.raised(to: number(-1)), 0.5),
      (number(-2).raised(to: number(3)), -8), (a.minimum(b), -7.5), (a.maximum(b), 2),
      (a.minimum(-8), -8), (a.maximum(3), 3), (a < b, 1), (b < b, 0), (b <= b, 1), (a > b, 0),
      (b >= b, 1), (b.isEqual(to: number(2)), 1), (a.isEqual(to: b), 0), ((a < b).and(b < a), 0),
      ((a < b).or(b < a), 1), ((a < b).not, 0), ((a < b).choose(a, else: b), -7.5),
      ((a > b).choose(a, else: b), 2), (number(1).applying(.exp), 2.718281828459045),
      (number(8).applying(.log2), 3), (number(1000).applying(.log10), 3),
      (number(1).applying(.log), 0),
      (a.named("a"), -7.5),
    ]
    for (term, value) in expected {
      #expect(abs(self.value(term) - value) < 1e-15 * max(1, abs(value)), "\(value)")
      #expect(builder.value(of: term) == self.value(term))
    }
  }

  @Test func aValueIsKnownWhileTheGraphGrows() {
    let a = number(2)
    #expect(builder.value(of: a) == 2)
    let b = a * 3 + 1
    #expect(builder.value(of: b) == 7)
    #expect(builder.value(of: a) == 2)
    #expect(builder.value(of: b.named("x") / a) == 3.5)
  }

  // MARK: - Where a number was left

  @Test func theFirstOperationThatLeftTheNumbers() {
    let zero = number(0).named("zero")
    let quotient = 5 / zero
    let root = (quotient.named("q") + 1).named("r") * 2
    let graph = builder.graph
    let evaluation = Evaluation(graph)
    #expect(evaluation.originOfNonFinite(root.id, in: graph) == quotient.id)
    #expect(evaluation.originOfNonFinite(quotient.id, in: graph) == quotient.id)
    #expect(evaluation.originOfNonFinite(zero.id, in: graph) == nil)
  }

  @Test func aChoiceRestsOnTheBranchItTook() {
    let bad = number(-1).squareRoot
    let (yes, no) = (number(1), number(0))
    let safe = yes.choose(number(3), else: bad)
    let unsafe = no.choose(number(3), else: bad).named("x")
    let asked = bad.choose(number(3), else: number(4))
    let overflow = number(1e308) * 10
    let both = no.choose(bad, else: overflow)
    let graph = builder.graph
    let evaluation = Evaluation(graph)
    #expect(evaluation[safe.id] == 3)
    #expect(evaluation.originOfNonFinite(safe.id, in: graph) == nil)
    #expect(evaluation.originOfNonFinite(unsafe.id, in: graph) == bad.id)
    #expect(evaluation.originOfNonFinite(both.id, in: graph) == overflow.id)
    // The condition itself is no number, but what it chose is.
    #expect(evaluation.originOfNonFinite(asked.id, in: graph) == nil)
  }

  // MARK: - Explanations

  private func explained(_ term: Term) throws -> Explanation {
    let graph = builder.graph
    return try #require(Explanation(of: term.id, in: graph, Evaluation(graph)))
  }

  /// A tree as text: a label a line, indented by depth, with a mark where it is told elsewhere.
  private func outline(_ explanation: Explanation, _ depth: Int = 0) -> String {
    String(repeating: "  ", count: depth) + explanation.annotation.label
      + (explanation.isRepeated ? " …" : "") + "\n"
      + explanation.parts.map { outline($0, depth + 1) }.joined()
  }

  @Test func anExplanationFollowsTheFormula() throws {
    let price = builder.assume("price", 2, .money / .time, citation: Citation("a page"))
    let hours = number(3, .time).named("hours")
    let replicas = number(4).named("replicas")
    let devices = (hours * replicas).named("device-hours", "\(hours) × \(replicas)")
    let cost = (devices * price).named("cost", "\(devices) × \(price)")
    let tree = try explained(cost)
    #expect(
      outline(tree) == """
        cost
          device-hours
            hours
            replicas
          price

        """)
    #expect(tree.value == 24)
    #expect(tree.parts.map(\.value) == [12, 2])
    #expect(tree.parts[1].annotation.role == .assumption)
    #expect(tree.parts[1].annotation.citation == Citation("a page"))
    let graph = builder.graph
    let formula = try #require(tree.annotation.formula)
    #expect(formula.text { graph.annotation(of: $0)?.label ?? "?" } == "device-hours × price")
    #expect(formula.text { "\(Evaluation(graph)[$0])" } == "12.0 × 2.0")
    #expect(formula.nodes == [devices.id, price.id])
  }

  @Test func withoutAFormulaTheNamedInputsAreTold() throws {
    let (a, b, c) = (number(1).named("a"), number(2).named("b"), number(3).named("c"))
    let x = ((c - b) * (a + b) + 5).named("x")
    #expect(outline(try explained(x)) == "x\n  c\n  b\n  a\n")
    // An unnamed root is the first named one under it; a bare constant has none.
    #expect(outline(try explained(x * 2)) == "x\n  c\n  b\n  a\n")
    let bare = number(9) * 2
    #expect(Explanation(of: bare.id, in: builder.graph, Evaluation(builder.graph)) == nil)
  }

  @Test func whatWasToldIsNotToldAgain() throws {
    let a = number(1).named("a")
    let b = (a + 1).named("b", "\(a) + 1")
    let c = (b * b + a).named("c", "\(b) × \(b) + \(a)")
    let d = (c + b).named("d", "\(c) + \(b)")
    #expect(outline(try explained(d)) == "d\n  c\n    b\n      a\n    b …\n    a …\n  b …\n")
  }

  @Test func aLongChainIsCut() throws {
    var term = number(1).named("start")
    for step in 1...100_000 { term = (term + 1).named("step \(step)") }
    let tree = try explained(term)
    var depth = 0
    var place = tree
    while let next = place.parts.first {
      place = next
      depth += 1
    }
    #expect(depth == 64)
    #expect(place.isRepeated)
    #expect(tree.value == 100_001)
  }

  /// 100,000 unnamed operations between two names.
  @Test func aLongFormulaIsWalkedWithoutRecursion() throws {
    let start = number(1).named("start")
    var term = start
    for _ in 1...100_000 { term = term * 1.000_001 + 1 }
    let tree = try explained(term.named("end"))
    #expect(outline(tree) == "end\n  start\n")
    #expect(builder.graph.nodes(under: [term.id]).count > 200_000)
    let broken = (start - 1).applying(.log)
    var rest = broken
    for _ in 1...100_000 { rest = rest + 1 }
    #expect(
      Evaluation(builder.graph).originOfNonFinite(rest.id, in: builder.graph) == broken.id)
  }

  @Test func textWithFigures() {
    let a = number(3)
    let text: TermText = "\(a) of \(4) and \("x")"
    #expect(text.text { _ in "three" } == "three of 4 and x")
    #expect(text.nodes == [a.id])
    let devices: TermText = "on \(count: a, "device")"
    #expect(devices.text { _ in "1" } == "on 1 device")
    #expect(devices.text { _ in "1.5" } == "on 1.5 devices")
    #expect(devices.nodes == [a.id])
    #expect(("plain" as TermText).text { _ in "?" } == "plain")
    #expect(TermText(pieces: []).text { _ in "?" } == "")
  }
}
