/* crm-import: what a run says of itself, as notices. */
#include "base/base.h"

#include "base/say.h"
#include "crm-import/import.h"

void import_say_inputs(const struct cli *cli)
{
    for (size_t i = 0; i < cli->input_count; i++) {
        const struct input *input = cli->inputs[i];
        const char *kind = input->binding.kind->name;
        if (input->layout && input->headings > 0) {
            say_notice("%s: read as %s: %s, %u row%s of heads below its header skipped",
                       input->name, kind, input->layout->what, input->headings,
                       input->headings == 1 ? "" : "s");
        } else if (input->layout) {
            say_notice("%s: read as %s: %s", input->name, kind, input->layout->what);
        }
    }
}

static void say_responses(const struct responses_counts *counts)
{
    if (counts->unfinished > 0) {
        say_notice("%" PRIu64 " responses are unfinished: kept (--unfinished drop leaves them out)",
                   counts->unfinished);
    }
    if (counts->unknown > 0) {
        say_notice("%" PRIu64 " responses have a Status that is not known: kept", counts->unknown);
    }
    if (counts->undated > 0) {
        say_notice("%" PRIu64 " responses were submitted on 1980-01-01, which LimeSurvey writes "
                   "where it keeps no times: answered_at is left empty", counts->undated);
    }
}

void import_say_counts(const struct import *import)
{
    const struct state *totals = &import->totals;
    const struct account *account = &import->cli->run.account;
    if (totals->repeated > 0 && !import->drop) {
        say_notice("%" PRIu64 " rows repeat %s exactly: kept (--drop-duplicates drops them)",
                   totals->repeated,
                   import->all_duplicates ? "an earlier one" : "the one before them");
    }
    if (totals->counts.not_email > 0) {
        say_notice("%" PRIu64 " values of email are no address: kept as they stand",
                   totals->counts.not_email);
    }
    if (totals->counts.not_phone > 0) {
        say_notice("%" PRIu64 " values of phone are no number%s: kept as they stand",
                   totals->counts.not_phone,
                   import->cli->reading.country.n ? "" : " (is --country missing?)");
    }
    if (totals->counts.symbol[0]) {
        say_notice("amounts carry the sign %s, which is dropped; no column names their currency",
                   totals->counts.symbol);
    }
    say_responses(&totals->responses);
    if (import->melt) {
        say_notice("%zu questions, %" PRIu64 " answers; %" PRIu64
                   " cells are empty and make no row", melt_questions(import->melt),
                   account->cells - account->unanswered, account->unanswered);
    }
}
