/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-import.h"
#include "patron-kpi-preview.h"
#include "patron-mnemonic.h"

/**
 * PatronKpiImport:
 *
 * The dialog that turns a table into measurements: it matches columns, shows
 * what would come of it, and imports all of that or nothing.
 */
struct _PatronKpiImport
{
  PatronDialog      parent_instance;

  PatronDocument   *document;    /* (owned) */
  PatronImport     *table;       /* (owned) */
  PatronImportPlan *plan;        /* (owned) (nullable) */
  char             *stem;        /* (owned) name of the file, bare */
  guint             replan_id;
  gboolean          filling;

  AdwComboRow      *date;
  AdwComboRow      *order;
  AdwComboRow      *group;
  AdwComboRow      *kind;
  AdwComboRow      *value;
  AdwComboRow      *numerator;
  AdwComboRow      *denominator;
  GtkSwitch        *complement;
  GtkWidget        *complement_row;
  AdwComboRow      *filter;
  AdwEntryRow      *filter_value;
  AdwComboRow      *merge;
  AdwComboRow      *mark;
  AdwEntryRow      *name;
  GtkWidget        *preview;
  GtkWidget        *import_button;
};

enum
{
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PatronKpiImport, patron_kpi_import, PATRON_TYPE_DIALOG)

/* The first entry of such a combo stands for no column. */
static int
optional_column (AdwComboRow *row)
{
  return (int) adw_combo_row_get_selected (row) - 1;
}

static gboolean
wants_ratio (PatronKpiImport *self)
{
  return adw_combo_row_get_selected (self->kind) == 1;
}

static void
read_mapping (PatronKpiImport     *self,
              PatronImportMapping *mapping)
{
  static const char marks[] = { 0, '.', ',' };
  const char *text;

  patron_import_mapping_init (mapping);
  mapping->date = (int) adw_combo_row_get_selected (self->date);
  mapping->order
      = (PatronDateOrder) adw_combo_row_get_selected (self->order);
  mapping->group = optional_column (self->group);
  mapping->merge
      = (PatronImportMerge) adw_combo_row_get_selected (self->merge);
  if (wants_ratio (self))
    {
      mapping->merge = PATRON_IMPORT_RATIO;
      mapping->numerator = (int) adw_combo_row_get_selected (self->numerator);
      mapping->denominator
          = (int) adw_combo_row_get_selected (self->denominator);
      mapping->complement = gtk_switch_get_active (self->complement);
    }
  else
    mapping->value = (int) adw_combo_row_get_selected (self->value);
  mapping->filter.column = optional_column (self->filter);
  mapping->filter.value
      = gtk_editable_get_text (GTK_EDITABLE (self->filter_value));
  mapping->decimal_mark
      = marks[MIN (adw_combo_row_get_selected (self->mark), 2)];
  text = gtk_editable_get_text (GTK_EDITABLE (self->name));
  mapping->name = *text != '\0' ? text : self->stem;
}

/* Under each choice of a column stands what its first row holds. */
static void
show_example (PatronKpiImport *self,
              AdwComboRow     *row,
              int              column)
{
  const char *cell = NULL;
  g_autofree char *example = NULL;
  g_autofree char *safe = NULL;

  if (column >= 0
      && (guint) column < patron_import_get_n_columns (self->table)
      && patron_import_get_n_samples (self->table) > 0)
    cell = patron_import_get_cell (self->table, 0, (guint) column);
  if (cell != NULL && *cell != '\0')
    /* Translators: what the first row of a column holds. */
    example = g_strdup_printf (_("Such as “%s”"), cell);
  safe = g_markup_escape_text (example != NULL ? example : "", -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe);
}

static void
show_examples (PatronKpiImport *self)
{
  AdwComboRow *const rows[]
      = { self->date, self->value, self->numerator, self->denominator };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    show_example (self, rows[i], (int) adw_combo_row_get_selected (rows[i]));
  show_example (self, self->group, optional_column (self->group));
  show_example (self, self->filter, optional_column (self->filter));
}

static void
show_relevant (PatronKpiImport *self)
{
  gboolean ratio = wants_ratio (self);

  show_examples (self);

  gtk_widget_set_visible (GTK_WIDGET (self->value), !ratio);
  gtk_widget_set_visible (GTK_WIDGET (self->merge), !ratio);
  gtk_widget_set_visible (GTK_WIDGET (self->numerator), ratio);
  gtk_widget_set_visible (GTK_WIDGET (self->denominator), ratio);
  gtk_widget_set_visible (self->complement_row, ratio);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_value),
                          optional_column (self->filter) >= 0);
}

