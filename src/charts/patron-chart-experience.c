/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* What customers felt along a journey against what they expected: a curve for
 * each portrait, with what was expected dashed and the gap between shaded. A
 * point that is marked is a moment of truth. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-experience.h"
#include "patron-chart-line-private.h"

/* px of a stage at least, at zoom 1 */
#define LEAST_STAGE 16.0
/* Pieces that a curve between two stages is measured in. */
#define PIECES 12

/* @value: of each curve at each place; NaN where it has none
 * @slope: px that a curve falls per place there */
typedef struct
{
  guint n;
  guint n_slots;
  PatronChartLine *lines;
  double *value;
  double *slope;
} Curves;

#define AT(curves, what, i, slot) (curves)->what[(i) * (curves)->n_slots + (slot)]

/* patron_experience_expected_of:
 *
 * Returns: the series that @series is held against, or -1
 */
int
patron_experience_expected_of (const PatronChart     *chart,
                               const PatronChartData *data,
                               guint                  series)
{
  int only = -1;

  if (patron_experience_is_expected (chart, series))
    return -1;
  if (series + 1 < data->series->len
      && patron_experience_is_expected (chart, series + 1))
    return (int) series + 1;
  for (guint i = 0; i < data->series->len; i++)
    if (patron_experience_is_expected (chart, i))
      {
        if (only >= 0)
          return -1;
        only = (int) i;
      }
  /* What all expected alike. */
  return only;
}

/* patron_experience_is_expected:
 *
 * Returns: whether a series is what was expected
 */
gboolean
patron_experience_is_expected (const PatronChart *chart,
                               guint              series)
{
  return series < chart->series->len
         && g_array_index (chart->series, PatronChartSeries, series).expected;
}

static void
curves_init (Curves     *self,
             PatronPlot *plot)
{
  *self = (Curves) { .n = plot->data->series->len,
                     .n_slots = plot->n_slots };
  self->lines = g_new0 (PatronChartLine, self->n + 1);
  self->value = g_new (double, self->n * self->n_slots + 1);
  self->slope = g_new0 (double, self->n * self->n_slots + 1);
  for (guint i = 0; i < self->n; i++)
    {
      PatronChartLine *line = &self->lines[i];

      patron_line_init (line, plot, i);
      line->n = self->n_slots;
      line->px = g_new0 (double, line->n + 1);
      line->py = g_new (double, line->n + 1);
      line->source = g_new0 (gsize, line->n + 1);
      for (guint slot = 0; slot < self->n_slots; slot++)
        AT (self, value, i, slot) = line->py[slot] = NAN;
      for (gsize j = 0; j < line->points->n; j++)
        {
          int slot = patron_plot_get_slot (plot, line->points->x[j]);

          if (slot < 0 || !isfinite (line->points->y[j])
              || (line->points->marks != NULL
                  && (line->points->marks[j] & PATRON_POINT_EXCLUDED)))
            continue;
          AT (self, value, i, (guint) slot) = line->points->y[j];
          line->source[slot] = j;
        }
    }
}

static void
curves_clear (Curves *self)
{
  for (guint i = 0; i < self->n; i++)
    patron_line_clear (&self->lines[i]);
  g_free (self->lines);
  g_free (self->value);
  g_free (self->slope);
}

/* Slopes that make a cubic curve pass the points without swinging beyond
 * them (Fritsch and Butland 1984). */
static void
find_slopes (Curves *self,
             guint   i)
{
  const double *y = self->lines[i].py;

  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      double before = slot > 0 ? y[slot] - y[slot - 1] : NAN;
      double after = slot + 1 < self->n_slots ? y[slot + 1] - y[slot] : NAN;
      double slope = 0;

      if (isfinite (before) && isfinite (after) && before * after > 0)
        slope = 2 * before * after / (before + after);
      AT (self, slope, i, slot) = slope;
    }
}

