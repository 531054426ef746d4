#include "unit.h"

#include "base/team.h"
#include "io/relay.h"
#include "stage.h"

#include <pthread.h>
#include <unistd.h>

#define MIB ((size_t)1 << 20)

/* No two stretches alike, so that nothing can be lost, doubled or moved unseen. */
static struct str text_of(size_t n)
{
    char *p = mem_new(n, 1);
    uint32_t state = 1;
    for (size_t i = 0; i < n; i++) {
        state = state * 1664525 + 1013904223; /* Numerical Recipes' generator */
        p[i] = (char)(state >> 24);
    }
    return (struct str){p, n};
}

/* The same bytes up to the same error, for every size of reads below and above, long and short. */
static void pass_on(struct str all)
{
    static const size_t chunks[] = {1000, 70001, 5 * MIB};
    static const size_t lengths[] = {0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB + 7, 5 * MIB};
    for (size_t i = 0; i < COUNT_OF(lengths); i++) {
        for (size_t k = 0; k < COUNT_OF(chunks) * COUNT_OF(chunks); k++) {
            struct str text = str_slice(all, 0, lengths[i]);
            struct memory_stage *memory = memory_stage(text, chunks[k % COUNT_OF(chunks)]);
            unsigned closed = 0;
            memory->error_at_end = k % 2 ? "broken off" : NULL;
            memory->closed = &closed;
            struct source_stage *stage = relay_stage(&memory->stage);
            struct str got = stage_all(stage, chunks[k / COUNT_OF(chunks)]);
            CHECK(str_eq(got, text));
            CHECK_STR(str_of(stage->error), str_of(k % 2 ? "broken off" : NULL));
            CHECK_INT(stage->status, k % 2 ? STATUS_SYSTEM : STATUS_OK);
            char after;
            CHECK_INT(stage->read(stage, &after, 1), 0);
            stage->close(stage);
            while (__atomic_load_n(&closed, __ATOMIC_SEQ_CST) == 0) {
                usleep(100); /* the thread closes what it still had in hand */
            }
            CHECK_INT(closed, 1);
            free((char *)(uintptr_t)got.p);
        }
    }
}

/* Gives bytes until it has given `most`, then waits for the gate: a pipe whose writer sleeps. */
struct slow {
    struct source_stage stage;
    size_t given, most;
    pthread_t reader;
    pthread_mutex_t *gate;
    _Atomic bool *closed;
};

static size_t read_slow(struct source_stage *stage, char *p, size_t room)
{
    struct slow *slow = (struct slow *)stage;
    slow->reader = pthread_self();
    if (slow->given >= slow->most) {
        pthread_mutex_lock(slow->gate);
        pthread_mutex_unlock(slow->gate);
        return 0;
    }
    memset(p, 'a', room);
    slow->given += room;
    return room;
}

static void close_slow(struct source_stage *stage)
{
    struct slow *slow = (struct slow *)stage;
    *slow->closed = true;
    free(slow);
}

static struct slow *slow_stage(size_t most, pthread_mutex_t *gate, _Atomic bool *closed)
{
    struct slow *slow = mem_new(1, sizeof *slow);
    slow->stage = (struct source_stage){.read = read_slow, .close = close_slow};
    slow->most = most;
    slow->gate = gate;
    slow->closed = closed;
    return slow;
}

/* Who closes need not wait for a read that may never return. */
static void leave(void)
{
    pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
    _Atomic bool closed = false;
    char piece[4096];
    struct source_stage *stage = relay_stage(&slow_stage(MIB + MIB / 2, &gate, &closed)->stage);
    pthread_mutex_lock(&gate);
    for (size_t n = 0; n < MIB + 4096; n += sizeof piece) {
        CHECK_INT(stage->read(stage, piece, sizeof piece), sizeof piece);
    }
    stage->close(stage);
    CHECK(!closed);
    pthread_mutex_unlock(&gate);
    for (unsigned i = 0; i < 10000 && !closed; i++) {
        usleep(1000);
    }
    CHECK(closed);
}

/* A thread of its own from the second MiB on, if the run has more than one. */
static void threads(void)
{
    pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
    char *piece = mem_new(MIB, 1);
    for (unsigned members = 1; members <= 2; members++) {
        _Atomic bool closed = false;
        team_set(members);
        struct slow *slow = slow_stage(2 * MIB, &gate, &closed);
        struct source_stage *stage = relay_stage(&slow->stage);
        for (size_t n = 0; n < MIB;) {
            n += stage->read(stage, piece, MIB - n);
        }
        CHECK(pthread_equal(slow->reader, pthread_self()));
        size_t n, rest = 0;
        while ((n = stage->read(stage, piece, MIB)) > 0) {
            rest += n;
        }
        CHECK_INT(rest, MIB);
        CHECK((pthread_equal(slow->reader, pthread_self()) != 0) == (members == 1));
        stage->close(stage);
        for (unsigned i = 0; i < 10000 && !closed; i++) {
            usleep(1000);
        }
        CHECK(closed);
    }
    free(piece);
}

int main(void)
{
    struct str text = text_of(5 * MIB);
    for (unsigned members = 1; members <= 2; members++) {
        team_set(members);
        pass_on(text);
    }
    leave();
    threads();
    free((char *)(uintptr_t)text.p);
    return unit_end();
}
