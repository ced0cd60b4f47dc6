/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "patron-text.h"

G_BEGIN_DECLS

PangoContext         *patron_pango_context_new      (void);
PangoFontDescription *patron_pango_describe_font    (const PatronFont *font);
void                  patron_pango_layout_set_font  (PangoLayout      *layout,
                                                     const PatronFont *font);
PatronMeasurer       *patron_pango_measurer_new     (void);

G_END_DECLS
