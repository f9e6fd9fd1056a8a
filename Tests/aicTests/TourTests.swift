import Foundation
import Testing

/// Every block of the tour prints what the tour says. `RECORD=1 swift test --filter TourTests`
/// writes it anew.
@Suite struct TourTests {
  private static let folder = Command.package.appending(path: "examples/tour")

  private static let pages: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()

  private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  @Test(arguments: pages)
  func blocksPrintWhatFollowsThem(page: String) throws {
    try Page(Self.folder.appending(path: page)).check(recording: Self.isRecording)
  }

  /// The index leads to every page.
  @Test func everyPageIsInTheIndex() throws {
    let index = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
    #expect(Self.pages.count == 14)
    for page in Self.pages { #expect(index.contains("(\(page))"), "\(page)") }
  }
}
