import AICLanguage
import AICReport
import Testing

@testable import AICRepl

/// What the session answers, without a terminal.
@Suite struct SessionTests {
  /// A session with some entries in it, and all that it said.
  private func talk(_ entries: String..., files: any SessionFiles = NoFiles()) -> [String] {
    var session = Session(files: files, palette: Palette(isColored: false))
    return entries.map { entry in (session.obey(entry) ?? session.enter(entry)).text }
  }

  // MARK: - Answers

  @Test func assumptionsTellWhatTheyMove() {
    let told = talk(
      "assume users = 6k users source \"plan\"", "bill = users * $3/user/month", ":assumptions",
      ":assumptions bill / 2", ":assumptions \"x\"")
    #expect(told[2].hasPrefix("bill   $18k per month\n\ninput "))
    #expect(told[2].contains("+1%") && told[2].contains("session:1") && told[2].contains("plan"))
    #expect(told[3].hasPrefix("bill / 2   $9,000 per month\n"))
    #expect(told[4].contains("there is no figure here"))
  }

  @Test func answersAtOnceWithUnitsAndIntervals() {
    #expect(talk("8B params * 2 bytes in GB") == ["16 GB\n"])
    #expect(talk("x = 3 GB", "x * 2", "ans / 2", "_ + 1 GB") == ["", "6 GB\n", "3 GB\n", "4 GB\n"])
    // The 90% interval of a log-normal quantity is the range it was written as.
    #expect(
      talk("assume p = $2 to $3 per hour")[0]
        == "p   $2.47/hour   (90%: $2.00/hour to $3.00/hour)\n  a 90% interval, log-normal\n")
    #expect(talk("assume u = 40% to 60%")[0].contains("logit-normal"))
  }

  @Test func whatIsLiteralIsNotEchoed() {
    #expect(
      talk("a = 6k users", "b = $2.60 per hour", "c = -3", "d = 2 + 3") == ["", "", "", "d   5\n"])
  }

  @Test func saysWhichFiguresMoved() {
    #expect(
      talk("price = $3", "total = price * 4", "other = 5", "price = $6").last
        == "  total   $12 → $24   +100%\n")
  }

  @Test func aCellMayFollowFromALaterOne() {
    #expect(
      talk("a = 1", "b = a * 2", "c = 10", "a = c + 1", "b").suffix(2)
        == ["a   11\n  b   2 → 22   +1,000%\n", "22\n"])
    #expect(talk("a = 1", "b = a * 2", "a = b + 1").last?.contains("a → b → a") == true)
  }

  @Test func anErrorLeavesTheSessionAsItWas() {
    let told = talk("a = 1 GB", "b = a + $2", "a = $3 + 1 hour", "b", "a")
    #expect(told[1].contains("cannot add Data and Money") && told[1].contains("input:1:"))
    #expect(told[3].contains("`b`"))
    #expect(told[4] == "1 GB\n")
  }

  @Test func aRedefinitionMayNotBreakWhatFollows() {
    let told = talk("a = 1 GB", "b = a + 2 GB", "a = $1", "b")
    #expect(told[2].contains("cannot add Money and Data"))
    #expect(told[3] == "3 GB\n")
  }

  @Test func anExpressionThatWasShownKeepsADefinitionFromBreakingIt() {
    let told = talk("a = 1 GB", "a + 2 GB", "a = $1", "a")
    #expect(told[2].contains("error"))
    #expect(told[3] == "1 GB\n")
  }

  @Test func aRateMayComeAfterTheMoneyItJoins() {
    #expect(talk("x = €30k", "rate EUR = $2 as of 2026-10-01", "x + $1k").last == "$61k\n")
  }

  @Test func aBudgetIsWatched() {
    let told = talk("bill = $8k", "assert bill < $10k", "bill = $12k", "bill = $9k")
    #expect(told[1] == "  holds\n")
    #expect(told[2].contains("✗ session:2") && told[2].contains("$12k"))
    #expect(told[3] == "")
  }

  @Test func theAnswerMovesWithWhatItFollowsFrom() {
    #expect(talk("a = 2", "a * 3", "ans + 1", "a = 4", "ans_1").last == "12\n")
    #expect(talk("ans")[0].contains("nothing was yet"))
    #expect(talk("ans = 3", "ans * 2") == ["", "6\n"])
  }

  @Test func aClauseOnAnIndentedLineGoesOnWithTheStatement() {
    let told = talk(
      "d = deploy llama_3_1_8b on 1 H100",
      "  serving 2 requests/s { prompt: 9 tokens, response: 9 tokens }",
      ":list", "d.throughput")
    #expect(told[2].contains("1  d = deploy llama_3_1_8b on 1 H100\n2    serving 2 requests/s"))
    #expect(told[3] == "18 tokens/s\n")
  }

  @Test func aScriptIsTakenWholeOrNotAtAll() {
    let told = talk("a = 1\nb = a + 1\nshow b", "c = 1\nd = $1 + 1 hour\ne = 3", "c")
    #expect(told[0] == "b   2\n")
    #expect(told[1].contains("input:2:"))
    #expect(told[2].contains("`c`"))
  }

  // MARK: - Commands

  @Test func setsCellsAndFields() {
    let told = talk(
      #"assume users = 6k users source "plan""#, "bill = users * $3/user/month",
      ":set users = 9k users",
      ":list", ":set nobody = 3", ":set users = $3")
    #expect(told[2] == "  bill   $18k per month → $27k per month   +50%\n")
    #expect(told[3].hasPrefix("1  assume users = 9k users\n"))
    #expect(told[4].contains("there is no cell `nobody`"))
    #expect(told[5].contains("`users` is Users, and this is Money"))
  }

  @Test(arguments: [
    ("price: $2/hour", "price", "$4/hour"), ("prompt: 100 tokens", "prompt", "900 tokens"),
    ("", "batch", "8"), ("", "price", "$9/hour"), ("", "response", "9 tokens"),
  ])
  func setsFieldsOfADeployment(record: String, field: String, value: String) {
    let fields = ["prompt: 100 tokens", "response: 50 tokens", "price: $2/hour"]
    let own = fields.filter { $0 != record }.joined(separator: ", ")
    let thing = "deploy llama_3_1_8b on 1 H100 with batch 4 serving 1 requests/s"
    let told = talk(
      "s = \(thing) { \(own)\(record.isEmpty ? "" : ", " + record) }", ":set s.\(field) = \(value)",
      ":list")
    #expect(!told[1].contains("error"), "\(told[1])")
    let written = field == "batch" ? "batch 8" : "\(field): \(value)"
    #expect(told[2].contains(written), "\(told[2])")
    #expect(told[2].components(separatedBy: field).count == 2, "\(told[2])")
  }

  @Test func choosesAScenario() {
    let told = talk(
      "users = 6k users", "bill = users * $3/user/month", "scenario spike { users = 12k users }",
      ":scenario spike", "bill", ":scenario", ":scenario base", "bill", ":scenario none",
      ":compare on bill", ":scenario spike", ":undo")
    #expect(told[11].hasPrefix("  scenario spike → base\n  users   12,000 users → 6,000 users"))
    #expect(told[3].contains("bill    $18k per month → $36k per month"))
    #expect(told[4] == "$36k per month\n")
    #expect(told[5] == "  base\n* spike\n")
    #expect(told[7] == "$18k per month\n")
    #expect(told[8].contains("there is no scenario `none`"))
    #expect(told[9].contains("$18k per month") && told[9].contains("+100%"))
  }

  @Test func tellsACommandThatLacksItsColon() {
    let told = talk("a = 1", "explain a", "units", "undo", ":undo", "users")
    #expect(told[1].contains("a command begins with a colon: `:explain a`"))
    #expect(told[2].contains("`:help units`"))
    #expect(told[3].contains("`:undo`"))
    #expect(!told[5].contains(":help"))
  }

  @Test func takesBackAndBeginsAnew() {
    let told = talk("a = 1", "b = a * 2", "a = 5", ":undo", "b", ":reset", "b", ":undo", "b")
    #expect(told[3] == "  − a = 5\n  + a = 1\n  a   5 → 1    −80%\n  b   10 → 2   −80%\n")
    #expect(told[4] == "2\n")
    #expect(told[6].contains("error"))
    #expect(told[8] == "2\n")
    #expect(talk(":undo")[0].contains("nothing to take back"))
  }

  @Test func tellsWhatANameIs() {
    let told = talk(
      "## What we pay\nassume price = $2/hour", "bill = price * 8", "?price", ":info npv", "?H100",
      "?GB",
      "?prise")
    #expect(told[2].contains("an assumption, Money per Time"))
    #expect(told[2].contains("What we pay") && told[2].contains("used by bill"))
    #expect(told[3].contains("a function: the present value"))
    #expect(told[4].contains("H100"))
    #expect(told[5].contains("a unit, of Data"))
    #expect(told[6].contains("did you mean `price`?"))
  }

  @Test func takesSamplesAndSeeds() {
    let told = talk(
      ":samples", ":samples 2k", ":samples", ":samples 0", ":seed 7", ":seed", ":seed x")
    #expect(told[0] == "16384\n")
    #expect(told[2] == "2000\n")
    #expect(told[3].contains("takes 1 to"))
    #expect(told[5] == "7\n")
    #expect(told[6].contains("error"))
  }

  @Test func explainsAndTimes() {
    let told = talk(
      "a = 2 GB", "b = a * 3", ":explain b", ":time b", ":explain", ":time $1 + 1 hour")
    #expect(told[2].contains("b = 6 GB") && told[2].contains("session:1"))
    #expect(told[3].hasPrefix("6 GB\n") && told[3].contains(" ms, with the 2 statements"))
    #expect(told[4].contains("needs EXPR"))
    #expect(told[5].contains("cannot add Money and Time"))
  }

  /// A figure of the catalogue is told with its sources, and how sure they are.
  @Test func infoOfAFigureOfTheCatalogue() {
    let told = talk(
      ":info grid.france", ":info aws.s3_standard", "team t { people: 2, salary: $1/s }")
    #expect(told[0].contains("44.2 g/kWh") && told[0].contains("source: Ember"))
    #expect(told[1].contains("AWS S3 pricing page (2024-07-01), recalled"))
    #expect(told[2].contains("2 people"))
  }

  @Test(arguments: SessionTests.kinds) func lists(kind: String) {
    let told = talk("assume a = 1", "model m = llama_3_1_8b", "fn f(x) = x", ":list \(kind)")
    #expect(!told[3].contains("error"))
    #expect(["scenarios", "datasets", "teams"].contains(kind) || !told[3].isEmpty)
  }

  static let kinds = Session.Listed.allCases.map(\.rawValue)

  @Test func noEntryCrashes() {
    let all = [
      "", " ", ":", "?", "??", ":set", ":set =", ":set a.b.c = 3", ":load", ":load nowhere",
      ":save",
      ":save x", ":info", ":compare", ":compare on", ":help nothing", ":list nothing",
      ":scenario x",
      ":edit", "#", "## doc", "ans ans", "_ = _", "a = a", "`", "\"", "{", "x = {", "ans.cost",
      ":explain ans", "show", "import \"x.aic\"", "assume", "…", "\u{0}", ":samples 1e400",
      ":seed -1",
    ]
    var session = Session(files: NoFiles(), palette: Palette(isColored: false))
    for entry in all { _ = session.obey(entry) ?? session.enter(entry) }
    #expect(session.enter("1 + 1").text == "2\n")
  }
}

/// Help whose examples are run.
@Suite struct HelpTests {
  @Test(arguments: HelpTopic.all.map(\.name)) func everyExampleIsRight(name: String) {
    let session = Session(files: NoFiles(), palette: Palette(isColored: false))
    let told = session.help(name)
    #expect(told.isAccepted)
    #expect(!told.text.contains("error:"), "\(told.text)")
    #expect(told.text.contains("aic> "))
  }

  @Test func aTopicGoesByItsBeginning() {
    #expect(HelpTopic.named("uni")?.name == "units")
    #expect(HelpTopic.named("a") == nil)
    let session = Session(files: NoFiles(), palette: Palette(isColored: false))
    #expect(session.help("").text.contains(":explain EXPR"))
    #expect(session.help("keys").text.contains("Ctrl-R"))
    #expect(session.help("ranegs").text.contains("did you mean ranges?"))
  }
}
