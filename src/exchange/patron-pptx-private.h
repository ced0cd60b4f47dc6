/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-deck-private.h"

G_BEGIN_DECLS

/* The namespaces of a part of a presentation. */
#define PATRON_PPTX_NAMESPACES                                                \
  " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""       \
  " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"        \
  "relationships\""                                                           \
  " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""

#define PATRON_PPTX_RELATIONS                                                 \
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/* EMU of a px at 96 dpi */
#define PATRON_PPTX_EMU 9525

/* patron-pptx-theme.c: what every presentation has */
void     patron_pptx_add_masters (PatronPackage     *package,
                                  const PatronDeck  *deck);

/* patron-pptx-slide.c */
GString *patron_pptx_slide       (const PatronDeck  *deck,
                                  const PatronSlide *slide,
                                  guint              number);
GString *patron_pptx_notes       (const PatronSlide *slide);

/* EMU of a thin line */
#define PATRON_PPTX_THIN 9525

/**
 * PatronPptxChart:
 * @format: how the numbers of the axis are written
 * @labelled: whether lines tell their ends
 *
 * A chart that is being written.
 */
typedef struct
{
  const PatronDeck  *deck;
  const PatronSlide *slide;
  const PatronChart *chart;
  const PatronGrid  *grid;
  GString           *xml;
  char              *format;
  gboolean           labelled;
} PatronPptxChart;

/* patron-pptx-chart.c */
void     patron_pptx_add_text_style (PatronPptxChart *self,
                                     int              size,
                                     gboolean         bold,
                                     PatronColour     colour);
void     patron_pptx_add_line    (PatronPptxChart   *self,
                                  PatronColour       colour,
                                  int                width,
                                  gboolean           dashed);
GString *patron_pptx_chart       (const PatronDeck  *deck,
                                  const PatronSlide *slide,
                                  const PatronGrid  *grid);

/* patron-pptx-interval.c */
void     patron_pptx_add_intervals (PatronPptxChart *self,
                                    guint            series,
                                    PatronColour     colour);
void     patron_pptx_cover_intervals (PatronPptxChart *self,
                                      PatronChartAxis *axis);

/* patron-pptx-axis.c */
void     patron_pptx_add_category_axis (PatronPptxChart *self);
void     patron_pptx_add_value_axis (PatronPptxChart *self,
                                     gboolean         across);
void     patron_pptx_add_point_axis (PatronPptxChart *self,
                                     gboolean         upright,
                                     const char      *format);

G_END_DECLS
