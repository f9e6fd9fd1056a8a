import Foundation
import Testing

@testable import AICRepl

/// The file of earlier entries.
@Suite struct HistoryFileTests {
  private let path = NSTemporaryDirectory() + "aic-history-\(UUID().uuidString)/state/history"

  private func withFile(_ body: (HistoryFile) throws -> Void) throws {
    defer {
      let folder = path.components(separatedBy: "/").dropLast(2).joined(separator: "/")
      try? FileManager.default.removeItem(atPath: folder)
    }
    try body(HistoryFile(path: path))
  }

  @Test func keepsEntriesAsTheyWere() throws {
    let entries = ["a = 1", "f(1,\n  2)", #"print "\n \\ größe""#, "日本", "\\"]
    try withFile { file in
      for entry in entries { try file.append(entry) }
      #expect(try file.entries() == entries)
    }
  }

  @Test func cutsTheOldestOfTooMany() throws {
    try withFile { file in
      let lines = (0...10_000).map { "entry \($0)\n" }.joined()
      try Data(lines.utf8).write(to: URL(filePath: path))
      let kept = try file.entries()
      #expect(kept.count == 5_000)
      #expect(kept.last == "entry 10000")
      #expect(try file.entries() == kept)
      try file.append("one more")
      #expect(try file.entries().last == "one more")
    }
  }

  @Test func entriesOfSeveralWritersAreAllKept() throws {
    try withFile { file in
      DispatchQueue.concurrentPerform(iterations: 4) { writer in
        for number in 0..<50 { try? file.append("\(writer): \(number)") }
      }
      let entries = try file.entries()
      #expect(Set(entries).count == 200)
      // Those of one writer keep their order.
      #expect(entries.filter { $0.hasPrefix("2:") } == (0..<50).map { "2: \($0)" })
    }
  }

  @Test func whatCannotBeWrittenIsSaid() {
    #expect(throws: HistoryFile.Failure.self) { try HistoryFile(path: "/dev/null/aic/history") }
  }
}
