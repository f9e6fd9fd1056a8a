/// A way of training or serving for less, declared once: which fields it sets, and what it does to the answers.
public struct Technique<Record: TakesTechniques>: Sendable {
  /// As it is written after `with`.
  public let name: String
  /// The field that its value sets; further fields of its own are called `name.…`.
  public let field: String
  /// How it is written, such as `quantize fp8`.
  public let example: String
  /// What it does to the quality of the answers, in one line.
  public let quality: String
  public let citation: Citation
  /// What naming it says beside its fields; nil where they say all.
  public let mark: (@Sendable (inout Record) -> Void)?
  /// Whether a run makes use of it; nil where any of its fields says so.
  private let use: (@Sendable (Record) -> Bool)?
  /// Takes it back; nil where a run without it has none of its fields.
  private let removal: (@Sendable (inout Record) -> Void)?

  init(
    _ name: String, field: String? = nil, example: String, quality: String, _ citation: Citation,
    mark: (@Sendable (inout Record) -> Void)? = nil,
    isUsed: (@Sendable (Record) -> Bool)? = nil,
    remove: (@Sendable (inout Record) -> Void)? = nil
  ) {
    self.name = name
    self.field = field ?? name
    self.example = example
    self.quality = quality
    self.citation = citation
    self.mark = mark
    self.use = isUsed
    self.removal = remove
  }

  /// Whether a run makes use of it.
  public func isUsed(by record: Record) -> Bool {
    use?(record) ?? Record.fields(of: name, field).contains { $0.isSet(in: record) }
  }

  /// The run that its gain is measured against.
  public func removed(from record: Record) -> Record {
    var record = record
    if let removal {
      removal(&record)
    } else {
      for field in Record.fields(of: name, field) { field.clear(&record) }
    }
    return record
  }
}

/// A run that techniques can make cheaper.
public protocol TakesTechniques: Declared {
  associatedtype Result: Reported
  static var techniques: [Technique<Self>] { get }
  /// The figures whose change by a technique is told, in this order.
  static var traded: [String] { get }
  func figures() throws(EngineError) -> Result
}

extension TakesTechniques {
  public static func technique(named name: String) -> Technique<Self>? {
    techniques.first { $0.name == name }
  }

  /// The fields of a technique: that of its value, and its own.
  public static func fields(of technique: String, _ field: String) -> [Field<Self>] {
    fields.filter { $0.name == field || $0.name.hasPrefix(technique + ".") }
  }

  /// What each technique in use changes, all else as it is.
  public func tradeoffs(_ result: Result) -> [Tradeoff] {
    Self.techniques.filter { $0.isUsed(by: self) }.map { technique in
      let removed = try? technique.removed(from: self).figures()
      // What a run that cannot be would cost is no measure of it.
      let base = removed.flatMap { $0.isRefused ? nil : $0 }
      return Tradeoff(
        technique: technique.name,
        value: Self.field(named: technique.field)?.text(in: self), isNeeded: base == nil,
        changes: base.map { changes(from: $0, to: result) } ?? [],
        accuracy: accuracy(technique.name), quality: technique.quality,
        citation: technique.citation)
    }
  }

  /// The change of accuracy that the user states, such as `prune.accuracy`.
  private func accuracy(_ technique: String) -> Term? {
    guard case .quantity(_, let path)? = Self.field(named: technique + ".accuracy")?.content
    else { return nil }
    return self[keyPath: path]
  }

  private func changes(from base: Result, to result: Result) -> [Tradeoff.Change] {
    Self.traded.compactMap { name in
      guard let path = Result.figures.first(where: { $0.name == name })?.path,
        let before = base[keyPath: path], let after = result[keyPath: path]
      else { return nil }
      let none = before.builder.constant(0, before.dimension)
      let change = (before > none).choose(after / before - 1, else: before.builder.constant(0))
      return Tradeoff.Change(
        figure: name,
        term: change.named("change of \(name)", "\(after) ÷ \(before) − 1"))
    }
  }
}

/// What a technique gives and takes: the same run with it, against the run without it.
public struct Tradeoff {
  public struct Change {
    /// As it is declared, such as `cost`.
    public let figure: String
    /// A share: −0.3 is 30% less.
    public let term: Term
  }

  public let technique: String
  /// What it was given, such as `fp8`.
  public let value: TermText?
  /// Whether the run cannot be without it, so that there is nothing to compare it with.
  public let isNeeded: Bool
  public let changes: [Change]
  /// The change of accuracy that the user states; nil where none is.
  public let accuracy: Term?
  public let quality: String
  public let citation: Citation
}

extension Field {
  /// Whether a record says anything of the field.
  public func isSet(in record: Record) -> Bool {
    switch content {
    case .quantity(_, let path), .either(_, let path): record[keyPath: path] != nil
    case .list(_, let path): record[keyPath: path] != nil
    case .quantities(_, _, let path): !record[keyPath: path].isEmpty
    case .word(_, let path): record[keyPath: path] != nil
    case .tiers(_, let path): record[keyPath: path] != nil
    case .flag(let path): record[keyPath: path] != nil
    case .model(let path): record[keyPath: path] != nil
    case .price(let rent, let owned):
      record[keyPath: rent] != nil || record[keyPath: owned] != nil
    case .hardware(let path): record[keyPath: path] != nil
    }
  }

  /// Leaves the field out.
  func clear(_ record: inout Record) {
    switch content {
    case .quantity(_, let path), .either(_, let path): record[keyPath: path] = nil
    case .list(_, let path): record[keyPath: path] = nil
    case .quantities(_, _, let path): record[keyPath: path] = [:]
    case .word(_, let path): record[keyPath: path] = nil
    case .tiers(_, let path): record[keyPath: path] = nil
    case .flag(let path): record[keyPath: path] = nil
    case .model(let path): record[keyPath: path] = nil
    case .price(let rent, let owned):
      record[keyPath: rent] = nil
      record[keyPath: owned] = nil
    case .hardware(let path): record[keyPath: path] = nil
    }
  }

  /// The value as a reader writes it; nil where there is none, or none in one figure.
  func text(in record: Record) -> TermText? {
    switch content {
    case .quantity(_, let path), .either(_, let path):
      record[keyPath: path].map { bounds.isShare ? "\(share: $0)" : "\($0)" }
    case .word(_, let path): record[keyPath: path].map { "\($0)" }
    case .model(let path): record[keyPath: path].map { "\($0.name)" }
    case .hardware(let path): record[keyPath: path].map { "\($0.name)" }
    case .list, .quantities, .tiers, .flag, .price: nil
    }
  }

  /// Takes the declared default under the field's name, as if the user had written it; false where there is none.
  public func assume(in record: inout Record, _ builder: GraphBuilder) -> Bool {
    switch content {
    case .quantity(let dimension, let path):
      guard let fallback else { return false }
      record[keyPath: path] = builder.fallback(name, fallback, dimension)
    case .either(let dimensions, let path):
      guard let fallback, let first = dimensions.first else { return false }
      record[keyPath: path] = builder.fallback(name, fallback, first)
    case .flag(let path): record[keyPath: path] = true
    case .list, .quantities, .tiers, .word, .model, .price, .hardware: return false
    }
    return true
  }
}

extension Field.Bounds {
  /// Whether a value is read as a percentage.
  public var isShare: Bool { [.share, .positiveShare, .partialShare, .openShare].contains(self) }
}
