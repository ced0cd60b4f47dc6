/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* The bullet graph of Stephen Few's specification (2013): a label, one scale,
 * the featured measure as a bar from zero, one or two comparative measures as
 * lines across it, and ranges behind it in shades of one hue. Categories share
 * the scale and have a row each. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-cells.h"
#include "patron-plot-keys.h"

/* px at zoom 1 */
#define THICKEST 46.0
#define THINNEST 7.0
#define LEAST_ROW 12.0
#define LEAST_SCALE 40.0

typedef struct
{
  PatronPlot *plot;
  PatronCells *cells;
  guint n;          /* rows */
  int compared;     /* the series of expected values, or -1 */
  double target;    /* of all rows, or NaN */
  GPtrArray *names; /* (element-type GArray): per row, wrapped */
  GPtrArray *values;
  double names_width;
  double values_width;
  double row;
  double thickness;
} Bullet;

static double
expected_of (const Bullet *self,
             guint         i)
{
  return self->compared < 0 ? NAN
                            : patron_cells_get (self->cells,
                                                (guint) self->compared, i);
}

static int
find_compared (const PatronChart     *chart,
               const PatronChartData *data)
{
  for (guint i = 1; i < data->series->len && i < chart->series->len; i++)
    if (g_array_index (chart->series, PatronChartSeries, i).expected)
      return (int) i;
  return data->series->len > 1 ? 1 : -1;
}

static void
bullet_init (Bullet     *self,
             PatronPlot *plot)
{
  double least = LEAST_ROW * plot->zoom * plot->theme->text_scale;
  guint most = (guint) MAX (1, floor (plot->area.height * 0.6 / least));

  self->plot = plot;
  self->cells = patron_cells_new (plot->data, 4, most);
  if (self->cells->total_columns > most)
    patron_cells_add_remark (self->cells, plot);
  self->compared = find_compared (plot->chart, plot->data);
  self->target = patron_chart_get_target_at (plot->chart, INFINITY);
  self->n = self->cells->n_columns;
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                  g_array_unref);
  self->values = g_ptr_array_new_with_free_func (g_free);
}

static void
bullet_clear (Bullet *self)
{
  patron_cells_free (self->cells);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->values);
}

static void
include (double  value,
         double *min,
         double *max)
{
  if (!isfinite (value))
    return;
  *min = MIN (*min, value);
  *max = MAX (*max, value);
}

/* Bars begin at zero, so that is always on the scale. */
static void
find_range (const Bullet *self,
            double       *min,
            double       *max)
{
  const PatronChart *chart = self->plot->chart;

  *min = *max = 0;
  for (guint i = 0; i < self->n; i++)
    {
      include (patron_cells_get (self->cells, 0, i), min, max);
      include (expected_of (self, i), min, max);
    }
  include (self->target, min, max);
  include (chart->y.min, min, max);
  include (chart->y.max, min, max);
  for (guint i = 0; i < chart->bands->len; i++)
    {
      const PatronChartBand *band = &g_array_index (chart->bands,
                                                    PatronChartBand, i);

      if (!band->across)
        continue;
      include (band->from, min, max);
      include (band->to, min, max);
    }
}

static int
tone_rank (PatronTone tone)
{
  switch (tone)
    {
    case PATRON_TONE_BAD:
      return 0;
    case PATRON_TONE_WARNING:
      return 1;
    case PATRON_TONE_GOOD:
      return 3;
    case PATRON_TONE_NEUTRAL:
    case PATRON_TONE_ACCENT:
    default:
      return 2;
    }
}

/* How many ranges are worse than @band: the worst is the darkest. */
static guint
count_worse (const PatronChart     *chart,
             const PatronChartBand *band)
{
  gboolean down = chart->direction == PATRON_DIRECTION_DOWN;
  guint worse = 0;

  for (guint i = 0; i < chart->bands->len; i++)
    {
      const PatronChartBand *other = &g_array_index (chart->bands,
                                                     PatronChartBand, i);
      int rank = tone_rank (other->tone) - tone_rank (band->tone);

      if (!other->across || other == band)
        continue;
      if (rank < 0
          || (rank == 0 && (down ? other->to > band->to
                                 : other->from < band->from)))
        worse++;
    }
  return worse;
}

