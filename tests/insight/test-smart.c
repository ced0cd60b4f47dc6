/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "goal-fixture.h"

#include "patron-smart.h"

/* Two values in turn: mean 20, moving range 2, limits 14.68 to 25.32. */
static const double in_turn[] = { 19, 21, 19, 21, 19, 21, 19,
                                  21, 19, 21, 19, 21, 19, 21 };

static void
test_words (void)
{
  static const struct
  {
    const char *title;
    gboolean has_target;
    const char *vague, *second;
  } cases[] = {
    { "Raise retention from 40 to 60 percent", FALSE, NULL, NULL },
    { "Improve retention", FALSE, "improve", NULL },
    { "Improve retention", TRUE, NULL, NULL },
    { "Answer as soon as possible", TRUE, "as soon as possible", NULL },
    { "Sooner or latest, goods arrive", FALSE, NULL, NULL },
    { "Raise sales to 5 and reduce costs to 3", FALSE, NULL, "and reduce" },
    { "Raise sales in health care and software by 5", FALSE, NULL, NULL },
    { "RAISE SALES BY 5 AS WELL AS CUT COSTS", FALSE, NULL,
      "as well as cut" },
    { "Landmark standards and bringing 5", FALSE, NULL, NULL },
    { "", FALSE, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *vague
          = patron_smart_find_vague (cases[i].title, cases[i].has_target);
      g_autofree char *second = patron_smart_find_second (cases[i].title);

      g_assert_cmpstr (vague, ==, cases[i].vague);
      g_assert_cmpstr (second, ==, cases[i].second);
    }
}

static void
test_reach (void)
{
  static const struct
  {
    PatronTargetKind kind;
    double target;
    PatronReach reach;
  } cases[] = {
    { PATRON_TARGET_INCREASE, 20, PATRON_REACH_ALREADY },
    { PATRON_TARGET_INCREASE, 25.3, PATRON_REACH_CHANCE },
    { PATRON_TARGET_INCREASE, 25.4, PATRON_REACH_CHANGE },
    { PATRON_TARGET_INCREASE, 30.7, PATRON_REACH_LEAP },
    { PATRON_TARGET_INCREASE, 101, PATRON_REACH_IMPOSSIBLE },
    { PATRON_TARGET_STAY_ABOVE, 14.6, PATRON_REACH_ALREADY },
    { PATRON_TARGET_STAY_ABOVE, 20, PATRON_REACH_CHANCE },
    { PATRON_TARGET_STAY_ABOVE, 26, PATRON_REACH_CHANGE },
    { PATRON_TARGET_STAY_ABOVE, -1, PATRON_REACH_IMPOSSIBLE },
  };
  PatronProcess process, mirrored, none;
  double values[14];
  PatronTargetKind kind;

  g_assert_true (patron_process_limits (in_turn, 14, 0, FALSE, FALSE,
                                        &process));
  for (int i = 0; i < 14; i++)
    values[i] = -in_turn[i];
  patron_process_limits (values, 14, 0, FALSE, FALSE, &mirrored);
  patron_process_limits (values, 3, 0, FALSE, FALSE, &none);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (patron_smart_reach (cases[i].kind, cases[i].target, 0,
                                           100, &process),
                       ==, cases[i].reach);
      /* Turned over, nothing changes. */
      kind = cases[i].kind == PATRON_TARGET_INCREASE
                 ? PATRON_TARGET_DECREASE
                 : PATRON_TARGET_STAY_BELOW;
      g_assert_cmpint (patron_smart_reach (kind, -cases[i].target, -100, 0,
                                           &mirrored),
                       ==, cases[i].reach);
    }
  g_assert_cmpint (patron_smart_reach (PATRON_TARGET_INCREASE, 20, NAN, NAN,
                                       &none),
                   ==, PATRON_REACH_UNKNOWN);
}

