#include "base/base.h"

#include "base/buf.h"
#include "base/say.h"
#include "io/foreign.h"

#define OFFICE "save it as CSV UTF-8, or run: libreoffice --headless --convert-to csv FILE"
#define TO_PROGRAM " | PROGRAM"

struct format {
    struct str bytes; /* what the file holds at `at` */
    size_t at;
    const char *what;
    const char *how; /* FILE and PROGRAM are replaced */
};

/* Sources: the formats' own specifications; ZIP entries are told apart below. */
static const struct format formats[] = {
    {S("PK\5\6"), 0, "an empty ZIP archive", "there is nothing to read in it"},
    {S("(\xB5/\xFD"), 0, "compressed with zstd", "run: zstd -dc FILE" TO_PROGRAM},
    {S("\xFD\x37zXZ\0"), 0, "compressed with xz", "run: xz -dc FILE" TO_PROGRAM},
    {S("\x04\x22\x4D\x18"), 0, "compressed with lz4", "run: lz4 -dc FILE" TO_PROGRAM},
    {S("\x1F\x9D"), 0, "compressed with compress (.Z)", "run: gzip -dc FILE" TO_PROGRAM},
    {S("7z\xBC\xAF\x27\x1C"), 0, "a 7-Zip archive", "run: 7z x -so FILE" TO_PROGRAM},
    {S("Rar!\x1A\x07"), 0, "a RAR archive", "run: unrar p -inul FILE" TO_PROGRAM},
    {S("ustar\0"), 257, "a tar archive", "run: tar -xOf FILE" TO_PROGRAM},
    {S("ustar  \0"), 257, "a tar archive", "run: tar -xOf FILE" TO_PROGRAM},
    {S("PAR1\x15"), 0, "a Parquet file",
     "run: duckdb -csv -c \"FROM read_parquet('/dev/stdin')\" < FILE" TO_PROGRAM},
    {S("Obj\x01"), 0, "an Avro file", "run: avro-tools tojson FILE" TO_PROGRAM},
    {S("ARROW1\0\0"), 0, "an Arrow file (Feather)", "write it as CSV where it was made"},
    {S("SQLite format 3\0"), 0, "an SQLite database",
     "run: sqlite3 -csv -header FILE 'SELECT * FROM TABLE'" TO_PROGRAM},
    {S("%PDF-"), 0, "a PDF document", "ask for the CSV export behind it"},
};

/* What a ZIP archive is, by the names of its entries. */
static const struct format archives[] = {
    {S("xl/"), 0, "an Excel workbook (.xlsx)", OFFICE},
    {S("word/"), 0, "a Word document (.docx)",
     "copy its table into a sheet and save it as CSV UTF-8"},
    {S("[Content_Types].xml"), 0, "an Office document (.xlsx or the like)", OFFICE},
    {S("Index/"), 0, "a Numbers spreadsheet", "export it as CSV with encoding Unicode (UTF-8)"},
};

