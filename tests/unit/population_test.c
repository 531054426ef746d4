/*
 * Conditions that ask how a row stands among all: values by hand, entries, and the direct
 * comparison beside SQLite's.
 */
#include "unit.h"

#include <math.h>
#include <sys/mman.h>

#include "base/mem.h"
#include "flow/cursor.h"
#include "format/limits.h"
#include "rules/population.h"

#define MOST 1024

static struct population *population;
static char message[EXPR_MESSAGE];

static struct condition *condition(const char *text)
{
    struct condition *c = population_condition(population, str_of(text), NULL, message);
    if (!CHECK(c != NULL)) {
        printf("    %s: %s\n", text, message);
        abort();
    }
    return c;
}

/* Scored rows without an input, of which `column` alone is held. */
static void begin(const char *column)
{
    population = population_new(NULL, NULL);
    CHECK(population_number_column(population, str_of(column)) >= 0);
}

static void add(double value, size_t group)
{
    struct expr_value cell = {0};
    if (!isnan(value)) {
        cell = (struct expr_value){.is_number = true, .units = llrint(value * 10000)};
    }
    CHECK_INT(population_width(population, POPULATION_FIRST), 1);
    population_add(population, &cell, NULL, group);
}

static enum expr_result holds(struct condition *c, size_t row)
{
    const char *reason = "";
    return population_holds(population, c, row, &reason);
}

static char letter(enum expr_result result)
{
    return "01-!"[result];
}

/* The rows of which a condition holds: '1'; '0' where it does not, '-' where it is NULL. */
static void check_rows(struct condition *c, const char *want, int line)
{
    char got[MOST] = "";
    for (size_t i = 0; i < population_count(population); i++) {
        got[i] = letter(holds(c, i));
    }
    unit_check_str(str_of(got), str_of(want), __FILE__, line);
}

#define CHECK_ROWS(c, want) check_rows((c), (want), __LINE__)

static bool is(double got, double want)
{
    return isnan(want) ? isnan(got) : got <= want && got >= want;
}

/*
 * 40 30 20 10 -5 and one without: top 0 .4 .7 .9 1, pct 1 .8 .6 .4 .2; the mean of the five is
 * 95 / 5 = 19, their median 20.
 */
static void test_values(void)
{
    static const double values[] = {40, 30, 20, 10, -5, NAN};
    begin("monetary");
    struct condition *top = condition("top_monetary IN (0, 0.4, 0.7, 0.9, 1)");
    struct condition *top_small = condition("top_monetary < 0.7 AND 1");
    struct condition *pct = condition("pct_monetary IN (1, 0.8, 0.6, 0.4, 0.2)");
    struct condition *pct_large = condition("pct_monetary BETWEEN 0.4 AND 0.8");
    struct condition *mean = condition("mean_monetary = 19");
    struct condition *above = condition("monetary > mean_monetary");
    struct condition *median = condition("median_monetary = 20 AND monetary >= median_monetary");
    struct condition *none =
        condition("monetary IS NULL AND top_monetary IS NULL AND pct_monetary IS NULL");
    struct condition *all = condition("");
    struct condition *letters = condition("TOP_MONETARY < 0.5 AND \"Pct_Monetary\" = 1");
    struct condition *text = condition("'top_frequency < 1' = 'it''s pct_frequency'");
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        add(values[i], 0);
    }
    population_settle(population);
    CHECK_ROWS(top, "11111-");
    CHECK_ROWS(top_small, "11000-");
    CHECK_ROWS(pct, "11111-");
    CHECK_ROWS(pct_large, "01110-");
    CHECK_ROWS(mean, "111111"); /* of the group, whoever asks */
    CHECK_ROWS(above, "11100-");
    CHECK_ROWS(median, "11100-");
    CHECK_ROWS(none, "000001");
    CHECK_ROWS(all, "111111");
    CHECK_ROWS(letters, "10000-");
    CHECK_ROWS(text, "000000"); /* names in quotes are no columns */
    CHECK(is(population_of_group(population, S("mean_monetary"), 0), 19));
    CHECK(is(population_of_group(population, S("median_monetary"), 0), 20));
    CHECK(isnan(population_of_group(population, S("mean_frequency"), 0)));
    CHECK(isnan(population_of_group(population, S("top_monetary"), 0)));
    CHECK(is(population_number(population, population_number_column(population, S("monetary")), 4),
             -50000));
    population_free(population);
}

