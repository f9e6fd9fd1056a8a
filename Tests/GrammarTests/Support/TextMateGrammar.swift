import Foundation

/// A TextMate grammar, read strictly: a key that the tokeniser does not know is refused.
final class TextMateGrammar: Decodable, Sendable {
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  let scopeName: String
  let patterns: [TextMateRule]
  let repository: [String: TextMateRule]
}

/// A rule of a TextMate grammar, its expressions compiled.
final class TextMateRule: Decodable, Sendable {
  let name: String?
  let include: String?
  let match: NSRegularExpression?
  let begin: NSRegularExpression?
  let end: NSRegularExpression?
  /// The scopes of the groups of `match` or `begin`.
  let captures: [Int: String]
  let endCaptures: [Int: String]
  let patterns: [TextMateRule]

  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private enum Keys: String, CodingKey {
    case name, include, match, begin, end, captures, beginCaptures, endCaptures, patterns
  }

  private struct Scope: Decodable {
    let name: String
  }

  init(from decoder: Decoder) throws {
    for key in try decoder.container(keyedBy: AnyKey.self).allKeys
    where Keys(stringValue: key.stringValue) == nil {
      throw TextMateGrammar.Malformed(description: "the key \(key.stringValue)")
    }
    let container = try decoder.container(keyedBy: Keys.self)
    func expression(_ key: Keys) throws -> NSRegularExpression? {
      try container.decodeIfPresent(String.self, forKey: key)
        .map { try NSRegularExpression(pattern: $0) }
    }
    func scopes(_ key: Keys) throws -> [Int: String] {
      let scopes = try container.decodeIfPresent([String: Scope].self, forKey: key) ?? [:]
      return try scopes.reduce(into: [:]) { result, scope in
        guard let group = Int(scope.key) else {
          throw TextMateGrammar.Malformed(description: "the group \(scope.key)")
        }
        result[group] = scope.value.name
      }
    }
    name = try container.decodeIfPresent(String.self, forKey: .name)
    include = try container.decodeIfPresent(String.self, forKey: .include)
    match = try expression(.match)
    begin = try expression(.begin)
    end = try expression(.end)
    captures = try scopes(.captures).merging(scopes(.beginCaptures)) { first, _ in first }
    endCaptures = try scopes(.endCaptures)
    patterns = try container.decodeIfPresent([TextMateRule].self, forKey: .patterns) ?? []
    guard (begin == nil) == (end == nil), match == nil || begin == nil else {
      throw TextMateGrammar.Malformed(description: "\(name ?? "a rule") is half a rule")
    }
    let groups = max(match?.numberOfCaptureGroups ?? 0, begin?.numberOfCaptureGroups ?? 0)
    guard captures.keys.allSatisfy({ $0 <= groups }) else {
      throw TextMateGrammar.Malformed(description: "\(name ?? "a rule") has no such group")
    }
  }
}

extension TextMateGrammar {
  /// The scopes of each UTF-16 unit of a text, outermost first, without the grammar's own.
  func scopes(of text: String) -> [[String]] {
    var result: [[String]] = []
    var open: [TextMateRule] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      result += scopes(ofLine: String(line), &open)
      result.append(open.compactMap(\.name))
    }
    return result
  }

  private func scopes(ofLine line: String, _ open: inout [TextMateRule]) -> [[String]] {
    let length = line.utf16.count
    var result = [[String]](repeating: [], count: length)
    var position = 0
    // Bounded, for a rule that matches nothing again and again.
    for _ in 0...(2 * length + 8) {
      let outer = open.compactMap(\.name)
      guard let (rule, found, isEnd) = next(in: line, from: position, open) else {
        for index in position..<length { result[index] = outer }
        break
      }
      for index in position..<found.range.location { result[index] = outer }
      let own = isEnd ? outer : outer + [rule.name].compactMap { $0 }
      let groups = isEnd ? rule.endCaptures : rule.captures
      for index in found.range.location..<found.range.upperBound { result[index] = own }
      for (group, scope) in groups.sorted(by: { $0.key < $1.key }) {
        let range = found.range(at: group)
        guard range.location != NSNotFound else { continue }
        for index in range.location..<range.upperBound { result[index].append(scope) }
      }
      if isEnd { open.removeLast() } else if rule.begin != nil { open.append(rule) }
      position = found.range.upperBound
      if found.range.length == 0, !isEnd, rule.match != nil {
        guard position < length else { break }
        result[position] = outer
        position += 1
      }
    }
    return result
  }

  /// The leftmost match, the end of the open rule first, then the first rule of the grammar.
  private func next(
    in line: String, from position: Int, _ open: [TextMateRule]
  ) -> (TextMateRule, NSTextCheckingResult, isEnd: Bool)? {
    let range = NSRange(location: position, length: line.utf16.count - position)
    func find(_ expression: NSRegularExpression?) -> NSTextCheckingResult? {
      expression?.firstMatch(
        in: line, options: [.withTransparentBounds, .withoutAnchoringBounds], range: range)
    }
    var best: (TextMateRule, NSTextCheckingResult, isEnd: Bool)?
    if let rule = open.last, let found = find(rule.end) { best = (rule, found, true) }
    for rule in flattened(open.last?.patterns ?? patterns) {
      guard let found = find(rule.match ?? rule.begin) else { continue }
      if let best, best.1.range.location <= found.range.location { continue }
      best = (rule, found, false)
    }
    return best
  }

  /// The rules that patterns stand for, their includes followed.
  private func flattened(_ patterns: [TextMateRule]) -> [TextMateRule] {
    patterns.flatMap { rule -> [TextMateRule] in
      guard let include = rule.include else {
        return rule.match == nil && rule.begin == nil ? flattened(rule.patterns) : [rule]
      }
      if include == "$self" { return flattened(self.patterns) }
      return repository[String(include.dropFirst())].map { flattened([$0]) } ?? []
    }
  }
}
