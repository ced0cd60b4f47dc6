/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-base"

#include "config.h"

#include "patron-json-reader.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-error.h"

/**
 * PatronJsonReader:
 *
 * A place in a JSON text. After an error, nothing more can be read.
 */
struct _PatronJsonReader
{
  const char *text;
  const char *at;
  const char *end;
  const char *token; /* where the value that was read last begins */
  gboolean    fresh; /* an object or an array was entered just now */
  char       *context; /* (owned) (nullable) */
};

/**
 * patron_json_reader_new:
 * @text: JSON in UTF-8, which must outlive the reader
 *
 * Returns: (transfer full): a reader at the beginning of @text
 */
PatronJsonReader *
patron_json_reader_new (const char *text,
                        gsize       length)
{
  PatronJsonReader *self = g_new0 (PatronJsonReader, 1);

  self->text = text;
  self->at = text;
  self->end = text + length;
  self->token = text;
  return self;
}

/**
 * patron_json_reader_free:
 *
 * Frees the reader.
 */
void
patron_json_reader_free (PatronJsonReader *self)
{
  g_free (self->context);
  g_free (self);
}

/**
 * patron_json_reader_take_context:
 * @context: (transfer full) (nullable): what is being read, such as
 *   "portrait 1001"
 *
 * Sets what errors name beside the line and the column.
 */
void
patron_json_reader_take_context (PatronJsonReader *self,
                                 char             *context)
{
  g_free (self->context);
  self->context = context;
}

/**
 * patron_json_reader_get_place:
 * @line: (out): counted from 1
 * @column: (out): in characters, counted from 1
 *
 * Says where the value begins that was read last.
 */
void
patron_json_reader_get_place (PatronJsonReader *self,
                              guint            *line,
                              guint            *column)
{
  *line = 1;
  *column = 1;
  for (const char *p = self->text; p < self->token; p++)
    if (*p == '\n')
      {
        *line += 1;
        *column = 1;
      }
    else if ((*p & 0xc0) != 0x80)
      *column += 1;
}

/**
 * patron_json_reader_refuse:
 * @format: what is wrong, for people
 *
 * Makes an error that says where the value stands that was read last.
 *
 * Returns: %FALSE
 */
gboolean
patron_json_reader_refuse (PatronJsonReader *self,
                           GError          **error,
                           const char       *format,
                           ...)
{
  g_autofree char *why = NULL;
  guint line, column;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  patron_json_reader_get_place (self, &line, &column);
  if (self->context != NULL)
    /* Translators: where something is wrong in a text, in which record, and
     * what. */
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                 _("Line %u, column %u, %s: %s"), line, column,
                 self->context, why);
  else
    /* Translators: where something is wrong in a text, and what. */
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                 _("Line %u, column %u: %s"), line, column, why);
  return FALSE;
}

static void
skip_space (PatronJsonReader *self)
{
  while (self->at < self->end && *self->at != '\0'
         && strchr (" \t\r\n", *self->at) != NULL)
    self->at++;
  self->token = self->at;
}

static gboolean
take (PatronJsonReader *self,
      char              c)
{
  skip_space (self);
  if (self->at == self->end || *self->at != c)
    return FALSE;
  self->at++;
  return TRUE;
}

/**
 * patron_json_reader_peek:
 *
 * Returns: the kind of the value that comes next
 */
PatronJsonKind
patron_json_reader_peek (PatronJsonReader *self)
{
  skip_space (self);
  if (self->at == self->end)
    return PATRON_JSON_NOTHING;
  if (*self->at == '{')
    return PATRON_JSON_OBJECT;
  if (*self->at == '[')
    return PATRON_JSON_ARRAY;
  if (*self->at == '"')
    return PATRON_JSON_STRING;
  if (*self->at == '-' || g_ascii_isdigit (*self->at))
    return PATRON_JSON_NUMBER;
  if (*self->at == 't' || *self->at == 'f')
    return PATRON_JSON_BOOLEAN;
  if (*self->at == 'n')
    return PATRON_JSON_NULL;
  return PATRON_JSON_NOTHING;
}

/**
 * patron_json_reader_enter_object:
 *
 * Returns: whether an object comes next; if so, ask for its members
 */
gboolean
patron_json_reader_enter_object (PatronJsonReader *self,
                                 GError          **error)
{
  if (!take (self, '{'))
    return patron_json_reader_refuse (self, error, _("“%s” is missing"), "{");
  self->fresh = TRUE;
  return TRUE;
}

/**
 * patron_json_reader_enter_array:
 *
 * Returns: whether an array comes next; if so, ask for its elements
 */
