/// A way of serving the same model for less: it changes what serving takes, and nothing else.
public struct Technique: Sendable {
  public let name: String
  /// What it does to the quality of the answers, in one line.
  public let quality: String
  let apply: @Sendable (inout ServingInputs) throws(EngineError) -> Void

  init(
    _ name: String, quality: String,
    apply: @escaping @Sendable (inout ServingInputs) throws(EngineError) -> Void
  ) {
    self.name = name
    self.quality = quality
    self.apply = apply
  }
}
