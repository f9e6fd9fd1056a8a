import Catalogue
import Quantities

/// The files that a program imports, each read once.
///
/// A class because every recomputation of the program shares it.
final class Imports {
  let access: any FileAccess
  /// The number of the first imported file, for places in diagnostics.
  private let firstFile: Int
  private(set) var files: [SourceFile] = []
  private var trees: [String: SyntaxTree] = [:]
  private var tables: [String: Result<Table, TableError>] = [:]
  /// With all that is added anywhere in the program.
  private(set) var catalogue = Catalogue()
  private var additions: [String: Result<CatalogueAddition, CatalogueAdditionError>] = [:]

  init(_ access: any FileAccess, firstFile: Int) {
    self.access = access
    self.firstFile = firstFile
  }

  /// Scripts are no larger.
  private static let largest = 64 << 20

  /// The tree of a script.
  func tree(_ path: ImportedPath) throws(ImportRefusal) -> SyntaxTree {
    if let known = trees[path.id] { return known }
    let source = SourceFile(name: path.name, bytes: try bytes(path))
    let tree = parse(source, file: number(of: source))
    trees[path.id] = tree
    return tree
  }

  /// The table of a file, or what is wrong with it; the units are those of its headings.
  func table(
    _ path: ImportedPath, _ units: UnitTable
  ) throws(ImportRefusal) -> Result<Table, TableError> {
    if let known = tables[path.id] { return known }
    var reader = TableReader(units: units)
    var failure: TableError?
    try access.read(path) { piece in
      do throws(TableError) {
        try reader.read(piece)
        return true
      } catch {
        failure = error
        return false
      }
    }
    var result: Result<Table, TableError>
    if let failure {
      result = .failure(failure)
    } else {
      do throws(TableError) {
        result = .success(try reader.finish())
      } catch {
        result = .failure(error)
      }
    }
    tables[path.id] = result
    return result
  }

  /// The entries that a file adds to the catalogue, or what is wrong with them.
  func addition(
    _ path: ImportedPath, to catalogue: Catalogue
  ) throws(ImportRefusal) -> Result<CatalogueAddition, CatalogueAdditionError> {
    if let known = additions[path.id] { return known }
    let bytes = try bytes(path)
    let result: Result<CatalogueAddition, CatalogueAdditionError>
    do throws(CatalogueAdditionError) {
      let addition = try CatalogueAddition(file: path.name, bytes: bytes, to: catalogue)
      self.catalogue.add(addition)
      result = .success(addition)
    } catch {
      result = .failure(error)
    }
    additions[path.id] = result
    return result
  }

  private func bytes(_ path: ImportedPath) throws(ImportRefusal) -> [UInt8] {
    var bytes: [UInt8] = []
    try access.read(path) { piece in
      bytes += piece
      return bytes.count <= Imports.largest
    }
    return bytes
  }

  /// The number of a file that diagnostics point into.
  private func number(of source: SourceFile) -> Int {
    files.append(source)
    return firstFile + files.count - 1
  }
}

/// Another file, with its names.
struct Module {
  let name: String
  let names: [String: Checker.Binding]
}
