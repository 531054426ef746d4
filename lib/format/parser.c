#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "format/csvscan.h"
#include "format/jsonl.h"
#include "format/parser.h"

struct parser {
    const struct parser_dialect *dialect;
    bool one_column;
    bool plain_names;  /* JSON writes them as they are */
    size_t plain_most; /* bytes of a record none of whose fields can be too long */
    const struct block *block;
    struct csvscan_index index; /* CSV: field ends of the block */
    struct str bytes;           /* of the block, up to the first NUL */
    size_t next_end;            /* in index */
    size_t position;            /* of the next record, in bytes */
    struct str *cell;
    const char **start;
    size_t room;
    uint32_t *pair; /* of plain JSON lines */
    size_t pair_room;
    struct arena arena;
    const char *reason;
    const char *where;
};

static void make_room(struct parser *parser, size_t count)
{
    if (count > parser->room) {
        parser->room = mem_capacity(parser->room, count);
        parser->cell = mem_grow(parser->cell, parser->room, sizeof *parser->cell);
        parser->start = mem_grow(parser->start, parser->room, sizeof *parser->start);
    }
}

struct parser *parser_new(const struct parser_dialect *dialect)
{
    struct parser *parser = mem_new(1, sizeof *parser);
    const struct limits *limits = &dialect->limits;
    parser->dialect = dialect;
    parser->plain_names = true;
    for (size_t i = 0; i < dialect->header.count; i++) {
        struct str name = dialect->header.name[i];
        for (size_t k = 0; k < name.n; k++) {
            parser->plain_names &= (unsigned char)name.p[k] >= ' ' && name.p[k] != '"' &&
                                   name.p[k] != '\\';
        }
    }
    parser->plain_most = limits->row < limits->field ? limits->row : limits->field;
    make_room(parser, dialect->header.count);
    return parser;
}

void parser_free(struct parser *parser)
{
    free(parser->index.at);
    free(parser->cell);
    free(parser->start);
    free(parser->pair);
    arena_free(&parser->arena);
    free(parser);
}

void parser_die(enum status status, const struct place *place, struct str reason)
{
    if (!str_starts(reason, S(PARSER_INCOMPLETE))) {
        die_at(status, place, "%.*s", STRF(reason));
    }
    if (str_eq(place->file, S("stdin"))) {
        die(status, "%.*s", STRF(reason));
    }
    die(status, "%.*s: %.*s", STRF(place->file), STRF(reason));
}

const char *parser_reason(const struct parser *parser)
{
    return parser->reason;
}

const char *parser_where(const struct parser *parser)
{
    return parser->where;
}

/* What stands before a NUL is read; that there is one is said when it is met. */
static void cut_at_nul(struct parser *parser)
{
    const char *nul = memchr(parser->bytes.p, '\0', parser->bytes.n);
    if (nul) {
        parser->bytes.n = (size_t)(nul - parser->bytes.p);
        if (!parser->dialect->json) {
            csvscan_index(parser->bytes, parser->dialect->delimiter, false, &parser->index);
        }
    }
}

void parser_start(struct parser *parser, const struct block *block)
{
    parser->block = block;
    parser->bytes = block->bytes;
    parser->position = 0;
    parser->next_end = 0;
    parser->one_column = parser->dialect->header.count == 1;
    arena_reset(&parser->arena);
    bool json = parser->dialect->json;
    if (!json) {
        csvscan_index(parser->bytes, parser->dialect->delimiter, block->complete, &parser->index);
    }
    if (json || parser->index.nul || parser->index.bad != CSVSCAN_FINE) {
        cut_at_nul(parser);
    }
}

static enum parser_found stop(struct parser *parser, enum parser_found found, const char *where,
                              const char *reason)
{
    parser->where = where;
    parser->reason = reason;
    return found;
}

/* A stream of ours that failed ends with an open quote and the reason: DESIGN, a stream ends on
 * purpose. */
static const char *incomplete(struct parser *parser, struct str rest)
{
    rest = str_slice(rest, 0, 400);
    size_t stopped = str_find(rest, S(" stopped"));
    if (!str_starts(rest, S("crm-")) || stopped > 40 || stopped == rest.n) {
        return NULL;
    }
    struct str line = str_slice(rest, 0, str_find(rest, S("\n")));
    /* What a command in between passed on: the first failure is the one to show. */
    struct str passed_on = S(" stopped: input is incomplete: ");
    size_t at = str_find(line, passed_on);
    if (at < line.n) {
        line = str_slice(line, at + passed_on.n, line.n);
    }
    return arena_cstr(&parser->arena,
                      arena_printf(&parser->arena, PARSER_INCOMPLETE "%.*s", STRF(line)));
}

