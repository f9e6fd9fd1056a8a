import Foundation
import Testing

/// The conversation at a terminal: what is typed, and what is to be seen.
@Suite(.serialized) final class ConversationTests {
  private let home: Home

  init() throws {
    home = try Home()
  }

  deinit {
    home.remove()
  }

  @Test func answersAndLeaves() throws {
    let terminal = try home.conversation()
    try terminal.enter("8B params * 2 bytes in GB")
    #expect(terminal.screen.text.contains("\n16 GB\n"))
    try terminal.enter("ans / 2")
    #expect(terminal.screen.text.contains("\n8 GB\n"))
    terminal.type(Key.control("d"))
    #expect(try terminal.end() == 0)
  }

  @Test func greetsOnceInOneLine() throws {
    let first = try home.conversation()
    #expect(first.screen.lines[0].contains(":help tells more") && first.screen.lines[1] == "aic>")
    try first.enter("1 + 1")
    #expect(try home.conversation().screen.lines[0] == "aic>")
  }

  @Test(arguments: ["quit", "exit", ":q", ":quit"])
  func wordsThatLeave(word: String) throws {
    let terminal = try home.conversation()
    terminal.type(word + "\r")
    #expect(try terminal.end() == 0)
  }

  // MARK: - Several lines

  @Test func goesOnWhereMoreMustCome() throws {
    let terminal = try home.conversation()
    terminal.type("a = [1,\r")
    try terminal.wait("a further line") { $0.line == "...>" }
    try terminal.enter("2]")
    terminal.type("sum(a) +\r")
    try terminal.wait("a further line") { $0.line == "...>" }
    try terminal.enter("4")
    #expect(terminal.screen.text.contains("\n7\n"))
    // An empty line ends it.
    terminal.type("sum(a) *\r")
    try terminal.wait("a further line") { $0.line == "...>" }
    try terminal.enter("")
    #expect(terminal.screen.text.contains("a value is missing after `*`"))
    #expect(terminal.screen.line == "aic>")
  }

  @Test func aWholeStatementIsOneEntryOfTheHistory() throws {
    let terminal = try home.conversation()
    terminal.type("sum([1,\r")
    try terminal.wait("a further line") { $0.line == "...>" }
    try terminal.enter("2])")
    terminal.type(Key.up)
    try terminal.wait("the entry") { $0.line == "2])" && $0.lines[$0.row - 1] == "aic> sum([1," }
    try terminal.enter("")
    #expect(terminal.screen.text.components(separatedBy: "\n3\n").count == 3)
  }

  @Test func aPastedScriptArrivesWhole() throws {
    let terminal = try home.conversation()
    let script = "c0 = 1\n" + (1..<199).map { "c\($0) = c\($0 - 1) + 1\n" }.joined() + "show c198"
    let before = terminal.screen.reads
    terminal.paste(script)
    try terminal.wait("the answer") {
      $0.reads == before + 1 && $0.line == "aic>" && $0.text.contains("c198   199")
    }
    try terminal.enter("c100")
    #expect(terminal.screen.text.contains("\n101\n"))
    let entries = try String(contentsOfFile: home.history, encoding: .utf8)
    #expect(entries.split(separator: "\n").count == 2)
  }

  @Test func aPasteOfOneLineIsTyped() throws {
    let terminal = try home.conversation()
    terminal.type("1 + ")
    terminal.paste("2 + 3")
    try terminal.wait("the paste") { $0.line == "aic> 1 + 2 + 3" }
    try terminal.enter("")
    #expect(terminal.screen.text.contains("\n6\n"))
  }

  // MARK: - History

