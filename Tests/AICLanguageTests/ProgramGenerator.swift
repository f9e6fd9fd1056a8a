/// Random programs that mostly check, with blanks, comments and line ends wherever they may stand.
struct ProgramGenerator {
  /// What an expression gives: names and literals of it, and only those, may be added.
  private enum Kind: CaseIterable {
    case number, money, time, data, seats

    var literals: [String] {
      switch self {
      case .number: ["3", "1_000", "2.50", "1e3", "1E3", "40%", "8B", "3K", "2 GPU", "7Mi"]
      case .money: ["$5", "$4.6M", "$3", "5 usd", "1k USD", "$2.50/hours*3 hour"]
      case .time: ["3 hours", "1 hours", "2 day", "30min", "5 sec", "1.5h", "9 ms", "5minutes"]
      case .data: ["80GB", "80  gb", "1.5TB", "3 byte", "64 kib", "2 GB/s * 3 s"]
      case .seats: ["3 seat", "1 seats", "4 Seats", "2k seats"]
      }
    }
  }

  private var random: SplitMix64
  private(set) var text = ""
  private var names: [Kind: [String]] = [:]
  private var count = 0
  /// How many brackets are open, in which a line may end anywhere.
  private var brackets = 0
  private var isInText = false

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  /// One program.
  mutating func program() -> String {
    (text, names, count) = (chance(5) ? "\u{FEFF}" : "", [:], 0)
    if chance(10) { text += "#!/usr/bin/env aic\n" }
    text += "unit seat\nfn f(a,b) = a*b\n"
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      lineStart()
      statement()
      lineEnd()
    }
    if chance(20) { text.removeLast() }
    return text
  }

  // MARK: - Chances

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func one(of choices: [String]) -> String {
    choices.randomElement(using: &random) ?? ""
  }

  // MARK: - Blanks

  private mutating func lineStart() {
    while chance(20) { text += one(of: ["\n", "  # above\n", "# x\t \n\n\n", "\r\n", "##doc\n"]) }
    if chance(10) { text += one(of: [" ", "\t", "   "]) }
  }

  private mutating func lineEnd() {
    text += one(of: ["", "", " ", "\t ", "#end", "  # behind", "\u{A0}"])
    text += one(of: ["\n", "\n", "\r\n", "\n\n", "\n\n\n"])
  }

  /// A line end with all that may stand around it, and the blanks of the next line.
  private mutating func lineBreak() {
    text += one(of: ["\n", " # why\n", "\r\n", "\n\n", "\n# own\n", " # a\n   # b\n\n# c\n"])
    text += one(of: [" ", "  ", "\t", "        "])
  }

  private mutating func blank(isRequired: Bool = true, afterOperator: Bool = false) {
    if !isInText, brackets > 0 || afterOperator, chance(8) { return lineBreak() }
    text += one(of: isRequired ? [" ", " ", "  ", "\t", "\u{A0}"] : ["", "", " ", "   "])
  }

  /// A word or an operator, with blanks on both sides where it needs them.
  private mutating func put(_ word: String, isSpaced: Bool = false) {
    blank(isRequired: isSpaced)
    text += word
    blank(isRequired: isSpaced, afterOperator: true)
  }

  private mutating func comma() {
    text += one(of: [",", " ,", ", "])
    blank(isRequired: false)
  }

  private mutating func bracketed(_ open: String, _ close: String, _ body: (inout Self) -> Void) {
    text += open
    brackets += 1
    blank(isRequired: false)
    body(&self)
    blank(isRequired: false)
    brackets -= 1
    text += close
  }

  /// Fields on lines of their own or behind commas.
  private mutating func block(_ fields: [String]) {
    text += "{"
    // Only the end of a field or an operator may be the end of a line here.
    let outer = brackets
    brackets = 0
    if chance(30) { lineBreak() } else { blank(isRequired: false) }
    for (index, field) in fields.enumerated() {
      text += field
      let isLast = index == fields.count - 1
      if chance(50) {
        blank(isRequired: false)
        if !isLast || chance(20) { text += one(of: [",", ", ", " ,"]) }
        if chance(20) { lineBreak() }
      } else {
        lineBreak()
      }
    }
    brackets = outer
    text += "}"
  }

  // MARK: - Statements

  private mutating func statement() {
    let kind = Kind.allCases.randomElement(using: &random) ?? .number
    count += 1
    let name = String(repeating: "n", count: Int.random(in: 1...6, using: &random)) + "\(count)"
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<30: define(name, kind)
    case 30..<55:
      text += "assume "
      define(name, kind)
      if chance(50) { clause("source", "\"a  page # not a comment\"") }
      if chance(50) { clause("as", "of 2026-10") }
    case 55..<65:
      text += "show "
      expression(kind, 2)
      while chance(30) {
        comma()
        expression(kind, 2)
      }
      if chance(30) { clause("as", "\"title\"") }
    case 65..<72:
      text += "assert "
      condition(2)
    case 72..<80:
      text += "print \"it is  {"
      isInText = true
      expression(kind, 2)
      isInText = false
      text += "} or\u{A0}so\""
    case 80..<88: list(name)
    case 88..<97: record(name)
    default: deployment(name)
    }
  }

  /// A clause on the line or on one of its own.
  private mutating func clause(_ word: String, _ rest: String) {
    if chance(30) { lineBreak() } else { blank() }
    text += word
    blank()
    text += rest
  }

  private mutating func define(_ name: String, _ kind: Kind) {
    text += name
    blank(isRequired: false)
    text += "="
    blank(isRequired: false, afterOperator: true)
    expression(kind, 2)
    names[kind, default: []].append(name)
  }

  private mutating func list(_ name: String) {
    text += "\(name) = "
    bracketed("[", "]") { generator in
      generator.expression(.number, 2)
      if generator.chance(30) {
        generator.put("for", isSpaced: true)
        generator.text += "x in 1..8"
      } else {
        while generator.chance(60) {
          generator.comma()
          generator.expression(.number, 1)
        }
        if generator.chance(20) { generator.comma() }
      }
    }
    text += "\ns\(name)=sum (\(name) )"
    names[.number, default: []].append("s\(name)")
  }

  private mutating func record(_ name: String) {
    text += "\(name) = "
    block(["a: 3 * 4", "long_name :80gb", "c :\"text\"", "in: [1,2]"])
    text += "\nm\(name)=\(name) . long_name"
    names[.data, default: []].append("m\(name)")
  }

  private mutating func deployment(_ name: String) {
    text += "model \(name) = transformer "
    block(["layers: 2", "hidden:64", "heads: 4", "ffn:  256", "vocab :1000"])
    text += "\nhardware h\(name) "
    block([
      "memory: 80GB", "bandwidth:3 TB/s", "peak: {bf16:1 pflop/s,fp8 : 2 PFLOP/s}", "node: 8",
      "link: 450 gb/s", "power :700 w",
    ])
    text += "\nd\(name) = deploy \(name)"
    clause("on", "1  h\(name)")
    if chance(50) { clause("with", "quantize fp8,batch 8") }
    clause("serving", "4 request/s")
    text += " "
    block(["prompt:900 tokens", "response: 250 token", "price: $2/hours", "peak:\t3"])
    text += "\n"
    define("c\(name)", .money)
    text += " + d\(name).cost*1 hours"
  }

  // MARK: - Expressions

  private mutating func expression(_ kind: Kind, _ depth: Int) {
    let isLeaf = depth <= 0 || chance(30)
    switch isLeaf ? Int.random(in: 0..<2, using: &random) : Int.random(in: 2..<9, using: &random) {
    case 0: text += one(of: kind.literals)
    case 1: text += names[kind]?.randomElement(using: &random) ?? one(of: kind.literals)
    case 2, 3:
      operand(kind, depth - 1)
      // Glued to a literal a `-` could go on with its unit.
      put(one(of: ["+", "-", "\u{2212}"]), isSpaced: true)
      operand(kind, depth - 1)
    case 4:
      operand(.number, depth - 1)
      put(one(of: ["*", "×", "of"]), isSpaced: true)
      operand(kind, depth - 1)
    case 5:
      operand(kind, depth - 1)
      put("/", isSpaced: true)
      operand(.number, depth - 1)
    case 6: bracketed("(", ")") { $0.expression(kind, depth - 1) }
    case 7:
      text += one(of: ["max", "min "])
      bracketed("(", ")") { generator in
        generator.expression(kind, depth - 1)
        generator.comma()
        generator.expression(kind, depth - 1)
      }
    default:
      bracketed("(", ")") { generator in
        generator.text += "if "
        generator.condition(depth - 1)
        generator.put("then", isSpaced: true)
        generator.expression(kind, depth - 1)
        generator.put("else", isSpaced: true)
        generator.expression(kind, depth - 1)
      }
    }
  }

  /// An expression that any operator may stand beside.
  private mutating func operand(_ kind: Kind, _ depth: Int) {
    if chance(10) { text += one(of: ["-", "- "]) }
    if chance(50) {
      bracketed("(", ")") { $0.expression(kind, depth) }
    } else {
      text += names[kind]?.randomElement(using: &random) ?? one(of: kind.literals)
    }
  }

  private mutating func condition(_ depth: Int) {
    let kind = Kind.allCases.randomElement(using: &random) ?? .number
    if chance(20) { text += "not  " }
    operand(kind, depth - 1)
    put(one(of: ["<", ">=", "==", "!="]))
    operand(kind, depth - 1)
    if depth > 0, chance(20) {
      put(one(of: ["and", "or"]), isSpaced: true)
      condition(depth - 1)
    }
  }
}
