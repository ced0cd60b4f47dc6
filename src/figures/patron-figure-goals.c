/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* The goals of a strategy, as a tree and over time. */

#include "config.h"

#include "patron-figure-private.h"

#include <glib/gi18n-lib.h>

#include "patron-date.h"
#include "patron-goal-scene.h"
#include "patron-goal-words.h"

static void
clear_item (gpointer data)
{
  PatronGoalItem *item = data;

  g_clear_pointer (&item->check_ins, g_ptr_array_unref);
}

static void
add_check_ins (PatronDocument *document,
               PatronGoalTree *tree,
               GArray         *items)
{
  g_autoptr (GListModel) list = patron_document_list (document, "check_in");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) record = g_list_model_get_item (list, i);
      int index = patron_goal_tree_find (
          tree, patron_record_get_integer (record, "goal"));
      PatronGoalItem *item;

      if (index < 0)
        continue;
      item = &g_array_index (items, PatronGoalItem, index);
      if (item->check_ins == NULL)
        item->check_ins = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (item->check_ins, g_object_ref (record));
    }
}

static GArray *
list_items (PatronGoalTree *tree)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (PatronGoalItem));

  g_array_set_clear_func (items, clear_item);
  for (guint i = 0; i < patron_goal_tree_get_n (tree); i++)
    {
      const PatronGoalNode *node = patron_goal_tree_get (tree, i);
      PatronGoalItem item = {
        .goal = node->goal, .parent = node->parent, .depth = node->depth,
        .end = node->end, .status = node->status,
        .status_label = patron_goal_status_get_label (node->status),
        .progress = node->progress, .ideal = node->ideal, .late = node->late,
      };

      g_array_append_val (items, item);
    }
  return items;
}

/* patron_figure_goals:
 * @timeline: whether the goals are laid out over time, rather than as a tree
 *
 * Returns: (transfer full): the goals of a strategy
 */
PatronScene *
patron_figure_goals (PatronDocument    *document,
                     PatronRecord      *strategy,
                     gboolean           timeline,
                     const PatronTheme *theme,
                     PatronMeasurer    *measurer,
                     double             width,
                     double             height)
{
  g_autoptr (PatronGoalTree) tree
      = patron_goal_tree_new (document, patron_date_today ());
  g_autoptr (GArray) items = list_items (tree);
  g_autofree char *title = patron_record_get_title (strategy);
  PatronGoalContent content = {
    title, (const PatronGoalItem *) (void *) items->data, items->len,
    patron_date_today (),
  };

  if (!timeline)
    return patron_goal_tree_scene (&content, theme, width, height, measurer);
  add_check_ins (document, tree, items);
  return patron_goal_timeline_scene (&content, theme, width, height,
                                     measurer);
}
