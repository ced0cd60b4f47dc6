/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-journey-scene.h"

#include <math.h>
#include <string.h>

#include "patron-fixed-measurer.h"
#include "patron-record-fixture.h"
#include "patron-scene-check.h"

typedef struct
{
  PatronJourneyContent content;
  GPtrArray *others;
  PatronSceneSource source;
  PatronMeasurer *measurer;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  unused)
{
  self->measurer = patron_fixed_measurer_new ();
  self->others = patron_fixture_list (
    patron_fixture_record (&patron_portrait_entity, 5, "name",
                           "Fiona Fairweather", NULL),
    patron_fixture_record (&patron_channel_entity, 6, "name", "Email", NULL),
    patron_fixture_record (&patron_kpi_entity, 7, "name", "Response time",
                           NULL),
    NULL);
  self->source = (PatronSceneSource) { patron_fixture_find_cb, NULL,
                                       self->others, "USD" };
  self->content.journey = patron_fixture_record (
    &patron_journey_entity, 1, "title", "A founder looks for help", "state",
    "as_is", "scenario", "Sales have been flat for two quarters.", "portrait",
    "5", "owner", "Sam Tiller", "reviewed", "2025-09-08", NULL);
  self->content.stages = patron_fixture_list (
    patron_fixture_record (&patron_stage_entity, 11, "journey", "1", "name",
                           "Realise", "phase", "before", "goal",
                           "Admit it", "expected", "1", "felt", "2",
                           "customers", "310", NULL),
    patron_fixture_record (&patron_stage_entity, 12, "journey", "1", "name",
                           "Decide", "phase", "during", "expected", "1",
                           "felt", "-1", NULL),
    patron_fixture_record (&patron_stage_entity, 13, "journey", "1", "name",
                           "Come back", "phase", "after", NULL),
    NULL);
  self->content.lanes = patron_fixture_list (
    patron_fixture_record (&patron_lane_entity, 21, "journey", "1", "name",
                           "Touchpoints", "kind", "touchpoint", "colour",
                           "#1a5fb4", NULL),
    patron_fixture_record (&patron_lane_entity, 22, "journey", "1", "name",
                           "Secret", "kind", "text", "hidden", "true", NULL),
    patron_fixture_record (&patron_lane_entity, 23, "journey", "1", "name",
                           "Pains", "kind", "pain", NULL),
    NULL);
  self->content.cards = patron_fixture_list (
    patron_fixture_record (&patron_card_entity, 31, "stage", "11", "lane",
                           "21", "title", "A peer’s story", NULL),
    patron_fixture_record (&patron_card_entity, 32, "stage", "12", "lane",
                           "21", "title", "Written proposal", "moment", "wait",
                           "channel", "6", "kpi", "7", "note",
                           "Nine working days on average.", NULL),
    patron_fixture_record (&patron_card_entity, 33, "stage", "12", "lane",
                           "21", "title", "Contract", NULL),
    patron_fixture_record (&patron_card_entity, 34, "stage", "13", "lane",
                           "23", "title", "Nobody remembers her", "expected",
                           "2", "felt", "-2", NULL),
    patron_fixture_record (&patron_card_entity, 35, "stage", "13", "lane",
                           "22", "title", "Not to be shown", NULL),
    NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  unused)
{
  g_object_unref (self->content.journey);
  g_ptr_array_unref (self->content.stages);
  g_ptr_array_unref (self->content.lanes);
  g_ptr_array_unref (self->content.cards);
  g_ptr_array_unref (self->others);
  patron_measurer_free (self->measurer);
}

static PatronScene *
lay_out (Fixture *self,
         gboolean rtl,
         double   width,
         double   height)
{
  PatronTheme theme;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  theme.rtl = rtl;
  return patron_journey_map_scene (&self->content, &self->source, &theme,
                                   width, height, self->measurer);
}

static void
test_golden (Fixture       *self,
             gconstpointer  unused)
{
  g_autoptr (PatronScene) scene = lay_out (self, FALSE, 0, 0);

  patron_scene_check (scene);
  patron_scene_check_golden (scene, "scenes", "journey");
}

static void
test_content (Fixture       *self,
              gconstpointer  unused)
{
  g_autoptr (PatronScene) scene = lay_out (self, FALSE, 0, 0);
  const char *alt = patron_scene_get_alt_text (scene);
  int card = patron_scene_find_record (scene, 32);
  g_autofree char *words = NULL;

  /* A stage without a judgement takes the mean of its cards', so the largest
   * gap is where the card says so. */
  g_assert_true (patron_scene_has_text (
    scene, PATRON_ROLE_MARK, "Largest gap: \xe2\x88\x92" "2 felt, +2"
                             " expected"));
  g_assert_nonnull (strstr (alt, "Come back"));
  g_assert_nonnull (strstr (alt, "Wait at Decide: Written proposal."));
  /* A moment is told by a word, not by colour alone. */
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_MARK, "Wait"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_CARD, "Email"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_CARD,
                                        "KPI: Response time"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_PHASE, "Before"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_SUBTITLE,
                                        "As is"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_HEADING, "Fiona"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_STAGE,
                                        "310 customers"));
  g_assert_false (patron_scene_has_text (scene, PATRON_ROLE_CARD, "Not to"));
  g_assert_cmpint (patron_scene_find_record (scene, 35), ==, -1);
  g_assert_cmpint (card, >=, 0);
  words = patron_scene_describe_spot (scene, (guint) card);
  g_assert_cmpstr (words, ==,
                   "Touchpoints, Decide: Written proposal. Wait. Email. Nine"
                   " working days on average.");
}

