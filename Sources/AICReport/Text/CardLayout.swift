import AICLanguage
import Quantities

/// One thing with its figures, laid out for 80 columns: the answer first, then what explains it.
struct CardLayout {
  private let card: Card
  private let palette: Palette

  private static let width = 78
  private static let labelWidth = 16
  private static let valueWidth = 20

  /// Whether the defaults are told without their sources.
  private let isBrief: Bool

  init(_ card: Card, palette: Palette, isBrief: Bool = false) {
    self.card = card
    self.palette = palette
    self.isBrief = isBrief
  }

  var text: String {
    let rule = String(repeating: "─", count: CardLayout.width)
    // A thing shown without a name of its own is named by its text, which may be any length.
    let name = card.name.displayWidth > 24 ? "" : palette(card.name, .strong) + "   "
    let room = CardLayout.width - (name.isEmpty ? 0 : card.name.displayWidth + 3)
    let subject = card.subject.wrapped(to: room).joined(separator: "\n  ")
    var text = name + subject + "\n" + palette(rule, .faint) + "\n"
    for row in rows { text += line(row) }
    text += breakdown
    for tradeoff in card.tradeoffs { text += lines(tradeoff) }
    for note in card.notes {
      let isSource = card.kind == .hardware || card.kind == .model
      let head = isSource ? "  source: " : "  note: "
      let indent = String(repeating: " ", count: head.count)
      for (index, line) in note.wrapped(to: CardLayout.width - head.count).enumerated() {
        text += palette((index == 0 ? head : indent) + line, .faint) + "\n"
      }
    }
    return text + defaults
  }

  // MARK: - Rows

  /// A label, a figure, and what is to be said of it.
  private struct Row {
    let label: String
    let value: String
    let remark: String
  }

  private var rows: [Row] {
    switch card.kind {
    case .deployment, .api: deploymentRows
    case .training: trainingRows
    case .ownership: ownershipRows
    case .dataset: datasetRows
    case .team: row("cost", "cost")
    case .model, .hardware:
      card.figures.map { Row(label: $0.name, value: $0.figure.text, remark: "") }
    }
  }

  private func row(_ label: String, _ figure: String, _ remark: String = "") -> [Row] {
    card[figure].map { figure in
      let interval = figure.interval.map { "90%: \($0)" }
      let remarks = [interval, remark.isEmpty ? nil : remark].compactMap { $0 }
      return [Row(label: label, value: figure.text, remark: remarks.joined(separator: " · "))]
    } ?? []
  }

  private func text(_ figure: String) -> String? { card[figure]?.text }

  private var deploymentRows: [Row] {
    let isBought = card.kind == .api
    let used = text("utilization").map { "used basis (\($0) utilised)" } ?? "used basis"
    let percentile = { (name: String) in text(name).map { "p95 \($0)" } ?? "" }
    var rows = row("cost", "cost", isBought ? "" : "provisioned")
    rows += row("", "cost_used", used)
    rows += row("per token", "cost_per_token", split)
    rows += row("per request", "cost_per_request")
    rows += row("distillation", "distillation", text("payback").map { "saved in \($0)" } ?? "")
    rows += row("ttft", "ttft", percentile("ttft.p95"))
    rows += row("tpot", "tpot", percentile("tpot.p95"))
    rows += row("latency", "latency", percentile("latency.p95"))
    rows += row("replicas", "replicas", replicas)
    rows += row(
      "cold start", "cold_start",
      text("cold_share").map { "\($0) of the requests wait for one" } ?? "")
    rows += row("throughput", "throughput")
    rows += row("memory", "memory", memory)
    rows += row("batch", "batch", text("max_batch").map { "memory has room for \($0)" } ?? "")
    rows += bound
    rows += row("energy", "energy", text("energy_per_token") ?? "")
    rows += footprint
    return rows
  }

