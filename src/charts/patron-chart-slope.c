/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* A slope: each series as one line from the first category to the last, named
 * and numbered at its ends, so that there is neither axis nor legend. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-private.h"

/* So many lines have a colour each; of more, the largest changes have. */
#define MOST_COLOURS 6
#define MOST_LINES 400

typedef struct
{
  gssize points[2];
  double values[2];
  gboolean strong;
  int colour;
} Slope;

typedef struct
{
  PatronPlot *plot;
  Slope *slopes;
  guint n;
  guint ends[2]; /* the categories at the ends; equal where there is one */
  double min;
  double max;
  double radius;
} Slopes;

static const PatronChartPoints *
points_of (const PatronChartData *data,
           guint                  series)
{
  return &g_array_index (data->series, PatronChartPoints, series);
}

/* The first and the last category that have a value. */
static gboolean
find_ends (const PatronChartData *data,
           guint                 *ends)
{
  guint n = patron_chart_data_count_categories (data);
  gboolean any = FALSE;

  for (guint s = 0; s < data->series->len; s++)
    {
      const PatronChartPoints *points = points_of (data, s);

      for (gsize i = 0; i < points->n; i++)
        {
          guint category;

          if (!isfinite (points->y[i])
              || !(points->x[i] > -0.5 && points->x[i] < n - 0.5))
            continue;
          category = (guint) round (points->x[i]);
          ends[0] = any ? MIN (ends[0], category) : category;
          ends[1] = any ? MAX (ends[1], category) : category;
          any = TRUE;
        }
    }
  return any;
}

static Slope
read_slope (const PatronChartData *data,
            guint                  series,
            const guint           *ends)
{
  const PatronChartPoints *points = points_of (data, series);
  Slope slope = { { -1, -1 }, { NAN, NAN }, FALSE, 0 };

  for (gsize i = 0; i < points->n; i++)
    for (int end = 0; end < 2; end++)
      if (isfinite (points->y[i]) && round (points->x[i]) == ends[end])
        {
          slope.points[end] = (gssize) i;
          slope.values[end] = points->y[i];
        }
  return slope;
}

static double
change_of (const Slope *slope)
{
  return slope->values[1] / 2 - slope->values[0] / 2;
}

/* The largest rise and the largest fall; -1 where there is none. */
static void
find_largest (const Slope *slopes,
              guint        n,
              int         *rise,
              int         *fall)
{
  *rise = *fall = -1;
  for (guint i = 0; i < n; i++)
    {
      double change = change_of (&slopes[i]);

      if (change > 0 && (*rise < 0 || change > change_of (&slopes[*rise])))
        *rise = (int) i;
      if (change < 0 && (*fall < 0 || change < change_of (&slopes[*fall])))
        *fall = (int) i;
    }
}

static void
gather (Slopes *self)
{
  const PatronChartData *data = self->plot->data;
  int rise, fall;

  self->n = MIN (data->series->len, MOST_LINES);
  self->slopes = g_new0 (Slope, self->n + 1);
  self->min = INFINITY;
  self->max = -INFINITY;
  for (guint s = 0; s < self->n; s++)
    {
      Slope *slope = &self->slopes[s];

      *slope = read_slope (data, s, self->ends);
      slope->strong = self->n <= MOST_COLOURS;
      slope->colour = patron_plot_series_colour (self->plot, s);
      for (int end = 0; end < 2; end++)
        if (isfinite (slope->values[end]))
          {
            self->min = MIN (self->min, slope->values[end]);
            self->max = MAX (self->max, slope->values[end]);
          }
    }
  find_largest (self->slopes, self->n, &rise, &fall);
  if (self->n <= MOST_COLOURS)
    return;
  for (int i = 0; i < 2; i++)
    {
      int largest = i == 0 ? rise : fall;

      if (largest < 0)
        continue;
      self->slopes[largest].strong = TRUE;
      self->slopes[largest].colour = i;
    }
}

static gboolean
is_single (const Slopes *self)
{
  return self->ends[0] == self->ends[1];
}

static PatronColour
line_colour (const Slopes *self,
             guint         s)
{
  const PatronPlot *plot = self->plot;

  if (!self->slopes[s].strong)
    return patron_colour_mix (plot->theme->grid, plot->theme->axis, 0.6);
  return patron_theme_series (plot->theme, self->slopes[s].colour);
}

