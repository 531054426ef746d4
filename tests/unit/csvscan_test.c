/*
 * The structural index against a scalar automaton of RFC 4180, on every text of 0 to 8 characters
 * over {a , " LF CR} at 15 alignments around a 64-byte edge: 7,324,215 inputs.
 */
#include "unit.h"

#include "format/csvscan.h"

enum state { FIELD_START, UNQUOTED, QUOTED, QUOTE_IN_QUOTED, AFTER_CR };

struct automaton {
    uint32_t at[256];
    size_t count;
    bool valid;
};

/* One byte of the grammar; false where it does not fit. */
static bool step(enum state *state, char c)
{
    switch (*state) {
    case FIELD_START:
    case UNQUOTED:
        if (c == '"') {
            if (*state == UNQUOTED) {
                return false;
            }
            *state = QUOTED;
        } else {
            *state = c == ',' || c == '\n' ? FIELD_START : c == '\r' ? AFTER_CR : UNQUOTED;
        }
        return true;
    case QUOTED:
        *state = c == '"' ? QUOTE_IN_QUOTED : QUOTED;
        return true;
    case QUOTE_IN_QUOTED:
        if (c == 'a') {
            return false;
        }
        *state = c == '"' ? QUOTED : c == '\r' ? AFTER_CR : FIELD_START;
        return true;
    case AFTER_CR:
        *state = FIELD_START;
        return c == '\n';
    }
    return false;
}

static void run_automaton(struct str text, struct automaton *a)
{
    enum state state = FIELD_START;
    a->count = 0;
    a->valid = true;
    for (size_t i = 0; i < text.n; i++) {
        bool inside = state == QUOTED;
        if (!step(&state, text.p[i])) {
            a->valid = false;
            return;
        }
        if (!inside && (text.p[i] == ',' || text.p[i] == '\n')) {
            a->at[a->count++] = (uint32_t)i;
        }
    }
    a->valid = state != QUOTED && state != AFTER_CR;
}

static unsigned long differences;

static void compare(struct str text, struct csvscan_index *index)
{
    struct automaton a;
    run_automaton(text, &a);
    csvscan_index(text, ',', true, index);
    bool same = a.valid == (index->bad == CSVSCAN_FINE);
    if (same && a.valid) {
        same = a.count == index->count &&
               memcmp(a.at, index->at, a.count * sizeof a.at[0]) == 0;
    }
    differences += !same;
}

/* The padding before the text is one unquoted field, which a comma ends. */
static unsigned long exhaustive(void)
{
    static const char alphabet[5] = {'a', ',', '"', '\n', '\r'};
    struct csvscan_index index = {0};
    unsigned long tried = 0;
    for (size_t pad = 57; pad < 72; pad++) {
        char text[96];
        memset(text, 'a', pad);
        text[pad - 1] = ',';
        for (size_t length = 0; length <= 8; length++) {
            size_t combinations = 1;
            for (size_t i = 0; i < length; i++) {
                combinations *= 5;
            }
            for (size_t c = 0; c < combinations; c++) {
                size_t rest = c;
                for (size_t i = 0; i < length; i++, rest /= 5) {
                    text[pad + i] = alphabet[rest % 5];
                }
                compare((struct str){text, pad + length}, &index);
                tried++;
            }
        }
    }
    free(index.at);
    return tried;
}

static void fault(const char *text, enum csvscan_fault want, size_t at)
{
    struct csvscan_index index = {0};
    csvscan_index(str_of(text), ',', true, &index);
    CHECK_INT(index.bad, want);
    if (want != CSVSCAN_FINE) {
        CHECK_INT(index.bad_at, at);
    }
    free(index.at);
}

static void test_faults(void)
{
    fault("", CSVSCAN_FINE, 0);
    fault("a,b\n1,2", CSVSCAN_FINE, 0);
    fault("a\"b\n", CSVSCAN_QUOTE_INSIDE, 1);
    fault("\"a\"b\n", CSVSCAN_AFTER_QUOTE, 3);
    fault("\"a\" ,b\n", CSVSCAN_AFTER_QUOTE, 3);
    fault("a\rb\n", CSVSCAN_BARE_CR, 1);
    fault("a\r\"b\"\n", CSVSCAN_BARE_CR, 1);
    fault("a,b\r", CSVSCAN_BARE_CR, 3);
    fault("x,\"a\"\"\nb", CSVSCAN_NOT_CLOSED, 2);
    fault("\"a\"\"b\",\"\"\r\n", CSVSCAN_FINE, 0);
}

static void test_split(void)
{
    struct csvscan_split split = {0};
    CHECK_INT(csvscan_last_end(&split, S("a,b\nc,\"d\n")), 4);
    CHECK(split.inside != 0);
    CHECK_INT(csvscan_last_end(&split, S("e\",f\ng")), 5);
    CHECK(split.inside == 0);
    CHECK_INT(csvscan_last_end(&split, S("no end")), 0);
}

int main(void)
{
    unsigned long tried = exhaustive();
    CHECK_INT(tried, 7324215); /* 15 x (5^0 + ... + 5^8) = 15 x 488281 */
    CHECK_INT(differences, 0);
    test_faults();
    test_split();
    return unit_end();
}
