/*
 * words.h - what people read in reports and labels, in English and Chinese: one table, no locale.
 *
 *     const char *title = words(WORDS_ZH, "Customers");       客户数
 *
 * The English text is the key. A text that the table lacks stays as it is: names of one's own need
 * no translation.
 */
#ifndef CRM_WORDS_H
#define CRM_WORDS_H

#include "base/str.h"

enum words_language { WORDS_EN, WORDS_ZH };

#define WORDS_LANGUAGES "en|zh" /* as an option's choices, in the order of the enum */

const char *words(enum words_language language, const char *english);
/* The same for a slice into Chinese. */
struct str words_chinese(struct str english);
/* The English of a Chinese label, for reading what was written with --lang zh. */
struct str words_english(struct str label);

#endif
