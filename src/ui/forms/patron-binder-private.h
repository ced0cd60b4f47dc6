/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-binder.h"

G_BEGIN_DECLS

typedef struct _PatronBinder PatronBinder;

/**
 * PatronBinderKind:
 * @make: makes the row
 * @show: puts a value into the row
 * @read: takes the value from the row; like the rest of Patron it fails with
 *   an error made for the user
 * @store: (nullable): writes the value in a way of its own
 *
 * How fields of a kind are shown and asked for.
 */
typedef struct
{
  PatronRow *(*make)  (PatronBinder      *self);
  void       (*show)  (PatronBinder      *self,
                       const PatronValue *value);
  gboolean   (*read)  (PatronBinder      *self,
                       PatronValue       *value,
                       GError           **error);
  gboolean   (*store) (PatronBinder      *self,
                       GError           **error);
} PatronBinderKind;

struct _PatronBinder
{
  PatronDocument         *document; /* (owned) */
  const PatronField      *field;
  const PatronBinderKind *kind;
  PatronRow              *row;    /* (unowned): owns this */
  PatronRecord           *record; /* (owned) (nullable) */
  gulong                  notify;
  GListModel             *items;  /* (owned) (nullable): of choices */
  gboolean                writing;
};

const PatronBinderKind *patron_binder_get_kind (const PatronField *field);

G_END_DECLS
