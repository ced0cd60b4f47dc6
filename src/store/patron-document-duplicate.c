/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-id.h"

/* What is copied: a temporary table of old and new keys. Parts are found
 * through the references that cascade, in registry order, so that each part
 * comes after what it belongs to. References among the copied records are
 * led to the copies; all others stay. */

static gboolean
map_key (PatronDocument *self,
         gint64          old_id,
         GError        **error)
{
  return patron_db_exec_printf (self->db, error,
                                "INSERT OR IGNORE INTO temp.copied VALUES "
                                "(%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ")",
                                old_id, patron_id_new ());
}

static gboolean
map_parts_by (PatronDocument     *self,
              const PatronEntity *entity,
              const PatronField  *field,
              gboolean           *found,
              GError            **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM \"%s\" WHERE \"%s\" IN (SELECT old_id FROM temp.copied) "
      "AND id NOT IN (SELECT old_id FROM temp.copied) ORDER BY id",
      entity->name, field->name);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (self->db, sql, error);
  PatronStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = patron_statement_step (statement, error)) == PATRON_STEP_ROW)
    {
      gint64 id = patron_statement_get_integer (statement, 0);

      g_array_append_val (ids, id);
    }
  if (step == PATRON_STEP_ERROR)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!map_key (self, g_array_index (ids, gint64, i), error))
      return FALSE;
  *found = ids->len > 0;
  return TRUE;
}

static gboolean
map_parts (PatronDocument *self,
           GError        **error)
{
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    {
      const PatronEntity *entity
          = patron_registry_get_entity (self->registry, i);

      for (guint j = 0; j < entity->n_fields; j++)
        {
          const PatronField *field = &entity->fields[j];
          gboolean found = TRUE;

          if (field->kind != PATRON_KIND_REFERENCE
              || field->on_delete != PATRON_ON_DELETE_CASCADE)
            continue;
          /* A tree has parts of parts. */
          while (found)
            {
              if (!map_parts_by (self, entity, field, &found, error))
                return FALSE;
              if (strcmp (field->target, entity->name) != 0)
                break;
            }
        }
    }
  return TRUE;
}

static gboolean
copy_rows (PatronDocument     *self,
           const PatronEntity *entity,
           GError            **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" SELECT new_id",
                          entity->name);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const char *name = entity->fields[i].name;

      if (entity->fields[i].kind == PATRON_KIND_BOOLEAN
          && entity->fields[i].unique_in != NULL)
        g_string_append (sql, ", 0");
      else if (entity->fields[i].kind == PATRON_KIND_REFERENCE)
        g_string_append_printf (
            sql,
            ", coalesce ((SELECT c.new_id FROM temp.copied AS c "
            "WHERE c.old_id = \"%s\"), \"%s\")",
            name, name);
      else
        g_string_append_printf (sql, ", \"%s\"", name);
    }
  g_string_append_printf (sql,
                          " FROM temp.copied JOIN \"%s\" ON id = old_id "
                          "ORDER BY new_id",
                          entity->name);
  return patron_db_exec (self->db, sql->str, error);
}

static gboolean
copy_all (PatronDocument *self,
          PatronRecord   *record,
          gint64         *copy,
          GError        **error)
{
  if (!patron_db_exec (self->db,
                       "CREATE TEMP TABLE IF NOT EXISTS copied ("
                       "old_id INTEGER PRIMARY KEY, new_id INTEGER);"
                       "DELETE FROM temp.copied;"
                       "PRAGMA defer_foreign_keys=ON",
                       error)
      || !map_key (self, patron_record_get_id (record), error)
      || !patron_db_get_integer (self->db, "SELECT new_id FROM temp.copied",
                                 copy, error)
      || !map_parts (self, error))
    return FALSE;
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    if (!copy_rows (self, patron_registry_get_entity (self->registry, i),
                    error))
      return FALSE;
  return TRUE;
}

/* The record that follows in the list that the user sees: the next position
 * with the same owner. */
static PatronRecord *
find_next (PatronDocument *self,
           PatronRecord   *record)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM \"%s\" WHERE position > (SELECT position FROM \"%s\" "
      "WHERE id = ?1) ORDER BY position, id LIMIT 1",
      entity->name, entity->name);
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (self->db, sql, NULL);

  if (statement == NULL)
    return NULL;
  patron_statement_bind_integer (statement, 1, patron_record_get_id (record));
  if (patron_statement_step (statement, NULL) != PATRON_STEP_ROW)
    return NULL;
  return patron_document_get_record_of (
      self, entity, patron_statement_get_integer (statement, 0));
}

static gboolean
name_copy (PatronDocument *self,
           PatronRecord   *copy,
           GError        **error)
{
  const PatronField *title
      = patron_entity_get_title (patron_record_get_entity (copy));
  g_autofree char *name = NULL;

  if (title == NULL || title->kind != PATRON_KIND_TEXT
      || patron_record_get_text (copy, title->name) == NULL)
    return TRUE;
  /* Translators: the name of a duplicate, from that of the original. */
  name = g_strdup_printf (_("%s (copy)"),
                          patron_record_get_text (copy, title->name));
  if (g_utf8_strlen (name, -1) > 500)
    return TRUE;
  return patron_document_set_text (self, copy, title->name, name, error);
}

static gboolean
finish_copy (PatronDocument *self,
             PatronRecord   *record,
             PatronRecord   *copy,
             GError        **error)
{
  g_autoptr (PatronRecord) next = NULL;

  if (!name_copy (self, copy, error))
    return FALSE;
  if (patron_entity_get_field (patron_record_get_entity (record), "position")
      == NULL)
    return TRUE;
  next = find_next (self, record);
  return patron_document_move (self, copy, next, error);
}

/**
 * patron_document_duplicate:
 * @record: a record of this document
 *
 * Copies the record and all that is part of it; the copy follows it in its
 * list.
 *
 * Returns: (transfer full) (nullable): the copy
 */
PatronRecord *
patron_document_duplicate (PatronDocument *self,
                           PatronRecord   *record,
                           GError        **error)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  g_autoptr (PatronRecord) copy = NULL;
  gint64 id = 0;
  gboolean good;

  g_return_val_if_fail (!entity->single, NULL);

  if (!patron_document_begin (self, NULL, error))
    return NULL;
  good = copy_all (self, record, &id, error);
  patron_document_name_entry (self,
                              /* Translators: the label of an entity, as in
                               * “Undo Duplicate Segment”. */
                              g_strdup_printf (
                                  C_("undo", "Duplicate %s"),
                                  patron_entity_get_label (entity)),
                              entity, id, NULL);
  if (good)
    {
      copy = patron_document_get_record_of (self, entity, id);
      good = copy != NULL && finish_copy (self, record, copy, error);
    }
  if (!patron_document_end_edit (self, good, error))
    return NULL;
  return g_steal_pointer (&copy);
}
