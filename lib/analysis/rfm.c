#include "base/base.h"

#include <jansson.h>

#include "analysis/rfm.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/team.h"
#include "value/money.h"

static const char *const letters[RFM_DIMENSIONS] = {"r", "f", "m"};

const char *rfm_letter(enum rfm_dimension dimension)
{
    return letters[dimension];
}

/* The customers that are scored together, and their figures. */
struct group {
    struct rfm_customer **member;
    size_t count;
    double *value;  /* scratch */
    uint8_t *score; /* scratch */
};

static double figure(const struct rfm_customer *c, enum rfm_dimension dimension, int32_t as_of)
{
    switch (dimension) {
    case RFM_RECENCY:
        return (double)(as_of - c->last);
    case RFM_FREQUENCY:
        return (double)c->frequency;
    default:
        return (double)c->monetary / MONEY_SCALE;
    }
}

/* Scores one dimension of a run of the group's members, by rule or by given cuts. */
static void score_run(const struct rfm_settings *settings, enum rfm_dimension dimension,
                      int32_t as_of, struct group *g, size_t from, size_t to,
                      struct rfm_result *result)
{
    size_t count = to - from;
    struct rfm_customer **member = g->member + from;
    struct score_cuts *cuts = &result->cuts[dimension];
    unsigned top = settings->bins;
    for (size_t i = 0; i < count; i++) {
        g->value[i] = figure(member[i], dimension, as_of);
    }
    if (settings->has_cuts[dimension]) {
        *cuts = settings->cuts[dimension];
        top = (unsigned)cuts->count + 1;
    } else if (score_has_cuts(settings->method)) {
        score_make_cuts(settings->method, dimension == RFM_FREQUENCY, g->value, count,
                        settings->bins, cuts);
    } else {
        score_all(settings->method, false, g->value, count, settings->bins, g->score);
    }
    bool by_cuts = settings->has_cuts[dimension] || score_has_cuts(settings->method);
    for (size_t i = 0; i < count; i++) {
        unsigned score = by_cuts ? score_by_cuts(g->value[i], cuts) : g->score[i];
        if (dimension == RFM_RECENCY) {
            score = top + 1 - score; /* few days are good */
        }
        member[i]->score[dimension] = (uint8_t)score;
    }
    result->top[dimension] = top;
}

static int by_rf(const void *a, const void *b)
{
    const struct rfm_customer *x = *(struct rfm_customer *const *)a;
    const struct rfm_customer *y = *(struct rfm_customer *const *)b;
    for (int d = 0; d < RFM_DIMENSIONS; d++) {
        if (x->score[d] != y->score[d]) {
            return x->score[d] < y->score[d] ? -1 : 1;
        }
    }
    return str_cmp(x->id, y->id);
}

/* Runs of members that agree in the dimensions before this one are scored by themselves. */
static void score_nested(const struct rfm_settings *settings, enum rfm_dimension dimension,
                         int32_t as_of, struct group *g, struct rfm_result *result)
{
    qsort(g->member, g->count, sizeof *g->member, by_rf);
    for (size_t from = 0; from < g->count;) {
        size_t to = from + 1;
        while (to < g->count &&
               memcmp(g->member[to]->score, g->member[from]->score, dimension) == 0) {
            to++;
        }
        score_run(settings, dimension, as_of, g, from, to, result);
        from = to;
    }
}

struct scoring {
    const struct rfm_settings *settings;
    int32_t as_of;
    const struct group *g;
    struct rfm_result *result;
};

/* One dimension by itself, in memory of its own. */
static void score_dimension(void *context, size_t item)
{
    const struct scoring *s = context;
    struct group own = *s->g;
    own.value = mem_grow(NULL, own.count, sizeof *own.value);
    own.score = mem_grow(NULL, own.count, sizeof *own.score);
    score_run(s->settings, (enum rfm_dimension)item, s->as_of, &own, 0, own.count, s->result);
    free(own.value);
    free(own.score);
}

static void score_group(const struct rfm_settings *settings, int32_t as_of, struct group *g,
                        struct rfm_result *result)
{
    struct scoring scoring = {settings, as_of, g, result};
    if (!settings->nested) {
        team_run(RFM_DIMENSIONS, score_dimension, &scoring);
    }
    for (int d = 0; d < RFM_DIMENSIONS && settings->nested; d++) {
        if (d > 0) {
            score_nested(settings, (enum rfm_dimension)d, as_of, g, result);
        } else {
            score_run(settings, (enum rfm_dimension)d, as_of, g, 0, g->count, result);
        }
    }
    for (size_t i = 0; i < g->count; i++) {
        for (int d = 0; d < RFM_DIMENSIONS; d++) {
            result->occupancy[d][g->member[i]->score[d]]++;
        }
    }
    result->scored += g->count;
}

static int by_currency(const void *a, const void *b)
{
    const struct rfm_customer *x = *(struct rfm_customer *const *)a;
    const struct rfm_customer *y = *(struct rfm_customer *const *)b;
    int order = str_cmp(x->currency, y->currency);
    return order ? order : (x > y) - (x < y); /* in the order of the array, which is by id */
}

