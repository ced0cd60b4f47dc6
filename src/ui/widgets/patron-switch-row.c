/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-switch-row.h"

/**
 * PatronSwitchRow:
 *
 * A row for yes or no.
 */
struct _PatronSwitchRow
{
  PatronRow parent_instance;

  GtkWidget *control;
};

G_DEFINE_FINAL_TYPE (PatronSwitchRow, patron_switch_row, PATRON_TYPE_ROW)

static void
patron_switch_row_clicked (PatronRow *row)
{
  gtk_widget_activate (PATRON_SWITCH_ROW (row)->control);
}

static void
patron_switch_row_class_init (PatronSwitchRowClass *klass)
{
  PATRON_ROW_CLASS (klass)->clicked = patron_switch_row_clicked;
}

static void
patron_switch_row_init (PatronSwitchRow *self)
{
  self->control = gtk_switch_new ();
  gtk_widget_set_valign (self->control, GTK_ALIGN_CENTER);
  patron_row_set_control (PATRON_ROW (self), self->control, self->control,
                          FALSE);
  g_signal_connect_swapped (self->control, "notify::active",
                            G_CALLBACK (patron_row_commit), self);
}

/**
 * patron_switch_row_new:
 *
 * Returns: (transfer floating): a row for yes or no
 */
PatronRow *
patron_switch_row_new (void)
{
  return g_object_new (PATRON_TYPE_SWITCH_ROW, NULL);
}

/**
 * patron_switch_row_get_active:
 *
 * Returns: whether it is on
 */
gboolean
patron_switch_row_get_active (PatronSwitchRow *self)
{
  return gtk_switch_get_active (GTK_SWITCH (self->control));
}

/**
 * patron_switch_row_set_active:
 *
 * Turns the switch on or off.
 */
void
patron_switch_row_set_active (PatronSwitchRow *self,
                              gboolean         active)
{
  g_signal_handlers_block_by_func (self->control, patron_row_commit, self);
  gtk_switch_set_active (GTK_SWITCH (self->control), active);
  g_signal_handlers_unblock_by_func (self->control, patron_row_commit, self);
}