/* Type 7: the median of 1 2 10 20 stands half way between 2 and 10. */
static void test_median(void)
{
    begin("frequency");
    condition("frequency >= median_frequency");
    add(20, 0), add(1, 0), add(10, 0), add(2, 0);
    population_settle(population);
    CHECK(is(population_of_group(population, S("median_frequency"), 0), 6));
    population_free(population);
}

/*
 * Two currencies: 10 of the first is its smallest, 10 of the second its largest. The totals are 40
 * and 10; a group of a row without a value has no means.
 */
static void test_groups(void)
{
    begin("monetary");
    struct condition *top = condition("top_monetary < 0.5");
    struct condition *pct = condition("pct_monetary >= 1");
    struct condition *mean = condition("monetary >= mean_monetary");
    add(30, 0), add(10, 1), add(10, 0), add(0, 1), add(NAN, 2);
    population_settle(population);
    CHECK_INT(population_groups(population), 3);
    CHECK_INT(population_count(population), 5);
    CHECK_INT(population_group(population, 3), 1);
    CHECK_ROWS(top, "1100-");
    CHECK_ROWS(pct, "1100-");
    CHECK_ROWS(mean, "1100-");
    CHECK(is(population_of_group(population, S("mean_monetary"), 0), 20));
    CHECK(is(population_of_group(population, S("mean_monetary"), 1), 5));
    CHECK(isnan(population_of_group(population, S("mean_monetary"), 2)));
    CHECK(is(population_entry(population, top, 0), 300000));
    CHECK(is(population_entry(population, top, 1), 100000));
    CHECK(isnan(population_entry(population, top, 2)));
    population_free(population);
}

static void entry(const char *text, const char *column)
{
    struct condition *c = condition(text);
    ptrdiff_t want = column ? population_number_column(population, str_of(column)) : -1;
    if (!CHECK(population_entry_column(c) == want)) {
        printf("    %s\n", text);
    }
}

/* Which conditions are a single comparison in which more is better. */
static void test_entry_column(void)
{
    population = population_new(NULL, NULL);
    entry("monetary > 100", "monetary");
    entry("monetary >= 99.99", "monetary");
    entry("  Monetary>=5\n", "monetary");
    entry("monetary > -5", "monetary");
    entry("monetary > 1e3", "monetary");
    entry("frequency >= 3", "frequency");
    entry("top_monetary < 0.5", "monetary");
    entry("top_monetary<=.5", "monetary");
    entry("TOP_frequency < 1", "frequency");
    entry("pct_monetary > 0.8", "monetary");
    entry("pct_recency_days >= 0.8", "recency_days");
    entry("", NULL);
    entry("monetary < 100", NULL);
    entry("monetary <= 100", NULL);
    entry("top_monetary > 0.5", NULL);
    entry("top_monetary >= 0.5", NULL);
    entry("pct_monetary < 0.5", NULL);
    entry("pct_monetary <= 0.5", NULL);
    entry("monetary = 5", NULL);
    entry("monetary <> 5", NULL);
    entry("monetary >> 1", NULL);
    entry("5 < monetary", NULL);
    entry("(monetary > 5)", NULL);
    entry("NOT monetary > 5", NULL);
    entry("monetary > 5 AND frequency > 1", NULL);
    entry("monetary > 5 + 1", NULL);
    entry("monetary > '5'", NULL);
    entry("monetary > 0x10", NULL);
    entry("monetary > frequency", NULL);
    entry("monetary > mean_monetary", NULL);
    entry("mean_monetary > 5", NULL);
    entry("customer_id > 5", NULL);
    entry("monetary > 5 -- or so", NULL);
    population_settle(population);
    population_free(population);
}

