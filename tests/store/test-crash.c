/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done is done, whenever the program is killed. */

#include "life-fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define KILLS 24

/* Edits and publishes for ever, and says on the pipe what is on the disk. */
static void
edit_for_ever (GFile *file,
               int    pipe)
{
  PatronDocument *document = life_open (file);
  g_autoptr (GListModel) list = patron_document_list (document, "segment");
  g_autoptr (PatronRecord) record = g_list_model_get_item (list, 0);
  gint64 start = (gint64) patron_record_get_number (record, "position");

  for (int i = 0;; i++)
    {
      char name[32];

      g_snprintf (name, sizeof name, "%" G_GINT64_FORMAT, start + i);
      if (!patron_document_set_text (document, record, "name", name, NULL)
          || !patron_document_set_number (document, record, "position",
                                          (double) (start + i), NULL))
        _exit (1);
      if (i % 7 == 6
          && (!patron_document_undo (document, NULL)
              || !patron_document_redo (document, NULL)))
        _exit (1);
      if (write (pipe, &i, sizeof i) != sizeof i)
        _exit (1);
      if (i % 5 == 4)
        patron_document_publish (document, NULL);
    }
}

/* Kills a child at a random moment. Returns how many edits it finished. */
static int
kill_one (GFile *file,
          GRand *rand)
{
  int ends[2], last = -1, i, status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      edit_for_ever (file, ends[1]);
    }
  close (ends[1]);
  /* Not before it has begun. */
  g_assert_cmpint (read (ends[0], &last, sizeof last), ==, sizeof last);
  g_usleep ((gulong) g_rand_int_range (rand, 0, 120000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  while (read (ends[0], &i, sizeof i) == sizeof i)
    last = i;
  close (ends[0]);
  return last;
}

static void
test_killed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gint64 id;
  g_autoptr (GFile) file = life_make ("killed.patron", &id);
  g_autoptr (GError) error = NULL;
  double start = 1;

  for (int round = 0; round < KILLS; round++)
    {
      int finished = kill_one (file, rand);
      PatronDocument *document = life_open (file);
      g_autoptr (PatronRecord) record
          = patron_document_get_record (document, "segment", id);
      g_autofree char *name = NULL;
      double position = patron_record_get_number (record, "position");

      /* Nobody is asked anything. */
      g_assert_false (patron_document_get_conflict (document));
      g_assert_cmpfloat (position, >=, start + finished);
      /* At most the one that was on its way. */
      g_assert_cmpfloat (position, <=, start + finished + 1);
      name = life_name (document, id);
      g_assert_true (patron_document_get_undo_label (document) != NULL);
      if (round % 3 == 0)
        life_publish (document);
      start = position;
      g_assert_no_error (error);
      life_close (document);

      /* The file is always a whole document. */
      {
        g_autoptr (PatronDocument) tool = patron_document_open (
            patron_registry_get_default (), file, PATRON_OPEN_PRIVATE,
            &error);

        g_assert_no_error (error);
        patron_document_close (tool);
      }
    }
}

/* The states in which a crash can leave publishing, one by one. Each time
 * the file is one of the two that it can be, and nobody is asked. */
enum
{
  BEFORE_WRITING,
  HALF_WRITTEN,
  WRITTEN,
  WRITTEN_AND_RENAMED,
  N_MOMENTS
};

static void
leave_behind (GFile *file,
              gint64 id,
              int    moment)
{
  PatronDocument *document = life_open (file);
  g_autoptr (GError) error = NULL;
  PatronWorkCopy *work = document->work;
  g_autofree char *next = patron_work_copy_get_next (work);
  g_autofree char *published = patron_work_copy_get_published (work);
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *data;

  life_rename (document, id, "On its way");
  bytes = patron_document_get_published (document, &error);
  data = g_bytes_get_data (bytes, &size);
  g_assert_true (g_file_set_contents (next, data, (gssize) size, &error));
  work->pending = patron_history_get_stamp (document->history);
  g_assert_true (patron_work_copy_save (work, &error));
  if (moment == HALF_WRITTEN)
    life_write (file, data, size / 2);
  else if (moment > HALF_WRITTEN)
    life_write (file, data, size);
  if (moment == WRITTEN_AND_RENAMED)
    g_assert_cmpint (g_rename (next, published), ==, 0);
  g_assert_no_error (error);
  /* As if the program were gone: the lock is let go of, nothing else. */
  life_close (document);
}

static void
test_publishing_killed (void)
{
  for (int moment = 0; moment < N_MOMENTS; moment++)
    {
      g_autofree char *name = g_strdup_printf ("moment-%d.patron", moment);
      g_autoptr (GError) error = NULL;
      gint64 id;
      g_autoptr (GFile) file = life_make (name, &id);
      PatronDocument *document;

      leave_behind (file, id, moment);
      document = life_open (file);
      g_assert_false (patron_document_get_conflict (document));
      life_expect (document, id, "On its way");
      g_assert_cmpint (patron_document_get_modified (document), ==,
                       moment <= HALF_WRITTEN);
      if (moment <= HALF_WRITTEN)
        life_publish (document);
      g_assert_true (patron_document_undo (document, &error));
      life_expect (document, id, "Clara");
      g_assert_true (patron_document_get_modified (document));
      life_publish (document);
      life_close (document);
      document = life_open (file);
      life_expect (document, id, "Clara");
      life_close (document);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crash/killed", test_killed);
  g_test_add_func ("/crash/publishing-killed", test_publishing_killed);
  return g_test_run ();
}
