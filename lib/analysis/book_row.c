#include "base/base.h"

#include "analysis/book_row.h"

const struct lifecycle_days book_row_no_days = {DATE_NONE, DATE_NONE, DATE_NONE, DATE_NONE, 0, 0};

static bool read_count(const struct row *row, int column, uint64_t *value)
{
    *value = 0;
    return row_integer(row, column, value) != ROW_BAD;
}

bool book_row_day(const struct row *row, int column, int32_t *day)
{
    enum row_found found = row_day(row, column, day);
    if (found == ROW_EMPTY) {
        *day = DATE_NONE;
    }
    return found != ROW_BAD;
}

bool book_row_days(const struct book *book, const struct row *row, struct lifecycle_days *days)
{
    if (!book_row_day(row, SCORES_LAST_DATE, &days->last)) {
        return false;
    }
    if (days->last != DATE_NONE && book->as_of != DATE_NONE && days->last > book->as_of) {
        row_bad(row, SCORES_LAST_DATE, "is after as_of");
        return false;
    }
    return !book->has_lifecycle || (book_row_day(row, SCORES_FIRST_DATE, &days->first) &&
                                    book_row_day(row, SCORES_PREV_DATE, &days->prev) &&
                                    book_row_day(row, SCORES_PREV2_DATE, &days->prev2) &&
                                    read_count(row, SCORES_DAYS, &days->days) &&
                                    read_count(row, SCORES_GAP_MAX, &days->gap_max));
}

bool book_row_scores(const struct book *book, const struct row *row, unsigned score[3])
{
    static const int columns[] = {SCORES_R, SCORES_F, SCORES_M};
    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        uint64_t value;
        if (!read_count(row, columns[i], &value)) {
            return false;
        }
        if (value > 1000) {
            row_bad(row, columns[i], "is no score: too large");
            return false;
        }
        if (book->top_score > 0 && value > book->top_score) {
            row_bad(row, columns[i],
                    "is above %u, and this table of segments is of %u scores: name "
                    "another, or score with --bins %u",
                    book->top_score, book->top_score, book->top_score);
            return false;
        }
        score[i] = (unsigned)value;
    }
    return true;
}

bool book_row_is_plain(const struct book *book)
{
    const struct input *input = book->scores;
    return input->key_is_id && input->key[0] == SCORES_CUSTOMER_ID &&
           !input->strip_decimal[SCORES_CUSTOMER_ID] &&
           population_is_plain(book->population, input);
}

static inline bool plain_count(const struct book *book, const struct plain_row *row, int column,
                               uint64_t *value)
{
    struct str cell = book_row_cell(book, row, column);
    *value = cell.n == 1 ? (uint64_t)(unsigned char)cell.p[0] - '0' : 0;
    return cell.n == 1 ? *value <= 9 : cell.n == 0 || str_to_u64(cell, value);
}

bool book_row_plain(const struct book *book, const struct plain_row *row,
                    struct book_customer *customer)
{
    static const int columns[] = {SCORES_R, SCORES_F, SCORES_M};
    const uint64_t most = book->top_score > 0 ? book->top_score : 1000;
    struct lifecycle_days *days = &customer->days;
    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        uint64_t score;
        if (!plain_count(book, row, columns[i], &score) || score > most) {
            return false;
        }
        customer->score[i] = (unsigned)score;
    }
    *days = book_row_no_days;
    return book_row_plain_day(book, row, SCORES_LAST_DATE, &days->last) &&
           (!book->has_lifecycle ||
            (book_row_plain_day(book, row, SCORES_FIRST_DATE, &days->first) &&
             book_row_plain_day(book, row, SCORES_PREV_DATE, &days->prev) &&
             book_row_plain_day(book, row, SCORES_PREV2_DATE, &days->prev2) &&
             plain_count(book, row, SCORES_DAYS, &days->days) &&
             plain_count(book, row, SCORES_GAP_MAX, &days->gap_max)));
}
