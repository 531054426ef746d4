#include "base/base.h"

#include "base/map.h"
#include "base/mem.h"
#include "base/say.h"
#include "flow/input_layout.h"

#define IMPORT_ID "\"ImportId\""
#define TIME_ZONE "\"timeZone\":\""

/* ---- Qualtrics: heads below the header ---- */

struct headings {
    struct str zone; /* of the times, in `arena`; empty where no head tells */
    struct arena arena;
    ptrdiff_t time[3]; /* columns of times, -1 where there is none */
    ptrdiff_t id;      /* of the response */
    unsigned seen;
};

static bool has_digit(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] >= '0' && s.p[i] <= '9') {
            return true;
        }
    }
    return false;
}

static struct str zone_in(struct str json)
{
    size_t at = str_find(json, S(TIME_ZONE));
    if (at == json.n) {
        return S("");
    }
    struct str rest = str_slice(json, at + sizeof TIME_ZONE - 1, json.n);
    return str_cut(&rest, '"');
}

static bool is_import_line(struct headings *headings, const struct record *record)
{
    bool found = false;
    for (size_t i = 0; i < record->count; i++) {
        struct str cell = str_trim(record->cell[i]);
        bool json = str_starts(cell, S("{")) && str_find(cell, S(IMPORT_ID)) < cell.n;
        found |= json;
        if (json && headings->zone.n == 0) {
            headings->zone = arena_str(&headings->arena, zone_in(cell));
        }
    }
    return found;
}

/* The texts of the questions: where an answer has its times, they have words; in an export without
 * times, they lack the R_ of an answer's id. */
static bool is_text_line(const struct headings *headings, const struct record *record)
{
    bool timed = false;
    bool words = false;
    for (size_t i = 0; i < COUNT_OF(headings->time); i++) {
        ptrdiff_t at = headings->time[i];
        if (at >= 0 && has_digit(record->cell[at])) {
            return false;
        }
        timed |= at >= 0;
        words |= at >= 0 && str_trim(record->cell[at]).n > 0;
    }
    return timed ? words
                 : headings->id >= 0 && !str_starts(str_trim(record->cell[headings->id]), S("R_"));
}

static bool is_heading(void *context, const struct record *record)
{
    struct headings *headings = context;
    bool first = headings->seen++ == 0;
    return is_import_line(headings, record) || (first && is_text_line(headings, record));
}

static void skip_headings(struct input *input)
{
    struct headings headings = {0};
    headings.time[0] = layout_column(input->header, S("start date"));
    headings.time[1] = layout_column(input->header, S("end date"));
    headings.time[2] = layout_column(input->header, S("recorded date"));
    headings.id = layout_column(input->header, S("response id"));
    input->headings = reader_drop(input->reader, 2, is_heading, &headings);
    if (headings.zone.n > 0) {
        const char *error;
        const char *name = arena_cstr(&headings.arena, headings.zone);
        input->zone = zone_open(name, &error);
        if (!input->zone) {
            say_notice("%s: its time zone %s: %s: times stay as they are", input->name, name,
                       error);
        } else if (!input->settings->zone) {
            say_notice("%s: times are those of %s: kept as they stand (--tz converts them)",
                       input->name, name);
        }
    }
    arena_free(&headings.arena);
}

/* ---- LimeSurvey: codes with the question behind ---- */

static void cut_codes(struct input *input)
{
    const struct header *header = input->header;
    if (reader_format(input->reader) == READER_JSONL) {
        return;
    }
    struct str *names = mem_new(header->count, sizeof *names);
    struct map codes = {0};
    bool fresh;
    for (size_t i = 0; i < header->count; i++) {
        (*map_put(&codes, layout_code(header->name[i]), &fresh))++;
    }
    for (size_t i = 0; i < header->count; i++) {
        struct str code = layout_code(header->name[i]);
        names[i] = *map_find(&codes, code) > 1 ? header->name[i] : code;
    }
    reader_rename(input->reader, names);
    map_free(&codes);
    free(names);
}

void input_layout_take(struct input *input, const struct layout *layout)
{
    input->layout = layout;
    switch (layout->id) {
    case LAYOUT_QUALTRICS:
        skip_headings(input);
        break;
    case LAYOUT_LIMESURVEY:
        cut_codes(input);
        break;
    case LAYOUT_REFUSED:
        break;
    }
}
