/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* The cards of a tree. */

#include "config.h"

#include "patron-chart-tree-private.h"

#include <math.h>
#include <string.h>

#define SEPARATOR " \xc2\xb7 "
#define MOST_TIED 24 /* characters */

static const PatronMarker markers[PATRON_N_TONES] = {
  [PATRON_TONE_NEUTRAL] = PATRON_MARKER_CIRCLE,
  [PATRON_TONE_GOOD] = PATRON_MARKER_CIRCLE,
  [PATRON_TONE_WARNING] = PATRON_MARKER_TRIANGLE,
  [PATRON_TONE_BAD] = PATRON_MARKER_CROSS,
  [PATRON_TONE_ACCENT] = PATRON_MARKER_SQUARE,
};

/* What is not judged is hollow, and as dim as other things of no weight. */
static PatronColour
get_colour (const PatronTheme *theme,
            PatronTone         tone)
{
  return tone == PATRON_TONE_NEUTRAL ? theme->dim : theme->tones[tone];
}

/**
 * patron_scene_add_status_mark:
 *
 * Draws the shape of a status: each tone has one of its own.
 *
 * Returns: (transfer none): the mark
 */
PatronItem *
patron_scene_add_status_mark (PatronScene       *scene,
                              PatronRole         role,
                              const PatronTheme *theme,
                              PatronTone         tone,
                              double             x,
                              double             y,
                              double             radius)
{
  PatronItem *item = patron_scene_add_marker (scene, role, markers[tone], x,
                                              y, radius);

  if (tone == PATRON_TONE_NEUTRAL)
    {
      item->stroke = get_colour (theme, tone);
      item->line_width = 0.3 * radius;
    }
  else
    item->fill = get_colour (theme, tone);
  return item;
}

static const PatronTreeNode *
get_node (const PatronTreeLayout *self,
          guint                   node)
{
  return &self->tree->nodes[node];
}

static PatronTone
get_tone (const PatronTreeLayout *self,
          guint                   node)
{
  PatronTone tone = self->marked
                      ? PATRON_POINT_TONE (
                          self->points->marks[get_node (self, node)->point])
                      : PATRON_TONE_NEUTRAL;

  return tone < PATRON_N_TONES ? tone : PATRON_TONE_NEUTRAL;
}

static const PatronFont *
get_font (const PatronTreeLayout *self,
          guint                   node)
{
  return get_node (self, node)->end > node + 1 ? &self->strong_font
                                               : &self->name_font;
}

static GArray *
wrap_name (const PatronTreeLayout *self,
           guint                   node,
           double                  width)
{
  PatronPlot *plot = self->plot;
  g_autofree char *name = patron_chart_name_category (
    plot->data, self->points, get_node (self, node)->point);

  return patron_text_wrap (plot->measurer, get_font (self, node), name, width,
                           self->name_lines);
}

/* Keeps what belongs together on one line, unless it is long. */
static char *
tie (const char *facts)
{
  g_auto (GStrv) parts = g_strsplit (facts, SEPARATOR, -1);

  for (int i = 0; parts[i] != NULL; i++)
    if (g_utf8_strlen (parts[i], -1) <= MOST_TIED)
      {
        g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);

        g_free (parts[i]);
        parts[i] = g_strjoinv ("\xc2\xa0", words);
      }
  return g_strjoinv (SEPARATOR, parts);
}

/* No line ends on a separator. */
static void
strip_lines (const PatronTreeLayout *self,
             GArray                 *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      PatronLine *line = &g_array_index (lines, PatronLine, i);

      g_strchomp (line->text);
      if (!g_str_has_suffix (line->text, " \xc2\xb7"))
        continue;
      line->text[strlen (line->text) - strlen (" \xc2\xb7")] = '\0';
      line->width = patron_text_width (self->plot->measurer,
                                       &self->fact_font, line->text);
    }
}

static GArray *
wrap_facts (const PatronTreeLayout *self,
            guint                   node,
            double                  width)
{
  PatronPlot *plot = self->plot;
  gboolean all = self->detail == PATRON_TREE_CARDS;
  g_autofree char *facts = patron_tree_write_facts (
    plot->chart, &plot->value_format, self->points,
    get_node (self, node)->point, all);
  g_autofree char *tied = tie (facts);
  GArray *lines = patron_text_wrap (plot->measurer, &self->fact_font, tied,
                                    width, all ? 3 : 1);

  strip_lines (self, lines);
  return lines;
}

