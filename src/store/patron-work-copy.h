/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-fingerprint.h"
#include "patron-history.h"

G_BEGIN_DECLS

/* No state of the working copy is in the user's file. */
#define PATRON_STAMP_NONE ((PatronStamp) { -1, -1 })

/**
 * PatronWorkCopy:
 * @path: (owned): its folder
 * @lock: a descriptor that holds the lock; the kernel lets go of it when the
 *   program ends, however it ends
 * @file: (owned) (nullable): the user's file, %NULL for a draft
 * @print: the user's file, as it was read or published last
 * @published: the stamp of the state that the file holds
 * @pending: a state that may be in the file too: it was being published when
 *   this was written
 * @scratch: whether it is worth nothing once it is closed
 * @kept: whether a draft is worth keeping even if it was never edited
 *
 * The private copy of a document in which edits happen, in a folder of its
 * own: strategy.db, what the copy holds; state.ini, the fields above;
 * published.patron, the bytes of the user's file as they were read or
 * published last; next.patron, bytes on their way there.
 */
typedef struct
{
  char              *path;
  int                lock;
  GFile             *file;
  PatronFingerprint  print;
  PatronStamp        published;
  PatronStamp        pending;
  gboolean           scratch;
  gboolean           kept;
} PatronWorkCopy;

PatronWorkCopy *patron_work_copy_new           (gboolean          scratch,
                                                GError          **error);
PatronWorkCopy *patron_work_copy_claim         (GFile            *file,
                                                GError          **error);
PatronWorkCopy *patron_work_copy_open          (const char       *name,
                                                GError          **error);
void            patron_work_copy_free          (PatronWorkCopy   *self);
void            patron_work_copy_discard       (PatronWorkCopy   *self);
gboolean        patron_work_copy_save          (PatronWorkCopy   *self,
                                                GError          **error);
gboolean        patron_work_copy_note          (PatronWorkCopy   *self,
                                                GError          **error);
char           *patron_work_copy_get_database  (PatronWorkCopy   *self);
char           *patron_work_copy_get_published (PatronWorkCopy   *self);
char           *patron_work_copy_get_next      (PatronWorkCopy   *self);
char           *patron_work_copy_get_there     (PatronWorkCopy   *self);
char           *patron_work_copy_get_scratch   (PatronWorkCopy   *self,
                                                const char       *name);
gboolean        patron_work_copy_read_stamp    (PatronWorkCopy   *self,
                                                PatronStamp      *stamp,
                                                GError          **error);
gboolean        patron_work_copy_is_empty      (PatronWorkCopy   *self);
void            patron_work_copy_clean_up      (void);
void            patron_work_copy_measure       (guint            *n_copies,
                                                gint64           *size);
guint           patron_work_copy_erase         (void);
GFile          *patron_work_copy_resolve       (GFile            *file);

char          **patron_work_copy_list          (void);

gboolean        patron_stamp_equal             (PatronStamp       a,
                                                PatronStamp       b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronWorkCopy, patron_work_copy_free)

G_END_DECLS
