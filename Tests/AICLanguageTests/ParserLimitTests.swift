import Testing

@testable import AICLanguage

#if canImport(Glibc)
  import Glibc

  /// Runs something on a thread with a stack of 512 KiB, as small as any platform gives.
  private func onSmallStack(_ body: @escaping () -> Void) {
    final class Box {
      let body: () -> Void
      init(_ body: @escaping () -> Void) { self.body = body }
    }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 512 << 10)
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body)).toOpaque()
    pthread_create(
      &thread, &attributes,
      { argument in
        if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, box)
    pthread_join(thread, nil)
    pthread_attr_destroy(&attributes)
  }
#else
  private func onSmallStack(_ body: @escaping () -> Void) { body() }
#endif

struct ParserLimitTests {
  static let openers = [
    "(", "[", "{a: ", "f(", "f(a: ", "x[", "-", "not ", "2^", "2^-", "\"{", "if a then ",
    "if a then b else ", "1 + (2 * ", "a or b and c < d in USD per e to f + g * (",
    "x with {a: ", "deploy m on (", "train m on ", "deploy m on 1 h with batch ",
    "deploy m on 1 h with batch 1 {a: ", "[deploy m on api {a: ", "print ",
    "fn(a) = ", "f(fn(a) = ", "[x for x in ", "[x for x in xs if ", "[[x for x in xs] for y in ",
  ]

  @Test(arguments: openers)
  func deepNestingIsOneMistake(opener: String) {
    for prefix in ["a = ", "show ", "hardware h {a: "] {
      let text = prefix + String(repeating: opener, count: 10_000) + "\nb = 3"
      nonisolated(unsafe) var ids: [String] = []
      onSmallStack { ids = mistakes(text) }
      #expect(ids.count <= 2 && !ids.isEmpty, "\(prefix) \(ids)")
    }
  }

  @Test func nestingUpToTheLimitIsRead() {
    let count = Parser.depthLimit - 2
    let open = String(repeating: "(", count: count)
    let close = String(repeating: ")", count: count)
    #expect(mistakes("a = \(open)1\(close)") == [])
    let more = "((((" + open + "1" + close + "))))"
    #expect(mistakes("a = \(more)\nb = )") == ["depth", "missing-value"])
  }

  @Test func longChainsAreReadWithoutRecursion() {
    let chain = String(repeating: "1 + ", count: Parser.operatorLimit)
    nonisolated(unsafe) var ids: [[String]] = []
    onSmallStack { ids = [mistakes("a = \(chain)1"), mistakes("a = \(chain)1 + 1\nb = )")] }
    #expect(ids == [[], ["operators", "missing-value"]])
    let members = "a = x" + String(repeating: ".y", count: Parser.operatorLimit + 1)
    #expect(mistakes(members) == ["operators"])
  }

  @Test func manyBracketsThatNeverCloseAreReadInOnePass() {
    #expect(mistakes("a = " + String(repeating: "(", count: 100_000)) == ["depth"])
    #expect(mistakes(String(repeating: "(a\n", count: 20_000)).count == 101)
    #expect(mistakes(String(repeating: "(]", count: 20_000)).count <= 101)
    #expect(mistakes(String(repeating: "a = ({[\n", count: 10_000)).count == 101)
  }

  @Test func bytesWithoutMeaningAreOneMistakeForARun() {
    let zeros = SourceFile(name: "x", bytes: Array(repeating: 0, count: 1_000_000))
    #expect(parse(zeros).diagnostics.map(\.id) == ["syntax.character"])
  }

  @Test func aFileTooLongIsKeptAndNotRead() {
    let bytes = Array(repeating: UInt8(ascii: "x"), count: Parser.sizeLimit + 1)
    let tree = parse(SourceFile(name: "x", bytes: bytes))
    #expect(tree.diagnostics.map(\.id) == ["syntax.size"])
    #expect(tree.bytes == bytes)
    #expect(tree.root.kind == .file)
  }

  @Test func mistakesBeyondTheLimitAreCountedAsOne() {
    let ids = mistakes(String(repeating: "a = \n", count: 1_000))
    #expect(ids.count == 101)
    #expect(ids.last == "too-many")
    #expect(Set(ids.dropLast()) == ["missing-value"])
  }
}
