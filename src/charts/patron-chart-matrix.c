/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* Bubbles on two scales, with quadrants that have names. The area of a bubble
 * stands for its size. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-matrix.h"
#include "patron-plot-axes.h"

/* px of the largest bubble and of those without a size, at zoom 1 */
#define LARGEST_RADIUS 34.0
#define PLAIN_RADIUS 6.5
#define LEAST_RADIUS 2.0
/* The share of the plot that bubbles may cover. */
#define MOST_COVERED 0.14
/* Points beyond this are drawn as one where they lie close. */
#define MOST_BUBBLES 3000

typedef struct
{
  PatronMatrixAxis x;
  PatronMatrixAxis y;
  GArray *bubbles; /* PatronBubble, the largest first */
  double largest;  /* size; 0 where none is known */
  double radius;   /* of the largest */
  gboolean legend; /* whether sizes are explained beside the plot */
} Matrix;

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  const PatronBubble *p = a, *q = b;
  double left = isfinite (p->size) ? p->size : 0;
  double right = isfinite (q->size) ? q->size : 0;

  if (left != right)
    return left > right ? -1 : 1;
  if (p->series != q->series)
    return p->series < q->series ? -1 : 1;
  return p->point < q->point ? -1 : p->point > q->point;
}

static void
gather (Matrix           *self,
        const PatronPlot *plot)
{
  self->bubbles = g_array_new (FALSE, TRUE, sizeof (PatronBubble));
  for (guint i = 0; i < plot->data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (plot->data->series, PatronChartPoints, i);

      for (gsize j = 0; j < points->n; j++)
        {
          PatronBubble bubble = { i, j, NAN, 0, 0, 0, FALSE };

          if (!patron_matrix_has_point (points, j))
            continue;
          if (points->size != NULL && points->size[j] >= 0
              && points->size[j] < 1e290)
            bubble.size = points->size[j];
          if (bubble.size > self->largest)
            self->largest = bubble.size;
          g_array_append_val (self->bubbles, bubble);
        }
    }
  g_array_sort (self->bubbles, compare_sizes);
}

/* Of many points one stands for those close by. */
static void
thin (Matrix     *self,
      PatronPlot *plot)
{
  double cell = sqrt (plot->area.width * plot->area.height / MOST_BUBBLES);
  g_autoptr (GHashTable) seen = NULL;
  guint n = 0;

  if (self->bubbles->len <= MOST_BUBBLES)
    return;
  seen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->bubbles->len; i++)
    {
      PatronBubble bubble = g_array_index (self->bubbles, PatronBubble, i);
      const PatronChartPoints *points = &g_array_index (
        plot->data->series, PatronChartPoints, bubble.series);
      PatronScale x = { self->x.min, self->x.max, 0, plot->area.width };
      PatronScale y = { self->y.min, self->y.max, 0, plot->area.height };
      gsize column = (gsize) (patron_scale_at (&x, points->x[bubble.point])
                              / cell);
      gsize row = (gsize) (patron_scale_at (&y, points->y[bubble.point])
                           / cell);

      if (g_hash_table_add (seen, GSIZE_TO_POINTER (row * 8192 + column + 1)))
        g_array_index (self->bubbles, PatronBubble, n++) = bubble;
    }
  g_array_set_size (self->bubbles, n);
  patron_plot_add_remark (plot, _("Points that lie close are drawn as one."));
}

/* The largest that the room allows, so that bubbles hide each other little. */
static void
choose_radius (Matrix           *self,
               const PatronPlot *plot)
{
  double sum = 0;
  double room = plot->area.width * plot->area.height;

  self->radius = PLAIN_RADIUS * plot->zoom;
  if (self->largest <= 0)
    return;
  for (guint i = 0; i < self->bubbles->len; i++)
    {
      double size = g_array_index (self->bubbles, PatronBubble, i).size;

      sum += isfinite (size) ? size / self->largest : 0;
    }
  self->radius = MIN (LARGEST_RADIUS * plot->zoom,
                      sqrt (MOST_COVERED * room / (G_PI * MAX (sum, 1))));
  self->radius = MIN (self->radius,
                      0.09 * MIN (plot->area.width, plot->area.height));
  self->radius = MAX (self->radius, LEAST_RADIUS);
}

