import Testing

@testable import AICLanguage

struct ParserTests {
  static let expressions: [(String, String)] = [
    // Precedence, tightest first, and associativity.
    ("a.b(c)[d]^2", "(^ (index (call (member a b) (argument c)) d) 2)"),
    ("2^3^4", "(^ 2 (^ 3 4))"),
    ("-2^2", "(- (^ 2 2))"),
    ("2^-1^2", "(^ 2 (- (^ 1 2)))"),
    ("- -a", "(- (- a))"),
    ("-a * -b", "(* (- a) (- b))"),
    ("a * b / c mod d of e", "(of (mod (/ (* a b) c) d) e)"),
    ("a - b - c * d", "(- (- a b) (* c d))"),
    ("a × b − c", "(− (× a b) c)"),
    ("10% of a + b", "(+ (of 10% a) b)"),
    ("1..n + 1", "(range 1 (+ n 1))"),
    ("1..8", "(range 1 8)"),
    ("a + b to c * d", "(to (+ a b) (* c d))"),
    ("40 ± 5", "(± 40 5)"),
    ("$2 to $3 per hour", "(per (to $2 $3) hour)"),
    ("a per b(c) per hour", "(per (per a (call b (argument c))) hour)"),
    ("$0.15 per 1M tokens", "(per $0.15 1M tokens)"),
    ("a per b.c", "(per a (member b c))"),
    ("a per GPU-hour in $/year", "(in (per a GPU-hour) $/year)"),
    ("a in % < 3", "(< (in a %) 3)"),
    ("not a < b and c or d", "(or (and (not (< a b)) c) d)"),
    ("a == b or c != d and e >= f", "(or (== a b) (and (!= c d) (>= e f)))"),
    ("if a then b else if c then d else e", "(conditional a b (conditional c d e))"),
    ("(a + b) * c", "(* (parenthesised (+ a b)) c)"),
    // Quantities.
    ("80GB / h", "(/ 80GB h)"),
    ("80 GB/s / h", "(/ 80 GB/s h)"),
    ("30 requests/user/day * 2", "(* 30 requests/user/day 2)"),
    ("$2.50/GPU-hour", "$2.50/GPU-hour"),
    ("8%/month", "8%/month"),
    ("€30k - x", "(- €30k x)"),
    ("5k-x", "(- 5k x)"),
    ("5-x", "(- 5 x)"),
    ("15T tokens", "15T tokens"),
    ("8 GPU-hours", "8 GPU-hours"),
    ("1e-9 * 2.5e3 s", "(* 1e-9 2.5e3 s)"),
    ("400µs", "400µs"),
    ("2 x", "2 x"),
    ("3 to 4", "(to 3 4)"),
    ("a / 2", "(/ a 2)"),
    // Everything else.
    ("{ a: 1, b: 2\n c: 3 }", "(record (field a 1) (field b 2) (field c 3))"),
    ("[1, [2], ]", "(list 1 (list 2))"),
    ("f(x, sd: 2, from: 3)", "(call f (argument x) (namedArgument sd 2) (namedArgument from 3))"),
    ("x with { a: 1 }.b", "(member (with x (record (field a 1))) b)"),
    ("\"a {b + \"c\"} d\"", "(text a  (+ b (text c))  d)"),
    ("`llama-3.1-8b`.layers", "(member `llama-3.1-8b` layers)"),
    // Functions and comprehensions.
    ("fn(s, m) = s + m", "(lambda (parameterList (parameter s ?) (parameter m ?)) (+ s m))"),
    (
      "fold(xs, fn(s, x: Money) = s + x, 0)",
      "(call fold (argument xs) (argument (lambda (parameterList (parameter s ?) "
        + "(parameter x Money)) (+ s x))) (argument 0))"
    ),
    ("fn() = 3", "(lambda (parameterList) 3)"),
    ("fn * 2", "(* fn 2)"),
    ("[x for x in 1..8]", "(comprehension x (forClause x (range 1 8) ?))"),
    (
      "[f(x) for x in xs if x > 3 and b]",
      "(comprehension (call f (argument x)) (forClause x xs (and (> x 3) b)))"
    ),
    (
      "[\n  a * b\n  for a in as\n  for b in [1] if c\n]",
      "(comprehension (* a b) (forClause a as ?) (forClause b (list 1) c))"
    ),
    (
      "[(train m on d for 3 epochs).cost for n in ns]",
      "(comprehension (member (parenthesised (train m (onClause d) (epochsClause 3))) cost) "
        + "(forClause n ns ?))"
    ),
    (
      "[train m on d for n epochs for n in ns]",
      "(comprehension (train m (onClause d) (epochsClause n)) (forClause n ns ?))"
    ),
    ("deploy * 2", "(* deploy 2)"),
    ("train(x)", "(call train (argument x))"),
  ]

