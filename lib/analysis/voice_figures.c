#include "base/base.h"

#include <math.h>

#include "analysis/voice_figures.h"

/* A sum in 1/scale; whole numbers come out whole. */
static double unscaled(voice_sum sum, voice_sum scale)
{
    return (double)(sum / scale) + (double)(sum % scale) / (double)scale;
}

double voice_bar_weight(const struct voice_bar *bar)
{
    return unscaled(bar->weight, VOICE_WEIGHT);
}

static voice_sum sum_of(const struct voice_answers *a)
{
    voice_sum sum = 0;
    for (size_t i = 0; i < a->count; i++) {
        sum += a->bar[i].weight;
    }
    return sum;
}

double voice_weight(const struct voice_answers *a)
{
    return unscaled(sum_of(a), VOICE_WEIGHT);
}

double voice_effective(const struct voice_answers *a)
{
    voice_sum squares = 0;
    for (size_t i = 0; i < a->count; i++) {
        squares += a->bar[i].squares;
    }
    double sum = voice_weight(a);
    double below = unscaled(squares, (voice_sum)VOICE_WEIGHT * VOICE_WEIGHT);
    return below > 0 ? sum * sum / below : 0;
}

double voice_favourable(const struct voice_question *q, const struct voice_answers *a)
{
    voice_sum sum = 0;
    for (size_t i = 0; i < a->count; i++) {
        sum += voice_is_favourable(q, a->bar[i].answer) ? a->bar[i].weight : 0;
    }
    return unscaled(sum, VOICE_WEIGHT);
}

struct nps_counts voice_nps_counts(const struct voice_answers *a)
{
    voice_sum sum[3] = {0};
    for (size_t i = 0; i < a->count; i++) {
        sum[voice_class(a->bar[i].answer) + 1] += a->bar[i].weight;
    }
    return (struct nps_counts){unscaled(sum[2], VOICE_WEIGHT), unscaled(sum[1], VOICE_WEIGHT),
                               unscaled(sum[0], VOICE_WEIGHT), voice_effective(a)};
}

/* From the bars, each about the mean of all: as mean_add() of every answer. */
struct mean_sums voice_mean_sums(const struct voice_answers *a)
{
    const voice_sum square = (voice_sum)VOICE_WEIGHT * VOICE_WEIGHT;
    struct mean_sums s = {.n = (double)a->n};
    for (size_t i = 0; i < a->count; i++) {
        double x = (double)a->bar[i].answer / VOICE_ONE;
        double w = voice_bar_weight(&a->bar[i]), w2 = unscaled(a->bar[i].squares, square);
        s.weight += w;
        s.mean += w * x;
        s.weight2 += w2;
        s.mean2 += w2 * x;
    }
    s.mean /= s.weight;
    s.mean2 /= s.weight2;
    for (size_t i = 0; i < a->count; i++) {
        double x = (double)a->bar[i].answer / VOICE_ONE;
        double w = voice_bar_weight(&a->bar[i]), w2 = unscaled(a->bar[i].squares, square);
        s.squares += w * (x - s.mean) * (x - s.mean);
        s.squares2 += w2 * (x - s.mean2) * (x - s.mean2);
    }
    return s;
}

static double median(const struct voice_answers *a)
{
    voice_sum all = sum_of(a), below = 0;
    for (size_t i = 0; i < a->count; i++) {
        below += a->bar[i].weight;
        if (2 * below == all) {
            return ((double)a->bar[i].answer + (double)a->bar[i + 1].answer) / 2 / VOICE_ONE;
        }
        if (2 * below > all) {
            return (double)a->bar[i].answer / VOICE_ONE;
        }
    }
    return NAN;
}

bool voice_interval_suits(enum voice_measure measure, enum voice_interval interval)
{
    return measure == VOICE_NPS    ? interval <= VOICE_T
           : measure == VOICE_CSAT ? interval != VOICE_T
                                   : interval == VOICE_DEFAULT || interval == VOICE_T;
}

enum nps_interval voice_nps_interval(enum voice_interval interval)
{
    return interval == VOICE_WALD ? NPS_WALD : interval == VOICE_T ? NPS_T : NPS_ADJUSTED;
}

enum proportion_interval voice_share_interval(enum voice_interval interval)
{
    switch (interval) {
    case VOICE_WALD:
        return PROPORTION_WALD;
    case VOICE_WILSON_CC:
        return PROPORTION_WILSON_CORRECTED;
    case VOICE_CLOPPER_PEARSON:
        return PROPORTION_EXACT;
    case VOICE_AGRESTI_COULL:
        return PROPORTION_AGRESTI_COULL;
    default:
        return PROPORTION_WILSON;
    }
}

static void set_nps(const struct voice_answers *a, enum voice_interval interval,
                    struct voice_figures *f)
{
    struct nps_counts counts = voice_nps_counts(a);
    double all = counts.promoters + counts.passives + counts.detractors;
    struct nps nps = nps_of(&counts, voice_nps_interval(interval));
    f->promoters = counts.promoters / all;
    f->passives = counts.passives / all;
    f->detractors = counts.detractors / all;
    f->value = 100 * nps.score;
    f->low = 100 * nps.low;
    f->high = 100 * nps.high;
}

static void set_share(const struct voice_question *q, const struct voice_answers *a,
                      enum voice_interval interval, struct voice_figures *f)
{
    double share = voice_favourable(q, a) / voice_weight(a);
    struct proportion p =
        proportion_of(share * f->effective, f->effective, voice_share_interval(interval));
    f->value = p.share;
    f->low = p.low;
    f->high = p.high;
}

/* No mean is outside the scale. NaN stays. */
static double within(double limit, const struct voice_question *q)
{
    return limit < q->low ? q->low : limit > q->high ? q->high : limit;
}

void voice_figures_of(const struct voice_question *q, const struct voice_answers *a,
                      enum voice_interval interval, struct voice_figures *f)
{
    *f = (struct voice_figures){.n = a->n, .missing = a->missing, .effective = NAN,
                                .design_effect = NAN, .value = NAN, .low = NAN, .high = NAN,
                                .promoters = NAN, .passives = NAN, .detractors = NAN,
                                .top = {NAN, NAN, NAN}, .mean = {.mean = NAN, .sd = NAN, .low = NAN,
                                .high = NAN}, .median = NAN};
    if (a->n == 0) {
        return;
    }
    struct mean_sums sums = voice_mean_sums(a);
    f->effective = voice_effective(a);
    f->design_effect = (double)a->n / f->effective;
    f->mean = mean_of(&sums);
    f->mean.low = within(f->mean.low, q);
    f->mean.high = within(f->mean.high, q);
    f->median = median(a);
    double hits = voice_favourable(q, a) / voice_weight(a) * f->effective;
    f->top = proportion_wilson(hits, f->effective);
    if (q->measure == VOICE_NPS) {
        set_nps(a, interval, f);
    } else if (q->measure == VOICE_CSAT) {
        set_share(q, a, interval, f);
    } else {
        f->value = f->mean.mean;
        f->low = f->mean.low;
        f->high = f->mean.high;
    }
}
