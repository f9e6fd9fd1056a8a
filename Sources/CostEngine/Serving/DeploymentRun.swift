/// Serving a model on one's own or rented devices, as the user states it.
///
/// A replica is one copy of the model on `devices` devices.
public struct DeploymentRun: Declared {
  public var model: Model
  public var hardware: Hardware
  /// Devices of one replica.
  public var devices: Term

  public var rate: Term?
  public var prompt: Term?
  public var response: Term?
  public var samplesPerRequest: Term?
  public var cached: Term?
  public var peak: Term?
  public var profile: [Term]?
  public var offPeak: Term?
  public var autoscale: Bool?
  public var autoscaleMin: Term?
  public var autoscaleMax: Term?
  public var autoscaleLag: Term?
  public var autoscaleCooldown: Term?
  public var scaleToZero: Bool?
  /// Rented by the second from a provider that starts and stops replicas itself.
  public var isServerless = false
  public var idleTimeout: Term?
  public var coldStart: Term?
  public var concurrency: Term?
  public var batch: Term?
  public var precision: String?
  public var quantize: String?
  public var kv: String?
  public var parallel: [String: Term] = [:]
  public var engine: String?
  public var target: [String: Term] = [:]
  public var replicas: Term?
  public var headroom: Term?
  public var availability: Term?
  public var memoryShare: Term?
  public var price: Term?
  /// What owning takes, where the devices are not rented.
  public var owned: OwnedPrice?
  public var rent: String?
  public var spot: Term?
  public var spotInterruptions: Term?
  public var spotRecovery: Term?
  public var reserve: Term?
  public var reserveDiscount: Term?
  public var egress: PriceTiers?
  public var responseBytes: Term?
  public var storage: Term?
  public var pue: Term?
  public var electricity: Term?
  public var carbonIntensity: Term?
  public var embodied: Term?
  public var life: Term?
  public var wue: Term?
  public var waterIntensity: Term?
  public var idlePower: Term?
  public var prune = Prune()
  public var earlyExit = EarlyExit()
  public var speculate = Speculate()
  public var distill = Distill()

  public init(model: Model, hardware: Hardware, devices: Term) {
    self.model = model
    self.hardware = hardware
    self.devices = devices
  }
}
