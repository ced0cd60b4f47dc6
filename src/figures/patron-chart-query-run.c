/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* From a query to a chart. */

#include "config.h"

#include "patron-chart-query-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-error.h"
#include "patron-figure-private.h"
#include "patron-goal-words.h"

/**
 * patron_chart_query_check:
 *
 * Returns: whether the query can be asked; otherwise with an error of
 *   %PATRON_ERROR that says what is wrong
 */
gboolean
patron_chart_query_check (const PatronChartQuery  *self,
                          PatronRegistry          *registry,
                          GError                 **error)
{
  const PatronEntity *entity = patron_registry_lookup (registry, self->entity);
  PatronQueryMeasure measure;
  PatronQueryPath path;

  if (entity == NULL)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   _("A strategy holds no “%s” that a chart could show"),
                   self->entity);
      return FALSE;
    }
  if (self->measures[0] == NULL)
    {
      g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                           _("The chart does not say what it measures"));
      return FALSE;
    }
  for (guint i = 0; self->measures[i] != NULL; i++)
    {
      if (!patron_query_measure_parse (&measure, entity, self->measures[i],
                                       error))
        return FALSE;
      if (measure.how == PATRON_QUERY_VALUE
          && (i > 0 || self->measures[1] != NULL
              || (self->over != NULL && !g_str_has_prefix (self->over, "date"))
              || (self->split != NULL && strcmp (self->split, "kpi") != 0)))
        {
          g_set_error_literal (
              error, PATRON_ERROR, PATRON_ERROR_INVALID,
              _("Values of KPIs are laid out over dates, alone or by KPI"));
          return FALSE;
        }
      if (measure.how == PATRON_QUERY_SWING
          && (i > 0 || self->measures[1] != NULL || self->over != NULL
              || self->split != NULL))
        {
          g_set_error_literal (
              error, PATRON_ERROR, PATRON_ERROR_INVALID,
              _("What moves a KPI is shown alone, over nothing else"));
          return FALSE;
        }
    }
  return patron_query_path_parse (&path, registry, entity, self->over, error)
         && patron_query_path_parse (&path, registry, entity, self->split,
                                     error);
}

static gboolean
is_course_of_one (const PatronChartQuery *query,
                  const PatronQueryTable *table)
{
  PatronChartKind kind = query->kind;

  return table->measures[0].how == PATRON_QUERY_VALUE
         && table->rows->len == 1 && table->over.period == PATRON_QUERY_DAY
         && (kind == PATRON_CHART_LINE || kind == PATRON_CHART_AREA
             || kind == PATRON_CHART_SPARKLINE);
}

/* The line of one KPI is the one of its page. */
static void
take_kpi_chart (PatronQueryResult      *self,
                const PatronChartQuery *query,
                PatronDocument         *document,
                gint64                  id)
{
  g_autoptr (PatronRecord) kpi
      = patron_document_get_record (document, "kpi", id);

  if (kpi == NULL)
    return;
  g_clear_pointer (&self->chart, patron_chart_free);
  g_clear_pointer (&self->data, patron_chart_data_free);
  patron_figure_make_chart (document, kpi, &self->chart, &self->data);
  self->chart->kind = query->kind;
  if (query->decimals >= 0)
    self->chart->y.format.decimals = query->decimals;
  if (!query->targets)
    {
      g_array_set_size (self->chart->targets, 0);
      self->chart->aim = NAN;
    }
  g_free (self->what);
  self->what = g_strdup (self->chart->subtitle);
}

/* The tree is the one of the page of goals. */
static void
take_goals_chart (PatronQueryResult      *self,
                  const PatronChartQuery *query,
                  PatronChartSource      *source)
{
  patron_figure_make_goals (patron_chart_source_get_goals (source), 0,
                            &self->chart, &self->data);
  if (query->decimals >= 0)
    self->chart->y.format.decimals = query->decimals;
  self->what = g_strdup (_("Tree of Goals"));
  self->finding = patron_goal_write_standing (
      patron_chart_source_get_goals (source), -1);
}

/* A KPI has its colour everywhere. */
static void
set_colour (PatronQueryResult      *self,
            const PatronQueryTable *table,
            PatronDocument         *document)
{
  g_autoptr (PatronRecord) kpi = NULL;

  if (table->measures[0].how != PATRON_QUERY_VALUE || table->rows->len != 1)
    return;
  kpi = patron_document_get_record (document, "kpi", table->kpi);
  if (kpi != NULL)
    self->colour = g_strdup (patron_record_get_text (kpi, "colour"));
}

