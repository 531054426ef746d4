/*
 * rfm.h - recency, frequency and monetary scores.
 *
 *   recency_days  whole days from the customer's last counted order to as-of; fewer score higher
 *   frequency     counted orders, purchase days or rows
 *   monetary      net sum, or another sum
 *
 * The highest score is the best in all three. Customers without a counted order have no scores.
 * With several currencies each is scored by itself. Rules and sources: stats/score.h.
 */
#ifndef CRM_RFM_H
#define CRM_RFM_H

#include "base/arena.h"
#include "stats/score.h"
#include "value/date.h"

enum rfm_dimension { RFM_RECENCY, RFM_FREQUENCY, RFM_MONETARY, RFM_DIMENSIONS };

struct rfm_customer {
    struct str id;
    struct str currency;
    int32_t last; /* day of the last counted order; DATE_NONE: none */
    uint64_t frequency;
    int64_t monetary; /* 1/10000 */
    uint8_t score[RFM_DIMENSIONS]; /* 1 = worst; 0 = none */
};

struct rfm_settings {
    enum score_method method;
    unsigned bins;
    bool nested; /* F within R, M within R and F */
    bool has_cuts[RFM_DIMENSIONS]; /* given: by --breaks or a thresholds file */
    struct score_cuts cuts[RFM_DIMENSIONS];
};

/* What came out, for --explain and notices. */
struct rfm_result {
    size_t scored;
    bool several_currencies; /* then cuts are of the last one */
    struct score_cuts cuts[RFM_DIMENSIONS]; /* count 0 where the rule has none */
    uint64_t occupancy[RFM_DIMENSIONS][SCORE_BINS_MAX + 2]; /* customers by score */
    unsigned top[RFM_DIMENSIONS];                           /* highest score there is */
};

/* Scores in place. Customers must be sorted by id, which breaks ties for rank and ntile. */
void rfm_score(struct rfm_customer *customers, size_t count, const struct rfm_settings *settings,
               int32_t as_of, struct rfm_result *result);

/* "r", "f", "m". */
const char *rfm_letter(enum rfm_dimension dimension);

/* "r=30,90,180,365" into the settings; false where it is not that. */
bool rfm_read_breaks(struct str text, struct rfm_settings *settings);

/* Thresholds as JSON: {"r":[...],"f":[...],"m":[...],"closed":"right"}. */
struct buf;
void rfm_write_thresholds(const struct rfm_result *result, struct buf *out);
/* NULL, or what is wrong with the text, in the arena. */
const char *rfm_read_thresholds(struct arena *arena, struct str text,
                                struct rfm_settings *settings);

#endif