static void
curves_place (Curves     *self,
              PatronPlot *plot)
{
  for (guint i = 0; i < self->n; i++)
    {
      PatronChartLine *line = &self->lines[i];

      for (guint slot = 0; slot < self->n_slots; slot++)
        {
          double value = AT (self, value, i, slot);

          line->px[slot] = patron_scale_at (&plot->x, slot);
          if (!isfinite (value))
            continue;
          line->py[slot] = patron_scale_at (&plot->y, value);
          line->n_finite++;
          line->last = line->last_measured = (gssize) slot;
          line->last_value = value;
        }
      line->last_forecast = NAN;
      find_slopes (self, i);
    }
}

/* Where a curve is between a place and the next: Hermite's cubic. */
static double
curve_at (const Curves *self,
          guint         i,
          guint         slot,
          double        t)
{
  const double *y = self->lines[i].py;
  double a = AT (self, slope, i, slot), b = AT (self, slope, i, slot + 1);

  return (1 + 2 * t) * (1 - t) * (1 - t) * y[slot]
         + t * (1 - t) * (1 - t) * a + t * t * (3 - 2 * t) * y[slot + 1]
         + t * t * (t - 1) * b;
}

static void
draw_curve (const Curves *self,
            PatronPlot   *plot,
            guint         i,
            double        width)
{
  const PatronChartLine *line = &self->lines[i];
  PatronItem *item = patron_scene_add_path (plot->scene, PATRON_ROLE_SERIES);
  gboolean down = FALSE;

  item->series = (int) i;
  item->stroke = line->colour;
  item->line_width = width;
  if (line->expected)
    {
      item->dash = 2.5 * width;
      item->gap = 1.75 * width;
    }
  for (guint slot = 0; slot + 1 < self->n_slots; slot++)
    {
      double third = (line->px[slot + 1] - line->px[slot]) / 3;

      if (!isfinite (line->py[slot]) || !isfinite (line->py[slot + 1]))
        {
          down = FALSE;
          continue;
        }
      if (!down)
        patron_item_move_to (item, line->px[slot], line->py[slot]);
      patron_item_curve_to (
        item, line->px[slot] + third,
        line->py[slot] + AT (self, slope, i, slot) / 3,
        line->px[slot + 1] - third,
        line->py[slot + 1] - AT (self, slope, i, slot + 1) / 3,
        line->px[slot + 1], line->py[slot + 1]);
      down = TRUE;
    }
}

/* A corner of the gap between two curves. */
typedef struct
{
  double x;
  double felt;
  double expected;
} Corner;

static void
flush_gap (PatronPlot *plot,
           GArray     *corners,
           guint       series)
{
  PatronItem *item;
  double sum = 0;
  PatronTone tone;

  for (guint i = 0; i < corners->len; i++)
    sum += g_array_index (corners, Corner, i).expected
           - g_array_index (corners, Corner, i).felt;
  if (corners->len < 2 || sum == 0)
    {
      g_array_set_size (corners, 0);
      return;
    }
  /* px grow downwards: less than expected is below it. */
  tone = sum < 0 ? PATRON_TONE_BAD : PATRON_TONE_GOOD;
  item = patron_scene_add_path (plot->scene, PATRON_ROLE_BAND);
  item->series = (int) series;
  item->fill = patron_colour_fade (plot->theme->tones[tone], 0.16);
  for (guint i = 0; i < corners->len; i++)
    {
      const Corner *corner = &g_array_index (corners, Corner, i);

      (i == 0 ? patron_item_move_to : patron_item_line_to) (item, corner->x,
                                                            corner->felt);
    }
  for (guint i = corners->len; i > 0; i--)
    {
      const Corner *corner = &g_array_index (corners, Corner, i - 1);

      patron_item_line_to (item, corner->x, corner->expected);
    }
  patron_item_close (item);
  g_array_set_size (corners, 0);
}