static double
radius_of (const Matrix     *self,
           const PatronPlot *plot,
           double            size)
{
  if (self->largest <= 0)
    return self->radius;
  if (!isfinite (size))
    return MIN (self->radius, 4 * plot->zoom);
  return MAX (self->radius * sqrt (size / self->largest), LEAST_RADIUS);
}

static void
place (Matrix           *self,
       const PatronPlot *plot)
{
  for (guint i = 0; i < self->bubbles->len; i++)
    {
      PatronBubble *bubble = &g_array_index (self->bubbles, PatronBubble, i);
      const PatronChartPoints *points = &g_array_index (
        plot->data->series, PatronChartPoints, bubble->series);

      bubble->x = patron_scale_at (&plot->x, points->x[bubble->point]);
      bubble->y = patron_scale_at (&plot->y, points->y[bubble->point]);
      bubble->radius = radius_of (self, plot, bubble->size);
      bubble->hollow
        = (self->largest > 0 && !isfinite (bubble->size))
          || patron_plot_is_small_sample (plot, points, bubble->point);
    }
}

/* A scale of ratings ends where it ends, even if zero is near. */
static void
trim_ticks (PatronTicks            *ticks,
            const PatronMatrixAxis *axis)
{
  if (!axis->scale || ticks->logarithmic || !(axis->max > axis->min))
    return;
  ticks->min = axis->min;
  ticks->max = axis->max;
  for (guint i = ticks->ticks->len; i > 0; i--)
    {
      double value = g_array_index (ticks->ticks, PatronTick, i - 1).value;

      if (value < axis->min - ticks->step * 1e-6
          || value > axis->max + ticks->step * 1e-6)
        g_array_remove_index (ticks->ticks, i - 1);
    }
}

static void
draw_split (const Matrix *self,
            PatronPlot   *plot)
{
  double x = patron_scale_at (&plot->x, self->x.split);
  double y = patron_scale_at (&plot->y, self->y.split);
  const PatronBox *box = &plot->plot;

  if (x > box->x && x < box->x + box->width)
    patron_scene_add_line (plot->scene, PATRON_ROLE_AXIS,
                           patron_axis_sharp (x), box->y,
                           patron_axis_sharp (x), box->y + box->height,
                           plot->theme->axis, 1.25);
  if (y > box->y && y < box->y + box->height)
    patron_scene_add_line (plot->scene, PATRON_ROLE_AXIS, box->x,
                           patron_axis_sharp (y), box->x + box->width,
                           patron_axis_sharp (y), plot->theme->axis, 1.25);
}

/* The quadrants as they are stored: top left, top right, bottom left, bottom
 * right. */
static PatronBox
box_of_quadrant (const Matrix     *self,
                 const PatronPlot *plot,
                 int               i)
{
  const PatronBox *box = &plot->plot;
  double right = box->x + box->width, bottom = box->y + box->height;
  double x = CLAMP (patron_scale_at (&plot->x, self->x.split), box->x, right);
  double y = CLAMP (patron_scale_at (&plot->y, self->y.split), box->y,
                    bottom);
  double left = i % 2 == 0 ? box->x : x;
  double top = i < 2 ? box->y : y;

  return (PatronBox) { left, top, (i % 2 == 0 ? x : right) - left,
                       (i < 2 ? y : bottom) - top };
}

