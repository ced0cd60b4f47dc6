/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* A presentation as PDF, a page each slide, its titles in the outline. */

#include <cairo-pdf.h>

#include "patron-deck-private.h"
#include "patron-render.h"

static void
draw_cb (cairo_surface_t *surface,
         cairo_t         *cr,
         guint            page,
         gpointer         data)
{
  const PatronSlide *slide = patron_deck_get_slide (data, page);
  g_autofree char *place = g_strdup_printf ("page=%u", page + 1);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT,
                                 slide->title, place, 0);
  patron_deck_draw_slide (data, page, cr);
}

/**
 * patron_deck_draw_slide:
 * @index: of the slide
 *
 * Paints a slide, %PATRON_DECK_WIDTH by %PATRON_DECK_HEIGHT px from the
 * origin.
 */
void
patron_deck_draw_slide (const PatronDeck *self,
                        guint             index,
                        cairo_t          *cr)
{
  const PatronSlide *slide = patron_deck_get_slide (self, index);

  cairo_save (cr);
  patron_scene_draw (slide->frame, cr);
  cairo_translate (cr, slide->box.x, slide->box.y);
  if (slide->body != NULL)
    patron_scene_draw (slide->body, cr);
  cairo_restore (cr);
}

/* patron_deck_write_pdf:
 *
 * Returns: whether it was written
 */
gboolean
patron_deck_write_pdf (const PatronDeck  *self,
                       GOutputStream     *stream,
                       GCancellable      *cancellable,
                       GError           **error)
{
  PatronCaption caption = { self->title, self->author };

  return patron_pdf_write_pages (self->slides->len, PATRON_DECK_WIDTH,
                                 PATRON_DECK_HEIGHT, &caption, NULL, draw_cb,
                                 (gpointer) self, stream, cancellable, error);
}
