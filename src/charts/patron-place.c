/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "patron-place.h"

#include <math.h>

/**
 * patron_box_overlaps:
 * @gap: px that are to be left between the two
 *
 * Returns: whether two labels stand in each other's way
 */
gboolean
patron_box_overlaps (const PatronBox *a,
                     const PatronBox *b,
                     double           gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap
         && a->y < b->y + b->height + gap && b->y < a->y + a->height + gap;
}

typedef struct
{
  gsize first;
  gsize n;
  double height;
  double wish; /* sum over the labels of where the block's top should be */
  double top;
} Block;

static void
settle (Block *block,
        double min,
        double max)
{
  block->top = block->wish / (double) block->n;
  block->top = MIN (block->top, max - block->height);
  block->top = MAX (block->top, min);
}

/**
 * patron_place_spread:
 * @centres: (array length=n) (inout): where the labels should stand, rising;
 *   then, where they stand
 * @heights: (array length=n): what each takes
 * @n: how many
 * @min: the top of the room
 * @max: the bottom of the room
 *
 * Moves labels that stand in a column apart, as little as can be: those that
 * meet become a block, which is put where it is least far from the wishes of
 * all in it.
 *
 * Returns: whether there is room for all; where not, nothing is moved
 */
gboolean
patron_place_spread (double       *centres,
                     const double *heights,
                     gsize         n,
                     double        min,
                     double        max)
{
  g_autofree Block *blocks = g_new0 (Block, n + 1);
  gsize n_blocks = 0;
  double total = 0;

  for (gsize i = 0; i < n; i++)
    total += heights[i];
  if (total > max - min)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      Block *block = &blocks[n_blocks++];

      *block = (Block) { i, 1, heights[i], centres[i] - heights[i] / 2, 0 };
      settle (block, min, max);
      while (n_blocks > 1
             && blocks[n_blocks - 2].top + blocks[n_blocks - 2].height
                  > blocks[n_blocks - 1].top)
        {
          Block *upper = &blocks[n_blocks - 2];
          Block *lower = &blocks[n_blocks - 1];

          upper->wish += lower->wish - upper->height * (double) lower->n;
          upper->n += lower->n;
          upper->height += lower->height;
          n_blocks--;
          settle (upper, min, max);
        }
    }
  for (gsize b = 0; b < n_blocks; b++)
    {
      double top = blocks[b].top;

      for (gsize i = blocks[b].first; i < blocks[b].first + blocks[b].n; i++)
        {
          centres[i] = top + heights[i] / 2;
          top += heights[i];
        }
    }
  return TRUE;
}

/* Liang and Barsky's test of a line against a rectangle. */
static gboolean
crosses (const PatronBox *box,
         double           x1,
         double           y1,
         double           x2,
         double           y2)
{
  double p[4] = { x1 - x2, x2 - x1, y1 - y2, y2 - y1 };
  double q[4] = { x1 - box->x, box->x + box->width - x1, y1 - box->y,
                  box->y + box->height - y1 };
  double enter = 0, leave = 1;

  for (int i = 0; i < 4; i++)
    {
      if (p[i] == 0 && q[i] < 0)
        return FALSE;
      if (p[i] < 0)
        enter = MAX (enter, q[i] / p[i]);
      else if (p[i] > 0)
        leave = MIN (leave, q[i] / p[i]);
    }
  return enter <= leave;
}

/**
 * patron_place_count_on_line:
 * @x: (array length=n): rising px
 * @y: (array length=n): px; NaN is a gap
 *
 * Returns: how many pieces of a line run through @box
 */
guint
patron_place_count_on_line (const PatronBox *box,
                            const double    *x,
                            const double    *y,
                            gsize            n)
{
  guint count = 0;

  for (gsize i = 0; i + 1 < n; i++)
    if (isfinite (y[i]) && isfinite (y[i + 1]) && x[i + 1] >= box->x
        && x[i] <= box->x + box->width
        && crosses (box, x[i], y[i], x[i + 1], y[i + 1]))
      count++;
  return count;
}
