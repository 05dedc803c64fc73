// Becomes another program, within limits that the program can't lift:
//   limited <parent> <data> <file> <cpu> <program> <argument>…
//   parent  process id of whoever starts this: when that dies, the program is killed
//   data    bytes of memory it may write to, threads' stacks included
//   file    bytes that a file it writes may have
//   cpu     seconds of processor time
// A launcher of its own, since Lambda's image has no prlimit and a shell can't do all of this.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// What a shell says when it can't run a program.
enum { CANNOT_RUN = 126 };

// The input, the output, the source's connection, what FFmpeg opens to move the index: a handful.
enum { OPEN_FILES = 32 };

// Every thread has one; a quarter of the usual size, and what FFmpeg's own builds for musl take.
enum { STACK = 2 << 20 };

static void fail(const char *what) {
  fprintf(stderr, "limited: %s: %s\n", what, strerror(errno));
  exit(CANNOT_RUN);
}

static rlim_t number(const char *text) {
  char *end;
  errno = 0;
  unsigned long long value = strtoull(text, &end, 10);
  if (errno || *end || *text < '0' || *text > '9') {
    errno = EINVAL;
    fail(text);
  }
  return value;
}

static void limit(int resource, rlim_t most) {
  struct rlimit both = {most, most};
  if (setrlimit(resource, &both)) {
    fail("setrlimit");
  }
}

// The kernel's signal is for a death from now on; a parent that died before is another one by now.
static void die_with(pid_t parent) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0)) {
    fail("prctl");
  }
  if (getppid() != parent) {
    errno = ESRCH;
    fail("parent");
  }
}

// If memory runs out all the same, the kernel is to take this process and not its parent.
static void die_first(void) {
  int file = open("/proc/self/oom_score_adj", O_WRONLY);
  if (file < 0 || write(file, "1000", 4) != 4 || close(file)) {
    // Not everywhere: then the kernel takes the largest, which is this one too.
  }
}

int main(int count, char **arguments) {
  if (count < 6) {
    errno = EINVAL;
    fail("arguments");
  }
  die_with((pid_t)number(arguments[1]));
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) {
    fail("prctl");
  }
  die_first();
  limit(RLIMIT_DATA, number(arguments[2]));
  limit(RLIMIT_FSIZE, number(arguments[3]));
  limit(RLIMIT_CPU, number(arguments[4]));
  limit(RLIMIT_NOFILE, OPEN_FILES);
  limit(RLIMIT_STACK, STACK);
  limit(RLIMIT_CORE, 0);
  // Linux before 5.9 has no such call: there it is enough that Java closes what it has open.
  syscall(SYS_close_range, 3U, ~0U, 0U);
  execv(arguments[5], arguments + 5);
  fail(arguments[5]);
}
