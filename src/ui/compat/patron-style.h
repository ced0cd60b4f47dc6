/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     patron_style_get_color     (GtkWidget           *widget,
                                     GdkRGBA             *color);
void     patron_style_add_resource  (const char          *path);

void     patron_choose_colour_async (GtkWindow           *parent,
                                     const char          *title,
                                     const GdkRGBA       *initial,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean patron_choose_colour_finish (GAsyncResult       *result,
                                      GdkRGBA            *colour);

G_END_DECLS
