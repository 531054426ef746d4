/*
 * moment.h - the plainest times, read without a loop: YYYY-MM-DD, and that with HH:MM:SS behind a
 * blank or T, of the years 1901 to 2099. It is what nearly every cell of an export holds; all other
 * texts, and these where there is no such day or hour, are date_parse's (date.h), with which it
 * agrees on each text that it reads.
 *
 *     struct moment at;
 *     if (!moment_read(cell, &at)) { ... date_parse(cell, order, &stamp) ... }
 *
 * Eight bytes are looked at together. XOR with "00-00-00" makes digits their values and separators 0;
 * to these 0x76 and 0x7f are added, which sets the upper bit where a digit is above 9 or a separator
 * above 0. (A byte so large that the sum carries into the next had its upper bit set before.)
 */
#ifndef CRM_MOMENT_H
#define CRM_MOMENT_H

#include "base/str.h"

struct moment {
    int32_t day;    /* as date.h counts them */
    int32_t second; /* of the day; 0 without a time */
    bool has_time;
};

#define MOMENT_FIRST_DAY (-25202) /* 1901-01-01 */

/* "12-34-56", with the separators of the pattern: bytes 0, 3 and 6 get the numbers. Upper bits in *bad
 * say that the text is another. */
static inline uint64_t moment_digits(const char *p, uint64_t pattern, uint64_t *bad)
{
    uint64_t text = str_load(p) ^ pattern;
    *bad |= text | (text + UINT64_C(0x76767f76767f7676));
    return text * 10 + (text >> 8); /* no byte comes above 99 */
}

#define MOMENT_MONTH(before, length) ((before) | (length) << 9)

/* The day of a date of 1901 to 2099, where every fourth year is a leap year; false where there is no
 * such day. Years count from 1900. */
static inline bool moment_day(unsigned year, unsigned month, unsigned day, int32_t *number)
{
    /* Days of the year before the month, and of it; none where there is no such month. */
    static const uint16_t of_month[2][100] = {
        {0, MOMENT_MONTH(0, 31), MOMENT_MONTH(31, 28), MOMENT_MONTH(59, 31), MOMENT_MONTH(90, 30),
         MOMENT_MONTH(120, 31), MOMENT_MONTH(151, 30), MOMENT_MONTH(181, 31), MOMENT_MONTH(212, 31),
         MOMENT_MONTH(243, 30), MOMENT_MONTH(273, 31), MOMENT_MONTH(304, 30), MOMENT_MONTH(334, 31)},
        {0, MOMENT_MONTH(0, 31), MOMENT_MONTH(31, 29), MOMENT_MONTH(60, 31), MOMENT_MONTH(91, 30),
         MOMENT_MONTH(121, 31), MOMENT_MONTH(152, 30), MOMENT_MONTH(182, 31), MOMENT_MONTH(213, 31),
         MOMENT_MONTH(244, 30), MOMENT_MONTH(274, 31), MOMENT_MONTH(305, 30), MOMENT_MONTH(335, 31)}};
    unsigned found = of_month[year % 4 == 0][month];
    *number = MOMENT_FIRST_DAY - 366 + (int32_t)(year * 365 + (year - 1) / 4 + (found & 511) + day);
    return day - 1 < found >> 9 && year > 0;
}

static inline bool moment_read(struct str text, struct moment *at)
{
    const uint64_t upper = UINT64_C(0x8080808080808080);
    uint64_t bad = 0;
    at->second = 0;
    at->has_time = text.n == 19;
    if (at->has_time) {
        uint64_t time = moment_digits(text.p + 11, UINT64_C(0x30303a30303a3030), &bad);
        bad |= time + UINT64_C(0x0044000044000068); /* what 60, 60 and 24 lack to 128 */
        at->second = (int32_t)((time & 0xff) * 3600 + (time >> 24 & 0xff) * 60 + (time >> 48 & 0xff));
        if (text.p[10] != ' ' && text.p[10] != 'T') {
            return false;
        }
    } else if (text.n != 10) {
        return false;
    }
    uint64_t date = moment_digits(text.p + 2, UINT64_C(0x30302d30302d3030), &bad);
    bool this_century = text.p[0] == '2' && text.p[1] == '0';
    bool last_century = text.p[0] == '1' && text.p[1] == '9';
    unsigned year = (unsigned)(date & 0xff) + (this_century ? 100 : 0);
    return (bad & upper) == 0 && (this_century || last_century) &&
           moment_day(year, date >> 24 & 0xff, date >> 48 & 0xff, &at->day);
}

#endif
