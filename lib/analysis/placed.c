#include "base/base.h"

#include <math.h>

#include "analysis/placed.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "value/number.h"

const struct encode_column placed_move_columns[PLACED_MOVE_COLUMNS] = {
    {{"customer_id", 11}, ENCODE_TEXT},         {{"currency", 8}, ENCODE_TEXT},
    {{"name", 4}, ENCODE_TEXT},                 {{"previous_tier", 13}, ENCODE_TEXT},
    {{"tier", 4}, ENCODE_TEXT},                 {{"move", 4}, ENCODE_TEXT},
    {{"previous_monetary", 17}, ENCODE_NUMBER}, {{"monetary", 8}, ENCODE_NUMBER},
};

static size_t add(struct placed *p, struct str name, enum encode_type type)
{
    size_t at = columns_add(&p->columns, name, type);
    p->replaces |= at < p->columns.own;
    return at;
}

void placed_columns(struct placed *p, struct arena *arena)
{
    struct columns *c = &p->columns;
    columns_begin(c, p->book->scores, arena);
    p->at.join = arena_alloc(arena, (p->join_count + 1) * sizeof *p->at.join);
    for (size_t i = 0; i < p->join_count; i++) {
        p->at.join[i] = columns_share(c, p->join[i], ENCODE_TEXT);
        p->replaces |= p->at.join[i] < c->own;
    }
    p->at.segment = add(p, S("segment"), ENCODE_TEXT);
    p->at.tier = add(p, S("tier"), ENCODE_TEXT);
    p->at.rank = add(p, S("tier_rank"), ENCODE_FIGURE);
    p->at.distance = add(p, S("to_next_tier"), ENCODE_FIGURE);
    if (p->book->has_lifecycle) {
        p->at.lifecycle = add(p, S("lifecycle"), ENCODE_TEXT);
    }
    if (p->screening->rules.count > 0) {
        p->at.screening = add(p, S("screening"), ENCODE_TEXT);
        p->at.rule = add(p, S("screening_rule"), ENCODE_TEXT);
    }
    if (p->movement) {
        p->at.previous = add(p, S("previous_tier"), ENCODE_TEXT);
        p->at.held = add(p, S("tier_held"), ENCODE_NUMBER);
        p->at.move = add(p, S("move"), ENCODE_TEXT);
    }
}

static struct str label(const struct placed *p, struct str english)
{
    return p->label ? p->label(english) : english;
}

static struct str tier_label(const struct placed *p, struct str name)
{
    return p->own_tiers ? name : label(p, name);
}

/* The customer's id, as ids are read: without a spreadsheet's ".0". */
static struct str id_of(const struct placed *p, const struct str *cells)
{
    struct str id = book_cell(p->book, cells, SCORES_CUSTOMER_ID);
    id.n -= p->book->scores->strip_decimal[SCORES_CUSTOMER_ID] && str_ends(id, S(".0")) ? 2 : 0;
    return id;
}

__attribute__((noreturn)) static void condition_failed(const struct placed *p,
                                                       const struct str *cells, const char *reason)
{
    char shown[SAY_VALUE_ROOM];
    die(STATUS_DATA, "%s: customer %s: %s", p->book->scores->name, say_word(id_of(p, cells), shown),
        reason);
}

struct str placed_figure(const struct placed *p, int tier, double units, struct str currency,
                         struct arena *arena)
{
    char text[NUMBER_ROOM > MONEY_ROOM ? NUMBER_ROOM : MONEY_ROOM];
    if (isnan(units)) {
        return (struct str){0};
    }
    int decimals = tiers_entry_is_money(p->tiers, tier) ? money_decimals(currency) : 0;
    size_t n = fabs(units) < 9.2e18 && units == rint(units)
                   ? money_format((int64_t)units, decimals, text)
                   : number_format(units / MONEY_SCALE, text);
    return arena_str(arena, (struct str){text, n});
}

/* Cells that a customer without a row has. */
static void put_prospect(const struct placed *p, const struct roster_entry *entry,
                         struct arena *scratch, struct str *cells)
{
    const struct book *book = p->book;
    char day[DATE_ROOM];
    ptrdiff_t as_of = input_column(book->scores, SCORES_AS_OF);
    cells[input_column(book->scores, SCORES_CUSTOMER_ID)] = entry->id;
    if (as_of >= 0) {
        cells[as_of] = arena_str(scratch, (struct str){day, date_format(book->as_of, day)});
    }
}

