/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "patron-bulk.h"
#include "patron-undoing.h"

static PatronDocument *
new_document (void)
{
  return fixture_document (patron_registry_get_default ());
}

static PatronRecord *
add (PatronDocument *document,
     const char     *entity,
     const char     *field,
     gint64          target)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, target);
  PatronRecord *record
      = patron_document_insert (document, entity, &error,
                                target != 0 ? field : NULL, id, NULL);

  g_assert_no_error (error);
  return record;
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          int        *count)
{
  (*count)++;
}

/* A change notifies the field that changed, and no other; a value that is
 * there already changes nothing. */
static void
test_set_notifies (void)
{
  g_autoptr (PatronDocument) document = new_document ();
  g_autoptr (PatronRecord) portrait = add (document, "portrait", NULL, 0);
  g_autoptr (GError) error = NULL;
  int name = 0, town = 0;

  g_signal_connect (portrait, "notify::name", G_CALLBACK (count_cb), &name);
  g_signal_connect (portrait, "notify::town", G_CALLBACK (count_cb), &town);
  g_assert_true (patron_document_set_text (document, portrait, "name",
                                           "Clara", &error));
  g_assert_cmpint (name, ==, 1);
  g_assert_true (patron_document_set_text (document, portrait, "name",
                                           "Clara", &error));
  g_assert_cmpint (name, ==, 1);
  g_assert_cmpint (town, ==, 0);
  g_assert_cmpstr (patron_record_get_text (portrait, "name"), ==, "Clara");
  g_assert_cmpstr (patron_document_get_undo_label (document), ==,
                   "Change Name");
}

/* What is refused says where and why, and changes nothing. */
static void
test_set_refuses (void)
{
  g_autoptr (PatronDocument) document = new_document ();
  g_autoptr (PatronRecord) portrait = add (document, "portrait", NULL, 0);
  g_autofree char *before = fixture_dump (document);
  g_autofree char *after = NULL;
  static const struct
  {
    const char *field;
    const char *text;
    const char *says;
  } cases[] = {
    { "age", "151", "Age: must lie between 0 and 150" },
    { "age", "old", "Age: “old” is not a whole number" },
    { "gender", "robot", "Gender: “robot” is not one of the choices" },
    { "income", "1e400", "Income: “1e400” is not a number" },
    { "reviewed", "2023-02-29", "Last Reviewed: “2023-02-29” is not a date" },
    { "name", "a\nb", "Name: must be a single line" },
    { "position", "", "Position: must not be empty" },
    { "segment", "12", "The record that it refers to does not exist." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (patron_document_set_text (
          document, portrait, cases[i].field, cases[i].text, &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, cases[i].says);
    }
  after = fixture_dump (document);
  g_assert_cmpstr (before, ==, after);
}

/* Typing in one field is one step, in another field or after a pause it is
 * the next one. */
static void
test_typing_merges (void)
{
  g_autoptr (PatronDocument) document = new_document ();
  g_autoptr (PatronRecord) portrait = add (document, "portrait", NULL, 0);
  static const char *const words[] = { "C", "Cl", "Cla", "Clara" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    patron_document_set_text (document, portrait, "name", words[i], NULL);
  patron_document_set_text (document, portrait, "town", "Leeds", NULL);
  patron_document_end_typing (document);
  patron_document_set_text (document, portrait, "town", "York", NULL);

  g_assert_true (patron_document_undo (document, NULL));
  g_assert_cmpstr (patron_record_get_text (portrait, "town"), ==, "Leeds");
  g_assert_true (patron_document_undo (document, NULL));
  g_assert_null (patron_record_get_text (portrait, "town"));
  g_assert_true (patron_document_undo (document, NULL));
  g_assert_null (patron_record_get_text (portrait, "name"));
  g_assert_cmpstr (patron_document_get_undo_label (document), ==,
                   "Add Pen Portrait");
  g_assert_true (patron_document_redo (document, NULL));
  g_assert_cmpstr (patron_record_get_text (portrait, "name"), ==, "Clara");
}

/* A removed journey takes its stages, lanes and cards along; undo brings all
 * back, as the same records; redo removes them once more. */
static void
test_cascade (void)
{
  g_autoptr (PatronDocument) document = new_document ();
  g_autoptr (PatronRecord) journey = add (document, "journey", NULL, 0);
  gint64 id = patron_record_get_id (journey);
  g_autoptr (PatronRecord) stage = add (document, "stage", "journey", id);
  g_autoptr (PatronRecord) lane = add (document, "lane", "journey", id);
  g_autoptr (PatronRecord) kpi = add (document, "kpi", NULL, 0);
  g_autofree char *stage_id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (stage));
  g_autofree char *lane_id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (lane));
  g_autofree char *kpi_id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (kpi));
  g_autoptr (PatronRecord) card = patron_document_insert (
      document, "card", NULL, "stage", stage_id, "lane", lane_id, "kpi",
      kpi_id, "title", "Proposal", NULL);
  g_autoptr (GListModel) cards = patron_document_list_of (
      document, "card", "stage", patron_record_get_id (stage));

  g_assert_cmpuint (g_list_model_get_n_items (cards), ==, 1);
  g_assert_true (patron_document_remove (document, kpi, NULL));
  g_assert_cmpint (patron_record_get_integer (card, "kpi"), ==, 0);
  g_assert_true (patron_document_remove (document, journey, NULL));
  g_assert_false (patron_record_get_exists (card));
  g_assert_cmpuint (g_list_model_get_n_items (cards), ==, 0);

  g_assert_true (patron_document_undo (document, NULL));
  g_assert_true (patron_record_get_exists (card));
  g_assert_cmpuint (g_list_model_get_n_items (cards), ==, 1);
  g_assert_true (patron_document_undo (document, NULL));
  g_assert_cmpint (patron_record_get_integer (card, "kpi"), ==,
                   patron_record_get_id (kpi));
  g_assert_true (patron_document_redo (document, NULL));
  g_assert_true (patron_document_redo (document, NULL));
  g_assert_false (patron_record_get_exists (journey));
  g_assert_cmpint (patron_document_count (document, "card"), ==, 0);
}

