/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* A scene as PNG. It is painted in stripes, so that a wall poster of 30,000
 * px a side takes no more memory than a screenful, and packed by libpng at a
 * low level and without filters, which is several times faster than cairo's
 * own writer at much the same size. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <png.h>

#include "patron-error.h"
#include "patron-render.h"

#define STRIPE_SIZE (16 * 1024 * 1024)
#define PACKING_LEVEL 3
#define INCHES_PER_METRE 39.37007874015748

typedef struct
{
  png_structp      png;
  png_infop        info;
  GOutputStream   *stream;
  GCancellable    *cancellable;
  GError          *error;
  cairo_surface_t *stripe;
  guchar          *row;
  int              width;
  int              height;
  gboolean         transparent;
} Png;

static void
png_write_cb (png_structp png,
              png_bytep   data,
              png_size_t  length)
{
  Png *self = png_get_io_ptr (png);

  if (self->error == NULL)
    g_output_stream_write_all (self->stream, data, length, NULL,
                               self->cancellable, &self->error);
  if (self->error != NULL)
    png_error (png, self->error->message);
}

static void
png_flush_cb (png_structp png)
{
}

static void
png_error_cb (png_structp     png,
              png_const_charp message)
{
  Png *self = png_get_error_ptr (png);

  if (self->error == NULL)
    g_set_error (&self->error, PATRON_ERROR, PATRON_ERROR_FAILED,
                 _("The picture cannot be packed: %s"), message);
  longjmp (png_jmpbuf (png), 1);
}

static void
png_warning_cb (png_structp     png,
                png_const_charp message)
{
  g_debug ("libpng: %s", message);
}

/* cairo's pixels are 0xAARRGGBB in the machine's order, with the alpha
 * multiplied in; PNG's are bytes, without. */
static void
convert_row (const guint32 *pixels,
             guchar        *row,
             int            width,
             gboolean       alpha)
{
  for (int i = 0; i < width; i++)
    {
      guint32 pixel = pixels[i];
      guint a = pixel >> 24;
      guint r = pixel >> 16 & 0xff, g = pixel >> 8 & 0xff, b = pixel & 0xff;

      if (a != 0xff && a != 0)
        {
          r = (r * 255 + a / 2) / a;
          g = (g * 255 + a / 2) / a;
          b = (b * 255 + a / 2) / a;
        }
      *row++ = (guchar) r;
      *row++ = (guchar) g;
      *row++ = (guchar) b;
      if (alpha)
        *row++ = (guchar) a;
    }
}

static cairo_status_t
paint_stripe (Png               *self,
              const PatronScene *scene,
              double             scale,
              int                top)
{
  cairo_t *cr = cairo_create (self->stripe);
  cairo_status_t status;

  if (self->transparent)
    cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  else
    cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_translate (cr, 0, -top);
  cairo_scale (cr, scale, scale);
  patron_scene_draw (scene, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->stripe);
  return status;
}

static void
add_text (Png        *self,
          const char *key,
          const char *text)
{
  png_text chunk = { 0 };

  if (text == NULL || *text == '\0')
    return;
  chunk.compression = PNG_ITXT_COMPRESSION_NONE;
  chunk.key = (png_charp) key;
  chunk.text = (png_charp) text;
  chunk.lang = (png_charp) "";
  chunk.lang_key = (png_charp) "";
  png_set_text (self->png, self->info, &chunk, 1);
}

