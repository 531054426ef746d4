#include "base/base.h"

#include "rules/policy_member.h"
#include "value/fold.h"

static struct str word(const struct policy_member *m)
{
    struct str folded = fold_key(m->arena, policy_text(m));
    if (folded.n == 0 || str_eq(folded, S("*"))) {
        policy_wrong(m, "a word is needed");
    }
    return folded;
}

static struct policy_theme theme(const struct policy_member *m, struct str name)
{
    struct policy_theme out = {.name = arena_str(m->arena, name)};
    out.words = policy_list(m, "a list of words, [\"...\", ...], is needed");
    struct str *list = arena_alloc(m->arena, out.words * sizeof *list);
    for (size_t i = 0; i < out.words; i++) {
        struct policy_member one = policy_item(m, i);
        list[i] = word(&one);
        for (size_t k = 0; k < i; k++) {
            if (str_eq(list[k], list[i])) {
                policy_wrong(&one, "this word stood before");
            }
        }
    }
    out.word = list;
    return out;
}

struct policy_themes policy_themes(const struct policy_member *m)
{
    struct policy_themes out = {0};
    if (!m->value) {
        return out;
    }
    if (!json_is_object(m->value) || json_object_size(m->value) == 0) {
        policy_wrong(m, "an object of themes, {\"delivery\": [\"late\", ...], ...}, is needed");
    }
    size_t most = json_object_size(m->value);
    struct policy_theme *list = arena_alloc(m->arena, most * sizeof *list);
    for (void *i = json_object_iter((json_t *)m->value); i;
         i = json_object_iter_next((json_t *)m->value, i)) {
        const char *key = json_object_iter_key(i);
        if (!policy_is_note(m, key)) {
            struct policy_member one = policy_child(m, key);
            list[out.count++] = theme(&one, str_of(key));
        }
    }
    out.theme = list;
    return out;
}
