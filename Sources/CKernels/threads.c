#define _GNU_SOURCE
#include "CKernels.h"

#include <pthread.h>
#include <sched.h>
#include <unistd.h>

struct Task {
  void (*body)(void *context, size_t thread);
  void *context;
  size_t thread;
};

static void *run(void *argument) {
  const struct Task *task = argument;
  task->body(task->context, task->thread);
  return NULL;
}

void ck_parallel(size_t threads, void (*body)(void *context, size_t thread), void *context) {
  enum { most = 256 };
  pthread_t handles[most];
  struct Task tasks[most];
  size_t started = 0;
  // What cannot have a thread of its own runs on this one.
  for (size_t thread = 1; thread < threads; thread++) {
    if (started < most) {
      tasks[started] = (struct Task){body, context, thread};
      if (pthread_create(&handles[started], NULL, run, &tasks[started]) == 0) {
        started++;
        continue;
      }
    }
    body(context, thread);
  }
  body(context, 0);
  for (size_t i = 0; i < started; i++) pthread_join(handles[i], NULL);
}

size_t ck_processors(void) {
#if defined(__linux__)
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return (size_t)CPU_COUNT(&set);
#endif
  const long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? (size_t)count : 1;
}
