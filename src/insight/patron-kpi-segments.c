/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* A KPI that is measured for each of several segments. */

#include "config.h"

#include "patron-kpi-segments.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-kpi-expression.h"
#include "patron-kpi-interval.h"

/* The name of a KPI with a gap where that of its segment stands: KPIs of one
 * measure have the same. */
static char *
get_measure (PatronDocument *document,
             PatronRecord   *kpi)
{
  g_autoptr (PatronRecord) segment = patron_document_get_record (
      document, "segment", patron_record_get_integer (kpi, "segment"));
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *part = NULL;
  char *found;

  if (segment == NULL)
    return NULL;
  title = patron_record_get_title (kpi);
  name = g_utf8_casefold (title, -1);
  g_free (title);
  title = patron_record_get_title (segment);
  part = g_utf8_casefold (title, -1);
  found = *part != '\0' ? strstr (name, part) : NULL;
  if (found == NULL)
    return NULL;
  return g_strdup_printf ("%.*s\n%s", (int) (found - name), name,
                          found + strlen (part));
}

/**
 * patron_kpi_list_segments:
 * @kpi: a KPI of the document
 *
 * Looks for KPIs of the same measure: those of other segments, in the same
 * unit, whose names differ in nothing but the name of the segment.
 *
 * Returns: (transfer full) (element-type PatronRecord): KPIs, without @kpi
 */
GPtrArray *
patron_kpi_list_segments (PatronDocument *document,
                          PatronRecord   *kpi)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *measure = get_measure (document, kpi);
  g_autoptr (GListModel) kpis = patron_document_list (document, "kpi");

  for (guint i = 0;
       measure != NULL && i < g_list_model_get_n_items (kpis); i++)
    {
      g_autoptr (PatronRecord) other = g_list_model_get_item (kpis, i);
      g_autofree char *its = get_measure (document, other);

      if (other != kpi && g_strcmp0 (its, measure) == 0
          && patron_record_get_integer (other, "segment")
                 != patron_record_get_integer (kpi, "segment")
          && patron_kpi_get_unit (other) == patron_kpi_get_unit (kpi))
        g_ptr_array_add (found, g_steal_pointer (&other));
    }
  return found;
}

/* The latest date on which both have a value. */
static gboolean
find_common (const PatronKpiSeries *one,
             const PatronKpiSeries *other,
             gssize                *at,
             gssize                *other_at)
{
  gssize i = (gssize) one->n - 1, j = (gssize) other->n - 1;

  while (i >= 0 && j >= 0)
    if (one->dates[i] > other->dates[j] || !isfinite (one->values[i]))
      i--;
    else if (one->dates[i] < other->dates[j] || !isfinite (other->values[j]))
      j--;
    else
      {
        *at = i;
        *other_at = j;
        return TRUE;
      }
  return FALSE;
}

/**
 * patron_kpi_write_against:
 * @self: a KPI
 * @other: the same KPI of other people, see patron_kpi_list_segments()
 *
 * Compares the values of the latest date that both have.
 *
 * Returns: (transfer full): how much more @self is, and whether that is more
 *   than chance, or what it lacks to say so
 */
char *
patron_kpi_write_against (const PatronKpiJudgement *self,
                          const PatronKpiJudgement *other)
{
  g_autofree char *amount = NULL;
  g_autofree char *value = NULL;
  g_autofree char *date = NULL;
  g_autofree char *chance = NULL;
  PatronDifference difference;
  gssize i, j;

  if (!find_common (self->series, other->series, &i, &j))
    return g_strdup (_("There is no date on which both have a value"));
  amount = patron_kpi_write_amount (
      self, self->series->values[i] - other->series->values[j]);
  value = patron_kpi_write_value (self, other->series->values[j]);
  date = patron_cadence_write_date (self->series->cadence,
                                    self->series->dates[i]);
  if (patron_kpi_series_get_difference (other->series, j, self->series, i,
                                        &difference))
    chance = patron_kpi_write_group_chance (self, i, &difference);
  else
    {
      chance = patron_kpi_write_no_interval (self, i);
      if (chance == NULL)
        chance = patron_kpi_write_no_interval (other, j);
    }
  /* Translators: a difference, the other value, its date; on the next line
   * whether that is more than chance. */
  return g_strdup_printf (_("%s against %s, %s\n%s"), amount, value, date,
                          chance);
}