static PatronColour
range_colour (const Bullet          *self,
              const PatronChartBand *band)
{
  const PatronTheme *theme = self->plot->theme;
  /* On a dark ground, little light is none. */
  gboolean dark = patron_colour_contrast (theme->background,
                                          PATRON_RGB (0x000000)) < 4.5;
  double least = dark ? 0.15 : 0.07;
  guint n = 0;
  double from, step;

  for (guint i = 0; i < self->plot->chart->bands->len; i++)
    n += g_array_index (self->plot->chart->bands, PatronChartBand, i).across;
  from = (n > 3 ? 0.36 : 0.3) + (dark ? 0.08 : 0);
  step = n > 1 ? (from - least) / (n - 1) : 0;
  return patron_colour_mix (theme->background, theme->text,
                            n > 1 ? from - step * count_worse (
                                                    self->plot->chart, band)
                                  : 0.12);
}

static PatronColour
measure_colour (const Bullet *self)
{
  return patron_theme_series (self->plot->theme,
                              patron_plot_series_colour (self->plot, 0));
}

static char *
target_name (const PatronChart *chart)
{
  g_autofree char *name = patron_text_clean (chart->target_label);

  return g_strdup (*name != '\0' ? name : C_("target label", "Target"));
}

static void
add_keys (Bullet *self)
{
  PatronPlot *plot = self->plot;
  const PatronTheme *theme = plot->theme;
  const PatronChart *chart = plot->chart;
  g_autoptr (GArray) keys = patron_keys_new ();
  guint rows = plot->area.height > 200 * plot->zoom ? 2 : 1;
  double height;

  if (plot->chart->legend == PATRON_LEGEND_NONE
      || plot->area.height < 100 * plot->zoom)
    return;
  if (self->n > 1 || chart->bands->len > 0)
    patron_keys_add (keys, PATRON_PLOT_KEY_BAR, measure_colour (self),
                     patron_chart_series_name (chart, 0));
  if (isfinite (self->target))
    {
      g_autofree char *name = target_name (chart);

      patron_keys_add (keys, PATRON_PLOT_KEY_TICK, theme->target, name);
    }
  if (self->compared >= 0)
    patron_keys_add (keys,
                     isfinite (self->target) ? PATRON_PLOT_KEY_LIGHT_TICK
                                             : PATRON_PLOT_KEY_TICK,
                     theme->target,
                     patron_chart_series_name (chart,
                                               (guint) self->compared));
  for (guint i = 0; i < chart->bands->len; i++)
    {
      const PatronChartBand *band = &g_array_index (chart->bands,
                                                    PatronChartBand, i);

      if (band->across)
        patron_keys_add (keys, PATRON_PLOT_KEY_AREA, range_colour (self, band),
                         band->label);
    }
  height = patron_plot_add_keys (plot, keys, plot->area.y, rows, FALSE);
  if (height > 0)
    {
      plot->area.y += height + 8 * plot->zoom;
      plot->area.height -= height + 8 * plot->zoom;
    }
}

/* Names take up to a third of the picture, and as many lines as a row. */
static void
measure_names (Bullet *self)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->label_font);
  guint lines = (guint) CLAMP (floor (self->row * 0.92 / line), 0, 3);
  double widest = MIN (plot->area.width * 0.34, 220 * plot->zoom);

  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *name = patron_cells_name (self->cells, plot->data, i);
      GArray *wrapped = patron_text_wrap_balanced (
        plot->measurer, &plot->label_font, name, widest, lines);

      g_ptr_array_add (self->names, wrapped);
      self->names_width = MAX (self->names_width,
                               patron_text_lines_width (wrapped));
    }
  if (self->names_width > 0)
    self->names_width += 10 * plot->zoom;
}

static void
measure_values (Bullet *self)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->strong_font);

  for (guint i = 0; i < self->n; i++)
    {
      char *text = patron_format_value (&plot->value_format,
                                        patron_cells_get (self->cells, 0,
                                                          i));

      g_ptr_array_add (self->values, text);
      self->values_width
        = MAX (self->values_width,
               patron_text_width (plot->measurer, &plot->strong_font, text));
    }
  self->values_width += 10 * plot->zoom;
  if (plot->chart->value_labels == PATRON_LABELS_HIDDEN
      || self->row < line * 0.8
      || plot->area.width - self->names_width - self->values_width
           < LEAST_SCALE * plot->zoom * 2)
    self->values_width = 0;
}

