/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart.h"

G_BEGIN_DECLS

/**
 * PatronTreeDetail:
 *
 * How much of a tree a picture has room for.
 */
typedef enum
{
  PATRON_TREE_CARDS, /* all, and all that is said of each */
  PATRON_TREE_NAMES, /* all, with tone and value */
  PATRON_TREE_LINES, /* all, in one line each */
  PATRON_TREE_PART,  /* the first levels */
} PatronTreeDetail;

void             patron_chart_tree_get_size   (const PatronChart     *chart,
                                               const PatronChartData *data,
                                               const PatronTheme     *theme,
                                               PatronMeasurer        *measurer,
                                               double                *width,
                                               double                *height);
PatronTreeDetail patron_chart_tree_get_detail (const PatronChart     *chart,
                                               const PatronChartData *data,
                                               const PatronTheme     *theme,
                                               double                 width,
                                               double                 height,
                                               PatronMeasurer        *measurer);

/* patron-chart-tree-draw.c */
PatronItem      *patron_scene_add_status_mark (PatronScene           *scene,
                                               PatronRole             role,
                                               const PatronTheme     *theme,
                                               PatronTone             tone,
                                               double                 x,
                                               double                 y,
                                               double                 radius);

G_END_DECLS
