/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-scene.h"

G_BEGIN_DECLS

#define PATRON_TYPE_THUMBNAIL (patron_thumbnail_get_type ())

G_DECLARE_FINAL_TYPE (PatronThumbnail, patron_thumbnail, PATRON, THUMBNAIL,
                      GtkWidget)

GtkWidget *patron_thumbnail_new       (const char      *label,
                                       int              width,
                                       int              height);
void       patron_thumbnail_set_scene (PatronThumbnail *self,
                                       PatronScene     *scene,
                                       PatronColour     paper);
gboolean   patron_thumbnail_paint     (PatronThumbnail *self);
void       patron_thumbnail_drop      (PatronThumbnail *self);

G_END_DECLS