static gboolean
ticks_fit (const Bullet      *self,
           const PatronTicks *ticks)
{
  PatronPlot *plot = self->plot;
  PatronScale scale = { ticks->min, ticks->max, plot->plot.x,
                        plot->plot.x + plot->plot.width };
  double free_from = -INFINITY;

  for (guint i = 0; i < ticks->ticks->len; i++)
    {
      const PatronTick *tick = &g_array_index (ticks->ticks, PatronTick, i);
      double width = patron_text_width (plot->measurer, &plot->axis_font,
                                        tick->label);
      double left = patron_scale_at (&scale, tick->value) - width / 2;

      left = MAX (plot->area.x, MIN (left, plot->area.x + plot->area.width
                                             - width));
      if (left < free_from || width > plot->area.width)
        return FALSE;
      free_from = left + width + 10 * plot->zoom;
    }
  return TRUE;
}

/* The scale has as many ticks as leave each other room. */
static gboolean
choose_ticks (Bullet *self)
{
  PatronPlot *plot = self->plot;
  double min, max;
  guint most = (guint) CLAMP (plot->plot.width / (44 * plot->zoom), 2, 8);

  find_range (self, &min, &max);
  for (guint n = most;; n--)
    {
      plot->y_ticks = patron_ticks_new_numbers (min, max, n,
                                                &plot->chart->y.format);
      if (ticks_fit (self, plot->y_ticks))
        return TRUE;
      if (n == 2)
        return FALSE;
      g_clear_pointer (&plot->y_ticks, patron_ticks_free);
    }
}

static void
set_scale (Bullet *self)
{
  PatronPlot *plot = self->plot;
  double axis = patron_text_line_height (&plot->axis_font) + 7 * plot->zoom;
  double room = plot->area.height;
  gboolean labelled = room > axis + 10 * plot->zoom;
  double spare;

  room -= labelled ? axis : 0;
  self->row = MIN (room / MAX (1, self->n), 84 * plot->zoom);
  self->thickness = CLAMP (self->row * 0.62, MIN (THINNEST, self->row * 0.9),
                           THICKEST * plot->zoom);
  measure_names (self);
  measure_values (self);
  plot->plot.x = plot->area.x + self->names_width;
  plot->plot.width = plot->area.width - self->names_width
                     - self->values_width;
  if (plot->plot.width < LEAST_SCALE * plot->zoom)
    {
      self->names_width = self->values_width = 0;
      plot->plot.x = plot->area.x;
      plot->plot.width = plot->area.width;
    }
  if (!choose_ticks (self) || !labelled)
    for (guint i = 0; i < plot->y_ticks->ticks->len; i++)
      g_clear_pointer (&g_array_index (plot->y_ticks->ticks, PatronTick,
                                       i).label, g_free);
  spare = room - self->row * self->n;
  plot->plot.y = plot->area.y + MAX (0, spare) * 0.4;
  plot->plot.height = self->row * self->n;
  plot->x = (PatronScale) { plot->y_ticks->min, plot->y_ticks->max,
                            plot->plot.x, plot->plot.x + plot->plot.width };
}

static void
draw_scale (Bullet *self)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->axis_font);
  double last = plot->plot.y + plot->plot.height
                - (self->row - self->thickness) / 2;

  for (guint i = 0; i < plot->y_ticks->ticks->len; i++)
    {
      const PatronTick *tick = &g_array_index (plot->y_ticks->ticks,
                                               PatronTick, i);
      double x = patron_scale_at (&plot->x, tick->value);
      double at = floor (CLAMP (x, plot->plot.x, plot->plot.x
                                                   + plot->plot.width - 1))
                  + 0.5;
      double width;

      if (tick->label == NULL)
        continue;
      patron_scene_add_line (plot->scene, PATRON_ROLE_AXIS, at,
                             last + 2 * plot->zoom, at,
                             last + 6 * plot->zoom, plot->theme->axis, 1);
      width = patron_text_width (plot->measurer, &plot->axis_font,
                                 tick->label);
      x = MAX (plot->area.x, MIN (x - width / 2,
                                  plot->area.x + plot->area.width - width));
      patron_plot_add_middle (plot, PATRON_ROLE_AXIS_LABEL, &plot->axis_font,
                              tick->label, x, last + 7 * plot->zoom + line / 2,
                              PATRON_ALIGN_LEFT, plot->theme->dim);
    }
}

