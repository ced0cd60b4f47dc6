/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes from outside: other files, newer ones, hostile ones, damaged
 * ones. Each is refused in words that name it, or salvaged. */

#include "life-fixture.h"

#include <sys/stat.h>
#include <unistd.h>

#define PAGE 4096

static void
test_not_patron (void)
{
  static const char png[] = "\x89PNG\r\n\x1a\n and so on";
  g_autoptr (GFile) text = life_file ("letter.txt");
  g_autoptr (GFile) picture = life_file ("picture.png");
  g_autoptr (GFile) empty = life_file ("empty.patron");
  g_autoptr (GFile) other = life_file ("bookmarks.sqlite");
  g_autoptr (GFile) folder = life_file ("folder.patron");
  g_autoptr (GFile) pipe = life_file ("pipe.patron");

  life_write (text, "Dear Sir or Madam", 17);
  life_refuse (text, PATRON_ERROR_NOT_PATRON, "not a Patron document");
  life_write (picture, png, sizeof png);
  life_refuse (picture, PATRON_ERROR_NOT_PATRON, "not a Patron document");
  life_write (empty, "", 0);
  life_refuse (empty, PATRON_ERROR_NOT_PATRON, "not a Patron document");
  life_sql (other, "CREATE TABLE bookmark (url TEXT)");
  life_refuse (other, PATRON_ERROR_NOT_PATRON, "not a Patron document");
  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  life_refuse (folder, PATRON_ERROR_NOT_PATRON, "not a file");
  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);
  life_refuse (pipe, PATRON_ERROR_NOT_PATRON, "not a file");
}

static void
test_too_large (void)
{
  g_autoptr (GFile) file = life_make ("large.patron", NULL);

  g_assert_cmpint (truncate (g_file_peek_path (file),
                             PATRON_TRANSFER_LIMIT + 1),
                   ==, 0);
  /* The working copy of the one that was made is not what is asked for. */
  life_refuse (file, PATRON_ERROR_TOO_LARGE, "512 megabytes");
  g_unlink (g_file_peek_path (file));
}

/* Opens a file as somebody else's, which no working copy knows. */
static GFile *
stranger (const char *name)
{
  g_autofree char *own = g_strconcat ("own-", name, NULL);
  g_autoptr (GFile) file = life_make (own, NULL);
  GFile *copy = life_file (name);

  g_assert_true (g_file_copy (file, copy, G_FILE_COPY_OVERWRITE, NULL, NULL,
                              NULL, NULL));
  return copy;
}

static void
test_newer (void)
{
  g_autoptr (GFile) file = stranger ("newer.patron");

  life_sql (file, "PRAGMA user_version=4711");
  life_refuse (file, PATRON_ERROR_NEWER, "4711");
  life_sql (file, "PRAGMA user_version=0");
  life_refuse (file, PATRON_ERROR_DAMAGED, "schema");
}

static void
test_write_ahead_log (void)
{
  g_autoptr (GFile) file = stranger ("wal.patron");
  PatronDb *db
      = patron_db_open (g_file_peek_path (file), PATRON_DB_EDIT, NULL);

  patron_db_close (db);
  life_refuse (file, PATRON_ERROR_DAMAGED, "another program");
}

static void
test_cut_off (void)
{
  g_autoptr (GFile) file = stranger ("short.patron");
  GStatBuf info;

  g_assert_cmpint (g_stat (g_file_peek_path (file), &info), ==, 0);
  g_assert_cmpint (truncate (g_file_peek_path (file), info.st_size / 2), ==,
                   0);
  life_refuse (file, PATRON_ERROR_DAMAGED, NULL);
  g_assert_cmpint (truncate (g_file_peek_path (file), 200), ==, 0);
  life_refuse (file, PATRON_ERROR_DAMAGED, NULL);
}

