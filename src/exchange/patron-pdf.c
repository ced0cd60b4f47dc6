/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* A scene as PDF: one page of the scene's size, its text selectable. */

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
              const PatronScene   *scene,
              const PatronCaption *caption)
{
  const char *alt_text = patron_scene_get_alt_text (scene);
  g_autofree char *date = get_date ();

  if (caption->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                    caption->title);
  if (caption->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                    caption->author);
  if (alt_text != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                    alt_text);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Patron " PATRON_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  date);
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
  Pdf self = { .stream = stream, .cancellable = cancellable };
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      pdf_write_cb, &self, patron_scene_get_width (scene) * POINTS_PER_PX,
      patron_scene_get_height (scene) * POINTS_PER_PX);
  cairo_t *cr;
  cairo_status_t status;

  set_metadata (surface, scene, caption);
  cr = cairo_create (surface);
  cairo_scale (cr, POINTS_PER_PX, POINTS_PER_PX);
  patron_scene_draw (scene, cr);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
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
