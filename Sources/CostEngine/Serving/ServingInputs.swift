/// What serving takes of the model and the devices, which techniques change.
struct ServingInputs {
  var weights: DataType
  var cache: DataType
  var batchCap: Term?
  var notes: [String] = []
}
