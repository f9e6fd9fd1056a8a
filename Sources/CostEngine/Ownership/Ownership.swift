import Quantities

/// What a device costs that is owned; a figure is nil where the statement does not say enough to know it.
public struct Ownership {
  public internal(set) var price: Term?
  public internal(set) var capitalPrice: Term?
  public internal(set) var energyPrice: Term?
  public internal(set) var colocationPrice: Term?
  public internal(set) var maintenancePrice: Term?
  public internal(set) var sparesPrice: Term?
  public internal(set) var staffPrice: Term?
  public internal(set) var cost: Term?
  public internal(set) var paid: Term?
  public internal(set) var bookValue: Term?
  public internal(set) var power: Term?
  public internal(set) var breakeven: Term?
  public internal(set) var breakevenHours: Term?

  /// How terms that the figures follow from are read, such as rent by the hour.
  public internal(set) var displays: [NodeID: FigureDisplay] = [:]
  /// What an hour costs but for electricity.
  var priceWithoutEnergy: Term?
  /// Electricity of the hours that a device is not used, spread over those that it is; nil where there are none.
  var idleEnergyPrice: Term?
  /// What a year costs, part by part.
  var parts: [Part] = []
  /// Hours of a year in which a device is up.
  var up: Term?
  /// What a run on the devices reads; each nil where it is not given, but the host's share.
  var electricity: Term?
  var host: Term?
  var powerShare: Term?
  var pue: Term?
  /// Over which they are written off.
  var life: Term?
  var utilization: Term?

  /// A part of the price, and what it comes to in a year; nil where it is not priced.
  struct Part {
    let name: String
    let path: WritableKeyPath<Ownership, Term?>
    let yearly: Term?
  }

  public internal(set) var requirements: [Requirement] = []
  /// What was left out or taken for granted, in the reader's words.
  public internal(set) var notes: [String] = []
  /// The words that stand in where the user gave none.
  public internal(set) var wordDefaults: [WordDefault] = []
  /// What is unknown although an ownership can have it.
  public internal(set) var gaps: [Gap] = []

  public static let figures: [Figure<Ownership>] = [
    Figure(
      "price", .money / .time, \.price, shown: .unit("$/hour"),
      "money for one device and an hour that it is used"),
    Figure(
      "price.capital", .money / .time, \.capitalPrice, shown: .unit("$/hour"),
      "what was paid, written off"),
    Figure(
      "price.energy", .money / .time, \.energyPrice, shown: .unit("$/hour"),
      "electricity, when it is priced"),
    Figure(
      "price.colocation", .money / .time, \.colocationPrice, shown: .unit("$/hour"),
      "space, when it is priced"),
    Figure(
      "price.maintenance", .money / .time, \.maintenancePrice, shown: .unit("$/hour"),
      "upkeep, when it is priced"),
    Figure(
      "price.spares", .money / .time, \.sparesPrice, shown: .unit("$/hour"),
      "capital of devices that stand by"),
    Figure(
      "price.staff", .money / .time, \.staffPrice, shown: .unit("$/hour"),
      "people, when they are priced"),
    Figure(
      "cost", .money / .time, \.cost, shown: .unit("$/year"), "money for one device and a year"),
    Figure("paid", .money, \.paid, "what one device costs to buy, its server and network included"),
    Figure("book_value", .money, \.bookValue, "what is left in the books after `year`"),
    Figure("power", .power, \.power, "power that one device may draw, its server's share included"),
    Figure(
      "breakeven", .none, \.breakeven, shown: .percent,
      "share of the time that a device is up and used at which owning costs what renting does"),
    Figure(
      "breakeven_hours", .time, \.breakevenHours, shown: .unit("hours"),
      "the same share as hours of the life"),
  ]
}
