/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart.h"
#include "patron-document.h"
#include "patron-goal-tree.h"
#include "patron-scene.h"
#include "patron-theme.h"

G_BEGIN_DECLS

/**
 * PatronFigureKind:
 * @PATRON_FIGURE_PORTRAIT: the poster of a pen portrait
 * @PATRON_FIGURE_CHART: the line of a KPI with its target
 * @PATRON_FIGURE_SAVED: a chart that the user keeps
 * @PATRON_FIGURE_JOURNEY: the map of a journey
 * @PATRON_FIGURE_GOALS: the goals as a tree
 * @PATRON_FIGURE_TIMELINE: the goals over time
 *
 * What can be drawn of a strategy.
 */
typedef enum
{
  PATRON_FIGURE_PORTRAIT,
  PATRON_FIGURE_CHART,
  PATRON_FIGURE_SAVED,
  PATRON_FIGURE_JOURNEY,
  PATRON_FIGURE_GOALS,
  PATRON_FIGURE_TIMELINE,
} PatronFigureKind;

/**
 * PatronFigurePart:
 * @first_stage: the first stage that is shown, counted from 0
 * @n_stages: how many are shown
 * @first_lane: the first lane that is shown; with that one, the experience
 * @n_lanes: how many are shown
 *
 * What of a journey goes onto one slide.
 */
typedef struct
{
  guint first_stage;
  guint n_stages;
  guint first_lane;
  guint n_lanes;
} PatronFigurePart;

#define PATRON_N_FIGURE_KINDS 6

const char  *patron_figure_kind_get_id     (PatronFigureKind   kind);
const char  *patron_figure_kind_get_entity (PatronFigureKind   kind);
gboolean     patron_figure_kind_from_id    (const char        *id,
                                            PatronFigureKind  *kind);
void         patron_figure_get_size        (PatronFigureKind   kind,
                                            double            *width,
                                            double            *height);
char        *patron_figure_write_title     (PatronFigureKind   kind,
                                            PatronRecord      *record);
gboolean     patron_figure_has_content     (PatronDocument    *document,
                                            PatronFigureKind   kind);
void         patron_figure_set_brand       (PatronTheme       *theme,
                                            PatronDocument    *document);
void         patron_figure_init_theme      (PatronTheme       *theme,
                                            PatronThemeKind    kind,
                                            PatronDocument    *document);
PatronScene *patron_figure_layout          (PatronDocument    *document,
                                            PatronFigureKind   kind,
                                            PatronRecord      *record,
                                            const PatronTheme *theme,
                                            PatronMeasurer    *measurer,
                                            double             width,
                                            double             height);
PatronScene *patron_figure_layout_part     (PatronDocument    *document,
                                            PatronRecord      *journey,
                                            const PatronFigurePart *part,
                                            const PatronTheme *theme,
                                            PatronMeasurer    *measurer,
                                            double             width,
                                            double             height);
void         patron_figure_make_goals      (const PatronGoalTree *tree,
                                            gint64             goal,
                                            PatronChart      **chart,
                                            PatronChartData  **data);
void         patron_figure_make_chart      (PatronDocument    *document,
                                            PatronRecord      *kpi,
                                            PatronChart      **chart,
                                            PatronChartData  **data);

G_END_DECLS
