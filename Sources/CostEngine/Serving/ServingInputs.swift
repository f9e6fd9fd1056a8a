import Quantities

/// What serving takes of the model and the devices, which techniques change.
struct ServingInputs {
  let builder: GraphBuilder
  /// Data type of the weights, and of the products where it is not for weights only.
  var weights: DataType
  /// Data type of the key-value cache.
  var cache: DataType
  /// Most requests together on a replica.
  var batch: Term?
  var notes: [String] = []
}
