/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* Values as the user reads and types them. Where the field alone does not
 * say enough, the document does: the currency, the unit of a KPI, the name of
 * what a reference leads to. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-document-private.h"
#include "patron-error.h"
#include "patron-kpi.h"

/* The KPI in whose unit the field counts, if it does. */
static PatronRecord *
find_kpi (PatronDocument    *self,
          PatronRecord      *record,
          const PatronField *field)
{
  if ((field->flags & PATRON_FIELD_KPI_UNIT) == 0)
    return NULL;
  if (patron_record_is (record, "kpi"))
    return g_object_ref (record);
  return patron_document_get_record (
      self, "kpi", patron_record_get_integer (record, "kpi"));
}

static char *
format_reference (PatronDocument    *self,
                  const PatronField *field,
                  const PatronValue *value)
{
  g_autoptr (PatronRecord) target = patron_document_get_record (
      self, field->kind == PATRON_KIND_IMAGE ? "asset" : field->target,
      value->integer);

  return target != NULL ? patron_record_get_title (target) : g_strdup ("");
}

/**
 * patron_document_format:
 * @record: a record of this document
 * @field: a field of its entity
 * @value: a value of that field
 *
 * Returns: (transfer full): @value as the user reads it, with its unit; ""
 *   if absent
 */
char *
patron_document_format (PatronDocument    *self,
                        PatronRecord      *record,
                        const PatronField *field,
                        const PatronValue *value)
{
  g_autoptr (PatronRecord) kpi = find_kpi (self, record, field);
  g_autofree char *currency = patron_document_get_currency (self);

  if (kpi != NULL && value->type == PATRON_VALUE_REAL)
    return patron_kpi_format (kpi, value->real, currency);
  if (value->type == PATRON_VALUE_INTEGER
      && (field->kind == PATRON_KIND_REFERENCE
          || field->kind == PATRON_KIND_IMAGE))
    return format_reference (self, field, value);
  if ((field->flags & PATRON_FIELD_KPI_NAMES)
      && value->type == PATRON_VALUE_TEXT)
    return patron_document_show_names (self, value->text);
  return patron_field_format (field, value, currency);
}

/**
 * patron_document_edit:
 * @record: (nullable): a record of this document; %NULL for an absent value
 * @field: a field of its entity
 * @value: a value of that field
 *
 * Returns: (transfer full): @value as the user types it: with all its
 *   decimals; "" if absent
 */
char *
patron_document_edit (PatronDocument    *self,
                      PatronRecord      *record,
                      const PatronField *field,
                      const PatronValue *value)
{
  g_autoptr (PatronRecord) kpi = NULL;
  g_autofree char *currency = NULL;

  if (value->type == PATRON_VALUE_NULL)
    return g_strdup ("");
  kpi = find_kpi (self, record, field);
  if (kpi != NULL && value->type == PATRON_VALUE_REAL)
    return patron_kpi_edit (kpi, value->real);
  if ((field->flags & PATRON_FIELD_KPI_NAMES)
      && value->type == PATRON_VALUE_TEXT)
    return patron_document_show_names (self, value->text);
  currency = patron_document_get_currency (self);
  return patron_field_format (field, value, currency);
}

/**
 * patron_document_parse:
 * @record: a record of this document
 * @field: a field of its entity
 * @text: what the user typed; "" is an absent value
 * @value: (out): an initialised value, overwritten on success
 *
 * Reads what patron_document_edit() shows, and validates.
 *
 * Returns: whether @text is a value that @field may hold; if not, @error is
 *   %PATRON_ERROR_INVALID and names the field and the reason
 */
gboolean
patron_document_parse (PatronDocument    *self,
                       PatronRecord      *record,
                       const PatronField *field,
                       const char        *text,
                       PatronValue       *value,
                       GError           **error)
{
  g_autoptr (PatronRecord) kpi = find_kpi (self, record, field);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_auto (PatronValue) read = PATRON_VALUE_INIT;
  double number;

  if (kpi == NULL || *stripped == '\0')
    return patron_field_parse (field, text, value, error);
  if (!patron_kpi_parse (kpi, stripped, &number))
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   /* Translators: the label of a field, then what was
                    * typed. */
                   _("%s: “%s” is not a value of this KPI"),
                   patron_field_get_label (field), stripped);
      return FALSE;
    }
  patron_value_set_real (&read, number);
  if (!patron_field_validate (field, &read, error))
    return FALSE;
  patron_value_copy (value, &read);
  return TRUE;
}
