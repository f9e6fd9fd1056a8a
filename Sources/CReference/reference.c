#include "CReference.h"

#include "CKernels.h"
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Vectors are handed only from one function to another of the same instruction set.
#pragma clang diagnostic ignored "-Wpsabi"

enum { lanes = 8, block = 64, most_streams = 25 };

typedef double Lanes __attribute__((ext_vector_type(8)));
typedef uint64_t Words __attribute__((ext_vector_type(8)));
typedef int64_t Flags __attribute__((ext_vector_type(8)));

struct Streams {
  Words states[most_streams][4];
};

// The quantiles of a beta distribution between two ends, as cubic pieces of equal width.
enum { table_pieces = 512 };
struct Table {
  double pieces[table_pieces][4];
};

static struct Table beta_table(double alpha, double beta, double low, double high) {
  // The density is added up over small steps, then read backwards.
  enum { steps = 1 << 14 };
  static _Thread_local double sums[steps + 1];
  sums[0] = 0;
  double before = 0;
  for (int i = 1; i <= steps; i++) {
    const double x = (double)i / steps;
    const double here = pow(x, alpha - 1) * pow(1 - x, beta - 1);
    sums[i] = sums[i - 1] + (before + here) / 2;
    before = here;
  }
  double values[table_pieces + 1] = {0};
  for (int i = 1, at = 0; i <= table_pieces; i++) {
    const double wanted = sums[steps] * i / table_pieces;
    while (at < steps && sums[at + 1] < wanted) at++;
    values[i] = at == steps ? 1 : (at + (wanted - sums[at]) / (sums[at + 1] - sums[at])) / steps;
  }
  values[table_pieces] = 1;
  struct Table table;
  for (int i = 0; i < table_pieces; i++) {
    const double a = values[i], b = values[i + 1], rise = b - a;
    // Slopes are those of the neighbours' secant; the pieces at the ends are straight.
    const int isEnd = i == 0 || i == table_pieces - 1;
    const double da = isEnd ? rise : (b - values[i - 1]) / 2;
    const double db = isEnd ? rise : (values[i + 2] - a) / 2;
    const double c[4] = {a, da, 3 * rise - 2 * da - db, da + db - 2 * rise};
    for (int k = 0; k < 4; k++) table.pieces[i][k] = (k == 0 ? low : 0) + (high - low) * c[k];
  }
  return table;
}

static struct Table pert_table(double low, double mode, double high) {
  const double width = high - low;
  return beta_table(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, low, high);
}

struct Board {
  double peak, bandwidth, memory, link, price, watts;
};
static const struct Board boards[] = {
  {312e12, 1.555e12, 40e9, 300e9, 1.29, 400},   {312e12, 2.039e12, 80e9, 300e9, 1.79, 400},
  {756e12, 2.000e12, 80e9, 64e9, 2.20, 350},    {989e12, 3.350e12, 80e9, 450e9, 2.69, 700},
  {989e12, 4.800e12, 141e9, 450e9, 3.30, 700},  {2250e12, 8.000e12, 192e9, 900e9, 5.50, 1000},
  {362e12, 0.864e12, 48e9, 32e9, 0.99, 350},    {1307e12, 5.300e12, 192e9, 448e9, 2.60, 750},
  {121e12, 0.300e12, 24e9, 32e9, 0.60, 72},     {1835e12, 3.700e12, 128e9, 300e9, 2.40, 900},
};
struct Format {
  double weight, cache, speed;
};
static const struct Format formats[] = {{2, 2, 1}, {1, 2, 1}, {1, 1, 2}, {0.5, 2, 1}, {0.5, 1, 2}};

static const double L = 80, D = 8192, DKV = 1024, FFN = 28672, V = 128256;

// A figure's samples: the first ones tell between which bounds each quantile lies; of the others those there are kept.
enum { head = 1 << 16, quantiles = 3, most_figures = 2 };
static const double shares[quantiles] = {0.05, 0.5, 0.95};
struct Sieve {
  double low, high, *values;
  size_t below, count, capacity;
};

#define NAME(FUNCTION) portable_##FUNCTION
#include "workloads.h"
#undef NAME

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NAME(FUNCTION) avx2_##FUNCTION
#include "workloads.h"
#undef NAME
#pragma clang attribute pop

#pragma clang attribute push( \
    __attribute__((target("avx2,fma,avx512f,avx512dq,avx512bw,avx512vl"), min_vector_width(512))), \
    apply_to = function)
