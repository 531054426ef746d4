#include "base/base.h"

#include "base/mem.h"
#include "base/str.h"
#include "io/fd.h"
#include "io/replace.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>

#define LINKS_MAX 40   /* as the kernel's own limit on symbolic links */
#define BASE_MAX 200   /* of the target's name in the temporary's, which has 255 bytes in all */
#define ATTEMPTS 10000 /* temporaries that killed runs with our number left behind */

struct replacement {
    char *target;
    char *temporary;
    int fd;
    bool backup;
    size_t slot; /* in `temporaries` */
};

/* What a signal handler must unlink; a slot is set or cleared with the signals held back. */
static char *volatile temporaries[REPLACE_MAX];
static volatile pid_t owner;

static void hold_signals(sigset_t *before)
{
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, before);
}

static void release_signals(const sigset_t *before)
{
    int error = errno; /* of the call that was shielded, which the caller will report */
    pthread_sigmask(SIG_SETMASK, before, NULL);
    errno = error;
}

void replace_abandon_all(void)
{
    if (getpid() != owner) {
        return;
    }
    for (size_t i = 0; i < REPLACE_MAX; i++) {
        char *path = temporaries[i];
        if (path) {
            unlink(path); /* memory is left alone: free() is not safe in a handler */
            temporaries[i] = NULL;
        }
    }
}

/* Length of the path's directory with its slash; 0 for the working directory. */
static size_t directory_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

static char *join(const char *directory, size_t n, const char *rest)
{
    size_t length = strlen(rest);
    char *path = mem_new(n + length + 1, 1);
    memcpy(path, directory, n);
    memcpy(path + n, rest, length);
    return path;
}

/* The same file by the real path of its directory, so that two names of one file are equal. A
 * directory that is not there is left as it stands: opening will tell. */
static char *with_real_directory(char *path)
{
    char real[PATH_MAX];
    size_t n = directory_length(path);
    if (path[n] == '\0') {
        return path; /* names no file */
    }
    char *directory = join(path, n, "");
    char *found = realpath(n > 0 ? directory : ".", real);
    free(directory);
    if (!found) {
        return path;
    }
    size_t length = strlen(real);
    bool root = real[length - 1] == '/';
    char *base = join(root ? "" : "/", root ? 0 : 1, path + n);
    char *whole = join(real, length, base);
    free(base);
    free(path);
    return whole;
}

/* The path that the last component leads to; it need not exist. NULL with errno. */
static char *follow_links(const char *path)
{
    char *at = join("", 0, path);
    for (int i = 0; i < LINKS_MAX; i++) {
        char link[PATH_MAX];
        ssize_t n = readlink(at, link, sizeof link - 1);
        if (n < 0) {
            return with_real_directory(at); /* no link, or nothing there */
        }
        link[n] = '\0';
        char *next = join(at, link[0] == '/' ? 0 : directory_length(at), link);
        free(at);
        at = next;
    }
    free(at);
    errno = ELOOP;
    return NULL;
}

/* Creates the temporary with a name that nobody has, and lists it. The signals are held back. */
static bool create(struct replacement *file, mode_t mode)
{
    file->slot = 0;
    while (file->slot < REPLACE_MAX && temporaries[file->slot]) {
        file->slot++;
    }
    if (file->slot == REPLACE_MAX) {
        errno = EMFILE;
        return false;
    }
    size_t directory = directory_length(file->target);
    const char *base = file->target + directory;
    size_t room = directory + BASE_MAX + 64;
    file->temporary = mem_new(room, 1);
    for (int i = 0; i < ATTEMPTS; i++) {
        snprintf(file->temporary, room, "%.*s.%.*s.%ld.%d.tmp", (int)directory, file->target,
                 BASE_MAX, base, (long)getpid(), i);
        file->fd = fd_open(file->temporary, O_WRONLY | O_CREAT | O_EXCL, mode);
        if (file->fd >= 0) {
            owner = getpid();
            temporaries[file->slot] = file->temporary;
            return true;
        }
        if (errno != EEXIST) {
            return false;
        }
    }
    return false;
}

/* Gives the temporary the mode of the file that it will replace, and its owner where that is ours
 * to give; set-user-id bits mean another thing under another owner. */
static bool take_over(int fd, const struct stat *old)
{
    bool same_owner = fchown(fd, old->st_uid, old->st_gid) == 0;
    return fchmod(fd, old->st_mode & (same_owner ? 07777 : 0777)) == 0;
}

