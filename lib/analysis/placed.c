#include "base/base.h"

#include <math.h>

#include "analysis/placed.h"
#include "base/die.h"
#include "base/say.h"
#include "value/number.h"

const struct encode_column placed_move_columns[PLACED_MOVE_COLUMNS] = {
    {{"customer_id", 11}, ENCODE_TEXT},         {{"currency", 8}, ENCODE_TEXT},
    {{"name", 4}, ENCODE_TEXT},                 {{"previous_tier", 13}, ENCODE_TEXT},
    {{"tier", 4}, ENCODE_TEXT},                 {{"move", 4}, ENCODE_TEXT},
    {{"previous_monetary", 17}, ENCODE_NUMBER}, {{"monetary", 8}, ENCODE_NUMBER},
};

void placed_columns(struct placed *p, struct arena *arena)
{
    struct columns *c = &p->columns;
    columns_begin(c, p->book->scores, arena);
    p->at.join = arena_alloc(arena, (p->join_count + 1) * sizeof *p->at.join);
    for (size_t i = 0; i < p->join_count; i++) {
        p->at.join[i] = columns_share(c, p->join[i], ENCODE_TEXT);
    }
    p->at.segment = columns_add(c, S("segment"), ENCODE_TEXT);
    p->at.tier = columns_add(c, S("tier"), ENCODE_TEXT);
    p->at.rank = columns_add(c, S("tier_rank"), ENCODE_NUMBER);
    p->at.distance = columns_add(c, S("to_next_tier"), ENCODE_NUMBER);
    if (p->book->has_lifecycle) {
        p->at.lifecycle = columns_add(c, S("lifecycle"), ENCODE_TEXT);
    }
    if (p->screening->rules.count > 0) {
        p->at.screening = columns_add(c, S("screening"), ENCODE_TEXT);
        p->at.rule = columns_add(c, S("screening_rule"), ENCODE_TEXT);
    }
    if (p->movement) {
        p->at.previous = columns_add(c, S("previous_tier"), ENCODE_TEXT);
        p->at.held = columns_add(c, S("tier_held"), ENCODE_NUMBER);
        p->at.move = columns_add(c, S("move"), ENCODE_TEXT);
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

static void put_own(const struct placed *p, size_t row, struct arena *scratch, struct str *cells)
{
    const struct book *book = p->book;
    const struct roster_entry *entry = book->customer[row].entry;
    memset(cells, 0, p->columns.count * sizeof *cells);
    if (row < book->scored) {
        held_get(&book->held, row, cells, p->columns.own);
        cells[input_column(book->scores, SCORES_CUSTOMER_ID)] = id_of(p, cells);
    } else {
        char day[DATE_ROOM];
        ptrdiff_t as_of = input_column(book->scores, SCORES_AS_OF);
        cells[input_column(book->scores, SCORES_CUSTOMER_ID)] = entry->id;
        if (as_of >= 0) {
            cells[as_of] = arena_str(scratch, (struct str){day, date_format(book->as_of, day)});
        }
    }
    for (size_t i = 0; i < p->join_count; i++) {
        size_t at = p->at.join[i];
        if (at >= p->columns.own || str_trim(cells[at]).n == 0) {
            cells[at] = entry ? entry->cell[i] : (struct str){0};
        }
    }
}

static void put_place(struct placed *p, size_t row, const struct tier_place *place,
                      struct str currency, struct arena *scratch, struct str *cells)
{
    const struct book_customer *customer = &p->book->customer[row];
    struct str segment;
    const char *reason;
    if (!segments_place(p->segments, row, customer->score, &segment, &reason)) {
        condition_failed(p, cells, reason);
    }
    bool none = place->tier == TIER_NONE;
    cells[p->at.segment] = p->own_segments ? segment : label(p, segment);
    cells[p->at.tier] = tier_label(p, tiers_name(p->tiers, place->tier));
    cells[p->at.rank] = none ? (struct str){0} : number_count(scratch, (uint64_t)place->tier + 1);
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

static bool put_movement(struct placed *p, size_t row, const struct movement_entry *was,
                         const struct tier_place *place, struct str *cells,
                         struct str out[PLACED_MOVE_COLUMNS])
{
    const struct lifecycle_days *days = &p->book->customer[row].days;
    enum movement_kind move =
        movement_of(p->movement, was, place->tier, days->first, days->last);
    p->moved[move]++;
    p->held_back += place->held;
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
    return move != MOVEMENT_NONE && move != MOVEMENT_SAME;
}

bool placed_cells(struct placed *p, size_t row, struct arena *scratch, struct str *cells,
                  struct str move[PLACED_MOVE_COLUMNS])
{
    put_own(p, row, scratch, cells);
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
    put_place(p, row, &place, currency, scratch, cells);
    put_screening(p, row, cells);
    return p->movement && put_movement(p, row, was, &place, cells, move);
}

bool placed_gone(struct placed *p, const struct movement_entry *entry,
                 struct str move[PLACED_MOVE_COLUMNS])
{
    if (entry->met || entry->tier.n == 0) {
        return false;
    }
    p->moved[MOVEMENT_GONE]++;
    memset(move, 0, PLACED_MOVE_COLUMNS * sizeof *move);
    move[0] = entry->id;
    move[1] = entry->currency;
    move[2] = entry->name;
    move[3] = tier_label(p, entry->tier);
    move[5] = label(p, S("gone"));
    move[6] = entry->monetary;
    return true;
}
