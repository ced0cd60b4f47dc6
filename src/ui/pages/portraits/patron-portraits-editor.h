/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_PORTRAITS_EDITOR (patron_portraits_editor_get_type ())

G_DECLARE_FINAL_TYPE (PatronPortraitsEditor, patron_portraits_editor, PATRON,
                      PORTRAITS_EDITOR, AdwBin)

GtkWidget *patron_segment_editor_new           (PatronDocument        *document);
GtkWidget *patron_portrait_editor_new          (PatronDocument        *document);
void       patron_portraits_editor_set_record  (PatronPortraitsEditor *self,
                                                PatronRecord          *record);
gboolean   patron_portraits_editor_show_part   (PatronPortraitsEditor *self,
                                                PatronRecord          *part);

G_END_DECLS
