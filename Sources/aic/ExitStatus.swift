import ArgumentParser

/// How the program ends. A wrong command line ends with 64, by the parser.
enum ExitStatus {
  static let done = ExitCode(0)
  static let assertionFailed = ExitCode(1)
  static let notFormatted = ExitCode(1)
  static let nothingFound = ExitCode(1)
  static let scriptHasErrors = ExitCode(2)
  static let fileUnreadable = ExitCode(74)
}
