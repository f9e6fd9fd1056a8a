import Quantities

/// One input of a thing or a run, declared once: the checker, the defaults list and the documentation read this.
public struct Field<Record>: Sendable {
  /// What may be written as the field's value.
  public enum Content: Sendable {
    /// One figure of a dimension.
    case quantity(Dimension, WritableKeyPath<Record, Term?> & Sendable)
    /// One figure of any of some dimensions, such as a price once or a price per time.
    case either([Dimension], WritableKeyPath<Record, Term?> & Sendable)
    /// A list of figures of one dimension, such as the widths of a perceptron's layers.
    case list(Dimension, WritableKeyPath<Record, [Term]?> & Sendable)
    /// A block of figures of one dimension, such as `peak { bf16: …, fp8: … }`.
    case quantities(Dimension, keys: [String], WritableKeyPath<Record, [String: Term]> & Sendable)
    /// One of some words, such as a data type.
    case word([String], WritableKeyPath<Record, String?> & Sendable)
    /// A model, such as the draft of speculative decoding.
    case model(WritableKeyPath<Record, Model?> & Sendable)
    /// A rent per time, or what owning takes.
    case price(
      rent: WritableKeyPath<Record, Term?> & Sendable,
      owned: WritableKeyPath<Record, OwnedPrice?> & Sendable)
    /// One price by the unit, or a list of tiers, of any of some dimensions.
    case tiers([Dimension], WritableKeyPath<Record, PriceTiers?> & Sendable)
    /// The devices of a run, such as `L40S` in a scenario's `service.hardware = L40S`.
    case hardware(WritableKeyPath<Record, Hardware?> & Sendable)
    /// Yes or no.
    case flag(WritableKeyPath<Record, Bool?> & Sendable)
  }

  /// What the values of a quantity may be; a value outside is refused with the field's name.
  public enum Bounds: Hashable, Sendable {
    case any
    case positive
    case nonNegative
    /// From 0 to 1, written 0% to 100%.
    case share
    /// At least 0 and less than 1: a share that leaves something.
    case partialShare
    /// More than 0 and at most 1: a share that something is divided by.
    case positiveShare
    /// More than 0 and less than 1: a chance that nothing can make certain.
    case openShare
    case atLeast(Double)
    /// A positive whole number, such as a number of layers.
    case count
  }

  public let name: String
  public let content: Content
  public let bounds: Bounds
  /// What stands in when the user says nothing; nil when the field is derived, required or left out.
  public let fallback: Fallback?
  /// What the field means, in one line.
  public let doc: String

  public init(
    _ name: String, _ content: Content, _ bounds: Bounds, default fallback: Fallback? = nil,
    _ doc: String
  ) {
    self.name = name
    self.content = content
    self.bounds = bounds
    self.fallback = fallback
    self.doc = doc
  }

  /// A field whose value must be more than zero, as most must.
  public init(_ name: String, _ content: Content, _ doc: String) {
    self.init(name, content, .positive, doc)
  }
}

/// The value of a field that the user left out, in base units, with where it comes from.
public struct Fallback: Hashable, Sendable {
  public let value: Double
  public let citation: Citation

  public init(
    _ value: Double, _ source: String, asOf: String, confidence: Confidence = .published
  ) {
    self.value = value
    self.citation = Citation(source, asOf: asOf, confidence: confidence)
  }
}

/// How a reader wants to see a figure.
public enum FigureDisplay: Hashable, Sendable {
  /// In the unit that its dimension and size suggest.
  case automatic
  case percent
  /// Always in one unit, such as device-hours in hours.
  case unit(String)
  case yesOrNo
}

/// One result of a run, declared once, such as `cost` or `cost.compute`.
public struct Figure<Record>: Sendable {
  /// As it is written after a dot; the parts of a figure follow it as `cost.compute`.
  public let name: String
  public let dimension: Dimension
  public let path: KeyPath<Record, Term?> & Sendable
  public let display: FigureDisplay
  public let doc: String

  public init(
    _ name: String, _ dimension: Dimension, _ path: KeyPath<Record, Term?> & Sendable,
    shown display: FigureDisplay = .automatic, _ doc: String
  ) {
    self.name = name
    self.dimension = dimension
    self.path = path
    self.display = display
    self.doc = doc
  }
}

/// A record whose inputs are declared field by field.
public protocol Declared {
  static var fields: [Field<Self>] { get }
  /// Fields of which one says what the others would: a later one takes the place of those before it.
  static var alternatives: [Set<String>] { get }
}

extension Declared {
  public static var alternatives: [Set<String>] { [] }

  /// Leaves out what the fields that were just set say instead of others, unless those were set with them.
  public mutating func leaveOut(alternativesTo names: Set<String>) {
    for group in Self.alternatives where !group.isDisjoint(with: names) {
      for name in group.subtracting(names) { Self.field(named: name)?.clear(&self) }
    }
  }

  public static func field(named name: String) -> Field<Self>? {
    fields.first { $0.name == name }
  }
}
