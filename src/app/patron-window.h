/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"
#include "patron-document-view.h"

G_BEGIN_DECLS

#define PATRON_TYPE_WINDOW (patron_window_get_type ())

G_DECLARE_FINAL_TYPE (PatronWindow, patron_window, PATRON, WINDOW,
                      AdwApplicationWindow)

GtkWidget          *patron_window_new          (GtkApplication *application);
PatronDocument     *patron_window_get_document (PatronWindow   *self);
PatronDocumentView *patron_window_get_view     (PatronWindow   *self);
void                patron_window_set_document (PatronWindow   *self,
                                                PatronDocument *document);
void                patron_window_present      (PatronWindow   *self);
void                patron_window_toast        (PatronWindow   *self,
                                                const char     *message);
void                patron_window_toast_file   (PatronWindow   *self,
                                                const char     *message,
                                                const char     *uri);

G_END_DECLS
