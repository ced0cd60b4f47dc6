/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-file-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST 120

/* Names that stand for devices where files may be taken to one day. */
static gboolean
is_reserved (const char *stem)
{
  static const char *const names[] = { "con", "prn", "aux", "nul" };
  g_autofree char *first = g_strndup (stem, strcspn (stem, "."));

  g_strchomp (first);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (first, names[i]) == 0)
      return TRUE;
  return strlen (first) == 4 && g_ascii_isdigit (first[3])
         && (g_ascii_strncasecmp (first, "com", 3) == 0
             || g_ascii_strncasecmp (first, "lpt", 3) == 0);
}

/* Takes out what no file name should hold: what cannot be seen goes, what
 * separates folders or means something to a shell becomes a space. */
static char *
clean (const char *title)
{
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (type == G_UNICODE_FORMAT || type == G_UNICODE_PRIVATE_USE
          || type == G_UNICODE_UNASSIGNED)
        continue;
      if (g_unichar_isspace (c) || type == G_UNICODE_CONTROL
          || (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL))
        c = ' ';
      if (c != ' ' || (name->len > 0 && name->str[name->len - 1] != ' '))
        g_string_append_unichar (name, c);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
cut (char  *name,
     gsize  longest)
{
  char *end;

  if (strlen (name) > longest)
    {
      end = name + longest;
      while ((*end & 0xc0) == 0x80)
        end--;
      *end = '\0';
    }
  end = name + strlen (name);
  while (end > name && (end[-1] == ' ' || end[-1] == '.'))
    *--end = '\0';
}

/**
 * patron_export_file_name:
 * @title: (nullable): what the file is about
 * @extension: such as "png"
 *
 * Makes a name of one file of a title that anybody may have written: it stays
 * in its folder, is not hidden, is no option to a command, and can be copied
 * to any file system.
 *
 * Returns: (transfer full): a file name of at most 120 bytes
 */
char *
patron_export_file_name (const char *title,
                         const char *extension)
{
  g_autofree char *cleaned = clean (title != NULL ? title : "");
  g_autofree char *stem = NULL;
  const char *from = cleaned;

  from += strspn (from, ".- ~");
  stem = g_strdup (from);
  cut (stem, LONGEST - strlen (extension) - 2);
  if (*stem == '\0')
    {
      g_free (stem);
      stem = g_strdup (C_("file name", "Untitled"));
    }
  return g_strdup_printf ("%s%s.%s", is_reserved (stem) ? "_" : "", stem,
                          extension);
}

/**
 * patron_export_unique_name:
 * @name: what patron_export_file_name() made
 * @taken: (element-type utf8): the names that are taken, in small letters;
 *   the result is added
 *
 * Returns: (transfer full): @name, with a number before its extension where
 *   another file of the same run has it, in whatever letters
 */
char *
patron_export_unique_name (const char *name,
                           GHashTable *taken)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *unique = g_strdup (name);

  for (guint i = 2;; i++)
    {
      g_autofree char *key = g_utf8_casefold (unique, -1);
      g_autofree char *stem = NULL;
      g_autofree char *number = NULL;

      if (g_hash_table_add (taken, g_steal_pointer (&key)))
        return g_steal_pointer (&unique);
      number = g_strdup_printf (" (%u)", i);
      stem = g_strndup (name, dot - name);
      cut (stem, LONGEST - strlen (dot) - strlen (number));
      g_free (unique);
      unique = g_strconcat (stem, number, dot, NULL);
    }
}
