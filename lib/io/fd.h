/*
 * fd.h - file descriptors: calls that finish what they begin, and standard streams that are there.
 *
 * EINTR is retried, short writes are continued, and a descriptor that somebody set to non-blocking
 * is waited for.
 *
 * A program may be started with descriptor 0, 1 or 2 closed (`crm-score >&-`). The next open()
 * would then land on that number and rows would flow into the wrong file. So, before main, each
 * missing one is held by /dev/null opened the wrong way round: using it is still EBADF, and its
 * number is taken.
 */
#ifndef CRM_FD_H
#define CRM_FD_H

#include "base/base.h"

#include <sys/types.h>

/* As open(2), closed on exec; -1 with errno. */
int fd_open(const char *path, int flags, mode_t mode);
/* As read(2): 0 at the end, -1 with errno. */
ssize_t fd_read(int fd, char *p, size_t n);
/* Writes all n bytes; false with errno. */
bool fd_write(int fd, const char *p, size_t n);
/* What closing it would report (a disk quota over NFS), without closing; false with errno. */
bool fd_settle(int fd);
/* Begins to bring these bytes of a file to the disk, so that an fsync to come waits less. */
void fd_hasten(int fd, uint64_t from, uint64_t n);
/* Closes; false with errno where written bytes may be lost. */
bool fd_close(int fd);

#endif
