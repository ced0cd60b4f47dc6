/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-line-private.h"

/* Pictures narrower than this, at text scale 1, have no room for names beside
 * the lines, nor, under the second, for anything there. */
#define NARROW_FOR_NAMES 420.0
#define NARROW_FOR_VALUES 220.0
#define MOST_NAMES 8

/* A label right of the plot, at the height of what it names. */
typedef struct
{
  int series; /* -1 for the target */
  GArray *lines;
  PatronFont font;
  PatronColour colour;
  double height;
  double anchor; /* the height of what it names */
} EndLabel;

static void
end_label_free (gpointer data)
{
  EndLabel *label = data;

  g_array_unref (label->lines);
  g_free (label);
}

static char *
target_text (const PatronChart *chart,
             double             value)
{
  g_autofree char *number = patron_format_value (&chart->y.format, value);
  g_autofree char *name = patron_text_clean (chart->target_label);

  /* Translators: the name of a target on a chart, and its value. */
  return g_strdup_printf (C_("target label", "%s %s"),
                          *name != '\0' ? name : C_("target label", "Target"),
                          number);
}

static EndLabel *
add_end (PatronLineLabels *self,
         PatronPlot       *plot,
         GArray           *lines,
         const PatronFont *font,
         PatronColour      colour,
         int               series)
{
  EndLabel *label = g_new0 (EndLabel, 1);

  label->series = series;
  label->font = *font;
  label->colour = colour;
  label->lines = lines;
  label->height = lines->len * patron_text_line_height (font);
  self->width = MAX (self->width, patron_text_lines_width (lines));
  g_ptr_array_add (self->ends, label);
  return label;
}

static double
widest_label (const PatronPlot *plot)
{
  return MIN (plot->area.width * 0.28, 170 * plot->zoom);
}

/* Name and value in two lines. Where the name is too long, it is shortened,
 * never the value. */
static GArray *
wrap_name (PatronPlot *plot,
           const char *name,
           const char *value)
{
  const PatronFont *font = &plot->strong_font;
  double room = widest_label (plot);
  g_autofree char *text = NULL;
  g_autofree char *shortened = NULL;
  g_autofree char *both = NULL;
  GArray *lines;

  /* Translators: the name of a line on a chart, and its last value. */
  text = g_strdup_printf (C_("series label", "%s %s"), name, value);
  lines = patron_text_wrap (plot->measurer, font, text, room, 3);
  if (lines->len < 3)
    return lines;
  g_array_unref (lines);
  shortened = patron_text_ellipsize (plot->measurer, font, name, room, NULL);
  both = g_strconcat (shortened, "\n", value, NULL);
  return patron_text_wrap (plot->measurer, font, both, room, 2);
}

static void
add_names (PatronLineLabels      *self,
           PatronPlot            *plot,
           const PatronChartLine *lines,
           guint                  n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *name
        = patron_text_clean (patron_chart_series_name (plot->chart, i));
      g_autofree char *value = NULL;
      GArray *wrapped;

      if (!isfinite (lines[i].last_value))
        continue;
      value = patron_format_value (&plot->value_format, lines[i].last_value);
      if (n_lines == 1 || *name == '\0')
        wrapped = patron_text_wrap (plot->measurer, &plot->strong_font, value,
                                    widest_label (plot), 1);
      else
        wrapped = wrap_name (plot, name, value);
      add_end (self, plot, wrapped, &plot->strong_font, lines[i].text_colour,
               (int) i);
    }
}

static double
total_height (const PatronLineLabels *self)
{
  double total = 0;

  for (guint i = 0; i < self->ends->len; i++)
    total += ((EndLabel *) g_ptr_array_index (self->ends, i))->height;
  return total;
}

static gboolean
wants_names (const PatronPlot *plot,
             guint             n_lines)
{
  switch (plot->chart->legend)
    {
    case PATRON_LEGEND_DIRECT:
      return n_lines <= MOST_NAMES;
    case PATRON_LEGEND_ROW:
    case PATRON_LEGEND_NONE:
      return FALSE;
    case PATRON_LEGEND_AUTO:
    default:
      return n_lines <= MOST_NAMES
             && plot->width >= NARROW_FOR_NAMES * plot->theme->text_scale;
    }
}

/**
 * patron_line_labels_init:
 * @x_max: the last date that is drawn
 *
 * Decides where the lines and the target are named: beside them, which needs
 * no key and no colour vision, or where there is no room, above.
 */
void
patron_line_labels_init (PatronLineLabels      *self,
                         PatronPlot            *plot,
                         const PatronChartLine *lines,
                         guint                  n_lines,
                         double                 x_max)
{
  double target = patron_chart_get_target_at (plot->chart, x_max);
  gboolean wide = plot->width >= NARROW_FOR_VALUES * plot->theme->text_scale;
  gboolean beside = n_lines == 1 ? wide : wants_names (plot, n_lines);

  self->ends = g_ptr_array_new_with_free_func (end_label_free);
  self->target_inside = plot->chart->targets->len > 0;
  if (beside)
    {
      add_names (self, plot, lines, n_lines);
      if (isfinite (target)
          && plot->width >= NARROW_FOR_NAMES * plot->theme->text_scale)
        {
          g_autofree char *text = target_text (plot->chart, target);

          add_end (self, plot,
                   patron_text_wrap (plot->measurer, &plot->label_font, text,
                                     widest_label (plot), 2),
                   &plot->label_font, plot->theme->target, -1);
          self->target_inside = FALSE;
        }
      if (total_height (self) <= plot->area.height * 0.42)
        return;
      g_ptr_array_set_size (self->ends, 0);
      self->width = 0;
      self->target_inside = plot->chart->targets->len > 0;
    }
  self->row_legend = n_lines > 1 && plot->chart->legend != PATRON_LEGEND_NONE;
}

