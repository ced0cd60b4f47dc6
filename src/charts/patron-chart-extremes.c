/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* What bars find: which category has the most, which the least, and whether
 * the values are sure enough to say so. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-private.h"

/* Of more categories than this no shares are compared. */
#define MOST_SHARES 1000

typedef struct
{
  double value;
  double low;
  double high;
  double samples;
  double category;
  char *name;
} Entry;

static void
clear_entry (gpointer entry)
{
  g_free (((Entry *) entry)->name);
}

static Entry
read_point (const PatronChartData   *data,
            const PatronChartPoints *points,
            gsize                    i)
{
  Entry entry = { points->y[i], points->y[i], points->y[i], INFINITY,
                  points->x[i],
                  patron_chart_name_category (data, points, i) };

  if (points->low != NULL && points->high != NULL
      && isfinite (points->low[i]) && isfinite (points->high[i]))
    {
      entry.low = points->low[i];
      entry.high = points->high[i];
    }
  if (points->samples != NULL && isfinite (points->samples[i]))
    entry.samples = points->samples[i];
  return entry;
}

/* patron_chart_point_counts:
 *
 * Returns: whether something can be found in a value: what is left out of all
 *   computations, or not measured yet, is no finding
 */
gboolean
patron_chart_point_counts (const PatronChartPoints *points,
                           gsize                    i)
{
  return isfinite (points->y[i])
         && (points->marks == NULL
             || (points->marks[i] & (PATRON_POINT_EXCLUDED
                                     | PATRON_POINT_FORECAST)) == 0);
}

static GArray *
read_entries (const PatronChartData *data,
              guint                  series)
{
  const PatronChartPoints *points
    = &g_array_index (data->series, PatronChartPoints, series);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, clear_entry);
  for (gsize i = 0; i < points->n; i++)
    if (patron_chart_point_counts (points, i) && points->x[i] > -0.5)
      {
        Entry entry = read_point (data, points, i);

        g_array_append_val (entries, entry);
      }
  return entries;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  double x = ((const Entry *) a)->value, y = ((const Entry *) b)->value;

  return (x < y) - (x > y);
}

static char *
write_one (const PatronFormat *format,
           const Entry        *entry)
{
  g_autofree char *value = patron_format_value (format, entry->value);

  /* Translators: a category and its value, as a title. */
  return g_strdup_printf (C_("finding", "%s: %s"), entry->name, value);
}

static gboolean
has_interval (const Entry *entry)
{
  return entry->low < entry->high;
}

/* What reads the same is the same to the reader, and what lies in each
 * other's intervals may well be. */
static char *
write_ranking (const PatronChart  *self,
               const PatronFormat *format,
               const GArray       *entries)
{
  const Entry *first = &g_array_index (entries, Entry, 0);
  const Entry *second = &g_array_index (entries, Entry, 1);
  const Entry *last = &g_array_index (entries, Entry, entries->len - 1);
  const Entry *next = &g_array_index (entries, Entry, entries->len - 2);
  g_autofree char *most = patron_format_value (format, first->value);
  g_autofree char *least = patron_format_value (format, last->value);
  gboolean tied;

  if (first->samples < self->least_samples
      || last->samples < self->least_samples)
    return NULL;
  if (g_str_equal (most, least))
    /* Translators: all values of a chart are this one. */
    return g_strdup_printf (_("All are the same: %s"), most);
  if ((has_interval (first) || has_interval (last))
      && first->low <= last->high)
    return g_strdup (_("The differences are within the margins of error"));
  tied = entries->len > 2
         && (first->value == second->value || last->value == next->value
             || (has_interval (first) && first->low <= second->high)
             || (has_interval (last) && last->high >= next->low));
  if (tied)
    /* Translators: two categories and their values, as a headline. */
    return g_strdup_printf (_("%s above %s: %s against %s"), first->name,
                            last->name, most, least);
  /* Translators: name and value of the highest of several, then of the
   * lowest, as a headline: names may be plural. */
  return g_strdup_printf (_("%s highest with %s, %s lowest with %s"),
                          first->name, most, last->name, least);
}

/* Of something and its plan, where they are farthest apart. */
static char *
write_gap (const PatronChart     *self,
           const PatronChartData *data,
           const PatronFormat    *format)
{
  const PatronChartPoints *a = &g_array_index (data->series,
                                               PatronChartPoints, 0);
  const PatronChartPoints *b = &g_array_index (data->series,
                                               PatronChartPoints, 1);
  gsize widest_a = 0, widest_b = 0;
  double widest = 0;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  g_autofree char *other = NULL;

  for (gsize i = 0, j = 0; i < a->n && j < b->n;)
    {
      if (a->x[i] != b->x[j])
        {
          if (a->x[i] < b->x[j])
            i++;
          else
            j++;
          continue;
        }
      if (patron_chart_point_counts (a, i) && patron_chart_point_counts (b, j)
          && fabs (a->y[i] / 2 - b->y[j] / 2) > widest)
        {
          widest = fabs (a->y[i] / 2 - b->y[j] / 2);
          widest_a = i;
          widest_b = j;
        }
      i++;
      j++;
    }
  if (widest == 0)
    return NULL;
  if (a->samples != NULL && a->samples[widest_a] < self->least_samples)
    return NULL;
  name = patron_chart_name_category (data, a, widest_a);
  value = patron_format_value (format, a->y[widest_a]);
  other = patron_format_value (format, b->y[widest_b]);
  if (g_str_equal (value, other))
    return NULL;
  /* Translators: a category, the name of a series and its value there, the
   * name of another series and its value. */
  return g_strdup_printf (
    _("Widest gap at %s: %s %s, %s %s"), name,
    patron_chart_series_name (self, 0), value,
    patron_chart_series_name (self, 1), other);
}