static void put_joined(const struct placed *p, const struct roster_entry *entry, struct str *cells)
{
    for (size_t i = 0; i < p->join_count; i++) {
        size_t at = p->at.join[i];
        if (at >= p->columns.own || str_trim(cells[at]).n == 0) {
            cells[at] = entry ? entry->cell[i] : (struct str){0};
        }
    }
}

/* Tiers are few. */
static struct str rank_of(int tier, struct arena *scratch)
{
    static const char digits[] = "123456789";
    return tier < 9 ? (struct str){digits + tier, 1} : number_count(scratch, (uint64_t)tier + 1);
}

static void put_place(const struct placed *p, size_t row, const struct book_customer *customer,
                      const struct tier_place *place, struct str currency, struct arena *scratch,
                      struct str *cells)
{
    struct str segment;
    const char *reason;
    if (!segments_place(p->segments, row, customer->score, &segment, &reason)) {
        condition_failed(p, cells, reason);
    }
    bool none = place->tier == TIER_NONE;
    cells[p->at.segment] = p->own_segments ? segment : label(p, segment);
    cells[p->at.tier] = tier_label(p, tiers_name(p->tiers, place->tier));
    cells[p->at.rank] = none ? (struct str){0} : rank_of(place->tier, scratch);
    cells[p->at.distance] =
        placed_figure(p, place->tier - 1, place->distance, currency, scratch);
    if (p->book->has_lifecycle) {
        enum lifecycle_stage stage = lifecycle_stage(&customer->days, p->book->as_of, &p->cuts);
        cells[p->at.lifecycle] = label(p, str_of(lifecycle_name(stage)));
    }
}

static void put_screening(const struct placed *p, size_t row, struct str *cells)
{
    const struct policy_rule *rule;
    const char *reason;
    if (p->screening->rules.count == 0) {
        return;
    }
    if (!screening_place(p->screening, row, &rule, &reason)) {
        condition_failed(p, cells, reason);
    }
    cells[p->at.screening] = label(p, rule ? rule->result : S("pass"));
    cells[p->at.rule] = rule ? rule->name : (struct str){0};
}

/* A customer's name, where a column of that name is known. */
static struct str name_of(const struct placed *p, const struct str *cells)
{
    for (size_t i = 0; i < p->columns.count; i++) {
        if (str_eq(p->columns.column[i].name, S("name"))) {
            return cells[i];
        }
    }
    return (struct str){0};
}

static void put_movement(const struct placed *p, struct placed_worker *w,
                         const struct lifecycle_days *days, const struct movement_entry *was,
                         const struct tier_place *place)
{
    struct str *cells = w->cells;
    struct str out[PLACED_MOVE_COLUMNS];
    enum movement_kind move =
        movement_of(p->movement, was, place->tier, days->first, days->last);
    w->counts.moved[move]++;
    w->counts.held_back += place->held;
    cells[p->at.previous] = was ? tier_label(p, was->tier) : (struct str){0};
    cells[p->at.held] = place->tier == TIER_NONE ? (struct str){0} : place->held ? S("1") : S("0");
    cells[p->at.move] = label(p, str_of(movement_name(move)));
    out[0] = id_of(p, cells);
    out[1] = book_cell(p->book, cells, SCORES_CURRENCY);
    out[2] = name_of(p, cells);
    out[3] = cells[p->at.previous];
    out[4] = cells[p->at.tier];
    out[5] = cells[p->at.move];
    out[6] = was ? was->monetary : (struct str){0};
    out[7] = book_cell(p->book, cells, SCORES_MONETARY);
    if (p->moves && move != MOVEMENT_NONE && move != MOVEMENT_SAME) {
        encode_row(p->moves, out, &w->moves);
    }
}

/* What is made of a customer, beside its own cells. */
static void put_made(const struct placed *p, struct placed_worker *w, size_t row,
                     const struct book_customer *customer)
{
    struct str *cells = w->cells;
    put_joined(p, p->book->entry ? p->book->entry[row] : NULL, cells);
    struct str currency = book_cell(p->book, cells, SCORES_CURRENCY);
    struct movement_entry *was = NULL;
    if (p->movement) {
        was = movement_find(p->movement, id_of(p, cells), currency);
    }
    struct tier_place place = {TIER_NONE, false, NAN};
    const char *reason;
    int previous = was ? tiers_named(p->tiers, was->tier) : TIER_NONE;
    if (row < p->book->scored && !tiers_place(p->tiers, row, previous, &place, &reason)) {
        condition_failed(p, cells, reason);
    }
    put_place(p, row, customer, &place, currency, &w->scratch, cells);
    put_screening(p, row, cells);
    if (p->movement) {
        put_movement(p, w, &customer->days, was, &place);
    }
}

