/// A function that every script may call, as help lists it.
public struct FunctionName: Sendable {
  public let name: String
  /// What it gives, in a line.
  public let doc: String

  /// All of them, by name.
  public static let all: [FunctionName] = {
    let builtins = Builtin.all + Distribution.allCases.compactMap { Builtin.named($0.rawValue) }
    var seen: Set<String> = []
    return builtins.filter { seen.insert($0.name).inserted }
      .map { FunctionName(name: $0.name, doc: $0.doc) }.sorted { $0.name < $1.name }
  }()
}
