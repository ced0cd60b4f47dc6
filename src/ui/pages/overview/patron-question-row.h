/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_QUESTION_ROW (patron_question_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronQuestionRow, patron_question_row, PATRON,
                      QUESTION_ROW, AdwExpanderRow)

GtkWidget    *patron_question_row_new          (PatronDocument    *document,
                                                PatronRecord      *question);
PatronRecord *patron_question_row_get_question (PatronQuestionRow *self);
void          patron_question_row_open         (PatronQuestionRow *self,
                                                PatronRecord      *answer);

G_END_DECLS
