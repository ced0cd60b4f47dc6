/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-smart.h"

G_BEGIN_DECLS

#define PATRON_TYPE_GOAL_SMART (patron_goal_smart_get_type ())

G_DECLARE_FINAL_TYPE (PatronGoalSmart, patron_goal_smart, PATRON, GOAL_SMART,
                      AdwBin)

/**
 * PatronSmartLook:
 * @label: the verdict in a word, marked with NC_("smart", …)
 * @icon_name: its shape
 * @css_class: its colour
 *
 * How a verdict is shown.
 */
typedef struct
{
  const char *label;
  const char *icon_name;
  const char *css_class;
} PatronSmartLook;

void       patron_goal_smart_set_look (GtkWidget         *image,
                                       PatronSmartVerdict verdict);
const char *patron_goal_smart_get_label (PatronSmartVerdict verdict);

GtkWidget *patron_goal_smart_new  (void);
void       patron_goal_smart_show (PatronGoalSmart      *self,
                                   const PatronGoalTree *tree,
                                   int                   index);

G_END_DECLS
