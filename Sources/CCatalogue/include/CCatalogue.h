#pragma once

/// The bytes of each data file, and how many there are.
const unsigned char *catalogue_accelerators(void);
long catalogue_accelerators_length(void);
const unsigned char *catalogue_models(void);
long catalogue_models_length(void);
