/*
 * fold.h - forms of text that compare equal although they were typed differently.
 *
 * Results live in the arena, or are the input itself where nothing had to change. Input is valid
 * UTF-8; output too. Unicode's tables come from utf8proc.
 */
#ifndef CRM_FOLD_H
#define CRM_FOLD_H

#include "base/arena.h"

/* Eight bytes at a time; the last eight overlap those before them. */
static inline bool fold_is_ascii(struct str s)
{
    uint64_t all = 0;
    uint64_t word;
    if (s.n < sizeof word) {
        for (size_t i = 0; i < s.n; i++) {
            all |= (unsigned char)s.p[i];
        }
        return (all & 0x80) == 0;
    }
    for (size_t i = 0; i + sizeof word < s.n; i += sizeof word) {
        memcpy(&word, s.p + i, sizeof word);
        all |= word;
    }
    memcpy(&word, s.p + s.n - sizeof word, sizeof word);
    return ((all | word) & UINT64_C(0x8080808080808080)) == 0;
}

/* Whether the text is ASCII that neither fold_width nor str_trim changes: no blanks at its ends. */
static inline bool fold_is_plain(struct str s)
{
    return s.n == 0 || (s.p[0] > ' ' && s.p[s.n - 1] > ' ' && fold_is_ascii(s));
}

/* For keeping: full-width ASCII, digits, punctuation and the ideographic space become their narrow
 * forms, half-width katakana their full forms; blanks (also U+00A0, U+3000, U+FEFF, U+200B) at both
 * ends go. Nothing else changes: "Ａ１　" becomes "A1", "①" stays. Chinese punctuation such as 、。「」
 * stays, and so do full-width ，；：！？（） where a CJK character stands beside them, their run, or the
 * other bracket of the pair: "客户（VIP）！" keeps all three. */
struct str fold_width(struct arena *arena, struct str s);
/* For comparing: NFKC and case folding, runs of blanks to one space, none at the ends. */
struct str fold_key(struct arena *arena, struct str s);
/* For headers: fold_key, then `_`, `-`, `.`, `/`, `*`, `:`, `：` and brackets to spaces, the unit 元
 * in brackets dropped with its brackets, runs of blanks to one space: "总金额（元）" is "总金额",
 * "Customer_ID" "customer id", "Order ID*" "order id". Camel case is opened: "CustomerID" gives
 * "customer id", "InvoiceNo" "invoice no". */
struct str fold_header(struct arena *arena, struct str s);

#endif
