/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* What bars of several series find: which of the series leads, and where it
 * is farthest ahead of all. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-private.h"
#include "patron-number.h"

/* Of more categories than this nobody compares the series of each. */
#define MOST_COMPARED 1000

/* The largest value of a series, and in how many categories it leads. */
typedef struct
{
  guint n_led;
  gsize largest; /* the point, or G_MAXSIZE */
} Leader;

static const PatronChartPoints *
get_points (const PatronChartData *data,
            guint                  series)
{
  return &g_array_index (data->series, PatronChartPoints, series);
}

static gboolean
is_expected (const PatronChart *self,
             guint              series)
{
  return series < self->series->len
         && g_array_index (self->series, PatronChartSeries, series).expected;
}

/* The value of a series in a category, and whose point it is. */
static double
read_at (const PatronChartPoints *points,
         guint                    category,
         gsize                   *point)
{
  for (gsize i = 0; i < points->n && points->x[i] < category + 0.5; i++)
    if (points->x[i] >= category - 0.5
        && patron_chart_point_counts (points, i))
      {
        *point = i;
        return points->y[i];
      }
  return NAN;
}

/* Which series leads in a category, or -1 where two do or one is alone. */
static int
find_leader (const PatronChart     *self,
             const PatronChartData *data,
             guint                  category,
             Leader                *leaders)
{
  double most = -INFINITY;
  int leader = -1;
  guint n = 0;

  for (guint s = 0; s < data->series->len; s++)
    {
      const PatronChartPoints *points = get_points (data, s);
      gsize point = 0;
      double value = read_at (points, category, &point);

      if (isnan (value) || is_expected (self, s))
        continue;
      n++;
      if (leaders[s].largest == G_MAXSIZE
          || value > points->y[leaders[s].largest])
        leaders[s].largest = point;
      if (value > most)
        leader = (int) s;
      else if (value == most)
        leader = -1;
      most = MAX (most, value);
    }
  return n > 1 ? leader : -1;
}

static char *
write_leader (const PatronChart     *self,
              const PatronChartData *data,
              guint                  series,
              const Leader          *leader,
              guint                  n)
{
  const PatronChartPoints *points = get_points (data, series);
  PatronFormat format = patron_chart_value_format (self, data);
  const char *name = patron_chart_series_name (self, series);
  g_autofree char *category
    = patron_chart_name_category (data, points, leader->largest);
  g_autofree char *value
    = patron_format_value (&format, points->y[leader->largest]);
  g_autofree char *led = patron_number_format (leader->n_led, 0);
  g_autofree char *all = patron_number_format (n, 0);

  if (n > 1 && leader->n_led == n)
    /* Translators: a series, a category and the value of the series there, as
     * a headline. */
    return g_strdup_printf (_("%s highest everywhere, most at %s with %s"),
                            name, category, value);
  if (n > 1 && leader->n_led * 2 > n)
    /* Translators: a series, in how many of how many categories it is the
     * highest, a category and the value of the series there. */
    return g_strdup_printf (_("%s highest in %s of %s, most at %s with %s"),
                            name, led, all, category, value);
  /* Translators: a series, a category and the value of the series there. */
  return g_strdup_printf (_("%s highest at %s with %s"), name, category,
                          value);
}

/* patron_chart_write_leaders:
 *
 * Says which of several series is highest in most categories, or else which
 * is highest in any, and where. Nothing is said of a value on few answers.
 *
 * Returns: (transfer full) (nullable): the finding
 */
char *
patron_chart_write_leaders (const PatronChart     *self,
                            const PatronChartData *data)
{
  g_autofree Leader *leaders = g_new0 (Leader, data->series->len + 1);
  guint n = patron_chart_data_count_categories (data), n_compared = 0;
  const PatronChartPoints *points;
  double most = -INFINITY;
  int best = -1, highest = -1;

  for (guint s = 0; s < data->series->len; s++)
    leaders[s].largest = G_MAXSIZE;
  for (guint k = 0; k < MIN (n, MOST_COMPARED); k++)
    {
      int leader = find_leader (self, data, k, leaders);

      n_compared += leader >= 0;
      if (leader >= 0)
        leaders[leader].n_led++;
    }
  for (guint s = 0; s < data->series->len; s++)
    {
      if (leaders[s].largest == G_MAXSIZE
          || *patron_chart_series_name (self, s) == '\0')
        continue;
      if (best < 0 || leaders[s].n_led > leaders[best].n_led)
        best = (int) s;
      if (get_points (data, s)->y[leaders[s].largest] > most)
        highest = (int) s;
      most = MAX (most, get_points (data, s)->y[leaders[s].largest]);
    }
  if (best < 0 || n_compared == 0)
    return NULL;
  if (leaders[best].n_led * 2 <= n_compared)
    best = highest;
  points = get_points (data, (guint) best);
  if (points->samples != NULL
      && points->samples[leaders[best].largest] < self->least_samples)
    return NULL;
  return write_leader (self, data, (guint) best, &leaders[best], n_compared);
}
