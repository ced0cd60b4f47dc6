/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-refusals.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "patron-csv.h"
#include "patron-error.h"
#include "patron-output.h"

/* How much text is held before it goes to the disk. */
#define HELD (256 * 1024)

typedef struct
{
  guint   row;
  guint   length;
  guint64 at; /* where the reason stands in all that was written */
} Refusal;

/**
 * PatronRefusals:
 *
 * The rows of a table that are not taken, and why. All of them are there to
 * be read and saved, but a table of a million bad rows must not fill the
 * memory: the reasons are held in a nameless file once there are many.
 *
 * For one thread at a time.
 */
struct _PatronRefusals
{
  gatomicrefcount ref_count;
  GArray         *list;    /* (owned) (element-type Refusal) */
  GString        *held;    /* (owned): what is not in the file yet */
  guint64         written;
  int             file;    /* -1 if there is none */
  int             failed;  /* an errno, or 0 */
  gboolean        mixed;   /* whether rows fall */
};

/**
 * patron_refusals_new:
 *
 * Returns: (transfer full): no refusals yet
 */
PatronRefusals *
patron_refusals_new (void)
{
  PatronRefusals *self = g_new0 (PatronRefusals, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->list = g_array_new (FALSE, FALSE, sizeof (Refusal));
  self->held = g_string_new (NULL);
  self->file = -1;
  return self;
}

/**
 * patron_refusals_ref:
 *
 * Returns: (transfer full): @self
 */
PatronRefusals *
patron_refusals_ref (PatronRefusals *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * patron_refusals_unref:
 *
 * Frees the refusals with the last reference.
 */
void
patron_refusals_unref (PatronRefusals *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  patron_refusals_clear (self);
  g_array_unref (self->list);
  g_string_free (self->held, TRUE);
  g_free (self);
}

/**
 * patron_refusals_clear:
 *
 * Forgets all of them.
 */
void
patron_refusals_clear (PatronRefusals *self)
{
  if (self->file >= 0)
    close (self->file);
  self->file = -1;
  self->written = 0;
  self->failed = 0;
  self->mixed = FALSE;
  g_string_truncate (self->held, 0);
  g_array_set_size (self->list, 0);
}

/* Nobody else can open a file without a name, and it goes with us. */
static int
open_nameless (void)
{
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("patron-XXXXXX", &path, NULL);

  if (file >= 0)
    g_unlink (path);
  return file;
}

static void
write_held (PatronRefusals *self)
{
  gsize done = 0;

  if (self->file < 0)
    self->file = open_nameless ();
  if (self->file < 0)
    self->failed = errno != 0 ? errno : EIO;
  while (self->failed == 0 && done < self->held->len)
    {
      gssize n = pwrite (self->file, self->held->str + done,
                         self->held->len - done,
                         (off_t) (self->written + done));

      if (n == 0 || (n < 0 && errno != EINTR))
        self->failed = n < 0 ? errno : EIO;
      done += (gsize) MAX (n, 0);
    }
  self->written += self->held->len;
  g_string_truncate (self->held, 0);
}

/**
 * patron_refusals_add:
 * @row: the line of the file that the row begins on, counted from 1
 * @reason: (transfer full): why it is not taken, for people
 *
 * Notes a row.
 */
void
patron_refusals_add (PatronRefusals *self,
                     guint           row,
                     char           *reason)
{
  Refusal refusal
      = { row, (guint) strlen (reason), self->written + self->held->len };

  if (self->list->len > 0)
    self->mixed |= row < g_array_index (self->list, Refusal,
                                        self->list->len - 1).row;
  g_array_append_val (self->list, refusal);
  g_string_append_len (self->held, reason, refusal.length);
  g_free (reason);
  if (self->held->len >= HELD)
    write_held (self);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Refusal *left = a, *right = b;

  return left->row < right->row ? -1 : left->row > right->row;
}

/**
 * patron_refusals_finish:
 *
 * Puts them into the order of the table, when all are there.
 *
 * Returns: whether all are kept; if not, the disk is full
 */
gboolean
patron_refusals_finish (PatronRefusals *self,
                        GError        **error)
{
  if (self->mixed)
    g_array_sort (self->list, compare_rows);
  self->mixed = FALSE;
  if (self->failed == 0)
    return TRUE;
  g_set_error (error, PATRON_ERROR,
               self->failed == ENOSPC ? PATRON_ERROR_FULL
                                      : PATRON_ERROR_FAILED,
               _("The list of refused rows cannot be kept in “%s”: %s"),
               g_get_tmp_dir (), g_strerror (self->failed));
  return FALSE;
}

/**
 * patron_refusals_get_n:
 *
 * Returns: how many rows are refused
 */
guint
patron_refusals_get_n (PatronRefusals *self)
{
  return self->list->len;
}

/**
 * patron_refusals_get:
 * @row: (out): the line of the file that the row begins on, counted from 1
 *
 * Returns: (transfer full): why the row is not taken
 */
char *
patron_refusals_get (PatronRefusals *self,
                     guint           index,
                     guint          *row)
{
  const Refusal *refusal = &g_array_index (self->list, Refusal, index);
  char *reason = g_malloc0 (refusal->length + 1);

  *row = refusal->row;
  if (refusal->at >= self->written)
    memcpy (reason, self->held->str + (refusal->at - self->written),
            refusal->length);
  else if (pread (self->file, reason, refusal->length, (off_t) refusal->at)
           != (gssize) refusal->length)
    *reason = '\0';
  return reason;
}

static gboolean
write_list (GOutputStream *stream,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  PatronRefusals *self = data;
  g_autoptr (GString) csv = g_string_new (NULL);

  patron_csv_append (csv, "row");
  patron_csv_append (csv, "reason");
  patron_csv_end_row (csv);
  for (guint i = 0; i < self->list->len; i++)
    {
      guint row;
      g_autofree char *reason = patron_refusals_get (self, i, &row);
      g_autofree char *number = g_strdup_printf ("%u", row);

      patron_csv_append (csv, number);
      patron_csv_append_text (csv, reason);
      patron_csv_end_row (csv);
      if (!g_output_stream_write_all (stream, csv->str, csv->len, NULL,
                                      cancellable, error))
        return FALSE;
      g_string_truncate (csv, 0);
    }
  return g_output_stream_write_all (stream, csv->str, csv->len, NULL,
                                    cancellable, error);
}

/**
 * patron_refusals_save:
 *
 * Writes all of them as CSV: their lines and the reasons.
 *
 * Returns: whether @file holds them; if not, it is as it was
 */
gboolean
patron_refusals_save (PatronRefusals *self,
                      GFile          *file,
                      GCancellable   *cancellable,
                      GError        **error)
{
  return patron_output_write_file (file, write_list, self, cancellable,
                                   error);
}
