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

/* Below an expression stands at once what is wrong with it, or what comes out
 * of it. */
typedef struct
{
  PatronEntryRow *row;      /* (unowned) */
  GtkWidget      *result;   /* (unowned) */
  GtkWidget      *icon;     /* (unowned) */
  PatronDocument *document; /* (owned) */
  PatronRecord   *kpi;      /* (owned) */
} Formula;

static void
formula_free (gpointer  data,
              GClosure *closure)
{
  Formula *self = data;

  g_object_unref (self->document);
  g_object_unref (self->kpi);
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
  gboolean any = text != NULL && *text != '\0';
  g_autoptr (PatronKpiSeries) series = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *result = NULL;
  g_autofree char *safe = NULL;

  gtk_widget_set_visible (self->result, any);
  if (!any)
    return;
  series = patron_kpi_expression_series (self->document, self->kpi, text,
                                         &error);
  result = series != NULL ? describe_result (self, series)
                          : g_strdup (error->message);
  safe = g_markup_escape_text (result, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->result),
                                 series != NULL
                                     ? C_("formula", "Result")
                                     : _("This Cannot Be Computed"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->result), safe);
  gtk_widget_set_visible (self->icon, series == NULL);
}

/**
 * patron_kpi_formula_add:
 * @form: a form of @kpi
 *
 * Adds a group with the expression that @kpi is computed by, and with what
 * comes of it while one types.
 */
void
patron_kpi_formula_add (PatronForm     *form,
                        PatronDocument *document,
                        PatronRecord   *kpi)
{
  GtkWidget *group
      = patron_form_add_group (form, _("Computed from Other KPIs"));
  Formula *self = g_new0 (Formula, 1);

  self->row = PATRON_ENTRY_ROW (patron_form_add (form, "expression"));
  self->document = g_object_ref (document);
  self->kpi = g_object_ref (kpi);
  self->result = adw_action_row_new ();
  self->icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self->result), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->result), self->icon);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->result);
  g_signal_connect_data (patron_entry_row_get_entry (self->row), "changed",
                         G_CALLBACK (check_cb), self, formula_free,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  check_cb (self);
}
