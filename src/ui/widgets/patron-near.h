/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void patron_near_install (GtkScrolledWindow *scroller,
                          GtkWidget         *content);

G_END_DECLS
