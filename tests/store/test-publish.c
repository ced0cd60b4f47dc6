/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a published file is: its content alone decides its bytes. */

#include "life-fixture.h"

#include "patron-load.h"

#define HISTORIES 4
#define EDITS 60

static GBytes *
built (PatronDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = patron_document_get_published (document, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
load_table (PatronDocument     *from,
            PatronLoad         *load,
            const PatronEntity *entity,
            gboolean            down)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT * FROM \"%s\" ORDER BY id %s", entity->name, down ? "DESC" : "");
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (from->db, sql, NULL);
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  g_autoptr (GError) error = NULL;

  while (patron_statement_step (statement, NULL) == PATRON_STEP_ROW)
    {
      for (guint i = 0; i < entity->n_fields; i++)
        patron_statement_get (statement, (int) i + 1, &values[i]);
      patron_load_add (load, entity,
                       patron_statement_get_integer (statement, 0), values,
                       &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
}

/* The same records, put in in another order. */
static PatronDocument *
retell (PatronDocument *document)
{
  g_autoptr (GError) error = NULL;
  PatronRegistry *registry = patron_document_get_registry (document);
  PatronDocument *other = patron_document_new (registry, &error);
  PatronLoad *load = patron_load_begin (other, &error);

  g_assert_no_error (error);
  for (guint i = patron_registry_get_n_entities (registry); i > 0; i--)
    load_table (document, load, patron_registry_get_entity (registry, i - 1),
                i % 2 == 0);
  g_assert_true (patron_load_end (load, &error));
  g_assert_no_error (error);
  return other;
}

static void
random_history (PatronDocument *document,
                GRand          *rand)
{
  for (int i = 0; i < EDITS; i++)
    {
      int what = g_rand_int_range (rand, 0, 10);

      if (what == 0 && patron_document_get_undo_label (document) != NULL)
        patron_document_undo (document, NULL);
      else if (what == 1 && patron_document_get_redo_label (document) != NULL)
        patron_document_redo (document, NULL);
      else
        fixture_random_edit (document, rand);
    }
}

static void
test_same_bytes (void)
{
  for (guint32 seed = 0; seed < HISTORIES; seed++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree char *name = g_strdup_printf ("same-%u.patron", seed);
      g_autoptr (GFile) file = life_file (name);
      PatronDocument *document
          = patron_document_new (patron_registry_get_default (), &error);
      PatronDocument *other;
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) second = NULL;
      g_autoptr (GBytes) written = NULL;
      g_autoptr (GBytes) retold = NULL;

      random_history (document, rand);
      first = built (document);
      second = built (document);
      g_assert_true (g_bytes_equal (first, second));
      other = retell (document);
      retold = built (other);
      g_assert_true (g_bytes_equal (first, retold));
      life_close (other);

      g_assert_true (patron_document_save_as (document, file, &error));
      g_assert_no_error (error);
      written = life_bytes (file);
      g_assert_true (g_bytes_equal (first, written));
      life_close (document);

      /* And whoever opens it finds the same. */
      document = life_open (file);
      g_clear_pointer (&second, g_bytes_unref);
      second = built (document);
      g_assert_true (g_bytes_equal (first, second));
      life_close (document);
    }
}

/* Nothing is written when nothing is to be said. */
static void
test_no_change (void)
{
  gint64 id;
  g_autoptr (GFile) file = life_make ("no-change.patron", &id);
  PatronDocument *document = life_open (file);
  g_auto (PatronFingerprint) before = PATRON_FINGERPRINT_INIT;
  g_auto (PatronFingerprint) after = PATRON_FINGERPRINT_INIT;

  g_assert_true (patron_transfer_query (file, &before, NULL, NULL, NULL));
  life_rename (document, id, "Away");
  life_rename (document, id, "Clara");
  g_assert_true (patron_document_get_modified (document));
  life_publish (document);
  g_assert_true (patron_transfer_query (file, &after, NULL, NULL, NULL));
  g_assert_cmpstr (before.etag, ==, after.etag);
  life_close (document);
}

/* The file is as private, or as public, as it was; other names of it stay
 * names of it; nothing is left beside it. */
static void
test_keeps_place (void)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  g_autoptr (GFile) folder = life_file ("place");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GDir) dir = NULL;
  PatronDocument *document;
  GStatBuf info;
  guint n = 0;

  g_assert_true (g_file_make_directory (folder, NULL, &error));
  file = life_make ("place/file.patron", &id);
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0640), ==, 0);
  document = life_open (file);
  life_rename (document, id, "Moved");
  life_publish (document);
  life_close (document);
  g_assert_cmpint (g_stat (g_file_peek_path (file), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);

  dir = g_dir_open (g_file_peek_path (folder), 0, &error);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 1);
}

/* Nobody else on the machine can read the working copy. */
static void
test_private_folders (void)
{
  g_autoptr (GFile) file = life_make ("modes.patron", NULL);
  PatronDocument *document = life_open (file);
  g_autoptr (GDir) dir = g_dir_open (document->work->path, 0, NULL);
  const char *name;
  GStatBuf info;

  g_assert_cmpint (g_stat (document->work->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path
          = g_build_filename (document->work->path, name, NULL);

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0077, ==, 0);
    }
  life_close (document);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/publish/same-bytes", test_same_bytes);
  g_test_add_func ("/publish/no-change", test_no_change);
  g_test_add_func ("/publish/keeps-place", test_keeps_place);
  g_test_add_func ("/publish/private-folders", test_private_folders);
  return g_test_run ();
}
