/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "config.h"

#include "patron-command-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-columns.h"
#include "patron-date.h"
#include "patron-error.h"
#include "patron-find-kpi.h"
#include "patron-kpi-expression.h"
#include "patron-kpi-library.h"
#include "patron-kpi.h"
#include "patron-measurement.h"
#include "patron-open.h"

static void
add_value (PatronColumns *columns,
           PatronRecord  *kpi,
           const char    *currency,
           double         value)
{
  g_autofree char *text = isfinite (value)
                              ? patron_kpi_format (kpi, value, currency)
                              : g_strdup ("");

  patron_columns_add (columns, text, TRUE);
}

/* The target that holds now: the last that has begun. */
static double
get_target (PatronDocument *document,
            PatronRecord   *kpi)
{
  g_autoptr (GListModel) list = patron_document_list_of (
      document, "target", "kpi", patron_record_get_id (kpi));
  gint64 today = patron_date_today ();
  double value = NAN;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) target = g_list_model_get_item (list, i);

      if (patron_record_get_integer (target, "starts") <= today)
        value = patron_record_get_number (target, "value");
    }
  return value;
}

static void
add_kpi (PatronColumns  *columns,
         PatronDocument *document,
         PatronRecord   *kpi,
         const char     *currency)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT,
                                         patron_record_get_id (kpi));
  g_autofree char *title = patron_record_get_title (kpi);
  g_autoptr (PatronKpiSeries) series = patron_kpi_series_new (document, kpi);
  gsize n = patron_kpi_is_calculated (kpi) ? series->n
                                           : series->n_measurements;
  g_autofree char *count = g_strdup_printf ("%" G_GSIZE_FORMAT, n);
  g_autofree char *date = NULL;

  patron_columns_add (columns, id, FALSE);
  patron_columns_add (columns, title, FALSE);
  patron_columns_add (columns, count, TRUE);
  if (series->n > 0)
    date = patron_date_format (series->dates[series->n - 1]);
  patron_columns_add (columns, date != NULL ? date : "", FALSE);
  add_value (columns, kpi, currency,
             series->n > 0 ? series->measured[series->n - 1] : NAN);
  add_value (columns, kpi, currency, get_target (document, kpi));
  patron_columns_end_row (columns);
}

PatronStatus
patron_run_kpi_list (char **args)
{
  GError *error = NULL;
  g_autoptr (PatronOpen) document = patron_open_to_read (args[0], &error);
  g_autoptr (PatronColumns) columns = patron_columns_new ();
  g_autoptr (GListModel) list = NULL;
  g_autofree char *currency = NULL;

  if (document == NULL)
    return patron_command_fail (error);
  currency = patron_document_get_currency (document);
  list = patron_document_list (document, "kpi");
  patron_columns_add (columns, "id", FALSE);
  patron_columns_add (columns, C_("column", "KPI"), FALSE);
  patron_columns_add (columns, C_("column", "Values"), TRUE);
  patron_columns_add (columns, C_("column", "Last"), FALSE);
  patron_columns_add (columns, C_("column", "Value"), TRUE);
  patron_columns_add (columns, C_("column", "Target"), TRUE);
  patron_columns_end_row (columns);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) kpi = g_list_model_get_item (list, i);

      add_kpi (columns, document, kpi, currency);
    }
  patron_columns_print (columns, 0);
  return PATRON_STATUS_FINE;
}

static void
add_measurements (PatronColumns  *columns,
                  PatronDocument *document,
                  PatronRecord   *kpi,
                  const char     *currency)
{
  g_autoptr (GListModel) list = patron_document_list_of (
      document, "measurement", "kpi", patron_record_get_id (kpi));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) measurement = g_list_model_get_item (list, i);
      g_autofree char *date = patron_date_to_text (
          patron_record_get_integer (measurement, "date"));
      const char *note = patron_record_get_text (measurement, "note");

      patron_columns_add (columns, date, FALSE);
      add_value (columns, kpi, currency,
                 patron_record_get_number (measurement, "value"));
      patron_columns_add (columns, note != NULL ? note : "", FALSE);
      patron_columns_end_row (columns);
    }
}

