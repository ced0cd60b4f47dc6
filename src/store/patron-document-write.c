/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* The one way to write. */

#include "config.h"

#include "patron-document-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-error.h"

/* Typing goes on as one step while its commits are no further apart. */
#define MERGE_MICROSECONDS (1500 * 1000)

static gboolean
start_transaction (PatronDocument *self,
                   gboolean        merge,
                   GError        **error)
{
  if (self->db == NULL)
    {
      g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                           _("The document is closed."));
      return FALSE;
    }
  /* A rollback needs memory too; one that failed is made up for here. */
  patron_db_rollback (self->db);
  if (!patron_history_prepare (self->history, error)
      || !patron_db_run (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  patron_history_start (self->history, merge);
  g_array_set_size (self->touched, 0);
  self->bulk = 0;
  self->drop_assets = FALSE;
  return TRUE;
}

/* patron_document_name_entry:
 * @label: (transfer full): what undo says
 * @entity: (nullable): what the entry is about
 * @record: the key of what it is about, or 0
 * @field: (nullable): the field, if it is the change of one
 *
 * Names the open entry, unless whoever began it has.
 */
void
patron_document_name_entry (PatronDocument     *self,
                            char               *label,
                            const PatronEntity *entity,
                            gint64              record,
                            const char         *field)
{
  if (self->entry.label == NULL)
    self->entry.label = g_steal_pointer (&label);
  g_free (label);
  if (self->entry.entity != NULL || entity == NULL)
    return;
  self->entry.entity = g_strdup (entity->name);
  self->entry.record = record;
  self->entry.field = g_strdup (field);
}

/* A full disk ends a transaction by itself. What came after it would be
 * written alone, so it is refused. */
static gboolean
go_deeper (PatronDocument *self,
           GError        **error)
{
  if (self->broken != NULL)
    {
      g_propagate_error (error, g_error_copy (self->broken));
      return FALSE;
    }
  self->depth++;
  return TRUE;
}

/**
 * patron_document_begin:
 * @label: (nullable): what undo says of the step, in the user's language
 *
 * Begins a compound edit: everything up to the patron_document_end() that
 * matches is written at once, or not at all, and is one step of undo. Edits
 * nest; the outermost one counts. Do not return to the main loop before the
 * end.
 *
 * Returns: whether it could begin; if not, it must not be ended
 */
gboolean
patron_document_begin (PatronDocument *self,
                       const char     *label,
                       GError        **error)
{
  if (self->depth > 0)
    return go_deeper (self, error);
  if (!start_transaction (self, FALSE, error))
    return FALSE;
  self->entry.label = g_strdup (label);
  self->typing = FALSE;
  self->depth = 1;
  return TRUE;
}

static void
settle (PatronDocument *self,
        gboolean        committed)
{
  patron_entry_clear (&self->entry);
  g_clear_error (&self->broken);
  patron_history_settle (self->history, committed);
  patron_document_dispatch (self);
}

static guint64
touched_entities (PatronDocument *self)
{
  guint64 entities = self->bulk;

  for (guint i = 0; i < self->touched->len; i++)
    entities |= G_GUINT64_CONSTANT (1)
                << g_array_index (self->touched, PatronTouch, i).entity;
  return entities;
}

static gboolean
finish_transaction (PatronDocument *self,
                    GError        **error)
{
  guint64 entities = touched_entities (self);

  if (self->broken != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->broken));
      return FALSE;
    }
  /* Nothing happened: no entry, and the redo steps stay. */
  if (entities == 0)
    return patron_db_run (self->db, "ROLLBACK", error);
  if (self->drop_assets && !patron_document_drop_assets (self, error))
    return FALSE;
  self->entry.time = g_get_real_time ();
  if (!patron_history_finish (self->history, &self->entry, entities, error))
    return FALSE;
  return self->bulk != 0 ? patron_db_commit_many (self->db, error)
                         : patron_db_run (self->db, "COMMIT", error);
}

/**
 * patron_document_end:
 *
 * Ends the compound edit that patron_document_begin() began.
 *
 * Returns: whether the outermost edit is on the disk, or this is an inner
 *   one; if not, nothing of it was written
 */
gboolean
patron_document_end (PatronDocument *self,
                     GError        **error)
{
  gboolean good;

  g_return_val_if_fail (self->depth > 0, FALSE);

  if (self->depth > 1)
    {
      self->depth--;
      return TRUE;
    }
  good = finish_transaction (self, error);
  if (!good)
    patron_db_rollback (self->db);
  self->depth = 0;
  settle (self, good);
  return good;
}

/**
 * patron_document_cancel:
 *
 * Gives up the whole compound edit, however deep: nothing of it is written.
 */
