/// A training run as the user states it: a model, data, devices and how they are used.
public struct TrainingRun: Declared {
  public var model: Model
  public var hardware: Hardware
  public var dataset: Dataset
  /// How many devices.
  public var devices: Term

  public var epochs: Term?
  public var precision: String?
  public var mfu: Term?
  public var sequence: Term?
  public var batch: Term?
  public var microBatch: Term?
  public var optimizer: String?
  public var recompute: String?
  public var parallel: [String: Term] = [:]
  public var price: Term?
  /// What owning takes, where the devices are not rented.
  public var owned: OwnedPrice?
  public var rent: String?
  public var spot: Term?
  public var spotInterruptions: Term?
  public var spotRecovery: Term?
  public var spotCheckpoint: Term?
  public var reserve: Term?
  public var reserveDiscount: Term?
  public var goodput: Term?
  public var failures: Term?
  public var checkpoint: Term?
  public var checkpointEvery: Term?
  public var recovery: Term?
  public var experiments: Term?
  public var data: Term?
  public var dataShare: Term?
  public var storage: Term?
  public var network: Term?
  public var staff: Term?
  public var pue: Term?
  public var electricity: Term?
  public var carbonIntensity: Term?
  public var embodied: Term?
  public var life: Term?
  public var wue: Term?
  public var waterIntensity: Term?
  /// How much of the model is trained: `full`, `lora` or `qlora`.
  public var method: String?
  public var rank: Term?

  /// Share of the layers that is left out before training.
  public var prune: Term?
  /// The model that is trained instead, on what `model` says to the data.
  public var student: Model?

  /// The model that is trained.
  public var trained: Model { student ?? model }

  public init(model: Model, hardware: Hardware, devices: Term, dataset: Dataset) {
    self.model = model
    self.hardware = hardware
    self.devices = devices
    self.dataset = dataset
  }

  public init(model: Model, hardware: Hardware, devices: Term, tokens: Term) {
    self.init(model: model, hardware: hardware, devices: devices, dataset: Dataset(tokens: tokens))
  }

  public init(model: Model, hardware: Hardware, devices: Term, samples: Term) {
    self.init(
      model: model, hardware: hardware, devices: devices, dataset: Dataset(samples: samples))
  }
}
