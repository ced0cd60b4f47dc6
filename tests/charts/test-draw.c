/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "patron-chart.h"
#include "patron-date.h"
#include "patron-error.h"
#include "patron-pango.h"

#define WIDTH 400
#define HEIGHT 260

static PatronScene *
make_scene (PatronMeasurer  *measurer,
            PatronThemeKind  kind)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_LINE);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  double x[12], y[12];
  PatronTheme theme;

  for (int i = 0; i < 12; i++)
    {
      x[i] = (double) patron_date_from_ymd (2024, i + 1, 1);
      y[i] = i == 5 ? NAN : 40 + 3 * i;
    }
  patron_chart_set_title (chart, "Fewer clients leave");
  patron_chart_add_series (chart, "Retention");
  patron_chart_add_target (chart, -INFINITY, 60);
  patron_chart_data_add (data, x, y, 12);
  patron_theme_init (&theme, kind);
  return patron_chart_layout (chart, data, &theme, WIDTH, HEIGHT, measurer);
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *bytes,
           unsigned int         n)
{
  g_byte_array_append (closure, bytes, n);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_image (double scale)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                     (int) ceil (WIDTH * scale),
                                     (int) ceil (HEIGHT * scale));
}

static void
draw (const PatronScene *scene,
      cairo_surface_t   *surface,
      double             scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  patron_scene_draw (scene, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
}

/* The size of each text as the layout of @cr sets it, in device-independent
 * px. It must not depend on where @cr leads to. */
static char *
measure_on (cairo_t *cr)
{
  static const char *const texts[] = {
    "Retention rose from 71 % to 83 %", "fi AV To", "שלום עולם",
  };
  PangoContext *context = patron_pango_context_new ();
  g_autoptr (PangoLayout) layout = NULL;
  GString *sizes = g_string_new (NULL);

  pango_cairo_update_context (cr, context);
  layout = pango_layout_new (context);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PatronFont font = { "Cantarell, Sans", 11 + 3.3 * (double) i, 400,
                          FALSE };
      int width, height;

      patron_pango_layout_set_font (layout, &font);
      pango_layout_set_text (layout, texts[i], -1);
      pango_layout_get_size (layout, &width, &height);
      g_string_append_printf (sizes, "%dx%d ", width, height);
    }
  g_object_unref (context);
  return g_string_free (sizes, FALSE);
}

static char *
measure_surface (cairo_surface_t *surface,
                 double           scale)
{
  cairo_t *cr = cairo_create (surface);
  char *sizes;

  cairo_scale (cr, scale, scale);
  sizes = measure_on (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return sizes;
}

/* Text has one size, wherever it is set. */
static void
test_extents (void)
{
  g_autoptr (GByteArray) sink = g_byte_array_new ();
  g_autofree char *image = measure_surface (make_image (1), 1);
  g_autofree char *large = measure_surface (make_image (1.5), 1.5);
  g_autofree char *svg = measure_surface (
    cairo_svg_surface_create_for_stream (append_cb, sink, WIDTH, HEIGHT), 1);
  g_autofree char *pdf = measure_surface (
    cairo_pdf_surface_create_for_stream (append_cb, sink, WIDTH, HEIGHT), 1);

  g_assert_cmpstr (image, ==, large);
  g_assert_cmpstr (image, ==, svg);
  g_assert_cmpstr (image, ==, pdf);
}

/* A scene is what a layout made of it: drawing it anywhere changes nothing,
 * and laying it out again gives the same. */
static void
test_equal (void)
{
  g_autoptr (PatronMeasurer) measurer = patron_pango_measurer_new ();
  g_autoptr (PatronMeasurer) other = patron_pango_measurer_new ();
  g_autoptr (PatronScene) scene = make_scene (measurer, PATRON_THEME_PRINT);
  g_autoptr (PatronScene) again = NULL;
  g_autofree char *before = patron_scene_dump (scene);
  g_autofree char *after = NULL;
  g_autofree char *second = NULL;
  cairo_surface_t *image = make_image (1.5);

  draw (scene, image, 1.5);
  cairo_surface_destroy (image);
  after = patron_scene_dump (scene);
  again = make_scene (other, PATRON_THEME_PRINT);
  second = patron_scene_dump (again);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (before, ==, second);
}

static guint
count_colours (cairo_surface_t *image)
{
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);
  const guchar *data = cairo_image_surface_get_data (image);

  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (
        data + (gsize) y * cairo_image_surface_get_stride (image));

      for (int x = 0; x < cairo_image_surface_get_width (image); x++)
        g_hash_table_add (colours, GUINT_TO_POINTER (row[x] & 0xffffff));
    }
  return g_hash_table_size (colours);
}

