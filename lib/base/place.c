#include "base/base.h"

#include "base/place.h"

char *place_format(const struct place *place, char text[PLACE_MAX])
{
    struct str file = str_slice(place->file, 0, PLACE_MAX - 64);
    if (place->line == 0) {
        snprintf(text, PLACE_MAX, "%.*s", STRF(file));
    } else if (place->column == 0) {
        snprintf(text, PLACE_MAX, "%.*s:%" PRIu64, STRF(file), place->line);
    } else {
        snprintf(text, PLACE_MAX, "%.*s:%" PRIu64 ":%" PRIu64, STRF(file), place->line,
                 place->column);
    }
    return text;
}
