/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*PatronPaintedFunc) (GtkWidget *widget);

void patron_when_painted (GtkWidget         *widget,
                          PatronPaintedFunc  func);

G_END_DECLS
