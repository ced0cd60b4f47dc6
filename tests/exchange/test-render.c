/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-render.h"

#include <math.h>
#include <png.h>
#include <string.h>

#include "patron-error.h"
#include "patron-output.h"
#include "patron-pango.h"
#include "patron-theme.h"

#define WORDS "N\xc3\xa4he & “R&D” <5%"
#define ARABIC "\xd8\xb1\xd8\xb6\xd8\xa7 \xd8\xa7\xd9\x84\xd8\xb9\xd9\x85"

/* A picture as an asset would hold it: 40 x 20, left half red, right blue. */
static PatronImage *
make_image (void)
{
  png_image image = { .version = PNG_IMAGE_VERSION, .width = 40,
                      .height = 20, .format = PNG_FORMAT_RGB };
  guchar pixels[40 * 20 * 3] = { 0 };
  png_alloc_size_t size = 0;
  g_autofree guchar *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PatronImage *made;

  for (int i = 0; i < 40 * 20; i++)
    pixels[i * 3 + (i % 40 < 20 ? 0 : 2)] = 0xff;
  g_assert_true (png_image_write_get_memory_size (image, size, 0, pixels, 0,
                                                  NULL));
  data = g_malloc (size);
  g_assert_true (png_image_write_to_memory (&image, data, &size, 0, pixels, 0,
                                            NULL));
  bytes = g_bytes_new (data, size);
  made = patron_image_new (bytes, &error);
  g_assert_no_error (error);
  return made;
}

static void
add_arcs (PatronScene *scene)
{
  static const struct
  {
    double inner, start, end;
  } arcs[] = {
    { 0, 0, 7 }, { 10, 0, 7 }, { 0, 0.5, 2 }, { 10, 0.5, 5 }, { -1, 0.5, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arcs); i++)
    {
      PatronItem *arc = patron_scene_add_arc (
          scene, PATRON_ROLE_SERIES, 40 + 60 * (double) i, 160, 22,
          arcs[i].start, arcs[i].end);

      arc->inner = arcs[i].inner;
      arc->fill = PATRON_RGB (0x0c5cdc);
      arc->stroke = PATRON_RGB (0x333333);
      arc->line_width = 2;
    }
}

static void
add_texts (PatronScene *scene)
{
  g_autoptr (PatronMeasurer) measurer = patron_pango_measurer_new ();
  PatronTheme theme;
  PatronFont font;
  PatronItem *text;

  patron_theme_init (&theme, PATRON_THEME_PRINT);
  font = patron_theme_font (&theme, 20, 400);
  patron_scene_add_text (scene, PATRON_ROLE_TITLE, measurer, &font, WORDS, 20,
                         40, PATRON_ALIGN_LEFT, theme.text);
  font.weight = 700;
  text = patron_scene_add_text (scene, PATRON_ROLE_TEXT, measurer, &font,
                                "Halo", 300, 40, PATRON_ALIGN_CENTRE,
                                theme.text);
  text->stroke = PATRON_RGB (0xffcf5d);
  text->line_width = 5;
  font.weight = 400;
  text = patron_scene_add_text (scene, PATRON_ROLE_TEXT, measurer, &font,
                                ARABIC, 620, 40, PATRON_ALIGN_RIGHT,
                                theme.text);
  text->rtl = TRUE;
}

