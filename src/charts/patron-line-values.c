/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* Labels that stand among the lines: the target, and the values of points. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-line-private.h"

/* Of some places over and under the target, takes the one that hides least
 * of the lines. */
static gboolean
find_place_inside (PatronPlot            *plot,
                   const PatronChartLine *lines,
                   guint                  n_lines,
                   const PatronBox       *step,
                   PatronBox             *best)
{
  double pad = 3 * plot->zoom;
  double slack = step->width - best->width - 2 * pad;
  guint least = G_MAXUINT;
  PatronBox box = *best;

  for (int i = 0; i < 10; i++)
    {
      guint hidden = 0;

      box.x = step->x + pad + MAX (0, slack) * (i / 2) / 4;
      box.x = MIN (box.x, plot->plot.x + plot->plot.width - pad - box.width);
      box.y = i % 2 == 0 ? step->y - pad - box.height : step->y + pad;
      if (box.y < plot->area.y
          || box.y + box.height > plot->plot.y + plot->plot.height
          || !patron_plot_is_free (plot, &box, 1))
        continue;
      for (guint j = 0; j < n_lines; j++)
        hidden += patron_place_count_on_line (&box, lines[j].px, lines[j].py,
                                              lines[j].n);
      if (hidden >= least)
        continue;
      least = hidden;
      *best = box;
    }
  return least != G_MAXUINT;
}

static void
place_target_inside (PatronPlot            *plot,
                     const PatronChartLine *lines,
                     guint                  n_lines,
                     double                 value,
                     double                 from,
                     double                 until)
{
  const PatronFont *font = &plot->label_font;
  g_autofree char *full = patron_chart_write_target (plot->chart, value);
  g_autofree char *text = NULL;
  double left = patron_scale_at (&plot->x, MAX (from, plot->x.from));
  double right = patron_scale_at (&plot->x, MIN (until, plot->x.to));
  PatronBox step = { left, patron_scale_at (&plot->y, value), right - left,
                     0 };
  PatronBox box = { 0 };
  double ascent, descent;
  PatronItem *item;

  patron_text_metrics (plot->measurer, font, &ascent, &descent);
  text = patron_text_ellipsize (plot->measurer, font, full,
                                plot->plot.width - 6 * plot->zoom,
                                &box.width);
  box.height = ascent + descent;
  if (*text == '\0'
      || !find_place_inside (plot, lines, n_lines, &step, &box))
    return;
  item = patron_scene_add_text (plot->scene, PATRON_ROLE_TARGET_LABEL,
                                plot->measurer, font, text, box.x,
                                box.y + ascent, PATRON_ALIGN_LEFT,
                                plot->theme->target);
  patron_plot_add_halo (plot, item);
  patron_plot_claim (plot, item);
}

/* patron_line_label_target:
 *
 * Names the last step of the target that can be seen, in the plot.
 */
void
patron_line_label_target (PatronPlot            *plot,
                          const PatronChartLine *lines,
                          guint                  n_lines)
{
  const GArray *targets = plot->chart->targets;
  double until = INFINITY;

  for (guint i = targets->len; i > 0; i--)
    {
      const PatronChartTarget *target
        = &g_array_index (targets, PatronChartTarget, i - 1);

      if (isfinite (target->value) && target->from <= plot->x.to
          && until >= plot->x.from)
        {
          place_target_inside (plot, lines, n_lines, target->value,
                               target->from, until);
          return;
        }
      until = target->from;
    }
}

/* Over the point, under it, and beside it. */
static void
list_places (const PatronPlot *plot,
             double            x,
             double            y,
             double            width,
             double            height,
             PatronBox        *places)
{
  double away = 7 * plot->zoom;

  for (int i = 0; i < 4; i++)
    places[i] = (PatronBox) { x - width / 2, y - height / 2, width, height };
  places[0].y = y - away - height;
  places[1].y = y + away;
  places[2].x = x + away;
  places[3].x = x - away - width;
}

static gboolean
is_in_plot (const PatronPlot *plot,
            const PatronBox  *box)
{
  return box->x >= plot->plot.x
         && box->x + box->width <= plot->plot.x + plot->plot.width + 1
         && box->y >= plot->plot.y - 2
         && box->y + box->height <= plot->plot.y + plot->plot.height;
}

static guint
count_hidden (const PatronChartLine *lines,
              guint                  n_lines,
              const PatronBox       *box)
{
  guint hidden = 0;

  for (guint i = 0; i < n_lines; i++)
    hidden += patron_place_count_on_line (box, lines[i].px, lines[i].py,
                                          lines[i].n);
  return hidden;
}

/* Writes the value of a point where it hides nothing. */
static void
label_point (PatronPlot            *plot,
             const PatronChartLine *lines,
             guint                  n_lines,
             const PatronChartLine *line,
             gsize                  i)
{
  const PatronFont *font = &plot->label_font;
  g_autofree char *text = patron_format_value (
    &plot->value_format, line->points->y[line->source[i]]);
  double width = patron_text_width (plot->measurer, font, text);
  double ascent, descent;
  PatronBox places[4];

  patron_text_metrics (plot->measurer, font, &ascent, &descent);
  list_places (plot, line->px[i], line->py[i], width, ascent + descent,
               places);
  for (int j = 0; j < 4; j++)
    {
      PatronItem *item;

      if (!is_in_plot (plot, &places[j])
          || !patron_plot_is_free (plot, &places[j], 3 * plot->zoom)
          || count_hidden (lines, n_lines, &places[j]) > 0)
        continue;
      item = patron_scene_add_text (plot->scene, PATRON_ROLE_VALUE_LABEL,
                                    plot->measurer, font, text, places[j].x,
                                    places[j].y + ascent, PATRON_ALIGN_LEFT,
                                    line->text_colour);
      item->series = line->series;
      patron_plot_add_halo (plot, item);
      patron_plot_claim (plot, item);
      return;
    }
}

static void
label_line (PatronPlot            *plot,
            const PatronChartLine *lines,
            guint                  n_lines,
            const PatronChartLine *line)
{
  double room = (plot->x.end - plot->x.start) / (double) MAX (1, line->n);
  gboolean all = plot->chart->value_labels == PATRON_LABELS_SHOWN
                 && line->columns == NULL && room >= 18 * plot->zoom;

  /* Before a forecast, the last value is not named at the edge. */
  if (line->last_measured >= 0 && line->last != line->last_measured
      && plot->chart->value_labels != PATRON_LABELS_HIDDEN)
    label_point (plot, lines, n_lines, line, (gsize) line->last_measured);
  for (gsize i = 0; all && i < line->n; i++)
    if (isfinite (line->py[i]) && (gssize) i != line->last
        && (gssize) i != line->last_measured)
      label_point (plot, lines, n_lines, line, i);
}

/* patron_line_label_values:
 *
 * Writes values beside their points, where the chart asks for it and there is
 * room.
 */
void
patron_line_label_values (PatronPlot            *plot,
                          const PatronChartLine *lines,
                          guint                  n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    label_line (plot, lines, n_lines, &lines[i]);
}
