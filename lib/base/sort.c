#include "base/base.h"

#include "base/mem.h"
#include "base/sort.h"

#define DIGITS 8 /* of a key, 8 bits each */
#define VALUES 256
#define FEW 64 /* fewer are put in one by one: the tables would cost more */

/* Which bytes are not the same in all keys, for the differences of all from one of them: their places,
 * the lowest first. */
static int digits_of(uint64_t differences, int digit[DIGITS])
{
    int n = 0;
    for (int d = 0; d < DIGITS; d++) {
        if (differences >> (8 * d) & 0xff) {
            digit[n++] = 8 * d;
        }
    }
    return n;
}

/* Counts of values to where they begin. */
static void begin_of(size_t *count)
{
    size_t sum = 0;
    for (size_t i = 0; i < VALUES; i++) {
        size_t n = count[i];
        count[i] = sum;
        sum += n;
    }
}

void sort_u64(uint64_t *values, size_t count)
{
    if (count < FEW) {
        for (size_t i = 1; i < count; i++) {
            uint64_t value = values[i];
            size_t k = i;
            for (; k > 0 && values[k - 1] > value; k--) {
                values[k] = values[k - 1];
            }
            values[k] = value;
        }
        return;
    }
    uint64_t differences = 0;
    int digit[DIGITS];
    for (size_t i = 1; i < count; i++) {
        differences |= values[i] ^ values[0];
    }
    int digits = digits_of(differences, digit);
    size_t(*begin)[VALUES] = mem_new((size_t)digits + 1, sizeof *begin);
    uint64_t *other = mem_grow(NULL, count, sizeof *other);
    uint64_t *from = values, *to = other;
    for (size_t i = 0; i < count; i++) {
        for (int d = 0; d < digits; d++) {
            begin[d][values[i] >> digit[d] & 0xff]++;
        }
    }
    for (int d = 0; d < digits; d++) {
        begin_of(begin[d]);
        for (size_t i = 0; i < count; i++) {
            to[begin[d][from[i] >> digit[d] & 0xff]++] = from[i];
        }
        uint64_t *sorted = to;
        to = from;
        from = sorted;
    }
    if (from != values) {
        memcpy(values, from, count * sizeof *values);
    }
    free(other);
    free(begin);
}

void sort_pairs(struct sort_pair *pairs, size_t count)
{
    if (count < FEW) {
        for (size_t i = 1; i < count; i++) {
            struct sort_pair pair = pairs[i];
            size_t k = i;
            for (; k > 0 && pairs[k - 1].key > pair.key; k--) {
                pairs[k] = pairs[k - 1];
            }
            pairs[k] = pair;
        }
        return;
    }
    uint64_t differences = 0;
    int digit[DIGITS];
    for (size_t i = 1; i < count; i++) {
        differences |= pairs[i].key ^ pairs[0].key;
    }
    int digits = digits_of(differences, digit);
    size_t(*begin)[VALUES] = mem_new((size_t)digits + 1, sizeof *begin);
    struct sort_pair *other = mem_grow(NULL, count, sizeof *other);
    struct sort_pair *from = pairs, *to = other;
    for (size_t i = 0; i < count; i++) {
        for (int d = 0; d < digits; d++) {
            begin[d][pairs[i].key >> digit[d] & 0xff]++;
        }
    }
    for (int d = 0; d < digits; d++) {
        begin_of(begin[d]);
        for (size_t i = 0; i < count; i++) {
            to[begin[d][from[i].key >> digit[d] & 0xff]++] = from[i];
        }
        struct sort_pair *sorted = to;
        to = from;
        from = sorted;
    }
    if (from != pairs) {
        memcpy(pairs, from, count * sizeof *pairs);
    }
    free(other);
    free(begin);
}

/* The bits of a double in an order that is theirs as numbers: negative ones turned round. */
static uint64_t ordered(uint64_t bits)
{
    return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}

static uint64_t unordered(uint64_t key)
{
    return key >> 63 ? key & ~((uint64_t)1 << 63) : ~key;
}

uint64_t sort_key(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return ordered(bits);
}

void sort_doubles(double *values, size_t count)
{
    uint64_t *keys = mem_grow(NULL, count, sizeof *keys);
    for (size_t i = 0; i < count; i++) {
        keys[i] = sort_key(values[i]);
    }
    sort_u64(keys, count);
    for (size_t i = 0; i < count; i++) {
        uint64_t bits = unordered(keys[i]);
        memcpy(&values[i], &bits, sizeof bits);
    }
    free(keys);
}
