import CostEngine
import Quantities

/// A function that a file defines: checked anew at each call, so that one body serves money and hours alike.
struct Closure {
  struct Parameter {
    let name: String
    /// What the parameter must be, where the writer says so.
    let dimension: Dimension?
    let range: SourceRange
  }

  /// Nil for a function without a name.
  let name: String?
  let parameters: [Parameter]
  let body: SyntaxNode
  /// The names among which it was written.
  let names: [String: Checker.Binding]

  var label: String { name ?? "this function" }
}

/// What can be called.
enum Function {
  case builtin(Builtin)
  case closure(Closure)

  var name: String {
    switch self {
    case .builtin(let builtin): builtin.name
    case .closure(let closure): closure.name ?? "fn"
    }
  }
}