void rfm_score(struct rfm_customer *customers, size_t count, const struct rfm_settings *settings,
               int32_t as_of, struct rfm_result *result)
{
    struct rfm_customer **all = mem_grow(NULL, count, sizeof *all);
    /* Of dimensions that hang on each other; else each has its own. */
    size_t room = settings->nested ? count : 0;
    struct group g = {.value = mem_grow(NULL, room, sizeof(double)),
                      .score = mem_grow(NULL, room, 1)};
    size_t n = 0;
    *result = (struct rfm_result){0};
    for (size_t i = 0; i < count; i++) {
        memset(customers[i].score, 0, sizeof customers[i].score);
        if (customers[i].last != DATE_NONE) {
            all[n++] = &customers[i];
        }
    }
    bool one = true;
    for (size_t i = 1; i < n; i++) {
        one &= str_eq(all[i]->currency, all[0]->currency);
    }
    if (!one) {
        qsort(all, n, sizeof *all, by_currency);
    }
    for (size_t from = 0; from < n;) {
        size_t to = from + 1;
        while (to < n && str_eq(all[to]->currency, all[from]->currency)) {
            to++;
        }
        result->several_currencies |= to < n;
        g.member = all + from;
        g.count = to - from;
        score_group(settings, as_of, &g, result);
        from = to;
    }
    free(all);
    free(g.value);
    free(g.score);
}

static ptrdiff_t dimension_named(struct str name)
{
    for (int d = 0; d < RFM_DIMENSIONS; d++) {
        if (str_eq(name, str_of(letters[d]))) {
            return d;
        }
    }
    return -1;
}

/* Ascending, at most SCORE_BINS_MAX - 1 of them. */
static bool add_cut(struct score_cuts *cuts, double value)
{
    if (cuts->count == SCORE_BINS_MAX - 1 ||
        (cuts->count > 0 && value < cuts->cut[cuts->count - 1])) {
        return false;
    }
    cuts->cut[cuts->count++] = value;
    return true;
}

bool rfm_read_breaks(struct str text, struct rfm_settings *settings)
{
    struct str rest = text;
    ptrdiff_t d = dimension_named(str_cut(&rest, '='));
    if (d < 0 || rest.n == 0) {
        return false;
    }
    struct score_cuts *cuts = &settings->cuts[d];
    *cuts = (struct score_cuts){.count = 0};
    settings->has_cuts[d] = true;
    while (rest.n > 0) {
        struct money money;
        if (money_parse(str_trim(str_cut(&rest, ',')), (struct money_style){0}, &money) ||
            !add_cut(cuts, (double)money.units / MONEY_SCALE)) {
            return false;
        }
    }
    return true;
}

void rfm_write_thresholds(const struct rfm_result *result, struct buf *out)
{
    buf_byte(out, '{');
    for (int d = 0; d < RFM_DIMENSIONS; d++) {
        const struct score_cuts *cuts = &result->cuts[d];
        buf_printf(out, "\"%s\":[", letters[d]);
        for (size_t i = 0; i < cuts->count; i++) {
            /* 17 digits, so that the same data score the same again. */
            buf_printf(out, "%s%.17g", i > 0 ? "," : "", cuts->cut[i]);
        }
        buf_str(out, S("],"));
    }
    buf_printf(out, "\"closed\":\"%s\"}\n", result->cuts[0].at_or_below ? "left" : "right");
}

static const char *read_cuts(struct arena *arena, json_t *root, int d, bool left,
                             struct rfm_settings *settings)
{
    json_t *list = json_object_get(root, letters[d]);
    struct score_cuts *cuts = &settings->cuts[d];
    *cuts = (struct score_cuts){.at_or_below = left};
    settings->has_cuts[d] = true;
    if (!json_is_array(list)) {
        return arena_cstr(arena, arena_printf(arena, "%s: a list of numbers is needed", letters[d]));
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *value = json_array_get(list, i);
        if (!json_is_number(value) || !add_cut(cuts, json_number_value(value))) {
            return arena_cstr(arena, arena_printf(arena, "%s[%zu]: numbers in ascending order are "
                                                  "needed, at most %d", letters[d], i,
                                                  SCORE_BINS_MAX - 1));
        }
    }
    return NULL;
}

const char *rfm_read_thresholds(struct arena *arena, struct str text,
                                struct rfm_settings *settings)
{
    json_error_t error;
    json_t *root = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, &error);
    if (!json_is_object(root)) {
        json_decref(root);
        return "is no JSON object of thresholds, as --save-thresholds writes it";
    }
    const char *closed = json_string_value(json_object_get(root, "closed"));
    const char *reason = NULL;
    if (!closed || (strcmp(closed, "left") != 0 && strcmp(closed, "right") != 0)) {
        reason = "closed: left or right is needed";
    }
    for (int d = 0; d < RFM_DIMENSIONS && !reason; d++) {
        reason = read_cuts(arena, root, d, strcmp(closed, "left") == 0, settings);
    }
    json_decref(root);
    return reason;
}
