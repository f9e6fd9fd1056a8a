extension HelpTopic {
  static let all: [HelpTopic] = [
    HelpTopic(
      name: "basics", summary: "cells, expressions, ans",
      text: """
        A name gets its value by `=` and is a cell: give it another one, and all that follows from it is computed \
        again. An expression is answered at once; `ans` and `_` are the last answer.
        """,
      example: [
        "price = $2.60 per hour", "bill = price * 8 * 1 month", "price = $3/hour", "bill / 30 days",
        "ans * 2",
      ]),
    HelpTopic(
      name: "units", summary: "quantities, and how they are shown",
      text: """
        A number carries its unit, and what does not fit together is an error. `in` shows a value in another unit. \
        `k M B T` are magnitudes; `:list units` has every unit.
        """,
      example: [
        "8B params * 2 bytes in GB", "30 requests/s * 1 month", "80 GB / 3.35 TB/s",
        "$2.60/GPU-hour in $/year",
      ]),
    HelpTopic(
      name: "money", summary: "currencies and rates",
      text: """
        Each currency is money of its own, until a rate joins it to another. Nothing is fetched: the rate is yours, \
        with its date.
        """,
      example: ["rate EUR = $1.09 as of 2026-10-01", "€30k + $5k", "ans in EUR"]),
    HelpTopic(
      name: "ranges", summary: "uncertain values",
      text: """
        Wherever a number may stand, so may a range: `a to b` is a 90% interval. What follows from it is uncertain, \
        too, and shown by its mean and its interval. Shapes: normal, lognormal, uniform, triangular, pert, beta.
        """,
      example: [
        "assume price = $2 to $3.20 per hour", "assume use = 40% to 60%", "price / use",
        "chance(price < $2.50/hour)",
      ]),
    HelpTopic(
      name: "assume", summary: "inputs with a source and a date",
      text: """
        An assumption is an input: listed by `:assumptions`, replaced by `:set`, varied by sweeps, and named by \
        explanations.
        """,
      example: [
        #"assume users = 6k users source "sales plan" as of 2026-10"#,
        "requests = users * 20 requests/user/day", ":set users = 9k users", ":assumptions",
      ]),
    HelpTopic(
      name: "model", summary: "models, your own and those of the catalogue",
      text: """
        A model of the catalogue goes by its name: `llama_3_1_8b`. Your own is one of the kinds transformer, moe, \
        cnn, mlp, encoder, diffusion, or a known one with fields changed. `:list models` has them all.
        """,
      example: [
        "model small = transformer { layers: 24, hidden: 2048, heads: 16, ffn: 8192, vocab: 32000 }",
        "small.params",
      ]),
    HelpTopic(
      name: "hardware", summary: "accelerators",
      text: """
        An accelerator goes by its name: `8 H100`. Its fields can be asked for; `:list hardware` has them all.
        """,
      example: ["H100.memory", "H100.memory / MI300X.memory"]),
    HelpTopic(
      name: "train", summary: "what a training costs",
      text: """
        `train MODEL on DATA using N HARDWARE` gives a Training: show it for its card, or ask for a figure. What \
        you do not say is a default, with its source in the card.
        """,
      example: [
        "run = train llama_3_1_8b on 1T tokens using 256 H100 at 40% mfu { price: $2.60/hour }",
        "run.time", "run.cost",
      ]),
    HelpTopic(
      name: "finetune", summary: "what a fine-tuning costs",
      text:
        "`finetune MODEL on DATA using N HARDWARE` is like `train`; `with lora rank 16` trains adapters only.",
      example: [
        """
        t = finetune llama_3_1_8b on 400M tokens using 8 H100 at 40% mfu
            with lora rank 16 { price: $2.60/hour }
        """,
        "t.cost",
      ]),
    HelpTopic(
      name: "deploy", summary: "what serving costs",
      text: """
        `deploy MODEL on N HARDWARE serving RATE` gives a Deployment: cost, latency, replicas. `on api { … }` buys \
        tokens instead. End a line with `with`, an operator or an open bracket to go on in the next.
        """,
      example: [
        """
        s = deploy llama_3_1_8b on 1 H100 serving 2 requests/s {
          prompt: 900 tokens
          response: 250 tokens
          price: $2.60/hour
        }
        """,
        "s.cost * 1 year", ":set s.prompt = 4k tokens",
      ]),
    HelpTopic(
      name: "own", summary: "what a device costs that is bought",
      text: """
        `own HARDWARE { … }` gives its price for an hour of use, with its parts; it is used like the hardware. \
        `price: own { … }` says the same in place.
        """,
      example: [
        "fleet = own H100 { life: 4 years, wacc: 10%, electricity: $0.08/kWh, utilization: 90% }",
        "fleet.price", "fleet.price.capital",
      ]),
    HelpTopic(
      name: "techniques", summary: "what makes serving cheaper, and at what price",
      text: """
        Behind `with`: `quantize fp8`, `kv fp8`, `prune 40%`, `distill to MODEL`, `early_exit 30%`, `speculate MODEL \
        accept 80%`, `batch 64`, `cache 40%`. A technique's own fields stand in a block behind it; the card says \
        what each changes and what is known of the answers.
        """,
      example: [
        """
        s = deploy llama_3_1_8b on 1 H100 with prune 40% { accuracy: -1% }, batch 64 serving 2 requests/s {
          prompt: 900 tokens
          response: 250 tokens
          price: $2.60/hour
        }
        """,
        "s", ":set s.quantize = fp8",
      ]),
    HelpTopic(
      name: "scenarios", summary: "named sets of replaced cells",
      text: """
        A scenario replaces cells and fields. `:scenario NAME` computes all under it, `:scenario base` goes back, \
        `:compare` puts them side by side.
        """,
      example: [
        "assume users = 6k users", "bill = users * $3/user/month",
        "scenario spike { users = 20k users }",
        ":scenario spike", ":compare on bill",
      ]),
    HelpTopic(
      name: "sweeps", summary: "a figure over many values of a cell",
      text:
        "`sweep CELL in [ … ] show …`, or `from a to b in n steps`, with `log` for even ratios.",
      example: [
        "assume users = 6k users", "bill = users * $3/user/month",
        "sweep users in [1k users, 10k users, 100k users] show bill",
      ]),
    HelpTopic(
      name: "sensitivity", summary: "which assumptions drive a figure",
      text:
        "`sensitivity FIGURE` tells how much each assumption moves it, and how much of its spread it explains.",
      example: [
        "assume price = $2 to $3 per hour", "assume hours = 500 to 900 hours",
        "bill = price * hours",
        "sensitivity bill",
      ]),
    HelpTopic(
      name: "optimize", summary: "the best value of a cell",
      text: "`minimize FIGURE over CELL in [ … ] subject to CONDITION, …`; `maximize` likewise.",
      example: [
        "gpus = 8", "time = 1000 hours / gpus", "cost = $100 + gpus * $20",
        "minimize cost over gpus in [1, 2, 4, 8, 16] subject to time < 300 hours",
      ]),
    HelpTopic(
      name: "assert", summary: "budgets that are watched",
      text:
        "An assertion says what must hold; in a conversation it is asked again whenever a cell changes.",
      example: ["bill = $8k", #"assert bill < $10k "the team's budget""#, "bill = $12k"]),
    HelpTopic(
      name: "functions", summary: "your own, and lists",
      text: "`fn name(a, b: Money) = …` is called like those of `:list functions`.",
      example: [
        "fn yearly(a: Money/Time) = a * 1 year", "yearly($3k/month)",
        "sum([n ^ 2 for n in 1..10])",
      ]),
    HelpTopic(
      name: "plans", summary: "money over time",
      text:
        "A plan has lines that are paid once or monthly; its total, present value and break-even follow.",
      example: [
        """
        plan launch from 2027-01 for 12 months {
          setup: once $40k at 2027-01
          hosting: monthly $3k growing 5%/month
        }
        """,
        "launch.total",
      ]),
    HelpTopic(
      name: "explain", summary: "how a figure follows",
      text:
        "`:explain FIGURE` shows the formulas with names and with figures, down to assumptions and sources.",
      example: ["price = $2.60/hour", "bill = price * 8 * 1 month", ":explain bill"]),
  ]
}
