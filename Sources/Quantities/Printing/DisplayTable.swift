/// The units that a person would choose, by dimension: within a line, the largest in which an
/// amount is at least one. A line is written as it is printed.
enum DisplayTable {
  static let lines: [[String]] = [
    // Money
    ["$"], ["$ per month"], ["$ per 1M tokens"], ["$ per request"], ["$ per sample"],
    ["$ per user"], ["$ per user per month"], ["$ per kWh"], ["$ per GB"], ["$ per GB per month"],
    ["$ per EFLOP"], ["$ per tCO₂e"], ["$ per L"],
    // Time
    ["ns", "µs", "ms", "s", "min", "hours", "days", "years"],
    ["µs/token", "ms/token", "s/token"], ["ms/request", "s/request"], ["1/year", "1/day", "1/s"],
    // Energy and power
    ["J", "Wh", "kWh", "MWh", "GWh", "TWh"], ["W", "kW", "MW", "GW"],
    ["J per token", "Wh per token"], ["Wh per request", "kWh per request"],
    ["Wh per sample", "kWh per sample"],
    // Data
    ["bytes", "kB", "MB", "GB", "TB", "PB"],
    ["bytes/s", "kB/s", "MB/s", "GB/s", "TB/s", "PB/s"],
    ["bytes/token", "kB/token", "MB/token", "GB/token"],
    ["bytes/request", "kB/request", "MB/request", "GB/request"],
    // Work: from a thousand EFLOP on, papers and laws count in powers of ten of FLOP
    ["FLOP", "kFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP", "EFLOP", "1e21 FLOP"],
    ["FLOP/s", "kFLOP/s", "MFLOP/s", "GFLOP/s", "TFLOP/s", "PFLOP/s", "EFLOP/s", "ZFLOP/s"],
    ["FLOP/token", "kFLOP/token", "MFLOP/token", "GFLOP/token", "TFLOP/token", "PFLOP/token"],
    ["FLOP/byte"], ["FLOP/J", "kFLOP/J", "MFLOP/J", "GFLOP/J", "TFLOP/J", "PFLOP/J"],
    // Counts and their rates
    ["tokens"], ["tokens/day", "tokens/s"], ["tokens/request"], ["tokens/s/user"], ["tokens/J"],
    ["tokens/$"], ["requests"], ["requests/day", "requests/s"], ["requests/user"],
    ["requests/user/day"], ["samples"], ["samples/day", "samples/s"], ["users"],
    // Carbon and water
    ["gCO₂e", "kgCO₂e", "tCO₂e"], ["gCO₂e per kWh"], ["kgCO₂e per year", "tCO₂e per year"],
    ["gCO₂e per request"], ["gCO₂e per 1M tokens"],
    ["mL", "L", "ML"], ["L per kWh"], ["L per day"], ["mL per request", "L per request"],
  ]

  /// The lines read with the standard units.
  static let units: [Dimension: [DisplayUnit]] = {
    var table: [Dimension: [DisplayUnit]] = [:]
    for line in lines {
      let units = line.compactMap { DisplayUnit(line: $0, units: .standard) }
      if let dimension = units.first?.unit.dimension { table[dimension] = units }
    }
    return table
  }()
}
