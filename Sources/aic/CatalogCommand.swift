import AICReport
import ArgumentParser
import Catalogue

/// Searches the facts that come with the program.
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: "Search hardware, models, prices and energy; one entry is shown whole.",
    discussion: """
      Every word must fit: a part of a name, a vendor or provider, a region, a kind (accelerator, gpu, \
      model, price, past, api, energy, storage, convention), a year, or a price such as '<$3'.

      aic catalog H100                 what is known of it, and who rents it out
      aic catalog gpu 2024             the GPUs of a year
      aic catalog price h100 '<$3'     offers under $3 a device-hour
      aic catalog aws.p5_48xlarge      one instance: every region, today and before
      """)

  @Argument(help: "What to look for; nothing lists the kinds.")
  var words: [String] = []

  @Option(help: "How the entries are laid out: text, json, csv or markdown.")
  var format: ListFormat = .text

  @Option(help: "When to use colours: auto, always or never. NO_COLOR is respected.")
  var color: ColorChoice = .auto

  func run() throws {
    let catalogue = Catalogue()
    if words.isEmpty, format == .text {
      for kind in Catalogue.Kind.allCases {
        let count = String(catalogue.entries(of: kind).count)
        let blanks = String(repeating: " ", count: max(1, 6 - count.utf8.count))
        try Console.write("\(blanks)\(count)  \(kind.rawValue)\n")
      }
      return
    }
    let hits = catalogue.search(words)
    let report = CatalogueReport(hits, palette: Console.palette(color, 1))
    switch format {
    case .text: try Console.write(report.text)
    case .json: try Console.write(report.json)
    case .csv: try Console.write(report.csv)
    case .markdown: try Console.write(report.markdown)
    }
    guard hits.entries.isEmpty else { return }
    let near = hits.suggestions
    let advice = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
    try Console.writeError(
      "aic: the catalogue has nothing for '\(words.joined(separator: " "))'\(advice)\n")
    throw ExitStatus.nothingFound
  }
}
