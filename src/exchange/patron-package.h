/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PatronPackage:
 *
 * A zip file in the making, such as an office document is. The same parts in
 * the same order give the same bytes.
 */
typedef struct _PatronPackage PatronPackage;

PatronPackage *patron_package_new        (void);
void           patron_package_free       (PatronPackage *self);
void           patron_package_add        (PatronPackage *self,
                                          const char    *name,
                                          GBytes        *bytes);
void           patron_package_add_text   (PatronPackage *self,
                                          const char    *name,
                                          GString       *text);
void           patron_package_add_stored (PatronPackage *self,
                                          const char    *name,
                                          const char    *text);
GBytes        *patron_package_finish     (PatronPackage *self,
                                          GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronPackage, patron_package_free)

G_END_DECLS
