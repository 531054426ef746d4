#include "base/base.h"

#include "analysis/responses.h"
#include "value/fold.h"

/* What LimeSurvey writes as the time of submission where a survey keeps no times. */
#define NO_TIME "1980-01-01T00:00:00"

/* Bits of Qualtrics' Status. */
enum {
    BIT_PREVIEW = 1,
    BIT_TEST = 2,
    BIT_SPAM = 8,
    BIT_SYNTHETIC = 256,
    BIT_ALL = 1 | 2 | 4 | 8 | 16 | 32 | 128 | 256,
};

/* Its words, folded. */
static const struct {
    const char *words;
    uint64_t bits;
} statuses[] = {
    {"ip address", 0},
    {"survey preview", BIT_PREVIEW},
    {"survey test", BIT_TEST},
    {"imported", 0},
    {"spam", BIT_SPAM},
    {"survey preview spam", BIT_PREVIEW},
    {"imported spam", BIT_SPAM},
    {"offline", 0},
    {"offline survey preview", BIT_PREVIEW},
    {"ex", 0},
    {"ex spam", BIT_SPAM},
    {"ex offline", 0},
    {"reimported imported", 0},
    {"synthetic", BIT_SYNTHETIC},
};

/* Positions in an input's header, -1 where there is none. */
struct place_of {
    enum layout_id layout;
    ptrdiff_t status, finished, progress; /* Qualtrics */
    ptrdiff_t submitted;                  /* LimeSurvey */
};

struct responses {
    enum responses_unfinished unfinished;
    struct place_of *by_input;
    ptrdiff_t answered; /* answered_at, of the clean columns; -1: none */
};

struct responses *responses_new(struct input *const *inputs, size_t count,
                                enum responses_unfinished unfinished, const struct clean *clean,
                                struct arena *arena)
{
    struct responses *responses = arena_alloc(arena, sizeof *responses);
    *responses =
        (struct responses){unfinished, arena_alloc(arena, count * sizeof *responses->by_input), -1};
    for (size_t i = 0; i < count; i++) {
        const struct header *header = inputs[i]->header;
        const struct layout *layout = inputs[i]->layout;
        responses->by_input[i] = (struct place_of){
            layout ? layout->id : LAYOUT_REFUSED,
            layout_column(header, S("status")),
            layout_column(header, S("finished")),
            layout_column(header, S("progress")),
            layout_column(header, S("submitdate|date submitted")),
        };
    }
    size_t columns;
    const struct encode_column *column = clean_columns(clean, &columns);
    for (size_t i = 0; i < columns; i++) {
        if (str_eq(column[i].name, S("answered_at"))) {
            responses->answered = (ptrdiff_t)i;
        }
    }
    return responses;
}

static struct str cell_at(const struct row *row, ptrdiff_t position)
{
    return position < 0 ? S("") : str_trim(row->record.cell[position]);
}

/* The bits of a status; false where it is not known. */
static bool status_bits(struct str status, struct arena *arena, uint64_t *bits)
{
    *bits = 0;
    if (status.n == 0) {
        return true;
    }
    if (str_to_u64(status, bits)) {
        return (*bits & ~(uint64_t)BIT_ALL) == 0;
    }
    struct str words = fold_key(arena, status);
    for (size_t i = 0; i < COUNT_OF(statuses); i++) {
        if (str_eq(words, str_of(statuses[i].words))) {
            *bits = statuses[i].bits;
            return true;
        }
    }
    return false;
}

static bool is_unfinished(const struct row *row, const struct place_of *place)
{
    struct str finished = cell_at(row, place->finished);
    if (str_eq_nocase(finished, S("false")) || str_eq(finished, S("0"))) {
        return true;
    }
    if (str_eq_nocase(finished, S("true")) || str_eq(finished, S("1"))) {
        return false;
    }
    uint64_t progress;
    return str_to_u64(cell_at(row, place->progress), &progress) && progress < 100;
}

static bool keeps_unfinished(const struct responses *responses, const struct row *row, bool usual,
                             struct responses_counts *counts)
{
    bool keep =
        responses->unfinished == RESPONSES_AUTO ? usual : responses->unfinished == RESPONSES_KEEP;
    if (keep) {
        counts->unfinished++;
    } else {
        account_exclude(&row->worker->account, ACCOUNT_UNFINISHED);
    }
    return keep;
}

static bool keeps_qualtrics(const struct responses *responses, const struct row *row,
                            const struct place_of *place, struct responses_counts *counts)
{
    struct account *account = &row->worker->account;
    uint64_t bits;
    if (!status_bits(cell_at(row, place->status), &row->worker->arena, &bits)) {
        counts->unknown++;
        bits = 0;
    }
    if (bits & (BIT_PREVIEW | BIT_TEST | BIT_SYNTHETIC)) {
        account_exclude(account, ACCOUNT_PREVIEW);
        return false;
    }
    if (bits & BIT_SPAM) {
        account_exclude(account, ACCOUNT_SPAM);
        return false;
    }
    return !is_unfinished(row, place) || keeps_unfinished(responses, row, true, counts);
}

bool responses_keeps(const struct responses *responses, const struct row *row,
                     struct responses_counts *counts)
{
    const struct place_of *place = &responses->by_input[row->input->number];
    switch (place->layout) {
    case LAYOUT_QUALTRICS:
        return keeps_qualtrics(responses, row, place, counts);
    case LAYOUT_LIMESURVEY:
        return place->submitted < 0 || cell_at(row, place->submitted).n > 0 ||
               keeps_unfinished(responses, row, false, counts);
    case LAYOUT_REFUSED:
        break;
    }
    return true;
}

void responses_mend(const struct responses *responses, const struct row *row, struct str *cells,
                    struct responses_counts *counts)
{
    const struct place_of *place = &responses->by_input[row->input->number];
    if (place->layout == LAYOUT_LIMESURVEY && responses->answered >= 0 &&
        str_eq(cells[responses->answered], S(NO_TIME))) {
        cells[responses->answered] = S("");
        counts->undated++;
    }
}

void responses_add(struct responses_counts *into, struct responses_counts *from)
{
    into->unfinished += from->unfinished;
    into->unknown += from->unknown;
    into->undated += from->undated;
    *from = (struct responses_counts){0};
}
