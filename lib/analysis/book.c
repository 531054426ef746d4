#include "base/base.h"

#include <math.h>

#include "analysis/book.h"
#include "base/mem.h"
#include "base/say.h"
#include "flow/cursor.h"

static const struct lifecycle_days no_days = {DATE_NONE, DATE_NONE, DATE_NONE, DATE_NONE, 0, 0};

void book_check(struct book *book)
{
    static const int needed[] = {SCORES_CUSTOMER_ID, SCORES_MONETARY, SCORES_R, SCORES_F, SCORES_M};
    static const int of_lifecycle[] = {SCORES_FIRST_DATE, SCORES_LAST_DATE, SCORES_PREV_DATE,
                                       SCORES_PREV2_DATE, SCORES_DAYS,      SCORES_GAP_MAX};
    for (size_t i = 0; i < COUNT_OF(needed); i++) {
        input_expect(book->scores, needed[i], "score the customers with crm-score first");
    }
    book->as_of = book->latest = DATE_NONE;
    book->has_lifecycle = true;
    for (size_t i = 0; i < COUNT_OF(of_lifecycle) && book->has_lifecycle; i++) {
        if (input_column(book->scores, of_lifecycle[i]) < 0) {
            book->has_lifecycle = false;
            say_warning("%s: no column %s: lifecycle is left out", book->scores->name,
                        book->scores->binding.kind->column[of_lifecycle[i]].name);
        }
    }
}

static bool read_count(const struct row *row, int column, uint64_t *value)
{
    *value = 0;
    return row_integer(row, column, value) != ROW_BAD;
}

static bool read_day(const struct row *row, int column, int32_t *day)
{
    enum row_found found = row_day(row, column, day);
    if (found == ROW_EMPTY) {
        *day = DATE_NONE;
    }
    return found != ROW_BAD;
}

static bool read_days(const struct book *book, const struct row *row, struct lifecycle_days *days)
{
    if (!read_day(row, SCORES_LAST_DATE, &days->last)) {
        return false;
    }
    if (days->last != DATE_NONE && book->as_of != DATE_NONE && days->last > book->as_of) {
        row_bad(row, SCORES_LAST_DATE, "is after as_of");
        return false;
    }
    return !book->has_lifecycle || (read_day(row, SCORES_FIRST_DATE, &days->first) &&
                                    read_day(row, SCORES_PREV_DATE, &days->prev) &&
                                    read_day(row, SCORES_PREV2_DATE, &days->prev2) &&
                                    read_count(row, SCORES_DAYS, &days->days) &&
                                    read_count(row, SCORES_GAP_MAX, &days->gap_max));
}

static bool read_scores(const struct book *book, const struct row *row, unsigned score[3])
{
    static const int columns[] = {SCORES_R, SCORES_F, SCORES_M};
    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        uint64_t value;
        if (!read_count(row, columns[i], &value)) {
            return false;
        }
        if (value > 1000) {
            row_bad(row, columns[i], "is no score: too large");
            return false;
        }
        if (book->top_score > 0 && value > book->top_score) {
            row_bad(row, columns[i], "is above %u, and this table of segments is of %u scores: name "
                    "another, or score with --bins %u", book->top_score, book->top_score,
                    book->top_score);
            return false;
        }
        score[i] = (unsigned)value;
    }
    return true;
}

static bool read_as_of(struct book *book, const struct row *row)
{
    int32_t day;
    if (!read_day(row, SCORES_AS_OF, &day)) {
        return false;
    }
    if (day != DATE_NONE && book->as_of != DATE_NONE && day != book->as_of) {
        char before[DATE_ROOM];
        date_format(book->as_of, before);
        row_fatal(row, SCORES_AS_OF, STATUS_DATA,
                  "differs from %s in the rows before: score all customers in one run", before);
        return false;
    }
    book->as_of = day == DATE_NONE ? book->as_of : day;
    return true;
}

static bool is_first(struct book *book, const struct row *row, struct str id)
{
    char shown[SAY_VALUE_ROOM];
    struct str currency = row_text(row, SCORES_CURRENCY);
    char *key = arena_alloc(&row->worker->arena, id.n + 1 + currency.n);
    memcpy(key, id.p, id.n);
    key[id.n] = '\0'; /* which is in no cell */
    if (currency.n > 0) {
        memcpy(key + id.n + 1, currency.p, currency.n);
    }
    if (seen_before(&book->seen, (struct str){key, id.n + 1 + currency.n})) {
        row_bad(row, SCORES_CUSTOMER_ID, "%s stands twice", say_word(id, shown));
        return false;
    }
    return true;
}