static const struct format open_document = {
    S("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), 30,
    "an OpenDocument spreadsheet (.ods)", OFFICE};
static const struct format bzip2 = {
    {NULL, 0}, 0, "compressed with bzip2", "run: bzip2 -dc FILE" TO_PROGRAM};
static const struct format plain_zip = {{NULL, 0}, 0, "a ZIP archive",
                                        "run: unzip -p FILE" TO_PROGRAM};
static const struct format old_excel = {{NULL, 0}, 0, "an Excel workbook (.xls)", OFFICE};
static const struct format locked_excel = {
    {NULL, 0}, 0, "a workbook with a password",
    "open it, remove the password, and save it as CSV UTF-8"};
static const struct format html = {{NULL, 0}, 0, "an HTML page, whatever its name says",
                                   "open it in a spreadsheet and save it as CSV UTF-8"};
static const struct format xml_workbook = {{NULL, 0}, 0, "an Excel workbook in XML", OFFICE};
static const struct format xml = {{NULL, 0}, 0, "an XML file", "ask for a CSV export"};
static const struct format json_array = {{NULL, 0}, 0, "a JSON array, not JSON Lines",
                                         "run: jq -c '.[]' FILE" TO_PROGRAM};

static bool holds(struct str head, const struct format *format)
{
    return format->at < head.n &&
           str_starts(str_slice(head, format->at, head.n), format->bytes);
}

/* Every entry begins with a local header: PK 3 4, and the name from byte 30 on (APPNOTE 4.3.7). */
static bool has_entry(struct str head, struct str name)
{
    while (head.n > 30) {
        if (str_starts(str_slice(head, 30, head.n), name)) {
            return true;
        }
        struct str rest = str_slice(head, 4, head.n);
        head = str_slice(rest, str_find(rest, S("PK\3\4")), rest.n);
    }
    return false;
}

static const struct format *zip_format(struct str head)
{
    if (holds(head, &open_document)) {
        return &open_document;
    }
    for (size_t i = 0; i < COUNT_OF(archives); i++) {
        if (has_entry(head, archives[i].bytes)) {
            return &archives[i];
        }
    }
    return &plain_zip;
}

static bool starts_nocase(struct str s, struct str prefix)
{
    return s.n >= prefix.n && str_eq_nocase(str_slice(s, 0, prefix.n), prefix);
}

/* `text` begins with `<`. CSV may begin so too ("<none>,..."), hence the known first tags only. */
static const struct format *markup_format(struct str text)
{
    static const struct str tags[] = {S("<html"), S("<!doctype html"), S("<head"), S("<body"),
                                      S("<table"), S("<meta"), S("<style"), S("<script")};
    for (size_t i = 0; i < COUNT_OF(tags); i++) {
        if (starts_nocase(text, tags[i])) {
            return &html;
        }
    }
    struct str start = str_slice(text, 0, 1024);
    if (starts_nocase(text, S("<?xml")) || starts_nocase(text, S("<workbook"))) {
        bool excel = str_find(start, S("Excel.Sheet")) < start.n ||
                     str_find(start, S("<Workbook")) < start.n;
        bool page = str_find(start, S("<html")) < start.n;
        return excel ? &xml_workbook : page ? &html : &xml;
    }
    return NULL;
}

/* Marks are skipped and blanks too: generated pages often begin with empty lines. */
static const struct format *text_format(struct str head)
{
    if (str_starts(head, S("\xEF\xBB\xBF"))) {
        head = str_slice(head, 3, head.n);
    }
    struct str text = str_trim(head);
    if (str_starts(text, S("<"))) {
        return markup_format(text);
    }
    if (str_starts(text, S("["))) {
        struct str inner = str_trim(str_slice(text, 1, text.n));
        if (str_starts(inner, S("{")) || str_starts(inner, S("[")) || str_eq(inner, S("]"))) {
            return &json_array;
        }
    }
    return NULL;
}

static const struct format *find_format(struct str head)
{
    if (str_starts(head, S("PK\3\4"))) {
        return zip_format(head);
    }
    if (str_starts(head, S("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))) {
        /* A compound file names its streams in UTF-16; a password wraps even an .xlsx in one. */
        struct str locked = S("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
        return str_find(head, locked) < head.n ? &locked_excel : &old_excel;
    }
    /* "BZh9" may head a column; the block's magic behind it, or the end's, may not. */
    struct str block = str_slice(head, 4, head.n);
    if (str_starts(head, S("BZh")) &&
        (str_starts(block, S("1AY&SY")) || str_starts(block, S("\x17rE8P\x90")))) {
        return &bzip2;
    }
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        if (holds(head, &formats[i])) {
            return &formats[i];
        }
    }
    return text_format(head);
}

/* The name as one word of a shell command. */
static void put_word(struct buf *out, const char *name)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "._-/+,:@%=";
    if (strcmp(name, "stdin") == 0) {
        buf_str(out, S("FILE"));
    } else if (*name != '\0' && name[strspn(name, plain)] == '\0') {
        buf_str(out, str_of(name));
    } else {
        buf_byte(out, '\'');
        for (const char *c = name; *c; c++) {
            if (*c == '\'') {
                buf_str(out, S("'\\''"));
            } else {
                buf_byte(out, *c);
            }
        }
        buf_byte(out, '\'');
    }
}

bool foreign_recognise(struct str head, const char *name, char text[FOREIGN_ROOM])
{
    const struct format *format = find_format(head);
    if (!format) {
        return false;
    }
    struct buf out;
    buf_init(&out, BUF_UNBOUNDED);
    buf_printf(&out, "is %s: ", format->what);
    for (const char *how = format->how; *how; how++) {
        struct str rest = str_of(how);
        if (str_starts(rest, S("FILE"))) {
            put_word(&out, name);
            how += 3;
        } else if (str_starts(rest, S("PROGRAM"))) {
            buf_str(&out, str_of(say_program_name()));
            how += 6;
        } else {
            buf_byte(&out, *how);
        }
    }
    snprintf(text, FOREIGN_ROOM, "%.*s", STRF(buf_view(&out)));
    buf_free(&out);
    return true;
}
