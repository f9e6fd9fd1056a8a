#include "libedit.h"

#include <dlfcn.h>
#include <stddef.h>

#ifdef __APPLE__
static const char *const names[] = {"libedit.3.dylib", "libedit.dylib"};
#else
static const char *const names[] = {"libedit.so.2", "libedit.so.0", "libedit.so"};
#endif

bool libedit_load(libedit_functions *functions) {
  void *library = NULL;
  for (size_t place = 0; library == NULL && place < sizeof names / sizeof names[0]; place++)
    library = dlopen(names[place], RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return false;
#define FIND(field, name) \
  ((functions->field = (typeof(functions->field))dlsym(library, #name)) != NULL)
  return FIND(init, el_init) && FIND(end, el_end) && FIND(wgets, el_wgets) && FIND(wset, el_wset)
    && FIND(wget, el_wget) && FIND(set, el_set) && FIND(get, el_get) && FIND(source, el_source)
    && FIND(resize, el_resize) && FIND(wline, el_wline) && FIND(winsertstr, el_winsertstr)
    && FIND(deletestr, el_deletestr) && FIND(cursor, el_cursor) && FIND(beep, el_beep) && FIND(wpush, el_wpush)
    && FIND(history_winit, history_winit) && FIND(history_wend, history_wend)
    && FIND(history_w, history_w);
#undef FIND
}
