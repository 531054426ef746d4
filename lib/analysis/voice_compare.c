#include "base/base.h"

#include <math.h>

#include "analysis/voice_compare.h"
#include "base/mem.h"
#include "stats/ranks.h"

static struct voice_difference of_nps(const struct voice_answers *a, const struct voice_answers *b,
                                      enum voice_interval interval)
{
    struct nps_counts x = voice_nps_counts(a), y = voice_nps_counts(b);
    struct nps_difference d = nps_compare(&x, &y, voice_nps_interval(interval));
    return (struct voice_difference){100 * d.difference, 100 * d.low, 100 * d.high, d.z, NAN, d.p};
}

static struct voice_difference of_shares(const struct voice_question *q,
                                         const struct voice_answers *a,
                                         const struct voice_answers *b,
                                         enum voice_interval interval)
{
    double n_a = voice_effective(a), n_b = voice_effective(b);
    double hits_a = voice_favourable(q, a) / voice_weight(a) * n_a;
    double hits_b = voice_favourable(q, b) / voice_weight(b) * n_b;
    bool corrected = interval == VOICE_WILSON_CC;
    struct proportion limits =
        corrected || interval == VOICE_WALD
            ? proportion_difference_wald(hits_a, n_a, hits_b, n_b, corrected)
            : proportion_difference(hits_a, n_a, hits_b, n_b);
    struct proportion_test test = proportion_compare(hits_a, n_a, hits_b, n_b, corrected);
    return (struct voice_difference){limits.share, limits.low, limits.high, test.z, NAN, test.p};
}

static struct voice_difference of_means(const struct voice_answers *a, const struct voice_answers *b)
{
    struct mean_sums x = voice_mean_sums(a), y = voice_mean_sums(b);
    struct mean m = mean_of(&x), n = mean_of(&y);
    struct mean_test t = mean_welch(&m, &n);
    return (struct voice_difference){t.difference, t.low, t.high, t.t, t.freedom, t.p};
}

struct voice_difference voice_compare(const struct voice_question *q, const struct voice_answers *a,
                                      const struct voice_answers *b, enum voice_interval interval)
{
    if (a->n == 0 || b->n == 0) {
        return (struct voice_difference){NAN, NAN, NAN, NAN, NAN, NAN};
    }
    return q->measure == VOICE_NPS    ? of_nps(a, b, interval)
           : q->measure == VOICE_CSAT ? of_shares(q, a, b, interval)
                                      : of_means(a, b);
}

/* Weights as shares of the effective n, in `columns` classes. */
static void classes(const struct voice_question *q, const struct voice_answers *a, double *row)
{
    double part = a->n > 0 ? voice_effective(a) / voice_weight(a) : 0;
    for (size_t i = 0; i < a->count; i++) {
        int32_t answer = a->bar[i].answer;
        size_t column = q->measure == VOICE_NPS ? (size_t)(voice_class(answer) + 1)
                                                : voice_is_favourable(q, answer);
        row[column] += voice_bar_weight(&a->bar[i]) * part;
    }
}

static struct voice_overall by_classes(const struct voice_question *q,
                                       const struct voice_answers *const *groups, size_t count)
{
    size_t columns = q->measure == VOICE_NPS ? 3 : 2;
    double *table = mem_new(mem_mul(count, columns), sizeof *table);
    for (size_t g = 0; g < count; g++) {
        classes(q, groups[g], table + g * columns);
    }
    struct ranks_table t = ranks_chi_square(table, count, columns);
    free(table);
    return (struct voice_overall){t.chi_square, t.p, t.freedom, t.least};
}

/* All answers of all groups, ascending, each once. */
static size_t all_answers(const struct voice_answers *const *groups, size_t count, int32_t **out)
{
    size_t n = 0, room = 0;
    *out = NULL;
    for (size_t g = 0; g < count; g++) {
        for (size_t i = 0; i < groups[g]->count; i++) {
            int32_t answer = groups[g]->bar[i].answer;
            size_t at = n;
            while (at > 0 && (*out)[at - 1] > answer) {
                at--;
            }
            if (at > 0 && (*out)[at - 1] == answer) {
                continue;
            }
            if (n == room) {
                room = mem_capacity(room, n + 1);
                *out = mem_grow(*out, room, sizeof **out);
            }
            memmove(*out + at + 1, *out + at, (n - at) * sizeof **out);
            (*out)[at] = answer;
            n++;
        }
    }
    return n;
}

static struct voice_overall by_ranks(const struct voice_answers *const *groups, size_t count)
{
    int32_t *answer;
    size_t answers = all_answers(groups, count, &answer);
    double *table = mem_new(mem_mul(count, answers), sizeof *table);
    for (size_t g = 0; g < count; g++) {
        const struct voice_answers *a = groups[g];
        double part = a->n > 0 ? voice_effective(a) / voice_weight(a) : 0;
        size_t column = 0;
        for (size_t i = 0; i < a->count; i++) {
            while (answer[column] != a->bar[i].answer) {
                column++;
            }
            table[g * answers + column] = voice_bar_weight(&a->bar[i]) * part;
        }
    }
    struct ranks_test t = ranks_kruskal_table(table, count, answers);
    free(table);
    free(answer);
    return (struct voice_overall){t.statistic, t.p, t.freedom, NAN};
}

struct voice_overall voice_compare_all(const struct voice_question *q,
                                       const struct voice_answers *const *groups, size_t count)
{
    return q->measure == VOICE_CES ? by_ranks(groups, count) : by_classes(q, groups, count);
}

const char *voice_compare_name(enum voice_measure measure, enum voice_interval interval,
                               bool overall)
{
    if (overall) {
        return measure == VOICE_CES ? "Kruskal-Wallis" : "chi-square";
    }
    bool t = measure == VOICE_CES || (measure == VOICE_NPS && interval == VOICE_T);
    return t ? "t" : "z";
}
