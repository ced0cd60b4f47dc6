/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-journey-layout.h"

static const PatronJourneyMetrics metrics = {
  .stage_width = 200,
  .padding = 8,
  .gap = 6,
  .slot_height = 24,
  .top = 90,
  .add_stage_width = 48,
  .add_lane_height = 40,
};

/* Two stages; the first lane holds two cards and one, the second none. */
static PatronJourneyLayout *
make_small (void)
{
  PatronJourneyLayout *layout = patron_journey_layout_new ();
  const guint cells[] = { 0, 2, 3, 3, 3 };
  const int heights[] = { 40, 60, 50 };

  patron_journey_layout_set (layout, &metrics, 2, 2, cells, heights, NULL);
  return layout;
}

static PatronJourneyLayout *
make_random (GRand *rand)
{
  PatronJourneyLayout *layout = patron_journey_layout_new ();
  int n_stages = g_rand_int_range (rand, 0, 6);
  int n_lanes = g_rand_int_range (rand, 0, 6);
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) heights = g_array_new (FALSE, TRUE, sizeof (int));

  g_array_append_val (cells, heights->len);
  for (int cell = 0; cell < n_stages * n_lanes; cell++)
    {
      int n = g_rand_int_range (rand, 0, 3) * g_rand_int_range (rand, 0, 3);

      for (int card = 0; card < n; card++)
        {
          int height = g_rand_int_range (rand, 20, 120);

          g_array_append_val (heights, height);
        }
      g_array_append_val (cells, heights->len);
    }
  patron_journey_layout_set (layout, &metrics, n_stages, n_lanes,
                             (const guint *) cells->data,
                             (const int *) heights->data, NULL);
  return layout;
}

static void
assert_rect (PatronJourneyLayout *layout,
             PatronJourneyPlace   place,
             int                  x,
             int                  y,
             int                  width,
             int                  height)
{
  PatronJourneyRect rect;

  g_assert_true (patron_journey_layout_get_rect (layout, &place, &rect));
  g_assert_cmpint (rect.x, ==, x);
  g_assert_cmpint (rect.y, ==, y);
  g_assert_cmpint (rect.width, ==, width);
  g_assert_cmpint (rect.height, ==, height);
}

#define CARD(s, l, c)                                                         \
  ((PatronJourneyPlace) { PATRON_JOURNEY_AT_CARD, (s), (l), (c) })
#define SLOT(s, l)                                                            \
  ((PatronJourneyPlace) { PATRON_JOURNEY_AT_SLOT, (s), (l), -1 })
#define STAGE(s) ((PatronJourneyPlace) { PATRON_JOURNEY_AT_STAGE, (s), -1, -1 })
#define LANE(l) ((PatronJourneyPlace) { PATRON_JOURNEY_AT_LANE, -1, (l), -1 })
#define ADD_STAGE                                                             \
  ((PatronJourneyPlace) { PATRON_JOURNEY_AT_ADD_STAGE, -1, -1, -1 })
#define ADD_LANE                                                              \
  ((PatronJourneyPlace) { PATRON_JOURNEY_AT_ADD_LANE, -1, -1, -1 })

static void
test_rects (void)
{
  g_autoptr (PatronJourneyLayout) layout = make_small ();
  PatronJourneyRect rect;
  PatronJourneyPlace gone = CARD (0, 0, 2);

  /* The first lane is as tall as two cards, a slot and what is between. */
  assert_rect (layout, CARD (0, 0, 0), 8, 98, 184, 40);
  assert_rect (layout, CARD (0, 0, 1), 8, 144, 184, 60);
  assert_rect (layout, SLOT (0, 0), 8, 210, 184, 24);
  assert_rect (layout, LANE (0), 0, 90, 0, 152);
  assert_rect (layout, CARD (1, 0, 0), 208, 98, 184, 50);
  assert_rect (layout, SLOT (1, 0), 208, 154, 184, 24);

  /* An empty cell is all slot. */
  assert_rect (layout, LANE (1), 0, 242, 0, 40);
  assert_rect (layout, SLOT (1, 1), 208, 250, 184, 24);
  assert_rect (layout, STAGE (1), 200, 0, 200, 0);
  assert_rect (layout, ADD_STAGE, 400, 0, 48, 0);
  assert_rect (layout, ADD_LANE, 0, 282, 0, 40);
  g_assert_cmpint (patron_journey_layout_get_width (layout), ==, 448);
  g_assert_cmpint (patron_journey_layout_get_height (layout), ==, 322);
  g_assert_false (patron_journey_layout_get_rect (layout, &gone, &rect));

  /* A card that is being written makes its row taller. */
  patron_journey_layout_set_slot (layout, 0, 1, 100);
  assert_rect (layout, SLOT (0, 1), 8, 250, 184, 100);
  assert_rect (layout, LANE (1), 0, 242, 0, 116);
  patron_journey_layout_set_slot (layout, -1, -1, 0);
  assert_rect (layout, LANE (1), 0, 242, 0, 40);
}

