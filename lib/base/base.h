/*
 * base.h - what every file includes first: the C library, and the calls we do without.
 *
 * The banned calls either overrun buffers, hide errors, read the locale or keep hidden state shared
 * between threads. Using one is a compile error; the comment beside it names what to call instead.
 */
#ifndef CRM_BASE_H
#define CRM_BASE_H

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#pragma GCC poison strcpy strcat sprintf vsprintf gets scanf sscanf /* buf.h */
#pragma GCC poison strtok atoi atol atof strtod strtof /* str.h, value/money.h */
#pragma GCC poison gmtime localtime mktime ctime asctime /* value/date.h, value/zone.h */
#pragma GCC poison setlocale /* output never depends on the locale */

#define COUNT_OF(array) (sizeof(array) / sizeof(0 [array]))

#endif
