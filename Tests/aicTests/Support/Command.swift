import Foundation

/// The `aic` that was built beside these tests, run as a user runs it.
struct Command {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The folder of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let program = programs.appending(path: "aic")

  /// The folder of the executables.
  private static let programs: URL = {
    // The test bundle lies beside the executables.
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let own = URL(filePath: CommandLine.arguments[0])
    return (bundle ?? own).deletingLastPathComponent()
  }()

  /// Runs the program in a folder, the package's unless said otherwise, and waits for its end.
  static func run(
    _ arguments: [String], input: Data? = nil, environment: [String: String] = [:],
    in workingFolder: URL = package
  ) throws -> Result {
    try run(program, arguments, input: input, environment: environment, in: workingFolder)
  }

  /// Starts the program, which writes to nowhere, and does not wait.
  static func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs a line such as `aic first.aic` as a shell does.
  static func shell(_ line: String, in workingFolder: URL) throws -> Result {
    try run(
      URL(filePath: "/bin/sh"), ["-c", line],
      environment: ["PATH": "\(programs.path):/usr/bin:/bin"], in: workingFolder)
  }

  private static func run(
    _ executable: URL, _ arguments: [String], input: Data? = nil, environment: [String: String],
    in workingFolder: URL
  ) throws -> Result {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = workingFolder
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "dumb"].merging(environment) { $1 }
    // Files take any amount of output without a reader.
    let folder = FileManager.default.temporaryDirectory.appending(path: "aic-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ content: Data = Data()) throws -> URL {
      let url = folder.appending(path: name)
      try content.write(to: url)
      return url
    }
    let (output, errors) = (try file("output"), try file("errors"))
    process.standardInput = try FileHandle(forReadingFrom: file("input", input ?? Data()))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
