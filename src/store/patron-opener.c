/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* The way of a document in. It is hostile until proven: what comes from
 * outside is looked at in this order, each look with the least trust that it
 * needs, and nothing else reads it before.
 *
 * 1. The first hundred bytes: is it a document, and of which schema?
 * 2. The structure of the file (quick_check), with a deadline.
 * 3. The schema's text: ours to the letter, so that nothing in it can act.
 * 4. Every value of every row, through the field tables.
 * 5. References. */

#include "config.h"

#include "patron-opener.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "patron-builder.h"
#include "patron-db.h"
#include "patron-error.h"
#include "patron-schema.h"
#include "patron-transfer.h"

/* How long a look may take: this much, and this much a megabyte. */
#define DEADLINE (G_GINT64_CONSTANT (10) * G_USEC_PER_SEC)
#define DEADLINE_MEGABYTE (G_USEC_PER_SEC / 5)

/* Where things stand in the header of a file (SQLite file format, 1.3). */
#define MAGIC "SQLite format 3"
#define PAGE_SIZE_OFFSET 16
#define WRITE_VERSION_OFFSET 18
#define READ_VERSION_OFFSET 19
#define ENCODING_OFFSET 56
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68

typedef struct
{
  const char *name;
  guint       newest;
  guint       schema;
} Head;

static guint32
read_number (const guchar *head,
             gsize         offset)
{
  return ((guint32) head[offset] << 24) | ((guint32) head[offset + 1] << 16)
         | ((guint32) head[offset + 2] << 8) | head[offset + 3];
}

static gboolean
refuse_damaged (const char *name,
                const char *why,
                GError    **error)
{
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_DAMAGED,
               /* Translators: the name of a file, then what is wrong. */
               _("“%s” is damaged: %s"), name, why);
  return FALSE;
}

static gboolean
check_numbers (const guchar *head,
               const char   *name,
               GError      **error)
{
  guint page_size
      = (guint) head[PAGE_SIZE_OFFSET] << 8 | head[PAGE_SIZE_OFFSET + 1];

  /* 1 stands for 65536. */
  if (page_size != 1
      && (page_size < 512 || (page_size & (page_size - 1)) != 0))
    return refuse_damaged (name, _("its page size is impossible."), error);
  if (head[WRITE_VERSION_OFFSET] == 2 || head[READ_VERSION_OFFSET] == 2)
    return refuse_damaged (name,
                           _("it was copied while another program was "
                             "writing to it, and part of it is missing."),
                           error);
  if (head[WRITE_VERSION_OFFSET] != 1 || head[READ_VERSION_OFFSET] != 1)
    return refuse_damaged (name, _("its file format is unknown."), error);
  if (read_number (head, ENCODING_OFFSET) != 1)
    return refuse_damaged (name, _("its text is not UTF-8."), error);
  return TRUE;
}

static gboolean
check_head_cb (const guchar *head,
               gsize         size,
               gpointer      user_data,
               GError      **error)
{
  Head *self = user_data;
  guint32 schema;

  if (size < PATRON_TRANSFER_HEAD || memcmp (head, MAGIC, sizeof MAGIC) != 0
      || read_number (head, APPLICATION_ID_OFFSET) != PATRON_APPLICATION_ID)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_PATRON,
                   _("“%s” is not a Patron document."), self->name);
      return FALSE;
    }
  schema = read_number (head, USER_VERSION_OFFSET);
  if (schema > self->newest && schema <= G_MAXINT32)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_NEWER,
                   _("“%s” was written by a newer Patron (its schema is %u; "
                     "this Patron knows up to %u). Update Patron to open "
                     "it."),
                   self->name, schema, self->newest);
      return FALSE;
    }
  if (schema == 0 || schema > G_MAXINT32)
    return refuse_damaged (self->name, _("its schema is unknown."), error);
  self->schema = schema;
  return check_numbers (head, self->name, error);
}

/* Bytes are measured, not read. */
static char *
select_sql (const PatronEntity *entity,
            guint               schema)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");

  for (guint i = 0; i < entity->n_fields; i++)
    if (!patron_schema_has_field (entity, &entity->fields[i], schema))
      g_string_append (sql, ", NULL");
    else if (entity->fields[i].kind == PATRON_KIND_DATA)
      g_string_append_printf (sql, ", length (\"%s\")",
                              entity->fields[i].name);
    else
      g_string_append_printf (sql, ", \"%s\"", entity->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\"", entity->name);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