static enum parser_found at_fault(struct parser *parser)
{
    const char *at = parser->bytes.p + parser->index.bad_at;
    switch (parser->index.bad) {
    case CSVSCAN_QUOTE_INSIDE:
        return stop(parser, PARSER_BROKEN, at,
                    "a quote inside a field that does not begin with one (double it and quote the "
                    "field, or try --lenient)");
    case CSVSCAN_AFTER_QUOTE:
        return stop(parser, PARSER_BROKEN, at,
                    "text behind a closing quote (a quote inside a field is written twice; or try "
                    "--lenient)");
    case CSVSCAN_BARE_CR:
        return stop(parser, PARSER_BROKEN, at,
                    "a carriage return without line feed (quote the field, or try --lenient)");
    case CSVSCAN_NOT_CLOSED: {
        const char *text = incomplete(parser, str_slice(parser->bytes, parser->index.bad_at + 1,
                                                        parser->bytes.n));
        return stop(parser, PARSER_BROKEN, at, text ? text : "quote not closed");
    }
    case CSVSCAN_FINE:
        break;
    }
    if (parser->bytes.n < parser->block->bytes.n) {
        return stop(parser, PARSER_BROKEN, parser->bytes.p + parser->bytes.n,
                    "a NUL byte: this is not a text file, or it is damaged");
    }
    return PARSER_END;
}

/* A quoted field without its quotes, pairs made single. */
static struct str unquote(struct parser *parser, struct str field)
{
    struct str inner = {field.p + 1, field.n - 2};
    const char *pair = parser->index.escaped && inner.n ? memchr(inner.p, '"', inner.n) : NULL;
    if (!pair) {
        return inner;
    }
    char *out = arena_alloc(&parser->arena, inner.n);
    size_t n = (size_t)(pair - inner.p);
    memcpy(out, inner.p, n);
    for (size_t i = n; i < inner.n; i++) {
        out[n++] = inner.p[i];
        i += inner.p[i] == '"';
    }
    return (struct str){out, n};
}

/* The record at parser->position, as it stands; false where none is whole. */
static bool next_csv(struct parser *parser, struct record *record)
{
    const char *bytes = parser->bytes.p;
    const uint32_t *at = parser->index.at;
    size_t from = parser->position, field = from, next = parser->next_end;
    uint32_t count = 0;
    bool record_ends = false;
    while (!record_ends) {
        bool indexed = next < parser->index.count;
        size_t end = parser->bytes.n;
        if (indexed) {
            end = at[next++];
            record_ends = bytes[end] == '\n';
        } else if (parser->index.bad == CSVSCAN_FINE && parser->block->complete &&
                   parser->bytes.n == parser->block->bytes.n && from < parser->bytes.n) {
            record_ends = true; /* the last line has no line end */
        } else {
            return false;
        }
        parser->position = end + indexed;
        end -= record_ends && indexed && end > field && bytes[end - 1] == '\r';
        if (count == parser->room) {
            make_room(parser, count + (size_t)1);
        }
        struct str cell = {bytes + field, end - field};
        parser->start[count] = cell.p;
        parser->cell[count++] = cell.n > 0 && cell.p[0] == '"' ? unquote(parser, cell) : cell;
        record->raw = (struct str){bytes + from, end - from};
        field = parser->position;
    }
    parser->next_end = next;
    record->cell = parser->cell;
    record->start = (const char *const *)parser->start;
    record->count = count;
    return true;
}

/* What of a record can be rejected by itself: its number of fields, their length. */
static enum parser_found check_csv(struct parser *parser, const struct record *record)
{
    size_t want = parser->dialect->header.count;
    if (record->raw.n > parser->dialect->limits.row) {
        return stop(parser, PARSER_BROKEN, record->raw.p, PARSER_TOO_LONG);
    }
    if (want > 0 && record->count != want) {
        const char *where = record->count > want ? record->start[want]
                                                 : record->raw.p + record->raw.n;
        struct str text = arena_printf(&parser->arena, "%u fields where the header has %zu",
                                       record->count, want);
        return stop(parser, PARSER_BAD, where, arena_cstr(&parser->arena, text));
    }
    for (size_t i = 0; i < record->count && record->raw.n > parser->dialect->limits.field; i++) {
        if (record->cell[i].n > parser->dialect->limits.field) {
            return stop(parser, PARSER_BAD, record->start[i],
                        "the field is too long (raise it with --limit field=N)");
        }
    }
    return PARSER_RECORD;
}