/* Documents that no Patron wrote, although they look like it. */
static const struct
{
  const char *sql;
  const char *says;
} hostile[] = {
  { "DROP TABLE segment; CREATE VIEW segment AS SELECT 1 AS id",
    "segment" },
  { "CREATE VIEW x AS SELECT 1", "“x”" },
  { "CREATE TRIGGER spy AFTER UPDATE ON segment BEGIN "
    "UPDATE strategy SET title = NEW.name; END",
    "spy" },
  { "CREATE TABLE extra (a)", "extra" },
  { "ALTER TABLE segment ADD COLUMN secret TEXT", "segment" },
  { "ALTER TABLE segment DROP COLUMN name", "segment" },
  { "CREATE INDEX fast ON segment (name)", "fast" },
  { "DROP TABLE version", "lacks 1 table" },
  { "DROP INDEX portrait_segment", "lacks 1 table" },
  { "DROP TABLE need; CREATE TABLE need (id INTEGER PRIMARY KEY)", "need" },
  { "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET "
    "sql = replace (sql, 'STRICT', '') WHERE name = 'segment'",
    "segment" },
  { "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET "
    "sql = replace (sql, 'CHECK (id > 0)', 'CHECK (load_extension (1))') "
    "WHERE name = 'segment'",
    "segment" },
  { "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = 1 "
    "WHERE name = 'segment'",
    NULL },
  { "CREATE VIRTUAL TABLE words USING fts5 (text)", "words" },
  { "INSERT INTO strategy (id, title) VALUES (7, 'Second')", "exactly one" },
  { "DELETE FROM strategy", "exactly one" },
  { "UPDATE segment SET name = ''", "Name" },
  { "UPDATE segment SET name = 'a' || char (10) || 'b'", "single line" },
  { "UPDATE segment SET name = CAST (x'ff41' AS TEXT)", "UTF-8" },
  { "UPDATE segment SET name = CAST (x'41004200' AS TEXT)", "Name" },
  { "UPDATE segment SET name = printf ('%.*c', 501, 'x')", "500" },
  { "UPDATE strategy SET commercial_model = 'pyramid'", "pyramid" },
  { "UPDATE strategy SET brand_colour = 'red; color: url(x)'", "colour" },
  { "UPDATE strategy SET started = 9223372036854775807", "Started" },
  { "UPDATE segment SET position = 9e999", "finite" },
  { "INSERT INTO kpi (id, name, position) VALUES (1, 'K', 1);"
    "INSERT INTO measurement (id, kpi, date, value) "
    "VALUES (2, 1, 0, -9e999)",
    "finite" },
  { "INSERT INTO measurement (id, kpi, date) VALUES (2, 99, 0)",
    "does not exist" },
  { "UPDATE strategy SET logo = 12345", "does not exist" },
};

static void
test_hostile (void)
{
  g_autoptr (GFile) original = stranger ("hostile-original.patron");

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *name
          = g_strdup_printf ("hostile-%d.patron", (int) i);
      g_autoptr (GFile) file = life_file (name);

      g_assert_true (g_file_copy (original, file, G_FILE_COPY_NONE, NULL,
                                  NULL, NULL, NULL));
      life_sql (file, hostile[i].sql);
      life_refuse (file, PATRON_ERROR_DAMAGED, hostile[i].says);
    }
}

/* A document with records of every entity. */
static GBytes *
make_rich (guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  PatronRegistry *registry = patron_registry_get_default ();
  PatronDocument *document = patron_document_new (registry, &error);
  GBytes *bytes;

  g_assert_no_error (error);
  g_assert_true (patron_document_begin (document, "Fill", &error));
  for (int round = 0; round < 5; round++)
    for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
      {
        const PatronEntity *entity
            = patron_registry_get_entity (registry, i);
        g_autoptr (PatronRecord) record G_GNUC_UNUSED = NULL;

        if (!entity->single)
          record = fixture_random_insert (document, rand, entity, NULL);
      }
  g_assert_true (patron_document_end (document, &error));
  bytes = patron_document_get_published (document, &error);
  g_assert_no_error (error);
  life_close (document);
  return bytes;
}

/* Whatever is changed in a file: it is opened or refused, soon, and salvage
 * makes a sound document of it or says that it cannot. */
static void
check_damaged (const char *raw,
               gboolean    salvage)
{
  PatronRegistry *registry = patron_registry_get_default ();
  g_autofree char *path = g_strconcat (raw, ".salvaged", NULL);
  g_autoptr (GError) error = NULL;
  PatronSalvage counts;
  guint schema;

  if (!patron_opener_check (registry, raw, "it", &schema, NULL, &error))
    g_assert_true (error->domain == PATRON_ERROR);
  g_clear_error (&error);
  if (!salvage)
    return;
  if (patron_opener_salvage (registry, raw, "it", path, &counts, &error))
    {
      g_assert_true (
          patron_opener_check (registry, path, "it", &schema, NULL, &error));
      g_assert_no_error (error);
    }
  else
    g_assert_error (error, PATRON_ERROR, PATRON_ERROR_DAMAGED);
  g_unlink (path);
}

