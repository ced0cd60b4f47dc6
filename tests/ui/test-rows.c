/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows in a window: when they commit, and what they leave alone. */

#include <adwaita.h>

#include "patron-choice-row.h"
#include "patron-entry-row.h"
#include "patron-error.h"
#include "patron-image-row.h"
#include "patron-isolate.h"
#include "patron-picture.h"
#include "patron-tags-row.h"
#include "patron-text-row.h"
#include "patron-toggle-row.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *list;
  int        commits;
  gboolean   done;
} Fixture;

static void
commit_cb (PatronRow *row,
           gboolean   done,
           Fixture   *f)
{
  f->commits++;
  f->done = done;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->list = gtk_list_box_new ();
  f->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (f->window), f->list);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
}

static PatronRow *
add (Fixture   *f,
     PatronRow *row)
{
  gtk_list_box_append (GTK_LIST_BOX (f->list), GTK_WIDGET (row));
  g_signal_connect (row, "commit", G_CALLBACK (commit_cb), f);
  return row;
}

static GtkEditable *
get_editable (PatronRow *row)
{
  return GTK_EDITABLE (
      patron_entry_row_get_entry (PATRON_ENTRY_ROW (row)));
}

/* Runs the main loop until something was committed, at most two seconds. */
static void
wait_for_commit (Fixture *f)
{
  gint64 until = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;

  while (f->commits == 0 && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_pause (Fixture       *f,
            gconstpointer  data)
{
  PatronRow *row = add (f, patron_entry_row_new ());
  gint64 start = g_get_monotonic_time ();

  gtk_editable_set_text (get_editable (row), "typed");
  wait_for_commit (f);
  g_assert_cmpint (f->commits, ==, 1);
  g_assert_false (f->done);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 450 * 1000);

  patron_row_flush (row);
  g_assert_cmpint (f->commits, ==, 2);
  g_assert_true (f->done);
  patron_row_flush (row);
  g_assert_cmpint (f->commits, ==, 2);
}

static void
test_leave (Fixture       *f,
            gconstpointer  data)
{
  PatronRow *row = add (f, patron_entry_row_new ());
  PatronRow *next = add (f, patron_text_row_new ());

  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_editable_set_text (get_editable (row), "typed");
  g_assert_cmpint (f->commits, ==, 0);
  gtk_widget_grab_focus (GTK_WIDGET (next));
  g_assert_cmpint (f->commits, ==, 1);
  g_assert_true (f->done);

  /* Nothing was typed, nothing is committed. */
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_assert_cmpint (f->commits, ==, 1);
}

static void
test_cursor (Fixture       *f,
             gconstpointer  data)
{
  PatronRow *row = add (f, patron_entry_row_new ());

  patron_entry_row_set_text (PATRON_ENTRY_ROW (row), "as it is");
  gtk_editable_set_position (get_editable (row), 3);
  patron_entry_row_set_text (PATRON_ENTRY_ROW (row), "as it is");
  g_assert_cmpint (gtk_editable_get_position (get_editable (row)), ==, 3);
  patron_row_flush (row);
  g_assert_cmpint (f->commits, ==, 0);
}

static void
test_message (Fixture       *f,
              gconstpointer  data)
{
  PatronRow *row = add (f, patron_entry_row_new ());

  patron_row_set_message (row, "5 < 6 & not a number");
  g_assert_cmpstr (patron_row_get_message (row), ==, "5 < 6 & not a number");
  gtk_test_accessible_assert_state (get_editable (row),
                                    GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  patron_row_set_message (row, NULL);
  g_assert_null (patron_row_get_message (row));
  gtk_test_accessible_assert_state (get_editable (row),
                                    GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
}

static char *
string_label (gpointer item)
{
  return g_strdup (gtk_string_object_get_string (item));
}

/* When the item that is chosen goes and comes back, as one does that is
 * moved, nothing was chosen. */
static void
test_choice_moves (Fixture       *f,
                   gconstpointer  data)
{
  g_autoptr (GListStore) items = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (GtkStringObject) first = gtk_string_object_new ("first");
  g_autoptr (GtkStringObject) last = gtk_string_object_new ("last");
  PatronRow *row;

  g_list_store_append (items, first);
  g_list_store_append (items, last);
  row = add (f, patron_choice_row_new (G_LIST_MODEL (items), string_label,
                                       NULL, "None"));
  patron_choice_row_set_selected (PATRON_CHOICE_ROW (row), first);

  g_list_store_remove (items, 0);
  g_list_store_append (items, first);
  g_assert_cmpint (f->commits, ==, 0);
  g_assert_true (patron_choice_row_get_selected (PATRON_CHOICE_ROW (row))
                 == first);
  patron_choice_row_set_selected (PATRON_CHOICE_ROW (row), NULL);
  g_assert_null (patron_choice_row_get_selected (PATRON_CHOICE_ROW (row)));
}

static void
test_tags (Fixture       *f,
           gconstpointer  data)
{
  PatronRow *row = add (f, patron_tags_row_new ());
  PatronTagsRow *tags = PATRON_TAGS_ROW (row);
  g_auto (GStrv) kept = NULL;
  GtkWidget *focus;

  patron_tags_row_set_tags (tags, (const char *const[]){ "old", NULL });
  g_assert_cmpint (f->commits, ==, 0);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  focus = gtk_widget_get_ancestor (
      gtk_window_get_focus (GTK_WINDOW (f->window)), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (focus), "new, old, ");
  g_assert_cmpint (f->commits, ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (focus), "half");
  patron_row_flush_focus (f->window);
  g_assert_cmpint (f->commits, ==, 2);
  kept = patron_tags_row_get_tags (tags);
  g_assert_cmpstrv (kept,
                    ((const char *const[]){ "old", "new", "half", NULL }));
}

static void
test_scale (Fixture       *f,
            gconstpointer  data)
{
  PatronRow *row = add (f, patron_scale_row_new (-2, 2));
  PatronToggleRow *scale = PATRON_TOGGLE_ROW (row);
  int score = 42;

  g_assert_false (patron_scale_row_get_score (scale, &score));
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (f->window)),
                         "clicked");
  g_assert_true (patron_scale_row_get_score (scale, &score));
  g_assert_cmpint (score, ==, 0);
  g_assert_cmpint (f->commits, ==, 1);
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (f->window)),
                         "clicked");
  g_assert_false (patron_scale_row_get_score (scale, &score));
  patron_scale_row_set_score (scale, -2);
  g_assert_true (patron_scale_row_get_score (scale, &score));
  g_assert_cmpint (score, ==, -2);
  g_assert_cmpint (f->commits, ==, 2);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static PatronPicture *
