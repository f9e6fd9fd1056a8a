extension DiagnosticExplanation {
  /// Prices of the catalogue.
  static let prices: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "prices.provider",
      """
      A provider's name alone has no price: it sells many things. Name one of them behind a dot, an \
      instance or a model, as `aic catalog price NAME` lists them.
      """,
      wrong: """
        show aws
        """,
      mended: """
        show aws.p5_48xlarge
        """),
    DiagnosticExplanation(
      "prices.instance",
      """
      The catalogue knows the provider, and has no price of this name. Names are written as the \
      provider writes them, with `_` for `.`, `-` and blanks. `aic catalog price NAME` lists them; a price \
      that is not there can be stated as an assumption with its source.
      """,
      wrong: """
        show aws.p5_48large
        """,
      mended: """
        show aws.p5_48xlarge
        """),
    DiagnosticExplanation(
      "prices.region",
      """
      The catalogue has prices of this instance, and none in this region on these terms. It never takes \
      another region's silently. Name a region that it has, or none for the first of the price list.
      """,
      wrong: """
        show aws.p5_48xlarge.us_south_1
        """,
      mended: """
        show aws.p5_48xlarge.us_east_1
        """),
    DiagnosticExplanation(
      "prices.commitment",
      """
      The catalogue has no price of this instance on these terms: on-demand, spot, reserved for one or \
      three years, or as a capacity block. Without terms the on-demand price is meant. Write terms that it has.
      """,
      wrong: """
        show aws.p5e_48xlarge
        """,
      mended: """
        show aws.p5e_48xlarge.capacity_block
        """),
    DiagnosticExplanation(
      "prices.terms",
      """
      A price is of one region and of one commitment, and here a second one follows. An unknown word is \
      read as a region. Keep one of each.
      """,
      wrong: """
        show aws.p5_48xlarge.spot.on_demand
        """,
      mended: """
        show aws.p5_48xlarge.on_demand
        """),
    DiagnosticExplanation(
      "prices.date",
      """
      The catalogue's first price is of a later date than the one that is asked for. What something cost \
      before is not known, and no later price stands in for it. Ask for a later date, or state the price \
      with its source.
      """,
      wrong: """
        show aws.p5_48xlarge as of 2020
        """,
      mended: """
        show aws.p5_48xlarge as of 2024-06
        """),
    DiagnosticExplanation(
      "prices.devices",
      """
      The price of an instance is that of one device times their number, and this number is not known; or \
      the price is that of a device, and no instance is sold. With `.instance` the price is that of the \
      whole instance.
      """,
      wrong: """
        show aws.p2_8xlarge
        """,
      mended: """
        show aws.p2_8xlarge.instance / 8
        """),
    DiagnosticExplanation(
      "prices.spot",
      """
      A spot price in an imported price list is over the on-demand price of the same instance. Nobody pays \
      more for what may be taken away, so that two columns have probably been exchanged. Look at the line.
      """,
      files: [
        SourceFile(
          name: "dear.csv",
          text:
            "InstanceType,AcceleratorCount,Price,SpotPrice,Region\np5.48xlarge,8,11,55,us-east-1\n"),
        SourceFile(
          name: "list.csv",
          text:
            "InstanceType,AcceleratorCount,Price,SpotPrice,Region\np5.48xlarge,8,55,11,us-east-1\n"),
      ],
      wrong: """
        import "dear.csv" as sky
        """,
      mended: """
        import "list.csv" as sky
        """),
  ]
}
