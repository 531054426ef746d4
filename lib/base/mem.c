#include "base/base.h"

#include <sys/mman.h>

#include "base/die.h"
#include "base/mem.h"

size_t mem_mul(size_t a, size_t b)
{
    size_t product;
    if (__builtin_mul_overflow(a, b, &product)) {
        die_oom();
    }
    return product;
}

size_t mem_add(size_t a, size_t b)
{
    size_t sum;
    if (__builtin_add_overflow(a, b, &sum)) {
        die_oom();
    }
    return sum;
}

/* Large memory in large pages: tables that are looked into at random places would else miss the
 * processor's table of pages at every look. */
#define LARGE ((size_t)16 << 20)
#define PAGE ((uintptr_t)4096)

static void *in_large_pages(void *memory, size_t bytes)
{
    if (bytes >= LARGE) {
        uintptr_t from = ((uintptr_t)memory + PAGE - 1) / PAGE * PAGE;
        madvise((void *)from, ((uintptr_t)memory + bytes - from) / PAGE * PAGE, MADV_HUGEPAGE);
    }
    return memory;
}

void *mem_new(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size ? size : 1);
    if (!memory) {
        die_oom();
    }
    return in_large_pages(memory, count * size); /* calloc has seen that the product fits */
}

void *mem_grow(void *old, size_t count, size_t size)
{
    size_t bytes = mem_mul(count, size);
    void *memory = realloc(old, bytes ? bytes : 1);
    if (!memory) {
        die_oom();
    }
    return in_large_pages(memory, bytes);
}

void *mem_table(void *old, size_t old_bytes, size_t new_bytes)
{
    void *table = old_bytes == 0 ? mmap(NULL, new_bytes, PROT_READ | PROT_WRITE,
                                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                                 : mremap(old, old_bytes, new_bytes, MREMAP_MAYMOVE);
    if (table == MAP_FAILED) {
        die_oom();
    }
    return in_large_pages(table, new_bytes);
}

void mem_table_free(void *table, size_t bytes)
{
    if (bytes > 0) {
        munmap(table, bytes);
    }
}

size_t mem_capacity(size_t have, size_t need)
{
    size_t capacity = have ? mem_mul(have, 2) : 16;
    return capacity < need ? need : capacity;
}
