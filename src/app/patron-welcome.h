/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PATRON_TYPE_WELCOME (patron_welcome_get_type ())

G_DECLARE_FINAL_TYPE (PatronWelcome, patron_welcome, PATRON, WELCOME, AdwBin)

GtkWidget *patron_welcome_new     (void);
void       patron_welcome_refresh (PatronWelcome *self);

G_END_DECLS
