"""The three workloads as an analyst writes them with numpy, for aic-bench to time.

usage: workloads.py serving-cost|ownership SAMPLES CHUNK     CHUNK 0: whole arrays
       workloads.py roofline 0 0|1                           0: every point in full, 1: by broadcasting

Prints the least time of its runs in seconds, then what it found.
"""
import sys
import time

import numpy as np

Z95 = 1.6448536269514722


def interval(rng, n, low, high):
    a, b = np.log(low), np.log(high)
    return rng.lognormal((a + b) / 2, (b - a) / (2 * Z95), n)


def pert(rng, n, low, mode, high):
    width = high - low
    return low + width * rng.beta(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, n)


def serving_cost(rng, n):
    users, requests = interval(rng, n, 40e3, 160e3), interval(rng, n, 3, 12)
    prompt, response = interval(rng, n, 800, 4000), interval(rng, n, 150, 900)
    hit, util = rng.beta(4, 6, n), pert(rng, n, 0.25, 0.45, 0.70)
    gpu_hour, writing = rng.normal(2.6, 0.4, n), interval(rng, n, 1200, 3200)
    reading, rise = rng.uniform(8000, 20000, n), rng.normal(0.06, 0.03, n)
    asked = users * requests * 30.4375
    read, written = asked * prompt, asked * response
    seconds = read * (1 - hit) / reading + read * hit / (reading * 20) + written / writing
    hours = seconds / 3600 / util
    gpus = np.maximum(np.ceil(hours / 730.5 * (1 + 1.5 * np.exp(users * -1e-5))), 2)
    discount = np.where(gpus >= 64, 0.85, np.where(gpus >= 16, 0.92, 1.0))
    compute = gpus * 730.5 * np.maximum(gpu_hour, 0.8) * discount
    egress = np.maximum(written * 4.5e-9 - 100, 0) * 0.09
    storage = asked * (prompt + response) * 6e-9 * 0.069
    fallback = (read * 0.25e-6 + written * 1.25e-6) * 0.02
    total = compute + egress + storage + fallback + 6000 + 0.03 * compute
    return [total * (1 + rise) ** 12]


def ownership(rng, n):
    params, per_param = interval(rng, n, 30e9, 120e9), interval(rng, n, 20, 100)
    mfu, peak = pert(rng, n, 0.28, 0.38, 0.50), rng.uniform(0.9e15, 1.1e15, n)
    restarts, experiments = rng.beta(2, 18, n), interval(rng, n, 1.5, 4)
    staff, dataset = interval(rng, n, 1.2e6, 3.5e6), interval(rng, n, 2e6, 12e6)
    price, watts = rng.normal(28000, 3000, n), rng.triangular(900, 1100, 1400, n)
    pue, power = pert(rng, n, 1.08, 1.2, 1.5), interval(rng, n, 0.045, 0.12)
    drift, failing = rng.normal(0.002, 0.003, n), interval(rng, n, 0.003, 0.015)
    colo, life = rng.uniform(90, 160, n), rng.triangular(36, 48, 72, n)
    users, growth = interval(rng, n, 50e3, 400e3), rng.normal(0.14, 0.04, n)
    decay, churn = rng.beta(3, 30, n), rng.beta(3, 60, n)
    fee, tokens = interval(rng, n, 6, 22), interval(rng, n, 2e5, 2e6)
    erosion, speed = rng.triangular(0, 0.015, 0.04, n), interval(rng, n, 600, 2500)
    discount = (1 + rng.uniform(0.08, 0.16, n)) ** (-1 / 12)
    run = 6 * params * params * per_param / (mfu * peak * 2048) / 2629800 / (1 - restarts)
    training = run * experiments
    burn = (price * 1.35 / (life * 730.5) + watts * pue * power * 0.001) * (730.5 * 2048)
    price = np.maximum(price, 5000)
    gpus, book, factor = np.zeros(n), np.zeros(n), np.ones(n)
    value, money, lowest = -dataset, -dataset, -dataset
    for month in range(1, 37):
        power, growth = power * (1 + drift), growth * (1 - decay)
        users = np.minimum(users + users * np.maximum(growth, 0) - users * churn, 5e6)
        active = users * np.minimum(np.maximum((month - training) * (1 / 6), 0), 1)
        fee, tokens, speed = fee * 0.992, tokens * 1.03, speed * (1 + erosion)
        sales, load = active * fee, active * tokens
        need = np.ceil(load * 1.2 / (speed * (0.6 - 0.3 * np.exp(load * -2e-13)) * 2629800))
        target = need + np.ceil(need * failing * 2)
        bought = np.maximum(target - gpus, 0)
        price = price * (1 - 0.5 * erosion)
        bulk = np.where(bought > 512, 0.88, np.where(bought > 64, 0.95, 1.0))
        spent = bought * price * bulk * 1.25
        gpus = np.maximum(gpus, target)
        kw = gpus * (watts * 0.001)
        gpus = gpus - gpus * failing
        written_off = book / life
        book = book + spent - written_off
        staff = staff * 1.005
        costs = (kw * (pue * 730.5) * power + kw * colo + book * 0.01
                 + np.minimum(np.maximum(training - (month - 1), 0), 1) * burn + staff
                 + 400 * np.log(1 + users) + load * 2.25e-10 + sales * 0.029)
        cash = sales - costs - spent - np.maximum(sales - costs - written_off, 0) * 0.24
        factor = factor * discount
        value, money = value + cash * factor, money + cash
        lowest = np.minimum(lowest, money)
    return [value + book * 0.3 * factor, lowest]


