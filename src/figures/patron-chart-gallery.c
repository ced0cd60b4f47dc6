/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* The charts that a strategy's own data makes at once, without anything to
 * set up. Only what has something to show is there. */

#include "config.h"

#include "patron-chart-gallery.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-chart-query-private.h"

#define MAX_LINES 24
#define MAX_JOURNEYS 6

/* A row is a chart of the whole strategy. */
static const struct
{
  const char      *page;
  const char      *entity;
  const char      *measures[PATRON_QUERY_MAX_MEASURES];
  const char      *over;
  PatronChartKind  kind;
  PatronQuerySort  sort;
  guint            limit;
  guint            least; /* categories, below which it tells nothing */
} whole[] = {
  { "portraits", "segment", { "sum:size" }, NULL, PATRON_CHART_DONUT,
    PATRON_QUERY_SORT_LARGEST, 0, 2 },
  { "portraits", "segment", { "mean:profit_share" }, NULL, PATRON_CHART_BAR,
    PATRON_QUERY_SORT_LARGEST, 0, 2 },
  { "portraits", "need", { "mean:strength" }, NULL, PATRON_CHART_LOLLIPOP,
    PATRON_QUERY_SORT_LARGEST, 12, 2 },
  { "portraits", "need", { "mean:served", "mean:strength" }, NULL,
    PATRON_CHART_MATRIX, PATRON_QUERY_SORT_OWN, 0, 2 },
  { "journeys", "channel", { "mean:readiness", "mean:importance" }, NULL,
    PATRON_CHART_MATRIX, PATRON_QUERY_SORT_OWN, 0, 2 },
  { "journeys", "card", { "count" }, "channel", PATRON_CHART_BAR,
    PATRON_QUERY_SORT_LARGEST, 12, 2 },
  { "journeys", "card", { "mean:felt", "mean:expected" }, "channel",
    PATRON_CHART_DUMBBELL, PATRON_QUERY_SORT_OWN, 12, 2 },
  { "journeys", "card", { "mean:felt" }, NULL, PATRON_CHART_DISTRIBUTION,
    PATRON_QUERY_SORT_OWN, 0, 5 },
  { "journeys", "hurdle", { "count" }, "kind", PATRON_CHART_COLUMN,
    PATRON_QUERY_SORT_LARGEST, 0, 2 },
  { "journeys", "hurdle", { "count" }, "answer_kind", PATRON_CHART_PARETO,
    PATRON_QUERY_SORT_LARGEST, 0, 2 },
  { "journeys", "hurdle", { "mean:conversion" }, NULL, PATRON_CHART_BAR,
    PATRON_QUERY_SORT_LEAST, 12, 2 },
  { "goals", "goal", { "mean:progress" }, NULL, PATRON_CHART_TREE,
    PATRON_QUERY_SORT_OWN, 0, 0 },
  { "goals", "goal", { "mean:progress" }, NULL, PATRON_CHART_BAR,
    PATRON_QUERY_SORT_LARGEST, 12, 2 },
  { "goals", "goal", { "count" }, "status", PATRON_CHART_DONUT,
    PATRON_QUERY_SORT_OWN, 0, 2 },
  { "goals", "action", { "count" }, "state", PATRON_CHART_COLUMN,
    PATRON_QUERY_SORT_OWN, 0, 2 },
  { "goals", "action", { "count" }, "due/month", PATRON_CHART_COLUMN,
    PATRON_QUERY_SORT_OWN, 0, 3 },
};

/* A row is a chart for each journey. */
static const struct
{
  const char      *name; /* with the title of the journey */
  const char      *entity;
  const char      *measures[PATRON_QUERY_MAX_MEASURES];
  const char      *over;
  const char      *split;
  PatronChartKind  kind;
} of_journey[] = {
  /* Translators: in these names of charts, the title of a journey. */
  { N_("Experience: %s"), "stage", { "mean:felt", "mean:expected" }, NULL,
    NULL,
    PATRON_CHART_EXPERIENCE },
  { N_("Customers by stage: %s"), "stage", { "sum:customers" }, NULL, NULL,
    PATRON_CHART_FUNNEL },
  { N_("Cards by stage and lane: %s"), "card", { "count" }, "stage", "lane",
    PATRON_CHART_HEAT_MAP },
};

/* A row is a chart for each unit that several KPIs share. */
static const struct
{
  const char      *name;
  const char      *entity;
  const char      *measures[PATRON_QUERY_MAX_MEASURES];
  const char      *over;
  const char      *split;
  PatronChartKind  kind;
} of_unit[] = {
  { N_("KPIs against their targets"), "kpi", { "mean:latest", "mean:target" },
    NULL, NULL, PATRON_CHART_BULLET },
  { N_("KPIs over time"), "measurement", { "value" }, "date", "kpi",
    PATRON_CHART_MULTIPLES },
  { N_("KPIs since their baseline"), "kpi", { "mean:latest", "mean:baseline" },
    NULL, NULL, PATRON_CHART_SLOPE },
};

static void
item_free (gpointer data)
{
  PatronGalleryItem *self = data;

  g_free (self->name);
  patron_chart_query_free (self->query);
  patron_query_result_unref (self->result);
  g_free (self);
}

