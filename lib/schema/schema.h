/*
 * schema.h - what columns mean: the kinds of streams, their canonical columns, and the plain names
 * that exports give them, in English and Chinese.
 *
 *     struct schema_binding binding;
 *     schema_bind(schema_kind(KIND_TRANSACTIONS), header, maps, map_count, &binding);
 *     ptrdiff_t amount = binding.column[TRANSACTION_AMOUNT];      -1 where there is none
 *
 * Names are compared folded (value/fold.h, fold_header). Synonyms are ranked: the canonical name
 * first, then each group of the table; two columns of the same rank are an error that names both.
 * The tables themselves are in schema_kinds.c.
 */
#ifndef CRM_SCHEMA_H
#define CRM_SCHEMA_H

#include "format/header.h"

enum kind {
    KIND_CUSTOMERS,
    KIND_TRANSACTIONS,
    KIND_INTERACTIONS,
    KIND_TICKETS,
    KIND_TICKET_EVENTS,
    KIND_SURVEYS,
    KIND_ROLLUP,
    KIND_SCORES,
    KIND_COHORTS,  /* what crm-cohort writes */
    KIND_SURVIVAL, /* crm-cohort --survival, with or without --curve */
    KIND_BACKTEST, /* crm-score --clv --backtest */
    KIND_SURVEY,    /* what crm-survey writes of groups and periods */
    KIND_DRIVERS,   /* crm-survey --drivers */
    KIND_SERVICE,   /* crm-ticket --by, --per */
    KIND_BACKLOG,   /* crm-ticket --backlog */
    KIND_CAUSES,    /* crm-ticket --causes */
    KIND_CONTROL,   /* crm-survey or crm-ticket --control */
    KIND_TABLE, /* any other: no column is known */
    KIND_COUNT,
    KIND_UNKNOWN = KIND_COUNT,
};

enum schema_type {
    SCHEMA_ID,       /* text; leading zeros and all digits stay */
    SCHEMA_TEXT,
    SCHEMA_DATE,     /* date, or date and time */
    SCHEMA_MONEY,    /* decimal, written with the currency's decimals */
    SCHEMA_DECIMAL,  /* decimal, written as short as it is */
    SCHEMA_INTEGER,  /* a count that we wrote ourselves */
    SCHEMA_NUMBER,   /* 6 significant digits that we wrote ourselves: number.h */
    SCHEMA_CURRENCY, /* ISO 4217 */
    SCHEMA_EMAIL,
    SCHEMA_PHONE,
    SCHEMA_STATUS,   /* a word of the order vocabulary, status.h */
    SCHEMA_STATE,    /* counted, refund, open, not_counted */
};

struct schema_column {
    const char *name;     /* canonical, snake_case */
    enum schema_type type;
    const char *synonyms; /* folded; ranks apart by `;`, names of one rank by `|`; NULL for none */
};

struct schema_kind {
    enum kind kind;
    const char *name;
    const struct schema_column *column;
    size_t count;
    const char *needs; /* what tells the kind: all of these, `a|b` meaning either, apart by blanks */
};

#define SCHEMA_COLUMNS_MAX 48

/* Columns of the kinds, in the order of their tables. */
enum {
    CUSTOMER_ID,
    CUSTOMER_NAME,
    CUSTOMER_COMPANY,
    CUSTOMER_CONTACT,
    CUSTOMER_EMAIL,
    CUSTOMER_PHONE,
};

enum {
    TRANSACTION_CUSTOMER_ID,
    TRANSACTION_ORDER_ID,
    TRANSACTION_DATE,
    TRANSACTION_PAID_AT,
    TRANSACTION_STATUS,
    TRANSACTION_AMOUNT,
    TRANSACTION_REFUNDED,
    TRANSACTION_CURRENCY,
    TRANSACTION_QUANTITY,
    TRANSACTION_UNIT_PRICE,
    TRANSACTION_ORDER_TOTAL,
    TRANSACTION_SKU,
    TRANSACTION_ITEM,
    TRANSACTION_CATEGORY,
    TRANSACTION_COST,
    TRANSACTION_CHANNEL,
    TRANSACTION_NAME,
    TRANSACTION_EMAIL,
    TRANSACTION_PHONE,
    TRANSACTION_ORDER_STATE,
    TRANSACTION_DISCOUNT,
};

