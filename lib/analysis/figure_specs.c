#include "base/base.h"

#include "analysis/figure_specs.h"

const struct figure_table_spec figure_specs_survey = {
    .advice = "survey= takes what crm-survey writes without --compare, --control and the like",
    .lead = FIGURES_N,
    .needed = {FIGURES_MEASURE, FIGURES_QUESTION, FIGURES_N, FIGURES_VALUE, FIGURES_LOW,
               FIGURES_HIGH, FIGURES_TOP, FIGURES_MEAN, FIGURE_TABLE_END},
    .key = {FIGURES_MEASURE, FIGURES_QUESTION, FIGURES_PERIOD, FIGURE_TABLE_END},
    .counts = {FIGURES_N, FIGURE_TABLE_END},
    .shares = {FIGURES_TOP, FIGURES_TOP_LOW, FIGURES_TOP_HIGH, FIGURES_PROMOTERS,
               FIGURES_PASSIVES, FIGURES_DETRACTORS, FIGURE_TABLE_END},
};

const struct figure_table_spec figure_specs_drivers = {
    .advice = "drivers= takes what crm-survey --drivers writes",
    .lead = DRIVERS_DRIVER,
    .needed = {DRIVERS_DRIVER, DRIVERS_N, DRIVERS_R2, DRIVERS_IMPORTANCE, DRIVERS_LOW, DRIVERS_HIGH,
               DRIVERS_PERFORMANCE, DRIVERS_PERFORMANCE_LOW, DRIVERS_PERFORMANCE_HIGH,
               DRIVERS_QUADRANT, FIGURE_TABLE_END},
    .key = {DRIVERS_DRIVER, FIGURE_TABLE_END},
    .counts = {DRIVERS_N, FIGURE_TABLE_END},
    .shares = {DRIVERS_R2, DRIVERS_IMPORTANCE, DRIVERS_LOW, DRIVERS_HIGH, DRIVERS_PERFORMANCE,
               DRIVERS_PERFORMANCE_LOW, DRIVERS_PERFORMANCE_HIGH, FIGURE_TABLE_END},
};

const struct figure_table_spec figure_specs_service = {
    .advice = "service= takes what crm-ticket --by or --per writes",
    .lead = SERVICE_TICKETS,
    .needed = {SERVICE_TICKETS, SERVICE_OPEN, SERVICE_FIRST_RESPONSE_N, SERVICE_FIRST_RESPONSE_P50,
               SERVICE_FIRST_RESPONSE_KM_P50, SERVICE_FIRST_RESPONSE_BREACH_RATE,
               SERVICE_RESOLUTION_N, SERVICE_RESOLUTION_P50, SERVICE_RESOLUTION_KM_P50,
               SERVICE_RESOLUTION_BREACH_RATE, FIGURE_TABLE_END},
    .key = {SERVICE_PERIOD, FIGURE_TABLE_END},
    .counts = {SERVICE_TICKETS, SERVICE_OPEN, FIGURE_TABLE_END},
    .shares = {SERVICE_FIRST_RESPONSE_BREACH_RATE, SERVICE_FIRST_RESPONSE_BREACH_LOW,
               SERVICE_FIRST_RESPONSE_BREACH_HIGH, SERVICE_RESOLUTION_BREACH_RATE,
               SERVICE_RESOLUTION_BREACH_LOW, SERVICE_RESOLUTION_BREACH_HIGH, FIGURE_TABLE_END},
};

const struct figure_table_spec figure_specs_backlog = {
    .advice = "backlog= takes what crm-ticket --backlog writes",
    .lead = BACKLOG_PERIOD,
    .needed = {BACKLOG_PERIOD, BACKLOG_OPENED, BACKLOG_RESOLVED, BACKLOG_OPEN, FIGURE_TABLE_END},
    .key = {BACKLOG_PERIOD, FIGURE_TABLE_END},
    .counts = {BACKLOG_OPENED, BACKLOG_RESOLVED, BACKLOG_OPEN, FIGURE_TABLE_END},
    .shares = {FIGURE_TABLE_END},
};

const struct figure_table_spec figure_specs_causes = {
    .advice = "causes= takes what crm-ticket --causes writes",
    .lead = CAUSES_TICKETS,
    .needed = {CAUSES_TICKETS, CAUSES_SHARE, CAUSES_CUMULATIVE_SHARE, CAUSES_OPEN,
               CAUSES_REPEAT_RATE, CAUSES_RESOLUTION_KM_P50, CAUSES_RESOLUTION_BREACH_RATE,
               FIGURE_TABLE_END},
    .key = {FIGURE_TABLE_END},
    .counts = {CAUSES_TICKETS, CAUSES_OPEN, FIGURE_TABLE_END},
    .shares = {CAUSES_SHARE, CAUSES_CUMULATIVE_SHARE, CAUSES_REPEAT_RATE,
               CAUSES_RESOLUTION_BREACH_RATE, FIGURE_TABLE_END},
};

const struct figure_table_spec figure_specs_control = {
    .advice = "control= takes what crm-survey --control or crm-ticket --control writes",
    .lead = CONTROLS_PERIOD,
    .needed = {CONTROLS_PERIOD, CONTROLS_N, CONTROLS_VALUE, CONTROLS_CENTRE, CONTROLS_LOW,
               CONTROLS_HIGH, CONTROLS_SIGNAL, FIGURE_TABLE_END},
    .key = {CONTROLS_MEASURE, CONTROLS_QUESTION, CONTROLS_FIGURE, CONTROLS_PERIOD,
            FIGURE_TABLE_END},
    .counts = {CONTROLS_N, FIGURE_TABLE_END},
    .shares = {FIGURE_TABLE_END},
};
