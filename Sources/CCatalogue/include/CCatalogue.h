#pragma once

#include <stddef.h>

/// A data file embedded in the binary: its bytes live as long as the process.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} CCatalogueFile;

CCatalogueFile ccatalogue_accelerators(void);
CCatalogueFile ccatalogue_models(void);
CCatalogueFile ccatalogue_cloud_prices(void);
CCatalogueFile ccatalogue_past_prices(void);
CCatalogueFile ccatalogue_token_prices(void);
CCatalogueFile ccatalogue_energy(void);
CCatalogueFile ccatalogue_storage_prices(void);
CCatalogueFile ccatalogue_conventions(void);
