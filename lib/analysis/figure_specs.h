/*
 * figure_specs.h - tables of crm-survey and crm-ticket that reports read back: what each must have
 * (analysis/figure_table.h), by the name of its kind.
 */
#ifndef CRM_FIGURE_SPECS_H
#define CRM_FIGURE_SPECS_H

#include "analysis/figure_table.h"

extern const struct figure_table_spec figure_specs_survey;
extern const struct figure_table_spec figure_specs_drivers;
extern const struct figure_table_spec figure_specs_service;
extern const struct figure_table_spec figure_specs_backlog;
extern const struct figure_table_spec figure_specs_causes;
extern const struct figure_table_spec figure_specs_control;

#endif
