#include "base/base.h"

#include "analysis/day_list.h"
#include "base/mem.h"
#include "base/sort.h"

#define BIAS ((int64_t)1 << 31) /* so that days before 1970 sort first */

void day_list_add(struct day_list *list, uint32_t entry, int32_t day)
{
    if (list->count == list->room) {
        list->room = mem_capacity(list->room, list->count + 1);
        list->item = mem_grow(list->item, list->room, sizeof *list->item);
    }
    list->item[list->count++] = (uint64_t)entry << 32 | (uint64_t)(day + BIAS);
}

void day_list_sort(struct day_list *list)
{
    size_t kept = 0;
    sort_u64(list->item, list->count);
    for (size_t i = 0; i < list->count; i++) {
        if (i == 0 || list->item[i] != list->item[kept - 1]) {
            list->item[kept++] = list->item[i];
        }
    }
    list->count = kept;
}

uint32_t day_list_entry(const struct day_list *list, size_t at)
{
    return (uint32_t)(list->item[at] >> 32);
}

int32_t day_list_day(const struct day_list *list, size_t at)
{
    return (int32_t)((int64_t)(uint32_t)list->item[at] - BIAS);
}

void day_list_free(struct day_list *list)
{
    free(list->item);
    *list = (struct day_list){0};
}