bool placed_settle(struct placed *p, const struct encode_format *format)
{
    const struct parser_dialect *dialect = reader_dialect(p->book->scores->reader);
    size_t own = p->columns.own;
    bool separated = format->kind == ENCODE_CSV || format->kind == ENCODE_TSV;
    p->format = p->added = *format;
    p->added.column += own;
    p->added.count -= own;
    bool as_they_stand = separated && !format->formula_guard && !p->replaces && !dialect->json &&
                       dialect->delimiter == (format->kind == ENCODE_CSV ? ',' : '\t');
    bool several = segments_settle(p->segments, p->book->met, p->book->met_beyond);
    for (size_t i = 0; i < tiers_count(p->tiers); i++) {
        several &= population_is_simple(tiers_conditions(p->tiers)[i]);
    }
    for (size_t i = 0; i < p->screening->rules.count; i++) {
        several &= population_is_simple(p->screening->condition[i]);
    }
    /* Who moved is told by further cells of a row, and so is which row a condition fails on. */
    p->lines = as_they_stand && !p->movement && several;
    return several;
}

void placed_worker_init(struct placed_worker *w, const struct placed *p)
{
    *w = (struct placed_worker){.cells = mem_new(p->columns.count, sizeof *w->cells)};
    book_walk_init(&w->walk, p->book, p->lines);
    buf_init(&w->out, BUF_UNBOUNDED);
    buf_init(&w->moves, BUF_UNBOUNDED);
}

/* A line of the input is copied, and what is added follows it. */
static void put_line(const struct placed *p, struct placed_worker *w)
{
    const struct book *book = p->book;
    size_t own = p->columns.own;
    ptrdiff_t currency = input_column(book->scores, SCORES_CURRENCY);
    if (currency >= 0) {
        size_t group = population_group(book->population, w->walk.customer);
        w->cells[currency] = book->group_name[group];
    }
    buf_str(&w->out, w->walk.line);
    buf_byte(&w->out, p->format.kind == ENCODE_CSV ? ',' : '\t');
    put_made(p, w, w->walk.customer, &w->walk.found);
    encode_row(&p->added, w->cells + own, &w->out);
}

static void put_cells(const struct placed *p, struct placed_worker *w)
{
    book_walk_cells(&w->walk, w->cells);
    w->cells[input_column(p->book->scores, SCORES_CUSTOMER_ID)] = id_of(p, w->cells);
    put_made(p, w, w->walk.customer, &w->walk.found);
    encode_row(&p->format, w->cells, &w->out);
}

void placed_scored(const struct placed *p, struct placed_worker *w)
{
    size_t own = p->columns.own;
    memset(w->cells + own, 0, (p->columns.count - own) * sizeof *w->cells);
    if (w->walk.line.p) {
        put_line(p, w);
    } else {
        put_cells(p, w);
    }
    w->rows++;
    arena_reset(&w->scratch);
}

void placed_prospect(const struct placed *p, struct placed_worker *w, size_t customer)
{
    static const struct book_customer prospect = {
        {DATE_NONE, DATE_NONE, DATE_NONE, DATE_NONE, 0, 0}, {0, 0, 0}};
    memset(w->cells, 0, p->columns.count * sizeof *w->cells);
    put_prospect(p, p->book->entry[customer], &w->scratch, w->cells);
    put_made(p, w, customer, &prospect);
    encode_row(&p->format, w->cells, &w->out);
    w->rows++;
    arena_reset(&w->scratch);
}

void placed_gone(const struct placed *p, struct placed_worker *w,
                 const struct movement_entry *entry)
{
    if (entry->met || entry->tier.n == 0) {
        return;
    }
    w->counts.moved[MOVEMENT_GONE]++;
    if (p->moves) {
        const struct str move[PLACED_MOVE_COLUMNS] = {
            entry->id, entry->currency, entry->name, tier_label(p, entry->tier), {0},
            label(p, S("gone")), entry->monetary, {0}};
        encode_row(p->moves, move, &w->moves);
    }
}

void placed_worker_free(struct placed_worker *w)
{
    book_walk_free(&w->walk);
    arena_free(&w->scratch);
    buf_free(&w->out);
    buf_free(&w->moves);
    free(w->cells);
}
