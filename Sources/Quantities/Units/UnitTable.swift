/// The units that a text may use, by their spellings: the standard ones and those a file adds.
public struct UnitTable: Sendable {
  private var spellings: [String: Unit] = [:]
  /// Spellings in lower case; where several fold to one, the first of the table stands here.
  private var folded: [String: Unit] = [:]

  /// The units of the language.
  public static let standard = UnitTable(StandardUnits.entries)

  init(_ entries: [UnitEntry]) {
    spellings.reserveCapacity(384)
    folded.reserveCapacity(384)
    for entry in entries {
      add(entry.unit, also: entry.aliases)
      for unit in entry.prefixed { add(unit) }
    }
    for code in StandardUnits.currencies { add(Self.currency(code, text: code)) }
    for (sign, code) in StandardUnits.currencySigns { add(Self.currency(code, text: sign)) }
    if let micro = spellings["µs"] { spellings["us"] = micro }
  }

  private static func currency(_ code: String, text: String) -> Unit {
    let money = Dimension(.money(Currency(code: code)))
    return Unit(text: text, singular: text, dimension: money, multiplier: 1)
  }

  private mutating func add(_ unit: Unit, also aliases: [String] = []) {
    add(unit, as: unit.text)
    if unit.singular != unit.text { add(unit, as: unit.singular) }
    for alias in aliases { add(unit, as: alias) }
  }

  private mutating func add(_ unit: Unit, as spelling: String) {
    spellings[spelling] = unit
    let lower = spelling.lowercased()
    if folded[lower] == nil { folded[lower] = unit }
  }

  /// Every spelling that is read but for case, in order.
  public var names: [String] { spellings.keys.sorted() }

  /// The unit with exactly this name, without products, quotients or powers.
  func exactly(_ name: String) -> Unit? { spellings[name] }

  /// The unit with this name in any case, where case does not matter.
  func folding(_ name: some StringProtocol) -> Unit? { folded[name.lowercased()] }

  /// Reads a unit, such as `GB/s`, `requests/user/day`, `$/GPU-hour` or `byte·s⁻²`: a hyphen or a
  /// dot multiplies and binds tighter than `/`, which groups from the left.
  public func unit(_ text: String) throws(QuantityError) -> Unit {
    if let unit = spellings[text] { return unit }
    return try UnitReader(units: self, text: text).read()
  }

  /// Adds a base dimension of its own name, whose unit it is: `unit seat`.
  public mutating func define(_ name: String) throws(QuantityError) {
    try define(name, as: 1, of: Dimension(.custom(name)))
  }

  /// Adds a unit worth so many base units of a dimension: `unit wafer = 300 chips`.
  public mutating func define(
    _ name: String, as value: Double, of dimension: Dimension
  ) throws(QuantityError) {
    let range = 0..<name.utf8.count
    guard UnitReader.isName(name), Magnitude(name) == nil else {
      throw QuantityError(.invalidUnitName(name), at: range)
    }
    guard exactly(name) == nil, folding(name) == nil else {
      throw QuantityError(.unitExists(name), at: range)
    }
    guard value.isFinite, value > 0 else {
      throw QuantityError(.invalidScale(name), at: range)
    }
    let plural = folding(name + "s") == nil ? name + "s" : name
    add(Unit(text: plural, singular: name, dimension: dimension, multiplier: value))
  }

  /// The units that a reader who wrote this name probably meant, the likeliest first.
  public func suggestions(for name: String) -> [String] {
    if let meant = StandardUnits.synonyms[name.lowercased()] { return [meant] }
    // Of a unit's spellings only the canonical ones are worth offering.
    let names = Set(spellings.values.flatMap { [$0.singular, $0.text] })
    var units: Set<Unit> = []
    return nearest(to: name, among: names, limit: 6)
      .filter { name in spellings[name].map { units.insert($0).inserted } ?? false }
      .prefix(3).map { $0 }
  }
}
