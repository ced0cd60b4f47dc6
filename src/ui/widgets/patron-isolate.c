/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-isolate.h"

/* U+2066 LEFT-TO-RIGHT ISOLATE and U+2069 POP DIRECTIONAL ISOLATE. */
#define ISOLATE "\xe2\x81\xa6"
#define POP "\xe2\x81\xa9"

/**
 * patron_isolate_number:
 * @number: a number with its sign, as people read it, and perhaps words
 *   after it
 *
 * Where text runs from right to left, a sign before a number would be shown
 * after it, and a percent sign after it before it. Numbers run from left to
 * right everywhere; the words after them run as they do.
 *
 * Returns: (transfer full): what a label shows
 */
char *
patron_isolate_number (const char *number)
{
  const char *end = number;

  for (const char *at = number;
       *at != '\0' && !g_unichar_isalpha (g_utf8_get_char (at));)
    {
      gboolean space = g_unichar_isspace (g_utf8_get_char (at));

      at = g_utf8_next_char (at);
      if (!space)
        end = at;
    }
  if (end == number
      || gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL)
    return g_strdup (number);
  return g_strdup_printf (ISOLATE "%.*s" POP "%s", (int) (end - number),
                          number, end);
}
