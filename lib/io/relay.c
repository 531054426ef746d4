#include "base/base.h"

#include <pthread.h>
#include <signal.h>

#include "base/mem.h"
#include "base/team.h"
#include "io/relay.h"

#define QUIET ((uint64_t)1 << 20) /* bytes that pass before a thread starts */
#define RING ((size_t)1 << 20)
#define STEP (RING / 4) /* the thread reads when so much is free: many bytes, few meetings */

/*
 *     ring:  .... taken % RING ######## given % RING ....        given - taken <= RING
 *                 the reader takes      the thread gives
 */
struct relay {
    struct source_stage stage; /* first, so that a stage is cast to its relay */
    struct source_stage *below;
    uint64_t quiet; /* bytes left to pass without a thread */
    bool started;
    pthread_t thread;
    pthread_mutex_t lock; /* of all that follows but the ring's bytes, which have one owner each */
    pthread_cond_t more, room;
    char *ring;
    uint64_t given, taken;
    bool ended; /* nothing more will be given */
    bool left;  /* nobody will take any more */
    bool done;  /* the thread has nothing left to do */
};

static void free_relay(struct relay *relay)
{
    relay->below->close(relay->below);
    pthread_mutex_destroy(&relay->lock);
    pthread_cond_destroy(&relay->more);
    pthread_cond_destroy(&relay->room);
    free(relay->ring);
    free(relay);
}

/* With the lock held, but for the reading itself. */
static void give(struct relay *relay)
{
    size_t at = relay->given % RING;
    size_t free_bytes = RING - (size_t)(relay->given - relay->taken);
    size_t row = RING - at;
    pthread_mutex_unlock(&relay->lock);
    size_t room = row < free_bytes ? row : free_bytes;
    size_t n = relay->below->read(relay->below, relay->ring + at, room);
    pthread_mutex_lock(&relay->lock);
    relay->given += n;
    relay->ended = n == 0;
    pthread_cond_signal(&relay->more);
}

static void *work(void *context)
{
    struct relay *relay = context;
    pthread_mutex_lock(&relay->lock);
    while (!relay->ended && !relay->left) {
        if (RING - (relay->given - relay->taken) < STEP) {
            pthread_cond_wait(&relay->room, &relay->lock);
        } else {
            give(relay);
        }
    }
    bool alone = relay->left;
    relay->done = true;
    pthread_mutex_unlock(&relay->lock);
    if (alone) { /* the reader did not wait for us */
        free_relay(relay);
    }
    return NULL;
}

static void start(struct relay *relay)
{
    relay->ring = mem_grow(NULL, RING, 1);
    /* Signals are for the first thread, which knows what to take back. */
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    relay->started = pthread_create(&relay->thread, NULL, work, relay) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    relay->quiet = relay->started ? 0 : UINT64_MAX; /* without threads it goes on as it began */
}

static size_t pass(struct relay *relay, char *p, size_t room)
{
    size_t n = relay->below->read(relay->below, p, room);
    relay->quiet -= n < relay->quiet ? n : relay->quiet;
    return n;
}

static size_t take(struct relay *relay, char *p, size_t room)
{
    pthread_mutex_lock(&relay->lock);
    while (relay->given == relay->taken && !relay->ended) {
        pthread_cond_wait(&relay->more, &relay->lock);
    }
    size_t at = relay->taken % RING;
    size_t n = (size_t)(relay->given - relay->taken);
    pthread_mutex_unlock(&relay->lock);
    n = n < RING - at ? n : RING - at;
    n = n < room ? n : room;
    if (n == 0) {
        return 0;
    }
    memcpy(p, relay->ring + at, n);
    pthread_mutex_lock(&relay->lock);
    relay->taken += n;
    pthread_cond_signal(&relay->room);
    pthread_mutex_unlock(&relay->lock);
    return n;
}

static size_t read_relay(struct source_stage *stage, char *p, size_t room)
{
    struct relay *relay = (struct relay *)stage;
    if (!relay->started && relay->quiet == 0 && team_members() > 1) {
        start(relay);
    }
    size_t n = relay->started ? take(relay, p, room) : pass(relay, p, room);
    if (n == 0) {
        stage->error = relay->below->error;
        stage->status = relay->below->status;
    }
    return n;
}

static void close_relay(struct source_stage *stage)
{
    struct relay *relay = (struct relay *)stage;
    if (relay->started) {
        pthread_t thread = relay->thread;
        pthread_mutex_lock(&relay->lock);
        relay->left = true;
        bool done = relay->done;
        pthread_cond_signal(&relay->room);
        pthread_mutex_unlock(&relay->lock);
        if (!done) { /* it may wait long for bytes that nobody wants; it frees what is ours */
            pthread_detach(thread);
            return;
        }
        pthread_join(thread, NULL);
    }
    free_relay(relay);
}

struct source_stage *relay_stage(struct source_stage *below)
{
    struct relay *relay = mem_new(1, sizeof *relay);
    relay->stage = (struct source_stage){.read = read_relay, .close = close_relay};
    relay->below = below;
    relay->quiet = QUIET;
    pthread_mutex_init(&relay->lock, NULL);
    pthread_cond_init(&relay->more, NULL);
    pthread_cond_init(&relay->room, NULL);
    return &relay->stage;
}