static double
at_scale (const Bullet *self,
          double        value)
{
  const PatronBox *box = &self->plot->plot;
  double x = patron_scale_at (&self->plot->x, CLAMP (value, -1e308, 1e308));

  return CLAMP (x, box->x, box->x + box->width);
}

static void
draw_ranges (Bullet *self,
             double  middle)
{
  PatronPlot *plot = self->plot;
  double top = middle - self->thickness / 2;

  /* Where no range is, the scale still has its length. */
  patron_scene_add_rectangle (plot->scene, PATRON_ROLE_BAND, plot->plot.x,
                              top, plot->plot.width, self->thickness)
    ->fill = plot->theme->surface;
  for (guint i = 0; i < plot->chart->bands->len; i++)
    {
      const PatronChartBand *band = &g_array_index (plot->chart->bands,
                                                    PatronChartBand, i);
      double from, to;

      if (!band->across || isnan (band->from) || isnan (band->to))
        continue;
      from = at_scale (self, MIN (band->from, band->to));
      to = at_scale (self, MAX (band->from, band->to));
      if (to - from < 0.25)
        continue;
      patron_scene_add_rectangle (plot->scene, PATRON_ROLE_BAND, from, top,
                                  to - from, self->thickness)
        ->fill = range_colour (self, band);
    }
}

/* A line across the bar, with a seam, so that it is seen on the bar too. */
static void
draw_tick (Bullet *self,
           double  value,
           double  middle,
           double  share,
           double  width)
{
  PatronPlot *plot = self->plot;
  double half = self->thickness * share / 2;
  double left = plot->plot.x;
  double x;

  if (!isfinite (value))
    return;
  x = CLAMP (at_scale (self, value) - width / 2, left,
             MAX (left, left + plot->plot.width - width));
  patron_scene_add_rectangle (plot->scene, PATRON_ROLE_TARGET,
                              x - plot->zoom, middle - half,
                              width + 2 * plot->zoom, 2 * half)
    ->fill = plot->theme->background;
  patron_scene_add_rectangle (plot->scene, PATRON_ROLE_TARGET, x,
                              middle - half, width, 2 * half)
    ->fill = plot->theme->target;
}

static void
draw_measure (Bullet *self,
              guint   i,
              double  middle)
{
  PatronPlot *plot = self->plot;
  double value = patron_cells_get (self->cells, 0, i);
  double zero = at_scale (self, 0);
  double height = self->thickness * 0.36;
  double width, end;
  PatronItem *item;

  if (isnan (value))
    return;
  end = at_scale (self, value);
  /* A value of zero is still a value. */
  width = MAX (fabs (end - zero), 1.5 * plot->zoom);
  item = patron_scene_add_rectangle (
    plot->scene, PATRON_ROLE_SERIES,
    CLAMP (MIN (zero, end), plot->plot.x,
           plot->plot.x + plot->plot.width - width),
    middle - height / 2, width, height);
  item->fill = measure_colour (self);
  item->series = 0;
  item->point = patron_cells_get_point (self->cells, 0, i);
}

static char *
describe_difference (const Bullet *self,
                     double        value,
                     double        target)
{
  const PatronFormat *format = &self->plot->value_format;
  g_autofree char *number = patron_format_value (format, value);
  g_autofree char *aim = patron_format_value (format, target);
  g_autofree char *name = target_name (self->plot->chart);
  g_autofree char *gap = patron_format_value (format, fabs (value - target));

  if (value == target)
    /* Translators: a value, then the name of its target. */
    return g_strdup_printf (_("%s, exactly the %s"), number, name);
  if (value > target)
    /* Translators: a value, how far it is above its target, the name of the
     * target, the target. */
    return g_strdup_printf (_("%s, %s above %s %s"), number, gap, name, aim);
  return g_strdup_printf (_("%s, %s below %s %s"), number, gap, name, aim);
}

