/*
 * progress.h - how far a long run is, on a terminal's stderr only.
 *
 *     progress_update(rows, bytes_raw, size);    any time, cheap: draws at most 4 times a second
 *     progress_clear();                          before a message is printed, and at the end
 *
 * Shows rows, bytes, rate and, where the size is known, the share and the time left. Nothing is
 * drawn in the first second, when stderr is no terminal, or after progress_off(). One line for the
 * process, drawn from the main thread:
 *
 *     1,234,567 rows  98.7 MB of 412.0 MB  24%  45.1 MB/s  0:07 left
 */
#ifndef CRM_PROGRESS_H
#define CRM_PROGRESS_H

#include "base/base.h"

void progress_off(void);
void progress_update(uint64_t rows, uint64_t bytes, uint64_t size);
void progress_clear(void);

/* The line as it is drawn, `seconds` after the start; at most 79 columns, returns its length. */
size_t progress_format(char *text, size_t room, uint64_t rows, uint64_t bytes, uint64_t size,
                       double seconds);

#endif
