/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* Several scales around one centre, which is zero. All share their rings, so
 * that a point on one is compared with a point on another. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-cells.h"
#include "patron-plot-keys.h"

#define LEAST_AXES 3
#define MOST_AXES 10
#define MOST_SERIES 5
/* px at zoom 1 */
#define LABEL_GAP 9.0
#define LEAST_RADIUS 26.0
#define WIDEST_LABEL 170.0

typedef struct
{
  GArray *lines; /* (element-type PatronLine) */
  PatronBox box;
} Label;

typedef struct
{
  PatronPlot *plot;
  PatronCells *cells;
  guint n; /* axes */
  Label labels[MOST_AXES];
  PatronTicks *ticks;
  double x, y; /* the centre */
  double radius;
} Radar;

static char *
find_reason (const PatronCells *cells)
{
  double min, max;

  patron_cells_find_extremes (cells, &min, &max);
  if (min < 0)
    return g_strdup (_("A radar begins at zero and has no place for values"
                       " below it. Bars show them."));
  if (cells->total_columns < LEAST_AXES)
    return g_strdup_printf (ngettext (
      "A radar needs three axes, and here is %u. Bars show the values.",
      "A radar needs three axes, and here are %u. Bars show the values.",
      cells->total_columns), cells->total_columns);
  if (cells->total_columns > MOST_AXES)
    return g_strdup_printf (_("A radar has up to ten axes, and these are %u."
                              " Bars or a heat map show them better."),
                            cells->total_columns);
  if (cells->total_rows > MOST_SERIES)
    return g_strdup_printf (_("A radar shows up to five series, and these are"
                              " %u. A heat map shows them better."),
                            cells->total_rows);
  return NULL;
}

/* From three o'clock clockwise; the first axis points up. */
static double
angle_of (const Radar *self,
          guint        axis)
{
  return -G_PI / 2 + 2 * G_PI * axis / self->n;
}

static double
distance_of (const Radar *self,
             double       value)
{
  return CLAMP (value / self->ticks->max, 0, 1) * self->radius;
}

/* Marks are small where the whole is small. */
static double
mark_size (const Radar *self)
{
  return CLAMP (self->radius / 18, 2, 3.75 * self->plot->zoom);
}

static void
place_label (Radar *self,
             guint  axis)
{
  PatronPlot *plot = self->plot;
  Label *label = &self->labels[axis];
  double angle = angle_of (self, axis);
  double reach = self->radius + LABEL_GAP * plot->zoom;
  double x = self->x + reach * cos (angle);
  double y = self->y + reach * sin (angle);
  double side = cos (angle), up = sin (angle);

  if (fabs (side) < 0.02)
    label->box.x = x - label->box.width / 2;
  else
    label->box.x = side > 0 ? x : x - label->box.width;
  /* From under its end at the top of the circle to over it at the bottom. */
  label->box.y = y - label->box.height * (1 - up) / 2;
}

static void
wrap_labels (Radar  *self,
             double  room,
             guint   max_lines)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->label_font);

  for (guint i = 0; i < self->n; i++)
    {
      Label *label = &self->labels[i];
      g_autofree char *name = patron_cells_name (self->cells, plot->data, i);

      g_clear_pointer (&label->lines, g_array_unref);
      label->lines = patron_text_wrap_balanced (
        plot->measurer, &plot->label_font, name, room, max_lines);
      label->box.width = patron_text_lines_width (label->lines);
      label->box.height = label->lines->len * line;
    }
}

static gboolean
labels_fit (Radar *self)
{
  const PatronBox *area = &self->plot->area;

  for (guint i = 0; i < self->n; i++)
    {
      const PatronBox *box;

      place_label (self, i);
      box = &self->labels[i].box;
      if (box->width == 0)
        continue;
      if (box->x < area->x - 0.5
          || box->x + box->width > area->x + area->width + 0.5
          || box->y < area->y - 0.5
          || box->y + box->height > area->y + area->height + 0.5)
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (self->labels[j].box.width > 0
            && patron_box_overlaps (box, &self->labels[j].box, 2))
          return FALSE;
    }
  return TRUE;
}

/* The largest circle whose labels fit, for room as much as asked. */
static gboolean
find_radius (Radar  *self,
             double  least)
{
  const PatronBox *area = &self->plot->area;
  double most = MIN (area->width, area->height) / 2;

  for (self->radius = most; self->radius >= least; self->radius -= 2)
    {
      /* An odd number of axes reaches less far down than up. */
      double bottom = self->n % 2 == 1 ? cos (G_PI / self->n) : 1;
      double slack = self->radius * (1 - bottom) / 2;

      for (int shift = 0; shift < 2; shift++)
        {
          self->x = area->x + area->width / 2;
          self->y = area->y + area->height / 2 + (shift == 0 ? slack : 0);
          if (labels_fit (self))
            return TRUE;
        }
    }
  return FALSE;
}

