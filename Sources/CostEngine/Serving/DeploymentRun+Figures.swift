extension DeploymentRun {
  /// What serving takes and costs; fails where the user must still say something.
  public func figures() throws(EngineError) -> Deployment {
    Deployment()
  }
}

extension APIDeploymentRun {
  /// What the tokens cost; fails where the user must still say something.
  public func figures() throws(EngineError) -> APIDeployment {
    APIDeployment()
  }
}
