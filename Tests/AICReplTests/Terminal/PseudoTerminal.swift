import CPseudoTerminal
import Foundation
import Testing

/// A program at a terminal of its own, as a person uses it: keys in, a screen out.
///
/// Nothing waits for a fixed time: what is to be seen is waited for, for a long time if need be.
final class PseudoTerminal {
  /// What was waited for did not come.
  struct Missing: Error, CustomStringConvertible {
    let wanted: String
    let screen: String
    var description: String { "waited for \(wanted); the screen:\n\(screen)" }
  }

  private(set) var screen: Screen
  private let descriptor: Int32
  private let process: pid_t
  private var hasEnded = false

  private static let patience = 30.0

  /// The folder of the executables: the test bundle lies beside them.
  static let programs: String = {
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    return (bundle ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent().path
  }()

  /// - Parameter words: the program and its arguments; `aic` is the one that was built.
  init(
    _ words: [String] = ["aic"], environment: [String: String], columns: Int = 80, rows: Int = 24,
    in folder: String = "/tmp"
  ) throws {
    screen = Screen(columns: columns, rows: rows)
    var variables = [
      "PATH": "\(Self.programs):/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
    ].merging(environment) { $1 }
    // What the tests were started with finds the libraries, where they need finding.
    variables["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    let program = words[0] == "aic" ? "\(Self.programs)/aic" : words[0]
    let arguments = words.map { strdup($0) } + [nil]
    let values = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + values { free(text) } }
    var process = pid_t()
    descriptor = pseudo_terminal_start(
      program, arguments, values, folder, Int32(columns), Int32(rows), &process)
    guard descriptor >= 0 else { throw Missing(wanted: "a terminal", screen: "") }
    self.process = process
  }

  deinit {
    if !hasEnded {
      kill(SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(descriptor)
  }

  // MARK: - Keys

  func type(_ keys: String) {
    var bytes = Array(keys.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, min(512, $0.count)) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
      // Who writes without reading what comes back may wait for ever.
      _ = readSome(milliseconds: 0)
    }
  }

  /// Types a line and waits until the next one is asked for.
  func enter(_ line: String) throws {
    let before = screen.reads
    type(line + "\r")
    try wait("an answer to \(line)") { $0.reads > before && $0.line.hasSuffix(">") }
  }

  func paste(_ text: String) {
    type("\u{1B}[200~" + text.replacingOccurrences(of: "\n", with: "\r") + "\u{1B}[201~")
  }

  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    pseudo_terminal_resize(descriptor, Int32(columns), Int32(rows))
  }

  // MARK: - Waiting

  /// Reads until the screen is as it should be.
  func wait(_ wanted: String, until isThere: (Screen) -> Bool) throws {
    let end = Date(timeIntervalSinceNow: Self.patience)
    while !isThere(screen) {
      guard Date() < end, readSome(milliseconds: 50) || !hasClosed else {
        throw Missing(wanted: wanted, screen: screen.text)
      }
    }
  }

  func wait(for text: String) throws {
    try wait("`\(text)`") { $0.text.contains(text) }
  }

  /// Waits for the first prompt.
  func waitForPrompt() throws {
    try wait("a prompt") { $0.line == "aic>" }
  }

  private var hasClosed = false

  private func readSome(milliseconds: Int32) -> Bool {
    var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&poller, 1, milliseconds) == 1 else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else {
      hasClosed = true
      return false
    }
    screen.write(Array(buffer[..<count]))
    return true
  }

  /// Waits for the end of the program, and gives its exit status; that of a signal is 128 and more.
  func end() throws -> Int32 {
    let limit = Date(timeIntervalSinceNow: Self.patience)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard Date() < limit else { throw Missing(wanted: "its end", screen: screen.text) }
      if !readSome(milliseconds: 20) { usleep(2000) }
    }
    while readSome(milliseconds: 20) {}
    hasEnded = true
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  func kill(_ signal: Int32) { _ = Glibc.kill(process, signal) }
}
