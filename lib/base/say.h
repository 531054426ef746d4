/*
 * say.h - messages on stderr, one line each, headed by the program's name.
 *
 *     say_program("crm-import");
 *     say_notice("%s: read as transactions", file);     silenced by -q
 *     say_warning("...");                               silenced by -q
 *     say_error("...");                                 never silenced
 *
 * Messages show dates, amounts and other numbers, cut at SAY_VALUE_MAX characters; names, e-mails,
 * phones, addresses and free text never. say_value() draws that line, so that no caller has to.
 * Call from the main thread only.
 */
#ifndef CRM_SAY_H
#define CRM_SAY_H

#include "base/place.h"

#define SAY_VALUE_MAX 40

/* Names the program in all later messages; `name` must outlive them. */
void say_program(const char *name);
const char *say_program_name(void);
/* Silences notices and warnings. */
void say_quiet(bool quiet);

__attribute__((format(printf, 1, 2))) void say_notice(const char *format, ...);
__attribute__((format(printf, 1, 2))) void say_warning(const char *format, ...);
__attribute__((format(printf, 1, 2))) void say_error(const char *format, ...);
void say_error_at(const struct place *place, const char *text);

/* Room for what say_value can write: 40 characters of 4 bytes, quotes, dots. */
#define SAY_VALUE_ROOM 192

/*
 * A cell's text as a message may show it, in quotes: numbers, dates and amounts as they stand (at
 * most SAY_VALUE_MAX characters); anything that may be a person's data as "a text of N characters".
 * A text counts as a number or date if it has a digit and hardly any letters besides.
 */
char *say_value(struct str value, char text[SAY_VALUE_ROOM]);
/* The same for an identifier or a word of a closed vocabulary, which is shown unless it holds `@`,
 * starts with `+` (a phone number) or is longer than SAY_VALUE_MAX characters. */
char *say_word(struct str value, char text[SAY_VALUE_ROOM]);

#endif
