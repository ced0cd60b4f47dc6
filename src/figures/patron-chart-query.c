/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

#include "config.h"

#include "patron-chart-query.h"

static void
clear_note (gpointer data)
{
  g_free (((PatronQueryNote *) data)->on);
  g_free (((PatronQueryNote *) data)->text);
}

/**
 * patron_chart_query_new:
 * @entity: the name of an entity
 * @measure: what is measured, such as "count" or "mean:importance"
 * @over: (nullable): what the values are laid out over
 *
 * Returns: (transfer full): a query
 */
PatronChartQuery *
patron_chart_query_new (const char      *entity,
                        const char      *measure,
                        const char      *over,
                        PatronChartKind  kind)
{
  PatronChartQuery *self = g_new0 (PatronChartQuery, 1);

  self->entity = g_strdup (entity);
  self->measures[0] = g_strdup (measure);
  self->over = g_strdup (over);
  self->kind = kind;
  self->others = TRUE;
  self->targets = TRUE;
  self->decimals = -1;
  self->notes = g_array_new (FALSE, FALSE, sizeof (PatronQueryNote));
  g_array_set_clear_func (self->notes, clear_note);
  self->unknown = g_string_new (NULL);
  return self;
}

/**
 * patron_chart_query_copy:
 *
 * Returns: (transfer full): an equal query
 */
PatronChartQuery *
patron_chart_query_copy (const PatronChartQuery *self)
{
  PatronChartQuery *copy = g_memdup2 (self, sizeof *self);

  copy->entity = g_strdup (self->entity);
  for (guint i = 0; i < PATRON_QUERY_MAX_MEASURES; i++)
    copy->measures[i] = g_strdup (self->measures[i]);
  copy->over = g_strdup (self->over);
  copy->split = g_strdup (self->split);
  copy->unit = g_strdup (self->unit);
  copy->headline = g_strdup (self->headline);
  copy->note = g_strdup (self->note);
  copy->unknown = g_string_new (self->unknown->str);
  copy->notes = g_array_new (FALSE, FALSE, sizeof (PatronQueryNote));
  g_array_set_clear_func (copy->notes, clear_note);
  for (guint i = 0; i < self->notes->len; i++)
    {
      const PatronQueryNote *note
          = &g_array_index (self->notes, PatronQueryNote, i);

      patron_chart_query_add_note (copy, note->at, note->on, note->text);
    }
  return copy;
}

/**
 * patron_chart_query_free:
 *
 * Frees the query.
 */
void
patron_chart_query_free (PatronChartQuery *self)
{
  g_free (self->entity);
  for (guint i = 0; i < PATRON_QUERY_MAX_MEASURES; i++)
    g_free (self->measures[i]);
  g_free (self->over);
  g_free (self->split);
  g_free (self->unit);
  g_free (self->headline);
  g_free (self->note);
  g_array_unref (self->notes);
  g_string_free (self->unknown, TRUE);
  g_free (self);
}

/**
 * patron_chart_query_get_n_measures:
 *
 * Returns: how many measures there are
 */
guint
patron_chart_query_get_n_measures (const PatronChartQuery *self)
{
  return g_strv_length ((char **) self->measures);
}

/**
 * patron_chart_query_set_measure:
 * @index: which one
 * @measure: (nullable): what is measured; %NULL for no more than those before
 */
void
patron_chart_query_set_measure (PatronChartQuery *self,
                                guint             index,
                                const char       *measure)
{
  char *copy = g_strdup (measure);

  g_return_if_fail (index < PATRON_QUERY_MAX_MEASURES);

  if (measure == NULL)
    for (guint i = index; i < PATRON_QUERY_MAX_MEASURES; i++)
      g_clear_pointer (&self->measures[i], g_free);
  g_free (self->measures[index]);
  self->measures[index] = copy;
}

/**
 * patron_chart_query_set_over:
 * @over: (nullable): what the values are laid out over
 */
void
patron_chart_query_set_over (PatronChartQuery *self,
                             const char       *over)
{
  char *copy = g_strdup (over);

  g_free (self->over);
  self->over = copy;
}

/**
 * patron_chart_query_set_split:
 * @split: (nullable): what makes the series
 */
void
patron_chart_query_set_split (PatronChartQuery *self,
                              const char       *split)
{
  char *copy = g_strdup (split);

  g_free (self->split);
  self->split = copy;
}

/**
 * patron_chart_query_add_note:
 * @at: the day since 1970-01-01
 * @on: (nullable): a category, rather than a day
 * @text: what happened
 */
void
patron_chart_query_add_note (PatronChartQuery *self,
                             double            at,
                             const char       *on,
                             const char       *text)
{
  PatronQueryNote note = { at, g_strdup (on), g_strdup (text) };

  g_array_append_val (self->notes, note);
}
