#include "base/base.h"

#include "base/mem.h"
#include "stats/multiple.h"

struct place {
    double p;
    size_t at;
};

static int ascending(const void *a, const void *b)
{
    const struct place *x = a;
    const struct place *y = b;
    return (x->p > y->p) - (x->p < y->p);
}

static struct place *sorted(const double *p, size_t count)
{
    struct place *place = mem_new(count, sizeof *place);
    for (size_t i = 0; i < count; i++) {
        place[i] = (struct place){p[i], i};
    }
    qsort(place, count, sizeof *place, ascending);
    return place;
}

void multiple_bh(const double *p, size_t count, double *adjusted)
{
    struct place *place = sorted(p, count);
    double least = 1;
    for (size_t i = count; i-- > 0;) {
        double q = place[i].p * (double)count / (double)(i + 1);
        least = q < least ? q : least;
        adjusted[place[i].at] = least;
    }
    free(place);
}

void multiple_holm(const double *p, size_t count, double *adjusted)
{
    struct place *place = sorted(p, count);
    double most = 0;
    for (size_t i = 0; i < count; i++) {
        double raised = place[i].p * (double)(count - i);
        most = raised > most ? raised : most;
        adjusted[place[i].at] = most < 1 ? most : 1;
    }
    free(place);
}
