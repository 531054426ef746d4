#include "base/base.h"

#include "base/mem.h"
#include "report/page.h"
#include "value/utf8.h"

static const char style[] =
    ":root{color-scheme:light dark;--paper:#fff;--ink:#1c2430;--soft:#5b6675;--rule:#d9dee6;"
    "--card:#f5f7fa;--shade:#0003;--c1:#1f5fa8;--c2:#9db4cf;--c3:#c2410c;"
    "--c4:#1f5fa8;--c5:#c2410c;--c6:#0f766e;--c7:#7e22ce;--c8:#8a6100;--c9:#be185d;"
    "--c11:#f1f4f8;--c12:#dbe7f4;--c13:#b5d0ea;--c14:#7fadd9;--c15:#356fb0;--c16:#174a86;"
    "--c21:#5b6675;--c22:#1c2430;--c23:#1c2430;--c24:#10161f;--c25:#fff;--c26:#fff}\n"
    "@media screen and (prefers-color-scheme:dark){:root{--paper:#12161c;--ink:#e6eaf0;"
    "--soft:#9aa7b8;--rule:#323b48;--card:#1a2029;--shade:#fff4;--c1:#6ea8ea;--c2:#4a5f7a;--c3:#fb923c;"
    "--c4:#6ea8ea;--c5:#fb923c;--c6:#34d399;--c7:#c4a1ff;--c8:#e3c04b;--c9:#f783b5;"
    "--c11:#1c232d;--c12:#1f3148;--c13:#224a74;--c14:#2b68a6;--c15:#5294d6;--c16:#9ccbf7;"
    "--c21:#9aa7b8;--c22:#e6eaf0;--c23:#e6eaf0;--c24:#fff;--c25:#0c1116;--c26:#0c1116}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"
    "'Segoe UI',Roboto,'Noto Sans','PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans "
    "SC',sans-serif}\n"
    "main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 3rem}\n"
    "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem}\n"
    "h2{font-size:1.2rem;margin:2.5rem 0 .75rem;padding-top:.6rem;border-top:1px solid var(--rule)}\n"
    ".sub,.note,.remark{color:var(--soft)}\n"
    ".note{font-size:.85rem;margin:.6rem 0 0;max-width:48rem}\n"
    "ul.brief{margin:1.25rem 0;padding:0 0 0 1.1rem}\n"
    "ul.brief li{margin:.3rem 0}\n"
    "dl.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:.75rem;"
    "margin:1.25rem 0 0}\n"
    "dl.figures div{background:var(--card);border:1px solid var(--rule);border-radius:.5rem;"
    "padding:.65rem .75rem}\n"
    "dl.figures dt{color:var(--soft);font-size:.85rem}\n"
    "dl.figures dd{margin:.1rem 0 0;font-size:1.1rem;font-weight:600;"
    "font-variant-numeric:tabular-nums;overflow-wrap:anywhere}\n"
    "figure{margin:0 0 1rem}\n"
    "figure svg{display:block;width:100%;min-width:22rem;max-width:40rem;height:auto;color:var(--ink)}\n"
    "figure.large svg{max-width:var(--w);min-width:calc(var(--w)*.75)}\n"
    "figure svg text{font-family:inherit}\n"
    /* What is wider than the screen scrolls; a shadow at the edge says that there is more. */
    "figure,.wide{overflow-x:auto;background-color:var(--paper);background-repeat:no-repeat;"
    "background-image:linear-gradient(90deg,var(--paper) 40%,transparent),"
    "linear-gradient(270deg,var(--paper) 40%,transparent),linear-gradient(90deg,var(--shade),"
    "transparent),linear-gradient(270deg,var(--shade),transparent);background-position:0 0,100% 0,0 "
    "0,100% 0;background-size:2.5rem 100%,2.5rem 100%,.9rem 100%,.9rem 100%;background-attachment:"
    "local,local,scroll,scroll}\n"
    "table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums;"
    "width:100%}\n"
    "table.narrow{width:auto;min-width:min(100%,22rem)}\n"
    "th,td{padding:.35rem .75rem .35rem 0;text-align:left;border-bottom:1px solid var(--rule);"
    "white-space:nowrap}\n"
    "td.text{white-space:nowrap}\n"
    "td.long{white-space:normal;overflow-wrap:break-word;min-width:11rem;max-width:24rem}\n"
    "th{color:var(--soft);font-weight:600;vertical-align:bottom;white-space:normal;"
    "word-break:keep-all}\n"
    "th.n,td.n{text-align:right;padding:.35rem 0 .35rem .75rem}\n"
    "th.n+th:not(.n),td.n+td.text{padding-left:1rem}\n"
    "td[class*=\"n h\"]{padding-right:.75rem}th.heat{padding-right:.75rem}\n"
    "table.heat th.n,table.heat td.n{padding-right:.75rem}\n"
    "table.many th.n,table.many td.n{padding:.3rem .4rem}\n"
    "table.many th:first-child,table.many td:first-child{position:sticky;left:0;background:"
    "var(--paper)}\n"
    "td.h1{background:var(--c11);color:var(--c21)}td.h2{background:var(--c12);color:var(--c22)}"
    "td.h3{background:var(--c13);color:var(--c23)}td.h4{background:var(--c14);color:var(--c24)}"
    "td.h5{background:var(--c15);color:var(--c25)}td.h6{background:var(--c16);color:var(--c26)}\n"
    "@media (max-width:32rem){body{font-size:15px}main{padding:1.25rem .9rem 2rem}h1{font-size:"
    "1.5rem}}\n"
    "@media print{@page{size:A4;margin:14mm}body{font-size:10.5pt}main{max-width:none;padding:0}"
    "figure,tr,dl.figures{break-inside:avoid}h2{break-after:avoid;margin-top:1.3rem}"
    ".wide,figure{overflow:visible;background:none}table{font-size:9pt}table.many{font-size:6.5pt}"
    "table.many th.n,table.many td.n{padding:.15rem .1rem}"
    "figure svg{max-width:13cm;max-height:9cm;min-width:0}"
    "figure.large svg{max-width:100%;max-height:12cm;min-width:0}"
    "*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";

