/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Full disks and no memory: what fails says so, the file is whole, and what
 * was acknowledged before is there. */

#include "life-fixture.h"

#include <errno.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* A folder on a disk of its own that is nearly full; NULL where this user
 * cannot have one. */
static GFile *
small_disk (const char *name,
            const char *size)
{
  g_autoptr (GFile) folder = life_file (name);
  g_autofree char *options = g_strconcat ("size=", size, NULL);

  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  if (mount ("tmpfs", g_file_peek_path (folder), "tmpfs", 0, options) != 0)
    return NULL;
  return g_steal_pointer (&folder);
}

static guint
count_files (GFile *folder)
{
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
add_notes (PatronDocument *document,
           gint64          id,
           char            letter)
{
  g_autofree char *text = g_strnfill (19000, letter);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) record
      = patron_document_get_record (document, "segment", id);

  g_assert_true (patron_document_set_text (document, record, "description",
                                           text, &error));
  g_assert_no_error (error);
}

/* The disk of the file is full; that of the working copy is not. */
static void
test_full_disk (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = small_disk ("small", "600k");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  PatronDocument *document;
  gint64 id, last;

  if (folder == NULL)
    {
      g_test_skip ("Only root can have a small disk");
      return;
    }
  file = life_make ("small/full.patron", &id);
  before = life_bytes (file);
  document = life_open (file);
  for (char letter = 'a'; letter <= 'z'; letter++)
    {
      last = life_add (document, "More");
      add_notes (document, last, letter);
    }
  g_assert_false (patron_document_publish (document, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_FULL);
  g_clear_error (&error);
  after = life_bytes (file);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_true (patron_document_get_modified (document));
  life_close (document);

  /* When there is room again, all is well. */
  document = life_open (file);
  g_assert_false (patron_document_get_conflict (document));
  g_assert_cmpint (mount ("tmpfs", g_file_peek_path (folder), "tmpfs",
                          MS_REMOUNT, "size=8m"),
                   ==, 0);
  life_publish (document);
  life_close (document);
  g_assert_cmpint (umount2 (g_file_peek_path (folder), MNT_DETACH), ==, 0);
}

/* Files cannot grow any more, wherever they are. */
static void
test_no_room_for_edits (void)
{
  gint64 id;
  g_autoptr (GFile) file = life_make ("no-room.patron", &id);
  PatronDocument *document;
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      struct rlimit limit;
      g_autoptr (GError) error = NULL;
      g_autoptr (PatronRecord) record = NULL;
      int done = 0;

      signal (SIGXFSZ, SIG_IGN);
      document = life_open (file);
      record = patron_document_get_record (document, "segment", id);
      limit.rlim_cur = limit.rlim_max = 700 * 1024;
      setrlimit (RLIMIT_FSIZE, &limit);
      for (char letter = 'a'; letter <= 'z' && error == NULL; letter++)
        {
          g_autofree char *text = g_strnfill (19000, letter);

          if (patron_document_set_text (document, record, "description", text,
                                        &error))
            done = letter;
          patron_document_end_typing (document);
        }
      /* What is shown is what is stored. */
      if (error == NULL || done == 0
          || patron_record_get_text (record, "description")[0] != done)
        _exit (255);
      _exit (done);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) != 255);

  document = life_open (file);
  {
    g_autoptr (PatronRecord) record
        = patron_document_get_record (document, "segment", id);

    g_assert_cmpint (patron_record_get_text (record, "description")[0], ==,
                     WEXITSTATUS (status));
  }
  life_publish (document);
  life_close (document);
}

/* Opening where there is no room for a working copy leaves nothing behind. */
static void
test_no_room_to_open (void)
{
  g_autoptr (GFile) original = life_make ("no-room-2.patron", NULL);
  g_autoptr (GFile) file = life_file ("no-room-3.patron");
  int status;
  pid_t child;

  g_assert_true (g_file_copy (original, file, G_FILE_COPY_NONE, NULL, NULL,
                              NULL, NULL));
  child = fork ();
  if (child == 0)
    {
      struct rlimit limit = { 100 * 1024, 100 * 1024 };
      g_auto (GStrv) before = patron_work_copy_list ();
      g_auto (GStrv) after = NULL;

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      g_assert_null (patron_document_open (patron_registry_get_default (),
                                           file, PATRON_OPEN_NONE, NULL));
      after = patron_work_copy_list ();
      _exit (g_strv_length (before) == g_strv_length (after) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

/* SQLite gets no memory from a certain allocation on. */

static sqlite3_mem_methods real;
static int allocations_left = -1;

static gboolean
refuse (void)
{
  if (allocations_left < 0)
    return FALSE;
  if (allocations_left > 0)
    allocations_left--;
  return allocations_left == 0;
}

static void *
allocate (int size)
{
  return refuse () ? NULL : real.xMalloc (size);
}

static void *
reallocate (void *old,
            int   size)
{
  return refuse () ? NULL : real.xRealloc (old, size);
}

static void
install_faults (void)
{
  sqlite3_mem_methods faulty;

  sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real);
  faulty = real;
  faulty.xMalloc = allocate;
  faulty.xRealloc = reallocate;
  sqlite3_config (SQLITE_CONFIG_MALLOC, &faulty);
}

static void
test_no_memory (void)
{
  gint64 id;
  g_autoptr (GFile) file = life_make ("memory.patron", &id);
  g_autoptr (GError) error = NULL;
  PatronDocument *document;
  int left = 1;

  /* Publishing. */
  document = life_open (file);
  life_rename (document, id, "Published at last");
  for (gboolean done = FALSE; !done; left += 1 + left / 16)
    {
      allocations_left = left;
      done = patron_document_publish (document, &error);
      allocations_left = -1;
      if (!done)
        g_assert_true (error->domain == PATRON_ERROR);
      g_clear_error (&error);
      g_assert_cmpint (patron_document_get_modified (document), ==, !done);
    }
  g_assert_cmpint (left, >, 100);
  life_close (document);

  /* Editing. */
  document = life_open (file);
  left = 1;
  for (gboolean done = FALSE; !done; left += 1 + left / 16)
    {
      g_autoptr (PatronRecord) record
          = patron_document_get_record (document, "segment", id);

      allocations_left = left;
      done = patron_document_set_text (document, record, "description",
                                       "Long enough to need some memory",
                                       &error);
      allocations_left = -1;
      g_clear_error (&error);
      g_assert_true (patron_document_get_modified (document) == done);
    }
  life_publish (document);
  life_close (document);

  /* Opening. */
  left = 1;
  for (document = NULL; document == NULL; left += 1 + left / 16)
    {
      allocations_left = left;
      document = patron_document_open (patron_registry_get_default (), file,
                                       PATRON_OPEN_NONE, &error);
      allocations_left = -1;
      g_clear_error (&error);
    }
  life_expect (document, id, "Published at last");
  life_close (document);
}

int
main (int   argc,
      char *argv[])
{
  install_faults ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/faults/full-disk", test_full_disk);
  g_test_add_func ("/faults/no-room-for-edits", test_no_room_for_edits);
  g_test_add_func ("/faults/no-room-to-open", test_no_room_to_open);
  g_test_add_func ("/faults/no-memory", test_no_memory);
  return g_test_run ();
}
