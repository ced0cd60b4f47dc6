/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void patron_preferences_apply   (void);
void patron_preferences_present (GtkWindow *parent);

G_END_DECLS
