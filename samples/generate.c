/* generate DIRECTORY: writes the sample companies, the same bytes every time. */
#include "base/base.h"

#include <sys/stat.h>

#include "base/die.h"
#include "base/say.h"
#include "draw.h"

/* Another run's directory may stand there already. */
static void make_directory(const char *parent, const char *name)
{
    char path[4096];
    if (snprintf(path, sizeof path, "%s/%s", parent, name) >= (int)sizeof path) {
        die(STATUS_USAGE, "%s: path too long", parent);
    }
    if (mkdir(path, 0777) != 0 && errno != EEXIST) {
        die(STATUS_SYSTEM, "%s: %s", path, strerror(errno));
    }
}

int main(int argc, char **argv)
{
    say_program("generate");
    if (argc != 2) {
        die(STATUS_USAGE, "usage: generate DIRECTORY");
    }
    make_directory(argv[1], "shop");
    make_directory(argv[1], "trading");
    make_shop(argv[1]);
    make_trading(argv[1]);
    make_surveys(argv[1]);
    make_tickets(argv[1]);
    return STATUS_OK;
}
