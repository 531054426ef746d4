#include "base/base.h"

#include <math.h>

#include "analysis/why.h"
#include "base/mem.h"
#include "stats/multiple.h"
#include "stats/quantile.h"
#include "value/fold.h"
#include "value/number.h"

#define MISSING "(missing)"
#define ID_DIGITS 6 /* numbers of as many digits each that nobody shares are ids */

/* ---- one factor ---- */

struct level {
    struct str name;
    uint64_t n, churned;
};

struct tally {
    struct str factor;
    struct map index;
    struct level *level;
    size_t count, room;
    uint64_t known, churned; /* customers of whom the factor is known */
};

static void tally_know(struct tally *t, const struct why_customer *c)
{
    t->known++;
    t->churned += c->churned;
}

static struct level *level_of(struct why *why, struct tally *t, struct str name)
{
    bool fresh;
    uint32_t *at = map_put(&t->index, name, &fresh);
    if (fresh) {
        if (t->count == t->room) {
            t->room = mem_capacity(t->room, t->count + 1);
            t->level = mem_grow(t->level, t->room, sizeof *t->level);
        }
        *at = (uint32_t)t->count;
        t->level[t->count++] = (struct level){arena_str(&why->arena, name), 0, 0};
    }
    return &t->level[*at];
}

static void tally_count(struct why *why, struct tally *t, struct str name,
                        const struct why_customer *c)
{
    struct level *level = level_of(why, t, name);
    level->n++;
    level->churned += c->churned;
}

/* A level against others, in a table of two by two. */
static void compare(struct why *why, struct str factor, const struct level *level, uint64_t others,
                    uint64_t others_churned)
{
    if (why->churned == 0 || why->churned == why->population) {
        return;
    }
    if (level->n < WHY_LEAST || others < WHY_LEAST) {
        why->untested += level->n > 0 && others > 0;
        return;
    }
    uint64_t stayed = level->n - level->churned, others_stayed = others - others_churned;
    double rate = (double)level->churned / (double)level->n;
    if (why->rows == why->row_room) {
        why->row_room = mem_capacity(why->row_room, why->rows + 1);
        why->row = mem_grow(why->row, why->row_room, sizeof *why->row);
    }
    why->row[why->rows++] = (struct why_row){
        .factor = factor, .level = level->name, .n = level->n, .churned = level->churned,
        .other_n = others, .other_churned = others_churned,
        .odds = odds_ratio(level->churned, stayed, others_churned, others_stayed),
        .rate = rate,
        .other_rate = (double)others_churned / (double)others,
        .lift = rate * (double)why->population / (double)why->churned,
        .p = odds_fisher(level->churned, stayed, others_churned, others_stayed)};
}

/* Those of whom nothing is known are a level of their own, against all who are known. */
static void tally_close(struct why *why, struct tally *t, const struct level *missing)
{
    t->factor = arena_str(&why->arena, t->factor);
    for (size_t i = 0; i < t->count; i++) {
        const struct level *l = &t->level[i];
        compare(why, t->factor, l, t->known - l->n, t->churned - l->churned);
    }
    if (missing) {
        compare(why, t->factor, missing, t->known, t->churned);
    }
    map_free(&t->index);
    free(t->level);
}

/* ---- numbers in bands ---- */

struct bands {
    double cut[3];
    size_t cuts;
    struct str name[4];
};

/* Cut points at the quantiles, each once; `words` head the names where there are any. */
static void bands_learn(struct why *why, struct bands *b, const double *value, unsigned parts,
                        const char *const *words)
{
    double *sorted = mem_new(why->count, sizeof *sorted);
    size_t n = 0;
    for (size_t i = 0; i < why->count; i++) {
        if (why->customer[i].in && !isnan(value[i])) {
            sorted[n++] = value[i];
        }
    }
    quantile_sort(sorted, n);
    b->cuts = 0;
    for (unsigned part = 1; n > 0 && part < parts; part++) {
        double cut = quantile_at(sorted, n, part, parts);
        if (cut < sorted[n - 1] && (b->cuts == 0 || cut > b->cut[b->cuts - 1])) {
            b->cut[b->cuts++] = cut;
        }
    }
    for (size_t i = 0; i <= b->cuts; i++) {
        char low[NUMBER_ROOM] = "", high[NUMBER_ROOM] = "";
        number_format(i > 0 ? b->cut[i - 1] : 0, low);
        number_format(i < b->cuts ? b->cut[i] : 0, high);
        const char *word = !words ? "" : words[i == 0 ? 0 : i == b->cuts ? 2 : 1];
        b->name[i] = arena_printf(
            &why->arena, "%s%s%s%s%s%s%s", word, words && b->cuts > 0 ? ": " : "",
            i > 0 ? "above " : "", i > 0 ? low : "", i > 0 && i < b->cuts ? " to " : "",
            i == 0 && i < b->cuts ? "to " : "", i < b->cuts ? high : "");
    }
    free(sorted);
}

