import Foundation
import Testing

/// The command line: what it reads, how it ends, and what goes where.
@Suite struct CommandTests {
  @Test func showsAnExpression() throws {
    let result = try Command.run(["-e", "8B params * 2 bytes in GB"])
    #expect(result.output == "16 GB\n")
    #expect(result.errors.isEmpty)
    #expect(result.status == 0)
  }

  @Test func readsStandardInput() throws {
    let result = try Command.run(["-"], input: Data("x = 2\nshow x * 3\n".utf8))
    #expect(result.output == "x * 3   6\n")
    #expect(result.status == 0)
  }

  @Test func readsAScriptWhereThereIsNoTerminal() throws {
    let result = try Command.run([], input: Data("x = 2\nshow x * 3\n".utf8))
    #expect(result.output == "x * 3   6\n")
    #expect(result.errors.isEmpty)
    #expect(result.status == 0)
  }

  @Test func anExpressionMayBeginWithAMinus() throws {
    #expect(try Command.run(["-e", "-2 + 1"]).output == "−1\n")
  }

  @Test func theCatalogueIsSearched() throws {
    let found = try Command.run(["catalog", "openai.gpt_4o", "--format", "csv"])
    #expect(found.output.hasPrefix("name,kind,figures,as of,mark,source\nopenai.gpt_4o,api,"))
    #expect(found.status == 0)
    #expect(try Command.run(["catalog"]).output.contains("65  accelerator\n"))
    let missing = try Command.run(["catalog", "h10o"])
    #expect(missing.status == 1)
    #expect(missing.output.isEmpty)
    #expect(missing.errors.hasSuffix("did you mean H100?\n"))
  }

