/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of segments and pen portraits in a window: what its actions do to
 * the document, and where the user then is. */

#include <adwaita.h>

#include "patron-entry-row.h"
#include "patron-portraits-page.h"
#include "patron-record-row.h"
#include "patron-row.h"

typedef struct
{
  PatronDocument *document;
  GtkWidget      *window;
  GtkWidget      *page;
} Fixture;

static void
went_to_cb (PatronDocument *document,
            const char     *page,
            const char     *entity,
            gint64          id,
            Fixture        *f)
{
  g_autoptr (PatronRecord) record
      = patron_document_get_record (document, entity, id);

  if (record != NULL)
    patron_page_show_record (PATRON_PAGE (f->page), record);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  f->document = patron_document_new (patron_registry_get_default (), &error);
  g_assert_no_error (error);
  f->page = g_object_new (PATRON_TYPE_PORTRAITS_PAGE, NULL);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (f->window), f->page);
  patron_page_set_document (PATRON_PAGE (f->page), f->document);
  g_signal_connect (f->document, "went-to", G_CALLBACK (went_to_cb), f);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  patron_page_set_document (PATRON_PAGE (f->page), NULL);
  gtk_window_destroy (GTK_WINDOW (f->window));
  patron_document_close (f->document);
  g_object_unref (f->document);
}

static void
act (Fixture    *f,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (f->page, action, NULL));
}

/* Types into whatever has the focus, and presses Tab. */
static void
type (Fixture    *f,
      const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));

  g_assert_true (GTK_IS_EDITABLE (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
  patron_row_flush_focus (f->page);
}

static PatronRecord *
nth (Fixture    *f,
     const char *entity,
     guint       n)
{
  g_autoptr (GListModel) list = patron_document_list (f->document, entity);

  return g_list_model_get_item (list, n);
}

static void
assert_names (Fixture    *f,
              const char *entity,
              const char *expected)
{
  g_autoptr (GListModel) list = patron_document_list (f->document, entity);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) record = g_list_model_get_item (list, i);
      g_autofree char *title = patron_record_get_title (record);

      g_string_append_printf (names, "%s%s", i ? ", " : "", title);
    }
  g_assert_cmpstr (names->str, ==, expected);
}

/* The id of the pen portrait that an export would take, which is the one that
 * is shown. */
static gint64
shown (Fixture *f)
{
  gint64 id;

  return patron_page_get_exportable (PATRON_PAGE (f->page), &id) ? id : 0;
}

/* A new record is shown, and its name waits to be typed. */
static void
test_add (Fixture       *f,
          gconstpointer  data)
{
  g_autoptr (PatronRecord) segment = NULL;
  g_autoptr (PatronRecord) portrait = NULL;

  act (f, "portraits.add-segment");
  type (f, "Owners & <co>");
  act (f, "portraits.add-portrait");
  type (f, "Alice");

  segment = nth (f, "segment", 0);
  portrait = nth (f, "portrait", 0);
  assert_names (f, "segment", "Owners & <co>");
  assert_names (f, "portrait", "Alice");
  g_assert_cmpint (patron_record_get_integer (portrait, "segment"), ==,
                   patron_record_get_id (segment));
  g_assert_cmpint (shown (f), ==, patron_record_get_id (portrait));
}

static void
test_order (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr (PatronRecord) alice = NULL;
  g_autoptr (PatronRecord) second = NULL;

  act (f, "portraits.add-segment");
  type (f, "One");
  act (f, "portraits.add-portrait");
  type (f, "Alice");
  act (f, "portraits.duplicate");
  type (f, "Bob");
  assert_names (f, "portrait", "Alice, Bob");
  act (f, "portraits.move-up");
  assert_names (f, "portrait", "Bob, Alice");
  act (f, "portraits.add-segment");
  type (f, "Two");

  /* From the end of a segment a pen portrait goes on to the next. */
  alice = nth (f, "portrait", 1);
  second = nth (f, "segment", 1);
  g_assert_true (patron_page_show_record (PATRON_PAGE (f->page), alice));
  act (f, "portraits.move-down");
  g_assert_cmpint (patron_record_get_integer (alice, "segment"), ==,
                   patron_record_get_id (second));
  g_assert_cmpint (shown (f), ==, patron_record_get_id (alice));
  act (f, "portraits.move-down");
  g_assert_cmpint (patron_record_get_integer (alice, "segment"), ==, 0);
  g_assert_cmpint (shown (f), ==, patron_record_get_id (alice));
  act (f, "portraits.move-up");
  g_assert_cmpint (patron_record_get_integer (alice, "segment"), ==,
                   patron_record_get_id (second));
}

static void
test_remove (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr (PatronRecord) alice = NULL;
  g_autoptr (PatronRecord) bob = NULL;
  g_autoptr (GError) error = NULL;

  act (f, "portraits.add-portrait");
  type (f, "Alice");
  act (f, "portraits.add-portrait");
  type (f, "Bob");
  alice = nth (f, "portrait", 0);
  bob = nth (f, "portrait", 1);

  /* The neighbour is shown; undo shows what it brought back. */
  act (f, "portraits.remove");
  assert_names (f, "portrait", "Alice");
  g_assert_cmpint (shown (f), ==, patron_record_get_id (alice));
  g_assert_true (patron_document_undo (f->document, &error));
  assert_names (f, "portrait", "Alice, Bob");
  g_assert_cmpint (shown (f), ==, patron_record_get_id (bob));

  act (f, "portraits.remove");
  act (f, "portraits.remove");
  g_assert_cmpint (shown (f), ==, 0);
  assert_names (f, "portrait", "");
  for (int i = 0; i < 6; i++)
    g_assert_true (patron_document_undo (f->document, &error));
  g_assert_no_error (error);
  assert_names (f, "portrait", "");
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What belongs to a pen portrait is edited in place. */
static void
test_needs (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr (PatronRecord) alice = NULL;
  g_autoptr (PatronRecord) need = NULL;
  GtkWidget *row;

  act (f, "portraits.add-portrait");
  type (f, "Alice");
  alice = nth (f, "portrait", 0);
  row = g_type_from_name ("PatronRecordList") != 0
            ? find (f->page, g_type_from_name ("PatronRecordList"))
            : NULL;
  g_assert_nonnull (row);
  gtk_widget_activate_action (row, "list.add", NULL);
  type (f, "To be heard");
  need = nth (f, "need", 0);
  assert_names (f, "need", "To be heard");
  g_assert_cmpint (patron_record_get_integer (need, "portrait"), ==,
                   patron_record_get_id (alice));

  row = find (f->page, PATRON_TYPE_RECORD_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                   ==, "To be heard");
  gtk_widget_activate_action (row, "record.duplicate", NULL);
  type (f, "To be seen");
  assert_names (f, "need", "To be heard, To be seen");
  gtk_widget_activate_action (row, "record.move-down", NULL);
  assert_names (f, "need", "To be seen, To be heard");
  row = find (f->page, PATRON_TYPE_RECORD_ROW);
  gtk_widget_activate_action (row, "record.remove", NULL);
  assert_names (f, "need", "To be heard");
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (f->window)));
}

#define ADD(name, func)                                                       \
  g_test_add ("/ui/portraits/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("add", test_add);
  ADD ("order", test_order);
  ADD ("remove", test_remove);
  ADD ("needs", test_needs);
  return g_test_run ();
}
