import AICLanguage

/// Measures what is promised, each as a ratio to a reference in the same run.
@main
struct Benchmark {
  private static let help = """
    aic-bench              all ratios; build everything first, with `swift build -c release`
    aic-bench catalogue    only what the catalogue adds to the start of a process: builds the same
                           program with empty tables into .build/empty-catalogue, which takes
                           minutes the first time, and runs the two in turns

    Run it from the folder of the package.
    """

  static func main() {
    switch CommandLine.arguments.dropFirst() {
    case []:
      Workload.measureAll()
      FrontEnd.measure()
      Startup.measure()
      CatalogueStartup.measure(isBuilding: false)
    case ["catalogue"]: CatalogueStartup.measure(isBuilding: true)
    default: print(help)
    }
  }
}

/// The least time of several runs, in seconds: what the machine can do when nothing disturbs it.
func leastTime(of runs: Int, _ body: () -> Void) -> Double {
  let clock = ContinuousClock()
  var least = Double.infinity
  for _ in 0..<runs {
    least = min(least, clock.measure(body).seconds)
  }
  return least
}

extension Double {
  /// The number with one digit after the point, for a table.
  var short: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }

  /// The number with two digits after the point.
  var hundredths: String {
    let all = Int((magnitude * 100).rounded())
    let sign = self < 0 && all > 0 ? "-" : ""
    return "\(sign)\(all / 100).\(all / 10 % 10)\(all % 10)"
  }
}
