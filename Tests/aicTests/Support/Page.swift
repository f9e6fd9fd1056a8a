import Foundation
import Testing

/// A page whose blocks are run: what a block prints stands in the block after it.
///
/// An `aic` block is a program, and also a file beside the page if its first line names one
/// (`# first.aic`). An `sh` block that begins with `aic ` is a command, run in the page's folder.
/// The block after either is all that it prints; as a `text` block it tells a mistake, in the short
/// style if it begins with the mistake's place.
struct Page {
  private struct Block {
    /// `aic`, `sh`, `text` or nothing.
    let kind: String
    /// The lines between the fences.
    let lines: Range<Int>
  }

  private let file: URL
  private let lines: [String]
  private let blocks: [Block]

  init(_ file: URL) throws {
    self.file = file
    lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    let fences = lines.indices.filter { [lines] in lines[$0].hasPrefix("```") }
    blocks = stride(from: 0, to: fences.count - 1, by: 2).map { [lines] place in
      Block(
        kind: String(lines[fences[place]].dropFirst(3)),
        lines: fences[place] + 1..<fences[place + 1])
    }
  }

  /// Runs every block and compares what it prints, or writes that into the page.
  func check(recording: Bool = false) throws {
    #expect(blocks.contains { $0.kind == "aic" }, "\(file.lastPathComponent) has no program")
    var printed: [(place: Range<Int>, lines: [String])] = []
    for (place, block) in blocks.enumerated() {
      let next = place + 1 < blocks.count ? blocks[place + 1] : nil
      let answer = next.flatMap { ["", "text"].contains($0.kind) ? $0 : nil }
      let expected = answer.map { text($0.lines) } ?? ""
      guard let result = try run(block, expecting: expected, recording: recording) else { continue }
      let place = "\(file.lastPathComponent):\(block.lines.lowerBound)"
      let isMistake = answer?.kind == "text"
      #expect(result.errors.isEmpty != isMistake, "\(place): \(result.errors)")
      if !isMistake { #expect(result.status == 0, "\(place)") }
      let told = result.output + result.errors
      if recording, let answer {
        printed.append((answer.lines, told.components(separatedBy: "\n").dropLast()))
      } else {
        #expect(told == expected, "\(place)")
      }
    }
    guard recording else { return }
    var recorded = lines
    for (place, lines) in printed.reversed() { recorded.replaceSubrange(place, with: lines) }
    try Data(recorded.joined(separator: "\n").utf8).write(to: file)
  }

  private func text(_ lines: Range<Int>) -> String {
    self.lines[lines].map { $0 + "\n" }.joined()
  }

  private func run(
    _ block: Block, expecting expected: String, recording: Bool
  ) throws -> Command.Result? {
    let folder = file.deletingLastPathComponent()
    let content = text(block.lines)
    switch block.kind {
    case "sh" where content.hasPrefix("aic "):
      return try Command.shell(content, in: folder)
    case "aic":
      let script = Data(content.utf8)
      let formatted = try Command.run(["fmt", "-"], input: script)
      #expect(formatted.output == content, "\(file.lastPathComponent) is not in the one style")
      let style = expected.contains(#/^\S+:\d+:\d+: /#) ? ["--diagnostics", "short"] : []
      guard let name = content.firstMatch(of: #/^# (\w+\.aic)\n/#)?.1 else {
        return try Command.run(["-"] + style, input: script, in: folder)
      }
      let beside = folder.appending(path: String(name))
      if recording { try script.write(to: beside) }
      #expect(try Data(contentsOf: beside) == script, "\(name) is not what its page says")
      return try Command.run([String(name)] + style, in: folder)
    default:
      return nil
    }
  }
}
