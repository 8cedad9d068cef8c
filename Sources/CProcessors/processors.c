// Swift cannot see these calls.

#define _GNU_SOURCE
#include <sched.h>

#include "processors.h"

#ifdef __linux__

int current_processor(void) { return sched_getcpu(); }

void leave_processor(int processor) {
  cpu_set_t all;
  if (processor < 0 || sched_getaffinity(0, sizeof all, &all)) return;
  cpu_set_t others = all;
  CPU_CLR(processor, &others);
  if (sched_setaffinity(0, sizeof others, &others)) return;
  sched_setaffinity(0, sizeof all, &all);
}

#else

int current_processor(void) { return -1; }

void leave_processor(int processor) {}

#endif
