/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* Scenes as PDF, their text selectable. */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "patron-date.h"
#include "patron-error.h"
#include "patron-render.h"

#define POINTS_PER_PX 0.75

typedef struct
{
  GOutputStream *stream;
  GCancellable  *cancellable;
  GError        *error;
} Pdf;

static cairo_status_t
pdf_write_cb (void          *closure,
              const guchar  *data,
              unsigned int   length)
{
  Pdf *self = closure;

  if (self->error == NULL
      && g_output_stream_write_all (self->stream, data, length, NULL,
                                    self->cancellable, &self->error))
    return CAIRO_STATUS_SUCCESS;
  return CAIRO_STATUS_WRITE_ERROR;
}

/* Whoever builds reproducibly says which time is now. */
static char *
get_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  return patron_date_time_to_text (
      epoch != NULL ? g_ascii_strtoll (epoch, NULL, 10)
                    : patron_date_time_now ());
}

static void
set_metadata (cairo_surface_t     *surface,
              const PatronCaption *caption,
              const char          *subject)
{
  g_autofree char *date = get_date ();

  if (caption->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                    caption->title);
  if (caption->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                    caption->author);
  if (subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                    subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Patron " PATRON_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  date);
}

static cairo_status_t
draw_pages (Pdf            *self,
            cairo_surface_t *surface,
            guint           n_pages,
            PatronPageFunc  draw,
            gpointer        data)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, POINTS_PER_PX, POINTS_PER_PX);
  for (guint i = 0; i < n_pages; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable,
                                                &self->error))
        break;
      cairo_save (cr);
      draw (surface, cr, i, data);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

/**
 * patron_pdf_write_pages:
 * @width: of a page, in px at 96 dpi
 * @height: likewise
 * @subject: (nullable): what it shows in words
 * @draw: (scope call): draws a page
 *
 * Writes a PDF of several pages.
 *
 * Returns: whether it was written
 */
gboolean
patron_pdf_write_pages (guint                n_pages,
                        double               width,
                        double               height,
                        const PatronCaption *caption,
                        const char          *subject,
                        PatronPageFunc       draw,
                        gpointer             data,
                        GOutputStream       *stream,
                        GCancellable        *cancellable,
                        GError             **error)
{
  Pdf self = { .stream = stream, .cancellable = cancellable };
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      pdf_write_cb, &self, width * POINTS_PER_PX, height * POINTS_PER_PX);
  cairo_status_t status;

  set_metadata (surface, caption, subject);
  status = draw_pages (&self, surface, n_pages, draw, data);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return FALSE;
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                   _("The page cannot be painted: %s"),
                   cairo_status_to_string (status));
      return FALSE;
    }
  return TRUE;
}

static void
draw_scene_cb (cairo_surface_t *surface,
               cairo_t         *cr,
               guint            page,
               gpointer         data)
{
  patron_scene_draw (data, cr);
}

/**
 * patron_pdf_write:
 *
 * Writes a scene as a PDF of one page, in the scene's size at 96 px an inch.
 *
 * Returns: whether it was written
 */
gboolean
patron_pdf_write (const PatronScene   *scene,
                  const PatronCaption *caption,
                  GOutputStream       *stream,
                  GCancellable        *cancellable,
                  GError             **error)
{
  return patron_pdf_write_pages (
      1, patron_scene_get_width (scene), patron_scene_get_height (scene),
      caption, patron_scene_get_alt_text (scene), draw_scene_cb,
      (gpointer) scene, stream, cancellable, error);
}
