/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* From records to a table: each record falls into a category and a series,
 * and what falls together becomes one number. */

#include "config.h"

#include "patron-chart-query-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-text.h"

/* More are too many to see, whatever is asked for. */
#define MAX_COLUMNS 60
#define MAX_ROWS 12
#define MAX_PERIODS 600

/* One record, as the table takes it. */
typedef struct
{
  int    column;
  int    row;
  double values[PATRON_QUERY_MAX_MEASURES];
  double sample;
} Item;

/* The categories, or the series, as they are found. */
typedef struct
{
  const PatronQueryPath *path;
  PatronChartSource     *source;
  GHashTable            *places; /* of a key: the group and one */
  GArray                *groups; /* (element-type PatronQueryGroup) */
} Sorter;

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

static void
sorter_init (Sorter                *self,
             const PatronQueryPath *path,
             PatronChartSource     *source)
{
  self->path = path;
  self->source = source;
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->groups = new_groups ();
}

static guint
choice_index (const PatronField *field,
              const char        *id)
{
  guint i = 0;

  while (field->choices[i].id != NULL && strcmp (field->choices[i].id, id) != 0)
    i++;
  return i;
}

/* What a group is called, and where it stands. */
static void
describe_group (Sorter            *self,
                const PatronValue *value,
                PatronQueryGroup  *group)
{
  const PatronField *end = patron_query_path_end (self->path);
  const PatronRows *rows;
  gssize row;

  group->rank = self->groups->len;
  if (end->kind == PATRON_KIND_REFERENCE)
    {
      rows = patron_chart_source_get_rows (self->source, end->target);
      row = patron_rows_find (rows, value->integer);
      group->rank = (double) row;
      group->label = row >= 0 ? patron_rows_get_title (rows, (gsize) row)
                              : g_strdup ("");
      return;
    }
  if (end->kind == PATRON_KIND_DATE)
    {
      group->rank = (double) value->integer;
      group->label = patron_query_period_label (self->path->period,
                                                value->integer);
      return;
    }
  if (end->kind == PATRON_KIND_CHOICE)
    group->rank = choice_index (end, value->text);
  else if (end->kind == PATRON_KIND_BOOLEAN)
    group->rank = value->integer ? 0 : 1;
  else if (end->kind == PATRON_KIND_SCALE)
    group->rank = (double) value->integer;
  group->label = patron_field_format (end, value, NULL);
}

static char *
write_key (const PatronValue *value)
{
  if (value->type == PATRON_VALUE_TEXT)
    return g_strconcat ("t", value->text, NULL);
  return g_strdup_printf ("i%" G_GINT64_FORMAT, value->integer);
}

/* The group of a record, or -1 where it has none. */
static int
sorter_place (Sorter *self,
              gsize   row)
{
  const PatronValue *value
      = patron_query_path_follow (self->path, self->source, row);
  PatronValue start = PATRON_VALUE_INIT;
  PatronQueryGroup group = { 0 };
  g_autofree char *key = NULL;
  guint place;

  if (value == NULL)
    return -1;
  if (patron_query_path_dated (self->path))
    {
      patron_value_set_integer (
          &start,
          patron_query_period_start (self->path->period, value->integer));
      value = &start;
    }
  key = write_key (value);
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, key));
  if (place > 0)
    return (int) place - 1;
  describe_group (self, value, &group);
  g_array_append_val (self->groups, group);
  g_hash_table_insert (self->places, g_steal_pointer (&key),
                       GUINT_TO_POINTER (self->groups->len));
  return (int) self->groups->len - 1;
}

/* Each record is a category of its own. */
static int
add_single (Sorter           *self,
            const PatronRows *rows,
            gsize             row)
{
  PatronQueryGroup group = { .rank = (double) row };

  group.label = patron_rows_get_title (rows, row);
  g_array_append_val (self->groups, group);
  return (int) self->groups->len - 1;
}

typedef struct
{
  PatronQueryPath path;
  gint64          id;
  gboolean        set;
} Filter;

