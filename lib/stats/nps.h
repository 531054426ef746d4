/*
 * nps.h - the net promoter score: the share of promoters less that of detractors, from -1 to 1.
 *
 *   score        p - d, shares of all who answered
 *   variance     p + d - (p - d)^2, of one answer that counts 1, 0 or -1
 *   error        sqrt(variance / n)
 *   adjusted     Wald's interval of n + 3 answers, P + 3/4, N + 3/2 and D + 3/4 of them: the best of
 *                those that Rocks compared (The American Statistician 70, 2016, 365-372)
 *   Wald         score -+ z error; of no width where all answers are alike
 *   t            score -+ t(n - 1) error, with the error sqrt(variance / (n - 1)) of a mean
 *   linearised   sqrt(sum w^2 (x - score)^2) / sum w, x being 1, 0 or -1: the error of weighted answers
 *                (Taylor), whether or not weights have to do with what is answered
 *   difference   a - b -+ z hypot(error of a, error of b); z = (a - b) / error, p of both sides
 *
 * Intervals are of 95 %, and cut off at -1 and 1; of a difference at -2 and 2. On a scale of 0 to 10,
 * promoters say 9 or 10, passives 7 or 8, detractors 0 to 6 (Reichheld 2003).
 */
#ifndef CRM_NPS_H
#define CRM_NPS_H

#include "base/base.h"

struct nps_counts {
    double promoters, passives, detractors; /* answers, or sums of their weights */
    /* How many independent answers they are worth: 0, as many as their sum; where they are sums of
     * weights, Kish's (sum w)^2 / sum w^2 (1965). Every n above is this one. */
    double effective;
};

enum nps_interval { NPS_ADJUSTED, NPS_WALD, NPS_T };

/* Without answers all are NaN; with NPS_T, of one answer, error and limits. */
struct nps {
    double score, low, high;
    double error; /* of the score itself; also beside the adjusted interval, which has its own */
};
struct nps nps_of(const struct nps_counts *counts, enum nps_interval interval);

/* `squares`: sums of w^2 of the answers whose sums of w are `counts`. With weights of 1 it is the error
 * of nps_of(). */
double nps_linearised(const struct nps_counts *counts, const struct nps_counts *squares);

/*
 * Of a less b. NPS_WALD is the usual test; where all answers of a group are alike it takes the group
 * for certain. NPS_ADJUSTED centres the interval, and tests, on the difference of the adjusted scores
 * with their errors; NPS_T is Welch's test. What is undefined is NaN.
 */
struct nps_difference {
    double difference, low, high;
    double error, z, p; /* z: Welch's t with NPS_T */
};
struct nps_difference nps_compare(const struct nps_counts *a, const struct nps_counts *b,
                                  enum nps_interval interval);

#endif
