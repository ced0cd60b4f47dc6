/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* Names of bubbles: inside where they fit, else beside, else farther away at
 * the end of a thin line, and never over a bubble or another name. */

#include <math.h>

#include "patron-chart-matrix.h"

/* With more bubbles than this, names would be all that one sees. */
#define MOST_NAMED 120

/* Directions from the bubble to its name, best first. */
static const double directions[][2] = {
  { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 },
  { 0.71, -0.71 }, { 0.71, 0.71 }, { -0.71, -0.71 }, { -0.71, 0.71 },
};

/* patron_matrix_meets:
 * @gap: px that are to be left between the two
 *
 * Returns: whether @box covers any bubble
 */
gboolean
patron_matrix_meets (const GArray    *bubbles,
                     const PatronBox *box,
                     double           gap)
{
  for (guint i = 0; i < bubbles->len; i++)
    {
      const PatronBubble *bubble = &g_array_index (bubbles, PatronBubble, i);
      double x = CLAMP (bubble->x, box->x, box->x + box->width);
      double y = CLAMP (bubble->y, box->y, box->y + box->height);

      if (hypot (bubble->x - x, bubble->y - y) < bubble->radius + gap)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_plot (const PatronPlot *plot,
            const PatronBox  *box)
{
  return box->x >= plot->plot.x && box->y >= plot->plot.y
         && box->x + box->width <= plot->plot.x + plot->plot.width
         && box->y + box->height <= plot->plot.y + plot->plot.height;
}

/* The box whose nearest edge is @away from the rim of the bubble. */
static PatronBox
box_at (const PatronBubble *bubble,
        const double       *direction,
        double              away,
        double              width,
        double              height)
{
  double reach = bubble->radius + away;
  double x = bubble->x + direction[0] * reach;
  double y = bubble->y + direction[1] * reach;

  return (PatronBox) {
    direction[0] > 0.1    ? x
    : direction[0] < -0.1 ? x - width
                          : x - width / 2,
    direction[1] > 0.1    ? y
    : direction[1] < -0.1 ? y - height
                          : y - height / 2,
    width, height
  };
}

/* A name above or below a bubble at an edge is moved to lie in the plot. */
static void
slide_into_plot (const PatronPlot *plot,
                 const double     *direction,
                 PatronBox        *box)
{
  double most = plot->plot.x + plot->plot.width - box->width;

  if (direction[0] == 0 && most >= plot->plot.x)
    box->x = CLAMP (box->x, plot->plot.x, most);
}

/* What names are kept from crossing: the lines where quadrants meet, where
 * that can be. */
typedef struct
{
  const GArray *bubbles;
  double x;
  double y;
} Obstacles;

static gboolean
crosses_split (const Obstacles *obstacles,
               const PatronBox *box)
{
  return (obstacles->x > box->x - 2 && obstacles->x < box->x + box->width + 2)
         || (obstacles->y > box->y - 2
             && obstacles->y < box->y + box->height + 2);
}

/* Whether the line to a name would run over another bubble. */
static gboolean
leads_over (const GArray       *bubbles,
            const PatronBubble *bubble,
            const PatronBox    *box)
{
  double dx = CLAMP (bubble->x, box->x, box->x + box->width) - bubble->x;
  double dy = CLAMP (bubble->y, box->y, box->y + box->height) - bubble->y;
  double length = dx * dx + dy * dy;

  for (guint i = 0; i < bubbles->len && length > 0; i++)
    {
      const PatronBubble *other = &g_array_index (bubbles, PatronBubble, i);
      double t = ((other->x - bubble->x) * dx + (other->y - bubble->y) * dy)
                 / length;

      t = CLAMP (t, 0, 1);
      if (other != bubble
          && hypot (bubble->x + t * dx - other->x,
                    bubble->y + t * dy - other->y)
               < other->radius
          && hypot (other->x - bubble->x, other->y - bubble->y)
               > bubble->radius)
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_place (PatronPlot         *plot,
            const Obstacles    *obstacles,
            const PatronBubble *bubble,
            gboolean            may_cross,
            PatronBox          *box,
            gboolean           *leader)
{
  static const double rings[] = { 4, 16, 30, 46 };

  for (gsize ring = 0; ring < G_N_ELEMENTS (rings); ring++)
    for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
      {
        PatronBox place = box_at (bubble, directions[i],
                                  rings[ring] * plot->zoom, box->width,
                                  box->height);

        slide_into_plot (plot, directions[i], &place);
        if (!is_in_plot (plot, &place)
            || !patron_plot_is_free (plot, &place, 2 * plot->zoom)
            || (!may_cross && crosses_split (obstacles, &place))
            || patron_matrix_meets (obstacles->bubbles, &place,
                                    1.5 * plot->zoom)
            || (ring > 0 && leads_over (obstacles->bubbles, bubble, &place)))
          continue;
        *box = place;
        *leader = ring > 0;
        return TRUE;
      }
  return FALSE;
}

static void
add_leader (PatronPlot         *plot,
            const PatronBubble *bubble,
            const PatronBox    *box)
{
  double x = CLAMP (bubble->x, box->x, box->x + box->width);
  double y = CLAMP (bubble->y, box->y, box->y + box->height);
  double distance = hypot (x - bubble->x, y - bubble->y);
  double share = bubble->radius / MAX (distance, 1e-6);

  patron_scene_add_line (plot->scene, PATRON_ROLE_SERIES_LABEL,
                         bubble->x + (x - bubble->x) * share,
                         bubble->y + (y - bubble->y) * share, x, y,
                         plot->theme->axis, 1)
    ->series = (int) bubble->series;
}

static PatronColour
text_on (const PatronPlot   *plot,
         const PatronBubble *bubble)
{
  int place = patron_plot_series_colour (plot, bubble->series);
  PatronColour fill = patron_theme_series (plot->theme, place);
  PatronColour light = plot->theme->background;

  if (bubble->hollow || patron_colour_contrast (light, fill) < 4.6)
    return 0;
  return light;
}

/* Inside of a bubble that no other covers. */
static gboolean
fits_inside (const PatronPlot   *plot,
             const GArray       *bubbles,
             const PatronBubble *bubble,
             const PatronBox    *box)
{
  if (plot->data->series->len > 1
      || hypot (box->width, box->height) >= 2 * bubble->radius
      || !patron_plot_is_free (plot, box, 0))
    return FALSE;
  for (guint i = 0; i < bubbles->len; i++)
    {
      const PatronBubble *other = &g_array_index (bubbles, PatronBubble, i);

      if (other != bubble
          && hypot (other->x - bubble->x, other->y - bubble->y)
               < other->radius + box->width / 2)
        return FALSE;
    }
  return TRUE;
}

static void
add_label (PatronPlot         *plot,
           const Obstacles    *obstacles,
           const PatronBubble *bubble,
           const char         *name)
{
  const PatronFont *font = &plot->label_font;
  double zoom = plot->zoom, ascent, descent;
  g_autofree char *text = NULL;
  PatronBox box = { 0 };
  gboolean leader = FALSE, inside;
  PatronColour on = text_on (plot, bubble);
  PatronItem *item;

  patron_text_metrics (plot->measurer, font, &ascent, &descent);
  text = patron_text_ellipsize (plot->measurer, font, name,
                                MIN (180 * zoom, plot->plot.width / 3),
                                &box.width);
  box.height = ascent + descent;
  if (*text == '\0')
    return;
  box.x = bubble->x - box.width / 2;
  box.y = bubble->y - box.height / 2;
  inside = on != 0 && fits_inside (plot, obstacles->bubbles, bubble, &box);
  if (!inside
      && !find_place (plot, obstacles, bubble, FALSE, &box, &leader)
      && !find_place (plot, obstacles, bubble, TRUE, &box, &leader))
    return;
  if (leader)
    add_leader (plot, bubble, &box);
  item = patron_scene_add_text (plot->scene, PATRON_ROLE_SERIES_LABEL,
                                plot->measurer, font, text, box.x,
                                box.y + ascent, PATRON_ALIGN_LEFT,
                                inside ? on : plot->theme->text);
  item->series = (int) bubble->series;
  item->point = (int) MIN (bubble->point, G_MAXINT);
  if (!inside)
    patron_plot_add_halo (plot, item);
  patron_plot_claim (plot, item);
}

/* patron_matrix_add_labels:
 * @bubbles: (element-type PatronBubble): the largest first
 * @split_x: px where the quadrants meet
 * @split_y: px where the quadrants meet
 *
 * Names the bubbles.
 */
void
patron_matrix_add_labels (PatronPlot *plot,
                          GArray     *bubbles,
                          double      split_x,
                          double      split_y)
{
  Obstacles obstacles = { bubbles, split_x, split_y };

  if (bubbles->len > MOST_NAMED
      || plot->chart->value_labels == PATRON_LABELS_HIDDEN)
    return;
  for (guint i = 0; i < bubbles->len; i++)
    {
      const PatronBubble *bubble = &g_array_index (bubbles, PatronBubble, i);
      g_autofree char *name = patron_matrix_name_point (
        plot->chart, plot->data, bubble->series, bubble->point);

      if (*name != '\0')
        add_label (plot, &obstacles, bubble, name);
    }
}
