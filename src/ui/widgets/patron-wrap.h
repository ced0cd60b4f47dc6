/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PATRON_TYPE_WRAP (patron_wrap_get_type ())

G_DECLARE_FINAL_TYPE (PatronWrap, patron_wrap, PATRON, WRAP, GtkWidget)

GtkWidget *patron_wrap_new          (void);
void       patron_wrap_insert_before (PatronWrap *self,
                                      GtkWidget  *child,
                                      GtkWidget  *before);

G_END_DECLS
