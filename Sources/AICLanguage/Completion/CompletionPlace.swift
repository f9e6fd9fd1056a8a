import Quantities

/// What the syntax asks for at the cursor.
enum CompletionPlace {
  /// A new name, a comment, a text.
  case nothing
  /// The start of a statement; on an indented line also a clause of the statement above.
  case statement
  case expression
  /// Words alone, such as those behind an operand.
  case words([String])
  case unit(UnitPlace)
  case currency
  /// Behind `on` and `using`.
  case hardware(orAPI: Bool)
  /// Behind `on api`: who sells tokens.
  case provider
  /// Behind `on x` and `using x`: hardware if `x` is a count, else the words.
  case devices(String, words: [String])
  /// Behind `train`, `finetune` and `deploy`, or behind `model x =`.
  case model(orKind: Bool)
  /// What a training reads.
  case data
  case technique(BlockOwner, written: Set<String>)
  /// The value of a field.
  case value(of: String, BlockOwner)
  /// The name of a field.
  case field(BlockOwner, written: Set<String>)
  /// Behind the dot after an expression at some bytes; a target is something that can be replaced.
  case member(of: Range<Int>, isTarget: Bool)
  /// A cell that can be replaced.
  case target(written: Set<String>)
  case scenario(written: Set<String>)
  /// An argument of what stands at some bytes.
  case argument(of: Range<Int>, written: Set<String>)
}

/// Where a unit stands.
struct UnitPlace {
  /// What is known of its dimension.
  enum Expectation {
    case nothing
    case dimensions([Dimension])
    /// That of a field of a block.
    case field(String, BlockOwner)
    /// That of the expression at some bytes.
    case expression(Range<Int>)
  }

  let expectation: Expectation
  /// It divides: it stands behind `per` or a glued `/`.
  var divides = false
  /// The words that may follow the operand instead.
  var words: [String] = []
}

/// Whose fields a block lists.
enum BlockOwner {
  case hardware, dataset, team, training, deployment, api, ownership, plan
  /// A model of a kind, or one that starts from another model.
  case model(String)
  /// The thing or record that an expression at some bytes gives.
  case copy(Range<Int>)
  /// The figures in a field, such as `target: { ttft: … }`.
  indirect case part(of: BlockOwner, field: String)
  /// What a technique takes beside its value; a block behind the last technique may be the whole thing's.
  indirect case technique(of: BlockOwner, name: String)
  /// Cells of this file, and of the one that the bytes import.
  case replacements
  case imported(Range<Int>)
  /// A record with names of its own.
  case record
}