static void
add_corner (PatronPlot *plot,
            GArray     *corners,
            guint       series,
            Corner      corner)
{
  if (corners->len > 0)
    {
      Corner last = g_array_index (corners, Corner, corners->len - 1);
      double before = last.felt - last.expected;
      double now = corner.felt - corner.expected;

      if (before * now < 0)
        {
          double share = before / (before - now);
          double y = last.felt + (corner.felt - last.felt) * share;
          Corner crossing = { last.x + (corner.x - last.x) * share, y, y };

          g_array_append_val (corners, crossing);
          flush_gap (plot, corners, series);
          g_array_append_val (corners, crossing);
        }
    }
  g_array_append_val (corners, corner);
}

/* Shaded in one colour where it was worse, in another where it was better. */
static void
draw_gap (const Curves *self,
          PatronPlot   *plot,
          guint         felt,
          guint         expected)
{
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (Corner));
  const PatronChartLine *a = &self->lines[felt], *b = &self->lines[expected];

  for (guint slot = 0; slot + 1 < self->n_slots; slot++)
    {
      if (!isfinite (a->py[slot] + b->py[slot] + a->py[slot + 1]
                     + b->py[slot + 1]))
        {
          flush_gap (plot, corners, felt);
          continue;
        }
      for (int piece = corners->len > 0; piece <= PIECES; piece++)
        {
          double t = (double) piece / PIECES;
          Corner corner = {
            a->px[slot] + (a->px[slot + 1] - a->px[slot]) * t,
            curve_at (self, felt, slot, t), curve_at (self, expected, slot, t)
          };

          add_corner (plot, corners, felt, corner);
        }
    }
  flush_gap (plot, corners, felt);
}

static void
draw_markers (const Curves *self,
              PatronPlot   *plot,
              guint         i)
{
  const PatronChartLine *line = &self->lines[i];
  double room = (plot->x.end - plot->x.start) / MAX (1, self->n_slots);
  double zoom = plot->zoom;

  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      gboolean truth = patron_line_mark (line, slot) & PATRON_POINT_SIGNAL;
      PatronItem *item;

      if (!isfinite (line->py[slot])
          || (!truth && (line->expected || room < 9 * zoom)
              && line->n_finite > 1))
        continue;
      item = patron_scene_add_marker (
        plot->scene, PATRON_ROLE_SERIES,
        truth ? PATRON_MARKER_DIAMOND : PATRON_MARKER_CIRCLE,
        line->px[slot], line->py[slot],
        (truth ? MIN (7, MAX (4, room / 2 / zoom)) : 3.5) * zoom);
      item->series = (int) i;
      item->point = (int) MIN (line->source[slot], G_MAXINT);
      /* With several portraits the colour says whose it is. */
      item->fill = truth && self->n <= 2 ? plot->theme->text : line->colour;
      item->stroke = plot->theme->background;
      item->line_width = 1.5 * zoom;
    }
}

/* A name where it hides nothing, over the point if it can be. */
static void
name_point (const Curves *self,
            PatronPlot   *plot,
            guint         i,
            guint         slot)
{
  const PatronChartLine *line = &self->lines[i];
  g_autofree char *clean = NULL;
  g_autofree char *text = NULL;
  double width, ascent, descent;
  double away = 9 * plot->zoom;

  if (line->points->names == NULL || !isfinite (line->py[slot]))
    return;
  clean = patron_text_clean (line->points->names[line->source[slot]]);
  text = patron_text_ellipsize (plot->measurer, &plot->label_font, clean,
                                150 * plot->zoom, &width);
  patron_text_metrics (plot->measurer, &plot->label_font, &ascent, &descent);
  for (int side = 0; *text != '\0' && side < 2; side++)
    {
      PatronBox box = { line->px[slot] - width / 2,
                        side == 0 ? line->py[slot] - away - ascent - descent
                                  : line->py[slot] + away,
                        width, ascent + descent };
      guint hidden = 0;
      PatronItem *item;

      box.x = CLAMP (box.x, plot->plot.x,
                     MAX (plot->plot.x,
                          plot->plot.x + plot->plot.width - width));
      for (guint j = 0; j < self->n; j++)
        hidden += patron_place_count_on_line (&box, self->lines[j].px,
                                              self->lines[j].py,
                                              self->n_slots);
      if (hidden > 0 || !patron_plot_is_free (plot, &box, 2)
          || box.y < plot->plot.y
          || box.y + box.height > plot->plot.y + plot->plot.height)
        continue;
      item = patron_scene_add_text (plot->scene, PATRON_ROLE_VALUE_LABEL,
                                    plot->measurer, &plot->label_font, text,
                                    box.x, box.y + ascent, PATRON_ALIGN_LEFT,
                                    plot->theme->text);
      patron_plot_add_halo (plot, item);
      patron_plot_claim (plot, item);
      return;
    }
}

