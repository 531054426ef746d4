/*
 * input_layout.h - an input with the layout of a known product, read as what it holds.
 *
 *     input_layout_take(input, layout);       before input_bind
 *
 * Qualtrics writes three rows of heads: names, question texts, and JSON with an ImportId. The
 * second and the third are skipped; where one is missing (older exports, or somebody's hand), only
 * the other. The third also tells the time zone of the times, which stand without one: --tz moves
 * them from it.
 *
 * LimeSurvey can put the question behind its code, "G01Q02. How likely ...": the column is called
 * by the code alone, unless another one would then have the same name. In JSON Lines, where the
 * names are the keys, heads stay.
 */
#ifndef CRM_INPUT_LAYOUT_H
#define CRM_INPUT_LAYOUT_H

#include "flow/input.h"

void input_layout_take(struct input *input, const struct layout *layout);

#endif
