#ifndef GONGKAI_CPLATFORM_H
#define GONGKAI_CPLATFORM_H

/// Exchanges two paths atomically: renameat2(2) with RENAME_EXCHANGE.
/// Returns 0, or the value of errno.
int gongkai_exchange(const char *first, const char *second);

/// Writes what is cached of the file system that holds `path` to its device: syncfs(2).
/// Returns 0, or the value of errno.
int gongkai_sync(const char *path);

/// From now on the first SIGINT, SIGTERM or SIGHUP is only noted; a second one ends the process.
void gongkai_catch_signals(void);

/// The number of the signal that was noted, or 0.
int gongkai_caught_signal(void);

#endif
