/// A canvas of dots: each character of a terminal holds two columns of four.
struct BrailleCanvas {
  let width: Int
  let height: Int
  private var cells: [UInt8]

  /// - Parameters: in characters.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = Array(repeating: 0, count: width * height)
  }

  /// The bits of a Braille pattern by row and column (Unicode 16, chapter 21.1).
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// Sets the dot nearest to a place, each coordinate a share of the whole from 0 to 1, from the lower left.
  mutating func dot(_ x: Double, _ y: Double) {
    guard x >= 0, x <= 1, y >= 0, y <= 1 else { return }
    let column = Int((x * Double(2 * width - 1)).rounded())
    let row = Int(((1 - y) * Double(4 * height - 1)).rounded())
    cells[row / 4 * width + column / 2] |= BrailleCanvas.bits[row % 4][column % 2]
  }

  /// A straight line between two places.
  mutating func line(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) {
    let steps = max(abs(to.x - from.x) * Double(2 * width), abs(to.y - from.y) * Double(4 * height))
    let count = max(1, Int(steps.rounded(.up)))
    for step in 0...count {
      let share = Double(step) / Double(count)
      dot(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
    }
  }

  /// The rows from the top.
  var rows: [String] {
    (0..<height).map { row in
      String(
        String.UnicodeScalarView(
          cells[row * width..<(row + 1) * width].compactMap {
            $0 == 0 ? " " : Unicode.Scalar(0x2800 + UInt32($0))
          }))
    }
  }
}