check_size (const PatronField *field,
            const PatronValue *value,
            GError           **error)
{
  double min, max;

  patron_field_get_limits (field, &min, &max);
  if (value->type == PATRON_VALUE_NULL)
    return patron_field_validate (field, value, error);
  if (value->type == PATRON_VALUE_INTEGER && (double) value->integer <= max)
    return TRUE;
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
               _("%s: the data is too large"),
               patron_field_get_label (field));
  return FALSE;
}

static gboolean
check_value (PatronStatement   *statement,
             int                column,
             const PatronField *field,
             GError           **error)
{
  PatronValue value;

  if (!patron_statement_peek (statement, column, &value))
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   _("%s: this is not the kind of value expected"),
                   patron_field_get_label (field));
      return FALSE;
    }
  if (field->kind == PATRON_KIND_DATA)
    return check_size (field, &value, error);
  return patron_field_validate (field, &value, error);
}

static gboolean
check_row (PatronStatement    *statement,
           const PatronEntity *entity,
           guint               schema,
           const char         *name,
           GError            **error)
{
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const PatronField *field = &entity->fields[i];
      g_autoptr (GError) local = NULL;

      if (!patron_schema_has_field (entity, field, schema)
          || check_value (statement, (int) i + 1, field, &local))
        continue;
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_DAMAGED,
                   /* Translators: the name of a file, the kind of a record,
                    * its number, and what is wrong with a field of it. */
                   _("“%s” is damaged: %s %" G_GINT64_FORMAT ": %s"), name,
                   patron_entity_get_label (entity),
                   patron_statement_get_integer (statement, 0),
                   local->message);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_single (const PatronEntity *entity,
              gint64              count,
              const char         *name,
              GError            **error)
{
  g_autofree char *why = NULL;

  if (!entity->single || count == 1)
    return TRUE;
  /* Translators: the label of an entity. */
  why = g_strdup_printf (_("%s: every document has exactly one"),
                         patron_entity_get_label (entity));
  return refuse_damaged (name, why, error);
}

static gboolean
check_rows (PatronDb           *db,
            const PatronEntity *entity,
            guint               schema,
            const char         *name,
            GError            **error)
{
  g_autofree char *sql = select_sql (entity, schema);
  g_autoptr (PatronStatement) statement = patron_db_prepare (db, sql, error);
  PatronStep step;
  gint64 count = 0;

  if (statement == NULL)
    return FALSE;
  while ((step = patron_statement_step (statement, error)) == PATRON_STEP_ROW)
    {
      if (!check_row (statement, entity, schema, name, error))
        return FALSE;
      count++;
    }
  return step == PATRON_STEP_DONE && check_single (entity, count, name, error);
}

static gboolean
check_references (PatronDb       *db,
                  PatronRegistry *registry,
                  const char     *name,
                  GError        **error)
{
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (db, "PRAGMA foreign_key_check", error);
  const PatronEntity *entity;
  PatronStep step;

  if (statement == NULL)
    return FALSE;
  step = patron_statement_step (statement, error);
  if (step != PATRON_STEP_ROW)
    return step == PATRON_STEP_DONE;
  entity = patron_registry_lookup (registry,
                                   patron_statement_get_text (statement, 0));
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_DAMAGED,
               _("“%s” is damaged: %s %" G_GINT64_FORMAT
                 ": refers to a record that does not exist"),
               name, entity != NULL ? patron_entity_get_label (entity) : "",
               patron_statement_get_integer (statement, 1));
  return FALSE;
}

static gboolean
check_content (PatronDb       *db,
               PatronRegistry *registry,
               guint           schema,
               const char     *name,
               GError        **error)
{
  if (!patron_db_check (db, error)
      || !patron_schema_verify (db, registry, schema, error))
    return FALSE;
  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const PatronEntity *entity = patron_registry_get_entity (registry, i);

      if (patron_schema_has_entity (entity, schema)
          && !check_rows (db, entity, schema, name, error))
        return FALSE;
    }
  return check_references (db, registry, name, error);
}

