extension TableError {
  /// A stable name for the kind of problem.
  public var id: String {
    switch kind {
    case .empty: "tables.empty"
    case .noHeading: "tables.no-heading"
    case .nameless, .openBracket: "tables.heading"
    case .duplicate: "tables.duplicate"
    case .unit: "tables.unit"
    case .encoding: "tables.encoding"
    case .ragged: "tables.ragged"
    case .unclosedQuote, .strayQuote, .textAfterQuote: "tables.quote"
    case .number, .quantity: "tables.number"
    case .date: "tables.date"
    case .truth: "tables.truth"
    case .mixed: "tables.mixed"
    case .tooManyColumns, .tooManyCells, .rowTooLong: "tables.limit"
    }
  }

  /// Names the problem in the reader's words, without a full stop.
  public var message: String {
    switch kind {
    case .empty: "this table is empty"
    case .noHeading(nil): "this table has no heading"
    case .noHeading(let number?):
      "this table has no heading: \(quoted(number)) in its first row is a number"
    case .nameless("", let place): "heading \(place) of this table is empty"
    case .nameless(let text, _): "the heading \(quoted(text)) leaves no name"
    case .openBracket(let text): "the heading \(quoted(text)) has a bracket without its other half"
    case .duplicate(let name, _): "this table has two columns \(quoted(name))"
    case .unit(_, let error): error.message
    case .encoding: "this table is not text in UTF-8"
    case .ragged(let found, let expected, _):
      "this row has \(cells(found)), the heading has \(expected)"
    case .unclosedQuote: "this quote is never closed"
    case .strayQuote: "there is a quote within a cell that does not begin with one"
    case .textAfterQuote: "there is text behind a closing quote"
    case .number(let text, let column, _, _):
      "\(quoted(text)) in column \(quoted(column)) is not a plain number"
    case .date(_, let column, let error):
      "\(error.message), in a column of dates, \(quoted(column))"
    case .quantity(let text, let column, _):
      "\(quoted(text)) in column \(quoted(column)) is not a quantity"
    case .truth(let text, let column):
      "\(quoted(text)) in column \(quoted(column)) is neither `true` nor `false`"
    case .mixed(let column, let dimension, let other, let place):
      "column \(quoted(column)) mixes \(dimension) on line \(self.place.line) with \(other) on line "
        + "\(place.line)"
    case .tooManyColumns(let limit): "this table has more than \(limit) columns"
    case .tooManyCells(let limit): "this table has more than \(limit) cells"
    case .rowTooLong(let limit): "this row is longer than \(limit) bytes"
    }
  }

  /// At most one line that says what to write instead.
  public var help: String? {
    switch kind {
    case .empty, .noHeading: "name the columns in the first row, such as `name,price [$/hour]`"
    case .nameless: "write a name with a letter or a digit in it"
    case .openBracket: "write the unit as in `price [$/hour]`"
    case .duplicate: "rename one of them; case and signs do not tell names apart"
    case .unit(_, let error): error.help ?? "write the unit as in `price [$/hour]`"
    case .encoding: "save the file as CSV in UTF-8"
    case .ragged(let found, let expected, _):
      found > expected
        ? "a separator within a cell needs quotes around the cell"
        : "leave a cell empty, between separators, where its value is unknown"
    case .unclosedQuote, .textAfterQuote, .strayQuote:
      "quotes stand around a whole cell and twice within it, as in `\"24\"\" screen\"`"
    case .number(_, _, let unit, let error):
      if let error {
        error.help ?? "write a number such as `2.50`, or nothing where it is unknown"
      } else {
        "its unit, `\(unit)`, stands in the heading already"
      }
    case .date(_, _, let error): error.help
    case .quantity(_, let column, _), .truth(_, let column), .mixed(let column, _, _, _):
      "put `[text]` behind the heading `\(column)` to read all as text"
    case .tooManyColumns, .tooManyCells, .rowTooLong: nil
    }
  }

  /// The text in backquotes on one line, cut where it would fill it.
  private func quoted(_ text: String) -> String {
    let start = String(text.prefix(40).map { $0.isNewline ? " " : $0 })
    return text.count <= 40 ? "`\(start)`" : "`\(start.dropLast())…`"
  }
}
