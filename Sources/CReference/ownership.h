// Training, and 36 months of ownership, over a block of samples.

static void NAME(ownership_block)(struct Streams *streams, const struct Table *tables, Lanes *out[2]) {
  enum { inputs = 25 };
  static const double intervals[][2] = {
    {30e9, 120e9}, {20, 100}, {1.5, 4}, {1.2e6, 3.5e6}, {2e6, 12e6}, {0.045, 0.12},
    {0.003, 0.015}, {50e3, 400e3}, {6, 22}, {2e5, 2e6}, {600, 2500}};
  Lanes in[inputs][block];
  Words(*state)[4] = streams->states;
  for (int i = 0; i < 11; i++) NAME(interval)(state[i], intervals[i][0], intervals[i][1], in[i]);
  NAME(gaussian)(state[11], 28000, 3000, in[11]);
  NAME(gaussian)(state[12], 0.002, 0.003, in[12]);
  NAME(gaussian)(state[13], 0.14, 0.04, in[13]);
  NAME(between)(state[14], 0.9e15, 1.1e15, in[14]);
  NAME(between)(state[15], 90, 160, in[15]);
  NAME(between)(state[16], 0.08, 0.16, in[16]);
  NAME(triangular)(state[17], 900, 1100, 1400, in[17]);
  NAME(triangular)(state[18], 36, 48, 72, in[18]);
  NAME(triangular)(state[19], 0, 0.015, 0.04, in[19]);
  for (int i = 0; i < 5; i++) NAME(table)(state[20 + i], &tables[i], in[20 + i]);
  const Lanes zero = NAME(all)(0), one = NAME(all)(1);
  for (size_t i = 0; i < block; i++) {
    const Lanes params = in[0][i], per_param = in[1][i], experiments = in[2][i], dataset = in[4][i];
    const Lanes failing = in[6][i], drift = in[12][i], peak = in[14][i], colo = in[15][i];
    const Lanes watts = in[17][i], life = in[18][i], erosion = in[19][i];
    const Lanes mfu = in[20][i], restarts = in[21][i], pue = in[22][i], decay = in[23][i];
    const Lanes churn = in[24][i];
    Lanes staff = in[3][i], power = in[5][i], users = in[7][i], fee = in[8][i], tokens = in[9][i];
    Lanes speed = in[10][i], price = in[11][i], growth = in[13][i];
    const Lanes run = 6 * params * params * per_param / (mfu * peak * 2048) / 2629800 / (1 - restarts);
    const Lanes training = run * experiments;
    const Lanes gpu_hour = price * 1.35 / (life * 730.5) + watts * pue * power * 0.001;
    const Lanes burn = gpu_hour * (730.5 * 2048);
    const Lanes discount = NAME(exp)(NAME(log)(1 + in[16][i]) * (-1.0 / 12));
    const Lanes keep = 1 - decay, faster = 1 + erosion, cheaper = 1 - 0.5 * erosion;
    const Lanes drifting = 1 + drift, kw_gpu = watts * 0.001, kwh_gpu = pue * 730.5;
    price = NAME(max)(price, NAME(all)(5000));
    Lanes gpus = zero, book = zero, factor = one, value = -dataset, sum = -dataset, lowest = -dataset;
    for (int m = 1; m <= 36; m++) {
      power = power * drifting;
      growth = growth * keep;
      users = NAME(min)(users + users * NAME(max)(growth, zero) - users * churn, NAME(all)(5e6));
      const Lanes ramp = NAME(min)(NAME(max)((m - training) * (1.0 / 6), zero), one);
      fee = fee * 0.992;
      const Lanes active = users * ramp, sales = active * fee;
      tokens = tokens * 1.03;
      const Lanes load = active * tokens;
      speed = speed * faster;
      const Lanes util = 0.6 - 0.3 * NAME(exp)(NAME(max)(load * -2e-13, NAME(all)(-700)));
      const Lanes base = NAME(ceil)(load * 1.2 / (speed * util * 2629800));
      const Lanes target = base + NAME(ceil)(base * failing * 2);
      const Lanes bought = NAME(max)(target - gpus, zero);
      price = price * cheaper;
      const Lanes bulk = bought > 512 ? NAME(all)(0.88) : bought > 64 ? NAME(all)(0.95) : one;
      const Lanes spent = bought * price * bulk * 1.25;
      gpus = NAME(max)(gpus, target);
      const Lanes kw = gpus * kw_gpu;
      gpus = gpus - gpus * failing;
      const Lanes written_off = book / life;
      book = book + spent - written_off;
      const Lanes learning = NAME(min)(NAME(max)(training - (m - 1), zero), one) * burn;
      staff = staff * 1.005;
      const Lanes costs = kw * kwh_gpu * power + kw * colo + book * 0.01 + learning + staff +
          400 * NAME(log)(1 + users) + load * 2.25e-10 + sales * 0.029;
      const Lanes tax = NAME(max)(sales - costs - written_off, zero) * 0.24;
      const Lanes cash = sales - costs - spent - tax;
      factor = factor * discount;
      value = value + cash * factor;
      sum = sum + cash;
      lowest = NAME(min)(lowest, sum);
    }
    out[0][i] = value + book * 0.3 * factor;
    out[1][i] = lowest;
  }
}