gboolean
patron_json_reader_enter_array (PatronJsonReader *self,
                                GError          **error)
{
  if (!take (self, '['))
    return patron_json_reader_refuse (self, error, _("“%s” is missing"), "[");
  self->fresh = TRUE;
  return TRUE;
}

static PatronJsonResult
next_of (PatronJsonReader *self,
         char              last,
         GError          **error)
{
  gboolean fresh = self->fresh;
  char end[2] = { last, '\0' };

  self->fresh = FALSE;
  if (take (self, last))
    return PATRON_JSON_DONE;
  if (fresh || take (self, ','))
    return PATRON_JSON_MORE;
  patron_json_reader_refuse (self, error, _("“,” or “%s” is missing"), end);
  return PATRON_JSON_FAILED;
}

/**
 * patron_json_reader_next_member:
 * @name: (out): (transfer full): the name of the member
 *
 * Goes on to the next member of the object that was entered last. With
 * %PATRON_JSON_MORE, read its value next.
 *
 * Returns: whether there is one
 */
PatronJsonResult
patron_json_reader_next_member (PatronJsonReader *self,
                                char            **name,
                                GError          **error)
{
  PatronJsonResult result = next_of (self, '}', error);
  g_autofree char *read = NULL;

  if (result != PATRON_JSON_MORE)
    return result;
  read = patron_json_reader_read_string (self, error);
  if (read == NULL)
    return PATRON_JSON_FAILED;
  if (!take (self, ':'))
    {
      patron_json_reader_refuse (self, error, _("“%s” is missing"), ":");
      return PATRON_JSON_FAILED;
    }
  *name = g_steal_pointer (&read);
  return PATRON_JSON_MORE;
}

/**
 * patron_json_reader_next_element:
 *
 * Goes on to the next element of the array that was entered last. With
 * %PATRON_JSON_MORE, read it next.
 *
 * Returns: whether there is one
 */
PatronJsonResult
patron_json_reader_next_element (PatronJsonReader *self,
                                 GError          **error)
{
  return next_of (self, ']', error);
}

static gboolean
read_hex (PatronJsonReader *self,
          gunichar         *unit)
{
  *unit = 0;
  if (self->end - self->at < 4)
    return FALSE;
  for (int i = 0; i < 4; i++, self->at++)
    {
      if (!g_ascii_isxdigit (*self->at))
        return FALSE;
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value (*self->at);
    }
  return TRUE;
}

/* After "\u". Characters beyond the first plane come as two surrogates. */
static gboolean
read_unicode_escape (PatronJsonReader *self,
                     GString          *text)
{
  gunichar c, low;

  if (!read_hex (self, &c))
    return FALSE;
  if (c >= 0xd800 && c < 0xdc00)
    {
      if (self->end - self->at < 6 || self->at[0] != '\\'
          || self->at[1] != 'u')
        return FALSE;
      self->at += 2;
      if (!read_hex (self, &low) || low < 0xdc00 || low > 0xdfff)
        return FALSE;
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }
  if (c == 0 || (c >= 0xd800 && c <= 0xdfff))
    return FALSE;
  g_string_append_unichar (text, c);
  return TRUE;
}

