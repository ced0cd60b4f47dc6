/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* How many values fall where. Several series are told in shares, the first in
 * bars and the others as outlines over them. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-number.h"
#include "patron-plot-axes.h"
#include "patron-scene-private.h"
#include "patron-values.h"

/* px of a bin at least, at zoom 1 */
#define LEAST_BIN 7.0
/* With more bars than this, values over them are a thicket. */
#define MOST_LABELLED 16

/* @height: of each bin of each series, a count or a share
 * @count: values in each bin of each series */
typedef struct
{
  guint n_series;
  PatronValues *series;
  PatronValues all;
  PatronBins bins;
  double *height;
  double *count;
  double highest;
} Histogram;

static void
histogram_init (Histogram             *self,
                const PatronChartData *data)
{
  static const PatronChartPoints none = { 0 };

  *self = (Histogram) { .n_series = data->series->len };
  self->series = g_new0 (PatronValues, self->n_series + 1);
  patron_values_init (&self->all, &none);
  for (guint i = 0; i < self->n_series; i++)
    {
      patron_values_init (&self->series[i],
                          &g_array_index (data->series, PatronChartPoints,
                                          i));
      patron_values_join (&self->all, &self->series[i]);
    }
}

static void
histogram_clear (Histogram *self)
{
  for (guint i = 0; i < self->n_series; i++)
    patron_values_clear (&self->series[i]);
  patron_values_clear (&self->all);
  g_free (self->series);
  g_free (self->height);
  g_free (self->count);
}

static void
fill_bins (Histogram *self)
{
  guint n = self->bins.n;

  self->height = g_new0 (double, n * self->n_series + 1);
  self->count = g_new0 (double, n * self->n_series + 1);
  for (guint s = 0; s < self->n_series; s++)
    {
      const PatronValues *values = &self->series[s];

      for (guint i = 0; i < values->values->len; i++)
        {
          const PatronCounted *here = &g_array_index (values->values,
                                                      PatronCounted, i);

          self->count[s * n + patron_bins_find (&self->bins, here->value)]
            += here->count;
        }
      for (guint i = 0; i < n; i++)
        {
          double count = self->count[s * n + i];

          self->height[s * n + i]
            = self->n_series > 1 && values->n > 0 ? count / values->n : count;
          self->highest = MAX (self->highest, self->height[s * n + i]);
        }
    }
}

/* What the bins count becomes the axis below, how many the one on the left. */
static PatronChart
turn_chart (const PatronChart *chart,
            gboolean           shares)
{
  PatronChart turned = *chart;

  turned.x = chart->y;
  turned.x.logarithmic = FALSE;
  turned.y = (PatronChartAxis) { .min = NAN, .max = NAN, .split = NAN,
                                 .zero = PATRON_ZERO_SHOWN };
  patron_format_init (&turned.y.format, shares ? PATRON_FORMAT_PERCENT
                                               : PATRON_FORMAT_NUMBER);
  turned.y.format.decimals = shares ? -1 : 0;
  turned.y.title = shares ? (char *) _("Share of values")
                          : (char *) _("Number of values");
  return turned;
}

static void
add_mark (PatronChart *chart,
          const char  *name,
          double       value)
{
  g_autofree char *number = patron_format_value (&chart->x.format, value);
  PatronChartAnnotation annotation = { .x = value };

  /* Translators: the name of a mean or a target, and its value. */
  annotation.text = g_strdup_printf (C_("target label", "%s %s"), name,
                                     number);
  g_array_append_val (chart->annotations, annotation);
}

static void
free_annotation (gpointer data)
{
  g_free (((PatronChartAnnotation *) data)->text);
}

static int
compare_annotations (gconstpointer a,
                     gconstpointer b)
{
  double p = ((const PatronChartAnnotation *) a)->x;
  double q = ((const PatronChartAnnotation *) b)->x;

  return (p > q) - (p < q);
}

