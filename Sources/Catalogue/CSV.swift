/// Comma-separated values as RFC 4180 has them: quoted fields, doubled quotes, CRLF or LF, an optional BOM.
public struct CSV: Sendable {
  /// What a text is wrong about, with its place counted from 1.
  public struct Mistake: Error, Hashable, Sendable {
    public let message: String
    public let line: Int
    public let column: Int
  }

  public struct Field: Hashable, Sendable {
    public let text: String
    /// Where the field begins, counted from 1; columns count bytes.
    public let line: Int
    public let column: Int
  }

  public struct Row: Sendable {
    public let fields: [Field]
    let index: [String: Int]

    /// The text of a column; nil where the column does not exist or the field is empty.
    public subscript(column: String) -> String? {
      guard let place = index[column], fields.indices.contains(place) else { return nil }
      let text = fields[place].text
      return text.isEmpty ? nil : text
    }

    /// The field of a column, for its place.
    public func field(_ column: String) -> Field? { index[column].map { fields[$0] } }
  }

  public let header: [String]
  public let rows: [Row]

  /// Reads a whole text; fails at the first quote that is not closed or row of another width.
  public init(_ bytes: some Collection<UInt8>) throws(Mistake) {
    var reader = CSVReader(bytes)
    let header = try reader.record()?.map(\.text) ?? []
    let index = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
    var rows: [Row] = []
    while let fields = try reader.record() {
      if fields.count == 1, fields[0].text.isEmpty { continue }
      guard fields.count == header.count else {
        throw Mistake(
          message: "\(fields.count) fields where the heading has \(header.count)",
          line: fields[0].line, column: 1)
      }
      rows.append(Row(fields: fields, index: index))
    }
    self.header = header
    self.rows = rows
  }

  /// One record as text that reads back the same.
  public static func line(_ fields: [String]) -> String {
    fields.map { field in
      let needsQuotes = field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
      return needsQuotes ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
    }.joined(separator: ",")
  }
}

/// Reads records one after another, so that a look-up need not read them all.
struct CSVReader<Bytes: Collection<UInt8>> {
  private let bytes: Bytes
  private var place: Bytes.Index
  private var line = 1
  private var lineStart: Bytes.Index

  init(_ bytes: Bytes) {
    self.bytes = bytes
    place = bytes.startIndex
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = bytes.index(place, offsetBy: 3) }
    lineStart = place
  }

  /// The fields of the next record; nil at the end.
  mutating func record() throws(CSV.Mistake) -> [CSV.Field]? {
    guard place < bytes.endIndex else { return nil }
    var fields: [CSV.Field] = []
    while true {
      fields.append(try field())
      guard place < bytes.endIndex else { return fields }
      let separator = bytes[place]
      place = bytes.index(after: place)
      if separator == 0x2C { continue }
      if separator == 0x0D, place < bytes.endIndex, bytes[place] == 0x0A {
        place = bytes.index(after: place)
      }
      line += 1
      lineStart = place
      return fields
    }
  }

  private var column: Int { bytes.distance(from: lineStart, to: place) + 1 }

  private mutating func field() throws(CSV.Mistake) -> CSV.Field {
    let (firstLine, firstColumn) = (line, column)
    guard place < bytes.endIndex, bytes[place] == 0x22 else {
      let start = place
      while place < bytes.endIndex, ![0x2C, 0x0A, 0x0D].contains(bytes[place]) {
        place = bytes.index(after: place)
      }
      return CSV.Field(
        text: String(decoding: bytes[start..<place], as: UTF8.self), line: firstLine,
        column: firstColumn)
    }
    var text: [UInt8] = []
    place = bytes.index(after: place)
    while place < bytes.endIndex {
      let byte = bytes[place]
      place = bytes.index(after: place)
      if byte == 0x22 {
        guard place < bytes.endIndex, bytes[place] == 0x22 else {
          if place < bytes.endIndex, ![0x2C, 0x0A, 0x0D].contains(bytes[place]) {
            throw CSV.Mistake(message: "text after a closing quote", line: line, column: column)
          }
          return CSV.Field(
            text: String(decoding: text, as: UTF8.self), line: firstLine, column: firstColumn)
        }
        place = bytes.index(after: place)
      } else if byte == 0x0A {
        line += 1
        lineStart = place
      }
      text.append(byte)
    }
    throw CSV.Mistake(message: "a quote is not closed", line: firstLine, column: firstColumn)
  }
}
