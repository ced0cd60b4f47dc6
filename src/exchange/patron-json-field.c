/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-json-field.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_words (GString    *json,
              const char *joined)
{
  g_auto (GStrv) words = patron_tags_split (joined);

  g_string_append_c (json, '[');
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      patron_json_append_string (json, words[i]);
    }
  g_string_append_c (json, ']');
}

/**
 * patron_json_append_field:
 * @json: the text so far
 * @value: a value of @field
 *
 * Adds @value in the form that @field's kind has, null if it is absent.
 */
void
patron_json_append_field (GString           *json,
                          const PatronField *field,
                          const PatronValue *value)
{
  g_autofree char *text = NULL;

  if (patron_value_is_null (value))
    {
      g_string_append (json, "null");
      return;
    }
  text = patron_field_to_text (field, value);
  switch (field->kind)
    {
    case PATRON_KIND_NUMBER:
    case PATRON_KIND_MONEY:
    case PATRON_KIND_PERCENT:
    case PATRON_KIND_INTEGER:
    case PATRON_KIND_BOOLEAN:
    case PATRON_KIND_SCALE:
    case PATRON_KIND_POSITION:
      g_string_append (json, text);
      break;
    case PATRON_KIND_FLAGS:
    case PATRON_KIND_TAGS:
      append_words (json, text);
      break;
    case PATRON_KIND_TEXT:
    case PATRON_KIND_LONG_TEXT:
    case PATRON_KIND_DATE:
    case PATRON_KIND_DATE_TIME:
    case PATRON_KIND_DURATION:
    case PATRON_KIND_CHOICE:
    case PATRON_KIND_COLOUR:
    case PATRON_KIND_IMAGE:
    case PATRON_KIND_REFERENCE:
    case PATRON_KIND_DATA:
    default:
      patron_json_append_string (json, text);
    }
}

/* The words of a set, joined as patron_field_from_text() reads them. */
static char *
read_words (PatronJsonReader *reader,
            GError          **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  PatronJsonResult result;

  if (!patron_json_reader_enter_array (reader, error))
    return NULL;
  while ((result = patron_json_reader_next_element (reader, error))
         == PATRON_JSON_MORE)
    {
      char *word = patron_json_reader_read_string (reader, error);

      if (word == NULL)
        return NULL;
      g_ptr_array_add (words, word);
    }
  if (result == PATRON_JSON_FAILED)
    return NULL;
  g_ptr_array_add (words, NULL);
  return patron_tags_join ((const char *const *) words->pdata);
}

static char *
read_as_text (PatronJsonReader  *reader,
              const PatronField *field,
              GError           **error)
{
  gboolean boolean;

  switch (field->kind)
    {
    case PATRON_KIND_NUMBER:
    case PATRON_KIND_MONEY:
    case PATRON_KIND_PERCENT:
    case PATRON_KIND_INTEGER:
    case PATRON_KIND_SCALE:
    case PATRON_KIND_POSITION:
      return patron_json_reader_read_number (reader, error);
    case PATRON_KIND_BOOLEAN:
      if (!patron_json_reader_read_boolean (reader, &boolean, error))
        return NULL;
      return g_strdup (boolean ? "true" : "false");
    case PATRON_KIND_FLAGS:
    case PATRON_KIND_TAGS:
      return read_words (reader, error);
    case PATRON_KIND_TEXT:
    case PATRON_KIND_LONG_TEXT:
    case PATRON_KIND_DATE:
    case PATRON_KIND_DATE_TIME:
    case PATRON_KIND_DURATION:
    case PATRON_KIND_CHOICE:
    case PATRON_KIND_COLOUR:
    case PATRON_KIND_IMAGE:
    case PATRON_KIND_REFERENCE:
    case PATRON_KIND_DATA:
    default:
      return patron_json_reader_read_string (reader, error);
    }
}

/**
 * patron_json_read_field:
 * @value: (out): an initialised value, overwritten on success
 *
 * Reads what patron_json_append_field() writes.
 *
 * Returns: whether a value that @field may hold comes next; if not, @error
 *   names its place
 */
gboolean
patron_json_read_field (PatronJsonReader  *reader,
                        const PatronField *field,
                        PatronValue       *value,
                        GError           **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *text = NULL;

  if (patron_json_reader_peek (reader) != PATRON_JSON_NULL)
    text = read_as_text (reader, field, error);
  else if (patron_json_reader_read_null (reader, error))
    text = g_strdup ("");
  if (text == NULL)
    return FALSE;
  if (!patron_field_from_text (field, text, value, &local))
    return patron_json_reader_refuse (reader, error, "%s", local->message);
  return TRUE;
}

/**
 * patron_json_read_id:
 * @id: (out): the key of a record
 *
 * Returns: whether an id comes next, as a decimal string
 */
gboolean
patron_json_read_id (PatronJsonReader *reader,
                     gint64           *id,
                     GError          **error)
{
  g_autofree char *text = patron_json_reader_read_string (reader, error);
  char *end;

  if (text == NULL)
    return FALSE;
  errno = 0;
  *id = g_ascii_strtoll (text, &end, 10);
  if (*id <= 0 || *end != '\0' || errno != 0 || !g_ascii_isdigit (*text))
    return patron_json_reader_refuse (reader, error,
                                      _("“%s” is not the id of a record"),
                                      text);
  return TRUE;
}
