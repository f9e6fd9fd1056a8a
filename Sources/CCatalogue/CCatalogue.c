#include "CCatalogue.h"

// With CCATALOGUE_EMPTY there are no facts: what they cost at start-up is measured against that
// (`aic-bench catalogue`).
#ifdef CCATALOGUE_EMPTY

#define FILE_OF(name) \
  CCatalogueFile ccatalogue_##name(void) { return (CCatalogueFile){(const unsigned char *)"", 0}; }

#else

// `#embed` (C23) puts each data file into the read-only part of the binary. Clang lists embedded
// files among this file's dependencies, so editing a CSV compiles it again.

static const unsigned char accelerators[] = {
#embed "data/accelerators.csv"
};

static const unsigned char models[] = {
#embed "data/models.csv"
};

static const unsigned char cloud_prices[] = {
#embed "data/cloud-prices.csv"
};

static const unsigned char past_prices[] = {
#embed "data/past-prices.csv"
};

static const unsigned char token_prices[] = {
#embed "data/token-prices.csv"
};

static const unsigned char energy[] = {
#embed "data/energy.csv"
};

static const unsigned char storage_prices[] = {
#embed "data/storage-prices.csv"
};

static const unsigned char conventions[] = {
#embed "data/conventions.csv"
};

#define FILE_OF(name) \
  CCatalogueFile ccatalogue_##name(void) { return (CCatalogueFile){name, sizeof name}; }

#endif

FILE_OF(accelerators)
FILE_OF(models)
FILE_OF(cloud_prices)
FILE_OF(past_prices)
FILE_OF(token_prices)
FILE_OF(energy)
FILE_OF(storage_prices)
FILE_OF(conventions)
