/*
 * survival.h - how long until something happens, when for some it has not happened yet.
 *
 *   Kaplan-Meier (1958)   S(t) = product over event times u <= t of (1 - d(u) / n(u))
 *   Greenwood             Var S = S^2 sum d / (n (n - d))
 *   intervals of S        log-log: S^exp(+-z se / ln S), se = sqrt(sum d / (n (n - d)));
 *                         log: S exp(+-z se); plain: S +- z S se; within [0, 1]
 *   quantiles             the first t with S(t) <= 1 - p; limits the first t where a limit is so
 *   log-rank              (O - E)' V^-1 (O - E), hypergeometric variances (Mantel 1966)
 *
 * At risk at t are the subjects with entry < t <= time: who is seen only from some age on enters
 * late (left truncation).
 */
#ifndef CRM_SURVIVAL_H
#define CRM_SURVIVAL_H

#include "base/base.h"

struct survival_subject {
    double time;  /* of the event, or until when it had not happened */
    double entry; /* from when on the subject was seen; below 0: from the start, time 0 included */
    bool event;   /* false: censored */
    size_t group;
};

enum survival_interval { SURVIVAL_LOG_LOG, SURVIVAL_LOG, SURVIVAL_PLAIN };

struct survival_point {
    double time;
    double at_risk, events, censored; /* at this time; censored: since the point before, up to here */
    double survival, error;           /* error: standard error of S */
    double low, high;                 /* 95 %; NaN where undefined */
};

/* The points of one group, at its event times and its last time, in ascending time; at most as many
 * as it has subjects. Subjects need not be sorted. Returns their number. */
size_t survival_curve(const struct survival_subject *subjects, size_t count, size_t group,
                      enum survival_interval interval, struct survival_point *points);
/* The time at which a share p has had the event; NaN where the curve does not come to it. */
void survival_quantile(const struct survival_point *points, size_t count, double p, double *time,
                       double *low, double *high);

struct survival_test {
    double *observed, *expected; /* by group; the caller frees them */
    double chi_square, p;        /* NaN where there are not two groups with events to compare */
    size_t freedom;
};
void survival_log_rank(const struct survival_subject *subjects, size_t count, size_t groups,
                       struct survival_test *test);

#endif
