extension DiagnosticExplanation {
  /// Figures of the catalogue by name.
  static let figures: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "figures.family",
      """
      The name stands for a family of figures of the catalogue, such as the carbon of grids, and \
      not for one of them. Name one behind a dot; `aic catalog grid` lists them.
      """,
      wrong: """
        show grid
        """,
      mended: """
        show grid.france
        """),
    DiagnosticExplanation(
      "figures.unknown",
      """
      The catalogue has figures of this family, and none of this name. Countries go by their \
      English names, states of the USA with `us_` before them, regions of clouds behind their \
      provider. `aic catalog NAME` shows what to write; a figure that is not there can be stated \
      as an assumption with its source.
      """,
      wrong: """
        show grid.germny
        """,
      mended: """
        show grid.germany
        """),
  ]
}
