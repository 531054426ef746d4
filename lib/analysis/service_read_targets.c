#include "base/base.h"

#include "analysis/service_reader.h"
#include "base/die.h"
#include "base/mem.h"

#define CACHE_MOST 100000 /* combinations of cells whose target is remembered */

static bool has_column(const struct cells *cells, struct str name)
{
    for (size_t i = 0; i < cells->count; i++) {
        if (str_eq_nocase(cells->column[i].name, name)) {
            return true;
        }
    }
    return false;
}

/* What conditions can name: SQL does not tell A from a, and the ticket's own columns come first. */
static size_t collect_columns(const struct service_customers *customers,
                              struct service_reader_input *of)
{
    size_t most = of->cells->count + (customers ? customers->count : 0);
    size_t count = of->cells->count;
    of->column = mem_new(most, sizeof *of->column);
    of->value = mem_new(most, sizeof *of->value);
    of->used = mem_new(most, sizeof *of->used);
    of->joined = mem_new(most, sizeof *of->joined);
    memcpy(of->column, of->cells->column, count * sizeof *of->column);
    for (size_t i = 0; customers && i < customers->count; i++) {
        if (!has_column(of->cells, customers->column[i].name)) {
            of->column[count++] = customers->column[i];
            of->joined[of->joined_count++] = i;
        }
    }
    return count;
}

void service_read_targets(const struct service_reading *r, struct service_reader_input *of)
{
    size_t count = collect_columns(r->customers, of);
    char message[EXPR_MESSAGE];
    of->expr = mem_new(r->service->target_count, sizeof(struct expr *));
    for (size_t i = 0; i < r->service->target_count; i++) {
        const struct policy_rule *rule = &r->service->target[i].rule;
        if (rule->when.n == 0) {
            continue;
        }
        of->expr[i] = expr_new(rule->when, of->column, count, message);
        if (!of->expr[i]) {
            die(STATUS_USAGE, "%s.when: %s: %s", rule->at, of->input->name, message);
        }
        for (size_t k = 0; k < count; k++) {
            of->used[k] |= expr_uses(of->expr[i], k);
            of->any_used |= of->used[k];
            of->joined_used |= of->used[k] && k >= of->cells->count;
        }
    }
}

/* Fills in the values that conditions look at; false after a complaint. */
static bool read_values(struct service_reader *r, struct service_reader_input *of,
                        const struct row *row)
{
    const struct str *cell =
        of->joined_count > 0 ? service_read_customer(r->reading->customers, row) : NULL;
    buf_clear(&r->key);
    for (size_t i = 0; i < of->cells->count; i++) {
        if (of->used[i]) {
            if (!cells_read(of->cells, row, i, &of->value[i])) {
                return false;
            }
            /* The cell's text tells the value, whatever its type. */
            buf_str(&r->key, str_trim(row->record.cell[of->cells->position[i]]));
            buf_byte(&r->key, '\0');
        }
    }
    for (size_t i = 0; i < of->joined_count; i++) {
        if (of->used[of->cells->count + i]) {
            struct str text = cell ? cell[of->joined[i]] : (struct str){"", 0};
            of->value[of->cells->count + i] = (struct expr_value){.text = text};
            buf_str(&r->key, text);
            buf_byte(&r->key, '\0');
        }
    }
    size_t input = row->input->number;
    buf_bytes(&r->key, (const char *)&input, sizeof input);
    return true;
}

bool service_read_target(struct service_reader *r, struct service_reader_input *of,
                         const struct row *row)
{
    const struct service *s = r->reading->service;
    const uint32_t *known;
    r->target = 0;
    if (of->any_used) {
        if (!read_values(r, of, row)) {
            return false;
        }
        if (map_near_find(&r->near_targets, buf_view(&r->key), &r->target)) {
            return true;
        }
        known = map_find(&r->cache, buf_view(&r->key));
        if (known) {
            r->target = *known;
            map_near_keep(&r->near_targets, map_key(&r->cache, buf_view(&r->key)), *known);
            return true;
        }
    }
    for (size_t i = 0; i < s->target_count; i++) {
        const char *reason;
        enum expr_result result =
            of->expr[i] ? expr_test(of->expr[i], of->value, &reason) : EXPR_TRUE;
        if (result == EXPR_ERROR) {
            row_bad(row, -1, "%s.when: %s", s->target[i].rule.at, reason);
            return false;
        }
        if (result == EXPR_TRUE) {
            r->target = (uint32_t)i + 1;
            break;
        }
    }
    bool fresh;
    if (of->any_used && r->cache.count < CACHE_MOST) {
        *map_put(&r->cache, buf_view(&r->key), &fresh) = r->target;
    }
    return true;
}

bool service_read_plain_target(struct service_reader *r, const struct service_reader_input *of,
                               const struct plain_row *row)
{
    const struct input *input = of->input;
    buf_clear(&r->key);
    for (size_t i = 0; i < of->cells->count; i++) {
        if (of->used[i]) {
            buf_str(&r->key, plain_cell(row, (size_t)of->cells->position[i]));
            buf_byte(&r->key, '\0');
        }
    }
    buf_bytes(&r->key, (const char *)&input->number, sizeof input->number);
    return of->any_used && map_near_find(&r->near_targets, buf_view(&r->key), &r->target);
}
