#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "flow/input_layout.h"

#define HOLD_UNSETTLED ((uint64_t)64 << 20)
#define HOLD_EMPTY ((uint64_t)1 << 20)

struct input *input_open(const char *path, const struct input_settings *settings)
{
    struct input *input = mem_new(1, sizeof *input);
    struct source *source = source_open(path, &settings->source);
    input->settings = settings;
    input->name = source_name(source);
    input->reader = reader_open(source, &settings->reader);
    input->header = reader_header(input->reader);
    input->date_order = settings->date_order;
    return input;
}

enum kind input_recognise(struct input *input)
{
    double share;
    const struct layout *layout =
        input->settings->accept_layouts ? NULL : layout_recognise(input->header, &share);
    if (layout && !input->settings->importing) {
        die(STATUS_DATA, "%s: this is %s: run crm-import first", input->name, layout->what);
    }
    if (layout && layout->id == LAYOUT_REFUSED) {
        die(STATUS_DATA,
            "%s: this is %s (%.0f %% of its columns): its layout is not understood yet; rearrange it "
            "as a plain table, or say --plain to read it as one", input->name, layout->what,
            share * 100);
    }
    if (layout) {
        input_layout_take(input, layout);
        return layout->kind;
    }
    return schema_recognise(input->header, input->settings->maps, input->settings->map_count);
}

bool input_fills(const struct input *input, enum kind kind)
{
    return schema_fills(kind, input->header, input->settings->maps, input->settings->map_count);
}

static void bind_key(struct input *input)
{
    const struct input_settings *settings = input->settings;
    const struct schema_kind *kind = input->binding.kind;
    static const struct str by_default[] = {{"customer_id", 11}};
    const struct str *key = settings->key_count ? settings->key : by_default;
    size_t count = settings->key_count ? settings->key_count : 1;
    for (size_t i = 0; i < count && input->key_count < COUNT_OF(input->key); i++) {
        ptrdiff_t column = schema_column_named(kind, key[i]);
        if (column >= 0 && input->binding.column[column] >= 0) {
            input->key[input->key_count++] = column;
        }
    }
    input->key_is_id = input->key_count == 1 && kind->column[input->key[0]].type != SCHEMA_EMAIL &&
                       kind->column[input->key[0]].type != SCHEMA_PHONE;
}

/* Where each question has a column of its own, one called "Score" is a question like the others. */
static const struct schema_map no_answer[] = {{{"question", 8}, {"", 0}}, {{"answer", 6}, {"", 0}}};

void input_bind(struct input *input, enum kind kind)
{
    const struct input_settings *settings = input->settings;
    struct schema_map *maps = mem_new(settings->map_count + LAYOUT_MAPS, sizeof *maps);
    char message[SCHEMA_MESSAGE];
    size_t count = 0;
    if (input->layout && input->layout->kind != kind) {
        die(STATUS_USAGE,
            "%s: this is %s, which holds %s, not %s (--plain reads it as a plain table)",
            input->name, input->layout->what, schema_kind(input->layout->kind)->name,
            schema_kind(kind)->name);
    }
    if (input->layout) {
        count = layout_maps(input->layout, input->header, maps);
    } else if (settings->wide && kind == KIND_SURVEYS) {
        memcpy(maps, no_answer, sizeof no_answer);
        count = COUNT_OF(no_answer);
    }
    if (settings->map_count > 0) { /* the user's come later, and win */
        memcpy(maps + count, settings->maps, settings->map_count * sizeof *maps);
    }
    if (!schema_bind(schema_kind(kind), input->header, maps, count + settings->map_count,
                     &input->binding, message)) {
        die(STATUS_DATA, "%s: %s", input->name, message);
    }
    free(maps);
    bind_key(input);
}

int input_canonical(const struct input *input, ptrdiff_t position)
{
    for (size_t i = 0; i < input->binding.kind->count; i++) {
        if (input->binding.column[i] == position) {
            return (int)i;
        }
    }
    return -1;
}

