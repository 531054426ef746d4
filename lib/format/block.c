#include "base/base.h"

#include "format/block.h"

uint64_t block_count_lines(struct str bytes)
{
    uint64_t lines = 0;
    for (size_t i = 0; i < bytes.n;) {
        /* Short runs with a small count: the compiler does them 16 bytes at a time. */
        size_t end = i + 255 < bytes.n ? i + 255 : bytes.n;
        uint8_t run = 0;
        for (; i < end; i++) {
            run = (uint8_t)(run + (bytes.p[i] == '\n'));
        }
        lines += run;
    }
    return lines;
}

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
    return (struct place){block->name, block->line + block_count_lines(before), column, field};
}

void block_free(struct block *block)
{
    free(block->memory);
    *block = (struct block){0};
}
