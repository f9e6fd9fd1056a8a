import Testing

@testable import CostEngine

@Suite struct FieldsTests {
  private func check<Record>(_ fields: [Field<Record>]) {
    #expect(Set(fields.map(\.name)).count == fields.count)
    for field in fields {
      #expect(!field.doc.isEmpty)
      let legal = field.name.allSatisfy { $0.isLowercase || $0.isNumber || "_.".contains($0) }
      #expect(legal, "\(field.name)")
    }
  }

  private func check<Record>(_ figures: [Figure<Record>]) {
    #expect(Set(figures.map(\.name)).count == figures.count)
    #expect(Set(figures.map { $0.path as AnyKeyPath }).count == figures.count)
    for figure in figures { #expect(!figure.doc.isEmpty) }
  }

  @Test func namesAreUniqueAndDocumented() {
    check(Hardware.fields)
    for kind in ModelKind.allCases { check(Model.fields(of: kind)) }
    check(Dataset.fields)
    check(Team.fields)
    check(TrainingRun.fields)
    check(DeploymentRun.fields)
    check(APIDeploymentRun.fields)
    check(OwnershipRun.fields)
    check(ModelFigures.figures)
    check(DatasetBill.figures)
    check(TeamCost.figures)
    check(Training.figures)
    check(Deployment.figures)
    check(APIDeployment.figures)
    check(Ownership.figures)
  }

  @Test func costComesFirstAndItsPartsFollow() {
    #expect(Training.figures.first?.name == "cost")
    #expect(Training.figures.dropFirst().prefix(7).allSatisfy { $0.name.hasPrefix("cost.") })
    #expect(Deployment.figures.first?.name == "cost")
    #expect(Deployment.figures.dropFirst().prefix(5).allSatisfy { $0.name.hasPrefix("cost.") })
  }

  @Test func findsAFieldByName() {
    #expect(TrainingRun.field(named: "mfu")?.bounds == .positiveShare)
    #expect(DeploymentRun.field(named: "pue")?.fallback?.value == 1.15)
    #expect(DeploymentRun.field(named: "nothing") == nil)
  }
}
