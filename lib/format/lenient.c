#include "base/base.h"

#include <csv.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/mem.h"
#include "format/lenient.h"

#define CHUNK ((size_t)64 << 10)
#define LENIENT_TOO_LONG \
    "a record is too long; is a quote not closed? (raise the limit with --limit row=N)"

struct lenient {
    struct source_stage stage;
    struct source_stage *below;
    struct csv_parser csv;
    char delimiter;
    uint64_t max_row;
    uint64_t since_row;  /* bytes read since the last record ended: libcsv's field has no ceiling */
    struct buf out;      /* strict CSV not yet handed on */
    size_t taken;        /* bytes of out that were */
    size_t fields;       /* of the record at hand */
    bool lone_empty;     /* its only field is empty */
    bool after_cr;       /* the last event was a record that a CR ended */
    bool done;
    char chunk[CHUNK];
};

static int is_never_space(unsigned char c)
{
    (void)c;
    return 0; /* libcsv would trim blanks around fields */
}

static void put_field(struct lenient *l, struct str field)
{
    bool quote = false;
    for (size_t i = 0; i < field.n && !quote; i++) {
        char c = field.p[i];
        quote = c == '"' || c == l->delimiter || c == '\n' || c == '\r';
    }
    if (!quote) {
        buf_str(&l->out, field);
        return;
    }
    buf_byte(&l->out, '"');
    for (size_t i = 0; i < field.n; i++) {
        if (field.p[i] == '"') {
            buf_byte(&l->out, '"');
        }
        buf_byte(&l->out, field.p[i]);
    }
    buf_byte(&l->out, '"');
}

static void on_field(void *bytes, size_t n, void *context)
{
    struct lenient *l = context;
    if (l->fields++ > 0) {
        buf_byte(&l->out, l->delimiter);
    }
    l->lone_empty = l->fields == 1 && n == 0;
    l->after_cr = false;
    put_field(l, (struct str){bytes, n});
}

/* With CSV_REPALL_NL, CRLF comes as a record and then an empty one: the LF's is dropped. */
static void on_record(int end, void *context)
{
    struct lenient *l = context;
    l->since_row = 0;
    if (l->fields == 0 && end == '\n' && l->after_cr) {
        l->after_cr = false;
        return;
    }
    if (end == -1 && l->fields == 0) {
        return;
    }
    if (l->lone_empty) {
        buf_str(&l->out, S("\"\""));
    }
    buf_byte(&l->out, '\n');
    l->fields = 0;
    l->lone_empty = false;
    l->after_cr = end == '\r';
}

static void end_of_input(struct lenient *l)
{
    l->done = true;
    l->stage.error = l->below->error;
    l->stage.status = l->below->status;
    bool open_quote = l->csv.quoted && l->csv.pstate == 2; /* in a field whose quote is open */
    if (open_quote && l->csv.entry_buf) {
        if (l->fields > 0) {
            buf_byte(&l->out, l->delimiter);
        }
        buf_byte(&l->out, '"');
        buf_bytes(&l->out, (const char *)l->csv.entry_buf, l->csv.entry_pos);
    } else if (!l->stage.error) {
        csv_fini(&l->csv, on_field, on_record, l);
    }
}

static void fill(struct lenient *l)
{
    size_t n = l->below->read(l->below, l->chunk, sizeof l->chunk);
    if (n == 0) {
        end_of_input(l);
        return;
    }
    l->since_row += n;
    if (csv_parse(&l->csv, l->chunk, n, on_field, on_record, l) != n) {
        die_oom(); /* the only failure that libcsv has without its strict mode */
    }
    if (l->since_row > l->max_row + CHUNK) {
        l->done = true;
        l->stage.error = LENIENT_TOO_LONG;
        l->stage.status = STATUS_DATA;
    }
}

static size_t lenient_read(struct source_stage *stage, char *p, size_t room)
{
    struct lenient *l = (struct lenient *)stage;
    while (l->taken == l->out.n && !l->done) {
        buf_clear(&l->out);
        l->taken = 0;
        fill(l);
    }
    size_t n = l->out.n - l->taken;
    n = n < room ? n : room;
    if (n > 0) {
        memcpy(p, l->out.p + l->taken, n);
        l->taken += n;
    }
    return n;
}

static void lenient_close(struct source_stage *stage)
{
    struct lenient *l = (struct lenient *)stage;
    csv_free(&l->csv);
    buf_free(&l->out);
    l->below->close(l->below);
    free(l);
}

struct source_stage *lenient_wrap(struct source_stage *below, void *context)
{
    const struct lenient_options *options = context;
    struct lenient *l = mem_new(1, sizeof *l);
    l->stage.read = lenient_read;
    l->stage.close = lenient_close;
    l->below = below;
    l->delimiter = options->delimiter;
    l->max_row = options->max_row;
    buf_init(&l->out, BUF_UNBOUNDED);
    if (csv_init(&l->csv, CSV_REPALL_NL) != 0) {
        die_oom();
    }
    csv_set_delim(&l->csv, (unsigned char)options->delimiter);
    csv_set_space_func(&l->csv, is_never_space);
    csv_set_blk_size(&l->csv, CHUNK);
    return &l->stage;
}
