/*
 * features.h - columns of any table as numbers for a regression.
 *
 *   number     every filled cell is one, and there are more than two of them: standardised; on the
 *              log scale first (ln(1 + x)) where none is negative and the skewness is above 1;
 *              a missing cell is the mean, and 1 in a term of its own
 *   category   a term for each level but the commonest; a missing cell is a level, "(missing)";
 *              levels of fewer than 1 % of the rows, and those beyond 30, are "(other)"
 *
 * Left out, with a reason: columns of one value, and texts that nearly every row has for itself
 * (ids, names, notes).
 */
#ifndef CRM_FEATURES_H
#define CRM_FEATURES_H

#include "base/arena.h"

struct features_column {
    struct str name;
    bool number, logged;
    double mean, deviation;   /* of a number, after the log */
    bool has_missing;         /* a number with a term for missing cells */
    struct str *level;        /* of a category: those with a term */
    size_t levels;
    struct str base;          /* the level without a term */
    bool has_other;           /* the last term is of all other levels */
    const char *dropped;      /* why it is not used, or NULL */
};

struct features {
    struct features_column *column;
    size_t columns;
    size_t terms; /* wide: x of a row */
};

/* Learns from all rows; `cells` by row, then column. Texts are kept in the arena. */
void features_learn(struct features *features, const struct str *names, size_t columns,
                    const struct str *const *cells, size_t rows, struct arena *arena);
/* The terms of a row of cells. A level never seen counts as other, else as the base. */
void features_row(const struct features *features, const struct str *cells, double *x);
/* The name of a term: "tenure", "Contract=One year", "TotalCharges (missing)". */
struct str features_term(const struct features *features, size_t term, struct arena *arena);

#endif