/* Keys lead from card to card as the eye goes. */
static void
test_walk (Fixture       *self,
           gconstpointer  unused)
{
  g_autoptr (PatronScene) scene = lay_out (self, FALSE, 0, 0);
  int story = patron_scene_find_record (scene, 31);
  int proposal = patron_scene_find_record (scene, 32);
  int contract = patron_scene_find_record (scene, 33);

  g_assert_cmpint (patron_scene_walk (scene, proposal, PATRON_WALK_DOWN), ==,
                   contract);
  g_assert_cmpint (patron_scene_walk (scene, contract, PATRON_WALK_UP), ==,
                   proposal);
  g_assert_cmpint (patron_scene_walk (scene, story, PATRON_WALK_RIGHT), !=,
                   story);
}

/* A map fits the page it is asked for, and a narrow one gets smaller rather
 * than breaking its words. */
static void
test_sizes (Fixture       *self,
            gconstpointer  unused)
{
  static const double pages[][2] = {
    { 1920, 1080 }, { 320, 200 }, { 1123, 794 }, { 500, 2000 },
  };
  g_autoptr (PatronScene) narrow = lay_out (self, FALSE, 300, 0);
  g_autoptr (PatronScene) low = lay_out (self, FALSE, 0, 300);

  g_assert_cmpfloat (patron_scene_get_width (narrow), ==, 300);
  g_assert_cmpfloat (patron_scene_get_height (low), ==, 300);
  patron_scene_check (narrow);
  patron_scene_check (low);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (PatronScene) scene = lay_out (self, i % 2 != 0, pages[i][0],
                                               pages[i][1]);

      g_assert_cmpfloat (patron_scene_get_width (scene), ==, pages[i][0]);
      g_assert_cmpfloat (patron_scene_get_height (scene), ==, pages[i][1]);
      patron_scene_check (scene);
    }
}

/* Nothing there yet is no reason to fail. */
static void
test_empty (Fixture       *self,
            gconstpointer  unused)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (PatronRecord) blank = patron_record_new (&patron_journey_entity,
                                                      9);
  PatronJourneyContent content = { blank, none, none, none };
  PatronTheme theme;
  g_autoptr (PatronScene) scene = NULL;
  g_autoptr (PatronScene) page = NULL;

  patron_theme_init (&theme, PATRON_THEME_DARK);
  scene = patron_journey_map_scene (&content, NULL, &theme, 0, 0,
                                    self->measurer);
  page = patron_journey_map_scene (&content, NULL, &theme, 800, 450,
                                   self->measurer);
  patron_scene_check (scene);
  patron_scene_check (page);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_TITLE,
                                        "Untitled journey"));
}

static char *
random_score (void)
{
  return g_strdup_printf ("%d", g_test_rand_int_range (-2, 3));
}