enum {
    TICKET_ID,
    TICKET_CUSTOMER_ID,
    TICKET_OPENED_AT,
    TICKET_FIRST_RESPONSE_AT,
    TICKET_RESOLVED_AT,
    TICKET_CLOSED_AT,
    TICKET_STATUS,
    TICKET_PRIORITY,
    TICKET_CATEGORY,
    TICKET_TEAM,
    TICKET_AGENT,
    TICKET_PRODUCT,
    TICKET_ORDER_ID,
    TICKET_EMAIL,
    TICKET_PHONE,
    TICKET_REOPENINGS,
};

enum {
    EVENT_TICKET_ID,
    EVENT_AT,
    EVENT_STATUS,
    EVENT_ACTIVITY,
    EVENT_CUSTOMER_ID,
    EVENT_AGENT,
    EVENT_TEAM,
};

enum {
    SURVEY_RESPONSE_ID,
    SURVEY_CUSTOMER_ID,
    SURVEY_ANSWERED_AT,
    SURVEY_QUESTION,
    SURVEY_ANSWER,
};

enum {
    ROLLUP_CUSTOMER_ID,
    ROLLUP_CURRENCY,
    ROLLUP_PERIOD,
    ROLLUP_FIRST_DATE,
    ROLLUP_SECOND_DATE,
    ROLLUP_LAST_DATE,
    ROLLUP_PREV_DATE,
    ROLLUP_PREV2_DATE,
    ROLLUP_ROWS,
    ROLLUP_ORDERS,
    ROLLUP_DAYS,
    ROLLUP_AMOUNT,
    ROLLUP_FIRST_AMOUNT,
    ROLLUP_GAP_SQ,
    ROLLUP_GAP_MAX,
    ROLLUP_REFUNDS,
    ROLLUP_REFUND_AMOUNT,
    ROLLUP_COLUMNS,
};

enum {
    SCORES_CUSTOMER_ID,
    SCORES_CURRENCY,
    SCORES_NAME,
    SCORES_RECENCY_DAYS,
    SCORES_FREQUENCY,
    SCORES_MONETARY,
    SCORES_R,
    SCORES_F,
    SCORES_M,
    SCORES_RFM,
    SCORES_AS_OF,
    SCORES_FIRST_DATE,
    SCORES_SECOND_DATE,
    SCORES_LAST_DATE,
    SCORES_PREV_DATE,
    SCORES_PREV2_DATE,
    SCORES_ROWS,
    SCORES_ORDERS,
    SCORES_DAYS,
    SCORES_AMOUNT,
    SCORES_FIRST_AMOUNT,
    SCORES_GAP_SQ,
    SCORES_GAP_MAX,
    SCORES_REFUNDS,
    SCORES_REFUND_AMOUNT,
    SCORES_SEGMENT,
    SCORES_TIER,
    SCORES_TIER_RANK,
    SCORES_TO_NEXT_TIER,
    SCORES_LIFECYCLE,
    SCORES_SCREENING,
    SCORES_SCREENING_RULE,
    SCORES_PREVIOUS_TIER,
    SCORES_TIER_HELD,
    SCORES_MOVE,
    SCORES_P_ALIVE,
    SCORES_EXPECTED_ORDERS,
    SCORES_P_NO_ORDER,
    SCORES_ORDER_VALUE,
    SCORES_EXPECTED_VALUE,
    SCORES_CLV,
    SCORES_EXPECTED_ORDERS_LOW,
    SCORES_EXPECTED_ORDERS_HIGH,
    SCORES_CLV_LOW,
    SCORES_CLV_HIGH,
    SCORES_COLUMNS,
};

enum {
    COHORTS_COHORT,
    COHORTS_AGE,
    COHORTS_PERIOD,
    COHORTS_CUSTOMERS,
    COHORTS_ACTIVE,
    COHORTS_RETENTION,
    COHORTS_ORDERS,
    COHORTS_REVENUE,
    COHORTS_REVENUE_RETENTION,
    COHORTS_COMPLETE,
    COHORTS_COLUMNS,
};

