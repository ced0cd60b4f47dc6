/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-field.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-date.h"
#include "patron-error.h"

#define TEXT_LENGTH 500
#define LONG_TEXT_LENGTH 20000
#define DATA_SIZE (20 * 1024 * 1024)
#define NUMBER_LIMIT 1e300

/**
 * patron_field_get_type:
 *
 * Returns: the type of the values that @field stores
 */
PatronValueType
patron_field_get_type (const PatronField *field)
{
  switch (field->kind)
    {
    case PATRON_KIND_TEXT:
    case PATRON_KIND_LONG_TEXT:
    case PATRON_KIND_CHOICE:
    case PATRON_KIND_COLOUR:
    case PATRON_KIND_TAGS:
      return PATRON_VALUE_TEXT;
    case PATRON_KIND_NUMBER:
    case PATRON_KIND_MONEY:
    case PATRON_KIND_PERCENT:
    case PATRON_KIND_POSITION:
      return PATRON_VALUE_REAL;
    case PATRON_KIND_INTEGER:
    case PATRON_KIND_DATE:
    case PATRON_KIND_DATE_TIME:
    case PATRON_KIND_DURATION:
    case PATRON_KIND_FLAGS:
    case PATRON_KIND_BOOLEAN:
    case PATRON_KIND_SCALE:
    case PATRON_KIND_IMAGE:
    case PATRON_KIND_REFERENCE:
      return PATRON_VALUE_INTEGER;
    case PATRON_KIND_DATA:
      return PATRON_VALUE_DATA;
    default:
      g_assert_not_reached ();
    }
}

/**
 * patron_field_get_label:
 *
 * Returns: (transfer none): the label in the user's language
 */
const char *
patron_field_get_label (const PatronField *field)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "field", field->label);
}

/**
 * patron_field_get_help:
 *
 * Returns: (transfer none) (nullable): the help in the user's language
 */
const char *
patron_field_get_help (const PatronField *field)
{
  return field->help != NULL ? g_dgettext (GETTEXT_PACKAGE, field->help)
                             : NULL;
}

/**
 * patron_field_get_limits:
 * @min: (out): the smallest value
 * @max: (out): the largest value; of text, the longest length in characters
 */
void
patron_field_get_limits (const PatronField *field,
                         double            *min,
                         double            *max)
{
  *min = -NUMBER_LIMIT;
  *max = NUMBER_LIMIT;
  if (field->min < field->max)
    {
      *min = field->min;
      *max = field->max;
    }
  else if (field->kind == PATRON_KIND_TEXT || field->kind == PATRON_KIND_TAGS)
    *max = TEXT_LENGTH;
  else if (field->kind == PATRON_KIND_LONG_TEXT)
    *max = LONG_TEXT_LENGTH;
  else if (field->kind == PATRON_KIND_DATA)
    *max = DATA_SIZE;
  else if (field->kind == PATRON_KIND_DATE)
    {
      *min = PATRON_DATE_MIN;
      *max = PATRON_DATE_MAX;
    }
  else if (field->kind == PATRON_KIND_DATE_TIME)
    {
      *min = PATRON_DATE_MIN * 86400.0;
      *max = (PATRON_DATE_MAX + 1) * 86400.0 - 1;
    }
  else if (field->kind == PATRON_KIND_BOOLEAN)
    {
      *min = 0;
      *max = 1;
    }
  else if (field->kind == PATRON_KIND_FLAGS)
    {
      /* The empty set is an absent value. */
      *min = 1;
      *max = ldexp (1, (int) patron_field_get_n_choices (field)) - 1;
    }
  else if (field->kind == PATRON_KIND_SCALE)
    {
      *min = 1;
      *max = 5;
    }
  else if (field->kind == PATRON_KIND_REFERENCE
           || field->kind == PATRON_KIND_IMAGE)
    *min = 1;
}

/**
 * patron_field_get_n_choices:
 *
 * Returns: how many choices @field offers
 */
guint
patron_field_get_n_choices (const PatronField *field)
{
  guint n = 0;

  while (field->choices != NULL && field->choices[n].id != NULL)
    n++;
  return n;
}

/**
 * patron_field_get_choice_label:
 * @id: (nullable): the id of a choice
 *
 * Returns: (transfer none) (nullable): its label in the user's language,
 *   %NULL if @field has no such choice
 */
const char *
patron_field_get_choice_label (const PatronField *field,
                               const char        *id)
{
  for (guint i = 0; id != NULL && i < patron_field_get_n_choices (field); i++)
    if (strcmp (field->choices[i].id, id) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "choice", field->choices[i].label);
  return NULL;
}