void
patron_document_cancel (PatronDocument *self)
{
  g_return_if_fail (self->depth > 0);

  patron_db_rollback (self->db);
  self->depth = 0;
  settle (self, FALSE);
}

/* patron_document_end_edit:
 * @good: whether all went well
 *
 * Ends an edit. With an error, an outermost one is given up, and an inner one
 * leaves that to whoever began the outermost.
 *
 * Returns: @good, or %FALSE with @error if the end fails
 */
gboolean
patron_document_end_edit (PatronDocument *self,
                          gboolean        good,
                          GError        **error)
{
  if (good)
    return patron_document_end (self, error);
  if (self->depth == 1)
    patron_document_cancel (self);
  else
    self->depth--;
  return FALSE;
}

/* patron_document_run:
 *
 * Runs a statement that writes. Where it fails for another reason than the
 * user's input, the open transaction cannot end well.
 *
 * Returns: whether it ran
 */
gboolean
patron_document_run (PatronDocument  *self,
                     PatronStatement *statement,
                     GError         **error)
{
  g_autoptr (GError) local = NULL;

  if (patron_statement_run (statement, &local))
    return TRUE;
  /* A refused value leaves the transaction as it was. */
  if (!g_error_matches (local, PATRON_ERROR, PATRON_ERROR_INVALID)
      && !g_error_matches (local, PATRON_ERROR, PATRON_ERROR_NOT_FOUND))
    {
      g_clear_error (&self->broken);
      self->broken = g_error_copy (local);
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
is_part_of (PatronDocument     *self,
            gint64              part,
            gint64              whole,
            const PatronEntity *entity,
            const PatronField  *field)
{
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE above (id) AS (SELECT ?1 UNION "
      "SELECT \"%s\" FROM \"%s\" JOIN above USING (id)) "
      "SELECT 1 FROM above WHERE id = ?2",
      field->name, entity->name);
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (self->db, sql, NULL);

  if (statement == NULL)
    return TRUE;
  patron_statement_bind_integer (statement, 1, part);
  patron_statement_bind_integer (statement, 2, whole);
  return patron_statement_step (statement, NULL) != PATRON_STEP_DONE;
}

/* A record cannot become part of itself, nor of what is part of it. */
static gboolean
check_cycle (PatronDocument    *self,
             PatronRecord      *record,
             const PatronField *field,
             const PatronValue *value,
             GError           **error)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  gint64 id = patron_record_get_id (record);

  if (field->kind != PATRON_KIND_REFERENCE
      || strcmp (field->target, entity->name) != 0
      || value->type == PATRON_VALUE_NULL)
    return TRUE;
  if (value->integer != id
      && (field->on_delete != PATRON_ON_DELETE_CASCADE
          || !is_part_of (self, value->integer, id, entity, field)))
    return TRUE;
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
               /* Translators: the label of a field such as Part Of. */
               _("%s: a record cannot refer to itself or to a part of "
                 "itself"),
               patron_field_get_label (field));
  return FALSE;
}

/* patron_document_write_field:
 *
 * Writes one field in the open edit.
 *
 * Returns: whether it could be written
 */
gboolean
patron_document_write_field (PatronDocument    *self,
                             PatronRecord      *record,
                             const PatronField *field,
                             const PatronValue *value,
                             GError           **error)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  g_autofree char *sql = g_strdup_printf (
      "UPDATE \"%s\" SET \"%s\" = ?1 WHERE id = ?2 AND \"%s\" IS NOT ?1",
      entity->name, field->name, field->name);
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;
  patron_statement_bind (statement, 1, value);
  patron_statement_bind_integer (statement, 2, patron_record_get_id (record));
  return patron_document_run (self, statement, error);
}

/* Whether the change goes on with the newest step instead of a new one. */
static gboolean
continues_typing (PatronDocument    *self,
                  PatronRecord      *record,
                  const PatronField *field)
{
  const PatronEntry *entry = patron_history_get_undo (self->history);

  return self->typing && entry != NULL && entry->field != NULL
         && patron_history_get_redo (self->history) == NULL
         && entry->record == patron_record_get_id (record)
         && strcmp (entry->field, field->name) == 0
         && g_get_real_time () - entry->time < MERGE_MICROSECONDS
         && g_get_real_time () >= entry->time;
}

static gboolean
begin_field_change (PatronDocument    *self,
                    PatronRecord      *record,
                    const PatronField *field,
                    GError           **error)
{
  if (self->depth > 0)
    return go_deeper (self, error);
  if (!start_transaction (
          self,
          self->db != NULL && continues_typing (self, record, field), error))
    return FALSE;
  self->depth = 1;
  self->typing = TRUE;
  return TRUE;
}

static gboolean
is_name_of_kpi (const PatronEntity *entity,
                const PatronField  *field)
{
  return (field->flags & PATRON_FIELD_TITLE)
         && strcmp (entity->name, "kpi") == 0;
}