static char *
order_of (GListModel *list)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) record = g_list_model_get_item (list, i);

      g_string_append (names, patron_record_get_text (record, "name"));
    }
  return g_string_free (names, FALSE);
}

/* A list follows moves, and two hundred moves into one gap still find room. */
static void
test_move (void)
{
  g_autoptr (PatronDocument) document = new_document ();
  g_autoptr (GListModel) list = patron_document_list (document, "segment");
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  static const char *const names[] = { "a", "b", "c", "d" };
  g_autofree char *order = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (made, patron_document_insert (document, "segment", NULL,
                                                   "name", names[i], NULL));
  g_assert_true (patron_document_move (document, made->pdata[3],
                                       made->pdata[1], NULL));
  order = order_of (list);
  g_assert_cmpstr (order, ==, "adbc");
  for (int i = 0; i < 200; i++)
    {
      g_free (order);
      g_assert_true (patron_document_move (
          document, made->pdata[i % 2 == 0 ? 2 : 3], made->pdata[1], NULL));
      order = order_of (list);
      g_assert_cmpstr (order, ==, i % 2 == 0 ? "adcb" : "acdb");
    }
  g_assert_true (patron_document_move (document, made->pdata[0], NULL, NULL));
  g_free (order);
  order = order_of (list);
  g_assert_cmpstr (order, ==, "cdba");
}