static void
test_drop (void)
{
  g_autoptr (PatronJourneyLayout) layout = make_small ();
  PatronJourneyPlace place;
  PatronJourneyRect mark;

  place = patron_journey_layout_drop_card (layout, 100, 100, &mark);
  g_assert_cmpint (place.card, ==, 0);
  g_assert_cmpint (mark.y, ==, 98);
  place = patron_journey_layout_drop_card (layout, 100, 130, &mark);
  g_assert_cmpint (place.card, ==, 1);
  g_assert_cmpint (mark.y, ==, 144);
  place = patron_journey_layout_drop_card (layout, 199, 241, &mark);
  g_assert_cmpint (place.stage, ==, 0);
  g_assert_cmpint (place.card, ==, 2);
  g_assert_cmpint (mark.y, ==, 210);
  place = patron_journey_layout_drop_card (layout, 200, 242, &mark);
  g_assert_cmpint (place.stage, ==, 1);
  g_assert_cmpint (place.lane, ==, 1);
  g_assert_cmpint (place.card, ==, 0);
  place = patron_journey_layout_drop_card (layout, 100, 50, &mark);
  g_assert_cmpint (place.kind, ==, PATRON_JOURNEY_AT_NOWHERE);
  place = patron_journey_layout_drop_card (layout, 401, 100, &mark);
  g_assert_cmpint (place.kind, ==, PATRON_JOURNEY_AT_NOWHERE);

  g_assert_cmpint (patron_journey_layout_drop_stage (layout, -10), ==, 0);
  g_assert_cmpint (patron_journey_layout_drop_stage (layout, 120), ==, 1);
  g_assert_cmpint (patron_journey_layout_drop_stage (layout, 900), ==, 2);
  g_assert_cmpint (patron_journey_layout_drop_lane (layout, 100), ==, 0);
  g_assert_cmpint (patron_journey_layout_drop_lane (layout, 200), ==, 1);
  g_assert_cmpint (patron_journey_layout_drop_lane (layout, 900), ==, 2);
}

static void
walk_to (PatronJourneyLayout *layout,
         PatronJourneyPlace  *place,
         PatronJourneyStep    step,
         PatronJourneyPlace   expected)
{
  *place = patron_journey_layout_walk (layout, place, step);
  g_assert_cmpint (place->kind, ==, expected.kind);
  g_assert_true (patron_journey_place_equal (place, &expected));
}

static void
test_walk (void)
{
  g_autoptr (PatronJourneyLayout) layout = make_small ();
  PatronJourneyPlace place = STAGE (0);

  walk_to (layout, &place, PATRON_JOURNEY_DOWN, CARD (0, 0, 0));
  walk_to (layout, &place, PATRON_JOURNEY_DOWN, CARD (0, 0, 1));
  walk_to (layout, &place, PATRON_JOURNEY_DOWN, SLOT (0, 0));
  walk_to (layout, &place, PATRON_JOURNEY_DOWN, SLOT (0, 1));
  walk_to (layout, &place, PATRON_JOURNEY_DOWN, SLOT (0, 1));
  walk_to (layout, &place, PATRON_JOURNEY_FORWARD, SLOT (1, 1));
  walk_to (layout, &place, PATRON_JOURNEY_FORWARD, SLOT (1, 1));
  walk_to (layout, &place, PATRON_JOURNEY_UP, SLOT (1, 0));
  walk_to (layout, &place, PATRON_JOURNEY_UP, CARD (1, 0, 0));
  walk_to (layout, &place, PATRON_JOURNEY_BACK, CARD (0, 0, 0));
  walk_to (layout, &place, PATRON_JOURNEY_DOWN, CARD (0, 0, 1));
  walk_to (layout, &place, PATRON_JOURNEY_FORWARD, SLOT (1, 0));
  walk_to (layout, &place, PATRON_JOURNEY_LANE_UP, STAGE (1));
  walk_to (layout, &place, PATRON_JOURNEY_FORWARD, ADD_STAGE);
  walk_to (layout, &place, PATRON_JOURNEY_FIRST, STAGE (0));
  walk_to (layout, &place, PATRON_JOURNEY_BACK, LANE (0));
  walk_to (layout, &place, PATRON_JOURNEY_DOWN, LANE (1));
  walk_to (layout, &place, PATRON_JOURNEY_DOWN, ADD_LANE);
  walk_to (layout, &place, PATRON_JOURNEY_UP, LANE (1));
  walk_to (layout, &place, PATRON_JOURNEY_FORWARD, SLOT (0, 1));
  walk_to (layout, &place, PATRON_JOURNEY_LAST, SLOT (1, 1));
  walk_to (layout, &place, PATRON_JOURNEY_LANE_UP, CARD (1, 0, 0));
  walk_to (layout, &place, PATRON_JOURNEY_TOP, CARD (0, 0, 0));
  walk_to (layout, &place, PATRON_JOURNEY_BOTTOM, SLOT (1, 1));
}

