#define _GNU_SOURCE
#include "CPlatform.h"
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int gongkai_sync(const char *path) {
  int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return errno;
  int code = syncfs(folder) == 0 ? 0 : errno;
  close(folder);
  return code;
}