static void
write_head (Png                 *self,
            const PatronScene   *scene,
            const PatronCaption *caption,
            double               scale)
{
  png_uint_32 density = (png_uint_32) lround (96 * scale * INCHES_PER_METRE);

  png_set_IHDR (self->png, self->info, (png_uint_32) self->width,
                (png_uint_32) self->height, 8,
                self->transparent ? PNG_COLOR_TYPE_RGB_ALPHA
                                  : PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (self->png, self->info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (self->png, self->info, density, density,
                PNG_RESOLUTION_METER);
  add_text (self, "Title", caption->title);
  add_text (self, "Author", caption->author);
  add_text (self, "Description", patron_scene_get_alt_text (scene));
  add_text (self, "Software", "Patron " PATRON_VERSION);
  png_set_compression_level (self->png, PACKING_LEVEL);
  png_set_filter (self->png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_write_info (self->png, self->info);
}

/* Errors of libpng jump back to here: nothing that must be freed may be made
 * below, but in @self. */
static gboolean
write_all (Png                 *self,
           const PatronScene   *scene,
           const PatronCaption *caption,
           double               scale)
{
  int n_rows = cairo_image_surface_get_height (self->stripe);
  int stride = cairo_image_surface_get_stride (self->stripe);

  if (setjmp (png_jmpbuf (self->png)))
    return FALSE;

  write_head (self, scene, caption, scale);
  for (int top = 0; top < self->height; top += n_rows)
    {
      const guchar *pixels;
      cairo_status_t status = paint_stripe (self, scene, scale, top);

      if (g_cancellable_set_error_if_cancelled (self->cancellable,
                                                &self->error))
        return FALSE;
      if (status != CAIRO_STATUS_SUCCESS)
        {
          g_set_error (&self->error, PATRON_ERROR, PATRON_ERROR_FAILED,
                       _("The picture cannot be painted: %s"),
                       cairo_status_to_string (status));
          return FALSE;
        }
      pixels = cairo_image_surface_get_data (self->stripe);
      for (int y = 0; y < n_rows && top + y < self->height; y++)
        {
          convert_row ((const guint32 *) (const void *) (pixels + y * stride),
                       self->row, self->width, self->transparent);
          png_write_row (self->png, self->row);
        }
    }
  png_write_end (self->png, NULL);
  return TRUE;
}

static gboolean
write_stripes (Png                 *self,
               const PatronScene   *scene,
               const PatronCaption *caption,
               double               scale)
{
  int n_rows = CLAMP (STRIPE_SIZE / (self->width * 4), 1, self->height);
  gboolean written = FALSE;

  self->png = png_create_write_struct (PNG_LIBPNG_VER_STRING, self,
                                       png_error_cb, png_warning_cb);
  self->info = png_create_info_struct (self->png);
  png_set_write_fn (self->png, self, png_write_cb, png_flush_cb);
  self->stripe = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width,
                                             n_rows);
  self->row = g_malloc ((gsize) self->width * 4);

  if (cairo_surface_status (self->stripe) == CAIRO_STATUS_SUCCESS)
    written = write_all (self, scene, caption, scale);
  else
    g_set_error_literal (&self->error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
                         _("There is not enough memory for the picture"));

  g_free (self->row);
  cairo_surface_destroy (self->stripe);
  png_destroy_write_struct (&self->png, &self->info);
  return written;
}

/**
 * patron_png_write:
 * @scale: how many px of the picture make one of the scene
 * @transparent: whether what the scene leaves open is see-through, not white
 *
 * Writes a scene as PNG, in 8 bits a channel and sRGB, with the density that
 * gives it the scene's size on paper.
 *
 * Returns: whether it was written; if not, @error is
 *   %PATRON_ERROR_TOO_LARGE where a side is over %PATRON_PNG_MAX_SIDE
 */
gboolean
patron_png_write (const PatronScene   *scene,
                  const PatronCaption *caption,
                  double               scale,
                  gboolean             transparent,
                  GOutputStream       *stream,
                  GCancellable        *cancellable,
                  GError             **error)
{
  double width = ceil (patron_scene_get_width (scene) * scale - 1e-6);
  double height = ceil (patron_scene_get_height (scene) * scale - 1e-6);
  Png self = { .stream = stream, .cancellable = cancellable,
               .transparent = transparent };

  if (!(width >= 1 && height >= 1 && width <= PATRON_PNG_MAX_SIDE
        && height <= PATRON_PNG_MAX_SIDE))
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
                   _("A picture of %.0f × %.0f pixels cannot be painted: a "
                     "side has 1 to %d. Choose another size, or SVG or PDF"),
                   width, height, PATRON_PNG_MAX_SIDE);
      return FALSE;
    }
  self.width = (int) width;
  self.height = (int) height;
  if (write_stripes (&self, scene, caption, scale))
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}