  @Test func twoConversationsKeepEachOthersLinesAlsoWhenKilled() throws {
    let first = try home.conversation()
    let second = try home.conversation()
    try first.enter("1 + 10")
    try second.enter("2 + 20")
    try first.enter("3 + 30")
    first.kill(SIGKILL)
    #expect(try first.end() == 128 + SIGKILL)
    try second.enter("4 + 40")
    second.type(Key.control("d"))
    #expect(try second.end() == 0)
    #expect(
      try String(contentsOfFile: home.history, encoding: .utf8)
        == "1 + 10\n2 + 20\n3 + 30\n4 + 40\n")
    let mode = try FileManager.default.attributesOfItem(atPath: home.history)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let third = try home.conversation()
    third.type(Key.up + Key.up)
    try third.wait("an earlier entry") { $0.line == "aic> 3 + 30" }
  }

  @Test func searchesBackwards() throws {
    let terminal = try home.conversation()
    try terminal.enter("alpha = 3")
    try terminal.enter("beta = 4")
    terminal.type(Key.control("r") + "alp")
    try terminal.wait("what was searched") { $0.text.contains("bck:alp") }
    terminal.type(Key.escape)
    try terminal.wait("the entry") { $0.line == "aic> alpha = 3" }
  }

  @Test func withoutAHomeOnlyTheHistoryIsLost() throws {
    for environment in [
      ["HOME": "/proc/none"], ["XDG_STATE_HOME": "/dev/null/state"], ["HOME": ""],
    ] {
      let terminal = try home.conversation(environment)
      try terminal.enter("1 + 1")
      try terminal.enter("2 + 3")
      #expect(terminal.screen.text.contains("\n5\n"))
      #expect(terminal.screen.text.components(separatedBy: "no history is kept").count == 2)
      terminal.type(Key.up)
      try terminal.wait("the last entry") { $0.line == "aic> 2 + 3" }
    }
  }

  // MARK: - Completion

  @Test(arguments: [
    ("pric", "price"), ("x = price * us", "users"), ("show ser", "service"),
    ("service.ttf", "service.ttft"), ("d = deploy llama_3_1_8b on 1 H10", "H100"),
    ("d = deploy llama_3_1_8", "llama_3_1_8b"),
    ("d = deploy llama_3_1_8b on 1 MI300", "MI300X"), ("y = 3 wee", "weeks"), (":exp", ":explain"),
    (":scenario sp", "spike"), (":load bud", "budget.aic"), (":help ra", "ranges"),
    ("assume z = med", "median"), ("x = [1, quant", "quantile"), ("größ", "größe"),
  ])
  func completesByPlace(text: String, word: String) throws {
    try home.write("show 1\n", to: "budget.aic")
    let terminal = try home.conversation()
    terminal.paste(
      """
      price = $2.60 per hour
      users = 6k users
      größe = 3 GB
      service = deploy llama_3_1_8b on 1 H100 serving 2 requests/s {
        prompt: 900 tokens
        response: 250 tokens
        price: price
      }
      scenario spike { users = 20k users }

      """)
    try terminal.wait("the end of the paste") { $0.reads == 2 && $0.line == "aic>" }
    terminal.type(text + Key.tab)
    try terminal.wait("`\(word)` after `\(text)`") { $0.line.contains(word) }
  }

  @Test func listsWhatAWordMayBecome() throws {
    let terminal = try home.conversation(columns: 60)
    try terminal.enter("outlay_cost = $3")
    try terminal.enter("outlay_time = 4 hours")
    terminal.type("outl" + Key.tab)
    try terminal.wait("the common beginning") { $0.line == "aic> outlay_" }
    terminal.type(Key.tab)
    try terminal.wait("both") {
      $0.text.contains("outlay_cost  Money") && $0.text.contains("outlay_time  Time")
        && $0.line == "aic> outlay_"
    }
    terminal.type("c" + Key.tab)
    try terminal.wait("the name") { $0.line == "aic> outlay_cost" }
    terminal.type(Key.control("u") + ":s" + Key.tab + Key.tab)
    try terminal.wait("commands") {
      [":set", ":save", ":scenario", ":samples", ":seed"].allSatisfy($0.text.contains)
    }
  }

  // MARK: - Interruption

  @Test func controlCGivesTheLineUpThenSaysHowToLeave() throws {
    let terminal = try home.conversation()
    terminal.type("1 + 2")
    try terminal.wait("the line") { $0.line == "aic> 1 + 2" }
    terminal.type(Key.control("c"))
    try terminal.wait("a new line") { $0.text.contains("^C") && $0.line == "aic>" }
    #expect(!terminal.screen.text.contains("or :quit leaves"))
    terminal.type(Key.control("c"))
    try terminal.wait("how to leave") { $0.text.contains("Ctrl-D or :quit leaves") }
    try terminal.wait("a new line") { $0.line == "aic>" }
    try terminal.enter("5 * 5")
    #expect(terminal.screen.text.contains("\n25\n"))
  }

  @Test func controlCGivesAnUnfinishedEntryUp() throws {
    let terminal = try home.conversation()
    terminal.type("x = [1,\r")
    try terminal.wait("a further line") { $0.line == "...>" }
    terminal.type("2" + Key.control("c"))
    try terminal.wait("a new entry") { $0.line == "aic>" }
    try terminal.enter("7 * 7")
    #expect(terminal.screen.text.contains("\n49\n"))
  }

  @Test func controlCStopsALongRunAndKeepsTheSession() throws {
    let terminal = try home.conversation()
    try terminal.enter("a = 1 to 2")
    terminal.type(":samples 1e9\r")
    try terminal.wait("how far it has come") { $0.text.contains("% done") }
    terminal.type(Key.control("c"))
    try terminal.wait("a new line") {
      $0.text.contains("stopped; the session is as it was") && $0.line == "aic>"
    }
    try terminal.enter(":samples")
    try terminal.enter("a / a")
    #expect(terminal.screen.text.contains("\n16384\n"))
    #expect(terminal.screen.text.contains("\n1\n"))
  }

  @Test func stopsAndGoesOn() throws {
    let terminal = try PseudoTerminal(
      ["/bin/bash", "--norc", "-i"],
      environment: home.environment.merging(["PS1": "shell> "]) { $1 }, in: home.path)
    try terminal.wait("a shell") { $0.line == "shell>" }
    terminal.type("aic\r")
    try terminal.waitForPrompt()
    terminal.type("1 + 41")
    try terminal.wait("the line") { $0.line == "aic> 1 + 41" }
    terminal.type(Key.control("z"))
    try terminal.wait("the shell") { $0.line == "shell>" && $0.text.contains("Stopped") }
    // The terminal echoes again.
    terminal.type("echo back\r")
    try terminal.wait("the shell's answer") { $0.text.contains("\nback\n") }
    terminal.type("fg\r")
    try terminal.wait("the line again") { $0.line == "aic> 1 + 41" }
    terminal.type(Key.enter)
    try terminal.wait("the answer") { $0.text.contains("\n42\n") && $0.line == "aic>" }
    terminal.type(Key.control("d"))
    try terminal.wait("the shell") { $0.line == "shell>" }
  }

  // MARK: - Terminals

  @Test(arguments: ["C", "POSIX", "C.UTF-8"])
  func readsRecallsAndCompletesAnyLetter(locale: String) throws {
    let terminal = try home.conversation(["LC_ALL": locale])
    try terminal.enter("größe = 3 GB")
    try terminal.enter("日本 = €30k")
    try terminal.enter("größe * 2")
    #expect(terminal.screen.text.contains("aic> 日本 = €30k"))
    #expect(terminal.screen.text.contains("\n6 GB\n"))
    terminal.type(Key.up)
    try terminal.wait("the entry") { $0.line == "aic> größe * 2" }
    terminal.type(Key.control("u") + "日" + Key.tab)
    try terminal.wait("the name") { $0.line == "aic> 日本" }
    try terminal.enter(" + €2k")
    #expect(terminal.screen.text.contains("\n€32k\n"))
  }

  @Test func hasTheKeysOfVi() throws {
    try home.write("bind -v\n", to: ".editrc")
    let terminal = try home.conversation()
    terminal.type("123" + Key.escape)
    // The editor waits a moment for what may belong to the escape.
    usleep(200_000)
    terminal.type("x0")
    try terminal.wait("a character less") { $0.line == "aic> 12" && $0.column == 5 }
    terminal.type("i7" + Key.enter)
    try terminal.wait("the answer") { $0.text.contains("\n712\n") && $0.line == "aic>" }
    terminal.paste("1 +\n1")
    try terminal.wait("the answer") { $0.text.contains("\n2\n") && $0.line == "aic>" }
    try terminal.enter("velocity = 3")
    terminal.type("velo" + Key.tab)
    try terminal.wait("the name") { $0.line == "aic> velocity" }
  }

  @Test func followsTheSizeOfTheWindow() throws {
    let terminal = try home.conversation()
    terminal.type("100 + 200 + 300")
    try terminal.wait("the line") { $0.line == "aic> 100 + 200 + 300" }
    terminal.resize(columns: 40, rows: 12)
    terminal.type(" + 400 + 500 + 600 + 700")
    try terminal.wait("the folded line") {
      $0.line == "0" || $0.text.contains("aic> 100 + 200 + 300 + 400 + 500 + 600 +\n 700")
    }
    terminal.resize(columns: 100, rows: 30)
    try terminal.enter("")
    #expect(terminal.screen.text.contains("\n2,800\n"))
  }

  @Test func needsNoCapableTerminal() throws {
    let terminal = try home.conversation(["TERM": "dumb"])
    terminal.type("a = [1,\r")
    try terminal.wait("a further line") { $0.line == "...>" }
    terminal.type("2]\r")
    try terminal.wait("a prompt") { $0.text.contains("a   [1, 2]") && $0.line == "aic>" }
    terminal.type("sum(a)\r")
    try terminal.wait("the answer") { $0.text.contains("\n3\n") && $0.line == "aic>" }
    #expect(!terminal.screen.hasColour)
    #expect(terminal.screen.reads == 0)
    terminal.type("9" + Key.control("c"))
    try terminal.wait("a new line") { $0.text.contains("^C\naic>") }
    terminal.type("4 * 4\r")
    try terminal.wait("the answer") { $0.text.contains("\n16\n") && $0.line == "aic>" }
    terminal.type(Key.control("d"))
    #expect(try terminal.end() == 0)
  }

  @Test func coloursAreRefusedByAVariable() throws {
    let colored = try home.conversation()
    #expect(colored.screen.hasColour)
    let plain = try home.conversation(["NO_COLOR": "1"])
    try plain.enter("1 + $1")
    #expect(!plain.screen.hasColour)
  }

  @Test func fitsFortyColumns() throws {
    let terminal = try home.conversation(columns: 40)
    try terminal.enter("1000000 + 2000000 + 3000000 + 4000000 + 5")
    #expect(terminal.screen.text.contains("\n10M\n") || terminal.screen.text.contains("10"))
    terminal.type(":he" + Key.tab)
    try terminal.wait("the command") { $0.line == "aic> :help" }
    try terminal.enter("units")
    #expect(terminal.screen.text.contains("16 GB"))
  }

  @Test func savesWhatGivesTheSameFigures() throws {
    let terminal = try home.conversation(columns: 120, rows: 60)
    try terminal.enter("assume price = $2 to $3.20 per hour")
    try terminal.enter("bill = price * 8 * 1 month")
    try terminal.enter("price = $2.50 to $3 per hour")
    try terminal.enter("bill / 30 days")
    try terminal.enter("ans * 1 year")
    let line = try #require(terminal.screen.text.split(separator: "\n").last { $0.hasPrefix("$") })
    let answer = try #require(line.components(separatedBy: "   ").first)
    try terminal.enter(":save budget.aic")
    #expect(terminal.screen.text.contains("aic budget.aic"))
    let run = try PseudoTerminal(
      ["aic", "budget.aic"], environment: home.environment, columns: 120, in: home.path)
    #expect(try run.end() == 0)
    #expect(run.screen.text.contains("ans_1 * 1 year   \(answer)"))
    try terminal.enter(":save /proc/none/budget.aic")
    #expect(terminal.screen.text.contains("cannot write /proc/none/budget.aic"))
  }

  @Test func editsInTheUsersEditor() throws {
    try home.write("#!/bin/sh\nsed -i 's/3/4/' \"$1\"\n", to: "editor")
    chmod(home.path + "/editor", 0o755)
    let terminal = try home.conversation(["EDITOR": home.path + "/editor"])
    try terminal.enter("a = 3")
    try terminal.enter("b = a * 2")
    try terminal.enter(":edit")
    #expect(terminal.screen.text.contains("b   6 → 8"))
  }
}