typedef struct
{
  PatronDocument *document;
  PatronRecord *kpi;
  gint64 business;
  gint64 goal;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer unused)
{
  self->document = insight_document ();
  self->kpi = insight_kpi (self->document, "direction", "up");
  insight_add_months (self->document, self->kpi, 2025, in_turn,
                      G_N_ELEMENTS (in_turn));
  self->business = insight_goal (self->document, 0, "business", "Grow");
  self->goal = insight_goal (self->document, self->business, "goal",
                             "Raise the score from 20 to 27 by December");
  insight_goal_measure (self->document, self->goal, self->kpi, "20", "27");
  insight_goal_set (self->document, self->goal, "owner", "Sam", "starts",
                    "2026-03-01", "due", "2026-12-31", NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  g_object_unref (self->kpi);
  insight_close (self->document);
}

/* The verdicts of S, M, A, R and T: + is met, ? open, ~ partly, - missed. */
static char *
judge (Fixture *self,
       gint64   id)
{
  static const char marks[] = " +?~-";
  g_autoptr (PatronGoalTree) tree
      = patron_goal_tree_new (self->document, insight_date ("2026-04-01"));
  g_autoptr (GPtrArray) findings = patron_smart_check (
      tree, (guint) patron_goal_tree_find (tree, id));
  char *verdicts = g_strnfill (PATRON_N_SMART_LETTERS, ' ');

  for (int i = 0; i < PATRON_N_SMART_LETTERS; i++)
    verdicts[i]
        = marks[patron_smart_get_verdict (findings, (PatronSmartLetter) i)];
  for (guint i = 0; i < findings->len; i++)
    {
      const PatronSmartFinding *finding = g_ptr_array_index (findings, i);

      /* What is amiss comes with what would mend it. */
      g_assert_nonnull (finding->evidence);
      g_assert_true (finding->verdict < PATRON_SMART_PARTLY
                     || finding->mend != NULL);
    }
  return verdicts;
}

static gboolean
says (Fixture    *self,
      gint64      id,
      const char *part)
{
  g_autoptr (PatronGoalTree) tree
      = patron_goal_tree_new (self->document, insight_date ("2026-04-01"));
  g_autoptr (GPtrArray) findings = patron_smart_check (
      tree, (guint) patron_goal_tree_find (tree, id));

  for (guint i = 0; i < findings->len; i++)
    {
      const PatronSmartFinding *finding = g_ptr_array_index (findings, i);

      if (strstr (finding->evidence, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

#define ASSERT_VERDICTS(self, expected)                                       \
  G_STMT_START                                                                \
  {                                                                           \
    g_autofree char *verdicts_ = judge (self, (self)->goal);                  \
    g_assert_cmpstr (verdicts_, ==, expected);                                \
  }                                                                           \
  G_STMT_END

static void
test_letters (Fixture      *self,
              gconstpointer unused)
{
  static const struct
  {
    const char *field, *value, *verdicts, *evidence;
  } cases[] = {
    { "title", "", "-+~++", "It has no title." },
    { "title", "Raise it to 27 and cut waste", "~+~++", "“and cut”" },
    { "owner", "", "~+~++", "Nobody owns it." },
    { "kpi", "", "+-?++", "Nothing measures it." },
    { "target", "", "+-?++", "It has no target." },
    { "baseline", "", "+~~++", "It has no baseline" },
    { "target", "19", "+++++", NULL }, /* a decrease */
    { "target", "24", "++~++", "14.7 to 25.3: 0 of 14 values" },
    { "target", "40", "++~++", "it is a leap" },
    { "parent", "", "++~-+", "It is part of no other goal." },
    { "due", "", "++~+-", "It has no due date." },
    { "due", "2026-02-01", "++~+-", "It is due before it starts." },
    { "starts", "", "++~+~", "It has no start" },
  };

  /* All is well but that nobody plans a change. */
  ASSERT_VERDICTS (self, "++~++");
  g_assert_true (says (self, self->goal, "beyond the natural limit of 25.3"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (i == 6)
        continue;
      insight_goal_set (self->document, self->goal, cases[i].field,
                        cases[i].value, NULL);
      ASSERT_VERDICTS (self, cases[i].verdicts);
      if (cases[i].evidence != NULL)
        g_assert_true (says (self, self->goal, cases[i].evidence));
      g_assert_true (patron_document_undo (self->document, NULL));
    }
  insight_goal (self->document, self->goal, "initiative", "Ask again");
  ASSERT_VERDICTS (self, "+++++");

  insight_goal_set (self->document, self->goal, "target_kind", "decrease_to",
                    NULL);
  ASSERT_VERDICTS (self, "+-~++");
}

/* Fewer than six values before the start: all there are; fewer at all: none
 * of our business. */
static void
test_few (Fixture      *self,
          gconstpointer unused)
{
  g_autoptr (PatronRecord) young
      = insight_kpi (self->document, "direction", "up");

  insight_add_months (self->document, young, 2026, in_turn, 3);
  insight_goal_measure (self->document, self->goal, young, "20", "27");
  ASSERT_VERDICTS (self, "++?++");
  g_assert_true (says (self, self->goal, "3 values are too few"));
}

static void
test_kinds (Fixture      *self,
            gconstpointer unused)
{
  gint64 objective = insight_goal (self->document, 0, "objective", "Keep");
  gint64 work = insight_goal (self->document, objective, "initiative", "Call");
  g_autofree char *of_business = judge (self, self->business);
  g_autofree char *of_objective = judge (self, objective);
  g_autofree char *of_work = judge (self, work);

  g_assert_cmpstr (of_business, ==, "~+ ~-");
  g_assert_cmpstr (of_objective, ==, "~~ --");
  g_assert_cmpstr (of_work, ==, "~  --");
  g_assert_true (says (self, work, "serves no business goal"));
  g_assert_true (says (self, self->business, "1 goal below it has a KPI"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/smart/words", test_words);
  g_test_add_func ("/smart/reach", test_reach);
#define ADD(path, test)                                                       \
  g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/smart/letters", test_letters);
  ADD ("/smart/few", test_few);
  ADD ("/smart/kinds", test_kinds);
  return g_test_run ();
}