def sampled(workload, samples, chunk):
    rng = np.random.default_rng(1)
    size = chunk or samples
    parts = [workload(rng, min(size, samples - start)) for start in range(0, samples, size)]
    found = []
    for figure in zip(*parts):
        values = figure[0] if len(figure) == 1 else np.concatenate(figure)
        found += [values.mean(), *np.quantile(values, [0.05, 0.5, 0.95])]
    return found


BOARDS = np.array([
    (312e12, 1.555e12, 40e9, 300e9, 1.29, 400), (312e12, 2.039e12, 80e9, 300e9, 1.79, 400),
    (756e12, 2.000e12, 80e9, 64e9, 2.20, 350), (989e12, 3.350e12, 80e9, 450e9, 2.69, 700),
    (989e12, 4.800e12, 141e9, 450e9, 3.30, 700), (2250e12, 8.000e12, 192e9, 900e9, 5.50, 1000),
    (362e12, 0.864e12, 48e9, 32e9, 0.99, 350), (1307e12, 5.300e12, 192e9, 448e9, 2.60, 750),
    (121e12, 0.300e12, 24e9, 32e9, 0.60, 72), (1835e12, 3.700e12, 128e9, 300e9, 2.40, 900)])
FORMATS = np.array([(2, 2, 1), (1, 2, 1), (1, 1, 2), (0.5, 2, 1), (0.5, 1, 2)])


def roofline(_, by_broadcasting):
    board, form, tp, b, c = np.meshgrid(
        np.arange(10), np.arange(5), [1.0, 2, 4, 8, 16], 4.0 * np.arange(1, 65),
        512.0 * np.arange(1, 65), indexing="ij", sparse=bool(by_broadcasting))
    if not by_broadcasting:
        board, form, tp, b, c = (axis.ravel() for axis in (board, form, tp, b, c))
    peak, bandwidth, memory, link, price, watts = (BOARDS[board, i] for i in range(6))
    weight, cache, faster = (FORMATS[form, i] for i in range(3))
    layers, d, dkv, ffn, vocabulary, out = 80, 8192, 1024, 28672, 128256, 512
    flops, moved = peak * faster * tp, bandwidth * tp * 0.85
    overhead = 4e-6 + 1e-6 * np.log(tp + 1)

    def gemm(t, n, k):
        share = 0.82 * (1 - np.exp(t * (-1 / 192))) + 0.01
        return np.maximum(t * (2.0 * n * k) / (flops * share),
                          (weight * (n * k) + t * (2.0 * (n + k))) / moved) + overhead

    def products(t):
        return gemm(t, d + 2 * dkv, d) + gemm(t, d, d) + gemm(t, 2 * ffn, d) + gemm(t, d, ffn)

    def allreduce(t):
        return np.where(tp > 1, t * (2 * d) * (tp - 1) / tp * 2 / link
                        + 8e-6 * np.log(tp) * 1.442695040888963, 0)

    read, mean = c * 2, c + out * 0.5
    attention = np.maximum(read * c * (4 * d * 0.5) / (flops * 0.45),
                           c * cache * (2 * dkv) * 2 / moved)
    pre = (products(read) + attention + overhead + 2 * allreduce(read)) * layers
    pre = pre + gemm(2.0, vocabulary, d)
    attention = np.maximum(b * mean * (4 * d) / (flops * 0.25),
                           mean * cache * (2 * dkv) * b / moved)
    alone = (products(b) + attention + overhead + 2 * allreduce(b)) * layers
    alone = alone + gemm(b, vocabulary, d)
    share = b * (pre * 0.5) / (out * alone)
    tpot = alone * (1 + share)
    rho = np.minimum(share / (1 + share), 0.98)
    ttft = pre * (1 + rho / (1 - rho) * 0.5)
    used = (weight * 70.6e9 + (c + out) * b * cache * (2 * dkv * layers) + read * (d * 12)) / tp + 2e9
    watt = watts * tp * (0.35 + 0.65 * np.minimum(b * (1 / 256), 1)) * 1.25
    hourly = price * tp + watt * 0.001 * 0.08 + tp * 0.05
    cost = hourly / (b / tpot * 3600) * 1e6 * (b * (1 / 256)) ** -0.05
    with np.errstate(over="ignore"):
        cost = cost * np.minimum(1 + 0.1 * np.exp((tpot - 0.04) * 50), 2)
    met = (used <= memory * 0.92) & (ttft <= 2) & (tpot <= 0.05)
    cost = np.where(met, cost, np.inf)
    best = int(np.argmin(cost))
    return [best, float(cost.ravel()[best]), int(met.sum())]


def main():
    name, samples, way = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    least = float("inf")
    for _ in range(5 if name == "roofline" else 2):
        start = time.perf_counter()
        if name == "roofline":
            found = roofline(samples, way)
        else:
            found = sampled({"serving-cost": serving_cost, "ownership": ownership}[name], samples, way)
        least = min(least, time.perf_counter() - start)
    print(least, *(float(x) for x in found))


main()
