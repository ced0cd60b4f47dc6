/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a map shows of a document, and what edits of a journey do to it. */

#include <math.h>

#include "patron-journey-edit.h"
#include "patron-journey-map.h"

typedef struct
{
  PatronDocument   *document;
  PatronRecord     *journey;
  PatronJourneyMap *map;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->document
      = patron_document_new (patron_registry_get_default (), &error);
  g_assert_no_error (error);
  fixture->journey = patron_journey_new_five_steps (fixture->document,
                                                    "Anna buys a bicycle",
                                                    &error);
  g_assert_no_error (error);
  fixture->map = patron_journey_map_new ();
  patron_journey_map_set (fixture->map, fixture->document, fixture->journey);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  patron_journey_map_set (fixture->map, NULL, NULL);
  g_assert_finalize_object (fixture->map);
  g_clear_object (&fixture->journey);
  patron_document_close (fixture->document);
  g_assert_finalize_object (fixture->document);
}

static PatronRecord *
add_card (Fixture    *fixture,
          guint       stage,
          guint       lane,
          const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) card = patron_journey_add_cards (
      fixture->document, patron_journey_map_get_stage (fixture->map, stage),
      patron_journey_map_get_lane (fixture->map, lane),
      (const char *const[]) { title, NULL }, &error);

  g_assert_no_error (error);
  return card; /* the map holds it */
}

