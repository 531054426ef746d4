/*
 * voice_figures.h - the figures of a question's answers (voice_tally.h), with 95 % intervals.
 *
 *     value     NPS in points, 100 x (promoters - detractors), low and high by the adjusted Wald
 *               interval (stats/nps.h); CSAT the share of the `top` best answers, by Wilson
 *               (stats/proportion.h); CES the mean, by t (stats/mean.h)
 *     top       the share of the `top` best answers, by Wilson, whatever is measured
 *     mean      of the answers, by t, whatever is measured; limits are cut off at the ends of the scale
 *     median    the answer that half of the weight lies below; between two, their mean
 *
 * Weighted, n of the intervals is Kish's effective n, (sum w)^2 / sum w^2, and the design effect is n
 * over it (1965); of the mean, the error is the linearised one (stats/mean.h).
 */
#ifndef CRM_VOICE_FIGURES_H
#define CRM_VOICE_FIGURES_H

#include "analysis/voice_tally.h"
#include "stats/mean.h"
#include "stats/nps.h"
#include "stats/proportion.h"

/* In the order of the command's words. */
enum voice_interval {
    VOICE_DEFAULT,
    VOICE_WALD,           /* NPS, CSAT */
    VOICE_T,              /* NPS */
    VOICE_WILSON_CC,      /* CSAT */
    VOICE_CLOPPER_PEARSON,
    VOICE_AGRESTI_COULL,
};

/* Without answers, all but n and missing are NaN. */
struct voice_figures {
    uint64_t n, missing;
    double effective, design_effect;
    double value, low, high;
    double promoters, passives, detractors; /* shares; NPS only */
    struct proportion top;
    struct mean mean;
    double median;
};

void voice_figures_of(const struct voice_question *question, const struct voice_answers *answers,
                      enum voice_interval interval, struct voice_figures *figures);

/* Whether the kind of interval is one of the measure's own. */
bool voice_interval_suits(enum voice_measure measure, enum voice_interval interval);
enum nps_interval voice_nps_interval(enum voice_interval interval);
enum proportion_interval voice_share_interval(enum voice_interval interval);

/* What the figures come from: sums of weights (1 each without), as independent answers. */
double voice_weight(const struct voice_answers *answers);
double voice_effective(const struct voice_answers *answers);
double voice_favourable(const struct voice_question *question, const struct voice_answers *answers);
struct nps_counts voice_nps_counts(const struct voice_answers *answers);
struct mean_sums voice_mean_sums(const struct voice_answers *answers);
double voice_bar_weight(const struct voice_bar *bar);

#endif