static gboolean
is_line (const PatronTreeLayout *self)
{
  return self->detail >= PATRON_TREE_LINES;
}

/* The room for text in a card. */
static double
get_width (const PatronTreeLayout *self)
{
  return self->card - (2 * PATRON_TREE_PAD + PATRON_TREE_EDGE) * self->zoom;
}

static double
mark_space (const PatronTreeLayout *self)
{
  return self->marked ? PATRON_TREE_MARK_SPACE * self->zoom : 0;
}

/* The value of a node in digits, or NULL. */
static GArray *
wrap_value (const PatronTreeLayout *self,
            guint                   node)
{
  PatronPlot *plot = self->plot;
  double value = self->points->y[get_node (self, node)->point];
  g_autofree char *text = NULL;

  if (!isfinite (value))
    return NULL;
  text = patron_format_value (&plot->value_format, value);
  return patron_text_wrap (plot->measurer, &self->fact_font, text,
                           (get_width (self) - mark_space (self)) * 0.6, 1);
}

/* A name beside its mark and its value. */
static GArray *
wrap_line (const PatronTreeLayout *self,
           guint                   node)
{
  double width = get_width (self) - mark_space (self);
  g_autoptr (GArray) value = wrap_value (self, node);

  if (value != NULL)
    width -= patron_text_lines_width (value) + 6 * self->zoom;
  return wrap_name (self, node, width);
}

/* patron_tree_layout_measure:
 *
 * Returns: how high the card of a node is
 */
double
patron_tree_layout_measure (PatronTreeLayout *self,
                            guint             node)
{
  double zoom = self->zoom;
  double height = patron_text_line_height (get_font (self, node));
  g_autoptr (GArray) name = NULL;
  g_autoptr (GArray) facts = NULL;

  if (is_line (self))
    {
      name = wrap_line (self, node);
      return height * MAX (1, name->len)
             + (2 * PATRON_TREE_LINE_PAD + 2) * zoom;
    }
  name = wrap_name (self, node, get_width (self));
  facts = wrap_facts (self, node, get_width (self) - mark_space (self));
  height *= MAX (1, name->len);
  if (facts->len > 0)
    height += 3 * zoom
              + facts->len * patron_text_line_height (&self->fact_font);
  if (patron_tree_layout_has_bar (self, node))
    height += (PATRON_TREE_BAR_GAP + PATRON_TREE_BAR) * zoom;
  return height + (self->detail == PATRON_TREE_CARDS ? 2 : 1.4)
                    * PATRON_TREE_PAD * zoom;
}

static double
get_x (const PatronTreeLayout *self,
       guint                   node)
{
  return self->plot->area.x
         + get_node (self, node)->depth * (self->card + self->gap_x);
}

static double
get_middle (const PatronTreeLayout *self,
            guint                   node)
{
  return self->tops[node] + self->heights[node] / 2;
}

static void
draw_branch (const PatronTreeLayout *self,
             guint                   node)
{
  int parent = get_node (self, node)->parent;
  double x1, y1, x2, y2, bend;
  PatronItem *line;

  if (parent < 0)
    return;
  x1 = get_x (self, (guint) parent) + self->card;
  y1 = get_middle (self, (guint) parent);
  x2 = get_x (self, node);
  y2 = get_middle (self, node);
  bend = (x1 + x2) / 2;
  line = patron_scene_add_path (self->plot->scene, PATRON_ROLE_AXIS);
  patron_item_move_to (line, x1, y1);
  patron_item_curve_to (line, bend, y1, bend, y2, x2, y2);
  line->stroke = self->plot->theme->axis;
  line->line_width = 1.5 * self->zoom;
}

/* What the value of a node is held against, or NaN. */
static double
find_expected (const PatronTreeLayout *self,
               guint                   node)
{
  double x = self->points->x[get_node (self, node)->point];

  for (gsize i = 0; self->expected != NULL && i < self->expected->n; i++)
    if (self->expected->x[i] == x)
      return self->expected->y[i];
  return NAN;
}