static gboolean
passes (const Filter      *filter,
        PatronChartSource *source,
        const PatronRows  *rows,
        gsize              row)
{
  const PatronValue *value;

  if (!filter->set)
    return TRUE;
  if (filter->path.n == 0)
    return patron_rows_get_id (rows, row) == filter->id;
  value = patron_query_path_follow (&filter->path, source, row);
  return value != NULL && value->integer == filter->id;
}

static void
filter_init (Filter             *filter,
             PatronRegistry     *registry,
             const PatronEntity *entity,
             const char         *target,
             gint64              id)
{
  filter->id = id;
  filter->set = id != 0
                && patron_query_path_find (&filter->path, registry, entity,
                                           target);
}

/* The KPI in whose unit the numbers of a record are. */
static gssize
kpi_of (PatronChartSource *source,
        const PatronRows  *rows,
        gsize              row,
        const PatronRows  *kpis)
{
  const PatronEntity *entity = patron_rows_get_entity (rows);
  int field = patron_entity_find_field (entity, "kpi");

  if (strcmp (entity->name, "kpi") == 0)
    return (gssize) row;
  return field < 0 ? -1
                   : patron_rows_find (kpis, patron_rows_get_integer (
                                                 rows, row, (guint) field));
}

static void
agree_on_direction (PatronQueryTable *self,
                    const PatronRows *kpis,
                    gsize             row,
                    gboolean          first)
{
  const PatronEntity *entity = patron_rows_get_entity (kpis);
  const PatronValue *value = patron_rows_get (
      kpis, row, (guint) patron_entity_find_field (entity, "direction"));
  const char *id = value->type == PATRON_VALUE_TEXT ? value->text : "none";
  PatronDirection direction = strcmp (id, "up") == 0 ? PATRON_DIRECTION_UP
                              : strcmp (id, "down") == 0
                                  ? PATRON_DIRECTION_DOWN
                                  : PATRON_DIRECTION_NONE;

  if (first)
    self->direction = direction;
  else if (self->direction != direction)
    self->direction = PATRON_DIRECTION_NONE;
}

/* Percent and dollars have no scale in common. */
static gboolean
fits_unit (PatronQueryTable       *self,
           const PatronChartQuery *query,
           PatronChartSource      *source,
           const PatronRows       *rows,
           gsize                   row)
{
  const PatronRows *kpis;
  g_autofree char *own = NULL;
  g_autofree char *wanted = NULL;
  gssize kpi;

  if (!patron_query_measure_in_unit (&self->measures[0]))
    return TRUE;
  kpis = patron_chart_source_get_rows (source, "kpi");
  kpi = kpi_of (source, rows, row, kpis);
  if (kpi < 0)
    return FALSE;
  own = patron_query_unit_key (kpis, (gsize) kpi);
  wanted = g_strdup (query->unit);
  if (wanted == NULL && self->kpi != 0)
    wanted = patron_query_unit_key (
        kpis, (gsize) patron_rows_find (kpis, self->kpi));
  if (wanted != NULL && strcmp (own, wanted) != 0)
    return FALSE;
  agree_on_direction (self, kpis, (gsize) kpi, self->kpi == 0);
  if (self->kpi == 0)
    self->kpi = patron_rows_get_id (kpis, (gsize) kpi);
  return TRUE;
}