  private var replicas: String {
    [
      text("replicas.mean").map { "\($0) paid for on average" },
      text("capacity").map { "each serves up to \($0)" },
    ].compactMap { $0 }.joined(separator: " · ")
  }

  /// Greenhouse gas and water, and what is left out of them.
  private var footprint: [Row] {
    let embodied = text("carbon.embodied").map { "\($0) of it for making the devices" }
    return row("carbon", "carbon", embodied ?? "of electricity; `embodied` left out")
      + row("water", "water", water)
  }

  private var water: String {
    guard let onsite = text("water.onsite") else { return "where the electricity is made" }
    return text("water.source") == nil ? "at the site" : "\(onsite) of it at the site"
  }

  /// What a decoding step waits for most.
  private var bound: [Row] {
    guard let share = card["bound"] else { return [] }
    let most = share.value > 0.5 ? "memory bandwidth" : "arithmetic"
    return [Row(label: "bound by", value: most, remark: "\(share.text) of a step waits for memory")]
  }

  private var split: String {
    guard let input = text("cost_per_input_token"), let output = text("cost_per_output_token")
    else { return "" }
    return "in \(input), out \(output)"
  }

  private var trainingRows: [Row] {
    var rows = row("cost", "cost")
    rows += row("per token", "cost_per_token")
    rows += row("time", "time", stops)
    rows += row("device-hours", "device_hours")
    rows += row("flops", "flops")
    rows += row("mfu", "mfu", text("hfu").map { "hfu \($0)" } ?? "")
    rows += row("throughput", "tokens_per_second")
    rows += row("memory", "memory", memory)
    rows += row("energy", "energy")
    rows += footprint
    return rows
  }

  private var stops: String {
    guard let goodput = text("goodput") else { return "" }
    guard let count = text("interruptions"), let interval = text("checkpoint_interval") else {
      return "goodput \(goodput)"
    }
    return "goodput \(goodput) · \(count) interruptions · a checkpoint every \(interval)"
  }

  private var ownershipRows: [Row] {
    row("price", "price", "for each hour of use")
      + row("cost", "cost", "of one device")
      + row("paid", "paid", text("book_value").map { "\($0) left in the books" } ?? "")
      + row("power", "power", "that may be drawn")
      + row("break-even", "breakeven", text("breakeven_hours").map { "or \($0) of use" } ?? "")
  }

  private var datasetRows: [Row] {
    var rows = row("cost", "cost", "over the period")
    rows += row("at the end", "run_rate")
    rows += row(
      "stored", "stored", text("stored_at_end").map { "on average, \($0) at the end" } ?? "")
    rows += row("ingested", "ingested")
    return rows
  }

  /// The parts of the memory of one device.
  private var memory: String {
    card.figures.filter { $0.name.hasPrefix("memory.") }
      .map { "\($0.name.dropFirst("memory.".count)) \($0.figure.text)" }.joined(separator: " · ")
  }

  private func line(_ row: Row) -> String {
    let label = "  \(palette(row.label.padded(to: CardLayout.labelWidth), .accent)) "
    guard !row.remark.isEmpty else { return label + row.value + "\n" }
    let value = row.value.padded(to: CardLayout.valueWidth) + " "
    let indent = 3 + CardLayout.labelWidth + value.displayWidth
    let remark = row.remark.wrapped(to: CardLayout.width - indent).map { palette($0, .faint) }
    return label + value + remark.joined(separator: "\n" + String(repeating: " ", count: indent))
      + "\n"
  }

  // MARK: - Where the money goes

  private static let barWidth = 20

