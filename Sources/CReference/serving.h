// The monthly cost of serving, over a block of samples.

static void NAME(serving_block)(struct Streams *streams, const struct Table *tables, Lanes *out[1]) {
  Lanes users[block], requests[block], prompt[block], response[block], hit[block], util[block],
      gpu_hour[block], writing[block], reading[block], rise[block];
  Words(*state)[4] = streams->states;
  NAME(interval)(state[0], 40e3, 160e3, users);
  NAME(interval)(state[1], 3, 12, requests);
  NAME(interval)(state[2], 800, 4000, prompt);
  NAME(interval)(state[3], 150, 900, response);
  NAME(table)(state[4], &tables[0], hit);
  NAME(table)(state[5], &tables[1], util);
  NAME(gaussian)(state[6], 2.6, 0.4, gpu_hour);
  NAME(interval)(state[7], 1200, 3200, writing);
  NAME(between)(state[8], 8000, 20000, reading);
  NAME(gaussian)(state[9], 0.06, 0.03, rise);
  for (size_t i = 0; i < block; i++) {
    const Lanes asked = users[i] * requests[i] * 30.4375;
    const Lanes read = asked * prompt[i], written = asked * response[i];
    const Lanes seconds = read * (1 - hit[i]) / reading[i] + read * hit[i] / (reading[i] * 20) +
        written / writing[i];
    const Lanes hours = seconds / 3600 / util[i];
    const Lanes peak = 1 + 1.5 * NAME(exp)(users[i] * -1e-5);
    const Lanes gpus = NAME(max)(NAME(ceil)(hours / 730.5 * peak), NAME(all)(2));
    const Lanes discount = gpus >= 64 ? NAME(all)(0.85) : gpus >= 16 ? NAME(all)(0.92) : NAME(all)(1);
    const Lanes compute = gpus * 730.5 * NAME(max)(gpu_hour[i], NAME(all)(0.8)) * discount;
    const Lanes egress = NAME(max)(written * 4.5e-9 - 100, NAME(all)(0)) * 0.09;
    const Lanes storage = asked * (prompt[i] + response[i]) * 6e-9 * 0.069;
    const Lanes fallback = (read * 0.25e-6 + written * 1.25e-6) * 0.02;
    const Lanes total = compute + egress + storage + fallback + (6000 + 0.03 * compute);
    const Lanes grown = 1 + rise[i], square = grown * grown, fourth = square * square;
    out[0][i] = total * (fourth * fourth * fourth);
  }
}