static PatronScene *
make_scene (double height)
{
  PatronScene *scene = patron_scene_new (640, height);
  g_autoptr (PatronImage) image = make_image ();
  PatronItem *item;

  patron_scene_add_rectangle (scene, PATRON_ROLE_BACKGROUND, 0, 0, 640,
                              height)
      ->fill = PATRON_RGB (0xffffff);
  item = patron_scene_add_rectangle (scene, PATRON_ROLE_CARD, 20, 60, 120, 50);
  item->radius = 12;
  item->fill = 0x0c5cdc80;
  item->stroke = PATRON_RGB (0x842175);
  item->line_width = 3;

  item = patron_scene_add_path (scene, PATRON_ROLE_SERIES);
  patron_item_move_to (item, 160, 110);
  patron_item_curve_to (item, 190, 40, 220, 140, 260, 70);
  patron_item_line_to (item, 300, 110);
  item->stroke = PATRON_RGB (0xc62053);
  item->line_width = 4;
  item = patron_scene_add_line (scene, PATRON_ROLE_TARGET, 320, 90, 600, 90,
                                PATRON_RGB (0x25292d), 2);
  item->dash = 8;
  item->gap = 4;

  add_arcs (scene);
  add_texts (scene);
  item = patron_scene_add_image (scene, PATRON_ROLE_PICTURE, image, 400, 110,
                                 60, 60);
  item->radius = 30;
  item->stroke = PATRON_RGB (0x000000);
  item->line_width = 2;

  patron_scene_begin_clip (scene, 500, 120, 60, 40);
  patron_scene_add_circle (scene, PATRON_ROLE_MARK, 500, 120, 50)->fill
      = PATRON_RGB (0x009c8d);
  patron_scene_end_clip (scene);
  patron_scene_set_alt_text (scene, "Shapes & “words”.");
  return scene;
}

typedef gboolean (*WriteFunc) (const PatronScene   *scene,
                               const PatronCaption *caption,
                               GOutputStream       *stream,
                               GCancellable        *cancellable,
                               GError             **error);