/* 50 30 20: top 0 .5 .8, pct 1 2/3 1/3. The entry is the smallest value that meets it. */
static void test_entry(void)
{
    static const struct {
        const char *text;
        double want;
    } cases[] = {
        {"top_monetary < 0.5", 500000}, {"top_monetary <= 0.5", 300000},
        {"top_monetary < 0.8", 300000}, {"top_monetary <= 0.8", 200000},
        {"top_monetary < 2", 200000},   {"top_monetary < 0", NAN},
        {"pct_monetary >= 1", 500000},  {"pct_monetary > 0.6", 300000},
        {"pct_monetary >= 0", 200000},  {"pct_monetary > 1", NAN},
        {"monetary >= 99.99", 999900}, /* as written, whether anybody meets it or not */
        {"monetary > 25", 250000},      {"monetary > -1e3", -10000000},
    };
    struct condition *c[COUNT_OF(cases)];
    begin("monetary");
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        c[i] = condition(cases[i].text);
    }
    add(20, 0), add(50, 0), add(30, 0), add(NAN, 0);
    population_settle(population);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        double got = population_entry(population, c[i], 0);
        if (!CHECK(is(got, cases[i].want))) {
            printf("    %s: got %g, want %g\n", cases[i].text, got, cases[i].want);
        }
    }
    population_free(population);
}

static void refused(const char *text, const char *want)
{
    message[0] = '\0';
    CHECK(population_condition(population, str_of(text), NULL, message) == NULL);
    CHECK_STR(str_of(message), str_of(want));
}

static void test_refused(void)
{
    population = population_new(NULL, NULL);
    refused("spend > 3", "no such column: spend");
    refused("top_spend < 3", "no such column: top_spend");
    refused("top_customer_id < 3", "no such column: top_customer_id"); /* text has no total */
    refused("mean_last_date > 3", "no such column: mean_last_date");
    refused("top_ < 3", "no such column: top_");
    refused("pct_pct_monetary < 3", "no such column: pct_pct_monetary");
    refused("monetary >", "near \")\": syntax error");
    refused("'pct_monetary' > pct_spend", "no such column: pct_spend");
    population_settle(population);
    population_free(population);
}

static void test_scores(void)
{
    static const unsigned best[3] = {5, 5, 5}, worst[3] = {1, 1, 1}, late[3] = {1, 5, 2};
    const char *reason = "";
    population = population_new(NULL, NULL);
    struct condition *c = condition("r >= 4 AND F = 5");
    CHECK(population_is_of_scores(c));
    CHECK_INT(population_holds_of_scores(c, best, &reason), EXPR_TRUE);
    CHECK_INT(population_holds_of_scores(c, worst, &reason), EXPR_FALSE);
    CHECK_INT(population_holds_of_scores(c, late, &reason), EXPR_FALSE);
    c = condition("r < f AND m = 2");
    CHECK_INT(population_holds_of_scores(c, late, &reason), EXPR_TRUE);
    CHECK_INT(population_holds_of_scores(c, best, &reason), EXPR_FALSE);
    c = condition("");
    CHECK(population_is_of_scores(c));
    CHECK_INT(population_holds_of_scores(c, worst, &reason), EXPR_TRUE);
    c = condition("m >= 2"); /* a single comparison has another way to be told */
    CHECK(population_is_of_scores(c));
    CHECK_INT(population_holds_of_scores(c, worst, &reason), EXPR_FALSE);
    CHECK_INT(population_holds_of_scores(c, late, &reason), EXPR_TRUE);
    CHECK(population_is_of_scores(condition("1 = 1")));
    CHECK(!population_is_of_scores(condition("r = 5 AND monetary > 1")));
    CHECK(!population_is_of_scores(condition("rfm = '555'")));
    CHECK(!population_is_of_scores(condition("pct_r >= 0.5")));
    CHECK(!population_is_of_scores(condition("r > mean_r")));
    population_settle(population);
    population_free(population);
}

/* An input over memory. */
static struct input *open_text(const char *text, enum kind kind)
{
    static const struct input_settings settings = {.reader = {.limits = LIMITS_DEFAULT}};
    char path[64];
    int fd = memfd_create("rows", 0);
    if (fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text)) {
        abort();
    }
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    struct input *input = input_open(path, &settings);
    close(fd);
    input_bind(input, kind);
    input_settle(input);
    return input;
}

/* All rows of an input as values of one side; how many rows were good. */
static size_t read_all(struct input *input, enum population_side side, struct arena *arena,
                       struct expr_value *values)
{
    struct flow_run run = {.rejects = {.most = 0}};
    struct str none;
    size_t n = 0;
    size_t width = population_width(population, side);
    struct cursor *cursor = cursor_open(&run, input, NULL, NULL);
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        n += population_read(population, side, cursor_row(cursor), arena, values + n * width);
    }
    cursor_close(cursor);
    return n;
}

