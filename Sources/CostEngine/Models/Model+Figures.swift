extension Model {
  /// What follows from the model alone; fails where the user must still say something.
  public func figures(in builder: GraphBuilder) throws(EngineError) -> ModelFigures {
    ModelFigures()
  }
}

extension ModelFigures {
  /// Bytes of the weights in a data type.
  public func size(_ type: DataType) -> Term? { nil }

  /// Bytes of key-value cache that one token adds; nil without a shape.
  public func kvPerToken(_ type: DataType) -> Term? { nil }
}
