/*
 * inflate FILE: decompresses a gzip file and throws the bytes away: what zlib takes for it alone, against
 * which reading one is measured. Prints how many bytes there were.
 */
#include "base/base.h"

#include <fcntl.h>
#include <zlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "io/fd.h"

#define IN ((size_t)64 << 10)
#define OUT ((size_t)256 << 10)

int main(int argc, char **argv)
{
    say_program("inflate");
    int fd = argc == 2 ? fd_open(argv[1], O_RDONLY, 0) : -1;
    if (fd < 0) {
        die(STATUS_USAGE, "usage: inflate FILE");
    }
    char *in = mem_new(IN, 1), *out = mem_new(OUT, 1);
    z_stream z = {0};
    uint64_t bytes = 0;
    ssize_t n;
    int result = inflateInit2(&z, 15 + 16); /* 32 KiB window, gzip wrapper */
    while (result == Z_OK && (n = fd_read(fd, in, IN)) > 0) {
        z.next_in = (Bytef *)in;
        z.avail_in = (uInt)n;
        do {
            z.next_out = (Bytef *)out;
            z.avail_out = (uInt)OUT;
            result = inflate(&z, Z_NO_FLUSH);
            bytes += OUT - z.avail_out;
        } while (result == Z_OK && (z.avail_in > 0 || z.avail_out == 0));
        result = result == Z_BUF_ERROR ? Z_OK : result; /* no input left, no output either */
    }
    if (result != Z_STREAM_END) {
        die(STATUS_DATA, "%s: not one whole gzip member", argv[1]);
    }
    printf("%" PRIu64 "\n", bytes);
    inflateEnd(&z);
    free(in);
    free(out);
    fd_close(fd);
    return STATUS_OK;
}
