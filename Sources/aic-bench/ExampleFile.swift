#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that could not be read.
struct UnreadableExample: Error {}

/// The project's own examples, as bytes.
enum ExampleFile {
  static func read(_ path: String) throws(UnreadableExample) -> [UInt8] {
    guard let file = fopen(path, "r") else { throw UnreadableExample() }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }
}
