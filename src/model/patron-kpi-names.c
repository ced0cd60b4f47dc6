/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

/* The names in an expression that a KPI is computed by. A document holds ids
 * for them, as in {#2006} / 12, so that a KPI can get another name. */

#include "config.h"

#include "patron-kpi-names.h"

#include <errno.h>
#include <string.h>

static gboolean
is_word (gunichar c,
         gboolean first)
{
  if (first && c == '#')
    return TRUE;
  return c == '_' || g_unichar_isalpha (c)
         || (!first && (g_unichar_isalnum (c) || g_unichar_ismark (c)));
}

static gboolean
is_one_word (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_word (g_utf8_get_char (p), p == name))
      return FALSE;
  return *name != '\0';
}

static gboolean
is_function (const char *end)
{
  while (g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return *end == '(';
}

/* Bare names stay bare where they can. */
static void
append_name (GString    *to,
             const char *from,
             const char *end,
             const char *made)
{
  gboolean bare = *from != '{' && is_one_word (made);

  if (strchr (made, '}') != NULL)
    g_string_append_len (to, from, end - from);
  else
    g_string_append_printf (to, bare ? "%s" : "{%s}", made);
}

static const char *
map_name (GString           *to,
          const char        *from,
          PatronKpiNameFunc  func,
          gpointer           user_data)
{
  const char *end = from;
  g_autofree char *name = NULL;
  g_autofree char *made = NULL;

  if (*from == '{')
    {
      end = strchr (from, '}');
      if (end == NULL)
        {
          g_string_append (to, from);
          return from + strlen (from);
        }
      name = g_strstrip (g_strndup (from + 1, (gsize) (end - from) - 1));
      end++;
    }
  else
    {
      while (is_word (g_utf8_get_char (end), end == from))
        end = g_utf8_next_char (end);
      name = g_strndup (from, (gsize) (end - from));
    }
  if (*from == '{' || !is_function (end))
    made = func (name, user_data);
  if (made != NULL)
    append_name (to, from, end, made);
  else
    g_string_append_len (to, from, end - from);
  return end;
}

/**
 * patron_kpi_names_map:
 * @expression: an expression, see patron_expression_parse(), or what is going
 *   to be one
 * @func: (scope call): called for each name
 *
 * Returns: (transfer full): @expression with other names, and else as it was
 */
char *
patron_kpi_names_map (const char        *expression,
                      PatronKpiNameFunc  func,
                      gpointer           user_data)
{
  GString *text = g_string_new (NULL);
  const char *p = expression;

  while (*p != '\0')
    {
      const char *from = p;

      if (*p == '{' || is_word (g_utf8_get_char (p), TRUE))
        {
          p = map_name (text, p, func, user_data);
          continue;
        }
      /* The e of 1e5 is no name. */
      p = g_utf8_next_char (p);
      if (g_ascii_isdigit (*from))
        while (g_ascii_isalnum (*p) || *p == '.')
          p++;
      g_string_append_len (text, from, p - from);
    }
  return g_string_free (text, FALSE);
}

/**
 * patron_kpi_names_of_id:
 *
 * Returns: (transfer full): the name by which a document holds a KPI
 */
char *
patron_kpi_names_of_id (gint64 id)
{
  return g_strdup_printf ("#%" G_GINT64_FORMAT, id);
}

/**
 * patron_kpi_names_to_id:
 * @id: (out): the id of a KPI
 *
 * Returns: whether @name is one that patron_kpi_names_of_id() makes
 */
gboolean
patron_kpi_names_to_id (const char *name,
                        gint64     *id)
{
  char *end;

  if (*name != '#' || !g_ascii_isdigit (name[1]))
    return FALSE;
  errno = 0;
  *id = g_ascii_strtoll (name + 1, &end, 10);
  return *end == '\0' && errno == 0 && *id > 0;
}
