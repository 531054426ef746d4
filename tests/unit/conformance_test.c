/*
 * The reader against public test suites, where they are present: $CRM_DATA, or ../shared/data.
 *
 *     conformance_test             all checks
 *     conformance_test KIND ...    paths of the files of these kinds, one a line, for the commands
 *
 * csv_conformance: each file of the kind `exact` has its records beside it. Strict reading gives
 * them, or refuses the file for a bare CR (then lenient reading gives them) or for a NUL byte. The
 * files of the other kinds (robust, invalid, target) neither crash nor hang the reader.
 * json_conformance: JSONTestSuite, y_ to be accepted, n_ to be refused, i_ either.
 */
#include "child.h"
#include "unit.h"

#include "format/jsonl.h"
#include "records.h"

#include <dirent.h>
#include <jansson.h>

enum { EQUAL = 20, DIFFERENT = 21, BROKEN = 22 };

static char data[4096];

static char *path_of(struct arena *arena, const char *folder, const char *name)
{
    struct str path = arena_printf(arena, "%s/%s/%s", data, folder, name);
    return arena_cstr(arena, path);
}

static bool whole_file(struct arena *arena, const char *path, struct str *text)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        return false;
    }
    struct buf all;
    buf_init(&all, BUF_UNBOUNDED);
    size_t n = 1;
    while (n > 0) {
        n = fread(buf_reserve(&all, 65536), 1, 65536, file);
        all.n += n;
    }
    CHECK(!ferror(file));
    fclose(file);
    *text = arena_str(arena, buf_view(&all));
    buf_free(&all);
    return true;
}

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

static bool same_record(const json_t *want, const struct records_row *got)
{
    if (json_array_size(want) != got->count) {
        return false;
    }
    for (size_t i = 0; i < got->count; i++) {
        const json_t *cell = json_array_get(want, i);
        struct str text = {json_string_value(cell), json_string_length(cell)};
        if (!str_eq(text, got->cell[i])) {
            return false;
        }
    }
    return true;
}

/* The first expected record is the header, by the rules for names that are empty or stand twice. */
static bool same_header(const json_t *want, const struct records *got)
{
    struct header header = {0};
    for (size_t i = 0; i < json_array_size(want); i++) {
        const json_t *cell = json_array_get(want, i);
        header_add(&header, (struct str){json_string_value(cell), json_string_length(cell)});
    }
    bool same = header.count == got->columns;
    for (size_t i = 0; same && i < header.count; i++) {
        same = str_eq(header.name[i], got->name[i]);
    }
    header_free(&header);
    return same;
}

/* Records as they stand, ragged ones too; wholly empty lines are left out of what is expected. */
static bool same_records(const json_t *want, const struct records *got)
{
    if (!same_header(json_array_get(want, 0), got)) {
        return false;
    }
    size_t next = 1;
    for (size_t i = 0; i < got->count; i++) {
        if (got->row[i].raw.n == 0) {
            continue;
        }
        if (!same_record(json_array_get(want, next++), &got->row[i])) {
            return false;
        }
    }
    return next == json_array_size(want);
}

struct file {
    const char *path;
    const json_t *records; /* NULL where nobody says what they are */
    struct reader_options options;
};

static const size_t block_sizes[] = {0, 64, 127};

static int verdict(const struct file *file, size_t block_size, struct str *reason)
{
    struct source_options none = {0};
    struct reader_options options = file->options;
    options.block_size = block_size;
    struct records *got = records_read(source_open(file->path, &none), &options);
    *reason = got->broken.p ? got->broken : got->failure;
    if (reason->p) {
        return BROKEN;
    }
    return !file->records || same_records(file->records, got) ? EQUAL : DIFFERENT;
}

/* In a child, for broken headers end the process: says what came out as an exit status, and why on
 * stdout. Every size of block must give the same. */
static void read_file(void *context)
{
    const struct file *file = context;
    struct str reason;
    struct str again;
    alarm(5);
    int found = verdict(file, 0, &reason);
    for (size_t i = 1; i < COUNT_OF(block_sizes); i++) {
        if (verdict(file, block_sizes[i], &again) != found || !str_eq(reason, again)) {
            printf("otherwise with blocks of %zu", block_sizes[i]);
            exit(DIFFERENT);
        }
    }
    printf("%.*s", STRF(reason));
    exit(found);
}

struct tally {
    unsigned strict, lenient, nul;
};

static bool mentions(const struct child *child, const char *words)
{
    return strstr(child->out, words) || strstr(child->err, words);
}

static void try_exact(const char *id, struct file *file, struct tally *tally)
{
    struct child child = child_run(read_file, file);
    if (mentions(&child, "a carriage return without line feed")) {
        file->options.lenient = true;
        child = child_run(read_file, file);
        tally->lenient++;
    } else if (mentions(&child, "a NUL byte")) {
        tally->nul++;
        CHECK(child.status == BROKEN || child.status == STATUS_DATA);
        return;
    } else {
        tally->strict++;
    }
    if (!CHECK(child.status == EQUAL)) {
        printf("    %s: %d %s%s\n", id, child.status, child.out, child.err);
    }
}