static void
place (Radar *self)
{
  PatronPlot *plot = self->plot;
  const PatronBox *area = &plot->area;
  double most = MIN (area->width, area->height) / 2;
  double widest = MIN (WIDEST_LABEL * plot->zoom, area->width * 0.4);

  for (guint lines = 3; lines >= 1; lines--)
    for (int i = 0; i < 3; i++)
      {
        wrap_labels (self, widest * (1 - 0.25 * i), lines);
        if (find_radius (self, MAX (LEAST_RADIUS * plot->zoom, most * 0.62)))
          return;
      }
  wrap_labels (self, widest * 0.5, 1);
  if (find_radius (self, LEAST_RADIUS * plot->zoom))
    return;
  wrap_labels (self, 0, 0);
  self->radius = most;
  find_radius (self, 0);
  self->radius = MAX (self->radius, 0);
}

static void
draw_ring (Radar  *self,
           double  value,
           gboolean outer)
{
  PatronPlot *plot = self->plot;
  PatronItem *item = patron_scene_add_path (plot->scene, PATRON_ROLE_GRID);
  double distance = distance_of (self, value);

  for (guint i = 0; i < self->n; i++)
    {
      double x = self->x + distance * cos (angle_of (self, i));
      double y = self->y + distance * sin (angle_of (self, i));

      (i == 0 ? patron_item_move_to : patron_item_line_to) (item, x, y);
    }
  patron_item_close (item);
  item->stroke = outer ? plot->theme->axis : plot->theme->grid;
  item->line_width = 1;
}

static void
draw_rings (Radar *self)
{
  PatronPlot *plot = self->plot;

  for (guint i = 0; i < self->ticks->ticks->len; i++)
    {
      double value = g_array_index (self->ticks->ticks, PatronTick, i).value;

      if (value > 0)
        draw_ring (self, value, i + 1 == self->ticks->ticks->len);
    }
  for (guint i = 0; i < self->n; i++)
    patron_scene_add_line (plot->scene, PATRON_ROLE_GRID, self->x, self->y,
                           self->x + self->radius * cos (angle_of (self, i)),
                           self->y + self->radius * sin (angle_of (self, i)),
                           plot->theme->grid, 1);
}

/* The rings are named where the first axis crosses them, over all marks. */
static void
name_rings (Radar *self)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->note_font);
  double free_below = self->y + line;

  for (guint i = 0; i < self->ticks->ticks->len; i++)
    {
      const PatronTick *tick = &g_array_index (self->ticks->ticks,
                                               PatronTick, i);
      double y = self->y - distance_of (self, tick->value);
      double width = patron_text_width (plot->measurer, &plot->note_font,
                                        tick->label);
      PatronBox box = { self->x - 5 * plot->zoom - width, y - line / 2, width,
                        line };
      PatronItem *item;

      if (y + line / 2 > free_below || width > self->radius
          || box.y < plot->area.y || !patron_plot_is_free (plot, &box, 0))
        continue;
      item = patron_plot_add_middle (plot, PATRON_ROLE_AXIS_LABEL,
                                     &plot->note_font, tick->label,
                                     self->x - 5 * plot->zoom, y,
                                     PATRON_ALIGN_RIGHT, plot->theme->dim);
      patron_plot_add_halo (plot, item);
      patron_plot_claim (plot, item);
      free_below = y - line / 2;
    }
}

static gboolean
is_whole (const Radar *self,
          guint        series)
{
  return patron_cells_count (self->cells, series) == self->n;
}

/* Where a value is missing, the line has a gap and nothing is filled. */
static void
draw_outline (Radar        *self,
              guint         series,
              PatronColour  colour,
              gboolean      filled)
{
  PatronPlot *plot = self->plot;
  PatronItem *item = patron_scene_add_path (plot->scene, PATRON_ROLE_SERIES);
  gboolean whole = is_whole (self, series);
  gboolean pen_down = FALSE;

  for (guint i = 0; i < self->n + (whole ? 0 : 1); i++)
    {
      double value = patron_cells_get (self->cells, series, i % self->n);
      double angle = angle_of (self, i % self->n);
      double distance;

      if (isnan (value))
        {
          pen_down = FALSE;
          continue;
        }
      distance = distance_of (self, value);
      (pen_down ? patron_item_line_to : patron_item_move_to) (
        item, self->x + distance * cos (angle),
        self->y + distance * sin (angle));
      pen_down = TRUE;
    }
  if (whole)
    patron_item_close (item);
  item->series = (int) series;
  if (filled)
    {
      item->fill = patron_colour_fade (
        colour, self->cells->n_rows == 1 ? 0.16 : 0.08);
      return;
    }
  item->stroke = colour;
  item->line_width = mark_size (self) * 0.6;
  if (patron_plot_is_expected (plot, series))
    {
      item->dash = 5 * plot->zoom;
      item->gap = 3.5 * plot->zoom;
    }
}

