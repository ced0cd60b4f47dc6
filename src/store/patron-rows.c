/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-rows.h"

#include <math.h>

#include "patron-document-private.h"

/**
 * PatronRows:
 *
 * A table of a document as it was at one moment, for those who count and
 * compare and need no live records.
 */
struct _PatronRows
{
  const PatronEntity *entity;
  GArray             *ids;    /* (element-type gint64) */
  GArray             *values; /* (element-type PatronValue) row by row */
  GHashTable         *places; /* of an id: the row and one */
};

/* Prose and pictures are neither counted nor compared. */
static gboolean
is_light (const PatronField *field)
{
  return field->kind != PATRON_KIND_LONG_TEXT
         && field->kind != PATRON_KIND_DATA;
}

static char *
write_sql (const PatronEntity *entity)
{
  GString *sql = g_string_new ("SELECT id");

  for (guint i = 0; i < entity->n_fields; i++)
    if (is_light (&entity->fields[i]))
      g_string_append_printf (sql, ", \"%s\"", entity->fields[i].name);
    else
      g_string_append (sql, ", NULL");
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY \"%s\", id",
                          entity->name,
                          entity->order != NULL ? entity->order : "id");
  return g_string_free (sql, FALSE);
}

static void
read_row (PatronRows      *self,
          PatronStatement *statement)
{
  gint64 id = patron_statement_get_integer (statement, 0);
  guint first = self->values->len;

  g_array_append_val (self->ids, id);
  g_array_set_size (self->values, first + self->entity->n_fields);
  for (guint i = 0; i < self->entity->n_fields; i++)
    patron_statement_get (
        statement, (int) i + 1,
        &g_array_index (self->values, PatronValue, first + i));
}

/**
 * patron_rows_read:
 * @entity: the name of an entity
 *
 * Reads all rows of a table at once, but for long texts and data. A closed
 * document has none.
 *
 * Returns: (transfer full): the rows, in the order of the entity
 */
PatronRows *
patron_rows_read (PatronDocument *document,
                  const char     *entity)
{
  PatronRows *self = g_new0 (PatronRows, 1);
  g_autoptr (PatronStatement) statement = NULL;
  g_autofree char *sql = NULL;

  self->entity = patron_registry_lookup (document->registry, entity);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->values = g_array_new (FALSE, TRUE, sizeof (PatronValue));
  self->places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_array_set_clear_func (self->values, (GDestroyNotify) patron_value_clear);

  g_return_val_if_fail (self->entity != NULL, self);
  if (document->db == NULL)
    return self;
  sql = write_sql (self->entity);
  statement = patron_db_prepare (document->db, sql, NULL);
  while (statement != NULL
         && patron_statement_step (statement, NULL) == PATRON_STEP_ROW)
    read_row (self, statement);
  for (guint i = 0; i < self->ids->len; i++)
    g_hash_table_insert (self->places,
                         &g_array_index (self->ids, gint64, i),
                         GUINT_TO_POINTER (i + 1));
  return self;
}

/**
 * patron_rows_free:
 *
 * Frees the rows.
 */
void
patron_rows_free (PatronRows *self)
{
  g_hash_table_unref (self->places);
  g_array_unref (self->ids);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * patron_rows_get_entity:
 *
 * Returns: (transfer none): what the rows are
 */
const PatronEntity *
patron_rows_get_entity (const PatronRows *self)
{
  return self->entity;
}

/**
 * patron_rows_get_n:
 *
 * Returns: how many rows there are
 */
gsize
patron_rows_get_n (const PatronRows *self)
{
  return self->ids->len;
}

/**
 * patron_rows_get_id:
 *
 * Returns: the key of a row
 */
gint64
patron_rows_get_id (const PatronRows *self,
                    gsize             row)
{
  return g_array_index (self->ids, gint64, row);
}

/**
 * patron_rows_find:
 *
 * Returns: the row of a key, or -1
 */
gssize
patron_rows_find (const PatronRows *self,
                  gint64            id)
{
  return (gssize) GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &id))
         - 1;
}

/**
 * patron_rows_get:
 * @field: the index of a field that is neither long text nor data
 *
 * Returns: (transfer none): what the field holds
 */
const PatronValue *
patron_rows_get (const PatronRows *self,
                 gsize             row,
                 guint             field)
{
  return &g_array_index (self->values, PatronValue,
                         row * self->entity->n_fields + field);
}

/**
 * patron_rows_get_integer:
 *
 * Returns: a whole number or a reference; 0 where it is absent
 */
gint64
patron_rows_get_integer (const PatronRows *self,
                         gsize             row,
                         guint             field)
{
  const PatronValue *value = patron_rows_get (self, row, field);

  return value->type == PATRON_VALUE_INTEGER ? value->integer : 0;
}

/**
 * patron_rows_get_number:
 *
 * Returns: a number; NaN where it is absent
 */
double
patron_rows_get_number (const PatronRows *self,
                        gsize             row,
                        guint             field)
{
  const PatronValue *value = patron_rows_get (self, row, field);

  if (value->type == PATRON_VALUE_REAL)
    return value->real;
  return value->type == PATRON_VALUE_INTEGER ? (double) value->integer : NAN;
}

/**
 * patron_rows_get_title:
 *
 * Returns: (transfer full): what the row is called, never empty
 */
char *
patron_rows_get_title (const PatronRows *self,
                       gsize             row)
{
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const PatronField *field = &self->entity->fields[i];
      const PatronValue *value = patron_rows_get (self, row, i);

      if ((field->flags & PATRON_FIELD_TITLE) && !patron_value_is_null (value))
        return patron_field_format (field, value, NULL);
    }
  return g_strdup (patron_entity_get_untitled (self->entity));
}
