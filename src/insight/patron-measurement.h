/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

/**
 * PatronMeasurementParts:
 * @numerator: what stands above the line, or NaN
 * @denominator: what stands below it, or NaN
 * @promoters: answers that count for a net score, or NaN
 * @detractors: answers that count against it, or NaN
 * @sample_size: how many answers, calls or clients there are, or NaN
 *
 * What the value of a measurement is made of.
 */
typedef struct
{
  double numerator;
  double denominator;
  double promoters;
  double detractors;
  double sample_size;
} PatronMeasurementParts;

const char *const *patron_kpi_get_parts      (PatronRecord                 *kpi);
double             patron_measurement_derive (const PatronMeasurementParts *parts);
gboolean           patron_measurement_set    (PatronDocument               *document,
                                              PatronRecord                 *measurement,
                                              const char                   *field,
                                              const PatronValue            *value,
                                              GError                      **error);

G_END_DECLS
