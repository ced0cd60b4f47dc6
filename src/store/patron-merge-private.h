/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-merge.h"

G_BEGIN_DECLS

/**
 * PatronMergeChange:
 * @record: the key, here
 * @source: the key there; another one only where every document has exactly
 *   one such record
 * @field: index of the field
 * @value: what it becomes; of data, whether it becomes absent
 *
 * A field to be changed.
 */
typedef struct
{
  gint64      record;
  gint64      source;
  guint       field;
  PatronValue value;
} PatronMergeChange;

/**
 * PatronMergeTable:
 * @inserts: (element-type gint64): records that come
 * @removes: (element-type gint64): records that go
 * @changes: (element-type PatronMergeChange): in the order of their records
 * @changed: (element-type PatronMergeChange): the same, by record and field
 *
 * What a merge does to one table.
 */
typedef struct
{
  const PatronEntity *entity;
  GHashTable         *inserts;
  GHashTable         *removes;
  GPtrArray          *changes;
  GHashTable         *changed;
} PatronMergeTable;

struct _PatronMerge
{
  PatronRegistry   *registry;  /* (owned) */
  PatronDb         *db;        /* (owned) theirs, with "base" and "mine" */
  PatronMergeTable *tables;    /* (owned) one for each entity */
  GPtrArray        *conflicts; /* (owned) (element-type PatronConflict) */
  gboolean          collides;
};

/* patron-merge.c */
PatronMergeTable *patron_merge_get_table     (PatronMerge        *self,
                                              const char         *entity);
void              patron_merge_add_conflict  (PatronMerge        *self,
                                              const PatronEntity *entity,
                                              gint64              record,
                                              const PatronField  *field,
                                              const PatronValue  *theirs);
void              patron_merge_add_insert    (PatronMergeTable   *table,
                                              gint64              record);

/* patron-merge-fields.c */
gboolean          patron_merge_plan_fields   (PatronMerge        *self,
                                              PatronMergeTable   *table,
                                              GError            **error);

/* patron-merge-references.c */
gboolean          patron_merge_plan_references (PatronMerge      *self,
                                              GError            **error);

G_END_DECLS
