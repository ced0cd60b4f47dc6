/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "config.h"

#include "patron-edit-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-json-field.h"

/**
 * patron_edit_line_clear:
 *
 * Frees what the line holds.
 */
void
patron_edit_line_clear (PatronEditLine *self)
{
  g_free (self->verb);
  g_free (self->entity);
  g_free (self->label);
  memset (self, 0, sizeof *self);
}

static gboolean
read_text (PatronJsonReader  *reader,
           char             **text,
           GError           **error)
{
  g_free (*text);
  *text = patron_json_reader_read_string (reader, error);
  return *text != NULL;
}

static gboolean
read_member (PatronEditLine    *self,
             PatronJsonReader  *reader,
             const char        *name,
             GError           **error)
{
  if (strcmp (name, "do") == 0)
    return read_text (reader, &self->verb, error);
  if (strcmp (name, "entity") == 0)
    return read_text (reader, &self->entity, error);
  if (strcmp (name, "label") == 0)
    return read_text (reader, &self->label, error);
  if (strcmp (name, "id") == 0)
    return patron_json_read_id (reader, &self->id, error);
  if (strcmp (name, "before") == 0)
    {
      self->before = 0;
      if (patron_json_reader_peek (reader) == PATRON_JSON_NULL)
        return patron_json_reader_read_null (reader, error);
      return patron_json_read_id (reader, &self->before, error);
    }
  if (strcmp (name, "values") == 0)
    {
      self->values = patron_json_reader_tell (reader);
      return patron_json_reader_skip (reader, error);
    }
  return patron_json_reader_refuse (reader, error,
                                    _("there is no member “%s”"), name);
}

/* What each verb cannot do without. */
static gboolean
check (const PatronEditLine  *self,
       PatronJsonReader      *reader,
       GError               **error)
{
  const char *missing = NULL;

  if (self->verb == NULL)
    missing = "do";
  else if (strcmp (self->verb, "add") == 0 && self->entity == NULL)
    missing = "entity";
  else if ((strcmp (self->verb, "set") == 0
            || strcmp (self->verb, "remove") == 0
            || strcmp (self->verb, "move") == 0)
           && self->id == 0)
    missing = "id";
  else if (strcmp (self->verb, "set") == 0 && self->values == 0)
    missing = "values";
  if (missing == NULL)
    return TRUE;
  return patron_json_reader_refuse (reader, error, _("“%s” is missing"),
                                    missing);
}

/**
 * patron_edit_line_read:
 * @self: a cleared line
 * @text: what was read; it must outlive @self
 *
 * Returns: whether @text is a command; if not, @error says where it is not
 */
gboolean
patron_edit_line_read (PatronEditLine *self,
                       const char     *text,
                       GError        **error)
{
  g_autoptr (PatronJsonReader) reader
      = patron_json_reader_new (text, strlen (text));

  self->text = text;
  if (!patron_json_reader_enter_object (reader, error))
    return FALSE;
  for (;;)
    {
      g_autofree char *name = NULL;
      PatronJsonResult result
          = patron_json_reader_next_member (reader, &name, error);

      if (result == PATRON_JSON_FAILED)
        return FALSE;
      if (result == PATRON_JSON_DONE)
        break;
      if (!read_member (self, reader, name, error))
        return FALSE;
    }
  return patron_json_reader_finish (reader, error)
         && check (self, reader, error);
}

/**
 * patron_edit_line_read_values:
 * @values: (array): an initialised value for each field of @entity; those
 *   that the line gives are overwritten
 * @given: (array) (nullable): set for each field whether the line gives it
 *
 * Returns: whether the values are ones that the fields may hold
 */
gboolean
patron_edit_line_read_values (const PatronEditLine  *self,
                              const PatronEntity    *entity,
                              PatronValue           *values,
                              gboolean              *given,
                              GError               **error)
{
  g_autoptr (PatronJsonReader) reader = NULL;

  if (self->values == 0)
    return TRUE;
  reader = patron_json_reader_new (self->text, strlen (self->text));
  patron_json_reader_return (reader, self->values);
  if (!patron_json_reader_enter_object (reader, error))
    return FALSE;
  for (;;)
    {
      g_autofree char *name = NULL;
      PatronJsonResult result
          = patron_json_reader_next_member (reader, &name, error);
      int i;

      if (result != PATRON_JSON_MORE)
        return result == PATRON_JSON_DONE;
      i = patron_entity_find_field (entity, name);
      if (i < 0)
        return patron_json_reader_refuse (
            reader, error, _("there is no field “%s”"), name);
      if (!patron_json_read_field (reader, &entity->fields[i], &values[i],
                                   error))
        return FALSE;
      if (given != NULL)
        given[i] = TRUE;
    }
}
