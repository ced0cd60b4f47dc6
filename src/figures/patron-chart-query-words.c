/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* What a chart that was asked for says of itself: what it shows, and the
 * user's own annotations and small print. */

#include "config.h"

#include "patron-chart-query-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_name (GString        *text,
          PatronDocument *document,
          const char     *entity,
          gint64          id)
{
  g_autoptr (PatronRecord) record
      = patron_document_get_record (document, entity, id);
  g_autofree char *title
      = record != NULL ? patron_record_get_title (record) : NULL;

  if (title != NULL)
    g_string_append_printf (text, " \xc2\xb7 %s", title);
}

static char *
write_layout (const PatronQueryTable *table)
{
  const char *plural = patron_entity_get_plural (table->entity);
  g_autofree char *over = patron_query_path_label (&table->over);
  g_autofree char *split = patron_query_path_label (&table->split);

  if (*over != '\0' && *split != '\0')
    /* Translators: what is counted, and two things that it is put together
     * by, such as "Touchpoints by Channel and Moment". */
    return g_strdup_printf (_("%s by %s and %s"), plural, over, split);
  if (*over != '\0' || *split != '\0')
    /* Translators: what is counted, and by what it is put together. */
    return g_strdup_printf (_("%s by %s"), plural,
                            *over != '\0' ? over : split);
  return g_strdup (plural);
}

static char *
write_measures (const PatronQueryTable *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (table->n_measures == 2)
    {
      g_autofree char *first = patron_query_table_name_measure (table, 0);
      g_autofree char *second = patron_query_table_name_measure (table, 1);

      /* Translators: two things that are measured. */
      return g_strdup_printf (C_("measures", "%s and %s"), first, second);
    }
  for (guint i = 0; i < table->n_measures; i++)
    {
      g_autofree char *name = patron_query_table_name_measure (table, i);

      g_string_append_printf (text, i > 0 ? " \xc2\xb7 %s" : "%s", name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether a chart tells the records apart. */
static gboolean
shows_each (PatronChartKind kind)
{
  return kind != PATRON_CHART_HISTOGRAM && kind != PATRON_CHART_DISTRIBUTION;
}

/* patron_query_table_write_what:
 *
 * Returns: (transfer full): what is shown, of what, by what, of whom
 */
char *
patron_query_table_write_what (const PatronQueryTable *table,
                               const PatronChartQuery *query,
                               PatronDocument         *document)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *layout = write_layout (table);
  PatronQueryHow how = table->measures[0].how;

  if (how == PATRON_QUERY_VALUE)
    {
      PatronQueryPeriod period = table->over.period;

      for (guint i = 0; i < table->rows->len && table->rows->len == 1; i++)
        g_string_append (
            text, g_array_index (table->rows, PatronQueryGroup, i).label);
      if (table->rows->len != 1)
        g_string_append (text, _("Values of KPIs"));
      if (period != PATRON_QUERY_DAY)
        g_string_append_printf (text, " \xc2\xb7 %s",
                                patron_query_period_name (period));
    }
  else
    {
      g_autofree char *measures = write_measures (table);
      gboolean counts = how == PATRON_QUERY_COUNT;

      if (!counts && table->over.n == 0 && table->split.n == 0
          && shows_each (query->kind))
        /* Translators: what is measured, and of what, such as "Importance
         * and Readiness by Channel". */
        g_string_append_printf (text, C_("measures", "%s by %s"), measures,
                                patron_entity_get_label (table->entity));
      else if (!counts)
        g_string_append_printf (text, "%s \xc2\xb7 %s", measures, layout);
      else
        g_string_append (text, layout);
      add_name (text, document, "kpi", query->kpi);
    }
  add_name (text, document, "segment", query->segment);
  add_name (text, document, "portrait", query->portrait);
  add_name (text, document, "journey", query->journey);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * patron_query_names_category:
 * @category: as a chart has it
 * @name: as a note has it
 *
 * Returns: whether both are the same; of what moves a KPI, the category goes
 *   on with the limits of the day
 */
gboolean
patron_query_names_category (const char *category,
                             const char *name)
{
  return strcmp (category, name) == 0
         || (g_str_has_prefix (category, name)
             && g_str_has_prefix (category + strlen (name), ", "));
}

/* The category that a note is told of, or that its day falls into; -1 where
 * there is none. */
static int
find_category (const PatronQueryResult *self,
               const PatronQueryTable  *table,
               const PatronQueryNote   *note)
{
  guint n = patron_chart_data_count_categories (self->data);

  for (guint i = 0; i < n && note->on != NULL; i++)
    if (patron_query_names_category (
            patron_chart_data_get_category (self->data, i), note->on))
      return (int) i;
  if (note->on != NULL || table == NULL
      || !patron_query_path_dated (&table->over))
    return -1;
  for (guint i = 0; i < table->columns->len; i++)
    {
      double start = g_array_index (table->columns, PatronQueryGroup, i).rank;

      if (note->at >= start
          && note->at < (double) patron_query_period_next (
                 table->over.period, (gint64) start))
        return (int) i;
    }
  return -1;
}

/* patron_query_result_add_notes:
 * @table: (nullable): what the query found
 *
 * Adds the user's own annotations to a chart that has them.
 */
void
patron_query_result_add_notes (PatronQueryResult      *self,
                               const PatronChartQuery *query,
                               const PatronQueryTable *table)
{
  gboolean dated = patron_chart_kind_get_shape (self->chart->kind)
                   == PATRON_SHAPE_DATES;

  if (!patron_chart_kind_has_notes (self->chart->kind))
    return;
  for (guint i = 0; i < query->notes->len; i++)
    {
      const PatronQueryNote *note
          = &g_array_index (query->notes, PatronQueryNote, i);
      int category = dated ? -1 : find_category (self, table, note);

      if (dated && note->on == NULL)
        patron_chart_add_annotation (self->chart, note->at, note->text, 0);
      else if (category >= 0)
        patron_chart_add_annotation (self->chart, category, note->text, 0);
    }
}

static void
add_part (GString    *text,
          const char *part)
{
  if (text->len > 0)
    g_string_append (text, " \xc2\xb7 ");
  g_string_append (text, part);
}

/* patron_query_table_set_note:
 *
 * Gives @chart its small print: the user's own, and what is not shown.
 */
void
patron_query_table_set_note (const PatronQueryTable *table,
                             const PatronChartQuery *query,
                             PatronChart            *chart)
{
  g_autoptr (GString) text = g_string_new (query->note);
  g_autofree char *hidden = g_strdup_printf (
      ngettext ("%u more is not shown", "%u more are not shown",
                table->hidden),
      table->hidden);
  g_autofree char *over = patron_query_path_label (
      table->over.n > 0 ? &table->over : &table->split);
  g_autofree char *unset
      /* Translators: how many records are left out as they lack a field, and
       * the field, such as "12 without Channel are not shown". */
      = g_strdup_printf (ngettext ("%u without %s is not shown",
                                   "%u without %s are not shown",
                                   table->unset),
                         table->unset, over);

  if (table->hidden > 0)
    add_part (text, hidden);
  if (table->unset > 0)
    add_part (text, unset);
  if (text->len > 0)
    patron_chart_set_note (chart, text->str);
}
