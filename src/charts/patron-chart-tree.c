/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* A tree that grows in the direction of reading: each column is one level,
 * and a whole stands at the middle of its parts. It says as much of each as
 * the picture has room for, and leaves out the last levels rather than set
 * type that nobody can read. */

#include "config.h"

#include "patron-chart-tree-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-number.h"

#define MOST_CARD 280.0
#define NATURAL_CARD 250.0
#define GAP_X 40.0
#define LEAST_GAP_X 22.0
#define LEAST_ZOOM 0.9
/* More nodes than this are in no picture, whatever its size. */
#define MOST_DRAWN 2000

/* Of each detail: lines of a name, and px at zoom 1. */
static const guint most_lines[] = { 4, 2, 2, 2 };
static const double least_cards[] = { 165, 125, 84, 84 };
static const double gaps[] = { 12, 9, 3, 3 };

static gboolean
is_shown (const PatronTreeLayout *self,
          guint                   node)
{
  return self->tree->nodes[node].depth < self->n_levels;
}

/* patron_tree_layout_has_bar:
 *
 * Returns: whether the value of a node is drawn as a bar
 */
gboolean
patron_tree_layout_has_bar (const PatronTreeLayout *self,
                            guint                   node)
{
  return self->barred
         && isfinite (self->points->y[self->tree->nodes[node].point]);
}

static void
set_zoom (PatronTreeLayout *self,
          double            zoom)
{
  const PatronTheme *theme = self->plot->theme;

  self->zoom = zoom;
  self->name_font = patron_theme_font (theme, 13 * zoom, 400);
  self->strong_font = patron_theme_font (theme, 13 * zoom, 700);
  self->fact_font = patron_theme_font (theme, 12 * zoom, 400);
}

/* Columns, as wide as there is room; FALSE where that is too narrow. */
static gboolean
set_columns (PatronTreeLayout *self,
             double            width)
{
  double unit = self->zoom * MAX (1, self->plot->theme->text_scale);
  double n = self->n_levels;

  self->gap_x = LEAST_GAP_X * unit;
  self->card = (width - (n - 1) * self->gap_x) / n;
  if (self->card < least_cards[self->detail] * unit - 0.01)
    return FALSE;
  if (self->card > MOST_CARD * unit)
    {
      self->card = MOST_CARD * unit;
      if (n > 1)
        self->gap_x = MIN (2 * GAP_X * unit, (width - n * self->card) / (n - 1));
    }
  return TRUE;
}

/* The end of the nodes that are shown. */
static guint
find_end (const PatronTreeLayout *self)
{
  guint end = 0;

  for (guint i = 0; i < self->n_roots; i++)
    end = self->tree->nodes[end].end;
  return end;
}

static guint
next_part (const PatronTreeLayout *self,
           guint                   part)
{
  return self->tree->nodes[part].end;
}

/* What all parts of a node take below each other. */
static double
sum_parts (const PatronTreeLayout *self,
           guint                   node)
{
  double sum = 0;

  for (guint j = node + 1;
       j < self->tree->nodes[node].end && is_shown (self, j);
       j = next_part (self, j))
    sum += self->blocks[j] + (j > node + 1 ? self->gap_y : 0);
  return sum;
}

/* Measures all; stops where it is more than @height. */
static gboolean
measure (PatronTreeLayout *self,
         double            height)
{
  guint end = find_end (self);
  double line = patron_text_line_height (&self->name_font);
  guint n = 0;

  self->gap_y = gaps[self->detail] * self->zoom;
  for (guint i = 0; i < end; i++)
    if (is_shown (self, i)
        && (self->tree->nodes[i].end == i + 1
            || self->tree->nodes[i].depth + 1 == self->n_levels))
      n++;
  if (n > MOST_DRAWN || n * (line + self->gap_y) > height + self->gap_y + 0.5)
    return FALSE;
  for (guint i = end; i > 0; i--)
    if (is_shown (self, i - 1))
      {
        self->heights[i - 1] = patron_tree_layout_measure (self, i - 1);
        self->blocks[i - 1] = MAX (self->heights[i - 1],
                                   sum_parts (self, i - 1));
      }
  self->total = 0;
  for (guint i = 0; i < end; i = next_part (self, i))
    self->total += self->blocks[i] + (i > 0 ? 2 * self->gap_y : 0);
  return self->total <= height + 0.5;
}

