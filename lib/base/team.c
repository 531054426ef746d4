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

void team_set(unsigned count)
{
    members = count < 1 ? 1 : count > MOST ? MOST : count;
}

unsigned team_members(void)
{
    return members;
}

static void *take_items(void *context)
{
    struct job *job = context;
    inside = true;
    for (;;) {
        size_t item = atomic_fetch_add(&job->next, 1);
        if (item >= job->items) {
            break;
        }
        job->work(job->context, item);
    }
    inside = false;
    return NULL;
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
    pthread_t thread[MOST];
    unsigned wanted = items < members ? (unsigned)items - 1 : members - 1;
    unsigned started = 0;
    hash_run_key(); /* drawn here, before there are several who might */
    /* Signals are for the first thread, which knows what to take back. */
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    while (started < wanted && pthread_create(&thread[started], NULL, take_items, &job) == 0) {
        started++;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    take_items(&job);
    for (unsigned i = 0; i < started; i++) {
        pthread_join(thread[i], NULL);
    }
}
