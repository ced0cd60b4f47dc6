/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PATRON_TYPE_SIDE_PANE (patron_side_pane_get_type ())

G_DECLARE_FINAL_TYPE (PatronSidePane, patron_side_pane, PATRON, SIDE_PANE,
                      GtkWidget)

GtkWidget *patron_side_pane_new        (GtkWidget      *content,
                                        GtkWidget      *pane);
gboolean   patron_side_pane_get_shown  (PatronSidePane *self);
void       patron_side_pane_set_shown  (PatronSidePane *self,
                                        gboolean        shown);
gboolean   patron_side_pane_get_folded (PatronSidePane *self);

G_END_DECLS
