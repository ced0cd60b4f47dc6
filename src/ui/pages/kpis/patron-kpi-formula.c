/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-formula.h"

#include <glib/gi18n-lib.h>

#include "patron-date.h"
#include "patron-entry-row.h"
#include "patron-kpi-expression.h"
#include "patron-kpi.h"

/* The row of an expression says at once what is wrong with it, or what comes
 * out of it. */
typedef struct
{
  PatronEntryRow *row; /* (unowned) */
  PatronDocument *document; /* (owned) */
  PatronRecord   *kpi;      /* (owned) */
  char           *help;     /* (owned) */
} Formula;

static void
formula_free (gpointer  data,
              GClosure *closure)
{
  Formula *self = data;

  g_object_unref (self->document);
  g_object_unref (self->kpi);
  g_free (self->help);
  g_free (self);
}

static char *
describe_result (Formula         *self,
                 PatronKpiSeries *series)
{
  g_autofree char *currency = patron_document_get_currency (self->document);
  g_autofree char *value = NULL;
  g_autofree char *date = NULL;

  if (series->n == 0)
    return g_strdup (_("There is no period in which all of these KPIs have "
                       "a value"));
  value = patron_kpi_format (self->kpi, series->values[series->n - 1],
                             currency);
  date = patron_date_format (series->dates[series->n - 1]);
  return g_strdup_printf (
      /* Translators: a number of values, the last value, and its date. */
      ngettext ("%u value, the last one %s of %s",
                "%u values, the last one %s of %s", (guint) series->n),
      (guint) series->n, value, date);
}

static void
check_cb (Formula *self)
{
  const char *text = patron_entry_row_get_text (self->row);
  g_autoptr (PatronKpiSeries) series = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *result = NULL;

  if (text == NULL || *text == '\0')
    {
      patron_row_set_message (PATRON_ROW (self->row), NULL);
      patron_row_set_help (PATRON_ROW (self->row), self->help);
      return;
    }
  if (patron_kpi_expression_check (self->document, self->kpi, text, &error))
    series = patron_kpi_expression_series (self->document, self->kpi, text,
                                           &error);
  patron_row_set_message (PATRON_ROW (self->row),
                          error != NULL ? error->message : NULL);
  if (series != NULL)
    result = describe_result (self, series);
  patron_row_set_help (PATRON_ROW (self->row),
                       result != NULL ? result : self->help);
}

/**
 * patron_kpi_formula_attach:
 * @form: a form of @kpi with its expression
 *
 * Lets the row of the expression tell what comes of it while one types.
 */
void
patron_kpi_formula_attach (PatronForm     *form,
                           PatronDocument *document,
                           PatronRecord   *kpi)
{
  PatronRow *row = patron_form_get_row (form, "expression");
  Formula *self = g_new0 (Formula, 1);

  self->row = PATRON_ENTRY_ROW (row);
  self->document = g_object_ref (document);
  self->kpi = g_object_ref (kpi);
  self->help = g_strdup (patron_row_get_help (row));
  g_signal_connect_data (patron_entry_row_get_entry (self->row), "changed",
                         G_CALLBACK (check_cb), self, formula_free,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  check_cb (self);
}