static GArray *
gather (PatronQueryTable       *self,
        const PatronChartQuery *query,
        PatronChartSource      *source,
        Sorter                 *columns,
        Sorter                 *rows)
{
  PatronRegistry *registry = patron_document_get_registry (
      patron_chart_source_get_document (source));
  const PatronRows *table
      = patron_chart_source_get_rows (source, self->entity->name);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));
  Filter filters[4] = { 0 };

  filter_init (&filters[0], registry, self->entity, "kpi", query->kpi);
  filter_init (&filters[1], registry, self->entity, "segment", query->segment);
  filter_init (&filters[2], registry, self->entity, "portrait",
               query->portrait);
  filter_init (&filters[3], registry, self->entity, "journey", query->journey);
  for (gsize i = 0; i < patron_rows_get_n (table); i++)
    {
      Item item = { .sample = NAN };
      gboolean any = FALSE;
      gboolean wanted = TRUE;

      for (gsize j = 0; j < G_N_ELEMENTS (filters); j++)
        wanted = wanted && passes (&filters[j], source, table, i);
      if (!wanted)
        continue;
      for (guint j = 0; j < self->n_measures; j++)
        {
          double sample;

          item.values[j] = patron_query_measure_read (
              &self->measures[j], source, table, i, &sample);
          any = any || isfinite (item.values[j]);
          if (j == 0)
            item.sample = sample;
        }
      if (!any || !fits_unit (self, query, source, table, i))
        continue;
      item.row = self->split.n > 0 ? sorter_place (rows, i) : 0;
      if (item.row >= 0)
        item.column = self->over.n > 0 ? sorter_place (columns, i)
                                       : add_single (columns, table, i);
      if (item.row < 0 || item.column < 0)
        self->unset++;
      else
        g_array_append_val (items, item);
    }
  return items;
}

/* Months in which nothing happened are months, too. */
static void
fill_periods (PatronQueryTable *self,
              GArray           *groups)
{
  double min = INFINITY, max = -INFINITY;
  PatronQueryPeriod period = self->over.period;

  if (!patron_query_path_dated (&self->over) || period == PATRON_QUERY_DAY
      || !patron_query_measure_adds (&self->measures[0]))
    return;
  for (guint i = 0; i < groups->len; i++)
    {
      const PatronQueryGroup *group
          = &g_array_index (groups, PatronQueryGroup, i);

      min = MIN (min, group->rank);
      max = MAX (max, group->rank);
    }
  if (min >= max)
    return;
  for (gint64 at = patron_query_period_next (period, (gint64) min);
       at < (gint64) max && groups->len < MAX_PERIODS;
       at = patron_query_period_next (period, at))
    {
      PatronQueryGroup group = { .rank = (double) at };
      gboolean known = FALSE;

      for (guint i = 0; i < groups->len && !known; i++)
        known = g_array_index (groups, PatronQueryGroup, i).rank
                == (double) at;
      if (known)
        continue;
      group.label = patron_query_period_label (period, at);
      g_array_append_val (groups, group);
    }
}

typedef struct
{
  const GArray    *groups;
  PatronQuerySort  sort;
} Order;

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Order *order = data;
  const PatronQueryGroup *left
      = &g_array_index (order->groups, PatronQueryGroup, *(const guint *) a);
  const PatronQueryGroup *right
      = &g_array_index (order->groups, PatronQueryGroup, *(const guint *) b);
  double by = 0;

  if (order->sort == PATRON_QUERY_SORT_NAME)
    by = g_utf8_collate (left->label, right->label);
  else if (order->sort != PATRON_QUERY_SORT_OWN)
    {
      if (isnan (left->total) != isnan (right->total))
        return isnan (left->total) ? 1 : -1;
      by = order->sort == PATRON_QUERY_SORT_LARGEST
               ? right->total - left->total
               : left->total - right->total;
    }
  if (by == 0 || isnan (by))
    by = left->rank - right->rank;
  return by < 0 ? -1 : by > 0;
}

/* Puts groups in order; returns the new place of each. */
static guint *
put_in_order (GArray          *groups,
              PatronQuerySort  sort)
{
  g_autofree guint *order = g_new (guint, groups->len + 1);
  guint *places = g_new (guint, groups->len + 1);
  Order data = { groups, sort };
  g_autoptr (GArray) sorted
      = g_array_sized_new (FALSE, FALSE, sizeof (PatronQueryGroup),
                           groups->len);

  for (guint i = 0; i < groups->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) groups->len, sizeof *order, compare_groups,
                     &data);
  for (guint i = 0; i < groups->len; i++)
    {
      places[order[i]] = i;
      g_array_append_val (
          sorted, g_array_index (groups, PatronQueryGroup, order[i]));
    }
  if (groups->len > 0)
    memcpy (groups->data, sorted->data,
            groups->len * sizeof (PatronQueryGroup));
  return places;
}

