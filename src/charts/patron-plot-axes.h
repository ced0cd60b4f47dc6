/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the axes share, and only they need. */

#include "patron-chart-private.h"

G_BEGIN_DECLS

/* px between labels of a bottom axis, at zoom 1 */
#define PATRON_AXIS_LABEL_GAP 22.0
/* Under these the labels of an axis are left out. */
#define PATRON_AXIS_LEAST_WIDTH 60.0
#define PATRON_AXIS_LEAST_HEIGHT 24.0

/* Lines of one px are sharp on half a px. */
static inline double
patron_axis_sharp (double position)
{
  return floor (position) + 0.5;
}

/* patron-plot-axes.c */
void     patron_axis_drop_labels      (PatronTicks       *ticks);
double   patron_axis_bottom_at        (const PatronPlot  *self,
                                       const PatronTicks *ticks,
                                       double             value);
double   patron_axis_bottom_left      (const PatronPlot  *self,
                                       double             centre,
                                       double             width);
gboolean patron_axis_bottom_fits      (PatronPlot        *self,
                                       const PatronTicks *ticks);
void     patron_axis_add_bottom_label (PatronPlot        *self,
                                       const char        *text,
                                       double             x,
                                       double             top);

/* patron-plot-axis-values.c */
void     patron_axis_add_title_over    (PatronPlot *self);
void     patron_axis_add_left_values   (PatronPlot *self);
void     patron_axis_add_bottom_values (PatronPlot *self);

/* patron-plot-axis-dates.c */
void     patron_axis_add_dates         (PatronPlot *self);

/* patron-plot-axis-categories.c */
void     patron_axis_add_categories    (PatronPlot *self);

G_END_DECLS
