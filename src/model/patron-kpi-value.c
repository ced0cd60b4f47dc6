/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

/* Values in the unit of their KPI. */

#include "config.h"

#include "patron-kpi.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-number.h"

static gboolean
has_unit (PatronRecord *kpi,
          const char   *kind)
{
  return g_strcmp0 (patron_record_get_text (kpi, "unit_kind"), kind) == 0;
}

/* How many decimals to show: what the KPI says, or else as many as the value
 * has. */
static int
decimals_of (PatronRecord *kpi)
{
  const PatronValue *value = patron_record_get (kpi, "decimals");

  return value->type == PATRON_VALUE_INTEGER ? (int) value->integer : -1;
}

/**
 * patron_kpi_format:
 * @kpi: a KPI
 * @value: a finite value of it; a share where it counts in percent, seconds
 *   where it counts time
 * @currency: (nullable): the ISO 4217 code that amounts are in
 *
 * Returns: (transfer full): the value with its unit, rounded as the KPI says
 */
char *
patron_kpi_format (PatronRecord *kpi,
                   double        value,
                   const char   *currency)
{
  const char *unit = patron_record_get_text (kpi, "unit");
  int decimals = decimals_of (kpi);
  g_autofree char *number = NULL;

  if (has_unit (kpi, "percent"))
    return patron_percent_format (value, decimals < 0 ? 1 : decimals);
  if (has_unit (kpi, "money"))
    return patron_money_format (value, currency, decimals < 0 ? 0 : decimals);
  if (has_unit (kpi, "duration"))
    return patron_duration_format ((gint64) round (value));
  number = patron_number_format (value, decimals);
  if (unit == NULL)
    return g_steal_pointer (&number);
  /* Translators: a number, then its unit, such as “8.9 working days”. */
  return g_strdup_printf (C_("value", "%s\xc2\xa0%s"), number, unit);
}

/**
 * patron_kpi_edit:
 * @kpi: a KPI
 * @value: a finite value of it
 *
 * Returns: (transfer full): the value as one types it: all its decimals, and
 *   no unit but the percent sign
 */
char *
patron_kpi_edit (PatronRecord *kpi,
                 double        value)
{
  if (has_unit (kpi, "percent"))
    return patron_percent_format (value, -1);
  if (has_unit (kpi, "duration"))
    return patron_duration_to_text ((gint64) round (value));
  return patron_number_format (value, -1);
}

/**
 * patron_kpi_parse:
 * @kpi: a KPI
 * @text: what the user typed
 * @value: (out): the value
 *
 * Reads a value in the unit of the KPI: "62", "62 %" and "62%" are 0.62 where
 * it counts in percent.
 *
 * Returns: whether the whole of @text is one finite value
 */
gboolean
patron_kpi_parse (PatronRecord *kpi,
                  const char   *text,
                  double       *value)
{
  gint64 seconds;

  if (has_unit (kpi, "percent"))
    return patron_percent_parse (text, value);
  if (has_unit (kpi, "money"))
    return patron_money_parse (text, value);
  if (!has_unit (kpi, "duration"))
    return patron_number_parse (text, value);
  if (!patron_duration_parse (text, &seconds))
    return FALSE;
  *value = (double) seconds;
  return TRUE;
}