static struct str band_of(const struct bands *b, double value)
{
    size_t i = 0;
    while (i < b->cuts && value > b->cut[i]) {
        i++;
    }
    return b->name[i];
}

/* By customer; NaN is missing. */
static void put_bands(struct why *why, struct str factor, const double *value, unsigned parts,
                      const char *const *words)
{
    struct tally t = {.factor = factor};
    struct level missing = {S(MISSING), 0, 0};
    struct bands bands;
    bands_learn(why, &bands, value, parts, words);
    for (size_t i = 0; i < why->count; i++) {
        const struct why_customer *c = &why->customer[i];
        if (c->in && isnan(value[i])) {
            missing.n++;
            missing.churned += c->churned;
        } else if (c->in) {
            tally_know(&t, c);
            tally_count(why, &t, band_of(&bands, value[i]), c);
        }
    }
    tally_close(why, &t, &missing);
}

/* ---- the factors ---- */

enum behaviour { ORDER_VALUE, TENURE, SCORE };

static void put_values(struct why *why, struct str factor, enum behaviour which, unsigned parts,
                       const char *const *words)
{
    double *value = mem_new(why->count, sizeof *value);
    for (size_t i = 0; i < why->count; i++) {
        const struct why_customer *c = &why->customer[i];
        value[i] = which == TENURE        ? c->end - c->first
                   : which == ORDER_VALUE ? (c->orders > 0 ? c->spend / (double)c->orders : NAN)
                   : c->answers > 0       ? c->score / c->answers
                                          : NAN;
    }
    put_bands(why, factor, value, parts, words);
    free(value);
}

void why_behaviour(struct why *why)
{
    struct tally days = {.factor = S("purchase_days")}, refund = {.factor = S("refund")};
    for (size_t i = 0; i < why->count; i++) {
        const struct why_customer *c = &why->customer[i];
        if (c->in) {
            tally_know(&days, c);
            tally_know(&refund, c);
            tally_count(why, &days, c->days == 1 ? S("1") : c->days < 4 ? S("2-3") : S("4+"), c);
            if (c->refunded) {
                tally_count(why, &refund, S("yes"), c);
            }
        }
    }
    tally_close(why, &days, NULL);
    tally_close(why, &refund, NULL);
    put_values(why, S("order_value"), ORDER_VALUE, 4, NULL);
    put_values(why, S("tenure"), TENURE, 4, NULL);
}

void why_complaints(struct why *why)
{
    struct tally complaint = {.factor = S("complaint")}, late = {.factor = S("late_answer")};
    for (size_t i = 0; i < why->count; i++) {
        const struct why_customer *c = &why->customer[i];
        if (!c->in) {
            continue;
        }
        tally_know(&complaint, c);
        if (c->tickets > 0) {
            tally_count(why, &complaint, S("yes"), c);
        }
        if (c->judged) {
            tally_know(&late, c);
            if (c->late) {
                tally_count(why, &late, S("yes"), c);
            }
        }
    }
    tally_close(why, &complaint, NULL);
    tally_close(why, &late, NULL);
}

void why_satisfaction(struct why *why)
{
    static const char *const words[] = {"low", "middle", "high"};
    put_values(why, S("satisfaction"), SCORE, 3, words);
}

static const struct str mix_factor[MIX_COLUMNS] = {
    [MIX_CATEGORY] = {"order_category", 14},
    [MIX_CHANNEL] = {"order_channel", 13},
    [MIX_DISCOUNT] = {"discount", 8},
};

void why_mix(struct why *why, const struct mix *mix)
{
    struct tally t[MIX_COLUMNS] = {0};
    for (size_t m = 0; m < MIX_COLUMNS; m++) {
        t[m].factor = mix_factor[m];
    }
    for (size_t i = 0; i < why->count; i++) {
        const struct why_customer *c = &why->customer[i];
        bool known[MIX_COLUMNS] = {0};
        size_t levels;
        const uint32_t *at = c->in ? mix_of(mix, c->id, &levels) : NULL;
        for (size_t k = 0; at && k < levels; k++) {
            const struct mix_level *level = &mix->level[at[k]];
            if (!known[level->column]) {
                tally_know(&t[level->column], c);
                known[level->column] = true;
            }
            if (level->column != MIX_DISCOUNT || str_eq(level->name, S("yes"))) {
                tally_count(why, &t[level->column], level->name, c);
            }
        }
    }
    for (size_t m = 0; m < MIX_COLUMNS; m++) {
        tally_close(why, &t[m], NULL);
    }
}

/* ---- columns of the customers ---- */

/* What all filled cells of the population are. */
struct judged {
    size_t filled, distinct;
    bool numbers, dates, ids;
};

