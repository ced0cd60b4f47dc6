/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* What remains from step to step: a bar for each step, and between two of
 * them how many went on and how many were lost. Several series stand side by
 * side on one scale, or where they are too many, not at all. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-cells.h"
#include "patron-plot-keys.h"

#define MOST_SERIES 4
/* px at zoom 1 */
#define LEAST_ROW 11.0
#define LEAST_PANEL 96.0
#define WIDEST_BAR 560.0
#define TALLEST_BAR 64.0

typedef struct
{
  PatronPlot *plot;
  PatronCells *cells;
  guint n;     /* steps */
  guint panels;
  double names;   /* the width of the names, with the gap behind them */
  double panel;   /* the width of a panel */
  double head;    /* the height of the names of the series */
  double top;
  double row;     /* a bar and what is between it and the next */
  double bar;
  double shares;  /* the width of the shares of the first step */
  gboolean tells_losses;
  double largest;
} Funnel;

static char *
find_reason (const PatronCells *cells)
{
  double min, max;

  patron_cells_find_extremes (cells, &min, &max);
  if (min < 0)
    return g_strdup (_("Steps cannot have less than nothing. Bars show these"
                       " values."));
  if (cells->total_rows > MOST_SERIES)
    return g_strdup_printf (_("Four funnels can be told apart, and these are"
                              " %u. Choose fewer, or use bars."),
                            cells->total_rows);
  return NULL;
}

static char *
write_percent (double share)
{
  PatronFormat format;

  if (!isfinite (share))
    return g_strdup ("\xe2\x80\x93");
  patron_format_init (&format, PATRON_FORMAT_PERCENT);
  format.decimals = share != 0 && fabs (share) < 0.0095 ? 1 : 0;
  return patron_format_value (&format, share);
}

static double
share_of (double part,
          double whole)
{
  return whole > 0 ? part / whole : NAN;
}

/* The first step with a value is what all others are held against. */
static double
first_value (const Funnel *self,
             guint         panel)
{
  for (guint i = 0; i < self->n; i++)
    if (!isnan (patron_cells_get (self->cells, panel, i)))
      return patron_cells_get (self->cells, panel, i);
  return NAN;
}

static void
measure_names (Funnel *self,
               guint   max_lines,
               GPtrArray *names)
{
  PatronPlot *plot = self->plot;
  double widest = MIN (plot->area.width * (self->panels > 1 ? 0.26 : 0.32),
                       210 * plot->zoom);
  double width = 0;

  g_ptr_array_set_size (names, 0);
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *name = patron_cells_name (self->cells, plot->data, i);
      GArray *lines = patron_text_wrap_balanced (
        plot->measurer, &plot->label_font, name, widest, max_lines);

      g_ptr_array_add (names, lines);
      width = MAX (width, patron_text_lines_width (lines));
    }
  self->names = width > 0 ? width + 14 * plot->zoom : 0;
}

/* The widest share of the first step, for the column right of the bars. */
static double
measure_shares (const Funnel *self)
{
  PatronPlot *plot = self->plot;
  double width = 0;

  for (guint panel = 0; panel < self->panels; panel++)
    for (guint i = 0; i < self->n; i++)
      {
        g_autofree char *text = write_percent (
          share_of (patron_cells_get (self->cells, panel, i),
                    first_value (self, panel)));

        width = MAX (width, patron_text_width (plot->measurer,
                                               &plot->strong_font, text));
      }
  return width + 10 * plot->zoom;
}

static gboolean
set_rows (Funnel    *self,
          GPtrArray *names)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->label_font);
  double between = line + 3 * plot->zoom;
  double room = plot->area.height;
  guint lines;

  self->head = room > (self->panels > 1 ? 5 : 12) * line
                 ? line + 6 * plot->zoom
                 : 0;
  room -= self->head;
  self->bar = (room - between * (self->n - 1)) / self->n;
  self->tells_losses = self->bar >= line;
  if (self->tells_losses)
    {
      self->bar = MIN (self->bar, TALLEST_BAR * plot->zoom);
      self->row = self->bar + between;
    }
  else
    {
      self->row = room / self->n;
      self->bar = self->row * 0.8;
    }
  self->top = plot->area.y + self->head
              + MAX (0, (room - self->row * (self->n - 1) - self->bar) * 0.4);
  lines = (guint) CLAMP (floor (self->bar / line), self->bar > line * 0.7, 3);
  measure_names (self, lines, names);
  self->shares = measure_shares (self);
  self->panel = (plot->area.width - self->names) / self->panels;
  if (self->panel < self->shares + 60 * plot->zoom
      || self->bar < line * 0.7)
    self->shares = 0;
  return self->panel >= (self->panels > 1 ? LEAST_PANEL * plot->zoom : 1);
}