static GBytes *
take_bytes (GOutputStream *stream)
{
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (
      G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
render (WriteFunc          write,
        const PatronScene *scene)
{
  PatronCaption caption = { "Ünder & over", "Berg <ltd>" };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (write (scene, &caption, stream, NULL, &error));
  g_assert_no_error (error);
  return take_bytes (stream);
}

static GBytes *
render_png (const PatronScene *scene,
            double             scale,
            gboolean           transparent)
{
  PatronCaption caption = { "Ünder & over", NULL };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (patron_png_write (scene, &caption, scale, transparent,
                                   stream, NULL, &error));
  g_assert_no_error (error);
  return take_bytes (stream);
}

/* RGBA rows of a PNG, as libpng reads it. */
static guchar *
read_png (GBytes *bytes,
          int    *width,
          int    *height)
{
  png_image image = { .version = PNG_IMAGE_VERSION };
  guchar *pixels;

  g_assert_true (png_image_begin_read_from_memory (
      &image, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
  image.format = PNG_FORMAT_RGBA;
  pixels = g_malloc (PNG_IMAGE_SIZE (image));
  g_assert_true (png_image_finish_read (&image, NULL, pixels, 0, NULL));
  *width = (int) image.width;
  *height = (int) image.height;
  return pixels;
}

static cairo_surface_t *
paint (const PatronScene *scene,
       double             scale,
       int                width,
       int                height,
       gboolean           transparent)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  if (!transparent)
    {
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
    }
  cairo_scale (cr, scale, scale);
  patron_scene_draw (scene, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Stripes must not show: the file holds what one surface would. */
static void
check_png (const PatronScene *scene,
           double             scale,
           gboolean           transparent)
{
  g_autoptr (GBytes) bytes = render_png (scene, scale, transparent);
  int width, height;
  g_autofree guchar *pixels = read_png (bytes, &width, &height);
  cairo_surface_t *surface
      = paint (scene, scale, width, height, transparent);
  const guchar *row = cairo_image_surface_get_data (surface);
  int worst = 0;

  g_assert_cmpint (width, ==,
                   (int) ceil (patron_scene_get_width (scene) * scale));
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *p = pixels + ((gsize) y * (gsize) width + x) * 4;
        guint32 pixel = ((const guint32 *) (const void *) (
            row + (gsize) y
                      * (gsize) cairo_image_surface_get_stride (surface)))[x];
        int alpha = (int) (pixel >> 24);

        worst = MAX (worst, ABS (p[3] - alpha));
        worst = MAX (worst, ABS (p[0] * alpha / 255
                                 - (int) (pixel >> 16 & 0xff)));
      }
  cairo_surface_destroy (surface);
  g_assert_cmpint (worst, <=, 1);
}

static void
test_png (void)
{
  g_autoptr (PatronScene) scene = make_scene (200);
  g_autoptr (PatronScene) tall = make_scene (4000);

  check_png (scene, 1, FALSE);
  check_png (scene, 1.5, FALSE);
  patron_scene_clear_paper (scene);
  check_png (scene, 2, TRUE);
  /* 7,040 px of 32,000 bytes each: many stripes. */
  check_png (tall, 2, FALSE);
}

static void
test_png_large (void)
{
  g_autoptr (PatronScene) scene = patron_scene_new (30000, 30);
  g_autoptr (PatronScene) larger = patron_scene_new (32768, 30);
  PatronCaption caption = { NULL, NULL };
  g_autoptr (GBytes) bytes = render_png (scene, 1, FALSE);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  int width, height;
  g_autofree guchar *pixels G_GNUC_UNUSED = read_png (bytes, &width, &height);

  g_assert_cmpint (width, ==, 30000);
  g_assert_false (patron_png_write (larger, &caption, 1, FALSE, stream, NULL,
                                    &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_false (patron_png_write (scene, &caption, 0, FALSE, stream, NULL,
                                    &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (patron_png_write (scene, &caption, 1, FALSE, stream,
                                    cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             data,
         GError             **error)
{
  g_string_append_len (data, text, (gssize) length);
  g_string_append_c (data, '|');
}

/* Well-formed, and what is read in it is what was written. */
static void
test_svg_text (void)
{
  static const GMarkupParser parser = { .text = text_cb };
  g_autoptr (PatronScene) scene = make_scene (200);
  g_autoptr (GBytes) bytes = render (patron_svg_write, scene);
  gsize size;
  const char *svg = g_bytes_get_data (bytes, &size);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, 0, text, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, (gssize) size, &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_nonnull (strstr (text->str, "Ünder & over|"));
  g_assert_nonnull (strstr (text->str, "Shapes & “words”.|"));
  g_assert_nonnull (strstr (text->str, WORDS "|"));
  g_assert_nonnull (strstr (text->str, ARABIC "|"));
}

static char *
write_temporary (const char *name,
                 GBytes     *bytes)
{
  char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes),
                                      NULL));
  return path;
}

static gboolean
run (char      **output,
     const char *program,
     ...) G_GNUC_NULL_TERMINATED;

static gboolean
run (char      **output,
     const char *program,
     ...)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  const char *arg = program;
  va_list list;
  int status;

  if (found == NULL)
    {
      g_test_skip ("a program to look at the result is missing");
      return FALSE;
    }
  va_start (list, program);
  for (; arg != NULL; arg = va_arg (list, const char *))
    g_ptr_array_add (args, (gpointer) arg);
  va_end (list);
  g_ptr_array_add (args, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) args->pdata, NULL,
                               G_SPAWN_SEARCH_PATH, NULL, NULL, output, NULL,
                               &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return TRUE;
}

/* Another program's eyes see the same in the SVG as in the PNG, but for the
 * smoothing of edges. */
static void
test_svg_picture (void)
{
  g_autoptr (PatronScene) scene = make_scene (200);
  g_autoptr (GBytes) svg = render (patron_svg_write, scene);
  g_autoptr (GBytes) png = render_png (scene, 1, FALSE);
  g_autofree char *path = write_temporary ("scene.svg", svg);
  g_autofree char *target
      = g_build_filename (g_get_tmp_dir (), "scene.png", NULL);
  g_autofree char *data = NULL;
  g_autofree guchar *ours = NULL;
  g_autofree guchar *theirs = NULL;
  g_autoptr (GBytes) bytes = NULL;
  int width, height, other_width, other_height;
  guint n_far = 0;
  gsize size;

  if (!run (NULL, "rsvg-convert", "-o", target, path, NULL))
    return;
  g_assert_true (g_file_get_contents (target, &data, &size, NULL));
  bytes = g_bytes_new (data, size);
  ours = read_png (png, &width, &height);
  theirs = read_png (bytes, &other_width, &other_height);
  g_assert_cmpint (width, ==, other_width);
  g_assert_cmpint (height, ==, other_height);
  for (int i = 0; i < width * height; i++)
    {
      int difference = 0;

      for (int j = 0; j < 3; j++)
        difference = MAX (difference,
                          ABS (ours[i * 4 + j] - theirs[i * 4 + j]));
      n_far += difference > 96;
    }
  g_test_message ("%u of %d pixels differ", n_far, width * height);
  g_assert_cmpuint (n_far, <, (guint) (width * height) / 1000);
}

static void
test_pdf (void)
{
  g_autoptr (PatronScene) scene = make_scene (200);
  g_autoptr (GBytes) pdf = render (patron_pdf_write, scene);
  g_autofree char *path = write_temporary ("scene.pdf", pdf);
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;
  g_autofree char *fonts = NULL;

  if (!run (&text, "pdftotext", path, "-", NULL)
      || !run (&info, "pdfinfo", path, NULL)
      || !run (&fonts, "pdffonts", path, NULL))
    return;
  g_assert_nonnull (strstr (text, WORDS));
  g_assert_nonnull (strstr (text, "Halo"));
  g_assert_nonnull (strstr (info, "Ünder & over"));
  g_assert_nonnull (strstr (info, "Berg <ltd>"));
  g_assert_nonnull (strstr (info, "Shapes & “words”."));
  g_assert_nonnull (strstr (info, "Pages:           1"));
  g_assert_nonnull (strstr (info, "480 x 150 pts"));
  g_assert_null (strstr (fonts, "Type 3"));
}

/* With the time told, the same figure is the same bytes. */
static void
test_same_bytes (void)
{
  g_autoptr (PatronScene) scene = make_scene (200);
  static const WriteFunc writers[] = { patron_svg_write, patron_pdf_write };

  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GBytes) first = render (writers[i], scene);
      g_autoptr (GBytes) second = render (writers[i], scene);

      g_assert_true (g_bytes_equal (first, second));
    }
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

static gboolean
fail_cb (GOutputStream *stream,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  g_assert_true (
      g_output_stream_write_all (stream, "half", 4, NULL, NULL, NULL));
  g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_FAILED, "no");
  return FALSE;
}

/* A file is written as a whole, or not. */
static void
test_whole_files (void)
{
  g_autofree char *folder
      = g_build_filename (g_get_tmp_dir (), "whole", NULL);
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;

  g_assert_false (patron_output_write_file (file, fail_cb, NULL, NULL,
                                            &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (patron_output_make_folder (parent, NULL, &error));
  g_assert_true (patron_output_make_folder (parent, NULL, &error));
  g_assert_false (patron_output_write_file (file, fail_cb, NULL, NULL,
                                            &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (patron_output_write_file (file, fail_cb, NULL, NULL,
                                            &error));
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  g_assert_cmpstr (data, ==, "old");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "file");
  g_assert_null (g_dir_read_name (dir));
  g_assert_false (patron_output_make_folder (file, NULL, &error));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/render/png", test_png);
  g_test_add_func ("/exchange/render/png-large", test_png_large);
  g_test_add_func ("/exchange/render/svg-text", test_svg_text);
  g_test_add_func ("/exchange/render/svg-picture", test_svg_picture);
  g_test_add_func ("/exchange/render/pdf", test_pdf);
  g_test_add_func ("/exchange/render/same-bytes", test_same_bytes);
  g_test_add_func ("/exchange/render/whole-files", test_whole_files);
  return g_test_run ();
}
