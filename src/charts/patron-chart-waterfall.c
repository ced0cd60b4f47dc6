/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* A waterfall: from one level to the next, step by step. A point with the
 * mark PATRON_POINT_TOTAL is a level; without a value, it is the sum so far. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-private.h"

#define LEAST_PITCH 4.0
#define SHARE 0.7
#define MOST_THICKNESS 110.0
#define MOST_SUM 1e307

typedef struct
{
  gsize point;
  guint category;
  gboolean total;
  double value; /* of a step its change, of a total its level */
  double from;
  double to;
  double sum; /* of a total, what the steps add up to */
} Step;

typedef struct
{
  PatronPlot *plot;
  GArray *steps;
  double min;
  double max;
  double thickness;
  gboolean labelled;
} Waterfall;

static double
bound (double value)
{
  return CLAMP (value, -MOST_SUM, MOST_SUM);
}

static GArray *
read_steps (const PatronChartData *data)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  const PatronChartPoints *points;
  guint n = patron_chart_data_count_categories (data);
  double level = 0;

  if (data->series->len == 0)
    return steps;
  points = &g_array_index (data->series, PatronChartPoints, 0);
  for (gsize i = 0; i < points->n; i++)
    {
      Step step = { .point = i };

      if (!(points->x[i] > -0.5 && points->x[i] < n - 0.5))
        continue;
      step.category = (guint) round (points->x[i]);
      step.total = points->marks != NULL
                   && (points->marks[i] & PATRON_POINT_TOTAL) != 0;
      if (!isfinite (points->y[i]) && !(step.total && steps->len > 0))
        continue;
      step.value = isfinite (points->y[i]) ? points->y[i] : level;
      step.sum = level;
      step.from = step.total ? 0 : level;
      level = step.to = bound (step.total ? step.value : level + step.value);
      g_array_append_val (steps, step);
    }
  return steps;
}

/* What is stated and what the steps add up to should agree; where they do
 * not, both are said. */
static void
remark_sums (Waterfall *self)
{
  for (guint i = 1; i < self->steps->len; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, i);
      g_autofree char *name = NULL;
      g_autofree char *sum = NULL;
      g_autofree char *stated = NULL;
      g_autofree char *remark = NULL;

      if (!step->total
          || fabs (step->sum / 2 - step->value / 2)
               <= 1e-6 * MAX (fabs (step->sum), fabs (step->value)))
        continue;
      name = patron_plot_write_category (self->plot, 0, step->point);
      sum = patron_plot_write_value (self->plot, step->sum);
      stated = patron_plot_write_value (self->plot, step->value);
      if (g_str_equal (sum, stated))
        continue;
      remark = g_strdup_printf (
        /* Translators: the name of a total, the sum of the steps before it,
         * and the value that is stated for it. */
        _("The steps to “%s” add up to %s, not %s."), name, sum, stated);
      patron_plot_add_remark (self->plot, remark);
      return;
    }
}

static void
find_range (Waterfall *self)
{
  self->min = INFINITY;
  self->max = -INFINITY;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, i);

      self->min = MIN (self->min, MIN (step->from, step->to));
      self->max = MAX (self->max, MAX (step->from, step->to));
    }
  for (guint i = 0; i < self->plot->n_slots; i++)
    {
      double target = patron_chart_get_target_at (self->plot->chart,
                                                  self->plot->slots[i]);

      if (!isfinite (target))
        continue;
      self->min = MIN (self->min, target);
      self->max = MAX (self->max, target);
    }
}

static char *
write_step (const PatronPlot *plot,
            const Step       *step)
{
  g_autofree char *value = patron_plot_write_value (plot, step->value);

  if (step->total || !(step->value > 0))
    return g_steal_pointer (&value);
  /* Translators: a change upwards. */
  return g_strdup_printf (C_("change", "+%s"), value);
}

static double
text_height (const PatronPlot *plot)
{
  double ascent, descent;

  patron_text_metrics (plot->measurer, &plot->label_font, &ascent, &descent);
  return ascent + descent;
}