take (const guint8 *bytes,
      gsize         size,
      GError      **error)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, size);
  g_autoptr (GAsyncResult) result = NULL;

  patron_picture_take_async (data, "a.png", NULL, taken_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return patron_picture_finish (result, error);
}

/* A header that promises 400 megapixels in 60 bytes, noise, and too many
 * bytes: each is refused with its reason. */
static void
test_hostile_pictures (Fixture       *f,
                       gconstpointer  data)
{
  static const guint8 bomb[] = {
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00,
    0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x4e, 0x20, 0x00, 0x00,
    0x4e, 0x20, 0x08, 0x02, 0x00, 0x00, 0x00, 0x6c, 0x12, 0xd1, 0x6e,
    0x00, 0x00, 0x00, 0x0f, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63,
    0x60, 0x18, 0x05, 0xa3, 0x80, 0xfa, 0x00, 0x00, 0x02, 0x58, 0x00,
    0x01, 0xa0, 0xc5, 0x8c, 0x03,
  };
  g_autofree guint8 *large = g_malloc0 (20 * 1024 * 1024 + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (take (bomb, sizeof bomb, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (take ((const guint8 *) "no picture", 10, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (take (large, 20 * 1024 * 1024 + 1, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE);
}

/* A small picture is kept as it is, a large one is made smaller. */
static void
test_pictures (Fixture       *f,
               gconstpointer  data)
{
  static const int sides[] = { 32, 3000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (
          GDK_COLORSPACE_RGB, FALSE, 8, sides[i], sides[i] / 2);
      g_autoptr (PatronPicture) picture = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *bytes = NULL;
      gsize size;

      gdk_pixbuf_fill (pixbuf, 0x1a5fb4ff);
      g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &size, "png",
                                                &error, NULL));
      picture = take ((const guint8 *) bytes, size, &error);
      g_assert_no_error (error);
      g_assert_cmpint (picture->width, ==, MIN (sides[i], 2048));
      g_assert_cmpint (picture->height, ==, MIN (sides[i], 2048) / 2);
      g_assert_cmpstr (picture->media_type, ==,
                       i == 0 ? "image/png" : "image/jpeg");
      if (i == 0)
        g_assert_cmpmem (g_bytes_get_data (picture->data, NULL),
                         g_bytes_get_size (picture->data), bytes, size);
    }
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (item))
        return GTK_DROP_TARGET (item); /* the widget holds it */
    }
  return NULL;
}

/* A file that is dropped on the row is read in the background. */
static void
test_drop_picture (Fixture       *f,
                   gconstpointer  data)
{
  PatronRow *row = add (f, patron_image_row_new ());
  g_autofree char *path
      = g_build_filename (g_get_home_dir (), "face & co.png", NULL);
  g_autoptr (GdkPixbuf) pixbuf
      = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 40, 30);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GSList files = { file, NULL };
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;
  const PatronPicture *picture;

  gdk_pixbuf_fill (pixbuf, 0x1a5fb4ff);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", &error, NULL));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (row)), "drop", &value,
                         1.0, 1.0, &taken);
  g_value_unset (&value);
  g_assert_true (taken);
  wait_for_commit (f);
  picture = patron_image_row_get_picture (PATRON_IMAGE_ROW (row));
  g_assert_nonnull (picture);
  g_assert_cmpstr (picture->name, ==, "face & co.png");
  g_assert_cmpint (picture->width, ==, 40);
  g_assert_null (patron_row_get_message (row));
}

