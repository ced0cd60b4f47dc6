/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PatronExplanation:
 * @title: which figure it is
 * @result: (nullable): the figure itself
 * @formula: how it is computed, in words or signs
 * @inputs: (element-type PatronExplanationInput): what went into it
 * @sample: (nullable): from how many values or answers it comes
 * @source: (nullable): where those, or the formula, come from
 *
 * The answer to "how was this computed?".
 */
typedef struct
{
  char   *title;
  char   *result;
  char   *formula;
  GArray *inputs;
  char   *sample;
  char   *source;
} PatronExplanation;

/**
 * PatronExplanationInput:
 * @name: what it is
 * @value: as the user reads it
 */
typedef struct
{
  char *name;
  char *value;
} PatronExplanationInput;

PatronExplanation *patron_explanation_new       (const char              *title);
void               patron_explanation_free      (PatronExplanation       *self);
void               patron_explanation_add_input (PatronExplanation       *self,
                                                 const char              *name,
                                                 char                    *value);
char              *patron_explanation_to_text   (const PatronExplanation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronExplanation, patron_explanation_free)

G_END_DECLS