/* A goal cannot become part of its own part. */
static void
test_no_cycle (void)
{
  g_autoptr (PatronDocument) document = new_document ();
  g_autoptr (PatronRecord) top = add (document, "goal", NULL, 0);
  g_autoptr (PatronRecord) middle
      = add (document, "goal", "parent", patron_record_get_id (top));
  g_autoptr (PatronRecord) leaf
      = add (document, "goal", "parent", patron_record_get_id (middle));
  g_autoptr (GError) error = NULL;

  g_assert_false (patron_document_set_integer (
      document, top, "parent", patron_record_get_id (leaf), &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
  g_assert_cmpint (patron_record_get_integer (top, "parent"), ==, 0);
}

/* A duplicate is whole and by itself: what is part of the original is
 * copied, what it refers to is shared. */
/* One portrait is the primary one: another takes it over, in the same step. A
 * second target from one day is refused, and so is moving one there. */
static void
test_unique (void)
{
  g_autoptr (PatronDocument) document = new_document ();
  g_autoptr (PatronRecord) first = add (document, "portrait", NULL, 0);
  g_autoptr (PatronRecord) second = add (document, "portrait", NULL, 0);
  g_autoptr (PatronRecord) copy = NULL;
  g_autoptr (PatronRecord) kpi = add (document, "kpi", NULL, 0);
  g_autoptr (PatronRecord) other = add (document, "kpi", NULL, 0);
  g_autoptr (PatronRecord) target = NULL;
  g_autoptr (PatronRecord) late = NULL;
  g_autoptr (PatronRecord) none = NULL;
  g_autoptr (PatronRecord) elsewhere = NULL;
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (kpi));
  g_autofree char *other_id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (other));
  g_autoptr (GError) error = NULL;

  patron_document_set_integer (document, first, "main", 1, &error);
  patron_document_end_typing (document);
  patron_document_set_integer (document, second, "main", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (patron_record_get_integer (first, "main"), ==, 0);
  g_assert_cmpint (patron_record_get_integer (second, "main"), ==, 1);
  g_assert_true (patron_document_undo (document, &error));
  g_assert_cmpint (patron_record_get_integer (first, "main"), ==, 1);
  g_assert_cmpint (patron_record_get_integer (second, "main"), ==, 0);
  copy = patron_document_duplicate (document, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (patron_record_get_integer (first, "main"), ==, 1);
  g_assert_cmpint (patron_record_get_integer (copy, "main"), ==, 0);

  target = patron_document_insert (document, "target", &error, "kpi", id,
                                   "starts", "2026-01-01", "value", "1",
                                   NULL);
  late = patron_document_insert (document, "target", &error, "kpi", id,
                                 "starts", "2026-07-01", "value", "2", NULL);
  elsewhere = patron_document_insert (document, "target", &error, "kpi",
                                      other_id, "starts", "2026-01-01",
                                      "value", "3", NULL);
  g_assert_no_error (error);
  none = patron_document_insert (document, "target", &error, "kpi", id,
                                 "starts", "2026-01-01", "value", "4", NULL);
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "2026"));
  g_assert_null (none);
  g_clear_error (&error);
  g_assert_false (patron_document_set_text (document, late, "starts",
                                            "2026-01-01", &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (patron_document_set_integer (
      document, elsewhere, "kpi", patron_record_get_id (kpi), &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
  g_assert_cmpint (patron_document_count (document, "target"), ==, 3);
}

static void
test_duplicate (void)
{
  g_autoptr (PatronDocument) document = new_document ();
  g_autoptr (PatronRecord) first = patron_document_insert (
      document, "portrait", NULL, "name", "Clara", NULL);
  g_autoptr (PatronRecord) last G_GNUC_UNUSED = patron_document_insert (
      document, "portrait", NULL, "name", "Omar", NULL);
  g_autoptr (PatronRecord) need G_GNUC_UNUSED
      = add (document, "need", "portrait", patron_record_get_id (first));
  g_autoptr (PatronRecord) copy
      = patron_document_duplicate (document, first, NULL);
  g_autoptr (GListModel) list = patron_document_list (document, "portrait");
  g_autoptr (GListModel) needs = patron_document_list_of (
      document, "need", "portrait", patron_record_get_id (copy));
  g_autofree char *order = order_of (list);

  g_assert_cmpstr (order, ==, "ClaraClara (copy)Omar");
  g_assert_cmpuint (g_list_model_get_n_items (needs), ==, 1);
  g_assert_true (patron_document_remove (document, first, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (needs), ==, 1);
  g_assert_true (patron_document_undo (document, NULL));
  g_assert_cmpstr (patron_document_get_undo_label (document), ==,
                   "Duplicate Pen Portrait");
  g_assert_true (patron_document_undo (document, NULL));
  g_assert_cmpint (patron_document_count (document, "need"), ==, 1);
}

/* A picture goes with the last field that shows it, and comes back. */
static void
test_assets (void)
{
  g_autoptr (PatronDocument) document = new_document ();
  g_autoptr (PatronRecord) portrait = add (document, "portrait", NULL, 0);
  g_autoptr (GBytes) data = g_bytes_new_static ("picture", 7);
  g_autoptr (PatronRecord) asset = NULL;
  g_autoptr (PatronRecord) again = NULL;
  g_autoptr (GBytes) loaded = NULL;

  g_assert_true (patron_document_begin (document, "Change Picture", NULL));
  asset = patron_document_insert_asset (document, data, "a.png", "image/png",
                                        10, 20, NULL);
  again = patron_document_insert_asset (document, data, "b.png", "image/png",
                                        10, 20, NULL);
  g_assert_true (asset == again);
  g_assert_true (patron_document_set_integer (
      document, portrait, "picture", patron_record_get_id (asset), NULL));
  g_assert_true (patron_document_end (document, NULL));

  g_assert_true (patron_document_set_integer (document, portrait, "picture",
                                              0, NULL));
  g_assert_cmpint (patron_document_count (document, "asset"), ==, 0);
  g_assert_true (patron_document_undo (document, NULL));
  loaded = patron_document_load_data (document, asset, "data", NULL);
  g_assert_true (g_bytes_equal (loaded, data));
}

/* Many rows at once: lists see them, undo takes all, redo brings all. */
static void
test_bulk (void)
{
  g_autoptr (PatronDocument) document = new_document ();
  g_autoptr (PatronRecord) kpi = add (document, "kpi", NULL, 0);
  const PatronEntity *entity
      = patron_registry_lookup (document->registry, "measurement");
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  g_autoptr (GListModel) list = patron_document_list_of (
      document, "measurement", "kpi", patron_record_get_id (kpi));
  g_autofree char *before = fixture_dump (document);
  g_autofree char *after = NULL;
  g_autofree char *now = NULL;
  g_autoptr (PatronRecord) some = NULL;
  PatronBulk *bulk;

  g_assert_true (patron_document_begin (document, "Import", NULL));
  bulk = patron_bulk_begin (document, "measurement", NULL);
  patron_value_set_integer (&values[0], patron_record_get_id (kpi));
  for (int i = 0; i < 1000; i++)
    {
      patron_value_set_integer (&values[1], i);
      patron_value_set_real (&values[2], i / 2.0);
      g_assert_true (patron_bulk_add (bulk, values, NULL));
    }
  patron_value_set_integer (&values[1], G_MAXINT64);
  g_assert_false (patron_bulk_add (bulk, values, NULL));
  g_assert_true (patron_bulk_end (bulk, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  g_assert_true (patron_document_end (document, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1000);
  after = fixture_dump (document);
  some = g_list_model_get_item (list, 7);

  g_assert_true (patron_document_undo (document, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  g_assert_false (patron_record_get_exists (some));
  now = fixture_dump (document);
  g_assert_cmpstr (now, ==, before);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (patron_document_redo (document, NULL));
      g_free (now);
      now = fixture_dump (document);
      g_assert_cmpstr (now, ==, after);
      g_assert_true (patron_document_undo (document, NULL));
    }
}

/* A row that refers to nothing makes the whole insertion fail, wherever in it
 * the row stands; references hold after it as before. */
static void
test_bulk_reference (void)
{
  g_autoptr (PatronDocument) document = new_document ();
  g_autoptr (PatronRecord) kpi = add (document, "kpi", NULL, 0);
  const PatronEntity *entity
      = patron_registry_lookup (document->registry, "measurement");
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  g_autofree char *before = fixture_dump (document);

  for (int bad = 0; bad < 200; bad += 99)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      PatronBulk *bulk;

      g_assert_true (patron_document_begin (document, "Import", NULL));
      bulk = patron_bulk_begin (document, "measurement", NULL);
      for (int i = 0; i <= bad; i++)
        {
          patron_value_set_integer (&values[0], patron_record_get_id (kpi)
                                                    + (i == bad));
          patron_value_set_integer (&values[1], i);
          g_assert_true (patron_bulk_add (bulk, values, NULL) == (i < bad));
        }
      g_assert_false (patron_bulk_end (bulk, &error));
      g_assert_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND);
      patron_document_cancel (document);
      after = fixture_dump (document);
      g_assert_cmpstr (after, ==, before);
    }
  g_assert_true (patron_document_begin (document, "Import", NULL));
  fixture_import (document, kpi, 100);
  g_assert_true (patron_document_end (document, NULL));
  g_assert_true (patron_document_remove (document, kpi, NULL));
  g_assert_cmpint (patron_document_count (document, "measurement"), ==, 0);
}

/* Goes one way in pieces. While it does, nothing else can be written, lists
 * stay whole, and giving up leaves everything as it was. */
static void
go_in_pieces (PatronDocument *document,
              GListModel     *list,
              gboolean        undo,
              const char     *goal)
{
  g_autofree char *before = fixture_dump (document);
  g_autofree char *label
      = g_strdup (patron_document_get_undo_label (document));
  guint n_items = g_list_model_get_n_items (list);

  for (int turn = 0; turn < 2; turn++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;
      PatronUndoing *undoing = patron_undoing_begin (document, undo, NULL);
      gboolean done = FALSE;
      double progress = 0;
      int n_steps = 0;

      g_assert_null (patron_document_insert (document, "segment", &error,
                                             "name", "Late", NULL));
      g_assert_error (error, PATRON_ERROR, PATRON_ERROR_FAILED);
      while (!done && (turn == 1 || n_steps < 2))
        {
          g_assert_true (patron_undoing_step (undoing, &done, NULL));
          g_assert_cmpfloat (patron_undoing_get_progress (undoing), >=,
                             progress);
          progress = patron_undoing_get_progress (undoing);
          n_steps++;
          g_assert_cmpuint (g_list_model_get_n_items (list), ==, n_items);
          for (guint i = 0; i < n_items; i += 1000)
            {
              g_autoptr (PatronRecord) item
                  = g_list_model_get_item (list, i);

              g_assert_nonnull (item);
            }
        }
      g_assert_cmpint (n_steps, >, 1);
      if (turn == 0)
        patron_undoing_cancel (undoing);
      else
        g_assert_true (patron_undoing_end (undoing, NULL));
      now = fixture_dump (document);
      g_assert_cmpstr (now, ==, turn == 0 ? before : goal);
      if (turn == 0)
        g_assert_cmpstr (patron_document_get_undo_label (document), ==,
                         label);
    }
}

/* A step that imports and then changes what it imported, between other steps:
 * undo and redo are exact, and can be done in pieces. */
static void
test_undoing (void)
{
  g_autoptr (PatronDocument) document = new_document ();
  g_autoptr (PatronRecord) kpi = add (document, "kpi", NULL, 0);
  g_autoptr (GListModel) list = patron_document_list (document,
                                                      "measurement");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PatronRecord) changed = NULL;
  g_autoptr (PatronRecord) removed = NULL;
  gint64 last;

  g_assert_true (patron_document_begin (document, "First", NULL));
  fixture_import (document, kpi, 10);
  g_assert_true (patron_document_end (document, NULL));
  before = fixture_dump (document);

  g_assert_true (patron_document_begin (document, "Second", NULL));
  fixture_import (document, kpi, 9000);
  patron_db_get_integer (document->db, "SELECT max (id) FROM measurement",
                         &last, NULL);
  changed = patron_document_get_record (document, "measurement", last);
  g_assert_true (patron_document_set_number (document, changed, "value", -1,
                                             NULL));
  removed = patron_document_get_record (document, "measurement", last - 100);
  g_assert_true (patron_document_remove (document, removed, NULL));
  g_assert_true (patron_document_set_text (document, kpi, "name", "Other",
                                           NULL));
  fixture_import (document, kpi, 20);
  g_assert_true (patron_document_end (document, NULL));
  after = fixture_dump (document);

  for (int i = 0; i < 2; i++)
    {
      go_in_pieces (document, list, TRUE, before);
      g_assert_false (patron_record_get_exists (changed));
      go_in_pieces (document, list, FALSE, after);
      g_assert_true (patron_record_get_exists (changed));
      g_assert_false (patron_record_get_exists (removed));
    }
  /* What comes after an import is recorded again, row by row. */
  g_assert_true (patron_document_remove (document, changed, NULL));
  g_assert_true (patron_document_undo (document, NULL));
  g_assert_true (patron_record_get_exists (changed));
}

/* The history keeps to its cap by forgetting the oldest steps; what is left
 * is exact. */
static void
test_cap (void)
{
  g_autoptr (PatronDocument) document = new_document ();
  g_autoptr (PatronRecord) portrait = add (document, "portrait", NULL, 0);
  g_autofree char *text = g_strnfill (10000, 'x');
  int undone = 0;

  patron_history_set_cap (document->history, 300000);
  for (int i = 0; i < 100; i++)
    {
      text[0] = (char) ('a' + i % 26);
      patron_document_set_text (document, portrait, "biography", text, NULL);
      patron_document_end_typing (document);
      g_assert_cmpint (patron_history_get_size (document->history), <=,
                       300000);
    }
  while (patron_document_get_undo_label (document) != NULL)
    {
      g_assert_true (patron_document_undo (document, NULL));
      undone++;
      text[0] = (char) ('a' + (99 - undone) % 26);
      g_assert_cmpstr (patron_record_get_text (portrait, "biography"), ==,
                       text);
    }
  g_assert_cmpint (undone, >, 20);
  g_assert_cmpint (undone, <, 40);
}

static void
went_to_cb (PatronDocument *document,
            const char     *page,
            const char     *entity,
            gint64          record,
            char          **where)
{
  g_free (*where);
  *where = g_strdup_printf ("%s %s %" G_GINT64_FORMAT, page, entity, record);
}

/* Undo says where it changed something. */
static void
test_went_to (void)
{
  g_autoptr (PatronDocument) document = new_document ();
  g_autoptr (PatronRecord) kpi = add (document, "kpi", NULL, 0);
  g_autofree char *expected = g_strdup_printf (
      "kpis kpi %" G_GINT64_FORMAT, patron_record_get_id (kpi));
  g_autofree char *where = NULL;

  g_signal_connect (document, "went-to", G_CALLBACK (went_to_cb), &where);
  patron_document_set_text (document, kpi, "name", "NPS", NULL);
  g_assert_true (patron_document_undo (document, NULL));
  g_assert_cmpstr (where, ==, expected);
}

/* Records and lists may outlive the document and each other. */
static void
test_lifetimes (void)
{
  PatronDocument *document = new_document ();
  PatronRecord *kpi = add (document, "kpi", NULL, 0);
  GListModel *list = patron_document_list (document, "kpi");

  g_object_unref (document);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_object_unref (list);
  g_assert_cmpint (patron_record_get_id (kpi), >, 0);
  g_assert_finalize_object (kpi);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/document/set-notifies", test_set_notifies);
  g_test_add_func ("/store/document/set-refuses", test_set_refuses);
  g_test_add_func ("/store/document/typing-merges", test_typing_merges);
  g_test_add_func ("/store/document/cascade", test_cascade);
  g_test_add_func ("/store/document/move", test_move);
  g_test_add_func ("/store/document/no-cycle", test_no_cycle);
  g_test_add_func ("/store/document/unique", test_unique);
  g_test_add_func ("/store/document/duplicate", test_duplicate);
  g_test_add_func ("/store/document/assets", test_assets);
  g_test_add_func ("/store/document/bulk", test_bulk);
  g_test_add_func ("/store/document/bulk-reference", test_bulk_reference);
  g_test_add_func ("/store/document/undoing", test_undoing);
  g_test_add_func ("/store/document/cap", test_cap);
  g_test_add_func ("/store/document/went-to", test_went_to);
  g_test_add_func ("/store/document/lifetimes", test_lifetimes);
  return g_test_run ();
}
