/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* What the charts of one KPI show, as their titles. */

#include "config.h"

#include "patron-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* From so many values on quarters of them can be told apart. */
#define LEAST_SPREAD 8

/* patron_kpi_figure_write_ranges:
 *
 * Returns: (transfer full) (nullable): whether values moved further than they
 *   usually do
 */
char *
patron_kpi_figure_write_ranges (const PatronKpiJudgement *judgement)
{
  const PatronProcessSeries *process = judgement->process;
  guint n = 0;

  if (judgement->certainty == PATRON_KPI_UNKNOWN)
    return NULL;
  for (gsize i = 0; i < judgement->series->n; i++)
    n += process->points[i].moving_range
         > patron_process_series_get_segment (process, i)
               ->process.range_limit;
  if (n == 0)
    return g_strdup (_("No value moved further than is usual"));
  return g_strdup_printf (
      ngettext ("%u value moved further than is usual",
                "%u values moved further than is usual", n),
      n);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* R's type 7: linear between the order statistics. */
static double
get_quantile (const double *sorted,
              gsize         n,
              double        p)
{
  double at = p * (double) (n - 1);
  gsize below = (gsize) floor (at);

  if (below + 1 >= n)
    return sorted[n - 1];
  return sorted[below]
         + (at - (double) below) * (sorted[below + 1] - sorted[below]);
}

/* patron_kpi_figure_write_spread:
 *
 * Returns: (transfer full) (nullable): between what the middle half of the
 *   values lies
 */
char *
patron_kpi_figure_write_spread (const PatronKpiJudgement *judgement)
{
  const PatronKpiSeries *series = judgement->series;
  g_autofree double *sorted = g_new (double, MAX (series->n, 1));
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  gsize n = 0;

  for (gsize i = 0; i < series->n; i++)
    if (isfinite (series->values[i]))
      sorted[n++] = series->values[i];
  if (n < LEAST_SPREAD)
    return NULL;
  qsort (sorted, n, sizeof *sorted, compare_doubles);
  low = patron_kpi_write_value (judgement, get_quantile (sorted, n, 0.25));
  high = patron_kpi_write_value (judgement, get_quantile (sorted, n, 0.75));
  /* Translators: two values. */
  return g_strdup_printf (_("Half of the values lie between %s and %s"), low,
                          high);
}

/* patron_kpi_figure_write_year:
 *
 * Returns: (transfer full) (nullable): how the latest value differs from that
 *   of a year before
 */
char *
patron_kpi_figure_write_year (const PatronKpiJudgement *judgement)
{
  g_autofree char *change
      = patron_kpi_write_change (judgement, &judgement->year);
  g_autofree char *date = NULL;

  if (change == NULL)
    return NULL;
  date = patron_cadence_write_date (
      judgement->series->cadence,
      judgement->series->dates[judgement->latest]);
  /* Translators: a date, then how much a value changed, and from what. */
  return g_strdup_printf (C_("finding", "%s: %s"), date, change);
}
