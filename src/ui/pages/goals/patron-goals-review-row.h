/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_GOALS_REVIEW_ROW (patron_goals_review_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronGoalsReviewRow, patron_goals_review_row, PATRON,
                      GOALS_REVIEW_ROW, AdwExpanderRow)

GtkWidget    *patron_goals_review_row_new        (PatronDocument       *document,
                                                  PatronRecord         *review);
PatronRecord *patron_goals_review_row_get_review (PatronGoalsReviewRow *self);
void          patron_goals_review_row_refresh    (PatronGoalsReviewRow *self);
void          patron_goals_review_row_edit       (PatronGoalsReviewRow *self);

G_END_DECLS
