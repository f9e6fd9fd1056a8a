/// A year, a month or a day of the proleptic Gregorian calendar, years 1 to 9999.
public struct CalendarDate: Hashable, Sendable {
  public let year: Int
  /// 1 to 12; nothing for a bare year.
  public let month: Int?
  /// 1 to the length of the month; nothing for a year or a month.
  public let day: Int?

  /// Checks that the month and the day exist; a day needs a month.
  public init(year: Int, month: Int? = nil, day: Int? = nil) throws(CalendarDateError) {
    guard Self.years.contains(year) else { throw CalendarDateError.noSuchYear(year) }
    if let month {
      guard (1...12).contains(month) else { throw CalendarDateError.noSuchMonth(month) }
      let length = Self.days(in: month, of: year)
      if let day, !(1...length).contains(day) {
        throw CalendarDateError.noSuchDay(day, month: month, year: year, days: length)
      }
    } else if let day {
      throw CalendarDateError.notADate("\(year)--\(day)")
    }
    self.init(unchecked: year, month, day)
  }

  /// Reads `2026`, `2026-03` or `2026-03-15`.
  public init(_ text: String) throws(CalendarDateError) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count, (1...3).contains(parts.count),
      zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 })
    else { throw CalendarDateError.notADate(text) }
    try self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  private init(unchecked year: Int, _ month: Int?, _ day: Int?) {
    self.year = year
    self.month = month
    self.day = day
  }

  private static let years = 1...9999

  /// The number of days of a month that exists.
  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The first day that it names, in days since 1970-01-01.
  public var firstDay: Int {
    // Years begin in March, so that the leap day is their last; months are then 153 days per five.
    let month = self.month ?? 1
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + (day ?? 1) - 1
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }

  /// Days from the first day of this date to that of another, negative where that is earlier.
  public func days(until other: CalendarDate) -> Int {
    other.firstDay - firstDay
  }

  /// So many months later, the day held within its month, the year within 1 to 9999. A bare year
  /// stays one where whole years are added, and counts as its January otherwise.
  public func adding(months: Int) -> CalendarDate {
    let span = 12 * Self.years.count
    let steps = min(max(months, -span), span)
    let first = 12 * Self.years.lowerBound
    let count = min(max(12 * year + (month ?? 1) - 1 + steps, first), first + span - 1)
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    if month == nil, steps % 12 == 0 { return CalendarDate(unchecked: newYear, nil, nil) }
    let newDay = day.map { min($0, Self.days(in: newMonth, of: newYear)) }
    return CalendarDate(unchecked: newYear, newMonth, newDay)
  }
}

extension CalendarDate {
  /// The day so many days after the first that it names, within the years 1 to 9999.
  public func adding(days: Int) -> CalendarDate {
    let first = CalendarDate(unchecked: 1, 1, 1).firstDay
    let last = CalendarDate(unchecked: 9999, 12, 31).firstDay
    let target = min(max(firstDay + min(max(days, -2 * last), 2 * last), first), last)
    // A near year, then the steps that are left.
    var year = min(max(1970 + target / 366, 1), 9999)
    while year < 9999, CalendarDate(unchecked: year + 1, 1, 1).firstDay <= target { year += 1 }
    while year > 1, CalendarDate(unchecked: year, 1, 1).firstDay > target { year -= 1 }
    var month = 12
    while month > 1, CalendarDate(unchecked: year, month, 1).firstDay > target { month -= 1 }
    let day = target - CalendarDate(unchecked: year, month, 1).firstDay + 1
    return CalendarDate(unchecked: year, month, day)
  }
}

extension CalendarDate: Comparable {
  /// By the first day; of two with the same, the coarser comes first.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.firstDay, a.month ?? 0, a.day ?? 0) < (b.firstDay, b.month ?? 0, b.day ?? 0)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// As it is written: `2026`, `2026-03`, `2026-03-15`.
  public var description: String {
    let parts = [year, month, day].compactMap { $0 }
    return zip(parts, [4, 2, 2]).map { part, width in
      let digits = String(part)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }.joined(separator: "-")
  }
}
