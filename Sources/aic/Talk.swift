import AICLanguage
import AICRepl
import AICReport
import ArgumentParser
import CostEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Invocation {
  /// A conversation at the terminal; without one, what comes on standard input is a script.
  func talk() throws(ExitCode) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      var script = self
      if script.files.isEmpty { script.files = ["-"] }
      return try script.run()
    }
    let palette = Console.palette(color, STDOUT_FILENO)
    let watch = Watch()
    let session = Session(
      files: LocalFiles(), palette: palette,
      sampling: Sampling(samples: samples, seed: seed, sampler: sampler),
      execution: Execution(monitor: watch),
      clock: { Terminal.now })
    var conversation = Conversation(session, palette: palette, watch: watch)
    let settings = settings.map { ":set \($0.path) = \($0.value)" }
    conversation.run(
      beginning: files.map { ":load \($0)" } + settings
        + [scenario.map { ":scenario \($0)" }].compactMap { $0 })
  }
}

/// The files of the machine, for a conversation.
struct LocalFiles: SessionFiles {
  func read(_ path: String) throws(SessionFileFailure) -> SourceFile {
    do throws(UnreadableFile) {
      guard path != "-" else { throw UnreadableFile(name: path, reason: "it is no file") }
      return try InputFile.read(path)
    } catch {
      throw SessionFileFailure("cannot read \(error.name): \(error.reason)")
    }
  }

  func write(_ bytes: [UInt8], to path: String) throws(SessionFileFailure) {
    do throws(UnwritableFile) {
      try OutputFile.write(path, bytes)
    } catch {
      throw SessionFileFailure("cannot write \(error.name): \(error.reason)")
    }
  }

  func names(in folder: String) -> [String] {
    guard let entries = opendir(folder) else { return [] }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      var status = stat()
      let isFolder = stat("\(folder)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      names.append(isFolder ? name + "/" : name)
    }
    return names
  }

  func access(for script: String?) -> any FileAccess { ScriptFolder(of: script) }
}