static char *
describe (const Bullet *self,
          guint         i)
{
  const PatronFormat *format = &self->plot->value_format;
  double value = patron_cells_get (self->cells, 0, i);
  double expected = expected_of (self, i);
  g_autofree char *category = patron_cells_name (self->cells,
                                                 self->plot->data, i);
  g_autofree char *series
    = patron_text_clean (patron_chart_series_name (self->plot->chart, 0));
  const char *name = *category != '\0' ? category : series;
  g_autofree char *words = NULL;

  if (isnan (value))
    words = g_strdup (_("no value"));
  else if (isfinite (self->target))
    words = describe_difference (self, value, self->target);
  else
    words = patron_format_value (format, value);
  if (isfinite (expected))
    {
      g_autofree char *number = patron_format_value (format, expected);
      g_autofree char *first = g_steal_pointer (&words);
      g_autofree char *other = patron_text_clean (
        patron_chart_series_name (self->plot->chart,
                                  (guint) self->compared));

      /* Translators: what was measured, then the name and the value of what
       * it is compared with. */
      words = g_strdup_printf (C_("chart point", "%s; %s %s"), first,
                               *other != '\0' ? other : _("compared with"),
                               number);
    }
  if (*name == '\0')
    return g_steal_pointer (&words);
  return g_strdup_printf (C_("chart point", "%s: %s"), name, words);
}

static void
draw_row (Bullet *self,
          guint   i)
{
  PatronPlot *plot = self->plot;
  double middle = plot->plot.y + (i + 0.5) * self->row;
  gboolean missing = isnan (patron_cells_get (self->cells, 0, i));
  PatronSpot *spot;

  patron_scene_set_tag (plot->scene, -1, (int) i, 0);
  if (self->names_width > 0)
    patron_plot_add_block (plot, PATRON_ROLE_AXIS_LABEL, &plot->label_font,
                           g_ptr_array_index (self->names, i),
                           plot->area.x, middle, PATRON_ALIGN_LEFT,
                           plot->theme->text);
  draw_ranges (self, middle);
  draw_measure (self, i, middle);
  draw_tick (self, expected_of (self, i), middle,
             isfinite (self->target) ? 0.5 : 0.72,
             (isfinite (self->target) ? 1.5 : 3) * plot->zoom);
  draw_tick (self, self->target, middle, 0.72, 3 * plot->zoom);
  if (self->values_width > 0)
    patron_plot_add_middle (plot, PATRON_ROLE_VALUE_LABEL,
                            missing ? &plot->label_font : &plot->strong_font,
                            g_ptr_array_index (self->values, i),
                            plot->area.x + plot->area.width, middle,
                            PATRON_ALIGN_RIGHT,
                            missing ? plot->theme->dim : plot->theme->text);
  patron_scene_set_tag (plot->scene, -1, -1, 0);
  spot = patron_scene_add_spot (plot->scene, PATRON_ROLE_SERIES,
                                plot->area.x, middle - self->row / 2,
                                plot->area.width, self->row);
  spot->series = 0;
  spot->point = patron_cells_get_point (self->cells, 0, i);
  spot->value_x = i;
  spot->value_y = patron_cells_get (self->cells, 0, i);
  spot->anchor_x = missing ? at_scale (self, 0) : at_scale (self,
                                                            spot->value_y);
  spot->text = describe (self, i);
}

/**
 * patron_chart_layout_bullet:
 *
 * Lays out the values of the first series, a row for each category, against
 * the target, the values of an expected series, and the ranges among the
 * bands.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_bullet (PatronPlot *plot)
{
  Bullet self = { NULL };

  patron_plot_name_series (plot);
  bullet_init (&self, plot);
  patron_plot_add_header (plot, FALSE);
  if (self.cells->n_rows == 0 || patron_cells_count (self.cells, 0) == 0)
    {
      bullet_clear (&self);
      patron_plot_add_empty (plot);
      return patron_plot_end (plot);
    }
  add_keys (&self);
  set_scale (&self);
  for (guint i = 0; i < self.n; i++)
    draw_row (&self, i);
  draw_scale (&self);
  bullet_clear (&self);
  return patron_plot_end (plot);
}
