#include "base/base.h"

#include "value/date.h"
#include "value/utf8.h"

/*
 * The text is first brought into one alphabet: narrow ASCII, with the Chinese words as single
 * signs. Everything after that is a reader of one character at a time.
 */

#define TEXT_MAX 64 /* characters; the longest form that is accepted has fewer */

/* Stand-ins below the blank: control characters of the input itself are refused. */
enum sign {
    SIGN_YEAR = 1,
    SIGN_MONTH,
    SIGN_DAY,
    SIGN_HOUR,
    SIGN_MINUTE,
    SIGN_SECOND,
    SIGN_AM,
    SIGN_PM,
};

static const struct {
    const char *word;
    enum sign sign;
} words[] = {
    {"年", SIGN_YEAR},   {"月", SIGN_MONTH},  {"日", SIGN_DAY},  {"时", SIGN_HOUR},
    {"分", SIGN_MINUTE}, {"秒", SIGN_SECOND}, {"上午", SIGN_AM}, {"下午", SIGN_PM},
};

static const char not_a_date[] = "is not a date";
static const char bad_time[] = "has a time that cannot be read";
static const char bad_month[] = "has a month that is not 1 to 12";
static const char two_digit_year[] = "has a two-digit year";

/* For the day number that stands where the order puts the month: the user can see both in it. */
#define SWAPPED(number) "has a month " #number "; its day and month stand the other way round"
static const char *const swapped_months[] = {
    SWAPPED(13), SWAPPED(14), SWAPPED(15), SWAPPED(16), SWAPPED(17), SWAPPED(18), SWAPPED(19),
    SWAPPED(20), SWAPPED(21), SWAPPED(22), SWAPPED(23), SWAPPED(24), SWAPPED(25), SWAPPED(26),
    SWAPPED(27), SWAPPED(28), SWAPPED(29), SWAPPED(30), SWAPPED(31),
};

struct civil {
    int year, month, day;
    enum date_form form;
};

/* One word or character at the head of `text` in the reader's alphabet; 0 where it has no place. */
static char wide_sign(struct str text, size_t *length)
{
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (str_starts(text, str_of(words[i].word))) {
            *length = strlen(words[i].word);
            return (char)words[i].sign;
        }
    }
    uint32_t code = utf8_narrow(utf8_decode(text, length));
    return code < 0x7F ? (char)code : 0;
}

