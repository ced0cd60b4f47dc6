/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* A small line chart for each series, all of one size and on the same scales,
 * so that their shapes can be compared. */

#include <math.h>

#include "patron-chart-line-private.h"
#include "patron-plot-axes.h"
#include "patron-scene-private.h"

/* px of a panel at least, at zoom 1 */
#define LEAST_WIDTH 72.0
#define LEAST_HEIGHT 46.0
/* Panels are best somewhat wider than high. */
#define ASPECT 1.8

typedef struct
{
  guint *series; /* (array length=n): what each panel is about */
  guint n;
  guint n_all;
  guint columns;
  guint rows;
  double left;   /* px of the labels of the values */
  double below;  /* px of the labels of the dates */
  double title;  /* px of the name over each panel */
  double width;  /* px of a panel with the gap behind it */
  double height; /* px of a panel with its name and the gap below */
} Panels;

static gboolean
has_values (const PatronChartPoints *points)
{
  for (gsize i = 0; i < points->n; i++)
    if (isfinite (points->y[i]))
      return TRUE;
  return FALSE;
}

static void
list_panels (Panels           *self,
             const PatronPlot *plot)
{
  const PatronChartData *data = plot->data;

  self->series = g_new0 (guint, data->series->len + 1);
  for (guint i = 0; i < data->series->len; i++)
    if (!(i > 0 && patron_plot_is_expected (plot, i))
        && has_values (&g_array_index (data->series, PatronChartPoints, i)))
      self->series[self->n++] = i;
  self->n_all = self->n;
}

/* As many columns as make the panels largest, given their shape. */
static void
choose_grid (Panels *self,
             double  width,
             double  height)
{
  double best = -1;

  for (guint columns = 1; columns <= self->n; columns++)
    {
      guint rows = (self->n + columns - 1) / columns;
      double size = MIN (width / columns / ASPECT, height / rows);

      /* Empty places are room that is lost. */
      size *= sqrt ((double) self->n / (columns * rows));
      if (size <= best)
        continue;
      best = size;
      self->columns = columns;
      self->rows = rows;
    }
}

static void
limit_panels (Panels     *self,
              PatronPlot *plot)
{
  double columns = plot->area.width / (LEAST_WIDTH * plot->zoom);
  double rows = plot->area.height * 0.65 / (LEAST_HEIGHT * plot->zoom);
  guint most = (guint) (MAX (1, floor (columns)) * MAX (1, floor (rows)));

  self->n = MIN (self->n, MIN (most, 60));
  if (self->n < self->n_all)
    patron_plot_remark_series (plot, self->n);
}

/* Where a panel's plot is, without its name. */
static PatronBox
box_of (const Panels     *self,
        const PatronPlot *plot,
        guint             i)
{
  double gap = 14 * plot->zoom;

  return (PatronBox) {
    plot->area.x + self->left + (i % self->columns) * self->width,
    plot->area.y + self->title + (i / self->columns) * self->height,
    MAX (1, self->width - gap), MAX (1, self->height - self->title - gap / 2)
  };
}

static double
widest_label (PatronPlot *plot)
{
  double widest = 0;

  for (guint i = 0; i < plot->y_ticks->ticks->len; i++)
    {
      const PatronTick *tick = &g_array_index (plot->y_ticks->ticks,
                                               PatronTick, i);

      if (tick->label != NULL)
        widest = fmax (widest, patron_text_width (plot->measurer,
                                                  &plot->axis_font,
                                                  tick->label));
    }
  return widest + 8 * plot->zoom;
}

/* The round numbers of so few ticks would leave most of a low panel empty:
 * its axis ends with the values, unless zero is near. */
static void
tighten (Panels                *self,
         PatronPlot            *plot,
         const PatronLineRange *range)
{
  const PatronChartAxis *axis = &plot->chart->y;
  double span = range->y_max - range->y_min, pad = span * 0.08;
  double near = fmin (fabs (range->y_min), fabs (range->y_max));
  PatronTicks *ticks;

  if (axis->logarithmic || axis->zero == PATRON_ZERO_SHOWN
      || isfinite (axis->min) || isfinite (axis->max) || self->left == 0
      || plot->plot.height > 200 * plot->zoom
      || !(span > 0 && span < 1e290) || near <= span * 0.75
      || (range->y_min < 0 && range->y_max > 0))
    return;
  ticks = patron_ticks_new_numbers (range->y_min, range->y_max, 4,
                                    &axis->format);
  for (guint i = ticks->ticks->len; i > 0; i--)
    {
      double value = g_array_index (ticks->ticks, PatronTick, i - 1).value;

      if (value < range->y_min - pad || value > range->y_max + pad)
        g_array_remove_index (ticks->ticks, i - 1);
    }
  if (ticks->ticks->len == 0)
    {
      patron_ticks_free (ticks);
      return;
    }
  ticks->min = range->y_min - pad;
  ticks->max = range->y_max + pad;
  patron_ticks_free (plot->y_ticks);
  plot->y_ticks = ticks;
  self->left = MIN (widest_label (plot), plot->area.width * 0.2);
  if (self->left < widest_label (plot))
    {
      patron_axis_drop_labels (ticks);
      self->left = 0;
    }
}

