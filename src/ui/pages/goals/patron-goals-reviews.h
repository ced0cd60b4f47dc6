/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_GOALS_REVIEWS (patron_goals_reviews_get_type ())

G_DECLARE_FINAL_TYPE (PatronGoalsReviews, patron_goals_reviews, PATRON,
                      GOALS_REVIEWS, AdwBin)

GtkWidget *patron_goals_reviews_new          (void);
void       patron_goals_reviews_set_document (PatronGoalsReviews *self,
                                              PatronDocument     *document);
void       patron_goals_reviews_refresh      (PatronGoalsReviews *self);
gboolean   patron_goals_reviews_show_record  (PatronGoalsReviews *self,
                                              PatronRecord       *review);

G_END_DECLS
