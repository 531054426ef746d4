#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "io/charset.h"
#include "value/utf8.h"

#include <iconv.h>

#define CHUNK ((size_t)64 << 10)
/* Into less room than this nothing is converted directly: a character must fit, whatever it is. */
#define SMALL 64

#define BIG_ENDIAN_UTF16 "UTF-16BE"
#define LITTLE_ENDIAN_UTF16 "UTF-16LE"

struct charset {
    struct source_stage stage; /* first, so that a stage is cast to its charset */
    struct source_stage *below;
    size_t (*convert)(struct charset *charset, char *p, size_t room); /* room >= SMALL */
    char *encoding;
    uint64_t offset; /* in the stream below, of the next byte to be converted */
    uint64_t line;   /* of the next character that is handed out, from 1 */
    bool ended;
    char small[SMALL]; /* converted, waiting for a reader with little room */
    size_t small_at, small_n;
    iconv_t iconv; /* (iconv_t)-1 where UTF-8 is validated only */
    char *input;   /* bytes read but not converted: iconv's, or a character cut off by a read */
    size_t input_at, input_n;
    bool input_ended;
    char message[240];
};

static bool is_utf8(const struct charset *charset)
{
    return charset->iconv == (iconv_t)-1;
}

/* `byte` stands at charset->offset; the characters before it have been counted. */
static void fail(struct charset *charset, char byte, bool cut_off)
{
    snprintf(charset->message, sizeof charset->message,
             "byte 0x%02X at offset %" PRIu64 " (line %" PRIu64 ") %s %s; %s",
             (unsigned)(unsigned char)byte, charset->offset, charset->line,
             cut_off ? "begins a character that the end of the file cuts off, in"
                     : "is not valid",
             charset->encoding,
             cut_off              ? "the file is incomplete"
             : is_utf8(charset) ? "if the file is in another encoding, name it with --encoding"
                                  : "name the right encoding with --encoding");
    charset->stage.error = charset->message;
    charset->stage.status = STATUS_DATA;
    charset->ended = true;
}

/* The stream below has ended: by its own error, inside a character, or as it should. */
static void end(struct charset *charset)
{
    charset->ended = true;
    if (charset->below->error) {
        charset->stage.error = charset->below->error;
        charset->stage.status = charset->below->status;
    } else if (charset->input_n > charset->input_at) {
        fail(charset, charset->input[charset->input_at], true);
    }
}

/* Validates in the reader's own memory; only a character cut off by a read waits in `input`. */
static size_t validate(struct charset *charset, char *p, size_t room)
{
    size_t body = 0;
    while (body == 0 && !charset->ended) {
        size_t kept = charset->input_n;
        memcpy(p, charset->input, kept);
        size_t n = charset->below->read(charset->below, p + kept, room - kept);
        if (n == 0) {
            end(charset);
            break;
        }
        struct str text = {p, kept + n};
        charset->input_n = utf8_cut_off(text);
        body = text.n - charset->input_n;
        memcpy(charset->input, p + body, charset->input_n);
        size_t good = utf8_invalid((struct str){p, body});
        charset->offset += good;
        charset->line += str_count((struct str){p, good}, '\n');
        if (good < body) {
            fail(charset, p[good], false);
            body = good;
        }
    }
    return body;
}

static void refill(struct charset *charset)
{
    size_t rest = charset->input_n - charset->input_at;
    memmove(charset->input, charset->input + charset->input_at, rest);
    charset->input_at = 0;
    size_t n = charset->below->read(charset->below, charset->input + rest, CHUNK - rest);
    charset->input_n = rest + n;
    charset->input_ended = n == 0;
}

/* One call of iconv on what has been read; at the end of the input, on nothing, which makes the
 * encodings that hold a character back (Big5-HKSCS) give it. Returns the bytes it gave. */
