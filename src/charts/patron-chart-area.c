/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* Lines that are filled down to zero, one over the other or on top of one
 * another. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "patron-chart-line-private.h"
#include "patron-date.h"
#include "patron-reduce.h"

/* patron_area_fill:
 *
 * Fills the room between a line and zero, gaps left out.
 */
void
patron_area_fill (PatronChartLine *line,
                  PatronPlot      *plot)
{
  double zero = CLAMP (patron_scale_at (&plot->y, 0), plot->plot.y,
                       plot->plot.y + plot->plot.height);
  PatronItem *item = patron_scene_add_path (plot->scene, PATRON_ROLE_SERIES);
  gssize from = -1, before = -1;

  item->series = line->series;
  item->fill = patron_colour_fade (line->colour,
                                   plot->data->series->len > 1 ? 0.14 : 0.2);
  for (gsize i = 0; i <= line->n; i++)
    {
      gboolean over = i == line->n || !isfinite (line->py[i])
                      || (line->columns != NULL && i > 0
                          && i < line->columns->len
                          && g_array_index (line->columns, PatronColumn,
                                            i).broken);

      if (i < line->n && (patron_line_mark (line, i) & PATRON_POINT_EXCLUDED))
        continue;
      if (over && from >= 0)
        {
          patron_item_line_to (item, line->px[before], zero);
          patron_item_close (item);
          from = -1;
        }
      if (i == line->n || !isfinite (line->py[i]))
        continue;
      if (from < 0)
        {
          from = (gssize) i;
          patron_item_move_to (item, line->px[i], zero);
        }
      patron_item_line_to (item, line->px[i], line->py[i]);
      before = (gssize) i;
    }
}

/* Several series on common dates.
 * @x: (array length=n): the dates
 * @y: (array length=n_series * n): values; NaN is a gap
 * @total: (array length=n): their sum; NaN where one is missing */
typedef struct
{
  guint n_series;
  gsize n;
  double *x;
  double *y;
  double *total;
} Stack;

static void
stack_clear (Stack *stack)
{
  g_free (stack->x);
  g_free (stack->y);
  g_free (stack->total);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double p = *(const double *) a, q = *(const double *) b;

  return (p > q) - (p < q);
}

static void
list_dates (Stack                 *stack,
            const PatronChartData *data)
{
  gsize n = 0;

  for (guint i = 0; i < data->series->len; i++)
    n += g_array_index (data->series, PatronChartPoints, i).n;
  stack->x = g_new (double, n + 1);
  n = 0;
  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (data->series, PatronChartPoints, i);

      for (gsize j = 0; j < points->n; j++)
        if (points->x[j] >= PATRON_DATE_MIN && points->x[j] <= PATRON_DATE_MAX)
          stack->x[n++] = points->x[j];
    }
  qsort (stack->x, n, sizeof (double), compare_doubles);
  for (gsize i = 0; i < n; i++)
    if (i == 0 || stack->x[i] != stack->x[i - 1])
      stack->x[stack->n++] = stack->x[i];
}

static double
count_of (const PatronChartPoints *points,
          gsize                    i)
{
  if (points->marks != NULL && (points->marks[i] & PATRON_POINT_EXCLUDED))
    return NAN;
  return points->y[i];
}

/* Before its first value and after its last a series is not there; between
 * two values it is where its line would be; what is missing stays so. */
static void
spread_series (Stack                   *stack,
               const PatronChartPoints *points,
               double                  *y)
{
  gsize next = 0;

  for (gsize i = 0; i < stack->n; i++)
    {
      double before, after, share;

      while (next < points->n && points->x[next] < stack->x[i])
        next++;
      if (next == points->n || (next == 0 && points->x[0] > stack->x[i]))
        {
          y[i] = 0;
          continue;
        }
      after = count_of (points, next);
      if (points->x[next] == stack->x[i])
        {
          y[i] = after;
          continue;
        }
      before = count_of (points, next - 1);
      share = (stack->x[i] - points->x[next - 1])
              / (points->x[next] - points->x[next - 1]);
      y[i] = before * (1 - share) + after * share;
    }
}

static void
stack_init (Stack                 *stack,
            const PatronChartData *data)
{
  *stack = (Stack) { .n_series = data->series->len };
  list_dates (stack, data);
  stack->y = g_new (double, stack->n * stack->n_series + 1);
  stack->total = g_new0 (double, stack->n + 1);
  for (guint i = 0; i < stack->n_series; i++)
    {
      double *y = stack->y + i * stack->n;

      spread_series (stack, &g_array_index (data->series, PatronChartPoints,
                                            i), y);
      for (gsize j = 0; j < stack->n; j++)
        stack->total[j] += y[j];
    }
}

