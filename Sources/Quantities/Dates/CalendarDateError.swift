/// Why a text is no date.
public enum CalendarDateError: Error, Hashable, Sendable {
  case notADate(String)
  case noSuchYear(Int)
  case noSuchMonth(Int)
  /// A day beyond its month, which has so many days.
  case noSuchDay(Int, month: Int, year: Int, days: Int)

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Names the problem in the reader's words, without a full stop.
  public var message: String {
    switch self {
    case .notADate(let text):
      "`\(text.prefix(40))` is not a date"
    case .noSuchYear(let year): "there is no year \(year)"
    case .noSuchMonth(let month): "there is no month \(month)"
    case .noSuchDay(let day, let month, let year, let days):
      if Self.months.indices.contains(month - 1) {
        "\(Self.months[month - 1]) \(year) has \(days) days, not \(day)"
      } else {
        "there is no day \(day)"
      }
    }
  }

  /// The forms that are read.
  public var help: String? {
    switch self {
    case .notADate: "write `2026`, `2026-03` or `2026-03-15`"
    case .noSuchYear: "years are 0001 to 9999"
    case .noSuchMonth: "months are 01 to 12"
    case .noSuchDay: nil
    }
  }
}