enum {
    SURVIVAL_GROUP,
    SURVIVAL_CUSTOMERS,
    SURVIVAL_TIME,
    SURVIVAL_AT_RISK,
    SURVIVAL_EVENTS,
    SURVIVAL_CENSORED,
    SURVIVAL_SURVIVAL,
    SURVIVAL_STD_ERROR,
    SURVIVAL_LOW,
    SURVIVAL_HIGH,
    SURVIVAL_Q25,
    SURVIVAL_MEDIAN,
    SURVIVAL_MEDIAN_LOW,
    SURVIVAL_MEDIAN_HIGH,
    SURVIVAL_Q75,
    SURVIVAL_EXPECTED,
    SURVIVAL_CHI_SQUARE,
    SURVIVAL_P,
    SURVIVAL_COLUMNS,
};

enum {
    BACKTESTS_SECTION,
    BACKTESTS_GROUP,
    BACKTESTS_CUSTOMERS,
    BACKTESTS_ACTUAL,
    BACKTESTS_MODEL,
    BACKTESTS_MEAN_RATE,
    BACKTESTS_LAST_PERIOD,
    BACKTESTS_COLUMNS,
};

enum {
    FIGURES_MEASURE,
    FIGURES_QUESTION,
    FIGURES_PERIOD,
    FIGURES_N,
    FIGURES_MISSING,
    FIGURES_N_EFFECTIVE,
    FIGURES_DESIGN_EFFECT,
    FIGURES_VALUE,
    FIGURES_LOW,
    FIGURES_HIGH,
    FIGURES_PROMOTERS,
    FIGURES_PASSIVES,
    FIGURES_DETRACTORS,
    FIGURES_TOP,
    FIGURES_TOP_LOW,
    FIGURES_TOP_HIGH,
    FIGURES_MEAN,
    FIGURES_MEAN_LOW,
    FIGURES_MEAN_HIGH,
    FIGURES_SD,
    FIGURES_MEDIAN,
    FIGURES_COLUMNS,
};

enum {
    DRIVERS_DRIVER,
    DRIVERS_N,
    DRIVERS_R2,
    DRIVERS_LMG,
    DRIVERS_IMPORTANCE,
    DRIVERS_LOW,
    DRIVERS_HIGH,
    DRIVERS_FIRST,
    DRIVERS_LAST,
    DRIVERS_BETA,
    DRIVERS_STD_BETA,
    DRIVERS_CORRELATION,
    DRIVERS_PERFORMANCE,
    DRIVERS_PERFORMANCE_LOW,
    DRIVERS_PERFORMANCE_HIGH,
    DRIVERS_QUADRANT,
    DRIVERS_COLUMNS,
};

enum {
    SERVICE_PERIOD,
    SERVICE_TICKETS,
    SERVICE_OPEN,
    SERVICE_BACKLOG_AGE_P50,
    SERVICE_REOPENED,
    SERVICE_REOPEN_RATE,
    SERVICE_REOPEN_LOW,
    SERVICE_REOPEN_HIGH,
    SERVICE_FIRST_RESPONSE_N,
    SERVICE_FIRST_RESPONSE_MEAN,
    SERVICE_FIRST_RESPONSE_P50,
    SERVICE_FIRST_RESPONSE_P90,
    SERVICE_FIRST_RESPONSE_KM_P50,
    SERVICE_FIRST_RESPONSE_KM_P50_LOW,
    SERVICE_FIRST_RESPONSE_KM_P50_HIGH,
    SERVICE_FIRST_RESPONSE_KM_P90,
    SERVICE_FIRST_RESPONSE_UNKNOWN,
    SERVICE_FIRST_RESPONSE_MET,
    SERVICE_FIRST_RESPONSE_BREACHED,
    SERVICE_FIRST_RESPONSE_BREACH_RATE,
    SERVICE_FIRST_RESPONSE_BREACH_LOW,
    SERVICE_FIRST_RESPONSE_BREACH_HIGH,
    SERVICE_FIRST_RESPONSE_RANK,
    SERVICE_FIRST_RESPONSE_EXPECTED,
    SERVICE_FIRST_RESPONSE_RATIO,
    SERVICE_FIRST_RESPONSE_RATIO_LOW,
    SERVICE_FIRST_RESPONSE_RATIO_HIGH,
    SERVICE_RESOLUTION_N,
    SERVICE_RESOLUTION_MEAN,
    SERVICE_RESOLUTION_P50,
    SERVICE_RESOLUTION_P90,
    SERVICE_RESOLUTION_KM_P50,
    SERVICE_RESOLUTION_KM_P50_LOW,
    SERVICE_RESOLUTION_KM_P50_HIGH,
    SERVICE_RESOLUTION_KM_P90,
    SERVICE_RESOLUTION_UNKNOWN,
    SERVICE_RESOLUTION_MET,
    SERVICE_RESOLUTION_BREACHED,
    SERVICE_RESOLUTION_BREACH_RATE,
    SERVICE_RESOLUTION_BREACH_LOW,
    SERVICE_RESOLUTION_BREACH_HIGH,
    SERVICE_RESOLUTION_RANK,
    SERVICE_RESOLUTION_EXPECTED,
    SERVICE_RESOLUTION_RATIO,
    SERVICE_RESOLUTION_RATIO_LOW,
    SERVICE_RESOLUTION_RATIO_HIGH,
    SERVICE_COLUMNS,
};

