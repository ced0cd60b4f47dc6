/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "patron-ask.h"
#include "patron-chart-view.h"
#include "patron-dialog.h"
#include "patron-export-choices.h"
#include "patron-file-chooser.h"
#include "patron-location.h"
#include "patron-settings.h"

#define PATRON_TYPE_EXPORT_DIALOG (patron_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PatronExportDialog, patron_export_dialog, PATRON,
                      EXPORT_DIALOG, PatronDialog)

struct _PatronExportDialog
{
  PatronDialog  parent_instance;

  AdwComboRow  *what;
  AdwActionRow *folder_row;
  GtkWidget    *choices;
  PatronExportChoices *how;
  GtkWidget    *export_button;
  GtkSpinner   *spinner;

  PatronWindow *window;      /* (owned) */
  const char   *shown;       /* (nullable): what the page shows */
  gint64        record;      /* of which record */
  PatronChartView *chart;    /* (owned) (nullable): or which chart */
  GFile        *folder;      /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): while exporting */
};

G_DEFINE_FINAL_TYPE (PatronExportDialog, patron_export_dialog,
                     PATRON_TYPE_DIALOG)

/* What the rows of "what" are, after the one for what the page shows. */
static const struct
{
  const char *what;
  const char *label;
} sets[] = {
  { "all", N_("Everything") },
  { "portrait", N_("All Portraits") },
  { "chart", N_("Charts of All KPIs") },
  { "charts", N_("All Saved Charts") },
  { "journey", N_("All Journeys") },
};

static void
set_folder (PatronExportDialog *self,
            GFile              *folder)
{
  g_autofree char *name = g_file_get_parse_name (folder);

  g_set_object (&self->folder, folder);
  adw_action_row_set_subtitle (self->folder_row, name);
}

static void
folder_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GFile) folder = patron_choose_file_finish (result);

  if (folder != NULL)
    set_folder (PATRON_EXPORT_DIALOG (object), folder);
}

static void
choose_folder_cb (PatronExportDialog *self)
{
  patron_choose_file_async (GTK_WINDOW (self), PATRON_CHOOSE_FOLDER,
                            _("Export Into"), _("_Choose"), NULL, NULL,
                            self->folder, folder_chosen_cb, NULL);
}

static void
recall_folder (PatronExportDialog *self)
{
  g_autoptr (GFile) folder = patron_settings_get_folder ("export-folder");
  const char *pictures = g_get_user_special_dir (G_USER_DIRECTORY_PICTURES);

  if (folder == NULL)
    folder = g_file_new_for_path (pictures != NULL ? pictures
                                                   : g_get_home_dir ());
  set_folder (self, folder);
}

