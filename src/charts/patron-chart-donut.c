/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* Two to five parts of a whole. More are not told apart in a ring, and one is
 * a number, so the picture says what to use in its place. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-cells.h"
#include "patron-plot-keys.h"
#include "patron-shares.h"

#define MOST_PARTS 5
/* Parts of a percentage whose sum is as near to it as this are the whole. */
#define NEAR_WHOLE 0.005
/* px at zoom 1 */
#define LEADER 26.0
#define WIDEST_LABEL 190.0

typedef struct
{
  guint column;
  double value;
  double share;
  double start;
  double middle; /* radians clockwise from three o'clock */
  double end;
  PatronColour colour;
  char *figures; /* the share, and where it says more, the value */
  GArray *name;  /* (element-type PatronLine) */
  double width;
  double height;
} Part;

typedef struct
{
  PatronPlot *plot;
  PatronCells *cells;
  Part parts[MOST_PARTS];
  guint n;
  guint n_missing;
  double total;
  double x, y; /* the centre */
  double radius;
} Donut;

static gboolean
is_percent (const PatronPlot *plot)
{
  return plot->chart->y.format.kind == PATRON_FORMAT_PERCENT;
}

/* Why there can be no ring, in words; %NULL where there can. */
static char *
find_reason (const PatronPlot  *plot,
             const PatronCells *cells)
{
  double min, max, sum = 0;
  guint n = patron_cells_find_extremes (cells, &min, &max);

  for (guint i = 0; i < cells->n_columns; i++)
    if (!isnan (patron_cells_get (cells, 0, i)))
      sum += patron_cells_get (cells, 0, i);
  if (min < 0)
    return g_strdup (_("Parts of a whole cannot be less than zero. Bars show"
                       " these values."));
  if (n > MOST_PARTS)
    return g_strdup_printf (ngettext (
      "A ring shows two to five parts, and this is %u. Bars show it better.",
      "A ring shows two to five parts, and these are %u. Bars show them"
      " better.", n), n);
  if (max == 0)
    return g_strdup (_("All parts are zero, so there is nothing to share"
                       " out."));
  if (is_percent (plot) && fabs (sum - 1) > NEAR_WHOLE && n > 1)
    {
      g_autofree char *total = patron_format_value (&plot->value_format, sum);

      return g_strdup_printf (_("The parts add up to %s, not to the whole."
                                " Bars show these values."), total);
    }
  if (n == 1)
    return g_strdup (_("There is only one part, so it is the whole. The"
                       " number says so by itself."));
  return NULL;
}

static void
write_figures (Donut *self,
               int    decimals)
{
  PatronFormat shares;

  patron_format_init (&shares, PATRON_FORMAT_PERCENT);
  shares.decimals = decimals;
  for (guint i = 0; i < self->n; i++)
    {
      Part *part = &self->parts[i];
      g_autofree char *share = patron_format_value (&shares, part->share);
      g_autofree char *value
        = patron_format_value (&self->plot->value_format, part->value);

      /* A part that is there is not shown as nothing. */
      if (part->value > 0 && part->share == 0)
        {
          g_autofree char *least = patron_format_value (&shares,
                                                        pow (10, -decimals)
                                                          / 100);

          g_free (share);
          /* Translators: a share that is less than the least that is
           * written. */
          share = g_strdup_printf (C_("share", "<%s"), least);
        }
      part->figures
        = is_percent (self->plot)
            ? g_steal_pointer (&share)
            /* Translators: the share of a part, and its value. */
            : g_strdup_printf (C_("share", "%s · %s"), share, value);
    }
}

static void
donut_init (Donut      *self,
            PatronPlot *plot)
{
  double values[MOST_PARTS], shares[MOST_PARTS];
  double turn = -G_PI / 2;
  double largest = 0, sum = 0;
  int decimals;

  self->plot = plot;
  for (guint i = 0; i < self->cells->n_columns && self->n < MOST_PARTS; i++)
    {
      double value = patron_cells_get (self->cells, 0, i);
      Part *part = &self->parts[self->n];

      if (isnan (value))
        continue;
      part->column = i;
      part->value = values[self->n++] = value;
      part->colour = patron_theme_series (plot->theme, (int) self->n - 1);
      largest = MAX (largest, value);
      self->total += value;
    }
  for (guint i = 0; i < self->n; i++)
    sum += values[i] / largest;
  if (!patron_shares_round (values, self->n, shares, &decimals))
    patron_plot_add_remark (plot, _("Shares are rounded, so they do not add"
                                    " up to 100 %."));
  for (guint i = 0; i < self->n; i++)
    {
      Part *part = &self->parts[i];

      part->share = shares[i];
      part->start = turn;
      turn += 2 * G_PI * (values[i] / largest / sum);
      part->end = turn;
      part->middle = (part->start + part->end) / 2;
    }
  write_figures (self, decimals);
}

