import AICLanguage

/// What is offered at the mark `‸` of a text.
func completion(_ marked: String, access: (any FileAccess)? = nil) -> Completion {
  let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
  return complete(parts.joined(), at: parts[0].utf8.count, access: access)
}

/// The texts of what is offered at the mark `‸`.
func offered(_ marked: String) -> [String] { completion(marked).candidates.map(\.text) }

/// A text with a model, hardware, a training and deployments, to be continued.
let completionScript = """
  rate EUR = $1.09 as of 2026-10-01
  ## On-demand price of one H100
  assume gpu_price = $2.00 to $3.20 per hour
  assume users = 6k users
  assume größe = 3
  日本 = 4 hours
  gpus = 8
  hardware chip { memory: 80 GB, bandwidth: 3 TB/s, peak: { bf16: 900 TFLOP/s } }
  model assistant = transformer { layers: 32, hidden: 4096, heads: 32, ffn: 14336, vocab: 128256 }
  dataset corpus { tokens: 400M tokens }
  tuning = finetune assistant on corpus using 8 H100 at 40% mfu with lora rank 16 { price: gpu_price }
  service = deploy assistant on 1 H100 with quantize fp8 serving 2 requests/s {
    prompt: 900 tokens
    response: 250 tokens
    price: gpu_price
  }
  rented = deploy assistant on api { input: $0.15 per 1M tokens, output: $0.60 per 1M tokens }
           serving 2 requests/s { prompt: 900 tokens, response: 250 tokens }
  pair = { first: 1, second: $2 }
  fn double(amount: Money, times) = amount * times
  plan budget from 2026-01 for 24 months { team: monthly $4k }
  scenario int4 { service.quantize = int4 }
  scenario spike extends int4 { users = 20k users }

  """
