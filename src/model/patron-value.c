/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "patron-value.h"

#include <string.h>

/**
 * patron_value_clear:
 *
 * Frees what @value holds and leaves it absent.
 */
void
patron_value_clear (PatronValue *value)
{
  if (value->type == PATRON_VALUE_TEXT)
    g_free (value->text);
  else if (value->type == PATRON_VALUE_DATA)
    g_bytes_unref (value->data);
  value->type = PATRON_VALUE_NULL;
}

/**
 * patron_value_copy:
 * @value: an initialised value, overwritten
 * @from: the value to copy
 */
void
patron_value_copy (PatronValue       *value,
                   const PatronValue *from)
{
  PatronValue copy = *from;

  if (from->type == PATRON_VALUE_TEXT)
    copy.text = g_strdup (from->text);
  else if (from->type == PATRON_VALUE_DATA)
    copy.data = g_bytes_ref (from->data);
  patron_value_clear (value);
  *value = copy;
}

/**
 * patron_value_equal:
 *
 * Returns: whether both are absent, or of one type and equal
 */
gboolean
patron_value_equal (const PatronValue *a,
                    const PatronValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case PATRON_VALUE_NULL:
      return TRUE;
    case PATRON_VALUE_INTEGER:
      return a->integer == b->integer;
    case PATRON_VALUE_REAL:
      return a->real == b->real;
    case PATRON_VALUE_TEXT:
      return strcmp (a->text, b->text) == 0;
    case PATRON_VALUE_DATA:
      return g_bytes_equal (a->data, b->data);
    default:
      g_assert_not_reached ();
    }
}

/**
 * patron_value_is_null:
 *
 * Returns: whether the value is absent
 */
gboolean
patron_value_is_null (const PatronValue *value)
{
  return value->type == PATRON_VALUE_NULL;
}

/**
 * patron_value_set_integer:
 *
 * Sets @value to a whole number.
 */
void
patron_value_set_integer (PatronValue *value,
                          gint64       integer)
{
  patron_value_clear (value);
  value->type = PATRON_VALUE_INTEGER;
  value->integer = integer;
}

/**
 * patron_value_set_real:
 *
 * Sets @value to a number.
 */
void
patron_value_set_real (PatronValue *value,
                       double       real)
{
  patron_value_clear (value);
  value->type = PATRON_VALUE_REAL;
  value->real = real;
}

/**
 * patron_value_set_text:
 * @text: (nullable): the text; %NULL and "" make @value absent
 *
 * Sets @value to a copy of @text.
 */
void
patron_value_set_text (PatronValue *value,
                       const char  *text)
{
  patron_value_take_text (value, g_strdup (text));
}

/**
 * patron_value_take_text:
 * @text: (transfer full) (nullable): the text; %NULL and "" make @value
 *   absent
 *
 * Sets @value to @text itself.
 */
void
patron_value_take_text (PatronValue *value,
                        char        *text)
{
  patron_value_clear (value);
  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return;
    }
  value->type = PATRON_VALUE_TEXT;
  value->text = text;
}

/**
 * patron_value_take_data:
 * @data: (transfer full) (nullable): bytes; %NULL makes @value absent
 *
 * Sets @value to @data itself.
 */
void
patron_value_take_data (PatronValue *value,
                        GBytes      *data)
{
  patron_value_clear (value);
  if (data == NULL)
    return;
  value->type = PATRON_VALUE_DATA;
  value->data = data;
}