/*
 * Most records have the header's number of fields, and most fields no quotes: their cells are what
 * stands between the ends. False leaves the record, and what is wrong with it, to the others.
 */
static inline bool plain_csv(struct parser *parser, struct record *record)
{
    size_t want = parser->dialect->header.count, next = parser->next_end;
    if (want == 0 || want > parser->index.count - next || want > parser->room || parser->one_column) {
        return false;
    }
    const char *bytes = parser->bytes.p;
    const uint32_t *at = parser->index.at + next;
    struct str *cell = parser->cell;
    size_t from = parser->position, field = from;
    bool quoted = parser->index.quoted;
    for (size_t i = 0; i < want; i++) {
        size_t end = at[i];
        if ((bytes[end] == '\n') != (i + 1 == want)) {
            return false;
        }
        cell[i] = (struct str){bytes + field, end - field};
        field = end + 1;
        if (quoted) {
            parser->start[i] = cell[i].p;
            if (cell[i].n > 0 && cell[i].p[0] == '"') {
                if (i + 1 == want && cell[i].p[cell[i].n - 1] == '\r') {
                    cell[i].n--;
                }
                cell[i] = unquote(parser, cell[i]);
            }
        }
    }
    size_t end = field - 1;
    struct str *last = &cell[want - 1];
    if (parser->index.returns && end > from && bytes[end - 1] == '\r') {
        end--;
        last->n -= last->p + last->n == bytes + end + 1;
    }
    record->raw = (struct str){bytes + from, end - from};
    if (record->raw.n > parser->plain_most) {
        return false;
    }
    record->cell = cell;
    record->start = quoted ? (const char *const *)parser->start : NULL;
    record->count = (uint32_t)want;
    parser->position = field;
    parser->next_end = next + want;
    return true;
}

static enum parser_found csv_record(struct parser *parser, struct record *record)
{
    if (plain_csv(parser, record)) {
        return PARSER_RECORD;
    }
    do {
        if (!next_csv(parser, record)) {
            return at_fault(parser);
        }
        /* A blank line is a record only where a record has one field. */
    } while (record->raw.n == 0 && !parser->one_column);
    return check_csv(parser, record);
}

/* The first object names the columns; they stand as cells. */
static void names_as_cells(struct parser *parser, const struct jsonl_object *object,
                           struct record *record)
{
    make_room(parser, object->count + 1);
    for (size_t i = 0; i < object->count; i++) {
        parser->cell[i] = object->member[i].name;
        parser->start[i] = object->member[i].at;
    }
    record->count = (uint32_t)object->count;
}

static enum parser_found values_as_cells(struct parser *parser, const struct jsonl_object *object,
                                         struct record *record)
{
    size_t columns = parser->dialect->header.count;
    make_room(parser, columns + 1);
    for (size_t i = 0; i < columns; i++) {
        parser->cell[i] = (struct str){"", 0};
        parser->start[i] = record->raw.p;
    }
    record->count = (uint32_t)columns;
    for (size_t i = 0; i < object->count; i++) {
        const struct jsonl_member *member = &object->member[i];
        /* Keys mostly come in the header's order. */
        ptrdiff_t column = i < columns && str_eq(parser->dialect->header.name[i], member->name)
                               ? (ptrdiff_t)i
                               : header_find(&parser->dialect->header, member->name);
        if (column < 0) {
            return stop(parser, PARSER_BAD, member->at,
                        "a key that the first record does not have (name it with --columns)");
        }
        if (member->value.n > parser->dialect->limits.field) {
            return stop(parser, PARSER_BAD, member->at,
                        "the field is too long (raise it with --limit field=N)");
        }
        parser->cell[column] = member->value;
        parser->start[column] = member->at;
    }
    return PARSER_RECORD;
}