static void
draw_bar (const PatronTreeLayout *self,
          guint                   node,
          double                  x,
          double                  y,
          double                  width,
          double                  thickness)
{
  PatronPlot *plot = self->plot;
  double value = self->points->y[get_node (self, node)->point];
  double done = CLAMP (value, 0, 1);
  double expected = find_expected (self, node);
  double reach = is_line (self) ? 2 : 3;
  PatronItem *item = patron_scene_add_rectangle (
    plot->scene, PATRON_ROLE_SCALE, x, y, width, thickness);

  item->radius = thickness / 2;
  item->fill = plot->theme->grid;
  if (done > 0)
    {
      item = patron_scene_add_rectangle (plot->scene, PATRON_ROLE_SERIES, x, y,
                                         MAX (thickness, done * width),
                                         thickness);
      item->series = 0;
      item->point = (int) get_node (self, node)->point;
      item->radius = thickness / 2;
      item->fill = self->marked
                     ? get_colour (plot->theme, get_tone (self, node))
                     : patron_theme_series (
                         plot->theme, patron_plot_series_colour (plot, 0));
    }
  if (isfinite (expected))
    patron_scene_add_rectangle (
      plot->scene, PATRON_ROLE_TARGET,
      x + CLAMP (expected, 0, 1) * (width - 2 * self->zoom),
      y - reach * self->zoom, 2 * self->zoom,
      thickness + 2 * reach * self->zoom)
      ->fill = plot->theme->text;
}

/* Mark, name and value beside each other. */
static void
fill_line (const PatronTreeLayout *self,
           guint                   node,
           double                  x,
           double                  y)
{
  PatronPlot *plot = self->plot;
  double zoom = self->zoom;
  double line = patron_text_line_height (get_font (self, node));
  double fact = patron_text_line_height (&self->fact_font);
  double bar = patron_tree_layout_has_bar (self, node) ? 2 * zoom : 0;
  g_autoptr (GArray) name = wrap_line (self, node);
  g_autoptr (GArray) value = wrap_value (self, node);
  double middle = y + (self->heights[node] - bar) / 2;

  if (self->marked)
    patron_scene_add_status_mark (plot->scene, PATRON_ROLE_MARK, plot->theme,
                                  get_tone (self, node), x + 5 * zoom, middle,
                                  4.5 * zoom);
  if (value != NULL)
    patron_scene_add_lines (plot->scene, PATRON_ROLE_VALUE_LABEL,
                            plot->measurer, &self->fact_font, value,
                            x + get_width (self), middle - fact / 2,
                            PATRON_ALIGN_RIGHT, plot->theme->text);
  patron_scene_add_lines (plot->scene, PATRON_ROLE_SERIES_LABEL,
                          plot->measurer, get_font (self, node), name,
                          x + mark_space (self),
                          middle - name->len * line / 2, PATRON_ALIGN_LEFT,
                          plot->theme->text);
  if (bar > 0)
    draw_bar (self, node, x + mark_space (self),
              y + self->heights[node] - 4 * zoom,
              get_width (self) - mark_space (self), 2 * zoom);
}

/* The name, what is said of it, and a bar, below each other. */
static void
fill_card (const PatronTreeLayout *self,
           guint                   node,
           double                  x,
           double                  y)
{
  PatronPlot *plot = self->plot;
  double zoom = self->zoom;
  double pad = PATRON_TREE_PAD * zoom
               * (self->detail == PATRON_TREE_CARDS ? 1 : 0.7);
  g_autoptr (GArray) name = wrap_name (self, node, get_width (self));
  g_autoptr (GArray) facts
    = wrap_facts (self, node, get_width (self) - mark_space (self));
  double top = y + pad;

  top += patron_scene_add_lines (plot->scene, PATRON_ROLE_SERIES_LABEL,
                                 plot->measurer, get_font (self, node), name,
                                 x, top, PATRON_ALIGN_LEFT,
                                 plot->theme->text);
  top += 3 * zoom;
  if (self->marked && facts->len > 0)
    patron_scene_add_status_mark (
      plot->scene, PATRON_ROLE_MARK, plot->theme, get_tone (self, node),
      x + 5.5 * zoom, top + patron_text_line_height (&self->fact_font) / 2,
      4.5 * zoom);
  if (facts->len > 0)
    patron_scene_add_lines (plot->scene, PATRON_ROLE_VALUE_LABEL,
                            plot->measurer, &self->fact_font, facts,
                            x + mark_space (self), top, PATRON_ALIGN_LEFT,
                            plot->theme->dim);
  if (patron_tree_layout_has_bar (self, node))
    draw_bar (self, node, x,
              y + self->heights[node] - pad - PATRON_TREE_BAR * zoom,
              get_width (self), PATRON_TREE_BAR * zoom);
}

