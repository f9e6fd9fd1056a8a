/// A word of the language, with what it does.
struct Keyword {
  let text: String
  let doc: String

  var candidate: Completion.Candidate { .init(text, .keyword, doc: doc) }

  /// Words that begin a statement.
  static let statements = [
    Keyword(text: "assume", doc: "an input: `assume users = 6k users source \"…\" as of 2026-10`"),
    Keyword(text: "show", doc: "a figure or a table"),
    Keyword(text: "model", doc: "a model: `model m = transformer { … }`"),
    Keyword(text: "hardware", doc: "an accelerator: `hardware x { memory: 80 GB … }`"),
    Keyword(text: "dataset", doc: "what a training reads: `dataset d { tokens: 15T tokens }`"),
    Keyword(
      text: "team", doc: "people who are paid: `team t { people: 4, salary: $180k/year }`"),
    Keyword(text: "assert", doc: "a budget: the run fails where it does not hold"),
    Keyword(
      text: "scenario", doc: "a named set of replaced cells: `scenario s { users = 20k users }`"),
    Keyword(text: "compare", doc: "scenarios side by side: `compare base, s on cost`"),
    Keyword(text: "sweep", doc: "figures over a grid: `sweep batch in [1, 8, 64] show cost`"),
    Keyword(text: "sensitivity", doc: "which assumptions drive a figure"),
    Keyword(text: "plan", doc: "a timeline: `plan p from 2026-01 for 24 months { … }`"),
    Keyword(text: "plot", doc: "a picture: `plot cost over users`"),
    Keyword(text: "print", doc: "one line of text: `print \"text {expression}\"`"),
    Keyword(text: "fn", doc: "a function: `fn double(x) = 2 * x`"),
    Keyword(text: "rate", doc: "an exchange rate: `rate EUR = $1.09 as of 2026-10-01`"),
    Keyword(text: "unit", doc: "a unit: `unit seat`, `unit wafer = 300 chips`"),
    Keyword(text: "import", doc: "another file or a table: `import \"prices.csv\" as prices`"),
    Keyword(text: "calibrate", doc: "shifts predictions by measurements"),
    Keyword(text: "correlate", doc: "links two assumptions by rank"),
  ]

  /// Words that begin an expression.
  static let expressions = [
    Keyword(
      text: "deploy", doc: "serving: `deploy M on N HW with quantize fp8 serving RATE { … }`"),
    Keyword(text: "train", doc: "a training: `train M on DATA using N HW at 40% mfu { … }`"),
    Keyword(
      text: "finetune", doc: "a training: `finetune M on DATA using N HW with lora rank 16 { … }`"),
    Keyword(text: "own", doc: "devices that are bought: `own HW { life: 4 years, wacc: 10% … }`"),
    Keyword(text: "minimize", doc: "the best point: `minimize cost over batch in [1, 8, 64]`"),
    Keyword(text: "maximize", doc: "the best point: `maximize rate over batch in [1, 8, 64]`"),
    Keyword(text: "if", doc: "`if condition then a else b`"),
    Keyword(text: "not", doc: "the opposite of a condition"),
  ]
}
