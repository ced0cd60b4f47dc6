/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-goal-scene.h"

#include <math.h>

#include "patron-fixed-measurer.h"
#include "patron-record-fixture.h"
#include "patron-scene-check.h"

typedef struct
{
  GArray *items;
  PatronGoalContent content;
  PatronMeasurer *measurer;
} Fixture;

static void
clear_item (gpointer data)
{
  PatronGoalItem *item = data;

  g_object_unref (item->goal);
  g_clear_pointer (&item->check_ins, g_ptr_array_unref);
  g_clear_pointer (&item->actions, g_ptr_array_unref);
}

static void
set_up (Fixture      *self,
        gconstpointer unused)
{
  self->items = g_array_new (FALSE, TRUE, sizeof (PatronGoalItem));
  g_array_set_clear_func (self->items, clear_item);
  self->measurer = patron_fixed_measurer_new ();
}

static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  g_array_unref (self->items);
  patron_measurer_free (self->measurer);
}

/* Adds a goal after those that are there. */
static PatronGoalItem *
add (Fixture         *self,
     int              parent,
     const char      *kind,
     const char      *title,
     PatronGoalStatus status,
     double           progress)
{
  static const char *const labels[]
      = { "Not judged", "Off track", "Needs attention", "On track",
          "Accomplished" };
  PatronGoalItem item = {
    .goal = patron_fixture_record (&patron_goal_entity,
                                   (gint64) self->items->len + 1, "kind",
                                   kind, "title", title, NULL),
    .depth = parent < 0 ? 0
                        : g_array_index (self->items, PatronGoalItem, parent)
                                  .depth
                              + 1,
    .status = status,
    .status_label = labels[status],
    .progress = progress,
    .ideal = NAN,
  };

  g_array_append_val (self->items, item);
  return &g_array_index (self->items, PatronGoalItem, self->items->len - 1);
}

static void
finish (Fixture *self)
{
  self->content = (PatronGoalContent) {
    "Lasting Clients", (const PatronGoalItem *) (void *) self->items->data,
    self->items->len, 20500,
  };
}

static void
fill (Fixture *self)
{
  PatronGoalItem *item;

  add (self, -1, "business", "Grow with the clients we have",
       PATRON_GOAL_NEEDS_ATTENTION, 0.5)
      ->ideal
      = 0.6;
  add (self, 0, "objective", "Clients come back", PATRON_GOAL_ON_TRACK, 0.75);
  item = add (self, 1, "goal", "Raise the rate from 30 to 55 percent",
              PATRON_GOAL_ON_TRACK, 0.84);
  item->ideal = 0.5;
  patron_fixture_set (item->goal, "starts", "2025-09-01");
  patron_fixture_set (item->goal, "due", "2027-09-30");
  patron_fixture_set (item->goal, "owner", "Sam Tiller");
  item->check_ins = patron_fixture_list (
      patron_fixture_record (&patron_check_in_entity, 91, "goal", "3", "date",
                             "2026-01-12", "confidence", "at_risk", "note",
                             "Too early", NULL),
      NULL);
  item->actions = patron_fixture_list (
      patron_fixture_record (&patron_action_entity, 92, "goal", "3", "title",
                             "Book the calls", "due", "2026-01-31", "state",
                             "open", "owner", "Sam Tiller", NULL),
      patron_fixture_record (&patron_action_entity, 93, "goal", "3", "title",
                             "Plan the visits", "due", "2027-01-31", "state",
                             "done", NULL),
      patron_fixture_record (&patron_action_entity, 94, "goal", "3", "title",
                             "Build a portal", "due", "2027-01-31", "state",
                             "dropped", NULL),
      NULL);
  item = add (self, 1, "initiative", "Call on day 30",
              PATRON_GOAL_ACCOMPLISHED, 1);
  patron_fixture_set (item->goal, "due", "2025-12-31");
  item = add (self, 0, "objective", "Clients get what was promised",
              PATRON_GOAL_OFF_TRACK, -0.2);
  item->late = TRUE;
  patron_fixture_set (item->goal, "due", "2026-01-31");
  add (self, -1, "business", "Win new ones", PATRON_GOAL_UNKNOWN, NAN);
  finish (self);
}

static PatronScene *
lay_out (Fixture *self,
         double   width,
         double   height)
{
  PatronTheme theme;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  return patron_goal_timeline_scene (&self->content, &theme, width, height,
                                     self->measurer);
}

/* No two of the areas that show a goal lie over each other. */
static void
check_areas (const PatronScene *scene,
             guint              n_goals)
{
  for (guint i = 0; i < patron_scene_get_n_spots (scene); i++)
    for (guint j = i + 1; j < patron_scene_get_n_spots (scene); j++)
      {
        const PatronSpot *a = patron_scene_get_spot (scene, i);
        const PatronSpot *b = patron_scene_get_spot (scene, j);

        if (a->record > n_goals || b->record > n_goals)
          continue;
        g_assert_true (a->x + a->width <= b->x + 0.01
                       || b->x + b->width <= a->x + 0.01
                       || a->y + a->height <= b->y + 0.01
                       || b->y + b->height <= a->y + 0.01);
      }
}

