/// A grammar as it is written in `grammar/aic.ebnf`: productions by name.
struct EBNF {
  /// The right side of a production, or a part of it.
  indirect enum Rule: Hashable {
    case literal(String)
    case symbol(String)
    /// What stands between question marks.
    case prose(String)
    case sequence([Rule])
    case choice([Rule])
    case optional(Rule)
    case repeated(Rule)
  }

  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var productions: [String: Rule] = [:]

  init(_ text: String) throws(Malformed) {
    var reader = Reader(try Self.tokens(of: text))
    while let name = reader.peek {
      reader.skip()
      try reader.expect("=")
      guard productions[name] == nil else { throw Malformed(description: "\(name) twice") }
      productions[name] = try reader.choice()
      try reader.expect(";")
    }
  }

  /// The names that a rule refers to.
  static func symbols(of rule: Rule) -> Set<String> {
    switch rule {
    case .literal, .prose: []
    case .symbol(let name): [name]
    case .sequence(let parts), .choice(let parts):
      parts.reduce(into: []) { $0.formUnion(symbols(of: $1)) }
    case .optional(let part), .repeated(let part): symbols(of: part)
    }
  }

  /// The productions that a name leads to, itself included, without going into some others.
  func reachable(from name: String, without stops: Set<String>) -> Set<String> {
    var result: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      guard !stops.contains(next), result.insert(next).inserted else { continue }
      if let rule = productions[next] { open += Self.symbols(of: rule) }
    }
    return result
  }

  /// Names, signs, and literals and prose with the mark they begin with; comments are left out.
  private static func tokens(of text: String) throws(Malformed) -> [String] {
    var result: [String] = []
    var rest = Substring(text)
    while let first = rest.first {
      if rest.hasPrefix("(*") {
        guard let end = rest.firstRange(of: "*)") else {
          throw Malformed(description: "an open comment")
        }
        rest = rest[end.upperBound...]
      } else if first.isWhitespace {
        rest.removeFirst()
      } else if "\"'?".contains(first) {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: first) else {
          throw Malformed(description: "an open \(first)")
        }
        result.append(String(first) + rest[..<end])
        rest = rest[rest.index(after: end)...]
      } else {
        let word = rest.prefix { $0.isLetter || $0.isNumber }
        result.append(String(word.isEmpty ? rest.prefix(1) : word))
        rest = rest.dropFirst(max(word.count, 1))
      }
    }
    return result
  }

  private struct Reader {
    private let tokens: [String]
    private var position = 0

    init(_ tokens: [String]) { self.tokens = tokens }

    var peek: String? { position < tokens.count ? tokens[position] : nil }

    mutating func skip() { position += 1 }

    mutating func expect(_ sign: String) throws(Malformed) {
      guard peek == sign else {
        throw Malformed(description: "\(sign) expected before \(peek ?? "the end")")
      }
      skip()
    }

    mutating func choice() throws(Malformed) -> Rule {
      var parts = [try sequence()]
      while peek == "|" {
        skip()
        parts.append(try sequence())
      }
      return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() throws(Malformed) -> Rule {
      var parts: [Rule] = []
      while let next = peek, !["|", ";", ")", "]", "}"].contains(next) {
        parts.append(try part(next))
      }
      return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func part(_ token: String) throws(Malformed) -> Rule {
      skip()
      switch token.first {
      case "\"", "'": return .literal(String(token.dropFirst()))
      case "?": return .prose(token.dropFirst().split(separator: " ").joined(separator: " "))
      case "(": return try bracketed(")")
      case "[": return .optional(try bracketed("]"))
      case "{": return .repeated(try bracketed("}"))
      default: return .symbol(token)
      }
    }

    private mutating func bracketed(_ closer: String) throws(Malformed) -> Rule {
      let rule = try choice()
      try expect(closer)
      return rule
    }
  }
}
