/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "goal-fixture.h"
#include "patron-goal-words.h"

static void
assert_near (double value,
             double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-9);
}

/* A business goal, an objective, two SMART goals and an initiative: by hand,
 * as of the end of a half year. */
static void
test_roll_up (void)
{
  static const double months[] = { 30, 32, 35, 36, 38, 40 };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "direction", "up");
  g_autoptr (PatronGoalTree) tree = NULL;
  gint64 business = insight_goal (document, 0, "business", "Stay alive");
  gint64 objective = insight_goal (document, business, "objective", "Keep");
  gint64 first = insight_goal (document, objective, "goal", "First");
  gint64 second = insight_goal (document, objective, "goal", "Second");
  gint64 work = insight_goal (document, objective, "initiative", "Work");
  gint64 today = insight_date ("2026-06-30");
  const PatronGoalNode *node;

  insight_add_months (document, kpi, 2026, months, G_N_ELEMENTS (months));
  insight_goal_measure (document, first, kpi, "30", "50");
  insight_goal_set (document, first, "starts", "2026-01-01", "due",
                    "2026-12-31", "weight", "3", NULL);
  insight_goal_set (document, second, "starts", "2026-01-01", "due",
                    "2026-12-31", "status", "needs_attention", NULL);
  insight_check_in (document, second, "2026-03-31", "0.1", "at_risk");
  insight_check_in (document, second, "2026-06-15", "0.3", "off_track");
  insight_check_in (document, work, "2026-06-20", "0.9", "on_track");

  tree = patron_goal_tree_new (document, today);
  g_assert_cmpuint (patron_goal_tree_get_n (tree), ==, 5);
  node = insight_node (tree, first);
  g_assert_cmpint (node->basis, ==, PATRON_GOAL_BY_KPI);
  assert_near (node->progress, 0.5);
  /* The value of June speaks of June as a whole: day 180 of 364. */
  assert_near (node->ideal, 180.0 / 364);
  g_assert_cmpint (node->status, ==, PATRON_GOAL_ON_TRACK);
  g_assert_cmpuint (node->n_counted, ==, 6);
  node = insight_node (tree, second);
  g_assert_cmpint (node->basis, ==, PATRON_GOAL_BY_CHECK_IN);
  assert_near (node->progress, 0.3);
  assert_near (node->ideal, 165.0 / 364);
  g_assert_cmpint (node->paced, ==, PATRON_GOAL_OFF_TRACK);
  g_assert_cmpint (node->status, ==, PATRON_GOAL_NEEDS_ATTENTION);
  /* The initiative does not count: (3 * 0.5 + 1 * 0.3) / 4. */
  node = insight_node (tree, objective);
  g_assert_cmpint (node->basis, ==, PATRON_GOAL_BY_PARTS);
  assert_near (node->progress, 0.45);
  g_assert_cmpuint (node->n_counted, ==, 2);
  g_assert_cmpint (node->status, ==, PATRON_GOAL_NEEDS_ATTENTION);
  node = insight_node (tree, business);
  assert_near (node->progress, 0.45);
  g_assert_cmpint (node->status, ==, PATRON_GOAL_NEEDS_ATTENTION);
  g_assert_cmpuint (node->end, ==, 5);

  /* Unless somebody says so. */
  insight_goal_set (document, work, "counts", "true", "weight", "2", NULL);
  patron_goal_tree_refresh (tree, 0, today);
  assert_near (insight_node (tree, objective)->progress, 3.6 / 6);
  {
    int at = patron_goal_tree_find (tree, objective);
    g_autofree char *why = patron_goal_explain (tree, (guint) at);

    g_assert_true (g_str_has_prefix (
        why, "(3 × 50.0\u202f% + 1 × 30.0\u202f% + 2 × 90.0\u202f%) ÷ 6 = "
             "60.0\u202f%\n"));
  }

  /* A part that somebody gave up pulls the whole down with it. */
  insight_goal_set (document, second, "status", "off_track", NULL);
  patron_goal_tree_refresh (tree, 0, today);
  g_assert_cmpint (insight_node (tree, business)->status, ==,
                   PATRON_GOAL_OFF_TRACK);
  {
    PatronNetConfidence net;

    patron_goal_tree_confidence (tree, &net);
    g_assert_cmpuint (net.n, ==, 2);
    assert_near (net.score, 0);
  }
  insight_close (document);
}

/* The four kinds of targets, and one that starts again. */
static void
test_targets (void)
{
  static const double months[] = { 10, 12, 8, 11, 9, 14 };
  static const struct
  {
    const char *kind, *baseline, *target, *reset;
    double progress;
    PatronGoalStatus status;
  } cases[] = {
    { "increase_to", "10", "18", "", 0.5, PATRON_GOAL_ON_TRACK },
    { "", "10", "18", "", 0.5, PATRON_GOAL_ON_TRACK },
    { "decrease_to", "18", "2", "", 0.25, PATRON_GOAL_OFF_TRACK },
    { "", "18", "2", "", 0.25, PATRON_GOAL_OFF_TRACK },
    /* 5 of 6 months, and the newest is one of them: 0.83 of all. */
    { "stay_above", "", "9", "", 5.0 / 6, PATRON_GOAL_NEEDS_ATTENTION },
    { "stay_above", "", "8", "", 1, PATRON_GOAL_ON_TRACK },
    { "stay_below", "", "12", "", 5.0 / 6, PATRON_GOAL_NEEDS_ATTENTION },
    /* April to June add up to 34; by the end of June all of it is due. */
    { "", "", "40", "quarter", 34.0 / 40, PATRON_GOAL_NEEDS_ATTENTION },
    { "", "", "14", "month", 1, PATRON_GOAL_ON_TRACK },
    { "", "", "100", "year", 0.64, PATRON_GOAL_ON_TRACK },
  };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "aggregation", "sum");
  gint64 goal = insight_goal (document, 0, "goal", "Sell");

  insight_add_months (document, kpi, 2026, months, G_N_ELEMENTS (months));
  insight_goal_set (document, goal, "starts", "2026-01-01", "due",
                    "2026-12-31", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatronGoalTree) tree = NULL;
      const PatronGoalNode *node;

      insight_goal_measure (document, goal, kpi, cases[i].baseline,
                            cases[i].target);
      insight_goal_set (document, goal, "target_kind", cases[i].kind,
                        "reset_every", cases[i].reset, NULL);
      tree = patron_goal_tree_new (document, insight_date ("2026-06-30"));
      node = insight_node (tree, goal);
      assert_near (node->progress, cases[i].progress);
      g_assert_cmpint (node->status, ==, cases[i].status);
    }
  insight_close (document);
}

