/// The papers that the formulas are taken from.
extension Citation {
  static let vaswani = Citation(
    "Vaswani et al., Attention Is All You Need, arXiv:1706.03762", asOf: "2017")
  static let gqa = Citation("Ainslie et al., GQA, arXiv:2305.13245", asOf: "2023")
  static let mla = Citation("DeepSeek-AI, DeepSeek-V2, arXiv:2405.04434, section 2.1", asOf: "2024")
  static let swiglu = Citation(
    "Shazeer, GLU Variants Improve Transformer, arXiv:2002.05202", asOf: "2020")
  static let mixtral = Citation("Jiang et al., Mixtral of Experts, arXiv:2401.04088", asOf: "2024")
  static let kaplan = Citation(
    "Kaplan et al., Scaling Laws, arXiv:2001.08361, table 1", asOf: "2020")
  static let palm = Citation("Chowdhery et al., PaLM, arXiv:2204.02311, appendix B", asOf: "2022")
  static let flash = Citation("Dao, FlashAttention-2, arXiv:2307.08691, section 4.1", asOf: "2023")
  static let mistral = Citation(
    "Jiang et al., Mistral 7B, arXiv:2310.06825, section 2", asOf: "2023")
  static let lora = Citation("Hu et al., LoRA, arXiv:2106.09685, section 4", asOf: "2021")
  static let zero = Citation("Rajbhandari et al., ZeRO, arXiv:1910.02054, section 3", asOf: "2020")
  static let korthikanti = Citation(
    "Korthikanti et al., Reducing Activation Recomputation, arXiv:2205.05198, section 4",
    asOf: "2022")
  static let patterson = Citation(
    "Patterson et al., Carbon Emissions and Large Neural Network Training, arXiv:2104.10350",
    asOf: "2021")
  static let minitron = Citation(
    "Muralidharan et al., Compact Language Models via Pruning, arXiv:2407.14679", asOf: "2024")
  static let sparseCores = Citation(
    "Mishra et al., Accelerating Sparse Deep Neural Networks, arXiv:2104.08378", asOf: "2021")
  static let leviathan = Citation(
    "Leviathan et al., Fast Inference via Speculative Decoding, arXiv:2211.17192", asOf: "2023")
  static let earlyExit = Citation(
    "Miao et al., Inference Framework for Early-exit Models, arXiv:2407.20272", asOf: "2024")
  static let hinton = Citation(
    "Hinton et al., Distilling the Knowledge in a Neural Network, arXiv:1503.02531", asOf: "2015")
  static let pope = Citation(
    "Pope et al., Efficiently Scaling Transformer Inference, arXiv:2211.05102", asOf: "2022")
  static let fitted = Citation(
    "aic, fitted 2026-11 on public measurements", asOf: "2026-11", confidence: .fitted)
  static let ho = Citation(
    "Ho and Salimans, Classifier-Free Diffusion Guidance, arXiv:2207.12598", asOf: "2022")
  static let thakur = Citation(
    "Thakur et al., Optimization of Collective Communication in MPICH", asOf: "2005")
  static let roofline = Citation("Williams et al., Roofline, CACM 52(4)", asOf: "2009")
  static let ias16 = Citation("IAS 16, Property, Plant and Equipment, paragraph 62", asOf: "2003")
  static let annuity = Citation(
    "capital recovery: Grant, Ireson and Leavenworth, Principles of Engineering Economy",
    asOf: "1990")
  static let gupta = Citation(
    "Gupta et al., ACT: Architectural Carbon Modeling Tool, ISCA, equation 1", asOf: "2022")
  static let li = Citation(
    "Li et al., Making AI Less Thirsty, arXiv:2304.03271, section 3", asOf: "2023")
  static let young = Citation(
    "Young, A First Order Approximation to the Optimum Checkpoint Interval, CACM 17(9)",
    asOf: "1974")
  static let daly = Citation(
    "Daly, A Higher Order Estimate of the Optimum Checkpoint Interval, FGCS 22(3), section 2",
    asOf: "2006")
  static let little = Citation("Little, A Proof for the Queuing Formula L = λW", asOf: "1961")
  static let allenCunneen = Citation(
    "Allen and Cunneen, in Allen, Probability, Statistics and Queueing Theory", asOf: "1990")
  static let erlang = Citation(
    "Erlang, Solution of some Problems in the Theory of Probabilities", asOf: "1917")
}
