#include "base/base.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>

#include "base/mem.h"
#include "stats/survival.h"

#define NORMAL_95 1.959963984540054

static int by_time(const void *a, const void *b)
{
    const struct survival_subject *x = a;
    const struct survival_subject *y = b;
    return x->time < y->time ? -1 : x->time > y->time;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* Subjects by time, and their entries by themselves: how many are at risk at a time falls out. */
struct risk {
    struct survival_subject *subject;
    double *entry;
    size_t count, entered;
};

static struct risk new_risk(const struct survival_subject *subjects, size_t count, size_t group,
                            bool all)
{
    struct risk r = {mem_new(count, sizeof *r.subject), mem_new(count, sizeof *r.entry), 0, 0};
    for (size_t i = 0; i < count; i++) {
        if (all || subjects[i].group == group) {
            r.entry[r.count] = subjects[i].entry;
            r.subject[r.count++] = subjects[i];
        }
    }
    qsort(r.subject, r.count, sizeof *r.subject, by_time);
    qsort(r.entry, r.count, sizeof *r.entry, ascending);
    return r;
}

static void free_risk(struct risk *r)
{
    free(r->subject);
    free(r->entry);
}

/* Those seen before t; the ones up to `gone` have left. Times must ascend from call to call. */
static double at_risk(struct risk *r, double time, size_t gone)
{
    while (r->entered < r->count && r->entry[r->entered] < time) {
        r->entered++;
    }
    return (double)r->entered - (double)gone;
}

static double within(double value)
{
    return value < 0 ? 0 : value > 1 ? 1 : value;
}

static void limits(struct survival_point *p, double hazard, enum survival_interval interval)
{
    double s = p->survival, se = sqrt(hazard);
    p->error = s * se;
    p->low = p->high = NAN;
    if (hazard == 0) {
        p->low = p->high = s; /* before the first event */
    } else if (!isfinite(hazard) || s <= 0) {
        return;
    } else if (interval == SURVIVAL_PLAIN) {
        p->low = within(s - NORMAL_95 * s * se);
        p->high = within(s + NORMAL_95 * s * se);
    } else if (interval == SURVIVAL_LOG) {
        p->low = within(s * exp(-NORMAL_95 * se));
        p->high = within(s * exp(NORMAL_95 * se));
    } else {
        double width = NORMAL_95 * se / log(s);
        p->low = pow(s, exp(-width));
        p->high = pow(s, exp(width));
    }
}

size_t survival_curve(const struct survival_subject *subjects, size_t count, size_t group,
                      enum survival_interval interval, struct survival_point *points)
{
    struct risk r = new_risk(subjects, count, group, false);
    double survival = 1, hazard = 0, censored = 0;
    size_t n = 0;
    for (size_t i = 0, end; i < r.count; i = end) {
        double time = r.subject[i].time;
        double events = 0;
        for (end = i; end < r.count && r.subject[end].time == time; end++) {
            events += r.subject[end].event;
            censored += !r.subject[end].event;
        }
        double risk = at_risk(&r, time, i);
        if (events == 0 && end < r.count) {
            continue;
        }
        if (events > 0) {
            survival *= 1 - events / risk;
            hazard += events / (risk * (risk - events));
        }
        points[n] = (struct survival_point){
            .time = time, .at_risk = risk, .events = events, .censored = censored,
            .survival = survival};
        if (survival < 1e-15) {
            points[n].survival = survival = 0;
        }
        limits(&points[n++], hazard, interval);
        censored = 0;
    }
    free_risk(&r);
    return n;
}

void survival_quantile(const struct survival_point *points, size_t count, double p, double *time,
                       double *low, double *high)
{
    const double rest = 1 - p + 1e-12; /* what rounding leaves of 1 - d/n is no survival */
    *time = *low = *high = NAN;
    for (size_t i = 0; i < count; i++) {
        const struct survival_point *point = &points[i];
        if (isnan(*time) && point->survival <= rest) {
            *time = point->time;
        }
        if (isnan(*low) && (point->low <= rest || point->survival == 0)) {
            *low = point->time;
        }
        if (isnan(*high) && point->high <= rest) {
            *high = point->time;
        }
    }
}

/* (O - E)' V^-1 (O - E) of the groups that somebody was at risk in, but the last of them, whose
 * figures are the others' sums; *freedom gets their number. */
static double quadratic_form(const struct survival_test *test, const double *variance,
                             size_t groups, size_t *freedom)
{
    size_t *of = mem_new(groups, sizeof *of);
    size_t n = 0;
    for (size_t g = 0; g < groups; g++) {
        if (test->expected[g] > 0) {
            of[n++] = g;
        }
    }
    *freedom = n > 0 ? n - 1 : 0;
    double result = NAN;
    if (n > 1) {
        n--;
        gsl_matrix *v = gsl_matrix_alloc(n, n);
        gsl_vector *d = gsl_vector_alloc(n);
        gsl_vector *x = gsl_vector_alloc(n);
        for (size_t i = 0; i < n; i++) {
            gsl_vector_set(d, i, test->observed[of[i]] - test->expected[of[i]]);
            for (size_t k = 0; k < n; k++) {
                gsl_matrix_set(v, i, k, variance[of[i] * groups + of[k]]);
            }
        }
        gsl_set_error_handler_off();
        if (gsl_linalg_cholesky_decomp1(v) == GSL_SUCCESS &&
            gsl_linalg_cholesky_solve(v, d, x) == GSL_SUCCESS) {
            result = 0;
            for (size_t i = 0; i < n; i++) {
                result += gsl_vector_get(d, i) * gsl_vector_get(x, i);
            }
        }
        gsl_matrix_free(v);
        gsl_vector_free(d);
        gsl_vector_free(x);
    }
    free(of);
    return result;
}

void survival_log_rank(const struct survival_subject *subjects, size_t count, size_t groups,
                       struct survival_test *test)
{
    struct risk *group = mem_new(groups, sizeof *group);
    size_t *gone = mem_new(groups, sizeof *gone);
    double *variance = mem_new(mem_mul(groups, groups), sizeof *variance);
    double *risk = mem_new(groups, sizeof *risk);
    struct risk all = new_risk(subjects, count, 0, true);
    *test = (struct survival_test){mem_new(groups, sizeof(double)), mem_new(groups, sizeof(double)),
                                   NAN, NAN, 0};
    for (size_t g = 0; g < groups; g++) {
        group[g] = new_risk(subjects, count, g, false);
    }
    for (size_t i = 0, end; i < all.count; i = end) {
        double time = all.subject[i].time, events = 0, total = 0;
        for (end = i; end < all.count && all.subject[end].time == time; end++) {
            events += all.subject[end].event;
            test->observed[all.subject[end].group] += all.subject[end].event;
        }
        for (size_t g = 0; g < groups; g++) {
            risk[g] = at_risk(&group[g], time, gone[g]);
            total += risk[g];
        }
        double spread = total > 1 ? events * (total - events) / (total - 1) : 0;
        for (size_t g = 0; g < groups && events > 0; g++) {
            test->expected[g] += events * risk[g] / total;
            for (size_t k = 0; k < groups; k++) {
                double part = risk[k] / total;
                variance[g * groups + k] += spread * risk[g] / total * ((g == k) - part);
            }
        }
        for (size_t k = i; k < end; k++) {
            gone[all.subject[k].group]++;
        }
    }
    for (size_t g = 0; g < groups; g++) {
        free_risk(&group[g]);
    }
    test->chi_square = quadratic_form(test, variance, groups, &test->freedom);
    if (!isnan(test->chi_square)) {
        test->p = gsl_cdf_chisq_Q(test->chi_square, (double)test->freedom);
    }
    free_risk(&all);
    free(group);
    free(gone);
    free(variance);
    free(risk);
}
