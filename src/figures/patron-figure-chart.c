/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* The chart of a KPI: its measurements over time, the targets that hold, and
 * what happened. */

#include "config.h"

#include "patron-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart.h"
#include "patron-record.h"

typedef struct
{
  const char *id;
  double      days;
  const char *words;
} Cadence;

static const Cadence cadences[] = {
  { "day", 1, N_("by day") },
  { "week", 7, N_("by week") },
  { "month", 365.2425 / 12, N_("by month") },
  { "quarter", 365.2425 / 4, N_("by quarter") },
  { "year", 365.2425, N_("by year") },
};

static const Cadence *
get_cadence (PatronRecord *kpi)
{
  const char *id = patron_record_get_text (kpi, "cadence");

  for (gsize i = 0; i < G_N_ELEMENTS (cadences); i++)
    if (g_strcmp0 (cadences[i].id, id) == 0)
      return &cadences[i];
  return NULL;
}

static void
set_format (PatronChart    *chart,
            PatronDocument *document,
            PatronRecord   *kpi)
{
  const char *unit_kind = patron_record_get_text (kpi, "unit_kind");
  const PatronValue *decimals = patron_record_get (kpi, "decimals");
  g_autofree char *currency = patron_document_get_currency (document);
  PatronFormat *format = &chart->y.format;

  if (g_strcmp0 (unit_kind, "percent") == 0)
    patron_format_init (format, PATRON_FORMAT_PERCENT);
  else if (g_strcmp0 (unit_kind, "money") == 0)
    patron_format_init (format, PATRON_FORMAT_MONEY);
  else if (g_strcmp0 (unit_kind, "duration") == 0)
    patron_format_init (format, PATRON_FORMAT_DURATION);
  else
    {
      patron_format_init (format, PATRON_FORMAT_NUMBER);
      chart->y.title = g_strdup (patron_record_get_text (kpi, "unit"));
    }
  if (!patron_value_is_null (decimals))
    format->decimals = (int) decimals->integer;
  if (currency != NULL)
    g_strlcpy (format->currency, currency, sizeof format->currency);
}

/* A measurement may hold only what its value is made of. */
static double
get_value (PatronRecord *measurement)
{
  double value = patron_record_get_number (measurement, "value");
  double above = patron_record_get_number (measurement, "numerator");
  double below = patron_record_get_number (measurement, "denominator");

  if (patron_record_get_integer (measurement, "excluded"))
    return NAN;
  return isnan (value) && below != 0 ? above / below : value;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* How far apart values usually lie. Where the KPI says that it is measured
 * more often than it is, the record decides. */
static double
find_step (PatronRecord *kpi,
           GArray       *dates)
{
  const Cadence *cadence = get_cadence (kpi);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < dates->len; i++)
    {
      double step = g_array_index (dates, double, i)
                    - g_array_index (dates, double, i - 1);

      g_array_append_val (steps, step);
    }
  if (steps->len == 0)
    return INFINITY;
  g_array_sort (steps, compare_doubles);
  return MAX (cadence != NULL ? cadence->days : 0,
              g_array_index (steps, double, steps->len / 2));
}

/* Over days the weekend is no gap. */
static gboolean
is_gap (double step,
        double usual)
{
  return step > (usual < 2 ? 4.5 : usual * 1.75);
}

static PatronChartData *
gather_data (PatronDocument *document,
             PatronRecord   *kpi)
{
  g_autoptr (GListModel) list = patron_document_list_of (
      document, "measurement", "kpi", patron_record_get_id (kpi));
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) y = g_array_new (FALSE, FALSE, sizeof (double));
  PatronChartData *data = patron_chart_data_new ();
  double usual;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) measurement = g_list_model_get_item (list, i);
      double date = patron_record_get_number (measurement, "date");
      double value = get_value (measurement);

      g_array_append_val (dates, date);
      g_array_append_val (values, value);
    }
  usual = find_step (kpi, dates);
  for (guint i = 0; i < dates->len; i++)
    {
      double date = g_array_index (dates, double, i);
      double step
          = i > 0 ? date - g_array_index (dates, double, i - 1) : 0;

      if (is_gap (step, usual))
        {
          double between = date - step / 2;
          double nothing = NAN;

          g_array_append_val (x, between);
          g_array_append_val (y, nothing);
        }
      g_array_append_val (x, date);
      g_array_append_val (y, g_array_index (values, double, i));
    }
  patron_chart_data_add (data, (const double *) (void *) x->data,
                         (const double *) (void *) y->data, x->len);
  return data;
}

static void
add_targets (PatronChart    *chart,
             PatronDocument *document,
             PatronRecord   *kpi)
{
  g_autoptr (GListModel) list = patron_document_list_of (
      document, "target", "kpi", patron_record_get_id (kpi));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) target = g_list_model_get_item (list, i);

      patron_chart_add_target (chart,
                               patron_record_get_number (target, "starts"),
                               patron_record_get_number (target, "value"));
    }
}

