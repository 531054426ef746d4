/* crm-import --report: what is in each column of the output. */
#include "base/base.h"

#include "crm-import/import.h"

/* Position of an output column in the clean row; -1: question and answer. */
static ptrdiff_t source_of(const struct import *import, size_t column)
{
    return import->melt ? melt_source(import->melt, column) : (ptrdiff_t)column;
}

static enum schema_type type_of(const struct import *import, size_t column)
{
    ptrdiff_t source = source_of(import, column);
    return source < 0 ? SCHEMA_TEXT : clean_type(import->clean, (size_t)source);
}

static bool to_stderr(void *context, const char *p, size_t n)
{
    (void)context;
    return fwrite(p, 1, n, stderr) == n;
}

struct sink *import_report_open(struct import *import, const char *path)
{
    if (!path) {
        return NULL;
    }
    import->profile = profile_new(import->out_columns);
    return *path ? cli_side_output(import->cli, path) : sink_to(to_stderr, NULL);
}

void import_report_row(struct import *import, const struct str *cells)
{
    for (size_t i = 0; import->profile && i < import->out_columns; i++) {
        profile_cell(import->profile, i, type_of(import, i), cells[i]);
    }
}

static enum encode_kind report_kind(const char *path)
{
    struct options named = {.output = path};
    return *path ? options_output(&named, false) : ENCODE_TABLE;
}

void import_report_write(struct import *import, struct sink *sink, const char *path)
{
    struct encode_format format = {report_kind(path), false, profile_columns, PROFILE_COLUMNS};
    struct writer *writer = writer_new(sink, &format);
    struct arena arena = {0};
    struct buf row;
    buf_init(&row, BUF_UNBOUNDED);
    for (size_t i = 0; i < import->out_columns; i++) {
        struct str cells[PROFILE_COLUMNS];
        ptrdiff_t at = source_of(import, i);
        struct str source = at < 0 ? S("") : clean_source(import->clean, (size_t)at);
        profile_report(import->profile, i, import->out[i].name, type_of(import, i),
                       source.n ? flow_rejected_for(&import->cli->run, source) : 0, &arena, cells);
        encode_row(&format, cells, &row);
    }
    writer_put(writer, buf_view(&row));
    writer_end(writer);
    buf_free(&row);
    arena_free(&arena);
    profile_free(import->profile);
}
