#define _GNU_SOURCE
#include "CPlatform.h"
#include <signal.h>
#include <string.h>

static volatile sig_atomic_t caught = 0;

static void note(int number) { caught = number; }

void gongkai_catch_signals(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  // The second signal finds the default action and ends the process at once.
  action.sa_flags = SA_RESTART | SA_RESETHAND;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, 0);
  sigaction(SIGTERM, &action, 0);
  sigaction(SIGHUP, &action, 0);
}

int gongkai_caught_signal(void) { return caught; }
