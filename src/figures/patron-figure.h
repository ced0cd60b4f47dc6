/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"
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

G_END_DECLS
