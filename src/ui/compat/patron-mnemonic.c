/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-mnemonic.h"

static gboolean
has_mnemonic (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget)
         && gtk_button_get_use_underline (GTK_BUTTON (widget));
}

/**
 * patron_mnemonic_name_once:
 * @widget: a button that has a name and a mnemonic, or what such buttons are
 *   in
 *
 * GTK 4.8 adds the label to the name of a button with a mnemonic, and a
 * screen reader would read both. Leaves the name.
 */
void
patron_mnemonic_name_once (GtkWidget *widget)
{
  if (has_mnemonic (widget))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget),
                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    patron_mnemonic_name_once (child);
}

/**
 * patron_mnemonic_name:
 * @widget: a button whose label has a mnemonic, or what such buttons are in
 *
 * GTK 4.8 takes the label for the accessible name as it is, and a screen
 * reader would read the underscore out. Names the buttons by what is shown.
 */
void
patron_mnemonic_name (GtkWidget *widget)
{
  const char *label = has_mnemonic (widget)
                          ? gtk_button_get_label (GTK_BUTTON (widget))
                          : NULL;

  if (label != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (label, "_", -1);
      g_autofree char *name = g_strjoinv ("", parts);

      gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      patron_mnemonic_name_once (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    patron_mnemonic_name (child);
}

/**
 * patron_mnemonic_button_new:
 * @label: with an underscore before the letter of the mnemonic
 *
 * Returns: (transfer floating): a button, named by what is shown
 */
GtkWidget *
patron_mnemonic_button_new (const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  patron_mnemonic_name (button);
  return button;
}
