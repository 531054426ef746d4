#include "base/base.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

#include "base/hash.h"
#include "base/team.h"

#define MOST 256

static unsigned members = 1;
static _Thread_local bool inside;

struct job {
    void (*work)(void *context, size_t item);
    void *context;
    size_t items;
    atomic_size_t next;
};

/* Who was started stays, and waits for the next round. */
static struct {
    pthread_mutex_t lock;
    pthread_cond_t round_begins, all_done;
    struct job *job;
    uint64_t round;
    unsigned started;
    unsigned busy;
} team = {.lock = PTHREAD_MUTEX_INITIALIZER,
          .round_begins = PTHREAD_COND_INITIALIZER,
          .all_done = PTHREAD_COND_INITIALIZER};

void team_set(unsigned count)
{
    members = count < 1 ? 1 : count > MOST ? MOST : count;
}

unsigned team_members(void)
{
    return members;
}

static void take_items(struct job *job)
{
    inside = true;
    for (;;) {
        size_t item = atomic_fetch_add(&job->next, 1);
        if (item >= job->items) {
            break;
        }
        job->work(job->context, item);
    }
    inside = false;
}

static void *member(void *context)
{
    uint64_t seen = (uint64_t)(uintptr_t)context;
    pthread_mutex_lock(&team.lock);
    for (;;) {
        while (team.round == seen) {
            pthread_cond_wait(&team.round_begins, &team.lock);
        }
        seen = team.round;
        struct job *job = team.job;
        pthread_mutex_unlock(&team.lock);
        take_items(job);
        pthread_mutex_lock(&team.lock);
        if (--team.busy == 0) {
            pthread_cond_signal(&team.all_done);
        }
    }
    return NULL;
}

/* As many as there are items for, besides the caller; fewer where the system has no more. */
static void start_members(unsigned wanted)
{
    /* Signals are for the first thread, which knows what to take back. */
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    pthread_t thread;
    while (team.started < wanted &&
           pthread_create(&thread, NULL, member, (void *)(uintptr_t)team.round) == 0) {
        pthread_detach(thread);
        team.started++;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void team_run(size_t items, void (*work)(void *context, size_t item), void *context)
{
    if (members == 1 || items < 2 || inside) {
        for (size_t i = 0; i < items; i++) {
            work(context, i);
        }
        return;
    }
    struct job job = {work, context, items, 0};
    unsigned wanted = items < members ? (unsigned)items - 1 : members - 1;
    if (team.started < wanted) {
        hash_run_key(); /* drawn here, before there are several who might */
        start_members(wanted);
    }
    pthread_mutex_lock(&team.lock);
    team.job = &job;
    team.busy = team.started;
    team.round++;
    pthread_cond_broadcast(&team.round_begins);
    pthread_mutex_unlock(&team.lock);
    take_items(&job);
    pthread_mutex_lock(&team.lock);
    while (team.busy > 0) {
        pthread_cond_wait(&team.all_done, &team.lock);
    }
    pthread_mutex_unlock(&team.lock);
}