static double
bar_width (const Funnel *self)
{
  double width = self->panel - self->shares - 12 * self->plot->zoom;

  return MAX (1, MIN (width, WIDEST_BAR * self->plot->zoom));
}

static double
centre_of (const Funnel *self,
           guint         panel)
{
  const PatronPlot *plot = self->plot;
  double room = self->panel - self->shares;

  return plot->area.x + self->names + panel * self->panel + room / 2;
}

static PatronColour
colour_of (const Funnel *self,
           guint         panel)
{
  return patron_theme_series (self->plot->theme,
                              patron_plot_series_colour (self->plot, panel));
}

/* How wide a step is drawn. What is there at all is seen. */
static double
width_of (const Funnel *self,
          double        value)
{
  double width = self->largest > 0 ? value / self->largest * bar_width (self)
                                   : 0;

  return MAX (width, 1.5 * self->plot->zoom);
}

static char *
describe_step (const Funnel *self,
               guint         panel,
               guint         i)
{
  double value = patron_cells_get (self->cells, panel, i);
  double before = i > 0 ? patron_cells_get (self->cells, panel, i - 1) : NAN;
  double first = first_value (self, panel);
  const PatronFormat *format = &self->plot->value_format;
  g_autofree char *kept = write_percent (share_of (value, before));
  g_autofree char *overall = write_percent (share_of (value, first));
  g_autofree char *change = patron_format_value (format,
                                                 fabs (value - before));

  if (i == 0 || !isfinite (before))
    return NULL;
  if (value > before)
    /* Translators: how many more came in than at the step before, then the
     * share of that step, and of the first one. */
    return g_strdup_printf (_("%s more than the step before (%s of it), %s of"
                              " the first"), change, kept, overall);
  /* Translators: the share of the step before, how many were lost, the share
   * of the first step. */
  return g_strdup_printf (_("%s of the step before, %s lost; %s of the"
                            " first"), kept, change, overall);
}

static void
draw_value (Funnel *self,
            guint   panel,
            guint   i)
{
  PatronPlot *plot = self->plot;
  double value = patron_cells_get (self->cells, panel, i);
  double width = width_of (self, value);
  double middle = self->top + i * self->row + self->bar / 2;
  double centre = centre_of (self, panel);
  double line = patron_text_line_height (&plot->strong_font);
  double right = plot->area.x + self->names + (panel + 1) * self->panel
                 - self->shares;
  g_autofree char *text = patron_plot_write_value (plot, value);
  double length = patron_text_width (plot->measurer, &plot->strong_font,
                                     text);

  if (plot->chart->value_labels == PATRON_LABELS_HIDDEN
      || self->bar < line * 0.72)
    return;
  if (length + 10 * plot->zoom <= width)
    patron_plot_add_middle (
      plot, PATRON_ROLE_VALUE_LABEL, &plot->strong_font, text, centre, middle,
      PATRON_ALIGN_CENTRE,
      patron_colour_readable (plot->theme->background,
                              colour_of (self, panel), 4.6));
  else if (centre + width / 2 + 5 * plot->zoom + length <= right)
    patron_plot_add_middle (plot, PATRON_ROLE_VALUE_LABEL, &plot->strong_font,
                            text, centre + width / 2 + 5 * plot->zoom, middle,
                            PATRON_ALIGN_LEFT, plot->theme->text);
}

static void
draw_share (Funnel *self,
            guint   panel,
            guint   i)
{
  PatronPlot *plot = self->plot;
  double value = patron_cells_get (self->cells, panel, i);
  g_autofree char *text = write_percent (
    share_of (value, first_value (self, panel)));

  if (self->shares == 0)
    return;
  patron_plot_add_middle (
    plot, PATRON_ROLE_VALUE_LABEL, &plot->label_font, text,
    plot->area.x + self->names + (panel + 1) * self->panel
      - (panel + 1 < self->panels ? 6 * plot->zoom : 0),
    self->top + i * self->row + self->bar / 2, PATRON_ALIGN_RIGHT,
    plot->theme->dim);
}

