/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"
#include "patron-row.h"

G_BEGIN_DECLS

#define PATRON_TYPE_FORM (patron_form_get_type ())

G_DECLARE_FINAL_TYPE (PatronForm, patron_form, PATRON, FORM, AdwBin)

GtkWidget    *patron_form_new        (PatronDocument     *document,
                                      const PatronEntity *entity);
GtkWidget    *patron_form_add_group  (PatronForm         *self,
                                      const char         *title);
PatronRow    *patron_form_add        (PatronForm         *self,
                                      const char         *field);
void          patron_form_add_all    (PatronForm         *self);
void          patron_form_append     (PatronForm         *self,
                                      GtkWidget          *widget);
void          patron_form_show_when  (PatronForm         *self,
                                      GtkWidget          *widget,
                                      const char         *field,
                                      const char         *choice);
PatronRecord *patron_form_get_record (PatronForm         *self);
void          patron_form_set_record (PatronForm         *self,
                                      PatronRecord       *record);
PatronRow    *patron_form_get_row    (PatronForm         *self,
                                      const char         *field);
void          patron_form_flush      (PatronForm         *self);

G_END_DECLS
