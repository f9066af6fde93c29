/* Makes every fdatasync take longer, as on a disk that is not in the same box. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int fdatasync(int file) {
  static int (*real)(int);
  static long wait = -1;
  if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  if (wait < 0) {
    const char *said = getenv("SLOW_SYNC_MICROSECONDS");
    wait = said ? atol(said) : 0;
  }
  int result = real(file);
  if (wait > 0) {
    struct timespec pause = {wait / 1000000, (wait % 1000000) * 1000};
    nanosleep(&pause, 0);
  }
  return result;
}
