import Testing

/// The README's example prints what the README says.
@Suite struct ReadmeTests {
  @Test func theExampleRuns() throws {
    try Page(Command.package.appending(path: "README.md")).check()
  }
}