static PatronColour
colour_of (const Radar *self,
           guint        series)
{
  return patron_theme_series (self->plot->theme,
                              patron_plot_series_colour (self->plot, series));
}

static void
draw_points (Radar *self,
             guint  series)
{
  PatronPlot *plot = self->plot;
  int marker = self->cells->n_rows > 1
                 ? (int) series % PATRON_N_SERIES_MARKERS
                 : PATRON_MARKER_CIRCLE;

  for (guint i = 0; i < self->n; i++)
    {
      double value = patron_cells_get (self->cells, series, i);
      int point = patron_cells_get_point (self->cells, series, i);
      double x, y;
      PatronItem *item;
      PatronSpot *spot;

      if (isnan (value) || point < 0)
        continue;
      x = self->x + distance_of (self, value) * cos (angle_of (self, i));
      y = self->y + distance_of (self, value) * sin (angle_of (self, i));
      item = patron_scene_add_marker (plot->scene, PATRON_ROLE_SERIES,
                                      (PatronMarker) marker, x, y,
                                      mark_size (self));
      item->series = (int) series;
      item->point = point;
      item->fill = colour_of (self, series);
      item->stroke = plot->theme->background;
      item->line_width = 1.25 * plot->zoom;
      spot = patron_scene_add_point_spot (plot->scene, x, y, (int) series,
                                          point);
      spot->value_x = i;
      spot->value_y = value;
      spot->on_grid = TRUE;
      spot->row = (int) series;
      spot->column = (int) i;
      spot->text = patron_plot_describe_point (plot, series, (gsize) point,
                                               value, NULL);
    }
}

/* The values of a single series, outside of its outline. */
static void
write_values (Radar *self)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->strong_font);

  if (self->cells->n_rows != 1
      || plot->chart->value_labels == PATRON_LABELS_HIDDEN)
    return;
  for (guint i = 0; i < self->n; i++)
    {
      double value = patron_cells_get (self->cells, 0, i);
      double angle = angle_of (self, i);
      g_autofree char *text = NULL;
      double width, reach, x, y;
      PatronBox box;

      if (isnan (value))
        continue;
      text = patron_plot_write_value (plot, value);
      width = patron_text_width (plot->measurer, &plot->strong_font, text);
      reach = distance_of (self, value) + 4 * plot->zoom
              + fabs (cos (angle)) * width / 2
              + fabs (sin (angle)) * line / 2;
      x = self->x + reach * cos (angle) + (i == 0 ? width / 2 : 0)
          + (i == 0 ? 6 * plot->zoom : 0);
      y = self->y + reach * sin (angle);
      box = (PatronBox) { x - width / 2, y - line / 2, width, line };
      if (box.x >= plot->area.x && box.y >= plot->area.y
          && box.x + width <= plot->area.x + plot->area.width
          && box.y + line <= plot->area.y + plot->area.height
          && patron_plot_is_free (plot, &box, 1))
        {
          PatronItem *item = patron_plot_add_middle (
            plot, PATRON_ROLE_VALUE_LABEL, &plot->strong_font, text, x, y,
            PATRON_ALIGN_CENTRE, plot->theme->text);

          patron_plot_add_halo (plot, item);
          patron_plot_claim (plot, item);
        }
    }
}

static void
draw_labels (Radar *self)
{
  PatronPlot *plot = self->plot;

  for (guint i = 0; i < self->n; i++)
    {
      const Label *label = &self->labels[i];
      double side = cos (angle_of (self, i));
      PatronAlign align = fabs (side) < 0.02 ? PATRON_ALIGN_CENTRE
                          : side > 0         ? PATRON_ALIGN_LEFT
                                             : PATRON_ALIGN_RIGHT;
      double x = label->box.x;

      if (label->box.width == 0)
        continue;
      if (align == PATRON_ALIGN_CENTRE)
        x += label->box.width / 2;
      else if (align == PATRON_ALIGN_RIGHT)
        x += label->box.width;
      patron_scene_add_lines (plot->scene, PATRON_ROLE_AXIS_LABEL,
                              plot->measurer, &plot->label_font, label->lines,
                              x, label->box.y, align, plot->theme->text);
      g_array_append_val (plot->boxes, label->box);
    }
}

