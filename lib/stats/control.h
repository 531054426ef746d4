/*
 * control.h - is a period unlike the others, or is it chance? Control charts (Shewhart 1931).
 *
 *     kind          a period's value       centre            sd of a period
 *   p chart         share of n             sum n p / sum n   sqrt(p (1 - p) / n)       in [0, 1]
 *   u chart         events per unit of n   sum n u / sum n   sqrt(u / n)               0 or more
 *   x-bar chart     mean of n              sum n x / sum n   s / sqrt(n), s the pooled
 *                                                            sqrt(sum (n - 1) s^2 / sum (n - 1))
 *   individuals     any figure             mean              2.66 / 3 of the mean moving range
 *
 * Limits are the centre -+ 3 sd, for each period its own; a moving range is the distance to the value
 * before (XmR, Wheeler 1993). The p chart is rough where n p is below 5.
 *
 *   sigma_z       mean moving range of z = (value - centre) / sd, over 1.128 (Laney 2002, Quality
 *                 Engineering 14, 531-537): 1 where periods differ as chance makes them. With a big n
 *                 they differ by more, and nearly every period would be a signal; p', u' and the like
 *                 have limits of 3 sd sigma_z
 *
 * Signals (Western Electric 1956, by their numbers):
 *
 *   1   a value beyond a limit; on it is not beyond. Nelson's test 1 (1984)
 *   4   the eighth in a row on one side of the centre, and those that follow there. Nelson's test 2
 *       asks for nine. A value on the centre ends the row
 *
 * Of periods that differ by chance alone, 1 of 370 gives signal 1, and signal 4 begins at 1 of 256.
 * Centre, sd and sigma_z may be taken from the first periods alone, the baseline.
 *
 * A period without a value (n 0, or NaN) has no point: it ends no row, and the moving range steps over
 * it.
 */
#ifndef CRM_CONTROL_H
#define CRM_CONTROL_H

#include "base/base.h"

enum control_kind { CONTROL_P, CONTROL_U, CONTROL_MEAN, CONTROL_INDIVIDUALS };

struct control_period {
    double value;
    double n;  /* answers or units, or Kish's effective n; of individuals any above 0 */
    double sd; /* within the period (n - 1), for CONTROL_MEAN; NaN or n of at most 1: not pooled */
};

struct control_options {
    enum control_kind kind;
    size_t baseline; /* the first so many periods; 0: all */
    bool laney;      /* limits of 3 sd sigma_z; not for individuals */
};

enum control_signal { CONTROL_BEYOND = 1, CONTROL_RUN = 2 }; /* rules 1 and 4 */

struct control_point {
    double sd; /* with sigma_z, where that was asked for */
    double low, high;
    double z;         /* (value - centre) / sd: which side, and how far */
    size_t run;       /* the so many-th in a row on its side; 0 on the centre */
    unsigned signals; /* of enum control_signal */
};

struct control {
    double centre;
    double sd;      /* of one value: s of CONTROL_MEAN, that of individuals; else NaN */
    double sigma_z; /* NaN for individuals, or with fewer than two values */
    size_t values;  /* that these come from */
};

/* points: as many as periods; where there is no value, figures are NaN. What cannot be had is NaN: all
 * without a value in the baseline, limits where no sd is known. */
struct control control_chart(const struct control_period *periods, size_t count,
                             const struct control_options *options, struct control_point *points);

#endif