static bool read_row(struct book *book, const struct row *row, struct expr_value *values,
                     struct book_customer *customer, struct str *id)
{
    *customer = (struct book_customer){.days = no_days};
    enum row_found found = row_customer(row, id);
    if (found == ROW_EMPTY) {
        row_bad(row, SCORES_CUSTOMER_ID, "is empty");
    }
    return found == ROW_VALUE && read_as_of(book, row) &&
           read_scores(book, row, customer->score) &&
           read_days(book, row, &customer->days) &&
           population_read(book->population, POPULATION_FIRST, row, &book->arena, values) &&
           is_first(book, row, *id);
}

/* Customers of one currency stand among themselves, and so do prospects. */
static void add(struct book *book, const struct book_customer *customer,
                const struct expr_value *values, struct str group_name)
{
    if (book->count == book->room) {
        book->room = mem_capacity(book->room, book->count + 1);
        book->customer = mem_grow(book->customer, book->room, sizeof *book->customer);
    }
    book->customer[book->count++] = *customer;
    bool fresh;
    uint32_t *group = map_put(&book->groups, group_name, &fresh);
    if (fresh) {
        *group = (uint32_t)book->groups.count - 1;
    }
    const struct expr_value *joined = customer->entry ? customer->entry->value : NULL;
    population_add(book->population, values, joined, *group);
    int32_t last = customer->days.last;
    book->latest = last != DATE_NONE && last > book->latest ? last : book->latest;
}

static void skip(struct book *book, const struct row *row)
{
    struct str id;
    if (row_customer(row, &id) != ROW_VALUE) {
        return;
    }
    if (book->roster) {
        roster_meet(book->roster, id);
    }
    if (book->skipped_count == book->skipped_room) {
        book->skipped_room = mem_capacity(book->skipped_room, book->skipped_count + 1);
        book->skipped = mem_grow(book->skipped, book->skipped_room, sizeof *book->skipped);
    }
    book->skipped[book->skipped_count++] =
        (struct book_skipped){arena_str(&book->arena, id),
                              arena_str(&book->arena, row_text(row, SCORES_CURRENCY))};
}

static void take_row(struct book *book, const struct row *row, struct expr_value *values)
{
    struct book_customer customer;
    struct str id;
    if (!read_row(book, row, values, &customer, &id)) {
        skip(book, row);
        return;
    }
    customer.entry = book->roster ? roster_meet(book->roster, id) : NULL;
    struct str currency = row_text(row, SCORES_CURRENCY);
    add(book, &customer, values, currency);
    if (book->groups.count > book->currencies) {
        book->currencies = book->groups.count;
        book->currency = arena_str(&book->arena, currency);
    }
    held_add(&book->held, row->record.cell, book->scores->header->count);
}

static void read_scored(struct book *book, struct flow_run *run)
{
    size_t width = population_width(book->population, POPULATION_FIRST);
    struct expr_value *values = mem_new(width, sizeof *values);
    /* Rows that --where leaves out are looked at all the same: who stands in them is there. */
    struct flow_run sifted = *run;
    run->keep = NULL;
    struct cursor *cursor = cursor_open(run, book->scores, NULL, NULL);
    struct str none;
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        struct row *row = cursor_row(cursor);
        if (flow_keeps(&sifted, row)) {
            take_row(book, row, values);
        } else {
            skip(book, row);
        }
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    run->keep = sifted.keep;
    book->scored = book->count;
    free(values);
}

static void add_prospects(struct book *book, struct flow_run *run)
{
    size_t width = population_width(book->population, POPULATION_FIRST);
    struct expr_value *nothing = mem_new(width, sizeof *nothing);
    for (size_t i = 0; book->roster && i < book->roster->count; i++) {
        const struct roster_entry *entry = &book->roster->entry[i];
        if (!entry->met) {
            struct book_customer prospect = {.days = no_days, .entry = entry};
            add(book, &prospect, nothing, book->currency.n > 0 ? S("prospects") : S(""));
            run->account.merged--; /* it will be a row of its own */
        }
    }
    free(nothing);
}

void book_read(struct book *book, struct flow_run *run)
{
    if (book->roster) {
        roster_read(book->roster, run, book->population);
    }
    read_scored(book, run);
    add_prospects(book, run);
    population_settle(book->population);
}

struct str book_cell(const struct book *book, const struct str *cells, int column)
{
    ptrdiff_t at = input_column(book->scores, column);
    return at < 0 ? (struct str){0} : str_trim(cells[at]);
}

size_t book_cuts(const struct book *book, struct lifecycle_cuts *cuts)
{
    double *gaps = mem_new(book->scored, sizeof *gaps);
    size_t n = 0;
    for (size_t i = 0; i < book->scored; i++) {
        double gap = lifecycle_gap(&book->customer[i].days);
        if (!isnan(gap)) {
            gaps[n++] = gap;
        }
    }
    lifecycle_cuts_from(cuts, gaps, n);
    free(gaps);
    return n;
}
