/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

/* How far a KPI that is computed from others moves with each of them. */

/**
 * PatronKpiSwing:
 * @input: a KPI that another is computed from
 * @n: how many values its limits, or its mean, come from
 * @since: the first day that counts, as values before had other limits; 0 where
 *   all count
 * @provisional: whether these are fewer than firm limits need
 * @held: whether they are too few for limits, so that it stays at its mean
 * @lower: its lower natural process limit, but no less than it can be
 * @centre: the mean that it has while others move
 * @upper: its upper natural process limit, but no more than it can be
 * @at_lower: the result where it is @lower; NaN where there is none
 * @at_upper: the result where it is @upper; likewise
 *
 * How far one input moves the result, in the units of both.
 */
typedef struct
{
  PatronRecord *input;
  gsize         n;
  gint64        since;
  gboolean      provisional;
  gboolean      held;
  double        lower;
  double        centre;
  double        upper;
  double        at_lower;
  double        at_upper;
} PatronKpiSwing;

/**
 * PatronKpiSensitivity:
 * @base: the result where every input has its mean; NaN with @problem
 * @swings: (element-type PatronKpiSwing): the widest first, those that are
 *   held last
 * @problem: (nullable): why there is no result
 *
 * What moves a KPI.
 */
typedef struct
{
  double  base;
  GArray *swings;
  char   *problem;
} PatronKpiSensitivity;

PatronKpiSensitivity *patron_kpi_sensitivity_new  (PatronDocument       *document,
                                                   PatronRecord         *kpi,
                                                   gint64                today);
void                  patron_kpi_sensitivity_free (PatronKpiSensitivity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronKpiSensitivity,
                               patron_kpi_sensitivity_free)

G_END_DECLS