  @Test(arguments: expressions)
  func expressionHasItsTree(text: String, tree: String) {
    #expect(dumpExpression(text) == tree)
    #expect(parseExpression(SourceFile(name: "-e", text: text)).diagnostics.isEmpty)
  }

  static let statements: [(String, String)] = [
    ("unit seat", "(unitDeclaration seat ?)"),
    ("unit wafer = 300 chips", "(unitDeclaration wafer 300 chips)"),
    ("rate EUR = $1.09 as of 2026-10-01", "(rateDeclaration EUR $1.09 (asOfClause 2026-10-01))"),
    (
      "assume a = 3\n  source \"x\"\n  as of 2026",
      "(assumeDeclaration a 3 (sourceClause (text x)) (asOfClause 2026))"
    ),
    ("model m = moe", "(modelDeclaration m moe ?)"),
    ("model m = `x-1` { a: 1 }", "(modelDeclaration m `x-1` (record (field a 1)))"),
    ("dataset d { a: 1 }", "(datasetDeclaration d (record (field a 1)))"),
    ("show a, b in EUR,\n  c as \"t\"", "(showStatement a (in b EUR) c (titleClause (text t)))"),
    ("print \"x\"", "(printStatement (text x))"),
    (
      "assert a < 500 ms with 95% confidence \"late\"",
      "(assertStatement (< a 500 ms) (confidenceClause 95%) (text late))"
    ),
    ("assert a \"late\"", "(assertStatement a (text late))"),
    ("a + b", "(expressionStatement (+ a b))"),
    // Functions.
    (
      "fn worth(a, b: Money/Time, c: Tokens per Time^-2,) = a * b",
      "(functionDeclaration worth (parameterList (parameter a ?) (parameter b Money/Time) "
        + "(parameter c Tokens per Time^-2)) (* a b))"
    ),
    (
      "fn f(\n  a,\n  b) =\n  a",
      "(functionDeclaration f (parameterList (parameter a ?) "
        + "(parameter b ?)) a)"
    ),
    ("fn(a) = a", "(expressionStatement (lambda (parameterList (parameter a ?)) a))"),
    ("fn = 3", "(cellDeclaration fn 3)"),
    // Lines.
    ("a = b +\n  c", "(cellDeclaration a (+ b c))"),
    ("a =\n  b", "(cellDeclaration a b)"),
    ("a = (b\n+ c\n)", "(cellDeclaration a (parenthesised (+ b c)))"),
    ("a = [\n1,\n2\n]", "(cellDeclaration a (list 1 2))"),
    (
      "a = { b: 1 +\n 2\n c: [3,\n 4] }",
      "(cellDeclaration a (record (field b (+ 1 2)) (field c (list 3 4))))"
    ),
    ("a = 3\n  source = 4", "(cellDeclaration a 3)"),
    // Words that are names.
    ("show = 3", "(cellDeclaration show 3)"),
    ("model = 3", "(cellDeclaration model 3)"),
    ("from = data * at + on", "(cellDeclaration from (+ (* data at) on))"),
    ("rate per hour", "(expressionStatement (per rate hour))"),
    ("plan.x", "(expressionStatement (member plan x))"),
    ("assume source = 3 source \"x\"", "(assumeDeclaration source 3 (sourceClause (text x)))"),
    // Things that cost.
    (
      "train m on 400M tokens using 8 H100 at 40% mfu for 3 epochs { a: 1 }",
      "(expressionStatement (train m (onClause 400M tokens) (devicesClause 8 H100) "
        + "(mfuClause 40%) (epochsClause 3) (record (field a 1))))"
    ),
    (
      "a = finetune m on d using H100 with qlora rank 8, full",
      "(cellDeclaration a (finetune m (onClause d) (devicesClause ? H100) "
        + "(withClause (technique qlora (operand:rank 8)) (technique full))))"
    ),
    (
      "a = deploy m on n box.gpu with kv fp8\n  serving x",
      "(cellDeclaration a (deploy m (devicesClause n (member box gpu)) "
        + "(withClause (technique kv (techniqueOperand fp8))) (servingClause x)))"
    ),
    (
      "a = deploy m on (n * 2) (x)",
      "(cellDeclaration a (deploy m (devicesClause (parenthesised (* n 2)) (parenthesised x))))"
    ),
    (
      "a = deploy m on (x) serving y",
      "(cellDeclaration a (deploy m (devicesClause ? (parenthesised x)) (servingClause y)))"
    ),
    (
      "a = deploy m on serverless { a: 1 }",
      "(cellDeclaration a (deploy m (serverlessClause (record (field a 1)))))"
    ),
    ("a = deploy m on api x.y", "(cellDeclaration a (deploy m (apiClause (member x y))))"),
    (
      "a = deploy m on 1 x with prune 40% { b: -1% }, batch 8 { c: 2 }",
      "(cellDeclaration a (deploy m (devicesClause 1 x) (withClause (technique prune "
        + "(techniqueOperand 40%) (record (field b (- 1%)))) (technique batch "
        + "(techniqueOperand 8))) (record (field c 2))))"
    ),
    (
      "a = deploy m on 1 x with prune 40% { b: -1% } serving y",
      "(cellDeclaration a (deploy m (devicesClause 1 x) (withClause (technique prune "
        + "(techniqueOperand 40%) (record (field b (- 1%))))) (servingClause y)))"
    ),
    (
      "a = [deploy m on 2 x with batch 8, b]",
      "(cellDeclaration a (list (deploy m (devicesClause 2 x) "
        + "(withClause (technique batch (techniqueOperand 8)))) b))"
    ),
    (
      "a = deploy m on 2 x with autoscale max 8 min 1, spot 60% off, speculate s accept 80%",
      "(cellDeclaration a (deploy m (devicesClause 2 x) (withClause (technique autoscale "
        + "(operand:max 8) (operand:min 1)) (technique spot (operand:off 60%)) "
        + "(technique speculate (techniqueOperand s) (operand:accept 80%)))))"
    ),
  ]