static enum parser_found json_record(struct parser *parser, struct record *record)
{
    struct str line;
    do {
        struct str rest = str_slice(parser->bytes, parser->position, parser->bytes.n);
        if (rest.n == 0) {
            return at_fault(parser);
        }
        size_t end = str_find(rest, S("\n"));
        if (end == rest.n && parser->bytes.n < parser->block->bytes.n) {
            return at_fault(parser); /* the line has a NUL */
        }
        line = str_slice(rest, 0, end);
        parser->position += end < rest.n ? end + 1 : end;
    } while (str_trim(line).n == 0);
    record->raw = str_ends(line, S("\r")) ? str_slice(line, 0, line.n - 1) : line;
    if (record->raw.n > parser->dialect->limits.row) {
        return stop(parser, PARSER_BROKEN, record->raw.p, PARSER_TOO_LONG);
    }
    struct jsonl_object object;
    const char *where = line.p;
    const char *reason = jsonl_parse(&parser->arena, line, parser->dialect->limits.depth, &object, &where);
    if (reason) {
        struct str text = str_starts(line, S("{\"")) ? str_slice(line, 2, line.n) : S("");
        const char *marker = incomplete(parser, text);
        return stop(parser, PARSER_BROKEN, where, marker ? marker : reason);
    }
    record->cell = parser->cell;
    if (parser->dialect->header.count == 0) {
        for (size_t i = 0; i < object.count; i++) {
            if (object.member[i].name.n == 0) {
                return stop(parser, PARSER_BROKEN, object.member[i].at, "a key without a name");
            }
        }
        names_as_cells(parser, &object, record);
    } else if (values_as_cells(parser, &object, record) == PARSER_BAD) {
        return PARSER_BAD;
    }
    record->cell = parser->cell;
    record->start = (const char *const *)parser->start;
    return PARSER_RECORD;
}

enum parser_found parser_next(struct parser *parser, struct record *record)
{
    if (parser->dialect->json) {
        parser->index.bad = CSVSCAN_FINE;
        return json_record(parser, record);
    }
    return csv_record(parser, record);
}

static void plain_csv_rows(const struct parser *parser, struct plain_rows *rows)
{
    const struct csvscan_index *index = &parser->index;
    size_t columns = parser->dialect->header.count;
    bool whole = parser->bytes.n == parser->block->bytes.n && parser->block->complete;
    if (columns == 0 || parser->one_column || !whole || index->escaped || parser->position > 0 ||
        index->bad != CSVSCAN_FINE || index->count != index->lines * columns) {
        return;
    }
    /* As many line feeds as records, and each record's last field ends with one: so no other does. */
    const uint32_t *at = index->at;
    uint32_t from = 0, longest = 0;
    for (size_t i = columns - 1; i < index->count; i += columns) {
        if (parser->bytes.p[at[i]] != '\n') {
            return;
        }
        longest = at[i] - from > longest ? at[i] - from : longest;
        from = at[i] + 1;
    }
    if (from == parser->bytes.n && longest <= parser->plain_most) {
        rows->end = at;
        rows->count = index->lines;
        rows->form = index->quoted ? PLAIN_QUOTED : PLAIN_BARE;
        rows->returns = index->returns;
    }
}

static void plain_json_rows(struct parser *parser, struct plain_rows *rows)
{
    const struct header *header = &parser->dialect->header;
    size_t width = (header->count + 1) * 2, at = parser->position;
    rows->form = PLAIN_PAIRS;
    if (parser->bytes.n < parser->block->bytes.n || !parser->plain_names) {
        return; /* there is a NUL, or a name that JSON writes with an escape */
    }
    while (at < parser->bytes.n) {
        if ((rows->count + 1) * width > parser->pair_room) {
            parser->pair_room = mem_capacity(parser->pair_room, (rows->count + 1) * width);
            parser->pair = mem_grow(parser->pair, parser->pair_room, sizeof *parser->pair);
        }
        uint32_t *pair = parser->pair + rows->count * width;
        size_t next = jsonl_plain_line(parser->bytes, at, header->name, header->count, pair);
        if (next == 0 || pair[1] - pair[0] > parser->plain_most) {
            break;
        }
        rows->count++;
        at = next;
    }
    rows->end = parser->pair;
}

void parser_plain(struct parser *parser, struct plain_rows *rows)
{
    *rows = (struct plain_rows){.bytes = parser->bytes.p, .columns = parser->dialect->header.count};
    if (parser->dialect->json) {
        plain_json_rows(parser, rows);
    } else {
        plain_csv_rows(parser, rows);
    }
}

void parser_behind(struct parser *parser, const struct plain_rows *rows, size_t count)
{
    if (count == 0) {
        return;
    }
    if (rows->form == PLAIN_PAIRS) {
        size_t end = rows->end[(count - 1) * (rows->columns + 1) * 2 + 1];
        end += parser->bytes.p[end] == '\r';
        parser->position = end + 1;
    } else {
        parser->next_end = count * rows->columns;
        parser->position = parser->index.at[parser->next_end - 1] + (size_t)1;
    }
}