/* Told above the plot, where their labels keep apart. */
static void
add_marks (PatronChart       *turned,
           const PatronChart *chart,
           const Histogram   *histogram)
{
  double target = patron_chart_get_target_at (chart, INFINITY);
  g_autofree char *name = patron_text_clean (chart->target_label);

  turned->annotations = g_array_new (FALSE, TRUE,
                                     sizeof (PatronChartAnnotation));
  g_array_set_clear_func (turned->annotations, free_annotation);
  if (isfinite (target))
    add_mark (turned, *name != '\0' ? name : C_("target label", "Target"),
              target);
  if (chart->averages & PATRON_AVERAGE_MEAN)
    add_mark (turned, C_("histogram", "Mean"),
              patron_values_mean (&histogram->all));
  if (chart->averages & PATRON_AVERAGE_MEDIAN)
    add_mark (turned, C_("histogram", "Median"),
              patron_values_quantile (&histogram->all, 0.5));
  g_array_sort (turned->annotations, compare_annotations);
}

static char *
write_rule (PatronPlot      *plot,
            const Histogram *histogram)
{
  PatronFormat format = plot->chart->y.format;
  g_autofree char *width = NULL;
  g_autofree char *number = patron_number_format (histogram->all.n, 0);
  gulong n = (gulong) CLAMP (histogram->all.n, 0, 1e15);

  if (format.kind == PATRON_FORMAT_NUMBER || format.kind
                                               == PATRON_FORMAT_PERCENT)
    format.decimals = -1;
  /* A difference of percentages is in points. */
  if (format.kind == PATRON_FORMAT_PERCENT)
    {
      g_autofree char *points
        = patron_number_format (100 * histogram->bins.width, -1);

      width = g_strdup_printf (C_("value", "%s\xc2\xa0points"), points);
    }
  else
    width = patron_format_value (&format, histogram->bins.width);
  switch (histogram->bins.rule)
    {
    case PATRON_BIN_FREEDMAN_DIACONIS:
      /* Translators: under a histogram: how many values there are, and how
       * wide its bins are, by a rule of statistics. */
      return g_strdup_printf (ngettext (
        "%s value, in bins of %s (rule of Freedman and Diaconis).",
        "%s values, in bins of %s (rule of Freedman and Diaconis).", n),
        number, width);
    case PATRON_BIN_STURGES:
      return g_strdup_printf (ngettext (
        "%s value, in bins of %s (rule of Sturges).",
        "%s values, in bins of %s (rule of Sturges).", n), number, width);
    case PATRON_BIN_EACH:
    default:
      return g_strdup_printf (ngettext ("%s value.", "%s values.", n),
                              number);
    }
}

static void
add_remarks (PatronPlot      *plot,
             const Histogram *histogram)
{
  g_autofree char *rule = write_rule (plot, histogram);

  patron_plot_add_remark (plot, rule);
  if (histogram->all.n < plot->chart->least_samples)
    patron_plot_add_remark (plot, _("So few values say little about how they"
                                    " spread."));
  if (histogram->all.left_out > 0)
    patron_plot_add_remark (plot, _("Values too large to be drawn are left"
                                    " out."));
}

/* Every @every-th edge, or for whole numbers every such middle. */
static void
list_ticks (PatronPlot       *plot,
            const PatronBins *bins,
            guint             every)
{
  double to = bins->from + bins->width * bins->n;
  double largest = MAX (fabs (bins->from), fabs (to));
  double first = bins->centred ? bins->from + bins->width / 2 : bins->from;
  guint n = bins->centred ? bins->n : bins->n + 1;
  double offset = fmod (round (first / bins->width), every);

  g_clear_pointer (&plot->x_ticks, patron_ticks_free);
  plot->x_ticks = patron_ticks_new (bins->from, to);
  plot->x_ticks->step = bins->width * every;
  if (offset < 0)
    offset += every;
  for (guint i = (guint) fmod (every - offset, every); i < n; i += every)
    {
      double value = first + i * bins->width;

      if (fabs (value) < bins->width * 1e-9)
        value = 0;
      patron_ticks_add (plot->x_ticks, value,
                        patron_format_tick (&plot->chart->x.format, value,
                                            bins->width * every, largest),
                        NULL);
    }
}

