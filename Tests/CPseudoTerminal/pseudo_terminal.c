#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <unistd.h>

#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#endif

int pseudo_terminal_start(
  const char *program, char *const *arguments, char *const *environment, const char *folder,
  int columns, int rows, pid_t *process
) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  int descriptor = -1;
  pid_t child = forkpty(&descriptor, NULL, NULL, &size);
  if (child == 0) {
    // Between here and there nothing may allocate: other threads may have held the lock.
    // A thread of a pool holds signals back, which a person's shell does not.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    static const int signals[] = {SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE, SIGHUP};
    for (size_t place = 0; place < sizeof signals / sizeof signals[0]; place++)
      signal(signals[place], SIG_DFL);
    if (chdir(folder) == 0) execve(program, arguments, environment);
    _exit(127);
  }
  if (child < 0) return -1;
  fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  *process = child;
  return descriptor;
}

void pseudo_terminal_resize(int descriptor, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(descriptor, TIOCSWINSZ, &size);
}
