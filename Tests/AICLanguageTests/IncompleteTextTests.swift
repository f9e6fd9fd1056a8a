import Testing

@testable import AICLanguage

/// Where a conversation asks for a further line.
@Suite struct IncompleteTextTests {
  @Test(arguments: [
    "a = (1 +", "a = (1 2", "s = deploy m on 1 H100 {\n  prompt 3\n", "a = [1,", "f(1", "1 +",
    "a = 2 *", "x = if true then 1", "show a,", "x and",
    "model m = transformer {", "model m = transformer {\n  layers: 2,", "service = deploy m on",
    "service = deploy m on 1 H100 with",
    "s = deploy m on 1 H100 serving users {\n  prompt: 3 tokens",
    "sweep x in [1, 2]", "sweep x from $1 per hour to $4 per hour in", "compare base,",
    "compare base, spike", "a = 1\nb = [2", "$2 to", "minimize a over",
  ])
  func asksForMore(text: String) {
    #expect(isIncomplete(text), "\(text)")
  }

  @Test(arguments: [
    "", "1 + 1", "a = 3", "a = )", "1 2", "a = \"text", "a == = 3 +", "show", "f(1))",
    "# only this (",
    "a = 3 # and [", "service = deploy m on 1 H100", "x = $2 +* 3 +", "{ a: 1 }",
  ])
  func endsHere(text: String) {
    #expect(!isIncomplete(text), "\(text)")
  }
}