ptrdiff_t input_named(const struct input *input, struct str name)
{
    ptrdiff_t canonical = schema_column_named(input->binding.kind, name);
    if (canonical >= 0 && input->binding.column[canonical] >= 0) {
        return input->binding.column[canonical];
    }
    return header_find(input->header, name);
}

void input_need(const struct input *input, int column, const char *purpose)
{
    const char *name = input->binding.kind->column[column].name;
    if (input_column(input, column) < 0) {
        die(STATUS_DATA, "%s: no %s column, needed for %s: name it with --map %s=HEADER",
            input->name, name, purpose, name);
    }
}

void input_expect(const struct input *input, int column, const char *advice)
{
    if (input_column(input, column) < 0) {
        die(STATUS_DATA, "%s: no %s column: %s", input->name,
            input->binding.kind->column[column].name, advice);
    }
}

/* What is still to be settled while records are held. */
struct questions {
    bool date[SCHEMA_COLUMNS_MAX]; /* no value seen yet */
    bool id[SCHEMA_COLUMNS_MAX];
    size_t unseen;                 /* of both */
    bool ambiguous;                /* a date with the year last, its order not known */
    struct input_evidence doubt;   /* the first such date */
};

static void note(struct input_evidence *evidence, const struct block *block,
                 const struct record *record, ptrdiff_t position, struct str name)
{
    evidence->place = block_place(block, record_at(record, (size_t)position), name);
    struct str cell = str_slice(str_trim(record->cell[position]), 0, sizeof evidence->text - 1);
    snprintf(evidence->text, sizeof evidence->text, "%.*s", STRF(cell));
}

/* Whether the value answers what kind of dates the column has. */
static bool look_at_date(struct input *input, struct questions *q, const struct block *block,
                         const struct record *record, ptrdiff_t position)
{
    struct stamp stamp;
    struct str cell = record->cell[position];
    struct str name = input->header->name[position];
    if (date_parse(cell, DATE_ORDER_UNKNOWN, &stamp)) {
        return false; /* the row will be refused in its turn */
    }
    if (stamp.form == DATE_FORM_DMY || stamp.form == DATE_FORM_MDY) {
        input->date_order = stamp.form == DATE_FORM_DMY ? DATE_ORDER_DMY : DATE_ORDER_MDY;
        note(&input->order_seen, block, record, position, name);
        q->ambiguous = false;
    } else if (stamp.form == DATE_FORM_AMBIGUOUS && !q->ambiguous) {
        q->ambiguous = true;
        note(&q->doubt, block, record, position, name);
    }
    return stamp.form != DATE_FORM_EQUAL;
}

static bool ends_in_decimal(struct str id)
{
    id = str_trim(id);
    if (id.n < 3 || !str_ends(id, S(".0"))) {
        return false;
    }
    for (size_t i = 0; i < id.n - 2; i++) {
        if (id.p[i] < '0' || id.p[i] > '9') {
            return false;
        }
    }
    return true;
}

static void look_at_id(struct input *input, const struct block *block, const struct record *record,
                       size_t column, ptrdiff_t position)
{
    if (ends_in_decimal(record->cell[position])) {
        input->strip_decimal[column] = true;
        note(&input->strip_seen[column], block, record, position, input->header->name[position]);
        say_notice("%s: %.*s: ids end in \".0\": dropped (--raw-ids keeps it)", input->name,
                   STRF(input->header->name[position]));
    }
}

static void look_at_record(struct input *input, struct questions *q, const struct block *block,
                           const struct record *record)
{
    for (size_t i = 0; i < input->binding.kind->count; i++) {
        ptrdiff_t position = input->binding.column[i];
        if (position < 0 || str_trim(record->cell[position]).n == 0) {
            continue;
        }
        bool dates = input->binding.kind->column[i].type == SCHEMA_DATE &&
                     input->date_order == DATE_ORDER_UNKNOWN;
        if (dates && (q->date[i] || q->ambiguous) &&
            look_at_date(input, q, block, record, position)) {
            q->unseen -= q->date[i];
            q->date[i] = false;
        }
        if (q->id[i]) {
            look_at_id(input, block, record, i, position);
            q->unseen--;
            q->id[i] = false;
        }
    }
}