static void
add_spots (const Curves *self,
           PatronPlot   *plot,
           guint         i)
{
  const PatronChartLine *line = &self->lines[i];
  int expected = patron_experience_expected_of (plot->chart, plot->data, i);

  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      double wish = expected >= 0 ? AT (self, value, (guint) expected, slot)
                                  : NAN;
      GString *more = g_string_new (NULL);
      PatronSpot *spot;

      if (!isfinite (line->py[slot]))
        {
          g_string_free (more, TRUE);
          continue;
        }
      if (isfinite (wish))
        {
          g_autofree char *text = patron_plot_write_value (plot, wish);

          g_string_append_printf (more, C_("experience", "Expected: %s"),
                                  text);
        }
      if (patron_line_mark (line, slot) & PATRON_POINT_SIGNAL)
        g_string_append_printf (more, "%s%s", more->len > 0 ? "\n" : "",
                                C_("experience", "Moment of truth"));
      spot = patron_scene_add_point_spot (
        plot->scene, line->px[slot], line->py[slot], (int) i,
        (int) MIN (line->source[slot], G_MAXINT));
      spot->value_x = slot;
      spot->value_y = AT (self, value, i, slot);
      spot->on_grid = TRUE;
      spot->row = (int) i;
      spot->column = (int) slot;
      spot->text = patron_plot_describe_point (
        plot, i, line->source[slot], spot->value_y,
        more->len > 0 ? more->str : NULL);
      g_string_free (more, TRUE);
    }
}

/* The bounds of the scale that the values are on: -2 to +2 or 0 to 10; what
 * is on neither has those of its values. */
static void
find_bounds (const Curves *self,
             double       *min,
             double       *max)
{
  double least = INFINITY, most = -INFINITY;

  for (guint i = 0; i < self->n * self->n_slots; i++)
    if (isfinite (self->value[i]))
      {
        least = MIN (least, self->value[i]);
        most = MAX (most, self->value[i]);
      }
  *min = least;
  *max = most;
  if (least >= -2 && most <= 2)
    {
      *min = -2;
      *max = 2;
    }
  else if (least >= 0 && most <= 10 && most > 2)
    {
      *min = 0;
      *max = 10;
    }
}

static void
draw (Curves     *self,
      PatronPlot *plot)
{
  double width = (self->n <= 3 ? 2.5 : 2) * plot->zoom;
  guint n_felt = 0;

  for (guint i = 0; i < self->n; i++)
    n_felt += !self->lines[i].expected;
  for (guint i = 0; i < self->n; i++)
    {
      int expected = patron_experience_expected_of (plot->chart, plot->data,
                                                    i);

      /* The gaps of several portraits would hide each other. */
      if (expected >= 0 && n_felt <= 2)
        draw_gap (self, plot, i, (guint) expected);
    }
  for (int pass = 0; pass < 2; pass++)
    for (guint i = self->n; i > 0; i--)
      if (self->lines[i - 1].expected == (pass == 0)
          && self->lines[i - 1].n_finite > 0)
        draw_curve (self, plot, i - 1,
                    self->lines[i - 1].expected ? width * 0.75 : width);
  for (guint i = self->n; i > 0; i--)
    draw_markers (self, plot, i - 1);
}

