/// How much of the forward pass is computed again in the backward pass, to save memory.
public enum Recompute: String, Hashable, Sendable, CaseIterable {
  case none, selective, full
}
