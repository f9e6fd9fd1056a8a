#pragma once

#include <histedit.h>
#include <stdbool.h>

/// The functions of libedit that are used here, with the types its header gives them.
typedef struct {
  typeof(&el_init) init;
  typeof(&el_end) end;
  typeof(&el_wgets) wgets;
  typeof(&el_wset) wset;
  typeof(&el_wget) wget;
  typeof(&el_set) set;
  typeof(&el_get) get;
  typeof(&el_source) source;
  typeof(&el_resize) resize;
  typeof(&el_wline) wline;
  typeof(&el_winsertstr) winsertstr;
  typeof(&el_deletestr) deletestr;
  typeof(&el_cursor) cursor;
  typeof(&el_beep) beep;
  typeof(&el_wpush) wpush;
  typeof(&history_winit) history_winit;
  typeof(&history_wend) history_wend;
  typeof(&history_w) history_w;
} libedit_functions;

/// Finds them in the library of the system; false where it is not there.
bool libedit_load(libedit_functions *functions);
