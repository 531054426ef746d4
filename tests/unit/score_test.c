#include "unit.h"

#include "stats/score.h"

/* Scores as text, one character each. */
static void scores(enum score_method method, bool apart, const double *values, size_t count,
                   unsigned bins, const char *want)
{
    uint8_t score[128] = {0};
    char text[129] = {0};
    score_all(method, apart, values, count, bins, score);
    for (size_t i = 0; i < count; i++) {
        text[i] = (char)('0' + score[i]);
    }
    CHECK_STR(str_of(text), str_of(want));
}

static void cuts_are(enum score_method method, bool apart, const double *values, size_t count,
                     unsigned bins, const double *want, size_t want_count)
{
    struct score_cuts cuts;
    score_make_cuts(method, apart, values, count, bins, &cuts);
    if (!CHECK(cuts.count == want_count)) {
        return;
    }
    for (size_t i = 0; i < want_count; i++) {
        CHECK(cuts.cut[i] - want[i] < 1e-12 && want[i] - cuts.cut[i] < 1e-12);
    }
    CHECK(cuts.at_or_below == (method == SCORE_RFM));
}

/* Ten different values, in no order. Cuts of 1 ... 10 in fifths: 2.8, 4.6, 6.4, 8.2. */
static const double ten[] = {7, 1, 10, 4, 2, 8, 5, 9, 3, 6};

static void test_ten(void)
{
    const double fifths[] = {2.8, 4.6, 6.4, 8.2};
    const double plus_one[] = {3.8, 5.6, 7.4, 9.2};
    cuts_are(SCORE_QUANTILE, false, ten, 10, 5, fifths, 4);
    cuts_are(SCORE_RFM, false, ten, 10, 5, plus_one, 4);
    cuts_are(SCORE_AUTO, true, ten, 10, 5, fifths, 4); /* one smallest of ten: no case apart */
    scores(SCORE_QUANTILE, false, ten, 10, 5, "4152143523");
    scores(SCORE_AUTO, true, ten, 10, 5, "4152143523");
    scores(SCORE_RANK, false, ten, 10, 5, "4152143523");
    scores(SCORE_NTILE, false, ten, 10, 5, "4152143523");
    /* 7: above 3.8, 5.6; 10: above all; 4: above 3.8; 8, 9: above three; 5: above one; 6: two. */
    scores(SCORE_RFM, false, ten, 10, 5, "3152142413");
}

/* 60 x 1, 20 x 2, 10 x 3, 6 x 5, 4 x 9: most customers bought once. */
static void often(double values[100])
{
    for (int i = 0; i < 100; i++) {
        values[i] = i < 60 ? 1 : i < 80 ? 2 : i < 90 ? 3 : i < 96 ? 5 : 9;
    }
}

static void score_of_each(enum score_method method, bool apart, const char *want)
{
    static const double each[] = {1, 2, 3, 5, 9};
    double values[100];
    struct score_cuts cuts;
    char text[6] = {0};
    often(values);
    score_make_cuts(method, apart, values, 100, 5, &cuts);
    for (int i = 0; i < 5; i++) {
        text[i] = (char)('0' + score_by_cuts(each[i], &cuts));
    }
    CHECK_STR(str_of(text), str_of(want));
}

/*
 * Ranks 19.8, 39.6, 59.4, 79.2 give 1, 1, 1 + 0.4, 2 + 0.2. Of the 40 that are not 1, in quarters:
 * ranks 9.75, 19.5, 29.25 give 2, 2.5, 3.5.
 */
static void test_ties(void)
{
    double values[100];
    const double quantile[] = {1, 1, 1.4, 2.2};
    const double rfm[] = {2, 2, 2.4, 3.2};
    const double apart[] = {1, 2, 2.5, 3.5};
    often(values);
    cuts_are(SCORE_QUANTILE, true, values, 100, 5, quantile, 4);
    cuts_are(SCORE_RFM, true, values, 100, 5, rfm, 4);
    cuts_are(SCORE_AUTO, true, values, 100, 5, apart, 4);
    cuts_are(SCORE_AUTO, false, values, 100, 5, quantile, 4);
    score_of_each(SCORE_QUANTILE, true, "14555");
    score_of_each(SCORE_RFM, true, "13455"); /* score 2 is out of reach */
    score_of_each(SCORE_AUTO, true, "12455");
    score_of_each(SCORE_AUTO, false, "14555");
}