static void
draw_step (Funnel *self,
           guint   panel,
           guint   i)
{
  PatronPlot *plot = self->plot;
  double value = patron_cells_get (self->cells, panel, i);
  double y = self->top + i * self->row;
  double centre = centre_of (self, panel);
  double width = isnan (value) ? bar_width (self) / 3
                               : width_of (self, value);
  PatronBox box = { centre - width / 2, y, width, self->bar };
  int point = patron_cells_get_point (self->cells, panel, i);
  PatronItem *item;
  PatronSpot *spot;

  if (isnan (value))
    {
      patron_plot_add_hatching (plot, &box);
      return;
    }
  item = patron_scene_add_rectangle (plot->scene, PATRON_ROLE_SERIES, box.x,
                                     box.y, box.width, box.height);
  item->fill = colour_of (self, panel);
  item->radius = MIN (2 * plot->zoom, MIN (box.width, box.height) / 2);
  item->series = (int) panel;
  item->point = point;
  draw_value (self, panel, i);
  draw_share (self, panel, i);
  spot = patron_scene_add_spot (
    plot->scene, PATRON_ROLE_SERIES,
    plot->area.x + self->names + panel * self->panel, y, self->panel,
    self->bar);
  spot->series = (int) panel;
  spot->point = point;
  spot->value_x = i;
  spot->value_y = value;
  spot->anchor_x = centre;
  spot->on_grid = TRUE;
  spot->row = (int) i;
  spot->column = (int) panel;
  if (point >= 0)
    {
      g_autofree char *more = describe_step (self, panel, i);

      spot->text = patron_plot_describe_point (plot, panel, (gsize) point,
                                               value, more);
    }
}

static void
draw_between (Funnel *self,
              guint   panel,
              guint   i)
{
  PatronPlot *plot = self->plot;
  double value = patron_cells_get (self->cells, panel, i);
  double next = patron_cells_get (self->cells, panel, i + 1);
  double top = self->top + i * self->row + self->bar;
  double bottom = self->top + (i + 1) * self->row;
  double centre = centre_of (self, panel);
  double from, to;
  PatronItem *item;

  if (isnan (value) || isnan (next))
    return;
  from = width_of (self, value) / 2;
  to = width_of (self, next) / 2;
  item = patron_scene_add_path (plot->scene, PATRON_ROLE_BAND);
  patron_item_move_to (item, centre - from, top);
  patron_item_line_to (item, centre + from, top);
  patron_item_line_to (item, centre + to, bottom);
  patron_item_line_to (item, centre - to, bottom);
  patron_item_close (item);
  item->fill = patron_theme_tint (plot->theme, colour_of (self, panel), 0.12);
}

/* Between two steps: how many of a hundred went on, and who did not. */
static void
tell_between (Funnel *self,
              guint   panel,
              guint   i)
{
  PatronPlot *plot = self->plot;
  double value = patron_cells_get (self->cells, panel, i);
  double next = patron_cells_get (self->cells, panel, i + 1);
  double middle = self->top + i * self->row + (self->bar + self->row) / 2;
  double centre = centre_of (self, panel);
  double room = self->panel - self->shares - 4 * plot->zoom;
  g_autofree char *share = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *lost = NULL;
  g_autofree char *both = NULL;
  const char *text;
  PatronItem *item;

  if (!self->tells_losses || isnan (value) || isnan (next) || value <= 0)
    return;
  share = write_percent (next / value);
  kept = g_strdup_printf ("\xe2\x86\x93 %s", share);
  lost = patron_format_value (&plot->value_format, fabs (next - value));
  /* Translators: the share that went on from a step, and how many left it. */
  both = next <= value ? g_strdup_printf (C_("funnel", "%s  (−%s)"), kept,
                                          lost)
                       : g_strdup_printf (C_("funnel", "%s  (+%s)"), kept,
                                          lost);
  text = patron_text_width (plot->measurer, &plot->label_font, both) <= room
           ? both
           : kept;
  if (patron_text_width (plot->measurer, &plot->label_font, text) > room)
    return;
  item = patron_plot_add_middle (plot, PATRON_ROLE_VALUE_LABEL,
                                 &plot->label_font, text, centre, middle,
                                 PATRON_ALIGN_CENTRE, plot->theme->text);
  patron_plot_add_halo (plot, item);
}

static void
draw_head (Funnel *self,
           guint   panel)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->strong_font);
  g_autofree char *clean
    = patron_text_clean (patron_chart_series_name (plot->chart, panel));
  g_autofree char *name = patron_text_ellipsize (
    plot->measurer, &plot->strong_font, clean,
    self->panel - self->shares - 8 * plot->zoom, NULL);

  if (self->panels < 2 || self->head == 0 || *name == '\0')
    return;
  patron_plot_add_middle (
    plot, PATRON_ROLE_SERIES_LABEL, &plot->strong_font, name,
    plot->area.x + self->names + (panel + 0.5) * self->panel
      - self->shares / 2,
    plot->area.y + line / 2, PATRON_ALIGN_CENTRE,
    patron_theme_series_text (plot->theme,
                              patron_plot_series_colour (plot, panel)));
}

/* The shares on the right have another whole than those between the steps. */
static void
draw_shares_head (Funnel *self)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->strong_font);

  if (self->panels == 1 && self->head > 0 && self->shares > 0)
    patron_plot_add_middle (plot, PATRON_ROLE_AXIS_LABEL, &plot->note_font,
                            _("of the first step"),
                            plot->area.x + plot->area.width,
                            plot->area.y + line / 2, PATRON_ALIGN_RIGHT,
                            plot->theme->dim);
}

