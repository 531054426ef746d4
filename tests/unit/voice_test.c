/* Questions and answers of surveys: what a cell says, which scale is proven, weeks, words in comments. */
#include "unit.h"

#include <math.h>

#include "analysis/voice_figures.h"
#include "analysis/voice_themes.h"

static const struct voice_question nps = {.name = {"q", 1}, .measure = VOICE_NPS, .high = 10};

static enum voice_found read_cell(const struct voice_question *q, const char *text, int32_t *answer)
{
    *answer = -1;
    return voice_answer(q, str_of(text), false, answer);
}

static bool is(const char *text, double want)
{
    int32_t answer;
    return read_cell(&nps, text, &answer) == VOICE_ANSWER && answer == (int32_t)lround(want * VOICE_ONE);
}

static void test_answers(void)
{
    static const struct {
        const char *text;
        enum voice_found found;
    } cases[] = {
        {"", VOICE_MISSING},      {"11", VOICE_OUTSIDE},    {"-1", VOICE_OUTSIDE},
        {"10.0001", VOICE_OUTSIDE}, {"1e99", VOICE_OUTSIDE}, {"-1e99", VOICE_OUTSIDE},
        {"nine", VOICE_TEXT},     {"9 - very", VOICE_WORDS}, {"9/10", VOICE_WORDS},
        {"1,5", VOICE_WORDS},     {"0.00001", VOICE_FINE},  {"7.50001", VOICE_FINE},
        {"\xE3\x80\x80", VOICE_MISSING}, /* an ideographic space */
        {"12345678901234567890123456789012345", VOICE_WORDS},
    };
    int32_t answer;
    CHECK(is("0", 0) && is("9", 9) && is("10", 10) && is("07", 7));
    CHECK(is("7.5", 7.5) && is("8.9", 8.9) && is("9.0000", 9) && is("1e1", 10) && is("+3", 3));
    CHECK(is("\xEF\xBC\x99", 9)); /* a full-width 9 */
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        enum voice_found found = read_cell(&nps, cases[i].text, &answer);
        if (found != cases[i].found) {
            printf("    %s: %d\n", cases[i].text, (int)found);
        }
        CHECK(found == cases[i].found);
    }
    CHECK(voice_answer(&nps, S("7,5"), true, &answer) == VOICE_ANSWER && answer == 75000);
}

/* A code that is a number stands for all its forms. */
static void test_codes(void)
{
    const struct voice_code codes[] = {{S("11"), 110000}, {S("n/a"), VOICE_NO_NUMBER}};
    struct voice_question q = nps;
    int32_t answer;
    q.missing = codes;
    q.missing_count = 2;
    CHECK(read_cell(&q, "11", &answer) == VOICE_MISSING && read_cell(&q, "11.0", &answer) == VOICE_MISSING);
    CHECK(read_cell(&q, "N/A", &answer) == VOICE_MISSING && read_cell(&q, "na", &answer) == VOICE_TEXT);
    CHECK(read_cell(&q, "1", &answer) == VOICE_ANSWER && read_cell(&q, "12", &answer) == VOICE_OUTSIDE);
}

static void test_classes(void)
{
    struct voice_question q = voice_question(S("q"), VOICE_CSAT);
    voice_settle(&q);
    CHECK(voice_class(69999) == -1 && voice_class(70000) == 0 && voice_class(89999) == 0);
    CHECK(voice_class(90000) == 1);
    CHECK(q.top == 2 && voice_is_favourable(&q, 40000) && !voice_is_favourable(&q, 39999));
    CHECK(voice_is_unfavourable(&q, 20000) && !voice_is_unfavourable(&q, 20001));
    q.low_is_good = true;
    CHECK(voice_is_favourable(&q, 20000) && !voice_is_favourable(&q, 20001));
    CHECK(voice_is_unfavourable(&q, 40000) && voice_position(&q, 2) == 0.75);
    struct voice_question thumbs = {.measure = VOICE_CSAT, .high = 1};
    voice_settle(&thumbs);
    CHECK(thumbs.top == 1 && voice_is_favourable(&thumbs, 10000));
    CHECK(voice_is_unfavourable(&thumbs, 0) && !voice_is_unfavourable(&thumbs, 10000));
    struct voice_question ces = voice_question(S("q"), VOICE_CES);
    voice_settle(&ces);
    CHECK(ces.top == 3 && voice_is_favourable(&ces, 50000) && !voice_is_favourable(&ces, 49999));
    /* The middle of five is neither, even if the best three are favourable. */
    q.low_is_good = false;
    q.top = 3;
    CHECK(voice_is_favourable(&q, 30000) && !voice_is_unfavourable(&q, 30000));
}