/* In the outer corner, or in another that is free of bubbles. */
static void
name_quadrant (const Matrix *self,
               PatronPlot   *plot,
               int           i)
{
  PatronBox quadrant = box_of_quadrant (self, plot, i);
  double pad = 6 * plot->zoom, ascent, descent;
  g_autofree char *clean = patron_text_clean (plot->chart->quadrants[i]);
  g_autofree char *text = NULL;
  PatronBox box = { 0 };
  gboolean left = i % 2 == 0, top = i < 2, found = FALSE;
  PatronItem *item;

  patron_text_metrics (plot->measurer, &plot->strong_font, &ascent, &descent);
  text = patron_text_ellipsize (plot->measurer, &plot->strong_font, clean,
                                quadrant.width - 2 * pad, &box.width);
  box.height = ascent + descent;
  if (*text == '\0' || quadrant.height < box.height + 2 * pad)
    return;
  for (int place = 0; place < 6 && !found; place++)
    {
      gboolean at_left = (place & 1) == 0 ? left : !left;
      gboolean at_top = (place & 2) == 0 ? top : !top;

      box.x = at_left ? quadrant.x + pad
                      : quadrant.x + quadrant.width - pad - box.width;
      /* The last two are in the middle of an edge. */
      if (place >= 4)
        {
          box.x = quadrant.x + (quadrant.width - box.width) / 2;
          at_top = place == 4 ? top : !top;
        }
      box.y = at_top ? quadrant.y + pad
                     : quadrant.y + quadrant.height - pad - box.height;
      found = !patron_matrix_meets (self->bubbles, &box, 2);
    }
  if (!found && quadrant.height < 6 * box.height)
    return;
  if (!patron_plot_is_free (plot, &box, 0))
    return;
  item = patron_scene_add_text (plot->scene, PATRON_ROLE_HEADING,
                                plot->measurer, &plot->strong_font, text,
                                box.x, box.y + ascent, PATRON_ALIGN_LEFT,
                                plot->theme->dim);
  patron_plot_add_halo (plot, item);
  patron_plot_claim (plot, item);
}

static void
draw_bubbles (const Matrix *self,
              PatronPlot   *plot)
{
  for (guint i = 0; i < self->bubbles->len; i++)
    {
      const PatronBubble *bubble = &g_array_index (self->bubbles,
                                                   PatronBubble, i);
      int place = patron_plot_series_colour (plot, bubble->series);
      PatronColour colour = patron_theme_series (plot->theme, place);
      PatronItem *item = patron_scene_add_marker (
        plot->scene, PATRON_ROLE_SERIES,
        (PatronMarker) (bubble->series % PATRON_N_SERIES_MARKERS), bubble->x,
        bubble->y, bubble->radius);

      item->series = (int) bubble->series;
      item->point = (int) MIN (bubble->point, G_MAXINT);
      item->fill = colour;
      item->stroke = plot->theme->background;
      item->line_width = MIN (1.5 * plot->zoom, bubble->radius / 3);
      if (bubble->hollow)
        {
          item->fill = plot->theme->background;
          item->stroke = colour;
        }
    }
}

static void
add_line (GString    *text,
          const char *title,
          char       *value)
{
  g_autofree char *clean = patron_text_clean (title);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (*clean != '\0')
    /* Translators: a measure and its value. */
    g_string_append_printf (text, C_("matrix", "%s: %s"), clean, value);
  else
    g_string_append (text, value);
  g_free (value);
}

static char *
describe (const Matrix       *self,
          const PatronPlot   *plot,
          const PatronBubble *bubble)
{
  const PatronChartPoints *points = &g_array_index (
    plot->data->series, PatronChartPoints, bubble->series);
  g_autofree char *name = patron_matrix_name_point (
    plot->chart, plot->data, bubble->series, bubble->point);
  g_autofree char *of = patron_text_clean (
    patron_chart_series_name (plot->chart, bubble->series));
  GString *text = g_string_new (name);
  PatronFormat number;

  patron_format_init (&number, PATRON_FORMAT_NUMBER);
  if (plot->data->series->len > 1 && *of != '\0'
      && !g_str_equal (of, name))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", of);
  add_line (text, plot->chart->x.title,
            patron_format_value (&plot->chart->x.format,
                                 points->x[bubble->point]));
  add_line (text, plot->chart->y.title,
            patron_format_value (&plot->chart->y.format,
                                 points->y[bubble->point]));
  if (isfinite (bubble->size))
    add_line (text, C_("matrix", "Size"),
              patron_format_value (&number, bubble->size));
  return g_string_free (text, FALSE);
}

