#include "base/base.h"

#include "analysis/asof.h"
#include "base/mem.h"

/* Day numbers of 0001-01-01 and 9999-12-31. */
#define EARLIEST (-719162)
#define LATEST 2932896

void asof_see(struct asof_days *days, int32_t day)
{
    if (day < EARLIEST || day > LATEST) {
        return;
    }
    if (!days->seen) {
        days->seen = mem_new((LATEST - EARLIEST) / 8 + 1, 1);
        days->first = days->last = day;
    }
    uint32_t bit = (uint32_t)(day - EARLIEST);
    days->seen[bit / 8] = (uint8_t)(days->seen[bit / 8] | 1u << bit % 8);
    days->first = day < days->first ? day : days->first;
    days->last = day > days->last ? day : days->last;
}

void asof_add(struct asof_days *days, const struct asof_days *other)
{
    for (int64_t day = other->first; other->seen && day <= other->last; day++) {
        if (asof_saw(other, (int32_t)day)) {
            asof_see(days, (int32_t)day);
        }
    }
}

int32_t asof_latest(const struct asof_days *days)
{
    return days->seen ? days->last : DATE_NONE;
}

bool asof_saw(const struct asof_days *days, int32_t day)
{
    if (!days->seen || day < days->first || day > days->last) {
        return false;
    }
    uint32_t bit = (uint32_t)(day - EARLIEST);
    return days->seen[bit / 8] >> bit % 8 & 1;
}

bool asof_stands_alone(const struct asof_days *days, struct asof_alone *alone)
{
    if (!days->seen) {
        return false;
    }
    int32_t before = DATE_NONE;
    unsigned earlier = 0;
    for (int32_t day = days->first; day < days->last; day++) {
        if (asof_saw(days, day)) {
            before = day;
            earlier++;
        }
    }
    if (earlier < 2) {
        return false; /* no spacing to compare with */
    }
    *alone = (struct asof_alone){days->last, before,
                                 (double)(before - days->first) / (double)(earlier - 1)};
    double gap = days->last - before;
    return gap > 31 && gap > 10 * alone->usual;
}

void asof_free(struct asof_days *days)
{
    free(days->seen);
    *days = (struct asof_days){0};
}
