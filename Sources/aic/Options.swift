import ArgumentParser
import CostEngine
import Quantities

/// How diagnostics are laid out.
enum DiagnosticStyle: String, ExpressibleByArgument, CaseIterable {
  case block, short
}

/// How results are laid out.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// How lists are laid out.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv, markdown
}

extension Sampler: ExpressibleByArgument {}

/// A number of samples, written as in the language: `20_000`, `100k`, `1e6`.
struct SampleCount {
  let count: Int

  static let standard = SampleCount(count: Sampling.standard.samples)
}

extension SampleCount {
  init?(_ text: String) {
    guard let literal = try? QuantityReader().read(text), literal.unit == nil,
      let count = Int(exactly: literal.value), (1...Sampling.mostSamples).contains(count)
    else { return nil }
    self.init(count: count)
  }
}

/// What every command that reads a script takes.
struct SharedOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Replace a cell or a field: 'users=10k users', service.batch=32.", valueName: "name=value"))
  var settings: [String] = []

  @Option(help: ArgumentHelp("Compute the file under one of its scenarios.", valueName: "name"))
  var scenario: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many samples are drawn of what is uncertain: 1 to 10B, such as 100k or 1M.",
      valueName: "number"),
    transform: { text throws in
      guard let count = SampleCount(text) else {
        throw ValidationError("a whole number from 1 to 10 billion is wanted, such as 100k or 1M")
      }
      return count
    })
  var samples = SampleCount.standard

  @Option(help: "Which samples are drawn: the same seed gives the same figures.")
  var seed = Sampling.standard.seed

  @Option(
    help: ArgumentHelp(
      "How draws are spread: digital (evenly, so that means need few), random, or latin."))
  var sampler = Sampler.digital

  @Flag(help: "Show the standard error of every mean.")
  var verbose = false

  @Option(
    help: "How diagnostics are laid out: block, or short for file:line:column: error: message.")
  var diagnostics: DiagnosticStyle = .block

  @Option(help: "When to use colours: auto, always or never. NO_COLOR is respected.")
  var color: ColorChoice = .auto

  func validate() throws {
    for setting in settings where SharedOptions.split(setting) == nil {
      throw ValidationError("--set takes NAME=VALUE, not '\(setting)'.")
    }
  }

  var invocation: Invocation {
    Invocation(
      settings: settings.compactMap { SharedOptions.split($0) }, scenario: scenario,
      samples: samples.count, seed: seed, sampler: sampler, isVerbose: verbose,
      diagnostics: diagnostics, color: color)
  }

  private static func split(_ setting: String) -> (path: String, value: String)? {
    guard let sign = setting.firstIndex(of: "=") else { return nil }
    let path = setting[..<sign].filter { $0 != " " }
    let value = setting[setting.index(after: sign)...]
    return path.isEmpty || value.isEmpty ? nil : (path, String(value))
  }
}

/// What is read and how the results are told: for the commands that run or check.
struct ScriptOptions: ParsableArguments {
  @Argument(help: "Files to read; - is standard input.", completion: .file(extensions: ["aic"]))
  var files: [String] = []

  @Option(
    name: .customShort("e"), parsing: .unconditional,
    help: ArgumentHelp("Read this text instead of a file.", valueName: "expression"))
  var expression: String?

  @Option(help: "How results are laid out: text or json.")
  var format: OutputFormat = .text

  @OptionGroup var shared: SharedOptions

  /// Where to read from is said by one of several words, which the parser cannot know.
  func validate(isInteractive: Bool) throws {
    if isInteractive {
      guard expression == nil, files.count <= 1, files != ["-"], format == .text else {
        throw ValidationError("-i takes one file at most, and no other input or format.")
      }
      return
    }
    if files.isEmpty && expression == nil {
      throw ValidationError("Nothing to read: name a file, - for standard input, or -e EXPRESSION.")
    }
    if !files.isEmpty && expression != nil {
      throw ValidationError("Name files or give -e EXPRESSION, not both.")
    }
  }

  var invocation: Invocation {
    var invocation = shared.invocation
    invocation.files = files
    invocation.expression = expression
    invocation.format = format
    return invocation
  }
}
