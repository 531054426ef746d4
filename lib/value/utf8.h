/*
 * utf8.h - UTF-8 validation and width. Invalid means what RFC 3629 says: overlong forms, surrogates
 * and code points above U+10FFFF are invalid.
 */
#ifndef CRM_UTF8_H
#define CRM_UTF8_H

#include "base/str.h"

/* Position of the first byte that does not fit, or s.n where all is valid. A sequence cut off by
 * the end of the slice is invalid at its first byte. */
size_t utf8_invalid(struct str s);
/* Bytes at the end that begin a sequence which the slice cuts off (0 to 3). */
size_t utf8_cut_off(struct str s);
uint32_t utf8_decode_long(struct str s, size_t *length);
/* Decodes one code point at s.p (s.n > 0, valid text); *length gets its bytes. */
static inline uint32_t utf8_decode(struct str s, size_t *length)
{
    *length = 1;
    return (unsigned char)s.p[0] < 0x80 ? (uint32_t)s.p[0] : utf8_decode_long(s, length);
}
/* Writes one code point (1 to 4 bytes) and returns the length. */
size_t utf8_encode(uint32_t code, char bytes[4]);
size_t utf8_count(struct str s);
/* Columns that the text takes on a terminal: 2 for wide CJK, 0 for combining marks. */
size_t utf8_width(struct str s);
/* Bytes of a character at the start of s that a terminal or page would obey rather than show, 0
 * where there is none: the control characters of ASCII and of U+0080 to U+009F, and those that turn
 * the direction of text (U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069). */
size_t utf8_control(struct str s);
/* The ASCII form of a full-width sign, letter or digit, of the minus sign U+2212 and of the
 * no-break, thin and ideographic spaces; any other code point as it is. */
uint32_t utf8_narrow(uint32_t code);

#endif
