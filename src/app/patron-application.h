/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-window.h"

G_BEGIN_DECLS

#define PATRON_TYPE_APPLICATION (patron_application_get_type ())

G_DECLARE_FINAL_TYPE (PatronApplication, patron_application, PATRON,
                      APPLICATION, AdwApplication)

GApplication *patron_application_new          (GApplicationFlags  flags);

/* Opening: patron-application-open.c. A @window without a document shows
 * what is opened, otherwise a new one does. */

void          patron_application_open_file    (PatronApplication *self,
                                               PatronWindow      *window,
                                               GFile             *file);
void          patron_application_salvage_file (PatronApplication *self,
                                               PatronWindow      *window,
                                               GFile             *file);
void          patron_application_open_draft   (PatronApplication *self,
                                               PatronWindow      *window,
                                               const char        *name);
void          patron_application_open_new     (PatronApplication *self,
                                               PatronWindow      *window,
                                               const char        *template_id);

G_END_DECLS
