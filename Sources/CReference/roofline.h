// The roofline sweep: what depends on fewer axes is computed outside the inner loops, by hand.

static inline Lanes NAME(gemm)(
    Lanes t, double weights, double edges, double wb, double flops, double bytes, double overhead) {
  const Lanes share = 0.82 * (1 - NAME(exp)(NAME(max)(t * (-1.0 / 192), NAME(all)(-700)))) + 0.01;
  return NAME(max)(t * (2 * weights) / (flops * share), (wb * weights + t * (2 * edges)) / bytes) + overhead;
}

// The four products of a layer.
static inline Lanes NAME(layer)(Lanes t, double wb, double flops, double bytes, double overhead) {
  return NAME(gemm)(t, (D + 2 * DKV) * D, D + 2 * DKV + D, wb, flops, bytes, overhead) +
      NAME(gemm)(t, D * D, D + D, wb, flops, bytes, overhead) +
      NAME(gemm)(t, 2 * FFN * D, 2 * FFN + D, wb, flops, bytes, overhead) +
      NAME(gemm)(t, D * FFN, D + FFN, wb, flops, bytes, overhead);
}

static inline Lanes NAME(allreduce)(Lanes t, double tp, double link) {
  return tp > 1 ? t * (2 * D) * (tp - 1) / tp * 2 / link + 8e-6 * log(tp) * 1.442695040888963
                : NAME(all)(0);
}

static void NAME(roofline)(size_t first, size_t end, struct CRBest *best) {
  enum { steps = 64, rows = steps / lanes };
  Lanes context[rows], batch[rows], waste[rows];
  for (int i = 0; i < steps; i++) {
    context[i / lanes][i % lanes] = 512.0 * (i + 1);
    batch[i / lanes][i % lanes] = 4.0 * (i + 1);
    waste[i / lanes][i % lanes] = pow(4.0 * (i + 1) / 256, -0.05);
  }
  Lanes lowest = NAME(all)(INFINITY);
  Words lowest_point = {0}, feasible = {0};
  const Words lane = {0, 1, 2, 3, 4, 5, 6, 7};
  for (size_t number = first; number < end; number++) {
    const struct Board *board = &boards[number / 25];
    const struct Format *format = &formats[number / 5 % 5];
    const double tp = 1 << number % 5, wb = format->weight, kvb = format->cache;
    const double flops = board->peak * format->speed * tp, bytes = board->bandwidth * tp * 0.85;
    const double overhead = 4e-6 + 1e-6 * log(tp + 1);
    Lanes reading[rows], layers[rows];
    for (int i = 0; i < rows; i++) {
      const Lanes c = context[i], t = c * 2;
      const Lanes attention = NAME(max)(
          t * c * (4 * D * 0.5) / (flops * 0.45), c * kvb * (2 * DKV) * 2 / bytes);
      const Lanes layer = NAME(layer)(t, wb, flops, bytes, overhead) + attention + overhead +
          2 * NAME(allreduce)(t, tp, board->link);
      const Lanes two = NAME(gemm)(NAME(all)(2), V * D, V + D, wb, flops, bytes, overhead);
      reading[i] = layer * L + two;
      const Lanes b = batch[i];
      layers[i] = (NAME(layer)(b, wb, flops, bytes, overhead) + overhead +
          2 * NAME(allreduce)(b, tp, board->link)) * L + NAME(gemm)(b, V * D, V + D, wb, flops, bytes, overhead);
    }
    for (int row = 0; row < steps; row++) {
      const double b = 4.0 * (row + 1), fixed = layers[row / lanes][row % lanes];
      const double watt = board->watts * tp * (0.35 + 0.65 * fmin(b * (1.0 / 256), 1)) * 1.25;
      const double hourly = board->price * tp + watt * 0.001 * 0.08 + tp * 0.05;
      const double scale = hourly / 3600 * 1e6 * waste[row / lanes][row % lanes] / b;
      for (int i = 0; i < rows; i++) {
        const Lanes c = context[i], pre = reading[i], average = c + 256;
        const Lanes alone = fixed + L * NAME(max)(
            b * average * (4 * D) / (flops * 0.25), average * kvb * (2 * DKV) * b / bytes);
        const Lanes share = b * (pre * 0.5) / (512 * alone);
        const Lanes tpot = alone * (1 + share);
        const Lanes rho = NAME(min)(share / (1 + share), NAME(all)(0.98));
        const Lanes ttft = pre * (1 + rho / (1 - rho) * 0.5);
        const Lanes used = (wb * 70.6e9 + (c + 512) * b * kvb * (2 * DKV * L) + c * 2 * (D * 12)) / tp + 2e9;
        const Lanes risk = 1 + 0.1 * NAME(exp)(NAME(min)((tpot - 0.04) * 50, NAME(all)(700)));
        const Lanes cost = scale * tpot * NAME(min)(risk, NAME(all)(2));
        const Flags met = (used <= board->memory * 0.92) & (ttft <= 2) & (tpot <= 0.05);
        const Flags better = met & (cost < lowest);
        feasible -= (Words)met;
        lowest = better ? cost : lowest;
        const Words point = lane + ((number * steps + row) * steps + i * lanes);
        lowest_point = better ? point : lowest_point;
      }
    }
  }
  for (int i = 0; i < lanes; i++) {
    best->feasible += feasible[i];
    // Of equals the first.
    if (lowest[i] < best->cost || (lowest[i] == best->cost && lowest_point[i] < best->point)) {
      best->cost = lowest[i];
      best->point = lowest_point[i];
    }
  }
}
