/*
 * child.h - runs a piece of a test in a child process, for what ends the process: die(), signals,
 * exits. Its stdout and stderr are caught.
 *
 *     struct child child = child_run(function, context);
 *     CHECK_INT(child.status, 4);  CHECK_STR(str_of(child.err), S("crm: ..."));
 */
#ifndef CRM_CHILD_H
#define CRM_CHILD_H

#include "base/base.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>

struct child {
    int status; /* exit status, or -N where signal N ended it */
    size_t out_n;
    char out[8192]; /* what it wrote, cut */
    char err[8192];
};

/* Of the leak sanitizer, where the test is built with it: die() frees nothing, and need not. */
__attribute__((weak)) void __lsan_disable(void);

/* Reads both pipes to their ends, so that neither fills up; more than fits is dropped. */
static inline void child_collect(struct child *child, int out, int err)
{
    struct pollfd fds[2] = {{.fd = out, .events = POLLIN}, {.fd = err, .events = POLLIN}};
    size_t err_n = 0;
    while (fds[0].fd >= 0 || fds[1].fd >= 0) {
        poll(fds, 2, -1);
        for (int i = 0; i < 2; i++) {
            if (fds[i].fd < 0 || !fds[i].revents) {
                continue;
            }
            char piece[4096];
            ssize_t n = read(fds[i].fd, piece, sizeof piece);
            char *into = i == 0 ? child->out : child->err;
            size_t *have = i == 0 ? &child->out_n : &err_n;
            for (ssize_t k = 0; k < n && *have < sizeof child->out - 1; k++) {
                into[(*have)++] = piece[k];
            }
            if (n <= 0) {
                close(fds[i].fd);
                fds[i].fd = -1;
            }
        }
    }
}

static inline struct child child_run(void (*run)(void *context), void *context)
{
    struct child child = {0};
    int out[2];
    int err[2];
    fflush(NULL);
    if (pipe(out) < 0 || pipe(err) < 0) {
        abort();
    }
    pid_t pid = fork();
    if (pid == 0) {
        dup2(out[1], STDOUT_FILENO);
        dup2(err[1], STDERR_FILENO);
        close(out[0]), close(out[1]), close(err[0]), close(err[1]);
        if (__lsan_disable) {
            __lsan_disable();
        }
        run(context);
        exit(0);
    }
    close(out[1]);
    close(err[1]);
    child_collect(&child, out[0], err[0]);
    int status;
    waitpid(pid, &status, 0);
    child.status = WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
    return child;
}

#endif