  /// A bar for each part of the cost that is not zero.
  private var breakdown: String {
    let whole = card.kind == .ownership ? "price" : "cost"
    guard let cost = card[whole], cost.value > 0 else { return "" }
    let parts = card.figures.filter { $0.name.hasPrefix(whole + ".") && $0.figure.value != 0 }
    guard parts.count > 1 else { return "" }
    let names = max(10, parts.map { $0.name.displayWidth - whole.count - 1 }.max() ?? 0)
    return parts.enumerated().map { index, part in
      let share = part.figure.value / cost.value
      let filled = Int((share * Double(CardLayout.barWidth)).rounded())
      let bar =
        String(repeating: "█", count: min(max(filled, 0), CardLayout.barWidth))
        + String(
          repeating: "░", count: CardLayout.barWidth - min(max(filled, 0), CardLayout.barWidth))
      let name = String(part.name.dropFirst(whole.count + 1))
      let percent = QuantityFormat.display.text(share, .none, asPercent: true, digits: 2)
      let label = index == 0 ? "where it goes" : ""
      return line(
        Row(
          label: label, value: "\(name.padded(to: names)) \(bar)",
          remark: "\(percent)  \(part.figure.text)"))
    }.joined()
  }

  // MARK: - Techniques

  /// What a technique changes, and what it does to the answers.
  private func lines(_ tradeoff: Card.Tradeoff) -> String {
    let changes = tradeoff.changes.compactMap { name, share -> String? in
      guard share.isFinite else { return nil }
      let percent = QuantityFormat.display.text(abs(share), .none, asPercent: true, digits: 2)
      // What rounds to nothing is nothing to the reader.
      guard abs(share) >= 0.0005 else { return nil }
      if share >= 9 {
        return "\(name) ×\(QuantityFormat.display.number(1 + share, digits: 2))"
      }
      return "\(name) \(share < 0 ? "−" : "+")\(percent)"
    }
    let none = tradeoff.isNeeded ? "cannot be without it" : "no figure of this card"
    let effect = changes.isEmpty ? [none] : changes
    let label = "with \(tradeoff.technique)"
    let head = label.displayWidth > CardLayout.labelWidth ? "  \(palette(label, .accent))\n" : ""
    let first = head.isEmpty ? label : ""
    let quality = "quality: \(tradeoff.quality) (\(tradeoff.citation.text))"
    let width = CardLayout.width - CardLayout.labelWidth - 3
    let told = effect.joined(separator: " · ").wrapped(to: width)
    let rest = quality.wrapped(to: width).map { palette($0, .faint) }
    let indent = String(repeating: " ", count: CardLayout.labelWidth + 3)
    return head + "  \(palette(first.padded(to: CardLayout.labelWidth), .accent)) "
      + (told + rest).joined(separator: "\n" + indent) + "\n"
  }

  // MARK: - Defaults

  /// What stands in where the user said nothing, each with its source and date.
  private var defaults: String {
    guard !card.defaults.isEmpty else { return "" }
    let names = card.defaults.map(\.name.displayWidth).max() ?? 0
    let values = card.defaults.map(\.text.displayWidth).max() ?? 0
    let count = card.defaults.count
    guard !isBrief else {
      let list = card.defaults.map { "\($0.name) \($0.text)" }.joined(separator: " · ")
      let head = "  \(count) \(count == 1 ? "default" : "defaults") taken  "
      let lines = list.wrapped(to: CardLayout.width - head.count)
      let indent = String(repeating: " ", count: head.count)
      return lines.enumerated().map { palette(($0 == 0 ? head : indent) + $1, .faint) + "\n" }
        .joined()
    }
    var text = palette("  \(count) \(count == 1 ? "default" : "defaults") taken\n", .faint)
    for taken in card.defaults {
      let date = taken.citation.asOf.map { " (\($0))" } ?? ""
      let head = "    \(taken.name.padded(to: names))  \(taken.text.padded(to: values))  "
      let source = (taken.citation.text + date).wrapped(to: CardLayout.width - head.displayWidth)
      let indent = String(repeating: " ", count: head.displayWidth)
      let lines = source.enumerated().map { ($0 == 0 ? head : indent) + $1 }
      text += lines.map { palette($0, .faint) + "\n" }.joined()
    }
    return text
  }
}