/**
 * patron_document_set:
 * @record: a record of this document
 * @field: the name of one of its fields
 * @value: what it shall hold
 *
 * Changes one field, and with it a step of undo; changes of one field that
 * follow each other as in typing are one step. A value that is there already
 * changes nothing.
 *
 * Returns: whether @value is on the disk, or in the open compound edit; if
 *   not, @error names the field and the reason, and nothing is changed
 */
gboolean
patron_document_set (PatronDocument    *self,
                     PatronRecord      *record,
                     const char        *field,
                     const PatronValue *value,
                     GError           **error)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  const PatronField *found = patron_entity_get_field (entity, field);
  g_auto (PatronValue) held = PATRON_VALUE_INIT;
  gboolean good;

  g_return_val_if_fail (found != NULL, FALSE);

  if (!patron_field_validate (found, value, error))
    return FALSE;
  if (found->flags & PATRON_FIELD_FIXED)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   _("%s: cannot be changed"),
                   patron_field_get_label (found));
      return FALSE;
    }
  if (!begin_field_change (self, record, found, error))
    return FALSE;
  patron_document_name_entry (self,
                              /* Translators: the label of a field, as in
                               * “Undo Change Occupation”. */
                              g_strdup_printf (C_("undo", "Change %s"),
                                               patron_field_get_label (found)),
                              entity, patron_record_get_id (record),
                              found->name);
  self->drop_assets |= found->kind == PATRON_KIND_IMAGE;
  patron_value_copy (&held, value);
  patron_document_hold_names (self, found, &held);
  good = check_cycle (self, record, found, value, error)
         && patron_document_set_unique (self, record, found, value, error)
         && (!is_name_of_kpi (entity, found)
             || patron_document_free_name (self, record, error))
         && patron_document_write_field (self, record, found, &held, error);
  return patron_document_end_edit (self, good, error);
}

/**
 * patron_document_set_text:
 * @text: (nullable): a value as files write it; "" and %NULL are absent
 *
 * Like patron_document_set().
 *
 * Returns: whether it worked
 */
gboolean
patron_document_set_text (PatronDocument *self,
                          PatronRecord   *record,
                          const char     *field,
                          const char     *text,
                          GError        **error)
{
  const PatronField *found
      = patron_entity_get_field (patron_record_get_entity (record), field);
  g_auto (PatronValue) value = PATRON_VALUE_INIT;

  g_return_val_if_fail (found != NULL, FALSE);

  return patron_field_from_text (found, text != NULL ? text : "", &value,
                                 error)
         && patron_document_set (self, record, field, &value, error);
}

/**
 * patron_document_set_integer:
 * @integer: the value; 0 makes a reference or an image absent
 *
 * Like patron_document_set().
 *
 * Returns: whether it worked
 */
gboolean
patron_document_set_integer (PatronDocument *self,
                             PatronRecord   *record,
                             const char     *field,
                             gint64          integer,
                             GError        **error)
{
  const PatronField *found
      = patron_entity_get_field (patron_record_get_entity (record), field);
  PatronValue value = PATRON_VALUE_INIT;

  g_return_val_if_fail (found != NULL, FALSE);

  if (integer != 0
      || (found->kind != PATRON_KIND_REFERENCE
          && found->kind != PATRON_KIND_IMAGE))
    patron_value_set_integer (&value, integer);
  return patron_document_set (self, record, field, &value, error);
}

/**
 * patron_document_set_number:
 * @number: the value
 *
 * Like patron_document_set().
 *
 * Returns: whether it worked
 */
gboolean
patron_document_set_number (PatronDocument *self,
                            PatronRecord   *record,
                            const char     *field,
                            double          number,
                            GError        **error)
{
  PatronValue value = PATRON_VALUE_INIT;

  patron_value_set_real (&value, number);
  return patron_document_set (self, record, field, &value, error);
}

/**
 * patron_document_remove:
 * @record: a record of this document
 *
 * Removes the record, and with it those that are part of it. References to
 * them become absent.
 *
 * Returns: whether it is done, or in the open compound edit
 */
gboolean
patron_document_remove (PatronDocument *self,
                        PatronRecord   *record,
                        GError        **error)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  g_autofree char *sql = NULL;
  g_autoptr (PatronStatement) statement = NULL;
  gboolean good;

  if (entity->single)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   /* Translators: the label of an entity. */
                   _("%s: every document has exactly one"),
                   patron_entity_get_label (entity));
      return FALSE;
    }
  if (!patron_document_begin (self, NULL, error))
    return FALSE;
  patron_document_name_entry (self,
                              /* Translators: the label of an entity, as in
                               * “Undo Remove Segment”. */
                              g_strdup_printf (
                                  C_("undo", "Remove %s"),
                                  patron_entity_get_label (entity)),
                              entity, patron_record_get_id (record), NULL);
  self->drop_assets = TRUE;
  sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1", entity->name);
  statement = patron_db_prepare (self->db, sql, error);
  if (statement != NULL)
    patron_statement_bind_integer (statement, 1,
                                   patron_record_get_id (record));
  good = statement != NULL && patron_document_run (self, statement, error);
  g_clear_pointer (&statement, patron_statement_release);
  return patron_document_end_edit (self, good, error);
}