static void
plan_labels (Waterfall *self)
{
  PatronPlot *plot = self->plot;
  double widest = 0;

  if (plot->chart->value_labels == PATRON_LABELS_HIDDEN)
    return;
  for (guint i = 0; i < self->steps->len; i++)
    {
      g_autofree char *text
        = write_step (plot, &g_array_index (self->steps, Step, i));

      widest = MAX (widest, patron_text_width (plot->measurer,
                                               &plot->label_font, text));
    }
  self->labelled = widest + 3 * plot->zoom
                     <= plot->plot.width / plot->n_slots
                   && text_height (plot) < plot->plot.height * 0.12;
  if (!self->labelled)
    return;
  plot->bare = plot->chart->bands->len == 0;
  plot->room_high = text_height (plot) + 3 * plot->zoom;
  plot->room_low = self->min < 0 ? plot->room_high : 0;
}

static PatronColour
get_colour (const PatronPlot *plot,
            const Step       *step)
{
  gboolean rise = step->value > 0;

  if (step->total)
    return patron_colour_mix (plot->theme->dim, plot->theme->background, 0.1);
  switch (plot->chart->direction)
    {
    case PATRON_DIRECTION_UP:
      return plot->theme->tones[rise ? PATRON_TONE_GOOD : PATRON_TONE_BAD];
    case PATRON_DIRECTION_DOWN:
      return plot->theme->tones[rise ? PATRON_TONE_BAD : PATRON_TONE_GOOD];
    case PATRON_DIRECTION_NONE:
    default:
      return patron_theme_series (plot->theme, rise ? 0 : 1);
    }
}

static PatronBox
get_box (const Waterfall *self,
         const Step      *step)
{
  const PatronPlot *plot = self->plot;
  int slot = plot->slot_of[step->category];
  double x = patron_scale_at (&plot->x, slot) - self->thickness / 2;
  double a = patron_scale_at (&plot->y, step->from);
  double b = patron_scale_at (&plot->y, step->to);
  double height = fabs (b - a);

  /* A step of nothing is a line at its level. */
  if (height < 1)
    return (PatronBox) { x, MIN (a, b) - 0.5, self->thickness, 1 };
  return (PatronBox) { x, MIN (a, b), self->thickness, height };
}

static void
label_step (Waterfall       *self,
            const Step      *step,
            const PatronBox *box)
{
  PatronPlot *plot = self->plot;
  g_autofree char *text = write_step (plot, step);
  double half = text_height (plot) / 2 + 2 * plot->zoom;
  double above = box->y - half, below = box->y + box->height + half;
  gboolean down = step->value < 0;
  double x = box->x + box->width / 2;
  PatronItem *item;

  if (below + half > plot->plot.y + plot->plot.height)
    down = FALSE;
  item = patron_plot_add_value (plot, 0, step->point, text, x,
                                down ? below : above, PATRON_ALIGN_CENTRE,
                                plot->theme->text);
  if (item == NULL)
    item = patron_plot_add_value (plot, 0, step->point, text, x,
                                  down ? above : below, PATRON_ALIGN_CENTRE,
                                  plot->theme->text);
  patron_plot_add_halo (plot, item);
}

/* The level that one step hands on to the next. */
static void
connect_steps (Waterfall *self)
{
  PatronPlot *plot = self->plot;

  for (guint i = 0; i + 1 < self->steps->len; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, i);
      int slot = plot->slot_of[step->category];
      int next = plot->slot_of[(step + 1)->category];
      double y = patron_scale_at (&plot->y, step->to);

      if (slot < 0 || next != slot + 1)
        continue;
      patron_scene_add_line (
        plot->scene, PATRON_ROLE_SERIES,
        patron_scale_at (&plot->x, slot) + self->thickness / 2, y,
        patron_scale_at (&plot->x, next) - self->thickness / 2, y,
        plot->theme->axis, 1);
    }
}

static void
draw_step (Waterfall  *self,
           const Step *step)
{
  PatronPlot *plot = self->plot;
  PatronBox box = get_box (self, step);
  PatronItem *item = patron_scene_add_rectangle (
    plot->scene, PATRON_ROLE_SERIES, box.x, box.y, box.width, box.height);

  item->point = (int) MIN (step->point, G_MAXINT);
  item->series = 0;
  patron_plot_paint_mark (plot, item, 0, step->point,
                          get_colour (plot, step));
  if (self->labelled)
    label_step (self, step, &box);
}