  static let recomputing: [(text: String, tree: String)] = [
    (
      "scenario a extends b { c = 3, d.e = f\n g = 1 }",
      "(scenarioDeclaration a b (replacement c 3) (replacement (member d e) f) (replacement g 1))"
    ),
    ("scenario a { }", "(scenarioDeclaration a ?)"),
    (
      "scenario a {\nb = 3\nc.d = 4\n}",
      "(scenarioDeclaration a ? (replacement b 3) (replacement (member c d) 4))"
    ),
    (
      "compare base, a on x, y.z as \"t\"",
      "(compareStatement base a (figuresClause x (member y z)) (titleClause (text t)))"
    ),
    (
      "sweep x in 1..3, y.z from 1 to 9 in 3 steps\n  show x, y",
      "(sweepStatement (axis x (range 1 3)) (gridAxis (member y z) 1 9 3) (figuresClause x y))"
    ),
    (
      "a = minimize x + y over b in [1], c from 1 to 2 in 2 steps log subject to x < 3, y > 4",
      "(cellDeclaration a (optimum (+ x y) (axis b (list 1)) (gridAxis c 1 2 2) "
        + "(subjectClause (< x 3) (> y 4))))"
    ),
    (
      "show minimize x over b in [1] subject to x < 3, y",
      "(showStatement (optimum x (axis b (list 1)) (subjectClause (< x 3))) y)"
    ),
    ("minimize = 3", "(cellDeclaration minimize 3)"),
    ("sensitivity x * 2 to a, b.c", "(sensitivityStatement (* x 2) a (member b c))"),
    ("plot x over a as \"t\"", "(plotStatement x a (titleClause (text t)))"),
    ("plot x", "(plotStatement x ?)"),
    (
      "plan p from 2026-03 for 24 months {\n  a: once x at 2027\n"
        + "  b: monthly x * 2 from start until 2028-01-15 growing 8%/month, discount: 3%/year }",
      "(planDeclaration p 2026-03 24 months (planLine a x (dateClause 2027)) "
        + "(planLine b (* x 2) (dateClause start) (dateClause 2028-01-15) (growthClause 8%/month))"
        + " (field discount 3%/year))"
    ),
    ("import \"a.csv\"", "(importDeclaration (text a.csv) ?)"),
    (
      "import \"a.aic\" as b with { c = 3 }",
      "(importDeclaration (text a.aic) b (replacement c 3))"
    ),
    ("calibrate serving from \"m.csv\"", "(calibrateStatement serving (text m.csv))"),
    ("correlate a, b.c at 60%", "(correlateStatement a (member b c) 60%)"),
    ("correlate a, b, c at -40%", "(correlateStatement a b c (- 40%))"),
    ("x = t at 2022 * 3", "(cellDeclaration x (* (at t 2022) 3))"),
    (
      "x = f(at: 2020-03, b: 2) at start",
      "(cellDeclaration x (at (call f (namedArgument at 2020-03) (namedArgument b 2)) start))"
    ),
    ("x = [2020: 1, 2022-05: 2]", "(cellDeclaration x (list (entry 2020 1) (entry 2022-05 2)))"),
    ("x = f(at: 1000 ms)", "(cellDeclaration x (call f (namedArgument at 1000 ms)))"),
    (
      "x = train m on d at 40% mfu",
      "(cellDeclaration x (train m (onClause d) (mfuClause 40%)))"
    ),
  ]

