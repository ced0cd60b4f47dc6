/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-chart-line-private.h"

/* Pictures narrower than this, at text scale 1, have no room for names beside
 * the lines, nor, under the second, for anything there. */
#define NARROW_FOR_NAMES 420.0
#define NARROW_FOR_VALUES 220.0
#define MOST_NAMES 8

/* What a label right of the plot names that is no series. */
enum
{
  OF_TARGET = -1,
  OF_LIMIT = -2,
};

/* A label right of the plot, at the height of what it names. */
typedef struct
{
  int series;
  double value; /* of what is no series */
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

/* A forecast is named by what it comes to, and called one. */
static char *
end_value (const PatronPlot      *plot,
           const PatronChartLine *line)
{
  g_autofree char *value = NULL;

  if (!isfinite (line->last_forecast))
    return patron_format_value (&plot->value_format, line->last_value);
  value = patron_format_value (&plot->value_format, line->last_forecast);
  /* Translators: the last value of a forecast. */
  return g_strdup_printf (C_("series label", "%s forecast"), value);
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

      if (!isfinite (lines[i].last_value)
          && !isfinite (lines[i].last_forecast))
        continue;
      value = end_value (plot, &lines[i]);
      if (n_lines == 1 || *name == '\0')
        wrapped = patron_text_wrap (plot->measurer, &plot->strong_font, value,
                                    widest_label (plot), 2);
      else
        wrapped = wrap_name (plot, name, value);
      add_end (self, plot, wrapped, &plot->strong_font, lines[i].text_colour,
               (int) i);
    }
}

static void
add_target (PatronLineLabels *self,
            PatronPlot       *plot,
            double            target)
{
  g_autofree char *text = patron_chart_write_target (plot->chart, target);

  add_end (self, plot,
           patron_text_wrap (plot->measurer, &plot->label_font, text,
                             widest_label (plot), 2),
           &plot->label_font, plot->theme->target, OF_TARGET)
    ->value = target;
  self->target_inside = FALSE;
}

/* What is computed needs a digit more than what is counted. */
static PatronFormat
limit_format (const PatronPlot *plot)
{
  PatronFormat format = plot->value_format;

  if (plot->chart->y.format.decimals < 0 && format.decimals >= 0
      && format.decimals < 4)
    format.decimals++;
  return format;
}

static void
add_limit (PatronLineLabels *self,
           PatronPlot       *plot,
           char             *text,
           double            value)
{
  if (isfinite (value))
    add_end (self, plot,
             patron_text_wrap (plot->measurer, &plot->note_font, text,
                               widest_label (plot), 1),
             &plot->note_font, plot->theme->dim, OF_LIMIT)
      ->value = value;
  g_free (text);
}

