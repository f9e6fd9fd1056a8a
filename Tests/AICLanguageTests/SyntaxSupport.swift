import Testing

@testable import AICLanguage

/// The first file of the language's description, without the statements of later versions, and
/// other programs that use most of the syntax.
enum Programs {
  static let assistant = """
    # Should we host an 8B assistant ourselves, or pay per token?

    rate EUR = $1.09                      as of 2026-10-01

    ## On-demand price of one H100
    assume gpu_price = $2.00 to $3.20 per hour   source "three provider price pages, 2026-10"
    assume users     = 4k to 9k users
    assume questions = 6 requests/user/day

    model assistant = transformer {
      layers:   32
      hidden:   4096
      heads:    32
      kv_heads: 8
      ffn:      14336
      vocab:    128256
    }

    tuning  = finetune assistant on 400M tokens using 8 H100 with lora rank 16 { price: gpu_price }

    service = deploy assistant on 1 H100 with quantize fp8, batch 64
              serving users * questions {
      prompt:   900 tokens
      response: 250 tokens
      peak:     3                # busiest hour over the mean
      price:    gpu_price
    }

    rented  = deploy assistant on api { input: $0.15 per 1M tokens, output: $0.60 per 1M tokens }
              serving users * questions { prompt: 900 tokens, response: 250 tokens }

    first_year = tuning.cost + service.cost * 1 year

    show service.cost, service.cost_per_request, service.ttft
    show first_year, rented.cost * 1 year in EUR
    assert service.ttft < 500 ms with 95% confidence

    """

  static let training = """
    #!/usr/bin/env aic
    unit seat
    unit wafer = 300 chips
    assume seats = 40 ± 5 seats
      source "sales, 2026"
      as of 2026-03
    hardware box {
      memory: 80GB, bandwidth: 3.35 TB/s
      power: 700 W }
    dataset corpus { tokens: 15T tokens, path: "s3://x" }
    model big = `llama-3.1-8b`
    run = train big on corpus
      using (2 * n) box.gpu at 35% to 45% mfu for 2 epochs
      with prune 40% { accuracy: -0.5% }, speculate small accept 80%, spot 60% off,
        autoscale max 8 min 1, distill to tiny
      serving 30 requests/s { price: box with { power: 650 W } }
    fn worth(a, b: Money/Time, c: Tokens per Time) = a * b / c
    xs = [worth(x, y) for x in 1..8 for y in ys if x > 3] + map(ys, fn(y) = [y, 2])
    e = if run.cost > €1_000 and not late(run, at: 2027) then [1, 2, 4][0] else -2^-1
    print "costs {run.cost in $/month}, {e * 2} \\{not\\}"
    show e as "energy"
    assert run.cost <= £5M "too dear: {run.cost}"
    sweep users from 1k users to 100k users in 40 steps log
      show service.cost
    show = 3
    model = 4

    """

  static let strange = """
    \u{FEFF}größe = 5 × 3 − 2\r
    x =\u{A0}“smart” + 'single' % 2 && !a || b ** c // d\r
    y = {a: [1, {b: (2}, c: 3\r
    z = "open {1 + "inner} \0 @@ ??\r
    \r
    \tw = 1,000 ; q = 2 (3)
    """

  static let all = [assistant, training, strange]
}

func parsed(_ text: String) -> SyntaxTree { parse(SourceFile(name: "test.aic", text: text)) }

/// The ids of a text's diagnostics, without `syntax.`.
func mistakes(_ text: String) -> [String] {
  parsed(text).diagnostics.map { String($0.id.dropFirst("syntax.".count)) }
}

/// A node as an s-expression: leaves by their text, operators by their sign.
func dump(_ node: SyntaxNode) -> String {
  switch node.kind {
  case .quantity, .name, .date, .unit, .textSegment, .dimension: return node.text
  case .missing: return "?"
  default: break
  }
  var head = "\(node.kind)"
  if node.kind == .binary || node.kind == .unary, let token = node.token {
    head = node.tree.source.text(token.range)
  } else if node.kind == .techniqueOperand, let token = node.token {
    head = "operand:" + node.tree.source.text(token.range)
  }
  return "(" + ([head] + node.children.map(dump)).joined(separator: " ") + ")"
}

/// The first statement of a text as an s-expression.
func dump(_ text: String) -> String { dump(parsed(text).root[0]) }

/// The expression of a text as an s-expression.
func dumpExpression(_ text: String) -> String {
  dump(parseExpression(SourceFile(name: "-e", text: text)).root[0][0])
}

/// Whether bytes come back, and nodes nest, follow one another and cover the file.
func isSound(_ bytes: [UInt8]) -> Bool {
  let tree = parse(SourceFile(name: "test.aic", bytes: bytes))
  guard tree.bytes == bytes, tree.root.kind == .file else { return false }
  guard tree.root.tokenRange == tree.tokens.indices, tree.root.span == tree.nodeCount else {
    return false
  }
  for (a, b) in zip(tree.tokens, tree.tokens.dropFirst())
  where a.range.upperBound > b.range.lowerBound {
    return false
  }
  for index in 0..<tree.nodeCount {
    let node = tree.node(at: index)
    var position = node.tokenRange.lowerBound
    var span = 1
    for child in node.children {
      // Only what is missing, or made of it, has no token.
      let isEmpty = child.tokenRange.isEmpty
      guard child.tokenRange.lowerBound >= position,
        !isEmpty || child.kind == .missing || !child.children.isEmpty
      else { return false }
      position = child.tokenRange.upperBound
      span += child.span
    }
    guard position <= node.tokenRange.upperBound, span == node.span else { return false }
    guard hasLayout(node) else { return false }
  }
  return tree.diagnostics.count <= Parser.diagnosticLimit + 1
}

/// Whether a node of a fixed layout has as many children as the layout says.
private func hasLayout(_ node: SyntaxNode) -> Bool {
  let count = node.children.count
  switch node.kind {
  case .quantity, .name, .textSegment, .date, .unit, .dimension, .missing: return count == 0
  case .printStatement, .expressionStatement, .sourceClause, .asOfClause, .titleClause,
    .confidenceClause, .parenthesised, .unary, .argument, .broken, .onClause, .apiClause,
    .serverlessClause, .mfuClause, .epochsClause, .techniqueOperand, .servingClause:
    return count == 1
  case .cellDeclaration, .unitDeclaration, .hardwareDeclaration, .datasetDeclaration, .range,
    .field, .parameter, .lambda, .at, .binary, .per, .in, .namedArgument, .member, .index, .with,
    .devicesClause:
    return count == 2
  case .modelDeclaration, .conditional, .functionDeclaration, .forClause: return count == 3
  case .assumeDeclaration, .rateDeclaration, .comprehension: return count >= 2
  case .assertStatement: return (1...3).contains(count)
  case .showStatement, .call, .train, .finetune, .deploy, .technique: return count >= 1
  default: return true
  }
}