static gboolean
replan_cb (gpointer user_data)
{
  PatronKpiImport *self = user_data;
  PatronImportMapping mapping;
  g_autoptr (GError) error = NULL;

  self->replan_id = 0;
  g_clear_pointer (&self->plan, patron_import_plan_free);
  read_mapping (self, &mapping);
  self->plan
      = patron_import_plan (self->table, self->document, &mapping, &error);
  patron_kpi_preview_show (PATRON_KPI_PREVIEW (self->preview), self->plan,
                           error);
  gtk_widget_set_sensitive (
      self->import_button,
      self->plan != NULL
          && patron_import_plan_get_n_new (self->plan)
                     + patron_import_plan_get_n_changes (self->plan)
                 > 0);
  return G_SOURCE_REMOVE;
}

static void
mapping_changed_cb (PatronKpiImport *self)
{
  if (self->filling)
    return;
  show_relevant (self);
  if (self->replan_id == 0)
    self->replan_id = g_timeout_add (150, replan_cb, self);
}

static void
import_cb (PatronKpiImport *self)
{
  g_autoptr (GError) error = NULL;

  if (self->replan_id != 0)
    {
      g_source_remove (self->replan_id);
      replan_cb (self);
    }
  if (self->plan == NULL)
    return;
  if (!patron_import_plan_apply (self->plan, self->document, &error))
    {
      patron_kpi_preview_show (PATRON_KPI_PREVIEW (self->preview), self->plan,
                               error);
      return;
    }
  g_signal_emit (self, signals[IMPORTED], 0,
                 patron_import_plan_get_n_points (self->plan));
  gtk_window_close (GTK_WINDOW (self));
}

static void
patron_kpi_import_dispose (GObject *object)
{
  PatronKpiImport *self = PATRON_KPI_IMPORT (object);

  g_clear_handle_id (&self->replan_id, g_source_remove);
  g_clear_pointer (&self->plan, patron_import_plan_free);
  g_clear_pointer (&self->table, patron_import_unref);
  g_clear_pointer (&self->stem, g_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (patron_kpi_import_parent_class)->dispose (object);
}

static void
patron_kpi_import_class_init (PatronKpiImportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_kpi_import_dispose;

  /**
   * PatronKpiImport::imported:
   * @n_values: how many measurements there are in the plan
   *
   * Emitted when all of it is in the document.
   */
  signals[IMPORTED] = g_signal_new ("imported", PATRON_TYPE_KPI_IMPORT,
                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);
}

static AdwComboRow *
add_combo (PatronKpiImport     *self,
           AdwPreferencesGroup *group,
           const char          *title,
           GtkStringList       *choices)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  g_signal_connect_swapped (row, "notify::selected",
                            G_CALLBACK (mapping_changed_cb), self);
  adw_preferences_group_add (group, row);
  g_object_unref (choices);
  return ADW_COMBO_ROW (row);
}

static AdwEntryRow *
add_entry (PatronKpiImport     *self,
           AdwPreferencesGroup *group,
           const char          *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (mapping_changed_cb),
                            self);
  adw_preferences_group_add (group, row);
  return ADW_ENTRY_ROW (row);
}

static GtkStringList *
columns_of (PatronKpiImport *self,
            const char      *none)
{
  GtkStringList *columns = gtk_string_list_new (NULL);

  if (none != NULL)
    gtk_string_list_append (columns, none);
  for (guint i = 0; i < patron_import_get_n_columns (self->table); i++)
    gtk_string_list_append (columns, patron_import_get_column (self->table, i));
  return columns;
}

static AdwPreferencesGroup *
add_group (GtkWidget  *page,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_complement (PatronKpiImport     *self,
                AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _("Take What Is Left of the Whole"));
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (row),
      _("1 − the ratio: of breaches, the share without one"));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Take What Is Left of the Whole"), -1);
  g_signal_connect_swapped (toggle, "notify::active",
                            G_CALLBACK (mapping_changed_cb), self);
  adw_preferences_group_add (group, row);
  self->complement = GTK_SWITCH (toggle);
  self->complement_row = row;
}