static size_t convert_some(struct charset *charset, char *p, size_t room, int *problem)
{
    char *in = charset->input + charset->input_at;
    size_t left = charset->input_n - charset->input_at;
    char *out = p;
    size_t space = room;
    bool finish = charset->input_ended && left == 0;
    size_t result = iconv(charset->iconv, finish ? NULL : &in, &left, &out, &space);
    *problem = result == (size_t)-1 ? errno : 0;
    if (!finish) {
        size_t used = charset->input_n - charset->input_at - left;
        charset->input_at += used;
        charset->offset += used;
    }
    size_t produced = room - space;
    charset->line += str_count((struct str){p, produced}, '\n');
    return produced;
}

static bool nothing_left(const struct charset *charset)
{
    return charset->input_at == charset->input_n;
}

static size_t convert(struct charset *charset, char *p, size_t room)
{
    size_t produced = 0;
    while (produced == 0 && !charset->ended) {
        if (nothing_left(charset) && !charset->input_ended) {
            refill(charset);
        }
        int problem;
        produced = convert_some(charset, p, room, &problem);
        if (problem == EILSEQ) {
            fail(charset, charset->input[charset->input_at], false);
        } else if (problem == EINVAL && !charset->input_ended) {
            refill(charset); /* a character goes on in the next read */
        } else if (problem == EINVAL) {
            end(charset);
        } else if (produced == 0 && charset->input_ended && nothing_left(charset)) {
            end(charset);
        }
    }
    return produced;
}

static size_t read_charset(struct source_stage *stage, char *p, size_t room)
{
    struct charset *charset = (struct charset *)stage;
    if (room >= SMALL && charset->small_at == charset->small_n) {
        return charset->convert(charset, p, room);
    }
    if (charset->small_at == charset->small_n) {
        charset->small_at = 0;
        charset->small_n = charset->convert(charset, charset->small, SMALL);
    }
    size_t n = charset->small_n - charset->small_at;
    if (n > room) {
        n = room;
    }
    memcpy(p, charset->small + charset->small_at, n);
    charset->small_at += n;
    return n;
}

static void close_charset(struct source_stage *stage)
{
    struct charset *charset = (struct charset *)stage;
    charset->below->close(charset->below);
    if (!is_utf8(charset)) {
        iconv_close(charset->iconv);
    }
    free(charset->input);
    free(charset->encoding);
    free(charset);
}

/* A name as iconv_open takes it, without its suffixes ("//IGNORE" would drop bytes in silence) and
 * without the empty name, which means the locale's encoding. */
static iconv_t open_iconv(const char *encoding)
{
    if (*encoding == '\0' || strchr(encoding, '/')) {
        errno = EINVAL;
        return (iconv_t)-1;
    }
    return iconv_open("UTF-8", encoding);
}

bool charset_known(const char *encoding)
{
    iconv_t handle = open_iconv(encoding);
    if (handle == (iconv_t)-1) {
        return false;
    }
    iconv_close(handle);
    return true;
}

struct source_stage *charset_stage(struct source_stage *below, const char *encoding,
                                   uint64_t offset)
{
    struct charset *charset = mem_new(1, sizeof *charset);
    charset->stage = (struct source_stage){.read = read_charset, .close = close_charset};
    charset->below = below;
    charset->offset = offset;
    charset->line = 1;
    size_t length = strlen(encoding);
    charset->encoding = memcpy(mem_new(length + 1, 1), encoding, length);
    if (strcmp(encoding, "UTF-8") == 0) {
        charset->iconv = (iconv_t)-1;
        charset->convert = validate;
        charset->input = mem_new(4, 1);
    } else {
        charset->iconv = open_iconv(encoding);
        if (charset->iconv == (iconv_t)-1) {
            die(STATUS_SYSTEM, "encoding %s: %s", encoding, strerror(errno));
        }
        charset->convert = convert;
        charset->input = mem_new(CHUNK, 1);
    }
    return &charset->stage;
}