static int
compare_x (gconstpointer a,
           gconstpointer b,
           gpointer      data)
{
  const PatronBubble *all = data;
  const PatronBubble *p = &all[*(const guint *) a];
  const PatronBubble *q = &all[*(const guint *) b];

  return (p->x > q->x) - (p->x < q->x);
}

static int
compare_y (gconstpointer a,
           gconstpointer b,
           gpointer      data)
{
  const PatronBubble *all = data;
  const PatronBubble *p = &all[*(const guint *) a];
  const PatronBubble *q = &all[*(const guint *) b];

  return (p->y > q->y) - (p->y < q->y);
}

static int *
rank (const GArray     *bubbles,
      GCompareDataFunc  compare)
{
  guint n = bubbles->len;
  g_autofree guint *order = g_new (guint, n + 1);
  int *ranks = g_new (int, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare, bubbles->data);
  for (guint i = 0; i < n; i++)
    ranks[order[i]] = (int) i;
  return ranks;
}

/* The keys lead from one bubble to the next by their order across and up. */
static void
add_spots (const Matrix *self,
           PatronPlot   *plot)
{
  g_autofree int *columns = rank (self->bubbles, compare_x);
  g_autofree int *rows = rank (self->bubbles, compare_y);

  for (guint i = 0; i < self->bubbles->len; i++)
    {
      const PatronBubble *bubble = &g_array_index (self->bubbles,
                                                   PatronBubble, i);
      double reach = MAX (bubble->radius, 7);
      PatronSpot *spot = patron_scene_add_spot (
        plot->scene, PATRON_ROLE_SERIES, bubble->x - reach,
        bubble->y - reach, 2 * reach, 2 * reach);

      spot->series = (int) bubble->series;
      spot->point = (int) MIN (bubble->point, G_MAXINT);
      spot->on_grid = TRUE;
      spot->column = columns[i];
      spot->row = rows[i];
      spot->text = describe (self, plot, bubble);
    }
}

/* A round size near a share of the largest. */
static double
round_size (double size)
{
  double power = pow (10, floor (log10 (size)));

  return floor (size / power) * power;
}

static double
legend_width (const Matrix *self,
              PatronPlot   *plot,
              char        **labels,
              double       *sizes)
{
  PatronFormat number;
  double widest = 0;

  patron_format_init (&number, PATRON_FORMAT_NUMBER);
  sizes[0] = round_size (self->largest);
  sizes[1] = round_size (self->largest / 8);
  for (int i = 0; i < 2; i++)
    {
      labels[i] = patron_format_value (&number, sizes[i]);
      widest = MAX (widest, patron_text_width (plot->measurer,
                                               &plot->note_font, labels[i]));
    }
  return 2 * self->radius + 12 * plot->zoom + widest;
}

