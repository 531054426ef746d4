#include "base/base.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "report/plot.h"
#include "value/utf8.h"

#define SVG_MOST (16 << 20) /* bytes of all charts */

struct plot {
    pid_t child;
    int fd; /* a socket: scripts to the child, SVG back */
    struct buf script;
    size_t charts;
};

static bool spawn(pid_t *child, int fd)
{
    static char program[] = "gnuplot", no_init[] = "-d", standard_input[] = "-";
    char *const argv[] = {program, no_init, standard_input, NULL};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, fd, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fd, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    int error = posix_spawnp(child, program, &actions, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    return error == 0;
}

struct plot *plot_start(void)
{
    int fds[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) != 0) {
        return NULL;
    }
    struct plot *plot = mem_new(1, sizeof *plot);
    bool started = spawn(&plot->child, fds[1]);
    close(fds[1]);
    if (!started) {
        close(fds[0]);
        free(plot);
        return NULL;
    }
    plot->fd = fds[0];
    buf_init(&plot->script, BUF_UNBOUNDED);
    return plot;
}

size_t plot_add(struct plot *plot, int width, int height, struct str script)
{
    buf_printf(&plot->script,
               "reset\nset terminal svg size %d,%d dynamic noenhanced font 'sans-serif,13'\n"
               "set output\nset encoding utf8\nunset key\nset style fill solid 1.0 noborder\n",
               width, height);
    buf_str(&plot->script, script);
    buf_str(&plot->script, S("\nset output\n"));
    return plot->charts++;
}

void plot_quote(struct str text, struct buf *script)
{
    buf_byte(script, '\'');
    for (size_t control; text.n > 0; text = str_slice(text, control > 0 ? control : 1, text.n)) {
        char c = text.p[0];
        control = utf8_control(text);
        if (c == '"' || c == '\'') {
            /* A " would end an attribute when the SVG is cleaned; a ' doubled is not always one. */
            buf_str(script, c == '"' ? S("\xE2\x80\x9D") : S("\xE2\x80\x99"));
        } else {
            buf_byte(script, control > 0 ? ' ' : c);
        }
    }
    buf_byte(script, '\'');
}

/* Writes the scripts and reads what comes back, at once: neither side may fill up and wait. */
static bool converse(struct plot *plot, struct buf *out)
{
    size_t sent = 0;
    bool writing = true;
    for (;;) {
        struct pollfd poller = {plot->fd, (short)(POLLIN | (writing ? POLLOUT : 0)), 0};
        if (poll(&poller, 1, -1) < 0 && errno != EINTR) {
            return false;
        }
        if (writing && (poller.revents & POLLOUT)) {
            ssize_t n = send(plot->fd, plot->script.p + sent, plot->script.n - sent,
                             MSG_NOSIGNAL | MSG_DONTWAIT);
            sent += n > 0 ? (size_t)n : 0;
            if (sent == plot->script.n || (n < 0 && errno != EAGAIN && errno != EINTR)) {
                shutdown(plot->fd, SHUT_WR);
                writing = false;
            }
        }
        if (poller.revents & (POLLIN | POLLHUP | POLLERR)) {
            char *room = buf_reserve(out, 65536);
            if (!room) {
                return false;
            }
            ssize_t n = read(plot->fd, room, 65536);
            if (n == 0) {
                return sent == plot->script.n;
            }
            if (n < 0 && errno != EINTR && errno != EAGAIN) {
                return false;
            }
            out->n += n > 0 ? (size_t)n : 0;
        }
    }
}

static bool reap(const struct plot *plot)
{
    int status;
    pid_t got;
    do {
        got = waitpid(plot->child, &status, 0);
    } while (got < 0 && errno == EINTR);
    return got == plot->child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* The text without what stands from an opening mark to the closing one behind it. */
static void drop(struct buf *out, struct str text, struct str open, struct str end_mark)
{
    while (text.n > 0) {
        size_t at = str_find(text, open);
        buf_str(out, str_slice(text, 0, at));
        text = str_slice(text, at + open.n, text.n);
        size_t end = str_find(text, end_mark);
        text = str_slice(text, end + end_mark.n, text.n);
    }
}

static unsigned number_at(struct str text, size_t *i)
{
    unsigned n = 0;
    while (*i < text.n && (text.p[*i] == ' ' || text.p[*i] == ',')) {
        ++*i;
    }
    while (*i < text.n && text.p[*i] >= '0' && text.p[*i] <= '9' && n < 1000) {
        n = n * 10 + (unsigned)(text.p[(*i)++] - '0');
    }
    return n;
}

/* Our stand-in colours become the page's. */
static void put_colours(struct buf *out, struct str text)
{
    while (text.n > 0) {
        size_t at = str_find(text, S("rgb("));
        buf_str(out, str_slice(text, 0, at));
        if (at == text.n) {
            return;
        }
        if (at == 0 || (text.p[at - 1] != '"' && text.p[at - 1] != '\'')) { /* a label's own word */
            buf_str(out, S("rgb("));
            text = str_slice(text, at + 4, text.n);
            continue;
        }
        size_t i = at + 4;
        unsigned r = number_at(text, &i);
        unsigned g = number_at(text, &i);
        unsigned b = number_at(text, &i);
        i += i < text.n; /* the bracket */
        if (r == 10 && g == 10) {
            buf_printf(out, "var(--c%u)", b);
        } else {
            buf_str(out, r == 1 && g == 2 && b == 4 ? S("var(--rule)") : S("currentColor"));
        }
        text = str_slice(text, i, text.n);
    }
}

static struct str clean(struct arena *arena, struct str svg)
{
    static const struct str unwanted[][2] = {
        {{"<title>", 7}, {"</title>", 8}},
        {{"<desc>", 6}, {"</desc>", 7}},
        {{"<defs>", 6}, {"</defs>", 7}},
        {{" id=\"", 5}, {"\"", 1}},
        {{" xmlns:xlink=\"", 14}, {"\"", 1}},
        {{" font-family=\"", 14}, {"\"", 1}},
        {{" color=\"", 8}, {"\"", 1}}, /* else currentColor would be black on a dark page */
    };
    struct buf text, next;
    buf_init(&text, BUF_UNBOUNDED);
    buf_init(&next, BUF_UNBOUNDED);
    put_colours(&text, svg);
    for (size_t i = 0; i < COUNT_OF(unwanted); i++) {
        buf_clear(&next);
        drop(&next, buf_view(&text), unwanted[i][0], unwanted[i][1]);
        struct buf swap = text;
        text = next;
        next = swap;
    }
    struct str result = arena_str(arena, buf_view(&text));
    buf_free(&text);
    buf_free(&next);
    return result;
}

bool plot_run(struct plot *plot, struct arena *arena, struct str svg[PLOT_CHARTS])
{
    struct buf out;
    buf_init(&out, SVG_MOST);
    bool ok = converse(plot, &out);
    close(plot->fd);
    ok &= reap(plot);
    struct str rest = buf_view(&out);
    for (size_t i = 0; i < plot->charts && ok; i++) {
        size_t begin = str_find(rest, S("<svg"));
        size_t end = str_find(rest, S("</svg>"));
        ok = begin < end && end < rest.n;
        if (ok) {
            svg[i] = clean(arena, str_slice(rest, begin, end + 6));
            rest = str_slice(rest, end + 6, rest.n);
        }
    }
    buf_free(&out);
    buf_free(&plot->script);
    free(plot);
    return ok;
}
