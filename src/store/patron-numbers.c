/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-numbers.h"

#include <math.h>

#include "patron-document-private.h"

static char *
write_sql (const PatronEntity *entity,
           const char         *reference,
           const char *const  *fields)
{
  const char *order = entity->order != NULL ? entity->order : "id";
  GString *sql = g_string_new ("SELECT id");

  for (gsize i = 0; fields[i] != NULL; i++)
    g_string_append_printf (sql, ", \"%s\"", fields[i]);
  g_string_append_printf (sql,
                          " FROM \"%s\" WHERE \"%s\" = ?1 "
                          "ORDER BY \"%s\", id",
                          entity->name, reference, order);
  return g_string_free (sql, FALSE);
}

static double
read_number (PatronStatement *statement,
             int              column)
{
  PatronValue value = PATRON_VALUE_INIT;

  if (!patron_statement_peek (statement, column, &value))
    return NAN;
  if (value.type == PATRON_VALUE_REAL)
    return value.real;
  return value.type == PATRON_VALUE_INTEGER ? (double) value.integer : NAN;
}

/**
 * patron_numbers_read:
 * @entity: the name of an entity
 * @reference: the name of a field of it that refers to a record
 * @target: the key of that record
 * @fields: (array zero-terminated=1): names of numeric fields, at most
 *   %PATRON_NUMBERS_MAX
 * @func: (scope call): called for each row, in the order of the entity
 *
 * Reads the numbers of very many rows at once, without making records: a
 * hundred thousand measurements take a fraction of a second. A closed
 * document has no rows.
 *
 * Returns: whether all rows were read
 */
gboolean
patron_numbers_read (PatronDocument     *document,
                     const char         *entity,
                     const char         *reference,
                     gint64              target,
                     const char *const  *fields,
                     PatronNumbersFunc   func,
                     gpointer            user_data,
                     GError            **error)
{
  const PatronEntity *found
      = patron_registry_lookup (document->registry, entity);
  guint n_fields = g_strv_length ((char **) fields);
  g_autoptr (PatronStatement) statement = NULL;
  g_autofree char *sql = NULL;
  double numbers[PATRON_NUMBERS_MAX];
  PatronStep step;

  g_return_val_if_fail (found != NULL, FALSE);
  g_return_val_if_fail (patron_entity_find_field (found, reference) >= 0,
                        FALSE);
  g_return_val_if_fail (n_fields <= PATRON_NUMBERS_MAX, FALSE);
  for (guint i = 0; i < n_fields; i++)
    g_return_val_if_fail (patron_entity_find_field (found, fields[i]) >= 0,
                          FALSE);

  if (document->db == NULL)
    return TRUE;
  sql = write_sql (found, reference, fields);
  statement = patron_db_prepare (document->db, sql, error);
  if (statement == NULL)
    return FALSE;
  patron_statement_bind_integer (statement, 1, target);
  while ((step = patron_statement_step (statement, error)) == PATRON_STEP_ROW)
    {
      for (guint i = 0; i < n_fields; i++)
        numbers[i] = read_number (statement, (int) i + 1);
      func (patron_statement_get_integer (statement, 0), numbers, user_data);
    }
  return step == PATRON_STEP_DONE;
}
