#include "base/base.h"

#include "io/fd.h"

#include <fcntl.h>
#include <poll.h>

__attribute__((constructor)) static void hold_standard_descriptors(void)
{
    for (int fd = 0; fd <= 2; fd++) {
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF) {
            /* open() takes the lowest free number, which is this one. */
            int held = open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
            if (held != fd && held >= 0) {
                close(held);
            }
        }
    }
}

/* O_NOCTTY: a terminal named as a file must not become ours. EINTR comes of FIFOs, which wait. */
int fd_open(const char *path, int flags, mode_t mode)
{
    int fd;
    do {
        fd = open(path, flags | O_CLOEXEC | O_NOCTTY, mode);
    } while (fd < 0 && errno == EINTR);
    return fd;
}

/* Whether a call that failed is worth another try, after waiting for the descriptor if need be. */
static bool again(int fd, short event)
{
    if (errno == EINTR) {
        return true;
    }
    if (errno != EAGAIN) {
        return false;
    }
    struct pollfd wait = {.fd = fd, .events = event};
    return poll(&wait, 1, -1) >= 0 || errno == EINTR;
}

ssize_t fd_read(int fd, char *p, size_t n)
{
    ssize_t got;
    do {
        got = read(fd, p, n);
    } while (got < 0 && again(fd, POLLIN));
    return got;
}

bool fd_write(int fd, const char *p, size_t n)
{
    while (n > 0) {
        ssize_t put = write(fd, p, n);
        if (put > 0) {
            p += put;
            n -= (size_t)put;
        } else if (put == 0) {
            errno = ENOSPC; /* a device that takes nothing and says nothing */
            return false;
        } else if (!again(fd, POLLOUT)) {
            return false;
        }
    }
    return true;
}

void fd_hasten(int fd, uint64_t from, uint64_t n)
{
    /* Whether it does anything, or can, is of no matter: fsync tells. */
    sync_file_range(fd, (off64_t)from, (off64_t)n, SYNC_FILE_RANGE_WRITE);
}

bool fd_settle(int fd)
{
    /* Every close of a descriptor flushes its file, that of a duplicate too. */
    int twin = fcntl(fd, F_DUPFD_CLOEXEC, 3);
    return twin < 0 || fd_close(twin);
}

/* After EINTR the descriptor is closed on Linux; with EBADF no write can have succeeded. */
bool fd_close(int fd)
{
    return close(fd) == 0 || errno == EINTR || errno == EBADF;
}