/* Left the value alone where the picture is narrow, as the name is told once
 * then; right both. */
static GArray *
wrap_label (const Slopes *self,
            guint         s,
            int           end,
            double        room,
            gboolean      named)
{
  PatronPlot *plot = self->plot;
  const PatronFont *font = self->slopes[s].strong ? &plot->strong_font
                                                  : &plot->label_font;
  g_autofree char *name
    = patron_text_clean (patron_chart_series_name (plot->chart, s));
  g_autofree char *value
    = patron_plot_write_value (plot, self->slopes[s].values[end]);
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;
  double rest;

  if (!named || *name == '\0')
    return patron_text_wrap (plot->measurer, font, value, room, 1);
  rest = room - patron_text_width (plot->measurer, font, value)
         - plot->label_font.size * 0.6;
  shown = patron_text_ellipsize (plot->measurer, font, name, rest, NULL);
  if (*shown == '\0')
    return patron_text_wrap (plot->measurer, font, value, room, 1);
  /* The value stands beside its point, the name outside. */
  text = end == 0 ? g_strdup_printf ("%s  %s", shown, value)
                  : g_strdup_printf ("%s  %s", value, shown);
  return patron_text_wrap (plot->measurer, font, text, room + 1, 1);
}

static double
widest_label (Slopes   *self,
              int       end,
              double    room,
              gboolean  named)
{
  double widest = 0;

  for (guint s = 0; s < self->n; s++)
    {
      g_autoptr (GArray) lines = NULL;

      if (isnan (self->slopes[s].values[end]))
        continue;
      lines = wrap_label (self, s, end, room, named);
      widest = MAX (widest, patron_text_lines_width (lines));
    }
  return widest;
}

typedef struct
{
  guint series;
  double at;
} Anchor;

/* Strong lines first, then from the outside in: who is highest and lowest is
 * asked for before who is in the middle. */
static int
compare_anchors (gconstpointer a,
                 gconstpointer b)
{
  const Anchor *p = a, *q = b;

  if (p->at != q->at)
    return p->at < q->at ? -1 : 1;
  return p->series < q->series ? -1 : p->series > q->series;
}

/* As many as there is room for. */
static GArray *
choose_anchors (const Slopes *self,
                int           end,
                guint         most)
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));

  for (int strong = 1; strong >= 0; strong--)
    for (guint s = 0; s < self->n && anchors->len < most; s++)
      {
        Anchor anchor = { s, 0 };

        if (isnan (self->slopes[s].values[end])
            || self->slopes[s].strong != strong)
          continue;
        anchor.at = patron_scale_at (&self->plot->y,
                                     self->slopes[s].values[end]);
        g_array_append_val (anchors, anchor);
      }
  g_array_sort (anchors, compare_anchors);
  return anchors;
}

static void
add_label (Slopes       *self,
           const Anchor *anchor,
           int           end,
           double        centre,
           double        room,
           gboolean      named)
{
  PatronPlot *plot = self->plot;
  const Slope *slope = &self->slopes[anchor->series];
  const PatronFont *font = slope->strong ? &plot->strong_font
                                         : &plot->label_font;
  double line = patron_text_line_height (font);
  double side = end == 0 && !is_single (self) ? -1 : 1;
  double from = (end == 0 ? plot->x.start : plot->x.end)
                + side * (self->radius + 3 * plot->zoom);
  double x = (end == 0 ? plot->x.start : plot->x.end)
             + side * 16 * plot->zoom;
  g_autoptr (GArray) lines = wrap_label (self, anchor->series, end, room,
                                         named);
  PatronColour colour
    = slope->strong ? patron_theme_series_text (plot->theme, slope->colour)
                    : plot->theme->dim;

  if (lines->len == 0)
    return;
  if (fabs (centre - anchor->at) > 4 * plot->zoom)
    patron_scene_add_line (plot->scene, PATRON_ROLE_SERIES_LABEL, from,
                           anchor->at, x - side * 2 * plot->zoom, centre,
                           plot->theme->axis, 1)
      ->series = (int) anchor->series;
  patron_scene_add_lines (plot->scene, PATRON_ROLE_SERIES_LABEL,
                          plot->measurer, font, lines, x, centre - line / 2,
                          side < 0 ? PATRON_ALIGN_RIGHT : PATRON_ALIGN_LEFT,
                          colour);
}