/* A single bin around one value has that value for a label. */
static void
list_single (PatronPlot       *plot,
             const PatronBins *bins)
{
  double value = bins->from + bins->width / 2;

  g_clear_pointer (&plot->x_ticks, patron_ticks_free);
  plot->x_ticks = patron_ticks_new (bins->from, bins->from + bins->width);
  patron_ticks_add (plot->x_ticks, value,
                    patron_format_value (&plot->chart->x.format, value),
                    NULL);
}

/* The last label reaches half its width beyond its tick. */
static void
keep_last_label (PatronPlot *plot)
{
  const GArray *ticks = plot->x_ticks->ticks;
  const PatronTick *last;
  double at, half, right;

  if (ticks->len == 0)
    return;
  last = &g_array_index (ticks, PatronTick, ticks->len - 1);
  at = patron_axis_bottom_at (plot, plot->x_ticks, last->value);
  half = patron_text_width (plot->measurer, &plot->axis_font, last->label) / 2;
  right = plot->area.x + plot->area.width;
  plot->plot.width -= CLAMP (at + half - right, 0, half);
}

static void
set_bins_axis (PatronPlot       *plot,
               const PatronBins *bins)
{
  static const guint steps[] = { 1, 2, 4, 5, 10, 20, 40 };
  double line = patron_text_line_height (&plot->axis_font);
  double room = line + 6 * plot->zoom;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (bins->n == 1)
        list_single (plot, bins);
      else
        list_ticks (plot, bins, steps[i]);
      if (patron_axis_bottom_fits (plot, plot->x_ticks))
        break;
    }
  keep_last_label (plot);
  if (plot->plot.height - room < PATRON_AXIS_LEAST_HEIGHT
      || plot->plot.width < PATRON_AXIS_LEAST_WIDTH
      || !patron_axis_bottom_fits (plot, plot->x_ticks))
    {
      patron_axis_drop_labels (plot->x_ticks);
      plot->plot.height -= line / 2;
      return;
    }
  if (!patron_text_is_empty (plot->chart->x.title)
      && plot->area.height > 12 * line)
    {
      plot->x_title = patron_text_clean (plot->chart->x.title);
      room += line * 1.1;
    }
  plot->plot.height -= room;
}

static void
add_bins_axis (PatronPlot *plot)
{
  double bottom = plot->plot.y + plot->plot.height;
  double right = plot->plot.x + plot->plot.width;
  double line = patron_text_line_height (&plot->axis_font);

  for (guint i = 0; i < plot->x_ticks->ticks->len; i++)
    {
      const PatronTick *tick = &g_array_index (plot->x_ticks->ticks,
                                               PatronTick, i);
      double x = patron_scale_at (&plot->x, tick->value);

      if (tick->label == NULL)
        continue;
      patron_scene_add_line (plot->scene, PATRON_ROLE_AXIS,
                             patron_axis_sharp (x), bottom,
                             patron_axis_sharp (x), bottom + 4 * plot->zoom,
                             plot->theme->axis, 1);
      patron_axis_add_bottom_label (plot, tick->label, x,
                                    bottom + 5 * plot->zoom);
    }
  if (plot->x_title != NULL)
    {
      g_autoptr (GArray) lines
        = patron_text_wrap (plot->measurer, &plot->axis_font, plot->x_title,
                            plot->area.width, 1);

      patron_scene_add_lines (
        plot->scene, PATRON_ROLE_AXIS_LABEL, plot->measurer,
        &plot->axis_font, lines,
        MAX (right, plot->area.x + patron_text_lines_width (lines)),
        bottom + 5 * plot->zoom + line, PATRON_ALIGN_RIGHT,
        plot->theme->dim);
    }
}

static PatronBox
box_of (const PatronPlot *plot,
        const Histogram  *histogram,
        guint             series,
        guint             bin)
{
  const PatronBins *bins = &histogram->bins;
  double left = patron_scale_at (&plot->x, bins->from + bins->width * bin);
  double right = patron_scale_at (&plot->x,
                                  bins->from + bins->width * (bin + 1));
  double top = patron_scale_at (&plot->y,
                                histogram->height[series * bins->n + bin]);
  double gap = bins->centred ? MIN (0.18 * (right - left), 14 * plot->zoom)
                             : MIN (1, 0.15 * (right - left));

  return (PatronBox) { left + gap / 2, top, MAX (0, right - left - gap),
                       MAX (0, plot->y.start - top) };
}

