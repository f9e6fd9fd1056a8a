import Quantities

/// A run of a model on some devices, which its clauses say and a scenario may replace.
protocol DeviceRun: Declared {
  var model: Model { get set }
  var hardware: Hardware { get set }
  var devices: Term { get set }
}

extension TrainingRun: DeviceRun {}
extension DeploymentRun: DeviceRun {}

extension DeviceRun {
  /// What the clauses say, as fields of these meanings.
  static func clauses(model: String, hardware: String, devices: String) -> [Field<Self>] {
    [
      Field("model", .model(\.chosenModel), .any, model),
      Field("hardware", .hardware(\.chosenHardware), .any, hardware),
      Field("devices", .quantity(.none, \.chosenDevices), .count, devices),
    ]
  }

  private var chosenModel: Model? {
    get { model }
    set { model = newValue ?? model }
  }

  private var chosenHardware: Hardware? {
    get { hardware }
    set { hardware = newValue ?? hardware }
  }

  private var chosenDevices: Term? {
    get { devices }
    set { devices = newValue ?? devices }
  }
}
