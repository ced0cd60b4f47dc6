/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PATRON_TYPE_BANNER (patron_banner_get_type ())

G_DECLARE_FINAL_TYPE (PatronBanner, patron_banner, PATRON, BANNER, AdwBin)

GtkWidget *patron_banner_new  (void);
void       patron_banner_show (PatronBanner *self,
                               const char   *text,
                               const char   *label,
                               const char   *action);
void       patron_banner_hide (PatronBanner *self);

G_END_DECLS
