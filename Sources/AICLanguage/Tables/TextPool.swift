/// Texts without repetition, packed: each has a number, in the order of their first appearance.
struct TextPool: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// A hash table with linear probing: 32 bits of hash above the number of a text plus one, or 0
  /// where a slot is free.
  private var slots: [UInt64] = []

  var count: Int { ends.count }

  /// The number of a text, which is added where it is new.
  mutating func insert(_ text: Span<UInt8>) -> (id: Int, isNew: Bool) {
    if 4 * (ends.count + 1) > 3 * slots.count { grow() }
    let hash = Self.hash(text)
    let slot = slot(of: text, hash)
    if let id = Self.id(slots[slot]) { return (id, false) }
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    slots[slot] = hash | UInt64(ends.count)
    return (ends.count - 1, true)
  }

  /// The number of a text, where it is here.
  func id(of text: String) -> Int? {
    guard !slots.isEmpty else { return nil }
    let utf8 = Array(text.utf8)
    return Self.id(slots[slot(of: utf8.span, Self.hash(utf8.span))])
  }

  /// The text with a number.
  subscript(id: Int) -> String {
    String(decoding: utf8(id), as: UTF8.self)
  }

  /// The bytes of the text with a number.
  func utf8(_ id: Int) -> ArraySlice<UInt8> { bytes[range(id)] }

  private func range(_ id: Int) -> Range<Int> {
    (id == 0 ? 0 : ends[id - 1])..<ends[id]
  }

  private static func id(_ slot: UInt64) -> Int? {
    slot == 0 ? nil : Int(slot & 0xFFFF_FFFF) - 1
  }

  /// The upper half of a slot.
  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    var hasher = Hasher()
    text.withUnsafeBytes { hasher.combine(bytes: $0) }
    return UInt64(truncatingIfNeeded: hasher.finalize()) << 32
  }

  private func firstSlot(_ hash: UInt64) -> Int { Int(hash >> 32) & (slots.count - 1) }

  /// The slot of a text, or the free one that it would take; there is always a free one.
  private func slot(of text: Span<UInt8>, _ hash: UInt64) -> Int {
    var slot = firstSlot(hash)
    while let id = Self.id(slots[slot]) {
      // Most other texts differ in their hash, without a look at their bytes.
      if (slots[slot] ^ hash) >> 32 == 0, matches(id, text) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func matches(_ id: Int, _ text: Span<UInt8>) -> Bool {
    let range = range(id)
    guard range.count == text.count else { return false }
    for (offset, index) in range.enumerated() where bytes[index] != text[offset] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: max(16, 2 * old.count))
    for entry in old where entry != 0 {
      var slot = firstSlot(entry)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}
