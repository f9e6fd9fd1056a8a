#define _GNU_SOURCE
#include "CLibedit.h"

#include "keys.h"

#include <poll.h>
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

// A signal other than Ctrl-C came that the reader of keys has to see to.
static volatile sig_atomic_t noted;

void note_other_signal(void) { noted = 1; }

bool aic_await_input(void) {
  // A signal between the last look at its flag and the wait must end the wait, too.
  sigset_t caught, before;
  sigemptyset(&caught);
  sigaddset(&caught, SIGINT);
  sigaddset(&caught, SIGTSTP);
  sigaddset(&caught, SIGWINCH);
  sigprocmask(SIG_BLOCK, &caught, &before);
  struct pollfd descriptor = {.fd = STDIN_FILENO, .events = POLLIN};
  bool isReady = !aic_interrupted() && !noted && ppoll(&descriptor, 1, NULL, &before) == 1;
  noted = 0;
  sigprocmask(SIG_SETMASK, &before, NULL);
  return isReady;
}

void aic_terminal_size(int *columns, int *rows) {
  struct winsize size;
  bool isKnown = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  *columns = isKnown && size.ws_col > 0 ? size.ws_col : 80;
  *rows = isKnown && size.ws_row > 0 ? size.ws_row : 24;
}
