/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_PORTRAITS_LIST (patron_portraits_list_get_type ())

G_DECLARE_FINAL_TYPE (PatronPortraitsList, patron_portraits_list, PATRON,
                      PORTRAITS_LIST, AdwBin)

GtkWidget    *patron_portraits_list_new          (void);
void          patron_portraits_list_set_document (PatronPortraitsList *self,
                                                  PatronDocument      *document);
PatronRecord *patron_portraits_list_get_selected (PatronPortraitsList *self);
void          patron_portraits_list_select       (PatronPortraitsList *self,
                                                  PatronRecord        *record);
void          patron_portraits_list_focus        (PatronPortraitsList *self);
void          patron_portraits_list_select_first (PatronPortraitsList *self);
gboolean      patron_portraits_list_is_empty     (PatronPortraitsList *self);
PatronRecord *patron_portraits_list_get_neighbour (PatronPortraitsList *self);
GListModel   *patron_portraits_list_get_siblings (PatronPortraitsList *self,
                                                  PatronRecord        *record);
void          patron_portraits_list_set_single   (PatronPortraitsList *self,
                                                  gboolean             single);

G_END_DECLS