static void
sum_groups (PatronQueryTable *self,
            GArray           *items,
            GArray           *groups)
{
  g_autofree GArray **lists = g_new0 (GArray *, groups->len + 1);

  for (guint i = 0; i < groups->len; i++)
    lists[i] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);

      if (isfinite (item->values[0]))
        g_array_append_val (lists[item->column], item->values[0]);
    }
  for (guint i = 0; i < groups->len; i++)
    {
      g_array_index (groups, PatronQueryGroup, i).total
          = patron_query_measure_join (self->measures[0].how,
                                       (double *) (void *) lists[i]->data,
                                       lists[i]->len);
      g_array_unref (lists[i]);
    }
}

/* What is beyond the limit becomes one category, where parts make a whole,
 * and is left out otherwise. */
static void
cut (PatronQueryTable       *self,
     const PatronChartQuery *query,
     GArray                 *items)
{
  gboolean join
      = query->others && patron_query_measure_adds (&self->measures[0]);
  guint limit = query->limit > 0 ? MIN (query->limit, MAX_COLUMNS)
                                 : MAX_COLUMNS;
  guint kept = 0;

  self->n_columns = self->columns->len;
  if (query->kind == PATRON_CHART_DONUT && self->columns->len > 5)
    {
      limit = MIN (limit, 4);
      join = TRUE;
    }
  if (patron_query_path_dated (&self->over) || self->columns->len <= limit
      || (join && self->columns->len == limit + 1))
    return;
  self->hidden = join ? 0 : self->columns->len - limit;
  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      if (item->column >= (int) limit && !join)
        continue;
      item->column = MIN (item->column, (int) limit);
      g_array_index (items, Item, kept++) = *item;
    }
  g_array_set_size (items, kept);
  g_array_set_size (self->columns, limit + (join ? 1 : 0));
  if (join)
    {
      PatronQueryGroup *rest
          = &g_array_index (self->columns, PatronQueryGroup, limit);

      g_free (rest->label);
      /* Translators: a category for all that are beyond the limit. */
      rest->label = g_strdup (C_("chart", "Other"));
    }
}

/* patron_query_table_at:
 *
 * Returns: where a value stands
 */
gsize
patron_query_table_at (const PatronQueryTable *self,
                       guint                   measure,
                       guint                   row,
                       guint                   column)
{
  return ((gsize) measure * self->rows->len + row) * self->columns->len
         + column;
}

static gboolean
is_period_of_nothing (const PatronQueryTable *self)
{
  return patron_query_measure_adds (&self->measures[0])
         && (self->split.n > 0 || patron_query_path_dated (&self->over));
}

static void
join_values (PatronQueryTable *self,
             GArray           *items)
{
  gsize n = (gsize) self->n_measures * self->rows->len * self->columns->len;
  g_autofree GArray **lists = g_new0 (GArray *, n + 1);

  self->values = g_new (double, n + 1);
  self->samples = g_new (double, n + 1);
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);

      if (isfinite (item->values[0]))
        g_array_append_val (self->all, item->values[0]);
      for (guint j = 0; j < self->n_measures; j++)
        {
          gsize at = patron_query_table_at (self, j, (guint) item->row,
                                             (guint) item->column);

          if (!isfinite (item->values[j]))
            continue;
          if (lists[at] == NULL)
            lists[at] = g_array_new (FALSE, FALSE, sizeof (double));
          g_array_append_val (lists[at], item->values[j]);
        }
    }
  for (gsize i = 0; i < n; i++)
    {
      guint measure
          = (guint) (i / ((gsize) self->rows->len * self->columns->len));

      self->values[i] = is_period_of_nothing (self) ? 0 : NAN;
      self->samples[i] = NAN;
      if (lists[i] == NULL)
        continue;
      self->values[i] = patron_query_measure_join (
          self->measures[measure].how, (double *) (void *) lists[i]->data,
          lists[i]->len);
      g_array_unref (lists[i]);
    }
  /* What the strategy holds is no sample; what a KPI measures is. */
  for (guint i = 0; i < items->len && self->over.n == 0; i++)
    {
      const Item *item = &g_array_index (items, Item, i);

      self->samples[patron_query_table_at (self, 0, (guint) item->row,
                                           (guint) item->column)]
          = item->sample;
    }
}