  @Test(arguments: statements + recomputing)
  func statementHasItsTree(text: String, tree: String) {
    #expect(dump(text) == tree)
    #expect(mistakes(text) == [])
  }

  @Test func programsOfTheLanguageHaveNoMistakes() {
    #expect(mistakes(Programs.assistant) == [])
    #expect(mistakes(Programs.training) == [])
    #expect(parsed(Programs.assistant).root.children.count == 12)
  }

  @Test func documentationStandsDirectlyAbove() {
    let text = "## far\n\n## first\n##  second \na = 3 ## no\nb = 4\n  ## deep\n  c = 5"
    let documents = parsed(text).root.children.map(\.docComment)
    #expect(documents == ["first\n second", nil, "deep"])
    #expect(parsed("## top\r\nx = 3").root[0].docComment == "top")
  }

  @Test func leavesGiveTheirTexts() {
    let cell = parsed("`a b` = \"x\\n\\{\\\"\\\\\" # c").root[0]
    #expect(cell[0].identifier == "a b")
    #expect(cell[1][0].unescaped == "x\n{\"\\")
    #expect(cell.text == "`a b` = \"x\\n\\{\\\"\\\\\"")
    #expect(cell.range == 0..<19)
    #expect(cell[7].isMissing && cell[7].children.isEmpty)
  }

  @Test func oneExpressionIsAllThatIsRead() {
    #expect(dumpExpression("8B params * 2 bytes in GB") == "(in (* 8B params 2 bytes) GB)")
    let two = parseExpression(SourceFile(name: "-e", text: "1\n2"))
    #expect(two.diagnostics.map(\.id) == ["syntax.juxtaposed"])
    #expect(parseExpression(SourceFile(name: "-e", text: "")).diagnostics.count == 1)
  }
}
