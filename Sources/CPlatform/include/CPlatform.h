#ifndef GONGKAI_CPLATFORM_H
#define GONGKAI_CPLATFORM_H

/// Exchanges two paths atomically: renameat2(2) with RENAME_EXCHANGE.
/// Returns 0, or the value of errno.
int gongkai_exchange(const char *first, const char *second);

#endif