/* Equal values get different scores by position: twenty each, though sixty are equal. */
static void test_ties_ranked(void)
{
    double values[100];
    char want[101] = {0};
    often(values);
    for (int i = 0; i < 100; i++) {
        want[i] = (char)('1' + i / 20);
    }
    scores(SCORE_RANK, true, values, 100, 5, want);
    scores(SCORE_NTILE, true, values, 100, 5, want);
    const double same[] = {4, 4, 4, 4, 4, 1};
    scores(SCORE_NTILE, false, same, 6, 3, "122331");    /* 1 first, then by position */
    scores(SCORE_RANK, false, same, 6, 3, "122331");     /* cuts of the ranks: 5/3, 10/3 */
    scores(SCORE_QUANTILE, false, same, 6, 3, "111111"); /* all cuts are 4 */
}

/* More than 1 in bins, not as many: 2 of 10 are no case apart in fifths, 3 are. */
static void test_apart_from_when(void)
{
    const double two[] = {1, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    const double three[] = {1, 1, 1, 3, 4, 5, 6, 7, 8, 9};
    const double two_cuts[] = {1.8, 3.6, 5.4, 7.2}; /* ranks 1.8, 3.6, 5.4, 7.2 */
    const double three_cuts[] = {1, 4.5, 6, 7.5};   /* of 3 ... 9: ranks 1.5, 3, 4.5 */
    cuts_are(SCORE_AUTO, true, two, 10, 5, two_cuts, 4);
    cuts_are(SCORE_AUTO, true, three, 10, 5, three_cuts, 4);
    scores(SCORE_AUTO, true, three, 10, 5, "1112233455");
    const double eleven[] = {1, 1, 1, 3, 4, 5, 6, 7, 8, 9, 9}; /* 3 of 11: 11 / 5 = 2.2 */
    const double eleven_cuts[] = {1, 4.75, 6.5, 8.25};         /* of 8: ranks 1.75, 3.5, 5.25 */
    cuts_are(SCORE_AUTO, true, eleven, 11, 5, eleven_cuts, 4);
}

static void test_all_equal(void)
{
    const double same[] = {2, 2, 2, 2, 2};
    scores(SCORE_QUANTILE, true, same, 5, 5, "11111");
    scores(SCORE_AUTO, true, same, 5, 5, "11111");
    scores(SCORE_AUTO, false, same, 5, 5, "11111");
    scores(SCORE_RFM, true, same, 5, 5, "11111"); /* all cuts are 3 */
    scores(SCORE_RANK, true, same, 5, 5, "12345");
    scores(SCORE_NTILE, true, same, 5, 5, "12345");
}

/* The first n mod bins groups hold one more: 7 in three are 3, 2, 2; 8 are 3, 3, 2. */
static void test_ntile_remainder(void)
{
    const double v[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
    scores(SCORE_NTILE, false, v, 6, 3, "112233");
    scores(SCORE_NTILE, false, v, 7, 3, "1112233");
    scores(SCORE_NTILE, false, v, 8, 3, "11122233");
    scores(SCORE_NTILE, false, v, 9, 3, "111222333");
    scores(SCORE_NTILE, false, v, 13, 5, "1112223334455");
    scores(SCORE_NTILE, false, v, 11, 4, "11122233344");
    scores(SCORE_NTILE, false, v, 3, 5, "123"); /* fewer values than groups: the last stay empty */
    scores(SCORE_NTILE, false, v, 1, 5, "1");
}

/* Cuts of the ranks 0 ... n - 1 at their own quantiles: 8 in three are cut at 7/3 and 14/3. */
static void test_rank_remainder(void)
{
    const double v[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
    scores(SCORE_RANK, false, v, 7, 3, "1112233"); /* 2, 4 */
    scores(SCORE_RANK, false, v, 8, 3, "11122333");
    scores(SCORE_RANK, false, v, 13, 5, "1112233344555"); /* 2.4, 4.8, 7.2, 9.6 */
    scores(SCORE_RANK, false, v, 3, 5, "135");            /* 0.4, 0.8, 1.2, 1.6 */
    scores(SCORE_RANK, false, v, 2, 5, "15");
    scores(SCORE_RANK, false, v, 1, 5, "1");
}

/* A value on a cut belongs below it, but with rfm above. */
static void test_on_a_cut(void)
{
    struct score_cuts cuts = {.cut = {10, 20, 20, 30}, .count = 4};
    CHECK_INT(score_by_cuts(9.9, &cuts), 1);
    CHECK_INT(score_by_cuts(10, &cuts), 1);
    CHECK_INT(score_by_cuts(10.1, &cuts), 2);
    CHECK_INT(score_by_cuts(20, &cuts), 2);
    CHECK_INT(score_by_cuts(20.1, &cuts), 4);
    CHECK_INT(score_by_cuts(30, &cuts), 4);
    CHECK_INT(score_by_cuts(1e9, &cuts), 5);
    CHECK_INT(score_by_cuts(-5, &cuts), 1);
    cuts.at_or_below = true;
    CHECK_INT(score_by_cuts(9.9, &cuts), 1);
    CHECK_INT(score_by_cuts(10, &cuts), 2);
    CHECK_INT(score_by_cuts(20, &cuts), 4);
    CHECK_INT(score_by_cuts(30, &cuts), 5);
}

static void test_few(void)
{
    const double one[] = {5};
    const double two[] = {5, 6};
    scores(SCORE_QUANTILE, true, one, 1, 5, "1");
    scores(SCORE_AUTO, true, one, 1, 5, "1");
    scores(SCORE_RFM, true, one, 1, 5, "1");
    scores(SCORE_QUANTILE, true, two, 2, 5, "15"); /* 5.2, 5.4, 5.6, 5.8 */
    scores(SCORE_RFM, true, two, 2, 5, "11");      /* 6.2 ... 6.8 */
    scores(SCORE_AUTO, true, two, 2, 5, "12"); /* 5 apart; one value left, which all cuts equal */
    for (int method = SCORE_AUTO; method <= SCORE_RFM; method++) {
        scores((enum score_method)method, true, NULL, 0, 5, "");
    }
}

static void test_bins(void)
{
    const double v[] = {3, 1, 2, 1, 1};
    for (int method = SCORE_AUTO; method <= SCORE_RFM; method++) {
        scores((enum score_method)method, true, v, 5, 1, "11111");
    }
    scores(SCORE_AUTO, true, v, 5, 2, "21211");     /* 3 of 5 are 1: apart, the rest in one part */
    scores(SCORE_QUANTILE, true, v, 5, 2, "21211"); /* cut 1 */
    scores(SCORE_NTILE, true, v, 5, 2, "21211");    /* 3 and 2 */
    /* As many bins as there can be: 101 values 0 ... 100 are cut at 1 ... 99, on values. */
    double many[101];
    uint8_t score[101];
    for (int i = 0; i <= 100; i++) {
        many[i] = i;
    }
    score_all(SCORE_QUANTILE, false, many, 101, SCORE_BINS_MAX, score);
    bool right = true;
    for (int i = 0; i <= 100; i++) {
        right &= score[i] == (i == 0 ? 1 : i);
    }
    CHECK(right);
}

static void test_has_cuts(void)
{
    CHECK(score_has_cuts(SCORE_AUTO));
    CHECK(score_has_cuts(SCORE_QUANTILE));
    CHECK(score_has_cuts(SCORE_RFM));
    CHECK(!score_has_cuts(SCORE_RANK));
    CHECK(!score_has_cuts(SCORE_NTILE));
}

int main(void)
{
    test_ten();
    test_ties();
    test_ties_ranked();
    test_apart_from_when();
    test_all_equal();
    test_ntile_remainder();
    test_rank_remainder();
    test_on_a_cut();
    test_few();
    test_bins();
    test_has_cuts();
    return unit_end();
}