static void
donut_clear (Donut *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->parts[i].figures);
      g_clear_pointer (&self->parts[i].name, g_array_unref);
    }
  patron_cells_free (self->cells);
}

static void
remark_missing (const PatronCells *cells,
                PatronPlot        *plot)
{
  guint n = cells->n_columns - patron_cells_count (cells, 0);
  g_autofree char *text = NULL;

  if (cells->total_rows > 1)
    patron_plot_add_remark (plot, _("Only the first series is shown."));
  if (n == 0 || n == cells->n_columns)
    return;
  text = g_strdup_printf (ngettext ("%u part has no value.",
                                    "%u parts have no value.", n), n);
  patron_plot_add_remark (plot, text);
}

/* Name and figures of each part, as narrow as they may be. Returns the width
 * of the widest. */
static double
wrap_names (Donut  *self,
            double  room,
            guint   max_lines)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->label_font);
  double widest = 0;

  for (guint i = 0; i < self->n; i++)
    {
      Part *part = &self->parts[i];
      g_autofree char *name = patron_cells_name (self->cells, plot->data,
                                                 part->column);

      g_clear_pointer (&part->name, g_array_unref);
      part->name = patron_text_wrap_balanced (
        plot->measurer, &plot->strong_font, name, room, max_lines);
      part->width = MAX (patron_text_lines_width (part->name),
                         patron_text_width (plot->measurer,
                                            &plot->label_font,
                                            part->figures));
      part->height = (part->name->len + 1) * line;
      widest = MAX (widest, part->width);
    }
  return widest;
}

static gboolean
is_right (const Part *part)
{
  return cos (part->middle) >= -1e-9;
}

static int
compare_heights (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const Donut *self = user_data;
  double p = sin (self->parts[*(const guint *) a].middle);
  double q = sin (self->parts[*(const guint *) b].middle);

  return (p > q) - (p < q);
}

/* The labels of one side, from top to bottom. */
static guint
take_side (const Donut *self,
           gboolean     right,
           guint       *order)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    if (is_right (&self->parts[i]) == right)
      order[n++] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_heights,
                     (gpointer) self);
  return n;
}

static gboolean
spread_side (const Donut *self,
             gboolean     right,
             guint       *order,
             double      *centres,
             guint       *n)
{
  double heights[MOST_PARTS];
  const PatronBox *area = &self->plot->area;
  double reach = self->radius + 12 * self->plot->zoom;

  *n = take_side (self, right, order);
  for (guint i = 0; i < *n; i++)
    {
      const Part *part = &self->parts[order[i]];

      centres[i] = self->y + reach * sin (part->middle);
      heights[i] = part->height + 4 * self->plot->zoom;
    }
  return patron_place_spread (centres, heights, *n, area->y,
                              area->y + area->height);
}

/* Looks for a ring with its labels on both sides. */
static gboolean
place_around (Donut *self)
{
  PatronPlot *plot = self->plot;
  const PatronBox *area = &plot->area;
  double gap = LEADER * plot->zoom;
  double tallest = area->height / 2 - 4 * plot->zoom;

  self->x = area->x + area->width / 2;
  self->y = area->y + area->height / 2;
  for (guint lines = 2; lines >= 1; lines--)
    {
      double room = MIN (WIDEST_LABEL * plot->zoom,
                         area->width / 2 - gap - tallest * 0.62);
      double widest = wrap_names (self, room, lines);
      guint order[MOST_PARTS];
      double centres[MOST_PARTS];
      guint n;

      self->radius = MIN (tallest, area->width / 2 - gap - widest);
      if (room > 0 && self->radius >= tallest * 0.62
          && self->radius >= 34 * plot->zoom
          && spread_side (self, TRUE, order, centres, &n)
          && spread_side (self, FALSE, order, centres, &n))
        return TRUE;
    }
  return FALSE;
}

