/*
 * mean.h - means with their errors, of plain and of weighted values.
 *
 *     struct mean_sums sums = {0};
 *     mean_add(&sums, value, 1);                 for each
 *     struct mean m = mean_of(&sums);
 *
 *   mean          sum w x / sum w
 *   sd            sqrt(n / (n - 1) sum w (x - mean)^2 / sum w): with weights of 1, the usual one
 *   effective n   (sum w)^2 / sum w^2 (Kish 1965); the design effect of the weights is n over it
 *   error         sqrt(n / (n - 1) sum w^2 (x - mean)^2) / sum w: linearised (Taylor), as of values
 *                 drawn one by one with weights; with weights of 1, sd / sqrt(n)
 *   Kish's error  sd / sqrt(effective n): where weights have nothing to do with the values
 *   interval      mean -+ t error, 95 %, n - 1 degrees of freedom
 *   Welch (1947)  t = (a - b) / sqrt(error a^2 + error b^2), with Satterthwaite's degrees of freedom
 *
 * Sums are built up about the running mean (Welford 1962, West 1979), not from squares, which would
 * lose the deviations of large values.
 */
#ifndef CRM_MEAN_H
#define CRM_MEAN_H

#include "base/base.h"

/* Zeroed at first. The second three are those of weights w^2. */
struct mean_sums {
    double n;
    double weight, mean, squares; /* squares: sum w (x - mean)^2 */
    double weight2, mean2, squares2;
};

/* A weight of 0 or below, or NaN, counts for nothing. */
void mean_add(struct mean_sums *sums, double value, double weight);
/* From n, sum (x - shift) and sum (x - shift)^2, as kept elsewhere: a shift near the mean keeps the
 * digits. */
struct mean_sums mean_from_sums(double n, double shift, double sum, double squares);

/* Without values mean and all are NaN; of one value, sd, errors and limits. */
struct mean {
    double n, effective;
    double mean, sd;
    double error, kish_error;
    double low, high;
};
struct mean mean_of(const struct mean_sums *sums);

/* Of a less b, by their n, mean and error. Without errors, or where both are 0, t and p are NaN. */
struct mean_test {
    double difference, error;
    double t, freedom, p; /* p of both sides */
    double low, high;     /* 95 %, of the difference */
};
struct mean_test mean_welch(const struct mean *a, const struct mean *b);

/* Student's t that 2.5 % lie beyond. */
double mean_t95(double freedom);

#endif