static void
add_labels (Slopes   *self,
            int       end,
            double    room,
            gboolean  named)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->strong_font);
  double bottom = plot->area.y + plot->area.height;
  g_autoptr (GArray) anchors = choose_anchors (
    self, end, (guint) MAX (0, floor ((bottom - plot->plot.y) / line)));
  g_autofree double *centres = g_new (double, anchors->len + 1);
  g_autofree double *heights = g_new (double, anchors->len + 1);

  for (guint i = 0; i < anchors->len; i++)
    {
      centres[i] = g_array_index (anchors, Anchor, i).at;
      heights[i] = line;
    }
  if (!patron_place_spread (centres, heights, anchors->len, plot->plot.y,
                            bottom))
    return;
  for (guint i = 0; i < anchors->len; i++)
    add_label (self, &g_array_index (anchors, Anchor, i), end, centres[i],
               room, named);
}

static void
draw_end (Slopes *self,
          guint   s,
          int     end)
{
  PatronPlot *plot = self->plot;
  const Slope *slope = &self->slopes[s];
  PatronItem *item;

  if (slope->points[end] < 0)
    return;
  item = patron_scene_add_marker (
    plot->scene, PATRON_ROLE_SERIES,
    slope->strong ? s % PATRON_N_SERIES_MARKERS : PATRON_MARKER_CIRCLE,
    end == 0 ? plot->x.start : plot->x.end,
    patron_scale_at (&plot->y, slope->values[end]), self->radius);
  item->series = (int) s;
  item->point = (int) MIN (slope->points[end], G_MAXINT);
  patron_plot_paint_mark (plot, item, s, (gsize) slope->points[end],
                          line_colour (self, s));
}

static void
draw_slope (Slopes *self,
            guint   s)
{
  PatronPlot *plot = self->plot;
  const Slope *slope = &self->slopes[s];
  PatronItem *item;

  if (!is_single (self) && slope->points[0] >= 0 && slope->points[1] >= 0)
    {
      item = patron_scene_add_line (
        plot->scene, PATRON_ROLE_SERIES, plot->x.start,
        patron_scale_at (&plot->y, slope->values[0]), plot->x.end,
        patron_scale_at (&plot->y, slope->values[1]), line_colour (self, s),
        (slope->strong ? 2.5 : 1.5) * plot->zoom);
      item->series = (int) s;
      if (patron_plot_is_expected (plot, s))
        {
          item->dash = 5 * plot->zoom;
          item->gap = 3.5 * plot->zoom;
        }
    }
  draw_end (self, s, 0);
  if (!is_single (self))
    draw_end (self, s, 1);
}

static void
add_spot (Slopes *self,
          guint   s,
          int     end)
{
  PatronPlot *plot = self->plot;
  const Slope *slope = &self->slopes[s];
  double change = slope->values[1] - slope->values[0];
  g_autofree char *more = NULL;
  PatronSpot *spot;

  if (slope->points[end] < 0)
    return;
  if (end == 1 && isfinite (change))
    {
      g_autofree char *size = patron_plot_write_difference (plot, change);
      g_autofree char *before = patron_plot_write_value (plot,
                                                         slope->values[0]);

      if (change == 0)
        more = g_strdup (_("No change"));
      else if (change > 0)
        /* Translators: the size of a rise, and the value before it. */
        more = g_strdup_printf (_("Up %s from %s"), size, before);
      else
        /* Translators: the size of a fall, and the value before it. */
        more = g_strdup_printf (_("Down %s from %s"), size, before);
    }
  spot = patron_scene_add_point_spot (
    plot->scene, end == 0 ? plot->x.start : plot->x.end,
    patron_scale_at (&plot->y, slope->values[end]), (int) s,
    (int) MIN (slope->points[end], G_MAXINT));
  spot->on_grid = TRUE;
  spot->row = (int) s;
  spot->column = end;
  spot->value_x = self->ends[end];
  spot->value_y = slope->values[end];
  spot->text = patron_plot_describe_point (
    plot, s, (gsize) slope->points[end], slope->values[end], more);
}