/* What SQLite says of a file does not name it. */
static void
name_error (const char *name,
            GError    **error)
{
  g_autofree char *message = NULL;

  if (error == NULL || *error == NULL || (*error)->domain != PATRON_ERROR
      || strstr ((*error)->message, name) != NULL)
    return;
  message = g_steal_pointer (&(*error)->message);
  (*error)->message = g_strdup_printf ("“%s”: %s", name, message);
}

static gboolean
check_database (PatronRegistry *registry,
                const char     *raw,
                const char     *name,
                guint           schema,
                GCancellable   *cancellable,
                GError        **error)
{
  g_autoptr (PatronDb) db = patron_db_open (raw, PATRON_DB_READ, error);
  g_autoptr (GError) local = NULL;
  GStatBuf info = { 0 };

  if (db == NULL)
    return FALSE;
  if (g_stat (raw, &info) == 0)
    patron_db_set_deadline (db,
                            DEADLINE
                                + info.st_size / (1024 * 1024)
                                      * DEADLINE_MEGABYTE,
                            cancellable);
  if (check_content (db, registry, schema, name, &local))
    return TRUE;
  /* Whatever SQLite stumbles over here is the file's fault. */
  if (g_error_matches (local, PATRON_ERROR, PATRON_ERROR_FAILED)
      || g_error_matches (local, PATRON_ERROR, PATRON_ERROR_TOO_LARGE))
    local->code = PATRON_ERROR_DAMAGED;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * patron_opener_check:
 * @raw: a private file with the bytes of a document
 * @name: what to call it in messages
 * @schema: (out): the schema of the document
 *
 * Looks at all of a document before anything else does.
 *
 * Returns: whether it can be trusted; if not, @error is
 *   %PATRON_ERROR_NOT_PATRON, %PATRON_ERROR_NEWER or %PATRON_ERROR_DAMAGED
 *   and says where and why
 */
gboolean
patron_opener_check (PatronRegistry *registry,
                     const char     *raw,
                     const char     *name,
                     guint          *schema,
                     GCancellable   *cancellable,
                     GError        **error)
{
  Head head = { name, patron_registry_get_schema (registry), 0 };
  guchar bytes[PATRON_TRANSFER_HEAD] = { 0 };
  FILE *stream = g_fopen (raw, "rbe");
  gsize n = 0;
  gboolean good;

  if (stream != NULL)
    {
      n = fread (bytes, 1, sizeof bytes, stream);
      fclose (stream);
    }
  good = check_head_cb (bytes, n, &head, error)
         && check_database (registry, raw, name, head.schema, cancellable,
                            error);
  if (!good)
    name_error (name, error);
  *schema = head.schema;
  return good;
}

/**
 * patron_opener_import:
 * @raw: a private file with the bytes of a document
 * @name: what to call it in messages
 * @path: a private file, written anew; it is not forced to the disk
 *
 * Checks a document, and makes one of the newest schema out of it.
 *
 * Returns: whether it worked; if not, there is no file at @path
 */
gboolean
patron_opener_import (PatronRegistry *registry,
                      const char     *raw,
                      const char     *name,
                      const char     *path,
                      GCancellable   *cancellable,
                      GError        **error)
{
  guint schema;

  if (!patron_opener_check (registry, raw, name, &schema, cancellable, error))
    return FALSE;
  if (schema == patron_registry_get_schema (registry))
    return patron_transfer_copy (raw, path, error);
  return patron_builder_build (registry, raw, schema, NULL, path, NULL,
                               cancellable, error);
}

/**
 * patron_opener_read:
 * @file: the user's file
 * @raw: a private file, written anew: the bytes as they are
 * @path: a private file, written anew: the same document, of the newest
 *   schema; it is on the disk when this returns
 * @print: (out): an initialised fingerprint, set to that of what was read
 *
 * Reads and checks a document.
 *
 * Returns: whether it worked
 */
gboolean
patron_opener_read (PatronRegistry    *registry,
                    GFile             *file,
                    const char        *raw,
                    const char        *path,
                    PatronFingerprint *print,
                    GCancellable      *cancellable,
                    GError           **error)
{
  g_autofree char *name = patron_transfer_get_name (file);
  Head head = { name, patron_registry_get_schema (registry), 0 };

  if (!patron_transfer_in (file, raw, check_head_cb, &head, print,
                           cancellable, error))
    return FALSE;
  return patron_opener_import (registry, raw, name, path, cancellable, error)
         && patron_transfer_sync (path, error);
}