  @Test func aFailedAssertionEndsWithOne() throws {
    let result = try Command.run(["-e", "assert 1 > 2"])
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("assert 1 > 2"))
  }

  @Test func anErrorEndsWithTwoAndShowsNothing() throws {
    let result = try Command.run(["-e", "show 1\nshow $2 + 1 hour"])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("cannot add Money and Time"))
  }

  @Test func samplesAreCountedAsInTheLanguage() throws {
    let counts = try ["10000", "10k", "1e4", "10_000"].map {
      try Command.run(["--samples", $0, "-e", "1 to 2", "--format", "json"]).output
    }
    #expect(Set(counts).count == 1 && counts[0].contains("\"samples\": 10000"))
    for wrong in ["0", "-3", "1000000000000", "1.5", "ten", "10 GB"] {
      let result = try Command.run(["--samples", wrong, "-e", "1 to 2"])
      #expect(result.status == 64 && result.errors.contains("whole number from 1 to 10 billion"))
    }
  }

  /// The standard error is asked for, and is smaller for draws that are spread evenly.
  @Test func verboseRunsTellTheirErrors() throws {
    let result = try Command.run(["--verbose", "--samples", "4k", "-e", "normal($90 to $110)"])
    #expect(result.output.contains("(90%: $90.0 to $110) ±"), "\(result.output)")
    #expect(result.output.contains("4,000 digital samples, seed 1"))
    #expect(!(try Command.run(["-e", "normal($90 to $110)"]).output.contains("±")))
  }

  /// Ten billion samples take minutes; nobody waits for them.
  @Test func ctrlCEndsALongRun() throws {
    let process = try Command.start(["--samples", "10B", "-e", "exp(1 to 2) * (3 to 4)"])
    // From here on the program knows the signal: bit 1 of the mask of those that it catches.
    let status = "/proc/\(process.processIdentifier)/status"
    while process.isRunning {
      let lines = try String(contentsOfFile: status, encoding: .utf8).split(separator: "\n")
      let mask = lines.first { $0.hasPrefix("SigCgt:") }?.split(separator: "\t").last
      if let mask, let bits = UInt64(mask, radix: 16), bits & 2 != 0 { break }
    }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
  }

  @Test(arguments: [
    ["--no-such-option", "x.aic"], ["check"], ["-e"], ["--format", "xml", "-e", "1"],
  ])
  func aWrongCommandLineEndsWith64(arguments: [String]) throws {
    #expect(try Command.run(arguments).status == 64)
  }

  @Test(arguments: ["no-such-file.aic", "examples"])
  func anUnreadableFileEndsWith74(path: String) throws {
    let result = try Command.run([path])
    #expect(result.status == 74)
    #expect(result.errors.hasPrefix("aic: cannot read \(path): "))
  }

  @Test func checkRunsNothing() throws {
    let result = try Command.run(["check", "-"], input: Data("show 1\nassert 1 > 2\n".utf8))
    #expect(result.status == 0)
    #expect(result.output.isEmpty && result.errors.isEmpty)
    #expect(try Command.run(["check", "-"], input: Data("show y\n".utf8)).status == 2)
  }

  @Test func aFileMayBeCalledLikeACommand() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "aic-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("show 1 + 1\n".utf8).write(to: folder.appending(path: "check"))
    #expect(try Command.run(["check"], in: folder).output == "1 + 1   2\n")
    #expect(try Command.run(["run", "check"], in: folder).output == "1 + 1   2\n")
    #expect(try Command.run(["check", "check"], in: folder).output.isEmpty)
  }

  @Test func aCellIsReplaced() throws {
    let script = Data("assume users = 10 users\nshow users * $2/user\n".utf8)
    #expect(
      try Command.run(["--set", "users=25 users", "-"], input: script).output.hasSuffix("$50\n"))
    let wrong = try Command.run(["--set", "users=$3", "-"], input: script)
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("cannot replace Users by Money"))
    let unknown = try Command.run(["--set", "user=25 users", "-"], input: script)
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("there is no cell `user` to replace"))
    #expect(unknown.errors.contains("did you mean `users`?"))
  }

  @Test func aDiagnosticIsExplainedByAnExample() throws {
    let result = try Command.run(["explain", "units.mismatch"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("units.mismatch\n\nTwo figures of different dimensions"))
    #expect(result.output.contains("\nerror: cannot add Money and Time\n"))
    #expect(result.output.contains("\nright:\n  training = $40k\n"))
    #expect(try Command.run(["explain", "--list"]).output.contains("\nunits.mismatch "))
  }

  @Test(arguments: [
    (["units.missmatch"], "Did you mean units.mismatch"), (["nothing-like"], "--list"), ([], "id"),
    (["-"], "Name a cell"), (["--list", "units.mismatch"], "alone"),
  ])
  func onlyWhatExistsIsExplained(arguments: [String], says: String) throws {
    let result = try Command.run(["explain"] + arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(says))
  }

  @Test func colourIsOnlyForWhoeverAsks() throws {
    let escape = "\u{1B}["
    #expect(!(try Command.run(["-e", "x"]).errors.contains(escape)))
    #expect(try Command.run(["--color", "always", "-e", "x"]).errors.contains(escape))
    let refused = try Command.run(["-e", "x"], environment: ["NO_COLOR": "1", "TERM": "xterm"])
    #expect(!refused.errors.contains(escape))
  }

  @Test func shortDiagnosticsAreOneLineEach() throws {
    let result = try Command.run(["--diagnostics", "short", "-"], input: Data("\n  show y\n".utf8))
    #expect(result.errors == "<stdin>:2:8: error: unknown name `y`\n")
  }

  @Test func jsonIsOneObjectWithEverything() throws {
    let script = Data(
      "x = $3/hour\nshow x, x in $/day\nprint \"a\"\nassert x < $1/hour \"b\"\n".utf8)
    let result = try Command.run(["--format", "json", "-"], input: script)
    #expect(result.status == 1)
    #expect(result.errors.isEmpty)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let report = try #require(object)
    #expect(report["aic"] as? Int == 1)
    let results = try #require(report["results"] as? [[String: Any]])
    #expect(results.map { $0["name"] as? String } == ["x", "x in $/day"])
    #expect(results[0]["unit"] as? String == "USD/s")
    #expect(results[0]["dimension"] as? String == "Money per Time")
    // $3 an hour is 3/3600 dollars a second, and $72 a day.
    let value = try #require(results[0]["value"] as? Double)
    #expect(abs(value - 3.0 / 3600) < 1e-15)
    #expect(results[1]["unit"] as? String == "$/day")
    let daily = try #require(results[1]["value"] as? Double)
    #expect(abs(daily - 72) < 1e-9)
    let assertions = try #require(report["assertions"] as? [[String: Any]])
    #expect(assertions.count == 1)
    #expect(assertions[0]["holds"] as? Bool == false)
    #expect(assertions[0]["line"] as? Int == 4)
    #expect(report["printed"] as? [String] == ["a"])
  }

  @Test func jsonTellsErrors() throws {
    let result = try Command.run(["--format", "json", "-e", "show y"])
    #expect(result.status == 2)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let diagnostics = try #require(object?["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.count == 1)
    #expect(diagnostics[0]["code"] as? String == "names.unknown")
    #expect(diagnostics[0]["line"] as? Int == 1)
    #expect(diagnostics[0]["column"] as? Int == 6)
  }
}

/// What a file rests on, as a user lists it.
@Suite struct AssumptionsCommandTests {
  private static let script = Data(
    "assume x = 3 tokens source \"a, \\\"b\\\" | c\"\ny = x * $2 / (1 token)\nshow y\n".utf8)

