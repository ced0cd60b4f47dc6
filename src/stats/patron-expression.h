/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an expression may be at most. */
#define PATRON_EXPRESSION_MAX_LENGTH 2000
#define PATRON_EXPRESSION_MAX_DEPTH 64
#define PATRON_EXPRESSION_MAX_NAMES 64

/**
 * PatronUnit:
 * @PATRON_UNIT_ANY: a number that takes the unit of what it is joined with
 * @PATRON_UNIT_NUMBER: a count, or a quotient
 * @PATRON_UNIT_PERCENT: a part of a whole, 0.5 for 50 %
 * @PATRON_UNIT_SCORE: points of a scale
 * @PATRON_UNIT_MONEY: an amount
 * @PATRON_UNIT_DURATION: a time
 * @PATRON_UNIT_OTHER: of several of these, such as money squared
 *
 * What a value is measured in.
 */
typedef enum
{
  PATRON_UNIT_ANY,
  PATRON_UNIT_NUMBER,
  PATRON_UNIT_PERCENT,
  PATRON_UNIT_SCORE,
  PATRON_UNIT_MONEY,
  PATRON_UNIT_DURATION,
  PATRON_UNIT_OTHER,
} PatronUnit;

/* An expression of numbers and names: + - * / ^ and parentheses, min, max,
 * abs, round, and previous. Names stand in braces, or bare where they are one
 * word, which may begin with "#":
 * ({Revenue of clients} - Cost) / previous (#2006) */

typedef struct _PatronExpression PatronExpression;

PatronExpression *patron_expression_parse    (const char        *text,
                                              GError           **error);
void              patron_expression_free     (PatronExpression  *self);
guint             patron_expression_get_n_names (const PatronExpression *self);
const char       *patron_expression_get_name (const PatronExpression *self,
                                              guint              index);
gboolean          patron_expression_uses_previous
                                             (const PatronExpression *self);
double            patron_expression_evaluate (const PatronExpression *self,
                                              const double      *values,
                                              const double      *previous);
gboolean          patron_expression_find_unit (const PatronExpression *self,
                                              const PatronUnit  *units,
                                              PatronUnit        *unit,
                                              GError           **error);
gboolean          patron_unit_fits           (PatronUnit         unit,
                                              PatronUnit         into);
const char       *patron_unit_get_label      (PatronUnit         unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronExpression, patron_expression_free)

G_END_DECLS