static void
test_content (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (PatronScene) scene = NULL;
  g_autofree char *text = NULL;

  fill (self);
  scene = lay_out (self, 0, 0);
  patron_scene_check (scene);
  check_areas (scene, self->content.n);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_TITLE, "Lasting"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_TEXT,
                                        "Clients come back"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_FACT, "On track"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_FACT,
                                        "overdue since"));
  text = patron_scene_describe_spot (
      scene, (guint) patron_scene_find_record (scene, 3));
  g_assert_cmpstr (text, ==,
                   "Raise the rate from 30 to 55 percent: On track \u00b7 "
                   "84\xe2\x80\xaf% \u00b7 Sam Tiller \u00b7 due 2027-09-30");
}

/* Bars and marks lie where their days do. */
static void
test_timeline (Fixture      *self,
               gconstpointer unused)
{
  g_autoptr (PatronScene) scene = NULL;
  const PatronSpot *mark;
  double from = NAN;
  double to = NAN;
  g_autofree char *text = NULL;

  fill (self);
  scene = lay_out (self, 0, 0);
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if (item->kind == PATRON_ITEM_RECTANGLE && item->record == 3
          && item->role == PATRON_ROLE_SERIES && isnan (from))
        {
          from = item->x;
          to = item->x + item->width;
        }
    }
  mark = patron_scene_get_spot (
      scene, (guint) patron_scene_find_record (scene, 91));
  text = patron_scene_describe_spot (
      scene, (guint) patron_scene_find_record (scene, 91));
  g_assert_cmpstr (text, ==, "2026-01-12: At risk. Too early");
  /* 133 days of 759. */
  g_assert_cmpfloat_with_epsilon (mark->anchor_x,
                                  from + (to - from) * 133 / 759, 0.5);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_TARGET_LABEL,
                                        "Today"));
}

/* What is to be done stands where it is due; what was dropped is gone. */
static void
test_actions (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (PatronScene) scene = NULL;
  const PatronSpot *late, *done;
  g_autofree char *text = NULL;

  fill (self);
  scene = lay_out (self, 0, 0);
  late = patron_scene_get_spot (
      scene, (guint) patron_scene_find_record (scene, 92));
  done = patron_scene_get_spot (
      scene, (guint) patron_scene_find_record (scene, 93));
  text = patron_scene_describe_spot (
      scene, (guint) patron_scene_find_record (scene, 92));
  g_assert_cmpstr (text, ==,
                   "Action “Book the calls”, late since 2026-01-31: Open · "
                   "Sam Tiller");
  g_assert_cmpfloat (done->anchor_x, >, late->anchor_x + 50);
  g_assert_cmpint (patron_scene_find_record (scene, 94), ==, -1);
}

/* Two hundred goals with names as long as people make them, in every theme,
 * either way round, as narrow as a phone. */
static void
test_any (Fixture      *self,
          gconstpointer unused)
{
  for (int round = 0; round < 12 && !g_test_failed (); round++)
    {
      int n = g_test_rand_int_range (0, round == 0 ? 1 : 200);
      g_autofree int *parents = g_new (int, n + 1);
      g_autoptr (PatronScene) scene = NULL;
      PatronTheme theme;

      g_array_set_size (self->items, 0);
      for (int i = 0; i < n; i++)
        {
          g_autofree char *title = patron_fixture_text (160);
          int parent = i == 0 || g_test_rand_int_range (0, 9) == 0
                           ? -1
                           : i - 1;
          PatronGoalItem *item;

          /* Of the goal before, or of one that this is part of. */
          while (parent >= 0 && g_test_rand_int_range (0, 2) == 0)
            parent = parents[parent];
          parents[i] = parent;
          g_strdelimit (title, "\n", ' ');
          item = add (self, parent, "goal", title,
                      (PatronGoalStatus) g_test_rand_int_range (0, 5),
                      g_test_rand_double_range (-1, 2));
          item->ideal = g_test_rand_double_range (0, 1);
          if (g_test_rand_bit ())
            patron_fixture_set (item->goal, "starts", "2026-02-01");
          if (g_test_rand_bit ())
            patron_fixture_set (item->goal, "due",
                                g_test_rand_bit () ? "2025-12-31"
                                                   : "2029-01-31");
        }
      finish (self);
      patron_theme_init (&theme, (PatronThemeKind) (round % PATRON_N_THEMES));
      theme.rtl = g_test_rand_bit ();
      scene = patron_goal_timeline_scene (
          &self->content, &theme, g_test_rand_double_range (320, 1600), 0,
          self->measurer);
      patron_scene_check (scene);
      check_areas (scene, self->content.n);
    }
}

static void
test_sized (Fixture      *self,
            gconstpointer unused)
{
  g_autoptr (PatronScene) scene = NULL;

  fill (self);
  scene = lay_out (self, 1280, 720);
  patron_scene_check (scene);
  g_assert_cmpfloat (patron_scene_get_width (scene), ==, 1280);
  g_assert_cmpfloat (patron_scene_get_height (scene), ==, 720);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                       \
  g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/scenes/goals/content", test_content);
  ADD ("/scenes/goals/timeline", test_timeline);
  ADD ("/scenes/goals/actions", test_actions);
  ADD ("/scenes/goals/any", test_any);
  ADD ("/scenes/goals/sized", test_sized);
  return g_test_run ();
}
