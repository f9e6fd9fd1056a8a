/// What the catalogue adds to the time that a process takes: `aic -e 1+1` with it and without it.
///
/// The program without it is the same source with empty tables, built on demand into a folder of its own.
enum CatalogueStartup {
  /// Of each of the two.
  private static let runs = 400
  /// In milliseconds.
  private static let most = 0.3

  private static let folder = ".build/empty-catalogue"
  private static let build = [
    "swift", "build", "-c", "release", "--product", "aic", "--scratch-path", folder,
    "-Xcc", "-DCCATALOGUE_EMPTY",
  ]

  /// - Parameter isBuilding: whether the program without a catalogue is built first: minutes when it never was.
  static func measure(isBuilding: Bool) {
    if isBuilding, ChildProcess(build) == nil {
      print("the catalogue: `\(build.joined(separator: " "))` failed")
      return
    }
    let whole = ["\(ChildProcess.folder)/aic", "-e", "1+1"]
    let empty = ["\(folder)/release/aic", "-e", "1+1"]
    guard let runs = inTurns(whole, empty) else {
      print("the catalogue: `aic-bench catalogue` builds the program without it and measures")
      return
    }
    let least = Pair(runs) { $0.map(\.seconds).min() ?? 0 }
    let median = Pair(runs) { $0.map(\.seconds).median }
    let work = Pair(runs) { $0.map(\.workSeconds).median }
    let isWithin = work.growth <= most
    print(
      """
      the catalogue: aic -e 1+1 with it and without it, \(CatalogueStartup.runs) runs of each in turns
        least time           \(least.text)
        median time          \(median.text)
        median of the work   \(work.text)
        the work, which other processes do not lengthen: \(isWithin ? "within" : "NOT WITHIN") \(most) ms
      """)
  }

  /// The runs of both, one after the other so that what else the machine does falls on both alike.
  private static func inTurns(
    _ whole: [String], _ empty: [String]
  ) -> (whole: [ChildProcess], empty: [ChildProcess])? {
    var all: (whole: [ChildProcess], empty: [ChildProcess]) = ([], [])
    for turn in 0..<runs {
      // Who comes first changes, as the second may find the machine warm.
      let isWholeFirst = turn.isMultiple(of: 2)
      guard let first = ChildProcess(isWholeFirst ? whole : empty),
        let second = ChildProcess(isWholeFirst ? empty : whole)
      else { return nil }
      all.whole.append(isWholeFirst ? first : second)
      all.empty.append(isWholeFirst ? second : first)
    }
    return all
  }

  /// A time of both in milliseconds.
  private struct Pair {
    let whole: Double
    let empty: Double

    init(
      _ runs: (whole: [ChildProcess], empty: [ChildProcess]), _ time: ([ChildProcess]) -> Double
    ) {
      whole = time(runs.whole) * 1e3
      empty = time(runs.empty) * 1e3
    }

    var growth: Double { whole - empty }

    var text: String {
      let sign = growth < 0 ? "" : "+"
      return "\(whole.hundredths) ms, \(empty.hundredths) ms: \(sign)\(growth.hundredths) ms, "
        + "\((whole / empty).hundredths) times"
    }
  }
}

extension [Double] {
  fileprivate var median: Double {
    let sorted = sorted()
    guard let middle = sorted.dropFirst(count / 2).first else { return 0 }
    return count.isMultiple(of: 2) ? (sorted[count / 2 - 1] + middle) / 2 : middle
  }
}
