/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-html-table.h"

#include <string.h>

#include "patron-csv.h"

/* No parser of HTML: only the tags of a table are looked at, whatever else
 * there is, and the text between them. */
typedef struct
{
  const char *at;
  GString    *csv;
  GString    *row;
  GString    *cell;    /* (nullable): while one is open */
  guint       n_cells;
  gboolean    in_table;
} Reader;

static void
end_cell (Reader *self)
{
  if (self->cell == NULL)
    return;
  patron_csv_append (self->row, g_strstrip (self->cell->str));
  self->n_cells++;
  g_string_free (g_steal_pointer (&self->cell), TRUE);
}

static void
end_row (Reader *self)
{
  end_cell (self);
  if (self->n_cells > 0)
    {
      patron_csv_end_row (self->row);
      g_string_append (self->csv, self->row->str);
    }
  g_string_truncate (self->row, 0);
  self->n_cells = 0;
}

static gboolean
is_tag (const char *tag,
        const char *name)
{
  gsize length = strlen (name);

  return g_ascii_strncasecmp (tag, name, length) == 0
         && !g_ascii_isalnum (tag[length]);
}

/* Returns whether the table goes on. */
static gboolean
take_tag (Reader     *self,
          const char *tag)
{
  if (is_tag (tag, "table"))
    self->in_table = TRUE;
  else if (!self->in_table)
    return TRUE;
  else if (is_tag (tag, "/table"))
    return FALSE;
  else if (is_tag (tag, "tr") || is_tag (tag, "/tr"))
    end_row (self);
  else if (is_tag (tag, "td") || is_tag (tag, "th"))
    {
      end_cell (self);
      self->cell = g_string_new (NULL);
    }
  else if (is_tag (tag, "/td") || is_tag (tag, "/th"))
    end_cell (self);
  else if (is_tag (tag, "br") && self->cell != NULL)
    g_string_append_c (self->cell, ' ');
  return TRUE;
}

static gunichar
find_entity (const char *name,
             gsize       length)
{
  static const struct
  {
    const char *name;
    gunichar    character;
  } entities[] = {
    { "amp", '&' },      { "lt", '<' },       { "gt", '>' },
    { "quot", '"' },     { "apos", '\'' },    { "nbsp", 0xa0 },
    { "minus", 0x2212 }, { "thinsp", 0x2009 }, { "euro", 0x20ac },
    { "pound", 0xa3 },   { "yen", 0xa5 },
  };

  if (length > 1 && name[0] == '#')
    {
      gboolean hex = name[1] == 'x' || name[1] == 'X';
      guint64 number
          = g_ascii_strtoull (name + (hex ? 2 : 1), NULL, hex ? 16 : 10);

      return number > 0 && number <= 0x10ffff
                     && g_unichar_validate ((gunichar) number)
                 ? (gunichar) number
                 : 0;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == length
        && strncmp (entities[i].name, name, length) == 0)
      return entities[i].character;
  return 0;
}

/* A character of the text, or what stands for one. */
static void
take_character (Reader *self)
{
  const char *end = NULL;
  gunichar character = 0;

  if (*self->at == '&')
    end = memchr (self->at, ';', strnlen (self->at, 10));
  if (end != NULL)
    character = find_entity (self->at + 1, (gsize) (end - self->at) - 1);
  if (self->cell != NULL && character != 0)
    g_string_append_unichar (self->cell, character);
  else if (self->cell != NULL)
    g_string_append_c (self->cell,
                       g_ascii_isspace (*self->at) ? ' ' : *self->at);
  self->at = character != 0 ? end + 1 : self->at + 1;
}

/**
 * patron_html_table_to_csv:
 * @html: text in UTF-8
 *
 * Returns: (transfer full) (nullable): the first table of @html as CSV, or
 *   %NULL if it has none
 */
char *
patron_html_table_to_csv (const char *html)
{
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autoptr (GString) row = g_string_new (NULL);
  Reader self = { .at = html, .csv = csv, .row = row };
  gboolean goes_on = TRUE;

  while (goes_on && *self.at != '\0')
    {
      const char *end = *self.at == '<' ? strchr (self.at, '>') : NULL;

      if (end == NULL)
        {
          take_character (&self);
          continue;
        }
      goes_on = take_tag (&self, self.at + 1);
      self.at = end + 1;
    }
  end_row (&self);
  return csv->len > 0 ? g_string_free (g_steal_pointer (&csv), FALSE) : NULL;
}
