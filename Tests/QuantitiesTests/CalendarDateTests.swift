import Testing

@testable import Quantities

@Suite struct CalendarDateTests {
  @Test(arguments: ["2026", "2026-03", "2026-03-15", "0001-01-01", "9999-12-31", "2024-02-29"])
  func readsAndPrintsBack(text: String) throws {
    #expect(try CalendarDate(text).description == text)
  }

  @Test(arguments: [
    ("2026-02-29", "February 2026 has 28 days, not 29"),
    ("1900-02-29", "February 1900 has 28 days, not 29"),
    ("2026-04-31", "April 2026 has 30 days, not 31"),
    ("2026-01-00", "January 2026 has 31 days, not 0"),
    ("2026-13", "there is no month 13"), ("2026-00-01", "there is no month 0"),
    ("0000", "there is no year 0"), ("26", "`26` is not a date"),
    ("2026-3", "`2026-3` is not a date"), ("2026-03-15-1", "`2026-03-15-1` is not a date"),
    ("", "`` is not a date"), ("-026", "`-026` is not a date"), ("+026", "`+026` is not a date"),
    ("2026/03", "`2026/03` is not a date"), ("２０２６", "`２０２６` is not a date"),
  ])
  func refuses(text: String, message: String) {
    let error = #expect(throws: CalendarDateError.self) { try CalendarDate(text) }
    #expect(error?.message == message)
  }

  @Test func dayNeedsAMonth() {
    #expect(throws: CalendarDateError.self) { try CalendarDate(year: 2026, day: 3) }
    #expect(throws: CalendarDateError.noSuchYear(10_000)) { try CalendarDate(year: 10_000) }
  }

  /// Python: (date(y, m, d) - date(1970, 1, 1)).days.
  @Test(arguments: [
    ("1970", 0), ("2026", 20454), ("2026-03", 20513), ("2026-03-15", 20527),
    ("2000-02-29", 11016), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("1969-12-31", -1),
  ])
  func firstDay(text: String, day: Int) throws {
    #expect(try CalendarDate(text).firstDay == day)
  }

  @Test func everyDayFollowsTheOneBefore() throws {
    var expected = try CalendarDate("1899").firstDay
    for year in 1899...2101 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = try? CalendarDate(year: year, month: month, day: day) else { continue }
          #expect(date.firstDay == expected)
          expected += 1
        }
      }
    }
    #expect(try CalendarDate("2102").firstDay == expected)
  }

  @Test(arguments: [
    ("2026", 12, "2027"), ("2026", 6, "2026-07"), ("2026-11", 3, "2027-02"),
    ("2026-03", -3, "2025-12"), ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-15", 0, "2026-03-15"), ("9999-12", 5, "9999-12"), ("0001-01", -1, "0001-01"),
    ("2026-05", .max, "9999-12"), ("2026-05", .min, "0001-01"),
  ])
  func addsMonths(text: String, months: Int, expected: String) throws {
    #expect(try CalendarDate(text).adding(months: months).description == expected)
  }

  @Test func comparesByFirstDayThenPrecision() throws {
    let texts = ["2025-12-31", "2026", "2026-01", "2026-01-01", "2026-01-02", "2026-02"]
    let dates = try texts.map { try CalendarDate($0) }
    #expect(dates.reversed().sorted() == dates)
    #expect(try CalendarDate("2026").days(until: CalendarDate("2027")) == 365)
    #expect(try CalendarDate("2024-03").days(until: CalendarDate("2024-02")) == -29)
  }
}

@Suite struct CalendarDaysTests {
  /// Days and months agree with the count of days since 1970, whose values are checked elsewhere.
  @Test func daysAreAddedOneByOne() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<5_000 {
      let date = try CalendarDate(
        year: Int.random(in: 1...9999, using: &random),
        month: Int.random(in: 1...12, using: &random), day: Int.random(in: 1...28, using: &random))
      let days = Int.random(in: -4_000_000...4_000_000, using: &random)
      let later = date.adding(days: days)
      let first = try CalendarDate(year: 1, month: 1, day: 1)
      let last = try CalendarDate(year: 9999, month: 12, day: 31)
      #expect(later.firstDay == min(max(date.firstDay + days, first.firstDay), last.firstDay))
      #expect(try CalendarDate("\(later)") == later)
    }
  }
}
