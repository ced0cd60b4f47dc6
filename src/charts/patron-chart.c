/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "patron-chart.h"

#include <math.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (PatronChart, patron_chart, patron_chart_copy,
                     patron_chart_free)
G_DEFINE_BOXED_TYPE (PatronChartData, patron_chart_data,
                     patron_chart_data_copy, patron_chart_data_free)

static void
clear_series (gpointer data)
{
  g_free (((PatronChartSeries *) data)->name);
}

static void
clear_annotation (gpointer data)
{
  g_free (((PatronChartAnnotation *) data)->text);
}

static void
clear_band (gpointer data)
{
  g_free (((PatronChartBand *) data)->label);
}

/**
 * patron_chart_new:
 *
 * Returns: (transfer full): a chart of @kind with a dates axis and a number
 *   axis, and nothing on it
 */
PatronChart *
patron_chart_new (PatronChartKind kind)
{
  PatronChart *self = g_new0 (PatronChart, 1);

  self->kind = kind;
  patron_format_init (&self->x.format, PATRON_FORMAT_DATE);
  patron_format_init (&self->y.format, PATRON_FORMAT_NUMBER);
  self->x.min = self->x.max = NAN;
  self->y.min = self->y.max = NAN;
  self->series = g_array_new (FALSE, TRUE, sizeof (PatronChartSeries));
  g_array_set_clear_func (self->series, clear_series);
  self->targets = g_array_new (FALSE, TRUE, sizeof (PatronChartTarget));
  self->annotations = g_array_new (FALSE, TRUE,
                                   sizeof (PatronChartAnnotation));
  g_array_set_clear_func (self->annotations, clear_annotation);
  self->bands = g_array_new (FALSE, TRUE, sizeof (PatronChartBand));
  g_array_set_clear_func (self->bands, clear_band);
  return self;
}

static void
copy_axis (PatronChartAxis       *to,
           const PatronChartAxis *from)
{
  *to = *from;
  to->title = g_strdup (from->title);
}

/**
 * patron_chart_copy:
 *
 * Returns: (transfer full): a chart that says the same
 */
PatronChart *
patron_chart_copy (const PatronChart *self)
{
  PatronChart *copy = patron_chart_new (self->kind);

  copy_axis (&copy->x, &self->x);
  copy_axis (&copy->y, &self->y);
  patron_chart_set_title (copy, self->title);
  patron_chart_set_subtitle (copy, self->subtitle);
  patron_chart_set_note (copy, self->note);
  patron_chart_set_alt_text (copy, self->alt_text);
  patron_chart_set_empty_text (copy, self->empty_text);
  patron_chart_set_target_label (copy, self->target_label);
  copy->direction = self->direction;
  copy->legend = self->legend;
  for (guint i = 0; i < self->series->len; i++)
    {
      const PatronChartSeries *series
        = &g_array_index (self->series, PatronChartSeries, i);

      patron_chart_add_series (copy, series->name);
      g_array_index (copy->series, PatronChartSeries, i).colour
        = series->colour;
    }
  g_array_append_vals (copy->targets, self->targets->data, self->targets->len);
  for (guint i = 0; i < self->annotations->len; i++)
    {
      const PatronChartAnnotation *annotation
        = &g_array_index (self->annotations, PatronChartAnnotation, i);

      patron_chart_add_annotation (copy, annotation->x, annotation->text,
                                   annotation->record);
    }
  for (guint i = 0; i < self->bands->len; i++)
    {
      const PatronChartBand *band = &g_array_index (self->bands,
                                                    PatronChartBand, i);

      patron_chart_add_band (copy, band->across, band->from, band->to,
                             band->label, band->tone);
    }
  return copy;
}

/**
 * patron_chart_free:
 *
 * Frees a chart.
 */
void
patron_chart_free (PatronChart *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->note);
  g_free (self->alt_text);
  g_free (self->empty_text);
  g_free (self->target_label);
  g_free (self->x.title);
  g_free (self->y.title);
  g_array_unref (self->series);
  g_array_unref (self->targets);
  g_array_unref (self->annotations);
  g_array_unref (self->bands);
  g_free (self);
}

