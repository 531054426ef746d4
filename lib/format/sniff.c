#include "base/base.h"

#include "format/csvscan.h"
#include "format/sniff.h"

#define RECORDS_LOOKED_AT 20

bool sniff_is_json(struct str head)
{
    head = str_trim(head);
    return head.n > 0 && head.p[0] == '{';
}

/* Fields of the header if the first records all have as many; else fewer than 2 means useless. */
static size_t fields_with(struct str head, char separator, bool *consistent)
{
    struct csvscan_index index = {0};
    csvscan_index(head, separator, false, &index);
    size_t header_fields = 0;
    size_t fields = 1;
    size_t records = 0;
    size_t alike = 0;
    *consistent = true;
    for (size_t i = 0; i < index.count && records < RECORDS_LOOKED_AT; i++) {
        if (head.p[index.at[i]] != '\n') {
            fields++;
            continue;
        }
        if (records++ == 0) {
            header_fields = fields;
        } else if (fields != header_fields && fields > 1) {
            *consistent = false; /* a line with one field may be blank, a title, a sum */
        } else {
            alike += fields == header_fields;
        }
        fields = 1;
    }
    *consistent &= records <= 1 || alike > 0;
    if (records == 0) {
        header_fields = fields; /* a header without line end is all there is */
    }
    free(index.at);
    return header_fields;
}

char sniff_delimiter(struct str head)
{
    static const char candidates[] = {',', '\t', ';', '|'};
    char best = ',';
    size_t best_score = 1;
    for (size_t i = 0; i < COUNT_OF(candidates); i++) {
        bool consistent;
        size_t fields = fields_with(head, candidates[i], &consistent);
        size_t score = fields < 2 ? 0 : consistent ? fields * 1000 : fields;
        if (score > best_score) {
            best_score = score;
            best = candidates[i];
        }
    }
    return best;
}