/* More dates than pixels: the mean of those that share one. */
static void
stack_thin (Stack *stack,
            gsize  most)
{
  double first = stack->x[0], step = (stack->x[stack->n - 1] - first) / most;
  gsize n = 0;

  if (stack->n <= 2 * most || !(step > 0))
    return;
  for (gsize i = 0; i < stack->n; n++)
    {
      gsize bin = (gsize) ((stack->x[i] - first) / step), end = i;

      while (end < stack->n
             && (gsize) ((stack->x[end] - first) / step) == bin)
        end++;
      for (guint s = 0; s < stack->n_series; s++)
        {
          const double *y = stack->y + s * stack->n;
          double sum = 0;

          for (gsize j = i; j < end; j++)
            sum += y[j] / (double) (end - i);
          /* Behind what is still to be read. */
          stack->y[s * stack->n + n] = sum;
        }
      stack->x[n] = stack->x[i];
      i = end;
    }
  for (guint s = 1; s < stack->n_series; s++)
    memmove (stack->y + s * n, stack->y + s * stack->n, n * sizeof (double));
  stack->n = n;
  for (gsize i = 0; i < n; i++)
    {
      stack->total[i] = 0;
      for (guint s = 0; s < stack->n_series; s++)
        stack->total[i] += stack->y[s * n + i];
    }
}

/* Layers below zero cannot be stacked on those above. */
static gboolean
can_stack (const PatronChartData *data)
{
  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (data->series, PatronChartPoints, i);

      for (gsize j = 0; j < points->n; j++)
        if (points->y[j] < 0 || points->y[j] > 1e300)
          return FALSE;
    }
  return data->series->len > 1;
}

static void
make_shares (Stack *stack)
{
  for (gsize i = 0; i < stack->n; i++)
    {
      for (guint s = 0; s < stack->n_series; s++)
        stack->y[s * stack->n + i] = stack->total[i] > 0
                                       ? stack->y[s * stack->n + i]
                                           / stack->total[i]
                                       : NAN;
      stack->total[i] = stack->total[i] > 0 ? 1 : NAN;
    }
}

/* A layer from @low to @high, both of px. */
static void
draw_layer (const Stack           *stack,
            PatronPlot            *plot,
            const PatronChartLine *line,
            const double          *low,
            const double          *high)
{
  PatronItem *item = patron_scene_add_path (plot->scene, PATRON_ROLE_SERIES);

  item->series = line->series;
  item->fill = line->colour;
  item->stroke = plot->theme->background;
  item->line_width = 1 * plot->zoom;
  for (gsize i = 0; i < stack->n;)
    {
      gsize end = i;

      while (end < stack->n && isfinite (stack->total[end]))
        end++;
      for (gsize j = i; j < end; j++)
        (j == i ? patron_item_move_to : patron_item_line_to) (
          item, patron_scale_at (&plot->x, stack->x[j]), high[j]);
      for (gsize j = end; j > i; j--)
        patron_item_line_to (item, patron_scale_at (&plot->x, stack->x[j - 1]),
                             low[j - 1]);
      if (end > i)
        patron_item_close (item);
      i = end + 1;
    }
}

static void
add_layer_spots (const Stack  *stack,
                 PatronPlot   *plot,
                 guint         series,
                 const double *high)
{
  const double *y = stack->y + series * stack->n;
  double before = NAN;

  for (gsize i = 0; i < stack->n; i++)
    {
      PatronSpot *spot;

      if (!isfinite (stack->total[i]))
        continue;
      spot = patron_scene_add_point_spot (
        plot->scene, patron_scale_at (&plot->x, stack->x[i]), high[i],
        (int) series, (int) MIN (i, G_MAXINT));
      spot->value_x = stack->x[i];
      spot->value_y = y[i];
      spot->change = y[i] - before;
      before = y[i];
    }
}

/* What the labels beside the plot lean on: the middle of each layer. */
static void
place_layer (const Stack     *stack,
             PatronPlot      *plot,
             PatronChartLine *line,
             const double    *low,
             const double    *high)
{
  line->px = g_new (double, stack->n + 1);
  line->py = g_new (double, stack->n + 1);
  line->source = g_new0 (gsize, stack->n + 1);
  line->n = stack->n;
  for (gsize i = 0; i < stack->n; i++)
    {
      line->px[i] = patron_scale_at (&plot->x, stack->x[i]);
      line->py[i] = isfinite (stack->total[i]) ? (low[i] + high[i]) / 2 : NAN;
      if (isfinite (line->py[i]))
        line->last = line->last_measured = (gssize) i;
    }
}

