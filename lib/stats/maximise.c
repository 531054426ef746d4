#include "base/base.h"

#include <math.h>

#include "stats/maximise.h"

#define LOG_MOST 30 /* beyond it a parameter is out of reach */
#define LOG_FAR 15  /* beyond it it has run away */
#define ROUGH 1e-3  /* gradient / scale where a rough search ends */
#define LEAST 1e-9  /* step that is none */
#define LAST 1e-6   /* step behind which the next one would be none */
#define STEPS 100
#define RADIUS 1.0  /* of the first step, and the most of any */
#define RADIUS_MOST 4.0

struct search {
    const struct maximise *problem;
    unsigned evaluations;
};

/* A place and what is known of it; the value is that of minus the likelihood, and so on: what is
 * looked for is a minimum. */
struct place {
    double logs[MAXIMISE_MOST], value, gradient[MAXIMISE_MOST];
    double hessian[MAXIMISE_MOST * MAXIMISE_MOST];
};

/* False out of reach. */
static bool evaluate(struct search *search, struct place *at)
{
    const struct maximise *m = search->problem;
    size_t n = m->parameters;
    for (size_t i = 0; i < n; i++) {
        if (!(fabs(at->logs[i]) <= LOG_MOST)) {
            return false;
        }
    }
    search->evaluations++;
    at->value = -m->value(m->context, at->logs, at->gradient, at->hessian);
    bool finite = isfinite(at->value);
    for (size_t i = 0; i < n; i++) {
        at->gradient[i] = -at->gradient[i];
        finite &= isfinite(at->gradient[i]);
    }
    for (size_t i = 0; i < n * n; i++) {
        at->hessian[i] = -at->hessian[i];
        finite &= isfinite(at->hessian[i]);
    }
    return finite;
}

static double size_of(const double *vector, size_t n)
{
    double most = 0;
    for (size_t i = 0; i < n; i++) {
        most = fabs(vector[i]) > most ? fabs(vector[i]) : most;
    }
    return most;
}

/* Principal axes of a symmetric matrix and what it is along them. */
struct axes {
    double curve[MAXIMISE_MOST];
    double axis[MAXIMISE_MOST][MAXIMISE_MOST]; /* by parameter, by axis */
};

/* One of Jacobi's rotations, which makes a[p][q] 0. */
static void rotate(double a[][MAXIMISE_MOST], struct axes *axes, size_t n, size_t p, size_t q)
{
    double half = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = (half < 0 ? -1 : 1) / (fabs(half) + sqrt(half * half + 1));
    double c = 1 / sqrt(t * t + 1), s = t * c, pq = a[p][q];
    a[p][p] -= t * pq;
    a[q][q] += t * pq;
    a[p][q] = a[q][p] = 0;
    for (size_t i = 0; i < n; i++) {
        double vp = axes->axis[i][p], vq = axes->axis[i][q];
        axes->axis[i][p] = c * vp - s * vq;
        axes->axis[i][q] = s * vp + c * vq;
        if (i != p && i != q) {
            double ip = a[i][p], iq = a[i][q];
            a[i][p] = a[p][i] = c * ip - s * iq;
            a[i][q] = a[q][i] = s * ip + c * iq;
        }
    }
}

static void find_axes(const double *matrix, size_t n, struct axes *axes)
{
    double a[MAXIMISE_MOST][MAXIMISE_MOST], most = size_of(matrix, n * n);
    *axes = (struct axes){.axis = {{0}}};
    for (size_t i = 0; i < n; i++) {
        memcpy(a[i], matrix + i * n, n * sizeof *matrix);
        axes->axis[i][i] = 1;
    }
    bool done = false;
    for (int round = 0; round < 30 && !done; round++) {
        done = true;
        for (size_t p = 0; p + 1 < n; p++) {
            for (size_t q = p + 1; q < n; q++) {
                if (fabs(a[p][q]) > 1e-18 * most) {
                    rotate(a, axes, n, p, q);
                    done = false;
                }
            }
        }
    }
    for (size_t i = 0; i < n; i++) {
        axes->curve[i] = a[i][i];
    }
}

/* A curvature is that of a minimum where it is more than its own rounding along each axis. */
static bool is_minimum(const struct axes *axes, size_t n)
{
    double least = 1e-14 * size_of(axes->curve, n);
    for (size_t i = 0; i < n; i++) {
        if (!(axes->curve[i] > least)) {
            return false;
        }
    }
    return true;
}

struct step {
    double logs[MAXIMISE_MOST];
    double size;
    double promise; /* by how much the value falls if the curvature stays as it is */
    bool whole;     /* Newton's own: nowhere cut, towards a minimum */
};