static void test_scales(void)
{
    int32_t low, high;
    CHECK(voice_scale(S("0-10"), &low, &high) && low == 0 && high == 10);
    CHECK(!voice_scale(S("10"), &low, &high) && !voice_scale(S("5-5"), &low, &high));
    CHECK(!voice_scale(S("-1-5"), &low, &high) && !voice_scale(S("0-101"), &low, &high));
    CHECK(!voice_proof(&nps, 0, 100000) && !voice_proof(&nps, 5000, 90000));
    CHECK(voice_proof(&nps, 10000, 100000) && voice_proof(&nps, 10000, 50000));
    struct voice_question ces = voice_question(S("q"), VOICE_CES);
    CHECK(voice_proof(&ces, 10000, 50000) && !voice_proof(&ces, 10000, 60000));
    ces.declared = true;
    CHECK(!voice_proof(&ces, 10000, 50000));
}

static bool week_is(int year, int month, int day, const char *want)
{
    char text[DATE_ROOM];
    int32_t start = voice_period_start(date_from_civil(year, month, day), VOICE_WEEK);
    voice_period_format(start, VOICE_WEEK, text);
    return strcmp(text, want) == 0 && date_weekday(start) == 1;
}

/* From the examples of ISO 8601. */
static void test_weeks(void)
{
    CHECK(week_is(2005, 1, 1, "2004-W53") && week_is(2005, 1, 2, "2004-W53"));
    CHECK(week_is(2005, 12, 31, "2005-W52") && week_is(2007, 1, 1, "2007-W01"));
    CHECK(week_is(2008, 12, 29, "2009-W01") && week_is(2008, 12, 28, "2008-W52"));
    CHECK(week_is(2010, 1, 3, "2009-W53") && week_is(2024, 2, 29, "2024-W09"));
}

static bool has(const char *word, const char *comment)
{
    const struct str words[] = {str_of(word)};
    return voice_themes_match(&(struct policy_theme){S("t"), words, 1}, str_of(comment));
}

static void test_words(void)
{
    CHECK(has("late", "late") && has("late", "so late!") && has("late", "plate, late"));
    CHECK(!has("late", "plate") && !has("late", "later") && !has("late", "1late") && !has("late", "lat"));
    CHECK(has("late*", "later") && !has("late*", "plates") && !has("late", ""));
    CHECK(has("\xC3\xBC" "ber", "\xC3\xBC" "ber alles") && !has("ber", "\xC3\xBC" "ber"));
    CHECK(has("50%", "only 50%ish") && has("c++", "c++11"));
    CHECK(has("\xE5\xBF\xAB", "\xE5\xA4\xAA\xE5\xBF\xAB\xE4\xBA\x86")); /* inside Chinese */
    CHECK(has("vip", "\xE6\x98\xAFvip\xE5\xAE\xA2\xE6\x88\xB7"));       /* Latin letters amid it */
    CHECK(has("two words", "in two words.") && !has("two words", "two  words"));
}

/* Weights of 1 give what counts give; weights of 2, 1, 1 a median between two. */
static void test_figures(void)
{
    struct voice_tally *t = voice_tally_new(1);
    struct voice_figures f;
    const struct voice_reading reading = {.questions = 1};
    voice_tally_add(t, S(""), 0, 0, 100000, 2 * (int64_t)VOICE_WEIGHT);
    voice_tally_add(t, S(""), 0, 0, 0, VOICE_WEIGHT);
    voice_tally_add(t, S(""), 0, 0, 80000, VOICE_WEIGHT);
    voice_tally_add(t, S(""), 0, 0, VOICE_NONE, VOICE_WEIGHT);
    voice_tally_finish(t, &reading);
    voice_figures_of(&nps, &t->group[0].of[0], VOICE_DEFAULT, &f);
    CHECK(f.n == 3 && f.missing == 1 && f.value == 25 && f.median == 9 && f.mean.mean == 7);
    CHECK(fabs(f.effective - 16.0 / 6) < 1e-12 && fabs(f.design_effect - 1.125) < 1e-12);
    voice_tally_free(t);
}

static void test_merge(void)
{
    struct voice_tally *a = voice_tally_new(1), *b = voice_tally_new(1);
    const struct voice_reading reading = {.questions = 1, .by_count = 1};
    voice_tally_add(a, S("y"), 7, 0, 10000, VOICE_WEIGHT);
    voice_tally_add(b, S("x"), 7, 0, 75000, VOICE_WEIGHT);
    voice_tally_add(b, S("y"), 7, 0, 10000, VOICE_WEIGHT);
    voice_tally_add(b, S("y"), 3, 0, 20000, VOICE_WEIGHT);
    voice_tally_merge(a, b);
    voice_tally_finish(a, &reading);
    CHECK(a->count == 5 && a->group[0].all && a->group[0].period == 3 && a->group[1].period == 7);
    CHECK(a->group[1].of[0].n == 3 && a->group[1].of[0].bar[1].answer == 75000);
    CHECK_STR(a->group[2].name, S("x"));
    CHECK_STR(a->group[4].name, S("y"));
    CHECK(a->group[4].of[0].bar[0].n == 2 && a->group[3].period == 3);
    voice_tally_free(a);
}

int main(void)
{
    test_answers();
    test_codes();
    test_classes();
    test_scales();
    test_weeks();
    test_words();
    test_figures();
    test_merge();
    return unit_end();
}
