extension DiagnosticExplanation {
  /// Owned devices, and the terms that others are rented on.
  static let ownership: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "ownership.hardware",
      """
      `own { … }` alone is a price: it is of the devices of the thing that it stands in. A cell of its own \
      must say what is owned, so name the hardware.
      """,
      wrong: """
        fleet = own { life: 4 years, utilization: 80% }
        show fleet.price
        """,
      mended: """
        fleet = own H100 { life: 4 years, utilization: 80% }
        show fleet.price
        """),
    DiagnosticExplanation(
      "ownership.purchase",
      """
      What owning costs begins with what was paid. The hardware has no `purchase`, so give one, of one \
      device alone: server and network are added as shares of it.
      """,
      wrong: """
        hardware box { memory: 80 GB, power: 700 W }
        fleet = own box { life: 4 years }
        show fleet.price
        """,
      mended: """
        hardware box { memory: 80 GB, power: 700 W }
        fleet = own box { life: 4 years, purchase: $30k }
        show fleet.price
        """),
    DiagnosticExplanation(
      "hardware.power",
      """
      Electricity and space that are priced by power need the `power` of a device. The hardware has none, \
      so give it, as its data sheet has it.
      """,
      wrong: """
        hardware box { memory: 80 GB, purchase: $30k }
        fleet = own box { electricity: $0.08/kWh }
        show fleet.price
        """,
      mended: """
        hardware box { memory: 80 GB, purchase: $30k, power: 700 W }
        fleet = own box { electricity: $0.08/kWh }
        show fleet.price
        """),
    DiagnosticExplanation(
      "hardware.node",
      """
      `rent: nodes` rounds the devices up to whole nodes. How many devices a node has is not known, so give \
      the hardware a `node`.
      """,
      wrong: """
        hardware box { memory: 80 GB, peak: { bf16: 1000 TFLOP/s }, price: $2/hour }
        run = train llama_3_1_8b on 1T tokens using 60 box at 40% mfu { rent: nodes }
        show run.cost
        """,
      mended: """
        hardware box { memory: 80 GB, peak: { bf16: 1000 TFLOP/s }, price: $2/hour, node: 8 }
        run = train llama_3_1_8b on 1T tokens using 60 box at 40% mfu { rent: nodes }
        show run.cost
        """),
    DiagnosticExplanation(
      "ownership.wacc",
      """
      An annuity repays what was paid together with the cost of capital, so it needs one. Give `wacc`, \
      which may be 0%, or choose a `method` without it.
      """,
      wrong: """
        fleet = own H100 { method: annuity }
        show fleet.price
        """,
      mended: """
        fleet = own H100 { method: annuity, wacc: 10% }
        show fleet.price
        """),
    DiagnosticExplanation(
      "ownership.year",
      """
      `year` chooses one year of the life, counted from 1. After the life nothing is left to charge. Give a \
      year of it, or leave `year` out for the average of all.
      """,
      wrong: """
        fleet = own H100 { life: 4 years, method: declining, year: 6 }
        show fleet.price
        """,
      mended: """
        fleet = own H100 { life: 4 years, method: declining, year: 2 }
        show fleet.price
        """),
    DiagnosticExplanation(
      "ownership.breakeven",
      """
      Owning is compared with the `rent` of such a device. Here it costs more than renting would at the \
      `utilization` that is given, or even if the device were in use all the time it is up. Figures stand, and the \
      choice is clear.
      """,
      wrong: """
        fleet = own H100 { life: 3 years, rent: $0.80/hour }
        show fleet.price
        """,
      mended: """
        fleet = own H100 { life: 5 years, rent: $2.50/hour }
        show fleet.price
        """),
    DiagnosticExplanation(
      "ownership.electricity",
      """
      Electricity is priced inside of `own { … }`, so that a price of electricity beside it would charge it \
      twice. Say it in one of the two places.
      """,
      wrong: """
        run = train llama_3_1_8b on 1T tokens using 64 H100 at 40% mfu {
          price: own { life: 4 years, electricity: $0.10/kWh }
          electricity: $0.08/kWh
        }
        show run.cost
        """,
      mended: """
        run = train llama_3_1_8b on 1T tokens using 64 H100 at 40% mfu {
          price: own { life: 4 years, electricity: $0.08/kWh }
        }
        show run.cost
        """),
    DiagnosticExplanation(
      "ownership.terms",
      """
      Spot and reservations are terms that devices are rented on. Owned devices are on none of them. Leave \
      the technique out, or give a rent as the price.
      """,
      wrong: """
        run = train llama_3_1_8b on 1T tokens using 64 H100 at 40% mfu
              with spot 60% off { price: own { life: 4 years } }
        show run.cost
        """,
      mended: """
        run = train llama_3_1_8b on 1T tokens using 64 H100 at 40% mfu {
          price: own { life: 4 years }
        }
        show run.cost
        """),
    DiagnosticExplanation(
      "terms.both",
      """
      Devices are rented on demand, on spot or reserved for a term, on one of these terms at a time. Leave \
      one of the two out.
      """,
      wrong: """
        run = train llama_3_1_8b on 1T tokens using 64 H100 at 40% mfu
              with spot 60% off, reserve 1 year { price: $3/hour }
        show run.cost
        """,
      mended: """
        run = train llama_3_1_8b on 1T tokens using 64 H100 at 40% mfu
              with spot 60% off { price: $3/hour }
        show run.cost
        """),
    DiagnosticExplanation(
      "terms.discount",
      """
      The usual discounts that are known are those of one year and of three. For a shorter term there is \
      none, so say what the provider takes off.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with reserve 6 months
              serving 30 requests/s { prompt: 500 tokens, response: 100 tokens, price: $3/hour }
        show run.cost
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with reserve 6 months { discount: 60% }
              serving 30 requests/s { prompt: 500 tokens, response: 100 tokens, price: $3/hour }
        show run.cost
        """),
    DiagnosticExplanation(
      "terms.price",
      """
      The price is one for spot or for a reservation, as the provider lists it. `spot` and `reserve` take \
      their share off the on-demand price, so that here it is taken off twice. Give the on-demand price, or \
      take nothing off: `spot: 0%` still counts what is taken away.
      """,
      wrong: """
        run = train llama_3_1_8b on 1T tokens using 64 H100 at 40% mfu with spot 60% off {
          price: aws.p5_48xlarge.spot as of 2026-08
        }
        show run.cost
        """,
      mended: """
        run = train llama_3_1_8b on 1T tokens using 64 H100 at 40% mfu with spot 0% off {
          price: aws.p5_48xlarge.spot as of 2026-08
        }
        show run.cost
        """),
    DiagnosticExplanation(
      "terms.bundle",
      """
      The price is that of one device of an instance, which is only sold whole. The run takes a number of \
      devices that is no multiple of it, so that some are paid for and not counted. Write `rent: nodes`.
      """,
      wrong: """
        run = train llama_3_1_8b on 1T tokens using 60 H100 at 40% mfu {
          price: aws.p5_48xlarge as of 2026-08
        }
        show run.cost
        """,
      mended: """
        run = train llama_3_1_8b on 1T tokens using 60 H100 at 40% mfu {
          price: aws.p5_48xlarge as of 2026-08
          rent:  nodes
        }
        show run.cost
        """),
    DiagnosticExplanation(
      "training.checkpoint",
      """
      A run that stops must save its state in time. Here a checkpoint takes so long, against the time \
      between stops, that no interval between checkpoints makes any headway. Save faster, or stop less often.
      """,
      wrong: """
        run = train llama_3_1_8b on 1T tokens using 4096 H100 at 40% mfu {
          price:      $2/hour
          failures:   1000 GPU-hours
          checkpoint: 30 min
        }
        show run.cost
        """,
      mended: """
        run = train llama_3_1_8b on 1T tokens using 4096 H100 at 40% mfu {
          price:      $2/hour
          failures:   50_000 GPU-hours
          checkpoint: 1 min
        }
        show run.cost
        """),
    DiagnosticExplanation(
      "training.interruptions",
      """
      More than half of the time is lost to failures, checkpoints and work that is done again. The formula \
      is of first order, so that so large a loss is only roughly known. Save faster, or stop less often.
      """,
      wrong: """
        run = train llama_3_1_8b on 1T tokens using 4096 H100 at 40% mfu {
          price:      $2/hour
          failures:   1000 GPU-hours
          checkpoint: 1 min
        }
        show run.cost
        """,
      mended: """
        run = train llama_3_1_8b on 1T tokens using 4096 H100 at 40% mfu {
          price:      $2/hour
          failures:   50_000 GPU-hours
          checkpoint: 1 min
        }
        show run.cost
        """),
    DiagnosticExplanation(
      "training.spot",
      """
      Devices on spot are cheaper by the hour, and are taken away now and then. Here what is done again \
      costs more than the discount saves. Rent on demand, or save faster.
      """,
      wrong: """
        run = train llama_3_1_8b on 1T tokens using 64 H100 at 40% mfu
              with spot 10% off { interruptions: 0.5/hour } { price: $3/hour }
        show run.cost
        """,
      mended: """
        run = train llama_3_1_8b on 1T tokens using 64 H100 at 40% mfu
              with spot 60% off { interruptions: 0.1/hour } { price: $3/hour }
        show run.cost
        """),
    DiagnosticExplanation(
      "training.reserve",
      """
      A reservation is paid to the end of its term. The run ends before that, and its cost is that of its \
      own hours alone. Count the rest where the devices are used, or rent on demand.
      """,
      wrong: """
        run = train llama_3_1_8b on 1T tokens using 64 H100 at 40% mfu
              with reserve 1 year { price: $3/hour }
        show run.cost
        """,
      mended: """
        run = train llama_3_1_8b on 1T tokens using 64 H100 at 40% mfu { price: $3/hour }
        show run.cost
        """),
    DiagnosticExplanation(
      "deployment.spot",
      """
      Replicas on spot are cheaper by the hour, and are away for a part of it. Here that costs more than \
      the discount saves. Rent on demand.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with spot 5% off { interruptions: 1/hour }
              serving 15 requests/s { prompt: 500 tokens, response: 100 tokens, price: $3/hour }
        show run.cost
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with spot 60% off
              serving 15 requests/s { prompt: 500 tokens, response: 100 tokens, price: $3/hour }
        show run.cost
        """),
    DiagnosticExplanation(
      "deployment.reserve",
      """
      Reserved devices are paid for whether they are used or not. They are used for a smaller share of the \
      time than that from which reserving is cheaper than renting on demand. Reserve fewer, or none.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with reserve 1 year
              serving 1 requests/s { prompt: 500 tokens, response: 100 tokens, price: $3/hour }
        show run.cost
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100
              serving 1 requests/s { prompt: 500 tokens, response: 100 tokens, price: $3/hour }
        show run.cost
        """),
  ]
}
