/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-conflict.h"
#include "patron-db.h"
#include "patron-registry.h"

G_BEGIN_DECLS

typedef struct _PatronMerge PatronMerge;

/**
 * PatronDescent:
 * @PATRON_DESCENT_UNKNOWN: nothing tells
 * @PATRON_DESCENT_OLDER: the copy was made from the previous state, or earlier
 * @PATRON_DESCENT_YOUNGER: the copy was made from the state, or later
 *
 * On which side of a change a copy was made.
 */
typedef enum
{
  PATRON_DESCENT_UNKNOWN,
  PATRON_DESCENT_OLDER,
  PATRON_DESCENT_YOUNGER,
} PatronDescent;

PatronMerge *patron_merge_new           (PatronRegistry  *registry,
                                         const char      *base,
                                         const char      *theirs,
                                         const char      *mine,
                                         GError         **error);
void         patron_merge_free          (PatronMerge     *self);
void         patron_merge_leave         (PatronMerge     *self,
                                         const char      *entity);
gboolean     patron_merge_is_empty      (PatronMerge     *self);
gboolean     patron_merge_collides      (PatronMerge     *self);
GPtrArray   *patron_merge_get_conflicts (PatronMerge     *self);
gboolean     patron_merge_apply         (PatronMerge     *self,
                                         PatronDb        *db,
                                         GError         **error);

/* patron-merge-ancestor.c */
gboolean     patron_merge_descends      (PatronRegistry  *registry,
                                         const char      *copy,
                                         const char      *state,
                                         const char      *previous,
                                         PatronDescent   *descent,
                                         GError         **error);
gboolean     patron_merge_are_related   (PatronRegistry  *registry,
                                         const char      *a,
                                         const char      *b,
                                         gboolean        *related,
                                         GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronMerge, patron_merge_free)

G_END_DECLS
