import ArgumentParser
import Catalogue
import FoundationEssentials

/// Makes the package's data from a folder of raw tables: reads, converts, checks, then writes.
@main
struct MakeCatalogue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aic-catalogue",
    abstract: "Make the embedded data from a folder of raw tables.",
    discussion: """
      Run it at the root of the package. The tables model-structure.csv, model-aliases.csv, \
      accelerator-achievable.csv and billed-gigabytes.csv of the package are joined in; nothing \
      is written unless every row passes the check.
      """)

  @Argument(
    help: "The folder with accelerators.csv, models.csv and the tables of prices and energy.")
  var folder: String

  private static let package = "Sources/CCatalogue/data/"

  func run() throws {
    let accelerators = try Conversion.accelerators(
      read(folder + "/accelerators.csv"),
      achievable: read(Self.package + "accelerator-achievable.csv"))
    let models = try Conversion.models(
      read(folder + "/models.csv"),
      structure: read(Self.package + "model-structure.csv"),
      aliases: read(Self.package + "model-aliases.csv"))

    let sheets: [(Catalogue.Kind, Sheet)] = try [
      (.accelerator, accelerators), (.model, models),
      (.price, Conversion.cloudPrices(read(folder + "/cloud_prices.csv"))),
      (.pastPrice, Conversion.pastPrices(read(folder + "/historical_prices.csv"))),
      (.api, Conversion.tokenPrices(read(folder + "/token_prices.csv"))),
      (.energy, Conversion.energy(read(folder + "/energy.csv"))),
      (
        .storage,
        Conversion.storagePrices(
          read(folder + "/storage_network_prices.csv"),
          gigabytes: read(Self.package + "billed-gigabytes.csv"))
      ),
      (.convention, Conversion.conventions(read(folder + "/conventions.csv"))),
    ]
    let files = sheets.map { kind, sheet in
      (kind: kind, path: Self.package + kind.file, bytes: Array(sheet.csv.utf8))
    }
    let problems = files.flatMap { file in
      CatalogueCheck(file.kind, file: file.path, bytes: file.bytes.span).problems
    }
    for problem in problems { print(problem) }
    guard problems.isEmpty else { throw ExitCode.failure }
    for file in files {
      try Data(file.bytes).write(to: URL(filePath: file.path), options: .atomic)
      print("wrote \(file.path)")
    }
  }

  private func read(_ path: String) throws -> Sheet {
    do {
      return try Sheet(csv: Array(Data(contentsOf: URL(filePath: path))))
    } catch let error as CSVError {
      throw Failure(message: "\(path):\(error.position.line):\(error.position.column): \(error)")
    } catch {
      throw Failure(message: "\(path) cannot be read")
    }
  }

  private struct Failure: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
  }
}
