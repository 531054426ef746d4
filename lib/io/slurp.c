#include "base/base.h"

#include "base/buf.h"
#include "base/die.h"
#include "io/slurp.h"
#include "io/source.h"

#define STEP ((size_t)64 << 10)

struct str slurp_file(struct arena *arena, const char *path, size_t most)
{
    struct source *source = source_open(path, &(struct source_options){.document = true});
    struct buf bytes;
    buf_init(&bytes, most + STEP);
    size_t n;
    do {
        char *at = buf_reserve(&bytes, STEP);
        n = at ? source_read(source, at, STEP) : 0;
        bytes.n += n;
        if (bytes.n > most) {
            die(STATUS_DATA, "%s: longer than %zu bytes", path, most);
        }
    } while (n > 0);
    if (source_error(source)) {
        die(source_error_status(source), "%s: %s", path, source_error(source));
    }
    struct str text = arena_str(arena, buf_view(&bytes));
    buf_free(&bytes);
    source_close(source);
    return text;
}
