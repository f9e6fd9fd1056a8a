extension TrainingRun {
  /// What the run takes and costs; fails where the user must still say something.
  public func figures() throws(EngineError) -> Training {
    Training()
  }
}
