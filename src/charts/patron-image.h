/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

#define PATRON_TYPE_IMAGE (patron_image_get_type ())

typedef struct _PatronImage PatronImage;

GType            patron_image_get_type      (void) G_GNUC_CONST;
PatronImage     *patron_image_new           (GBytes            *bytes,
                                             GError           **error);
PatronImage     *patron_image_ref           (PatronImage       *self);
void             patron_image_unref         (PatronImage       *self);
GBytes          *patron_image_get_bytes     (const PatronImage *self);
const char      *patron_image_get_mime_type (const PatronImage *self);
int              patron_image_get_width     (const PatronImage *self);
int              patron_image_get_height    (const PatronImage *self);
cairo_surface_t *patron_image_get_surface   (const PatronImage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronImage, patron_image_unref)

G_END_DECLS
