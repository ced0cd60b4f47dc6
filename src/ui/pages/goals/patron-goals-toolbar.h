/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PatronToolbarFunc:
 * @first: whether the first of the widgets that may give way is shown
 * @data: user data
 *
 * Told while sizes are given out, when none may be asked for.
 */
typedef void (*PatronToolbarFunc) (gboolean first,
                                   gpointer data);

GtkWidget *patron_goals_toolbar_new (GtkWidget *const *children,
                                     guint             n_children,
                                     guint             first,
                                     guint             second,
                                     PatronToolbarFunc changed,
                                     gpointer          data);

G_END_DECLS
