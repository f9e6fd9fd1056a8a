import AICLanguage
import CostEngine

extension Workload {
  private static let runs = 5

  static func measureAll() {
    // First of all: a process that is just started counts the memory of the one that starts it as its own.
    let processes = all.map { $0.process(samples: $0.samples, runs: runs) }
    let most = 100_000_000
    let long = all[0].process(samples: most, runs: 1)
    for (workload, process) in zip(all, processes) {
      workload.measure()
      guard let process else {
        print("  whole process: build everything first, with `swift build -c release`")
        continue
      }
      let (time, peak) = ((process.seconds * 1e3).short, process.peakMebibytes.short)
      print("  whole process: \(time) ms, \(peak) MiB (wanted: at most 100)")
    }
    if let long {
      print("W1 with \(most) samples: \(long.seconds.short) s, \(long.peakMebibytes.short) MiB")
    }
  }

  private var path: String { "examples/workloads/\(name).aic" }

  private func measure() {
    guard let bytes = try? ExampleFile.read(path) else {
      print("\(title): run this from the folder that holds \(path)")
      return
    }
    let all = Execution().threads
    let peers = numpy
    print("\(title): \(count) \(isSampled ? "samples" : "points")")
    for threads in Set([1, all]).sorted() {
      var times = Times()
      var found: [Double] = []
      // In turns, so that what else the machine does falls on all alike.
      for _ in 0..<Workload.runs {
        times.reference = min(
          times.reference, leastTime(of: 1) { check(reference(count, threads), "the C program") })
        times.run = min(times.run, leastTime(of: 1) { found = run(bytes, count, threads) })
        times.rest = min(times.rest, leastTime(of: 1) { _ = run(bytes, 1, threads) })
      }
      check(found, path)
      report(times, threads, peers)
    }
    report(peers)
  }

  /// The least times in seconds.
  private struct Times {
    var reference = Double.infinity
    /// The whole script, and one with a single sample or point of each axis.
    var run = Double.infinity
    var rest = Double.infinity
  }

  /// The script in this process; with a count of 1 what it takes besides its samples or points.
  private func run(_ bytes: [UInt8], _ count: Int, _ threads: Int) -> [Double] {
    var bytes = bytes
    if !isSampled, count == 1 {
      bytes = Array(
        String(decoding: bytes, as: UTF8.self).replacing("64 steps", with: "2 steps").utf8)
    }
    let sampling = Sampling(samples: samples.map { _ in count } ?? 1, seed: 1)
    return Script(
      SourceFile(name: path, bytes: bytes), sampling: sampling,
      execution: Execution(threads: threads)
    ).run().figures
  }

  private func check(_ figures: [Double], _ who: String) {
    if !isExpected(figures) { print("  \(who) DOES NOT AGREE: \(figures), expected \(expected)") }
  }

  private func report(_ times: Times, _ threads: Int, _ peers: [Peer]) {
    let millions = Double(count) / 1e6
    let own = max(times.run - times.rest, 1e-9)
    let reading = (times.rest * 1e3).short
    // Each without and with what a run takes besides its samples or points.
    func both(_ ratio: (Double) -> String) -> String {
      "\(ratio(own)), \(ratio(times.run)) with reading"
    }
    let ofReference = both { ($0 / times.reference).hundredths }
    print("  \(threads) thread\(threads == 1 ? "" : "s"), million a second")
    print("    aic            \(both { (millions / $0).short }) and checking (\(reading) ms)")
    print("    C reference    \((millions / times.reference).short)")
    print("    times its time \(ofReference) (wanted: at most \(mostOfReference.hundredths))")
    if let best = peers.map(\.seconds).min() {
      let ofNumpy = both { (best / $0).short }
      print("    times numpy    \(ofNumpy) (wanted: at least \(leastOfNumpy.short))")
    }
  }

  private func report(_ peers: [Peer]) {
    for peer in peers {
      print("  numpy, \(peer.name): \((Double(count) / 1e6 / peer.seconds).short) million a second")
    }
    if peers.isEmpty { print("  numpy: no python3 with numpy is here") }
  }

  // MARK: - Other processes

  private struct Peer {
    let name: String
    let seconds: Double
  }

  /// The same with numpy, in every way; none where there is no numpy.
  private var numpy: [Peer] {
    ways.compactMap { name, way in
      let words = [
        "python3", "Sources/aic-bench/Peer/workloads.py", self.name, "\(count)", "\(way)",
      ]
      let numbers = ChildProcess(words, isQuiet: true)?.output.split(whereSeparator: \.isWhitespace)
        .compactMap { Double($0) }
      guard let numbers, let seconds = numbers.first else { return nil }
      let figures = numbers.dropFirst(isSampled ? 1 : 2).prefix(expected.count)
      check(Array(figures), "numpy, \(name),")
      return Peer(name: name, seconds: seconds)
    }
  }

  /// The fastest of some runs of `aic` itself; nil where it is not built.
  private func process(samples: Int?, runs: Int) -> ChildProcess? {
    let words =
      ["\(ChildProcess.folder)/aic", path] + (samples.map { ["--samples", "\($0)"] } ?? [])
    return (0..<runs).compactMap { _ in ChildProcess(words) }.min { $0.seconds < $1.seconds }
  }
}
