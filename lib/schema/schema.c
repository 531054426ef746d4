#include "base/base.h"

#include "base/arena.h"
#include "base/mem.h"
#include "schema/schema.h"
#include "value/fold.h"

ptrdiff_t schema_column_named(const struct schema_kind *kind, struct str name)
{
    for (size_t i = 0; i < kind->count; i++) {
        if (str_eq(name, str_of(kind->column[i].name))) {
            return (ptrdiff_t)i;
        }
    }
    return -1;
}

/* Folded names of a header, in the same order. */
static struct str *fold_names(struct arena *arena, const struct header *header)
{
    struct str *folded = arena_alloc(arena, (header->count + 1) * sizeof *folded);
    for (size_t i = 0; i < header->count; i++) {
        folded[i] = fold_header(arena, header->name[i]);
    }
    return folded;
}

static bool rank_has(struct str rank, struct str name)
{
    while (rank.n > 0) {
        if (str_eq(str_cut(&rank, '|'), name)) {
            return true;
        }
    }
    return false;
}

struct search {
    const struct header *header;
    const struct str *folded;
    const bool *taken; /* columns that a map or an earlier canonical column has */
    ptrdiff_t found;
    ptrdiff_t rival;   /* a second column of the same rank */
};

static void search_rank(struct search *search, struct str rank)
{
    search->found = search->rival = -1;
    for (size_t i = 0; i < search->header->count; i++) {
        if (search->taken[i] || !rank_has(rank, search->folded[i])) {
            continue;
        }
        if (search->found >= 0) {
            search->rival = (ptrdiff_t)i;
            return;
        }
        search->found = (ptrdiff_t)i;
    }
}

/* The column of the best rank: the canonical name itself, then the groups of synonyms. */
static void search_column(struct search *search, struct arena *arena,
                          const struct schema_column *column)
{
    ptrdiff_t exact = header_find(search->header, str_of(column->name));
    if (exact >= 0 && !search->taken[exact]) {
        search->found = exact;
        search->rival = -1;
        return;
    }
    search_rank(search, fold_header(arena, str_of(column->name)));
    struct str ranks = str_of(column->synonyms);
    while (search->found < 0 && ranks.n > 0) {
        search_rank(search, str_cut(&ranks, ';'));
    }
}

/* A column by its name, if need be without the blanks around it. */
static ptrdiff_t find_named(const struct header *header, struct str name)
{
    ptrdiff_t position = header_find(header, name);
    for (size_t i = 0; i < header->count && position < 0; i++) {
        if (str_eq(str_trim(header->name[i]), str_trim(name))) {
            position = (ptrdiff_t)i;
        }
    }
    return position;
}

static bool bind_maps(const struct schema_kind *kind, const struct header *header,
                      const struct schema_map *maps, size_t map_count, bool *taken, bool *settled,
                      struct schema_binding *binding, char message[SCHEMA_MESSAGE])
{
    for (size_t i = map_count; i-- > 0;) {
        ptrdiff_t canonical = schema_column_named(kind, maps[i].canonical);
        if (canonical < 0 || settled[canonical]) {
            continue; /* of another kind: the caller has checked that some kind knows it */
        }
        settled[canonical] = true;
        if (maps[i].header.n == 0) {
            continue;
        }
        ptrdiff_t position = find_named(header, maps[i].header);
        if (position < 0) {
            snprintf(message, SCHEMA_MESSAGE, "--map %.*s=%.*s: there is no such column",
                     STRF(maps[i].canonical), STRF(maps[i].header));
            return false;
        }
        binding->column[canonical] = position;
        taken[position] = true;
    }
    return true;
}

