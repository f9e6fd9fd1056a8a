/// JSON as text, in the order that it is given: stable bytes, shortest numbers.
struct JSONWriter {
  private(set) var text = ""
  /// Whether the innermost open array or object has a member already.
  private var hasMember = [false]

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    nest("{", "}", members)
  }

  /// - Parameter isOpen: whether each element begins a line, so that one that changes is one changed line.
  mutating func array<Element>(
    _ elements: [Element], isOpen: Bool = false, _ write: (inout JSONWriter, Element) -> Void
  ) {
    nest("[", isOpen ? "\n]" : "]") { writer in
      for element in elements {
        writer.separate()
        if isOpen { writer.text += "\n" }
        write(&writer, element)
      }
    }
  }

  /// A member of an object: its name, then whatever is written next.
  mutating func member(_ name: String, _ value: (inout JSONWriter) -> Void) {
    separate()
    string(name)
    text += ": "
    value(&self)
  }

  mutating func member(_ name: String, _ value: String) { member(name) { $0.string(value) } }
  mutating func member(_ name: String, _ value: Double) { member(name) { $0.number(value) } }
  mutating func member(_ name: String, _ value: Int) { member(name) { $0.text += "\(value)" } }
  mutating func member(_ name: String, _ value: Bool) { member(name) { $0.bool(value) } }

  mutating func bool(_ value: Bool) { text += value ? "true" : "false" }

  mutating func null() { text += "null" }

  /// JSON has no infinities: what is not a number is null.
  mutating func number(_ value: Double) {
    if let whole = Int(exactly: value), abs(value) < 1e15 {
      text += "\(whole)"
    } else {
      text += value.isFinite ? "\(value)" : "null"
    }
  }

  mutating func string(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private mutating func nest(
    _ open: String, _ close: String, _ content: (inout JSONWriter) -> Void
  ) {
    text += open
    hasMember.append(false)
    content(&self)
    hasMember.removeLast()
    text += close
  }

  private mutating func separate() {
    let last = hasMember.count - 1
    if hasMember[last] { text += ", " }
    hasMember[last] = true
  }
}
