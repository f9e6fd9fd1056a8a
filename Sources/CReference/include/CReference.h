#ifndef CREFERENCE_H
#define CREFERENCE_H

#include <stddef.h>

// The three workloads as one would write them by hand in C, to measure aic against: eight lanes at a time, all in one
// loop, with products and sums contracted where the processor can. Nothing else in the project uses them.

/// What is said of the samples of one figure; the quantiles are exact.
struct CRStatistics {
  double mean, p5, p50, p95;
};

/// examples/workloads/serving-cost.aic: the total.
struct CRStatistics cr_serving_cost(size_t samples, size_t threads);

/// examples/workloads/ownership.aic: what it is worth today, and the lowest sum of cash.
struct CROwnership {
  struct CRStatistics value, lowest;
};
struct CROwnership cr_ownership(size_t samples, size_t threads);

/// examples/workloads/roofline.aic: the best of all points, the last axis fastest, and how many meet every condition.
struct CRBest {
  double cost;
  size_t point, feasible, points;
};
struct CRBest cr_roofline(size_t threads);

#endif
