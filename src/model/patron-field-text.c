/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

/* Values as text, in the language of files and in that of the user. */

#include "config.h"

#include "patron-field.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-date.h"
#include "patron-error.h"
#include "patron-number.h"

/**
 * patron_tags_split:
 * @tags: (nullable): the stored text of a tags field
 *
 * Returns: (transfer full): the tags, stripped, without empty ones
 */
char **
patron_tags_split (const char *tags)
{
  g_auto (GStrv) parts = g_strsplit (tags != NULL ? tags : "", ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}

/**
 * patron_tags_join:
 * @tags: the tags; commas and line breaks inside one become spaces
 *
 * Returns: (transfer full): the text that a tags field stores, each tag once
 */
char *
patron_tags_join (const char *const *tags)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; tags[i] != NULL; i++)
    {
      char *tag = g_strstrip (g_strdelimit (g_strdup (tags[i]), ",\r\n", ' '));

      if (*tag != '\0'
          && !g_ptr_array_find_with_equal_func (kept, tag, g_str_equal, NULL))
        g_ptr_array_add (kept, tag);
      else
        g_free (tag);
    }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (", ", (char **) kept->pdata);
}

static char *
tidy_tags (const char *text)
{
  g_auto (GStrv) tags = patron_tags_split (text);

  return patron_tags_join ((const char *const *) tags);
}

static gboolean
integer_from_text (const char *text,
                   gint64     *integer)
{
  char *end;

  errno = 0;
  *integer = g_ascii_strtoll (text, &end, 10);
  return end != text && *end == '\0' && errno == 0
         && !g_ascii_isspace (*text);
}

static gboolean
flags_from_text (const PatronField *field,
                 const char        *text,
                 gint64            *flags)
{
  g_auto (GStrv) ids = patron_tags_split (text);

  *flags = 0;
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      guint bit = 0;

      while (bit < patron_field_get_n_choices (field)
             && strcmp (field->choices[bit].id, ids[i]) != 0)
        bit++;
      if (bit == patron_field_get_n_choices (field))
        return FALSE;
      *flags |= G_GINT64_CONSTANT (1) << bit;
    }
  return TRUE;
}

static char *
flags_to_text (const PatronField *field,
               gint64             flags,
               gboolean           labels)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint bit = 0; bit < patron_field_get_n_choices (field); bit++)
    if (flags & (G_GINT64_CONSTANT (1) << bit))
      {
        const char *id = field->choices[bit].id;

        if (text->len > 0)
          g_string_append (text, ", ");
        g_string_append (text, labels
                                   ? patron_field_get_choice_label (field, id)
                                   : id);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
boolean_from_text (const char *text,
                   gint64     *integer)
{
  static const char *const words[] = { "false", "true", "no", "yes",
                                       "0",     "1" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      {
        *integer = i % 2;
        return TRUE;
      }
  return FALSE;
}

static gboolean
refuse_text (const PatronField *field,
             const char        *text,
             GError           **error)
{
  g_autofree char *why = NULL;

  switch (field->kind)
    {
    case PATRON_KIND_DATE:
    case PATRON_KIND_DATE_TIME:
      why = g_strdup_printf (_("“%s” is not a date"), text);
      break;
    case PATRON_KIND_DURATION:
      why = g_strdup_printf (_("“%s” is not a duration such as 2h 30m"), text);
      break;
    case PATRON_KIND_BOOLEAN:
      why = g_strdup_printf (_("“%s” is neither yes nor no"), text);
      break;
    case PATRON_KIND_FLAGS:
      why = g_strdup_printf (_("“%s” is not one of the choices"), text);
      break;
    case PATRON_KIND_DATA:
      why = g_strdup_printf (_("“%s” is not base64"), text);
      break;
    case PATRON_KIND_INTEGER:
    case PATRON_KIND_SCALE:
    case PATRON_KIND_IMAGE:
    case PATRON_KIND_REFERENCE:
      why = g_strdup_printf (_("“%s” is not a whole number"), text);
      break;
    case PATRON_KIND_TEXT:
    case PATRON_KIND_LONG_TEXT:
    case PATRON_KIND_NUMBER:
    case PATRON_KIND_MONEY:
    case PATRON_KIND_PERCENT:
    case PATRON_KIND_CHOICE:
    case PATRON_KIND_COLOUR:
    case PATRON_KIND_POSITION:
    case PATRON_KIND_TAGS:
    default:
      why = g_strdup_printf (_("“%s” is not a number"), text);
    }
  /* Translators: the label of a field, then why its value is refused. */
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID, _("%s: %s"),
               patron_field_get_label (field), why);
  return FALSE;
}

static void
set_text_value (const PatronField *field,
                const char        *text,
                PatronValue       *value)
{
  if (field->kind == PATRON_KIND_TAGS)
    patron_value_take_text (value, tidy_tags (text));
  else if (field->kind == PATRON_KIND_COLOUR)
    patron_value_take_text (value, g_ascii_strdown (text, -1));
  else
    patron_value_set_text (value, text);
}

static gboolean
data_from_text (const char  *text,
                PatronValue *value)
{
  gsize size;
  guchar *bytes;

  if (strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                    "0123456789+/=") != strlen (text))
    return FALSE;
  bytes = g_base64_decode (text, &size);
  patron_value_take_data (value, g_bytes_new_take (bytes, size));
  return TRUE;
}

