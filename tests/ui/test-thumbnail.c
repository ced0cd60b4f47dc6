/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A thumbnail shows the scene as it is, for its size, and is painted again
 * only for another step of sizes. */

#include <adwaita.h>
#include <string.h>

#include "patron-scene-view.h"
#include "patron-thumbnail.h"

#define WIDTH 160
#define HEIGHT 100

typedef struct
{
  GtkWidget       *window;
  PatronThumbnail *thumbnail;
} Fixture;

static PatronScene *
new_scene (void)
{
  const PatronFont font = { .family = "Cantarell", .size = 14, .weight = 400 };
  PatronScene *scene = patron_scene_new (WIDTH, HEIGHT);

  patron_scene_set_alt_text (scene, "It rose from 10 to 40.");
  patron_scene_add_rectangle (scene, PATRON_ROLE_BACKGROUND, 0, 0, WIDTH,
                              HEIGHT)
      ->fill = PATRON_RGB (0xffffff);
  patron_scene_add_circle (scene, PATRON_ROLE_MARK, 60, 50, 33)->fill
      = PATRON_RGB (0x2266aa);
  patron_scene_add_text (scene, PATRON_ROLE_TITLE,
                         patron_widget_get_measurer (), &font, "10 to 40", 20,
                         30, PATRON_ALIGN_LEFT, PATRON_RGB (0x000000));
  return scene;
}

static void
iterate (void)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC / 10;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

static void
resize (Fixture *f,
        int      width)
{
  GtkWidget *widget = GTK_WIDGET (f->thumbnail);
  gint64 until = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;

  gtk_widget_set_size_request (widget, width, -1);
  while (gtk_widget_get_width (widget) != width
         && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (gtk_widget_get_width (widget), ==, width);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  GtkWidget *widget = patron_thumbnail_new ("Satisfaction", WIDTH, HEIGHT);

  f->thumbnail = PATRON_THUMBNAIL (widget);
  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  gtk_widget_set_valign (widget, GTK_ALIGN_START);
  f->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (f->window), widget);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 500, 400);
  gtk_window_present (GTK_WINDOW (f->window));
  iterate ();
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
}

/* What is on the screen where the thumbnail is. */
static cairo_surface_t *
shoot (Fixture *f,
       int      width,
       int      height)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (GdkPaintable) paintable
      = gtk_widget_paintable_new (GTK_WIDGET (f->thumbnail));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_t *cr = cairo_create (surface);

  iterate ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  return surface;
}

static void
assert_is_scene (Fixture *f,
                 int      width,
                 double   zoom,
                 double   left,
                 double   top)
{
  int height = gtk_widget_get_height (GTK_WIDGET (f->thumbnail));
  g_autoptr (PatronScene) scene = new_scene ();
  cairo_surface_t *seen = shoot (f, width, height);
  cairo_surface_t *wanted
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (wanted);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, left, top);
  cairo_scale (cr, zoom, zoom);
  patron_scene_draw (scene, cr);
  cairo_destroy (cr);
  g_assert_cmpmem (cairo_image_surface_get_data (seen),
                   cairo_image_surface_get_stride (seen) * height,
                   cairo_image_surface_get_data (wanted),
                   cairo_image_surface_get_stride (wanted) * height);
  cairo_surface_destroy (seen);
  cairo_surface_destroy (wanted);
}

static void
test_steps (Fixture       *f,
            gconstpointer  data)
{
  g_assert_false (patron_thumbnail_paint (f->thumbnail));
  patron_thumbnail_set_scene (f->thumbnail, new_scene (),
                              PATRON_RGB (0xffffff));
  gtk_test_accessible_assert_property (f->thumbnail,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Satisfaction");
  gtk_test_accessible_assert_property (f->thumbnail,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "It rose from 10 to 40.");
  resize (f, 240);
  g_assert_true (patron_thumbnail_paint (f->thumbnail));
  g_assert_false (patron_thumbnail_paint (f->thumbnail));
  assert_is_scene (f, 240, 1.5, 0, 0);

  /* Within a step the same pixels stand in the middle. */
  resize (f, 246);
  g_assert_false (patron_thumbnail_paint (f->thumbnail));
  assert_is_scene (f, 246, 1.5, 3, 2);

  /* Those of another step are shown until they are painted. */
  resize (f, 248);
  assert_is_scene (f, 248, 1.5, 4, 2);
  g_assert_true (patron_thumbnail_paint (f->thumbnail));
  assert_is_scene (f, 248, 1.55, 0, 0);

  patron_thumbnail_drop (f->thumbnail);
  g_assert_true (patron_thumbnail_paint (f->thumbnail));
  patron_thumbnail_set_scene (f->thumbnail, new_scene (),
                              PATRON_RGB (0xffffff));
  g_assert_true (patron_thumbnail_paint (f->thumbnail));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/thumbnail/steps", Fixture, NULL, set_up, test_steps,
              tear_down);
  return g_test_run ();
}