/* The sums of stacks. Parts that are missing make a sum of something else. */
static GArray *
read_totals (const PatronChartData *data)
{
  guint n = patron_chart_data_count_categories (data);
  g_autofree double *sums = g_new0 (double, n + 1);
  g_autofree guint *counts = g_new0 (guint, n + 1);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, clear_entry);
  for (guint s = 0; s < data->series->len; s++)
    {
      const PatronChartPoints *points
        = &g_array_index (data->series, PatronChartPoints, s);

      for (gsize i = 0; i < points->n; i++)
        if (patron_chart_point_counts (points, i) && points->x[i] > -0.5
            && points->x[i] < n - 0.5)
          {
            sums[(guint) round (points->x[i])] += points->y[i];
            counts[(guint) round (points->x[i])]++;
          }
    }
  for (guint k = 0; k < n; k++)
    {
      PatronChartPoints point = { .x = (double[]) { k }, .n = 1 };
      Entry entry = { sums[k], sums[k], sums[k], INFINITY, k, NULL };

      if (counts[k] == 0 || !isfinite (sums[k]))
        continue;
      entry.name = patron_chart_name_category (data, &point, 0);
      g_array_append_val (entries, entry);
    }
  return entries;
}

static double
read_at (const PatronChartPoints *points,
         double                   x)
{
  for (gsize i = 0; i < points->n && points->x[i] <= x; i++)
    if (points->x[i] == x && patron_chart_point_counts (points, i))
      return points->y[i];
  return NAN;
}

/* The shares that the first of the stacked series has of each category. */
static GArray *
read_shares (const PatronChartData *data,
             const GArray          *totals)
{
  const PatronChartPoints *points
    = &g_array_index (data->series, PatronChartPoints, 0);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < totals->len && i < MOST_SHARES; i++)
    {
      const Entry *total = &g_array_index (totals, Entry, i);
      double share = read_at (points, total->category) / total->value;
      Entry entry = { share, share, share, INFINITY, total->category,
                      g_strdup (total->name) };

      if (share >= 0 && share <= 1)
        g_array_append_val (entries, entry);
      else
        g_free (entry.name);
    }
  return entries;
}

/* Of what the first series counts, where its share is highest. */
static char *
write_shares (const PatronChart     *self,
              const PatronChartData *data)
{
  g_autoptr (GArray) totals = read_totals (data);
  g_autoptr (GArray) entries = read_shares (data, totals);
  g_autofree char *ranking = NULL;
  PatronFormat format;

  if (entries->len < 2 || entries->len < totals->len)
    return NULL;
  patron_format_init (&format, PATRON_FORMAT_PERCENT);
  format.decimals = 0;
  g_array_sort (entries, compare_entries);
  ranking = write_ranking (self, &format, entries);
  if (ranking == NULL)
    return NULL;
  /* Translators: the name of a series, and what was found of its shares. */
  return g_strdup_printf (C_("finding", "%s: %s"),
                          patron_chart_series_name (self, 0), ranking);
}

/* patron_chart_write_extremes:
 *
 * Says which category has the most and which the least, of a stack in all, of
 * shares those of the first series; of two series, where they are farthest
 * apart; of more, which leads. Nothing is said about values on few answers,
 * and nothing is made of differences within the intervals.
 *
 * Returns: (transfer full) (nullable): the finding
 */
char *
patron_chart_write_extremes (const PatronChart     *self,
                             const PatronChartData *data)
{
  PatronFormat format = patron_chart_value_format (self, data);
  g_autoptr (GArray) entries = NULL;
  gboolean stacked = self->stack == PATRON_STACK_SUM
                     && self->kind != PATRON_CHART_LOLLIPOP;

  if (data->series->len == 0)
    return NULL;
  if (data->series->len == 1)
    entries = read_entries (data, 0);
  else if (stacked)
    entries = read_totals (data);
  else if (self->stack == PATRON_STACK_PERCENT
           && self->kind != PATRON_CHART_LOLLIPOP)
    return write_shares (self, data);
  else if (data->series->len == 2)
    return write_gap (self, data, &format);
  else
    return patron_chart_write_leaders (self, data);
  if (entries->len == 0)
    return NULL;
  if (entries->len == 1)
    return write_one (&format, &g_array_index (entries, Entry, 0));
  g_array_sort (entries, compare_entries);
  return write_ranking (self, &format, entries);
}