/* Where there is room, the cards stand wider apart. */
static void
loosen (PatronTreeLayout *self,
        double            height)
{
  double most = MIN (self->gap_y * 2.5, 22 * self->zoom);

  for (double gap = most; gap > self->gap_y; gap -= 2)
    {
      double before = self->gap_y;
      guint end = find_end (self);
      double total = 0;

      self->gap_y = gap;
      for (guint i = end; i > 0; i--)
        if (is_shown (self, i - 1))
          self->blocks[i - 1] = MAX (self->heights[i - 1],
                                     sum_parts (self, i - 1));
      for (guint i = 0; i < end; i = next_part (self, i))
        total += self->blocks[i] + (i > 0 ? 2 * self->gap_y : 0);
      self->total = total;
      if (total <= height)
        return;
      self->gap_y = before;
    }
  measure (self, height);
}

/* The parts are spread over the block of the whole, the whole stands at its
 * middle. */
static void
place (PatronTreeLayout *self,
       guint             from,
       guint             end,
       double            top)
{
  for (guint i = from; i < end && is_shown (self, i); i = next_part (self, i))
    {
      gboolean root = self->tree->nodes[i].parent < 0;

      self->tops[i] = top + (self->blocks[i] - self->heights[i]) / 2;
      place (self, i + 1, next_part (self, i),
             top + (self->blocks[i] - sum_parts (self, i)) / 2);
      top += self->blocks[i] + self->gap_y * (root ? 2 : 1);
    }
}

/* The area that a header leaves. */
static PatronBox
find_area (const PatronPlot *plot,
           guint             explain,
           const char       *remark)
{
  PatronPlot trial = {
    .chart = plot->chart, .data = plot->data, .theme = plot->theme,
    .measurer = plot->measurer, .width = plot->width, .height = plot->height,
  };
  PatronBox area;

  patron_plot_begin (&trial);
  trial.key = PATRON_KEY_DOT;
  trial.explain = explain;
  if (plot->remarks != NULL)
    patron_plot_add_remark (&trial, plot->remarks->str);
  if (remark != NULL)
    patron_plot_add_remark (&trial, remark);
  patron_plot_add_header (&trial, FALSE);
  area = trial.area;
  patron_scene_unref (patron_plot_end (&trial));
  return area;
}

/* Tries a detail at type that goes with the picture, then at smaller type. */
static gboolean
try_lines (PatronTreeLayout *self,
           guint             name_lines,
           const PatronBox  *area)
{
  double zoom = self->plot->zoom;
  double least
    = self->detail < PATRON_TREE_LINES ? MIN (zoom, 1) : LEAST_ZOOM;

  self->name_lines = name_lines;
  for (int i = 0; i < 3; i++)
    {
      set_zoom (self, zoom * pow (least / zoom, i / 2.0));
      if (set_columns (self, area->width) && measure (self, area->height))
        return TRUE;
      if (least == zoom)
        break;
    }
  return FALSE;
}

/* Names are cut later than type is set smaller. */
static gboolean
try_detail (PatronTreeLayout *self,
            PatronTreeDetail  detail,
            const PatronBox  *area)
{
  self->detail = detail;
  return try_lines (self, most_lines[detail], area)
         || (detail >= PATRON_TREE_LINES && try_lines (self, 1, area));
}

static guint
count_roots (const PatronTree *tree)
{
  guint n = 0;

  for (guint i = 0; i < tree->n; i = tree->nodes[i].end)
    n++;
  return n;
}

