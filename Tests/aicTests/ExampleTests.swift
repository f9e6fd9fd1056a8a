import Foundation
import Testing

/// Every example with its whole output, as a user sees it. `RECORD=1 swift test --filter ExampleTests` writes them anew.
@Suite struct ExampleTests {
  private static let examples: [String] = {
    let folder = Command.package.appending(path: "examples").path
    let files = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    return files.filter { $0.hasSuffix(".aic") }.sorted().map { "examples/\($0)" }
  }()

  private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  @Test(arguments: examples)
  func printsWhatIsPinned(example: String) throws {
    let result = try Command.run([example])
    let transcript = result.output + result.errors + "exit status \(result.status)\n"
    let pinned = Command.package.appending(path: example.replacing(".aic", with: ".out"))
    if Self.isRecording {
      try Data(transcript.utf8).write(to: pinned)
    } else {
      #expect(try String(contentsOf: pinned, encoding: .utf8) == transcript)
    }
  }

  /// An example of an error fails by itself; every other one runs without a word on standard error.
  @Test(arguments: examples)
  func endsAsItsFolderSays(example: String) throws {
    let result = try Command.run([example])
    if example.hasPrefix("examples/errors/") {
      #expect(result.status == 2 || result.status == 1)
      #expect(result.errors.components(separatedBy: "error: ").count <= 2, "one mistake, one error")
    } else {
      #expect(result.status == 0)
      #expect(result.errors.isEmpty)
    }
  }

  @Test func thereAreExamples() {
    #expect(Self.examples.count > 10)
  }
}
