#include "base/base.h"

#include "analysis/voice_themes.h"
#include "base/mem.h"
#include "value/fold.h"
#include "value/utf8.h"

/* Of scripts that have no blanks between words. */
static bool is_unspaced(uint32_t code)
{
    return (code >= 0x0E00 && code <= 0x0EFF) || (code >= 0x1000 && code <= 0x109F) ||
           (code >= 0x1780 && code <= 0x17FF) || code >= 0x2E80;
}

/* A letter or digit of a word that has an end; signs below U+00C0 and the punctuation of U+2000 to
 * U+2BFF are none. */
static bool is_letter(uint32_t code)
{
    if (code < 0x80) {
        return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
               (code >= 'A' && code <= 'Z');
    }
    bool sign = code < 0xC0 || code == 0xD7 || code == 0xF7 || (code >= 0x2000 && code <= 0x2BFF);
    return !sign && !is_unspaced(code);
}

static uint32_t code_at(struct str s, size_t at)
{
    size_t length;
    return at < s.n ? utf8_decode(str_slice(s, at, s.n), &length) : 0;
}

/* The code point that ends before `at`; 0 at the beginning. */
static uint32_t code_before(struct str s, size_t at)
{
    if (at == 0) {
        return 0;
    }
    do {
        at--;
    } while (at > 0 && ((unsigned char)s.p[at] & 0xC0) == 0x80);
    return code_at(s, at);
}

static bool has_word(struct str comment, struct str word)
{
    bool open = str_ends(word, S("*"));
    word.n -= open;
    for (size_t from = 0; word.n > 0 && from + word.n <= comment.n; from++) {
        size_t at = from + str_find(str_slice(comment, from, comment.n), word);
        if (at == comment.n) {
            return false;
        }
        bool begins = !is_letter(code_at(word, 0)) || !is_letter(code_before(comment, at));
        bool ends = open || !is_letter(code_before(word, word.n)) ||
                    !is_letter(code_at(comment, at + word.n));
        if (begins && ends) {
            return true;
        }
        from = at;
    }
    return false;
}

bool voice_themes_match(const struct policy_theme *theme, struct str comment)
{
    for (size_t i = 0; i < theme->words; i++) {
        if (has_word(comment, theme->word[i])) {
            return true;
        }
    }
    return false;
}

static void *start(void *context)
{
    const struct voice_topics *topics = context;
    return voice_tally_new(topics->count + 3);
}

static void take_row(void *context, void *state, struct row *row)
{
    const struct voice_topics *topics = context;
    const size_t themes = topics->count;
    struct voice_tally *tally = state;
    struct voice_response r;
    if (!voice_next(topics->reading, &tally->scratch, row, &r)) {
        return;
    }
    int32_t score = r.first < r.last ? r.answer[r.first] : VOICE_NONE;
    struct str comment = fold_key(&row->worker->arena, r.comment);
    if (comment.n == 0) {
        voice_tally_add(tally, r.group, r.period, VOICE_SILENT(themes), score, r.weight);
        return;
    }
    bool any = false;
    for (size_t i = 0; i < themes; i++) {
        if (voice_themes_match(&topics->theme[i], comment)) {
            voice_tally_add(tally, r.group, r.period, i, score, r.weight);
            any = true;
        }
    }
    if (!any) {
        voice_tally_add(tally, r.group, r.period, VOICE_OTHER(themes), score, r.weight);
    }
    voice_tally_add(tally, r.group, r.period, VOICE_COMMENTS(themes), score, r.weight);
}

static void merge(void *context, void *into, void *from)
{
    (void)context;
    voice_tally_merge(into, from);
}

const struct flow_fold voice_themes_fold = {.start = start, .row = take_row, .merge = merge};

void voice_themes_rest(const struct voice_answers *all, const struct voice_answers *part,
                       struct voice_answers *out)
{
    *out = (struct voice_answers){.missing = all->missing - part->missing};
    out->bar = mem_new(all->count, sizeof *out->bar);
    for (size_t i = 0, k = 0; i < all->count; i++) {
        struct voice_bar bar = all->bar[i];
        if (k < part->count && part->bar[k].answer == bar.answer) {
            bar.n -= part->bar[k].n;
            bar.weight -= part->bar[k].weight;
            bar.squares -= part->bar[k].squares;
            k++;
        }
        if (bar.n > 0) {
            out->bar[out->count++] = bar;
            out->n += bar.n;
        }
    }
}
