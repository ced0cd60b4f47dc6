/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When a view lays its scene out, for which size, and what it says of it. */

#include <adwaita.h>

#include "patron-scene-view.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  int        layouts;
  double     width;
  double     height;
} Fixture;

static PatronScene *
lay_out_cb (const PatronTheme *theme,
            PatronMeasurer    *measurer,
            double             width,
            double             height,
            gpointer           data)
{
  Fixture *f = data;
  PatronScene *scene = patron_scene_new (width, height);

  g_assert_cmpint (theme->kind, ==, PATRON_THEME_LIGHT);
  f->layouts++;
  f->width = width;
  f->height = height;
  patron_scene_set_alt_text (scene, "It rose from 10 to 40.");
  patron_scene_add_rectangle (scene, PATRON_ROLE_BACKGROUND, 0, 0, width,
                              height)
      ->fill = theme->background;
  patron_scene_add_spot (scene, PATRON_ROLE_CARD, 0, 0, 10, 10);
  return scene;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->view = patron_scene_view_new ("Satisfaction");
  f->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (f->window), f->view);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 400, 300);
  patron_scene_view_set_func (PATRON_SCENE_VIEW (f->view), lay_out_cb, f,
                              NULL);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
}

/* Runs the main loop until there were @layouts, at most two seconds, and then
 * a little longer, to see whether there will be more. */
static void
wait_for_layouts (Fixture *f,
                  int      layouts)
{
  gint64 until = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;

  while (f->layouts < layouts && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  until = g_get_monotonic_time () + G_USEC_PER_SEC / 5;
  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_fill (Fixture       *f,
           gconstpointer  data)
{
  int layouts;

  wait_for_layouts (f, 1);
  g_assert_cmpfloat (f->width, ==, gtk_widget_get_width (f->view));
  g_assert_cmpfloat (f->height, ==, gtk_widget_get_height (f->view));
  gtk_test_accessible_assert_role (f->view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (
      f->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Satisfaction");
  gtk_test_accessible_assert_property (f->view,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "It rose from 10 to 40.");
  g_assert_true (gtk_widget_get_focusable (f->view));

  /* Drawn again, it is not laid out again; refreshed, it is, once. */
  layouts = f->layouts;
  gtk_widget_queue_draw (f->view);
  wait_for_layouts (f, layouts);
  g_assert_cmpint (f->layouts, ==, layouts);
  patron_scene_view_refresh (PATRON_SCENE_VIEW (f->view));
  patron_scene_view_refresh (PATRON_SCENE_VIEW (f->view));
  wait_for_layouts (f, layouts + 1);
  g_assert_cmpint (f->layouts, ==, layouts + 1);
}

static void
test_page (Fixture       *f,
           gconstpointer  data)
{
  int minimum, natural;

  patron_scene_view_set_page_size (PATRON_SCENE_VIEW (f->view), 800, 600);
  wait_for_layouts (f, 1);
  g_assert_cmpfloat (f->width, ==, 800);
  g_assert_cmpfloat (f->height, ==, 600);
  gtk_widget_measure (f->view, GTK_ORIENTATION_VERTICAL, 400, &minimum,
                      &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 300);
  g_assert_cmpint (natural, ==, 300);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/scene-view/fill", Fixture, NULL, set_up, test_fill,
              tear_down);
  g_test_add ("/ui/scene-view/page", Fixture, NULL, set_up, test_page,
              tear_down);
  return g_test_run ();
}
