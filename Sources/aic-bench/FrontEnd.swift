import AICLanguage

/// How fast text becomes a tree, beside a plain pass over the same bytes.
enum FrontEnd {
  private static let target = 50.0

  static func measure() {
    guard let example = try? ExampleFile.read("examples/first.aic") else {
      print("front end: run this from the folder that holds examples/first.aic")
      return
    }
    var bytes: [UInt8] = []
    while bytes.count < 8 << 20 { bytes += example }
    let source = SourceFile(name: "first.aic, repeated", bytes: bytes)
    let megabytes = Double(bytes.count) / 1e6
    var nodes = 0
    let parsing = leastTime(of: 5) { nodes = parse(source).nodeCount }
    var lines = 0
    let scanning = leastTime(of: 5) { lines = bytes.lazy.filter { $0 == UInt8(ascii: "\n") }.count }
    print(
      """
      front end: \(megabytes.short) MB, \(lines) lines, \(nodes) nodes
        lexing and parsing  \((megabytes / parsing).short) MB/s (wanted: at least \(target.short))
        ratio to counting line ends  \((parsing / scanning).short)
      """)
  }
}
