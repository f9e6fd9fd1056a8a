import Quantities

/// People who are paid for as long as something takes.
public struct Team: Declared {
  public var name: String
  public var people: Term?
  public var salary: Term?
  public var overhead: Term?
  public var share: Term?

  public init(name: String) {
    self.name = name
  }

  public static let fields: [Field<Team>] = [
    Field("people", .quantity(.none, \.people), "how many, in full-time equivalents"),
    Field(
      "salary", .quantity(.money / .time, \.salary), .nonNegative, "pay of one person per time"),
    Field(
      "overhead", .quantity(.none, \.overhead), .nonNegative,
      default: Fallback(
        0.3, "aic, a judgement: employer's taxes, benefits, space and tools beside pay",
        asOf: "2026-11", confidence: .judgement),
      "what an employer pays beside the salary, as a share of it"),
    Field(
      "share", .quantity(.none, \.share), .positiveShare,
      "part of their time that this work takes; all of it unless given"),
  ]

  /// What the team costs per time; fails where the user must still say something.
  public func cost(in builder: GraphBuilder) throws(EngineError) -> TeamCost {
    let fields = try Reader(self, in: builder)
    guard let people = fields["people"], let salary = fields["salary"],
      let overhead = fields.value("overhead")
    else {
      let missing = fields["people"] == nil ? "people" : "salary"
      throw EngineError(
        "teams.incomplete", field: missing, "the team `\(name)` has no `\(missing)`",
        help: missing == "people" ? "such as `people: 4`" : "such as `salary: $180k/year`")
    }
    let pay: Term =
      if let share = fields["share"] {
        (people * salary * share).named("cost.salary", "\(people) × \(salary) × \(share)")
      } else {
        (people * salary).named("cost.salary", "\(people) × \(salary)")
      }
    let beside = (pay * overhead).named("cost.overhead", "\(pay) × \(overhead)")
    return TeamCost(
      cost: (pay + beside).named("cost", "\(pay) + \(beside)"), salaryCost: pay,
      overheadCost: beside, requirements: fields.requirements)
  }
}

/// What a team costs per time.
public struct TeamCost: Reported {
  public let cost: Term?
  public let salaryCost: Term?
  public let overheadCost: Term?
  public let requirements: [Requirement]
  public var notes: [String] { [] }

  public static let figures: [Figure<TeamCost>] = [
    Figure("cost", .money / .time, \.cost, "pay and overhead"),
    Figure("cost.salary", .money / .time, \.salaryCost, "pay, for the share of their time"),
    Figure("cost.overhead", .money / .time, \.overheadCost, "what is paid beside it"),
  ]
}