/* Fills `alphabet` with the text, trimmed and closed by NUL. */
static bool simplify(struct str text, char alphabet[TEXT_MAX + 1])
{
    size_t n = 0;
    for (size_t i = 0, length = 1; i < text.n; i += length) {
        char c = text.p[i];
        length = 1;
        if ((unsigned char)c >= 0x80) {
            c = wide_sign(str_slice(text, i, text.n), &length);
        } else if (c == '\t') {
            c = ' ';
        } else if (c < ' ') {
            return false;
        }
        if (c == 0 || n == TEXT_MAX) {
            return false;
        }
        if (c != ' ' || n > 0) {
            alphabet[n++] = c;
        }
    }
    while (n > 0 && alphabet[n - 1] == ' ') {
        n--;
    }
    alphabet[n] = '\0';
    return n > 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads a run of at most `most` digits; returns how many there were. */
static int read_number(const char **at, int most, int *number)
{
    int count = 0;
    *number = 0;
    while (count < most && is_digit(**at)) {
        *number = *number * 10 + (**at - '0');
        (*at)++;
        count++;
    }
    return count;
}

static bool read_sign(const char **at, char sign)
{
    if (**at != sign) {
        return false;
    }
    (*at)++;
    return true;
}

static void skip_blanks(const char **at)
{
    while (**at == ' ') {
        (*at)++;
    }
}

/* The word, in any case of its letters. */
static bool read_word(const char **at, struct str upper)
{
    size_t i = 0;
    while (i < upper.n && ((*at)[i] == upper.p[i] || (*at)[i] == upper.p[i] + ('a' - 'A'))) {
        i++;
    }
    *at += i == upper.n ? i : 0;
    return i == upper.n;
}

/* Settles which of the two numbers before a year is the day. */
static const char *settle_order(int first, int second, enum date_order order, struct civil *civil)
{
    bool month_first = false;
    if (first == second) {
        civil->form = DATE_FORM_EQUAL;
    } else if (first > 12 && second > 12) {
        return bad_month;
    } else if (first > 12 || second > 12) {
        int day = first > 12 ? first : second;
        month_first = first <= 12;
        civil->form = month_first ? DATE_FORM_MDY : DATE_FORM_DMY;
        enum date_order other = month_first ? DATE_ORDER_DMY : DATE_ORDER_MDY;
        if (order == other) {
            return day <= 31 ? swapped_months[day - 13] : bad_month;
        }
    } else {
        civil->form = DATE_FORM_AMBIGUOUS;
        month_first = order == DATE_ORDER_MDY;
    }
    civil->day = month_first ? second : first;
    civil->month = month_first ? first : second;
    return NULL;
}

/* "1/2024", after the first number and its separator. */
static const char *read_year_last(const char **at, int first, char separator,
                                  enum date_order order, struct civil *civil)
{
    int second;
    if (read_number(at, 2, &second) == 0 || !read_sign(at, separator)) {
        return not_a_date;
    }
    int digits = read_number(at, 5, &civil->year);
    if (digits == 1 || digits == 2) {
        return two_digit_year;
    }
    if (digits != 4) {
        return not_a_date;
    }
    if (separator == '.') {
        civil->day = first;
        civil->month = second;
        return NULL;
    }
    return settle_order(first, second, order, civil);
}

/* "01-05" or "1月5日", after the year and its separator. */
static const char *read_year_first(const char **at, char separator, struct civil *civil)
{
    char second_separator = separator == SIGN_YEAR ? (char)SIGN_MONTH : separator;
    if (read_number(at, 2, &civil->month) == 0 || !read_sign(at, second_separator) ||
        read_number(at, 2, &civil->day) == 0) {
        return not_a_date;
    }
    return separator != SIGN_YEAR || read_sign(at, SIGN_DAY) ? NULL : not_a_date;
}

static const char *read_date(const char **at, enum date_order order, struct civil *civil)
{
    int number;
    int digits = read_number(at, 8, &number);
    civil->form = DATE_FORM_FIXED;
    if (digits == 8) {
        civil->year = number / 10000;
        civil->month = number / 100 % 100;
        civil->day = number % 100;
        return NULL;
    }
    char separator = **at;
    bool chinese = separator == SIGN_YEAR;
    if (separator != '-' && separator != '/' && separator != '.' && !chinese) {
        return not_a_date;
    }
    (*at)++;
    if (digits == 4) {
        civil->year = number;
        return read_year_first(at, separator, civil);
    }
    if (digits != 1 && digits != 2) {
        return not_a_date;
    }
    return chinese ? two_digit_year : read_year_last(at, number, separator, order, civil);
}

static const char *check_civil(const struct civil *civil, int32_t *day)
{
    if (civil->year == 0) {
        return "has a year 0";
    }
    if (civil->month < 1 || civil->month > 12) {
        return bad_month;
    }
    *day = date_from_civil(civil->year, civil->month, civil->day);
    return *day == DATE_NONE ? "has a day that its month does not have" : NULL;
}

/* Digits behind the point of the seconds: at most 9, and from the fourth on only zeros. */
static const char *read_fraction(const char **at, struct stamp *stamp, int *ms)
{
    int fraction;
    int digits = read_number(at, 10, &fraction);
    if (digits == 0) {
        return bad_time;
    }
    if (digits > 9) {
        return "has more than 9 decimals of a second";
    }
    for (int i = digits; i < 9; i++) {
        fraction *= 10;
    }
    if (fraction % 1000000 != 0) {
        return "has a time finer than milliseconds";
    }
    *ms = fraction / 1000000;
    stamp->decimals = (uint8_t)(digits < 3 ? digits : 3);
    return NULL;
}

struct clock {
    int hour, minute, second, ms;
};

/* What follows the hour: ":05:09.25", or "5分9秒" after its 时. */
static const char *read_minutes(const char **at, struct stamp *stamp, struct clock *clock)
{
    if (read_sign(at, SIGN_HOUR)) {
        if (is_digit(**at) &&
            (read_number(at, 2, &clock->minute) == 0 || !read_sign(at, SIGN_MINUTE))) {
            return bad_time;
        }
        if (is_digit(**at) &&
            (read_number(at, 2, &clock->second) == 0 || !read_sign(at, SIGN_SECOND))) {
            return bad_time;
        }
        return NULL;
    }
    if (!read_sign(at, ':') || read_number(at, 2, &clock->minute) != 2) {
        return bad_time;
    }
    if (!read_sign(at, ':')) {
        return NULL;
    }
    if (read_number(at, 2, &clock->second) != 2) {
        return bad_time;
    }
    return read_sign(at, '.') ? read_fraction(at, stamp, &clock->ms) : NULL;
}

/* AM or PM in either language; 0 where neither stands here. */
static char read_half(const char **at)
{
    const char *from = *at;
    skip_blanks(at);
    if (read_sign(at, SIGN_AM) || read_word(at, S("AM"))) {
        return SIGN_AM;
    }
    if (read_sign(at, SIGN_PM) || read_word(at, S("PM"))) {
        return SIGN_PM;
    }
    *at = from;
    return 0;
}

static const char *check_clock(struct clock *clock, char half)
{
    if (half && (clock->hour < 1 || clock->hour > 12)) {
        return "has an hour that is not 1 to 12 before or after noon";
    }
    if (half) {
        clock->hour = clock->hour % 12 + (half == SIGN_PM ? 12 : 0);
    }
    if (clock->hour == 24) {
        return "has an hour 24; midnight is 00:00 of the next day";
    }
    if (clock->hour > 23) {
        return "has an hour above 23";
    }
    if (clock->minute > 59) {
        return "has a minute above 59";
    }
    return clock->second > 59 ? "has a second above 59" : NULL;
}

static const char *read_clock(const char **at, struct stamp *stamp)
{
    struct clock clock = {0};
    char half = 0;
    if (**at == SIGN_AM || **at == SIGN_PM) {
        half = read_half(at);
        skip_blanks(at);
    }
    if (read_number(at, 2, &clock.hour) == 0) {
        return bad_time;
    }
    const char *error = read_minutes(at, stamp, &clock);
    if (error) {
        return error;
    }
    half = half ? half : read_half(at);
    error = check_clock(&clock, half);
    if (error) {
        return error;
    }
    stamp->has_time = true;
    stamp->ms = ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1000 + clock.ms;
    return NULL;
}

/* Z, UTC, +08, +0800, +08:00 and, as date_format_stamp writes local mean times, +08:05:43. */
static const char *read_zone(const char **at, struct stamp *stamp)
{
    skip_blanks(at);
    if (**at == '\0') {
        return NULL;
    }
    stamp->has_zone = true;
    if (read_word(at, S("Z")) || read_word(at, S("UTC"))) {
        return NULL;
    }
    bool west = **at == '-';
    int hours, minutes = 0, seconds = 0;
    if (!(read_sign(at, '+') || read_sign(at, '-')) || read_number(at, 2, &hours) != 2) {
        return bad_time;
    }
    bool colon = read_sign(at, ':');
    if ((colon || is_digit(**at)) && read_number(at, 2, &minutes) != 2) {
        return bad_time;
    }
    if (colon && read_sign(at, ':') && read_number(at, 2, &seconds) != 2) {
        return bad_time;
    }
    if (hours > 23 || minutes > 59 || seconds > 59) {
        return "has a zone offset that is not -23:59 to +23:59";
    }
    int32_t offset = (hours * 60 + minutes) * 60 + seconds;
    stamp->offset = west ? -offset : offset;
    return NULL;
}

/* What follows the date: nothing, or a time, and a zone after that. */
static const char *read_time(const char **at, bool chinese, struct stamp *stamp)
{
    if (**at == '\0') {
        return NULL;
    }
    const char *from = *at;
    if (!read_word(at, S("T"))) {
        skip_blanks(at);
    }
    /* 日 closes a date as well as a blank does. */
    if (*at == from && !chinese) {
        return not_a_date;
    }
    const char *error = read_clock(at, stamp);
    if (!error) {
        error = read_zone(at, stamp);
    }
    return error || **at == '\0' ? error : bad_time;
}

const char *date_parse(struct str text, enum date_order order, struct stamp *stamp)
{
    struct stamp found = {.form = DATE_FORM_FIXED};
    struct moment plain;
    if (moment_read(text, &plain)) {
        found.day = plain.day;
        found.has_time = plain.has_time;
        found.ms = plain.second * 1000;
        *stamp = found;
        return NULL;
    }
    char alphabet[TEXT_MAX + 1];
    if (!simplify(text, alphabet)) {
        return not_a_date;
    }
    const char *at = alphabet;
    struct civil civil = {0};
    const char *error = read_date(&at, order, &civil);
    if (error) {
        return error;
    }
    bool chinese = at[-1] == SIGN_DAY;
    if (is_digit(*at) && !chinese) {
        return not_a_date;
    }
    error = check_civil(&civil, &found.day);
    if (!error) {
        error = read_time(&at, chinese, &found);
    }
    if (error) {
        return error;
    }
    found.form = civil.form;
    *stamp = found;
    return NULL;
}
