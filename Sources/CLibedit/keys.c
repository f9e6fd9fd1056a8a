#define _GNU_SOURCE
#include "keys.h"

#include "CLibedit.h"
#include "utf8.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// A paste is no longer than a script may be.
#define LONGEST_PASTE (64u << 20)
/// How long the bytes behind an escape may take to be one key with it.
#define ESCAPE_MS 30

static int next_byte(key_source *keys, unsigned char *byte) {
  while (true) {
    if (aic_interrupted()) {
      errno = EINTR;
      return -1;
    }
    if (!aic_await_input()) {
      keys->onSignal(keys->context);
      continue;
    }
    ssize_t count = read(STDIN_FILENO, byte, 1);
    if (count >= 0) return (int)count;
    if (errno != EINTR) return -1;
  }
}

static bool has_more(void) {
  struct pollfd descriptor = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&descriptor, 1, ESCAPE_MS) == 1;
}

static int take_byte(key_source *keys, unsigned char *byte) {
  if (keys->aheadCount == 0) return next_byte(keys, byte);
  *byte = keys->ahead[0];
  memmove(keys->ahead, keys->ahead + 1, --keys->aheadCount);
  return 1;
}

// MARK: - Pastes

/// Line ends as `\n`, tabs as blanks, no other control characters.
static void clean(char *text, size_t size) {
  size_t kept = 0;
  for (size_t place = 0; place < size; place++) {
    char character = text[place];
    if (character == '\r') {
      if (place + 1 < size && text[place + 1] == '\n') continue;
      character = '\n';
    }
    if (character == '\t') character = ' ';
    if ((unsigned char)character >= 0x20 || character == '\n') text[kept++] = character;
  }
  text[kept] = 0;
}

/// Reads up to the mark that ends a paste.
static bool read_paste(key_source *keys) {
  static const char end[] = "\033[201~";
  const size_t endSize = sizeof end - 1;
  size_t capacity = 4096, size = 0;
  char *text = malloc(capacity);
  unsigned char byte;
  while (text != NULL && next_byte(keys, &byte) == 1) {
    if (size + 2 > capacity) {
      char *larger = capacity < LONGEST_PASTE ? realloc(text, capacity * 2) : NULL;
      if (larger == NULL) break;
      text = larger;
      capacity *= 2;
    }
    text[size++] = (char)byte;
    if (size >= endSize && memcmp(text + size - endSize, end, endSize) == 0) {
      clean(text, size - endSize);
      free(keys->paste);
      keys->paste = text;
      return true;
    }
  }
  free(text);
  return false;
}

/// Whether an escape begins a paste; what was read and does not stands in `ahead`.
static bool begins_paste(key_source *keys) {
  static const char mark[] = "[200~";
  for (size_t place = 0; place < sizeof mark - 1; place++) {
    unsigned char byte;
    if (!has_more() || next_byte(keys, &byte) != 1) return false;
    keys->ahead[keys->aheadCount++] = byte;
    if (byte != (unsigned char)mark[place]) return false;
  }
  keys->aheadCount = 0;
  return true;
}

int read_key(key_source *keys, wchar_t *key) {
  unsigned char bytes[5] = {0};
  int got = take_byte(keys, &bytes[0]);
  if (got != 1) return got;
  if (bytes[0] == 0x1B && keys->aheadCount == 0 && begins_paste(keys)) {
    if (!read_paste(keys)) return -1;
    *key = PASTE_KEY;
    return 1;
  }
  size_t length = utf8_length(bytes[0]);
  for (size_t place = 1; place < length; place++) {
    if (keys->aheadCount == 0 && !has_more()) break;
    if (take_byte(keys, &bytes[place]) != 1) break;
  }
  wchar_t *wide = wide_from_utf8((const char *)bytes);
  if (wide == NULL) return -1;
  *key = wide[0];
  free(wide);
  return 1;
}
