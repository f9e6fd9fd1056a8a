import Quantities

/// What the devices of a replica send one another: over the scale-up link within its domain, over the network beyond.
extension ServingContext {
  /// Devices that the link joins; nil where the hardware does not say.
  ///
  /// A domain of one has no link of its own: what `link` then gives is the bus of the node.
  private var reach: Term? {
    guard let domain = hardware["domain"] else { return hardware["node"] }
    guard let node = hardware["node"] else { return domain }
    return (domain > builder.constant(1)).choose(domain, else: node)
  }

  /// What is taken for granted about the links; nil where nothing is.
  var linkNote: String? {
    guard reach == nil, model.shape != nil, builder.value(of: tensor) != 1 else { return nil }
    return "every device is taken to reach every other over the `link`: "
      + "`\(run.hardware.name)` has neither `domain` nor `node`"
  }

  /// Bandwidth that a collective reaches on the network, for each device.
  private var networkReached: Term? {
    hardware.value("network").map { network in
      let share = builder.fact("share of network reached", ServingData.networkShare)
      return (network * share).named(
        "network bandwidth reached", "\(network) × \(share)", citation: .thakur)
    }
  }

  /// Two all-reduces in every layer: their latency, and the time of one token's bytes; nil on one device.
  func communication() throws(EngineError) -> (fixed: Term, each: Term)? {
    guard let shape = model.shape, builder.value(of: tensor) != 1 else { return nil }
    guard let link = hardware["link"] else {
      throw run.hardware.missing("link", "link: 450 GB/s")
    }
    let share = constant("share of link reached", \.link)
    let linked = link * share
    let latency = constant("latency of an all-reduce", \.allReduce, .time)
    // A ring sends every byte twice, less the device's own part; activations are 16 bits wide.
    let bytes = shape.hidden * builder.constant(2, .data)
    let (inner, outer) = split(bytes)
    let ring = 2 * (inner - 1) / inner * bytes / linked
    let onLink = ring.named(
      "link time of a token in an all-reduce",
      "2 (\(inner) − 1) ÷ \(inner) × \(bytes) ÷ (\(link) × \(share))", citation: .thakur)
    let delay = outer.map { latency + $0.latency } ?? latency
    let fixed = (tensor > builder.constant(1))
      .choose(2 * shape.layers * delay, else: builder.constant(0, .time)).named(
        "latency of all-reduces in a step", "2 × \(shape.layers) × \(delay)", citation: .thakur)
    let time = outer.map { onLink + $0.time } ?? onLink
    var each = (2 * shape.layers * time).named(
      "time of a token in the all-reduces of a step", "2 × \(shape.layers) × \(time)",
      citation: .thakur)
    if let exchange = exchange(shape, linked) { each = each + exchange }
    return (fixed, each)
  }

  /// Devices that reduce over the link, and what their groups then exchange over the network, each device
  /// its own part; nil within one domain.
  private func split(_ bytes: Term) -> (inner: Term, outer: (latency: Term, time: Term)?) {
    guard let reach, builder.value(of: tensor <= reach) != 1, let network = networkReached
    else { return (tensor, nil) }
    let inner = tensor.minimum(reach).named(
      "devices in one domain", "the smaller of \(tensor) and \(reach)")
    let groups = (tensor / inner).roundedUp.named("domains", "⌈\(tensor) ÷ \(inner)⌉")
    let hop = builder.fact("latency of the network", ServingData.networkLatency, .time)
    let latency = (2 * groups.applying(.log2) * hop).named(
      "network latency of an all-reduce", "2 × log₂ \(groups) × \(hop)", citation: .thakur)
    let time = (2 * (groups - 1) / groups * bytes / inner / network).named(
      "network time of a token in an all-reduce",
      "2 (\(groups) − 1) ÷ \(groups) × \(bytes) ÷ \(inner) ÷ \(network)", citation: .thakur)
    return (inner, (latency, time))
  }

  /// Time in which a token goes to its experts' devices and comes back, in every layer with experts.
  private func exchange(_ shape: TransformerShape, _ linked: Term) -> Term? {
    guard let experts = fields["parallel.ep"], let mixture = shape.mixture else { return nil }
    let bytes = mixture.perToken * shape.hidden * weightBytes / experts
    var bandwidth = linked
    if let reach, builder.value(of: experts <= reach) != 1, let network = networkReached {
      bandwidth = (experts <= reach).choose(linked, else: network)
    }
    return (2 * (shape.layers - mixture.denseLayers) * bytes / bandwidth).named(
      "time of a token between experts in a step",
      "2 × (\(shape.layers) − \(mixture.denseLayers)) × \(bytes) ÷ \(bandwidth)",
      citation: .thakur)
  }
}