static void
set_text (char       **place,
          const char  *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

/**
 * patron_chart_set_title:
 * @title: (nullable): the finding in words
 *
 * Heads the chart.
 */
void
patron_chart_set_title (PatronChart *self,
                        const char  *title)
{
  set_text (&self->title, title);
}

/**
 * patron_chart_set_subtitle:
 * @subtitle: (nullable): what is shown
 *
 * Says below the title what the numbers are.
 */
void
patron_chart_set_subtitle (PatronChart *self,
                           const char  *subtitle)
{
  set_text (&self->subtitle, subtitle);
}

/**
 * patron_chart_set_note:
 * @note: (nullable): source and remarks
 *
 * Sets the small print.
 */
void
patron_chart_set_note (PatronChart *self,
                       const char  *note)
{
  set_text (&self->note, note);
}

/**
 * patron_chart_set_alt_text:
 * @alt_text: (nullable): the message in words, or %NULL to have it written
 *
 * Sets what those read who do not see the chart.
 */
void
patron_chart_set_alt_text (PatronChart *self,
                           const char  *alt_text)
{
  set_text (&self->alt_text, alt_text);
}

/**
 * patron_chart_set_empty_text:
 * @text: (nullable): what to do about it
 *
 * Sets what stands in place of a plot without values.
 */
void
patron_chart_set_empty_text (PatronChart *self,
                             const char  *text)
{
  set_text (&self->empty_text, text);
}

/**
 * patron_chart_set_target_label:
 * @label: (nullable): its name
 *
 * Names the target.
 */
void
patron_chart_set_target_label (PatronChart *self,
                               const char  *label)
{
  set_text (&self->target_label, label);
}

/**
 * patron_chart_add_series:
 * @name: (nullable): its name
 *
 * Describes the next series of the data.
 */
void
patron_chart_add_series (PatronChart *self,
                         const char  *name)
{
  PatronChartSeries series = { g_strdup (name), -1 };

  g_array_append_val (self->series, series);
}

static int
compare_targets (gconstpointer a,
                 gconstpointer b)
{
  double x = ((const PatronChartTarget *) a)->from;
  double y = ((const PatronChartTarget *) b)->from;

  return (x > y) - (x < y);
}

/**
 * patron_chart_add_target:
 * @from: the x from which the target holds; -INFINITY for always
 * @value: the target; NaN where there is none any more
 *
 * Adds a step of the target, in any order.
 */
void
patron_chart_add_target (PatronChart *self,
                         double       from,
                         double       value)
{
  PatronChartTarget target = { isnan (from) ? -INFINITY : from, value };

  g_array_append_val (self->targets, target);
  g_array_sort (self->targets, compare_targets);
}

/**
 * patron_chart_add_annotation:
 * @x: when
 * @text: what happened
 * @record: the record that says so, or 0
 *
 * Tells something of a date.
 */
void
patron_chart_add_annotation (PatronChart *self,
                             double       x,
                             const char  *text,
                             gint64       record)
{
  PatronChartAnnotation annotation = { x, g_strdup (text), record };

  g_array_append_val (self->annotations, annotation);
}

/**
 * patron_chart_add_band:
 * @across: whether @from and @to are values, rather than dates
 * @label: (nullable): what the band means
 *
 * Tints a range of the plot.
 */
void
patron_chart_add_band (PatronChart *self,
                       gboolean     across,
                       double       from,
                       double       to,
                       const char  *label,
                       PatronTone   tone)
{
  PatronChartBand band = { across, from, to, g_strdup (label), tone };

  g_array_append_val (self->bands, band);
}

/**
 * patron_chart_get_target_at:
 *
 * Returns: the target that holds at @x, or NaN
 */
double
patron_chart_get_target_at (const PatronChart *self,
                            double             x)
{
  double value = NAN;

  for (guint i = 0; i < self->targets->len; i++)
    {
      const PatronChartTarget *target
        = &g_array_index (self->targets, PatronChartTarget, i);

      if (target->from <= x)
        value = target->value;
    }
  return isfinite (value) ? value : NAN;
}

static void
clear_points (gpointer data)
{
  PatronChartPoints *points = data;

  g_free (points->x);
  g_free (points->y);
}

/**
 * patron_chart_data_new:
 *
 * Returns: (transfer full): data without series
 */
PatronChartData *
patron_chart_data_new (void)
{
  PatronChartData *self = g_new0 (PatronChartData, 1);

  self->series = g_array_new (FALSE, TRUE, sizeof (PatronChartPoints));
  g_array_set_clear_func (self->series, clear_points);
  return self;
}

/**
 * patron_chart_data_copy:
 *
 * Returns: (transfer full): the same points
 */
PatronChartData *
patron_chart_data_copy (const PatronChartData *self)
{
  PatronChartData *copy = patron_chart_data_new ();

  for (guint i = 0; i < self->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (self->series, PatronChartPoints, i);

      patron_chart_data_add (copy, points->x, points->y, points->n);
    }
  return copy;
}

/**
 * patron_chart_data_free:
 *
 * Frees the points.
 */
void
patron_chart_data_free (PatronChartData *self)
{
  g_array_unref (self->series);
  g_free (self);
}

typedef struct
{
  double x;
  double y;
} Point;

static int
compare_points (gconstpointer a,
                gconstpointer b,
                gpointer      unused)
{
  double x = ((const Point *) a)->x;
  double y = ((const Point *) b)->x;

  return (x > y) - (x < y);
}

static void
sort_points (PatronChartPoints *points)
{
  g_autofree Point *pairs = NULL;
  gboolean rising = TRUE;

  for (gsize i = 1; i < points->n && rising; i++)
    rising = points->x[i - 1] <= points->x[i];
  if (rising)
    return;
  pairs = g_new (Point, points->n);
  for (gsize i = 0; i < points->n; i++)
    pairs[i] = (Point) { points->x[i], points->y[i] };
  g_qsort_with_data (pairs, (int) points->n, sizeof (Point), compare_points,
                     NULL);
  for (gsize i = 0; i < points->n; i++)
    {
      points->x[i] = pairs[i].x;
      points->y[i] = pairs[i].y;
    }
}

/**
 * patron_chart_data_add:
 * @x: (array length=n): days since 1970-01-01
 * @y: (array length=n): values; what is not finite is a gap
 * @n: how many
 *
 * Copies the points of the next series, sorted by @x. Points without a finite
 * @x are nowhere, and left out.
 */
void
patron_chart_data_add (PatronChartData *self,
                       const double    *x,
                       const double    *y,
                       gsize            n)
{
  PatronChartPoints points = { g_new (double, n), g_new (double, n), 0 };

  for (gsize i = 0; i < n; i++)
    {
      if (!isfinite (x[i]))
        continue;
      points.x[points.n] = x[i];
      points.y[points.n] = isfinite (y[i]) ? y[i] : NAN;
      points.n++;
    }
  sort_points (&points);
  g_array_append_val (self->series, points);
}
