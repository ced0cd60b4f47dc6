/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

#include "config.h"

#include "patron-chart-source.h"

#include <math.h>

#include "patron-date.h"

/**
 * PatronChartSource:
 *
 * What the charts of a document are made from, read once for all of them:
 * each table and the values of each KPI when a chart first asks. It shows the
 * document as it was then; make a new one when the document changed.
 */
struct _PatronChartSource
{
  gatomicrefcount  references;
  PatronDocument  *document; /* (owned) */
  GHashTable      *rows;     /* (owned) of an entity: PatronRows */
  GHashTable      *series;   /* (owned) of a KPI: PatronKpiSeries */
  PatronGoalTree  *goals;    /* (owned) (nullable) */
  PatronValue      statuses[PATRON_N_GOAL_STATUSES];
};

/**
 * patron_chart_source_new:
 *
 * Returns: (transfer full): the figures of @document as it is now
 */
PatronChartSource *
patron_chart_source_new (PatronDocument *document)
{
  PatronChartSource *self = g_new0 (PatronChartSource, 1);

  g_atomic_ref_count_init (&self->references);
  self->document = g_object_ref (document);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) patron_rows_free);
  self->series
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                               (GDestroyNotify) patron_kpi_series_free);
  return self;
}

/**
 * patron_chart_source_ref:
 *
 * Returns: (transfer full): @self
 */
PatronChartSource *
patron_chart_source_ref (PatronChartSource *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * patron_chart_source_unref:
 *
 * Drops a reference.
 */
void
patron_chart_source_unref (PatronChartSource *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->goals, patron_goal_tree_free);
  for (int i = 0; i < PATRON_N_GOAL_STATUSES; i++)
    patron_value_clear (&self->statuses[i]);
  g_hash_table_unref (self->series);
  g_hash_table_unref (self->rows);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * patron_chart_source_get_document:
 *
 * Returns: (transfer none): the document
 */
PatronDocument *
patron_chart_source_get_document (PatronChartSource *self)
{
  return self->document;
}

/**
 * patron_chart_source_get_rows:
 * @entity: the name of an entity
 *
 * Returns: (transfer none): its rows
 */
const PatronRows *
patron_chart_source_get_rows (PatronChartSource *self,
                              const char        *entity)
{
  PatronRows *rows = g_hash_table_lookup (self->rows, entity);

  if (rows == NULL)
    {
      rows = patron_rows_read (self->document, entity);
      g_hash_table_insert (self->rows, g_strdup (entity), rows);
    }
  return rows;
}

/**
 * patron_chart_source_get_series:
 *
 * Returns: (transfer none) (nullable): what was measured of a KPI
 */
const PatronKpiSeries *
patron_chart_source_get_series (PatronChartSource *self,
                                gint64             kpi)
{
  PatronKpiSeries *series = g_hash_table_lookup (self->series, &kpi);

  if (series == NULL)
    {
      g_autoptr (PatronRecord) record
          = patron_document_get_record (self->document, "kpi", kpi);

      if (record == NULL)
        return NULL;
      series = patron_kpi_series_new (self->document, record);
      g_hash_table_insert (self->series, g_memdup2 (&kpi, sizeof kpi),
                           series);
    }
  return series;
}

/**
 * patron_chart_source_get_goals:
 *
 * Returns: (transfer none): the goals
 */
const PatronGoalTree *
patron_chart_source_get_goals (PatronChartSource *self)
{
  if (self->goals == NULL)
    self->goals
        = patron_goal_tree_new (self->document, patron_date_today ());
  return self->goals;
}

/**
 * patron_chart_source_get_status:
 *
 * Returns: (transfer none) (nullable): the status that holds of a goal, with
 *   the weakest of its parts, as a choice of its field; %NULL where nothing
 *   says so
 */
const PatronValue *
patron_chart_source_get_status (PatronChartSource *self,
                                gint64             goal)
{
  const PatronGoalTree *goals = patron_chart_source_get_goals (self);
  int index = patron_goal_tree_find (goals, goal);
  PatronGoalStatus status
      = index >= 0 ? patron_goal_tree_get (goals, (guint) index)->status
                   : PATRON_GOAL_UNKNOWN;

  if (status == PATRON_GOAL_UNKNOWN)
    return NULL;
  if (patron_value_is_null (&self->statuses[status]))
    patron_value_set_text (&self->statuses[status],
                           patron_goal_status_get_id (status));
  return &self->statuses[status];
}

/**
 * patron_chart_source_get_progress:
 *
 * Returns: how far a goal is, as a share; NaN where nothing says so
 */
double
patron_chart_source_get_progress (PatronChartSource *self,
                                  gint64             goal)
{
  const PatronGoalTree *goals = patron_chart_source_get_goals (self);
  int index = patron_goal_tree_find (goals, goal);

  return index >= 0 ? patron_goal_tree_get (goals, (guint) index)->progress
                    : NAN;
}