static void judge(const struct why *why, const struct str *cell, struct judged *j)
{
    struct map distinct = {0};
    size_t digits = 0;
    *j = (struct judged){.numbers = true, .dates = true, .ids = true};
    for (size_t i = 0; i < why->count; i++) {
        bool fresh;
        double value;
        struct stamp stamp;
        if (!why->customer[i].in || cell[i].n == 0) {
            continue;
        }
        map_put(&distinct, cell[i], &fresh);
        digits = j->filled++ == 0 ? cell[i].n : digits;
        j->numbers = j->numbers && number_parse(cell[i], 0, &value);
        j->dates = j->dates && !date_parse(cell[i], DATE_ORDER_UNKNOWN, &stamp);
        uint64_t id;
        j->ids = j->ids && fresh && cell[i].n == digits && str_to_u64(cell[i], &id);
    }
    j->distinct = distinct.count;
    j->ids = j->ids && digits >= ID_DIGITS;
    map_free(&distinct);
}

static void put_numbers(struct why *why, struct str name, const struct str *cell)
{
    double *value = mem_new(why->count, sizeof *value);
    for (size_t i = 0; i < why->count; i++) {
        value[i] = NAN;
        if (cell[i].n > 0 && !number_parse(cell[i], 0, &value[i])) {
            value[i] = NAN; /* of one outside the population */
        }
    }
    put_bands(why, name, value, 4, NULL);
    free(value);
}

static void put_levels(struct why *why, struct str name, const struct str *cell)
{
    struct tally t = {.factor = name};
    struct level missing = {S(MISSING), 0, 0};
    for (size_t i = 0; i < why->count; i++) {
        const struct why_customer *c = &why->customer[i];
        if (c->in && cell[i].n == 0) {
            missing.n++;
            missing.churned += c->churned;
        } else if (c->in) {
            tally_know(&t, c);
            tally_count(why, &t, cell[i], c);
        }
    }
    tally_close(why, &t, &missing);
}

/* Names that other factors have. */
static bool is_taken(struct str name)
{
    static const char *const own[] = {"purchase_days", "refund", "order_value", "tenure",
                                      "complaint", "late_answer", "satisfaction",
                                      "order_category", "order_channel", "discount"};
    bool taken = false;
    for (size_t i = 0; i < COUNT_OF(own); i++) {
        taken |= str_eq(name, str_of(own[i]));
    }
    return taken;
}

const char *why_column(struct why *why, struct str name, const struct str *cell)
{
    struct judged j;
    judge(why, cell, &j);
    bool one_value = j.distinct < 2 && (j.filled == 0 || j.filled == why->population);
    if (one_value) {
        return "one value";
    }
    if (j.filled > 1 && j.ids) {
        return "ids";
    }
    if (j.dates) {
        return "dates";
    }
    name = is_taken(name) ? arena_printf(&why->arena, "customers.%.*s", STRF(name)) : name;
    if (j.numbers && j.distinct > 2) {
        put_numbers(why, name, cell);
    } else if (j.distinct * 2 > j.filled) {
        return "texts that nearly every customer has alone";
    } else {
        put_levels(why, name, cell);
    }
    return NULL;
}

static bool is_listed(const char *list, struct str name)
{
    struct str rest = str_of(list);
    while (rest.n > 0) {
        if (str_eq(str_cut(&rest, '|'), name)) {
            return true;
        }
    }
    return false;
}

/* Folded as headers are. */
static const char persons[] =
    "customer id|name|company|contact|email|phone|tax id|address|postcode|note|first name|last name|"
    "middle name|given name|family name|surname|nickname|mobile|fax|passport|id card|wechat|qq|姓|名|"
    "姓氏|名字|昵称|微信|微信号|传真|身份证|身份证号|身份证号码|护照|护照号";
static const char dates[] =
    "created at|birthday|last touch|next touch|as of|first date|second date";
static const char of_silence[] =
    "recency days|r|rfm|last date|prev date|prev2 date|segment|lifecycle|screening|screening rule|"
    "previous tier|tier held|move|silence days|silence p|recent days|rate p|p alive|expected orders|"
    "expected value|value at risk|clv|p churn";

const char *why_leaves_out(struct arena *scratch, struct str name, bool knows_silence)
{
    struct str folded = fold_header(scratch, name);
    return is_listed(persons, folded) ? "of persons"
           : is_listed(dates, folded) ? "dates"
           : knows_silence && is_listed(of_silence, folded) ? "told by the silence itself"
                                                            : NULL;
}

/* ---- the tests ---- */

static int by_q(const void *a, const void *b)
{
    const struct why_row *x = a;
    const struct why_row *y = b;
    if (x->q != y->q) {
        return x->q < y->q ? -1 : 1;
    }
    if (x->lift != y->lift) {
        return x->lift > y->lift ? -1 : 1;
    }
    int order = str_cmp(x->factor, y->factor);
    return order ? order : str_cmp(x->level, y->level);
}

void why_test(struct why *why)
{
    double *p = mem_new(why->rows, sizeof *p);
    for (size_t i = 0; i < why->rows; i++) {
        p[i] = why->row[i].p;
    }
    multiple_bh(p, why->rows, p);
    for (size_t i = 0; i < why->rows; i++) {
        why->row[i].q = p[i];
    }
    if (why->rows > 1) {
        qsort(why->row, why->rows, sizeof *why->row, by_q);
    }
    free(p);
}
