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

/* patron-pptx-chart.c */
GString *patron_pptx_chart       (const PatronDeck  *deck,
                                  const PatronSlide *slide,
                                  const PatronGrid  *grid);

G_END_DECLS
