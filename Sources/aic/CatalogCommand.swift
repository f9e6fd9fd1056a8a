import AICLanguage
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

      Your own entries stand before those of the same name, here and in a script that says \
      import "ours.csv" as catalogue. A table has the headings of one of the catalogue's, with their units, \
      and needs no more of them than:

      accelerator   name, vendor, class, year, and figures such as memory [GB], bandwidth [GB/s], \
      peak_bf16 [TFLOP/s], power [W], link_bandwidth [GB/s], devices_per_node
      model         name, family, architecture, modality, and figures such as params [billion], layers, \
      hidden, heads
      price         provider, name, instance, region, basis, devices, accelerator, on_demand [USD/hour]
      past price    provider, name, instance, commitment, unit, price [USD]
      api           provider, name, model, input [USD/million tokens], output [USD/million tokens]

      source, as_of, kind and checked may be left out: the source is then the line of the file, without \
      a date. aic catalog --format json NAME shows all headings.
      """)

  @Option(
    name: .customLong("with"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Add the entries of a table in the form of one of the catalogue's; again for another.",
      valueName: "file"))
  var additions: [String] = []

  @Argument(help: "What to look for; nothing lists the kinds.")
  var words: [String] = []

  @Option(help: "How the entries are laid out: text, json, csv or markdown.")
  var format: ListFormat = .text

  @Option(help: "When to use colours: auto, always or never. NO_COLOR is respected.")
  var color: ColorChoice = .auto

  func run() throws {
    let catalogue = try catalogue()
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

  /// The catalogue with the tables that were named.
  private func catalogue() throws(ExitCode) -> Catalogue {
    var catalogue = Catalogue()
    for name in additions {
      let file = try read(name)
      do throws(CatalogueAdditionError) {
        catalogue.add(try CatalogueAddition(file: file.name, bytes: file.bytes, to: catalogue))
      } catch {
        let lines = error.problems.map { "\($0)\n" } + [error.help.map { "  \($0)\n" } ?? ""]
        try Console.writeError(lines.joined())
        throw ExitStatus.scriptHasErrors
      }
    }
    return catalogue
  }

  private func read(_ name: String) throws(ExitCode) -> SourceFile {
    do throws(UnreadableFile) {
      return try InputFile.read(name)
    } catch {
      try Console.writeError("aic: cannot read \(error.name): \(error.reason)\n")
      throw ExitStatus.fileUnreadable
    }
  }
}
