/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-dialog.h"

#include "patron-mnemonic.h"

/**
 * PatronDialog:
 *
 * A window that belongs to another, is no bigger than it, and closes with
 * Escape.
 */
G_DEFINE_ABSTRACT_TYPE (PatronDialog, patron_dialog, ADW_TYPE_WINDOW)

static void
patron_dialog_class_init (PatronDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w,
                                       GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
patron_dialog_init (PatronDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self), 320, 240);
}

/**
 * patron_dialog_present:
 * @parent: (nullable): the window that it belongs to
 */
void
patron_dialog_present (PatronDialog *self,
                       GtkWindow    *parent)
{
  int width;
  int height;

  patron_mnemonic_name_once (GTK_WIDGET (self));
  if (parent != NULL)
    {
      gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
      if (width > 0 && gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
        width = MIN (width, gtk_widget_get_width (GTK_WIDGET (parent)));
      if (height > 0 && gtk_widget_get_height (GTK_WIDGET (parent)) > 0)
        height = MIN (height, gtk_widget_get_height (GTK_WIDGET (parent)));
      gtk_window_set_default_size (GTK_WINDOW (self), width, height);
      gtk_window_set_transient_for (GTK_WINDOW (self), parent);
    }
  gtk_window_present (GTK_WINDOW (self));
}
