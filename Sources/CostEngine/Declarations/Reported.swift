/// A result whose figures are declared one by one.
public protocol Reported {
  static var figures: [Figure<Self>] { get }
  /// What must hold for the figures to mean something.
  var requirements: [Requirement] { get }
  /// What was left out or taken for granted, in the reader's words.
  var notes: [String] { get }
  /// The words that stand in where the user gave none.
  var wordDefaults: [WordDefault] { get }
  /// What is unknown although a run of this kind can have it.
  var gaps: [Gap] { get }
  /// What each technique changes, where it was asked for.
  var tradeoffs: [Tradeoff] { get }
}

extension Reported {
  /// Whether it is known before the run that the figures would mean nothing.
  var isRefused: Bool {
    let builder = Self.figures.lazy.compactMap { self[keyPath: $0.path] }.first?.builder
    return requirements.contains {
      $0.severity == .error && builder?.value(of: $0.condition) == 0
    }
  }

  public var wordDefaults: [WordDefault] { [] }
  public var gaps: [Gap] { [] }
  public var tradeoffs: [Tradeoff] { [] }
}

extension ModelFigures: Reported {}
extension DatasetBill: Reported {}
extension Training: Reported {}
extension Deployment: Reported {}
extension APIDeployment: Reported {}
extension Ownership: Reported {}
