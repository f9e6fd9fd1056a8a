/// Statements that read other files.
extension Parser {
  // import = "import" text [ "as" name ] [ "with" replacements ] ;
  mutating func parseImport() {
    let start = mark()
    advance()
    parsePath()
    if isAtClause(.as) {
      advance()
      parseName()
    } else {
      missing()
    }
    if isAtClause(.with) {
      advance()
      if kind == .leftBrace { parseReplacements() } else { reportMissingReplacements() }
    }
    end(.importDeclaration, from: start, token: Int(start.token))
  }

  // calibrate = "calibrate" name "from" text ;
  mutating func parseCalibrate() {
    let start = mark()
    advance()
    parseName()
    if take(.from) {
      parsePath()
    } else {
      reportMissingWord("from", "calibrate serving from \"measured.csv\"")
      missing()
    }
    end(.calibrateStatement, from: start, token: Int(start.token))
  }

  private mutating func parsePath() {
    if kind == .textOpen, !isAtEnd {
      parseText()
    } else {
      reportMissingText()
      missing()
    }
  }
}