/* Circles of two round sizes, the small in the large, at the top right. */
static void
add_size_legend (const Matrix *self,
                 PatronPlot   *plot)
{
  g_auto (GStrv) labels = g_new0 (char *, 3);
  double sizes[2];
  double line = patron_text_line_height (&plot->note_font);
  double width = legend_width (self, plot, labels, sizes);
  double left = plot->area.x + plot->area.width - width;
  double bottom = plot->plot.y + line + 2 * self->radius;
  double ascent, descent;

  patron_text_metrics (plot->measurer, &plot->note_font, &ascent, &descent);
  patron_scene_add_text (plot->scene, PATRON_ROLE_LEGEND, plot->measurer,
                         &plot->note_font, C_("matrix", "Size"), left,
                         plot->plot.y + ascent, PATRON_ALIGN_LEFT,
                         plot->theme->dim);
  for (int i = 0; i < 2; i++)
    {
      double radius = radius_of (self, plot, sizes[i]);
      double top = bottom - 2 * radius;
      double x = left + self->radius;
      double right = left + 2 * self->radius + 6 * plot->zoom;
      PatronItem *item = patron_scene_add_circle (
        plot->scene, PATRON_ROLE_LEGEND, x, bottom - radius, radius);

      item->stroke = plot->theme->axis;
      item->line_width = 1;
      /* The small one is told at its foot, lest the two labels meet. */
      if (i == 1)
        top = MAX (top, bottom - 2 * radius_of (self, plot, sizes[0])
                          + 1.3 * line);
      patron_scene_add_line (plot->scene, PATRON_ROLE_LEGEND, x, top, right,
                             top, plot->theme->axis, 0.75);
      patron_scene_add_text (plot->scene, PATRON_ROLE_LEGEND, plot->measurer,
                             &plot->note_font, labels[i],
                             right + 3 * plot->zoom,
                             top + (ascent - descent) / 2, PATRON_ALIGN_LEFT,
                             plot->theme->dim);
    }
}

static void
reserve_size_legend (Matrix     *self,
                     PatronPlot *plot)
{
  g_auto (GStrv) labels = g_new0 (char *, 3);
  double sizes[2];
  double width;

  if (self->largest <= 0)
    return;
  width = legend_width (self, plot, labels, sizes) + 14 * plot->zoom;
  self->legend = plot->chart->legend != PATRON_LEGEND_NONE
                 && self->radius > 1.1 * plot->note_font.size
                 && width < plot->area.width * 0.22
                 && plot->area.height > 8 * self->radius;
  if (self->legend)
    plot->plot.width -= width;
}

static void
lay_out (Matrix     *self,
         PatronPlot *plot)
{
  gboolean legend = plot->data->series->len > 1
                    && plot->chart->legend != PATRON_LEGEND_NONE;

  gather (self, plot);
  thin (self, plot);
  if (self->largest > 0)
    patron_plot_add_remark (plot, _("The area of a bubble shows its size."));
  patron_plot_remark_samples (plot);
  plot->key = PATRON_KEY_DOT;
  patron_plot_add_header (plot, legend);
  choose_radius (self, plot);
  reserve_size_legend (self, plot);
  plot->marker_room = self->radius + 2;
  plot->room_low = plot->room_high = self->radius + 2;
  patron_plot_set_values (plot, self->y.min, self->y.max);
  trim_ticks (plot->y_ticks, &self->y);
  patron_plot_set_numbers (plot, self->x.min, self->x.max);
  trim_ticks (plot->x_ticks, &self->x);
  patron_plot_set_scales (plot);
  place (self, plot);
  patron_plot_add_bands (plot);
  patron_plot_add_axes (plot);
  draw_split (self, plot);
  draw_bubbles (self, plot);
  /* In a small picture they would hide what they are about. */
  if (plot->plot.height
      > 8 * patron_text_line_height (&plot->strong_font))
    for (int i = 0; i < 4; i++)
      name_quadrant (self, plot, i);
  patron_matrix_add_labels (plot, self->bubbles,
                            patron_scale_at (&plot->x, self->x.split),
                            patron_scale_at (&plot->y, self->y.split));
  if (self->legend)
    add_size_legend (self, plot);
  add_spots (self, plot);
}

/**
 * patron_chart_layout_matrix:
 *
 * Lays out bubbles on two scales.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_matrix (PatronPlot *plot)
{
  Matrix matrix = { 0 };

  patron_plot_name_series (plot);
  if (patron_matrix_find_axis (&plot->chart->x, plot->data, TRUE, &matrix.x)
      && patron_matrix_find_axis (&plot->chart->y, plot->data, FALSE,
                                  &matrix.y))
    lay_out (&matrix, plot);
  else
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
    }
  g_clear_pointer (&matrix.bubbles, g_array_unref);
  return patron_plot_end (plot);
}
