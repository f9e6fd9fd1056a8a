import Quantities

/// On what terms devices are rented: on demand, on spot, or reserved for a time.
struct Terms {
  /// The share of the on-demand price that is paid; nil on demand.
  let kept: Term?
  let spot: Spot?
  let reservation: Reservation?
  /// What the price that the run gives is for already, such as spot; nil on demand.
  let commitment: String?

  /// Devices that the provider may take away.
  struct Spot {
    /// How often all devices of a run or of a replica are taken away.
    let rate: Term
    /// Time until others are at work.
    let recovery: Term
  }

  /// Devices that are paid for to the end of a term, in use or not.
  struct Reservation {
    let term: Term
    /// The share of the time in use from which that is cheaper than on demand.
    let breakeven: Term
  }

  /// What the fields of a run say; fails where they say two things.
  init<Record>(_ fields: Reader<Record>) throws(EngineError) {
    let builder = fields.builder
    commitment = fields["price"].flatMap(builder.commitment)
    guard fields["spot"] == nil || fields["reserve"] == nil else {
      throw EngineError(
        "terms.both", field: "spot", "devices on spot cannot be reserved",
        help: "leave `spot` or `reserve` out")
    }
    if let off = fields["spot"], let rate = fields.value("spot.interruptions"),
      let recovery = fields.value("spot.recovery")
    {
      kept = (1 - off).named("kept of the price on spot", "1 − \(off)")
      spot = Spot(rate: rate, recovery: recovery)
      reservation = nil
    } else if let term = fields["reserve"] {
      let discount = fields["reserve.discount"] ?? Terms.discount(of: term, in: builder)
      let breakeven = (1 - discount).named("reserve_breakeven", "1 − \(discount)")
      kept = breakeven
      spot = nil
      reservation = Reservation(term: term, breakeven: breakeven)
    } else {
      (kept, spot, reservation) = (nil, nil, nil)
    }
  }

  /// The usual discount of a term of one year or more.
  private static func discount(of term: Term, in builder: GraphBuilder) -> Term {
    let long = term >= builder.constant(3 * OwnershipData.secondsOfYear, .time)
    let known = builder.value(of: long).map { $0 != 0 ? TermsData.threeYears : TermsData.oneYear }
    if let known { return builder.fallback("reserve.discount", known) }
    return long.choose(
      builder.fallback("discount of three years", TermsData.threeYears),
      else: builder.fallback("discount of one year", TermsData.oneYear)
    ).named("reserve.discount", "by the term of \(term)")
  }

  /// The field that says so.
  var field: String { spot == nil ? "reserve" : "spot" }

  /// That a price which is for spot or for a reservation already is not taken off from again.
  func requirements(on rent: Term) -> [Requirement] {
    guard let kept, let commitment = rent.builder.commitment(of: rent) else { return [] }
    return [
      Requirement(
        "terms.price", .warning, field: field, kept.mean >= rent.builder.constant(1),
        "the price is the \(commitment) one already, and `\(field)` takes another \(share: 1 - kept) off",
        help: spot == nil
          ? "give the on-demand price, or leave `reserve` out"
          : "give the on-demand price, or write `spot: 0%` to count what is taken away alone")
    ]
  }

  /// That a discount is known for the term, where the user says none.
  static func requirements<Record>(_ fields: Reader<Record>) -> [Requirement] {
    guard let term = fields["reserve"], fields["reserve.discount"] == nil else { return [] }
    let year = fields.builder.constant(OwnershipData.secondsOfYear, .time)
    return [
      Requirement(
        "terms.discount", .error, field: "reserve", term >= year,
        "what is taken off for reserving \(term) is not known",
        help: "give it, such as `reserve 6 months { discount: 20% }`")
    ]
  }

  /// The fields of a run that its terms are read from.
  static func fields<Record>(
    spot: WritableKeyPath<Record, Term?> & Sendable,
    interruptions: WritableKeyPath<Record, Term?> & Sendable,
    recovery: WritableKeyPath<Record, Term?> & Sendable,
    reserve: WritableKeyPath<Record, Term?> & Sendable,
    discount: WritableKeyPath<Record, Term?> & Sendable
  ) -> [Field<Record>] {
    [
      Field(
        "spot", .quantity(.none, spot), .share,
        "share off the price for devices that may be taken away; on demand unless given"),
      Field(
        "spot.interruptions", .quantity(Dimension.time.inverse, interruptions), .positive,
        default: TermsData.interruptions,
        "how often the devices of a run or a replica are taken away, all together"),
      Field(
        "spot.recovery", .quantity(.time, recovery), .nonNegative,
        default: ReliabilityData.recovery, "time until others are at work in their place"),
      Field(
        "reserve", .quantity(.time, reserve),
        "term that devices are reserved for; on demand unless given"),
      Field(
        "reserve.discount", .quantity(.none, discount), .share,
        "share off the price for reserving; the usual one of one year or of three unless given"),
    ]
  }
}

/// Published figures of what terms take off and bring with them, with their sources.
enum TermsData {
  static let oneYear = Fallback(
    0.309, "Epoch AI, Hardware prices.csv: median of one-year commitments", asOf: "2025-03")

  static let threeYears = Fallback(
    0.55, "Epoch AI, Hardware prices.csv: median of three-year commitments", asOf: "2025-03")

  /// Per second: once in 13 hours.
  static let interruptions = Fallback(
    0.075 / 3600, "aic, a judgement between 0.05 and 0.1 an hour for H100 on spot",
    asOf: "2026-11", confidence: .judgement)
}

extension Citation {
  static let spot = Citation("Amazon Web Services, EC2 Spot Instances: user guide", asOf: "2026")
  static let reserve = Citation(
    "Epoch AI, Hardware prices.csv: one- and three-year commitments", asOf: "2025-03")
}