static gboolean
add_calculated (PatronColumns   *columns,
                PatronDocument  *document,
                PatronRecord    *kpi,
                const char      *currency,
                GError         **error)
{
  g_autoptr (PatronKpiSeries) series
      = patron_kpi_expression_series (document, kpi, NULL, error);

  for (gsize i = 0; series != NULL && i < series->n; i++)
    {
      g_autofree char *date = patron_date_to_text (series->dates[i]);

      patron_columns_add (columns, date, FALSE);
      add_value (columns, kpi, currency, series->values[i]);
      patron_columns_end_row (columns);
    }
  return series != NULL;
}

PatronStatus
patron_run_kpi_show (char **args)
{
  GError *error = NULL;
  g_autoptr (PatronOpen) document = patron_open_to_read (args[0], &error);
  g_autoptr (PatronColumns) columns = patron_columns_new ();
  g_autoptr (PatronRecord) kpi = NULL;
  g_autofree char *currency = NULL;

  if (document != NULL)
    kpi = patron_find_kpi (document, args[1], &error);
  if (kpi == NULL)
    return patron_command_fail (error);
  currency = patron_document_get_currency (document);
  if (!patron_kpi_is_calculated (kpi))
    add_measurements (columns, document, kpi, currency);
  else if (!add_calculated (columns, document, kpi, currency, &error))
    return patron_command_fail (error);
  patron_columns_print (columns, 0);
  return PATRON_STATUS_FINE;
}

static PatronRecord *
find_measurement (PatronDocument *document,
                  PatronRecord   *kpi,
                  gint64          date)
{
  g_autoptr (GListModel) list = patron_document_list_of (
      document, "measurement", "kpi", patron_record_get_id (kpi));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) measurement = g_list_model_get_item (list, i);

      if (patron_record_get_integer (measurement, "date") == date)
        return g_steal_pointer (&measurement);
    }
  return NULL;
}

static char *library_name;
static char *numerator, *denominator, *promoters, *detractors, *sample_size;

const GOptionEntry patron_kpi_add_options[] = {
  { "numerator", 0, 0, G_OPTION_ARG_STRING, &numerator,
    N_("What stands above the line, in place of VALUE"), N_("NUMBER") },
  { "denominator", 0, 0, G_OPTION_ARG_STRING, &denominator,
    N_("What stands below it"), N_("NUMBER") },
  { "promoters", 0, 0, G_OPTION_ARG_STRING, &promoters,
    N_("How many answers count for a net score, in place of VALUE"),
    N_("COUNT") },
  { "detractors", 0, 0, G_OPTION_ARG_STRING, &detractors,
    N_("How many count against it"), N_("COUNT") },
  { "sample-size", 0, 0, G_OPTION_ARG_STRING, &sample_size,
    N_("How many answers or cases there are"), N_("COUNT") },
  { "from-library", 0, 0, G_OPTION_ARG_STRING, &library_name,
    N_("Add a KPI that “patron kpi library” lists, and print its id"),
    N_("NAME") },
  { NULL },
};

/* Whether the options say what the value is made of. */
static gboolean
has_parts (void)
{
  return numerator != NULL || denominator != NULL || promoters != NULL
         || detractors != NULL;
}

static gboolean
set_part (PatronDocument  *document,
          PatronRecord    *measurement,
          const char      *field,
          const char      *text,
          GError         **error)
{
  const PatronField *found = patron_entity_get_field (
      patron_record_get_entity (measurement), field);
  g_auto (PatronValue) value = PATRON_VALUE_INIT;

  return text == NULL
         || (patron_field_from_text (found, text, &value, error)
             && patron_measurement_set (document, measurement, field, &value,
                                        error));
}

static gboolean
set_parts (PatronDocument  *document,
           PatronRecord    *measurement,
           GError         **error)
{
  if (!set_part (document, measurement, "sample_size", sample_size, error)
      || !set_part (document, measurement, "numerator", numerator, error)
      || !set_part (document, measurement, "denominator", denominator, error)
      || !set_part (document, measurement, "promoters", promoters, error)
      || !set_part (document, measurement, "detractors", detractors, error))
    return FALSE;
  if (!has_parts ()
      || isfinite (patron_record_get_number (measurement, "value")))
    return TRUE;
  g_set_error_literal (
      error, PATRON_ERROR, PATRON_ERROR_INVALID,
      _("A value is made of a numerator and a denominator, or of promoters, "
        "detractors and a sample size that is not smaller than both"));
  return FALSE;
}

