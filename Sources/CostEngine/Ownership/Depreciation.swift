import Quantities

/// How what was paid for a device is charged over its life. Whatever the method, all but the salvage is charged.
struct Depreciation {
  enum Method: String, CaseIterable {
    /// The same every year, capital free of cost.
    case straight
    /// A share of what is left every year, and all that is left in the last one.
    case declining
    /// The same every year, which repays what was paid with the cost of capital.
    case annuity
  }

  let method: Method
  let paid: Term
  let salvage: Term
  /// Years of the life, a plain number as all below.
  let life: Term
  let decline: Term
  let wacc: Term
  /// The year that is charged, counted from 1; nil for the average of all.
  let year: Term?

  /// What a year is charged, in money.
  var charge: Term {
    switch (method, year) {
    case (.straight, _), (.declining, nil):
      ((paid - salvage) / life).named(
        "charge for capital", "(\(paid) − \(salvage)) ÷ \(life)", citation: .ias16)
    case (.declining, let year?):
      // The last year may be a part of one: what it is charged is said by the year, as of the others.
      ((value(after: year - 1) - value(after: year)) / (year.minimum(life) - (year - 1))).named(
        "charge for capital",
        "what \(paid) loses in year \(year) at \(decline) of what is left, to \(salvage) after \(life)",
        citation: .ias16)
    case (.annuity, _):
      ((paid * growth(life) - salvage) / payments(life)).named(
        "charge for capital",
        "(\(paid) × (1 + \(wacc))^\(life) − \(salvage)) × \(wacc) ÷ ((1 + \(wacc))^\(life) − 1)",
        citation: .annuity)
    }
  }

  /// What is left in the books after some years.
  func value(after years: Term) -> Term {
    let years = years.minimum(life)
    switch method {
    case .straight: return paid - (paid - salvage) * years / life
    case .declining:
      let left = (years > 0 * years).choose((1 - decline).raised(to: years), else: 1 + 0 * years)
      return (years < life).choose((paid * left).maximum(salvage), else: salvage)
    case .annuity: return paid * growth(years) - charge * payments(years)
    }
  }

  private func growth(_ years: Term) -> Term { (1 + wacc).raised(to: years) }

  /// What payments of 1 a year have grown to after some years: as many as there were where capital is free.
  private func payments(_ years: Term) -> Term {
    // Near zero the quotient would lose its digits: the first terms of its series do not.
    let series = years + years * (years - 1) / 2 * wacc
    let exact = (growth(years) - 1) / wacc
    return (wacc < wacc.builder.constant(1e-7)).choose(series, else: exact)
  }
}
