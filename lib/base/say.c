#include "base/base.h"

#include "base/say.h"

static const char *program = "crm";
static bool quiet_mode;

void say_program(const char *name)
{
    program = name;
}

const char *say_program_name(void)
{
    return program;
}

void say_quiet(bool quiet)
{
    quiet_mode = quiet;
}

static void say(const char *kind, const char *format, va_list args)
{
    char text[2048];
    vsnprintf(text, sizeof text, format, args);
    for (char *c = text; *c; c++) {
        if ((unsigned char)*c < 0x20) {
            *c = '?'; /* a file's name may hold a line end: a message is one line */
        }
    }
    fprintf(stderr, "%s: %s%s\n", program, kind, text);
}

void say_notice(const char *format, ...)
{
    if (quiet_mode) {
        return;
    }
    va_list args;
    va_start(args, format);
    say("", format, args);
    va_end(args);
}

void say_warning(const char *format, ...)
{
    if (quiet_mode) {
        return;
    }
    va_list args;
    va_start(args, format);
    say("warning: ", format, args);
    va_end(args);
}

void say_error(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say("", format, args);
    va_end(args);
}

void say_error_at(const struct place *place, const char *text)
{
    char where[PLACE_MAX];
    place_format(place, where);
    struct str field = str_slice(place->field, 0, 100);
    while (field.n < place->field.n && field.n > 0 &&
           ((unsigned char)place->field.p[field.n] & 0xC0) == 0x80) {
        field.n--; /* never inside a character */
    }
    if (field.n > 0) {
        say_error("%s: %.*s: %s", where, STRF(field), text);
    } else {
        say_error("%s: %s", where, text);
    }
}

static size_t count_characters(struct str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.n; i++) {
        count += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    }
    return count;
}

static bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* At most three letters (a currency code, AM, T and Z), and a digit; full-width digits and signs
 * such as U+FFE5 lie in the three-byte forms EF BC and EF BF, date signs of Chinese are listed. */
static bool looks_numeric(struct str s)
{
    size_t digits = 0;
    size_t letters = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c >= '0' && c <= '9') {
            digits++;
        } else if (is_letter(c)) {
            letters++;
        } else if (c == '@' || c < 0x20) {
            return false;
        } else if (c >= 0x80) {
            static const char *const allowed[] = {"年", "月", "日", "时", "分", "秒", "元", "¥",
                                                  "￥", "€",  "£",  "−",  "－"};
            struct str rest = str_slice(s, i, s.n);
            size_t length = 0;
            for (size_t k = 0; k < COUNT_OF(allowed) && length == 0; k++) {
                length = str_starts(rest, str_of(allowed[k])) ? strlen(allowed[k]) : 0;
            }
            if (length == 0 && rest.n >= 3 && c == 0xEF && (unsigned char)rest.p[1] == 0xBC) {
                length = 3;
                digits++;
            }
            if (length == 0) {
                return false;
            }
            i += length - 1;
        }
    }
    return digits > 0 && letters <= 3;
}

static char *hidden(struct str value, char text[SAY_VALUE_ROOM])
{
    snprintf(text, SAY_VALUE_ROOM, "a text of %zu characters", count_characters(value));
    return text;
}

/* Quoted, cut at a character boundary. */
static char *shown(struct str value, char text[SAY_VALUE_ROOM])
{
    size_t end = 0;
    size_t characters = 0;
    while (end < value.n && end < SAY_VALUE_ROOM - 16) {
        bool starts = ((unsigned char)value.p[end] & 0xC0) != 0x80;
        if (starts && characters == SAY_VALUE_MAX) {
            break;
        }
        characters += starts;
        end++;
    }
    snprintf(text, SAY_VALUE_ROOM, "\"%.*s%s\"", (int)end, value.p ? value.p : "",
             end < value.n ? "..." : "");
    for (char *c = text; *c; c++) {
        if ((unsigned char)*c < 0x20 || *c == 0x7F) {
            *c = '?'; /* no escape sequence of a file may reach the terminal */
        }
    }
    return text;
}

/* Ten digits and more with the signs that phone numbers are written with, or any +: but not a date,
 * which has at most eight, nor an amount, which has a point. */
static bool looks_like_phone(struct str s)
{
    if (s.n >= 10 && s.p[4] == '-' && s.p[7] == '-') {
        return false; /* 2024-01-05 and what may follow */
    }
    size_t digits = 0;
    size_t signs = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c >= '0' && c <= '9') {
            digits++;
        } else if (c == '+' || c == '(' || c == ')' || c == ' ' || (c == '-' && i > 0)) {
            signs++;
        } else {
            return false;
        }
    }
    return signs > 0 && (digits >= 10 || (digits >= 7 && s.p[0] == '+'));
}

char *say_value(struct str value, char text[SAY_VALUE_ROOM])
{
    bool harmless = value.n == 0 || (looks_numeric(value) && !looks_like_phone(value));
    return harmless ? shown(value, text) : hidden(value, text);
}

char *say_word(struct str value, char text[SAY_VALUE_ROOM])
{
    bool personal = memchr(value.p ? value.p : "", '@', value.n) || str_starts(value, S("+"));
    if (personal || count_characters(value) > SAY_VALUE_MAX) {
        return hidden(value, text);
    }
    return shown(value, text);
}