bool schema_bind(const struct schema_kind *kind, const struct header *header,
                 const struct schema_map *maps, size_t map_count, struct schema_binding *binding,
                 char message[SCHEMA_MESSAGE])
{
    binding->kind = kind;
    for (size_t i = 0; i < SCHEMA_COLUMNS_MAX; i++) {
        binding->column[i] = -1;
    }
    struct arena arena = {0};
    bool *taken = mem_new(header->count + 1, sizeof *taken);
    bool settled[SCHEMA_COLUMNS_MAX] = {0}; /* canonical columns that a map has spoken of */
    bool ok = bind_maps(kind, header, maps, map_count, taken, settled, binding, message);
    struct search search = {header, fold_names(&arena, header), taken, -1, -1};
    for (size_t i = 0; i < kind->count; i++) {
        if (settled[i]) {
            continue;
        }
        search_column(&search, &arena, &kind->column[i]);
        if (search.rival >= 0 && ok) {
            snprintf(message, SCHEMA_MESSAGE,
                     "\"%.*s\" and \"%.*s\" could both be %s: choose with --map %s=NAME",
                     STRF(header->name[search.found]), STRF(header->name[search.rival]),
                     kind->column[i].name, kind->column[i].name);
            ok = false;
        }
        if (search.found >= 0) {
            binding->column[i] = search.found;
            taken[search.found] = true;
        }
    }
    free(taken);
    arena_free(&arena);
    return ok;
}

static bool has_needs(const struct schema_binding *binding)
{
    struct str needs = str_of(binding->kind->needs);
    while (needs.n > 0) {
        struct str either = str_cut(&needs, ' ');
        bool filled = false;
        while (either.n > 0) {
            ptrdiff_t column = schema_column_named(binding->kind, str_cut(&either, '|'));
            if (column >= 0 && binding->column[column] >= 0) {
                filled = true;
            }
        }
        if (!filled) {
            return false;
        }
    }
    return true;
}

bool schema_fills(enum kind kind, const struct header *header, const struct schema_map *maps,
                  size_t map_count)
{
    struct schema_binding binding;
    char message[SCHEMA_MESSAGE];
    /* A header that is ambiguous in this kind may still be it: what is bound counts. */
    schema_bind(schema_kind(kind), header, maps, map_count, &binding, message);
    return has_needs(&binding);
}

/* Orders and customers, too, have an id, a time and a status or state. Where the id of a ticket would
 * be a bare one, something must be there that a helpdesk writes, and no amount. */
static bool is_ticket(const struct header *header, const struct schema_map *maps, size_t map_count)
{
    const struct schema_kind *kind = schema_kind(KIND_TICKETS);
    struct schema_binding binding;
    char message[SCHEMA_MESSAGE];
    schema_bind(kind, header, maps, map_count, &binding, message);
    struct arena arena = {0};
    struct str id = fold_header(&arena, header->name[binding.column[TICKET_ID]]);
    bool bare = str_eq(id, S("id")) || str_eq(id, S("编号"));
    arena_free(&arena);
    static const char *const own[] = {"first_response_at", "resolved_at", "priority"};
    bool helpdesk = false;
    for (size_t i = 0; i < COUNT_OF(own); i++) {
        helpdesk |= binding.column[schema_column_named(kind, str_of(own[i]))] >= 0;
    }
    return !bare || (helpdesk && !schema_fills(KIND_TRANSACTIONS, header, maps, map_count));
}

enum kind schema_recognise(const struct header *header, const struct schema_map *maps,
                           size_t map_count)
{
    static const enum kind order[] = {KIND_SCORES,        KIND_ROLLUP,       KIND_TICKETS,
                                      KIND_TICKET_EVENTS, KIND_TRANSACTIONS, KIND_INTERACTIONS,
                                      KIND_SURVEYS,       KIND_CUSTOMERS,    KIND_COHORTS,
                                      KIND_SURVIVAL,      KIND_BACKTEST,     KIND_SURVEY,
                                      KIND_DRIVERS,       KIND_SERVICE,      KIND_BACKLOG,
                                      KIND_CAUSES,        KIND_CONTROL};
    for (size_t i = 0; i < COUNT_OF(order); i++) {
        if (schema_fills(order[i], header, maps, map_count) &&
            (order[i] != KIND_TICKETS || is_ticket(header, maps, map_count))) {
            return order[i];
        }
    }
    return KIND_UNKNOWN;
}