static gboolean
refuse (const PatronField *field,
        GError           **error,
        const char        *format,
        ...) G_GNUC_PRINTF (3, 4);

/* Prefixes what is wrong with where it is wrong. */
static gboolean
refuse (const PatronField *field,
        GError           **error,
        const char        *format,
        ...)
{
  g_autofree char *why = NULL;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: the label of a field, then what is wrong with its value. */
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID, _("%s: %s"),
               patron_field_get_label (field), why);
  return FALSE;
}

static gboolean
validate_range (const PatronField *field,
                double             number,
                GError           **error)
{
  double min, max;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  PatronValue limit = PATRON_VALUE_INIT;

  patron_field_get_limits (field, &min, &max);
  if (number >= min && number <= max)
    return TRUE;
  if (min <= -NUMBER_LIMIT || max >= NUMBER_LIMIT)
    return refuse (field, error, _("the number is out of range"));

  if (patron_field_get_type (field) == PATRON_VALUE_REAL)
    {
      patron_value_set_real (&limit, min);
      low = patron_field_format (field, &limit, NULL);
      patron_value_set_real (&limit, max);
      high = patron_field_format (field, &limit, NULL);
    }
  else
    {
      patron_value_set_integer (&limit, (gint64) min);
      low = patron_field_format (field, &limit, NULL);
      patron_value_set_integer (&limit, (gint64) max);
      high = patron_field_format (field, &limit, NULL);
    }
  /* Translators: the smallest and the largest value that is allowed. */
  return refuse (field, error, _("must lie between %s and %s"), low, high);
}

static gboolean
validate_text (const PatronField *field,
               const char        *text,
               GError           **error)
{
  double min, max;

  if (!g_utf8_validate (text, -1, NULL))
    return refuse (field, error, _("the text is not valid UTF-8"));
  patron_field_get_limits (field, &min, &max);
  if (g_utf8_strlen (text, -1) > (glong) MIN (max, G_MAXINT))
    return refuse (field, error,
                   ngettext ("the text is longer than %d character",
                             "the text is longer than %d characters",
                             (int) max),
                   (int) max);
  if (field->kind != PATRON_KIND_LONG_TEXT && strpbrk (text, "\r\n") != NULL)
    return refuse (field, error, _("must be a single line"));
  if (field->kind == PATRON_KIND_CHOICE
      && patron_field_get_choice_label (field, text) == NULL)
    return refuse (field, error, _("“%s” is not one of the choices"), text);
  if (field->kind == PATRON_KIND_COLOUR
      && !(strlen (text) == 7 && text[0] == '#'
           && strspn (text + 1, "0123456789abcdef") == 6))
    return refuse (field, error,
                   _("“%s” is not a colour such as #1a5fb4"), text);
  return TRUE;
}

/**
 * patron_field_validate:
 *
 * Checks @value against the rules of @field: its type, presence, limits and
 * choices. That a referenced record exists is for the store to check.
 *
 * Returns: whether @value may be stored; if not, @error is
 *   %PATRON_ERROR_INVALID and names the field and the reason
 */
gboolean
patron_field_validate (const PatronField *field,
                       const PatronValue *value,
                       GError           **error)
{
  double min, max;

  if (value->type == PATRON_VALUE_NULL)
    {
      if ((field->flags & PATRON_FIELD_REQUIRED) == 0)
        return TRUE;
      return refuse (field, error, _("must not be empty"));
    }
  if (value->type != patron_field_get_type (field))
    return refuse (field, error, _("this is not the kind of value expected"));

  switch (value->type)
    {
    case PATRON_VALUE_TEXT:
      return validate_text (field, value->text, error);
    case PATRON_VALUE_REAL:
      if (!isfinite (value->real))
        return refuse (field, error, _("the number is not finite"));
      return validate_range (field, value->real, error);
    case PATRON_VALUE_INTEGER:
      return validate_range (field, (double) value->integer, error);
    case PATRON_VALUE_DATA:
      patron_field_get_limits (field, &min, &max);
      if ((double) g_bytes_get_size (value->data) <= max)
        return TRUE;
      return refuse (field, error, _("is larger than %d megabytes"),
                     (int) (max / (1024 * 1024)));
    case PATRON_VALUE_NULL:
    default:
      g_assert_not_reached ();
    }
}

/**
 * patron_field_get_initial:
 * @value: (out): an initialised value, set to that of a new record
 */
void
patron_field_get_initial (const PatronField *field,
                          PatronValue       *value)
{
  patron_value_clear (value);
  if (field->initial != NULL
      && !patron_field_from_text (field, field->initial, value, NULL))
    g_error ("Initial value of field %s is invalid", field->name);
}
