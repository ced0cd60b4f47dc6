/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"
#include "patron-figure.h"

G_BEGIN_DECLS

#define PATRON_TYPE_GOALS_DRAWING (patron_goals_drawing_get_type ())

G_DECLARE_FINAL_TYPE (PatronGoalsDrawing, patron_goals_drawing, PATRON,
                      GOALS_DRAWING, AdwBin)

GtkWidget *patron_goals_drawing_new          (PatronFigureKind    kind,
                                              const char         *label);
void       patron_goals_drawing_set_document (PatronGoalsDrawing *self,
                                              PatronDocument     *document);
void       patron_goals_drawing_refresh      (PatronGoalsDrawing *self);
void       patron_goals_drawing_zoom         (PatronGoalsDrawing *self,
                                              double              factor);

G_END_DECLS
