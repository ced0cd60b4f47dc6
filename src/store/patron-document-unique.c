/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* Values that only one record may have, see PatronField.unique_in. No index
 * holds to it: two who merge may each have made one, and nothing of that may
 * be lost. */

#include "config.h"

#include "patron-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-error.h"

static gboolean
has_scope (const PatronField *field)
{
  return *field->unique_in != '\0';
}

/* Whether another record than @id has the value, and the same scope. */
static gboolean
is_taken (PatronDocument     *self,
          const PatronEntity *entity,
          gint64              id,
          const PatronField  *field,
          const PatronValue  *value,
          const PatronValue  *scope)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (PatronStatement) statement = NULL;

  g_string_printf (sql, "SELECT 1 FROM \"%s\" WHERE \"%s\" = ?1 AND id <> ?2",
                   entity->name, field->name);
  if (has_scope (field))
    g_string_append_printf (sql, " AND \"%s\" IS ?3", field->unique_in);
  statement = patron_db_prepare (self->db, sql->str, NULL);
  if (statement == NULL)
    return FALSE;
  patron_statement_bind (statement, 1, value);
  patron_statement_bind_integer (statement, 2, id);
  if (has_scope (field))
    patron_statement_bind (statement, 3, scope);
  return patron_statement_step (statement, NULL) == PATRON_STEP_ROW;
}

static const PatronValue *
get_scope (const PatronEntity *entity,
           const PatronField  *field,
           const PatronValue  *values)
{
  static const PatronValue none = PATRON_VALUE_INIT;
  int index
      = has_scope (field) ? patron_entity_find_field (entity, field->unique_in)
                          : -1;

  return index >= 0 ? &values[index] : &none;
}

/* A yes that somebody else has is theirs no longer. */
static gboolean
take_over (PatronDocument     *self,
           const PatronEntity *entity,
           gint64              id,
           const PatronField  *field,
           const PatronValue  *scope,
           GError            **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (PatronStatement) statement = NULL;

  g_string_printf (sql,
                   "UPDATE \"%s\" SET \"%s\" = 0 WHERE \"%s\" = 1 "
                   "AND id <> ?1",
                   entity->name, field->name, field->name);
  if (has_scope (field))
    g_string_append_printf (sql, " AND \"%s\" IS ?2", field->unique_in);
  statement = patron_db_prepare (self->db, sql->str, error);
  if (statement == NULL)
    return FALSE;
  patron_statement_bind_integer (statement, 1, id);
  if (has_scope (field))
    patron_statement_bind (statement, 2, scope);
  return patron_document_run (self, statement, error);
}

static gboolean
refuse (PatronDocument    *self,
        const PatronField *field,
        const PatronValue *value,
        GError           **error)
{
  g_autofree char *text = patron_field_format (field, value, NULL);

  g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
               /* Translators: the label of a field, such as From, and a
                * value, such as a date. */
               _("%s: there is one for %s already; change that one"),
               patron_field_get_label (field), text);
  return FALSE;
}

/* patron_document_make_unique:
 * @id: the record that is made, or changed
 * @values: (array): what it will hold
 * @changed: (nullable): the only field that changes; %NULL for a new record
 *
 * Called in a transaction, before the record is written: sees to it that no
 * other has what only one may have.
 *
 * Returns: whether @values can be written; if not, nothing was changed
 */
gboolean
patron_document_make_unique (PatronDocument     *self,
                             const PatronEntity *entity,
                             gint64              id,
                             const PatronValue  *values,
                             const PatronField  *changed,
                             GError            **error)
{
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const PatronField *field = &entity->fields[i];
      const PatronValue *scope;

      if (field->unique_in == NULL || values[i].type == PATRON_VALUE_NULL
          || (changed != NULL && changed != field
              && strcmp (changed->name, field->unique_in) != 0))
        continue;
      scope = get_scope (entity, field, values);
      if (field->kind != PATRON_KIND_BOOLEAN)
        {
          if (is_taken (self, entity, id, field, &values[i], scope))
            return refuse (self, field, &values[i], error);
        }
      else if (values[i].integer != 0
               && !take_over (self, entity, id, field, scope, error))
        return FALSE;
    }
  return TRUE;
}

/* patron_document_set_unique:
 * @field: a field of the record that changes
 * @value: what it will hold
 *
 * Like patron_document_make_unique(), for one field of a record.
 *
 * Returns: whether it can be written
 */
gboolean
patron_document_set_unique (PatronDocument    *self,
                            PatronRecord      *record,
                            const PatronField *field,
                            const PatronValue *value,
                            GError           **error)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  g_autofree PatronValue *values = NULL;
  gboolean concerned = FALSE;

  for (guint i = 0; i < entity->n_fields; i++)
    concerned |= entity->fields[i].unique_in != NULL
                 && (&entity->fields[i] == field
                     || strcmp (entity->fields[i].unique_in, field->name)
                            == 0);
  if (!concerned)
    return TRUE;
  /* Only looked at: what they hold stays the record's. */
  values = g_new0 (PatronValue, entity->n_fields);
  for (guint i = 0; i < entity->n_fields; i++)
    values[i] = &entity->fields[i] == field
                    ? *value
                    : *patron_record_get (record, entity->fields[i].name);
  return patron_document_make_unique (self, entity,
                                      patron_record_get_id (record), values,
                                      field, error);
}