static void
add_columns (PatronKpiImport *self,
             GtkWidget       *page)
{
  const char *const orders[] = {
    _("Find Out"), _("Year, Month, Day"), _("Day, Month, Year"),
    _("Month, Day, Year"), _("Year, Month"), NULL,
  };
  const char *const kinds[]
      = { _("One Column"), _("Ratio of Two Columns"), NULL };
  const char *const merges[] = { _("Mean"), _("Sum"), _("Last Value"), NULL };
  const char *const marks[]
      = { _("Find Out"), _("Point"), _("Comma"), NULL };
  AdwPreferencesGroup *group = add_group (page, _("Columns"));

  self->date = add_combo (self, group, _("Date"), columns_of (self, NULL));
  self->order
      = add_combo (self, group, _("Order of the Date"),
                   gtk_string_list_new (orders));
  self->kind = add_combo (self, group, _("Value"), gtk_string_list_new (kinds));
  self->value
      = add_combo (self, group, _("Value Column"), columns_of (self, NULL));
  self->numerator
      = add_combo (self, group, _("Divide"), columns_of (self, NULL));
  self->denominator
      = add_combo (self, group, _("By"), columns_of (self, NULL));
  add_complement (self, group);
  self->merge = add_combo (self, group, _("Several Values of One Date"),
                           gtk_string_list_new (merges));
  self->mark = add_combo (self, group, _("Decimal Mark"),
                          gtk_string_list_new (marks));

  group = add_group (page, _("KPIs"));
  self->group = add_combo (self, group, _("One KPI for Each"),
                           columns_of (self, _("No Column: One KPI")));
  self->filter = add_combo (self, group, _("Only Rows Where"),
                            columns_of (self, _("All Rows")));
  self->filter_value = add_entry (self, group, _("Is"));
  self->name = add_entry (self, group, _("Name"));
}

static void
fill_in (PatronKpiImport *self)
{
  PatronImportMapping mapping;

  self->filling = TRUE;
  patron_import_mapping_init (&mapping);
  patron_import_suggest (self->table, &mapping);
  adw_combo_row_set_selected (self->date, (guint) MAX (mapping.date, 0));
  adw_combo_row_set_selected (self->order, mapping.order);
  adw_combo_row_set_selected (self->group, (guint) (mapping.group + 1));
  adw_combo_row_set_selected (self->kind, mapping.numerator >= 0);
  adw_combo_row_set_selected (self->value, (guint) MAX (mapping.value, 0));
  /* A part of the whole tends to stand after the whole. */
  adw_combo_row_set_selected (
      self->denominator,
      (guint) MAX (mapping.denominator, MAX (mapping.value, 0)));
  adw_combo_row_set_selected (
      self->numerator,
      mapping.numerator >= 0
          ? (guint) mapping.numerator
          : MIN ((guint) MAX (mapping.value, 0) + 1,
                 patron_import_get_n_columns (self->table) - 1));
  gtk_switch_set_active (self->complement, mapping.complement);
  adw_combo_row_set_selected (self->filter, (guint) (mapping.filter.column + 1));
  adw_combo_row_set_selected (self->merge, mapping.merge);
  gtk_editable_set_text (GTK_EDITABLE (self->name), self->stem);
  self->filling = FALSE;
}

static void
build (PatronKpiImport *self,
       const char      *file_name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *cancel = patron_mnemonic_button_new (_("_Cancel"));
  GtkWidget *title = adw_window_title_new (_("Import Measurements"),
                                           file_name);

  self->import_button = patron_mnemonic_button_new (_("_Import"));
  gtk_widget_add_css_class (self->import_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->import_button, "clicked",
                            G_CALLBACK (import_cb), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->import_button);

  add_columns (self, page);
  self->preview = patron_kpi_preview_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (self->preview));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
patron_kpi_import_init (PatronKpiImport *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Import Measurements"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 720);
}

/**
 * patron_kpi_import_new:
 * @file_name: what the table is called
 * @bytes: a table as text
 *
 * Returns: (transfer none) (nullable): the dialog, or %NULL with @error where
 *   the text is no table
 */
PatronKpiImport *
patron_kpi_import_new (PatronDocument *document,
                       const char     *file_name,
                       GBytes         *bytes,
                       GError        **error)
{
  g_autoptr (PatronImport) table = patron_import_new_for_bytes (
      bytes, NULL, PATRON_IMPORT_HEAD_AUTO, error);
  PatronKpiImport *self;
  char *dot;

  if (table == NULL)
    return NULL;
  self = g_object_new (PATRON_TYPE_KPI_IMPORT, NULL);
  self->document = g_object_ref (document);
  self->table = g_steal_pointer (&table);
  self->stem = g_strdup (file_name);
  dot = strrchr (self->stem, '.');
  if (dot != NULL && dot != self->stem)
    *dot = '\0';
  g_strdelimit (self->stem, "_", ' ');
  build (self, file_name);
  fill_in (self);
  show_relevant (self);
  replan_cb (self);
  return self;
}
