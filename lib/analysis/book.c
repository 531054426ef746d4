#include "base/base.h"

#include <math.h>

#include "analysis/book_row.h"
#include "base/mem.h"
#include "base/say.h"

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

static bool read_as_of(struct book *book, const struct row *row)
{
    int32_t day;
    if (!book_row_day(row, SCORES_AS_OF, &day)) {
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
    *customer = (struct book_customer){book_row_no_days, {0, 0, 0}};
    enum row_found found = row_customer(row, id);
    if (found == ROW_EMPTY) {
        row_bad(row, SCORES_CUSTOMER_ID, "is empty");
    }
    return found == ROW_VALUE && read_as_of(book, row) &&
           book_row_scores(book, row, customer->score) &&
           book_row_days(book, row, &customer->days) &&
           population_read(book->population, POPULATION_FIRST, row, &book->arena, values) &&
           is_first(book, row, *id);
}

static void note_scores(struct book *book, const unsigned score[3])
{
    if (score[0] == 0 || score[1] == 0 || score[2] == 0) {
        return;
    }
    bool small = score[0] <= SEGMENTS_MEMO && score[1] <= SEGMENTS_MEMO && score[2] <= SEGMENTS_MEMO;
    if (small) {
        book->met[score[0] - 1][score[1] - 1][score[2] - 1] = true;
    }
    book->met_beyond |= !small;
}

static void note_days(struct book *book, const struct lifecycle_days *days)
{
    double gap = lifecycle_gap(days);
    if (!isnan(gap)) {
        if (book->gaps == book->gap_room) {
            book->gap_room = mem_capacity(book->gap_room, book->gaps + 1);
            book->gap = mem_grow(book->gap, book->gap_room, sizeof *book->gap);
        }
        book->gap[book->gaps++] = gap;
    }
    int32_t last = days->last;
    book->latest = last != DATE_NONE && last > book->latest ? last : book->latest;
}

/* Rows of one group mostly follow one another. */
static uint32_t group_of(struct book *book, struct str name)
{
    if (book->groups.count > 0 && str_eq(name, book->last_currency)) {
        return book->last_group;
    }
    bool fresh;
    uint32_t *group = map_put(&book->groups, name, &fresh);
    if (fresh) {
        *group = (uint32_t)book->groups.count - 1;
        book->group_name =
            mem_grow(book->group_name, book->groups.count, sizeof *book->group_name);
        book->group_name[*group] = map_key(&book->groups, name);
    }
    book->last_currency = book->group_name[*group];
    book->last_group = *group;
    return *group;
}

static void keep(struct book_kept *kept, const struct book_customer *customer)
{
    const struct lifecycle_days *days = &customer->days;
    *kept = (struct book_kept){
        .last = days->last, .prev = days->prev, .prev2 = days->prev2,
        .gap_max = days->gap_max < UINT32_MAX ? (uint32_t)days->gap_max : UINT32_MAX,
        .days = (uint16_t)(days->days < 2 ? days->days : 2)};
    for (size_t i = 0; i < COUNT_OF(kept->score); i++) {
        kept->score[i] = (uint16_t)customer->score[i]; /* at most 1000 */
    }
}

/* Customers of one currency stand among themselves, and so do prospects. */
static void add(struct book *book, const struct book_customer *customer,
                const struct roster_entry *entry, const struct expr_value *values,
                struct str group_name)
{
    if (book->count == book->room) {
        book->room = mem_capacity(book->room, book->count + 1);
        book->kept = mem_grow(book->kept, book->room, sizeof *book->kept);
        if (book->roster) {
            book->entry = mem_grow(book->entry, book->room, sizeof *book->entry);
        }
    }
    keep(&book->kept[book->count], customer);
    if (book->roster) {
        book->entry[book->count] = entry;
    }
    book->count++;
    note_scores(book, customer->score);
    note_days(book, &customer->days);
    population_add(book->population, values, entry ? entry->value : NULL,
                   group_of(book, group_name));
}

static void add_scored(struct book *book, const struct book_customer *customer, struct str id,
                       const struct expr_value *values, struct str currency)
{
    const struct roster_entry *entry = book->roster ? roster_meet(book->roster, id) : NULL;
    add(book, customer, entry, values, currency);
    if (book->groups.count > book->currencies) {
        book->currencies = book->groups.count;
        book->currency = arena_str(&book->arena, currency);
    }
}

/* One reading of the rows. */
struct reading {
    struct book *book;
    const struct flow_run *sifted; /* with --where */
    struct expr_value *values;     /* of a row; of as many as are taken at a time */
    size_t width;
    uint64_t number; /* of the block's first row */
    bool bare;       /* so far, the block is: book.h */
};

/* A record's number, as book_walk counts them: by block, then in it. */
static uint64_t record_number(const struct book *book, uint64_t in_block)
{
    return ((uint64_t)book->again.count << 25) + in_block;
}

static void skip(struct reading *reading, const struct row *row)
{
    struct book *book = reading->book;
    struct str id;
    if (book->left_out_count == book->left_out_room) {
        book->left_out_room = mem_capacity(book->left_out_room, book->left_out_count + 1);
        book->left_out = mem_grow(book->left_out, book->left_out_room, sizeof *book->left_out);
    }
    book->left_out[book->left_out_count++] = record_number(book, row->number - reading->number);
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

/* Rows that --where leaves out are looked at all the same: who stands in them is there. */
static void take_row(void *context, struct row *row)
{
    struct reading *reading = context;
    struct book_customer customer;
    struct str id;
    reading->bare = false;
    if (!flow_keeps(reading->sifted, row) ||
        !read_row(reading->book, row, reading->values, &customer, &id)) {
        skip(reading, row);
        return;
    }
    add_scored(reading->book, &customer, id, reading->values, row_text(row, SCORES_CURRENCY));
}

#define TOGETHER 16 /* rows, so that memory is fetched for all of them at once */
#define KEY_ROOM 120

struct plain_item {
    struct book_customer customer;
    struct str id, currency;
    int32_t as_of;
    struct hash_128 hash;
};

/* Rows mostly say the same day in the same form. */
static bool plain_as_of(struct book *book, const struct plain_row *row, int32_t *day)
{
    uint64_t word[2] = {0, 0};
    struct str cell = book_row_cell(book, row, SCORES_AS_OF);
    if (cell.n == 10) {
        str_words(cell, word);
    }
    if (cell.n == 10 && word[0] == book->as_of_word[0] && word[1] == book->as_of_word[1]) {
        *day = book->as_of;
        return true;
    }
    if (!book_row_plain_day(book, row, SCORES_AS_OF, day)) {
        return false;
    }
    if (*day != DATE_NONE && *day == book->as_of) {
        memcpy(book->as_of_word, word, sizeof word);
    }
    return true;
}

static bool read_item(struct reading *reading, const struct plain_row *row, size_t at,
                      struct plain_item *item)
{
    struct book *book = reading->book;
    char key[KEY_ROOM];
    size_t at_id = (size_t)input_column(book->scores, SCORES_CUSTOMER_ID);
    item->id = plain_cell(row, at_id);
    item->currency = book_row_cell(book, row, SCORES_CURRENCY);
    size_t n = item->id.n + 1 + item->currency.n;
    if (item->id.n == 0 || n > sizeof key || !plain_as_of(book, row, &item->as_of) ||
        !book_row_plain(book, row, &item->customer) ||
        !population_read_plain(book->population, row, &book->arena,
                               reading->values + at * reading->width)) {
        return false;
    }
    memcpy(key, item->id.p, item->id.n); /* as in is_first */
    key[item->id.n] = '\0';
    if (item->currency.n > 0) {
        memcpy(key + item->id.n + 1, item->currency.p, item->currency.n);
    }
    uint32_t from = at_id > 0 ? row->end[at_id - 1] + 1 : row->from;
    reading->bare &= row->form == PLAIN_BARE && item->id.p == row->bytes + from &&
                     item->id.n == row->end[at_id] - from; /* blanks around it are not written */
    item->hash = seen_hash((struct str){key, n});
    seen_fetch(&book->seen, item->hash);
    return true;
}

/* False leaves the row to take_row: it does not fit those before it. */
static bool take_item(struct reading *reading, const struct plain_item *item, size_t at)
{
    struct book *book = reading->book;
    int32_t as_of = book->as_of == DATE_NONE ? item->as_of : book->as_of;
    bool fits = (item->as_of == DATE_NONE || item->as_of == as_of) &&
                (item->customer.days.last == DATE_NONE || as_of == DATE_NONE ||
                 item->customer.days.last <= as_of);
    if (!fits || seen_hash_before(&book->seen, item->hash)) {
        return false;
    }
    book->as_of = as_of;
    add_scored(book, &item->customer, item->id, reading->values + at * reading->width,
               item->currency);
    return true;
}

static size_t take_plain(void *context, const struct plain_rows *rows, size_t from, uint64_t number)
{
    struct reading *reading = context;
    struct plain_item item[TOGETHER];
    size_t at = from, read = TOGETHER, taken = TOGETHER;
    (void)number;
    while (read == TOGETHER && taken == read) {
        read = taken = 0;
        while (read < TOGETHER && at + read < rows->count) {
            struct plain_row row = plain_row_at(rows, at + read);
            if (!read_item(reading, &row, read, &item[read])) {
                break;
            }
            read++;
        }
        while (taken < read && take_item(reading, &item[taken], taken)) {
            taken++;
        }
        at += taken;
    }
    return at - from;
}

static void note_block(struct book *book)
{
    if (book->again.count == book->block_room) {
        book->block_room = mem_capacity(book->block_room, book->again.count + 1);
        book->block = mem_grow(book->block, book->block_room, sizeof *book->block);
    }
    book->block[book->again.count] = (struct book_block){book->count, false};
}

static void read_scored(struct book *book, struct flow_run *run)
{
    struct flow_run sifted = *run;
    struct reading reading = {.book = book, .sifted = &sifted};
    const struct flow_calls calls = {take_row, !run->keep && book_row_is_plain(book) ? take_plain : NULL};
    struct parser *parser = parser_new(reader_dialect(book->scores->reader));
    struct row_worker worker = {0};
    struct block block;
    reading.width = population_width(book->population, POPULATION_FIRST);
    reading.values = mem_new(mem_mul(reading.width, TOGETHER), sizeof *reading.values);
    run->keep = NULL;
    while (input_block(book->scores, &block)) {
        reading.number = run->blocks++ << 25;
        reading.bare = calls.quick != NULL;
        note_block(book);
        flow_block(run, book->scores, &block, reading.number, parser, &worker, &calls, &reading);
        flow_settle_account(run, book->scores, &worker);
        book->block[book->again.count].bare = reading.bare;
        again_add(&book->again, book->scores, &block);
    }
    input_check_end(book->scores);
    run->keep = sifted.keep;
    book->scored = book->count;
    seen_free(&book->seen);
    parser_free(parser);
    arena_free(&worker.arena);
    free(worker.problem);
    free(reading.values);
}

static void add_prospects(struct book *book, struct flow_run *run)
{
    size_t width = population_width(book->population, POPULATION_FIRST);
    struct expr_value *nothing = mem_new(width, sizeof *nothing);
    for (size_t i = 0; book->roster && i < book->roster->count; i++) {
        const struct roster_entry *entry = &book->roster->entry[i];
        if (!entry->met) {
            const struct book_customer prospect = {book_row_no_days, {0, 0, 0}};
            add(book, &prospect, entry, nothing, book->currency.n > 0 ? S("prospects") : S(""));
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

size_t book_cuts(struct book *book, struct lifecycle_cuts *cuts)
{
    lifecycle_cuts_from(cuts, book->gap, book->gaps);
    return book->gaps;
}
