/*
 * asof.h - the day that a run looks back from, when the data are to say it: the latest purchase
 * day.
 *
 *     struct asof_days days = {0};
 *     asof_see(&days, day);
 *     if (asof_stands_alone(&days, &alone)) ...
 *
 * A last day that stands alone - more than 31 days behind the one before, and more than 10 times
 * the usual spacing - is a typing error or a test order more often than not, and would make every
 * customer look lost. The usual spacing is the mean one of the days before.
 */
#ifndef CRM_ASOF_H
#define CRM_ASOF_H

#include "value/date.h"

struct asof_days {
    uint8_t *seen; /* a bit for each day of the calendar */
    int32_t first, last; /* meaningful if seen is set */
};

struct asof_alone {
    int32_t last, before;
    double usual; /* days */
};

/* DATE_NONE is passed over. */
void asof_see(struct asof_days *days, int32_t day);
/* All that the other has seen. */
void asof_add(struct asof_days *days, const struct asof_days *other);
/* Whether the day was seen. */
bool asof_saw(const struct asof_days *days, int32_t day);
/* The latest day, or DATE_NONE. */
int32_t asof_latest(const struct asof_days *days);
bool asof_stands_alone(const struct asof_days *days, struct asof_alone *alone);
void asof_free(struct asof_days *days);

#endif
