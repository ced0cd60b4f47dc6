/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "patron-db.h"

G_BEGIN_DECLS

struct _PatronDb
{
  sqlite3    *handle;     /* (owned) */
  GHashTable *statements; /* (owned) SQL text -> PatronStatement */
};

sqlite3 *patron_db_get_handle  (PatronDb        *self);
void     patron_db_set_error   (PatronDb        *self,
                                int              code,
                                GError         **error);
void     patron_statement_free (PatronStatement *self);

G_END_DECLS