static bool prepare(struct replacement *file)
{
    struct stat old;
    bool exists = stat(file->target, &old) == 0;
    if (!exists && errno != ENOENT) {
        return false;
    }
    if (file->target[directory_length(file->target)] == '\0') { /* "dir/", which is not there */
        errno = file->target[0] ? EISDIR : ENOENT;
        return false;
    }
    /* Renaming would not ask for leave to write the file, only the directory. */
    if (exists && faccessat(AT_FDCWD, file->target, W_OK, AT_EACCESS) < 0) {
        return false;
    }
    sigset_t before;
    hold_signals(&before);
    /* Nobody may read what will replace a private file, not even before its mode is set. */
    bool ok = create(file, exists ? 0600 : 0666);
    if (ok && exists && !take_over(file->fd, &old)) {
        int error = errno;
        close(file->fd);
        unlink(file->temporary);
        temporaries[file->slot] = NULL;
        errno = error;
        ok = false;
    }
    release_signals(&before);
    return ok;
}

static void free_replacement(struct replacement *file)
{
    int error = errno;
    free(file->target);
    free(file->temporary);
    free(file);
    errno = error;
}

struct replacement *replace_open(const char *path, bool backup)
{
    struct replacement *file = mem_new(1, sizeof *file);
    file->backup = backup;
    file->target = follow_links(path);
    if (!file->target || !prepare(file)) {
        free_replacement(file);
        return NULL;
    }
    return file;
}

int replace_fd(const struct replacement *file)
{
    return file->fd;
}

const char *replace_target(const struct replacement *file)
{
    return file->target;
}

/* File systems that cannot fsync say so by EINVAL or EOPNOTSUPP: no loss that we could prevent. */
static bool sync_fd(int fd)
{
    int result;
    do {
        result = fsync(fd);
    } while (result < 0 && errno == EINTR);
    return result == 0 || errno == EINVAL || errno == EOPNOTSUPP;
}

bool replace_sync(struct replacement *file)
{
    return sync_fd(file->fd) && fd_close(file->fd);
}

enum backup { NO_BACKUP, LINKED, MOVED };

/*
 * Keeps the target, if there is one, under the first free name, which is left in `name`. A second
 * link leaves the target in its place until the rename; where links cannot be made it is moved.
 */
static bool keep_backup(const struct replacement *file, char *name, size_t room, enum backup *how)
{
    *how = NO_BACKUP;
    for (unsigned n = 1; n > 0; n++) {
        snprintf(name, room, "%s.~%u~", file->target, n);
        if (link(file->target, name) == 0) {
            *how = LINKED;
            return true;
        }
        struct stat there;
        if (errno == EEXIST || lstat(name, &there) == 0) {
            continue;
        }
        if (lstat(file->target, &there) < 0 || !S_ISREG(there.st_mode)) {
            return true; /* nothing to keep; if something stands in the way, rename will say so */
        }
        *how = MOVED;
        return rename(file->target, name) == 0;
    }
    return false;
}

bool replace_commit(struct replacement *file)
{
    enum backup how = NO_BACKUP;
    size_t room = strlen(file->target) + 16;
    char *kept = mem_new(room, 1);
    sigset_t before;
    hold_signals(&before);
    bool ok = !file->backup || keep_backup(file, kept, room, &how);
    if (ok && rename(file->temporary, file->target) == 0) {
        temporaries[file->slot] = NULL;
    } else if (ok) {
        int error = errno;
        if (how == MOVED) {
            rename(kept, file->target);
        } else if (how == LINKED) {
            unlink(kept);
        }
        errno = error;
        ok = false;
    }
    release_signals(&before);
    int error = errno;
    free(kept);
    errno = error;
    return ok;
}

bool replace_settle(struct replacement *file)
{
    size_t n = directory_length(file->target);
    char *directory = n > 0 ? join(file->target, n, "") : join("", 0, ".");
    int fd = fd_open(directory, O_RDONLY | O_DIRECTORY, 0);
    free(directory);
    bool ok = true; /* a directory that may be written but not read cannot be synced */
    if (fd >= 0) {
        ok = sync_fd(fd);
        int error = errno;
        close(fd);
        errno = error;
    }
    free_replacement(file);
    return ok;
}
