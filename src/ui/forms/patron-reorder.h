/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-document.h"

G_BEGIN_DECLS

/**
 * PatronDropFunc:
 * @target: the record of the widget that was dropped on
 * @dropped: the record that was dropped; not @target
 * @after: whether it was dropped on the later half
 * @commit: whether it was dropped, rather than only held there
 * @data: user data
 *
 * Puts a record elsewhere. What goes wrong the function reports itself.
 *
 * Returns: whether @dropped may be dropped there
 */
typedef gboolean (*PatronDropFunc) (PatronRecord *target,
                                    PatronRecord *dropped,
                                    gboolean      after,
                                    gboolean      commit,
                                    gpointer      data);

void          patron_reorder_install (GtkWidget      *widget,
                                      PatronRecord   *record,
                                      PatronDropFunc  drop,
                                      gpointer        data);
void          patron_reorder_update  (GtkWidget      *widget,
                                      PatronRecord   *record);
PatronRecord *patron_reorder_before  (GListModel     *siblings,
                                      PatronRecord   *record,
                                      int             by,
                                      gboolean       *possible);
PatronRecord *patron_reorder_after   (GListModel     *siblings,
                                      PatronRecord   *record);

G_END_DECLS
