/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* What moves a KPI that is computed from others, as a tornado. */

#include "config.h"

#include "patron-chart-query-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-date.h"
#include "patron-figure-private.h"
#include "patron-kpi-judgement.h"
#include "patron-kpi-sensitivity.h"
#include "patron-kpi.h"
#include "patron-process.h"

/* patron_chart_query_is_swing:
 *
 * Returns: whether the query asks what moves a KPI
 */
gboolean
patron_chart_query_is_swing (const PatronChartQuery *self)
{
  return g_strcmp0 (self->measures[0], "swing") == 0;
}

/* The KPI that is asked for, or the first that is computed. */
static PatronRecord *
find_kpi (const PatronChartQuery *query,
          PatronChartSource      *source)
{
  PatronDocument *document = patron_chart_source_get_document (source);
  g_autoptr (GArray) offers = NULL;

  if (query->kpi != 0)
    return patron_document_get_record (document, "kpi", query->kpi);
  offers = patron_chart_query_offer_computed (source);
  if (offers->len == 0)
    return NULL;
  return patron_document_get_record (
      document, "kpi",
      g_ascii_strtoll (g_array_index (offers, PatronQueryOffer, 0).id, NULL,
                       10));
}

static char *
name_swing (const PatronKpiSwing *swing,
            const char           *currency)
{
  g_autofree char *title = patron_record_get_title (swing->input);
  g_autofree char *lower
      = patron_kpi_format (swing->input, swing->lower, currency);
  g_autofree char *upper
      = patron_kpi_format (swing->input, swing->upper, currency);

  /* Translators: a KPI, and the limits between which it moves by itself. */
  return g_strdup_printf (C_("swing", "%s, %s to %s"), title, lower, upper);
}

static void
fill (PatronQueryResult          *self,
      const PatronKpiSensitivity *from,
      const char                 *currency)
{
  guint n = from->swings->len;
  g_autofree double *numbers = g_new (double, 3 * (gsize) n + 1);
  double *x = numbers, *low = numbers + n, *high = numbers + 2 * (gsize) n;

  for (guint i = 0; i < n; i++)
    {
      const PatronKpiSwing *swing
          = &g_array_index (from->swings, PatronKpiSwing, i);
      g_autofree char *name = NULL;

      if (swing->held)
        continue;
      name = name_swing (swing, currency);
      patron_chart_data_add_category (self->data, name);
      x[self->n_categories] = self->n_categories;
      low[self->n_categories] = swing->at_lower;
      high[self->n_categories++] = swing->at_upper;
    }
  patron_chart_add_series (self->chart, C_("swing", "At its lower limit"));
  patron_chart_add_series (self->chart, C_("swing", "At its upper limit"));
  patron_chart_data_add (self->data, x, low, self->n_categories);
  patron_chart_data_add (self->data, x, high, self->n_categories);
  self->chart->y.split = from->base;
}

static char *
write_finding (const PatronQueryResult    *self,
               const PatronKpiSensitivity *from,
               PatronRecord               *kpi,
               const char                 *currency)
{
  const PatronKpiSwing *widest
      = &g_array_index (from->swings, PatronKpiSwing, 0);
  g_autofree char *what = patron_record_get_title (kpi);
  g_autofree char *input = patron_record_get_title (widest->input);
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  if (self->empty || !isfinite (widest->at_lower)
      || !isfinite (widest->at_upper))
    return NULL;
  least = patron_kpi_format (kpi, MIN (widest->at_lower, widest->at_upper),
                             currency);
  most = patron_kpi_format (kpi, MAX (widest->at_lower, widest->at_upper),
                            currency);
  if (self->n_categories == 1)
    /* Translators: a KPI, one that is computed from it, and two values of the
     * latter. */
    return g_strdup_printf (_("%s moves %s between %s and %s"), input, what,
                            least, most);
  return g_strdup_printf (_("%s moves %s most: between %s and %s"), input,
                          what, least, most);
}

static void
add_sentence (GString *text,
              char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static char *
join_names (const PatronKpiSensitivity *from,
            gboolean                    held)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < from->swings->len; i++)
    {
      const PatronKpiSwing *swing
          = &g_array_index (from->swings, PatronKpiSwing, i);
      g_autofree char *title = patron_record_get_title (swing->input);

      if (held ? !swing->held : !swing->provisional)
        continue;
      if (names->len > 0)
        /* Translators: between the values of a list. */
        g_string_append (names, C_("list of values", ", "));
      g_string_append (names, title);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE)
                        : NULL;
}

