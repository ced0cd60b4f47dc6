/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include "patron-image.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-error.h"

/* A picture is shown a few hundred px wide: more is only slow. */
#define LARGEST_SIDE 2048
#define LARGEST_BYTES (64 * 1024 * 1024)
#define LARGEST_PIXELS (100.0 * 1000 * 1000)

struct _PatronImage
{
  GBytes *bytes;
  const char *mime_type; /* interned */
  cairo_surface_t *surface;
};

G_DEFINE_BOXED_TYPE (PatronImage, patron_image, patron_image_ref,
                     patron_image_unref)

typedef struct
{
  gboolean too_large;
  gboolean scaled;
} LoadState;

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  LoadState       *state)
{
  double scale = LARGEST_SIDE / (double) MAX (1, MAX (width, height));

  state->too_large = (double) width * height > LARGEST_PIXELS;
  if (state->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (scale < 1)
    {
      state->scaled = TRUE;
      gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)),
                                  MAX (1, (int) (height * scale)));
    }
}

static guint32
premultiply (const guchar *pixel,
             gboolean      has_alpha)
{
  guint alpha = has_alpha ? pixel[3] : 255;
  guint red = (pixel[0] * alpha + 127) / 255;
  guint green = (pixel[1] * alpha + 127) / 255;
  guint blue = (pixel[2] * alpha + 127) / 255;

  return alpha << 24 | red << 16 | green << 8 | blue;
}

static cairo_surface_t *
surface_from_pixbuf (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  gboolean has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  const guchar *from = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (
    has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  guchar *to = cairo_image_surface_get_data (surface);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guchar *p = from + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *row = (guint32 *) (gpointer) (
        to + (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, p += n_channels)
        row[x] = premultiply (p, has_alpha);
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
unref_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

/* A JPEG goes into a PDF as it is. */
static void
attach_original (PatronImage *self)
{
  if (!g_str_equal (self->mime_type, "image/jpeg"))
    return;
  cairo_surface_set_mime_data (self->surface, CAIRO_MIME_TYPE_JPEG,
                               g_bytes_get_data (self->bytes, NULL),
                               g_bytes_get_size (self->bytes), unref_bytes,
                               g_bytes_ref (self->bytes));
}

static const char *
sniff (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "image/png";
  if (size > 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    return "image/jpeg";
  return NULL;
}

static GdkPixbuf *
load (GBytes     *bytes,
      const char *mime_type,
      LoadState  *state,
      GError    **error)
{
  g_autoptr (GdkPixbufLoader) loader
    = gdk_pixbuf_loader_new_with_mime_type (mime_type, error);
  GdkPixbuf *pixbuf;
  gboolean good;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb),
                    state);
  good = gdk_pixbuf_loader_write_bytes (loader, bytes, error);
  if (!gdk_pixbuf_loader_close (loader, good ? error : NULL) || !good)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

/**
 * patron_image_new:
 * @bytes: a PNG or JPEG file
 *
 * Decodes a picture, turned as its camera says and at most 2048 px a side.
 *
 * Returns: (transfer full): the picture, or %NULL with @error set where
 *   @bytes is none or is far too large
 */
PatronImage *
patron_image_new (GBytes  *bytes,
                  GError **error)
{
  const char *mime_type = sniff (bytes);
  LoadState state = { FALSE, FALSE };
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  g_autoptr (GError) cause = NULL;
  const char *orientation;
  PatronImage *self;

  if (mime_type == NULL)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   _("The picture is neither PNG nor JPEG. Convert it to one"
                     " of these and choose it again."));
      return NULL;
    }
  if (g_bytes_get_size (bytes) <= LARGEST_BYTES)
    pixbuf = load (bytes, mime_type, &state, &cause);
  if (g_bytes_get_size (bytes) > LARGEST_BYTES || state.too_large)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
                   _("The picture is larger than 100 megapixels or 64 MB."
                     " Make it smaller and choose it again."));
      return NULL;
    }
  if (pixbuf == NULL)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   _("The picture cannot be read: %s"),
                   cause != NULL ? cause->message : _("it is incomplete"));
      return NULL;
    }
  orientation = gdk_pixbuf_get_option (pixbuf, "orientation");
  upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);

  self = g_atomic_rc_box_new0 (PatronImage);
  self->bytes = g_bytes_ref (bytes);
  self->mime_type = g_intern_string (mime_type);
  self->surface = surface_from_pixbuf (upright);
  if (!state.scaled
      && (orientation == NULL || g_str_equal (orientation, "1")))
    attach_original (self);
  return self;
}

/**
 * patron_image_ref:
 *
 * Returns: (transfer full): @self
 */
PatronImage *
patron_image_ref (PatronImage *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
image_clear (gpointer data)
{
  PatronImage *self = data;

  cairo_surface_destroy (self->surface);
  g_bytes_unref (self->bytes);
}

/**
 * patron_image_unref:
 *
 * Gives up a reference.
 */
void
patron_image_unref (PatronImage *self)
{
  g_atomic_rc_box_release_full (self, image_clear);
}

/**
 * patron_image_get_bytes:
 *
 * Returns: (transfer none): the file that the picture was read from
 */
GBytes *
patron_image_get_bytes (const PatronImage *self)
{
  return self->bytes;
}

/**
 * patron_image_get_mime_type:
 *
 * Returns: "image/png" or "image/jpeg"
 */
const char *
patron_image_get_mime_type (const PatronImage *self)
{
  return self->mime_type;
}

/**
 * patron_image_get_width:
 *
 * Returns: the width in px of what was decoded
 */
int
patron_image_get_width (const PatronImage *self)
{
  return MAX (1, cairo_image_surface_get_width (self->surface));
}

/**
 * patron_image_get_height:
 *
 * Returns: the height in px of what was decoded
 */
int
patron_image_get_height (const PatronImage *self)
{
  return MAX (1, cairo_image_surface_get_height (self->surface));
}

/**
 * patron_image_get_surface:
 *
 * Returns: (transfer none): the decoded picture
 */
cairo_surface_t *
patron_image_get_surface (const PatronImage *self)
{
  return self->surface;
}