/* Where every bar has its value, the axis has nothing to add. */
static gboolean
has_labels (PatronPlot      *plot,
            const Histogram *histogram)
{
  double width = plot->plot.width / histogram->bins.n - 4 * plot->zoom;

  if (histogram->n_series > 1 || plot->chart->annotations->len > 0
      || plot->chart->value_labels == PATRON_LABELS_HIDDEN
      || (plot->chart->value_labels == PATRON_LABELS_AUTO
          && histogram->bins.n > MOST_LABELLED))
    return FALSE;
  for (guint i = 0; i < histogram->bins.n; i++)
    {
      g_autofree char *text = patron_number_format (histogram->count[i], 0);

      if (patron_text_width (plot->measurer, &plot->label_font, text) > width)
        return FALSE;
    }
  return TRUE;
}

static void
draw_bars (PatronPlot      *plot,
           const Histogram *histogram)
{
  int place = patron_plot_series_colour (plot, 0);

  for (guint i = 0; i < histogram->bins.n; i++)
    {
      PatronBox box = box_of (plot, histogram, 0, i);
      PatronItem *item;
      g_autofree char *text = NULL;

      if (histogram->count[i] == 0)
        continue;
      item = patron_scene_add_rectangle (plot->scene, PATRON_ROLE_SERIES,
                                         box.x, box.y, box.width, box.height);
      item->series = 0;
      item->point = (int) i;
      item->fill = patron_theme_series (plot->theme, place);
      if (!plot->bare)
        continue;
      text = patron_number_format (histogram->count[i], 0);
      patron_plot_add_value (plot, 0, i, text, box.x + box.width / 2,
                             box.y - plot->label_font.size * 0.75,
                             PATRON_ALIGN_CENTRE, plot->theme->text);
    }
}

static void
draw_outline (PatronPlot      *plot,
              const Histogram *histogram,
              guint            series)
{
  const PatronBins *bins = &histogram->bins;
  int place = patron_plot_series_colour (plot, series);
  PatronItem *item;

  if (histogram->series[series].n == 0)
    return;
  item = patron_scene_add_path (plot->scene, PATRON_ROLE_SERIES);
  item->series = (int) series;
  item->stroke = patron_theme_series (plot->theme, place);
  item->line_width = 2.25 * plot->zoom;
  if (patron_plot_is_expected (plot, series))
    {
      item->dash = 5 * plot->zoom;
      item->gap = 3.5 * plot->zoom;
    }
  patron_item_move_to (item, plot->x.start, plot->y.start);
  for (guint i = 0; i < bins->n; i++)
    {
      double y = patron_scale_at (&plot->y,
                                  histogram->height[series * bins->n + i]);

      patron_item_line_to (item, patron_scale_at (&plot->x, bins->from
                                                  + bins->width * i), y);
      patron_item_line_to (item, patron_scale_at (&plot->x, bins->from
                                                  + bins->width * (i + 1)),
                           y);
    }
  patron_item_line_to (item, plot->x.end, plot->y.start);
}

static char *
name_bin (const PatronPlot *plot,
          const Histogram  *histogram,
          guint             bin)
{
  const PatronFormat *format = &plot->chart->x.format;
  const PatronBins *bins = &histogram->bins;
  double from = bins->from + bins->width * bin;
  double to = from + bins->width;
  double largest = MAX (fabs (bins->from),
                        fabs (bins->from + bins->width * bins->n));
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (bins->centred || bins->n == 1)
    return patron_format_value (format, (from + to) / 2);
  if (histogram->all.whole)
    to--;
  low = patron_format_tick (format, from, bins->width, largest);
  high = patron_format_tick (format, to, histogram->all.whole ? 1
                                                              : bins->width,
                             largest);
  /* Translators: a range of values. */
  return g_strdup_printf (C_("histogram", "%s to %s"), low, high);
}

