/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

/* The shape and the colour of a status. The word stands beside it. */

#include "patron-goal-row.h"

static const struct
{
  const char *icon_name;
  const char *css_class;
} looks[PATRON_N_GOAL_STATUSES] = {
  [PATRON_GOAL_UNKNOWN] = { "content-loading-symbolic", "dim-label" },
  [PATRON_GOAL_OFF_TRACK] = { "process-stop-symbolic", "goal-bad" },
  [PATRON_GOAL_NEEDS_ATTENTION] = { "dialog-warning-symbolic", "goal-warning" },
  [PATRON_GOAL_ON_TRACK] = { "media-record-symbolic", "goal-good" },
  [PATRON_GOAL_ACCOMPLISHED] = { "object-select-symbolic", "goal-done" },
};

GtkWidget *
patron_goal_mark_new (void)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, "pixel-size", 14,
                       NULL);
}

/**
 * patron_goal_mark_set:
 * @mark: of patron_goal_mark_new()
 */
void
patron_goal_mark_set (GtkWidget       *mark,
                      PatronGoalStatus status)
{
  for (int i = 0; i < PATRON_N_GOAL_STATUSES; i++)
    gtk_widget_remove_css_class (mark, looks[i].css_class);
  gtk_widget_add_css_class (mark, looks[status].css_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (mark), looks[status].icon_name);
}