/*
 * Rows of an input beside those of another: money as it is written, columns that no schema knows, a
 * name that both have, and a row that has no partner.
 */
static void test_inputs(void)
{
    struct input *scores =
        open_text("customer_id,recency_days,frequency,monetary,r,f,m,Sales Region,"
                  "name\n"
                  "a,1,2,\"\302\2451,234.50\",5,4,3,12,Ann\n"
                  "b,2,1,20,1,1,1,n/a,\n"
                  "c,3,1,,1,1,1,,Cy\n",
                  KIND_SCORES);
    struct input *customers = open_text("customer_id,name,employees,created_at\n"
                                        "a,Acme,30,5.3.2024\n"
                                        "b,Bolt,x,2024-03-06\n",
                                        KIND_CUSTOMERS);
    struct arena arena = {0};
    struct expr_value first[64], joined[64];
    population = population_new(scores, customers);
    struct condition *money = condition("monetary = 1234.5");
    struct condition *region = condition("\"Sales Region\" >= 12 AND 1");
    struct condition *pct = condition("\"pct_Sales Region\" = 1");
    struct condition *own = condition("name = 'Ann'");
    struct condition *theirs = condition("\"customers.name\" = 'Acme'");
    struct condition *employees = condition("employees >= 30");
    struct condition *top = condition("top_employees < 0.5");
    struct condition *date = condition("created_at < '2024-03-06'");
    CHECK_INT(read_all(scores, POPULATION_FIRST, &arena, first), 3);
    CHECK_INT(read_all(customers, POPULATION_JOINED, &arena, joined), 2);
    size_t width[2] = {population_width(population, POPULATION_FIRST),
                       population_width(population, POPULATION_JOINED)};
    CHECK_INT(width[0], 3); /* monetary, Sales Region, name */
    CHECK_INT(width[1], 3); /* name, employees, created_at */
    for (size_t i = 0; i < 3; i++) {
        population_add(population, first + i * width[0], i < 2 ? joined + i * width[1] : NULL, 0);
    }
    population_settle(population);
    CHECK_ROWS(money, "10-");
    CHECK_ROWS(region, "1--"); /* n/a is no number, and an empty cell is no value */
    CHECK_ROWS(pct, "1--");
    CHECK_ROWS(own, "1-0"); /* b has no name of its own, and the first input's counts */
    CHECK_ROWS(theirs, "10-");
    CHECK_ROWS(employees, "1--");
    CHECK_ROWS(top, "1--");
    CHECK_ROWS(date, "10-");
    CHECK(population_is_money(population, population_number_column(population, S("monetary"))));
    CHECK(!population_is_money(population, population_number_column(population, S("frequency"))));
    CHECK(population_number_column(population, S("spend")) == -1);
    population_free(population);
    arena_free(&arena);
    input_close(scores);
    input_close(customers);
}

/* "spend" in as many forms as exports have. */
static struct str random_text(uint64_t x, struct arena *arena)
{
    static const char *const odd[] = {
        "",    "n/a", "-",  "+5",  "007", "1.", ".5",  "1e3", "1e-3", "12ab", "0x10", "1,5",
        "+-1", "-0",  "1e", "Inf", "NaN", "e5", "1 2", "--",  "-.25", "100.", "3e0",  "5.0000"};
    switch (x % 4) {
    case 0:
        return str_of(odd[x / 4 % COUNT_OF(odd)]);
    case 1:
        return arena_printf(arena, "%d", (int)(x / 4 % 41) - 20);
    case 2:
        return arena_printf(arena, "%d.%02d", (int)(x / 4 % 21) - 10, (int)(x / 100 % 100));
    default:
        return arena_printf(arena, "%d.%06d", (int)(x / 4 % 3), (int)(x / 100 % 1000) * 1000);
    }
}

/*
 * A single comparison is decided without SQLite. With AND 1 behind it, it is not a single
 * comparison any more, and SQLite decides: both must say the same of every row, NULL as NULL.
 */
