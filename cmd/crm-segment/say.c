/* crm-segment: what a run says of itself, as notices. */
#include "base/base.h"

#include "analysis/rulecheck.h"
#include "base/say.h"
#include "crm-segment/segment.h"
#include "value/number.h"

/* Where each tier begins; with several currencies the rows tell. */
static void say_tiers(const struct parts *parts)
{
    struct arena scratch = {0};
    for (int t = 0; parts->book.currencies == 1 && t < (int)tiers_count(parts->tiers); t++) {
        struct str entry = placed_figure(&parts->placed, t, tiers_entry(parts->tiers, t, 0),
                                         parts->book.currency, &scratch);
        if (entry.n > 0) {
            struct str name = tiers_name(parts->tiers, t);
            say_notice("tier %.*s begins at %.*s", STRF(name), STRF(entry));
        }
    }
    arena_free(&scratch);
}

static void say_moves(const struct parts *parts)
{
    const uint64_t *n = parts->counts.moved;
    if (parts->placed.movement) {
        say_notice("moves: %" PRIu64 " up, %" PRIu64 " down, %" PRIu64 " same, %" PRIu64
                   " new, %" PRIu64 " back, %" PRIu64 " gone; %" PRIu64
                   " kept their tier by hysteresis", n[MOVEMENT_UP], n[MOVEMENT_DOWN],
                   n[MOVEMENT_SAME], n[MOVEMENT_NEW], n[MOVEMENT_BACK], n[MOVEMENT_GONE],
                   parts->counts.held_back);
    }
}

/* The classes' polarity is turned round in much public code: it is said with the result. */
static void say_cn8(const struct parts *parts)
{
    static const char *const figures[] = {"recency_days", "frequency", "monetary"};
    bool median = str_eq(parts->segment_table, S("cn8-median"));
    bool one = parts->book.currencies == 1; /* else each currency has its own */
    if (!str_starts(parts->segment_table, S("cn8")) || !one) {
        return;
    }
    char text[COUNT_OF(figures)][NUMBER_ROOM];
    for (size_t i = 0; i < COUNT_OF(figures); i++) {
        char name[40];
        snprintf(name, sizeof name, "%s_%s", median ? "median" : "mean", figures[i]);
        number_format(population_of_group(parts->book.population, str_of(name), 0), text[i]);
    }
    say_notice("%.*s: R is high (recent) at recency_days <= %s, F at frequency >= %s, M at monetary "
               ">= %s, the %ss; RFM 111 important value, 101 development, 011 retention, 001 "
               "win-back; with M low the same as general", STRF(parts->segment_table), text[0],
               text[1], text[2], median ? "median" : "mean");
}

static void say_finding(void *context, const char *at, const char *finding, const char *detail)
{
    (void)context;
    say_notice("%s: %s: %s", at, finding, detail);
}

/* Published tables have gaps and overlaps: whoever uses one is told. */
static void say_table(const struct parts *parts)
{
    if (!segments_wants_five(parts->segment_table)) {
        return;
    }
    const struct rulecheck check = {.found = say_finding, .section = parts->segment_table.p,
                                    .gaps = true, .rest_named = true,
                                    .overlaps = true};
    struct population *no_rows = population_new(NULL, NULL);
    struct segments *segments = segments_new(no_rows, parts->policy->segments, true);
    rulecheck(no_rows, parts->policy->segments, segments_conditions(segments), &check);
    segments_free(segments);
    population_free(no_rows);
}

void say_results(const struct parts *parts)
{
    say_table(parts);
    say_cn8(parts);
    say_tiers(parts);
    say_moves(parts);
}
