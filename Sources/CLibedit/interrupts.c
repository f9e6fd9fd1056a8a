#define _GNU_SOURCE
#include "CLibedit.h"

#include <signal.h>
#include <stdatomic.h>
#include <sys/ioctl.h>
#include <unistd.h>

static atomic_bool interrupted;

static void note_interrupt(int signal) {
  (void)signal;
  atomic_store(&interrupted, true);
}

void aic_catch_interrupts(void) {
  struct sigaction action = {0};
  action.sa_handler = note_interrupt;
  sigemptyset(&action.sa_mask);
  // Without SA_RESTART, so that a read at the prompt ends.
  sigaction(SIGINT, &action, NULL);
}

bool aic_interrupted(void) { return atomic_load(&interrupted); }

void aic_forget_interrupt(void) { atomic_store(&interrupted, false); }

void aic_terminal_size(int *columns, int *rows) {
  struct winsize size;
  bool isKnown = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  *columns = isKnown && size.ws_col > 0 ? size.ws_col : 80;
  *rows = isKnown && size.ws_row > 0 ? size.ws_row : 24;
}