/* Whoever should have been asked and was not, is stale; what is new, done or
 * not worked on itself is not. */
static void
test_stale (void)
{
  PatronDocument *document = insight_document ();
  g_autoptr (PatronGoalTree) tree = NULL;
  gint64 objective = insight_goal (document, 0, "objective", "Objective");
  gint64 weekly = insight_goal (document, 0, "goal", "Weekly");
  gint64 monthly = insight_goal (document, 0, "goal", "Monthly");
  gint64 started = insight_goal (document, 0, "initiative", "Started");
  gint64 done = insight_goal (document, 0, "initiative", "Done");
  gint64 undated = insight_goal (document, 0, "goal", "Undated");

  insight_goal_set (document, objective, "starts", "2025-01-01", NULL);
  insight_goal_set (document, weekly, "check_in_every", "week", NULL);
  insight_check_in (document, weekly, "2026-06-15", "", "on_track");
  insight_check_in (document, monthly, "2026-06-15", "", "on_track");
  insight_goal_set (document, started, "starts", "2026-05-01", "due",
                    "2026-06-22", NULL);
  insight_goal_set (document, done, "starts", "2026-05-01", "due",
                    "2026-06-01", "status", "accomplished", NULL);
  tree = patron_goal_tree_new (document, insight_date ("2026-06-23"));
  g_assert_cmpuint (patron_goal_tree_count_stale (tree), ==, 2);
  g_assert_true (insight_node (tree, weekly)->stale);
  g_assert_cmpint (insight_node (tree, weekly)->check_due, ==,
                   insight_date ("2026-06-22"));
  g_assert_false (insight_node (tree, monthly)->stale);
  g_assert_cmpint (insight_node (tree, monthly)->check_due, ==,
                   insight_date ("2026-07-15"));
  g_assert_true (insight_node (tree, started)->stale);
  g_assert_true (insight_node (tree, started)->late);
  g_assert_false (insight_node (tree, done)->late);
  g_assert_cmpint (insight_node (tree, undated)->check_due, ==, 0);
  g_assert_cmpint (insight_node (tree, done)->basis, ==,
                   PATRON_GOAL_BY_WORD);
  insight_close (document);
}

/* No goal becomes a part of itself. */
static void
test_circles (void)
{
  PatronDocument *document = insight_document ();
  g_autoptr (PatronGoalTree) tree = NULL;
  gint64 a = insight_goal (document, 0, "objective", "A");
  gint64 b = insight_goal (document, a, "goal", "B");
  gint64 c = insight_goal (document, b, "goal", "C");
  gint64 d = insight_goal (document, 0, "goal", "D");
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, c);

  tree = patron_goal_tree_new (document, 20000);
  g_assert_false (patron_goal_tree_can_move (tree, a, a));
  g_assert_false (patron_goal_tree_can_move (tree, a, b));
  g_assert_false (patron_goal_tree_can_move (tree, a, c));
  g_assert_true (patron_goal_tree_can_move (tree, a, d));
  g_assert_true (patron_goal_tree_can_move (tree, c, a));
  g_assert_true (patron_goal_tree_can_move (tree, c, 0));

  {
    g_autoptr (PatronRecord) goal
        = patron_document_get_record (document, "goal", a);

    g_assert_false (
        patron_document_set_text (document, goal, "parent", text, NULL));
  }
  patron_goal_tree_refresh (tree, 0, 20000);
  g_assert_cmpuint (patron_goal_tree_get_n (tree), ==, 4);
  g_assert_cmpuint (insight_node (tree, a)->end
                        - (guint) patron_goal_tree_find (tree, a),
                    ==, 3);
  insight_close (document);
}

static void
test_actions (void)
{
  static const struct
  {
    const char *due, *state;
  } cases[] = { { "2026-06-22", "open" }, { "2026-06-22", "done" },
                { "2026-06-23", "started" }, { "", "open" } };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronGoalTree) tree = NULL;
  gint64 goal = insight_goal (document, 0, "goal", "Goal");
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, goal);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatronRecord) action = patron_document_insert (
          document, "action", NULL, "goal", key, "due", cases[i].due, "state",
          cases[i].state, NULL);

      g_assert_nonnull (action);
    }
  tree = patron_goal_tree_new (document, insight_date ("2026-06-23"));
  g_assert_cmpuint (insight_node (tree, goal)->n_actions, ==, 3);
  g_assert_cmpuint (insight_node (tree, goal)->n_late, ==, 1);
  insight_close (document);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/goal-tree/roll-up", test_roll_up);
  g_test_add_func ("/goal-tree/targets", test_targets);
  g_test_add_func ("/goal-tree/stale", test_stale);
  g_test_add_func ("/goal-tree/circles", test_circles);
  g_test_add_func ("/goal-tree/actions", test_actions);
  return g_test_run ();
}