/**
 * patron_field_from_text:
 * @text: a value as files write it; "" is an absent one
 * @value: (out): an initialised value, overwritten on success
 *
 * Reads and validates.
 *
 * Returns: whether @text is a value that @field may hold; if not, @error is
 *   %PATRON_ERROR_INVALID and names the field and the reason
 */
gboolean
patron_field_from_text (const PatronField *field,
                        const char        *text,
                        PatronValue       *value,
                        GError           **error)
{
  g_auto (PatronValue) read = PATRON_VALUE_INIT;
  PatronValueType type = patron_field_get_type (field);
  gboolean good = TRUE;
  gint64 integer = 0;
  double real = 0;

  if (*text == '\0')
    ;
  else if (!g_utf8_validate (text, -1, NULL))
    return refuse_text (field, "\xef\xbf\xbd", error);
  else if (type == PATRON_VALUE_TEXT)
    set_text_value (field, text, &read);
  else if (type == PATRON_VALUE_DATA)
    good = data_from_text (text, &read);
  else if (type == PATRON_VALUE_REAL)
    {
      good = patron_number_from_text (text, &real);
      patron_value_set_real (&read, real);
    }
  else
    {
      if (field->kind == PATRON_KIND_DATE)
        good = patron_date_from_text (text, &integer);
      else if (field->kind == PATRON_KIND_DATE_TIME)
        good = patron_date_time_from_text (text, &integer);
      else if (field->kind == PATRON_KIND_DURATION)
        good = patron_duration_from_text (text, &integer);
      else if (field->kind == PATRON_KIND_BOOLEAN)
        good = boolean_from_text (text, &integer);
      else if (field->kind == PATRON_KIND_FLAGS)
        good = flags_from_text (field, text, &integer);
      else
        good = integer_from_text (text, &integer);
      patron_value_set_integer (&read, integer);
    }
  if (!good)
    return refuse_text (field, text, error);
  if (!patron_field_validate (field, &read, error))
    return FALSE;
  patron_value_copy (value, &read);
  return TRUE;
}

/**
 * patron_field_to_text:
 *
 * Returns: (transfer full): @value as files write it; "" if absent. What
 *   patron_field_from_text() reads back to an equal value
 */
char *
patron_field_to_text (const PatronField *field,
                      const PatronValue *value)
{
  gconstpointer data;
  gsize size;

  switch (value->type)
    {
    case PATRON_VALUE_NULL:
      return g_strdup ("");
    case PATRON_VALUE_TEXT:
      return g_strdup (value->text);
    case PATRON_VALUE_REAL:
      return patron_number_to_text (value->real);
    case PATRON_VALUE_DATA:
      data = g_bytes_get_data (value->data, &size);
      return g_base64_encode (data, size);
    case PATRON_VALUE_INTEGER:
    default:
      break;
    }
  if (field->kind == PATRON_KIND_DATE)
    return patron_date_to_text (value->integer);
  if (field->kind == PATRON_KIND_DATE_TIME)
    return patron_date_time_to_text (value->integer);
  if (field->kind == PATRON_KIND_DURATION)
    return patron_duration_to_text (value->integer);
  if (field->kind == PATRON_KIND_BOOLEAN)
    return g_strdup (value->integer ? "true" : "false");
  if (field->kind == PATRON_KIND_FLAGS)
    return flags_to_text (field, value->integer, FALSE);
  return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
}

static gboolean
parse_whole (const char *text,
             gint64     *integer)
{
  double number;

  if (!patron_number_parse (text, &number) || number != floor (number)
      || fabs (number) > 9e15)
    return FALSE;
  *integer = (gint64) number;
  return TRUE;
}