static void
draw_stack (const Stack     *stack,
            PatronPlot      *plot,
            PatronChartLine *lines)
{
  g_autofree double *sum = g_new0 (double, stack->n + 1);
  g_autofree double *low = g_new (double, stack->n + 1);
  g_autofree double *high = g_new (double, stack->n + 1);

  for (gsize i = 0; i < stack->n; i++)
    low[i] = patron_scale_at (&plot->y, 0);
  for (guint s = 0; s < stack->n_series; s++)
    {
      for (gsize i = 0; i < stack->n; i++)
        {
          sum[i] += stack->y[s * stack->n + i];
          high[i] = patron_scale_at (&plot->y, sum[i]);
        }
      draw_layer (stack, plot, &lines[s], low, high);
      place_layer (stack, plot, &lines[s], low, high);
      add_layer_spots (stack, plot, s, high);
      memcpy (low, high, stack->n * sizeof (double));
    }
}

static double
largest_total (const Stack *stack)
{
  double largest = 0;

  for (gsize i = 0; i < stack->n; i++)
    if (isfinite (stack->total[i]))
      largest = MAX (largest, stack->total[i]);
  return largest;
}

static double
largest_target (const PatronChart *chart)
{
  double largest = 0;

  for (guint i = 0; i < chart->targets->len; i++)
    {
      double value = g_array_index (chart->targets, PatronChartTarget,
                                    i).value;

      if (isfinite (value))
        largest = MAX (largest, value);
    }
  return largest;
}

static void
lay_out_stack (PatronPlot *plot,
               Stack      *stack)
{
  guint n = stack->n_series;
  g_autofree PatronChartLine *lines = g_new0 (PatronChartLine, n + 1);
  PatronLineLabels labels = { 0 };
  double largest = largest_total (stack);

  for (guint i = 0; i < n; i++)
    {
      patron_line_init (&lines[i], plot, i);
      lines[i].last_value = NAN;
      for (gsize j = 0; j < stack->n; j++)
        if (isfinite (stack->total[j]))
          lines[i].last_value = stack->y[i * stack->n + j];
    }
  patron_line_labels_init (&labels, plot, lines, n, stack->x[stack->n - 1]);
  patron_plot_add_header (plot, labels.row_legend);
  patron_line_labels_reserve (&labels, plot);
  plot->marker_room = 0;
  patron_plot_set_values (plot, 0, MAX (largest,
                                        largest_target (plot->chart)));
  patron_plot_set_dates (plot, stack->x[0], stack->x[stack->n - 1],
                         stack->n > 1 ? (stack->x[stack->n - 1] - stack->x[0])
                                          / (double) (stack->n - 1)
                                      : 0);
  patron_plot_set_annotations (plot);
  patron_plot_set_scales (plot);
  patron_plot_add_bands (plot);
  patron_plot_add_axes (plot);
  draw_stack (stack, plot, lines);
  patron_plot_add_annotations (plot);
  patron_line_draw_target (plot);
  patron_line_labels_place (&labels, plot, lines, n);
  patron_line_labels_clear (&labels);
  for (guint i = 0; i < n; i++)
    patron_line_clear (&lines[i]);
}

/**
 * patron_chart_layout_area:
 *
 * Lays out values over dates as areas that begin at zero: one over the other,
 * stacked, or as parts of 100 %. What has values below zero is not stacked.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_area (PatronPlot *plot)
{
  const PatronChart *spec = plot->chart;
  PatronChart chart = *spec;
  Stack stack;

  chart.y.zero = PATRON_ZERO_SHOWN;
  chart.y.logarithmic = FALSE;
  plot->chart = &chart;
  if (spec->stack == PATRON_STACK_NONE || !can_stack (plot->data))
    return patron_chart_layout_line (plot);
  stack_init (&stack, plot->data);
  if (stack.n > 0)
    stack_thin (&stack, (gsize) ceil (plot->width));
  if (spec->stack == PATRON_STACK_PERCENT)
    {
      patron_format_init (&chart.y.format, PATRON_FORMAT_PERCENT);
      chart.y.min = 0;
      chart.y.max = 1;
      patron_format_init (&plot->value_format, PATRON_FORMAT_PERCENT);
      plot->value_format.decimals = 0;
      make_shares (&stack);
    }
  patron_plot_name_series (plot);
  if (largest_total (&stack) > 0 || stack.n > 1)
    lay_out_stack (plot, &stack);
  else
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
    }
  stack_clear (&stack);
  plot->chart = spec;
  return patron_plot_end (plot);
}
