/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

/* Asks how a chart shall be written, and writes it. */

#include "config.h"

#include "patron-chart-view-private.h"

#include <glib/gi18n-lib.h>

#include "patron-ask.h"
#include "patron-dialog.h"
#include "patron-export.h"
#include "patron-file-chooser.h"
#include "patron-mnemonic.h"
#include "patron-settings.h"

#define PATRON_TYPE_CHART_EXPORT (patron_chart_export_get_type ())

G_DECLARE_FINAL_TYPE (PatronChartExport, patron_chart_export, PATRON,
                      CHART_EXPORT, PatronDialog)

struct _PatronChartExport
{
  PatronDialog     parent_instance;

  PatronChartView *view; /* (owned) */
  AdwComboRow     *format;
  AdwComboRow     *size;
  GtkSpinButton   *width;
  GtkSpinButton   *height;
  GtkWidget       *own_size[2];
  AdwComboRow     *scale;
  AdwComboRow     *background;
};

G_DEFINE_FINAL_TYPE (PatronChartExport, patron_chart_export,
                     PATRON_TYPE_DIALOG)

/* In px at 96 an inch: a slide is 10 inches wide, as the programs have it. */
static const struct
{
  const char *label;
  int         width;
  int         height;
} sizes[] = {
  { N_("Slide 16:9"), 960, 540 },
  { N_("Slide 4:3"), 960, 720 },
  { N_("A4 Page, Landscape"), 1123, 794 },
  { N_("Square"), 720, 720 },
  { N_("Half a Slide"), 480, 540 },
  { N_("Own Size"), 0, 0 },
};

static const int scales[] = { 1, 2, 3, 4 };

static gboolean
is_own_size (PatronChartExport *self)
{
  return sizes[adw_combo_row_get_selected (self->size)].width == 0;
}

static PatronExportFormat
get_format (PatronChartExport *self)
{
  return (PatronExportFormat) adw_combo_row_get_selected (self->format);
}

static void
update (PatronChartExport *self)
{
  PatronExportFormat format = get_format (self);

  for (gsize i = 0; i < G_N_ELEMENTS (self->own_size); i++)
    gtk_widget_set_visible (self->own_size[i], is_own_size (self));
  gtk_widget_set_visible (GTK_WIDGET (self->scale),
                          format == PATRON_EXPORT_PNG);
  gtk_widget_set_visible (GTK_WIDGET (self->background),
                          format != PATRON_EXPORT_PDF);
}

static void
size_cb (PatronChartExport *self)
{
  guint index = adw_combo_row_get_selected (self->size);

  if (sizes[index].width > 0)
    {
      gtk_spin_button_set_value (self->width, sizes[index].width);
      gtk_spin_button_set_value (self->height, sizes[index].height);
    }
  update (self);
}

static void
read_options (PatronChartExport   *self,
              PatronExportOptions *options)
{
  patron_export_options_init (options, get_format (self));
  options->width = gtk_spin_button_get_value (self->width);
  options->height = gtk_spin_button_get_value (self->height);
  options->rtl = gtk_widget_get_direction (GTK_WIDGET (self))
                 == GTK_TEXT_DIR_RTL;
  if (options->format == PATRON_EXPORT_PNG)
    options->scale = scales[adw_combo_row_get_selected (self->scale)];
  if (options->format != PATRON_EXPORT_PDF)
    options->transparent = adw_combo_row_get_selected (self->background) == 1;
}

static void
remember (PatronChartExport         *self,
          const PatronExportOptions *options)
{
  GSettings *settings = patron_settings_get ();

  if (settings == NULL)
    return;
  g_settings_set_string (settings, "export-format",
                         patron_export_format_get_id (options->format));
  g_settings_set_int (settings, "export-scale",
                      scales[adw_combo_row_get_selected (self->scale)]);
  g_settings_set_boolean (
      settings, "export-transparent",
      adw_combo_row_get_selected (self->background) == 1);
  g_settings_set (settings, "chart-size", "(ii)", (int) options->width,
                  (int) options->height);
}

static guint
find_size (int width,
           int height)
{
  guint i = 0;

  while (sizes[i].width > 0
         && (sizes[i].width != width || sizes[i].height != height))
    i++;
  return i;
}

static void
recall (PatronChartExport *self)
{
  GSettings *settings = patron_settings_get ();
  int scale = 2, width = sizes[0].width, height = sizes[0].height;

  if (settings != NULL)
    {
      g_autofree char *id = g_settings_get_string (settings, "export-format");
      PatronExportFormat format;

      if (patron_export_format_from_id (id, &format))
        adw_combo_row_set_selected (self->format, format);
      scale = g_settings_get_int (settings, "export-scale");
      adw_combo_row_set_selected (
          self->background,
          g_settings_get_boolean (settings, "export-transparent"));
      g_settings_get (settings, "chart-size", "(ii)", &width, &height);
    }
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (scales[i] == scale)
      adw_combo_row_set_selected (self->scale, i);
  gtk_spin_button_set_value (self->width, width);
  gtk_spin_button_set_value (self->height, height);
  adw_combo_row_set_selected (self->size, find_size (width, height));
  update (self);
}

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
  read_options (self, &options);
  if (!patron_export_chart_to_file (
          patron_chart_view_get_document (self->view),
          patron_chart_view_get_result (self->view),
          patron_chart_view_get_name (self->view), &options, file, &error))
    {
      patron_tell (GTK_WINDOW (self), _("Could Not Export"), error->message);
      return;
    }
  remember (self, &options);
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
      patron_export_format_get_id (get_format (self)));

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

static AdwComboRow *
add_choice (GtkWidget         *group,
            const char        *title,
            const char *const *labels)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (labels);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_COMBO_ROW (row);
}

static GtkSpinButton *
add_length (GtkWidget   *group,
            const char  *title,
            GtkWidget  **row)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (100, 8000, 10);

  *row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (*row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (*row),
                               _("Pixels, at 96 an inch"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (*row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (*row), spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), *row);
  return GTK_SPIN_BUTTON (spin);
}

static void
add_rows (PatronChartExport *self,
          GtkWidget         *group)
{
  const char *formats[] = { _("PNG Picture"), _("SVG Drawing"),
                            _("PDF Page"), NULL };
  const char *densities[]
      = { _("For Screens (1×)"), _("For Slides (2×)"), _("For Large Screens (3×)"),
          _("For Print (4×)"), NULL };
  const char *backgrounds[] = { _("White"), _("Transparent"), NULL };
  const char *labels[G_N_ELEMENTS (sizes) + 1] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    labels[i] = _(sizes[i].label);
  self->format = add_choice (group, _("_Format"), formats);
  self->size = add_choice (group, _("_Size"), labels);
  self->width = add_length (group, _("Width"), &self->own_size[0]);
  self->height = add_length (group, _("Height"), &self->own_size[1]);
  self->scale = add_choice (group, _("_Density"), densities);
  self->background = add_choice (group, _("_Background"), backgrounds);
  g_signal_connect_swapped (self->format, "notify::selected",
                            G_CALLBACK (update), self);
  g_signal_connect_swapped (self->size, "notify::selected",
                            G_CALLBACK (size_cb), self);
}

static void
patron_chart_export_init (PatronChartExport *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
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
  add_rows (self, group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), export);
  recall (self);
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
