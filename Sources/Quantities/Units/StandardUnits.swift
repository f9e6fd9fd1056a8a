/// The units of the language: a short table, one word for one thing.
enum StandardUnits {
  static let second = 1.0
  static let hour = 3600.0
  static let day = 24 * hour
  static let year = 365 * day

  /// Where two spellings differ only in case, the first of them is read from lower case.
  static let entries: [UnitEntry] = [
    // Time, in seconds; a month is a twelfth of a year, the 730 hours that clouds bill.
    UnitEntry("s", also: ["sec", "secs", "second", "seconds"], .time, prefixes: .fractions),
    UnitEntry("min", also: ["mins", "minute", "minutes"], .time, 60),
    UnitEntry("h", also: ["hr", "hrs"], .time, hour),
    UnitEntry("hour", plural: "hours", .time, hour),
    UnitEntry("day", plural: "days", also: ["d"], .time, day),
    UnitEntry("week", plural: "weeks", .time, 7 * day),
    UnitEntry("month", plural: "months", .time, year / 12),
    UnitEntry("year", plural: "years", also: ["yr", "yrs"], .time, year),

    // Energy in joules, power in watts.
    UnitEntry("J", also: ["joule", "joules"], .energy, prefixes: .power),
    UnitEntry("Wh", .energy, hour, prefixes: .power),
    UnitEntry("W", also: ["watt", "watts"], .power, prefixes: .power),

    // Data, in bytes; a bit is an eighth of one.
    UnitEntry("byte", plural: "bytes", symbol: "B", also: ["B"], .data, prefixes: .data),
    UnitEntry("bit", plural: "bits", .data, over: 8, prefixes: .decimal),

    // Work, and what a service takes and gives.
    UnitEntry("FLOP", .compute, prefixes: .work),
    UnitEntry("token", plural: "tokens", .tokens),
    UnitEntry("request", plural: "requests", .requests),
    UnitEntry("sample", plural: "samples", .samples),
    UnitEntry("image", plural: "images", .samples),
    UnitEntry("user", plural: "users", .users),

    // Mass of CO₂-equivalent in kilograms, volume of water in litres.
    UnitEntry("kg", .mass),
    UnitEntry("g", also: ["gram", "grams"], .mass, over: 1000),
    UnitEntry("t", also: ["tonne", "tonnes"], .mass, 1000),
    UnitEntry("kgCO2e", .mass),
    UnitEntry("gCO2e", .mass, over: 1000),
    UnitEntry("tCO2e", .mass, 1000),
    UnitEntry("L", also: ["liter", "liters", "litre", "litres"], .volume),
    UnitEntry("mL", .volume, over: 1000),
    UnitEntry("ML", .volume, 1e6),

    // Plain counts, named for the reader.
    UnitEntry("GPU", plural: "GPUs", .none),
    UnitEntry("TPU", plural: "TPUs", .none),
    UnitEntry("CPU", plural: "CPUs", .none),
    UnitEntry("device", plural: "devices", .none),
    UnitEntry("chip", plural: "chips", .none),
    UnitEntry("core", plural: "cores", .none),
    UnitEntry("node", plural: "nodes", .none),
    UnitEntry("server", plural: "servers", .none),
    UnitEntry("replica", plural: "replicas", .none),
    UnitEntry("param", plural: "params", also: ["parameter", "parameters"], .none),
    UnitEntry("layer", plural: "layers", .none),
    UnitEntry("step", plural: "steps", .none),
    UnitEntry("epoch", plural: "epochs", .none),
  ]

  /// ISO 4217 codes of the currencies in which computing is commonly bought.
  static let currencies = [
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK",
    "ISK", "PLN", "CZK", "HUF", "RON", "TRY", "UAH", "ILS", "AED", "SAR", "QAR", "ZAR", "NGN",
    "KES", "EGP", "KRW", "TWD", "HKD", "SGD", "THB", "VND", "IDR", "MYR", "PHP", "PKR", "BRL",
    "MXN", "ARS", "CLP", "COP", "PEN",
  ]

  /// Signs that stand before an amount, with the currency each is read as.
  static let currencySigns = [("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY")]

  /// Words that are not units, with the unit that a reader probably means.
  static let synonyms: [String: String] = [
    "query": "request", "queries": "requests", "call": "request", "calls": "requests",
    "prompt": "request", "prompts": "requests", "inference": "request", "inferences": "requests",
    "customer": "user", "customers": "users", "person": "user", "people": "users",
    "row": "sample", "rows": "samples", "example": "sample", "examples": "samples",
    "dollar": "USD", "dollars": "USD", "euro": "EUR",
    "euros": "EUR", "yen": "JPY", "kilobyte": "kB", "kilobytes": "kB", "megabyte": "MB",
    "megabytes": "MB", "gigabyte": "GB", "gigabytes": "GB", "terabyte": "TB", "terabytes": "TB",
    "petabyte": "PB", "petabytes": "PB", "kilowatt": "kW", "kilowatts": "kW", "megawatt": "MW",
    "megawatts": "MW", "gigawatt": "GW", "gigawatts": "GW",
    "millisecond": "ms", "milliseconds": "ms", "microsecond": "µs", "microseconds": "µs",
    "weight": "param", "weights": "params", "accelerator": "device",
    "accelerators": "devices", "machine": "server", "machines": "servers", "ton": "t",
    "tons": "t",
  ]
}
