/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-chart-private.h"
#include "patron-number.h"

/* Who listens hears so many of a kind and no more. */
#define MOST_TOLD 12

static gboolean
all_exact (const PatronFormat    *format,
           const PatronChartData *data,
           int                    decimals)
{
  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (data->series, PatronChartPoints, i);

      for (gsize j = 0; j < points->n; j++)
        if (isfinite (points->y[j])
            && !(points->marks != NULL
                 && (points->marks[j] & PATRON_POINT_FORECAST))
            && !patron_format_is_exact (format, points->y[j], decimals))
          return FALSE;
    }
  return TRUE;
}

/**
 * patron_chart_value_format:
 *
 * Returns: how the values of the chart are written: where the spec leaves the
 *   decimals open, with one number of them for all, as few as tell them apart
 */
PatronFormat
patron_chart_value_format (const PatronChart     *self,
                           const PatronChartData *data)
{
  PatronFormat format = self->y.format;
  double min = INFINITY, max = -INFINITY;
  int most;

  if (format.decimals >= 0
      || (format.kind != PATRON_FORMAT_PERCENT
          && format.kind != PATRON_FORMAT_NUMBER))
    return format;
  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (data->series, PatronChartPoints, i);

      for (gsize j = 0; j < points->n; j++)
        if (isfinite (points->y[j]))
          {
            min = MIN (min, points->y[j]);
            max = MAX (max, points->y[j]);
          }
    }
  if (min > max)
    return format;
  /* A value alone has no other to be told from, and is written in full. */
  most = min < max ? patron_format_decimals_for_range (&format, min, max)
                   : patron_format_decimals_for_range (&format, 0,
                                                       fabs (max) / 1000);
  for (format.decimals = 0; format.decimals < most; format.decimals++)
    if (all_exact (&format, data, format.decimals))
      break;
  return format;
}

typedef struct
{
  PatronFormat format;
  const PatronChartPoints *points;
  gsize n;        /* finite values */
  gsize first;
  gsize last;
  gsize least;
  gsize largest;
} Summary;

static Summary
summarise (const PatronChartData *data,
           guint                  series,
           PatronFormat           format)
{
  Summary summary = { .format = format };
  const PatronChartPoints *points
    = &g_array_index (data->series, PatronChartPoints, series);

  double least = INFINITY, largest = -INFINITY;

  summary.points = points;
  for (gsize i = 0; i < points->n; i++)
    {
      double value = points->y[i];
      guint8 mark = points->marks != NULL ? points->marks[i] : 0;

      /* What is left out, or not measured yet, is no finding. */
      if (!isfinite (value)
          || (mark & (PATRON_POINT_EXCLUDED | PATRON_POINT_FORECAST)))
        continue;
      if (summary.n++ == 0)
        summary.first = i;
      if (value < least)
        {
          least = value;
          summary.least = i;
        }
      if (value > largest)
        {
          largest = value;
          summary.largest = i;
        }
      summary.last = i;
    }
  return summary;
}

static char *
value_text (const Summary *summary,
            gsize          i)
{
  return patron_format_value (&summary->format, summary->points->y[i]);
}

static char *
date_text (const PatronChart *self,
           const Summary     *summary,
           gsize              i)
{
  return patron_format_value (&self->x.format, summary->points->x[i]);
}

/**
 * patron_chart_series_name:
 *
 * Returns: (transfer none): what the series is called, if only by the title
 *   of the values
 */
const char *
patron_chart_series_name (const PatronChart *self,
                          guint              series)
{
  if (series < self->series->len)
    {
      const PatronChartSeries *spec
        = &g_array_index (self->series, PatronChartSeries, series);

      if (!patron_text_is_empty (spec->name))
        return spec->name;
    }
  return !patron_text_is_empty (self->y.title) ? self->y.title : "";
}

static char *
write_several (const PatronChart     *self,
               const PatronChartData *data)
{
  PatronFormat format = patron_chart_value_format (self, data);
  double highest = -INFINITY, lowest = INFINITY;
  guint high = 0, low = 0;
  g_autofree char *most = NULL;
  g_autofree char *least = NULL;

  for (guint i = 0; i < data->series->len; i++)
    {
      Summary summary = summarise (data, i, format);
      double value;

      if (summary.n == 0)
        continue;
      value = summary.points->y[summary.last];
      if (value > highest)
        {
          highest = value;
          high = i;
        }
      if (value < lowest)
        {
          lowest = value;
          low = i;
        }
    }
  if (!isfinite (highest) || high == low)
    return NULL;
  most = patron_format_value (&format, highest);
  least = patron_format_value (&format, lowest);
  /* Translators: name and value of the highest of several lines at their end,
   * then of the lowest. */
  return g_strdup_printf (_("%s ends highest with %s, %s lowest with %s"),
                          patron_chart_series_name (self, high), most,
                          patron_chart_series_name (self, low), least);
}