/* Since when values count that had other limits before. */
static char *
join_changes (const PatronKpiSensitivity *from)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < from->swings->len; i++)
    {
      const PatronKpiSwing *swing
          = &g_array_index (from->swings, PatronKpiSwing, i);
      g_autofree char *title = patron_record_get_title (swing->input);
      g_autofree char *date = NULL;

      if (swing->since == 0)
        continue;
      date = patron_cadence_write_date (patron_cadence_of (swing->input),
                                        swing->since);
      if (names->len > 0)
        /* Translators: between the values of a list. */
        g_string_append (names, C_("list of values", ", "));
      /* Translators: a KPI and a date. */
      g_string_append_printf (names, C_("swing", "%s from %s"), title, date);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE)
                        : NULL;
}

/* How it was computed, and how sure that is. */
static void
set_note (PatronQueryResult          *self,
          const PatronChartQuery     *query,
          const PatronKpiSensitivity *from)
{
  g_autoptr (GString) text = g_string_new (query->note);
  g_autofree char *provisional = join_names (from, FALSE);
  g_autofree char *held = join_names (from, TRUE);
  g_autofree char *changed = join_changes (from);

  add_sentence (text, g_strdup (_("Each KPI goes between its natural process "
                                  "limits, the others stay at their means.")));
  if (changed != NULL)
    add_sentence (text, g_strdup_printf (
                            /* Translators: names of KPIs, with dates. */
                            _("Counted since a change: %s."),
                            changed));
  if (provisional != NULL)
    add_sentence (text, g_strdup_printf (
                            /* Translators: a number, and names of KPIs. */
                            _("Provisional, with fewer than %d values: %s."),
                            PATRON_PROCESS_FIRM_VALUES, provisional));
  if (held != NULL)
    add_sentence (text, g_strdup_printf (
                            /* Translators: names of KPIs, and a number. */
                            _("Not moved: %s, as limits need %d values."),
                            held, PATRON_PROCESS_MIN_VALUES));
  patron_chart_set_note (self->chart, text->str);
}

static void
take_kpi (PatronQueryResult      *self,
          const PatronChartQuery *query,
          PatronDocument         *document,
          PatronRecord           *kpi)
{
  g_autoptr (PatronKpiSensitivity) from
      = patron_kpi_sensitivity_new (document, kpi, patron_date_today ());
  g_autofree char *currency = patron_document_get_currency (document);
  g_autofree char *title = patron_record_get_title (kpi);

  g_free (self->what);
  /* Translators: a KPI that is computed from others. */
  self->what = g_strdup_printf (_("What moves %s"), title);
  patron_figure_set_unit (&self->chart->y.format, document, kpi);
  if (query->decimals >= 0)
    self->chart->y.format.decimals = query->decimals;
  if (from->problem != NULL)
    {
      patron_chart_set_empty_text (self->chart, from->problem);
      return;
    }
  fill (self, from, currency);
  self->empty = self->n_categories == 0;
  if (self->empty)
    {
      g_autofree char *why = g_strdup_printf (
          _("Limits need %d values of a KPI, and none has so many yet"),
          PATRON_PROCESS_MIN_VALUES);

      patron_chart_set_empty_text (self->chart, why);
    }
  self->finding = write_finding (self, from, kpi, currency);
  patron_query_result_add_notes (self, query, NULL);
  set_note (self, query, from);
}

/* patron_query_result_take_swing:
 * @query: one that patron_chart_query_is_swing(); its kind becomes a tornado
 *
 * Finds out what moves a KPI.
 */
void
patron_query_result_take_swing (PatronQueryResult *self,
                                PatronChartQuery  *query,
                                PatronChartSource *source)
{
  PatronDocument *document = patron_chart_source_get_document (source);
  g_autoptr (PatronRecord) kpi = find_kpi (query, source);

  query->kind = PATRON_CHART_TORNADO;
  self->kinds[PATRON_CHART_TORNADO] = TRUE;
  self->chart = patron_chart_new (PATRON_CHART_TORNADO);
  self->data = patron_chart_data_new ();
  self->what = g_strdup (C_("measure", "What Moves It"));
  self->empty = TRUE;
  if (kpi == NULL)
    patron_chart_set_empty_text (
        self->chart, _("No KPI is computed from others. Give one an "
                       "expression on its page"));
  else
    take_kpi (self, query, document, kpi);
}
