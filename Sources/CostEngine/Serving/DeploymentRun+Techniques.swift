import Quantities

extension DeploymentRun: TakesTechniques {
  public static let traded = [
    "cost", "capacity", "ttft", "tpot", "latency", "memory.weights", "max_batch",
  ]

  public static let techniques: [Technique<DeploymentRun>] = [
    Technique(
      "quantize", example: "quantize fp8",
      quality: "in published tests fp8 loses nothing, int8 1% to 3%, 4-bit weights about as much",
      Citation("Kurtic et al., Give Me BF16 or Give Me Death?, arXiv:2411.02355", asOf: "2024")),
    Technique(
      "kv", example: "kv fp8", quality: "8-bit caches leave answers nearly as they are",
      Citation("vLLM, documentation: quantized KV cache", asOf: "2026")),
    Technique(
      "prune", example: "prune 40%",
      quality: "falls with the share, and is won back by training again: Llama 3.1 8B pruned to "
        + "4.5B went from 65.3 to 60.5 on MMLU after 94B tokens, 2:4 to 60.6 after 13B",
      Citation(
        "Sreenivas et al., Minitron in Practice, arXiv:2408.11796, table 1; Neural Magic, "
          + "Sparse-Llama-3.1-8B-2of4", asOf: "2024")),
    Technique(
      "distill", example: "distill to llama_3_2_1b",
      quality: "that of the small model, which knows less: measure it on your own requests",
      Citation.hinton),
    Technique(
      "early_exit", example: "early_exit 30%",
      quality: "tokens that leave early may differ; how many is bounded by the confidence asked "
        + "of them, for a model trained to exit",
      Citation("Schuster et al., CALM, arXiv:2207.07061", asOf: "2022")),
    Technique(
      "speculate", example: "speculate llama_3_2_1b accept 80%",
      quality: "none: the served model checks every token, so that answers keep their distribution",
      Citation.leviathan),
    Technique(
      "batch", example: "batch 64",
      quality: "none: every request is computed as if alone, and waits longer for each token",
      Citation("Yu et al., Orca, OSDI 2022", asOf: "2022"),
      remove: { $0.batch = $0.batch.map { $0.builder.constant(1) } }),
    Technique(
      "cache", field: "cached", example: "cache 40%",
      quality: "none: what is read again is the same",
      Citation("Kwon et al., PagedAttention, arXiv:2309.06180, section 4.4", asOf: "2023")),
    Technique(
      "autoscale", example: "autoscale min 1 max 8",
      quality: "none, while a replica is started in time for the load: bursts within an hour wait",
      Citation("Kubernetes, Horizontal Pod Autoscaling", asOf: "2026")),
    Technique(
      "scale_to_zero", example: "scale_to_zero",
      quality: "none, but requests that find no replica up wait for a cold start",
      Citation("Knative, documentation: scale to zero", asOf: "2026")),
    Technique(
      "off_peak", example: "off_peak 30%",
      quality: "none, but so many requests are answered in the quietest hours, up to a day later",
      Citation("aic, a valley-filling schedule of the requests that can wait", asOf: "2026-11")),
    Technique(
      "spot", example: "spot 60% off",
      quality: "none, but requests on a replica that is taken away begin anew", .spot),
    Technique(
      "reserve", example: "reserve 3 years",
      quality: "none, but the devices are paid for to the end of the term", .reserve),
  ]
}

extension APIDeploymentRun: TakesTechniques {
  public static let traded = ["cost", "cost_per_request"]

  public static let techniques: [Technique<APIDeploymentRun>] = [
    Technique(
      "cache", field: "cached", example: "cache 40%",
      quality: "none: what is read again is the same",
      Citation("OpenAI, API documentation: prompt caching", asOf: "2026")),
    Technique(
      "batch_discount", example: "batch_discount 50%",
      quality: "none, but answers come within hours instead of seconds",
      Citation("OpenAI, API documentation: Batch API, 24-hour turnaround", asOf: "2026"),
      mark: { if $0.batchDiscount == nil { $0.batchDiscount = $0.offeredDiscount } }),
    Technique(
      "off_peak", example: "off_peak 50%",
      quality: "none, but requests must come in the provider's quiet hours",
      Citation("DeepSeek, API documentation: off-peak pricing", asOf: "2025")),
  ]
}