/* Whether the names of stages fit below the curves, but no more when names
 * beside the plot take @taken px of its width. */
static gboolean
are_stages_squeezed (PatronPlot *plot,
                     double      taken)
{
  double axis = 36 * plot->zoom, gap = 8 * plot->zoom;
  double widest = 0;

  if (plot->n_slots > 40)
    return FALSE;
  for (guint slot = 0; slot < plot->n_slots; slot++)
    {
      g_autofree char *clean = patron_text_clean (
        patron_chart_data_get_category (plot->data, plot->slots[slot]));
      g_auto (GStrv) words = g_strsplit (clean, " ", -1);

      for (gsize i = 0; words[i] != NULL; i++)
        widest = fmax (widest, patron_text_width (plot->measurer,
                                                  &plot->label_font,
                                                  words[i]));
    }
  widest = (widest + gap) * plot->n_slots;
  return widest > plot->area.width - axis - taken
         && widest <= plot->area.width - axis;
}

static void
lay_out (Curves      *self,
         PatronPlot  *plot,
         PatronChart *chart)
{
  PatronLineLabels labels = { 0 };
  double min, max;

  for (guint i = 0; i < self->n; i++)
    for (guint slot = 0; slot < self->n_slots; slot++)
      if (isfinite (AT (self, value, i, slot))
          && (patron_line_mark (&self->lines[i], slot) & PATRON_POINT_SIGNAL))
        plot->explain |= PATRON_EXPLAIN_TRUTH;
  patron_line_labels_init (&labels, plot, self->lines, self->n, INFINITY);
  if (self->n > 1 && chart->legend == PATRON_LEGEND_AUTO
      && are_stages_squeezed (plot, labels.width + 10 * plot->zoom))
    {
      patron_line_labels_clear (&labels);
      labels = (PatronLineLabels) { 0 };
      chart->legend = PATRON_LEGEND_ROW;
      patron_line_labels_init (&labels, plot, self->lines, self->n, INFINITY);
    }
  patron_plot_add_header (plot, labels.row_legend);
  patron_line_labels_reserve (&labels, plot);
  find_bounds (self, &min, &max);
  patron_plot_set_values (plot, min, max);
  patron_plot_set_categories (plot);
  patron_plot_set_scales (plot);
  curves_place (self, plot);
  patron_plot_add_bands (plot);
  patron_plot_add_axes (plot);
  draw (self, plot);
  patron_line_labels_place (&labels, plot, self->lines, self->n);
  for (guint i = 0; i < self->n; i++)
    for (guint slot = 0; slot < self->n_slots; slot++)
      name_point (self, plot, i, slot);
  for (guint i = 0; i < self->n; i++)
    add_spots (self, plot, i);
  patron_line_labels_clear (&labels);
}

/**
 * patron_chart_layout_experience:
 *
 * Lays out what was felt against what was expected along a journey.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_experience (PatronPlot *plot)
{
  const PatronChart *spec = plot->chart;
  PatronChart chart = *spec;
  gboolean any = FALSE;
  Curves curves;

  chart.targets = g_array_new (FALSE, FALSE, sizeof (PatronChartTarget));
  chart.limits = g_array_new (FALSE, FALSE, sizeof (PatronChartLimits));
  chart.y.logarithmic = FALSE;
  plot->chart = &chart;
  patron_plot_name_series (plot);
  patron_plot_take_categories (plot, plot->area.width * 0.75,
                               LEAST_STAGE * plot->zoom);
  curves_init (&curves, plot);
  for (guint i = 0; i < curves.n * curves.n_slots; i++)
    any = any || isfinite (curves.value[i]);
  if (any)
    lay_out (&curves, plot, &chart);
  else
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
    }
  curves_clear (&curves);
  g_array_unref (chart.targets);
  g_array_unref (chart.limits);
  plot->chart = spec;
  return patron_plot_end (plot);
}