static bool all_settled(const struct input *input, const struct questions *q, uint64_t looked_at)
{
    bool order_open = q->ambiguous && input->date_order == DATE_ORDER_UNKNOWN;
    bool waiting = q->unseen > 0 && looked_at < HOLD_EMPTY;
    return !order_open && !waiting;
}

/* True when the block settled the rest; *looked_at counts bytes of records. */
static bool look_at_block(struct input *input, struct questions *q, struct parser *parser,
                          const struct block *block, uint64_t *looked_at)
{
    struct record record;
    parser_start(parser, block);
    for (;;) {
        enum parser_found found = parser_next(parser, &record);
        if (found == PARSER_BROKEN || found == PARSER_END) {
            return found == PARSER_BROKEN; /* the run stops there: no use in reading on */
        }
        *looked_at += record.raw.n + 1;
        if (found == PARSER_RECORD) {
            look_at_record(input, q, block, &record);
        }
        if (all_settled(input, q, *looked_at)) {
            return true;
        }
        if (*looked_at >= HOLD_UNSETTLED) {
            return false; /* here, and not at the end of the block, wherever that may be */
        }
    }
}

static void hold(struct input *input, const struct block *block)
{
    input->held = mem_grow(input->held, input->held_count + 1, sizeof *input->held);
    input->held[input->held_count++] = *block;
}

static struct questions questions_of(const struct input *input)
{
    struct questions q = {0};
    for (size_t i = 0; i < input->binding.kind->count; i++) {
        if (input->binding.column[i] < 0) {
            continue;
        }
        enum schema_type type = input->binding.kind->column[i].type;
        /* Of what we write ourselves there is nothing to ask. */
        q.date[i] = type == SCHEMA_DATE && input->date_order == DATE_ORDER_UNKNOWN &&
                    input->binding.kind->kind < KIND_ROLLUP;
        q.id[i] = type == SCHEMA_ID && !input->settings->raw_ids;
        q.unseen += (size_t)q.date[i] + (size_t)q.id[i];
    }
    return q;
}

void input_settle(struct input *input)
{
    struct questions q = questions_of(input);
    if (q.unseen == 0) {
        return;
    }
    struct parser *parser = parser_new(reader_dialect(input->reader));
    struct block block;
    uint64_t looked_at = 0;
    bool done = false;
    while (!done && looked_at < HOLD_UNSETTLED && reader_block(input->reader, &block)) {
        hold(input, &block);
        done = look_at_block(input, &q, parser, &block, &looked_at);
    }
    parser_free(parser);
    if (q.ambiguous && input->date_order == DATE_ORDER_UNKNOWN && !done) {
        die_at(STATUS_DATA, &q.doubt.place,
               "\"%s\": no date in %s tells whether day or month comes first: say --date-order dmy "
               "or mdy", q.doubt.text,
               looked_at < HOLD_UNSETTLED ? "the input" : "the first 64 MiB");
    }
}

bool input_block(struct input *input, struct block *block)
{
    if (input->held_next < input->held_count) {
        *block = input->held[input->held_next++];
        return true;
    }
    return reader_block(input->reader, block);
}

void input_check_end(const struct input *input)
{
    const struct reader_failure *failure = reader_failure(input->reader);
    if (failure) {
        die_at(failure->status, &failure->place, "%s", failure->reason);
    }
}

void input_close(struct input *input)
{
    for (size_t i = input->held_next; i < input->held_count; i++) {
        block_free(&input->held[i]);
    }
    free(input->held);
    zone_close(input->zone);
    reader_close(input->reader);
    free(input);
}