enum {
    BACKLOG_PERIOD,
    BACKLOG_OPENED,
    BACKLOG_RESOLVED,
    BACKLOG_OPEN,
    BACKLOG_AGE_P50,
    BACKLOG_AGE_P90,
    BACKLOG_COMPLETE,
    BACKLOG_COLUMNS,
};

enum {
    CAUSES_TICKETS,
    CAUSES_SHARE,
    CAUSES_CUMULATIVE_SHARE,
    CAUSES_OPEN,
    CAUSES_REPEATS,
    CAUSES_REPEAT_RATE,
    CAUSES_RESOLUTION_P50,
    CAUSES_RESOLUTION_KM_P50,
    CAUSES_RESOLUTION_BREACH_RATE,
    CAUSES_ORDERS,
    CAUSES_PER_1000_ORDERS,
    CAUSES_PER_1000_LOW,
    CAUSES_PER_1000_HIGH,
    CAUSES_COLUMNS,
};

enum {
    CONTROLS_MEASURE,
    CONTROLS_QUESTION,
    CONTROLS_FIGURE,
    CONTROLS_PERIOD,
    CONTROLS_N,
    CONTROLS_VALUE,
    CONTROLS_CENTRE,
    CONTROLS_LOW,
    CONTROLS_HIGH,
    CONTROLS_SIGNAL,
    CONTROLS_SIGMA_Z,
    CONTROLS_COMPLETE,
    CONTROLS_COLUMNS,
};

const struct schema_kind *schema_kind(enum kind kind);
/* KIND_UNKNOWN for a name that is none. */
enum kind schema_kind_named(struct str name);
/* Position of a canonical name in the kind, or -1. */
ptrdiff_t schema_column_named(const struct schema_kind *kind, struct str name);

struct schema_map {
    struct str canonical;
    struct str header; /* empty: no column is it, whatever its name */
};

struct schema_binding {
    const struct schema_kind *kind;
    ptrdiff_t column[SCHEMA_COLUMNS_MAX]; /* by canonical column: position in the header, or -1 */
};

/* Room for a message of schema_bind. */
#define SCHEMA_MESSAGE 512

/*
 * Binds the header's columns. A map wins over every synonym, a later map over an earlier one. False with a message where two columns
 * claim the same name, or a map names a column that is not there.
 */
bool schema_bind(const struct schema_kind *kind, const struct header *header,
                 const struct schema_map *maps, size_t map_count, struct schema_binding *binding,
                 char message[SCHEMA_MESSAGE]);

/* Whether the header has what the kind needs. */
bool schema_fills(enum kind kind, const struct header *header, const struct schema_map *maps,
                  size_t map_count);
/* The kind whose needs the header fills, the most particular first; KIND_UNKNOWN where none. */
enum kind schema_recognise(const struct header *header, const struct schema_map *maps,
                           size_t map_count);

#endif
