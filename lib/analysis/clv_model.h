/*
 * clv_model.h - a fitted model as JSON, to score with later: parameters by the names of the
 * literature, with standard errors, and what it was fitted to.
 */
#ifndef CRM_CLV_MODEL_H
#define CRM_CLV_MODEL_H

#include "analysis/clv.h"
#include "base/buf.h"

void clv_model_write(const struct clv *clv, struct buf *out);
/* NULL, or what is wrong with the text, in the arena. */
const char *clv_model_read(struct arena *arena, struct str text, struct clv_model *model);

#endif
