/*
 * status.h - the exit status of a command, where the worst wins.
 *
 * Every part of a run raises what it found; main returns status_worst(). The numbers are the same
 * in all commands and are documented in crm(7).
 */
#ifndef CRM_STATUS_H
#define CRM_STATUS_H

enum status {
    STATUS_OK = 0,
    STATUS_FOUND = 1,  /* done, but rows were rejected or a check found something */
    STATUS_USAGE = 2,  /* the command line is wrong */
    STATUS_DATA = 3,   /* bad or incomplete data */
    STATUS_SYSTEM = 4, /* input/output, memory, system */
};

/* Remembers `status` if it is worse than all before. */
void status_raise(enum status status);

/* The worst status raised so far. */
enum status status_worst(void);

#endif