/* As many levels as can be read, at least a part of the first. */
static void
take_part (PatronTreeLayout *self,
           const PatronBox  *area)
{
  double row;

  while (self->n_levels > 1)
    {
      self->n_levels--;
      if (try_detail (self, PATRON_TREE_PART, area))
        return;
    }
  set_zoom (self, LEAST_ZOOM);
  self->name_lines = 1;
  self->n_roots = MIN (self->n_roots, 1);
  if (self->n_roots == 0 || !set_columns (self, area->width)
      || !measure (self, area->height))
    {
      self->n_roots = 0;
      return;
    }
  row = self->total + 2 * self->gap_y;
  self->n_roots = (guint) MIN ((area->height + 2 * self->gap_y) / row,
                               count_roots (self->tree));
  while (self->n_roots > 0 && !measure (self, area->height))
    self->n_roots--;
}

static guint
count_hidden (const PatronTreeLayout *self)
{
  guint end = find_end (self), n = self->tree->n - end;

  for (guint i = 0; i < end; i++)
    n += !is_shown (self, i);
  return n;
}

static char *
write_hidden (guint n)
{
  g_autofree char *number = patron_number_format (n, 0);

  return g_strdup_printf (
    /* Translators: how many parts of a tree have no room in the picture. */
    ngettext ("%s more is not shown.", "%s more are not shown.", n), number);
}

/* What the legend has to explain where no words stand with the marks. */
static guint
find_explained (const PatronTreeLayout *self)
{
  guint explain = 0, end = find_end (self);

  for (guint i = 0; self->marked && i < end; i++)
    {
      guint tone = PATRON_POINT_TONE (
        self->points->marks[self->tree->nodes[i].point]);

      if (tone < PATRON_N_TONES && is_shown (self, i)
          && !patron_text_is_empty (self->plot->chart->tones[tone]))
        explain |= 1u << tone;
    }
  return explain;
}

/* Takes a part that leaves room for what is said of the rest, which itself
 * depends on the part. */
static void
choose_part (PatronTreeLayout *self)
{
  PatronPlot *plot = self->plot;
  guint n_roots = self->n_roots;
  g_autofree char *remark = write_hidden (self->tree->n);
  PatronBox area = find_area (plot, plot->explain, remark);

  for (int i = 0; i < 12; i++)
    {
      PatronBox exact;

      self->n_levels = self->tree->n_levels;
      self->n_roots = n_roots;
      self->detail = PATRON_TREE_PART;
      take_part (self, &area);
      plot->explain = find_explained (self);
      g_free (remark);
      remark = write_hidden (count_hidden (self));
      exact = find_area (plot, plot->explain, remark);
      if (self->n_roots == 0 || self->total <= exact.height + 0.5)
        break;
      area.height = MIN (area.height, exact.height) - 4;
    }
  patron_plot_add_remark (plot, remark);
}

/* Chooses what is drawn, and adds what stands above it. */
static void
choose (PatronTreeLayout *self)
{
  PatronPlot *plot = self->plot;
  PatronBox area = find_area (plot, 0, NULL);

  self->n_levels = self->tree->n_levels;
  self->n_roots = count_roots (self->tree);
  if (try_detail (self, PATRON_TREE_CARDS, &area)
      || try_detail (self, PATRON_TREE_NAMES, &area))
    return;
  plot->explain = find_explained (self);
  area = find_area (plot, plot->explain, NULL);
  if (!try_detail (self, PATRON_TREE_LINES, &area))
    choose_part (self);
}

static void
layout_init (PatronTreeLayout *self,
             PatronPlot       *plot,
             const PatronTree *tree)
{
  memset (self, 0, sizeof *self);
  self->plot = plot;
  self->tree = tree;
  self->barred = plot->value_format.kind == PATRON_FORMAT_PERCENT;
  self->heights = g_new0 (double, tree->n + 1);
  self->blocks = g_new0 (double, tree->n + 1);
  self->tops = g_new0 (double, tree->n + 1);
  if (plot->data->series->len == 0)
    return;
  self->points = &g_array_index (plot->data->series, PatronChartPoints, 0);
  self->marked = self->points->marks != NULL;
  if (plot->data->series->len > 1 && patron_plot_is_expected (plot, 1))
    self->expected = &g_array_index (plot->data->series, PatronChartPoints,
                                     1);
}