static void find_step(const struct place *at, size_t n, double radius, struct step *step)
{
    struct axes axes;
    find_axes(at->hessian, n, &axes);
    double least = 1e-12 * size_of(axes.curve, n);
    *step = (struct step){.whole = is_minimum(&axes, n)};
    for (size_t k = 0; k < n; k++) {
        double slope = 0, curve = fabs(axes.curve[k]);
        for (size_t i = 0; i < n; i++) {
            slope += axes.axis[i][k] * at->gradient[i];
        }
        double along = -slope / (curve > least ? curve : least);
        if (!(fabs(along) <= radius)) {
            along = slope > 0 ? -radius : slope < 0 ? radius : 0;
            step->whole = false;
        }
        step->promise -= along * (slope + along * axes.curve[k] / 2);
        for (size_t i = 0; i < n; i++) {
            step->logs[i] += along * axes.axis[i][k];
        }
    }
    step->size = size_of(step->logs, n);
}

/* Steps to a place where nothing is to be gained by another one, or no step gains. `rough`: where
 * the gradient is small. */
static void descend(struct search *search, struct place *at, bool rough)
{
    const struct maximise *m = search->problem;
    size_t n = m->parameters;
    double radius = RADIUS;
    struct step step;
    for (int i = 0; i < STEPS && radius > LEAST; i++) {
        if (rough && size_of(at->gradient, n) < ROUGH * m->scale) {
            break;
        }
        find_step(at, n, radius, &step);
        if (step.size < LEAST || size_of(at->logs, n) > LOG_FAR) {
            break;
        }
        struct place next;
        for (size_t k = 0; k < n; k++) {
            next.logs[k] = at->logs[k] + step.logs[k];
        }
        /* Near the end both are less than what the sum is exact to. */
        double rounding = 1e-11 * fabs(at->value);
        bool reached = evaluate(search, &next);
        double gain = reached ? at->value - next.value : -INFINITY;
        double kept = step.promise > rounding ? gain / step.promise : 1;
        if (!reached || gain < -rounding || kept < 0.1) {
            radius = step.size / 4;
        } else if (kept > 0.7 && !step.whole) {
            radius = radius * 2.5 < RADIUS_MOST ? radius * 2.5 : RADIUS_MOST;
        }
        if (reached && gain >= -rounding) {
            *at = next;
            if (step.whole && step.size < LAST) {
                break;
            }
        }
    }
}

/* The covariance is the inverse of the curvature. */
static void check(const struct search *search, const struct place *at,
                  struct maximise_result *result)
{
    size_t n = search->problem->parameters;
    struct axes axes;
    find_axes(at->hessian, n, &axes);
    for (size_t i = 0; i < n * n; i++) {
        result->covariance[i] = 0;
        for (size_t k = 0; k < n; k++) {
            result->covariance[i] += axes.axis[i / n][k] * axes.axis[i % n][k] / axes.curve[k];
        }
    }
    if (size_of(at->logs, n) > LOG_FAR) {
        result->fault = "a parameter runs away";
    } else if (!is_minimum(&axes, n)) {
        result->fault = "the likelihood has no maximum there: its curvature is not that of one";
    } else if (result->gradient > 1e-4 * search->problem->scale) {
        result->fault = "the likelihood still rises where the search ended";
    }
}

static void put_place(const struct place *at, size_t n, struct maximise_result *result)
{
    memcpy(result->logs, at->logs, n * sizeof *at->logs);
    result->value = -at->value;
    result->gradient = size_of(at->gradient, n);
}

void maximise_roughly(const struct maximise *problem, const double *starts, size_t start_count,
                      struct maximise_result *result)
{
    struct search search = {problem, 0};
    size_t n = problem->parameters;
    *result = (struct maximise_result){.value = -INFINITY};
    memcpy(result->logs, starts, n * sizeof *starts);
    for (size_t i = 0; i < start_count; i++) {
        struct place at;
        memcpy(at.logs, starts + i * n, n * sizeof *starts);
        if (evaluate(&search, &at)) {
            descend(&search, &at, true);
            if (-at.value > result->value) {
                put_place(&at, n, result);
            }
        }
    }
    result->evaluations = search.evaluations;
}

void maximise(const struct maximise *problem, const double *start, struct maximise_result *result)
{
    struct search search = {problem, 0};
    struct place at;
    memcpy(at.logs, start, problem->parameters * sizeof *start);
    *result = (struct maximise_result){0};
    memcpy(result->logs, at.logs, problem->parameters * sizeof *start);
    if (evaluate(&search, &at)) {
        descend(&search, &at, false);
        put_place(&at, problem->parameters, result);
        check(&search, &at, result);
    } else {
        result->fault = "no start is within reach";
    }
    result->evaluations = search.evaluations;
}
