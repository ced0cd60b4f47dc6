/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PATRON_TYPE_SWATCH (patron_swatch_get_type ())

G_DECLARE_FINAL_TYPE (PatronSwatch, patron_swatch, PATRON, SWATCH, GtkWidget)

GtkWidget  *patron_swatch_new        (const char   *colour);
const char *patron_swatch_get_colour (PatronSwatch *self);
void        patron_swatch_set_colour (PatronSwatch *self,
                                      const char   *colour);

G_END_DECLS
