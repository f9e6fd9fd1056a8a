#define _GNU_SOURCE
#include "CLibedit.h"

#include "keys.h"
#include "libedit.h"
#include "utf8.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_ENTRIES 10000

struct aic_editor {
  EditLine *el;
  HistoryW *history;
  aic_completer completer;
  void *context;
  key_source keys;
  wchar_t *prompt;
  /// What a paste of several lines leaves to be handed out behind the line that is edited.
  char *rest;
  /// The text that was handed out last.
  char *text;
};

/// Filled once, when the first editor is opened.
static libedit_functions lib;

static aic_editor *editor_of(EditLine *el) {
  aic_editor *editor = NULL;
  lib.wget(el, EL_CLIENTDATA, &editor);
  return editor;
}

void aic_use_utf8(void) {
  // Never LC_NUMERIC: figures are read and printed with a point.
  if (setlocale(LC_CTYPE, "") == NULL || strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) setlocale(LC_CTYPE, "C.utf8");
  }
}

static void put(const char *bytes) {
  fflush(stdout);
  (void)!write(STDOUT_FILENO, bytes, strlen(bytes));
}

// MARK: - Where the cursor is

/// How many rows below that of the prompt a place of the line stands.
static size_t row_of(const aic_editor *editor, const wchar_t *place) {
  int columns, rows;
  aic_terminal_size(&columns, &rows);
  size_t row = 0, column = 0;
  const wchar_t *line = lib.wline(editor->el)->buffer;
  bool isShown = true;
  for (const wchar_t *at = editor->prompt; *at != 0; at++) {
    if (*at == 1) isShown = !isShown;
    else if (isShown) column++;
  }
  for (const wchar_t *at = line; at < place; at++) {
    int width = *at < 0x20 ? 2 : wcwidth(*at);
    if (*at == L'\n') {
      row++;
      column = 0;
    } else if (width > 0) {
      column += (size_t)width;
      if (column > (size_t)columns) {
        row++;
        column = (size_t)width;
      }
    }
  }
  return row + column / (size_t)columns;
}

/// Moves the terminal's cursor to a row below the line that is edited.
static void leave_line(aic_editor *editor) {
  const LineInfoW *line = lib.wline(editor->el);
  size_t down = row_of(editor, line->lastchar) - row_of(editor, line->cursor);
  while (down-- > 0) put("\n");
  put("\r\n");
}

// MARK: - Signals while a line is edited

static volatile sig_atomic_t stopped, resized;

static void note_signal(int signal) {
  if (signal == SIGTSTP) stopped = 1;
  if (signal == SIGWINCH) resized = 1;
  note_other_signal();
}

static struct sigaction action(void (*handler)(int)) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  return action;
}

static void set_bracketed_paste(bool isOn) { put(isOn ? "\033[?2004h" : "\033[?2004l"); }

/// Ctrl-Z: gives the terminal back, stops, and takes it again.
static void stop(aic_editor *editor) {
  stopped = 0;
  leave_line(editor);
  set_bracketed_paste(false);
  lib.wset(editor->el, EL_PREP_TERM, 0);
  struct sigaction usual = action(SIG_DFL), own;
  sigaction(SIGTSTP, &usual, &own);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &own, NULL);
  lib.wset(editor->el, EL_PREP_TERM, 1);
  set_bracketed_paste(true);
  lib.wset(editor->el, EL_REFRESH);
}

/// The window has another size: the line is drawn again where it begins.
static void resize(aic_editor *editor) {
  resized = 0;
  // Terminals fold the line anew by themselves; the cursor stays on its character.
  size_t up = row_of(editor, lib.wline(editor->el)->cursor);
  lib.resize(editor->el);
  put("\r");
  while (up-- > 0) put("\033[A");
  put("\033[J");
  lib.wset(editor->el, EL_REFRESH);
}

static void on_signal(void *context) {
  if (stopped) stop(context);
  if (resized) resize(context);
}

// MARK: - What libedit calls

static int next_key(EditLine *el, wchar_t *key) {
  aic_editor *editor = editor_of(el);
  int got = read_key(&editor->keys, key);
  if (got < 0 && aic_interrupted()) {
    int saved = errno;
    put("^C");
    leave_line(editor);
    errno = saved;
  }
  return got;
}

