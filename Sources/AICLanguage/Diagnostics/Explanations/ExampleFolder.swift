/// The files of an example, which is in no folder of a disk.
struct ExampleFolder: FileAccess {
  let files: [SourceFile]

  func resolve(_ path: String, from importer: ImportedPath?) throws(ImportRefusal) -> ImportedPath {
    if path.hasPrefix("../") {
      throw ImportRefusal(.outside, "`\(path)` leads out of the script's folder")
    }
    if files.contains(where: { $0.name.hasPrefix(path + "/") }) {
      throw ImportRefusal(.unreadable, "`\(path)` is not a file")
    }
    guard files.contains(where: { $0.name == path }) else {
      throw ImportRefusal(.missing, "there is no file `\(path)` here")
    }
    return ImportedPath(id: path, name: path)
  }

  func read(_ path: ImportedPath, _ piece: ([UInt8]) -> Bool) throws(ImportRefusal) {
    for file in files where file.name == path.id { _ = piece(file.bytes) }
  }
}