#define NAME(FUNCTION) avx512_##FUNCTION
#include "workloads.h"
#undef NAME
#pragma clang attribute pop

#define BEST(FUNCTION)                              \
  (ck_best() == CK_AVX512     ? avx512_##FUNCTION   \
       : ck_best() == CK_AVX2 ? avx2_##FUNCTION     \
                              : portable_##FUNCTION)
#else
#define BEST(FUNCTION) portable_##FUNCTION
#endif


static int has_room(struct Sieve *sieve, size_t n) {
  if (sieve->capacity - sieve->count >= n) return 1;
  const size_t capacity = 2 * (sieve->capacity + n);
  double *values = realloc(sieve->values, capacity * sizeof(double));
  if (values == NULL) return 0;
  sieve->values = values;
  sieve->capacity = capacity;
  return 1;
}

// Puts the number of a rank in its place, with none greater before it and none smaller behind it.
static double selected(double *x, size_t n, size_t rank) {
  size_t low = 0, high = n - 1;
  while (low < high) {
    const double pivot = x[rank];
    size_t i = low, j = high;
    while (i <= j) {
      while (x[i] < pivot) i++;
      while (x[j] > pivot) j--;
      if (i > j) break;
      const double swapped = x[i];
      x[i++] = x[j];
      x[j] = swapped;
      if (j-- == 0) break;
    }
    if (j + 1 <= rank) low = i <= rank ? i : low;
    if (j < rank && i > rank) break;
    if (rank < i) high = j;
  }
  return x[rank];
}

typedef void Block(struct Streams *streams, const struct Table *tables, Lanes *out[]);

struct Part {
  double sums[most_figures];
  struct Sieve sieves[most_figures][quantiles];
};

struct Job {
  Block *run;
  void (*sift)(struct Sieve *sieve, const double *x, size_t n);
  double (*sum)(const double *x, size_t n);
  const struct Table *tables;
  size_t figures, samples, threads;
  struct Part *parts;
};

static struct Streams streams_of(uint64_t thread) {
  struct Streams streams;
  uint64_t state = 0x9e3779b97f4a7c15 * (thread + 1);
  uint64_t *words = (uint64_t *)streams.states;
  for (size_t i = 0; i < sizeof streams / sizeof *words; i++) {
    // SplitMix64.
    uint64_t z = state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    words[i] = z ^ (z >> 31);
  }
  return streams;
}

static void run_part(void *context, size_t thread) {
  const struct Job *job = context;
  struct Part *part = &job->parts[thread];
  struct Streams streams = streams_of(thread + 1);
  Lanes figures[most_figures][block];
  Lanes *out[] = {figures[0], figures[1]};
  const size_t start = job->samples * thread / job->threads;
  const size_t end = job->samples * (thread + 1) / job->threads;
  for (size_t done = start; done < end; done += block * lanes) {
    const size_t count = end - done < block * lanes ? end - done : block * lanes;
    job->run(&streams, job->tables, out);
    for (size_t f = 0; f < job->figures; f++) {
      part->sums[f] += job->sum((double *)figures[f], count);
      for (int q = 0; q < quantiles; q++) {
        struct Sieve *sieve = &part->sieves[f][q];
        if (has_room(sieve, count)) job->sift(sieve, (double *)figures[f], count);
      }
    }
  }
}

// Runs a workload; NaN where a quantile was missed, or memory was.
static void evaluate(struct Job *job, struct CRStatistics *statistics) {
  const size_t first = job->samples < head ? job->samples : head, all = job->samples;
  double *kept = malloc(sizeof(double) * most_figures * head);
  job->parts = calloc(job->threads + 1, sizeof *job->parts);
  for (size_t f = 0; f < job->figures; f++) {
    statistics[f] = (struct CRStatistics){NAN, NAN, NAN, NAN};
  }
  if (kept == NULL || job->parts == NULL || all == 0) goto done;
  // The head belongs to the part behind all others.
  struct Streams streams = streams_of(0);
  Lanes figures[most_figures][block];
  Lanes *out[] = {figures[0], figures[1]};
  for (size_t done = 0; done < first; done += block * lanes) {
    const size_t count = first - done < block * lanes ? first - done : block * lanes;
    job->run(&streams, job->tables, out);
    for (size_t f = 0; f < job->figures; f++) {
      memcpy(kept + f * head + done, figures[f], count * sizeof(double));
    }
  }
  for (size_t f = 0; f < job->figures; f++) {
    for (int q = 0; q < quantiles; q++) {
      const double middle = shares[q] * first, margin = 6 * sqrt(middle * (1 - shares[q])) + 2;
      const int isAll = first == all;
      const double low = isAll || middle < margin ? -INFINITY
                                                  : selected(kept + f * head, first, middle - margin);
      const double high = isAll || middle + margin >= first
          ? INFINITY : selected(kept + f * head, first, middle + margin);
      for (size_t t = 0; t <= job->threads; t++) {
        job->parts[t].sieves[f][q].low = low;
        job->parts[t].sieves[f][q].high = high;
      }
      struct Sieve *sieve = &job->parts[job->threads].sieves[f][q];
      if (has_room(sieve, first)) job->sift(sieve, kept + f * head, first);
    }
    job->parts[job->threads].sums[f] = job->sum(kept + f * head, first);
  }
  job->samples -= first;
  ck_parallel(job->threads, run_part, job);
  for (size_t f = 0; f < job->figures; f++) {
    double sum = 0, found[quantiles];
    for (size_t t = 0; t <= job->threads; t++) sum += job->parts[t].sums[f];
    for (int q = 0; q < quantiles; q++) {
      struct Sieve *sieve = &job->parts[job->threads].sieves[f][q];
      for (size_t t = 0; t < job->threads; t++) {
        const struct Sieve *other = &job->parts[t].sieves[f][q];
        sieve->below += other->below;
        if (other->count == 0 || !has_room(sieve, other->count)) continue;
        memcpy(sieve->values + sieve->count, other->values, other->count * sizeof(double));
        sieve->count += other->count;
      }
      const size_t rank = (size_t)(shares[q] * all) - sieve->below;
      found[q] = rank < sieve->count ? selected(sieve->values, sieve->count, rank) : NAN;
    }
    statistics[f] = (struct CRStatistics){sum / all, found[0], found[1], found[2]};
  }
done:
  for (size_t t = 0; job->parts != NULL && t <= job->threads; t++) {
    for (size_t f = 0; f < job->figures; f++) {
      for (int q = 0; q < quantiles; q++) free(job->parts[t].sieves[f][q].values);
    }
  }
  free(job->parts);
  free(kept);
}

struct CRStatistics cr_serving_cost(size_t samples, size_t threads) {
  const struct Table tables[] = {beta_table(4, 6, 0, 1), pert_table(0.25, 0.45, 0.70)};
  struct Job job = {
    BEST(serving_block), BEST(sift), BEST(sum), tables, 1, samples, threads, NULL};
  struct CRStatistics total;
  evaluate(&job, &total);
  return total;
}

struct CROwnership cr_ownership(size_t samples, size_t threads) {
  const struct Table tables[] = {
    pert_table(0.28, 0.38, 0.50), beta_table(2, 18, 0, 1), pert_table(1.08, 1.2, 1.5),
    beta_table(3, 30, 0, 1), beta_table(3, 60, 0, 1)};
  struct Job job = {
    BEST(ownership_block), BEST(sift), BEST(sum), tables, 2, samples, threads, NULL};
  struct CRStatistics figures[2];
  evaluate(&job, figures);
  return (struct CROwnership){figures[0], figures[1]};
}

struct Sweep {
  struct CRBest *parts;
  size_t threads;
};

static void run_sweep(void *context, size_t thread) {
  const struct Sweep *sweep = context;
  BEST(roofline)(250 * thread / sweep->threads, 250 * (thread + 1) / sweep->threads,
      &sweep->parts[thread]);
}

struct CRBest cr_roofline(size_t threads) {
  struct CRBest best = {INFINITY, 0, 0, 250 * 64 * 64};
  struct Sweep sweep = {calloc(threads, sizeof best), threads};
  if (sweep.parts == NULL) return best;
  for (size_t t = 0; t < threads; t++) sweep.parts[t].cost = INFINITY;
  ck_parallel(threads, run_sweep, &sweep);
  for (size_t t = 0; t < threads; t++) {
    best.feasible += sweep.parts[t].feasible;
    if (sweep.parts[t].cost < best.cost) {
      best.cost = sweep.parts[t].cost;
      best.point = sweep.parts[t].point;
    }
  }
  free(sweep.parts);
  return best;
}
