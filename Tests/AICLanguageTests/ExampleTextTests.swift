import Foundation
import Testing

@testable import AICLanguage

/// The text of every example comes back from its tree, and from the tree of whatever is typed so far.
@Suite struct ExampleTextTests {
  private static let examples: [String: [UInt8]] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "examples")
    let files = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    var examples: [String: [UInt8]] = [:]
    for file in files where file.hasSuffix(".aic") {
      examples[file] = (try? Data(contentsOf: folder.appending(path: file))).map { Array($0) }
    }
    return examples
  }()

  private static let shortest = examples.keys.sorted {
    (examples[$0]?.count ?? 0, $0) < (examples[$1]?.count ?? 0, $1)
  }.prefix(2)

  @Test func thereAreExamples() {
    #expect(Self.examples.count > 10)
    #expect(Self.examples["first.aic"]?.isEmpty == false)
  }

  @Test(arguments: examples.keys.sorted())
  func everyByteComesBack(example: String) throws {
    let bytes = try #require(Self.examples[example])
    let tree = parse(SourceFile(name: example, bytes: bytes))
    #expect(tree.bytes == bytes)
    #expect(tree.description == String(decoding: bytes, as: UTF8.self))
    #expect(isSound(bytes))
  }

  /// Each prefix is also run: half a program gives messages, never a stop.
  @Test(arguments: shortest)
  func everyPrefixComesBack(example: String) throws {
    let bytes = try #require(Self.examples[example])
    for count in 0...bytes.count {
      let prefix = Array(bytes.prefix(count))
      #expect(isSound(prefix), "prefix of \(count) bytes")
      _ = Script(SourceFile(name: example, bytes: prefix)).run()
    }
  }

  @Test func everyFiftiethPrefixOfTheOthersRuns() {
    for (name, bytes) in Self.examples {
      for count in stride(from: 0, to: bytes.count, by: 50) {
        let prefix = Array(bytes.prefix(count))
        #expect(isSound(prefix), "\(name), prefix of \(count) bytes")
        _ = Script(SourceFile(name: name, bytes: prefix)).run()
      }
    }
  }
}
