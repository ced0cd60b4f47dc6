/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include <math.h>

#include "patron-scene-private.h"

static void
mirror_item (PatronItem *item,
             double      width)
{
  double start = item->start;

  switch (item->kind)
    {
    case PATRON_ITEM_PATH:
      for (guint i = 0; i < item->steps->len; i++)
        {
          PatronPathStep *step
            = &g_array_index (item->steps, PatronPathStep, i);

          step->x = width - step->x;
          step->x1 = width - step->x1;
          step->x2 = width - step->x2;
        }
      break;
    case PATRON_ITEM_ARC:
      item->x = width - item->x;
      item->start = G_PI - item->end;
      item->end = G_PI - start;
      break;
    case PATRON_ITEM_TEXT:
      item->x = width - item->x;
      if (item->align == PATRON_ALIGN_LEFT)
        item->align = PATRON_ALIGN_RIGHT;
      else if (item->align == PATRON_ALIGN_RIGHT)
        item->align = PATRON_ALIGN_LEFT;
      break;
    case PATRON_ITEM_RECTANGLE:
    case PATRON_ITEM_IMAGE:
    case PATRON_ITEM_CLIP_BEGIN:
      item->x = width - item->x - item->width;
      break;
    case PATRON_ITEM_CLIP_END:
    default:
      break;
    }
}

static void
mirror_sector (PatronSpot *spot,
               double      width)
{
  double start = spot->start;

  spot->centre_x = width - spot->centre_x;
  spot->start = G_PI - spot->end;
  spot->end = G_PI - start;
}

/**
 * patron_scene_mirror:
 *
 * Turns a finished scene round for languages that run from right to left.
 * Texts and images change places and alignment, but stay readable. Layouts
 * thus think from left to right only, and call this last.
 */
void
patron_scene_mirror (PatronScene *self)
{
  for (guint i = 0; i < self->items->len; i++)
    mirror_item (g_ptr_array_index (self->items, i), self->width);
  for (guint i = 0; i < self->spots->len; i++)
    {
      PatronSpot *spot = &g_array_index (self->spots, PatronSpot, i);

      spot->x = self->width - spot->x - spot->width;
      spot->anchor_x = self->width - spot->anchor_x;
      spot->column = -spot->column;
      mirror_sector (spot, self->width);
    }
}

static void
fit_item (PatronItem *item,
          double      scale,
          double      left,
          double      top)
{
  item->x = item->x * scale + left;
  item->y = item->y * scale + top;
  item->width *= scale;
  item->height *= scale;
  item->radius *= scale;
  item->inner *= item->inner > 0 ? scale : 1;
  item->line_width *= scale;
  item->dash *= scale;
  item->gap *= scale;
  item->font.size *= scale;
  item->ascent *= scale;
  item->descent *= scale;
  for (guint i = 0; item->steps != NULL && i < item->steps->len; i++)
    {
      PatronPathStep *step
        = &g_array_index (item->steps, PatronPathStep, i);

      step->x = step->x * scale + left;
      step->y = step->y * scale + top;
      step->x1 = step->x1 * scale + left;
      step->y1 = step->y1 * scale + top;
      step->x2 = step->x2 * scale + left;
      step->y2 = step->y2 * scale + top;
    }
}

static gboolean
is_paper (const PatronScene *self,
          const PatronItem  *item)
{
  return item->kind == PATRON_ITEM_RECTANGLE
         && item->role == PATRON_ROLE_BACKGROUND && item->x == 0
         && item->y == 0 && item->width == self->width
         && item->height == self->height;
}

/**
 * patron_scene_fit:
 * @width: px
 * @height: px
 *
 * Makes a finished scene larger or smaller, type and all, until it fits into
 * @width by @height, and puts it into the middle of that. Its paper covers
 * the whole.
 */
void
patron_scene_fit (PatronScene *self,
                  double       width,
                  double       height)
{
  double scale = MIN (width / self->width, height / self->height);
  double left = (width - self->width * scale) / 2;
  double top = (height - self->height * scale) / 2;

  for (guint i = 0; i < self->items->len; i++)
    {
      PatronItem *item = g_ptr_array_index (self->items, i);

      if (is_paper (self, item))
        {
          item->width = width;
          item->height = height;
        }
      else
        fit_item (item, scale, left, top);
    }
  for (guint i = 0; i < self->spots->len; i++)
    {
      PatronSpot *spot = &g_array_index (self->spots, PatronSpot, i);

      spot->x = spot->x * scale + left;
      spot->y = spot->y * scale + top;
      spot->width *= scale;
      spot->height *= scale;
      spot->anchor_x = spot->anchor_x * scale + left;
      spot->anchor_y = spot->anchor_y * scale + top;
      spot->centre_x = spot->centre_x * scale + left;
      spot->centre_y = spot->centre_y * scale + top;
      spot->radius *= scale;
      spot->inner *= scale;
    }
  self->width = width;
  self->height = height;
}

/**
 * patron_scene_clear_paper:
 *
 * Makes a finished scene see-through where nothing stands on its paper.
 */
void
patron_scene_clear_paper (PatronScene *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      PatronItem *item = g_ptr_array_index (self->items, i);

      if (is_paper (self, item))
        item->fill = 0;
    }
}

static void
get_path_bounds (const PatronItem *self,
                 double           *x,
                 double           *y,
                 double           *width,
                 double           *height)
{
  double left = INFINITY, right = -INFINITY;
  double top = INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const PatronPathStep *step
        = &g_array_index (self->steps, PatronPathStep, i);
      gboolean curve = step->kind == PATRON_STEP_CURVE;

      if (step->kind == PATRON_STEP_CLOSE)
        continue;
      left = MIN (left, step->x);
      right = MAX (right, step->x);
      top = MIN (top, step->y);
      bottom = MAX (bottom, step->y);
      if (!curve)
        continue;
      left = MIN (left, MIN (step->x1, step->x2));
      right = MAX (right, MAX (step->x1, step->x2));
      top = MIN (top, MIN (step->y1, step->y2));
      bottom = MAX (bottom, MAX (step->y1, step->y2));
    }
  *x = left;
  *y = top;
  *width = right - left;
  *height = bottom - top;
  if (left > right)
    *x = *y = *width = *height = 0;
}

/**
 * patron_item_get_bounds:
 * @x: (out): left
 * @y: (out): top
 * @width: (out): width
 * @height: (out): height
 *
 * Gives the box around an item, without the width of its line. Curves count
 * with their control points, arcs as the full circle.
 */
void
patron_item_get_bounds (const PatronItem *self,
                        double           *x,
                        double           *y,
                        double           *width,
                        double           *height)
{
  *x = self->x;
  *y = self->y;
  *width = self->width;
  *height = self->height;
  switch (self->kind)
    {
    case PATRON_ITEM_PATH:
      get_path_bounds (self, x, y, width, height);
      break;
    case PATRON_ITEM_ARC:
      *x = self->x - self->radius;
      *y = self->y - self->radius;
      *width = *height = 2 * self->radius;
      break;
    case PATRON_ITEM_TEXT:
      if (self->align == PATRON_ALIGN_CENTRE)
        *x = self->x - self->width / 2;
      else if (self->align == PATRON_ALIGN_RIGHT)
        *x = self->x - self->width;
      *y = self->y - self->ascent;
      *height = self->ascent + self->descent;
      break;
    case PATRON_ITEM_RECTANGLE:
    case PATRON_ITEM_IMAGE:
    case PATRON_ITEM_CLIP_BEGIN:
    case PATRON_ITEM_CLIP_END:
    default:
      break;
    }
}
