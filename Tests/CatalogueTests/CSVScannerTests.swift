import Catalogue
import Testing

/// Expected rows are worked out by hand from RFC 4180.
@Suite struct CSVScannerTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a\nb", [["a"], ["b"]]),
    ("a,\n,b\n,\n", [["a", ""], ["", "b"], ["", ""]]),
    ("\n\na\n\n\nb\n\n", [["a"], ["b"]]),
    (#""a,b","c""d""# + "\n", [["a,b", "c\"d"]]),
    ("\"\"\"\"\"\",\"\"", [["\"\"", ""]]),
    ("\"x\ny\",z\n1,2", [["x\ny", "z"], ["1", "2"]]),
    ("\"x\r\ny\"\nz", [["x\r\ny"], ["z"]]),
    ("\"\"", [[""]]),
    (" a , b ", [[" a ", " b "]]),
    ("µ,日本", [["µ", "日本"]]),
    ("", []), ("\n", []), ("\u{FEFF}", []),
  ])
  func readsRows(text: String, expected: [[String]]) throws {
    #expect(try rows(of: Array(text.utf8)) == expected)
  }

  @Test func tellsWhereFieldsStand() throws {
    let bytes = Array("\u{FEFF}a,\"b\nc\",d\n\"e\",f,\"\"".utf8)
    var scanner = CSVScanner()
    var row: [CSVField] = []
    var places: [[Int]] = []
    while try scanner.nextRow(in: bytes.span, into: &row) {
      places += row.map { [$0.position.offset, $0.position.line, $0.position.column] }
    }
    #expect(places == [[3, 1, 1], [5, 1, 3], [11, 2, 4], [13, 3, 1], [17, 3, 5], [19, 3, 7]])
  }

  @Test(arguments: [
    ("a,\"b\nc", CSVError.Problem.unterminatedQuote, 1, 3),
    ("\"", .unterminatedQuote, 1, 1),
    ("\"a\"\"", .unterminatedQuote, 1, 1),
    ("a\nb\"c", .strayQuote, 2, 2),
    ("\"a\"b", .textAfterQuote, 1, 4),
    ("a,b\n\n1\n", .ragged(found: 1, expected: 2), 3, 1),
    ("a\r\n1,2", .ragged(found: 2, expected: 1), 2, 1),
  ])
  func rejects(text: String, problem: CSVError.Problem, line: Int, column: Int) throws {
    let error = try #require(throws: CSVError.self) { try rows(of: Array(text.utf8)) }
    #expect(error.problem == problem)
    #expect([error.position.line, error.position.column] == [line, column])
  }

  /// Any table survives being written with every field quoted, and any bytes at all end.
  @Test func survivesRandomInput() throws {
    var random = SplitMix64(seed: 1)
    let alphabet = Array("ab,\"\n\r\u{E9}".utf8)
    for _ in 0..<500 {
      let noise = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      _ = try? rows(of: noise)

      let width = Int.random(in: 1...4, using: &random)
      let table = (0..<3).map { _ in
        (0..<width).map { _ in
          String(
            (0..<Int.random(in: 0...5, using: &random)).map { _ in
              "ab,\"\né".randomElement(using: &random) ?? "a"
            })
        }
      }
      let text = table.map { row in
        row.map { field in
          "\"" + field.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
        }.joined(separator: ",")
      }.joined(separator: "\n")
      #expect(try rows(of: Array(text.utf8)) == table)
    }
  }

  private func rows(of bytes: [UInt8]) throws -> [[String]] {
    var scanner = CSVScanner()
    var row: [CSVField] = []
    var rows: [[String]] = []
    while try scanner.nextRow(in: bytes.span, into: &row) {
      rows.append(row.map { $0.text(in: bytes.span) })
    }
    return rows
  }
}

struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