/* All that stands on the map, in words. */
static char *
print_map (PatronJourneyMap *map)
{
  GString *text = g_string_new (NULL);
  guint n_stages = patron_journey_map_get_n_stages (map);
  guint n_lanes = patron_journey_map_get_n_lanes (map);
  const guint *cells = patron_journey_map_get_cells (map);

  for (guint i = 0; i < n_stages; i++)
    g_string_append_printf (
        text, "|%s",
        patron_record_get_text (patron_journey_map_get_stage (map, i),
                                "name"));
  for (guint lane = 0; lane < n_lanes; lane++)
    {
      g_string_append_printf (
          text, "\n%s",
          patron_record_get_text (patron_journey_map_get_lane (map, lane),
                                  "name"));
      for (guint stage = 0; stage < n_stages; stage++)
        {
          guint cell = lane * n_stages + stage;

          g_string_append_c (text, '|');
          for (guint i = cells[cell]; i < cells[cell + 1]; i++)
            g_string_append_printf (
                text, "%s%s", i > cells[cell] ? "," : "",
                patron_record_get_text (
                    patron_journey_map_get_nth_card (map, i), "title"));
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_map (Fixture    *fixture,
            const char *expected)
{
  g_autofree char *text = print_map (fixture->map);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_undo (Fixture    *fixture,
             const char *label)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (patron_document_get_undo_label (fixture->document), ==,
                   label);
  g_assert_true (patron_document_undo (fixture->document, &error));
  g_assert_no_error (error);
}

static void
test_template (Fixture      *fixture,
               gconstpointer data)
{
  PatronRecord *stage = patron_journey_map_get_stage (fixture->map, 3);

  assert_map (fixture,
              "|Aware|Trial|Purchase|Multiple purchase|Loyalty\n"
              "Touchpoints|||||\nDoing|||||\nThinking|||||\nFeeling|||||\n"
              "Pains|||||\nOpportunities|||||");
  g_assert_cmpstr (patron_record_get_text (stage, "phase"), ==, "after");
  g_assert_cmpstr (patron_record_get_text (stage, "step"), ==,
                   "multiple_purchase");

  /* One step of undo takes all of it away. */
  assert_undo (fixture, "New Journey");
  g_assert_false (patron_record_get_exists (fixture->journey));
  g_assert_null (patron_document_get_undo_label (fixture->document));
  g_assert_true (patron_document_redo (fixture->document, NULL));
  g_assert_true (patron_record_get_exists (fixture->journey));
}

static void
test_cards (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PatronRecord *advert = add_card (fixture, 0, 0, "Advert");
  PatronRecord *window = add_card (fixture, 0, 0, "Window");
  PatronRecord *ride = add_card (fixture, 1, 0, "Ride");
  PatronJourneyPlace place;

  assert_map (fixture,
              "|Aware|Trial|Purchase|Multiple purchase|Loyalty\n"
              "Touchpoints|Advert,Window|Ride|||\nDoing|||||\n"
              "Thinking|||||\nFeeling|||||\nPains|||||\nOpportunities|||||");
  g_assert_true (patron_journey_map_find (fixture->map, window, &place));
  g_assert_cmpint (place.stage, ==, 0);
  g_assert_cmpint (place.card, ==, 1);
  g_assert_true (
      patron_journey_map_get_record (fixture->map, &place) == window);

  /* Into another cell, before the card that is there. */
  g_assert_true (patron_journey_move_card (
      fixture->document, advert,
      patron_journey_map_get_stage (fixture->map, 1),
      patron_journey_map_get_lane (fixture->map, 0), ride, &error));
  assert_map (fixture,
              "|Aware|Trial|Purchase|Multiple purchase|Loyalty\n"
              "Touchpoints|Window|Advert,Ride|||\nDoing|||||\n"
              "Thinking|||||\nFeeling|||||\nPains|||||\nOpportunities|||||");
  assert_undo (fixture, "Move Card");
  assert_undo (fixture, "Add Card");
  assert_map (fixture,
              "|Aware|Trial|Purchase|Multiple purchase|Loyalty\n"
              "Touchpoints|Advert,Window||||\nDoing|||||\n"
              "Thinking|||||\nFeeling|||||\nPains|||||\nOpportunities|||||");
}

/* Hidden lanes stand on the map when they are asked for. */
static void
test_hidden (Fixture      *fixture,
             gconstpointer data)
{
  PatronRecord *doing = patron_journey_map_get_lane (fixture->map, 1);
  g_autoptr (PatronRecord) kept = g_object_ref (doing);

  add_card (fixture, 2, 1, "Pays");
  g_assert_true (patron_document_set_integer (fixture->document, kept,
                                              "hidden", 1, NULL));
  g_assert_cmpuint (patron_journey_map_get_n_lanes (fixture->map), ==, 5);
  g_assert_cmpuint (patron_journey_map_get_n_hidden (fixture->map), ==, 1);
  g_assert_cmpuint (patron_journey_map_get_n_cards (fixture->map), ==, 0);
  patron_journey_map_set_show_hidden (fixture->map, TRUE);
  g_assert_cmpuint (patron_journey_map_get_n_lanes (fixture->map), ==, 6);
  g_assert_cmpuint (patron_journey_map_get_n_cards (fixture->map), ==, 1);
}

/* What a stage says counts, otherwise the mean of its cards, otherwise there
 * is nothing to draw. */
static void
test_experience (Fixture      *fixture,
                 gconstpointer data)
{
  PatronRecord *first = add_card (fixture, 0, 0, "Advert");
  PatronRecord *second = add_card (fixture, 0, 3, "Curious");
  PatronRecord *stage = patron_journey_map_get_stage (fixture->map, 0);
  double expected, felt;

  g_assert_false (patron_journey_map_has_experience (fixture->map));
  g_assert_true (patron_document_set_integer (fixture->document, first, "felt",
                                              -1, NULL));
  g_assert_true (patron_document_set_integer (fixture->document, second,
                                              "felt", 2, NULL));
  patron_journey_map_get_experience (fixture->map, 0, &expected, &felt);
  g_assert_true (isnan (expected));
  g_assert_cmpfloat (felt, ==, 0.5);
  g_assert_true (patron_document_set_integer (fixture->document, stage, "felt",
                                              -2, NULL));
  patron_journey_map_get_experience (fixture->map, 0, &expected, &felt);
  g_assert_cmpfloat (felt, ==, -2);
  patron_journey_map_get_experience (fixture->map, 1, &expected, &felt);
  g_assert_true (isnan (felt));
}

static void
test_to_be (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) copy = NULL;

  add_card (fixture, 0, 0, "Advert");
  copy = patron_journey_duplicate_to_be (fixture->document, fixture->journey,
                                         &error);
  g_assert_no_error (error);
  g_assert_cmpstr (patron_record_get_text (copy, "state"), ==, "to_be");
  g_assert_cmpstr (patron_record_get_text (copy, "title"), ==,
                   "Anna buys a bicycle");
  g_assert_cmpint (patron_record_get_integer (copy, "counterpart"), ==,
                   patron_record_get_id (fixture->journey));
  g_assert_cmpint (
      patron_record_get_integer (fixture->journey, "counterpart"), ==,
      patron_record_get_id (copy));
  patron_journey_map_set (fixture->map, fixture->document, copy);
  g_assert_cmpuint (patron_journey_map_get_n_cards (fixture->map), ==, 1);
  patron_journey_map_set (fixture->map, fixture->document, fixture->journey);
  g_assert_cmpuint (patron_journey_map_get_n_cards (fixture->map), ==, 1);
  assert_undo (fixture, "Duplicate as To-Be");
  g_assert_cmpint (patron_document_count (fixture->document, "journey"), ==,
                   1);
}

/* Cards as lists of titles, cell by cell, beside the map. */
typedef struct
{
  GPtrArray *cells[30]; /* (element-type utf8) */
} Model;

static char *
print_model (Model *model)
{
  GString *text = g_string_new (NULL);

  for (int cell = 0; cell < 30; cell++)
    for (guint i = 0; i < model->cells[cell]->len; i++)
      g_string_append_printf (text, "%d:%s\n", cell,
                              (char *) model->cells[cell]->pdata[i]);
  return g_string_free (text, FALSE);
}

static char *
print_cards (PatronJourneyMap *map)
{
  GString *text = g_string_new (NULL);
  const guint *cells = patron_journey_map_get_cells (map);

  for (int cell = 0; cell < 30; cell++)
    for (guint i = cells[cell]; i < cells[cell + 1]; i++)
      g_string_append_printf (
          text, "%d:%s\n", cell,
          patron_record_get_text (patron_journey_map_get_nth_card (map, i),
                                  "title"));
  return g_string_free (text, FALSE);
}

/* Moves a random card to a random place, on the map and in the model. */
static void
move_any (Fixture *fixture,
          GRand   *rand,
          Model   *model)
{
  guint n = patron_journey_map_get_n_cards (fixture->map);
  PatronRecord *card = patron_journey_map_get_nth_card (
      fixture->map, g_rand_int_range (rand, 0, n));
  int to = g_rand_int_range (rand, 0, 30);
  GPtrArray *cell = model->cells[to];
  int index = g_rand_int_range (rand, 0, cell->len + 1);
  PatronJourneyPlace from;
  PatronJourneyPlace before
      = { PATRON_JOURNEY_AT_CARD, to % 5, to / 5, index };
  g_autoptr (GError) error = NULL;
  char *title;

  g_assert_true (patron_journey_map_find (fixture->map, card, &from));
  g_assert_true (patron_journey_move_card (
      fixture->document, card,
      patron_journey_map_get_stage (fixture->map, to % 5),
      patron_journey_map_get_lane (fixture->map, to / 5),
      patron_journey_map_get_record (fixture->map, &before), &error));
  g_assert_no_error (error);

  title = g_ptr_array_steal_index (model->cells[from.lane * 5 + from.stage],
                                   from.card);
  if (from.lane * 5 + from.stage == to && from.card < index)
    index--;
  g_ptr_array_insert (cell, index, title);
}

static void
test_random (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree char *start = print_map (fixture->map);
  g_autofree char *end = NULL;
  Model model;

  for (int cell = 0; cell < 30; cell++)
    model.cells[cell] = g_ptr_array_new_with_free_func (g_free);
  for (int round = 0; round < 150; round++)
    {
      g_autofree char *expected = NULL;
      g_autofree char *shown = NULL;

      if (round < 25 || g_rand_int_range (rand, 0, 4) == 0)
        {
          int cell = g_rand_int_range (rand, 0, 30);
          char *title = g_strdup_printf ("card %d", round);

          add_card (fixture, cell % 5, cell / 5, title);
          g_ptr_array_add (model.cells[cell], title);
        }
      else
        move_any (fixture, rand, &model);
      expected = print_model (&model);
      shown = print_cards (fixture->map);
      g_assert_cmpstr (shown, ==, expected);
    }

  end = print_map (fixture->map);
  while (g_strcmp0 (patron_document_get_undo_label (fixture->document),
                    "New Journey")
         != 0)
    g_assert_true (patron_document_undo (fixture->document, NULL));
  assert_map (fixture, start);
  while (patron_document_redo (fixture->document, NULL))
    ;
  assert_map (fixture, end);
  for (int cell = 0; cell < 30; cell++)
    g_ptr_array_unref (model.cells[cell]);
}

#define ADD(path, func)                                                       \
  g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/journeys/map/template", test_template);
  ADD ("/journeys/map/cards", test_cards);
  ADD ("/journeys/map/hidden", test_hidden);
  ADD ("/journeys/map/experience", test_experience);
  ADD ("/journeys/map/to-be", test_to_be);
  ADD ("/journeys/map/random", test_random);

  return g_test_run ();
}
