/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The life of a document, as whoever edits it sees it. */

#include "life-fixture.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#include "patron-drafts.h"
#include "patron-earlier.h"
#include "patron-work-copy.h"

static guint
count_segments (PatronDocument *document)
{
  return (guint) patron_document_count (document, "segment");
}

static void
test_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = life_file ("new.patron");
  PatronDocument *document
      = patron_document_new (patron_registry_get_default (), &error);
  gint64 id;

  g_assert_no_error (error);
  g_assert_null (patron_document_get_file (document));
  g_assert_false (patron_document_get_modified (document));
  g_assert_false (patron_document_publish (document, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND);
  g_clear_error (&error);

  id = life_add (document, "Clara");
  g_assert_true (patron_document_get_modified (document));
  g_assert_true (patron_document_save_as (document, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_equal (patron_document_get_file (document), file));
  g_assert_false (patron_document_get_modified (document));
  life_close (document);

  /* Everything is there, and undo still works. */
  document = life_open (file);
  life_expect (document, id, "Clara");
  g_assert_false (patron_document_get_modified (document));
  g_assert_cmpstr (patron_document_get_undo_label (document), ==,
                   "Add Segment");
  g_assert_true (patron_document_undo (document, &error));
  g_assert_true (patron_document_get_modified (document));
  g_assert_cmpuint (count_segments (document), ==, 0);
  life_publish (document);
  g_assert_true (patron_document_redo (document, &error));
  g_assert_true (patron_document_get_modified (document));
  life_close (document);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Many rows, which are put in their place by a thread: they are there for
 * whoever opens the document, however soon it is closed. */
static void
test_many_rows (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = life_make ("many.patron", NULL);

  for (int round = 0; round < 3; round++)
    {
      PatronDocument *document = life_open (file);
      g_autoptr (PatronRecord) kpi = NULL;

      g_assert_cmpint (patron_document_count (document, "measurement"), ==,
                       round * 30000);
      g_assert_true (patron_document_begin (document, "Import", &error));
      kpi = patron_document_insert (document, "kpi", &error, "name", "K",
                                    NULL);
      fixture_import (document, kpi, 30000);
      g_assert_true (patron_document_end (document, &error));
      g_assert_true (patron_document_undo (document, &error));
      g_assert_true (patron_document_redo (document, &error));
      if (round == 1)
        g_assert_true (patron_document_publish (document, &error));
      life_close (document);
    }
  g_assert_no_error (error);
}

/* A dot in the title comes with an edit and goes with its undo. */
static void
test_modified (void)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  g_autoptr (GFile) file = life_make ("modified.patron", &id);
  PatronDocument *document = life_open (file);
  guint told = 0;

  g_signal_connect_swapped (document, "notify::modified",
                            G_CALLBACK (count_cb), &told);
  life_rename (document, id, "Ben");
  g_assert_true (patron_document_get_modified (document));
  life_rename (document, id, "Ada");
  g_assert_cmpuint (told, ==, 1);
  patron_document_undo (document, &error);
  patron_document_undo (document, &error);
  g_assert_false (patron_document_get_modified (document));
  g_assert_cmpuint (told, ==, 2);
  patron_document_redo (document, &error);
  life_publish (document);
  g_assert_cmpuint (told, ==, 4);
  patron_document_undo (document, &error);
  g_assert_true (patron_document_get_modified (document));
  g_assert_no_error (error);
  life_close (document);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  int *left = user_data;

  g_assert_true (patron_document_publish_finish (PATRON_DOCUMENT (object),
                                                 result, &error));
  g_assert_no_error (error);
  (*left)--;
}

static void
test_async (void)
{
  gint64 id;
  g_autoptr (GFile) file = life_make ("async.patron", &id);
  PatronDocument *document = life_open (file);
  int left = 3;

  /* Edits go on while it is written. */
  life_rename (document, id, "One");
  patron_document_publish_async (document, NULL, done_cb, &left);
  life_rename (document, id, "Two");
  patron_document_publish_async (document, NULL, done_cb, &left);
  life_rename (document, id, "Three");
  patron_document_publish_async (document, NULL, done_cb, &left);
  while (left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (patron_document_get_modified (document));

  /* One that is not waited for ends with the document. */
  life_rename (document, id, "Four");
  left = 1;
  patron_document_publish_async (document, NULL, done_cb, &left);
  patron_document_close (document);
  while (left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (document);

  document = life_open (file);
  g_assert_false (patron_document_get_modified (document));
  life_expect (document, id, "Four");
  life_close (document);
}

/* Opens the file in another program; returns whether it may. */
static gboolean
opens_elsewhere (GFile *file)
{
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      g_autoptr (GError) error = NULL;
      PatronDocument *document = patron_document_open (
          patron_registry_get_default (), file, PATRON_OPEN_NONE, &error);

      _exit (document != NULL ? 0
             : g_error_matches (error, PATRON_ERROR, PATRON_ERROR_BUSY) ? 1
                                                                        : 2);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) < 2);
  return WEXITSTATUS (status) == 0;
}

static void
test_lock (void)
{
  g_autoptr (GFile) file = life_make ("lock.patron", NULL);
  PatronDocument *document = life_open (file);

  life_refuse (file, PATRON_ERROR_BUSY, "open already");
  g_assert_false (opens_elsewhere (file));
  life_close (document);
  /* The lock of the child ends with the child. */
  g_assert_true (opens_elsewhere (file));
  document = life_open (file);
  life_close (document);
}

static void
test_private (void)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  g_autoptr (GFile) file = life_make ("private.patron", &id);
  PatronDocument *window = life_open (file);
  PatronDocument *tool
      = patron_document_open (patron_registry_get_default (), file,
                              PATRON_OPEN_PRIVATE, &error);
  g_autofree char *folder
      = g_build_filename (g_get_user_state_dir (), "patron", "work", NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_no_error (error);
  life_rename (tool, id, "From the command line");
  life_publish (tool);
  life_close (tool);

  g_assert_true (patron_document_check_outside (window, &error));
  life_expect (window, id, "From the command line");
  g_assert_false (patron_document_get_modified (window));
  g_assert_false (patron_document_get_conflict (window));
  g_assert_cmpstr (patron_document_get_undo_label (window), ==,
                   "Take Up Outside Changes");
  life_close (window);

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "scratch"));
}

