/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "patron-value.h"

G_BEGIN_DECLS

/* The application_id of a document: "PTRN". */
#define PATRON_APPLICATION_ID 0x5054524e

typedef struct _PatronDb PatronDb;
typedef struct _PatronStatement PatronStatement;

/**
 * PatronDbMode:
 * @PATRON_DB_READ: an existing file, not written
 * @PATRON_DB_EDIT: a working copy, made if it is not there; every commit is
 *   on the disk when it returns
 * @PATRON_DB_BUILD: a new file that is worth nothing until it is whole
 */
typedef enum
{
  PATRON_DB_READ,
  PATRON_DB_EDIT,
  PATRON_DB_BUILD,
} PatronDbMode;

/**
 * PatronStep:
 *
 * What came of a step of a statement; unlike a boolean, it tells the end
 * from a failure.
 */
typedef enum
{
  PATRON_STEP_ROW,
  PATRON_STEP_DONE,
  PATRON_STEP_ERROR,
} PatronStep;

const char      *patron_db_get_version    (void);
PatronDb        *patron_db_open           (const char       *path,
                                           PatronDbMode      mode,
                                           GError          **error);
void             patron_db_close          (PatronDb         *self);
void             patron_db_set_deadline   (PatronDb         *self,
                                           gint64            microseconds,
                                           GCancellable     *cancellable);
gboolean         patron_db_exec           (PatronDb         *self,
                                           const char       *sql,
                                           GError          **error);
gboolean         patron_db_run            (PatronDb         *self,
                                           const char       *sql,
                                           GError          **error);
void             patron_db_enforce_references (PatronDb     *self,
                                           gboolean          enforce);
gboolean         patron_db_commit_many    (PatronDb         *self,
                                           GError          **error);
void             patron_db_rollback       (PatronDb         *self);
gboolean         patron_db_exec_printf    (PatronDb         *self,
                                           GError          **error,
                                           const char       *format,
                                           ...) G_GNUC_PRINTF (3, 4);
gboolean         patron_db_get_integer    (PatronDb         *self,
                                           const char       *sql,
                                           gint64           *integer,
                                           GError          **error);
gboolean         patron_db_in_transaction (PatronDb         *self);
gboolean         patron_db_attach         (PatronDb         *self,
                                           const char       *path,
                                           const char       *name,
                                           GError          **error);
gboolean         patron_db_check          (PatronDb         *self,
                                           GError          **error);

PatronStatement *patron_db_prepare        (PatronDb         *self,
                                           const char       *sql,
                                           GError          **error);
void             patron_statement_release (PatronStatement  *self);
void             patron_statement_bind_integer (PatronStatement *self,
                                           int               index,
                                           gint64            integer);
void             patron_statement_bind_text (PatronStatement *self,
                                           int               index,
                                           const char       *text);
void             patron_statement_bind    (PatronStatement  *self,
                                           int               index,
                                           const PatronValue *value);
PatronStep       patron_statement_step    (PatronStatement  *self,
                                           GError          **error);
gboolean         patron_statement_run     (PatronStatement  *self,
                                           GError          **error);
gint64           patron_statement_get_integer (PatronStatement *self,
                                           int               column);
double           patron_statement_get_real (PatronStatement *self,
                                           int               column);
const char      *patron_statement_get_text (PatronStatement *self,
                                           int               column);
gboolean         patron_statement_peek    (PatronStatement  *self,
                                           int               column,
                                           PatronValue      *value);
void             patron_statement_get     (PatronStatement  *self,
                                           int               column,
                                           PatronValue      *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronDb, patron_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronStatement, patron_statement_release)

G_END_DECLS
