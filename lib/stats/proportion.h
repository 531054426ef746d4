/*
 * proportion.h - shares of counts, with 95 % intervals, and tests of two.
 *
 *   Wilson (1927)          of one share: the standard
 *   Newcombe (1998)        of the difference of two, by his method 10 from their Wilson limits
 *
 * On request, of one share p of n, q = 1 - p:
 *
 *   Wald                   p -+ z sqrt(p q / n); of no width at 0 and 1
 *   Wilson, corrected      with correction for continuity, 1/2 (Newcombe 1998, method 4)
 *   exact                  Clopper & Pearson (1934), by quantiles of the beta distribution:
 *                          B(.025; x, n - x + 1) and B(.975; x + 1, n - x)
 *   Agresti & Coull (1998) Wald with z^2 / 2 hits and as many misses added
 *
 * and of the difference of two, a - b:
 *
 *   Wald                   -+ z sqrt(p_a q_a / n_a + p_b q_b / n_b), plus Yates's correction
 *   z test                 z = (a - b) / sqrt(p q (1 / n_a + 1 / n_b)) with the pooled share p; its
 *                          square is the chi-square of the table of 2 x 2. Yates's correction (1934)
 *                          draws a - b towards 0 by (1 / n_a + 1 / n_b) / 2, at most to 0
 *
 * Hits and n may be fractional: of weighted answers, n is Kish's (sum w)^2 / sum w^2, and hits the
 * share times n. Limits are cut off at 0 and 1, those of differences at -1 and 1.
 */
#ifndef CRM_PROPORTION_H
#define CRM_PROPORTION_H

#include "base/base.h"

struct proportion {
    double share, low, high; /* NaN where n is 0 */
};

enum proportion_interval {
    PROPORTION_WILSON,
    PROPORTION_WALD,
    PROPORTION_WILSON_CORRECTED,
    PROPORTION_EXACT,
    PROPORTION_AGRESTI_COULL,
};

struct proportion proportion_wilson(double hits, double n);
struct proportion proportion_of(double hits, double n, enum proportion_interval interval);
/* Of a less b. */
struct proportion proportion_difference(double hits_a, double n_a, double hits_b, double n_b);
struct proportion proportion_difference_wald(double hits_a, double n_a, double hits_b, double n_b,
                                             bool corrected);

struct proportion_test {
    double z, p; /* p of both sides; NaN where a group is empty, or all or none are hits */
};
struct proportion_test proportion_compare(double hits_a, double n_a, double hits_b, double n_b,
                                          bool corrected);

#endif
