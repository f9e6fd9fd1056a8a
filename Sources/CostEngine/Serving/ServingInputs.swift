/// What serving takes of the model and the devices.
struct ServingInputs {
  /// Data type of the weights, and of the products where it is not for weights only.
  let weights: DataType
  /// Data type of the key-value cache.
  let cache: DataType
  /// Most requests together on a replica.
  let batch: Term?
}
