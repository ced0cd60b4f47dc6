/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

/* Rows of dialogs that no field of a record stands behind. */

#include "config.h"

#include "patron-kpi-matcher.h"

/**
 * patron_kpi_add_group:
 * @box: the box that it is appended to
 *
 * Returns: (transfer none): a group of rows
 */
GtkWidget *
patron_kpi_add_group (GtkWidget  *box,
                      const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

/**
 * patron_kpi_add_combo:
 * @choices: (transfer full): what can be chosen
 *
 * Returns: (transfer none): the row
 */
AdwComboRow *
patron_kpi_add_combo (GtkWidget     *group,
                      const char    *title,
                      GtkStringList *choices)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_object_unref (choices);
  return ADW_COMBO_ROW (row);
}

/**
 * patron_kpi_add_entry:
 *
 * Returns: (transfer none): the row
 */
AdwEntryRow *
patron_kpi_add_entry (GtkWidget  *group,
                      const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_ENTRY_ROW (row);
}

/**
 * patron_kpi_add_switch:
 *
 * Returns: (transfer none): the switch of the row
 */
GtkSwitch *
patron_kpi_add_switch (GtkWidget  *group,
                       const char *title,
                       const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return GTK_SWITCH (toggle);
}

/**
 * patron_kpi_set_subtitle:
 * @text: what is no markup
 *
 * Shows a second line.
 */
void
patron_kpi_set_subtitle (AdwComboRow *row,
                         const char  *text)
{
  g_autofree char *safe = g_markup_escape_text (text, -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe);
}