static void
test_smoke (void)
{
  g_autoptr (PatronMeasurer) measurer = patron_pango_measurer_new ();

  for (int kind = 0; kind < PATRON_N_THEMES; kind++)
    {
      g_autoptr (PatronScene) scene = make_scene (measurer,
                                                  (PatronThemeKind) kind);
      g_autoptr (GByteArray) svg = g_byte_array_new ();
      g_autoptr (GByteArray) pdf = g_byte_array_new ();
      cairo_surface_t *surface = make_image (2);

      draw (scene, surface, 2);
      g_assert_cmpuint (count_colours (surface), >, 20);
      cairo_surface_destroy (surface);
      surface = cairo_svg_surface_create_for_stream (append_cb, svg, WIDTH,
                                                     HEIGHT);
      draw (scene, surface, 1);
      cairo_surface_destroy (surface);
      g_assert_cmpuint (svg->len, >, 2000);
      surface = cairo_pdf_surface_create_for_stream (append_cb, pdf, WIDTH,
                                                     HEIGHT);
      draw (scene, surface, 1);
      cairo_surface_destroy (surface);
      g_assert_cmpuint (pdf->len, >, 2000);
      g_assert_cmpint (memcmp (pdf->data, "%PDF", 4), ==, 0);
    }
}

static guint32
pixel_at (cairo_surface_t *image,
          int              x,
          int              y)
{
  const guchar *data = cairo_image_surface_get_data (image);

  return *(const guint32 *) (gconstpointer) (
           data + (gsize) y * cairo_image_surface_get_stride (image) + 4 * x)
         & 0xffffff;
}

static GBytes *
make_png (int width,
          int height)
{
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  cairo_set_source_rgb (cr, 0, 0, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_rectangle (cr, width / 2.0 - height / 4.0, 0, height / 2.0, height);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

/* A wide picture in a circle: its middle is seen, its ends and the corners of
 * the circle's box are not. */
static void
test_image (void)
{
  g_autoptr (GBytes) png = make_png (300, 100);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronImage) image = patron_image_new (png, &error);
  g_autoptr (PatronScene) scene = patron_scene_new (100, 100);
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (surface);

  g_assert_no_error (error);
  g_assert_cmpint (patron_image_get_width (image), ==, 300);
  g_assert_cmpstr (patron_image_get_mime_type (image), ==, "image/png");
  patron_scene_add_rectangle (scene, PATRON_ROLE_BACKGROUND, 0, 0, 100, 100)
    ->fill = PATRON_RGB (0x00ff00);
  patron_scene_add_image (scene, PATRON_ROLE_PICTURE, image, 0, 0, 100, 100)
    ->radius = 50;
  patron_scene_draw (scene, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel_at (surface, 50, 50), ==, 0xff0000);
  g_assert_cmphex (pixel_at (surface, 12, 50), ==, 0x0000ff);
  g_assert_cmphex (pixel_at (surface, 2, 2), ==, 0x00ff00);
  cairo_surface_destroy (surface);
}

static void
assert_refused (const void *data,
                gsize       size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (patron_image_new (bytes, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
}

static void
test_bad_image (void)
{
  g_autoptr (GBytes) png = make_png (60, 60);
  gsize size;
  const char *data = g_bytes_get_data (png, &size);
  g_autoptr (GBytes) huge = NULL;
  g_autofree guchar *header = g_memdup2 (data, size);
  g_autoptr (GError) error = NULL;

  assert_refused ("", 0);
  assert_refused ("GIF89a", 6);
  assert_refused (data, 20);
  assert_refused ("\x89PNG\r\n\x1a\nrubbish", 15);
  /* A header that promises 4 gigapixels is refused before they are made. */
  memcpy (header + 16, "\x00\x01\x00\x00\x00\x01\x00\x00", 8);
  huge = g_bytes_new (header, size);
  g_assert_null (patron_image_new (huge, &error));
  g_assert_nonnull (error);
}

/* Turned and large pictures, as cameras make them. */
static void
test_large_image (void)
{
  g_autoptr (GBytes) png = make_png (5000, 20);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronImage) image = patron_image_new (png, &error);

  g_assert_no_error (error);
  g_assert_cmpint (patron_image_get_width (image), ==, 2048);
  g_assert_cmpint (patron_image_get_height (image), ==, 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/draw/extents", test_extents);
  g_test_add_func ("/charts/draw/equal", test_equal);
  g_test_add_func ("/charts/draw/smoke", test_smoke);
  g_test_add_func ("/charts/draw/image", test_image);
  g_test_add_func ("/charts/draw/bad-image", test_bad_image);
  g_test_add_func ("/charts/draw/large-image", test_large_image);
  return g_test_run ();
}
