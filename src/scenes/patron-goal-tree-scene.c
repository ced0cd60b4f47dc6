/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

/* The goals as a tree that grows in the direction of reading: each column is
 * one level, and a whole stands at the middle of its parts. */

#include "config.h"

#include "patron-goal-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN 24.0
#define CARD 250.0
#define PAD 12.0
#define EDGE 4.0
#define BAR 5.0
#define GAP_X 44.0
#define GAP_Y 12.0

typedef struct
{
  const PatronGoalContent *content;
  const PatronTheme       *theme;
  PatronMeasurer          *measurer;
  double                  *heights; /* of cards */
  double                  *blocks;  /* of cards with all their parts */
  double                  *tops;    /* of cards */
  double                   header;
  double                   width;
  double                   height;
} Tree;

static double
get_x (const PatronGoalItem *item)
{
  return MARGIN + item->depth * (CARD + GAP_X);
}

static double
flow_card (Tree                 *self,
           PatronScene          *scene,
           const PatronGoalItem *item,
           double                x,
           double                y)
{
  PatronFlow flow = { scene, self->measurer, self->theme, 1, x + PAD + EDGE,
                      y + PAD, CARD - 2 * PAD - EDGE, PATRON_ALIGN_LEFT };

  patron_goal_scene_add_label (&flow, item);
  if (!isnan (item->progress))
    patron_flow_space (&flow, 6 + BAR);
  patron_flow_space (&flow, PAD);
  return flow.y - y;
}

static void
measure (Tree *self)
{
  const PatronGoalContent *content = self->content;

  for (guint i = content->n; i > 0; i--)
    {
      const PatronGoalItem *item = &content->items[i - 1];
      double parts = 0;

      self->heights[i - 1] = flow_card (self, NULL, item, 0, 0);
      for (guint j = i; j < item->end; j = content->items[j].end)
        parts += self->blocks[j] + (j > i ? GAP_Y : 0);
      self->blocks[i - 1] = MAX (self->heights[i - 1], parts);
      self->width = MAX (self->width, get_x (item) + CARD + MARGIN);
    }
}

/* The parts are spread over the block of the whole, the whole stands at its
 * middle. */
static void
place (Tree  *self,
       guint  from,
       guint  end,
       double top)
{
  const PatronGoalContent *content = self->content;

  for (guint i = from; i < end; i = content->items[i].end)
    {
      const PatronGoalItem *item = &content->items[i];
      double parts = 0;

      for (guint j = i + 1; j < item->end; j = content->items[j].end)
        parts += self->blocks[j] + (j > i + 1 ? GAP_Y : 0);
      self->tops[i] = top + (self->blocks[i] - self->heights[i]) / 2;
      place (self, i + 1, item->end, top + (self->blocks[i] - parts) / 2);
      top += self->blocks[i] + GAP_Y * (item->depth == 0 ? 2 : 1);
    }
  self->height = MAX (self->height, top);
}

static double
get_middle (const Tree *self,
            guint       index)
{
  return self->tops[index] + self->heights[index] / 2;
}

static void
add_line (Tree        *self,
          PatronScene *scene,
          guint        index)
{
  const PatronGoalItem *item = &self->content->items[index];
  double x1, y1, x2, y2, bend;
  PatronItem *line;

  if (item->parent < 0)
    return;
  x1 = get_x (&self->content->items[item->parent]) + CARD;
  y1 = get_middle (self, (guint) item->parent);
  x2 = get_x (item);
  y2 = get_middle (self, index);
  bend = (x1 + x2) / 2;
  line = patron_scene_add_path (scene, PATRON_ROLE_AXIS);
  patron_item_move_to (line, x1, y1);
  patron_item_curve_to (line, bend, y1, bend, y2, x2, y2);
  line->stroke = self->theme->axis;
  line->line_width = 1.5;
}

static void
add_bar (Tree                 *self,
         PatronScene          *scene,
         const PatronGoalItem *item,
         double                x,
         double                y,
         double                width)
{
  double done = CLAMP (item->progress, 0, 1);
  PatronItem *track
      = patron_scene_add_rectangle (scene, PATRON_ROLE_SCALE, x, y, width,
                                    BAR);

  track->radius = BAR / 2;
  track->fill = self->theme->grid;
  if (done > 0)
    {
      PatronItem *bar = patron_scene_add_rectangle (
          scene, PATRON_ROLE_SCALE, x, y, MAX (BAR, done * width), BAR);

      bar->radius = BAR / 2;
      bar->fill = patron_goal_scene_colour (self->theme, item->status);
    }
  if (!isnan (item->ideal))
    patron_scene_add_rectangle (scene, PATRON_ROLE_TARGET,
                                x + item->ideal * (width - 2), y - 3, 2,
                                BAR + 6)
        ->fill
        = self->theme->text;
}