static void
add_head (Slopes *self,
          int     end)
{
  PatronPlot *plot = self->plot;
  double at = end == 0 ? plot->x.start : plot->x.end;
  double top = plot->plot.y;
  double line = patron_text_line_height (&plot->strong_font);
  double room = is_single (self) ? plot->area.width
                                 : plot->area.width / 2 - 8 * plot->zoom;
  g_autofree char *clean = patron_text_clean (
    patron_chart_data_get_category (plot->data, self->ends[end]));
  g_autofree char *name = NULL;
  double width, left;

  name = patron_text_ellipsize (plot->measurer, &plot->strong_font, clean,
                                room, &width);
  if (*name != '\0')
    {
      double ascent, descent;

      patron_text_metrics (plot->measurer, &plot->strong_font, &ascent,
                           &descent);
      left = end == 0 && !is_single (self)
               ? MIN (at - width / 2, plot->area.x + room - width)
               : MAX (at - width / 2, plot->area.x + plot->area.width - room);
      left = CLAMP (left, plot->area.x,
                    MAX (plot->area.x, plot->area.x + plot->area.width
                                         - width));
      patron_scene_add_text (plot->scene, PATRON_ROLE_AXIS_LABEL,
                             plot->measurer, &plot->strong_font, name, left,
                             top + (line - ascent - descent) / 2 + ascent,
                             PATRON_ALIGN_LEFT, plot->theme->text);
    }
  patron_scene_add_line (plot->scene, PATRON_ROLE_AXIS, floor (at) + 0.5,
                         top + line + 2 * plot->zoom, floor (at) + 0.5,
                         plot->plot.y + plot->plot.height, plot->theme->grid,
                         1);
}

static void
set_scales (Slopes *self,
            double  left,
            double  right)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->strong_font);
  double top = plot->plot.y + line + 8 * plot->zoom;
  double bottom = plot->plot.y + plot->plot.height - line / 2;
  double start = plot->area.x + left, end = plot->area.x + plot->area.width
                                            - right;

  if (is_single (self))
    start = end = plot->area.x + plot->area.width * 0.4;
  plot->x = (PatronScale) { 0, 1, start, MAX (start, end) };
  plot->y = (PatronScale) { self->min, self->max, MAX (top, bottom),
                            top + line / 2,
                            plot->chart->y.logarithmic && self->min > 0 };
}

static void
lay_out (Slopes *self)
{
  PatronPlot *plot = self->plot;
  gboolean wide = plot->width >= 520 * plot->theme->text_scale
                  && self->n > 1;
  double room = plot->area.width * (wide ? 0.32 : 0.44);
  double left_room = wide ? room : plot->area.width * 0.2;
  double gap = 16 * plot->zoom;
  double left = widest_label (self, 0, left_room, wide);
  double right = widest_label (self, 1, room, self->n > 1);
  double line = patron_text_line_height (&plot->strong_font);
  gboolean heads = plot->plot.height > 5 * line;
  gboolean labels = plot->plot.width > 120 * plot->theme->text_scale
                    && plot->plot.height > 2 * line;

  self->radius = 4.5 * plot->zoom;
  set_scales (self, labels ? left + gap : gap, labels ? right + gap : gap);
  for (int end = 0; end < (is_single (self) ? 1 : 2) && heads; end++)
    add_head (self, end);
  plot->plot.y += heads ? line + 2 * plot->zoom : 0;
  for (int strong = 0; strong < 2; strong++)
    for (guint s = self->n; s > 0; s--)
      if (self->slopes[s - 1].strong == strong)
        draw_slope (self, s - 1);
  if (labels && !is_single (self))
    add_labels (self, 0, left_room, wide);
  if (labels)
    add_labels (self, 1, room, self->n > 1);
  for (guint s = 0; s < self->n; s++)
    for (int end = 0; end < (is_single (self) ? 1 : 2); end++)
      add_spot (self, s, end);
}

