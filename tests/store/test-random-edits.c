/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The test that guards the whole store: random edits over every table, with
 * compound ones, cascades, reorders, duplicates, imports, merged typing and
 * edits that fail. Undo all of it, and the document is what it was at the start;
 * redo all of it, and it is what it was at the end. On the way every record
 * and list that is held shows what the tables hold. */

#include "store-fixture.h"

#define SCRIPTS 40
#define EDITS 60

static void
random_step (PatronDocument *document,
             GRand          *rand)
{
  g_autoptr (GError) error = NULL;
  int n = g_rand_int_range (rand, 1, 6);

  if (g_rand_int_range (rand, 0, 3) > 0)
    {
      fixture_random_edit (document, rand);
      return;
    }
  g_assert_true (patron_document_begin (document, "Compound", &error));
  while (n-- > 0)
    fixture_random_edit (document, rand);
  if (g_rand_int_range (rand, 0, 5) == 0)
    patron_document_cancel (document);
  else
    g_assert_true (patron_document_end (document, &error));
  g_assert_no_error (error);
}

/* Records and lists that somebody holds must show what the tables hold. */
static void
check_held (PatronDocument *document,
            GPtrArray      *lists)
{
  for (guint i = 0; i < lists->len; i++)
    {
      GListModel *list = g_ptr_array_index (lists, i);
      const PatronEntity *entity
          = patron_registry_get_entity (document->registry, i);
      g_autoptr (GListModel) fresh
          = patron_document_list (document, entity->name);

      g_assert_cmpuint (g_list_model_get_n_items (list), ==,
                        g_list_model_get_n_items (fresh));
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (PatronRecord) a = g_list_model_get_item (list, j);
          g_autoptr (PatronRecord) b = g_list_model_get_item (fresh, j);

          g_assert_true (a == b);
          g_assert_true (patron_record_get_exists (a));
        }
    }
}

/* A dump of what the held records say, instead of the tables. */
static void
check_records (PatronDocument *document,
               GPtrArray      *held)
{
  for (guint i = 0; i < held->len; i++)
    {
      PatronRecord *record = g_ptr_array_index (held, i);
      const PatronEntity *entity = patron_record_get_entity (record);
      g_autofree PatronValue *before
          = g_new0 (PatronValue, entity->n_fields);
      gboolean exists = patron_record_get_exists (record);

      for (guint j = 0; j < entity->n_fields; j++)
        patron_value_copy (&before[j], patron_record_get_value (record, j));
      g_assert_true (patron_document_reload (document, record) == exists);
      for (guint j = 0; j < entity->n_fields; j++)
        {
          if (exists)
            g_assert_true (patron_value_equal (
                &before[j], patron_record_get_value (record, j)));
          patron_value_clear (&before[j]);
        }
    }
}

static void
run_script (guint32 seed)
{
  PatronRegistry *registry = patron_registry_get_default ();
  g_autoptr (PatronDocument) document = fixture_document (registry);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *start = fixture_dump (document);
  g_autofree char *end = NULL;
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;
  int undone = 0;

  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    g_ptr_array_add (lists,
                     patron_document_list (
                         document,
                         patron_registry_get_entity (registry, i)->name));
  for (int i = 0; i < EDITS; i++)
    {
      g_autoptr (PatronRecord) record = NULL;

      random_step (document, rand);
      record = fixture_any_record (document, rand);
      if (record != NULL)
        g_ptr_array_add (held, g_steal_pointer (&record));
      if (i % 20 == 0)
        check_held (document, lists);
    }
  end = fixture_dump (document);
  check_records (document, held);

  while (patron_document_get_undo_label (document) != NULL)
    {
      g_assert_true (patron_document_undo (document, &error));
      g_assert_no_error (error);
      undone++;
    }
  g_assert_cmpint (undone, >, 0);
  now = fixture_dump (document);
  g_assert_cmpstr (now, ==, start);
  check_held (document, lists);
  check_records (document, held);

  while (patron_document_get_redo_label (document) != NULL)
    g_assert_true (patron_document_redo (document, &error));
  g_free (now);
  now = fixture_dump (document);
  g_assert_cmpstr (now, ==, end);
  check_held (document, lists);
  check_records (document, held);
}

static void
test_undo_all (void)
{
  for (guint32 seed = 1; seed <= SCRIPTS; seed++)
    {
      g_test_message ("seed %u", seed);
      run_script (seed);
    }
}

/* Undo of some, another edit, undo of all: the branch that was left is gone,
 * and the start is still reached. */
static void
test_branch (void)
{
  for (guint32 seed = 100; seed < 110; seed++)
    {
      g_autoptr (PatronDocument) document
          = fixture_document (patron_registry_get_default ());
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree char *start = fixture_dump (document);
      g_autofree char *now = NULL;

      for (int i = 0; i < 30; i++)
        {
          random_step (document, rand);
          for (int j = g_rand_int_range (rand, 0, 3);
               j > 0 && patron_document_get_undo_label (document) != NULL; j--)
            g_assert_true (patron_document_undo (document, NULL));
        }
      while (patron_document_get_undo_label (document) != NULL)
        g_assert_true (patron_document_undo (document, NULL));
      now = fixture_dump (document);
      g_assert_cmpstr (now, ==, start);
    }
}

/* The disk fills up in the middle of an edit: the edit fails whole and says
 * so, and undo still reaches the start. */
static void
test_full_disk (void)
{
  for (guint32 seed = 200; seed < 215; seed++)
    {
      g_autoptr (PatronDocument) document
          = fixture_document (patron_registry_get_default ());
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree char *start = fixture_dump (document);
      g_autofree char *now = NULL;
      gint64 pages;

      for (int i = 0; i < 40; i++)
        {
          g_autofree char *before = fixture_dump (document);
          g_autofree char *after = NULL;
          g_autoptr (GError) error = NULL;
          g_autoptr (PatronRecord) made = NULL;
          g_autofree char *label = NULL;

          patron_db_get_integer (document->db, "PRAGMA page_count", &pages,
                                 NULL);
          patron_db_exec_printf (document->db, NULL,
                                 "PRAGMA max_page_count=%" G_GINT64_FORMAT,
                                 pages + g_rand_int_range (rand, 0, 3));
          label = g_strdup (patron_document_get_undo_label (document));
          made = patron_document_insert (
              document, "segment", &error, "name", "Filler", "description",
              "A text that is long enough to need room on a page.", NULL);
          if (made == NULL)
            {
              g_assert_error (error, PATRON_ERROR, PATRON_ERROR_FULL);
              after = fixture_dump (document);
              g_assert_cmpstr (after, ==, before);
              g_assert_cmpstr (patron_document_get_undo_label (document), ==,
                               label);
            }
          patron_db_exec (document->db, "PRAGMA max_page_count=1000000", NULL);
          random_step (document, rand);
        }
      while (patron_document_get_undo_label (document) != NULL)
        g_assert_true (patron_document_undo (document, NULL));
      now = fixture_dump (document);
      g_assert_cmpstr (now, ==, start);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/random-edits/undo-all", test_undo_all);
  g_test_add_func ("/store/random-edits/branch", test_branch);
  g_test_add_func ("/store/random-edits/full-disk", test_full_disk);
  return g_test_run ();
}