static void
make_chart (PatronQueryResult      *self,
            const PatronChartQuery *query,
            const PatronQueryTable *table,
            PatronChartSource      *source)
{
  PatronDocument *document = patron_chart_source_get_document (source);

  if (query->kind == PATRON_CHART_TREE)
    {
      take_goals_chart (self, query, source);
      patron_chart_set_note (self->chart, query->note);
      return;
    }
  self->chart = patron_chart_new (query->kind);
  self->data = patron_chart_data_new ();
  self->what = patron_query_table_write_what (table, query, document);
  if (!self->empty && is_course_of_one (query, table))
    take_kpi_chart (self, query, document, table->kpi);
  else
    {
      self->chart->direction = table->direction;
      if (self->can_stack)
        self->chart->stack = query->stack;
      self->chart->averages = query->averages;
      patron_query_table_set_axes (table, query, document, self->chart);
      if (!self->empty)
        patron_query_table_fill (table, self->chart, self->data);
    }
  set_colour (self, table, document);
  patron_query_result_add_notes (self, query, table);
  patron_query_table_set_note (table, query, self->chart);
}

static void
set_words (PatronQueryResult      *self,
           const PatronChartQuery *query)
{
  gboolean tree = query->kind == PATRON_CHART_TREE;

  if (!self->empty && !tree)
    self->finding = patron_chart_write_finding (self->chart, self->data);
  patron_chart_set_title (self->chart, query->headline != NULL ? query->headline
                                       : self->finding != NULL
                                           ? self->finding
                                           : self->what);
  if (tree)
    return;
  patron_chart_set_subtitle (
      self->chart, query->headline != NULL || self->finding != NULL
                       ? self->what
                       : NULL);
  patron_chart_set_empty_text (self->chart, _("Nothing to show yet"));
}

static void
run_swing (PatronQueryResult *self,
           PatronChartQuery  *query,
           PatronChartSource *source)
{
  patron_query_result_take_swing (self, query, source);
  patron_chart_set_title (self->chart, query->headline != NULL ? query->headline
                                       : self->finding != NULL
                                           ? self->finding
                                           : self->what);
  if (query->headline != NULL || self->finding != NULL)
    patron_chart_set_subtitle (self->chart, self->what);
}

static gboolean
has_values (const PatronQueryTable *table)
{
  gsize n = (gsize) table->n_measures * table->rows->len
            * table->columns->len;

  for (gsize i = 0; i < n; i++)
    if (isfinite (table->values[i]))
      return TRUE;
  return FALSE;
}

/* Where the kind asked for cannot show it, the first one that can does. */
static void
choose_kind (const PatronQueryResult *self,
             PatronChartQuery        *query)
{
  if (self->kinds[query->kind])
    return;
  for (int i = 0; i < PATRON_N_CHART_KINDS; i++)
    if (self->kinds[i])
      {
        query->kind = (PatronChartKind) i;
        return;
      }
}

/**
 * patron_chart_query_run:
 * @self: a query that patron_chart_query_check() finds good
 *
 * Asks the strategy. Where the kind of the query cannot show the answer, as
 * the strategy changed since, one is taken that can.
 *
 * Returns: (transfer full): the answer
 */
PatronQueryResult *
patron_chart_query_run (const PatronChartQuery *self,
                        PatronChartSource      *source)
{
  PatronQueryResult *result = g_rc_box_new0 (PatronQueryResult);
  g_autoptr (PatronChartQuery) query = patron_chart_query_copy (self);
  g_autoptr (PatronQueryTable) table = NULL;

  if (patron_chart_query_is_swing (query))
    {
      run_swing (result, query, source);
      return result;
    }
  table = g_strcmp0 (query->measures[0], "value") == 0
              ? patron_query_table_new_course (query, source)
              : patron_query_table_new (query, source);
  result->n_categories = table->n_columns;
  patron_query_table_find_kinds (table, result->kinds);
  if (has_values (table) || table->n_nodes > 0)
    choose_kind (result, query);
  result->empty = query->kind == PATRON_CHART_TREE ? table->n_nodes == 0
                                                   : !has_values (table);
  result->can_stack = table->rows->len > 1 && table->n_measures == 1
                      && patron_query_measure_adds (&table->measures[0])
                      && (query->kind == PATRON_CHART_BAR
                          || query->kind == PATRON_CHART_COLUMN);
  make_chart (result, query, table, source);
  set_words (result, query);
  return result;
}