static void
draw_panel (Funnel *self,
            guint   panel)
{
  draw_head (self, panel);
  for (guint i = 0; i + 1 < self->n; i++)
    draw_between (self, panel, i);
  for (guint i = 0; i < self->n; i++)
    draw_step (self, panel, i);
  for (guint i = 0; i + 1 < self->n; i++)
    tell_between (self, panel, i);
}

static void
draw_names (Funnel    *self,
            GPtrArray *names)
{
  PatronPlot *plot = self->plot;

  for (guint i = 0; i < self->n && self->names > 0; i++)
    patron_plot_add_block (plot, PATRON_ROLE_AXIS_LABEL, &plot->label_font,
                           g_ptr_array_index (names, i),
                           plot->area.x,
                           self->top + i * self->row + self->bar / 2,
                           PATRON_ALIGN_LEFT, plot->theme->text);
}

static void
draw (Funnel *self)
{
  PatronPlot *plot = self->plot;
  g_autoptr (GPtrArray) names
    = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  double min;

  self->panels = self->cells->n_rows;
  patron_cells_find_extremes (self->cells, &min, &self->largest);
  if (!set_rows (self, names))
    {
      patron_plot_add_message (plot, _("There is no room for so many funnels"
                                       " side by side."));
      return;
    }
  for (guint panel = 0; panel < self->panels; panel++)
    draw_panel (self, panel);
  draw_names (self, names);
  draw_shares_head (self);
}

/**
 * patron_chart_layout_funnel:
 *
 * Lays out the categories as steps, each series as a funnel.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_funnel (PatronPlot *plot)
{
  double least = LEAST_ROW * plot->zoom * plot->theme->text_scale;
  guint most = (guint) MAX (2, floor (plot->area.height * 0.6 / least));
  g_autoptr (PatronCells) cells = patron_cells_new (plot->data, MOST_SERIES,
                                                    most);
  g_autofree char *reason = find_reason (cells);
  double min, max;
  Funnel self = { .plot = plot, .cells = cells, .n = cells->n_columns };

  patron_plot_name_series (plot);
  if (patron_cells_find_extremes (cells, &min, &max) == 0)
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
      return patron_plot_end (plot);
    }
  if (reason == NULL && cells->total_columns > most)
    patron_cells_add_remark (cells, plot);
  patron_plot_add_header (plot, FALSE);
  if (reason != NULL)
    patron_plot_add_message (plot, reason);
  else
    draw (&self);
  return patron_plot_end (plot);
}

static char *
write_largest_loss (const PatronCells     *cells,
                    const PatronChartData *data,
                    const char            *overall)
{
  double least = 1;
  guint at = 0;
  g_autofree char *lost = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 0; i + 1 < cells->n_columns; i++)
    {
      double share = share_of (patron_cells_get (cells, 0, i + 1),
                               patron_cells_get (cells, 0, i));

      if (share < least)
        {
          least = share;
          at = i;
        }
    }
  if (least >= 1)
    return g_strdup (overall);
  lost = write_percent (1 - least);
  from = patron_cells_name (cells, data, at);
  to = patron_cells_name (cells, data, at + 1);
  /* Translators: a sentence on the whole of a funnel, then the largest share
   * that is lost, and between which two steps. */
  return g_strdup_printf (_("%s; most are lost from %s to %s (%s)"), overall,
                          from, to, lost);
}

/* patron_chart_write_funnel:
 *
 * Says what share of the first step reaches the last, and where most are
 * lost.
 *
 * Returns: (transfer full) (nullable): the finding
 */
char *
patron_chart_write_funnel (const PatronChart     *chart,
                           const PatronChartData *data)
{
  g_autoptr (PatronCells) cells = patron_cells_new (data, 1, G_MAXINT);
  guint last = cells->n_columns > 0 ? cells->n_columns - 1 : 0;
  g_autofree char *share = NULL;
  g_autofree char *first_name = NULL;
  g_autofree char *last_name = NULL;
  g_autofree char *overall = NULL;
  double min, max, first, end;

  if (patron_cells_find_extremes (cells, &min, &max) == 0 || min < 0
      || cells->total_rows > 1)
    return NULL;
  first = patron_cells_get (cells, 0, 0);
  end = patron_cells_get (cells, 0, last);
  if (last == 0 || !(first > 0) || isnan (end) || end > first)
    return NULL;
  share = write_percent (end / first);
  first_name = patron_cells_name (cells, data, 0);
  last_name = patron_cells_name (cells, data, last);
  /* Translators: a share, the first step of a funnel, and its last. */
  overall = g_strdup_printf (_("%s of “%s” reach “%s”"), share, first_name,
                             last_name);
  return write_largest_loss (cells, data, overall);
}
