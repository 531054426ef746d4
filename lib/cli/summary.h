/*
 * summary.h - the account of a run: a line for people, and one of JSON for programs.
 */
#ifndef CRM_SUMMARY_H
#define CRM_SUMMARY_H

#include "cli/cli.h"

/* "1,000 rows read: 980 written, 20 excluded (12 no customer, 340.50; 8 open)". */
void summary_say(const struct cli *cli);
/* One line of JSON. Only its `timing` differs between two runs over the same data. */
void summary_json(const struct cli *cli, struct buf *out);

#endif
