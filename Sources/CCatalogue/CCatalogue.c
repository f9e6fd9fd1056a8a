#include "CCatalogue.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The data files become part of the binary, so that it needs nothing beside it and reads nothing at start.

static const unsigned char accelerators[] = {
#embed "data/accelerators.csv"
};

static const unsigned char models[] = {
#embed "data/models.csv"
};

const unsigned char *catalogue_accelerators(void) { return accelerators; }
long catalogue_accelerators_length(void) { return sizeof accelerators; }
const unsigned char *catalogue_models(void) { return models; }
long catalogue_models_length(void) { return sizeof models; }