static PatronChartQuery *
new_query (const char        *entity,
           const char *const *measures,
           const char        *over,
           PatronChartKind    kind)
{
  PatronChartQuery *query
      = patron_chart_query_new (entity, measures[0], over, kind);

  for (guint i = 1; i < PATRON_QUERY_MAX_MEASURES && measures[i] != NULL; i++)
    patron_chart_query_set_measure (query, i, measures[i]);
  return query;
}

/* Takes the query and the name. Where its kind cannot show the answer, the
 * gallery does without. */
static void
add (GPtrArray         *items,
     PatronChartSource *source,
     const char        *page,
     PatronChartQuery  *query,
     char              *name,
     guint              least)
{
  PatronQueryResult *result = patron_chart_query_run (query, source);
  PatronGalleryItem *item;

  if (result->empty || !result->kinds[query->kind]
      || result->n_categories < least)
    {
      patron_chart_query_free (query);
      patron_query_result_unref (result);
      g_free (name);
      return;
    }
  item = g_new0 (PatronGalleryItem, 1);
  item->page = page;
  item->name = name != NULL ? name : g_strdup (result->what);
  item->query = query;
  item->result = result;
  g_ptr_array_add (items, item);
}

static void
add_lines (GPtrArray         *items,
           PatronChartSource *source)
{
  static const char *const value[PATRON_QUERY_MAX_MEASURES] = { "value" };
  const PatronRows *kpis = patron_chart_source_get_rows (source, "kpi");

  for (gsize i = 0; i < MIN (patron_rows_get_n (kpis), MAX_LINES); i++)
    {
      PatronChartQuery *query
          = new_query ("measurement", value, "date", PATRON_CHART_LINE);

      query->kpi = patron_rows_get_id (kpis, i);
      add (items, source, "kpis", query, patron_rows_get_title (kpis, i), 2);
    }
}

/* What moves each KPI that is computed from others. */
static void
add_swings (GPtrArray         *items,
            PatronChartSource *source)
{
  static const char *const swing[PATRON_QUERY_MAX_MEASURES] = { "swing" };
  const PatronRows *kpis = patron_chart_source_get_rows (source, "kpi");
  guint expression = (guint) patron_entity_find_field (
      patron_rows_get_entity (kpis), "expression");

  for (gsize i = 0; i < MIN (patron_rows_get_n (kpis), MAX_LINES); i++)
    {
      PatronChartQuery *query;

      if (patron_rows_get (kpis, i, expression)->type != PATRON_VALUE_TEXT)
        continue;
      query = new_query ("measurement", swing, NULL, PATRON_CHART_TORNADO);
      query->kpi = patron_rows_get_id (kpis, i);
      add (items, source, "kpis", query, NULL, 1);
    }
}

static void
add_units (GPtrArray         *items,
           PatronChartSource *source)
{
  const PatronRows *kpis = patron_chart_source_get_rows (source, "kpi");
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < patron_rows_get_n (kpis); i++)
    {
      char *unit = patron_query_unit_key (kpis, i);

      if (!g_hash_table_add (seen, unit))
        continue;
      for (gsize j = 0; j < G_N_ELEMENTS (of_unit); j++)
        {
          PatronChartQuery *query
              = new_query (of_unit[j].entity, of_unit[j].measures,
                           of_unit[j].over, of_unit[j].kind);

          query->unit = g_strdup (unit);
          patron_chart_query_set_split (query, of_unit[j].split);
          add (items, source, "kpis", query, g_strdup (_(of_unit[j].name)),
               2);
        }
    }
}

static char *
name_journey (const char       *format,
              const PatronRows *journeys,
              gsize             row)
{
  g_autofree char *title = patron_rows_get_title (journeys, row);
  g_auto (GStrv) parts = g_strsplit (_(format), "%s", 2);

  return g_strconcat (parts[0], title, parts[1], NULL);
}

static void
add_journeys (GPtrArray         *items,
              PatronChartSource *source)
{
  const PatronRows *journeys
      = patron_chart_source_get_rows (source, "journey");

  for (gsize i = 0; i < MIN (patron_rows_get_n (journeys), MAX_JOURNEYS); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (of_journey); j++)
      {
        PatronChartQuery *query
            = new_query (of_journey[j].entity, of_journey[j].measures,
                         of_journey[j].over, of_journey[j].kind);

        query->journey = patron_rows_get_id (journeys, i);
        patron_chart_query_set_split (query, of_journey[j].split);
        add (items, source, "journeys", query,
             name_journey (of_journey[j].name, journeys, i), 2);
      }
}

static void
add_whole (GPtrArray         *items,
           PatronChartSource *source,
           const char        *page)
{
  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    if (strcmp (whole[i].page, page) == 0)
      {
        PatronChartQuery *query
            = new_query (whole[i].entity, whole[i].measures, whole[i].over,
                         whole[i].kind);

        query->sort = whole[i].sort;
        query->limit = whole[i].limit;
        add (items, source, whole[i].page, query, NULL, whole[i].least);
      }
}

/**
 * patron_chart_gallery_new:
 *
 * Makes the charts that the strategy's own data makes.
 *
 * Returns: (transfer full) (element-type PatronGalleryItem): the charts, by
 *   page, in the order of the pages
 */
GPtrArray *
patron_chart_gallery_new (PatronChartSource *source)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);

  add_units (items, source);
  add_lines (items, source);
  add_swings (items, source);
  add_journeys (items, source);
  add_whole (items, source, "journeys");
  add_whole (items, source, "portraits");
  add_whole (items, source, "goals");
  return items;
}