/* patron_chart_write_course:
 *
 * Says where a line went, or of several, which ends highest and lowest.
 *
 * Returns: (transfer full) (nullable): the finding
 */
char *
patron_chart_write_course (const PatronChart     *self,
                           const PatronChartData *data)
{
  Summary summary;

  if (data->series->len > 1)
    return write_several (self, data);
  if (data->series->len == 0)
    return NULL;
  summary = summarise (data, 0, patron_chart_value_format (self, data));
  if (summary.n == 0 || *patron_chart_series_name (self, 0) == '\0')
    return NULL;
  return patron_chart_write_single (self, summary.points, summary.last,
                                    &summary.format);
}

/**
 * patron_chart_write_finding:
 *
 * Says what the chart shows, fit for its title: "Retention rose from 71 % to
 * 83 %, but still misses its target of 85 %". What it says is true of the
 * values, and never says why.
 *
 * Returns: (transfer full) (nullable): the finding; %NULL where there are no
 *   values, nothing to name them by, or nothing that stands out
 */
char *
patron_chart_write_finding (const PatronChart     *self,
                            const PatronChartData *data)
{
  PatronChartWords finding = patron_chart_kind_get_finding (self->kind);

  return finding != NULL ? finding (self, data) : NULL;
}

static void
add_sentence (GString *text,
              char    *sentence)
{
  if (sentence == NULL)
    return;
  g_strchomp (sentence);
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  if (*sentence != '\0' && strchr (".!?", sentence[strlen (sentence) - 1])
                             == NULL)
    g_string_append_c (text, '.');
  g_free (sentence);
}

static char *
write_span (const PatronChart *self,
            const char        *name,
            const Summary     *summary)
{
  g_autofree char *first = value_text (summary, summary->first);
  g_autofree char *last = value_text (summary, summary->last);
  g_autofree char *least = value_text (summary, summary->least);
  g_autofree char *largest = value_text (summary, summary->largest);
  g_autofree char *from = date_text (self, summary, summary->first);
  g_autofree char *to = date_text (self, summary, summary->last);

  if (summary->n == 1)
    /* Translators: measure, value, date. */
    return g_strdup_printf (_("%s: %s on %s"), name, last, to);
  /* Translators: measure, first value, its date, last value, its date, then
   * the lowest and the highest value. */
  return g_strdup_printf (
    _("%s: from %s on %s to %s on %s, between %s and %s"), name, first, from,
    last, to, least, largest);
}

/* What a line is expected to come to, with its interval. */
static char *
write_forecast (const PatronChart *self,
                const Summary     *summary)
{
  const PatronChartPoints *points = summary->points;
  gsize i = points->n;
  g_autofree char *date = NULL;
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (i == 0 || points->marks == NULL
      || !(points->marks[i - 1] & PATRON_POINT_FORECAST)
      || points->low == NULL || points->high == NULL)
    return NULL;
  i--;
  date = date_text (self, summary, i);
  value = value_text (summary, i);
  low = patron_format_value (&summary->format, points->low[i]);
  high = patron_format_value (&summary->format, points->high[i]);
  /* Translators: a date, then three values. */
  return g_strdup_printf (_("Forecast for %s: %s, between %s and %s"), date,
                          value, low, high);
}

/* patron_chart_describe_course:
 *
 * Returns: (transfer full) (nullable): from where to where each line goes
 */
char *
patron_chart_describe_course (const PatronChart     *self,
                              const PatronChartData *data)
{
  GString *text = g_string_new (NULL);
  PatronFormat format = patron_chart_value_format (self, data);

  for (guint i = 0; i < data->series->len && i < MOST_TOLD; i++)
    {
      Summary summary = summarise (data, i, format);
      g_autofree char *name
        = patron_text_clean (patron_chart_series_name (self, i));

      if (summary.n > 0)
        add_sentence (text, write_span (self,
                                        *name != '\0' ? name : _("Value"),
                                        &summary));
      add_sentence (text, write_forecast (self, &summary));
    }
  return g_string_free (text, text->len == 0);
}

