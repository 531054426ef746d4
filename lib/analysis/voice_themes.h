/*
 * voice_themes.h - what comments are about, by the words of a policy (rules/policy.h).
 *
 *     struct voice_topics topics = {&reading, themes, count};
 *     struct voice_tally *tally = flow_fold(run, inputs, count, &voice_themes_fold, &topics);
 *     tally->group[g].of[theme]          the scores beside comments with that theme; n + missing
 *                                        comments in all
 *     tally->group[g].of[VOICE_OTHER(count)]      comments without any
 *     tally->group[g].of[VOICE_SILENT(count)]     rows without a comment
 *     tally->group[g].of[VOICE_COMMENTS(count)]   all comments
 *
 * Texts are compared folded (value/fold.h, fold_key). Where a word begins or ends with a letter or a
 * digit of a script that puts blanks between words, so must the comment's: "late" is not in "plates".
 * A word that ends in `*` may go on: "deliver*". In Chinese, Japanese, Korean, Thai, Lao, Khmer and
 * Burmese, a word may stand anywhere. A comment may have several themes.
 */
#ifndef CRM_VOICE_THEMES_H
#define CRM_VOICE_THEMES_H

#include "analysis/voice_tally.h"
#include "rules/policy.h"

#define VOICE_OTHER(themes) (themes)
#define VOICE_SILENT(themes) ((themes) + 1)
#define VOICE_COMMENTS(themes) ((themes) + 2)

struct voice_topics {
    const struct voice_reading *reading; /* comments set; its first question gives the scores */
    const struct policy_theme *theme;
    size_t count;
};

extern const struct flow_fold voice_themes_fold; /* context: struct voice_topics */

/* Whether a folded comment has the theme. */
bool voice_themes_match(const struct policy_theme *theme, struct str comment);
/* The answers of `all` that are not of `part`; both sorted. The caller frees out->bar. */
void voice_themes_rest(const struct voice_answers *all, const struct voice_answers *part,
                       struct voice_answers *out);

#endif
