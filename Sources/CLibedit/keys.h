#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

/// Bytes from the terminal, one key after the other.
typedef struct {
  /// What was read ahead of the keys that were handed out.
  unsigned char ahead[8];
  size_t aheadCount;
  /// A pasted text that was read and is not taken yet.
  char *paste;
  /// What happens where a signal that ends nothing came between two bytes.
  void (*onSignal)(void *context);
  void *context;
} key_source;

/// Ends the next wait for input, or the one that is on.
void note_other_signal(void);

/// Stands for a paste among the keys.
#define PASTE_KEY 0x1E

/// The next key: 1, 0 at the end of the input, -1 where Ctrl-C or an error ends the line.
int read_key(key_source *keys, wchar_t *key);