static void
set_busy (PatronExportDialog *self,
          gboolean            busy)
{
  gtk_widget_set_sensitive (self->choices, !busy);
  gtk_widget_set_sensitive (self->export_button, !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
tell_exported (PatronWindow *window,
               GPtrArray    *files)
{
  g_autofree char *title = NULL;
  g_autofree char *uri = NULL;

  if (files->len == 0)
    {
      patron_window_toast (window, _("There is nothing to export yet"));
      return;
    }
  title = g_strdup_printf (
      ngettext ("%u file exported", "%u files exported", files->len),
      files->len);
  uri = g_file_get_uri (g_ptr_array_index (files, 0));
  patron_window_toast_file (window, title, uri);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PatronExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = patron_export_finish (result, &error);
  gboolean cancelled = g_cancellable_is_cancelled (self->cancellable);

  g_clear_object (&self->cancellable);
  if (cancelled)
    return;
  if (files == NULL)
    {
      set_busy (self, FALSE);
      patron_tell (GTK_WINDOW (self), _("Could Not Export"), error->message);
      return;
    }
  tell_exported (self->window, files);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* A chart as the page shows it, which no record need hold. */
static void
export_chart (PatronExportDialog        *self,
              const PatronExportOptions *options)
{
  const char *name = patron_chart_view_get_name (self->chart);
  g_autofree char *base = patron_export_file_name (
      name, patron_export_format_get_id (options->format));
  g_autoptr (GFile) file = g_file_get_child (self->folder, base);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (!patron_export_chart_to_file (
          patron_window_get_document (self->window),
          patron_chart_view_get_result (self->chart), name, options, file,
          &error))
    {
      patron_tell (GTK_WINDOW (self), _("Could Not Export"), error->message);
      return;
    }
  g_ptr_array_add (files, file);
  tell_exported (self->window, files);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
export_cb (PatronExportDialog *self)
{
  guint index = adw_combo_row_get_selected (self->what);
  gboolean first = self->shown != NULL || self->chart != NULL;
  const char *what = self->shown;
  gint64 record = self->record;
  PatronExportOptions options;

  patron_export_choices_read (self->how, &options);
  patron_export_choices_remember (self->how);
  patron_settings_set_folder ("export-folder", self->folder);
  if (self->chart != NULL && index == 0)
    {
      export_chart (self, &options);
      return;
    }
  if (!first || index > 0)
    {
      what = sets[index - first].what;
      record = 0;
    }
  set_busy (self, TRUE);
  self->cancellable = g_cancellable_new ();
  patron_export_async (patron_window_get_document (self->window), what,
                       record, &options, self->folder, self->cancellable,
                       exported_cb, g_object_ref (self));
}

static gboolean
patron_export_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (PATRON_EXPORT_DIALOG (window)->cancellable);

  return GTK_WINDOW_CLASS (patron_export_dialog_parent_class)
      ->close_request (window);
}

static void
patron_export_dialog_dispose (GObject *object)
{
  PatronExportDialog *self = PATRON_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PATRON_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->window);
  g_clear_object (&self->chart);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (patron_export_dialog_parent_class)->dispose (object);
}

static void
patron_export_dialog_class_init (PatronExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = patron_export_dialog_close_request;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/patron_app/Patron/patron-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PatronExportDialog,
                                        what);
  gtk_widget_class_bind_template_child (widget_class, PatronExportDialog,
                                        folder_row);
  gtk_widget_class_bind_template_child (widget_class, PatronExportDialog,
                                        choices);
  gtk_widget_class_bind_template_child (widget_class, PatronExportDialog,
                                        export_button);
  gtk_widget_class_bind_template_child (widget_class, PatronExportDialog,
                                        spinner);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
}

static void
patron_export_dialog_init (PatronExportDialog *self)
{
  GtkWidget *how;

  gtk_widget_init_template (GTK_WIDGET (self));
  how = patron_export_choices_new (FALSE);
  self->how = PATRON_EXPORT_CHOICES (how);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->choices),
                            ADW_PREFERENCES_GROUP (how));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->folder_row),
                                      FALSE);
}

/* The chart that a page shows in full, if it does. */
static PatronChartView *
find_chart (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (PATRON_IS_CHART_VIEW (widget))
    {
      const PatronQueryResult *result
          = patron_chart_view_get_result (PATRON_CHART_VIEW (widget));

      return result != NULL && !result->empty ? PATRON_CHART_VIEW (widget)
                                              : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      PatronChartView *found = find_chart (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What the page shows comes first: a chart as it looks there. */
static void
offer_shown (PatronExportDialog *self,
             GtkStringList      *list)
{
  PatronPage *page
      = patron_document_view_get_page (patron_window_get_view (self->window),
                                       NULL);
  PatronChartView *chart = NULL;
  g_autoptr (PatronRecord) record = NULL;

  self->shown = patron_page_get_exportable (page, &self->record);
  if (self->shown == NULL || g_str_has_prefix (self->shown, "chart"))
    chart = find_chart (GTK_WIDGET (page));
  if (chart != NULL)
    {
      self->chart = g_object_ref (chart);
      gtk_string_list_append (list, patron_chart_view_get_name (chart));
      return;
    }
  if (self->shown != NULL)
    record = patron_document_find_record (
        patron_window_get_document (self->window), self->record);
  if (record != NULL)
    gtk_string_list_take (list, patron_record_get_title (record));
  else
    self->shown = NULL;
}

static void
offer_choices (PatronExportDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  offer_shown (self, list);
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    gtk_string_list_append (list, _(sets[i].label));
  adw_combo_row_set_model (self->what, G_LIST_MODEL (list));
  recall_folder (self);
}

/**
 * patron_export_dialog_present:
 *
 * Asks what of the window's document shall be exported, how and where, and
 * does it.
 */
void
patron_export_dialog_present (PatronWindow *window)
{
  PatronExportDialog *self = g_object_new (PATRON_TYPE_EXPORT_DIALOG, NULL);

  self->window = g_object_ref (window);
  offer_choices (self);
  /* Enter exports as the last time. */
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
  patron_dialog_present (PATRON_DIALOG (self), GTK_WINDOW (window));
}
