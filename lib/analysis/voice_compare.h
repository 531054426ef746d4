/*
 * voice_compare.h - do two groups, or any of several, differ in what they say?
 *
 *     pairs     NPS: z test of the scores, on 95 % limits of the kind asked for (stats/nps.h); CSAT: z
 *               test of two shares, limits by Newcombe (stats/proportion.h); CES: Welch's t
 *     overall   NPS: chi-square of promoters, passives and detractors; CSAT: of favourable and other
 *               answers; CES: Kruskal & Wallis, by ranks (stats/ranks.h)
 *
 * Weighted, shares are taken as of so many answers as are effective (voice_figures.h): an
 * approximation.
 */
#ifndef CRM_VOICE_COMPARE_H
#define CRM_VOICE_COMPARE_H

#include "analysis/voice_figures.h"

/* Of a less b, in the unit of the value. What is undefined is NaN. */
struct voice_difference {
    double difference, low, high;
    double statistic, freedom; /* z, without freedom, or t */
    double p;
};
struct voice_difference voice_compare(const struct voice_question *question,
                                      const struct voice_answers *a, const struct voice_answers *b,
                                      enum voice_interval interval);

struct voice_overall {
    double statistic, p; /* NaN where there is nothing to compare */
    size_t freedom;
    double least; /* the least expected count of a chi-square; NaN for ranks */
};
struct voice_overall voice_compare_all(const struct voice_question *question,
                                       const struct voice_answers *const *groups, size_t count);
/* "z", "t"; "chi-square", "Kruskal-Wallis". */
const char *voice_compare_name(enum voice_measure measure, enum voice_interval interval,
                               bool overall);

#endif
