import Foundation
import Testing

/// The README's example prints what the README says.
@Suite struct ReadmeTests {
  @Test func theExampleRuns() throws {
    let readme = try String(
      contentsOf: Command.package.appending(path: "README.md"), encoding: .utf8)
    let blocks = readme.components(separatedBy: "```")
    let place = try #require(blocks.firstIndex { $0.hasPrefix("aic\n") })
    let script = blocks[place].dropFirst("aic\n".count)
    let expected = blocks[place + 2].dropFirst()
    let result = try Command.run(["-"], input: Data(script.utf8))
    #expect(result.output == String(expected))
    #expect(result.errors.isEmpty)
    #expect(result.status == 0)
  }
}
