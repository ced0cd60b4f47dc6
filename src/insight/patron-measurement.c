/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* What the value of a measurement is made of. */

#include "config.h"

#include "patron-measurement.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const ratio_parts[]
    = { "numerator", "denominator", NULL };
static const char *const net_parts[]
    = { "promoters", "detractors", "sample_size", NULL };
static const char *const no_parts[] = { NULL };

static gboolean
has_choice (PatronRecord *kpi,
            const char   *field,
            const char   *id)
{
  return g_strcmp0 (patron_record_get_text (kpi, field), id) == 0;
}

/**
 * patron_kpi_get_parts:
 * @kpi: a KPI
 *
 * Says what a value of @kpi is made of: promoters, detractors and the sample
 * where it is a score from -100 to 100, a numerator and a denominator where it
 * is a percentage or a ratio of sums.
 *
 * Returns: (transfer none) (array zero-terminated=1): names of fields of a
 *   measurement; empty where a value is a value
 */
const char *const *
patron_kpi_get_parts (PatronRecord *kpi)
{
  if (has_choice (kpi, "unit_kind", "score")
      && patron_record_get_number (kpi, "smallest") == -100
      && patron_record_get_number (kpi, "largest") == 100)
    return net_parts;
  if (has_choice (kpi, "unit_kind", "percent")
      || has_choice (kpi, "aggregation", "ratio"))
    return ratio_parts;
  return no_parts;
}

/**
 * patron_measurement_derive:
 *
 * Returns: the value that @parts make: 100 × (promoters − detractors)/sample,
 *   or the numerator divided by the denominator; NaN where they make none
 */
double
patron_measurement_derive (const PatronMeasurementParts *parts)
{
  if (parts->promoters + parts->detractors <= parts->sample_size
      && parts->sample_size > 0)
    return 100 * (parts->promoters - parts->detractors) / parts->sample_size;
  if (isfinite (parts->denominator) && parts->denominator != 0)
    return parts->numerator / parts->denominator;
  return NAN;
}

static gboolean
is_part (const char *field)
{
  return g_strv_contains (ratio_parts, field)
         || g_strv_contains (net_parts, field);
}

/* What a field holds, or is about to: the record knows of a change when the
 * edit ends. */
static double
get_part (PatronRecord      *measurement,
          const char        *part,
          const char        *field,
          const PatronValue *value)
{
  if (!g_str_equal (part, field))
    return patron_record_get_number (measurement, part);
  return value->type == PATRON_VALUE_REAL      ? value->real
         : value->type == PATRON_VALUE_INTEGER ? (double) value->integer
                                               : NAN;
}

static gboolean
update_value (PatronDocument     *document,
              PatronRecord       *measurement,
              const char         *field,
              const PatronValue  *part,
              GError            **error)
{
  PatronMeasurementParts parts = {
    get_part (measurement, "numerator", field, part),
    get_part (measurement, "denominator", field, part),
    get_part (measurement, "promoters", field, part),
    get_part (measurement, "detractors", field, part),
    get_part (measurement, "sample_size", field, part),
  };
  g_auto (PatronValue) value = PATRON_VALUE_INIT;
  double number = patron_measurement_derive (&parts);

  if (isnan (number))
    return TRUE;
  patron_value_set_real (&value, number);
  return patron_document_set (document, measurement, "value", &value, error);
}

/**
 * patron_measurement_set:
 * @measurement: a measurement
 * @field: the name of one of its fields
 * @value: what it shall hold
 *
 * Like patron_document_set(). When a part of the value changes, the value
 * that all parts make is set in the same step of undo.
 *
 * Returns: whether it worked; if not, nothing is changed
 */
gboolean
patron_measurement_set (PatronDocument     *document,
                        PatronRecord       *measurement,
                        const char         *field,
                        const PatronValue  *value,
                        GError            **error)
{
  g_autofree char *label = NULL;

  if (!is_part (field))
    return patron_document_set (document, measurement, field, value, error);
  label = g_strdup_printf (
      C_("undo", "Change %s"),
      patron_field_get_label (patron_entity_get_field (
          patron_record_get_entity (measurement), field)));
  if (!patron_document_begin (document, label, error))
    return FALSE;
  if (patron_document_set (document, measurement, field, value, error)
      && update_value (document, measurement, field, value, error))
    return patron_document_end (document, error);
  patron_document_cancel (document);
  return FALSE;
}