static void check_exact(const json_t *entry, struct tally *tally)
{
    struct arena arena = {0};
    struct file file = {
        .path = path_of(&arena, "csv_conformance", text_of(entry, "file")),
        .options = {.format = READER_CSV,
                    .limits = LIMITS_DEFAULT,
                    .delimiter = text_of(entry, "delimiter_for_peers")[0]},
    };
    const char *expected = path_of(&arena, "csv_conformance", text_of(entry, "expected"));
    json_t *records = json_load_file(expected, JSON_ALLOW_NUL, NULL);
    file.records = records;
    if (CHECK(records != NULL)) {
        try_exact(text_of(entry, "id"), &file, tally);
    }
    json_decref(records);
    arena_free(&arena);
}

/* Whatever the reader makes of the file, it comes to an end, and says so. */
static void check_robust(const json_t *entry)
{
    struct arena arena = {0};
    struct file file = {
        .path = path_of(&arena, "csv_conformance", text_of(entry, "file")),
        .options = {.limits = LIMITS_DEFAULT},
    };
    for (int lenient = 0; lenient <= 1; lenient++) {
        file.options.lenient = lenient;
        struct child child = child_run(read_file, &file);
        bool refused = child.status >= STATUS_DATA && child.status <= STATUS_SYSTEM && *child.err;
        if (!CHECK(child.status == EQUAL || (child.status == BROKEN && *child.out) || refused)) {
            printf("    %s: %d %s%s\n", file.path, child.status, child.out, child.err);
        }
    }
    arena_free(&arena);
}

/* Calls `take` for each line of the manifest; false where there is none. The manifest is closed
 * before: a child that exits moves the offset of a file that it shares. */
static bool each_entry(void (*take)(const json_t *entry, void *context), void *context)
{
    struct arena arena = {0};
    struct str lines;
    bool there = whole_file(&arena, path_of(&arena, "csv_conformance", "manifest.jsonl"), &lines);
    while (there && lines.n > 0) {
        struct str line = str_cut(&lines, '\n');
        json_t *entry = json_loadb(line.p, line.n, 0, NULL);
        CHECK(entry != NULL);
        take(entry, context);
        json_decref(entry);
    }
    arena_free(&arena);
    return there;
}

static void take_entry(const json_t *entry, void *tally)
{
    if (strcmp(text_of(entry, "kind"), "exact") == 0) {
        check_exact(entry, tally);
    } else {
        check_robust(entry);
    }
}

static void test_csv(void)
{
    struct tally tally = {0};
    if (!each_entry(take_entry, &tally)) {
        printf("skipped: no data\n");
        return;
    }
    CHECK_INT(tally.strict, 334);
    CHECK_INT(tally.lenient, 2);
    CHECK_INT(tally.nul, 9);
}

struct kinds {
    char **word;
    int count;
};

static void print_of_kind(const json_t *entry, void *context)
{
    const struct kinds *kinds = context;
    for (int i = 0; i < kinds->count; i++) {
        if (strcmp(text_of(entry, "kind"), kinds->word[i]) == 0) {
            printf("%s/csv_conformance/%s\n", data, text_of(entry, "file"));
        }
    }
}

/* Valid JSON that we refuse, and why. */
static const char *const exceptions[] = {
    "y_object_duplicated_key.json", /* one of two values would be lost */
    "y_object_duplicated_key_and_value.json",
    "y_object_escaped_null_in_key.json", /* NUL never passes, escaped or not */
};

static bool is_exception(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(exceptions); i++) {
        if (strcmp(name, exceptions[i]) == 0) {
            return true;
        }
    }
    return false;
}

static void check_json(const char *name)
{
    struct arena arena = {0};
    struct str text = {NULL, 0};
    CHECK(whole_file(&arena, path_of(&arena, "json_conformance/files", name), &text));
    struct str line = str_ends(text, S("\n")) ? str_slice(text, 0, text.n - 1) : text;
    bool one_object = str_find(line, S("\n")) == line.n && str_starts(str_trim(line), S("{"));
    struct jsonl_object object;
    const char *at = NULL;
    const char *reason = jsonl_parse(&arena, line, 64, &object, &at);
    bool refuse = name[0] == 'n' || is_exception(name);
    bool right = name[0] == 'i' || (refuse ? reason != NULL : !one_object || reason == NULL);
    if (!CHECK(right)) {
        printf("    %s: %s\n", name, reason ? reason : "accepted");
    }
    CHECK(!reason || (at >= line.p && at <= line.p + line.n));
    arena_free(&arena);
}

static void test_json(void)
{
    struct arena arena = {0};
    DIR *folder = opendir(path_of(&arena, "json_conformance", "files"));
    arena_free(&arena);
    if (!folder) {
        printf("skipped: no data\n");
        return;
    }
    unsigned files = 0;
    struct dirent *entry;
    while ((entry = readdir(folder))) {
        if (strchr("yni", entry->d_name[0]) && entry->d_name[1] == '_') {
            check_json(entry->d_name);
            files++;
        }
    }
    closedir(folder);
    CHECK(files > 100);
}

int main(int argc, char **argv)
{
    const char *named = getenv("CRM_DATA");
    snprintf(data, sizeof data, "%s", named && *named ? named : "../shared/data");
    if (argc > 1) {
        struct kinds kinds = {argv + 1, argc - 1};
        each_entry(print_of_kind, &kinds);
        return 0;
    }
    test_csv();
    test_json();
    return unit_end();
}