static gint64
get_record (const PatronTreeLayout *self,
            guint                   node)
{
  return self->points->records != NULL
           ? self->points->records[get_node (self, node)->point]
           : 0;
}

static char *
describe (const PatronTreeLayout *self,
          guint                   node)
{
  PatronPlot *plot = self->plot;
  gsize point = get_node (self, node)->point;
  double expected = find_expected (self, node);
  g_autofree char *name
    = patron_chart_name_category (plot->data, self->points, point);
  g_autofree char *facts = patron_tree_write_facts (
    plot->chart, &plot->value_format, self->points, point, TRUE);
  g_autofree char *against = NULL;

  if (*facts == '\0')
    return g_steal_pointer (&name);
  if (!isfinite (expected) || !isfinite (self->points->y[point]))
    return g_strdup_printf ("%s: %s", name, facts);
  against = patron_plot_write_against (plot, self->points->y[point], expected,
                                       1);
  return g_strdup_printf ("%s: %s\n%s", name, facts, against);
}

/* Adds the spot of a card; @spots gives that of each node before it. */
static void
add_spot (const PatronTreeLayout *self,
          guint                   node,
          const int              *spots)
{
  const PatronTreeNode *of = get_node (self, node);
  PatronSpot *spot = patron_scene_add_spot (
    self->plot->scene, PATRON_ROLE_CARD, get_x (self, node), self->tops[node],
    self->card, self->heights[node]);

  spot->series = 0;
  spot->point = (int) of->point;
  spot->record = get_record (self, node);
  spot->on_tree = TRUE;
  spot->whole = of->parent >= 0 ? spots[of->parent] : -1;
  spot->column = (int) of->depth;
  spot->value_x = self->points->x[of->point];
  spot->value_y = self->points->y[of->point];
  spot->text = describe (self, node);
}

static void
draw_card (const PatronTreeLayout *self,
           guint                   node)
{
  PatronPlot *plot = self->plot;
  const PatronTheme *theme = plot->theme;
  double zoom = self->zoom;
  double x = get_x (self, node), y = self->tops[node];
  double height = self->heights[node];
  double inner = x + (PATRON_TREE_PAD + PATRON_TREE_EDGE) * zoom;
  PatronItem *card;

  patron_scene_set_tag (plot->scene, 0,
                        (int) get_node (self, node)->point,
                        get_record (self, node));
  card = patron_scene_add_rectangle (plot->scene, PATRON_ROLE_CARD, x, y,
                                     self->card, height);
  card->radius = (is_line (self) ? 4 : 7) * zoom;
  card->fill = theme->surface;
  card->stroke = theme->axis;
  card->line_width = 1;
  card = patron_scene_add_rectangle (
    plot->scene, PATRON_ROLE_MARK, x + 4 * zoom, y + height * 0.16,
    PATRON_TREE_EDGE * zoom * (is_line (self) ? 0.75 : 1), height * 0.68);
  card->radius = card->width / 2;
  card->fill = self->marked
                 ? get_colour (theme, get_tone (self, node))
                 : patron_theme_series (theme,
                                        patron_plot_series_colour (plot, 0));
  if (is_line (self))
    fill_line (self, node, inner, y);
  else
    fill_card (self, node, inner, y);
  patron_scene_set_tag (plot->scene, -1, -1, 0);
}

/* patron_tree_layout_draw:
 * @end: the index after the last node that is shown
 *
 * Draws what has its place.
 */
void
patron_tree_layout_draw (PatronTreeLayout *self,
                         guint             end)
{
  g_autofree int *spots = g_new (int, end + 1);

  for (guint i = 0; i < end; i++)
    if (get_node (self, i)->depth < self->n_levels)
      draw_branch (self, i);
  for (guint i = 0; i < end; i++)
    if (get_node (self, i)->depth < self->n_levels)
      {
        spots[i] = (int) patron_scene_get_n_spots (self->plot->scene);
        draw_card (self, i);
        add_spot (self, i, spots);
      }
}
