/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

/**
 * PatronCadence:
 *
 * How often a KPI is measured.
 */
typedef enum
{
  PATRON_CADENCE_NONE,
  PATRON_CADENCE_DAY,
  PATRON_CADENCE_WEEK,
  PATRON_CADENCE_MONTH,
  PATRON_CADENCE_QUARTER,
  PATRON_CADENCE_YEAR,
} PatronCadence;

/**
 * PatronKpiTarget:
 * @id: the target
 * @starts: the first day on which it holds
 * @value: in the unit of the KPI
 * @kind: (nullable): the id of a choice of the field kind of targets
 *
 * A target that holds until the next one starts.
 */
typedef struct
{
  gint64      id;
  gint64      starts;
  double      value;
  const char *kind;
} PatronKpiTarget;

/**
 * PatronKpiSeries:
 * @n: how many points there are, one for each date
 * @dates: (array length=n): days since 1970-01-01, rising
 * @values: (array length=n): what is judged, in the unit of the KPI (a share
 *   where that is percent, seconds where it is time); NaN where the point is
 *   excluded or has no value
 * @measured: (array length=n): the same, with the values of excluded points
 * @samples: (array length=n): how many answers, calls or clients a point
 *   comes from; NaN where that is not known
 * @hits: (array length=n): how many of those the value counts, where it is a
 *   share of them or a net score; else NaN
 * @against: (array length=n): how many of those a net score counts against
 *   it; else NaN
 * @excluded: (array length=n): whether all measurements of the date are left
 *   out
 * @ids: (array length=n): the measurement; the last one of several of a date,
 *   0 for a value that is computed
 * @counts: (array length=n): how many measurements the point comes from
 * @missing: (array length=n): how many periods have no value between the
 *   point before and this one
 * @step: how far apart points usually lie, in days; INFINITY where there are
 *   fewer than two
 * @cadence: how often it is said to be measured
 * @n_measurements: how many measurements there are
 * @problem: (nullable): why a KPI that is computed has no values
 * @targets: (element-type PatronKpiTarget): by rising start
 *
 * What has been measured of a KPI.
 */
typedef struct
{
  gsize         n;
  gint64       *dates;
  double       *values;
  double       *measured;
  double       *samples;
  double       *hits;
  double       *against;
  gboolean     *excluded;
  gint64       *ids;
  guint        *counts;
  guint        *missing;
  double        step;
  PatronCadence cadence;
  gsize         n_measurements;
  char         *problem;
  GArray       *targets;
} PatronKpiSeries;

PatronKpiSeries       *patron_kpi_series_new        (PatronDocument        *document,
                                                     PatronRecord          *kpi);
PatronKpiSeries       *patron_kpi_series_new_from   (PatronDocument        *document,
                                                     PatronRecord          *kpi,
                                                     const gint64          *dates,
                                                     const double          *values,
                                                     const double          *samples,
                                                     gsize                  n);
void                   patron_kpi_series_free       (PatronKpiSeries       *self);
gssize                 patron_kpi_series_find       (const PatronKpiSeries *self,
                                                     gint64                 date);
const PatronKpiTarget *patron_kpi_series_get_target (const PatronKpiSeries *self,
                                                     gint64                 date);

PatronCadence          patron_cadence_of            (PatronRecord          *kpi);
double                 patron_cadence_get_days      (PatronCadence          cadence);
gint64                 patron_cadence_add           (PatronCadence          cadence,
                                                     gint64                 date,
                                                     int                    periods);
guint                  patron_cadence_get_n_seasons (PatronCadence          cadence);
guint                  patron_cadence_get_season    (PatronCadence          cadence,
                                                     gint64                 date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronKpiSeries, patron_kpi_series_free)

G_END_DECLS
