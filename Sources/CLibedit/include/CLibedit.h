#pragma once

#include <stdbool.h>
#include <stddef.h>

/// A line of text edited at a terminal by libedit, behind functions that Swift can call.
///
/// libedit is loaded when the first editor is opened, so that a run without a conversation does
/// not pay for it, and a machine without it still has all the rest.
typedef struct aic_editor aic_editor;

/// Asked for completions of the text up to a byte; answers by the functions below.
typedef void (*aic_completer)(
  void *_Nullable context, aic_editor *_Nonnull editor, const char *_Nonnull line,
  size_t cursor);

/// How reading a line ended.
typedef enum {
  AIC_LINE,
  AIC_END_OF_INPUT,
  AIC_INTERRUPTED,
} aic_reading;

/// Makes characters UTF-8 whatever the locale says, and leaves numbers alone.
void aic_use_utf8(void);

/// An editor on standard input and output; null where libedit is not to be had.
aic_editor *_Nullable aic_editor_open(
  const char *_Nonnull program, aic_completer _Nullable completer, void *_Nullable context);

void aic_editor_close(aic_editor *_Nonnull editor);

/// Reads a line, or all of a pasted text; it belongs to the editor until the next is read.
///
/// - prompt: without line ends; bytes between two `\1` take no columns.
/// - typed: how many bytes of the text stand on the screen already.
aic_reading aic_editor_read(
  aic_editor *_Nonnull editor, const char *_Nonnull prompt, const char *_Nullable *_Nonnull text,
  size_t *_Nonnull typed);

/// Adds an entry that can be recalled.
void aic_editor_remember(aic_editor *_Nonnull editor, const char *_Nonnull entry);

/// For a completer: replaces so many characters before the cursor by a text.
void aic_editor_replace(aic_editor *_Nonnull editor, size_t characters, const char *_Nonnull text);

/// For a completer: shows lines below the one that is edited, which is drawn again under them.
void aic_editor_show(aic_editor *_Nonnull editor, const char *_Nonnull lines);

/// For a completer: says that there is nothing.
void aic_editor_beep(aic_editor *_Nonnull editor);

/// The columns and rows of the terminal; 80 and 24 where it does not say.
void aic_terminal_size(int *_Nonnull columns, int *_Nonnull rows);

/// Catches Ctrl-C from now on: it ends reads, and is asked for below.
void aic_catch_interrupts(void);

/// Whether Ctrl-C was pressed since this was last forgotten.
bool aic_interrupted(void);

void aic_forget_interrupt(void);

/// Waits for something to read on standard input; false where a signal that is caught came first.
bool aic_await_input(void);