static gboolean
read_escape (PatronJsonReader *self,
             GString          *text)
{
  static const char names[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *name;

  if (self->at == self->end || *self->at == '\0')
    return FALSE;
  if (*self->at == 'u')
    {
      self->at++;
      return read_unicode_escape (self, text);
    }
  name = strchr (names, *self->at);
  if (name == NULL)
    return FALSE;
  g_string_append_c (text, meanings[name - names]);
  self->at++;
  return TRUE;
}

static gboolean
is_plain (char c)
{
  return (guchar) c >= 0x20 && c != '"' && c != '\\';
}

/**
 * patron_json_reader_read_string:
 *
 * Returns: (transfer full) (nullable): the string that comes next, in valid
 *   UTF-8; %NULL with an error if there is none
 */
char *
patron_json_reader_read_string (PatronJsonReader *self,
                                GError          **error)
{
  g_autoptr (GString) text = NULL;
  gboolean escapes = TRUE;

  if (!take (self, '"'))
    {
      patron_json_reader_refuse (self, error, _("a text in “\"” is missing"));
      return NULL;
    }
  text = g_string_new (NULL);
  while (escapes && self->at < self->end && *self->at != '"')
    {
      const char *from = self->at;

      while (self->at < self->end && is_plain (*self->at))
        self->at++;
      g_string_append_len (text, from, self->at - from);
      if (self->at < self->end && *self->at == '\\')
        {
          self->at++;
          escapes = read_escape (self, text);
        }
      else if (self->at < self->end && *self->at != '"')
        escapes = FALSE;
    }
  if (self->at == self->end)
    patron_json_reader_refuse (self, error, _("the text is never closed"));
  else if (!escapes)
    patron_json_reader_refuse (
        self, error, _("the text holds a character or escape that JSON does "
                       "not allow, or a zero"));
  else if (!g_utf8_validate_len (text->str, text->len, NULL))
    patron_json_reader_refuse (self, error, _("the text is not valid UTF-8"));
  else
    {
      self->at++;
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  return NULL;
}

static gboolean
skip_digits (const char **p,
             const char  *end)
{
  const char *from = *p;

  while (*p < end && g_ascii_isdigit (**p))
    *p += 1;
  return *p > from;
}

/**
 * patron_json_reader_read_number:
 *
 * Takes a number by JSON's grammar, which is stricter than strtod(), and
 * leaves it as it stands there, with all its digits.
 *
 * Returns: (transfer full) (nullable): the number that comes next, as text;
 *   %NULL with an error if there is none
 */
char *
patron_json_reader_read_number (PatronJsonReader *self,
                                GError          **error)
{
  const char *p;
  gboolean good;

  skip_space (self);
  p = self->at;
  if (p < self->end && *p == '-')
    p++;
  good = p < self->end
         && (*p == '0' ? (p++, TRUE) : skip_digits (&p, self->end));
  if (good && p < self->end && *p == '.')
    {
      p++;
      good = skip_digits (&p, self->end);
    }
  if (good && p < self->end && (*p == 'e' || *p == 'E'))
    {
      p++;
      if (p < self->end && (*p == '+' || *p == '-'))
        p++;
      good = skip_digits (&p, self->end);
    }
  if (!good || (p < self->end && (g_ascii_isalnum (*p) || *p == '.')))
    {
      patron_json_reader_refuse (self, error, _("a number is missing"));
      return NULL;
    }
  self->at = p;
  return g_strndup (self->token, p - self->token);
}

/**
 * patron_json_reader_read_integer:
 *
 * Returns: whether a whole number comes next
 */
gboolean
patron_json_reader_read_integer (PatronJsonReader *self,
                                 gint64           *integer,
                                 GError          **error)
{
  g_autofree char *text = patron_json_reader_read_number (self, error);
  char *end;

  if (text == NULL)
    return FALSE;
  errno = 0;
  *integer = g_ascii_strtoll (text, &end, 10);
  if (*end != '\0' || errno != 0)
    return patron_json_reader_refuse (self, error,
                                      _("“%s” is not a whole number"), text);
  return TRUE;
}

static gboolean
take_word (PatronJsonReader *self,
           const char       *word)
{
  gsize length = strlen (word);

  skip_space (self);
  if ((gsize) (self->end - self->at) < length
      || strncmp (self->at, word, length) != 0)
    return FALSE;
  self->at += length;
  return TRUE;
}

/**
 * patron_json_reader_read_boolean:
 *
 * Returns: whether true or false comes next
 */
gboolean
patron_json_reader_read_boolean (PatronJsonReader *self,
                                 gboolean         *boolean,
                                 GError          **error)
{
  *boolean = take_word (self, "true");
  if (*boolean || take_word (self, "false"))
    return TRUE;
  return patron_json_reader_refuse (self, error, _("“%s” or “%s” is missing"),
                                    "true", "false");
}

/**
 * patron_json_reader_read_null:
 *
 * Returns: whether null comes next
 */
gboolean
patron_json_reader_read_null (PatronJsonReader *self,
                              GError          **error)
{
  if (take_word (self, "null"))
    return TRUE;
  return patron_json_reader_refuse (self, error, _("“%s” is missing"),
                                    "null");
}

/**
 * patron_json_reader_tell:
 *
 * Returns: where the value begins that comes next
 */
gsize
patron_json_reader_tell (PatronJsonReader *self)
{
  skip_space (self);
  return (gsize) (self->at - self->text);
}

/**
 * patron_json_reader_return:
 * @place: what patron_json_reader_tell() gave
 *
 * Goes back to a value.
 */
void
patron_json_reader_return (PatronJsonReader *self,
                           gsize             place)
{
  self->at = self->text + place;
}

/**
 * patron_json_reader_finish:
 *
 * Returns: whether nothing follows but white space
 */
gboolean
patron_json_reader_finish (PatronJsonReader *self,
                           GError          **error)
{
  skip_space (self);
  if (self->at == self->end)
    return TRUE;
  return patron_json_reader_refuse (self, error,
                                    _("nothing may follow here"));
}
