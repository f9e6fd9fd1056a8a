#include "CCatalogue.h"

// `#embed` (C23) puts each data file into the read-only part of the binary. Clang lists embedded
// files among this file's dependencies, so editing a CSV compiles it again.

static const unsigned char accelerators[] = {
#embed "data/accelerators.csv"
};

static const unsigned char models[] = {
#embed "data/models.csv"
};

CCatalogueFile ccatalogue_accelerators(void) {
  return (CCatalogueFile){accelerators, sizeof accelerators};
}

CCatalogueFile ccatalogue_models(void) {
  return (CCatalogueFile){models, sizeof models};
}
