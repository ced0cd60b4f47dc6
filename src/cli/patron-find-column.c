/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "config.h"

#include "patron-find-column.h"

#include <glib/gi18n-lib.h>

#include "patron-error.h"

/**
 * patron_find_column:
 * @text: the name of a column, or its number, counted from 1, where there is
 *   none of that name
 * @column: (out): the column, counted from 0
 *
 * Returns: whether there is such a column
 */
gboolean
patron_find_column (PatronImport  *table,
                    const char    *text,
                    int           *column,
                    GError       **error)
{
  guint64 number;

  *column = patron_import_find_column (table, text);
  if (*column >= 0)
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, 1,
                                  patron_import_get_n_columns (table),
                                  &number, NULL))
    {
      *column = (int) number - 1;
      return TRUE;
    }
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
               _("The table has no column “%s”"), text);
  return FALSE;
}
