#include "unit.h"

#include "base/team.h"

#define ITEMS 1000

struct count {
    unsigned done[ITEMS];
    uint64_t part[ITEMS];
};

static void square(void *context, size_t item)
{
    struct count *count = context;
    count->done[item]++;
    count->part[item] = item * item;
}

/* Work within work is done on the spot. */
static void twice(void *context, size_t item)
{
    struct count *all = context;
    struct count own = {0};
    team_run(3, square, &own);
    all->done[item] = own.done[0] + own.done[1] + own.done[2];
}

int main(void)
{
    CHECK_INT(team_members(), 1);
    for (unsigned members = 1; members <= 5; members++) {
        struct count count = {0};
        team_set(members);
        team_run(ITEMS, square, &count);
        uint64_t sum = 0;
        bool once = true;
        for (size_t i = 0; i < ITEMS; i++) {
            once &= count.done[i] == 1;
            sum += count.part[i];
        }
        CHECK(once);
        CHECK_INT(sum, 999LL * 1000 * 1999 / 6);
        team_run(0, square, &count);
        team_run(1, square, &count);
        CHECK_INT(count.done[0], 2);
        team_run(7, twice, &count);
        CHECK_INT(count.done[6], 3);
    }
    return unit_end();
}
