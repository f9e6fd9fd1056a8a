/// How long whole processes take, beside a Swift program that only prints.
enum Startup {
  private static let runs = 60

  static func measure() {
    let folder = ChildProcess.folder
    let baseline = time(of: ["\(folder)/startup-baseline"])
    let expression = time(of: ["\(folder)/aic", "-e", "1+1"])
    let certain = time(of: ["\(folder)/aic", "examples/llama-3.1-8b.aic"])
    let uncertain = time(of: ["\(folder)/aic", "examples/first.aic"])
    guard let baseline, let expression, let certain, let uncertain else {
      print("start-up: build everything first, with `swift build -c release`")
      return
    }
    print(
      """
      start-up, the least of \(runs) runs
        a program that prints    \((baseline * 1e3).short) ms
        aic -e 1+1               \((expression * 1e3).short) ms, \(((expression - baseline) * 1e3).short) more (wanted: at most 2)
        aic examples/llama-3.1-8b.aic, where nothing is uncertain
                                 \((certain * 1e3).short) ms, \(((certain - expression) * 1e3).short) more than that (wanted: at most 5)
        aic examples/first.aic, with a sweep of 40 points, each of 16,384 samples
                                 \((uncertain * 1e3).short) ms
      """)
  }

  /// The least time of a command; nil where it could not be run or failed.
  private static func time(of words: [String]) -> Double? {
    var least: Double?
    for _ in 0..<runs {
      guard let process = ChildProcess(words) else { return nil }
      least = min(least ?? .infinity, process.seconds)
    }
    return least
  }
}