static void
add_spots (PatronPlot      *plot,
           const Histogram *histogram)
{
  const PatronBins *bins = &histogram->bins;
  PatronFormat percent;

  patron_format_init (&percent, PATRON_FORMAT_PERCENT);
  for (guint s = 0; s < histogram->n_series; s++)
    for (guint i = 0; i < bins->n; i++)
      {
        double count = histogram->count[s * bins->n + i];
        PatronBox box = box_of (plot, histogram, s, i);
        g_autofree char *name = name_bin (plot, histogram, i);
        g_autofree char *number = patron_number_format (count, 0);
        g_autofree char *share = NULL;
        g_autofree char *of = patron_text_clean (
          patron_chart_series_name (plot->chart, s));
        PatronSpot *spot;

        if (histogram->series[s].n == 0)
          continue;
        percent.decimals = histogram->series[s].n < 200 ? 0 : 1;
        share = patron_format_value (&percent, count / histogram->series[s].n);
        spot = patron_scene_add_spot (plot->scene, PATRON_ROLE_SERIES, box.x,
                                      plot->plot.y, box.width,
                                      plot->plot.height);
        spot->series = (int) s;
        spot->point = (int) i;
        spot->on_grid = TRUE;
        spot->row = (int) s;
        spot->column = (int) i;
        spot->anchor_y = box.y;
        spot->text
          = histogram->n_series > 1 && *of != '\0'
              /* Translators: a bar of a histogram: name of the series, range
               * of values, how many, their share of all. */
              ? g_strdup_printf (C_("histogram", "%s, %s: %s\n%s of all"), of,
                                 name, number, share)
              /* Translators: a bar of a histogram: range of values, how many,
               * their share of all. */
              : g_strdup_printf (C_("histogram", "%s: %s\n%s of all"), name,
                                 number, share);
      }
}

/* The keys lead from the bars to the marks as to a row above them. */
static void
add_mark_spots (PatronPlot *plot)
{
  guint first = plot->scene->spots->len;

  patron_plot_add_annotations (plot);
  for (guint i = first; i < plot->scene->spots->len; i++)
    {
      PatronSpot *spot = &g_array_index (plot->scene->spots, PatronSpot, i);

      spot->on_grid = TRUE;
      spot->row = -1;
      spot->column = (int) (i - first);
    }
}

static void
lay_out (PatronPlot *plot,
         Histogram  *histogram,
         PatronChart *turned)
{
  gboolean legend = histogram->n_series > 1
                    && plot->chart->legend != PATRON_LEGEND_NONE;
  double room = plot->area.width - 60 * plot->zoom;

  patron_bins_init (&histogram->bins, &histogram->all,
                    (guint) CLAMP (room / (LEAST_BIN * plot->zoom), 2, 60));
  fill_bins (histogram);
  add_remarks (plot, histogram);
  plot->key = PATRON_KEY_PATCH;
  patron_plot_add_header (plot, legend);
  plot->chart = turned;
  turned->subtitle = NULL;
  plot->lengths = TRUE;
  plot->bare = has_labels (plot, histogram);
  plot->room_high = plot->bare ? plot->label_font.size * 1.4 : 0;
  patron_plot_set_values (plot, 0, histogram->highest);
  set_bins_axis (plot, &histogram->bins);
  patron_plot_set_annotations (plot);
  patron_plot_set_scales (plot);
  patron_plot_add_axes (plot);
  add_bins_axis (plot);
  draw_bars (plot, histogram);
  for (guint i = 1; i < histogram->n_series; i++)
    draw_outline (plot, histogram, i);
  add_mark_spots (plot);
  add_spots (plot, histogram);
}

/**
 * patron_chart_layout_histogram:
 *
 * Lays out how values spread, in bins.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_histogram (PatronPlot *plot)
{
  const PatronChart *chart = plot->chart;
  PatronChart turned = turn_chart (chart, plot->data->series->len > 1);
  Histogram histogram;

  histogram_init (&histogram, plot->data);
  add_marks (&turned, chart, &histogram);
  patron_plot_name_series (plot);
  if (histogram.all.n > 0)
    lay_out (plot, &histogram, &turned);
  else
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
    }
  plot->chart = chart;
  g_array_unref (turned.annotations);
  histogram_clear (&histogram);
  return patron_plot_end (plot);
}
