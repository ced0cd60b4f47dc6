/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An entity that Patron does not have: one field table, and nothing else, has
 * to give it a table, a form that edits each kind of field, and undo. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "patron-choice-row.h"
#include "patron-colour-row.h"
#include "patron-entities.h"
#include "patron-entry-row.h"
#include "patron-form.h"
#include "patron-switch-row.h"
#include "patron-tags-row.h"
#include "patron-text-row.h"
#include "patron-toggle-row.h"

static const PatronChoice sizes[] = {
  { "small", "Small" },
  { "large", "Large" },
  { NULL },
};

static const PatronField fields[] = {
  { "name", PATRON_KIND_TEXT, "Name", .flags = PATRON_FIELD_TITLE },
  { "story", PATRON_KIND_LONG_TEXT, "Story", .help = "What happened." },
  { "weight", PATRON_KIND_NUMBER, "Weight" },
  { "price", PATRON_KIND_MONEY, "Price" },
  { "share", PATRON_KIND_PERCENT, "Share" },
  { "count", PATRON_KIND_INTEGER, "Count", .min = 0, .max = 9 },
  { "day", PATRON_KIND_DATE, "Day" },
  { "moment", PATRON_KIND_DATE_TIME, "Moment" },
  { "length", PATRON_KIND_DURATION, "Length" },
  { "size", PATRON_KIND_CHOICE, "Size", .choices = sizes },
  { "sizes", PATRON_KIND_FLAGS, "Sizes", .choices = sizes },
  { "done", PATRON_KIND_BOOLEAN, "Done", .initial = "false" },
  { "score", PATRON_KIND_SCALE, "Score", .min = -2, .max = 2 },
  { "colour", PATRON_KIND_COLOUR, "Colour" },
  { "picture", PATRON_KIND_IMAGE, "Picture" },
  { "part_of", PATRON_KIND_REFERENCE, "Part Of", .target = "errand" },
  { "tags", PATRON_KIND_TAGS, "Tags" },
  PATRON_POSITION_FIELD,
};

static const PatronEntity errand = {
  .name = "errand",
  .label = "Errand",
  .plural = "Errands",
  .untitled = "Untitled errand",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};

typedef struct
{
  PatronDocument *document;
  PatronRecord   *record;
  PatronRecord   *other;
  PatronForm     *form;
  GtkWidget      *window;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) entities = g_ptr_array_new ();
  g_autoptr (PatronRegistry) registry = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < patron_n_entities; i++)
    g_ptr_array_add (entities, (gpointer) patron_entities[i]);
  g_ptr_array_add (entities, (gpointer) &errand);
  registry = patron_registry_new (
      (const PatronEntity *const *) entities->pdata, entities->len);

  f->document = patron_document_new (registry, &error);
  g_assert_no_error (error);
  f->record = patron_document_insert (f->document, "errand", &error, "name",
                                      "First", NULL);
  g_assert_no_error (error);
  f->other = patron_document_insert (f->document, "errand", &error, "name",
                                     "Other", NULL);
  g_assert_no_error (error);

  f->form = PATRON_FORM (patron_form_new (f->document, &errand));
  patron_form_add_all (f->form);
  patron_form_set_record (f->form, f->record);
  f->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->form));
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->record);
  g_object_unref (f->other);
  patron_document_close (f->document);
  g_object_unref (f->document);
}

/* What files would say of the field. */
static void
assert_stored (Fixture    *f,
               const char *field,
               const char *expected)
{
  g_autofree char *text
      = patron_field_to_text (patron_entity_get_field (&errand, field),
                              patron_record_get (f->record, field));

  g_test_message ("%s", field);
  g_assert_cmpstr (text, ==, expected);
}

static void
type (Fixture    *f,
      const char *field,
      const char *text)
{
  PatronEntryRow *row = PATRON_ENTRY_ROW (patron_form_get_row (f->form,
                                                               field));

  gtk_editable_set_text (GTK_EDITABLE (patron_entry_row_get_entry (row)),
                         text);
  patron_row_flush (PATRON_ROW (row));
}

static const char *
shown (Fixture    *f,
       const char *field)
{
  return patron_entry_row_get_text (
      PATRON_ENTRY_ROW (patron_form_get_row (f->form, field)));
}

