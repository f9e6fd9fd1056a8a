extension Lexer {
  /// The word that some bytes are, or `name`.
  static func word(_ bytes: [UInt8], _ range: Range<Int>) -> TokenKind {
    func isWord(_ word: StaticString) -> Bool {
      guard word.utf8CodeUnitCount == range.count else { return false }
      return word.withUTF8Buffer { bytes[range].elementsEqual($0) }
    }
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "a"):
      if isWord("accept") { return .accept }
      if isWord("and") { return .and }
      if isWord("api") { return .api }
      if isWord("as") { return .as }
      if isWord("assert") { return .assert }
      if isWord("assume") { return .assume }
      if isWord("at") { return .at }
    case UInt8(ascii: "c"):
      if isWord("calibrate") { return .calibrate }
      if isWord("compare") { return .compare }
      if isWord("confidence") { return .confidence }
      if isWord("correlate") { return .correlate }
    case UInt8(ascii: "d"):
      if isWord("dataset") { return .dataset }
      if isWord("deploy") { return .deploy }
    case UInt8(ascii: "e"):
      if isWord("else") { return .else }
      if isWord("epoch") { return .epochs }
      if isWord("epochs") { return .epochs }
      if isWord("extends") { return .extends }
    case UInt8(ascii: "f"):
      if isWord("falling") { return .falling }
      if isWord("finetune") { return .finetune }
      if isWord("fn") { return .fn }
      if isWord("for") { return .for }
      if isWord("from") { return .from }
    case UInt8(ascii: "g"):
      if isWord("growing") { return .growing }
    case UInt8(ascii: "h"):
      if isWord("hardware") { return .hardware }
    case UInt8(ascii: "i"):
      if isWord("if") { return .if }
      if isWord("import") { return .import }
      if isWord("in") { return .in }
    case UInt8(ascii: "l"):
      if isWord("log") { return .log }
    case UInt8(ascii: "m"):
      if isWord("max") { return .max }
      if isWord("maximize") { return .maximize }
      if isWord("mfu") { return .mfu }
      if isWord("min") { return .min }
      if isWord("minimize") { return .minimize }
      if isWord("mod") { return .mod }
      if isWord("model") { return .model }
      if isWord("monthly") { return .monthly }
    case UInt8(ascii: "n"):
      if isWord("not") { return .not }
    case UInt8(ascii: "o"):
      if isWord("of") { return .of }
      if isWord("off") { return .off }
      if isWord("on") { return .on }
      if isWord("own") { return .own }
      if isWord("once") { return .once }
      if isWord("or") { return .or }
      if isWord("over") { return .over }
    case UInt8(ascii: "p"):
      if isWord("per") { return .per }
      if isWord("plan") { return .plan }
      if isWord("plot") { return .plot }
      if isWord("print") { return .print }
    case UInt8(ascii: "r"):
      if isWord("rank") { return .rank }
      if isWord("rate") { return .rate }
    case UInt8(ascii: "s"):
      if isWord("scenario") { return .scenario }
      if isWord("sensitivity") { return .sensitivity }
      if isWord("serverless") { return .serverless }
      if isWord("serving") { return .serving }
      if isWord("show") { return .show }
      if isWord("source") { return .source }
      if isWord("steps") { return .steps }
      if isWord("subject") { return .subject }
      if isWord("sweep") { return .sweep }
    case UInt8(ascii: "t"):
      if isWord("team") { return .team }
      if isWord("then") { return .then }
      if isWord("to") { return .to }
      if isWord("train") { return .train }
    case UInt8(ascii: "u"):
      if isWord("unit") { return .unit }
      if isWord("until") { return .until }
      if isWord("using") { return .using }
    case UInt8(ascii: "w"):
      if isWord("with") { return .with }
    default: break
    }
    return .name
  }
}