static void
test_flipped_bytes (void)
{
  g_autoptr (GBytes) rich = make_rich (1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autofree char *raw = g_build_filename (g_get_home_dir (), "raw", NULL);
  gsize size;
  const guchar *data = g_bytes_get_data (rich, &size);
  g_autofree guchar *copy = g_malloc (size);

  /* The header of the file, byte by byte. */
  for (gsize i = 0; i < 112; i++)
    {
      memcpy (copy, data, size);
      copy[i] ^= (guchar) g_rand_int_range (rand, 1, 256);
      g_assert_true (
          g_file_set_contents (raw, (char *) copy, (gssize) size, NULL));
      check_damaged (raw, i % 4 == 0);
    }
  /* The head of each page, and somewhere in it. */
  for (gsize page = 0; page < size / PAGE; page++)
    for (int i = 0; i < 8; i++)
      {
        gsize offset = i < 4 ? (gsize) g_rand_int_range (rand, 0, 16)
                             : (gsize) g_rand_int_range (rand, 0, PAGE);

        memcpy (copy, data, size);
        copy[page * PAGE + offset]
            ^= (guchar) g_rand_int_range (rand, 1, 256);
        g_assert_true (
            g_file_set_contents (raw, (char *) copy, (gssize) size, NULL));
        check_damaged (raw, i == 0 || i == 4);
      }
}

/* A page of zeros costs what was on it, and nothing else. */
static void
test_salvage (void)
{
  PatronRegistry *registry = patron_registry_get_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = life_file ("salvage.patron");
  PatronDocument *document = patron_document_new (registry, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PatronRecord) strategy = NULL;
  g_autofree guchar *copy = NULL;
  const int n = 2000;
  gsize size;
  gint64 kept;

  g_assert_true (patron_document_begin (document, NULL, &error));
  for (int i = 0; i < n; i++)
    life_add (document, "A customer segment of some length, for the pages");
  g_assert_true (patron_document_end (document, &error));
  bytes = patron_document_get_published (document, &error);
  life_close (document);

  copy = g_memdup2 (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes));
  size = g_bytes_get_size (bytes);
  g_assert_cmpuint (size / PAGE, >, 60);
  /* Leaves of the large table; the file ends with the indexes. */
  for (gsize page = 52; page < size / PAGE - 5; page += 9)
    memset (copy + page * PAGE, 0, PAGE);
  life_write (file, copy, size);
  life_refuse (file, PATRON_ERROR_DAMAGED, NULL);

  document = patron_document_open (registry, file, PATRON_OPEN_SALVAGE,
                                   &error);
  g_assert_no_error (error);
  g_assert_null (patron_document_get_file (document));
  kept = patron_document_count (document, "segment");
  g_test_message ("%d of %d records kept", (int) kept, n);
  g_assert_cmpint (kept, >, n * 9 / 10);
  g_assert_cmpint (kept, <, n);
  strategy = patron_document_get_strategy (document);
  g_assert_nonnull (
      strstr (patron_record_get_text (strategy, "note"), "salvage.patron"));
  life_close (document);
}

/* What is hostile is left out; what is ours is read. */
static void
test_salvage_hostile (void)
{
  PatronRegistry *registry = patron_registry_get_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = stranger ("spoilt.patron");
  PatronDocument *document;
  g_autoptr (PatronRecord) segment = NULL;
  g_autoptr (PatronRecord) strategy = NULL;
  g_autoptr (GListModel) list = NULL;

  life_sql (file, "CREATE TRIGGER spy AFTER UPDATE ON segment BEGIN "
                  "UPDATE strategy SET title = NEW.name; END;"
                  "CREATE VIEW x AS SELECT 1;"
                  "UPDATE strategy SET commercial_model = 'pyramid', "
                  "owner = 'Nora', logo = 4;"
                  "INSERT INTO measurement (id, kpi, date) VALUES (2, 99, 0);"
                  "UPDATE segment SET name = CAST (x'416cff' AS TEXT)");
  document = patron_document_open (registry, file, PATRON_OPEN_SALVAGE,
                                   &error);
  g_assert_no_error (error);
  list = patron_document_list (document, "segment");
  segment = g_list_model_get_item (list, 0);
  g_assert_cmpstr (patron_record_get_text (segment, "name"), ==,
                   "Al\xef\xbf\xbd");
  strategy = patron_document_get_strategy (document);
  g_assert_cmpstr (patron_record_get_text (strategy, "owner"), ==, "Nora");
  g_assert_null (patron_record_get_text (strategy, "commercial_model"));
  g_assert_cmpint (patron_record_get_integer (strategy, "logo"), ==, 0);
  g_assert_cmpint (patron_document_count (document, "measurement"), ==, 0);
  life_close (document);

  /* Of something else there is nothing to salvage. */
  life_write (file, "Dear Sir or Madam", 17);
  document = patron_document_open (registry, file, PATRON_OPEN_SALVAGE,
                                   &error);
  g_assert_null (document);
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_DAMAGED);
}

/* What was open here before is there whole, whatever became of the file. */
static void
test_salvage_from_work_copy (void)
{
  PatronRegistry *registry = patron_registry_get_default ();
  g_autoptr (GError) error = NULL;
  gint64 id;
  g_autoptr (GFile) file = life_make ("ours.patron", &id);
  PatronDocument *document = life_open (file);

  life_rename (document, id, "Not published");
  life_close (document);
  life_write (file, "nothing", 7);
  life_refuse (file, PATRON_ERROR_NOT_PATRON, NULL);
  document = patron_document_open (registry, file, PATRON_OPEN_SALVAGE,
                                   &error);
  g_assert_no_error (error);
  life_expect (document, id, "Not published");
  life_close (document);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/opener/not-patron", test_not_patron);
  g_test_add_func ("/opener/too-large", test_too_large);
  g_test_add_func ("/opener/newer", test_newer);
  g_test_add_func ("/opener/write-ahead-log", test_write_ahead_log);
  g_test_add_func ("/opener/cut-off", test_cut_off);
  g_test_add_func ("/opener/hostile", test_hostile);
  g_test_add_func ("/opener/flipped-bytes", test_flipped_bytes);
  g_test_add_func ("/opener/salvage", test_salvage);
  g_test_add_func ("/opener/salvage-hostile", test_salvage_hostile);
  g_test_add_func ("/opener/salvage-from-work-copy",
                   test_salvage_from_work_copy);
  return g_test_run ();
}
