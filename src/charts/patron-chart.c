/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "patron-chart.h"

#include <math.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (PatronChart, patron_chart, patron_chart_copy,
                     patron_chart_free)

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
 * Returns: (transfer full): a chart of @kind whose axes are written as its
 *   shape asks for, and nothing on it
 */
PatronChart *
patron_chart_new (PatronChartKind kind)
{
  PatronChart *self = g_new0 (PatronChart, 1);

  self->kind = kind;
  patron_format_init (&self->x.format,
                      patron_chart_kind_get_shape (kind) == PATRON_SHAPE_DATES
                        ? PATRON_FORMAT_DATE
                        : PATRON_FORMAT_NUMBER);
  patron_format_init (&self->y.format, PATRON_FORMAT_NUMBER);
  self->x.min = self->x.max = self->x.split = NAN;
  self->y.min = self->y.max = self->y.split = NAN;
  self->least_samples = 30;
  self->series = g_array_new (FALSE, TRUE, sizeof (PatronChartSeries));
  g_array_set_clear_func (self->series, clear_series);
  self->targets = g_array_new (FALSE, TRUE, sizeof (PatronChartTarget));
  self->annotations = g_array_new (FALSE, TRUE,
                                   sizeof (PatronChartAnnotation));
  g_array_set_clear_func (self->annotations, clear_annotation);
  self->bands = g_array_new (FALSE, TRUE, sizeof (PatronChartBand));
  g_array_set_clear_func (self->bands, clear_band);
  self->limits = g_array_new (FALSE, TRUE, sizeof (PatronChartLimits));
  self->aim = NAN;
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
  copy->course = self->course;
  copy->aim = self->aim;
  copy->legend = self->legend;
  copy->stack = self->stack;
  copy->value_labels = self->value_labels;
  copy->averages = self->averages;
  copy->least_samples = self->least_samples;
  patron_chart_set_quadrants (copy, self->quadrants[0], self->quadrants[1],
                              self->quadrants[2], self->quadrants[3]);
  for (int i = 0; i < PATRON_N_TONES; i++)
    patron_chart_set_tone_label (copy, (PatronTone) i, self->tones[i]);
  for (guint i = 0; i < self->series->len; i++)
    {
      const PatronChartSeries *series
        = &g_array_index (self->series, PatronChartSeries, i);

      patron_chart_add_series (copy, series->name);
      g_array_index (copy->series, PatronChartSeries, i).colour
        = series->colour;
      g_array_index (copy->series, PatronChartSeries, i).expected
        = series->expected;
    }
  g_array_append_vals (copy->targets, self->targets->data, self->targets->len);
  g_array_append_vals (copy->limits, self->limits->data, self->limits->len);
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
  g_array_unref (self->limits);
  for (int i = 0; i < 4; i++)
    g_free (self->quadrants[i]);
  for (int i = 0; i < PATRON_N_TONES; i++)
    g_free (self->tones[i]);
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
  PatronChartSeries series = { .name = g_strdup (name), .colour = -1 };

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

static int
compare_limits (gconstpointer a,
                gconstpointer b)
{
  double x = ((const PatronChartLimits *) a)->from;
  double y = ((const PatronChartLimits *) b)->from;

  return (x > y) - (x < y);
}

/**
 * patron_chart_add_limits:
 * @from: the x from which they hold; -INFINITY for always
 * @lower: the lower limit, or NaN
 * @centre: the mean, or NaN where there are no limits any more
 * @upper: the upper limit, or NaN
 *
 * Adds a step of the process limits, in any order.
 */
void
patron_chart_add_limits (PatronChart *self,
                         double       from,
                         double       lower,
                         double       centre,
                         double       upper)
{
  PatronChartLimits limits = { isnan (from) ? -INFINITY : from, lower, centre,
                               upper };

  g_array_append_val (self->limits, limits);
  g_array_sort (self->limits, compare_limits);
}

/**
 * patron_chart_set_quadrants:
 * @top_left: (nullable): the name of that quarter of a matrix
 * @top_right: (nullable): likewise
 * @bottom_left: (nullable): likewise
 * @bottom_right: (nullable): likewise
 *
 * Names the quarters of a matrix.
 */
void
patron_chart_set_quadrants (PatronChart *self,
                            const char  *top_left,
                            const char  *top_right,
                            const char  *bottom_left,
                            const char  *bottom_right)
{
  set_text (&self->quadrants[0], top_left);
  set_text (&self->quadrants[1], top_right);
  set_text (&self->quadrants[2], bottom_left);
  set_text (&self->quadrants[3], bottom_right);
}

/**
 * patron_chart_set_tone_label:
 * @label: (nullable): what it means where a point of a tree has @tone
 *
 * Gives a tone its meaning.
 */
void
patron_chart_set_tone_label (PatronChart *self,
                             PatronTone   tone,
                             const char  *label)
{
  set_text (&self->tones[tone], label);
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
