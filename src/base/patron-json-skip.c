/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-base"

#include "config.h"

#include "patron-json-reader.h"

#include <glib/gi18n-lib.h>

#define MAX_DEPTH 16

static gboolean
skip_value (PatronJsonReader *self,
            guint             depth,
            GError          **error);

static gboolean
skip_array (PatronJsonReader *self,
            guint             depth,
            GError          **error)
{
  PatronJsonResult result;

  if (!patron_json_reader_enter_array (self, error))
    return FALSE;
  while ((result = patron_json_reader_next_element (self, error))
         == PATRON_JSON_MORE)
    if (!skip_value (self, depth, error))
      return FALSE;
  return result == PATRON_JSON_DONE;
}

static gboolean
skip_object (PatronJsonReader *self,
             guint             depth,
             GError          **error)
{
  if (!patron_json_reader_enter_object (self, error))
    return FALSE;
  for (;;)
    {
      g_autofree char *name = NULL;
      PatronJsonResult result
          = patron_json_reader_next_member (self, &name, error);

      if (result != PATRON_JSON_MORE)
        return result == PATRON_JSON_DONE;
      if (!skip_value (self, depth, error))
        return FALSE;
    }
}

static gboolean
skip_value (PatronJsonReader *self,
            guint             depth,
            GError          **error)
{
  g_autofree char *text = NULL;
  gboolean boolean;

  if (depth == 0)
    return patron_json_reader_refuse (self, error, _("nested too deep"));
  switch (patron_json_reader_peek (self))
    {
    case PATRON_JSON_OBJECT:
      return skip_object (self, depth - 1, error);
    case PATRON_JSON_ARRAY:
      return skip_array (self, depth - 1, error);
    case PATRON_JSON_STRING:
      text = patron_json_reader_read_string (self, error);
      return text != NULL;
    case PATRON_JSON_NUMBER:
      text = patron_json_reader_read_number (self, error);
      return text != NULL;
    case PATRON_JSON_BOOLEAN:
      return patron_json_reader_read_boolean (self, &boolean, error);
    case PATRON_JSON_NULL:
      return patron_json_reader_read_null (self, error);
    case PATRON_JSON_NOTHING:
    default:
      return patron_json_reader_refuse (self, error, _("a value is missing"));
    }
}

/**
 * patron_json_reader_skip:
 *
 * Passes over the value that comes next.
 *
 * Returns: whether it is well-formed
 */
gboolean
patron_json_reader_skip (PatronJsonReader *self,
                         GError          **error)
{
  return skip_value (self, MAX_DEPTH, error);
}