static void
test_not_there (void)
{
  g_autoptr (GFile) file = life_file ("no-such.patron");

  life_refuse (file, PATRON_ERROR_NOT_FOUND, NULL);
}

/* The file goes away, the working copy is there: as a draft. */
static void
test_file_gone (void)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  g_autoptr (GFile) file = life_make ("gone.patron", &id);
  PatronDocument *document = life_open (file);
  g_autoptr (GPtrArray) drafts = NULL;
  PatronDraft *draft = NULL;

  life_rename (document, id, "Kept");
  g_assert_true (g_file_delete (file, NULL, &error));
  g_assert_false (patron_document_publish (document, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND);
  g_clear_error (&error);
  life_close (document);

  life_refuse (file, PATRON_ERROR_NOT_FOUND, NULL);
  drafts = patron_drafts_list (patron_registry_get_default ());
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = g_ptr_array_index (drafts, 0);
  document = patron_document_open_draft (patron_registry_get_default (),
                                         draft->name, &error);
  g_assert_no_error (error);
  life_expect (document, id, "Kept");
  g_assert_true (patron_document_save_as (document, file, &error));
  g_assert_no_error (error);
  life_close (document);

  document = life_open (file);
  life_expect (document, id, "Kept");
  life_close (document);
}

static void
test_drafts (void)
{
  PatronRegistry *registry = patron_registry_get_default ();
  g_autoptr (GError) error = NULL;
  PatronDocument *document = patron_document_new (registry, &error);
  g_autoptr (PatronRecord) strategy = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autofree char *name = NULL;

  /* One that nobody touched is not kept. */
  life_close (document);
  drafts = patron_drafts_list (registry);
  g_assert_cmpuint (drafts->len, ==, 0);
  g_clear_pointer (&drafts, g_ptr_array_unref);

  document = patron_document_new (registry, &error);
  strategy = patron_document_get_strategy (document);
  patron_document_set_text (document, strategy, "title", "Grow", &error);
  g_assert_no_error (error);
  /* One that is open is not offered. */
  drafts = patron_drafts_list (registry);
  g_assert_cmpuint (drafts->len, ==, 0);
  g_clear_pointer (&drafts, g_ptr_array_unref);
  life_close (document);

  drafts = patron_drafts_list (registry);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((PatronDraft *) drafts->pdata[0])->title, ==, "Grow");
  g_assert_cmpint (((PatronDraft *) drafts->pdata[0])->time, >,
                   g_get_real_time () / G_USEC_PER_SEC - 100);
  name = g_strdup (((PatronDraft *) drafts->pdata[0])->name);
  document = patron_document_open_draft (registry, name, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (patron_document_get_undo_label (document), ==,
                   "Change Title");
  g_assert_false (patron_drafts_discard (name, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_BUSY);
  g_clear_error (&error);
  life_close (document);

  g_assert_true (patron_drafts_discard (name, &error));
  g_assert_null (patron_document_open_draft (registry, name, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND);
}

/* Gives the home to a user who may not write everything, as root may. */
static void
share_home (void)
{
  g_autoptr (GError) error = NULL;
  const char *chown[]
      = { "chown", "-R", "65534:65534", g_get_home_dir (), NULL };

  if (geteuid () != 0)
    return;
  g_spawn_sync (NULL, (char **) chown, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_read_only (void)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  g_autoptr (GFile) folder = life_file ("read-only");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) other = life_file ("read-only/other.patron");
  int status;
  pid_t child;

  g_assert_true (g_file_make_directory (folder, NULL, &error));
  file = life_make ("read-only/fixed.patron", &id);
  g_assert_cmpint (chmod (g_file_peek_path (file), 0444), ==, 0);
  share_home ();

  child = fork ();
  if (child == 0)
    {
      PatronDocument *document;

      if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
        _exit (77);
      document = life_open (file);
      g_assert_true (patron_document_get_read_only (document));
      life_rename (document, id, "Mine");
      g_assert_false (patron_document_publish (document, &error));
      g_assert_error (error, PATRON_ERROR, PATRON_ERROR_READ_ONLY);
      g_assert_nonnull (strstr (error->message, "Save As"));
      g_clear_error (&error);
      g_assert_true (patron_document_save_as (document, other, &error));
      g_assert_no_error (error);
      g_assert_false (patron_document_get_read_only (document));
      life_close (document);
      document = life_open (other);
      life_expect (document, id, "Mine");
      life_close (document);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

/* What a link leads to is the document; the link stays a link. */
static void
test_link (void)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  g_autoptr (GFile) file = life_make ("target.patron", &id);
  g_autoptr (GFile) link = life_file ("link.patron");
  PatronDocument *document;

  g_assert_true (g_file_make_symbolic_link (link, "target.patron", NULL,
                                            &error));
  document = life_open (link);
  life_refuse (file, PATRON_ERROR_BUSY, NULL);
  life_rename (document, id, "Through the link");
  life_publish (document);
  life_close (document);
  g_assert_true (g_file_test (g_file_peek_path (link),
                              G_FILE_TEST_IS_SYMLINK));
  document = life_open (file);
  life_expect (document, id, "Through the link");
  g_assert_cmpstr (patron_document_get_undo_label (document), ==,
                   "Change Name");
  life_close (document);
}

static void
test_save_as (void)
{
  g_autoptr (GError) error = NULL;
  gint64 id, other_id;
  g_autoptr (GFile) file = life_make ("one.patron", &id);
  g_autoptr (GFile) other = life_make ("other.patron", &other_id);
  g_autoptr (GBytes) before = life_bytes (file);
  g_autoptr (GBytes) over = life_bytes (other);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GPtrArray) earlier = NULL;
  PatronDocument *document = life_open (file);
  PatronDocument *busy = life_open (other);

  /* Not over a document that is open. */
  life_rename (document, id, "Copy");
  g_assert_false (patron_document_save_as (document, other, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_true (g_file_equal (patron_document_get_file (document), file));
  life_close (busy);

  g_assert_true (patron_document_save_as (document, other, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_equal (patron_document_get_file (document), other));
  after = life_bytes (file);
  g_assert_true (g_bytes_equal (before, after));
  earlier = patron_earlier_list (other);
  g_assert_cmpuint (earlier->len, ==, 1);
  kept = patron_earlier_read (
      other, ((PatronEarlier *) earlier->pdata[0])->name, &error);
  g_assert_true (g_bytes_equal (kept, over));
  life_close (document);

  document = life_open (other);
  life_expect (document, id, "Copy");
  g_assert_nonnull (patron_document_get_undo_label (document));
  life_close (document);
  document = life_open (file);
  life_expect (document, id, "Clara");
  life_close (document);

  /* Into a folder that is not there: the document stays where it was. */
  document = life_open (file);
  g_clear_object (&other);
  other = life_file ("no-such-folder/x.patron");
  g_assert_false (patron_document_save_as (document, other, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND);
  g_assert_true (g_file_equal (patron_document_get_file (document), file));
  g_assert_false (patron_document_get_modified (document));
  life_close (document);
}

static void
test_outside_clean (void)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  g_autoptr (GFile) file = life_make ("clean.patron", &id);
  PatronDocument *document = life_open (file);
  g_autoptr (PatronRecord) record
      = patron_document_get_record (document, "segment", id);
  g_autoptr (GListModel) list = patron_document_list (document, "segment");

  /* While it is open. */
  life_edit_elsewhere (file, id, "Theirs");
  life_edit_elsewhere (file, 0, "New");
  g_assert_true (patron_document_check_outside (document, &error));
  g_assert_cmpstr (patron_record_get_text (record, "name"), ==, "Theirs");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_assert_false (patron_document_get_modified (document));
  g_assert_true (patron_document_undo (document, &error));
  g_assert_cmpstr (patron_record_get_text (record, "name"), ==, "Clara");
  g_assert_true (patron_document_get_modified (document));
  g_assert_true (patron_document_redo (document, &error));
  g_assert_false (patron_document_get_modified (document));
  g_assert_no_error (error);
  life_close (document);

  /* While it is closed. */
  life_edit_elsewhere (file, id, "Later");
  document = life_open (file);
  life_expect (document, id, "Later");
  g_assert_false (patron_document_get_modified (document));
  g_assert_true (patron_document_undo (document, &error));
  life_expect (document, id, "Theirs");
  life_close (document);
}

/* Both changed, but not the same: both are there. */
static void
test_outside_apart (void)
{
  g_autoptr (GError) error = NULL;
  gint64 id, mine;
  g_autoptr (GFile) file = life_make ("apart.patron", &id);
  PatronDocument *document = life_open (file);

  mine = life_add (document, "Mine");
  life_edit_elsewhere (file, id, "Theirs");
  g_assert_true (patron_document_check_outside (document, &error));
  g_assert_false (patron_document_get_conflict (document));
  life_expect (document, id, "Theirs");
  life_expect (document, mine, "Mine");
  g_assert_true (patron_document_get_modified (document));

  /* Publishing looks by itself. */
  life_edit_elsewhere (file, id, "Theirs again");
  life_publish (document);
  life_expect (document, id, "Theirs again");
  life_close (document);
  document = life_open (file);
  life_expect (document, mine, "Mine");
  life_close (document);
}

static void
check_resolution (PatronResolution resolution,
                  gboolean         reopen,
                  const char      *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name
      = g_strdup_printf ("conflict-%d-%d.patron", (int) resolution, reopen);
  gint64 id;
  g_autoptr (GFile) file = life_make (name, &id);
  PatronDocument *document = life_open (file);

  life_rename (document, id, "Mine");
  if (reopen)
    life_close (document);
  life_edit_elsewhere (file, id, "Theirs");
  if (reopen)
    document = life_open (file);
  else
    g_assert_true (patron_document_check_outside (document, &error));
  g_assert_true (patron_document_get_conflict (document));
  life_expect (document, id, "Mine");
  g_assert_false (patron_document_publish (document, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_CHANGED);
  g_clear_error (&error);

  g_assert_true (patron_document_resolve (document, resolution, &error));
  g_assert_no_error (error);
  g_assert_false (patron_document_get_conflict (document));
  life_expect (document, id, expected);
  g_assert_cmpint (patron_document_get_modified (document), ==,
                   resolution != PATRON_RESOLUTION_THEIRS);
  life_publish (document);
  life_close (document);
  document = life_open (file);
  life_expect (document, id, expected);
  g_assert_false (patron_document_get_conflict (document));
  life_close (document);
}

static void
test_conflict (void)
{
  for (int reopen = 0; reopen < 2; reopen++)
    {
      check_resolution (PATRON_RESOLUTION_MINE, reopen, "Mine");
      check_resolution (PATRON_RESOLUTION_THEIRS, reopen, "Theirs");
      check_resolution (PATRON_RESOLUTION_MERGED, reopen, "Mine / Theirs");
    }
}

/* A copy was mailed out, edited there, and both went on. */
static void
test_merge_copy (void)
{
  g_autoptr (GError) error = NULL;
  gint64 id, other;
  g_autoptr (GFile) file = life_make ("merge.patron", &id);
  g_autoptr (GFile) copy = life_file ("mailed.patron");
  PatronDocument *document = life_open (file);

  other = life_add (document, "Ben");
  life_publish (document);
  g_assert_true (g_file_copy (file, copy, G_FILE_COPY_NONE, NULL, NULL, NULL,
                              &error));
  life_edit_elsewhere (copy, other, "Benjamin");
  /* What is published since must not be taken back by the merge. */
  life_rename (document, id, "Clara Two");
  life_publish (document);
  life_add (document, "Cem");
  life_publish (document);

  g_assert_true (patron_document_merge (document, copy, &error));
  g_assert_no_error (error);
  life_expect (document, id, "Clara Two");
  life_expect (document, other, "Benjamin");
  g_assert_cmpuint (count_segments (document), ==, 3);
  g_assert_cmpstr (patron_document_get_undo_label (document), ==,
                   "Merge Copy");
  g_assert_null (patron_document_get_conflicts (document));
  g_assert_true (patron_document_undo (document, &error));
  life_expect (document, other, "Ben");
  life_close (document);
}

static void
test_earlier (void)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  g_autoptr (GFile) file = life_make ("earlier.patron", &id);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GBytes) first = life_bytes (file);
  g_autoptr (GBytes) kept = NULL;
  PatronDocument *document = life_open (file);

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("State %d", i);

      life_rename (document, id, name);
      life_publish (document);
    }
  life_close (document);
  list = patron_earlier_list (file);
  g_assert_cmpuint (list->len, ==, 4);
  kept = patron_earlier_read (file, ((PatronEarlier *) list->pdata[3])->name,
                              &error);
  g_assert_true (g_bytes_equal (kept, first));
  g_assert_true (patron_earlier_erase (file, &error));
  g_assert_no_error (error);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = patron_earlier_list (file);
  g_assert_cmpuint (list->len, ==, 0);
}

/* Ten, and then one a day for thirty days, up to a size. */
/* To go back keeps the versions that were kept since, and is undone at once. */
static void
test_restore (void)
{
  gint64 id;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = life_make ("restore.patron", &id);
  PatronDocument *document = life_open (file);
  g_autoptr (PatronRecord) version = patron_document_keep_version (
      document, "First", NULL, &error);
  g_autoptr (PatronRecord) second = NULL;
  g_autoptr (GBytes) first = patron_version_open_bytes (document, version,
                                                        &error);
  g_autoptr (GBytes) junk = g_bytes_new_static ("junk", 4);
  g_autofree char *label = NULL;
  gint64 other;

  g_assert_no_error (error);
  life_rename (document, id, "Maria");
  other = life_add (document, "Otto");
  second = patron_document_keep_version (document, "Second", NULL, &error);
  g_assert_no_error (error);

  g_assert_true (patron_document_restore (document, first, &error));
  g_assert_no_error (error);
  life_expect (document, id, "Clara");
  life_expect (document, other, NULL);
  g_assert_cmpint (patron_document_count (document, "version"), ==, 2);
  label = g_strdup (patron_document_get_undo_label (document));
  g_assert_cmpstr (label, ==, "Restore Version");

  g_assert_true (patron_document_undo (document, &error));
  life_expect (document, id, "Maria");
  life_expect (document, other, "Otto");
  g_assert_true (patron_document_redo (document, &error));
  life_expect (document, id, "Clara");

  g_assert_false (patron_document_restore (document, junk, &error));
  g_assert_nonnull (error);
  life_expect (document, id, "Clara");
  life_publish (document);
  life_close (document);
}

/* What stays on the computer is measured, and erased where nothing is lost:
 * not what is open, a draft, or in no file yet. */
static void
test_erase (void)
{
  gint64 closed_id, waiting_id, size;
  guint n;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) closed = life_make ("erase-closed.patron", &closed_id);
  g_autoptr (GFile) waiting = life_make ("erase-waiting.patron", &waiting_id);
  g_autoptr (GFile) open = life_make ("erase-open.patron", NULL);
  PatronDocument *document;

  document = life_open (closed);
  life_rename (document, closed_id, "Maria");
  life_publish (document);
  life_close (document);
  document = life_open (waiting);
  life_rename (document, waiting_id, "Maria");
  life_close (document);
  document = life_open (open);

  patron_earlier_measure (&n, &size);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (size, >, 0);
  patron_work_copy_measure (&n, &size);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (size, >, 0);
  g_assert_cmpuint (patron_work_copy_erase (), ==, n);
  patron_work_copy_measure (&n, &size);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (size, ==, 0);
  life_add (document, "Otto");
  life_publish (document);
  life_close (document);

  document = life_open (closed);
  life_expect (document, closed_id, "Maria");
  g_assert_null (patron_document_get_undo_label (document));
  life_close (document);
  document = life_open (waiting);
  life_expect (document, waiting_id, "Maria");
  g_assert_nonnull (patron_document_get_undo_label (document));
  life_close (document);

  g_assert_true (patron_earlier_erase_all (&error));
  patron_earlier_measure (&n, &size);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (size, ==, 0);
}

static void
test_earlier_thins_out (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = life_make ("thin.patron", NULL);
  g_autofree char *scratch
      = g_build_filename (g_get_home_dir (), "scratch", NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  gint64 now = g_get_real_time ();

  g_assert_true (g_file_set_contents (scratch, "0", 1, &error));
  g_assert_true (patron_earlier_keep (file, scratch, &error));
  list = patron_earlier_list (file);
  path = patron_earlier_find (file,
                              ((PatronEarlier *) list->pdata[0])->name);
  g_clear_pointer (&list, g_ptr_array_unref);
  folder = g_path_get_dirname (path);
  /* Three a day for a hundred days. */
  for (int i = 1; i <= 300; i++)
    {
      g_autofree char *name = g_strdup_printf (
          "%s/%" G_GINT64_FORMAT ".patron", folder,
          now - i * G_GINT64_CONSTANT (8) * 3600 * G_USEC_PER_SEC);

      g_assert_true (g_file_set_contents (name, "x", 1, &error));
    }
  g_assert_true (g_file_set_contents (scratch, "1", 1, &error));
  g_assert_true (patron_earlier_keep (file, scratch, &error));
  /* The same state again is not another one. */
  g_assert_true (patron_earlier_keep (file, scratch, &error));
  list = patron_earlier_list (file);
  g_assert_cmpuint (list->len, >=, 36);
  g_assert_cmpuint (list->len, <=, 38);
  g_clear_pointer (&list, g_ptr_array_unref);

  /* A large one pushes the others out. */
  g_assert_cmpint (truncate (scratch, 150 * 1024 * 1024), ==, 0);
  g_assert_true (patron_earlier_keep (file, scratch, &error));
  g_assert_cmpint (truncate (scratch, 140 * 1024 * 1024), ==, 0);
  g_assert_true (patron_earlier_keep (file, scratch, &error));
  g_assert_no_error (error);
  list = patron_earlier_list (file);
  g_assert_cmpint (((PatronEarlier *) list->pdata[0])->size, ==,
                   140 * 1024 * 1024);
  for (guint i = 1; i < list->len; i++)
    g_assert_cmpint (((PatronEarlier *) list->pdata[i])->size, <, 100);
  g_assert_true (patron_earlier_erase (file, &error));
}

/* The file holds the name of nothing that was deleted. */
static void
test_nothing_left (void)
{
  gint64 id;
  g_autoptr (GFile) file = life_make ("left.patron", &id);
  g_autoptr (GBytes) bytes = NULL;
  PatronDocument *document = life_open (file);

  life_rename (document, id, "Embarrassing Nickname");
  life_publish (document);
  life_rename (document, id, "Clara");
  life_publish (document);
  life_close (document);
  bytes = life_bytes (file);
  g_assert_null (memmem (g_bytes_get_data (bytes, NULL),
                         g_bytes_get_size (bytes), "Embarrassing", 12));
}

static void
test_versions (void)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  g_autoptr (GFile) file = life_make ("versions.patron", &id);
  g_autoptr (GFile) old = life_file ("old.patron");
  g_autoptr (PatronRecord) version = NULL;
  g_autoptr (PatronRecord) second = NULL;
  g_autoptr (GBytes) bytes = NULL;
  PatronDocument *document = life_open (file);

  version = patron_document_keep_version (document, "Board", "As presented",
                                          &error);
  g_assert_no_error (error);
  life_rename (document, id, "After the board");
  second = patron_document_keep_version (document, "Second", NULL, &error);
  g_assert_no_error (error);
  life_publish (document);
  g_clear_object (&version);
  life_close (document);

  document = life_open (file);
  g_assert_cmpint (patron_document_count (document, "version"), ==, 2);
  {
    g_autoptr (GListModel) list = patron_document_list (document, "version");

    version = g_list_model_get_item (list, 0);
  }
  g_assert_cmpstr (patron_record_get_text (version, "name"), ==, "Board");
  g_assert_cmpstr (patron_record_get_text (version, "note"), ==,
                   "As presented");
  bytes = patron_version_open_bytes (document, version, &error);
  g_assert_no_error (error);
  life_close (document);

  life_write (old, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  document = life_open (old);
  life_expect (document, id, "Clara");
  g_assert_cmpint (patron_document_count (document, "version"), ==, 0);
  life_close (document);
}

/* A program that was killed leaves no trace but its edits. */
static void
test_clean_up (void)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  g_autoptr (GFile) file = life_make ("old-clean.patron", &id);
  g_autoptr (GFile) dirty = life_make ("old-dirty.patron", &id);
  PatronDocument *document = life_open (dirty);
  g_autoptr (PatronWorkCopy) work = NULL;
  g_auto (GStrv) names = NULL;

  life_rename (document, id, "Never published");
  life_close (document);
  names = patron_work_copy_list ();
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *state
          = g_build_filename (g_get_user_state_dir (), "patron", "work",
                              names[i], "state.ini", NULL);
      struct utimbuf times = { 1000000000, 1000000000 };

      g_assert_cmpint (g_utime (state, &times), ==, 0);
    }
  for (int i = 0; i < 20; i++)
    patron_work_copy_clean_up ();
  g_strfreev (g_steal_pointer (&names));
  names = patron_work_copy_list ();
  for (gsize i = 0; names[i] != NULL; i++)
    {
      work = patron_work_copy_open (names[i], &error);
      g_assert_no_error (error);
      g_assert_true (work->file == NULL || !g_file_equal (work->file, file));
      g_clear_pointer (&work, patron_work_copy_free);
    }
  document = life_open (dirty);
  life_expect (document, id, "Never published");
  life_close (document);
  document = life_open (file);
  life_close (document);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/life/new", test_new);
  g_test_add_func ("/life/many-rows", test_many_rows);
  g_test_add_func ("/life/modified", test_modified);
  g_test_add_func ("/life/async", test_async);
  g_test_add_func ("/life/lock", test_lock);
  g_test_add_func ("/life/private", test_private);
  g_test_add_func ("/life/not-there", test_not_there);
  g_test_add_func ("/life/file-gone", test_file_gone);
  g_test_add_func ("/life/drafts", test_drafts);
  g_test_add_func ("/life/read-only", test_read_only);
  g_test_add_func ("/life/link", test_link);
  g_test_add_func ("/life/save-as", test_save_as);
  g_test_add_func ("/life/outside-clean", test_outside_clean);
  g_test_add_func ("/life/outside-apart", test_outside_apart);
  g_test_add_func ("/life/conflict", test_conflict);
  g_test_add_func ("/life/merge-copy", test_merge_copy);
  g_test_add_func ("/life/restore", test_restore);
  g_test_add_func ("/life/erase", test_erase);
  g_test_add_func ("/life/earlier", test_earlier);
  g_test_add_func ("/life/earlier-thins-out", test_earlier_thins_out);
  g_test_add_func ("/life/nothing-left", test_nothing_left);
  g_test_add_func ("/life/versions", test_versions);
  g_test_add_func ("/life/clean-up", test_clean_up);
  return g_test_run ();
}
