/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-private.h"
#include "patron-chart-tree.h"
#include "patron-tree.h"

G_BEGIN_DECLS

/* What both measuring and drawing keep to, in px at zoom 1. */
#define PATRON_TREE_PAD 10.0
#define PATRON_TREE_LINE_PAD 4.0
#define PATRON_TREE_EDGE 4.0
#define PATRON_TREE_BAR 5.0
#define PATRON_TREE_BAR_GAP 6.0
#define PATRON_TREE_MARK_SPACE 16.0

/**
 * PatronTreeLayout:
 * @plot: the picture
 * @tree: its nodes
 * @points: the points that they are
 * @expected: (nullable): the points that they are held against
 * @detail: how much of each is drawn
 * @name_lines: the most lines of a name
 * @zoom: what type and distances of the cards are multiplied with
 * @n_levels: how many levels are drawn
 * @n_roots: how many of the nodes that are part of none
 * @card: how wide a card is
 * @gap_x: px from a card to its parts
 * @gap_y: px between cards below each other
 * @name_font: of leaves
 * @strong_font: of what has parts
 * @fact_font: of what is said of them
 * @marked: whether the points have tones
 * @barred: whether values are shares, and drawn as bars
 * @heights: (array): of cards
 * @blocks: (array): of cards with all their parts
 * @tops: (array): of cards
 * @total: px from the top of the first card to the bottom of the last
 *
 * A tree as it is laid out.
 */
typedef struct
{
  PatronPlot              *plot;
  const PatronTree        *tree;
  const PatronChartPoints *points;
  const PatronChartPoints *expected;
  PatronTreeDetail         detail;
  guint                    name_lines;
  double                   zoom;
  guint                    n_levels;
  guint                    n_roots;
  double                   card;
  double                   gap_x;
  double                   gap_y;
  PatronFont               name_font;
  PatronFont               strong_font;
  PatronFont               fact_font;
  gboolean                 marked;
  gboolean                 barred;
  double                  *heights;
  double                  *blocks;
  double                  *tops;
  double                   total;
} PatronTreeLayout;

/* patron-chart-tree.c */
gboolean patron_tree_layout_has_bar (const PatronTreeLayout *self,
                                     guint                   node);

/* patron-chart-tree-draw.c */
double   patron_tree_layout_measure (PatronTreeLayout       *self,
                                     guint                   node);
void     patron_tree_layout_draw    (PatronTreeLayout       *self,
                                     guint                   end);

/* patron-chart-tree-words.c */
char    *patron_tree_write_facts    (const PatronChart      *chart,
                                     const PatronFormat     *format,
                                     const PatronChartPoints *points,
                                     gsize                   i,
                                     gboolean                details);

G_END_DECLS
