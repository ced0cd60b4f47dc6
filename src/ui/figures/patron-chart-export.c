/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

/* Asks how a chart shall be written, and writes it. */

#include "config.h"

#include "patron-chart-view-private.h"

#include <glib/gi18n-lib.h>

#include "patron-ask.h"
#include "patron-dialog.h"
#include "patron-export-choices.h"
#include "patron-file-chooser.h"
#include "patron-mnemonic.h"
#include "patron-settings.h"

#define PATRON_TYPE_CHART_EXPORT (patron_chart_export_get_type ())

G_DECLARE_FINAL_TYPE (PatronChartExport, patron_chart_export, PATRON,
                      CHART_EXPORT, PatronDialog)

struct _PatronChartExport
{
  PatronDialog         parent_instance;

  PatronChartView     *view; /* (owned) */
  PatronExportChoices *choices;
};

G_DEFINE_FINAL_TYPE (PatronChartExport, patron_chart_export,
                     PATRON_TYPE_DIALOG)

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PatronChartExport) self = data;
  g_autoptr (GFile) file = patron_choose_file_finish (result);
  g_autoptr (GError) error = NULL;
  g_autofree char *base = NULL;
  g_autofree char *message = NULL;
  PatronExportOptions options;

  if (file == NULL)
    return;
  patron_export_choices_read (self->choices, &options);
  if (!patron_export_chart_to_file (
          patron_chart_view_get_document (self->view),
          patron_chart_view_get_result (self->view),
          patron_chart_view_get_name (self->view), &options, file, &error))
    {
      patron_tell (GTK_WINDOW (self), _("Could Not Export"), error->message);
      return;
    }
  patron_export_choices_remember (self->choices);
  patron_settings_set_folder_of ("export-folder", file);
  base = g_file_get_basename (file);
  /* Translators: the name of a file. */
  message = g_strdup_printf (_("“%s” exported"), base);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "win.toast", "s",
                              message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
export_cb (PatronChartExport *self)
{
  g_autoptr (GFile) folder = patron_settings_get_folder ("export-folder");
  g_autofree char *name = patron_export_file_name (
      patron_chart_view_get_name (self->view),
      patron_export_format_get_id (
          patron_export_choices_get_format (self->choices)));

  patron_choose_file_async (GTK_WINDOW (self), PATRON_CHOOSE_SAVE,
                            _("Save Chart As"), _("_Export"), NULL, name,
                            folder, chosen_cb, g_object_ref (self));
}

static void
patron_chart_export_dispose (GObject *object)
{
  PatronChartExport *self = PATRON_CHART_EXPORT (object);

  g_clear_object (&self->view);

  G_OBJECT_CLASS (patron_chart_export_parent_class)->dispose (object);
}

static void
patron_chart_export_class_init (PatronChartExportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_chart_export_dispose;
}

static void
patron_chart_export_init (PatronChartExport *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *choices = patron_export_choices_new (TRUE);
  GtkWidget *cancel = patron_mnemonic_button_new (_("_Cancel"));
  GtkWidget *export = patron_mnemonic_button_new (_("_Export…"));

  gtk_window_set_title (GTK_WINDOW (self), _("Export Chart"));
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 460);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (export, "suggested-action");
  g_signal_connect_swapped (export, "clicked", G_CALLBACK (export_cb), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), export);
  self->choices = PATRON_EXPORT_CHOICES (choices);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (choices));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), export);
}

/* patron_chart_export_present:
 *
 * Asks how the chart shall be written, and where, and does it.
 */
void
patron_chart_export_present (PatronChartView *view)
{
  PatronChartExport *self = g_object_new (PATRON_TYPE_CHART_EXPORT, NULL);

  self->view = g_object_ref (view);
  patron_dialog_present (
      PATRON_DIALOG (self),
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
}