#define ADD(name, func)                                                       \
  g_test_add ("/ui/rows/" name, Fixture, NULL, set_up, func, tear_down)

static void
assert_isolated (const char *number,
                 const char *expected)
{
  g_autofree char *text = patron_isolate_number (number);

  g_assert_cmpstr (text, ==, expected);
}

/* Right to left, signs stay where they belong: on the number's side. */
static void
test_numbers (Fixture       *f,
              gconstpointer  data)
{
#define LRI "\xe2\x81\xa6"
#define PDI "\xe2\x81\xa9"
  assert_isolated ("+$117", "+$117");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  assert_isolated ("+$117", LRI "+$117" PDI);
  assert_isolated ("50\xe2\x80\xaf%", LRI "50\xe2\x80\xaf%" PDI);
  assert_isolated ("\xe2\x88\x92" "3 points",
                   LRI "\xe2\x88\x92" "3" PDI " points");
  assert_isolated ("none", "none");
  assert_isolated ("", "");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("pause", test_pause);
  ADD ("leave", test_leave);
  ADD ("cursor", test_cursor);
  ADD ("message", test_message);
  ADD ("choice-moves", test_choice_moves);
  ADD ("tags", test_tags);
  ADD ("scale", test_scale);
  ADD ("hostile-pictures", test_hostile_pictures);
  ADD ("pictures", test_pictures);
  ADD ("drop-picture", test_drop_picture);
  ADD ("numbers", test_numbers);
  return g_test_run ();
}
