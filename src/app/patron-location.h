/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char          *patron_location_describe_folder (GFile *file);
char          *patron_location_get_name        (GFile *file);
gboolean       patron_location_is_same         (GFile *a,
                                             GFile *b);
GFile         *patron_location_add_extension   (GFile *file);
GtkFileFilter *patron_location_get_filter      (void);

G_END_DECLS
