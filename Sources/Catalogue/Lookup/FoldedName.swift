/// A name as look-ups compare it: ASCII letters in lower case, and `-` `_` `.` `/` and spaces alike.
///
/// `Llama-3.1-8B`, `llama_3_1_8b` and `LLAMA 3.1 8b` fold to the same bytes.
struct FoldedName: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ name: some StringProtocol) {
    var folded: [UInt8] = []
    for byte in name.utf8 {
      let next = FoldedName.fold(byte)
      if next != FoldedName.separator || (folded.last ?? next) != next { folded.append(next) }
    }
    if folded.last == FoldedName.separator { folded.removeLast() }
    bytes = folded
  }

  /// Whether one of the texts between bars in `range` folds to this name; allocates nothing.
  func matchesAny(in range: Range<Int>, of text: Span<UInt8>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, text[end] != FoldedName.bar { end += 1 }
      if matches(start..<end, of: text) { return true }
      start = end + 1
    }
    return false
  }

  private func matches(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
    var matched = 0
    var afterSeparator = true
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = FoldedName.fold(text[index])
      index += 1
      if byte == FoldedName.separator {
        afterSeparator = true
        continue
      }
      if afterSeparator, matched > 0 {
        guard matched < bytes.count, bytes[matched] == FoldedName.separator else { return false }
        matched += 1
      }
      afterSeparator = false
      guard matched < bytes.count, bytes[matched] == byte else { return false }
      matched += 1
    }
    return matched == bytes.count && matched > 0
  }

  /// What the name is as an identifier, or nil where it cannot be one.
  var identifier: String? {
    guard let first = bytes.first, !FoldedName.isDigit(first),
      bytes.allSatisfy({
        FoldedName.isDigit($0) || $0 == FoldedName.separator
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
      })
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let separator = UInt8(ascii: "_")
  private static let bar = UInt8(ascii: "|")

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func fold(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: " "): separator
    default: byte
    }
  }
}
