#ifndef GONGKAI_CPLATFORM_H
#define GONGKAI_CPLATFORM_H

/// Exchanges two paths atomically: renameat2(2) with RENAME_EXCHANGE.
/// Returns 0, or the value of errno.
int gongkai_exchange(const char *first, const char *second);

/// Writes what is cached of the file system that holds `path` to its device: syncfs(2).
/// Returns 0, or the value of errno.
int gongkai_sync(const char *path);

#endif
