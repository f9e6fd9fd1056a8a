#pragma once

#include <sys/types.h>

/// Starts a program at a terminal of its own, in a folder; gives the other end of the terminal, or -1.
int pseudo_terminal_start(
  const char *_Nonnull program, char *_Nullable const *_Nonnull arguments,
  char *_Nullable const *_Nonnull environment, const char *_Nonnull folder, int columns, int rows,
  pid_t *_Nonnull process);

/// Gives the terminal another size, which its program is told.
void pseudo_terminal_resize(int descriptor, int columns, int rows);
