/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

/* A record's field on one side, a row on the other. The row's commit is
 * written to the document; what the document says is shown in the row. What
 * the user types stays as they typed it until they are done. */

#include "config.h"

#include "patron-binder-private.h"

#include <string.h>

#define KEY "patron-binder"

static PatronBinder *
get_binder (PatronRow *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

static void
drop_record (PatronBinder *self)
{
  if (self->record != NULL)
    g_clear_signal_handler (&self->notify, self->record);
  g_clear_object (&self->record);
}

static void
binder_free (PatronBinder *self)
{
  drop_record (self);
  g_clear_object (&self->items);
  g_object_unref (self->document);
  g_free (self);
}

static const PatronValue *
stored_value (PatronBinder *self)
{
  return patron_record_get (self->record, self->field->name);
}

static void
show_stored (PatronBinder *self)
{
  static const PatronValue absent = PATRON_VALUE_INIT;

  patron_row_set_message (self->row, NULL);
  self->kind->show (self,
                    self->record != NULL ? stored_value (self) : &absent);
}

static void
notify_cb (PatronBinder *self)
{
  if (!self->writing)
    show_stored (self);
}

/* Inside the row the label need not be said again. */
static void
show_error (PatronBinder *self,
            const GError *error)
{
  const char *label = patron_field_get_label (self->field);
  const char *message = error->message;
  g_autofree char *first = NULL;
  g_autofree char *shown = NULL;

  if (g_str_has_prefix (message, label)
      && g_str_has_prefix (message + strlen (label), ": "))
    message += strlen (label) + strlen (": ");
  first = g_utf8_substring (message, 0, 1);
  shown = g_utf8_strup (first, -1);
  g_free (first);
  first = g_steal_pointer (&shown);
  shown = g_strconcat (first, g_utf8_next_char (message), NULL);
  patron_row_set_message (self->row, shown);
}

static gboolean
write_value (PatronBinder *self,
             GError      **error)
{
  g_auto (PatronValue) value = PATRON_VALUE_INIT;

  if (self->kind->store != NULL)
    return self->kind->store (self, error);
  if (!self->kind->read (self, &value, error))
    return FALSE;
  if (patron_value_equal (&value, stored_value (self)))
    return TRUE;
  return patron_document_set (self->document, self->record,
                              self->field->name, &value, error);
}

/* While typing goes on, half a date is no mistake yet. */
static void
commit_cb (PatronRow    *row,
           gboolean      done,
           PatronBinder *self)
{
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (self->record == NULL || patron_row_get_read_only (row))
    return;
  self->writing = TRUE;
  good = write_value (self, &error);
  self->writing = FALSE;
  if (done)
    patron_document_end_typing (self->document);
  if (good && done)
    show_stored (self);
  else if (good)
    patron_row_set_message (row, NULL);
  else if (done || patron_row_get_message (row) != NULL)
    show_error (self, error);
}

/**
 * patron_binder_can_bind:
 *
 * Returns: whether people are asked for @field; not where it places a record
 *   in its list, or is made by the program
 */
gboolean
patron_binder_can_bind (const PatronField *field)
{
  return patron_binder_get_kind (field) != NULL;
}

/**
 * patron_binder_new_row:
 * @document: where edits are written
 * @field: a field that patron_binder_can_bind()
 *
 * Returns: (transfer floating): a row for the field, which shows nothing until
 *   it is given a record with patron_binder_set_record()
 */
PatronRow *
patron_binder_new_row (PatronDocument    *document,
                       const PatronField *field)
{
  PatronBinder *self = g_new0 (PatronBinder, 1);

  self->document = g_object_ref (document);
  self->field = field;
  self->kind = patron_binder_get_kind (field);
  self->row = self->kind->make (self);
  g_object_set_data_full (G_OBJECT (self->row), KEY, self,
                          (GDestroyNotify) binder_free);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row),
                                 patron_field_get_label (field));
  if (patron_field_get_help (field) != NULL)
    patron_row_set_help (self->row, patron_field_get_help (field));
  patron_row_set_read_only (self->row,
                            patron_document_get_read_only (document)
                                || (field->flags & PATRON_FIELD_FIXED) != 0);
  g_signal_connect (self->row, "commit", G_CALLBACK (commit_cb), self);
  return self->row;
}

/**
 * patron_binder_get_record:
 *
 * Returns: (transfer none) (nullable): the record whose field @row shows
 */
PatronRecord *
patron_binder_get_record (PatronRow *row)
{
  return get_binder (row)->record;
}

/**
 * patron_binder_set_record:
 * @row: from patron_binder_new_row()
 * @record: (nullable): of the entity that has the field
 *
 * Commits what was typed, then shows the field of another record.
 */
void
patron_binder_set_record (PatronRow    *row,
                          PatronRecord *record)
{
  PatronBinder *self = get_binder (row);

  if (self->record == record)
    return;
  patron_row_flush (row);
  drop_record (self);
  if (record != NULL)
    {
      g_autofree char *name
          = g_strdelimit (g_strdup (self->field->name), "_", '-');
      g_autofree char *signal = g_strconcat ("notify::", name, NULL);

      self->record = g_object_ref (record);
      self->notify = g_signal_connect_swapped (record, signal,
                                               G_CALLBACK (notify_cb), self);
    }
  show_stored (self);
}

/**
 * patron_binder_refresh:
 *
 * Shows the value again, since the way to write it is another.
 */
void
patron_binder_refresh (PatronRow *row)
{
  show_stored (get_binder (row));
}
