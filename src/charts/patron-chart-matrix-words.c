/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* What a matrix shows, in words, and where its quadrants meet. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-matrix.h"
#include "patron-number.h"

#define MOST_TOLD 24
/* Beyond this no axis can be worked out. */
#define LARGEST 1e290

/* patron_matrix_has_point:
 *
 * Returns: whether a point has a place in the matrix
 */
gboolean
patron_matrix_has_point (const PatronChartPoints *points,
                         gsize                    i)
{
  return isfinite (points->y[i]) && fabs (points->y[i]) <= LARGEST
         && fabs (points->x[i]) <= LARGEST
         && !(points->marks != NULL
              && (points->marks[i] & PATRON_POINT_EXCLUDED));
}

/* Whole numbers up to five or ten are ratings. */
static void
find_scale (PatronMatrixAxis *found,
            gboolean          whole)
{
  static const double tops[] = { 5, 10 };

  for (gsize i = 0; whole && i < G_N_ELEMENTS (tops); i++)
    if (found->min >= 0 && found->max <= tops[i] && found->max > 2)
      {
        found->min = MIN (found->min, 1);
        found->max = tops[i];
        found->scale = TRUE;
        return;
      }
}

static double
middle_of (const PatronMatrixAxis *found,
           gboolean                logarithmic)
{
  if (logarithmic && found->min > 0)
    return sqrt (found->min) * sqrt (found->max);
  return found->min / 2 + found->max / 2;
}

/* patron_matrix_find_axis:
 * @across: whether it is the axis of x
 *
 * Works out from where to where an axis of a matrix has to reach, and where
 * the quadrants meet on it.
 *
 * Returns: whether there are any points
 */
gboolean
patron_matrix_find_axis (const PatronChartAxis *axis,
                         const PatronChartData *data,
                         gboolean               across,
                         PatronMatrixAxis      *found)
{
  gboolean whole = TRUE;

  *found = (PatronMatrixAxis) { INFINITY, -INFINITY, FALSE, NAN };
  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (data->series, PatronChartPoints, i);

      for (gsize j = 0; j < points->n; j++)
        {
          double value = across ? points->x[j] : points->y[j];

          if (!patron_matrix_has_point (points, j))
            continue;
          found->min = MIN (found->min, value);
          found->max = MAX (found->max, value);
          whole = whole && value == floor (value);
        }
    }
  if (found->min > found->max)
    return FALSE;
  if (isfinite (axis->min) || isfinite (axis->max))
    {
      if (fabs (axis->min) <= LARGEST)
        found->min = MIN (found->min, axis->min);
      if (fabs (axis->max) <= LARGEST)
        found->max = MAX (found->max, axis->max);
      found->scale = isfinite (axis->min) && isfinite (axis->max)
                     && found->min == axis->min && found->max == axis->max;
    }
  else if (!axis->logarithmic)
    find_scale (found, whole);
  found->split = fabs (axis->split) <= LARGEST
                   ? axis->split
                   : middle_of (found, axis->logarithmic);
  return TRUE;
}

/* patron_matrix_name_point:
 *
 * Returns: (transfer full): what a bubble is called: of a series with one
 *   point, the series
 */
char *
patron_matrix_name_point (const PatronChart     *chart,
                          const PatronChartData *data,
                          guint                  series,
                          gsize                  i)
{
  const PatronChartPoints *points
    = &g_array_index (data->series, PatronChartPoints, series);

  if (points->names != NULL && !patron_text_is_empty (points->names[i]))
    return patron_text_clean (points->names[i]);
  if (points->n == 1 && data->series->len > 1)
    return patron_text_clean (patron_chart_series_name (chart, series));
  return g_strdup ("");
}

/* Counted as the quadrants are stored: top left, top right, bottom left,
 * bottom right. */