static wchar_t *prompt(EditLine *el) { return editor_of(el)->prompt; }

static unsigned char complete(EditLine *el, wint_t key) {
  (void)key;
  aic_editor *editor = editor_of(el);
  const LineInfoW *line = lib.wline(el);
  char *text = utf8_from_wide(line->buffer, (size_t)(line->lastchar - line->buffer));
  char *before = utf8_from_wide(line->buffer, (size_t)(line->cursor - line->buffer));
  if (text != NULL && before != NULL && editor->completer != NULL)
    editor->completer(editor->context, editor, text, strlen(before));
  free(text);
  free(before);
  return CC_REFRESH;
}

/// A paste of one line is typed; one of several ends the line, and all of it is handed out.
static unsigned char paste(EditLine *el, wint_t key) {
  (void)key;
  aic_editor *editor = editor_of(el);
  char *text = editor->keys.paste;
  editor->keys.paste = NULL;
  if (text == NULL) return CC_NORM;
  char *lineEnd = strchr(text, '\n');
  if (lineEnd != NULL) {
    const LineInfoW *line = lib.wline(el);
    int after = (int)(line->lastchar - line->cursor);
    char *tail = utf8_from_wide(line->cursor, (size_t)after);
    lib.cursor(el, after);
    lib.deletestr(el, after);
    free(editor->rest);
    editor->rest = NULL;
    if (asprintf(&editor->rest, "%s%s", lineEnd + 1, tail != NULL ? tail : "") < 0)
      editor->rest = NULL;
    free(tail);
    *lineEnd = 0;
  }
  wchar_t *first = wide_from_utf8(text);
  if (first != NULL && *first != 0) lib.winsertstr(el, first);
  free(first);
  free(text);
  if (lineEnd != NULL) lib.wpush(el, L"\n");
  return CC_REFRESH;
}

static unsigned char further_line(EditLine *el, wint_t key) {
  (void)key;
  lib.winsertstr(el, L"\n");
  return CC_REFRESH;
}

// MARK: - Opening and closing

static void bind(aic_editor *editor, const wchar_t *key, const wchar_t *function) {
  lib.wset(editor->el, EL_BIND, key, function, NULL);
}

static bool is_vi(aic_editor *editor) {
  const wchar_t *mode = NULL;
  return lib.wget(editor->el, EL_EDITOR, &mode) == 0 && mode != NULL && wcscmp(mode, L"vi") == 0;
}

/// Keys that both editing modes have.
static void bind_common(aic_editor *editor) {
  bind(editor, L"\t", L"aic-complete");
  bind(editor, L"^R", L"em-inc-search-prev");
}

/// Keys that begin with an escape, which vi mode needs for itself.
static void bind_emacs(aic_editor *editor) {
  static const wchar_t *const keys[][2] = {
    {L"\\e[1;5C", L"em-next-word"}, {L"\\e[1;5D", L"ed-prev-word"},
    {L"\\e[1;3C", L"em-next-word"}, {L"\\e[1;3D", L"ed-prev-word"},
    {L"\\e[H", L"ed-move-to-beg"}, {L"\\e[F", L"ed-move-to-end"},
    {L"\\eOH", L"ed-move-to-beg"}, {L"\\eOF", L"ed-move-to-end"},
    {L"\\e[1~", L"ed-move-to-beg"}, {L"\\e[4~", L"ed-move-to-end"},
    {L"\\e[3~", L"ed-delete-next-char"}, {L"\\e\\r", L"aic-line"}, {L"\\e\\n", L"aic-line"},
  };
  for (size_t place = 0; place < sizeof keys / sizeof keys[0]; place++)
    bind(editor, keys[place][0], keys[place][1]);
}