/* Makes the axes for a panel of the size that all have; what they take is
 * taken once, left of the first column and below the last row. */
static void
measure_axes (Panels                *self,
              PatronPlot            *plot,
              const PatronLineRange *range)
{
  double gap = 14 * plot->zoom;
  PatronBox cell = { plot->area.x, plot->area.y,
                     plot->area.width / self->columns,
                     plot->area.height / self->rows };
  PatronBox area = plot->area;
  double height;

  self->title = patron_text_line_height (&plot->strong_font) + 2 * plot->zoom;
  plot->plot = (PatronBox) { cell.x, cell.y, cell.width,
                             MAX (cell.height - self->title, 1) };
  patron_plot_set_values (plot, range->y_min, range->y_max);
  g_clear_pointer (&plot->y_title, g_free);
  self->left = plot->plot.x - cell.x;
  tighten (self, plot, range);
  self->width = (area.width - self->left + gap) / self->columns;
  plot->area = (PatronBox) { area.x, area.y, self->width - gap / 2,
                             area.height };
  plot->plot = (PatronBox) { area.x, area.y, MAX (self->width - gap, 1),
                             MAX (cell.height - self->title, 1) };
  height = plot->plot.height;
  patron_plot_set_dates (plot, range->x_min, range->x_max, range->spacing);
  self->below = height - plot->plot.height;
  plot->area = area;
  self->height = (area.height - self->below + gap / 2) / self->rows;
}

static void
add_title (const Panels     *self,
           PatronPlot       *plot,
           const PatronChartLine *line,
           const PatronBox  *box)
{
  double middle = box->y - self->title / 2 - 1;
  g_autofree char *clean = patron_text_clean (
    patron_chart_series_name (plot->chart, (guint) line->series));
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  double ascent, descent, width;

  if (self->height < 1.8 * self->title)
    return;
  value = patron_format_value (&plot->value_format, line->last_value);
  width = patron_text_width (plot->measurer, &plot->label_font, value);
  patron_text_metrics (plot->measurer, &plot->strong_font, &ascent, &descent);
  if (width > box->width * 0.6 || !isfinite (line->last_value))
    width = -8 * plot->zoom;
  name = patron_text_ellipsize (plot->measurer, &plot->strong_font, clean,
                                MAX (0, box->width - width
                                          - 8 * plot->zoom), NULL);
  if (*name != '\0')
    patron_scene_add_text (plot->scene, PATRON_ROLE_HEADING, plot->measurer,
                           &plot->strong_font, name, box->x,
                           middle + (ascent - descent) / 2,
                           PATRON_ALIGN_LEFT, plot->theme->text)
      ->series = line->series;
  if (width > 0)
    patron_scene_add_text (plot->scene, PATRON_ROLE_SERIES_LABEL,
                           plot->measurer, &plot->label_font, value,
                           box->x + box->width,
                           middle + (ascent - descent) / 2,
                           PATRON_ALIGN_RIGHT, line->text_colour)
      ->series = line->series;
}

static void
add_grid (PatronPlot *plot,
          gboolean    labels)
{
  double line = patron_text_line_height (&plot->axis_font);
  guint n = plot->y_ticks->ticks->len;
  guint every = (guint) MAX (1, ceil (line * MAX (n, 1)
                                      / MAX (plot->plot.height, 1)));
  double ascent, descent;

  patron_text_metrics (plot->measurer, &plot->axis_font, &ascent, &descent);
  for (guint i = 0; i < n; i++)
    {
      const PatronTick *tick = &g_array_index (plot->y_ticks->ticks,
                                               PatronTick, i);
      double y = patron_axis_sharp (patron_scale_at (&plot->y, tick->value));
      gboolean zero = fabs (tick->value) <= plot->y_ticks->step * 1e-9;

      if (i % every != 0)
        continue;
      patron_scene_add_line (plot->scene,
                             zero ? PATRON_ROLE_AXIS : PATRON_ROLE_GRID,
                             plot->plot.x, y, plot->plot.x + plot->plot.width,
                             y, zero ? plot->theme->axis : plot->theme->grid,
                             1);
      if (labels && tick->label != NULL)
        patron_scene_add_text (plot->scene, PATRON_ROLE_AXIS_LABEL,
                               plot->measurer, &plot->axis_font, tick->label,
                               plot->plot.x - 8 * plot->zoom,
                               y + (ascent - descent) / 2,
                               PATRON_ALIGN_RIGHT, plot->theme->dim);
    }
  patron_scene_add_line (plot->scene, PATRON_ROLE_AXIS, plot->plot.x,
                         patron_axis_sharp (plot->plot.y
                                            + plot->plot.height),
                         plot->plot.x + plot->plot.width,
                         patron_axis_sharp (plot->plot.y
                                            + plot->plot.height),
                         plot->theme->axis, 1);
}

