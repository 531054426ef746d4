#include "base/base.h"

#include "base/die.h"
#include "rules/expr.h"
#include "rules/policy_member.h"

void policy_wrong(const struct policy_member *m, const char *format, ...)
{
    char what[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    die(STATUS_DATA, "%s: %s", m->at, what);
}

struct policy_member policy_child(const struct policy_member *m, const char *key)
{
    bool top = !strstr(m->at, ": ");
    struct str at = arena_printf(m->arena, "%s%s%s", m->at, top ? ": " : ".", key);
    return (struct policy_member){json_object_get(m->value, key), arena_cstr(m->arena, at),
                                  m->arena};
}

struct policy_member policy_item(const struct policy_member *m, size_t i)
{
    struct str at = arena_printf(m->arena, "%s[%zu]", m->at, i);
    return (struct policy_member){json_array_get(m->value, i), arena_cstr(m->arena, at), m->arena};
}

bool policy_is_note(const struct policy_member *m, const char *key)
{
    if (strcmp(key, "note") != 0) {
        return false;
    }
    struct policy_member note = policy_child(m, key);
    if (!json_is_string(note.value)) {
        policy_wrong(&note, "a text is needed, in double quotes");
    }
    return true;
}

void policy_check_keys(const struct policy_member *m, const char *const *known, size_t count)
{
    if (!json_is_object(m->value)) {
        policy_wrong(m, "an object, {...}, is needed");
    }
    for (void *i = json_object_iter((json_t *)m->value); i;
         i = json_object_iter_next((json_t *)m->value, i)) {
        const char *key = json_object_iter_key(i);
        bool found = policy_is_note(m, key);
        for (size_t k = 0; k < count; k++) {
            found |= strcmp(key, known[k]) == 0;
        }
        if (found) {
            continue;
        }
        struct str list = {0};
        for (size_t k = 0; k < count; k++) {
            list = arena_printf(m->arena, "%.*s%s%s", STRF(list), k > 0 ? ", " : "", known[k]);
        }
        struct policy_member bad = policy_child(m, key);
        policy_wrong(&bad, "not known here; there are %.*s, note", STRF(list));
    }
}

struct str policy_text(const struct policy_member *m)
{
    if (!m->value) {
        return (struct str){0};
    }
    const char *p = json_string_value(m->value);
    if (!p || *p == '\0') {
        policy_wrong(m, "a text is needed, in double quotes");
    }
    return arena_str(m->arena, (struct str){p, json_string_length(m->value)});
}

double policy_number(const struct policy_member *m, double least, double most)
{
    if (!m->value) {
        return -1;
    }
    double value = json_number_value(m->value);
    if (!json_is_number(m->value) || !(value >= least && value <= most)) {
        policy_wrong(m, "a number from %g to %g is needed", least, most);
    }
    return value;
}

struct policy_rule policy_name_and_when(const struct policy_member *m)
{
    struct policy_member name = policy_child(m, "name"), when = policy_child(m, "when");
    struct policy_rule out = {.name = policy_text(&name), .when = policy_text(&when), .at = m->at};
    if (!expr_brackets_match(out.when)) {
        die(STATUS_USAGE, "%s: brackets do not match", when.at);
    }
    return out;
}

size_t policy_list(const struct policy_member *m, const char *what)
{
    size_t count = json_array_size(m->value);
    if (count == 0) {
        policy_wrong(m, "%s", what);
    }
    return count;
}
