#include "base/base.h"

#include "analysis/melt.h"
#include "base/die.h"

struct melt {
    struct encode_column *out; /* the others, question, answer */
    size_t *other;             /* positions in the clean row */
    size_t others;
    size_t *question;
    struct str *name;
    size_t questions;
};

const struct encode_column *melt_columns(const struct melt *melt, size_t *count)
{
    *count = melt->others + 2;
    return melt->out;
}

ptrdiff_t melt_source(const struct melt *melt, size_t column)
{
    return column < melt->others ? (ptrdiff_t)melt->other[column] : -1;
}

size_t melt_questions(const struct melt *melt)
{
    return melt->questions;
}

/* Whether the text fits the pattern, `*` standing for any text: each piece between stars is taken
 * where it comes first, the last one at the end. */
static bool fits(struct str text, struct str pattern)
{
    size_t star = str_find(pattern, S("*"));
    if (star == pattern.n) {
        return str_eq(text, pattern);
    }
    if (!str_starts(text, str_slice(pattern, 0, star))) {
        return false;
    }
    text = str_slice(text, star, text.n);
    pattern = str_slice(pattern, star + 1, pattern.n);
    while ((star = str_find(pattern, S("*"))) < pattern.n) {
        struct str piece = str_slice(pattern, 0, star);
        size_t at = str_find(text, piece);
        if (at == text.n && piece.n > 0) {
            return false;
        }
        text = str_slice(text, at + piece.n, text.n);
        pattern = str_slice(pattern, star + 1, pattern.n);
    }
    return str_ends(text, pattern);
}

/* Sets `melted` for the columns that one item of the list names; false where there are none. */
static bool mark(const struct clean *clean, struct str item, bool *melted)
{
    bool take = !str_starts(item, S("!"));
    struct str pattern = take ? item : str_slice(item, 1, item.n);
    bool by_pattern = str_find(pattern, S("*")) < pattern.n;
    bool found = false;
    size_t count;
    const struct encode_column *columns = clean_columns(clean, &count);
    for (size_t i = 0; i < count; i++) {
        struct str source = str_trim(clean_source(clean, i));
        bool named = str_eq(columns[i].name, pattern) || str_eq(source, pattern);
        bool fitting = by_pattern && clean_canonical(clean, i) < 0 && fits(source, pattern);
        if (named || fitting) {
            melted[i] = take;
            found = true;
        }
    }
    return found;
}

static void mark_all(const struct clean *clean, const struct str *wanted, size_t count,
                     bool *melted)
{
    for (int taking = 1; taking >= 0; taking--) { /* what takes away comes last */
        for (size_t i = 0; i < count; i++) {
            bool takes = !str_starts(wanted[i], S("!"));
            if (takes == (taking == 1) && !mark(clean, wanted[i], melted)) {
                die(STATUS_DATA, "--melt %.*s: there is no such column", STRF(wanted[i]));
            }
        }
    }
}

struct melt *melt_new(const struct clean *clean, const struct str *wanted, size_t wanted_count,
                      struct arena *arena)
{
    size_t count;
    const struct encode_column *columns = clean_columns(clean, &count);
    struct melt *melt = arena_alloc(arena, sizeof *melt);
    *melt = (struct melt){.out = arena_alloc(arena, (count + 2) * sizeof *melt->out),
                          .other = arena_alloc(arena, count * sizeof *melt->other),
                          .question = arena_alloc(arena, count * sizeof *melt->question),
                          .name = arena_alloc(arena, count * sizeof *melt->name)};
    bool *melted = arena_alloc(arena, count * sizeof *melted);
    memset(melted, 0, count * sizeof *melted);
    mark_all(clean, wanted, wanted_count, melted);
    for (size_t i = 0; i < count; i++) {
        if (melted[i]) {
            melt->question[melt->questions] = i;
            melt->name[melt->questions++] = columns[i].name;
        } else {
            melt->other[melt->others] = i;
            melt->out[melt->others++] = columns[i];
        }
    }
    if (melt->questions == 0) {
        die(STATUS_USAGE, "--melt: no column is left to melt");
    }
    melt->out[melt->others] = (struct encode_column){S("question"), ENCODE_TEXT};
    melt->out[melt->others + 1] = (struct encode_column){S("answer"), ENCODE_TEXT};
    return melt;
}

void melt_others(const struct melt *melt, const struct str *row, struct str *cells)
{
    for (size_t i = 0; i < melt->others; i++) {
        cells[i] = row[melt->other[i]];
    }
}

bool melt_answer(const struct melt *melt, const struct str *row, size_t question, struct str *cells)
{
    cells[melt->others] = melt->name[question];
    cells[melt->others + 1] = row[melt->question[question]];
    return cells[melt->others + 1].n > 0;
}
