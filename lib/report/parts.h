/*
 * parts.h - what a report can be made of: one row for each kind of table, in the order in which they
 * stand in a report.
 *
 *     const struct part *part = &parts[i];          the one whose kind the input is
 *     figures = part->read(&report, run, input);
 *     part->add(&report, figures);
 */
#ifndef CRM_PARTS_H
#define CRM_PARTS_H

#include "flow/flow.h"
#include "report/report.h"

struct part {
    enum kind kind;
    const char *title; /* of a report of this part alone, in English */
    /* Reads the input to its end; what comes back lives as long as the doc. Bad data end the run. */
    void *(*read)(struct report *report, struct flow_run *run, struct input *input);
    /* Adds sentences, figures and sections to the doc, and charts. */
    void (*add)(struct report *report, const void *figures);
};

#define PARTS 10
extern const struct part parts[PARTS];
/* The title of a report of several parts, in English. */
extern const char parts_title[];

#endif
