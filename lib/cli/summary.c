#include "base/base.h"

#include "base/say.h"
#include "cli/clock.h"
#include "cli/summary.h"

static void part(struct buf *text, uint64_t count, const char *what, bool *first)
{
    if (count > 0) {
        buf_printf(text, "%s%" PRIu64 " %s", *first ? "" : ", ", count, what);
        *first = false;
    }
}

static void excluded_parts(const struct account *account, struct buf *text)
{
    bool first = true;
    buf_str(text, S(" ("));
    for (int i = 0; i < ACCOUNT_REASONS; i++) {
        if (account->excluded[i] == 0) {
            continue;
        }
        char money[MONEY_ROOM];
        buf_printf(text, "%s%" PRIu64 " %s", first ? "" : "; ", account->excluded[i],
                   account_reason_name((enum account_reason)i));
        if (account->amount[i] != 0 && !account->unsaid[i]) {
            money_format(account->amount[i], money_decimals(str_of(account->currency[i])), money);
            buf_printf(text, ", %s%s%s", money, account->currency[i][0] ? " " : "",
                       account->currency[i]);
        }
        first = false;
    }
    buf_byte(text, ')');
}

void summary_say(const struct cli *cli)
{
    const struct account *account = &cli->run.account;
    struct buf text;
    bool first = true;
    buf_init(&text, BUF_UNBOUNDED);
    buf_printf(&text, "%" PRIu64 " rows read: ", account->read);
    if (account->melted > 0) {
        part(&text, account->melted, "melted into", &first);
        buf_printf(&text, " %" PRIu64, account->written);
    } else {
        part(&text, account->written, "written", &first);
    }
    part(&text, account->merged, "merged", &first);
    part(&text, account->rejected, "rejected", &first);
    if (account_excluded(account) > 0) {
        part(&text, account_excluded(account), "excluded", &first);
        excluded_parts(account, &text);
    }
    if (first) {
        buf_str(&text, S("nothing to write"));
    }
    say_notice("%.*s", STRF(buf_view(&text)));
    buf_free(&text);
}

static void json_inputs(const struct cli *cli, struct buf *out)
{
    buf_str(out, S("\"inputs\":["));
    for (size_t i = 0; i < cli->input_count; i++) {
        const struct input *input = cli->inputs[i];
        struct source *source = reader_source(input->reader);
        buf_str(out, i > 0 ? S(",{\"name\":") : S("{\"name\":"));
        encode_json_string(str_of(input->name), out);
        buf_printf(out,
                   ",\"kind\":\"%s\",\"format\":\"%s\",\"encoding\":\"%s\",\"gzip\":%s,"
                   "\"columns\":%zu,\"bytes\":%" PRIu64 "}",
                   input->binding.kind->name, reader_format_name(input->reader),
                   source_encoding(source), source_is_gzip(source) ? "true" : "false",
                   input->header->count, source_bytes_raw(source));
    }
    buf_byte(out, ']');
}

static void json_excluded(const struct account *account, struct buf *out)
{
    bool first = true;
    buf_str(out, S("\"excluded\":{"));
    for (int i = 0; i < ACCOUNT_REASONS; i++) {
        if (account->excluded[i] == 0) {
            continue;
        }
        char money[MONEY_ROOM];
        money_format(account->amount[i], 2, money);
        buf_printf(out, "%s\"%s\":{\"rows\":%" PRIu64 ",\"amount\":%s", first ? "" : ",",
                   account_reason_key((enum account_reason)i), account->excluded[i],
                   account->unsaid[i] ? "null" : money);
        if (account->currency[i][0] && !account->unsaid[i]) {
            buf_printf(out, ",\"currency\":\"%s\"", account->currency[i]);
        }
        buf_byte(out, '}');
        first = false;
    }
    buf_byte(out, '}');
}

void summary_json(const struct cli *cli, struct buf *out)
{
    const struct account *account = &cli->run.account;
    buf_printf(out, "{\"command\":\"%s\",\"version\":\"%s\",\"status\":%d,", cli->command->name,
               CLI_VERSION, (int)status_worst());
    if (cli->as_of != DATE_NONE) {
        char day[DATE_ROOM];
        date_format(cli->as_of, day);
        buf_printf(out, "\"as_of\":\"%s\",", day);
    }
    json_inputs(cli, out);
    buf_printf(out,
               ",\"rows\":{\"read\":%" PRIu64 ",\"written\":%" PRIu64 ",\"merged\":%" PRIu64
               ",\"rejected\":%" PRIu64 ",", account->read, account->written, account->merged,
               account->rejected);
    json_excluded(account, out);
    if (account->melted > 0) {
        buf_printf(out,
                   ",\"melted\":{\"rows\":%" PRIu64 ",\"cells\":%" PRIu64 ",\"empty\":%" PRIu64 "}",
                   account->melted, account->cells, account->unanswered);
    }
    buf_printf(out, "},\"timing\":{\"seconds\":%.6g}}\n", clock_seconds() - cli->started);
}