/* The limits that hold at the right edge. */
static void
add_limits (PatronLineLabels *self,
            PatronPlot       *plot,
            double            x_max)
{
  const PatronChartLimits *limits = patron_line_limits_at (plot->chart,
                                                           x_max);
  PatronFormat format = limit_format (plot);
  g_autofree char *upper = NULL;
  g_autofree char *centre = NULL;
  g_autofree char *lower = NULL;

  if (limits == NULL)
    return;
  upper = patron_format_value (&format, limits->upper);
  centre = patron_format_value (&format, limits->centre);
  lower = patron_format_value (&format, limits->lower);
  add_limit (self, plot,
             /* Translators: a process limit on a chart, and its value. */
             g_strdup_printf (C_("limit label", "Upper limit %s"), upper),
             limits->upper);
  add_limit (self, plot,
             /* Translators: the mean between process limits, and its value. */
             g_strdup_printf (C_("limit label", "Mean %s"), centre),
             limits->centre);
  add_limit (self, plot,
             /* Translators: a process limit on a chart, and its value. */
             g_strdup_printf (C_("limit label", "Lower limit %s"), lower),
             limits->lower);
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

static void
drop_ends (PatronLineLabels *self,
           PatronPlot       *plot,
           guint             n)
{
  g_ptr_array_set_size (self->ends, (int) n);
  self->width = 0;
  for (guint i = 0; i < n; i++)
    {
      const EndLabel *label = g_ptr_array_index (self->ends, i);

      self->width = MAX (self->width, patron_text_lines_width (label->lines));
    }
  if (n == 0)
    self->target_inside = plot->chart->targets->len > 0;
}

/**
 * patron_line_labels_init:
 * @x_max: the last date that is drawn
 *
 * Decides where the lines, the target and the limits are named: beside them,
 * which needs no key and no colour vision, or where there is no room, above.
 */
void
patron_line_labels_init (PatronLineLabels      *self,
                         PatronPlot            *plot,
                         const PatronChartLine *lines,
                         guint                  n_lines,
                         double                 x_max)
{
  double target = patron_chart_get_target_at (plot->chart, x_max);
  double scale = plot->theme->text_scale;
  gboolean wide = plot->width >= NARROW_FOR_VALUES * scale;
  gboolean beside = n_lines == 1 ? wide : wants_names (plot, n_lines);
  double room = plot->area.height * 0.42;
  guint n;

  self->ends = g_ptr_array_new_with_free_func (end_label_free);
  self->target_inside = plot->chart->targets->len > 0;
  if (beside)
    {
      add_names (self, plot, lines, n_lines);
      if (isfinite (target) && plot->width >= NARROW_FOR_NAMES * scale)
        add_target (self, plot, target);
      if (total_height (self) > room)
        drop_ends (self, plot, 0);
    }
  self->row_legend = n_lines > 1 && self->ends->len == 0
                     && plot->chart->legend != PATRON_LEGEND_NONE;
  n = self->ends->len;
  if (plot->width >= NARROW_FOR_NAMES * scale)
    add_limits (self, plot, x_max);
  if (total_height (self) > room)
    drop_ends (self, plot, n);
  if (n == self->ends->len && plot->chart->limits->len > 0
      && plot->chart->legend != PATRON_LEGEND_NONE)
    plot->explain |= PATRON_EXPLAIN_LIMITS;
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

static double
anchor_of (const PatronPlot      *plot,
           const PatronChartLine *lines,
           const EndLabel        *label)
{
  if (label->series < 0)
    return patron_scale_at (&plot->y, label->value);
  return lines[label->series].py[lines[label->series].last];
}

static PatronRole
role_of (const EndLabel *label)
{
  switch (label->series)
    {
    case OF_TARGET:
      return PATRON_ROLE_TARGET_LABEL;
    case OF_LIMIT:
      return PATRON_ROLE_LIMIT_LABEL;
    default:
      return PATRON_ROLE_SERIES_LABEL;
    }
}

static void
add_end_text (PatronPlot            *plot,
              const PatronChartLine *lines,
              const EndLabel        *label,
              double                 top)
{
  double left = plot->plot.x + plot->plot.width + 10 * plot->zoom;
  double half = patron_text_line_height (&label->font) / 2;
  gboolean alone = label->series >= 0 && plot->x.from == plot->x.to;
  PatronBox box = { left, top, patron_text_lines_width (label->lines),
                    label->height };

  /* A single point has its value right beside it, on whatever is there. */
  if (alone)
    box.x = plot->x.start / 2 + plot->x.end / 2 + 10 * plot->zoom;
  g_array_append_val (plot->boxes, box);
  patron_scene_add_lines (plot->scene, role_of (label), plot->measurer,
                          &label->font, label->lines, box.x, top,
                          PATRON_ALIGN_LEFT,
                          alone ? plot->theme->text : label->colour);
  if (label->series >= 0 && !alone)
    add_leader (plot, &lines[label->series], left, top + half);
}

static gboolean
are_free (const PatronPlot       *plot,
          const PatronLineLabels *self,
          const double           *centres)
{
  double left = plot->plot.x + plot->plot.width + 10 * plot->zoom;

  for (guint i = 0; i < self->ends->len; i++)
    {
      const EndLabel *label = g_ptr_array_index (self->ends, i);
      PatronBox box = { left, centres[i] - label->height / 2,
                        patron_text_lines_width (label->lines),
                        label->height };

      if (!patron_plot_is_free (plot, &box, 0))
        return FALSE;
    }
  return TRUE;
}

/* Beside the plot there is room down to the edge of the picture, where no
 * label of the axis reaches out. */
static gboolean
spread_ends (const PatronPlot       *plot,
             const PatronLineLabels *self,
             double                 *centres,
             const double           *heights)
{
  guint n = self->ends->len;
  gboolean inside = plot->x.from == plot->x.to;
  g_autofree double *wishes = g_memdup2 (centres, (n + 1) * sizeof *centres);

  if (!inside
      && patron_place_spread (centres, heights, n, plot->top,
                              plot->area.y + plot->area.height)
      && are_free (plot, self, centres))
    return TRUE;
  memcpy (centres, wishes, n * sizeof *centres);
  return patron_place_spread (centres, heights, n,
                              inside ? plot->plot.y : plot->top,
                              plot->plot.y + plot->plot.height);
}

static void
place_ends (PatronLineLabels      *self,
            PatronPlot            *plot,
            const PatronChartLine *lines)
{
  guint n = self->ends->len;
  g_autofree double *centres = g_new0 (double, n + 1);
  g_autofree double *heights = g_new0 (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      EndLabel *label = g_ptr_array_index (self->ends, i);

      label->anchor = anchor_of (plot, lines, label);
    }
  g_ptr_array_sort (self->ends, compare_anchors);
  for (guint i = 0; i < n; i++)
    {
      const EndLabel *label = g_ptr_array_index (self->ends, i);

      /* The first line of a label stands beside what it names. */
      centres[i] = label->anchor + label->height / 2
                   - patron_text_line_height (&label->font) / 2;
      heights[i] = label->height;
    }
  if (!spread_ends (plot, self, centres, heights))
    return;
  for (guint i = 0; i < n; i++)
    add_end_text (plot, lines, g_ptr_array_index (self->ends, i),
                  centres[i] - heights[i] / 2);
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
  for (guint i = self->ends->len; i > 0; i--)
    {
      const EndLabel *label = g_ptr_array_index (self->ends, i - 1);

      if (label->series >= 0 && lines[label->series].last < 0)
        g_ptr_array_remove_index (self->ends, i - 1);
    }
  place_ends (self, plot, lines);
  if (self->target_inside)
    patron_line_label_target (plot, lines, n_lines);
  patron_line_label_values (plot, lines, n_lines);
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
