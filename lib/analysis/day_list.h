/*
 * day_list.h - the purchase days of many customers, to be told apart and put in order at the end.
 *
 *     day_list_add(&list, entry, day);            any order, repeats allowed
 *     day_list_sort(&list);                       by entry, then day, repeats gone
 *     for (at = 0; at < list.count; at++) { day_list_entry(&list, at); day_list_day(&list, at); }
 *
 * Eight bytes a day. A zeroed struct is an empty list.
 */
#ifndef CRM_DAY_LIST_H
#define CRM_DAY_LIST_H

#include "base/base.h"

struct day_list {
    uint64_t *item; /* entry << 32 | day + 2^31 */
    size_t count, room;
};

void day_list_add(struct day_list *list, uint32_t entry, int32_t day);
void day_list_sort(struct day_list *list);
uint32_t day_list_entry(const struct day_list *list, size_t at);
int32_t day_list_day(const struct day_list *list, size_t at);
void day_list_free(struct day_list *list);

#endif
