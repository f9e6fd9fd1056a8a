extension Parser {
  /// Whether `train`, `finetune`, `deploy` or `own` begins an expression here, and is not a name.
  private func isCost(_ minimum: Precedence) -> Bool {
    guard isSameLine(ahead: 1) else { return false }
    let next = kind(ahead: 1)
    // A name before a block can be the hardware of a clause.
    if next == .leftBrace { return kind == .own && minimum == .lowest }
    if next == .leftParen { return !isGlued(ahead: 1) }
    return next.isWord && !next.isReserved && !(next == .with && kind(ahead: 2) == .leftBrace)
  }

  /// A thing that costs, or a name that is called as it is begun.
  mutating func parseCostOrName(_ minimum: Precedence) {
    guard isCost(minimum) else { return parsePostfix() }
    if minimum > .lowest { reportNeedsParentheses() }
    // Its clauses take more of the stack than other expressions do.
    guard enter() else { return }
    parseCost()
    depth -= 1
  }

  // cost = ( "train" | "finetune" | "deploy" ) postfix { clause } [ record ]
  //      | "own" ( postfix [ record ] | record ) ;
  private mutating func parseCost() {
    let start = mark()
    let word = kind
    let outer = context
    advance()
    context.isInClause = true
    if word == .own, kind == .leftBrace {
      missing()
    } else if isBareName {
      parseBareName()
    } else {
      parseClauseOperand(.postfix)
    }
    while word != .own, isAtClause, parseClause(of: word) {}
    context = outer
    if kind == .leftBrace, !isAtEnd { parseRecord() }
    let cost: SyntaxKind =
      switch word {
      case .train: .train
      case .finetune: .finetune
      case .own: .own
      default: .deploy
      }
    finish(cost, from: start, token: Int(start.token))
  }

  // clause = on | using | with | mfu | epochs | serving ;
  private mutating func parseClause(of cost: TokenKind) -> Bool {
    switch kind {
    case .on where cost == .deploy: parseDeployOn()
    case .on: parseClause(.onClause)
    case .using: parseDevices()
    case .with: parseWith()
    case .at: parseUtilisation()
    case .for where !isComprehension: parseEpochs()
    case .serving: parseClause(.servingClause)
    default: return false
    }
    return true
  }

  /// Whether the `for` here belongs to the list that the whole stands in.
  private var isComprehension: Bool { context.bracket == .items && kind(ahead: 2) == .in }

  // on = "on" or ;
  // serving = "serving" or ;
  private mutating func parseClause(_ clause: SyntaxKind) {
    let start = mark()
    advance()
    parseClauseOperand(.or)
    finish(clause, from: start, token: Int(start.token))
  }

  /// The operand of a clause word.
  mutating func parseClauseOperand(_ minimum: Precedence) {
    if isClauseOperandMissing { missingValue() } else { parseExpression(minimum) }
  }

  /// Whether the line ends here, or another clause begins instead of a name.
  private var isClauseOperandMissing: Bool {
    if isAtEnd { return !token.flags.contains(.indented) || kind == .endOfFile }
    return isAtClause && isSameLine(ahead: 1) && kind(ahead: 1).startsOperand
      && kind(ahead: 1) != .leftParen
  }

  // mfu = "at" or "mfu" ;
  private mutating func parseUtilisation() {
    let start = mark()
    advance()
    parseClauseOperand(.or)
    if !take(.mfu) { reportMissingWord("mfu", "at 40% mfu") }
    finish(.mfuClause, from: start, token: Int(start.token))
  }

  // epochs = "for" or ( "epochs" | "epoch" ) ;
  private mutating func parseEpochs() {
    let start = mark()
    advance()
    parseClauseOperand(.or)
    if !take(.epochs) { reportMissingWord("epochs", "for 3 epochs") }
    finish(.epochsClause, from: start, token: Int(start.token))
  }

  // deployOn = "on" ( "api" ( record | postfix ) | "serverless" record | devices ) ;
  private mutating func parseDeployOn() {
    let next = kind(ahead: 1)
    let after = kind(ahead: 2)
    let isName = after.isWord && !after.isReserved && !after.isClauseWord && isSameLine(ahead: 2)
    if next == .api, after == .leftBrace || isName {
      parseBought(.apiClause)
    } else if next == .serverless, after == .leftBrace {
      parseBought(.serverlessClause)
    } else {
      parseDevices()
    }
  }

  private mutating func parseBought(_ clause: SyntaxKind) {
    let start = mark()
    advance()
    advance()
    if kind == .leftBrace { parseRecord() } else { parseExpression(.postfix) }
    finish(clause, from: start, token: Int(start.token))
  }

  // devices = [ count ] postfix ;
  // count = number | name | "(" expression ")" ;
  private mutating func parseDevices() {
    let start = mark()
    advance()
    let count = mark()
    if kind == .leftParen {
      parseExpression(.postfix)
      // Without hardware behind it, what was read is the hardware itself.
      if isHardware(ahead: 0) { parseHardware() } else { insertMissing(at: count) }
    } else {
      parseCount()
      parseHardware()
    }
    finish(.devicesClause, from: start, token: Int(start.token))
  }

  private mutating func insertMissing(at mark: Mark) {
    nodes.insert(
      SyntaxTree.Entry(
        kind: .missing, token: SyntaxTree.Entry.noToken, first: mark.token, end: mark.token,
        span: 1), at: mark.node)
  }

  /// The number of devices, if one is written.
  private mutating func parseCount() {
    if kind == .number, !isAtEnd {
      leaf(.quantity)
    } else if kind.isWord, !kind.isReserved, !isBareName, isHardware(ahead: 1) {
      leaf(.name)
    } else {
      missing()
    }
  }

  private func isHardware(ahead: Int) -> Bool {
    guard isSameLine(ahead: ahead) else { return false }
    let kind = kind(ahead: ahead)
    if kind == .leftParen { return !isGlued(ahead: ahead) }
    return kind.isWord && !kind.isReserved && !kind.isClauseWord && kind != .mfu
  }

  private mutating func parseHardware() {
    guard kind == .leftParen || kind.isWord && !kind.isReserved && !kind.isClauseWord, !isAtEnd
    else {
      reportMissingHardware()
      return missing()
    }
    if isBareName { parseBareName() } else { parseExpression(.postfix) }
  }

  // with = "with" technique { "," technique } ;
  private mutating func parseWith() {
    let start = mark()
    advance()
    parseTechnique()
    while kind == .comma, isTechniqueNext {
      advance()
      parseTechnique()
    }
    finish(.withClause, from: start, token: Int(start.token))
  }

  /// Whether the comma here leads to another technique, and not to another item or field.
  private var isTechniqueNext: Bool {
    let next = kind(ahead: 1)
    guard next.isWord, kind(ahead: 2) != .colon else { return false }
    if context.bracket == .none, !context.isInShow { return true }
    return context.bracket == .group || isTechniqueName(tokens[position + 1])
  }

  private func isTechniqueName(_ token: Token) -> Bool {
    Self.techniques.contains { source.bytes[token.range].elementsEqual($0.utf8) }
  }

  /// Those that a comma in a list or call leads to; anywhere else any name may be one.
  static let techniques = [
    "quantize", "kv", "prune", "distill", "early_exit", "batch", "cache", "speculate",
    "autoscale", "scale_to_zero", "off_peak", "batch_discount", "spot", "reserve", "lora", "qlora",
    "full",
  ]

  // technique = name { operand } [ record ] ;
  //   (* a record that ends the whole belongs to the whole *)
  private mutating func parseTechnique() {
    let start = mark()
    let outer = context
    parseName()
    context.isInTechnique = true
    while isAtTechniqueOperand {
      let before = position
      parseTechniqueOperand()
      if position == before { break }
    }
    context = outer
    if kind == .leftBrace, !isAtEnd, isOwnRecord { parseRecord() }
    finish(.technique, from: start)
  }

  private var isAtTechniqueOperand: Bool {
    guard !isAtEnd, !isAtClause, kind != .leftBrace else { return false }
    return kind.startsOperand || kind == .to || kind == .minus
  }

  // operand = [ "to" | "accept" | "min" | "max" | "rank" ] to [ "off" ] ;
  private mutating func parseTechniqueOperand() {
    let start = mark()
    let leading = takeOperandWord()
    parseExpression(.to)
    finish(.techniqueOperand, from: start, token: takeOff() ?? leading)
  }

  private mutating func takeOperandWord() -> Int? {
    let isCall = isGlued(ahead: 1) && kind(ahead: 1) == .leftParen
    switch kind {
    case .to, .accept, .rank, .min, .max:
      guard !isCall else { return nil }
      advance()
      return position - 1
    default: return nil
    }
  }

  private mutating func takeOff() -> Int? {
    guard kind == .off, !isAtEnd else { return nil }
    advance()
    return position - 1
  }

  /// Whether the block here belongs to the technique: something else of the same thing follows.
  private var isOwnRecord: Bool {
    mutating get {
      guard let closer = closer(of: position) else { return false }
      let opener = position
      move(to: closer)
      advance()
      defer { move(to: opener) }
      if kind == .leftBrace, !isAtEnd { return true }
      return isAtClause && kind != .as && kind != .source || kind == .comma && isTechniqueNext
    }
  }
}
