extension DiagnosticExplanation {
  /// Load over the day, replicas that follow it, and what else a deployment is billed for.
  static let autoscaling: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "deployment.profile",
      """
      A profile is the load of each hour of a day, so it has 24 numbers, from midnight on, \
      and some of them are more than zero. Only their ratios count: the rate after \
      `serving` is the mean of the day.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 serving 20 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          profile:  [1, 2, 3]
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 serving 20 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          profile:  [1, 1, 1, 1, 1, 1, 2, 4, 8, 9, 9, 8, 8, 9, 9, 8, 6, 4, 3, 2, 2, 1, 1, 1]
        }
        """),
    DiagnosticExplanation(
      "deployment.peak",
      """
      Both `peak` and `profile` say what the busiest hour is. Keep the profile where you \
      know the hours, or the peak where you know no more than that.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 serving 20 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          peak:     2
          profile:  [1, 1, 1, 1, 1, 1, 2, 4, 8, 9, 9, 8, 8, 9, 9, 8, 6, 4, 3, 2, 2, 1, 1, 1]
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 serving 20 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          profile:  [1, 1, 1, 1, 1, 1, 2, 4, 8, 9, 9, 8, 8, 9, 9, 8, 6, 4, 3, 2, 2, 1, 1, 1]
        }
        """),
    DiagnosticExplanation(
      "deployment.day",
      """
      With a `peak` alone the day is taken to rise and fall as a cosine, which has no peak \
      of more than twice its mean. Give the hours themselves as a `profile`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with autoscale serving 20 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          peak:     3
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with autoscale serving 20 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          profile:  [1, 1, 1, 1, 1, 1, 2, 4, 8, 9, 9, 8, 8, 9, 9, 8, 6, 4, 3, 2, 2, 1, 1, 1]
        }
        """),
    DiagnosticExplanation(
      "deployment.autoscale",
      """
      Autoscaling chooses the replicas of each hour, between `min` and `max`. A fixed \
      number of `replicas` beside it contradicts it, and so does a `min` above `max`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with autoscale serving 20 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          peak:     1.6
          replicas: 4
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with autoscale min 1 max 4 serving 20 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          peak:     1.6
        }
        """),
    DiagnosticExplanation(
      "deployment.off_peak",
      """
      Requests can be put off to quiet hours only where some hours are quieter than \
      others. Say so by a `peak` or a `profile`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with off_peak 30% serving 20 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with off_peak 30% serving 20 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          peak:     1.6
        }
        """),
    DiagnosticExplanation(
      "deployment.follow",
      """
      Replicas that follow the load, or a day of it, need to know how many requests come. \
      Write the mean rate after `serving`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 with autoscale {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          peak:     1.6
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 with autoscale serving 20 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          peak:     1.6
        }
        """),
    DiagnosticExplanation(
      "deployment.serverless",
      """
      A serverless deployment is rented by the second on some hardware. Both its price for a \
      device and the hardware stand in the block after `serverless`.
      """,
      wrong: """
        run = deploy llama_3_1_8b on serverless { hardware: H100 } serving 20 requests/hour {
          prompt:   500 tokens
          response: 100 tokens
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on serverless { hardware: H100, price: $0.0011 per s }
              serving 20 requests/hour {
          prompt:   500 tokens
          response: 100 tokens
        }
        """),
    DiagnosticExplanation(
      "deployment.egress",
      """
      Data sent to users have a price, and nothing says how much is sent. Give `response_bytes`, \
      what goes out for a request, or leave `egress` out.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 serving 20 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          egress:   $0.09/GB
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 serving 20 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $2/hour
          egress:   $0.09/GB
          response_bytes: 2 kB
        }
        """),
  ]
}