/* Finds the place before a record, and that record's own. Neighbours are
 * looked for in the whole table: between them is between those of any list. */
static gboolean
find_position (PatronDocument     *self,
               const PatronEntity *entity,
               gint64              before,
               double             *position,
               double             *next,
               GError            **error)
{
  const char *order = entity->order;
  g_autofree char *sql = g_strdup_printf (
      "SELECT a.\"%s\", coalesce ((SELECT max (b.\"%s\") FROM \"%s\" AS b "
      "WHERE b.\"%s\" < a.\"%s\"), a.\"%s\" - 1) "
      "FROM \"%s\" AS a WHERE a.id = ?1",
      order, order, entity->name, order, order, order, entity->name);
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (self->db, sql, error);
  double previous;

  if (statement == NULL)
    return FALSE;
  patron_statement_bind_integer (statement, 1, before);
  if (patron_statement_step (statement, error) != PATRON_STEP_ROW)
    return FALSE;
  *next = patron_statement_get_real (statement, 0);
  previous = patron_statement_get_real (statement, 1);
  *position = previous + (*next - previous) / 2;
  return TRUE;
}

/* patron_document_last_position:
 * @position: (out): the first place after all records of @entity
 *
 * Returns: whether it could be read
 */
gboolean
patron_document_last_position (PatronDocument     *self,
                               const PatronEntity *entity,
                               double             *position,
                               GError            **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT coalesce (max (\"%s\"), 0) FROM \"%s\"", entity->order,
      entity->name);
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (self->db, sql, error);

  if (statement == NULL
      || patron_statement_step (statement, error) != PATRON_STEP_ROW)
    return FALSE;
  *position = floor (patron_statement_get_real (statement, 0)) + 1;
  return TRUE;
}

static gboolean
renumber (PatronDocument     *self,
          const PatronEntity *entity,
          GError            **error)
{
  return patron_db_exec_printf (
      self->db, error,
      "UPDATE \"%s\" SET \"%s\" = place FROM (SELECT id AS row_id, "
      "row_number () OVER (ORDER BY \"%s\", id) AS place FROM \"%s\") "
      "WHERE id = row_id",
      entity->name, entity->order, entity->order, entity->name);
}

static gboolean
place_before (PatronDocument *self,
              PatronRecord   *record,
              PatronRecord   *before,
              GError        **error)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  const PatronField *order = patron_entity_get_field (entity, entity->order);
  PatronValue value = PATRON_VALUE_INIT;
  double position, next;

  if (before == NULL)
    {
      if (!patron_document_last_position (self, entity, &position, error))
        return FALSE;
    }
  else
    {
      gint64 id = patron_record_get_id (before);

      if (!find_position (self, entity, id, &position, &next, error))
        return FALSE;
      /* Halving ends somewhere; then all get whole numbers again. */
      if (fabs (next - position) < 1e-9 * MAX (1, fabs (next))
          && (!renumber (self, entity, error)
              || !find_position (self, entity, id, &position, &next, error)))
        return FALSE;
    }
  patron_value_set_real (&value, position);
  return patron_document_write_field (self, record, order, &value, error);
}

/**
 * patron_document_move:
 * @record: a record of an entity that is kept in the user's order
 * @before: (nullable): the record of the same entity that shall follow it,
 *   %NULL to make it the last
 *
 * Moves the record within its list.
 *
 * Returns: whether it is done, or in the open compound edit
 */
gboolean
patron_document_move (PatronDocument *self,
                      PatronRecord   *record,
                      PatronRecord   *before,
                      GError        **error)
{
  const PatronEntity *entity = patron_record_get_entity (record);

  g_return_val_if_fail (patron_entity_get_field (entity, "position") != NULL,
                        FALSE);
  g_return_val_if_fail (
      before == NULL || patron_record_get_entity (before) == entity, FALSE);

  if (record == before)
    return TRUE;
  if (!patron_document_begin (self, NULL, error))
    return FALSE;
  patron_document_name_entry (self,
                              /* Translators: the label of an entity, as in
                               * “Undo Move Segment”. */
                              g_strdup_printf (
                                  C_("undo", "Move %s"),
                                  patron_entity_get_label (entity)),
                              entity, patron_record_get_id (record), NULL);
  return patron_document_end_edit (self, place_before (self, record, before, error), error);
}
