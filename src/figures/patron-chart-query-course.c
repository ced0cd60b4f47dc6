/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* The values of KPIs over time, as a table: a row for each KPI, a column for
 * each date or period. */

#include "config.h"

#include "patron-chart-query-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "patron-numbers.h"

#define MAX_KPIS 12

/* A value, and how many answers it rests on. */
typedef struct
{
  gint64 date;
  guint  row;
  double value;
  double sample;
} Point;

/* What a period of a KPI is made of. */
typedef struct
{
  double above;
  double below;
  gboolean whole; /* every measurement says both */
} Ratio;

typedef struct
{
  PatronQueryPeriod  period;
  GHashTable        *ratios; /* of a start: Ratio */
} RatioReader;

static void
add_ratio (gint64        id,
           const double *numbers,
           gpointer      data)
{
  RatioReader *reader = data;
  gint64 start = patron_query_period_start (reader->period,
                                            (gint64) numbers[0]);
  Ratio *ratio = g_hash_table_lookup (reader->ratios, &start);

  if (numbers[3] > 0)
    return;
  if (ratio == NULL)
    {
      ratio = g_new0 (Ratio, 1);
      ratio->whole = TRUE;
      g_hash_table_insert (reader->ratios, g_memdup2 (&start, sizeof start),
                           ratio);
    }
  if (isnan (numbers[1]) || isnan (numbers[2]))
    ratio->whole = FALSE;
  ratio->above += numbers[1];
  ratio->below += numbers[2];
}

/* The ratio of a period is one of sums. Where not every measurement says what
 * it is made of, there is none. */
static GHashTable *
read_ratios (PatronChartSource *source,
             gint64             kpi,
             PatronQueryPeriod  period)
{
  static const char *const fields[]
      = { "date", "numerator", "denominator", "excluded", NULL };
  RatioReader reader = { period, NULL };

  reader.ratios
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  patron_numbers_read (patron_chart_source_get_document (source),
                       "measurement", "kpi", kpi, fields, add_ratio, &reader,
                       NULL);
  return reader.ratios;
}

static const char *
text_of (const PatronRows *rows,
         gsize             row,
         const char       *name)
{
  const PatronValue *value = patron_rows_get (
      rows, row,
      (guint) patron_entity_find_field (patron_rows_get_entity (rows), name));

  return value->type == PATRON_VALUE_TEXT ? value->text : "";
}

static double
join_period (const PatronKpiSeries *series,
             gsize                  first,
             gsize                  end,
             const char            *rule,
             double                *sample)
{
  g_autofree double *values = g_new (double, end - first);
  gsize n = 0;
  PatronQueryHow how = strcmp (rule, "sum") == 0      ? PATRON_QUERY_SUM
                       : strcmp (rule, "median") == 0 ? PATRON_QUERY_MEDIAN
                                                      : PATRON_QUERY_MEAN;

  *sample = 0;
  for (gsize i = first; i < end; i++)
    if (!isnan (series->values[i]))
      {
        values[n++] = series->values[i];
        *sample += series->samples[i];
      }
  if (n > 0 && strcmp (rule, "last") == 0)
    return values[n - 1];
  return patron_query_measure_join (how, values, n);
}

static void
add_points (GArray                *points,
            PatronChartSource     *source,
            const PatronKpiSeries *series,
            gint64                 kpi,
            const char            *rule,
            PatronQueryPeriod      period,
            guint                  row)
{
  gboolean ratio
      = strcmp (rule, "ratio") == 0 && period != PATRON_QUERY_DAY;
  g_autoptr (GHashTable) ratios
      = ratio ? read_ratios (source, kpi, period) : NULL;

  for (gsize i = 0; i < series->n;)
    {
      Point point = { .row = row, .sample = NAN };
      gsize end = i + 1;

      point.date = patron_query_period_start (period, series->dates[i]);
      while (end < series->n
             && patron_query_period_start (period, series->dates[end])
                    == point.date)
        end++;
      point.value = join_period (series, i, end, rule, &point.sample);
      if (ratio)
        {
          const Ratio *sums = g_hash_table_lookup (ratios, &point.date);

          point.value = sums != NULL && sums->whole && sums->below != 0
                            ? sums->above / sums->below
                            : NAN;
        }
      g_array_append_val (points, point);
      i = end;
    }
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  gint64 left = ((const Point *) a)->date;
  gint64 right = ((const Point *) b)->date;

  return left < right ? -1 : left > right;
}