static void
add_card (Tree        *self,
          PatronScene *scene,
          guint        index)
{
  const PatronGoalItem *item = &self->content->items[index];
  double x = get_x (item);
  double y = self->tops[index];
  double height = self->heights[index];
  PatronItem *card;
  PatronSpot *spot;

  patron_scene_set_tag (scene, -1, (int) index,
                        patron_record_get_id (item->goal));
  card = patron_scene_add_rectangle (scene, PATRON_ROLE_CARD, x, y, CARD,
                                     height);
  card->radius = 8;
  card->fill = self->theme->surface;
  card->stroke = self->theme->axis;
  card->line_width = 1;
  card = patron_scene_add_rectangle (scene, PATRON_ROLE_MARK, x + 5, y + 8,
                                     EDGE, height - 16);
  card->radius = EDGE / 2;
  card->fill = patron_goal_scene_colour (self->theme, item->status);
  flow_card (self, scene, item, x, y);
  if (!isnan (item->progress))
    add_bar (self, scene, item, x + PAD + EDGE, y + height - PAD - BAR,
             CARD - 2 * PAD - EDGE);
  spot = patron_scene_add_spot (scene, PATRON_ROLE_CARD, x, y, CARD, height);
  spot->record = patron_record_get_id (item->goal);
  spot->text = patron_goal_scene_describe (item);
  patron_scene_set_tag (scene, -1, -1, 0);
}

static void
add_empty (Tree        *self,
           PatronScene *scene)
{
  PatronFlow flow = { scene, self->measurer, self->theme, 1, MARGIN,
                      self->header, self->width - 2 * MARGIN,
                      PATRON_ALIGN_LEFT };
  PatronType type = { 13.5, 400, self->theme->dim, 0 };

  patron_flow_text (&flow, PATRON_ROLE_EMPTY, &type, _("No goals yet"));
}

static PatronFlow
get_header (Tree        *self,
            PatronScene *scene)
{
  return (PatronFlow) { scene, self->measurer, self->theme, 1, MARGIN, MARGIN,
                        self->width - 2 * MARGIN, PATRON_ALIGN_LEFT };
}

/**
 * patron_goal_tree_scene:
 * @width: in px at 96 dpi; 0 for what the goals ask for
 * @height: likewise
 *
 * Returns: (transfer full): the goals as a tree
 */
PatronScene *
patron_goal_tree_scene (const PatronGoalContent *content,
                        const PatronTheme       *theme,
                        double                   width,
                        double                   height,
                        PatronMeasurer          *measurer)
{
  g_autofree double *heights = g_new0 (double, content->n + 1);
  g_autofree double *blocks = g_new0 (double, content->n + 1);
  g_autofree double *tops = g_new0 (double, content->n + 1);
  Tree self = { content, theme, measurer, heights, blocks, tops, 0,
                2 * MARGIN + CARD, 0 };
  PatronScene *scene;
  PatronFlow flow;

  measure (&self);
  flow = get_header (&self, NULL);
  patron_goal_scene_add_header (&flow, content);
  self.header = flow.y;
  self.height = self.header + 40;
  place (&self, 0, content->n, self.header);
  scene = patron_scene_new (self.width, self.height + MARGIN - GAP_Y);
  patron_scene_add_rectangle (scene, PATRON_ROLE_BACKGROUND, 0, 0,
                              patron_scene_get_width (scene),
                              patron_scene_get_height (scene))
      ->fill
      = theme->background;
  flow = get_header (&self, scene);
  patron_goal_scene_add_header (&flow, content);
  if (content->n == 0)
    add_empty (&self, scene);
  for (guint i = 0; i < content->n; i++)
    add_line (&self, scene, i);
  for (guint i = 0; i < content->n; i++)
    add_card (&self, scene, i);
  return patron_goal_scene_finish (scene, content, theme, width, height);
}
