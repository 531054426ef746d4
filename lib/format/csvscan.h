/*
 * csvscan.h - the structural index of strict CSV: where fields and records end, and the first byte
 * that RFC 4180 does not allow, found 64 bytes at a time with bit masks.
 *
 *     csvscan_index(bytes, ',', true, &index);
 *     index.at[0 .. count-1]     positions of separators and line feeds outside quotes, ascending
 *     index.bad                  what is wrong first, CSVSCAN_FINE if nothing
 *
 * For each 64 bytes (q, c, l, r: masks of quote, separator, LF, CR):
 *
 *     m     = prefix_xor(q) ^ inside    1: inside quotes, counting the opening quote, not the closing
 *     ends  = (c | l) & ~m              a field ends
 *     open  = q & m, close = q & ~m
 *     an opening quote stands at the start, behind an end, or behind a quote (the pair "");
 *     a closing quote stands before an end, a CR, or another quote;
 *     a CR outside quotes stands before an LF
 *
 * Quotes alternate between opening and closing. An opening quote behind a quote stands behind a
 * closing one, whose next byte it is: the pair is the escape. So by induction every field has no
 * quote at all, or starts with one and closes right before its end: exactly RFC 4180 (with LF or
 * CRLF). The scalar automaton in tests/unit/csvscan_test.c agrees on all 7.3 million texts it
 * tries.
 */
#ifndef CRM_CSVSCAN_H
#define CRM_CSVSCAN_H

#include "base/str.h"

enum csvscan_fault {
    CSVSCAN_FINE,
    CSVSCAN_QUOTE_INSIDE,  /* a quote in a field that does not begin with one; at the quote */
    CSVSCAN_AFTER_QUOTE,   /* text behind a closing quote; at the text */
    CSVSCAN_BARE_CR,       /* a CR that no LF follows; at the CR */
    CSVSCAN_NOT_CLOSED,    /* the end came inside quotes; at the opening quote */
};

struct csvscan_index {
    uint32_t *at; /* owned; grown as needed, freed with free() */
    size_t count;
    size_t room;
    enum csvscan_fault bad;
    size_t bad_at; /* position of the fault; ends before it are valid */
    size_t lines;  /* of the ends, how many are line feeds */
    bool quoted;   /* there are quotes... */
    bool escaped;  /* ...and pairs of them inside fields */
    bool returns;  /* there are CRs before line feeds */
    bool nul;      /* there is a NUL before the fault; nothing is made of it here */
};

/*
 * Indexes bytes that begin at the start of a record; at most 4 GiB. With `complete`, the bytes end
 * where the records do (behind an LF, or at the end of the input), so an open quote or a last CR is
 * a fault. Positions in `at` stop before a fault.
 */
void csvscan_index(struct str bytes, char separator, bool complete, struct csvscan_index *index);

/*
 * The cheap half, for cutting a stream into blocks of whole records: carries the quote state over
 * new bytes and tells where the last record among them ends.
 */
struct csvscan_split {
    uint64_t inside; /* 0, or all ones */
};

/* Position behind the last LF outside quotes, or 0 where there is none. */
size_t csvscan_last_end(struct csvscan_split *split, struct str bytes);

#endif
