/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* Which kinds of charts can show what a query found: nothing that would
 * mislead, or be unreadable, is offered. */

#include "config.h"

#include "patron-chart-query-private.h"

#include <math.h>

#define MAX_COLOURS 8 /* series that can be told apart */
#define MAX_COLUMNS_UP 24
#define MAX_BULLETS 16
#define MAX_SPOKES 12
#define MAX_SLOPES 12
#define MAX_SPREAD 20

/* What a kind asks of a table. */
typedef struct
{
  guint    columns;
  guint    series; /* of all measures */
  gboolean dated;
  gboolean ordered;
  gboolean adds;
  gboolean negative;
  gboolean scale;
  gboolean course;
  double   least;   /* value that is not zero, without its sign */
  double   largest;
  guint    spread; /* single values of the first measure */
} Facts;

static gboolean
is_ordered (const PatronQueryPath    *path,
            const PatronEntity       *entity)
{
  const PatronField *end = patron_query_path_end (path);

  if (end == NULL)
    return patron_entity_find_field (entity, "step") >= 0;
  return end->kind == PATRON_KIND_CHOICE || end->kind == PATRON_KIND_SCALE
         || (end->kind == PATRON_KIND_REFERENCE
             && g_strcmp0 (end->target, "stage") == 0);
}

static Facts
find_facts (const PatronQueryTable *self)
{
  gsize n = (gsize) self->n_measures * self->rows->len * self->columns->len;
  double min, max;
  Facts facts = {
    .columns = self->columns->len,
    .series = self->rows->len * self->n_measures,
    .dated = patron_query_path_dated (&self->over),
    .ordered = is_ordered (&self->over, self->entity),
    .adds = patron_query_measure_adds (&self->measures[0]),
    .course = self->measures[0].how == PATRON_QUERY_VALUE,
    .spread = self->all->len,
  };

  patron_query_measure_get_range (&self->measures[0], &min, &max);
  facts.scale = isfinite (min);
  for (guint i = 1; i < self->n_measures; i++)
    {
      double other_min, other_max;

      patron_query_measure_get_range (&self->measures[i], &other_min,
                                      &other_max);
      facts.scale = facts.scale && other_min == min && other_max == max;
      facts.adds
          = facts.adds && patron_query_measure_adds (&self->measures[i]);
    }
  for (gsize i = 0; i < n; i++)
    {
      double size = fabs (self->values[i]);

      facts.negative = facts.negative || self->values[i] < 0;
      if (!isfinite (size) || size == 0)
        continue;
      facts.least = facts.largest > 0 ? MIN (facts.least, size) : size;
      facts.largest = MAX (facts.largest, size);
    }
  return facts;
}

/* Measures of different units share no axis. */
static gboolean
share_unit (const PatronQueryTable *self)
{
  for (guint i = 1; i < self->n_measures; i++)
    {
      const PatronQueryMeasure *a = &self->measures[0];
      const PatronQueryMeasure *b = &self->measures[i];
      gboolean same
          = a->field != NULL && b->field != NULL
            && a->field->kind == b->field->kind
            && (a->field->kind != PATRON_KIND_SCALE
                || (a->field->min == b->field->min
                    && a->field->max == b->field->max));

      if (patron_query_measure_in_unit (a) != patron_query_measure_in_unit (b)
          || (!patron_query_measure_in_unit (a) && !same))
        return FALSE;
    }
  return TRUE;
}

static void
find_dated (const Facts *facts,
            gboolean    *kinds)
{
  kinds[PATRON_CHART_LINE] = facts->series <= MAX_COLOURS;
  kinds[PATRON_CHART_AREA]
      = facts->series == 1 && !facts->negative;
  kinds[PATRON_CHART_SPARKLINE] = facts->series == 1;
  /* They share a scale, on which the least must still be seen. */
  kinds[PATRON_CHART_MULTIPLES]
      = facts->series > 1 && facts->largest < facts->least * MAX_SPREAD;
  kinds[PATRON_CHART_COLUMN]
      = facts->columns <= MAX_COLUMNS_UP * 2 && facts->series <= 4;
}

static void
find_of_categories (const PatronQueryTable *self,
                    const Facts            *facts,
                    gboolean               *kinds)
{
  gboolean told_apart = facts->series <= MAX_COLOURS;
  gboolean parts = facts->adds && !facts->negative && facts->series == 1
                   && facts->columns > 1;
  gboolean pair = self->n_measures == 2 && self->rows->len == 1;

  kinds[PATRON_CHART_BAR] = told_apart;
  kinds[PATRON_CHART_COLUMN]
      = told_apart && facts->columns <= MAX_COLUMNS_UP;
  kinds[PATRON_CHART_LOLLIPOP] = facts->series == 1;
  kinds[PATRON_CHART_DUMBBELL] = facts->series == 2;
  kinds[PATRON_CHART_SLOPE]
      = facts->series == 2 && facts->columns <= MAX_SLOPES
        && facts->largest < facts->least * MAX_SPREAD;
  kinds[PATRON_CHART_PARETO] = parts && !facts->ordered;
  kinds[PATRON_CHART_DONUT] = parts;
  kinds[PATRON_CHART_WATERFALL]
      = facts->adds && facts->series == 1 && facts->columns > 1
        && facts->columns <= MAX_COLUMNS_UP;
  kinds[PATRON_CHART_FUNNEL]
      = parts && facts->ordered && facts->columns <= MAX_SPOKES;
  kinds[PATRON_CHART_EXPERIENCE]
      = facts->scale && facts->ordered && pair && facts->columns > 1;
  kinds[PATRON_CHART_HEAT_MAP] = self->split.n > 0 && self->n_measures == 1
                                 && facts->columns > 1
                                 && self->rows->len > 1;
  kinds[PATRON_CHART_RADAR] = facts->scale && facts->columns >= 3
                              && facts->columns <= MAX_SPOKES
                              && facts->series <= 4;
  /* On a scale that the largest sets, the least must still be seen. */
  kinds[PATRON_CHART_BULLET] = pair && facts->columns <= MAX_BULLETS
                               && !facts->negative
                               && facts->largest < facts->least * MAX_SPREAD;
}

/* patron_query_table_find_kinds:
 * @kinds: (array): set for each kind of chart
 *
 * Finds the kinds that can show the table.
 */
void
patron_query_table_find_kinds (const PatronQueryTable *self,
                               gboolean               *kinds)
{
  Facts facts = find_facts (self);

  for (int i = 0; i < PATRON_N_CHART_KINDS; i++)
    kinds[i] = FALSE;
  if (share_unit (self))
    {
      if (facts.dated)
        find_dated (&facts, kinds);
      else
        find_of_categories (self, &facts, kinds);
    }
  kinds[PATRON_CHART_TREE] = self->n_nodes > 0;
  kinds[PATRON_CHART_MATRIX] = self->n_measures >= 2
                               && self->rows->len <= MAX_COLOURS
                               && !facts.dated && facts.columns > 1;
  if (self->n_measures == 1 && self->rows->len == 1 && facts.spread > 1
      && !facts.adds)
    {
      kinds[PATRON_CHART_DISTRIBUTION] = facts.scale;
      kinds[PATRON_CHART_HISTOGRAM] = !facts.scale;
    }
}
