/* Blocks that are read once more: from memory, from the file that they came from, from a spool. */
#include "unit.h"

#include <sys/mman.h>
#include <unistd.h>

#include "base/mem.h"
#include "flow/again.h"

#define ROWS 40000
#define ROW 500 /* bytes: 20 MB are more than AGAIN_MEMORY */

static const struct input_settings settings = {.reader = {.limits = LIMITS_DEFAULT}};

/* A file of `rows` rows behind a head; its number. Each row says its own number. */
static int make_file(struct str head, size_t rows)
{
    int fd = memfd_create("rows", 0);
    char row[ROW + 1];
    bool sound = fd >= 0 && write(fd, head.p, head.n) == (ssize_t)head.n;
    for (size_t i = 0; i < rows && sound; i++) {
        snprintf(row, sizeof row, "C%07zu,%s,%*s", i, i + 1 < rows ? "1/2/2024" : "25/2/2024",
                 ROW - 20, "\n");
        sound = write(fd, row, strlen(row)) == (ssize_t)strlen(row);
    }
    if (!sound) {
        abort();
    }
    return fd;
}

static struct input *open_fd(int fd)
{
    char *path = mem_new(64, 1); /* the input's name */
    snprintf(path, 64, "/proc/self/fd/%d", fd);
    struct input *input = input_open(path, &settings);
    input_bind(input, KIND_TRANSACTIONS);
    return input;
}

static uint64_t add_up(uint64_t sum, struct str bytes)
{
    for (size_t i = 0; i < bytes.n; i++) {
        sum = (sum ^ (unsigned char)bytes.p[i]) * UINT64_C(0x100000001b3);
    }
    return sum;
}

/* Reads all twice, the second time from the last block to the first, and compares. */
static void read_twice(struct input *input, struct again *again, enum again_place place)
{
    static uint64_t sum[1000], line[1000];
    struct block block;
    struct buf room;
    size_t n = 0;
    while (n < 1000 && input_block(input, &block)) {
        sum[n] = add_up(n, block.bytes);
        line[n++] = block.line;
        again_add(again, input, &block);
    }
    CHECK_INT(again->count, n);
    CHECK_INT(again->place, place);
    buf_init(&room, BUF_UNBOUNDED);
    for (size_t i = n; i-- > 0;) {
        again_block(again, i, &room, &block);
        CHECK(add_up(i, block.bytes) == sum[i]);
        CHECK_INT(block.line, line[i]);
        CHECK(block.complete);
    }
    buf_free(&room);
}

static void test_memory(void)
{
    struct again again = {0};
    int fd = make_file(S("customer_id,date,note\n"), 3000); /* 1.5 MB */
    struct input *input = open_fd(fd);
    read_twice(input, &again, AGAIN_IN_MEMORY);
    CHECK(again.count > 1);
    again_free(&again);
    input_close(input);
    close(fd);
}

/* Behind a byte order mark, or when blocks were read to settle what dates mean (the last row
 * tells), the first block does not begin where the bytes that were handed out would tell. */
static void test_file(struct str head, bool settle, enum again_place place)
{
    struct again again = {0};
    int fd = make_file(head, ROWS);
    struct input *input = open_fd(fd);
    if (settle) {
        input_settle(input);
        CHECK(input->held_count > 1);
    }
    read_twice(input, &again, place);
    if (place == AGAIN_IN_FILE) {
        CHECK_INT(again.from, head.n);
    }
    again_free(&again);
    input_close(input);
    close(fd);
}

/* A file whose name is gone cannot be opened again. */
static void test_spool(void)
{
    struct again again = {0};
    int fd = make_file(S("customer_id,date,note\n"), ROWS);
    struct input *input = open_fd(fd);
    close(fd);
    read_twice(input, &again, AGAIN_IN_SPOOL);
    again_free(&again);
    input_close(input);
}

/* The same name, but other bytes: it is not what was read. */
static void test_replaced(void)
{
    struct again again = {0};
    int fd = make_file(S("customer_id,date,note\n"), ROWS);
    struct input *input = open_fd(fd);
    int other = make_file(S("customer_id,date,other\n"), ROWS);
    if (dup2(other, fd) != fd) {
        abort();
    }
    read_twice(input, &again, AGAIN_IN_SPOOL);
    again_free(&again);
    input_close(input);
    close(fd);
    close(other);
}

int main(void)
{
    test_memory();
    test_file(S("customer_id,date,note\n"), false, AGAIN_IN_FILE);
    test_file(S("customer_id,date,\"a\nnote\"\r\n"), false, AGAIN_IN_FILE);
    test_file(S("customer_id,date,note\n"), true, AGAIN_IN_FILE);
    test_file(S("\xef\xbb\xbf"
                "customer_id,date,note\n"), false, AGAIN_IN_SPOOL);
    test_spool();
    test_replaced();
    return unit_end();
}
