/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Windows from inside: what they hold on to, and what actions do. What they
 * look like and what keys do is tested from outside. */

#include <adwaita.h>

#include "patron-application.h"
#include "patron-bulk.h"
#include "patron-entities.h"
#include "patron-pages.h"
#include "patron-recent.h"

static PatronApplication *application;

static gboolean
expired_cb (gpointer user_data)
{
  gboolean *expired = user_data;

  *expired = TRUE;
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until @pointer is %NULL, but not for ever. */
static void
wait_for_null (gpointer *pointer)
{
  gboolean expired = FALSE;
  guint source = g_timeout_add_seconds (20, expired_cb, &expired);

  while (*pointer != NULL && !expired)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_null (*pointer);
}

static void
settle (void)
{
  for (guint i = 0; i < 200 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

static PatronWindow *
get_window (void)
{
  return PATRON_WINDOW (
      gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static PatronWindow *
open_new (const char *template_id)
{
  patron_application_open_new (application, NULL, template_id);
  settle ();
  return get_window ();
}

/* Everything that was visited goes with the window, and the draft, which
 * nobody edited, with it. */
static void
test_lets_go (void)
{
  PatronWindow *window = open_new ("sample");
  PatronDocument *document = patron_window_get_document (window);
  gpointer pages[16] = { NULL };

  g_assert_cmpuint (patron_n_pages, <=, G_N_ELEMENTS (pages));
  for (guint i = 0; i < patron_n_pages; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s",
                                  patron_pages[i].id);
      settle ();
      pages[i] = patron_document_view_get_page (
          patron_window_get_view (window), NULL);
      g_object_add_weak_pointer (pages[i], &pages[i]);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s",
                              "R & D <5 %");
  settle ();

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  gtk_window_close (GTK_WINDOW (window));
  wait_for_null ((gpointer *) &window);
  wait_for_null ((gpointer *) &document);
  for (guint i = 0; i < patron_n_pages; i++)
    wait_for_null (&pages[i]);
}

static void
test_undo_toast (void)
{
  PatronWindow *window = open_new ("blank");
  PatronDocument *document = patron_window_get_document (window);
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (document);
  g_autoptr (GError) error = NULL;

  g_assert_null (patron_document_get_undo_label (document));
  patron_document_set_text (document, strategy, "title", "One", &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-toast", "s",
                              "Changed");
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_null (patron_record_get_text (strategy, "title"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_assert_cmpstr (patron_record_get_text (strategy, "title"), ==, "One");
  settle ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "One");

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

#define MANY 200000

static void
import_many (PatronDocument *document)
{
  const PatronEntity *entity = &patron_measurement_entity;
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  g_autoptr (PatronRecord) kpi = NULL;
  PatronBulk *bulk;

  g_assert_true (patron_document_begin (document, "Import", NULL));
  kpi = patron_document_insert (document, "kpi", NULL, "name", "K", NULL);
  bulk = patron_bulk_begin (document, "measurement", NULL);
  patron_value_set_integer (&values[0], patron_record_get_id (kpi));
  for (int i = 0; i < MANY; i++)
    {
      patron_value_set_integer (&values[1], i % 100000);
      patron_value_set_real (&values[2], i);
      g_assert_true (patron_bulk_add (bulk, values, NULL));
    }
  g_assert_true (patron_bulk_end (bulk, NULL));
  g_assert_true (patron_document_end (document, NULL));
}

static GtkWindow *
find_dialog (PatronWindow *window)
{
  g_autoptr (GList) list = gtk_window_list_toplevels ();

  for (GList *l = list; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;
  return NULL;
}

/* An undo that takes long says so, can be given up, and goes on by itself;
 * a window that is closed meanwhile leaves the document as it was. */
static void
test_long_undo (void)
{
  PatronWindow *window = open_new ("blank");
  g_autoptr (PatronDocument) document
      = g_object_ref (patron_window_get_document (window));

  import_many (document);
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  /* A machine of the future may be done already. */
  if (find_dialog (window) != NULL)
    {
      gtk_window_close (find_dialog (window));
      settle ();
      g_assert_cmpint (patron_document_count (document, "measurement"), ==,
                       MANY);
      g_assert_cmpstr (patron_document_get_undo_label (document), ==,
                       "Import");
      gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
    }
  while (find_dialog (window) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (patron_document_count (document, "measurement"), ==, 0);
  g_assert_cmpint (patron_document_count (document, "kpi"), ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  wait_for_null ((gpointer *) &window);
}

/* win.go comes from pages, and may name what is gone. */
static void
test_go (void)
{
  PatronWindow *window = open_new ("sample");
  PatronDocument *document = patron_window_get_document (window);
  g_autoptr (GListModel) kpis = patron_document_list (document, "kpi");
  g_autoptr (PatronRecord) kpi = g_list_model_get_item (kpis, 0);
  const char *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "(sx)", "kpis",
                              patron_record_get_id (kpi));
  patron_document_view_get_page (patron_window_get_view (window), &page);
  g_assert_cmpstr (page, ==, "kpis");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "(sx)",
                              "portraits", (gint64) 1);
  patron_document_view_get_page (patron_window_get_view (window), &page);
  g_assert_cmpstr (page, ==, "portraits");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "(sx)",
                              "nowhere", (gint64) 1);
  patron_document_view_get_page (patron_window_get_view (window), &page);
  g_assert_cmpstr (page, ==, "portraits");

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* What is dropped on a window with a document opens beside it. */
static void
test_drop (void)
{
  const char *build = g_getenv ("PATRON_BUILD_DIR");
  g_autofree char *built = g_build_filename (
      build, "data", "samples", "consulting.patron", NULL);
  g_autofree char *path
      = g_build_filename (g_get_home_dir (), "dropped.patron", NULL);
  g_autoptr (GFile) sample = g_file_new_for_path (built);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListModel) controllers = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  GSList files = { file, NULL };
  PatronWindow *window = open_new ("blank");
  gboolean handled = FALSE;
  GList *windows;

  if (!g_file_copy (sample, file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL,
                    NULL))
    {
      g_test_skip ("the sample is not built");
      return;
    }
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0,
                               &handled);
    }
  g_assert_true (handled);
  settle ();

  windows = gtk_application_get_windows (GTK_APPLICATION (application));
  g_assert_cmpuint (g_list_length (windows), ==, 2);
  g_assert_true (get_window () != window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (get_window ())), ==,
                   "From One Engagement to Lasting Clients");
  while ((windows = gtk_application_get_windows (
              GTK_APPLICATION (application)))
         != NULL)
    gtk_window_destroy (windows->data);
  settle ();
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  application = PATRON_APPLICATION (
      patron_application_new (G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/app/window/lets-go", test_lets_go);
  g_test_add_func ("/app/window/undo-toast", test_undo_toast);
  g_test_add_func ("/app/window/long-undo", test_long_undo);
  g_test_add_func ("/app/window/go", test_go);
  g_test_add_func ("/app/window/drop", test_drop);

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
