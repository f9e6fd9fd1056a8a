#pragma once

#include <stddef.h>
#include <wchar.h>

/// Text between UTF-8 and the wide characters of libedit (UCS-4), whatever the locale is.
/// What is not UTF-8 becomes U+FFFD. The results are to be freed; null where memory is out.
wchar_t *wide_from_utf8(const char *text);
char *utf8_from_wide(const wchar_t *text, size_t count);

/// How many bytes a sequence takes that begins with this byte; 1 where none does.
size_t utf8_length(unsigned char first);
