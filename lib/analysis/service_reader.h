/*
 * service_reader.h - what the files behind service_read.h share: service_read.c (the reader, its words
 * and texts), service_read_customers.c, service_read_targets.c (conditions) and service_read_rows.c
 * (times and rows). For them alone.
 */
#ifndef CRM_SERVICE_READER_H
#define CRM_SERVICE_READER_H

#include "analysis/service_read.h"
#include "base/map.h"
#include "rules/cells.h"

struct service_customers {
    struct map index;
    struct expr_column *column;
    size_t count;
    struct str *cell; /* by customer and column */
    size_t rows, room;
    struct arena arena;
};

/* Where a wanted text comes from. */
enum service_origin {
    ORIGIN_NONE,
    ORIGIN_INPUT,
    ORIGIN_CUSTOMERS,
    ORIGIN_CUSTOMER_ID,
    ORIGIN_TARGET,
};

struct service_reader_wanted {
    enum service_origin origin;
    ptrdiff_t column; /* position in the header, or of the customers */
    int id;           /* canonical column that holds ids, or -1 */
};

/* What one input's rows are read with. */
struct service_reader_input {
    const struct input *input;
    bool events;
    int ticket_id, status; /* canonical columns; status -1: none */
    struct service_reader_wanted *wanted;
    struct cells *cells;
    /* The cells', then those of the customers that are called otherwise. */
    struct expr_column *column;
    struct expr_value *value;
    size_t *joined; /* columns of the customers, of those behind the cells' */
    size_t joined_count;
    struct expr **expr; /* by target; NULL: it always holds */
    bool *used;         /* by column: some target looks at it */
    bool any_used, joined_used;
    struct service_reader_plain {
        bool usable; /* else no row is read the short way */
        ptrdiff_t opened, responded, resolved, closed, reopenings, status; /* -1: none */
    } plain;
};

struct service_reader {
    const struct service_reading *reading;
    const int32_t *offsets; /* of the calendar */
    struct service_reader_input *of;
    struct map words; /* status words as written */
    struct map_near near_words;
    struct service_word *meaning;
    struct str *word;
    size_t word_room;
    struct map cache; /* cells that targets look at: 1 + target */
    struct map_near near_targets;
    struct buf key, texts;
    struct service_seen seen; /* but for the days that are in `saw` */
    uint8_t *saw;             /* 1: an event of the day, of those of the calendar */
    /* Of the row at hand. */
    uint32_t target;
    bool zoned;
};

#define SERVICE_READER_DAYS (CALENDAR_LAST_DAY + 1)

/* ---- service_read_customers.c ---- */

/* The cells of a row's customer; NULL where it is not known. */
const struct str *service_read_customer(const struct service_customers *customers,
                                        const struct row *row);
/* Position of a column of the customers, or -1. */
ptrdiff_t service_read_customer_column(const struct service_customers *customers, struct str name);

/* ---- service_read_targets.c ---- */

/* Compiles the conditions for an input. */
void service_read_targets(const struct service_reading *reading, struct service_reader_input *of);
/* Sets reader->target; false after a complaint. */
bool service_read_target(struct service_reader *reader, struct service_reader_input *of,
                         const struct row *row);
/* False also where the row's cells are others than those of the rows before. */
bool service_read_plain_target(struct service_reader *reader, const struct service_reader_input *of,
                               const struct plain_row *row);

#endif