/**
 * patron_line_labels_reserve:
 *
 * Takes the room of the labels beside the lines from the plot.
 */
void
patron_line_labels_reserve (PatronLineLabels *self,
                            PatronPlot       *plot)
{
  if (self->ends->len > 0)
    plot->plot.width -= self->width + 10 * plot->zoom;
}

static int
compare_anchors (gconstpointer a,
                 gconstpointer b)
{
  const EndLabel *p = *(EndLabel *const *) a;
  const EndLabel *q = *(EndLabel *const *) b;

  return (p->anchor > q->anchor) - (p->anchor < q->anchor);
}

/* A hair line leads from the end of a line to a label that had to move. */
static void
add_leader (PatronPlot            *plot,
            const PatronChartLine *line,
            double                 left,
            double                 centre)
{
  double from_x = line->px[line->last] + 7 * plot->zoom;
  double from_y = line->py[line->last];

  if (fabs (centre - from_y) < 7 * plot->zoom
      && left - from_x < 16 * plot->zoom)
    return;
  if (left - 3 * plot->zoom <= from_x)
    return;
  patron_scene_add_line (plot->scene, PATRON_ROLE_SERIES_LABEL, from_x, from_y,
                         left - 3 * plot->zoom, centre,
                         patron_colour_mix (line->colour,
                                            plot->theme->background, 0.4),
                         1)
    ->series = line->series;
}

static void
place_ends (PatronLineLabels      *self,
            PatronPlot            *plot,
            const PatronChartLine *lines,
            double                 target_y)
{
  guint n = self->ends->len;
  g_autofree double *centres = g_new (double, n + 1);
  g_autofree double *heights = g_new (double, n + 1);
  double left = plot->plot.x + plot->plot.width + 10 * plot->zoom;
  double half = patron_text_line_height (&plot->strong_font) / 2;
  gboolean inside = plot->x.from == plot->x.to;

  for (guint i = 0; i < n; i++)
    {
      EndLabel *label = g_ptr_array_index (self->ends, i);

      label->anchor = target_y;
      if (label->series >= 0)
        label->anchor = lines[label->series].py[lines[label->series].last];
    }
  g_ptr_array_sort (self->ends, compare_anchors);
  for (guint i = 0; i < n; i++)
    {
      const EndLabel *label = g_ptr_array_index (self->ends, i);

      /* The first line of a label stands beside what it names. */
      centres[i] = label->anchor + label->height / 2 - half;
      heights[i] = label->height;
    }
  if (!patron_place_spread (centres, heights, n, plot->top,
                            inside ? plot->y.start
                                   : plot->area.y + plot->area.height))
    return;
  for (guint i = 0; i < n; i++)
    {
      EndLabel *label = g_ptr_array_index (self->ends, i);
      double top = centres[i] - heights[i] / 2;
      gboolean alone = label->series >= 0 && inside;
      PatronRole role = label->series < 0 ? PATRON_ROLE_TARGET_LABEL
                                          : PATRON_ROLE_SERIES_LABEL;
      PatronBox box = { left, top, patron_text_lines_width (label->lines),
                        heights[i] };

      /* A single point has its value right beside it. */
      if (alone)
        box.x = plot->x.start / 2 + plot->x.end / 2 + 10 * plot->zoom;
      g_array_append_val (plot->boxes, box);
      patron_scene_add_lines (plot->scene, role, plot->measurer, &label->font,
                              label->lines, box.x, top, PATRON_ALIGN_LEFT,
                              label->colour);
      if (label->series >= 0 && !alone)
        add_leader (plot, &lines[label->series], left, top + half);
    }
}

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
  g_autofree char *full = target_text (plot->chart, value);
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
  item->stroke = plot->theme->background;
  item->line_width = 3 * plot->zoom;
  patron_plot_claim (plot, item);
}

/* Names the last step of the target that can be seen. */
static void
label_target (PatronPlot            *plot,
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

/**
 * patron_line_labels_place:
 *
 * Sets the labels, when the lines have their places.
 */
void
patron_line_labels_place (PatronLineLabels      *self,
                          PatronPlot            *plot,
                          const PatronChartLine *lines,
                          guint                  n_lines)
{
  double target = patron_chart_get_target_at (plot->chart, plot->x.to);

  for (guint i = self->ends->len; i > 0; i--)
    {
      const EndLabel *label = g_ptr_array_index (self->ends, i - 1);

      if (label->series >= 0 && lines[label->series].last < 0)
        g_ptr_array_remove_index (self->ends, i - 1);
    }
  place_ends (self, plot, lines,
              isfinite (target) ? patron_scale_at (&plot->y, target) : 0);
  if (self->target_inside)
    label_target (plot, lines, n_lines);
}

/**
 * patron_line_labels_clear:
 *
 * Frees what patron_line_labels_init() made.
 */
void
patron_line_labels_clear (PatronLineLabels *self)
{
  g_clear_pointer (&self->ends, g_ptr_array_unref);
}