static gboolean
write_measurement (PatronDocument  *document,
                   PatronRecord    *kpi,
                   const char      *date_text,
                   const char      *value_text,
                   GError         **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT,
                                         patron_record_get_id (kpi));
  g_autoptr (PatronRecord) measurement = NULL;
  gint64 date;

  if (patron_date_from_text (date_text, &date))
    measurement = find_measurement (document, kpi, date);
  if (measurement == NULL)
    measurement = patron_document_insert (document, "measurement", error,
                                          "kpi", id, "date", date_text, NULL);
  /* The value that is there must not stay beside parts of another one. */
  return measurement != NULL
         && patron_document_set_text (document, measurement, "value",
                                      value_text, error)
         && set_parts (document, measurement, error);
}

static PatronStatus
add_from_library (const char *path)
{
  GPtrArray *library = patron_kpi_library_get ();
  PatronKpiModel *model = patron_kpi_library_find (library, library_name);
  g_autoptr (PatronOpen) document = NULL;
  g_autoptr (PatronRecord) kpi = NULL;
  GError *error = NULL;

  if (model == NULL)
    return patron_command_refuse (
        _("there is no KPI “%s” in the library. “patron kpi library” lists "
          "them"),
        library_name);
  document = patron_open_to_edit (path, &error);
  if (document != NULL)
    kpi = patron_kpi_model_add (model, library, document, &error);
  if (kpi == NULL || !patron_open_publish (document, &error))
    return patron_command_fail (error);
  g_print ("%" G_GINT64_FORMAT "\n", patron_record_get_id (kpi));
  return PATRON_STATUS_FINE;
}

PatronStatus
patron_run_kpi_add (char **args)
{
  GError *error = NULL;
  g_autoptr (PatronOpen) document = NULL;
  g_autoptr (PatronRecord) kpi = NULL;
  guint n_args = g_strv_length (args);

  if (library_name != NULL && n_args == 1)
    return add_from_library (args[0]);
  if (library_name != NULL || n_args != (has_parts () ? 3 : 4))
    return patron_command_misuse (
        _("give a KPI, a date and a value or what it is made of, or only %s"),
        "--from-library");
  document = patron_open_to_edit (args[0], &error);
  if (document != NULL)
    kpi = patron_find_kpi (document, args[1], &error);
  if (kpi == NULL
      || !write_measurement (document, kpi, args[2], args[3], &error)
      || !patron_open_publish (document, &error))
    return patron_command_fail (error);
  return PATRON_STATUS_FINE;
}

PatronStatus
patron_run_kpi_library (char **args)
{
  GPtrArray *library = patron_kpi_library_get ();
  g_autoptr (PatronColumns) columns = patron_columns_new ();

  patron_columns_add (columns, "id", FALSE);
  patron_columns_add (columns, C_("column", "KPI"), FALSE);
  patron_columns_add (columns, C_("column", "Unit"), FALSE);
  patron_columns_add (columns, C_("column", "Direction"), FALSE);
  patron_columns_add (columns, C_("column", "Formula"), FALSE);
  patron_columns_end_row (columns);
  for (guint i = 0; i < library->len; i++)
    {
      PatronKpiModel *model = g_ptr_array_index (library, i);

      patron_columns_add (columns, patron_kpi_model_get_id (model), FALSE);
      patron_columns_add (columns, patron_kpi_model_get_text (model, "name"),
                          FALSE);
      patron_columns_add (columns,
                          patron_kpi_model_get_choice (model, "unit_kind"),
                          FALSE);
      patron_columns_add (columns,
                          patron_kpi_model_get_choice (model, "direction"),
                          FALSE);
      patron_columns_add (columns,
                          patron_kpi_model_get_text (model, "formula"),
                          FALSE);
      patron_columns_end_row (columns);
    }
  patron_columns_print (columns, 0);
  return PATRON_STATUS_FINE;
}