static GPtrArray *
random_records (const PatronEntity *entity,
                gint64              first,
                guint               n)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      const char *title = patron_entity_get_title (entity)->name;
      g_autofree char *text = patron_fixture_text (300);
      PatronRecord *record;

      g_strdelimit (text, "\n", ' ');
      record = patron_fixture_record (entity, first + i, title, text, NULL);
      if (entity == &patron_stage_entity || entity == &patron_card_entity)
        {
          g_autofree char *felt = random_score ();
          g_autofree char *expected = random_score ();

          if (g_test_rand_bit ())
            patron_fixture_set (record, "felt", felt);
          if (g_test_rand_bit ())
            patron_fixture_set (record, "expected", expected);
        }
      g_ptr_array_add (list, record);
    }
  return list;
}

static void
place_cards (GPtrArray *cards,
             guint      n_stages,
             guint      n_lanes)
{
  static const char *const moments[] = { "truth", "pain", "delight", "wait",
                                         "drop_off", "" };

  for (guint i = 0; i < cards->len; i++)
    {
      PatronRecord *card = g_ptr_array_index (cards, i);
      g_autofree char *stage = g_strdup_printf (
        "%d", 100 + g_test_rand_int_range (0, (int) n_stages + 1));
      g_autofree char *lane = g_strdup_printf (
        "%d", 200 + g_test_rand_int_range (0, (int) n_lanes + 1));
      g_autofree char *note = patron_fixture_text (800);

      patron_fixture_set (card, "stage", stage);
      patron_fixture_set (card, "lane", lane);
      patron_fixture_set (card, "note", note);
      patron_fixture_set (card, "moment",
                          moments[g_test_rand_int_range (0, 6)]);
    }
}

/* Any journey, at any size: no text is cut off, and no card covers another. */
static void
test_any (Fixture       *self,
          gconstpointer  unused)
{
  for (int round = 0; round < 60 && !g_test_failed (); round++)
    {
      guint n_stages = (guint) g_test_rand_int_range (0, 12);
      guint n_lanes = (guint) g_test_rand_int_range (0, 8);
      g_autoptr (GPtrArray) stages = random_records (&patron_stage_entity, 100,
                                                     n_stages);
      g_autoptr (GPtrArray) lanes = random_records (&patron_lane_entity, 200,
                                                    n_lanes);
      g_autoptr (GPtrArray) cards = random_records (
        &patron_card_entity, 300, (guint) g_test_rand_int_range (0, 40));
      PatronJourneyContent content = { self->content.journey, stages, lanes,
                                       cards };
      g_autoptr (PatronScene) scene = NULL;
      PatronTheme theme;

      place_cards (cards, n_stages, n_lanes);
      patron_theme_init (&theme, (PatronThemeKind) (round % PATRON_N_THEMES));
      theme.rtl = g_test_rand_bit ();
      scene = patron_journey_map_scene (
        &content, &self->source, &theme,
        g_test_rand_bit () ? g_test_rand_double_range (50, 3000) : 0,
        g_test_rand_int_range (0, 4) == 0 ? 1080 : 0, self->measurer);
      patron_scene_check (scene);
      for (guint i = 0; i < patron_scene_get_n_spots (scene); i++)
        for (guint j = i + 1; j < patron_scene_get_n_spots (scene); j++)
          {
            const PatronSpot *a = patron_scene_get_spot (scene, i);
            const PatronSpot *b = patron_scene_get_spot (scene, j);

            if (a->role == PATRON_ROLE_CARD && b->role == PATRON_ROLE_CARD)
              g_assert_true (a->x + a->width <= b->x + 0.01
                             || b->x + b->width <= a->x + 0.01
                             || a->y + a->height <= b->y + 0.01
                             || b->y + b->height <= a->y + 0.01);
          }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                       \
  g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/scenes/journey/golden", test_golden);
  ADD ("/scenes/journey/content", test_content);
  ADD ("/scenes/journey/walk", test_walk);
  ADD ("/scenes/journey/sizes", test_sizes);
  ADD ("/scenes/journey/empty", test_empty);
  ADD ("/scenes/journey/any", test_any);
  return g_test_run ();
}