static void
layout_clear (PatronTreeLayout *self)
{
  g_free (self->heights);
  g_free (self->blocks);
  g_free (self->tops);
}

/**
 * patron_chart_layout_tree:
 *
 * Lays out what is part of what.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_tree (PatronPlot *plot)
{
  g_autoptr (PatronTree) tree = patron_tree_new (plot->data);
  PatronTreeLayout self;
  guint end;

  plot->key = PATRON_KEY_DOT;
  patron_plot_name_series (plot);
  if (tree->n == 0)
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
      return patron_plot_end (plot);
    }
  layout_init (&self, plot, tree);
  patron_plot_remark_series (plot, self.expected != NULL ? 2 : 1);
  choose (&self);
  patron_plot_add_header (plot, FALSE);
  end = find_end (&self);
  loosen (&self, plot->area.height);
  place (&self, 0, end,
         plot->area.y + MAX (0, (plot->area.height - self.total) / 2));
  patron_tree_layout_draw (&self, end);
  layout_clear (&self);
  return patron_plot_end (plot);
}

/**
 * patron_chart_tree_get_detail:
 *
 * Returns: how much of each node a picture of that size has room for
 */
PatronTreeDetail
patron_chart_tree_get_detail (const PatronChart     *chart,
                              const PatronChartData *data,
                              const PatronTheme     *theme,
                              double                 width,
                              double                 height,
                              PatronMeasurer        *measurer)
{
  g_autoptr (PatronTree) tree = patron_tree_new (data);
  PatronPlot plot = {
    .chart = chart, .data = data, .theme = theme, .measurer = measurer,
    .width = width, .height = height,
  };
  PatronTreeLayout self;

  if (tree->n == 0)
    return PATRON_TREE_CARDS;
  patron_plot_begin (&plot);
  layout_init (&self, &plot, tree);
  choose (&self);
  layout_clear (&self);
  patron_scene_unref (patron_plot_end (&plot));
  return self.detail;
}

/**
 * patron_chart_tree_get_size:
 * @width: (out): px
 * @height: (out): px
 *
 * Finds the size at which all that is known of each node is set in type of
 * its usual size.
 */
void
patron_chart_tree_get_size (const PatronChart     *chart,
                            const PatronChartData *data,
                            const PatronTheme     *theme,
                            PatronMeasurer        *measurer,
                            double                *width,
                            double                *height)
{
  g_autoptr (PatronTree) tree = patron_tree_new (data);
  double n = MAX (1, tree->n_levels);
  double unit = MAX (1, theme->text_scale);
  double missing = INFINITY;

  *width = n * NATURAL_CARD * unit + (n - 1) * GAP_X * unit + 2 * 20;
  *height = 120;
  /* The header depends on the size, as do the margins, which names wrap
   * between: it grows until all fits. */
  for (int i = 0; i < 20 && missing > 0; i++)
    {
      PatronPlot plot = {
        .chart = chart, .data = data, .theme = theme, .measurer = measurer,
        .width = *width, .height = *height,
      };
      PatronTreeLayout self;

      patron_plot_begin (&plot);
      patron_plot_add_header (&plot, FALSE);
      layout_init (&self, &plot, tree);
      self.n_levels = tree->n_levels;
      self.n_roots = count_roots (tree);
      self.name_lines = most_lines[self.detail];
      set_zoom (&self, MIN (plot.zoom, 1));
      set_columns (&self, plot.area.width);
      measure (&self, INFINITY);
      missing = MAX (self.total, 60) - plot.area.height;
      *height = ceil (*height + MAX (0, missing));
      layout_clear (&self);
      patron_scene_unref (patron_plot_end (&plot));
    }
}
