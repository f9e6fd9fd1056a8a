/// Lines over one axis, for a terminal.
struct LineChart {
  struct Series {
    let name: String
    /// By place on the axis; nil where there is no value.
    let values: [Double?]
  }

  private let places: [Double]
  private let series: [Series]
  private let isLogX: Bool
  private let isLogY: Bool
  private let label: (Double) -> String
  private let ends: (String, String)

  private static let width = 52
  private static let height = 10

  /// A chart, where there is enough to draw: at least three places, and figures that differ.
  ///
  /// - Parameters:
  ///   - places: the values on the axis, in ascending or descending order.
  ///   - ends: what the first and the last of them are called.
  ///   - label: what a value of the lines is called.
  init?(
    places: [Double], ends: (String, String), series: [Series], label: @escaping (Double) -> String
  ) {
    let values = series.flatMap(\.values).compactMap { $0 }
    guard places.count >= 3, let low = values.min(), let high = values.max(), low < high,
      let first = places.first, let last = places.last, first != last
    else { return nil }
    self.places = places
    self.series = series
    self.label = label
    self.ends = ends
    isLogX = places.allSatisfy { $0 > 0 } && LineChart.isEvenInRatio(places)
    isLogY = low > 0 && high / low > 20
  }

  /// Whether the steps are nearer to even ratios than to even differences.
  private static func isEvenInRatio(_ places: [Double]) -> Bool {
    guard let first = places.first, let last = places.last else { return false }
    let middle = places[places.count / 2]
    let share = Double(places.count / 2) / Double(places.count - 1)
    let even = first + (last - first) * share
    return abs(middle - even) > abs(last - first) * 0.1
  }

  /// What the axes are, such as `log–log`; empty where both are plain.
  var scales: String {
    switch (isLogX, isLogY) {
    case (true, true): "log–log"
    case (true, false): "log across"
    case (false, true): "log upwards"
    case (false, false): ""
    }
  }

  var text: String {
    let values = series.flatMap(\.values).compactMap { $0 }
    guard let low = values.min(), let high = values.max(), let left = places.first,
      let right = places.last
    else { return "" }
    func x(_ place: Double) -> Double {
      LineChart.share(place, min(left, right), max(left, right), isLogX)
    }
    var canvas = BrailleCanvas(width: LineChart.width, height: LineChart.height)
    var labels = [String](repeating: "", count: LineChart.height)
    for line in series {
      var last: (x: Double, y: Double)?
      for (place, value) in zip(places, line.values) {
        let next = value.map { (x: x(place), y: LineChart.share($0, low, high, isLogY)) }
        if let last, let next {
          canvas.line(last, next)
        } else if let next {
          canvas.dot(next.x, next.y)
        }
        last = next
      }
      let end = line.values.last(where: { $0 != nil }) ?? nil
      let wanted = Int(
        ((1 - LineChart.share(end ?? low, low, high, isLogY)) * Double(LineChart.height - 1))
          .rounded())
      let rows = labels.indices.filter { labels[$0].isEmpty }
      if let row = rows.min(by: { abs($0 - wanted) < abs($1 - wanted) }) { labels[row] = line.name }
    }
    let (top, bottom) = (label(high), label(low))
    let margin = max(top.displayWidth, bottom.displayWidth)
    var text = ""
    for (index, row) in canvas.rows.enumerated() {
      let head = index == 0 ? top : index == LineChart.height - 1 ? bottom : ""
      let tail = labels[index].isEmpty ? "" : " " + labels[index]
      let line = "  " + head.rightAligned(to: margin) + " │" + row + tail
      text += String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }
    let gap = LineChart.width - ends.0.displayWidth - ends.1.displayWidth
    let edge = String(repeating: " ", count: margin + 2)
    return text + edge + " └" + String(repeating: "─", count: LineChart.width) + "\n" + edge + "  "
      + ends.0 + String(repeating: " ", count: max(1, gap)) + ends.1 + "\n"
  }

  private static func share(_ value: Double, _ low: Double, _ high: Double, _ isLog: Bool) -> Double
  {
    guard high > low else { return 0 }
    return isLog ? log2(value / low) / log2(high / low) : (value - low) / (high - low)
  }

  /// The logarithm to base 2, to the accuracy of a dot.
  private static func log2(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    var fraction = value.significand
    var result = Double(value.exponent)
    var bit = 0.5
    while bit > 1e-6 {
      fraction *= fraction
      if fraction >= 2 {
        fraction /= 2
        result += bit
      }
      bit /= 2
    }
    return result
  }
}