/* Whether the text decodes; where it is not whole, a character may be cut off at its end. */
static bool decodes(struct str text, bool whole, const char *encoding)
{
    iconv_t handle = open_iconv(encoding);
    if (handle == (iconv_t)-1) {
        return false;
    }
    char scratch[4096];
    char *in = (char *)(uintptr_t)text.p; /* iconv only reads it */
    size_t left = text.n;
    size_t result;
    do {
        char *out = scratch;
        size_t space = sizeof scratch;
        result = iconv(handle, &in, &left, &out, &space);
    } while (result == (size_t)-1 && errno == E2BIG);
    bool ok = result != (size_t)-1 || (errno == EINVAL && !whole);
    iconv_close(handle);
    return ok;
}

/*
 * UTF-16 without a mark. The high bytes of ASCII are zero, and they all stand on one side; a few
 * NULs in another encoding stand on both, or are too few. 一 (4E 00) and its like put some zeros on
 * the other side.
 */
static const char *recognise_utf16(struct str head, bool whole)
{
    size_t pairs = head.n / 2;
    if (pairs == 0 || (whole && head.n % 2 != 0)) {
        return NULL;
    }
    size_t zeros[2] = {0, 0};
    for (size_t i = 0; i < pairs * 2; i += 2) {
        if (head.p[i] == 0 && head.p[i + 1] == 0) {
            return NULL; /* U+0000: no text */
        }
        zeros[0] += head.p[i] == 0;
        zeros[1] += head.p[i + 1] == 0;
    }
    size_t most = zeros[0] > zeros[1] ? zeros[0] : zeros[1];
    size_t least = zeros[0] + zeros[1] - most;
    /* In a long text a fifth is enough: much of it may be Chinese. */
    if (most < (pairs < 64 ? (pairs + 1) / 2 : pairs / 5) || least > most / 2) {
        return NULL;
    }
    const char *encoding = zeros[0] > zeros[1] ? BIG_ENDIAN_UTF16 : LITTLE_ENDIAN_UTF16;
    return decodes(head, whole, encoding) ? encoding : NULL;
}

/* Whether at least 95 % of the two-byte characters of a GB18030 text lie in GB2312. Second bytes
 * 30-39 belong to four-byte characters (GB 18030-2022, section 5). */
static bool mostly_gb2312(struct str text)
{
    size_t two = 0;
    size_t common = 0;
    for (size_t i = 0; i + 1 < text.n; i++) {
        unsigned char first = (unsigned char)text.p[i];
        unsigned char second = (unsigned char)text.p[i + 1];
        if (first < 0x80) {
            continue;
        }
        if (second >= 0x30 && second <= 0x39) {
            i += 3;
            continue;
        }
        two++;
        common += first >= 0xA1 && first <= 0xF7 && second >= 0xA1 && second <= 0xFE;
        i++;
    }
    return two > 0 && common * 100 >= two * 95;
}

static const struct {
    struct str bytes;
    const char *encoding;
} marks[] = {
    {S("\xEF\xBB\xBF"), "UTF-8"},
    {S("\xFF\xFE\x00\x00"), NULL}, /* UTF-32: before UTF-16, whose mark begins the same */
    {S("\x00\x00\xFE\xFF"), NULL},
    {S("\xFF\xFE"), LITTLE_ENDIAN_UTF16},
    {S("\xFE\xFF"), BIG_ENDIAN_UTF16},
    {S("\x84\x31\x95\x33"), "GB18030"},
};

const char *charset_recognise(struct str head, bool whole, size_t *mark)
{
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (str_starts(head, marks[i].bytes)) {
            *mark = marks[i].bytes.n;
            return marks[i].encoding;
        }
    }
    *mark = 0;
    if (head.n > 0 && memchr(head.p, 0, head.n)) {
        const char *utf16 = recognise_utf16(head, whole);
        if (utf16) {
            return utf16;
        }
    }
    struct str text = str_slice(head, 0, head.n - (whole ? 0 : utf8_cut_off(head)));
    if (utf8_invalid(text) == text.n) {
        return "UTF-8";
    }
    return decodes(head, whole, "GB18030") && mostly_gb2312(head) ? "GB18030" : NULL;
}
