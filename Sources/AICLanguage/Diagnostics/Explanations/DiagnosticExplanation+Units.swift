extension DiagnosticExplanation {
  /// Units and dimensions.
  static let units: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "units.unknown",
      """
      No unit has this name. aic knows SI and data units, time, currencies by their codes, and \
      counts such as `tokens`, `requests` and `users`. Use one of them, define your own with \
      `unit seat`, or write `*` where a cell of that name was meant.
      """,
      wrong: """
        size = 80 gigs
        """,
      mended: """
        size = 80 GB
        """),
    DiagnosticExplanation(
      "units.flops",
      """
      `FLOPs` is written for operations and for operations per second, and a figure of one \
      taken for the other is wrong by the length of the run. aic keeps them apart. Work is \
      `FLOP`, and a rate is `FLOP/s`.
      """,
      wrong: """
        peak = 989 TFLOPs
        """,
      mended: """
        peak = 989 TFLOP/s
        """),
    DiagnosticExplanation(
      "units.bits",
      """
      A small `b` may mean bits or bytes, which differ by eight. aic does not choose between \
      them. Write `Gbit` or `GB`.
      """,
      wrong: """
        link = 400 Gb/s
        """,
      mended: """
        link = 400 Gbit/s
        """),
    DiagnosticExplanation(
      "units.thousandth",
      """
      The prefix `m` means a thousandth, and only seconds take it here. On other units it is \
      nearly always a slip for `M`, a factor of a billion. Write `MW`, or the thousandth as a \
      number, `0.001 W`.
      """,
      wrong: """
        power = 5 mW
        """,
      mended: """
        power = 5 MW
        """),
    DiagnosticExplanation(
      "units.definition",
      """
      The name of this new unit is taken by another unit, or it cannot be a name of one. A \
      unit that changed its meaning within a file would mislead every reader of it. Choose \
      another name.
      """,
      wrong: """
        unit hour = 50 min
        """,
      mended: """
        unit lesson = 50 min
        """),
    DiagnosticExplanation(
      "units.scale",
      """
      A unit is a fixed amount: more than zero, and known before the run. An amount of zero, \
      or one that only the run finds out, cannot be divided by. Write an amount such as `unit \
      wafer = 300 chips`.
      """,
      wrong: """
        unit crate = 0 bytes
        """,
      mended: """
        unit crate = 500 GB
        """),
    DiagnosticExplanation(
      "units.expected",
      """
      The figure in this place must be of one dimension, and the one given is of another. A \
      price of a device, for one, is money per time, and a plain number does not say per what. \
      Write the unit; the help shows one that fits.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    2
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """),
    DiagnosticExplanation(
      "units.mismatch",
      """
      Two figures of different dimensions are added, subtracted or compared, such as money and \
      time. Their sum means nothing, so aic refuses it before anything is computed. Bring both \
      to one dimension: mostly one of them must be multiplied by a rate, such as a price per \
      hour.
      """,
      wrong: """
        training = $40k
        total    = training + 3 weeks
        """,
      mended: """
        training = $40k
        total    = training + 3 weeks * $120k/year
        """),
    DiagnosticExplanation(
      "units.in",
      """
      A figure is asked for in a unit of another dimension: an amount of data cannot be shown \
      in hours. `in` only changes how a figure is written, never what it is. Choose a unit of \
      the same dimension, or divide by a rate first.
      """,
      wrong: """
        show 80 GB in hours
        """,
      mended: """
        show 80 GB / (1 GB/s) in min
        """),
    DiagnosticExplanation(
      "units.data",
      """
      A training reads tokens or samples, and what stands after `on` is neither. A plain \
      number does not say which of the two it counts. Write the unit, such as `15T tokens` or \
      `1.2M samples`.
      """,
      wrong: """
        run = train llama_3_1_8b on 15B using 8 H100 at 40% mfu { price: $2/hour }
        """,
      mended: """
        run = train llama_3_1_8b on 15B tokens using 8 H100 at 40% mfu { price: $2/hour }
        """),
    DiagnosticExplanation(
      "units.exponent",
      """
      A figure with a unit is raised to a power that is not a simple fixed number. The \
      dimension of the result depends on the exponent, so it must be known before the run. \
      Write an exponent such as `2` or `1/2`, or divide by one of the unit first.
      """,
      wrong: """
        side = 3 bytes
        area = side ^ 0.123
        """,
      mended: """
        side = 3 bytes
        area = side ^ 2
        """),
    DiagnosticExplanation(
      "units.rounding",
      """
      Rounding needs something to count whole ones of, and a figure with a unit can be written \
      in many: 90 minutes are 1.5 hours. What rounds to a whole number in one unit does not in \
      another. Divide by one of the unit that is meant, round, and multiply again.
      """,
      wrong: """
        duration = 90 min
        billed   = ceil(duration)
        """,
      mended: """
        duration = 90 min
        billed   = ceil(duration / 1 hour) * 1 hour
        """),
    DiagnosticExplanation(
      "units.elements",
      """
      The values that a function such as `sum` or `max` puts together are not of one \
      dimension. Money and time have no sum and no greater one. Give it values of one \
      dimension.
      """,
      wrong: """
        total = sum([$3, 2 hours])
        """,
      mended: """
        total = sum([$3, 2 hours * $5/hour])
        """),
    DiagnosticExplanation(
      "units.replacement",
      """
      A cell is replaced, by a scenario or by `--set`, with a value of another kind or \
      dimension. Everything that follows from the cell was checked for its own dimension, so \
      another cannot take its place. Give the value with its unit.
      """,
      wrong: """
        assume price = $2/hour
        scenario dear { price = 3 }
        compare base, dear on price
        """,
      mended: """
        assume price = $2/hour
        scenario dear { price = $3/hour }
        compare base, dear on price
        """),
  ]
}
