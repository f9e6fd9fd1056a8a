#include "utf8.h"

#include <stdint.h>
#include <stdlib.h>

size_t utf8_length(unsigned char first) {
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  if (first >= 0xF0 && first < 0xF5) return 4;
  return 1;
}

wchar_t *wide_from_utf8(const char *text) {
  size_t size = 0;
  while (text[size] != 0) size++;
  wchar_t *wide = malloc((size + 1) * sizeof *wide);
  if (wide == NULL) return NULL;
  size_t count = 0;
  for (size_t place = 0; place < size;) {
    unsigned char first = (unsigned char)text[place];
    size_t length = utf8_length(first);
    uint32_t scalar = length == 1 ? first : first & (0x7Fu >> length);
    // The text ends with a zero, which continues no sequence.
    size_t read = 1;
    while (read < length && ((unsigned char)text[place + read] & 0xC0) == 0x80)
      scalar = scalar << 6 | ((unsigned char)text[place + read++] & 0x3Fu);
    if (read < length || (length == 1 && first >= 0x80)) scalar = 0xFFFD;
    wide[count++] = (wchar_t)scalar;
    place += read;
  }
  wide[count] = 0;
  return wide;
}

char *utf8_from_wide(const wchar_t *text, size_t count) {
  unsigned char *bytes = malloc(4 * count + 1);
  if (bytes == NULL) return NULL;
  size_t size = 0;
  for (size_t place = 0; place < count; place++) {
    uint32_t scalar = (uint32_t)text[place];
    if (scalar > 0x10FFFF || (scalar >= 0xD800 && scalar < 0xE000)) scalar = 0xFFFD;
    if (scalar < 0x80) {
      bytes[size++] = (unsigned char)scalar;
    } else if (scalar < 0x800) {
      bytes[size++] = (unsigned char)(0xC0 | scalar >> 6);
      bytes[size++] = (unsigned char)(0x80 | (scalar & 0x3F));
    } else if (scalar < 0x10000) {
      bytes[size++] = (unsigned char)(0xE0 | scalar >> 12);
      bytes[size++] = (unsigned char)(0x80 | (scalar >> 6 & 0x3F));
      bytes[size++] = (unsigned char)(0x80 | (scalar & 0x3F));
    } else {
      bytes[size++] = (unsigned char)(0xF0 | scalar >> 18);
      bytes[size++] = (unsigned char)(0x80 | (scalar >> 12 & 0x3F));
      bytes[size++] = (unsigned char)(0x80 | (scalar >> 6 & 0x3F));
      bytes[size++] = (unsigned char)(0x80 | (scalar & 0x3F));
    }
  }
  bytes[size] = 0;
  return (char *)bytes;
}
