/*
 * input.h - one input, opened, its columns bound to canonical names, and the questions settled that
 * only its data can answer.
 *
 *     struct input *input = input_open("orders.csv", &settings);
 *     input_bind(input, KIND_TRANSACTIONS);
 *     input_settle(input);                    before the first block
 *     while (input_block(input, &block)) ...
 *
 * Two questions: whether 5/1/2024 is the fifth of January or the first of May, and whether the ".0"
 * at the end of every id is a spreadsheet's doing. The records that leave them open are held, at
 * most 64 MiB, until one settles them; columns that stay empty are waited for through 1 MiB. What
 * the answer rests on is kept, so that a later value that contradicts can be shown beside it. The
 * answer depends on the bytes alone, never on the size of blocks.
 *
 * After input_settle an input is read-only for workers, but for input_block.
 */
#ifndef CRM_INPUT_H
#define CRM_INPUT_H

#include "format/reader.h"
#include "schema/layout.h"
#include "value/date.h"
#include "value/money.h"
#include "value/zone.h"

/* How inputs are to be read: what the command line said. */
struct input_settings {
    struct reader_options reader;
    struct source_options source;
    const struct schema_map *maps;
    size_t map_count;
    enum date_order date_order;  /* UNKNOWN: settle */
    struct money_style money;
    bool raw_ids;                /* keep a ".0" */
    const struct zone *zone;     /* NULL: the wall clock as written */
    struct str country;          /* for phone keys */
    const struct str *key;       /* canonical columns that name the customer, the first filled wins */
    size_t key_count;            /* 0: customer_id */
    bool accept_layouts;         /* a vendor's export is read as a plain table */
    bool importing;              /* we are the command that layouts are for */
    bool wide;                   /* answers of surveys, a column a question: none is the answer */
};

/* A value that settled a question. */
struct input_evidence {
    struct place place;
    char text[DATE_ROOM];
};

struct input {
    const char *name;
    size_t number;                    /* of the inputs of the run, from 0 */
    const struct input_settings *settings;
    struct reader *reader;
    const struct header *header;
    const struct layout *layout;      /* a product's, which is understood; NULL: a plain table */
    unsigned headings;                /* records of its heads below the header, skipped */
    struct zone *zone;                /* of times without a zone, where the layout tells; NULL: none */
    struct schema_binding binding;
    ptrdiff_t key[8];                 /* canonical columns of the customer's key */
    size_t key_count;
    bool key_is_id; /* it is one column, which holds an id */
    enum date_order date_order;
    struct input_evidence order_seen; /* place.line 0: the user said it, or no question came up */
    bool strip_decimal[SCHEMA_COLUMNS_MAX]; /* ids end in ".0" */
    struct input_evidence strip_seen[SCHEMA_COLUMNS_MAX];
    struct block *held;               /* read while settling, not yet handed out */
    size_t held_count, held_next;
};

/* Opens and reads the header; what cannot be opened ends the run. */
struct input *input_open(const char *path, const struct input_settings *settings);
/* The kind its header tells. A product's layout is taken by the command that imports, if it is
 * understood (flow/input_layout.h); else it ends the run with its name. */
enum kind input_recognise(struct input *input);
/* Whether its header has what the kind needs; a table may be of several kinds. */
bool input_fills(const struct input *input, enum kind kind);
/* Binds the columns; an ambiguous header ends the run. */
void input_bind(struct input *input, enum kind kind);
/* Ends the run unless the canonical column is there. */
void input_need(const struct input *input, int column, const char *purpose);
/* The same where the input is not what it should be: `advice` says what to do. */
void input_expect(const struct input *input, int column, const char *advice);
void input_settle(struct input *input);
bool input_block(struct input *input, struct block *block);
/* Position in the header of a canonical column, or -1. */
static inline ptrdiff_t input_column(const struct input *input, int column)
{
    return input->binding.column[column];
}
/* The canonical column that stands at a position of the header, or -1. */
int input_canonical(const struct input *input, ptrdiff_t position);
/* Position of a column that the user names: by its canonical name, else by the name in the header;
 * -1 where there is none. */
ptrdiff_t input_named(const struct input *input, struct str name);
/* Ends the run if the input broke off. */
void input_check_end(const struct input *input);
void input_close(struct input *input);

#endif
