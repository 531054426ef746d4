#include "base/base.h"

#include "format/block.h"

struct place block_place(const struct block *block, const char *at, struct str field)
{
    size_t offset = at >= block->bytes.p ? (size_t)(at - block->bytes.p) : 0;
    struct str before = str_slice(block->bytes, 0, offset);
    size_t line_start = before.n;
    while (line_start > 0 && before.p[line_start - 1] != '\n') {
        line_start--;
    }
    uint64_t column = 1;
    for (size_t i = line_start; i < before.n; i++) {
        column += ((unsigned char)before.p[i] & 0xC0) != 0x80;
    }
    return (struct place){block->name, block->line + str_count(before, '\n'), column, field};
}

void block_free(struct block *block)
{
    free(block->memory);
    *block = (struct block){0};
}
