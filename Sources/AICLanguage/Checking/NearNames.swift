import Quantities

extension Checker {
  /// The names most like one, or those that one begins with, such as `vocab` for `vocabulary`.
  func near(_ name: String, _ legal: [String]) -> [String] {
    let alike = nearest(to: name, among: legal)
    return alike.isEmpty
      ? legal.filter { $0.utf8.count > 3 && (name.hasPrefix($0) || $0.hasPrefix(name)) } : alike
  }
}

extension [String] {
  /// The names in one line that a reader can take in; how many more there are is said.
  var listed: String {
    let most = 8
    let unlike = reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard unlike.count > most else { return unlike.joined(separator: ", ") }
    return unlike.prefix(most).joined(separator: ", ") + " and \(unlike.count - most) more"
  }

  /// Names as a reader would list them: `a`, `b` or `c`.
  var alternatives: String {
    let quoted = map { "`\($0)`" }
    guard let last = quoted.last, count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
