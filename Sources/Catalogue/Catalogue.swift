import CCatalogue
import Quantities

/// The built-in facts, found by name. Nothing is read until a name is looked up.
public struct Catalogue: Sendable {
  public enum Kind: Sendable {
    case accelerators, models

    var bytes: UnsafeBufferPointer<UInt8> {
      switch self {
      case .accelerators:
        UnsafeBufferPointer(start: catalogue_accelerators(), count: catalogue_accelerators_length())
      case .models: UnsafeBufferPointer(start: catalogue_models(), count: catalogue_models_length())
      }
    }
  }

  public init() {}

  public func accelerator(named name: String) -> Accelerator? {
    row(named: name, in: .accelerators).flatMap { Accelerator($0) }
  }

  public func model(named name: String) -> ModelEntry? {
    row(named: name, in: .models).flatMap { ModelEntry($0) }
  }

  /// Every name of a kind, in the order of the data.
  public func names(of kind: Kind) -> [String] {
    var names: [String] = []
    scan(kind) { fields in
      names.append(fields[0].text)
      return false
    }
    return names
  }

  /// Every entry of a kind, for checks over all of them.
  public func accelerators() -> [Accelerator] { rows(of: .accelerators).compactMap { Accelerator($0) } }
  public func models() -> [ModelEntry] { rows(of: .models).compactMap { ModelEntry($0) } }

  /// The names most like a mistyped one, spelled so that they can be written as they are.
  public func suggestions(for name: String, in kind: Kind) -> [String] {
    var spellings: [String] = []
    scan(kind) { fields in
      spellings.append(Catalogue.spelling(of: fields[0].text))
      spellings += fields[1].text.split(separator: "|").map { Catalogue.spelling(of: String($0)) }
        .filter { !$0.hasPrefix("`") }
      return false
    }
    return nearest(to: name, among: spellings, limit: 2)
  }

  /// A name as a script writes it: `llama_3_1_8b` for `Llama-3.1-8B`, and `H100` as it stands.
  public static func spelling(of name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || isDigit($0) || $0 == "_" }
    let beginsWell = name.unicodeScalars.first.map { !isDigit($0) } ?? false
    if isPlain, beginsWell { return name }
    let folded = fold(name)
    let isName = folded.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || isDigit($0) || $0 == "_" }
    return isName && beginsWell ? folded : "`\(name)`"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// What two spellings of one name have in common: case, and which of `-`, `_`, `.`, `/` and blank parts it, do not matter.
  static func fold(_ name: some StringProtocol) -> String {
    String(
      name.lowercased().map { character in
        switch character {
        case "-", ".", "/", " ": "_"
        default: character
        }
      })
  }

  // MARK: - Rows

  private func row(named name: String, in kind: Kind) -> CSV.Row? {
    let wanted = Catalogue.fold(name)
    // `meta-llama/Llama-3.1-8B` means the model after the publisher.
    let last = name.split(separator: "/").last.map { Catalogue.fold($0) } ?? wanted
    return first(in: kind, named: wanted) ?? (last == wanted ? nil : first(in: kind, named: last))
  }

  private func first(in kind: Kind, named wanted: String) -> CSV.Row? {
    var found: [CSV.Field]?
    let header = scan(kind) { fields in
      let names = [fields[0].text] + fields[1].text.split(separator: "|").map(String.init)
      guard names.contains(where: { Catalogue.fold($0) == wanted }) else { return false }
      found = fields
      return true
    }
    let index = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
    return found.map { CSV.Row(fields: $0, index: index) }
  }

  private func rows(of kind: Kind) -> [CSV.Row] {
    (try? CSV(kind.bytes))?.rows ?? []
  }

  /// Visits records with a name and aliases until one is enough; the result is the heading.
  @discardableResult
  private func scan(_ kind: Kind, _ isEnough: ([CSV.Field]) -> Bool) -> [String] {
    var reader = CSVReader(kind.bytes)
    guard let header = try? reader.record() else { return [] }
    while let fields = try? reader.record() {
      if fields.count >= 2, isEnough(fields) { break }
    }
    return header.map(\.text)
  }
}