/* Text of the data, as text. */
static void put_escaped(struct str s, struct buf *out)
{
    for (size_t control; s.n > 0; s = str_slice(s, control > 0 ? control : 1, s.n)) {
        control = utf8_control(s);
        switch (s.p[0]) {
        case '<':
            buf_str(out, S("&lt;"));
            break;
        case '>':
            buf_str(out, S("&gt;"));
            break;
        case '&':
            buf_str(out, S("&amp;"));
            break;
        case '"':
            buf_str(out, S("&quot;"));
            break;
        default:
            buf_byte(out, control > 0 ? ' ' : s.p[0]);
        }
    }
}

static void put_element(const char *open, struct str text, const char *close, struct buf *out)
{
    buf_str(out, str_of(open));
    put_escaped(text, out);
    buf_str(out, str_of(close));
}

static void put_head(const struct doc *doc, struct buf *out)
{
    buf_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
               doc->language == WORDS_ZH ? "zh-CN" : "en");
    put_element("<title>", doc->title, "</title>\n", out);
    buf_str(out, S("<link rel=\"icon\" href=\"data:,\">\n<style>\n"));
    buf_str(out, str_of(style));
    buf_str(out, S("</style>\n</head>\n<body>\n<main>\n"));
    put_element("<h1>", doc->title, "</h1>\n", out);
    if (doc->subtitle.n > 0) {
        put_element("<p class=\"sub\">", doc->subtitle, "</p>\n", out);
    }
    if (doc->sentences > 0) {
        buf_str(out, S("<ul class=\"brief\">\n"));
        for (size_t i = 0; i < doc->sentences; i++) {
            put_element("<li>", doc->sentence[i], "</li>\n", out);
        }
        buf_str(out, S("</ul>\n"));
    }
    if (doc->figures > 0) {
        buf_str(out, S("<dl class=\"figures\">\n"));
        for (size_t i = 0; i < doc->figures; i++) {
            const struct doc_figure *f = &doc->figure[i];
            put_element("<div><dt>", str_of(words(doc->language, f->label)), "</dt>", out);
            put_element("<dd>", doc_shown(doc, &f->cell), "</dd></div>\n", out);
        }
        buf_str(out, S("</dl>\n"));
    }
    if (doc->remark.n > 0) {
        put_element("<p class=\"remark\">", doc->remark, "</p>\n", out);
    }
}

