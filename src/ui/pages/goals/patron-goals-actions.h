/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PATRON_TYPE_GOALS_ACTIONS (patron_goals_actions_get_type ())

G_DECLARE_FINAL_TYPE (PatronGoalsActions, patron_goals_actions, PATRON,
                      GOALS_ACTIONS, AdwBin)

GtkWidget *patron_goals_actions_new          (void);
void       patron_goals_actions_set_document (PatronGoalsActions *self,
                                              PatronDocument     *document);
void       patron_goals_actions_refresh      (PatronGoalsActions *self);
gboolean   patron_goals_actions_show_record  (PatronGoalsActions *self,
                                              PatronRecord       *action);

char      *patron_goals_mark_action          (PatronRecord       *action,
                                              gpointer            data);

G_END_DECLS