static void test_agreement(void)
{
    static const char *const compared[] = {"monetary >",     "monetary >=",      "frequency >",
                                           "frequency >=",   "spend >",          "spend >=",
                                           "top_monetary <", "top_monetary <=",  "pct_spend >",
                                           "pct_spend >=",   "top_frequency <=", "pct_monetary >="};
    static const char *const bounds[] = {"0",      "1",    "-3",  "0.5",  ".25",  "5.",  "1e1",
                                         "2.5e-1", "+2",   "0.8", "0.1",  "0.29", "-.5", "10.01",
                                         "0.07",   "1e-3", "007", "0.33", "100",  "3.5"};
    struct input *input =
        open_text("customer_id,recency_days,frequency,monetary,r,f,m,spend\n", KIND_SCORES);
    struct arena arena = {0};
    population = population_new(input, NULL);
    population_number_column(population, S("monetary"));
    population_number_column(population, S("frequency"));
    population_number_column(population, S("spend"));
    struct condition *direct[COUNT_OF(compared)][COUNT_OF(bounds)];
    struct condition *sqlite[COUNT_OF(compared)][COUNT_OF(bounds)];
    for (size_t i = 0; i < COUNT_OF(compared); i++) {
        for (size_t k = 0; k < COUNT_OF(bounds); k++) {
            char text[80];
            snprintf(text, sizeof text, "%s %s", compared[i], bounds[k]);
            direct[i][k] = condition(text);
            snprintf(text, sizeof text, "%s %s AND 1", compared[i], bounds[k]);
            sqlite[i][k] = condition(text);
            CHECK(population_entry_column(direct[i][k]) >= 0 &&
                  population_entry_column(sqlite[i][k]) < 0);
        }
    }
    uint64_t x = 88172645463325252;
    for (int row = 0; row < 400; row++) {
        uint64_t r[3];
        for (int i = 0; i < 3; i++) {
            x ^= x << 13, x ^= x >> 7, x ^= x << 17;
            r[i] = x;
        }
        struct expr_value values[] = {
            {.is_number = r[0] % 9 > 0, .units = (int64_t)(r[0] / 9 % 240000) - 100000},
            {.is_number = r[1] % 9 > 0, .units = (int64_t)(r[1] / 9 % 12) * 10000},
            {.text = random_text(r[2], &arena)},
        };
        if (row % 3 == 0) { /* a boundary now and then: 0.29, 0.07, 10.01 */
            static const int64_t exact[] = {2900, 700, 100100, 8000, 1000, 5000, -30000, 10};
            values[0] =
                (struct expr_value){.is_number = true, .units = exact[r[0] % COUNT_OF(exact)]};
        }
        population_add(population, values, NULL, r[0] / 64 % 3);
    }
    population_settle(population);
    for (size_t i = 0; i < COUNT_OF(compared); i++) {
        size_t seen[3] = {0};
        for (size_t k = 0; k < COUNT_OF(bounds); k++) {
            size_t row = 0;
            while (row < population_count(population) &&
                   holds(direct[i][k], row) == holds(sqlite[i][k], row)) {
                enum expr_result result = holds(direct[i][k], row++);
                seen[result == EXPR_NULL ? 2 : result == EXPR_TRUE]++;
            }
            if (!CHECK(row == population_count(population))) {
                printf("    %s %s: row %zu: direct %c, SQLite %c\n", compared[i], bounds[k], row,
                       letter(holds(direct[i][k], row)), letter(holds(sqlite[i][k], row)));
            }
        }
        CHECK(seen[0] > 0 && seen[1] > 0 && seen[2] > 0); /* the data let all three be */
    }
    population_free(population);
    arena_free(&arena);
    input_close(input);
}

/* Beyond what is safe as REAL SQLite is not asked; a single comparison needs it not. */
static void test_large(void)
{
    const char *reason = "";
    begin("monetary");
    struct condition *direct = condition("monetary > 200000000000.5");
    struct condition *sqlite = condition("monetary > 5 AND 1");
    struct expr_value values[] = {{.is_number = true, .units = INT64_C(2000000000005001)},
                                  {.is_number = true, .units = INT64_C(2000000000005000)},
                                  {.is_number = true, .units = INT64_MAX}};
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        population_add(population, &values[i], NULL, 0);
    }
    population_settle(population);
    CHECK_ROWS(direct, "101");
    CHECK_INT(population_holds(population, sqlite, 0, &reason), EXPR_ERROR);
    CHECK(reason[0] != '\0');
    population_free(population);
}

int main(void)
{
    test_values();
    test_median();
    test_groups();
    test_entry_column();
    test_entry();
    test_refused();
    test_scores();
    test_inputs();
    test_agreement();
    test_large();
    return unit_end();
}
