/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *patron_mnemonic_button_new (const char *label);
void       patron_mnemonic_name       (GtkWidget  *widget);
void       patron_mnemonic_name_once  (GtkWidget  *widget);

G_END_DECLS
