import AICLanguage

/// Measures what is promised, each as a ratio to a reference in the same run.
@main
struct Benchmark {
  static func main() {
    Workload.measureAll()
    FrontEnd.measure()
    Startup.measure()
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
}
