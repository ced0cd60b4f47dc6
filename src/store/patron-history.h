/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-db.h"
#include "patron-registry.h"

G_BEGIN_DECLS

typedef struct _PatronHistory PatronHistory;
typedef struct _PatronSwap PatronSwap;

/**
 * PatronEntry:
 * @number: rises with every entry, 0 for none
 * @revision: rises with every change to the entry
 * @time: microseconds since 1970 of the last change
 * @label: (owned) (nullable): what undo says
 * @entity: (owned) (nullable): the entity that it is about
 * @record: the record that it is about, 0 if several
 * @field: (owned) (nullable): the field, if it is the change of one
 *
 * One step of undo.
 */
typedef struct
{
  gint64  number;
  gint64  revision;
  gint64  time;
  char   *label;
  char   *entity;
  gint64  record;
  char   *field;
} PatronEntry;

/**
 * PatronStamp:
 *
 * A state of the document: two equal stamps of one working copy are the same
 * content.
 */
typedef struct
{
  gint64 number;
  gint64 revision;
} PatronStamp;

PatronHistory     *patron_history_new       (PatronDb           *db,
                                             PatronRegistry     *registry,
                                             GError            **error);
void               patron_history_free      (PatronHistory      *self);
const PatronEntry *patron_history_get_undo  (PatronHistory      *self);
const PatronEntry *patron_history_get_redo  (PatronHistory      *self);
PatronStamp        patron_history_get_stamp (PatronHistory      *self);
gboolean           patron_history_read_stamp (PatronDb          *db,
                                             const char         *name,
                                             PatronStamp        *stamp,
                                             GError            **error);
void               patron_history_set_cap   (PatronHistory      *self,
                                             gint64              bytes);
gint64             patron_history_get_size  (PatronHistory      *self);

/* Before a transaction. */
gboolean           patron_history_prepare   (PatronHistory      *self,
                                             GError            **error);

/* Inside a transaction. */
void               patron_history_start     (PatronHistory      *self,
                                             gboolean            merge);
gboolean           patron_history_pause     (PatronHistory      *self,
                                             const PatronEntity *entity,
                                             GError            **error);
gboolean           patron_history_resume    (PatronHistory      *self,
                                             const PatronEntity *entity,
                                             GError            **error);
gboolean           patron_history_add_range (PatronHistory      *self,
                                             const PatronEntity *entity,
                                             gint64              first,
                                             gint64              last,
                                             GError            **error);
gboolean           patron_history_finish    (PatronHistory      *self,
                                             const PatronEntry  *entry,
                                             guint64             tables,
                                             GError            **error);
PatronSwap        *patron_history_begin_swap (PatronHistory     *self,
                                             gboolean            undo,
                                             GError            **error);
gboolean           patron_swap_step         (PatronSwap         *self,
                                             gboolean           *done,
                                             GError            **error);
double             patron_swap_get_progress (PatronSwap         *self);
void               patron_swap_free         (PatronSwap         *self);

/* After the transaction. */
void               patron_history_settle    (PatronHistory      *self,
                                             gboolean            committed);

void               patron_entry_clear       (PatronEntry        *entry);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatronEntry, patron_entry_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronHistory, patron_history_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronSwap, patron_swap_free)

G_END_DECLS
