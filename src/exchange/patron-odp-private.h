/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-deck-private.h"

G_BEGIN_DECLS

/* The namespaces of every part. */
#define PATRON_ODP_NAMESPACES                                                 \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""       \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""         \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""           \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""         \
  " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""        \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:"                       \
  "xsl-fo-compatible:1.0\""                                                  \
  " xmlns:xlink=\"http://www.w3.org/1999/xlink\""                            \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""                           \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""           \
  " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""    \
  " xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:"             \
  "presentation:1.0\""                                                       \
  " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""  \
  " xmlns:chart=\"urn:oasis:names:tc:opendocument:xmlns:chart:1.0\""         \
  " xmlns:chartooo=\"http://openoffice.org/2010/chart\""                     \
  " office:version=\"1.2\""

/* patron-odp.c */
char    *patron_odp_length (double             px);

/**
 * PatronOdpChart:
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
  gboolean           labelled;
} PatronOdpChart;

/* An axis of a single date has no length, and is drawn nowhere. */
static inline gboolean
patron_odp_has_dates (const PatronOdpChart *self)
{
  return patron_grid_has_dates (self->chart) && self->grid->n > 1;
}

/* patron-odp-chart-style.c */
const char *patron_odp_name_place (PatronNamePlace   place);
void     patron_odp_add_chart_styles (PatronOdpChart *self);

/* patron-odp-chart.c */
GString *patron_odp_chart  (const PatronDeck  *deck,
                            const PatronSlide *slide,
                            const PatronGrid  *grid);

G_END_DECLS