static void
fill (PatronQueryTable *self,
      GArray           *points)
{
  g_autofree guint *columns = g_new (guint, points->len + 1);
  gsize n;

  g_array_sort (points, compare_points);
  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);
      guint last = self->columns->len;

      if (last == 0
          || g_array_index (self->columns, PatronQueryGroup, last - 1).rank
                 != (double) point->date)
        {
          PatronQueryGroup group = { .rank = (double) point->date };

          g_array_append_val (self->columns, group);
          last++;
        }
      columns[i] = last - 1;
      if (!isnan (point->value))
        g_array_append_val (self->all, point->value);
    }
  n = (gsize) self->rows->len * self->columns->len;
  self->values = g_new (double, n + 1);
  self->samples = g_new (double, n + 1);
  for (gsize i = 0; i < n; i++)
    self->values[i] = self->samples[i] = NAN;
  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);
      gsize at = patron_query_table_at (self, 0, point->row, columns[i]);

      self->values[at] = point->value;
      self->samples[at] = point->sample;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      PatronQueryGroup *group
          = &g_array_index (self->columns, PatronQueryGroup, i);

      group->label
          = patron_query_period_label (self->over.period,
                                       (gint64) group->rank);
    }
}

static gboolean
is_wanted (const PatronChartQuery *query,
           const PatronRows       *kpis,
           gsize                   row,
           const char             *unit)
{
  guint segment = (guint) patron_entity_find_field (
      patron_rows_get_entity (kpis), "segment");
  g_autofree char *own = patron_query_unit_key (kpis, row);

  if (query->kpi != 0)
    return patron_rows_get_id (kpis, row) == query->kpi;
  if (query->segment != 0
      && patron_rows_get_integer (kpis, row, segment) != query->segment)
    return FALSE;
  return strcmp (own, unit) == 0;
}

static void
set_direction (PatronQueryTable *self,
               const char       *id)
{
  PatronDirection direction = strcmp (id, "up") == 0 ? PATRON_DIRECTION_UP
                              : strcmp (id, "down") == 0
                                  ? PATRON_DIRECTION_DOWN
                                  : PATRON_DIRECTION_NONE;

  if (self->rows->len == 0)
    self->direction = direction;
  else if (self->direction != direction)
    self->direction = PATRON_DIRECTION_NONE;
}

static void
clear_group (gpointer data)
{
  g_free (((PatronQueryGroup *) data)->label);
}

static GArray *
new_groups (void)
{
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (PatronQueryGroup));

  g_array_set_clear_func (groups, clear_group);
  return groups;
}

static char *
find_unit (const PatronChartQuery *query,
           const PatronRows       *kpis)
{
  if (query->unit != NULL)
    return g_strdup (query->unit);
  return patron_rows_get_n (kpis) > 0 ? patron_query_unit_key (kpis, 0)
                                      : g_strdup ("");
}

/* patron_query_table_new_course:
 * @query: one of values of KPIs
 *
 * Returns: (transfer full): what it found
 */
PatronQueryTable *
patron_query_table_new_course (const PatronChartQuery *query,
                               PatronChartSource      *source)
{
  PatronRegistry *registry = patron_document_get_registry (
      patron_chart_source_get_document (source));
  const PatronRows *kpis = patron_chart_source_get_rows (source, "kpi");
  g_autofree char *unit = find_unit (query, kpis);
  PatronQueryTable *self = g_new0 (PatronQueryTable, 1);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));

  self->entity = patron_registry_lookup (registry, query->entity);
  self->n_measures = 1;
  patron_query_measure_parse (&self->measures[0], self->entity,
                              query->measures[0], NULL);
  patron_query_path_parse (&self->over, registry, self->entity,
                           query->over != NULL ? query->over : "date", NULL);
  patron_query_path_parse (&self->split, registry, self->entity, query->split,
                           NULL);
  self->all = g_array_new (FALSE, FALSE, sizeof (double));
  self->columns = new_groups ();
  self->rows = new_groups ();
  for (gsize i = 0; i < patron_rows_get_n (kpis); i++)
    {
      gint64 id = patron_rows_get_id (kpis, i);
      const PatronKpiSeries *series;
      PatronQueryGroup group = { .rank = (double) i };

      if (!is_wanted (query, kpis, i, unit) || self->rows->len == MAX_KPIS)
        continue;
      series = patron_chart_source_get_series (source, id);
      if (series == NULL || series->n == 0)
        continue;
      set_direction (self, text_of (kpis, i, "direction"));
      if (self->kpi == 0)
        self->kpi = id;
      add_points (points, source, series, id, text_of (kpis, i, "aggregation"),
                  self->over.period, self->rows->len);
      group.label = patron_rows_get_title (kpis, i);
      g_array_append_val (self->rows, group);
    }
  fill (self, points);
  self->n_columns = self->columns->len;
  return self;
}
