/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PATRON_TYPE_ROW (patron_row_get_type ())

G_DECLARE_DERIVABLE_TYPE (PatronRow, patron_row, PATRON, ROW,
                          AdwPreferencesRow)

/**
 * PatronRowClass:
 * @clicked: the row was clicked beside its control; focuses the control by
 *   default
 * @help_set: shows the help; as a subtitle by default
 * @flush: commits what was typed, if anything was
 *
 * What a row does for itself.
 */
struct _PatronRowClass
{
  AdwPreferencesRowClass parent_class;

  void     (*clicked)  (PatronRow  *self);
  void     (*help_set) (PatronRow  *self,
                        const char *help);
  void     (*flush)    (PatronRow  *self);

  gpointer reserved[4];
};

const char *patron_row_get_help      (PatronRow  *self);
void        patron_row_set_help      (PatronRow  *self,
                                      const char *help);
const char *patron_row_get_message   (PatronRow  *self);
void        patron_row_set_message   (PatronRow  *self,
                                      const char *message);
gboolean    patron_row_get_read_only (PatronRow  *self);
void        patron_row_set_read_only (PatronRow  *self,
                                      gboolean    read_only);
void        patron_row_flush         (PatronRow  *self);
void        patron_row_flush_focus   (GtkWidget  *widget);

/* For the rows themselves. */
void        patron_row_set_control   (PatronRow  *self,
                                      GtkWidget  *control,
                                      GtkWidget  *input,
                                      gboolean    stacked);
void        patron_row_label_control (PatronRow  *self,
                                      GtkWidget  *control);
void        patron_row_add_suffix    (PatronRow  *self,
                                      GtkWidget  *suffix);
void        patron_row_touch         (PatronRow  *self);
void        patron_row_commit        (PatronRow  *self);
GtkWidget  *patron_row_new_button    (const char *icon_name,
                                      const char *label);
GtkWidget  *patron_row_new_text_button (const char *icon_name,
                                        const char *text,
                                        const char *label);

G_END_DECLS