static void
draw_ring (Donut *self)
{
  PatronPlot *plot = self->plot;

  for (guint i = 0; i < self->n; i++)
    {
      const Part *part = &self->parts[i];
      int point = patron_cells_get_point (self->cells, 0, part->column);
      double middle = self->radius * 0.81;
      PatronSpot *spot;

      if (part->end > part->start)
        {
          PatronItem *item
            = patron_scene_add_arc (plot->scene, PATRON_ROLE_SERIES, self->x,
                                    self->y, self->radius, part->start,
                                    part->end);

          item->inner = self->radius * 0.62;
          item->fill = part->colour;
          item->stroke = plot->theme->background;
          item->line_width = 2 * plot->zoom;
          item->series = 0;
          item->point = point;
        }
      spot = patron_scene_add_point_spot (
        plot->scene, self->x + middle * cos (part->middle),
        self->y + middle * sin (part->middle), 0, point);
      spot->value_x = part->column;
      spot->value_y = part->value;
      spot->on_grid = TRUE;
      spot->column = (int) i;
      spot->centre_x = self->x;
      spot->centre_y = self->y;
      spot->radius = self->radius;
      spot->inner = self->radius * 0.5;
      spot->start = part->start;
      spot->end = part->end;
      spot->text = patron_plot_describe_point (plot, 0, (gsize) point,
                                               part->value, part->figures);
    }
}

/* What all parts are together, where it fits into the hole. */
static void
draw_total (Donut *self)
{
  PatronPlot *plot = self->plot;
  double room = self->radius * 0.62 * 1.6;
  PatronFont font = patron_theme_font (plot->theme, self->radius * 0.26, 700);
  g_autofree char *total
    = patron_format_value (&plot->value_format, self->total);
  g_autofree char *clean = patron_text_clean (plot->chart->y.title);
  g_autofree char *title = NULL;
  double line = patron_text_line_height (&plot->label_font);
  double big;

  font.size = MIN (self->radius * 0.26, 40 * plot->zoom);
  for (int i = 0; i < 8; i++)
    {
      if (patron_text_width (plot->measurer, &font, total) <= room)
        break;
      font.size *= 0.85;
    }
  if (font.size < 11 * plot->zoom
      || patron_text_width (plot->measurer, &font, total) > room)
    return;
  title = patron_text_ellipsize (plot->measurer, &plot->label_font, clean,
                                 room * 0.92, NULL);
  big = patron_text_line_height (&font);
  if (*title == '\0' || big + line > room * 0.8)
    line = 0;
  if (is_percent (plot))
    return;
  patron_plot_add_middle (plot, PATRON_ROLE_VALUE_LABEL, &font, total,
                          self->x, self->y - line / 2, PATRON_ALIGN_CENTRE,
                          plot->theme->text);
  if (line > 0)
    patron_plot_add_middle (plot, PATRON_ROLE_VALUE_LABEL, &plot->label_font,
                            title, self->x, self->y + big / 2,
                            PATRON_ALIGN_CENTRE, plot->theme->dim);
}

static void
draw_leader (Donut      *self,
             const Part *part,
             double      to_x,
             double      to_y)
{
  PatronPlot *plot = self->plot;
  double from = self->radius + 2 * plot->zoom;
  double elbow = self->radius + 7 * plot->zoom;
  double level = to_x > self->x ? -9 * plot->zoom : 9 * plot->zoom;
  PatronItem *item = patron_scene_add_path (plot->scene, PATRON_ROLE_GRID);

  patron_item_move_to (item, self->x + from * cos (part->middle),
                       self->y + from * sin (part->middle));
  patron_item_line_to (item, self->x + elbow * cos (part->middle),
                       self->y + elbow * sin (part->middle));
  patron_item_line_to (item, to_x + level, to_y);
  patron_item_line_to (item, to_x, to_y);
  item->stroke = plot->theme->axis;
  item->line_width = 1;
}

static void
draw_label (Donut      *self,
            const Part *part,
            double      x,
            double      centre,
            PatronAlign align)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->label_font);
  double top = centre - part->height / 2;
  int point = patron_cells_get_point (self->cells, 0, part->column);

  patron_scene_set_tag (plot->scene, 0, point, 0);
  patron_scene_add_lines (plot->scene, PATRON_ROLE_SERIES_LABEL,
                          plot->measurer, &plot->strong_font, part->name, x,
                          top, align, plot->theme->text);
  patron_plot_add_middle (plot, PATRON_ROLE_VALUE_LABEL, &plot->label_font,
                          part->figures, x,
                          top + part->name->len * line + line / 2, align,
                          plot->theme->dim);
  patron_scene_set_tag (plot->scene, -1, -1, 0);
}

