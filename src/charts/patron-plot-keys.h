/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-private.h"

G_BEGIN_DECLS

typedef enum
{
  PATRON_PLOT_KEY_AREA,        /* a piece of a range or a part */
  PATRON_PLOT_KEY_BAR,         /* a bar of a measure */
  PATRON_PLOT_KEY_TICK,        /* a bold line across a bar */
  PATRON_PLOT_KEY_LIGHT_TICK,  /* a light line across a bar */
  PATRON_PLOT_KEY_HATCH,       /* a cell without a value */
} PatronPlotKeyKind;

/**
 * PatronPlotKey:
 *
 * What a piece of a chart stands for: a small picture of it, and words.
 */
typedef struct
{
  PatronPlotKeyKind kind;
  PatronColour colour;
  char *text;
} PatronPlotKey;

GArray     *patron_keys_new          (void);
void        patron_keys_add          (GArray           *keys,
                                      PatronPlotKeyKind     kind,
                                      PatronColour      colour,
                                      const char       *text);
double      patron_plot_add_keys     (PatronPlot       *self,
                                      const GArray     *keys,
                                      double            top,
                                      guint             max_rows,
                                      gboolean          measure_only);
void        patron_plot_add_hatching (PatronPlot       *self,
                                      const PatronBox  *box);
PatronItem *patron_plot_add_middle   (PatronPlot       *self,
                                      PatronRole        role,
                                      const PatronFont *font,
                                      const char       *text,
                                      double            x,
                                      double            middle,
                                      PatronAlign       align,
                                      PatronColour      colour);
void        patron_plot_add_block    (PatronPlot       *self,
                                      PatronRole        role,
                                      const PatronFont *font,
                                      GArray           *lines,
                                      double            x,
                                      double            middle,
                                      PatronAlign       align,
                                      PatronColour      colour);
void        patron_plot_add_message  (PatronPlot       *self,
                                      const char       *text);

G_END_DECLS