/* Series beyond those that can be told apart are left out, the smallest
 * first, and said to be. */
static void
place_rows (PatronQueryTable *self,
            GArray           *items)
{
  g_autofree guint *places = put_in_order (self->rows, PATRON_QUERY_SORT_OWN);
  guint kept = 0;

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      item->row = (int) places[item->row];
      if (item->row < MAX_ROWS)
        g_array_index (items, Item, kept++) = *item;
    }
  g_array_set_size (items, kept);
  if (self->rows->len > MAX_ROWS)
    g_array_set_size (self->rows, MAX_ROWS);
}

static void
place_columns (PatronQueryTable       *self,
               const PatronChartQuery *query,
               GArray                 *items)
{
  PatronQuerySort sort = query->sort;
  g_autofree guint *places = NULL;

  sum_groups (self, items, self->columns);
  fill_periods (self, self->columns);
  if (patron_query_path_dated (&self->over))
    sort = PATRON_QUERY_SORT_OWN;
  else if (query->kind == PATRON_CHART_PARETO)
    sort = PATRON_QUERY_SORT_LARGEST;
  places = put_in_order (self->columns, sort);
  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      item->column = (int) places[item->column];
    }
  cut (self, query, items);
}

/* Goals, all of them, are a tree. */
static gsize
count_nodes (const PatronQueryTable *self,
             const PatronChartQuery *query,
             PatronChartSource      *source)
{
  if (self->n_measures != 1 || self->measures[0].from != PATRON_QUERY_PROGRESS
      || self->over.n > 0 || self->split.n > 0 || query->kpi != 0
      || query->segment != 0 || query->portrait != 0 || query->journey != 0)
    return 0;
  return patron_rows_get_n (
      patron_chart_source_get_rows (source, self->entity->name));
}

/* patron_query_table_new:
 * @query: one that patron_chart_query_check() found good
 *
 * Returns: (transfer full): what it found
 */
PatronQueryTable *
patron_query_table_new (const PatronChartQuery *query,
                        PatronChartSource      *source)
{
  PatronRegistry *registry = patron_document_get_registry (
      patron_chart_source_get_document (source));
  PatronQueryTable *self = g_new0 (PatronQueryTable, 1);
  g_autoptr (GArray) items = NULL;
  Sorter columns, rows;

  self->entity = patron_registry_lookup (registry, query->entity);
  self->n_measures = patron_chart_query_get_n_measures (query);
  for (guint i = 0; i < self->n_measures; i++)
    patron_query_measure_parse (&self->measures[i], self->entity,
                                query->measures[i], NULL);
  patron_query_path_parse (&self->over, registry, self->entity, query->over,
                           NULL);
  patron_query_path_parse (&self->split, registry, self->entity, query->split,
                           NULL);
  self->all = g_array_new (FALSE, FALSE, sizeof (double));
  sorter_init (&columns, &self->over, source);
  sorter_init (&rows, &self->split, source);
  items = gather (self, query, source, &columns, &rows);
  self->columns = columns.groups;
  self->rows = rows.groups;
  if (self->split.n == 0)
    {
      PatronQueryGroup whole = { 0 };

      g_array_append_val (self->rows, whole);
    }
  place_rows (self, items);
  place_columns (self, query, items);
  join_values (self, items);
  self->n_nodes = count_nodes (self, query, source);
  g_hash_table_unref (columns.places);
  g_hash_table_unref (rows.places);
  return self;
}

/* patron_query_table_free:
 *
 * Frees the table.
 */
void
patron_query_table_free (PatronQueryTable *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_array_unref (self->all);
  g_free (self->values);
  g_free (self->samples);
  g_free (self);
}