static void
draw_side (Donut    *self,
           gboolean  right)
{
  PatronPlot *plot = self->plot;
  double gap = (LEADER - 6) * plot->zoom;
  double x = right ? self->x + self->radius + gap
                   : self->x - self->radius - gap;
  guint order[MOST_PARTS];
  double centres[MOST_PARTS];
  guint n;

  spread_side (self, right, order, centres, &n);
  for (guint i = 0; i < n; i++)
    {
      const Part *part = &self->parts[order[i]];

      draw_leader (self, part, right ? x - 4 * plot->zoom
                                     : x + 4 * plot->zoom, centres[i]);
      draw_label (self, part, x, centres[i],
                  right ? PATRON_ALIGN_LEFT : PATRON_ALIGN_RIGHT);
    }
}

/* Where there is no room around the ring, its parts are listed beside it. */
static void
draw_list (Donut *self)
{
  PatronPlot *plot = self->plot;
  const PatronBox *area = &plot->area;
  double swatch = 10 * plot->zoom, key = 16 * plot->zoom;
  double left, room, height = 0, y;
  gboolean fits = TRUE;

  self->radius = MAX (0, MIN (area->height / 2 - 2 * plot->zoom,
                              area->width * 0.22));
  self->x = area->x + self->radius;
  left = area->x + 2 * self->radius + 14 * plot->zoom;
  room = area->x + area->width - left - key;
  for (guint lines = 2; lines >= 1; lines--)
    {
      fits = wrap_names (self, room, lines) <= room;
      height = 0;
      for (guint i = 0; i < self->n; i++)
        height += self->parts[i].height;
      if (fits && height <= area->height)
        break;
    }
  if (!fits || height > area->height)
    {
      self->x = area->x + area->width / 2;
      draw_ring (self);
      return;
    }
  draw_ring (self);
  y = self->y - height / 2;
  for (guint i = 0; i < self->n; i++)
    {
      const Part *part = &self->parts[i];
      double line = patron_text_line_height (&plot->label_font);

      patron_scene_add_rectangle (plot->scene, PATRON_ROLE_LEGEND, left,
                                  y + (line - swatch) / 2, swatch, swatch)
        ->fill = part->colour;
      draw_label (self, part, left + key, y + part->height / 2,
                  PATRON_ALIGN_LEFT);
      y += part->height;
    }
}

/**
 * patron_chart_layout_donut:
 *
 * Lays out the values of the first series as parts of a whole.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_donut (PatronPlot *plot)
{
  Donut self = { NULL };
  g_autofree char *reason = NULL;

  patron_plot_name_series (plot);
  self.cells = patron_cells_new (plot->data, 1, G_MAXINT);
  if (self.cells->n_rows == 0 || patron_cells_count (self.cells, 0) == 0)
    {
      patron_cells_free (self.cells);
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
      return patron_plot_end (plot);
    }
  reason = find_reason (plot, self.cells);
  if (reason != NULL)
    {
      patron_cells_free (self.cells);
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_message (plot, reason);
      return patron_plot_end (plot);
    }
  remark_missing (self.cells, plot);
  donut_init (&self, plot);
  patron_plot_add_header (plot, FALSE);
  if (place_around (&self))
    {
      draw_ring (&self);
      draw_side (&self, TRUE);
      draw_side (&self, FALSE);
    }
  else
    draw_list (&self);
  draw_total (&self);
  donut_clear (&self);
  return patron_plot_end (plot);
}

/* patron_chart_write_donut:
 *
 * Says which part is the largest, and how large.
 *
 * Returns: (transfer full) (nullable): the finding
 */
char *
patron_chart_write_donut (const PatronChart     *chart,
                          const PatronChartData *data)
{
  g_autoptr (PatronCells) cells = patron_cells_new (data, 1, MOST_PARTS);
  double min, max, total = 0;
  guint largest = 0;
  PatronFormat format;
  g_autofree char *name = NULL;
  g_autofree char *share = NULL;

  if (patron_cells_find_extremes (cells, &min, &max) < 2 || min < 0
      || cells->total_columns > MOST_PARTS || min == max)
    return NULL;
  for (guint i = 0; i < cells->n_columns; i++)
    {
      double value = patron_cells_get (cells, 0, i);

      if (isnan (value))
        continue;
      total += value / max;
      if (value == max)
        largest = i;
    }
  patron_format_init (&format, PATRON_FORMAT_PERCENT);
  format.decimals = 0;
  name = patron_cells_name (cells, data, largest);
  share = patron_format_value (&format, 1 / total);
  /* Translators: the largest of some parts, and its share of the whole. */
  return g_strdup_printf (_("Largest part: %s with %s"), name, share);
}