/**
 * patron_field_parse:
 * @text: what the user typed; "" is an absent value
 * @value: (out): an initialised value, overwritten on success
 *
 * Reads by the user's locale, and validates. Of a choice, @text is the id.
 *
 * Returns: whether @text is a value that @field may hold; if not, @error is
 *   %PATRON_ERROR_INVALID and names the field and the reason
 */
gboolean
patron_field_parse (const PatronField *field,
                    const char        *text,
                    PatronValue       *value,
                    GError           **error)
{
  g_auto (PatronValue) read = PATRON_VALUE_INIT;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gboolean good;
  gint64 integer = 0;
  double real = 0;

  if (*stripped == '\0')
    return patron_field_from_text (field, "", value, error);

  switch (field->kind)
    {
    case PATRON_KIND_NUMBER:
    case PATRON_KIND_POSITION:
      good = patron_number_parse (stripped, &real);
      break;
    case PATRON_KIND_MONEY:
      good = patron_money_parse (stripped, &real);
      break;
    case PATRON_KIND_PERCENT:
      good = patron_percent_parse (stripped, &real);
      break;
    case PATRON_KIND_DATE:
      good = patron_date_parse (stripped, &integer);
      break;
    case PATRON_KIND_DATE_TIME:
      good = patron_date_time_parse (stripped, &integer);
      break;
    case PATRON_KIND_DURATION:
      good = patron_duration_parse (stripped, &integer);
      break;
    case PATRON_KIND_INTEGER:
    case PATRON_KIND_SCALE:
      good = parse_whole (stripped, &integer);
      break;
    case PATRON_KIND_LONG_TEXT:
      return patron_field_from_text (field, text, value, error);
    case PATRON_KIND_TEXT:
    case PATRON_KIND_CHOICE:
    case PATRON_KIND_FLAGS:
    case PATRON_KIND_BOOLEAN:
    case PATRON_KIND_COLOUR:
    case PATRON_KIND_IMAGE:
    case PATRON_KIND_REFERENCE:
    case PATRON_KIND_TAGS:
    case PATRON_KIND_DATA:
    default:
      return patron_field_from_text (field, stripped, value, error);
    }
  if (!good)
    return refuse_text (field, stripped, error);
  if (patron_field_get_type (field) == PATRON_VALUE_REAL)
    patron_value_set_real (&read, real);
  else
    patron_value_set_integer (&read, integer);
  if (!patron_field_validate (field, &read, error))
    return FALSE;
  patron_value_copy (value, &read);
  return TRUE;
}

/**
 * patron_field_format:
 * @currency: (nullable): the ISO 4217 code that amounts are in
 *
 * Returns: (transfer full): @value as the user reads it; "" if absent
 */
char *
patron_field_format (const PatronField *field,
                     const PatronValue *value,
                     const char        *currency)
{
  if (value->type == PATRON_VALUE_NULL)
    return g_strdup ("");

  switch (field->kind)
    {
    case PATRON_KIND_NUMBER:
    case PATRON_KIND_POSITION:
      return patron_number_format (value->real, -1);
    case PATRON_KIND_MONEY:
      return patron_money_format (value->real, currency,
                                  value->real == floor (value->real) ? 0 : 2);
    case PATRON_KIND_PERCENT:
      return patron_percent_format (value->real, -1);
    case PATRON_KIND_INTEGER:
    case PATRON_KIND_SCALE:
      return patron_number_format ((double) value->integer, 0);
    case PATRON_KIND_DATE:
      return patron_date_format (value->integer);
    case PATRON_KIND_DATE_TIME:
      return patron_date_time_format (value->integer);
    case PATRON_KIND_DURATION:
      return patron_duration_format (value->integer);
    case PATRON_KIND_CHOICE:
      return g_strdup (patron_field_get_choice_label (field, value->text));
    case PATRON_KIND_FLAGS:
      return flags_to_text (field, value->integer, TRUE);
    case PATRON_KIND_BOOLEAN:
      return g_strdup (value->integer ? C_("boolean", "Yes")
                                      : C_("boolean", "No"));
    case PATRON_KIND_TEXT:
    case PATRON_KIND_LONG_TEXT:
    case PATRON_KIND_COLOUR:
    case PATRON_KIND_IMAGE:
    case PATRON_KIND_REFERENCE:
    case PATRON_KIND_TAGS:
    case PATRON_KIND_DATA:
    default:
      return patron_field_to_text (field, value);
    }
}
