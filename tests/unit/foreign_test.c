#include "unit.h"

#include "base/buf.h"
#include "base/say.h"
#include "io/foreign.h"

static void is(struct str head, const char *name, const char *want)
{
    char text[FOREIGN_ROOM] = "untouched";
    CHECK_INT(foreign_recognise(head, name, text), want != NULL);
    CHECK_STR(str_of(text), str_of(want ? want : "untouched"));
}

static void starts(struct str head, const char *want)
{
    char text[FOREIGN_ROOM] = "";
    CHECK(foreign_recognise(head, "f", text));
    CHECK_STR(str_slice(str_of(text), 0, strlen(want)), str_of(want));
}

/* A local header of a ZIP entry: 30 bytes, name, data (APPNOTE 4.3.7). */
static void put_entry(struct buf *b, struct str name, struct str data)
{
    char header[30] = "PK\3\4\x14";
    header[26] = (char)name.n;
    header[18] = header[22] = (char)data.n;
    buf_bytes(b, header, sizeof header);
    buf_str(b, name);
    buf_str(b, data);
}

static void zips(void)
{
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    put_entry(&b, S("[Content_Types].xml"), S("....xl/...."));
    starts(buf_view(&b), "is an Office document (.xlsx or the like): save it as CSV UTF-8");
    put_entry(&b, S("_rels/.rels"), S("...."));
    put_entry(&b, S("xl/workbook.xml"), S("...."));
    is(buf_view(&b), "orders.xlsx",
       "is an Excel workbook (.xlsx): save it as CSV UTF-8, or run: libreoffice --headless "
       "--convert-to csv orders.xlsx");
    buf_clear(&b);
    put_entry(&b, S("[Content_Types].xml"), S("...."));
    put_entry(&b, S("word/document.xml"), S("...."));
    starts(buf_view(&b), "is a Word document (.docx): ");
    buf_clear(&b);
    put_entry(&b, S("mimetype"), S("application/vnd.oasis.opendocument.spreadsheet"));
    starts(buf_view(&b), "is an OpenDocument spreadsheet (.ods): save it as CSV UTF-8");
    buf_clear(&b);
    put_entry(&b, S("orders.csv"), S("id\n1\n"));
    is(buf_view(&b), "orders.zip", "is a ZIP archive: run: unzip -p orders.zip | crm-import");
    is(str_slice(buf_view(&b), 0, 4), "orders.zip",
       "is a ZIP archive: run: unzip -p orders.zip | crm-import");
    starts(S("PK\5\6\0\0\0\0\0\0\0\0"), "is an empty ZIP archive: ");
    buf_free(&b);
}

static void binaries(void)
{
    is(S("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0"), "a b.xls",
       "is an Excel workbook (.xls): save it as CSV UTF-8, or run: libreoffice --headless "
       "--convert-to csv 'a b.xls'");
    starts(S("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"
             "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0\0"),
           "is a workbook with a password: ");
    is(S("\x28\xB5\x2F\xFD\x04"), "o.csv.zst",
       "is compressed with zstd: run: zstd -dc o.csv.zst | crm-import");
    starts(S("\xFD\x37\x7A\x58\x5A\x00\x00"), "is compressed with xz: run: xz -dc f | ");
    starts(S("\x04\x22\x4D\x18\x64"), "is compressed with lz4: run: lz4 -dc f | ");
    starts(S("\x1F\x9D\x90"), "is compressed with compress (.Z): run: gzip -dc f | ");
    starts(S("BZh9\x31\x41\x59\x26\x53\x59\xAA"), "is compressed with bzip2: run: bzip2 -dc f | ");
    starts(S("BZh9\x17\x72\x45\x38\x50\x90\0\0\0\0"), "is compressed with bzip2: ");
    starts(S("7z\xBC\xAF\x27\x1C\0"), "is a 7-Zip archive: ");
    starts(S("Rar!\x1A\x07\x01\0"), "is a RAR archive: ");
    is(S("PAR1\x15\x04"), "o.parquet",
       "is a Parquet file: run: duckdb -csv -c \"FROM read_parquet('/dev/stdin')\" < o.parquet | "
       "crm-import");
    starts(S("Obj\x01\x04"), "is an Avro file: ");
    starts(S("ARROW1\0\0"), "is an Arrow file");
    is(S("SQLite format 3\0\x10\0"), "s.db",
       "is an SQLite database: run: sqlite3 -csv -header s.db 'SELECT * FROM TABLE' | crm-import");
    starts(S("%PDF-1.7\n"), "is a PDF document: ");
    char tar[512] = "orders.csv";
    memcpy(tar + 257, "ustar\00000", 8); /* POSIX */
    starts((struct str){tar, sizeof tar}, "is a tar archive: ");
    memcpy(tar + 257, "ustar  ", 8); /* GNU */
    starts((struct str){tar, sizeof tar}, "is a tar archive: ");
}

static void texts(void)
{
    is(S("  \r\n<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"), "o.xls",
       "is an HTML page, whatever its name says: open it in a spreadsheet and save it as "
       "CSV UTF-8");
    starts(S("<!DOCTYPE html>"), "is an HTML page");
    starts(S("\xEF\xBB\xBF<table><tr>"), "is an HTML page");
    starts(S("<meta charset=gb2312>"), "is an HTML page");
    starts(S("<?xml version=\"1.0\"?>\n<html>"), "is an HTML page");
    starts(S("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>"),
           "is an Excel workbook in XML: ");
    starts(S("<?xml version=\"1.0\"?>\n<orders>"), "is an XML file: ");
    is(S("[{\"id\":1},"), "o.json", "is a JSON array, not JSON Lines: run: jq -c '.[]' o.json | "
                                    "crm-import");
    is(S(" [\n  {\"id\":1}"), "stdin", "is a JSON array, not JSON Lines: run: jq -c '.[]' FILE | "
                                       "crm-import");
    starts(S("[[1,2],[3,4]]"), "is a JSON array");
    starts(S("[]\n"), "is a JSON array");
}

static void ours(void)
{
    is(S(""), "f", NULL);
    is(S("id,name\n"), "f", NULL);
    is(S("{\"id\":1}\n"), "f", NULL);
    is(S("[id],[name]\n1,a\n"), "f", NULL);
    is(S("[\"id\"],x\n"), "f", NULL);
    is(S("<none>,a\n"), "f", NULL);
    is(S("PAR1,PAR2\n"), "f", NULL);
    is(S("BZh9,b\n"), "f", NULL);
    is(S("PK,name\n"), "f", NULL);
    is(S("Objects,n\n"), "f", NULL);
    is(S("7zip,b\n"), "f", NULL);
    is(S("\x1f\x8b\x08"), "f", NULL); /* gzip is read */
    is(S("\xff\xfei\0d\0"), "f", NULL); /* UTF-16 is read */
    is(S("P"), "f", NULL);
}

static void names(void)
{
    is(S("7z\xBC\xAF\x27\x1C"), "it's $(x).7z",
       "is a 7-Zip archive: run: 7z x -so 'it'\\''s $(x).7z' | crm-import");
    /* Too long a name is cut, not overrun. */
    char name[2000];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    char text[FOREIGN_ROOM];
    CHECK(foreign_recognise(S("7z\xBC\xAF\x27\x1C"), name, text));
    CHECK_INT(strlen(text), FOREIGN_ROOM - 1);
}

int main(void)
{
    say_program("crm-import");
    zips();
    binaries();
    texts();
    ours();
    names();
    return unit_end();
}
