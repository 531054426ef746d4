#include "base/base.h"

#include "analysis/profile.h"
#include "base/hash.h"
#include "base/mem.h"
#include "value/date.h"
#include "value/money.h"

struct column {
    uint64_t filled, empty;
    uint64_t *seen; /* hashes, open addressing; 0: free */
    size_t distinct, room;
    bool ranged;
    int64_t least, most;          /* numbers, 1/10000 */
    char first[DATE_ROOM], last[DATE_ROOM]; /* dates, which sort as text */
};

struct profile {
    struct column *column;
    size_t count;
};

const struct encode_column profile_columns[PROFILE_COLUMNS] = {
    {{"column", 6}, ENCODE_TEXT},     {{"type", 4}, ENCODE_TEXT},
    {{"filled", 6}, ENCODE_NUMBER},   {{"empty", 5}, ENCODE_NUMBER},
    {{"fill_rate", 9}, ENCODE_NUMBER}, {{"distinct", 8}, ENCODE_NUMBER},
    {{"min", 3}, ENCODE_TEXT},        {{"max", 3}, ENCODE_TEXT},
    {{"rejected", 8}, ENCODE_NUMBER},
};

struct profile *profile_new(size_t columns)
{
    struct profile *profile = mem_new(1, sizeof *profile);
    profile->column = mem_new(columns, sizeof *profile->column);
    profile->count = columns;
    return profile;
}

static void insert(uint64_t *seen, size_t room, uint64_t hash)
{
    size_t i = hash & (room - 1);
    while (seen[i]) {
        i = (i + 1) & (room - 1);
    }
    seen[i] = hash;
}

static bool is_seen(const struct column *c, uint64_t hash)
{
    for (size_t i = hash & (c->room - 1); c->room > 0 && c->seen[i]; i = (i + 1) & (c->room - 1)) {
        if (c->seen[i] == hash) {
            return true;
        }
    }
    return false;
}

static void count_distinct(struct column *c, struct str cell)
{
    if (c->distinct > PROFILE_DISTINCT_MAX) {
        return;
    }
    uint64_t hash = hash_64(hash_run_key(), cell) | 1;
    if (is_seen(c, hash)) {
        return;
    }
    if (c->distinct * 2 >= c->room) {
        size_t room = c->room ? c->room * 2 : 64;
        uint64_t *seen = mem_new(room, sizeof *seen);
        for (size_t i = 0; i < c->room; i++) {
            if (c->seen[i]) {
                insert(seen, room, c->seen[i]);
            }
        }
        free(c->seen);
        c->seen = seen;
        c->room = room;
    }
    insert(c->seen, c->room, hash);
    c->distinct++;
}

static bool is_number(enum schema_type type)
{
    return type == SCHEMA_MONEY || type == SCHEMA_DECIMAL || type == SCHEMA_INTEGER;
}

static void number_range(struct column *c, struct str cell)
{
    struct money money;
    if (money_parse(cell, (struct money_style){0}, &money)) {
        return;
    }
    c->least = !c->ranged || money.units < c->least ? money.units : c->least;
    c->most = !c->ranged || money.units > c->most ? money.units : c->most;
    c->ranged = true;
}

static void date_range(struct column *c, struct str cell)
{
    char text[DATE_ROOM];
    snprintf(text, sizeof text, "%.*s", STRF(cell));
    if (!c->ranged || strcmp(text, c->first) < 0) {
        memcpy(c->first, text, sizeof text);
    }
    if (!c->ranged || strcmp(text, c->last) > 0) {
        memcpy(c->last, text, sizeof text);
    }
    c->ranged = true;
}

void profile_cell(struct profile *profile, size_t column, enum schema_type type, struct str cell)
{
    struct column *c = &profile->column[column];
    if (cell.n == 0) {
        c->empty++;
        return;
    }
    c->filled++;
    count_distinct(c, cell);
    if (is_number(type)) {
        number_range(c, cell);
    } else if (type == SCHEMA_DATE) {
        date_range(c, cell);
    }
}

static const char *type_name(enum schema_type type)
{
    static const char *const names[] = {
        [SCHEMA_ID] = "id",           [SCHEMA_TEXT] = "text",         [SCHEMA_DATE] = "date",
        [SCHEMA_MONEY] = "money",     [SCHEMA_DECIMAL] = "decimal",   [SCHEMA_INTEGER] = "integer",
        [SCHEMA_NUMBER] = "number",
        [SCHEMA_CURRENCY] = "currency", [SCHEMA_EMAIL] = "email",     [SCHEMA_PHONE] = "phone",
        [SCHEMA_STATUS] = "status",   [SCHEMA_STATE] = "state",
    };
    return names[type];
}

static struct str range_cell(const struct column *c, enum schema_type type, bool least,
                             struct arena *arena)
{
    char text[MONEY_ROOM];
    if (!c->ranged) {
        return S("");
    }
    if (is_number(type)) {
        size_t n = money_format(least ? c->least : c->most, 0, text);
        return arena_str(arena, (struct str){text, n});
    }
    return arena_str(arena, str_of(least ? c->first : c->last));
}

void profile_report(const struct profile *profile, size_t column, struct str name,
                    enum schema_type type, uint64_t rejected, struct arena *arena,
                    struct str cells[PROFILE_COLUMNS])
{
    const struct column *c = &profile->column[column];
    uint64_t rows = c->filled + c->empty;
    cells[0] = name;
    cells[1] = str_of(type_name(type));
    cells[2] = arena_printf(arena, "%" PRIu64, c->filled);
    cells[3] = arena_printf(arena, "%" PRIu64, c->empty);
    cells[4] = arena_printf(arena, "%.6g", rows ? (double)c->filled / (double)rows : 0);
    cells[5] = c->distinct > PROFILE_DISTINCT_MAX ? S("1000000+")
                                                  : arena_printf(arena, "%zu", c->distinct);
    cells[6] = range_cell(c, type, true, arena);
    cells[7] = range_cell(c, type, false, arena);
    cells[8] = arena_printf(arena, "%" PRIu64, rejected);
}

void profile_free(struct profile *profile)
{
    for (size_t i = 0; i < profile->count; i++) {
        free(profile->column[i].seen);
    }
    free(profile->column);
    free(profile);
}