  @Test func listsWhatTheResultRestsOn() throws {
    let result = try Command.run(["assumptions", "-"], input: Self.script)
    #expect(
      result.output == """
        y   $6

        input  kind        value     +1% moves it  confidence  where      source
        x      assumption  3 tokens  +1%           sourced     <stdin>:1  a, "b" | c

        """)
    #expect(result.status == 0)
    #expect(try Command.run(["inputs", "-"], input: Self.script).output == result.output)
  }

  @Test func spreadsheetsAndPagesReadIt() throws {
    let run = { (format: String) in
      try Command.run(["assumptions", "-", "--format", format], input: Self.script).output
    }
    #expect(
      try run("csv") == """
        input,kind,value,90% interval,+1% moves y,spread of y,confidence,as of,age,where,source
        x,assumption,3 tokens,,+1%,,sourced,,,<stdin>:1,"a, ""b"" | c"

        """)
    #expect(
      try run("markdown").hasSuffix(
        "| x | assumption | 3 tokens |  | +1% |  | sourced |  |  | <stdin>:1 | a, \"b\" \\| c |\n"))
    let json = try JSONSerialization.jsonObject(with: Data(run("json").utf8)) as? [String: Any]
    let inputs = try #require(json?["assumptions"] as? [[String: Any]])
    #expect(inputs.count == 1)
    #expect(inputs[0]["value"] as? Double == 3 && inputs[0]["unit"] as? String == "token")
    #expect(inputs[0]["used_on"] as? [Int] == [2] && inputs[0]["line"] as? Int == 1)
    let moves = try #require(inputs[0]["moves"] as? [[String: Any]])
    #expect(moves[0]["figure"] as? String == "y" && moves[0]["elasticity"] as? Double == 1)
  }

  /// One changed input is one changed line, whatever its width.
  @Test(arguments: ["markdown", "csv", "json"])
  func aChangedInputIsAChangedLine(format: String) throws {
    let lines = { (setting: [String]) in
      let words = ["assumptions", "examples/llama-3.1-8b.aic", "--format", format]
      return try Command.run(words + setting).output.split(separator: "\n")
    }
    let before = try lines([])
    let after = try lines(["--set", "price=$2.3456/hour"])
    #expect(before.count == after.count && before.count > 25)
    // What the figure itself comes to stands above the inputs, for programs.
    let changed = zip(before, after).filter { $0 != $1 }.map(\.0).suffix(1)
    #expect(changed.first?.contains("Epoch AI") == true)
    #expect(zip(before, after).filter { $0 != $1 }.count == (format == "json" ? 2 : 1))
  }

  @Test func settingsScenariosAndMistakesAreSeen() throws {
    let set = try Command.run(["assumptions", "--set", "x=5 tokens", "-"], input: Self.script)
    #expect(set.output.contains("5 tokens") && set.output.contains("replaced"))
    #expect(try Command.run(["assumptions", "-"], input: Data("show y".utf8)).status == 2)
    let wrong = try Command.run(["assumptions", "-", "\"x\""], input: Self.script)
    #expect(wrong.status == 2 && wrong.errors.contains("there is no figure here"))
  }
}

/// Somebody's own entries of the catalogue; the tour shows what is found.
@Suite struct OwnCatalogueTests {
  @Test func whatCannotBeAddedIsTold() throws {
    let wrong = try Command.run(["catalog", "--with", "examples/tour/prices.csv", "X1"])
    #expect(wrong.status == 2 && wrong.output.isEmpty)
    #expect(wrong.errors.hasPrefix("examples/tour/prices.csv:1:1: these are the headings of no"))
    let missing = try Command.run(["catalog", "--with", "none.csv", "X1"])
    #expect(missing.status == 74 && missing.errors.hasPrefix("aic: cannot read none.csv"))
    let found = try Command.run(
      ["catalog", "--with", "examples/tour/ours.csv", "--format", "csv", "X1"])
    #expect(found.output.contains("X1,accelerator,"))
    #expect(try Command.run(["catalog", "X1"]).output.contains(",accelerator,") == false)
  }
}

/// The derivation of a figure, as a user reads it.
@Suite struct ExplainTests {
  @Test func showsEveryStepDownToTheInputs() throws {
    let result = try Command.run(["explain", "examples/articles/bert.aic", "cost"])
    let source = "Devlin et al. 2018, arXiv:1810.04805, section A.2"
    #expect(
      result.output == """
        cost = $6,912   examples/articles/bert.aic:10
        │  = device_time * price
        │  = 64 days * $4.50/hour
        ├─ device_time = 64 days   examples/articles/bert.aic:9
        │  │  = devices * duration
        │  │  = 16 * 4 days
        │  ├─ devices = 16   examples/articles/bert.aic:5, \(source): 16 Cloud TPUs (2018-10)
        │  └─ duration = 4 days   examples/articles/bert.aic:6, \(source) (2018-10)
        └─ price = $4.50/hour   examples/articles/bert.aic:7, \
        Synced, The Staggering Cost of Training SOTA AI Models (2019-06-27)

        """)
    #expect(result.status == 0)
  }

  @Test func takesAnyExpressionOverTheCells() throws {
    let result = try Command.run(["explain", "examples/articles/bert.aic", "cost / devices"])
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix("cost / devices = $432\n│  = cost / devices\n│  = $6,912 / 16\n"))
  }

  @Test func saysWhatCannotBeExplained() throws {
    let unknown = try Command.run(["explain", "examples/articles/bert.aic", "costs"])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("unknown name `costs`"))
    #expect(unknown.errors.contains("did you mean `cost`?"))
    let list = try Command.run(["explain", "examples/articles/bert.aic", "[1, 2]"])
    #expect(list.status == 2)
    #expect(list.errors.contains("there is no figure here to explain"))
  }
}