aic_editor *aic_editor_open(const char *program, aic_completer completer, void *context) {
  if (!libedit_load(&lib)) return NULL;
  aic_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->completer = completer;
  editor->context = context;
  editor->keys.onSignal = on_signal;
  editor->keys.context = editor;
  editor->prompt = wide_from_utf8("");
  editor->el = lib.init(program, stdin, stdout, stderr);
  editor->history = lib.history_winit();
  if (editor->prompt == NULL || editor->el == NULL || editor->history == NULL) {
    aic_editor_close(editor);
    return NULL;
  }
  HistEventW event;
  lib.history_w(editor->history, &event, H_SETSIZE, MOST_ENTRIES);
  lib.history_w(editor->history, &event, H_SETUNIQUE, 1);
  EditLine *el = editor->el;
  lib.wset(el, EL_CLIENTDATA, editor);
  lib.wset(el, EL_SIGNAL, 0);
  lib.wset(el, EL_GETCFN, next_key);
  lib.wset(el, EL_PROMPT_ESC, prompt, L'\1');
  lib.wset(el, EL_HIST, lib.history_w, editor->history);
  lib.wset(el, EL_EDITOR, L"emacs");
  lib.wset(el, EL_ADDFN, L"aic-complete", L"Complete the word", complete);
  lib.wset(el, EL_ADDFN, L"aic-paste", L"Take what was pasted", paste);
  lib.wset(el, EL_ADDFN, L"aic-line", L"Begin a further line", further_line);
  bind_common(editor);
  bind_emacs(editor);
  // The user's own settings come last; choosing vi mode binds every key anew.
  lib.source(el, NULL);
  if (is_vi(editor)) {
    bind_common(editor);
    lib.wset(el, EL_BIND, L"-a", L"^^", L"aic-paste", NULL);
  }
  bind(editor, L"^^", L"aic-paste");
  return editor;
}

void aic_editor_close(aic_editor *editor) {
  if (editor->el != NULL) lib.end(editor->el);
  if (editor->history != NULL) lib.history_wend(editor->history);
  free(editor->keys.paste);
  free(editor->prompt);
  free(editor->rest);
  free(editor->text);
  free(editor);
}

// MARK: - Reading

aic_reading aic_editor_read(
  aic_editor *editor, const char *prompt, const char **text, size_t *typed
) {
  wchar_t *wide = wide_from_utf8(prompt);
  if (wide == NULL) return AIC_END_OF_INPUT;
  free(editor->prompt);
  editor->prompt = wide;
  struct sigaction own = action(note_signal), stop, resize;
  sigaction(SIGTSTP, &own, &stop);
  sigaction(SIGWINCH, &own, &resize);
  stopped = resized = 0;
  lib.resize(editor->el);
  set_bracketed_paste(true);
  // libedit would show the prompt first, and what was typed meanwhile would be echoed twice.
  lib.wset(editor->el, EL_PREP_TERM, 1);
  int count = 0;
  const wchar_t *line = lib.wgets(editor->el, &count);
  set_bracketed_paste(false);
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGWINCH, &resize, NULL);
  char *rest = editor->rest;
  editor->rest = NULL;
  if (aic_interrupted() || line == NULL || count <= 0) {
    free(rest);
    return aic_interrupted() ? AIC_INTERRUPTED : AIC_END_OF_INPUT;
  }
  if (line[count - 1] == L'\n') count--;
  char *own_text = utf8_from_wide(line, (size_t)count);
  *typed = own_text != NULL ? strlen(own_text) : 0;
  free(editor->text);
  editor->text = own_text;
  if (rest != NULL && own_text != NULL) {
    if (asprintf(&editor->text, "%s\n%s", own_text, rest) < 0) editor->text = NULL;
    free(own_text);
  }
  free(rest);
  *text = editor->text;
  return editor->text != NULL ? AIC_LINE : AIC_END_OF_INPUT;
}

void aic_editor_remember(aic_editor *editor, const char *entry) {
  wchar_t *wide = wide_from_utf8(entry);
  HistEventW event;
  if (wide != NULL) lib.history_w(editor->history, &event, H_ENTER, wide);
  free(wide);
}

// MARK: - For a completer

void aic_editor_replace(aic_editor *editor, size_t characters, const char *text) {
  lib.deletestr(editor->el, (int)characters);
  wchar_t *wide = wide_from_utf8(text);
  if (wide != NULL && *wide != 0) lib.winsertstr(editor->el, wide);
  free(wide);
}

void aic_editor_show(aic_editor *editor, const char *lines) {
  leave_line(editor);
  put(lines);
  lib.wset(editor->el, EL_REFRESH);
}

void aic_editor_beep(aic_editor *editor) { lib.beep(editor->el); }
