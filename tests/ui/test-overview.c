/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The overview in a window: what is typed is in the document, what comes
 * after the first frame comes by itself, and questions are asked. */

#include <adwaita.h>

#include "patron-entry-row.h"
#include "patron-image-row.h"
#include "patron-overview-page.h"
#include "patron-question-row.h"
#include "patron-text-row.h"

typedef struct
{
  PatronDocument *document;
  GtkWidget      *window;
  GtkWidget      *page;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->document = patron_document_new (patron_registry_get_default (), &error);
  g_assert_no_error (error);
  f->page = g_object_new (PATRON_TYPE_OVERVIEW_PAGE, NULL);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (f->window), f->page);
  patron_page_set_document (PATRON_PAGE (f->page), f->document);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  patron_page_set_document (PATRON_PAGE (f->page), NULL);
  gtk_window_destroy (GTK_WINDOW (f->window));
  patron_document_close (f->document);
  g_object_unref (f->document);
}

/* In reading order. */
static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
wait_for (Fixture *f,
          GType    type)
{
  GtkWidget *found = NULL;

  for (int i = 0; i < 400 && found == NULL; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      found = find (f->page, type);
      if (found == NULL)
        g_usleep (10000);
    }
  g_assert_nonnull (found);
  return found;
}

static void
test_rest_comes (Fixture      *f,
                 gconstpointer data)
{
  GtkWidget *clamp, *focus;
  int height;

  g_assert_nonnull (find (f->page, PATRON_TYPE_ENTRY_ROW));
  g_assert_null (find (f->page, PATRON_TYPE_IMAGE_ROW));
  gtk_window_present (GTK_WINDOW (f->window));
  wait_for (f, PATRON_TYPE_IMAGE_ROW);
  /* Whoever begins a strategy can type its title at once. */
  g_assert_true (gtk_widget_grab_focus (f->page));
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, PATRON_TYPE_ENTRY_ROW));
  /* The page asks for no more height than there is: it scrolls. */
  clamp = find (f->page, ADW_TYPE_CLAMP);
  for (int i = 0; i < 100 && gtk_widget_get_height (clamp) < 700; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  g_assert_cmpint (gtk_widget_get_height (clamp), >, 700);
  gtk_widget_measure (f->page, GTK_ORIENTATION_VERTICAL, 800, &height, NULL,
                      NULL, NULL);
  g_assert_cmpint (height, <, 100);
}

static void
test_types (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (PatronRecord) strategy
      = patron_document_get_strategy (f->document);
  GtkWidget *row = find (f->page, PATRON_TYPE_ENTRY_ROW);
  GtkWidget *text = find (f->page, PATRON_TYPE_TEXT_ROW);
  g_autofree char *shown = NULL;

  gtk_window_present (GTK_WINDOW (f->window));
  wait_for (f, PATRON_TYPE_IMAGE_ROW);
  gtk_editable_set_text (GTK_EDITABLE (find (row, GTK_TYPE_ENTRY)), "Ours");
  patron_row_flush (PATRON_ROW (row));
  g_assert_cmpstr (patron_record_get_text (strategy, "title"), ==, "Ours");
  g_assert_true (patron_document_set_text (
      f->document, strategy, "summary", "One.\n\nTwo.", NULL));
  shown = patron_text_row_get_text (PATRON_TEXT_ROW (text));
  g_assert_cmpstr (shown, ==, "One.\n\nTwo.");
  /* It wraps once it has a width. */
  g_assert_cmpint (gtk_text_view_get_wrap_mode (
                       GTK_TEXT_VIEW (find (text, GTK_TYPE_TEXT_VIEW))),
                   ==, GTK_WRAP_WORD_CHAR);
}

/* A question that undo leads to is there at once, also before the rest. */
static void
test_asks (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (PatronRecord) question = patron_document_insert (
      f->document, "question", NULL, "text", "When do they leave?", NULL);
  g_autoptr (PatronRecord) strategy
      = patron_document_get_strategy (f->document);
  GtkWidget *row;

  g_assert_nonnull (question);
  g_assert_true (
      patron_page_show_record (PATRON_PAGE (f->page), question));
  row = find (f->page, PATRON_TYPE_QUESTION_ROW);
  g_assert_nonnull (row);
  g_assert_true (patron_question_row_get_question (PATRON_QUESTION_ROW (row))
                 == question);
  g_assert_true (
      patron_page_show_record (PATRON_PAGE (f->page), strategy));

  gtk_window_present (GTK_WINDOW (f->window));
  wait_for (f, PATRON_TYPE_IMAGE_ROW);
  g_assert_true (patron_document_undo (f->document, NULL));
  for (int i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (find (f->page, PATRON_TYPE_QUESTION_ROW));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/overview/rest-comes", Fixture, NULL, set_up,
              test_rest_comes, tear_down);
  g_test_add ("/ui/overview/types", Fixture, NULL, set_up, test_types,
              tear_down);
  g_test_add ("/ui/overview/asks", Fixture, NULL, set_up, test_asks,
              tear_down);
  return g_test_run ();
}