/**
 * patron_chart_layout_slope:
 *
 * Lays out how each series went from the first category to the last.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_slope (PatronPlot *plot)
{
  Slopes self = { .plot = plot };

  patron_plot_name_series (plot);
  if (!find_ends (plot->data, self.ends))
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
      return patron_plot_end (plot);
    }
  gather (&self);
  patron_plot_remark_samples (plot);
  patron_plot_remark_series (plot, self.n);
  if (plot->chart->y.logarithmic && self.min > 0)
    patron_plot_add_remark (plot, _("The scale is logarithmic."));
  patron_plot_add_header (plot, FALSE);
  lay_out (&self);
  g_free (self.slopes);
  return patron_plot_end (plot);
}

static gboolean
is_sure (const PatronChart     *self,
         const PatronChartData *data,
         guint                  series,
         const Slope           *slope)
{
  const PatronChartPoints *points = points_of (data, series);
  gsize a, b;

  if (slope->points[0] < 0 || slope->points[1] < 0)
    return FALSE;
  a = (gsize) slope->points[0];
  b = (gsize) slope->points[1];
  if (points->marks != NULL
      && ((points->marks[a] | points->marks[b])
          & (PATRON_POINT_EXCLUDED | PATRON_POINT_FORECAST)) != 0)
    return FALSE;
  if (points->samples != NULL && (points->samples[a] < self->least_samples
                                  || points->samples[b]
                                       < self->least_samples))
    return FALSE;
  if (points->low == NULL || points->high == NULL)
    return TRUE;
  return !(points->low[a] <= points->high[b]
           && points->low[b] <= points->high[a]);
}

static char *
write_change (const PatronFormat *format,
              const char         *name,
              const Slope        *slope)
{
  g_autofree char *from = patron_format_value (format, slope->values[0]);
  g_autofree char *to = patron_format_value (format, slope->values[1]);

  if (g_str_equal (from, to))
    return g_strdup_printf (_("%s stayed at %s"), name, to);
  if (slope->values[1] > slope->values[0])
    return g_strdup_printf (_("%s rose from %s to %s"), name, from, to);
  return g_strdup_printf (_("%s fell from %s to %s"), name, from, to);
}

static char *
write_both (const PatronFormat *format,
            const char         *up,
            const Slope        *rise,
            const char         *down,
            const Slope        *fall)
{
  g_autofree char *a = patron_format_value (format, rise->values[0]);
  g_autofree char *b = patron_format_value (format, rise->values[1]);
  g_autofree char *c = patron_format_value (format, fall->values[0]);
  g_autofree char *d = patron_format_value (format, fall->values[1]);

  /* Translators: what rose, from which value to which; what fell likewise. */
  return g_strdup_printf (
    _("%s rose most, from %s to %s; %s fell most, from %s to %s"), up, a, b,
    down, c, d);
}

/* patron_chart_write_slope:
 *
 * Says what rose and what fell most, of the changes that are larger than
 * their intervals.
 *
 * Returns: (transfer full) (nullable): the finding
 */
char *
patron_chart_write_slope (const PatronChart     *self,
                          const PatronChartData *data)
{
  PatronFormat format = patron_chart_value_format (self, data);
  g_autofree Slope *slopes = g_new0 (Slope, data->series->len + 1);
  guint ends[2] = { 0, 0 };
  guint n_known = 0, n_sure = 0;
  int rise, fall, only;

  if (!find_ends (data, ends) || ends[0] == ends[1])
    return NULL;
  for (guint s = 0; s < data->series->len; s++)
    {
      slopes[s] = read_slope (data, s, ends);
      n_known += isfinite (change_of (&slopes[s]));
      if (is_sure (self, data, s, &slopes[s]))
        n_sure++;
      else
        slopes[s].values[0] = NAN;
    }
  if (n_known == 0)
    return NULL;
  if (n_sure == 0)
    return g_strdup (_("No change is beyond the margins of error"));
  find_largest (slopes, data->series->len, &rise, &fall);
  if (rise >= 0 && fall >= 0)
    return write_both (&format, patron_chart_series_name (self, (guint) rise),
                       &slopes[rise],
                       patron_chart_series_name (self, (guint) fall),
                       &slopes[fall]);
  only = MAX (rise, fall);
  if (only < 0)
    return n_known == 1 ? write_change (&format,
                                        patron_chart_series_name (self, 0),
                                        &slopes[0])
                        : NULL;
  return write_change (&format, patron_chart_series_name (self, (guint) only),
                       &slopes[only]);
}
