/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-document.h"

G_BEGIN_DECLS

gboolean patron_portraits_drop       (GtkWidget      *widget,
                                      PatronDocument *document,
                                      GListModel     *siblings,
                                      PatronRecord   *target,
                                      PatronRecord   *dropped,
                                      gboolean        after,
                                      gboolean        commit);
gboolean patron_portraits_place      (PatronDocument *document,
                                      PatronRecord   *portrait,
                                      gint64          segment,
                                      PatronRecord   *before,
                                      GError        **error);

G_END_DECLS
