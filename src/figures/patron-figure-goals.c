/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* The goals of a strategy, as a tree and over time. */

#include "config.h"

#include "patron-figure-private.h"

#include <glib/gi18n-lib.h>

#include "patron-chart-tree.h"
#include "patron-date.h"
#include "patron-goal-scene.h"
#include "patron-goal-words.h"
#include "patron-scene-source.h"

static void
clear_item (gpointer data)
{
  PatronGoalItem *item = data;

  g_clear_pointer (&item->check_ins, g_ptr_array_unref);
  g_clear_pointer (&item->actions, g_ptr_array_unref);
}

/* Gives each goal the records of @entity that refer to it. */
static void
add_records (PatronDocument *document,
             PatronGoalTree *tree,
             GArray         *items,
             const char     *entity,
             gsize           offset)
{
  g_autoptr (GListModel) list = patron_document_list (document, entity);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) record = g_list_model_get_item (list, i);
      int index = patron_goal_tree_find (
          tree, patron_record_get_integer (record, "goal"));
      GPtrArray **records;

      if (index < 0)
        continue;
      records = G_STRUCT_MEMBER_P (
          &g_array_index (items, PatronGoalItem, index), offset);
      if (*records == NULL)
        *records = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (*records, g_object_ref (record));
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
        .goal = node->goal, .depth = node->depth, .status = node->status,
        .status_label = patron_goal_status_get_label (node->status),
        .progress = node->progress, .ideal = node->ideal, .late = node->late,
      };

      g_array_append_val (items, item);
    }
  return items;
}

static void
fill_tree (PatronChartData      *data,
           const PatronGoalTree *tree,
           guint                 from,
           guint                 end)
{
  guint n = end - from;
  g_autofree double *numbers = g_new (double, 4 * (gsize) n + 1);
  g_autofree guint8 *marks = g_new (guint8, n + 1);
  g_autofree gint64 *records = g_new (gint64, n + 1);
  g_auto (GStrv) details = g_new0 (char *, n + 1);
  PatronChartPoints points = {
    .x = numbers, .y = numbers + n, .parents = numbers + 2 * (gsize) n,
    .marks = marks, .details = details, .records = records, .n = n,
  };
  double *ideals = numbers + 3 * (gsize) n;

  for (guint i = 0; i < n; i++)
    {
      const PatronGoalNode *node = patron_goal_tree_get (tree, from + i);
      g_autofree char *title = patron_scene_record_title (node->goal);

      patron_chart_data_add_category (data, title);
      points.x[i] = i;
      points.y[i] = node->progress;
      ideals[i] = node->ideal;
      points.parents[i] = node->parent - (double) from;
      marks[i] = (guint8) patron_goal_status_get_tone (node->status);
      records[i] = node->id;
      details[i] = patron_goal_write_details (node->goal, node->late);
    }
  patron_chart_data_add_points (data, &points);
  patron_chart_data_add (data, points.x, ideals, n);
}

static PatronChart *
new_tree_chart (const PatronGoalTree *tree)
{
  PatronChart *chart = patron_chart_new (PATRON_CHART_TREE);
  g_autofree char *date
      = patron_date_format (patron_goal_tree_get_today (tree));
  /* Translators: a date. */
  g_autofree char *text = g_strdup_printf (_("Goals as of %s"), date);

  for (int i = 0; i < PATRON_N_GOAL_STATUSES; i++)
    patron_chart_set_tone_label (
        chart, patron_goal_status_get_tone ((PatronGoalStatus) i),
        patron_goal_status_get_label ((PatronGoalStatus) i));
  patron_format_init (&chart->y.format, PATRON_FORMAT_PERCENT);
  chart->y.format.decimals = 0;
  patron_chart_add_series (chart, C_("measure", "Progress"));
  /* Translators: how far goals should have come by today. */
  patron_chart_add_series (chart, C_("measure", "Expected by now"));
  g_array_index (chart->series, PatronChartSeries, 1).expected = TRUE;
  patron_chart_set_subtitle (chart, text);
  patron_chart_set_empty_text (chart, _("No goals yet"));
  return chart;
}

/**
 * patron_figure_make_goals:
 * @goal: the goal that is shown with all that is part of it, or 0 for all
 * @chart: (out): the description of the tree of goals
 * @data: (out): the goals
 *
 * Describes the tree of goals, for those who lay it out or draw it otherwise.
 */
void
patron_figure_make_goals (const PatronGoalTree *tree,
                          gint64                goal,
                          PatronChart         **chart,
                          PatronChartData     **data)
{
  int index = goal != 0 ? patron_goal_tree_find (tree, goal) : -1;
  guint from = index >= 0 ? (guint) index : 0;
  g_autofree char *finding = patron_goal_write_standing (tree, index);

  *chart = new_tree_chart (tree);
  *data = patron_chart_data_new ();
  patron_chart_set_title (*chart, finding != NULL ? finding
                                                  : _("Tree of Goals"));
  fill_tree (*data, tree, from,
             index >= 0 ? patron_goal_tree_get (tree, from)->end
                        : patron_goal_tree_get_n (tree));
}

static PatronScene *
lay_out_tree (const PatronGoalTree *tree,
              const PatronTheme    *theme,
              PatronMeasurer       *measurer,
              double                width,
              double                height)
{
  g_autoptr (PatronChart) chart = NULL;
  g_autoptr (PatronChartData) data = NULL;

  patron_figure_make_goals (tree, 0, &chart, &data);
  if (width <= 0 || height <= 0)
    patron_chart_tree_get_size (chart, data, theme, measurer, &width,
                                &height);
  return patron_chart_layout (chart, data, theme, width, height, measurer);
}

/* patron_figure_goals:
 * @timeline: whether the goals are laid out over time, rather than as a tree
 * @width: in px at 96 dpi; 0 for what the goals ask for
 * @height: likewise
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
  g_autoptr (GArray) items = NULL;
  g_autofree char *title = NULL;
  PatronGoalContent content;

  if (!timeline)
    return lay_out_tree (tree, theme, measurer, width, height);
  items = list_items (tree);
  title = patron_record_get_title (strategy);
  content = (PatronGoalContent) {
    title, (const PatronGoalItem *) (void *) items->data, items->len,
    patron_date_today (),
  };
  add_records (document, tree, items, "check_in",
               G_STRUCT_OFFSET (PatronGoalItem, check_ins));
  add_records (document, tree, items, "action",
               G_STRUCT_OFFSET (PatronGoalItem, actions));
  return patron_goal_timeline_scene (&content, theme, width, height,
                                     measurer);
}
