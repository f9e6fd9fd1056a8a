/// Texts without repetition, packed: each has a number, in the order of their first appearance.
struct TextPool: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// A hash table with linear probing: the numbers of texts plus one, or 0 where a slot is free.
  private var slots: [UInt32] = []

  var count: Int { ends.count }

  /// The number of a text, which is added where it is new.
  mutating func insert(_ text: Span<UInt8>) -> (id: Int, isNew: Bool) {
    if 4 * (ends.count + 1) > 3 * slots.count { grow() }
    let slot = slot(of: text)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    for index in text.indices { bytes.append(text[index]) }
    ends.append(bytes.count)
    slots[slot] = UInt32(ends.count)
    return (ends.count - 1, true)
  }

  /// The number of a text, where it is here.
  func id(of text: String) -> Int? {
    guard !slots.isEmpty else { return nil }
    let found = slots[slot(of: Array(text.utf8).span)]
    return found == 0 ? nil : Int(found) - 1
  }

  /// The text with a number.
  subscript(id: Int) -> String {
    String(decoding: bytes[range(id)], as: UTF8.self)
  }

  /// The bytes of the text with a number.
  func utf8(_ id: Int) -> ArraySlice<UInt8> { bytes[range(id)] }

  private func range(_ id: Int) -> Range<Int> {
    (id == 0 ? 0 : ends[id - 1])..<ends[id]
  }

  /// The slot of a text, or the free one that it would take; there is always a free one.
  private func slot(of text: Span<UInt8>) -> Int {
    let mask = slots.count - 1
    var hasher = Hasher()
    text.withUnsafeBytes { hasher.combine(bytes: $0) }
    var slot = hasher.finalize() & mask
    while slots[slot] != 0, !matches(Int(slots[slot]) - 1, text) { slot = (slot + 1) & mask }
    return slot
  }

  private func matches(_ id: Int, _ text: Span<UInt8>) -> Bool {
    let range = range(id)
    guard range.count == text.count else { return false }
    for (offset, index) in range.enumerated() where bytes[index] != text[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: max(16, 2 * slots.count))
    for id in ends.indices {
      let free = slot(of: bytes[range(id)].span)
      slots[free] = UInt32(id + 1)
    }
  }
}
