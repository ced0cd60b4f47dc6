/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the tests of goals share. */

#include "insight-fixture.h"

#include "patron-goal-tree.h"

static inline gint64
insight_goal (PatronDocument *document,
              gint64          parent,
              const char     *kind,
              const char     *title)
{
  g_autofree char *whole = g_strdup_printf ("%" G_GINT64_FORMAT, parent);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) goal = patron_document_insert (
      document, "goal", &error, "parent", parent != 0 ? whole : "", "kind",
      kind, "title", title, NULL);

  g_assert_no_error (error);
  return patron_record_get_id (goal);
}

/* Pairs of field and text, ended by NULL. */
static inline void
insight_goal_set (PatronDocument *document,
                  gint64          id,
                  ...)
{
  g_autoptr (PatronRecord) goal
      = patron_document_get_record (document, "goal", id);
  const char *field;
  va_list args;

  va_start (args, id);
  while ((field = va_arg (args, const char *)) != NULL)
    insight_set (document, goal, field, va_arg (args, const char *));
  va_end (args);
}

static inline void
insight_goal_measure (PatronDocument *document,
                      gint64          id,
                      PatronRecord   *kpi,
                      const char     *baseline,
                      const char     *target)
{
  g_autofree char *key
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (kpi));

  insight_goal_set (document, id, "kpi", key, "baseline", baseline, "target",
                    target, NULL);
}

static inline void
insight_check_in (PatronDocument *document,
                  gint64          goal,
                  const char     *date,
                  const char     *progress,
                  const char     *confidence)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, goal);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) made = patron_document_insert (
      document, "check_in", &error, "goal", key, "date", date, "progress",
      progress, "confidence", confidence, NULL);

  g_assert_no_error (error);
  g_assert_nonnull (made);
}

static inline const PatronGoalNode *
insight_node (PatronGoalTree *tree,
              gint64          id)
{
  int index = patron_goal_tree_find (tree, id);

  g_assert_cmpint (index, >=, 0);
  return patron_goal_tree_get (tree, (guint) index);
}
