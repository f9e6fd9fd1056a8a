import Quantities

extension GraphBuilder {
  /// A value that stands in for one that the user left out.
  func fallback(_ label: String, _ fallback: Fallback, _ dimension: Dimension = .none) -> Term {
    named(
      constant(fallback.value, dimension),
      Annotation(label, role: .default, citation: fallback.citation))
  }

  /// A published or fitted constant of a formula.
  func fact(_ label: String, _ fact: Fallback, _ dimension: Dimension = .none) -> Term {
    constant(fact.value, dimension).named(label, citation: fact.citation)
  }
}