/* patron_chart_name_category:
 *
 * Returns: (transfer full): what a point is called: by its own name, that of
 *   its category, or its place
 */
char *
patron_chart_name_category (const PatronChartData   *data,
                            const PatronChartPoints *points,
                            gsize                    i)
{
  g_autofree char *name = NULL;

  if (points->names != NULL && !patron_text_is_empty (points->names[i]))
    return patron_text_clean (points->names[i]);
  if (points->x[i] > -0.5 && points->x[i] < G_MAXINT)
    name = patron_text_clean (
      patron_chart_data_get_category (data, (gsize) round (points->x[i])));
  if (name != NULL && *name != '\0')
    return g_steal_pointer (&name);
  return patron_number_format (round (points->x[i]) + 1, 0);
}

/* The first values of each series by the names of their categories. */
static char *
describe_categories (const PatronChart     *self,
                     const PatronChartData *data)
{
  GString *text = g_string_new (NULL);
  PatronFormat format = patron_chart_value_format (self, data);

  for (guint i = 0; i < data->series->len && i < MOST_TOLD; i++)
    {
      const PatronChartPoints *points = &g_array_index (data->series,
                                                        PatronChartPoints, i);
      g_autoptr (GString) list = g_string_new (NULL);
      g_autofree char *name
        = patron_text_clean (patron_chart_series_name (self, i));
      guint n = 0;

      for (gsize j = 0; j < points->n && n < MOST_TOLD; j++)
        {
          g_autofree char *value = NULL;
          g_autofree char *category = NULL;

          if (!isfinite (points->y[j]))
            continue;
          value = patron_format_value (&format, points->y[j]);
          category = patron_chart_name_category (data, points, j);
          if (n++ > 0)
            /* Translators: between the values of a list. */
            g_string_append (list, C_("list of values", ", "));
          /* Translators: a category and its value. */
          g_string_append_printf (list, C_("list of values", "%s %s"),
                                  category, value);
        }
      if (n > 0 && *name != '\0')
        /* Translators: a series, and a list of its values. */
        add_sentence (text, g_strdup_printf (C_("list of values", "%s: %s"),
                                             name, list->str));
      else if (n > 0)
        add_sentence (text, g_strdup (list->str));
    }
  return g_string_free (text, text->len == 0);
}

/**
 * patron_chart_write_event:
 *
 * Returns: (transfer full): an annotation in words, after its date, its
 *   category or its number
 */
char *
patron_chart_write_event (const PatronChart           *self,
                          const PatronChartData       *data,
                          const PatronChartAnnotation *annotation)
{
  double x[] = { annotation->x };
  PatronChartPoints point = { .x = x, .n = 1 };
  g_autofree char *what = patron_text_clean (annotation->text);
  g_autofree char *where
    = patron_chart_kind_get_shape (self->kind) == PATRON_SHAPE_CATEGORIES
        ? patron_chart_name_category (data, &point, 0)
        : patron_format_value (&self->x.format, annotation->x);

  /* Translators: a date or a category, and what happened then. */
  return g_strdup_printf (C_("chart event", "%s: %s"), where, what);
}

/**
 * patron_chart_write_alt_text:
 *
 * Writes what somebody who cannot see the chart should know: the finding, the
 * values as their kind is told, the target and the annotations.
 *
 * Returns: (transfer full): some sentences
 */
char *
patron_chart_write_alt_text (const PatronChart     *self,
                             const PatronChartData *data)
{
  GString *text = g_string_new (NULL);
  PatronChartWords describe = patron_chart_kind_get_describe (self->kind);
  double target = patron_chart_get_target_at (self, INFINITY);
  char *told;

  if (!patron_text_is_empty (self->title))
    add_sentence (text, patron_text_clean (self->title));
  told = (describe != NULL ? describe : describe_categories) (self, data);
  if (told != NULL)
    add_sentence (text, told);
  else
    add_sentence (text, g_strdup (_("There are no values yet.")));
  /* A distribution has a target for its score, and tells of it itself. */
  if (isfinite (target) && self->kind != PATRON_CHART_DISTRIBUTION)
    {
      g_autofree char *aim = patron_format_value (&self->y.format, target);

      add_sentence (text, g_strdup_printf (_("The target is %s."), aim));
    }
  for (guint i = 0; i < self->annotations->len && i < MOST_TOLD; i++)
    {
      add_sentence (text, patron_chart_write_event (
                            self, data,
                            &g_array_index (self->annotations,
                                            PatronChartAnnotation, i)));
    }
  return g_string_free (text, FALSE);
}
