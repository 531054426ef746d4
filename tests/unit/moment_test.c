/* The plainest times: every day of 1901 to 2099, every second of one, and each byte gone wrong, against
 * date_parse. */
#include "unit.h"

#include "value/date.h"
#include "value/moment.h"

/* What moment_read says is what date_parse says; `plain`: and it does say something. */
static bool agrees(const char *text, bool plain)
{
    struct moment at;
    struct stamp stamp;
    if (!moment_read(str_of(text), &at)) {
        return !plain;
    }
    return !date_parse(str_of(text), DATE_ORDER_UNKNOWN, &stamp) && stamp.day == at.day &&
           stamp.ms == at.second * 1000 && stamp.has_time == at.has_time && !stamp.has_zone &&
           stamp.decimals == 0 && stamp.form == DATE_FORM_FIXED;
}

static bool reads(const char *text)
{
    struct moment at;
    return moment_read(str_of(text), &at);
}

static void test_days(void)
{
    char text[DATE_ROOM];
    size_t wrong = 0;
    int32_t end = date_from_civil(2100, 1, 1);
    for (int32_t day = MOMENT_FIRST_DAY; day < end; day++) {
        date_format(day, text);
        wrong += !agrees(text, true);
    }
    CHECK_INT(wrong, 0);
    CHECK(MOMENT_FIRST_DAY == date_from_civil(1901, 1, 1));
    CHECK(reads("1999-12-31") && reads("1901-01-01"));
    CHECK(!reads("1900-12-31") && !reads("1899-12-31") && !reads("0024-12-31") && !reads("2100-01-01"));
    CHECK(!reads("2023-02-29") && !reads("2024-02-30") && !reads("2024-04-31"));
    CHECK(!reads("2024-00-10") && !reads("2024-13-01") && !reads("2024-01-00"));
    CHECK(reads("2000-02-29") && reads("2024-02-29"));
}

static void test_seconds(void)
{
    char text[64];
    size_t wrong = 0;
    for (int second = 0; second < 86400; second++) {
        snprintf(text, sizeof text, "2024-02-29%c%02d:%02d:%02d", second % 2 ? 'T' : ' ',
                 second / 3600, second / 60 % 60, second % 60);
        wrong += !agrees(text, true);
    }
    CHECK_INT(wrong, 0);
    CHECK(!reads("2024-02-29 24:00:00") && !reads("2024-02-29 23:60:00"));
    CHECK(!reads("2024-02-29 23:59:60") && !reads("2024-02-29 23:59"));
    CHECK(!reads("2024-02-29 23:59:5") && !reads("2024-02-29 23:59:590") && !reads(""));
}

/* Each byte of a time as each other byte: only what date_parse reads alike is read. */
static void test_bytes(void)
{
    static const char *const from[] = {"2024-11-19", "2038-01-19 13:14:07", "2099-12-28T09:59:38"};
    size_t wrong = 0, read = 0;
    for (size_t i = 0; i < COUNT_OF(from); i++) {
        for (size_t at = 0; at < strlen(from[i]); at++) {
            for (int byte = 1; byte < 256; byte++) {
                char text[32];
                snprintf(text, sizeof text, "%s", from[i]);
                text[at] = (char)byte;
                wrong += !agrees(text, false);
                read += reads(text);
            }
        }
    }
    CHECK_INT(wrong, 0);
    /*
     * By hand, how many bytes may stand at each place:
     *   2024-11-19           1 1 10 10 - 2 3 - 3 10, and 2 for the dashes: 42
     *   2038-01-19 13:14:07  1 1 10 10 - 2 9 - 3 10, 2; blank or T: 2; 3 10 : 6 10 : 6 10, 2: 97
     *   2099-12-28T09:59:38  1 1 10 10 - 2 3 - 3 10, 2; 2; 2 10 : 6 10 : 6 10, 2: 90
     */
    CHECK_INT(read, 42 + 97 + 90);
}

int main(void)
{
    test_days();
    test_seconds();
    test_bytes();
    return unit_end();
}
