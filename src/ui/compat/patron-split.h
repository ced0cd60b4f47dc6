/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PATRON_TYPE_SPLIT (patron_split_get_type ())

G_DECLARE_FINAL_TYPE (PatronSplit, patron_split, PATRON, SPLIT, AdwBin)

GtkWidget *patron_split_new              (GtkWidget   *list,
                                          GtkWidget   *content);
gboolean   patron_split_get_folded       (PatronSplit *self);
gboolean   patron_split_get_show_content (PatronSplit *self);
void       patron_split_set_show_content (PatronSplit *self,
                                          gboolean     show_content);
void       patron_split_set_title        (PatronSplit *self,
                                          const char  *title);
void       patron_split_add_end          (PatronSplit *self,
                                          GtkWidget   *widget);

void       patron_expander_row_add_suffix (AdwExpanderRow *row,
                                           GtkWidget      *widget);

G_END_DECLS
