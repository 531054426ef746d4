/*
 * survey.h - the parts of crm-survey: the questions and inputs that all share (crm-survey.c,
 * questions.c), and a file for each table that it writes.
 */
#ifndef CRM_SURVEY_PARTS_H
#define CRM_SURVEY_PARTS_H

#include "analysis/voice_figures.h"
#include "analysis/voice_repeats.h"
#include "cli/cli.h"

#define SURVEY_NO_NUMBER UINT64_MAX
#define SURVEY_NO_CHOICE (-1)

struct settings {
    struct opt_list nps, csat, ces;
    struct opt_list scale, missing, top, direction;
    const char *by, *weight;
    int per, repeats, interval;
    uint64_t least;
    bool distribution, compare, control, response, followup, themes;
    uint64_t baseline;
    const char *drivers, *predictors;
    uint64_t replicates, seed;
    const char *value, *owner, *previous;
    const char *policy;
};

struct survey {
    struct cli *cli;
    const struct settings *typed;
    struct voice_question *question;
    struct voice_reading reading;
    struct input *customers, *invited; /* NULL: not there */
    struct roster *roster;             /* of the customers */
    enum voice_repeats_mode repeats;
    enum voice_interval interval;
    uint64_t least;
};

/* ---- questions.c ---- */

/* The questions with their scales and codes, as typed. */
void survey_questions(struct survey *survey);
/* Ends the run where the answers do not prove a scale that nobody declared. */
void survey_check_scales(const struct survey *survey, const struct voice_scratch *scratch);

/* ---- crm-survey.c ---- */

/* Binds the inputs; `join`: columns of the customers' file, besides those of --by. */
void survey_bind(struct survey *survey, const struct str *join, size_t join_count);
/* Reads all rows into a tally by group, period and question, and settles. */
struct voice_tally *survey_tally(struct survey *survey);
/* After the last row: settles as-of, and checks scales. */
void survey_settle(struct survey *survey, const struct voice_scratch *scratch);

/* The columns that every table by group begins with: measure, question, --by, and period. */
size_t survey_lead(const struct survey *survey, struct encode_column *columns);
#define SURVEY_LEAD 4 /* besides those of --by, at most */
/* `question` may be as many as there are: none is meant. */
size_t survey_lead_cells(const struct survey *survey, struct arena *scratch, size_t question,
                         const struct voice_group *group, struct str *cells);
/* Cells of a group's name; empty for all groups together. */
void survey_group_cells(const struct survey *survey, const struct voice_group *group,
                        struct str *cells);
struct str survey_period_cell(const struct survey *survey, struct arena *scratch, int32_t start);
struct str survey_answer_cell(struct arena *scratch, int32_t answer);
/* "1 row", "3 rows". */
const char *survey_plural(uint64_t n);

/* ---- a table each ---- */

int figures_put(struct survey *survey);
int distribution_put(struct survey *survey);
int compare_put(struct survey *survey);
int control_put(struct survey *survey);
int response_put(struct survey *survey);
int drivers_put(struct survey *survey);
int followup_put(struct survey *survey);
int themes_put(struct survey *survey);

#endif