static void
test_table (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr (GListModel) all = patron_document_list (f->document, "errand");
  g_autoptr (PatronRecord) first = g_list_model_get_item (all, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 2);
  g_assert_true (first == f->record);
  g_assert_true (patron_document_move (f->document, f->record, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&first);
  first = g_list_model_get_item (all, 0);
  title = patron_record_get_title (first);
  g_assert_cmpstr (title, ==, "Other");
}

static void
test_typed (Fixture       *f,
            gconstpointer  data)
{
  PatronTextRow *story
      = PATRON_TEXT_ROW (patron_form_get_row (f->form, "story"));

  type (f, "name", "Bring it & back");
  assert_stored (f, "name", "Bring it & back");
  type (f, "weight", "1.25");
  assert_stored (f, "weight", "1.25");
  type (f, "price", "1250");
  assert_stored (f, "price", "1250");
  type (f, "share", "12.5");
  assert_stored (f, "share", "0.125");
  type (f, "count", "7");
  assert_stored (f, "count", "7");
  type (f, "day", "2024-02-29");
  assert_stored (f, "day", "2024-02-29");
  type (f, "moment", "2024-02-29 14:30");
  assert_stored (f, "moment", "2024-02-29T14:30:00Z");
  type (f, "length", "2h 30m");
  assert_stored (f, "length", "2h 30m");

  patron_text_row_set_text (story, "One.\nTwo.");
  patron_row_commit (PATRON_ROW (story));
  assert_stored (f, "story", "One.\nTwo.");
}

static void
test_chosen (Fixture       *f,
             gconstpointer  data)
{
  PatronRow *row;

  row = patron_form_get_row (f->form, "part_of");
  patron_choice_row_set_selected (PATRON_CHOICE_ROW (row), f->other);
  patron_row_commit (row);
  g_assert_cmpint (patron_record_get_integer (f->record, "part_of"), ==,
                   patron_record_get_id (f->other));

  row = patron_form_get_row (f->form, "sizes");
  patron_toggle_row_set_flags (PATRON_TOGGLE_ROW (row), 3);
  patron_row_commit (row);
  assert_stored (f, "sizes", "small, large");

  row = patron_form_get_row (f->form, "done");
  patron_switch_row_set_active (PATRON_SWITCH_ROW (row), TRUE);
  patron_row_commit (row);
  assert_stored (f, "done", "true");

  row = patron_form_get_row (f->form, "score");
  patron_scale_row_set_score (PATRON_TOGGLE_ROW (row), -2);
  patron_row_commit (row);
  assert_stored (f, "score", "-2");

  row = patron_form_get_row (f->form, "colour");
  patron_colour_row_set_colour (PATRON_COLOUR_ROW (row), "#1a5fb4");
  patron_row_commit (row);
  assert_stored (f, "colour", "#1a5fb4");

  row = patron_form_get_row (f->form, "tags");
  patron_tags_row_set_tags (PATRON_TAGS_ROW (row),
                            (const char *const[]){ "new", "far", NULL });
  patron_row_commit (row);
  assert_stored (f, "tags", "new, far");
}

/* What is wrong stays in sight with the reason, and is not stored. */
static void
test_refused (Fixture       *f,
              gconstpointer  data)
{
  PatronRow *count = patron_form_get_row (f->form, "count");

  type (f, "count", "4");
  type (f, "count", "10");
  assert_stored (f, "count", "4");
  g_assert_cmpstr (shown (f, "count"), ==, "10");
  g_assert_cmpstr (patron_row_get_message (count), ==,
                   "Must lie between 0 and 9");
  type (f, "count", "ten");
  g_assert_cmpstr (patron_row_get_message (count), ==,
                   "“ten” is not a whole number");
  type (f, "count", "9");
  assert_stored (f, "count", "9");
  g_assert_null (patron_row_get_message (count));
}

static void
test_undo (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  type (f, "count", "4");
  g_assert_cmpstr (patron_document_get_undo_label (f->document), ==,
                   "Change Count");
  type (f, "name", "Second");
  g_assert_cmpstr (patron_document_get_undo_label (f->document), ==,
                   "Change Name");

  g_assert_true (patron_document_undo (f->document, &error));
  g_assert_cmpstr (shown (f, "name"), ==, "First");
  g_assert_true (patron_document_undo (f->document, &error));
  g_assert_cmpstr (shown (f, "count"), ==, "");
  assert_stored (f, "count", "");
  g_assert_true (patron_document_redo (f->document, &error));
  g_assert_true (patron_document_redo (f->document, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (shown (f, "count"), ==, "4");
  g_assert_cmpstr (shown (f, "name"), ==, "Second");
}

/* What was typed belongs to the record that it was typed for. */
static void
test_other_record (Fixture       *f,
                   gconstpointer  data)
{
  PatronEntryRow *row
      = PATRON_ENTRY_ROW (patron_form_get_row (f->form, "name"));

  gtk_editable_set_text (GTK_EDITABLE (patron_entry_row_get_entry (row)),
                         "Typed");
  patron_form_set_record (f->form, f->other);
  assert_stored (f, "name", "Typed");
  g_assert_cmpstr (shown (f, "name"), ==, "Other");
  g_assert_cmpstr (patron_record_get_text (f->other, "name"), ==, "Other");
}

#define ADD(name, func)                                                       \
  g_test_add ("/ui/scratch-entity/" name, Fixture, NULL, set_up, func,        \
              tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("table", test_table);
  ADD ("typed", test_typed);
  ADD ("chosen", test_chosen);
  ADD ("refused", test_refused);
  ADD ("undo", test_undo);
  ADD ("other-record", test_other_record);
  return g_test_run ();
}