static void
draw (Radar *self)
{
  const PatronChartAxis *axis = &self->plot->chart->y;
  PatronPlot *plot = self->plot;
  double min, max;
  guint rings;

  patron_cells_find_extremes (self->cells, &min, &max);
  if (isfinite (axis->max))
    max = MAX (max, axis->max);
  place (self);
  rings = (guint) CLAMP (self->radius / (22 * plot->zoom), 1, 5);
  self->ticks = patron_ticks_new_numbers (0, max, rings + 1, &axis->format);
  if (!(self->ticks->max > 0))
    self->ticks->max = 1;
  draw_rings (self);
  for (guint i = self->cells->n_rows; i > 0; i--)
    if (is_whole (self, i - 1) && !patron_plot_is_expected (plot, i - 1))
      draw_outline (self, i - 1, colour_of (self, i - 1), TRUE);
  for (guint i = self->cells->n_rows; i > 0; i--)
    draw_outline (self, i - 1, colour_of (self, i - 1), FALSE);
  for (guint i = 0; i < self->cells->n_rows; i++)
    draw_points (self, i);
  draw_labels (self);
  name_rings (self);
  write_values (self);
  patron_ticks_free (self->ticks);
  for (guint i = 0; i < self->n; i++)
    g_clear_pointer (&self->labels[i].lines, g_array_unref);
}

/**
 * patron_chart_layout_radar:
 *
 * Lays out the categories as axes around a centre, and each series as an
 * outline on them.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_radar (PatronPlot *plot)
{
  g_autoptr (PatronCells) cells = patron_cells_new (plot->data, MOST_SERIES,
                                                    MOST_AXES);
  g_autofree char *reason = find_reason (cells);
  Radar self = { .plot = plot, .cells = cells, .n = cells->n_columns };
  double min, max;

  patron_plot_name_series (plot);
  if (patron_cells_find_extremes (cells, &min, &max) == 0)
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
      return patron_plot_end (plot);
    }
  if (reason == NULL)
    patron_plot_remark_samples (plot);
  patron_plot_add_header (plot, reason == NULL && cells->n_rows > 1
                                  && plot->chart->legend
                                       != PATRON_LEGEND_NONE);
  if (reason != NULL)
    patron_plot_add_message (plot, reason);
  else
    draw (&self);
  return patron_plot_end (plot);
}

static char *
write_widest_gap (const PatronCells     *cells,
                  const PatronChart     *chart,
                  const PatronChartData *data)
{
  PatronFormat format = patron_chart_value_format (chart, data);
  double widest = 0;
  guint at = 0;
  g_autofree char *first = patron_text_clean (patron_chart_series_name (chart,
                                                                       0));
  g_autofree char *second
    = patron_text_clean (patron_chart_series_name (chart, 1));
  g_autofree char *name = NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  for (guint i = 0; i < cells->n_columns; i++)
    {
      double gap = fabs (patron_cells_get (cells, 0, i)
                         - patron_cells_get (cells, 1, i));

      if (gap > widest)
        {
          widest = gap;
          at = i;
        }
    }
  if (widest == 0 || *first == '\0' || *second == '\0')
    return NULL;
  name = patron_cells_name (cells, data, at);
  a = patron_format_value (&format, patron_cells_get (cells, 0, at));
  b = patron_format_value (&format, patron_cells_get (cells, 1, at));
  /* Translators: the axis of a radar where two series differ most, then the
   * name and the value of each there. */
  return g_strdup_printf (_("Widest gap in %s: %s %s, %s %s"), name, first, a,
                          second, b);
}

/* patron_chart_write_radar:
 *
 * Says of one series where it is highest and lowest, and of two, where they
 * differ most.
 *
 * Returns: (transfer full) (nullable): the finding
 */
char *
patron_chart_write_radar (const PatronChart     *chart,
                          const PatronChartData *data)
{
  g_autoptr (PatronCells) cells = patron_cells_new (data, 2, MOST_AXES);

  if (cells->total_rows == 0 || cells->total_columns > MOST_AXES
      || cells->total_rows > 2)
    return NULL;
  if (cells->total_rows == 2)
    return write_widest_gap (cells, chart, data);
  return patron_cells_write_extremes (cells, chart, data, 0);
}
