/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-cells.h"

static gboolean
meets (const PatronChart *chart,
       double             value,
       double             target)
{
  return chart->direction == PATRON_DIRECTION_DOWN ? value <= target
                                                   : value >= target;
}

static char *
write_single (const PatronChart     *chart,
              const PatronChartData *data,
              const PatronCells     *cells,
              guint                  column,
              double                 target)
{
  PatronFormat format = patron_chart_value_format (chart, data);
  double value = patron_cells_get (cells, 0, column);
  g_autofree char *name = patron_cells_name (cells, data, column);
  g_autofree char *number = patron_format_value (&format, value);
  g_autofree char *aim = patron_format_value (&format, target);

  if (*name == '\0')
    {
      g_free (name);
      name = patron_text_clean (patron_chart_series_name (chart, 0));
    }
  if (*name == '\0')
    return NULL;
  if (!isfinite (target) || chart->direction == PATRON_DIRECTION_NONE)
    /* Translators: measure, value. */
    return g_strdup_printf (C_("bullet graph", "%s: %s"), name, number);
  if (meets (chart, value, target))
    /* Translators: measure, value, target. */
    return g_strdup_printf (_("%s: %s, which meets the target of %s"), name,
                            number, aim);
  return g_strdup_printf (_("%s: %s, which misses the target of %s"), name,
                          number, aim);
}

/* Of measures that have a target each, how many meet it. */
static char *
write_own_targets (const PatronChart     *chart,
                   const PatronChartData *data)
{
  g_autoptr (PatronCells) cells = patron_cells_new (data, 2, G_MAXINT);
  guint n = 0, met = 0;

  if (cells->n_rows < 2 || chart->direction == PATRON_DIRECTION_NONE
      || chart->series->len < 2
      || !g_array_index (chart->series, PatronChartSeries, 1).expected)
    return NULL;
  for (guint i = 0; i < cells->n_columns; i++)
    {
      double value = patron_cells_get (cells, 0, i);
      double target = patron_cells_get (cells, 1, i);

      if (isnan (value) || isnan (target))
        continue;
      n++;
      met += meets (chart, value, target);
    }
  if (n == 0)
    return NULL;
  if (met == n)
    /* Translators: how many measures, each of which has a target. */
    return g_strdup_printf (ngettext ("%u meets its target",
                                      "All %u meet their targets", n), n);
  /* Translators: how many measures, of how many. */
  return g_strdup_printf (ngettext ("%u of %u meets its target",
                                    "%u of %u meet their targets", met),
                          met, n);
}

/* patron_chart_write_bullet:
 *
 * Says how many measures meet their target, or of one, whether it does.
 *
 * Returns: (transfer full) (nullable): the finding
 */
char *
patron_chart_write_bullet (const PatronChart     *chart,
                           const PatronChartData *data)
{
  g_autoptr (PatronCells) cells = patron_cells_new (data, 1, G_MAXINT);
  double target = patron_chart_get_target_at (chart, INFINITY);
  guint n = 0, met = 0, last = 0;
  char *finding;

  for (guint i = 0; cells->n_rows > 0 && i < cells->n_columns; i++)
    {
      double value = patron_cells_get (cells, 0, i);

      if (isnan (value))
        continue;
      n++;
      last = i;
      met += meets (chart, value, target);
    }
  if (n == 0)
    return NULL;
  if (n == 1)
    return write_single (chart, data, cells, last, target);
  if (isfinite (target) && chart->direction != PATRON_DIRECTION_NONE)
    {
      PatronFormat format = patron_chart_value_format (chart, data);
      g_autofree char *aim = patron_format_value (&format, target);

      if (met == n)
        /* Translators: how many measures, and their target. */
        return g_strdup_printf (ngettext ("All %u meets the target of %s",
                                          "All %u meet the target of %s", n),
                                n, aim);
      /* Translators: how many measures, of how many, and their target. */
      return g_strdup_printf (ngettext ("%u of %u meets the target of %s",
                                        "%u of %u meet the target of %s",
                                        met), met, n, aim);
    }
  finding = write_own_targets (chart, data);
  return finding != NULL ? finding
                         : patron_cells_write_extremes (cells, chart, data, 0);
}