/* One line of a panel, in the colour that all have unless it was given its
 * own. */
static void
draw_line (PatronPlot *panel,
           guint       series,
           guint       row,
           gboolean    main_line,
           PatronChartLine *line)
{
  guint first = panel->scene->spots->len;

  patron_line_init (line, panel, series);
  if (!(series < panel->chart->series->len
        && g_array_index (panel->chart->series, PatronChartSeries, series)
               .colour >= 0))
    {
      line->colour = patron_theme_series (panel->theme, 0);
      line->text_colour = patron_theme_series_text (panel->theme, 0);
    }
  if (!main_line)
    line->colour = panel->theme->dim;
  patron_line_place (line, panel);
  patron_line_draw_interval (line, panel);
  patron_line_draw (line, panel, 1.9 * panel->zoom);
  patron_line_draw_markers (line, panel);
  patron_line_add_spots (line, panel);
  for (guint i = first; i < panel->scene->spots->len; i++)
    {
      PatronSpot *spot = &g_array_index (panel->scene->spots, PatronSpot, i);

      spot->on_grid = TRUE;
      spot->row = (int) row;
      spot->column = (int) (i - first);
    }
}

static void
draw_panel (const Panels *self,
            PatronPlot   *plot,
            guint         i,
            guint        *row)
{
  PatronPlot panel = *plot;
  PatronChartLine line = { 0 };
  guint series = self->series[i];

  panel.plot = box_of (self, plot, i);
  panel.area = (PatronBox) { panel.plot.x - 4 * plot->zoom, plot->area.y,
                             self->width - 6 * plot->zoom,
                             plot->area.height };
  panel.area.width = MIN (panel.area.width, plot->area.x + plot->area.width
                                              - panel.area.x);
  panel.zoom = plot->zoom * 0.85;
  panel.marker_room = 5 * plot->zoom;
  patron_plot_set_scales (&panel);
  patron_plot_add_bands (&panel);
  patron_line_draw_limits (&panel);
  add_grid (&panel, i % self->columns == 0 && self->left > 0);
  if (self->below > 0 && i + self->columns >= self->n)
    patron_axis_add_dates (&panel);
  patron_line_draw_target (&panel);
  if (series + 1 < plot->data->series->len
      && patron_plot_is_expected (plot, series + 1))
    {
      draw_line (&panel, series + 1, (*row)++, FALSE, &line);
      patron_line_clear (&line);
      line = (PatronChartLine) { 0 };
    }
  draw_line (&panel, series, (*row)++, TRUE, &line);
  add_title (self, plot, &line, &panel.plot);
  patron_line_clear (&line);
}

static void
lay_out (PatronPlot            *plot,
         Panels                *panels,
         const PatronLineRange *range)
{
  double target = patron_chart_get_target_at (plot->chart, range->x_max);
  guint row = 0;

  limit_panels (panels, plot);
  if (isfinite (target))
    {
      g_autofree char *text = patron_chart_write_target (plot->chart,
                                                         target);

      patron_plot_add_remark (plot, text);
    }
  patron_line_find_key (plot);
  patron_plot_remark_samples (plot);
  patron_plot_add_header (plot, FALSE);
  choose_grid (panels, plot->area.width, plot->area.height);
  measure_axes (panels, plot, range);
  for (guint i = 0; i < panels->n; i++)
    draw_panel (panels, plot, i, &row);
}

/* What a band means is not repeated in every panel. */
static GArray *
copy_bands (const GArray *bands)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (PatronChartBand));

  g_array_append_vals (copy, bands->data, bands->len);
  for (guint i = 0; i < copy->len; i++)
    g_array_index (copy, PatronChartBand, i).label = NULL;
  return copy;
}

/**
 * patron_chart_layout_multiples:
 *
 * Lays out a small line chart for each series.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_multiples (PatronPlot *plot)
{
  const PatronChart *spec = plot->chart;
  PatronChart chart = *spec;
  PatronLineRange range = patron_line_find_range (plot);
  Panels panels = { 0 };

  chart.bands = copy_bands (spec->bands);
  plot->chart = &chart;
  patron_plot_name_series (plot);
  list_panels (&panels, plot);
  if (range.n_points > 0 && panels.n > 0)
    lay_out (plot, &panels, &range);
  else
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
    }
  g_free (panels.series);
  g_array_unref (chart.bands);
  plot->chart = spec;
  return patron_plot_end (plot);
}