static void
add_annotations (PatronChart    *chart,
                 PatronDocument *document,
                 PatronRecord   *kpi)
{
  g_autoptr (GListModel) list = patron_document_list_of (
      document, "annotation", "kpi", patron_record_get_id (kpi));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) annotation = g_list_model_get_item (list, i);
      g_autofree char *text = patron_record_get_title (annotation);

      patron_chart_add_annotation (
          chart, patron_record_get_number (annotation, "date"), text,
          patron_record_get_id (annotation));
    }
}

static gboolean
has_annotation (const PatronChart *chart,
                double             x)
{
  for (guint i = 0; i < chart->annotations->len; i++)
    if (g_array_index (chart->annotations, PatronChartAnnotation, i).x == x)
      return TRUE;
  return FALSE;
}

/* A value that is left out leaves a gap, and the chart says why, unless an
 * annotation does already. */
static void
add_exclusions (PatronChart    *chart,
                PatronDocument *document,
                PatronRecord   *kpi)
{
  g_autoptr (GListModel) list = patron_document_list_of (
      document, "measurement", "kpi", patron_record_get_id (kpi));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) measurement = g_list_model_get_item (list, i);
      const char *reason = patron_record_get_text (measurement, "reason");
      double date = patron_record_get_number (measurement, "date");
      g_autofree char *text = NULL;

      if (!patron_record_get_integer (measurement, "excluded")
          || has_annotation (chart, date))
        continue;
      /* Translators: a value that a chart leaves out, and why. */
      text = reason != NULL ? g_strdup_printf (_("Left out: %s"), reason)
                            : g_strdup (_("Left out"));
      patron_chart_add_annotation (chart, date, text,
                                   patron_record_get_id (measurement));
    }
}

static void
add_part (GPtrArray *parts,
          char      *part)
{
  if (part != NULL)
    g_ptr_array_add (parts, part);
}

/* What is measured, in what, for whom, how often. */
static char *
write_subtitle (PatronDocument    *document,
                PatronRecord      *kpi,
                const PatronChart *chart,
                gboolean           with_name)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PatronRecord) segment = patron_document_get_record (
      document, "segment", patron_record_get_integer (kpi, "segment"));
  const Cadence *cadence = get_cadence (kpi);

  add_part (parts, with_name ? patron_record_get_title (kpi) : NULL);
  add_part (parts, g_strdup (chart->y.title));
  add_part (parts,
            segment != NULL ? patron_record_get_title (segment) : NULL);
  add_part (parts, cadence != NULL
                       ? g_strdup (g_dgettext (GETTEXT_PACKAGE,
                                               cadence->words))
                       : NULL);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" \xc2\xb7 ", (char **) parts->pdata);
}

static void
set_words (PatronChart           *chart,
           const PatronChartData *data,
           PatronDocument        *document,
           PatronRecord          *kpi)
{
  g_autofree char *title = patron_record_get_title (kpi);
  g_autofree char *finding = patron_chart_write_finding (chart, data);
  g_autofree char *subtitle
      = write_subtitle (document, kpi, chart, finding != NULL);
  const char *source = patron_record_get_text (kpi, "source");

  patron_chart_set_title (chart, finding != NULL ? finding : title);
  patron_chart_set_subtitle (chart, subtitle);
  if (source != NULL)
    {
      /* Translators: where the figures of a chart come from. */
      g_autofree char *note = g_strdup_printf (_("Source: %s"), source);

      patron_chart_set_note (chart, note);
    }
  patron_chart_set_empty_text (chart, _("No measurements yet"));
}

static PatronChart *
make_chart (PatronDocument *document,
            PatronRecord   *kpi)
{
  PatronChart *chart = patron_chart_new (PATRON_CHART_LINE);
  const char *direction = patron_record_get_text (kpi, "direction");
  g_autofree char *title = patron_record_get_title (kpi);

  patron_chart_add_series (chart, title);
  chart->legend = PATRON_LEGEND_NONE;
  chart->direction = g_strcmp0 (direction, "up") == 0
                         ? PATRON_DIRECTION_UP
                     : g_strcmp0 (direction, "down") == 0
                         ? PATRON_DIRECTION_DOWN
                         : PATRON_DIRECTION_NONE;
  patron_format_init (&chart->x.format, PATRON_FORMAT_DATE);
  set_format (chart, document, kpi);
  add_targets (chart, document, kpi);
  add_annotations (chart, document, kpi);
  add_exclusions (chart, document, kpi);
  return chart;
}

/* patron_figure_chart:
 *
 * Returns: (transfer full): the chart of a KPI
 */
PatronScene *
patron_figure_chart (PatronDocument    *document,
                     PatronRecord      *kpi,
                     const PatronTheme *theme,
                     PatronMeasurer    *measurer,
                     double             width,
                     double             height)
{
  g_autoptr (PatronChart) chart = make_chart (document, kpi);
  g_autoptr (PatronChartData) data = gather_data (document, kpi);
  PatronTheme own = *theme;
  PatronColour colour;

  set_words (chart, data, document, kpi);
  if (patron_colour_from_text (patron_record_get_text (kpi, "colour"),
                               &colour))
    own.series[0] = patron_colour_readable (colour, own.background, 3);
  return patron_chart_layout (chart, data, &own, width, height, measurer);
}
