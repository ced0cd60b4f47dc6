/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* The picture of a slide, for those who cannot edit it: letters are shapes,
 * so that it looks the same without its fonts. */

#include "config.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "patron-deck-private.h"
#include "patron-error.h"
#include "patron-render.h"

/* px of the file for a px of the slide: sharp on a screen of 2560 px */
#define PNG_SCALE 2.0

static cairo_status_t
append_cb (void         *closure,
           const guchar *data,
           unsigned int  length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* patron_deck_draw_svg:
 *
 * Returns: (transfer full) (nullable): the body of a slide as SVG
 */
GBytes *
patron_deck_draw_svg (const PatronSlide  *slide,
                      GError            **error)
{
  GByteArray *svg = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (
      append_cb, svg, slide->box.width, slide->box.height);
  cairo_t *cr;
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cr = cairo_create (surface);
  patron_scene_draw (slide->body, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (svg);
  g_byte_array_unref (svg);
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
               _("The picture of “%s” cannot be painted: %s"), slide->title,
               cairo_status_to_string (status));
  return NULL;
}

/* patron_deck_draw_png:
 *
 * Returns: (transfer full) (nullable): the body of a slide as PNG
 */
GBytes *
patron_deck_draw_png (const PatronSlide  *slide,
                      GError            **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  PatronCaption caption = { slide->title, NULL };

  if (!patron_png_write (slide->body, &caption, PNG_SCALE, FALSE, stream,
                         NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (
      G_MEMORY_OUTPUT_STREAM (stream));
}

/* patron_deck_colour:
 *
 * Returns: (transfer full): a colour as six hexadecimal digits
 */
char *
patron_deck_colour (PatronColour colour)
{
  return g_strdup_printf ("%06X", colour >> 8);
}

/* patron_deck_series_colour:
 *
 * Returns: the colour of a series of the slide's chart: its own, or the one of
 *   its place
 */
PatronColour
patron_deck_series_colour (const PatronSlide *slide,
                           guint              series)
{
  const GArray *all = slide->chart->series;
  int own = series < all->len
                ? g_array_index (all, PatronChartSeries, series).colour
                : -1;

  return patron_theme_series (&slide->theme, own >= 0 ? own : (int) series);
}

/* patron_deck_is_expected:
 *
 * Returns: whether a series of the slide's chart is what others are held
 *   against
 */
gboolean
patron_deck_is_expected (const PatronSlide *slide,
                         guint              series)
{
  const GArray *all = slide->chart->series;

  return series < all->len
         && g_array_index (all, PatronChartSeries, series).expected;
}
