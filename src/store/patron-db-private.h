/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "patron-db.h"

G_BEGIN_DECLS

struct _PatronDb
{
  sqlite3    *handle;     /* (owned) */
  GHashTable *statements; /* (owned) SQL text -> PatronStatement */

  /* Until when statements may run, see patron_db_set_deadline (). */
  gint64        deadline;
  GCancellable *cancellable; /* (owned) (nullable) */

  GThread *checkpoint; /* (owned) (nullable): see patron_db_commit_many () */
};

sqlite3 *patron_db_get_handle  (PatronDb        *self);
void     patron_db_set_error   (PatronDb        *self,
                                int              code,
                                GError         **error);
void     patron_statement_free (PatronStatement *self);

G_END_DECLS
