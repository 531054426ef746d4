#include "base/base.h"

#include <math.h>

#include "analysis/voice.h"
#include "value/number.h"
#include "value/utf8.h"

#define SCALE_MOST 100

struct voice_question voice_question(struct str name, enum voice_measure measure)
{
    static const int32_t ends[][2] = {[VOICE_NPS] = {0, 10}, [VOICE_CSAT] = {1, 5},
                                      [VOICE_CES] = {1, 7}};
    return (struct voice_question){.name = name, .measure = measure, .low = ends[measure][0],
                                   .high = ends[measure][1]};
}

void voice_settle(struct voice_question *q)
{
    int32_t answers = q->high - q->low + 1;
    if (q->top == 0) {
        q->top = answers < 5 ? 1 : q->measure == VOICE_CES && answers >= 7 ? 3 : 2;
    }
}

const char *voice_measure_name(enum voice_measure measure)
{
    static const char *const names[] = {"nps", "csat", "ces"};
    return names[measure];
}

bool voice_scale(struct str text, int32_t *low, int32_t *high)
{
    uint64_t from, to;
    struct str first = str_cut(&text, '-');
    if (!str_to_u64(first, &from) || !str_to_u64(text, &to) || from >= to || to > SCALE_MOST) {
        return false;
    }
    *low = (int32_t)from;
    *high = (int32_t)to;
    return true;
}

/* Full-width digits, signs and blanks as narrow ones, without blanks at the ends; false where the text
 * cannot be a number. */
static bool narrow(struct str text, bool comma, char out[32], struct str *number)
{
    size_t n = 0;
    while (text.n > 0) {
        size_t length;
        uint32_t code = utf8_narrow(utf8_decode(text, &length));
        code = comma && code == ',' ? '.' : code;
        if (code >= 0x80 || n == 32) {
            return false;
        }
        out[n++] = (char)code;
        text = str_slice(text, length, text.n);
    }
    *number = str_trim((struct str){out, n});
    return true;
}

/* The number times VOICE_ONE, not rounded yet. */
static bool scaled(struct str text, bool comma, double *value)
{
    char plain[32];
    struct str number;
    return narrow(text, comma, plain, &number) && number_parse(number, 4, value);
}

int32_t voice_number(struct str text, bool comma)
{
    double value;
    if (!scaled(text, comma, &value) || fabs(value) > 1e9) {
        return VOICE_NO_NUMBER;
    }
    return (int32_t)llround(value);
}

static bool is_missing(const struct voice_question *q, struct str cell, int32_t answer)
{
    for (size_t i = 0; i < q->missing_count; i++) {
        const struct voice_code *code = &q->missing[i];
        if (answer != VOICE_NO_NUMBER ? code->answer == answer : str_eq_nocase(code->text, cell)) {
            return true;
        }
    }
    return false;
}

static enum voice_found what_text(struct str cell)
{
    struct str rest = cell;
    size_t length = 0;
    while (rest.n > 0 && utf8_narrow(utf8_decode(rest, &length)) == ' ') {
        rest = str_slice(rest, length, rest.n);
    }
    if (rest.n == 0) {
        return VOICE_MISSING; /* wide blanks */
    }
    bool digit = cell.p[0] >= '0' && cell.p[0] <= '9';
    return digit ? VOICE_WORDS : VOICE_TEXT;
}

enum voice_found voice_answer(const struct voice_question *q, struct str cell, bool comma,
                              int32_t *answer)
{
    double value = 0;
    if (cell.n == 0) {
        return VOICE_MISSING;
    }
    int32_t number;
    bool whole = voice_is_short(cell, &number);
    if (whole) {
        *answer = number * VOICE_ONE;
    } else {
        if (!scaled(cell, comma, &value)) {
            return is_missing(q, cell, VOICE_NO_NUMBER) ? VOICE_MISSING : what_text(cell);
        }
        *answer = fabs(value) > 1e9 ? INT32_MAX : (int32_t)llround(value);
    }
    if (q->missing_count > 0 && is_missing(q, cell, *answer)) {
        return VOICE_MISSING;
    }
    if (*answer < q->low * VOICE_ONE || *answer > q->high * VOICE_ONE) {
        return VOICE_OUTSIDE;
    }
    return !whole && fabs(value - *answer) > 1e-6 ? VOICE_FINE : VOICE_ANSWER;
}

int voice_class(int32_t answer)
{
    return answer >= 9 * VOICE_ONE ? 1 : answer >= 7 * VOICE_ONE ? 0 : -1;
}

bool voice_is_favourable(const struct voice_question *q, int32_t answer)
{
    if (q->measure == VOICE_NPS) {
        return voice_class(answer) > 0;
    }
    return q->low_is_good ? answer <= (q->low + q->top - 1) * VOICE_ONE
                          : answer >= (q->high - q->top + 1) * VOICE_ONE;
}

bool voice_is_unfavourable(const struct voice_question *q, int32_t answer)
{
    if (q->measure == VOICE_NPS) {
        return voice_class(answer) < 0;
    }
    int32_t half = (q->high - q->low + 1) / 2;
    int32_t worst = q->top < half ? q->top : half;
    return q->low_is_good ? answer >= (q->high - worst + 1) * VOICE_ONE
                          : answer <= (q->low + worst - 1) * VOICE_ONE;
}

double voice_position(const struct voice_question *q, double answer)
{
    double part = (answer - q->low) / (double)(q->high - q->low);
    return q->low_is_good ? 1 - part : part;
}

const char *voice_proof(const struct voice_question *q, int32_t low, int32_t high)
{
    if (q->declared) {
        return NULL;
    }
    if (q->measure == VOICE_NPS && low >= VOICE_ONE) {
        return high > 7 * VOICE_ONE ? "0, and of a scale from 1 to 10 there is no NPS"
                                    : "0, and none above 7";
    }
    if (q->measure == VOICE_CES && high <= 5 * VOICE_ONE) {
        return "above 5, and on the older scale from 1 to 5 the best is 1";
    }
    return NULL;
}
