/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* From points that say what they are part of to a tree. */

#include "patron-tree.h"

#include <math.h>

/* More cannot be drawn on any paper. */
#define MOST_NODES 100000

/* A point is something where it has a name or a value. */
static gboolean
is_there (const PatronChartData   *data,
          const PatronChartPoints *points,
          gsize                    i)
{
  if (isfinite (points->y[i]))
    return TRUE;
  if (points->names != NULL && !patron_text_is_empty (points->names[i]))
    return TRUE;
  return points->x[i] > -0.5 && points->x[i] < MOST_NODES
         && !patron_text_is_empty (patron_chart_data_get_category (
           data, (gsize) round (points->x[i])));
}

/* The index of the point at @x, or -1. */
static int
find_point (const PatronChartPoints *points,
            const gsize             *kept,
            guint                    n,
            double                   x)
{
  guint from = 0, to = n;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (points->x[kept[middle]] < x)
        from = middle + 1;
      else
        to = middle;
    }
  return from < n && points->x[kept[from]] == x ? (int) from : -1;
}

/* What is part of itself, one through another, is part of nothing. */
static void
cut_circles (int   *parents,
             guint  n)
{
  g_autofree guint *seen = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    for (int at = (int) i; at >= 0 && seen[at] == 0;)
      {
        int next = parents[at];

        seen[at] = i + 1;
        if (next >= 0 && seen[next] == i + 1)
          parents[at] = next = -1;
        at = next;
      }
}

/* Puts the nodes in order: parts follow their whole, as they came. */
static void
put_in_order (PatronTree  *self,
              const gsize *kept,
              const int   *parents)
{
  guint n = self->n, placed = 0;
  g_autofree int *first = g_new (int, n + 1);
  g_autofree int *next = g_new (int, n + 1);
  g_autofree guint *place = g_new0 (guint, n + 1);
  int roots = -1;

  for (guint i = 0; i < n; i++)
    first[i] = -1;
  for (guint i = n; i > 0; i--)
    {
      int *list = parents[i - 1] >= 0 ? &first[parents[i - 1]] : &roots;

      next[i - 1] = *list;
      *list = (int) i - 1;
    }
  for (int at = roots; at >= 0;)
    {
      PatronTreeNode *node = &self->nodes[placed];
      int parent = parents[at];

      *node = (PatronTreeNode) { kept[at], -1, 0, placed + 1 };
      if (parent >= 0)
        {
          node->parent = (int) place[parent];
          node->depth = self->nodes[node->parent].depth + 1;
        }
      self->n_levels = MAX (self->n_levels, node->depth + 1);
      place[at] = placed++;
      if (first[at] >= 0)
        {
          at = first[at];
          continue;
        }
      while (at >= 0 && next[at] < 0)
        at = parents[at];
      at = at >= 0 ? next[at] : -1;
    }
  for (guint i = n; i > 0; i--)
    {
      const PatronTreeNode *node = &self->nodes[i - 1];

      if (node->parent >= 0)
        self->nodes[node->parent].end
          = MAX (self->nodes[node->parent].end, node->end);
    }
}

/**
 * patron_tree_new:
 *
 * Reads the points of the first series. What is part of itself, or of a point
 * that is not there, is taken as part of nothing.
 *
 * Returns: (transfer full): the tree
 */
PatronTree *
patron_tree_new (const PatronChartData *data)
{
  PatronTree *self = g_new0 (PatronTree, 1);
  const PatronChartPoints *points
    = data->series->len > 0
        ? &g_array_index (data->series, PatronChartPoints, 0)
        : NULL;
  gsize most = points != NULL ? MIN (points->n, MOST_NODES) : 0;
  g_autofree gsize *kept = g_new (gsize, most + 1);
  g_autofree int *parents = g_new (int, most + 1);

  for (gsize i = 0; i < most; i++)
    if (is_there (data, points, i))
      kept[self->n++] = i;
  for (guint i = 0; i < self->n; i++)
    parents[i] = points->parents != NULL
                   ? find_point (points, kept, self->n,
                                 points->parents[kept[i]])
                   : -1;
  cut_circles (parents, self->n);
  self->nodes = g_new0 (PatronTreeNode, self->n + 1);
  put_in_order (self, kept, parents);
  return self;
}

/**
 * patron_tree_free:
 *
 * Frees the tree.
 */
void
patron_tree_free (PatronTree *self)
{
  g_free (self->nodes);
  g_free (self);
}
