/// Texts of a column, each kept once however often it stands there.
public struct TextColumn: Sendable {
  private var pool = TextPool()
  /// The number of each row's text, or `missing`.
  private var ids: [UInt32] = []
  /// By text, the first row with it and the second, or `missing`.
  private var first: [UInt32] = []
  private var second: [UInt32] = []
  private static let missing = UInt32.max

  init() {}

  public var count: Int { ids.count }

  /// How many different texts there are.
  public var distinctCount: Int { pool.count }

  /// The text in a row, or nil where the cell is empty or there is no such row.
  public subscript(row: Int) -> String? { id(row).map { pool[$0] } }

  /// The different texts in the order of their first rows.
  public var distinct: some RandomAccessCollection<String> & Sendable {
    (0..<pool.count).lazy.map { [pool] in pool[$0] }
  }

  /// The rows with a text, in order.
  public func rows(with text: String) -> [Int] {
    guard let id = pool.id(of: text) else { return [] }
    return ids.indices.filter { ids[$0] == UInt32(id) }
  }

  /// The first row with a text, and the second where there is one.
  func firstRows(with text: String) -> (first: Int, second: Int?)? {
    guard let id = pool.id(of: text) else { return nil }
    return (Int(first[id]), second[id] == Self.missing ? nil : Int(second[id]))
  }

  /// The number of the text in a row.
  func id(_ row: Int) -> Int? {
    guard ids.indices.contains(row), ids[row] != Self.missing else { return nil }
    return Int(ids[row])
  }

  /// The text with a number.
  subscript(id id: Int) -> String { pool[id] }

  /// The bytes of the text with a number.
  func utf8(_ id: Int) -> ArraySlice<UInt8> { pool.utf8(id) }

  mutating func appendMissing() { ids.append(Self.missing) }

  /// Adds a row's text and says whether it is a new one.
  mutating func append(_ text: Span<UInt8>) -> Bool {
    let (id, isNew) = pool.insert(text)
    let row = UInt32(ids.count)
    if isNew {
      first.append(row)
      second.append(Self.missing)
    } else if second[id] == Self.missing {
      second[id] = row
    }
    ids.append(UInt32(id))
    return isNew
  }
}
