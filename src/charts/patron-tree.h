/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart.h"

G_BEGIN_DECLS

/**
 * PatronTreeNode:
 * @point: the point of the first series
 * @parent: the index of the node that it is part of, or -1
 * @depth: how many nodes it is part of, one through another
 * @end: the index after the last node that is part of it, one through another
 */
typedef struct
{
  gsize point;
  int   parent;
  guint depth;
  guint end;
} PatronTreeNode;

/**
 * PatronTree:
 * @nodes: (array length=n): the nodes, each before what is part of it
 * @n: how many
 * @n_levels: how deep they go
 *
 * The points of a chart, as parts of one another.
 */
typedef struct
{
  PatronTreeNode *nodes;
  guint           n;
  guint           n_levels;
} PatronTree;

PatronTree *patron_tree_new  (const PatronChartData *data);
void        patron_tree_free (PatronTree            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronTree, patron_tree_free)

G_END_DECLS