static guint
count_quadrants (const PatronChartData  *data,
                 const PatronMatrixAxis *x,
                 const PatronMatrixAxis *y,
                 guint                  *counts)
{
  guint n = 0;

  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (data->series, PatronChartPoints, i);

      for (gsize j = 0; j < points->n; j++)
        if (patron_matrix_has_point (points, j))
          {
            counts[(points->y[j] >= y->split ? 0 : 2)
                   + (points->x[j] >= x->split ? 1 : 0)]++;
            n++;
          }
    }
  return n;
}

static char *
write_highest (const PatronChart     *chart,
               const PatronChartData *data)
{
  const PatronChartPoints *best = NULL;
  guint series = 0;
  gsize point = 0;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  g_autofree char *measure = patron_text_clean (chart->y.title);

  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (data->series, PatronChartPoints, i);

      for (gsize j = 0; j < points->n; j++)
        if (patron_matrix_has_point (points, j)
            && (best == NULL || points->y[j] > best->y[point]))
          {
            best = points;
            series = i;
            point = j;
          }
    }
  if (best == NULL)
    return NULL;
  name = patron_matrix_name_point (chart, data, series, point);
  value = patron_format_value (&chart->y.format, best->y[point]);
  if (*name == '\0' || *measure == '\0')
    return NULL;
  /* Translators: name of a bubble, measure, value. */
  return g_strdup_printf (_("%s is highest in %s, with %s"), name, measure,
                          value);
}

/* patron_chart_write_matrix:
 *
 * Returns: (transfer full) (nullable): which quadrant holds most; without
 *   names of quadrants, what stands highest
 */
char *
patron_chart_write_matrix (const PatronChart     *chart,
                           const PatronChartData *data)
{
  PatronMatrixAxis x, y;
  guint counts[4] = { 0 };
  int most = -1;
  guint n;
  g_autofree char *name = NULL;
  g_autofree char *part = NULL;
  g_autofree char *all = NULL;

  if (!patron_matrix_find_axis (&chart->x, data, TRUE, &x)
      || !patron_matrix_find_axis (&chart->y, data, FALSE, &y))
    return NULL;
  n = count_quadrants (data, &x, &y, counts);
  for (int i = 0; i < 4; i++)
    if (!patron_text_is_empty (chart->quadrants[i]) && counts[i] > 0
        && (most < 0 || counts[i] > counts[most]))
      most = i;
  if (most < 0)
    return write_highest (chart, data);
  name = patron_text_clean (chart->quadrants[most]);
  part = patron_number_format (counts[most], 0);
  all = patron_number_format (n, 0);
  /* Translators: how many of how many, name of a quadrant. */
  return g_strdup_printf (ngettext ("%s of %s is in “%s”",
                                    "%s of %s are in “%s”", counts[most]),
                          part, all, name);
}

/* patron_chart_describe_matrix:
 *
 * Returns: (transfer full) (nullable): where each bubble is
 */
char *
patron_chart_describe_matrix (const PatronChart     *chart,
                              const PatronChartData *data)
{
  GString *text = g_string_new (NULL);
  guint told = 0;

  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (data->series, PatronChartPoints, i);

      for (gsize j = 0; j < points->n && told < MOST_TOLD; j++)
        {
          g_autofree char *name = NULL;
          g_autofree char *x = NULL;
          g_autofree char *y = NULL;

          if (!patron_matrix_has_point (points, j))
            continue;
          name = patron_matrix_name_point (chart, data, i, j);
          x = patron_format_value (&chart->x.format, points->x[j]);
          y = patron_format_value (&chart->y.format, points->y[j]);
          if (told++ > 0)
            g_string_append_c (text, ' ');
          /* Translators: a bubble of a matrix: its name, its value on the
           * horizontal and on the vertical axis. */
          g_string_append_printf (text, C_("matrix", "%s: %s across, %s up."),
                                  *name != '\0' ? name : _("Point"), x, y);
        }
    }
  return g_string_free (text, text->len == 0);
}