static guint
count_places (PatronJourneyLayout *layout)
{
  int n_stages = patron_journey_layout_get_n_stages (layout);
  int n_lanes = patron_journey_layout_get_n_lanes (layout);
  guint n = n_stages + n_lanes + 2;

  for (int lane = 0; lane < n_lanes; lane++)
    for (int stage = 0; stage < n_stages; stage++)
      n += patron_journey_layout_get_n_cards (layout, stage, lane) + 1;
  return n;
}

static guint
place_key (const PatronJourneyPlace *place)
{
  return (((guint) place->kind * 16 + place->stage + 1) * 16 + place->lane + 1)
             * 64
         + place->card + 1;
}

/* Arrow keys alone reach everything that is on a map, from anywhere. */
static void
test_reach (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 60; round++)
    {
      g_autoptr (PatronJourneyLayout) layout = make_random (rand);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      g_autoptr (GArray) todo
          = g_array_new (FALSE, FALSE, sizeof (PatronJourneyPlace));
      PatronJourneyPlace nowhere = { PATRON_JOURNEY_AT_NOWHERE, -1, -1, -1 };
      PatronJourneyPlace start
          = patron_journey_layout_walk (layout, &nowhere, PATRON_JOURNEY_DOWN);

      g_array_append_val (todo, start);
      g_hash_table_add (seen, GUINT_TO_POINTER (place_key (&start)));
      for (guint i = 0; i < todo->len; i++)
        for (int step = PATRON_JOURNEY_UP; step <= PATRON_JOURNEY_FORWARD;
             step++)
          {
            PatronJourneyPlace at
                = g_array_index (todo, PatronJourneyPlace, i);
            PatronJourneyPlace next
                = patron_journey_layout_walk (layout, &at, step);
            PatronJourneyRect rect;

            g_assert_true (
                patron_journey_layout_get_rect (layout, &next, &rect));
            if (g_hash_table_add (seen,
                                  GUINT_TO_POINTER (place_key (&next))))
              g_array_append_val (todo, next);
          }
      g_assert_cmpuint (todo->len, ==, count_places (layout));
    }
}

/* The pointer finds each card where it is drawn, and culling leaves out
 * nothing that shows. */
static void
test_hit (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int round = 0; round < 60; round++)
    {
      g_autoptr (PatronJourneyLayout) layout = make_random (rand);
      int n_lanes = patron_journey_layout_get_n_lanes (layout);
      int n_stages = patron_journey_layout_get_n_stages (layout);
      int top = g_rand_int_range (rand, 0, 600);
      int bottom = top + g_rand_int_range (rand, 1, 400);

      for (int lane = 0; lane < n_lanes; lane++)
        for (int stage = 0; stage < n_stages; stage++)
          {
            int n = patron_journey_layout_get_n_cards (layout, stage, lane);
            int first, end;

            patron_journey_layout_find_cards (layout, stage, lane, top,
                                              bottom, &first, &end);
            for (int card = 0; card < n; card++)
              {
                PatronJourneyPlace place = CARD (stage, lane, card), hit;
                PatronJourneyRect rect;
                gboolean shows;

                patron_journey_layout_get_rect (layout, &place, &rect);
                shows = rect.y < bottom && rect.y + rect.height > top;
                g_assert_cmpint (shows, ==, card >= first && card < end);
                hit = patron_journey_layout_hit (layout, rect.x, rect.y);
                g_assert_true (patron_journey_place_equal (&hit, &place));
                hit = patron_journey_layout_hit (
                    layout, rect.x + rect.width - 1, rect.y + rect.height - 1);
                g_assert_true (patron_journey_place_equal (&hit, &place));
                hit = patron_journey_layout_hit (layout, rect.x - 1, rect.y);
                g_assert_cmpint (hit.kind, ==, PATRON_JOURNEY_AT_SLOT);
              }
          }
    }
}

/* What has the focus may go away; the focus does not. */
static void
test_clamp (void)
{
  g_autoptr (PatronJourneyLayout) layout = make_small ();
  const guint none[] = { 0 };
  PatronJourneyPlace place = CARD (0, 0, 5);

  place = patron_journey_layout_clamp (layout, &place);
  g_assert_true (patron_journey_place_equal (&place, &CARD (0, 0, 1)));
  place = CARD (4, 4, 0);
  place = patron_journey_layout_clamp (layout, &place);
  g_assert_true (patron_journey_place_equal (&place, &SLOT (1, 1)));
  patron_journey_layout_set (layout, &metrics, 0, 0, none, NULL, NULL);
  place = patron_journey_layout_clamp (layout, &place);
  g_assert_cmpint (place.kind, ==, PATRON_JOURNEY_AT_ADD_STAGE);
  place = LANE (3);
  place = patron_journey_layout_clamp (layout, &place);
  g_assert_cmpint (place.kind, ==, PATRON_JOURNEY_AT_ADD_LANE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journeys/layout/rects", test_rects);
  g_test_add_func ("/journeys/layout/drop", test_drop);
  g_test_add_func ("/journeys/layout/walk", test_walk);
  g_test_add_func ("/journeys/layout/reach", test_reach);
  g_test_add_func ("/journeys/layout/hit", test_hit);
  g_test_add_func ("/journeys/layout/clamp", test_clamp);

  return g_test_run ();
}