#define NARROW 2 /* columns of a table that does not fill the page */
#define MANY 10  /* with more, cells are set close, and the first column stays in sight */

/* Whether a column has a shaded cell. */
static bool is_shaded(const struct doc_table *table, size_t column)
{
    for (size_t row = 0; row < table->rows; row++) {
        if (table->cell[row * table->columns + column].heat > 0) {
            return true;
        }
    }
    return false;
}

static void put_table(const struct doc *doc, const struct doc_table *table, struct buf *out)
{
    bool *shaded = mem_new(table->columns, sizeof *shaded);
    bool heat = false;
    for (size_t i = 0; i < table->columns; i++) {
        shaded[i] = is_shaded(table, i);
        heat |= shaded[i];
    }
    buf_str(out, table->columns > MANY      ? S("<div class=\"wide\"><table class=\"many\">\n")
                 : heat                     ? S("<div class=\"wide\"><table class=\"heat\">\n")
                 : table->columns <= NARROW ? S("<div class=\"wide\"><table class=\"narrow\">\n")
                                            : S("<div class=\"wide\"><table>\n"));
    buf_str(out, S("<thead><tr>"));
    for (size_t i = 0; i < table->columns; i++) {
        const struct doc_column *column = &table->column[i];
        put_element(shaded[i]        ? "<th scope=\"col\" class=\"n heat\">"
                    : column->number ? "<th scope=\"col\" class=\"n\">"
                                     : "<th scope=\"col\">",
                    str_of(words(doc->language, column->label)), "</th>", out);
    }
    buf_str(out, S("</tr></thead>\n<tbody>\n"));
    for (size_t row = 0; row < table->rows; row++) {
        buf_str(out, S("<tr>"));
        for (size_t i = 0; i < table->columns; i++) {
            const struct doc_cell *cell = &table->cell[row * table->columns + i];
            char open[48];
            bool wide = cell->type == DOC_TEXT && utf8_width(cell->text) > 12;
            const char *kind = table->column[i].number ? "n" : wide ? "text long" : "text";
            if (cell->heat > 0 || (shaded[i] && cell->open)) {
                snprintf(open, sizeof open, "<td class=\"%s h%d\">", kind, cell->heat);
            } else {
                snprintf(open, sizeof open, "<td class=\"%s\">", kind);
            }
            put_element(open, doc_shown(doc, cell), "</td>", out);
        }
        buf_str(out, S("</tr>\n"));
    }
    free(shaded);
    buf_str(out, S("</tbody>\n</table></div>\n"));
}

#define USUAL 640 /* pixels; a chart that is wider takes more of the page */

static void put_section(const struct doc *doc, const struct doc_section *s, struct buf *out)
{
    put_element("<section>\n<h2>", s->title, "</h2>\n", out);
    if (s->chart.n > 0) {
        char close[48] = "\">\n";
        if (s->chart_width > USUAL) {
            snprintf(close, sizeof close, "\" class=\"large\" style=\"--w:%dpx\">\n", s->chart_width);
        }
        put_element("<figure role=\"img\" aria-label=\"", s->chart_text, close, out);
        buf_str(out, s->chart);
        buf_str(out, S("\n</figure>\n"));
    }
    put_table(doc, &s->table, out);
    if (s->note.n > 0) {
        put_element("<p class=\"note\">", s->note, "</p>\n", out);
    }
    buf_str(out, S("</section>\n"));
}

void page_write(const struct doc *doc, struct sink *sink)
{
    struct buf out;
    buf_init(&out, BUF_UNBOUNDED);
    put_head(doc, &out);
    for (size_t i = 0; i < doc->sections; i++) {
        put_section(doc, &doc->section[i], &out);
    }
    buf_str(&out, S("</main>\n</body>\n</html>\n"));
    sink_write(sink, out.p, out.n);
    buf_free(&out);
}
