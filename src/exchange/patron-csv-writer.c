/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "patron-csv.h"

#include <string.h>

/* What makes a spreadsheet take a text for a formula (CWE-1236), in their
 * full-width forms too, which some of them fold. */
static gboolean
looks_like_formula (const char *text)
{
  static const char *const starts[] = {
    "=", "+", "-", "@", "\t", "\r", "\n",
    "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (text, starts[i]))
      return TRUE;
  return FALSE;
}

static void
append_field (GString    *row,
              const char *prefix,
              const char *text)
{
  if (row->len > 0 && row->str[row->len - 1] != '\n')
    g_string_append_c (row, ',');
  else if (*prefix == '\0' && *text == '\0')
    {
      /* So that what follows knows of the field before it. */
      g_string_append (row, "\"\"");
      return;
    }

  if (strpbrk (text, ",\"\r\n") == NULL && *text != ' '
      && !g_str_has_suffix (text, " "))
    {
      g_string_append (row, prefix);
      g_string_append (row, text);
      return;
    }
  g_string_append_c (row, '"');
  g_string_append (row, prefix);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *p);
    }
  g_string_append_c (row, '"');
}

/**
 * patron_csv_append:
 * @row: rows that were written so far
 * @text: a number, a date or an id
 *
 * Adds a field to the last row, quoted where RFC 4180 asks for it.
 */
void
patron_csv_append (GString    *row,
                   const char *text)
{
  append_field (row, "", text);
}

/**
 * patron_csv_append_text:
 * @row: rows that were written so far
 * @text: what somebody typed
 *
 * Adds a field to the last row. An apostrophe is put before a text that a
 * spreadsheet would run as a formula.
 */
void
patron_csv_append_text (GString    *row,
                        const char *text)
{
  append_field (row, looks_like_formula (text) ? "'" : "", text);
}

/**
 * patron_csv_end_row:
 *
 * Ends the last row as RFC 4180 does, with CR and LF.
 */
void
patron_csv_end_row (GString *row)
{
  g_string_append (row, "\r\n");
}