static void
add_spot (Waterfall  *self,
          const Step *step)
{
  PatronPlot *plot = self->plot;
  PatronBox box = get_box (self, step);
  double least = 10 * plot->zoom;
  g_autofree char *level = patron_plot_write_value (plot, step->to);
  g_autofree char *more = NULL;
  PatronSpot *spot;

  if (box.height < least)
    {
      box.y -= (least - box.height) / 2;
      box.height = least;
    }
  if (!step->total)
    /* Translators: the level that a step leads to. */
    more = g_strdup_printf (_("Leads to %s"), level);
  spot = patron_scene_add_spot (plot->scene, PATRON_ROLE_SERIES, box.x, box.y,
                                box.width, box.height);
  spot->series = 0;
  spot->point = (int) MIN (step->point, G_MAXINT);
  spot->on_grid = TRUE;
  spot->column = plot->slot_of[step->category];
  spot->anchor_y = box.y;
  spot->value_x = step->category;
  spot->value_y = step->value;
  spot->text = patron_plot_describe_point (plot, 0, step->point, step->value,
                                           more);
}

static void
lay_out (Waterfall *self)
{
  PatronPlot *plot = self->plot;

  patron_plot_set_target_room (plot, FALSE);
  plan_labels (self);
  patron_plot_set_values (plot, self->min, self->max);
  patron_plot_set_categories (plot);
  patron_plot_set_annotations (plot);
  patron_plot_set_scales (plot);
  self->thickness = MAX (0.5, MIN (patron_plot_get_pitch (plot) * SHARE,
                                   MOST_THICKNESS * plot->zoom));
  patron_plot_add_bands (plot);
  patron_plot_add_axes (plot);
  patron_plot_add_annotations (plot);
  connect_steps (self);
  patron_plot_add_category_target (plot);
  for (guint i = 0; i < self->steps->len; i++)
    if (plot->slot_of[g_array_index (self->steps, Step, i).category] >= 0)
      draw_step (self, &g_array_index (self->steps, Step, i));
  for (guint i = 0; i < self->steps->len; i++)
    if (plot->slot_of[g_array_index (self->steps, Step, i).category] >= 0)
      add_spot (self, &g_array_index (self->steps, Step, i));
}

/**
 * patron_chart_layout_waterfall:
 *
 * Lays out how one level becomes another.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_waterfall (PatronPlot *plot)
{
  Waterfall self = { .plot = plot };

  plot->lengths = TRUE;
  patron_plot_name_series (plot);
  self.steps = read_steps (plot->data);
  patron_plot_take_categories (plot, plot->area.width * 0.8, LEAST_PITCH);
  if (self.steps->len == 0)
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
      g_array_unref (self.steps);
      return patron_plot_end (plot);
    }
  find_range (&self);
  remark_sums (&self);
  patron_plot_remark_samples (plot);
  patron_plot_remark_series (plot, 1);
  patron_plot_add_header (plot, FALSE);
  lay_out (&self);
  g_array_unref (self.steps);
  return patron_plot_end (plot);
}

/* patron_chart_write_waterfall:
 *
 * Says which steps are the largest upwards and downwards.
 *
 * Returns: (transfer full) (nullable): the finding
 */
char *
patron_chart_write_waterfall (const PatronChart     *self,
                              const PatronChartData *data)
{
  PatronFormat format = patron_chart_value_format (self, data);
  g_autoptr (GArray) steps = read_steps (data);
  const Step *rise = NULL;
  const Step *fall = NULL;
  const PatronChartPoints *points;
  g_autofree char *up = NULL;
  g_autofree char *down = NULL;
  g_autofree char *most = NULL;
  g_autofree char *least = NULL;

  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      if (step->total)
        continue;
      if (step->value > 0 && (rise == NULL || step->value > rise->value))
        rise = step;
      if (step->value < 0 && (fall == NULL || step->value < fall->value))
        fall = step;
    }
  if (rise == NULL && fall == NULL)
    return NULL;
  points = &g_array_index (data->series, PatronChartPoints, 0);
  if (rise != NULL)
    {
      up = patron_chart_name_category (data, points, rise->point);
      most = patron_format_value (&format, rise->value);
    }
  if (fall != NULL)
    {
      down = patron_chart_name_category (data, points, fall->point);
      least = patron_format_value (&format, fall->value);
    }
  if (fall == NULL)
    /* Translators: a step of a sum, and how much it adds. */
    return g_strdup_printf (_("Largest rise: %s (+%s)"), up, most);
  if (rise == NULL)
    /* Translators: a step of a sum, and how much it takes away. */
    return g_strdup_printf (_("Largest fall: %s (%s)"), down, least);
  /* Translators: a step of a sum and how much it adds, then another and how
   * much it takes away. */
  return g_strdup_printf (_("Largest rise: %s (+%s), largest fall: %s (%s)"),
                          up, most, down, least);
}
