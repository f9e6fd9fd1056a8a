import CostEngine

/// A figure that inputs move.
struct MovedFigure {
  let name: String
  let node: NodeID
  let display: Display

  /// The figure of a value: of a thing its cost, of a plan its total, of an optimum what is best.
  init?(_ name: String, _ value: Value) {
    switch value {
    case .quantity(let term, let display): self.init(name, term, display)
    case .training(_, let training): self.init(name + ".cost", training.cost)
    case .deployment(_, let deployment): self.init(name + ".cost", deployment.cost)
    case .api(_, let deployment): self.init(name + ".cost", deployment.cost)
    case .plan(let plan): self.init(name + ".total", plan.total)
    case .optimum(let optimum):
      guard case .quantity(let term, let display)? = optimum.record["value"] else { return nil }
      self.init(name + ".value", term, display)
    default: return nil
    }
  }

  private init?(_ name: String, _ term: Term?, _ display: Display = Display()) {
    guard let term else { return nil }
    (self.name, node, self.display) = (name, term.id, display)
  }
}
