/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "patron-xml.h"

#include <math.h>
#include <string.h>

#include "patron-number.h"

/**
 * patron_xml_add:
 * @format: markup, with %s where text goes and %d where a whole number goes
 *
 * Adds markup whose text is escaped; text that was typed comes from
 * patron_xml_text().
 */
void
patron_xml_add (GString    *xml,
                const char *format,
                ...)
{
  g_autofree char *markup = NULL;
  va_list args;

  va_start (args, format);
  markup = g_markup_vprintf_escaped (format, args);
  va_end (args);
  g_string_append (xml, markup);
}

/**
 * patron_xml_text:
 * @text: (nullable): what somebody typed
 *
 * Returns: (transfer full): the text without what XML has no way to hold; ""
 *   for none
 */
char *
patron_xml_text (const char *text)
{
  char *clean = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (char *p = clean; *p != '\0'; p++)
    if ((guchar) *p < 0x20 && *p != '\t' && *p != '\n')
      *p = ' ';
    else if (strncmp (p, "\xef\xbf\xbe", 3) == 0
             || strncmp (p, "\xef\xbf\xbf", 3) == 0)
      p[2] = '\xbd'; /* U+FFFE and U+FFFF become U+FFFD */
  return clean;
}

/**
 * patron_xml_number:
 *
 * Returns: (transfer full): a number as files have it; "0" for what is not
 *   finite
 */
char *
patron_xml_number (double number)
{
  return patron_number_to_text (isfinite (number) ? number : 0);
}
