/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The map editor in a real window, as the keyboard and the pointer use it. */

#include <string.h>

#include "patron-journey-card.h"
#include "patron-journey-edit.h"
#include "patron-journey-grid-private.h"
#include "patron-journeys-page-private.h"
#include "patron-widgets.h"

typedef struct
{
  PatronDocument    *document;
  GtkWidget         *window;
  PatronPage        *page;
  PatronJourneyGrid *grid;
  PatronJourneyMap  *map;
  char              *toast;
} Fixture;

static void
toast_cb (GSimpleAction *action,
          GVariant      *message,
          gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->toast);
  fixture->toast = g_variant_dup_string (message, NULL);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Fixture *fixture = user_data;

  patron_document_undo (fixture->document, NULL);
}

static void
settle (void)
{
  for (int i = 0; i < 15; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (4000);
    }
}

/* Shows what undo changed, as the window does. */
static void
went_to_cb (Fixture    *fixture,
            const char *page,
            const char *entity,
            gint64      id)
{
  g_autoptr (PatronRecord) record = NULL;

  if (entity != NULL && id != 0)
    record = patron_document_get_record (fixture->document, entity, id);
  if (record != NULL)
    patron_page_show_record (fixture->page, record);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const GActionEntry entries[] = { { "toast", toast_cb, "s" },
                                   { "undo-toast", toast_cb, "s" },
                                   { "undo", undo_cb } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GError) error = NULL;

  fixture->document
      = patron_document_new (patron_registry_get_default (), &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->document, "went-to",
                            G_CALLBACK (went_to_cb), fixture);

  fixture->window = adw_window_new ();
  fixture->page = g_object_new (PATRON_TYPE_JOURNEYS_PAGE, NULL);
  fixture->grid = PATRON_JOURNEYS_PAGE (fixture->page)->grid;
  fixture->map = patron_journey_grid_get_map (fixture->grid);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries,
                                   G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win",
                                  G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window),
                          GTK_WIDGET (fixture->page));
  patron_page_set_document (fixture->page, fixture->document);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  patron_page_set_document (fixture->page, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  patron_document_close (fixture->document);
  g_assert_finalize_object (fixture->document);
  g_free (fixture->toast);
}

static void
make_journey (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page),
                                             "journeys.new", NULL));
  settle ();
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  settle ();
}

static void
run_tool (const char *arguments)
{
  g_autofree char *command = g_strconcat ("xdotool ", arguments, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, &error));
  settle ();
}

static void
press (const char *keys)
{
  g_autofree char *arguments = g_strconcat ("key --delay 20 ", keys, NULL);

  run_tool (arguments);
}

static void
type_text (const char *text)
{
  g_autofree char *arguments
      = g_strdup_printf ("type --delay 20 \"%s\"", text);

  run_tool (arguments);
}

static gboolean
has_keyboard (Fixture *fixture)
{
  g_autofree char *path = g_find_program_in_path ("xdotool");

  if (path == NULL)
    {
      g_test_skip ("xdotool is not installed");
      return FALSE;
    }
  for (int i = 0; i < 50 && !gtk_window_is_active (GTK_WINDOW (fixture->window));
       i++)
    settle ();
  g_assert_true (gtk_window_is_active (GTK_WINDOW (fixture->window)));
  return TRUE;
}

/* The titles in a cell, with commas between. */
static char *
print_cell (Fixture *fixture,
            int      stage,
            int      lane)
{
  guint n = patron_journey_map_get_n_stages (fixture->map);
  const guint *cells = patron_journey_map_get_cells (fixture->map);
  GString *text = g_string_new (NULL);

  for (guint i = cells[lane * n + stage]; i < cells[lane * n + stage + 1]; i++)
    g_string_append_printf (
        text, "%s%s", text->len > 0 ? "," : "",
        patron_record_get_text (
            patron_journey_map_get_nth_card (fixture->map, i), "title"));
  return g_string_free (text, FALSE);
}

static void
assert_cell (Fixture    *fixture,
             int         stage,
             int         lane,
             const char *expected)
{
  g_autofree char *titles = print_cell (fixture, stage, lane);

  g_assert_cmpstr (titles, ==, expected);
}

static void
assert_cursor (Fixture                *fixture,
               PatronJourneyPlaceKind  kind,
               int                     stage,
               int                     lane)
{
  PatronJourneyPlace cursor = patron_journey_grid_get_cursor (fixture->grid);
  GtkWidget *widget = patron_journey_grid_get_widget (fixture->grid, &cursor);

  g_assert_cmpint (cursor.kind, ==, kind);
  g_assert_cmpint (cursor.stage, ==, stage);
  g_assert_cmpint (cursor.lane, ==, lane);
  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_has_focus (widget));
}

static void
test_keyboard (Fixture      *fixture,
               gconstpointer data)
{
  if (!has_keyboard (fixture))
    return;
  make_journey (fixture);
  assert_cursor (fixture, PATRON_JOURNEY_AT_SLOT, 0, 0);

  /* Type, Enter, next. */
  type_text ("Advert");
  g_assert_true (patron_journey_grid_is_editing (fixture->grid));
  press ("Return");
  assert_cursor (fixture, PATRON_JOURNEY_AT_SLOT, 0, 0);
  type_text ("Shop window");
  press ("ctrl+Return");
  g_assert_true (patron_journey_grid_is_editing (fixture->grid));
  type_text ("A friend");
  press ("Return");
  assert_cell (fixture, 0, 0, "Advert,Shop window,A friend");

  /* What is looked at only leaves nothing behind. */
  press ("Return");
  g_assert_true (patron_journey_grid_is_editing (fixture->grid));
  press ("Escape");
  g_assert_false (patron_journey_grid_is_editing (fixture->grid));
  assert_cell (fixture, 0, 0, "Advert,Shop window,A friend");

  /* Edit in place, and not. */
  press ("Up F2 End");
  type_text (" says so");
  press ("Return");
  assert_cell (fixture, 0, 0, "Advert,Shop window,A friend says so");
  assert_cursor (fixture, PATRON_JOURNEY_AT_CARD, 0, 0);
  press ("Return");
  type_text ("Nobody");
  press ("Escape");
  assert_cell (fixture, 0, 0, "Advert,Shop window,A friend says so");

  /* Move within the cell, over lanes and over stages. */
  press ("alt+Up");
  assert_cell (fixture, 0, 0, "Advert,A friend says so,Shop window");
  press ("alt+Right");
  assert_cell (fixture, 0, 0, "Advert,Shop window");
  assert_cell (fixture, 1, 0, "A friend says so");
  press ("alt+Down");
  assert_cell (fixture, 1, 1, "A friend says so");
  assert_cursor (fixture, PATRON_JOURNEY_AT_CARD, 1, 1);

  /* Remove, with a toast, and undo, which goes back to the card. */
  press ("Delete");
  assert_cell (fixture, 1, 1, "");
  g_assert_cmpstr (fixture->toast, ==, "Card “A friend says so” removed");
  assert_cursor (fixture, PATRON_JOURNEY_AT_SLOT, 1, 1);
  press ("Left Up");
  gtk_widget_activate_action (fixture->window, "win.undo", NULL);
  settle ();
  assert_cell (fixture, 1, 1, "A friend says so");
  assert_cursor (fixture, PATRON_JOURNEY_AT_CARD, 1, 1);

  /* Stages and lanes move as a whole. */
  press ("ctrl+shift+Left");
  g_assert_cmpstr (patron_record_get_text (
                       patron_journey_map_get_stage (fixture->map, 0), "name"),
                   ==, "Trial");
  assert_cell (fixture, 0, 1, "A friend says so");
  press ("ctrl+shift+Down");
  assert_cell (fixture, 0, 2, "A friend says so");
  assert_cursor (fixture, PATRON_JOURNEY_AT_CARD, 0, 2);

  /* Over the headers to the place for another stage. */
  press ("ctrl+Up ctrl+Up ctrl+Up End Right");
  assert_cursor (fixture, PATRON_JOURNEY_AT_ADD_STAGE, -1, -1);
  type_text ("Referral");
  press ("Return");
  g_assert_cmpuint (patron_journey_map_get_n_stages (fixture->map), ==, 6);
  g_assert_cmpstr (patron_record_get_text (
                       patron_journey_map_get_stage (fixture->map, 5), "name"),
                   ==, "Referral");
}

/* What is being written is kept when the focus goes elsewhere. */
static void
test_leaving (Fixture      *fixture,
              gconstpointer data)
{
  PatronJourneysPage *page = PATRON_JOURNEYS_PAGE (fixture->page);

  if (!has_keyboard (fixture))
    return;
  make_journey (fixture);
  type_text ("Half a thought");
  gtk_widget_grab_focus (GTK_WIDGET (page->chooser));
  gtk_widget_child_focus (GTK_WIDGET (page->chooser), GTK_DIR_TAB_FORWARD);
  settle ();
  assert_cell (fixture, 0, 0, "Half a thought");
  g_assert_false (patron_journey_grid_is_editing (fixture->grid));
}

/* The pane shows what is selected, and writes it. */
static void
test_pane (Fixture      *fixture,
           gconstpointer data)
{
  PatronJourneysPage *page = PATRON_JOURNEYS_PAGE (fixture->page);
  const char *const titles[] = { "Advert", NULL };
  g_autoptr (PatronRecord) card = NULL;

  make_journey (fixture);
  /* It can have the focus at once. */
  patron_side_pane_set_shown (page->side, TRUE);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (page->pane)));
  card = patron_journey_add_cards (
      fixture->document, patron_journey_map_get_stage (fixture->map, 0),
      patron_journey_map_get_lane (fixture->map, 0), titles, NULL);
  g_assert_true (patron_page_show_record (fixture->page, card));
  settle ();
  g_assert_true (patron_journey_grid_get_selected (fixture->grid) == card);
  g_assert_true (patron_journeys_pane_get_record (page->pane) == card);

  /* Whatever goes, the selection does not stand on it. */
  g_assert_true (patron_document_remove (
      fixture->document, patron_journey_map_get_stage (fixture->map, 0),
      NULL));
  settle ();
  g_assert_true (patron_journey_grid_get_selected (fixture->grid) != card);
  g_assert_true (patron_journeys_pane_get_record (page->pane) != card);
}

static void
test_removed_journey (Fixture      *fixture,
                      gconstpointer data)
{
  PatronJourneysPage *page = PATRON_JOURNEYS_PAGE (fixture->page);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->levels), ==,
                   "empty");
  make_journey (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->levels), ==, "map");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page),
                                             "journeys.remove", NULL));
  settle ();
  g_assert_cmpstr (fixture->toast, ==, "Journey “Untitled journey” removed");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->levels), ==,
                   "empty");
  g_assert_true (patron_document_undo (fixture->document, NULL));
  settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->levels), ==, "map");
  g_assert_cmpuint (patron_journey_map_get_n_stages (fixture->map), ==, 5);
}

/* Random actions; the map says the same as the document, the cursor always
 * stands on something, and undoing all of it leads back. */
static void
test_random (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const actions[]
      = { "journey.move-up",      "journey.move-down",
          "journey.move-back",    "journey.move-forward",
          "journey.stage-back",   "journey.stage-forward",
          "journey.lane-up",      "journey.lane-down",
          "journey.remove",       "journey.duplicate",
          "journey.toggle-lane",  "journey.insert-stage-after" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  const char *const titles[] = { "Card", NULL };

  make_journey (fixture);
  for (int round = 0; round < 120; round++)
    {
      guint n_stages = patron_journey_map_get_n_stages (fixture->map);
      guint n_lanes = patron_journey_map_get_n_lanes (fixture->map);
      PatronJourneyPlace place;

      patron_journey_grid_end_edit (fixture->grid);
      for (int steps = g_rand_int_range (rand, 0, 4); steps > 0; steps--)
        patron_journey_grid_walk (fixture->grid,
                                  g_rand_int_range (rand, 0, 10));
      if (round % 2 == 0 && n_stages > 0 && n_lanes > 0)
        {
          g_autoptr (PatronRecord) card = patron_journey_add_cards (
              fixture->document,
              patron_journey_map_get_stage (
                  fixture->map, g_rand_int_range (rand, 0, n_stages)),
              patron_journey_map_get_lane (
                  fixture->map, g_rand_int_range (rand, 0, n_lanes)),
              titles, NULL);

          g_assert_nonnull (card);
          g_assert_true (
              patron_journey_grid_show_record (fixture->grid, card));
        }
      gtk_widget_activate_action (
          GTK_WIDGET (fixture->grid),
          actions[g_rand_int_range (rand, 0, G_N_ELEMENTS (actions))], NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      place = patron_journey_grid_get_cursor (fixture->grid);
      g_assert_nonnull (patron_journey_grid_get_widget (fixture->grid,
                                                        &place));
    }
  patron_journey_grid_end_edit (fixture->grid);
  while (g_strcmp0 (patron_document_get_undo_label (fixture->document),
                    "New Journey")
         != 0)
    {
      g_assert_true (patron_document_undo (fixture->document, NULL));
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpuint (patron_journey_map_get_n_stages (fixture->map), ==, 5);
  g_assert_cmpuint (patron_journey_map_get_n_cards (fixture->map), ==, 0);
}

static void
fill_big (Fixture *fixture)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 200; i++)
    g_ptr_array_add (titles, g_strdup_printf ("Card %d, which says what the "
                                              "customer sees there",
                                              i));
  g_ptr_array_add (titles, NULL);
  g_assert_true (patron_document_begin (fixture->document, "Fill", NULL));
  for (int cell = 0; cell < 25; cell++)
    {
      g_autoptr (PatronRecord) card = patron_journey_add_cards (
          fixture->document,
          patron_journey_map_get_stage (fixture->map, cell % 5),
          patron_journey_map_get_lane (fixture->map, cell / 5),
          (const char *const *) titles->pdata, NULL);

      g_assert_nonnull (card);
    }
  g_assert_true (patron_document_end (fixture->document, NULL));
  settle ();
}

/* Five thousand cards need no more widgets than what fits on the screen. */
static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  guint most = 0;

  make_journey (fixture);
  fill_big (fixture);
  g_assert_cmpuint (patron_journey_map_get_n_cards (fixture->map), ==, 5000);
  for (int i = 0; i < 40; i++)
    {
      gtk_adjustment_set_value (fixture->grid->vadjustment, i * 997);
      gtk_adjustment_set_value (fixture->grid->hadjustment, i * 31);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      most = MAX (most, patron_journey_grid_count_widgets (fixture->grid));
    }
  g_assert_cmpuint (most, >, 10);
  g_assert_cmpuint (most, <, 250);

  /* Also where everything is small, and at the very end. */
  patron_journey_grid_set_zoom (fixture->grid, 0.1);
  patron_journey_grid_walk (fixture->grid, PATRON_JOURNEY_BOTTOM);
  settle ();
  g_assert_cmpuint (patron_journey_grid_count_widgets (fixture->grid), <,
                    900);
  assert_cursor (fixture, PATRON_JOURNEY_AT_SLOT, 4, 5);
}

static void
check_heights (Fixture *fixture)
{
  for (guint i = 0; i < fixture->grid->shown->len; i++)
    {
      PatronJourneyShown *shown
          = &g_array_index (fixture->grid->shown, PatronJourneyShown, i);

      if (shown->place.kind == PATRON_JOURNEY_AT_CARD)
        g_assert_cmpint (
            patron_journey_card_measure (PATRON_JOURNEY_CARD (shown->widget)),
            <=, gtk_widget_get_height (shown->widget));
      else if (shown->place.kind != PATRON_JOURNEY_AT_SLOT)
        {
          int height;

          gtk_widget_measure (shown->widget, GTK_ORIENTATION_VERTICAL,
                              gtk_widget_get_width (shown->widget), NULL,
                              &height, NULL, NULL);
          g_assert_cmpint (height, <=,
                           gtk_widget_get_height (shown->widget));
        }
    }
}

/* Nothing is cut off, however large the text. */
static void
test_large_text (Fixture      *fixture,
                 gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  const char *const titles[]
      = { "Compares this quarter with the last four, twice over",
          "Donaudampfschifffahrtsgesellschaftskapitänsmütze", NULL };
  int small, large, dpi;
  g_autoptr (PatronRecord) card = NULL;

  make_journey (fixture);
  card = patron_journey_add_cards (
      fixture->document, patron_journey_map_get_stage (fixture->map, 0),
      patron_journey_map_get_lane (fixture->map, 0), titles, NULL);
  g_assert_true (patron_document_set_text (fixture->document, card, "moment",
                                           "truth", NULL));
  g_assert_true (patron_document_set_text (fixture->document, card, "owner",
                                           "Dana", NULL));
  g_assert_true (patron_document_set_integer (fixture->document, card, "felt",
                                              -2, NULL));
  settle ();
  check_heights (fixture);
  small = patron_journey_layout_get_height (fixture->grid->layout);

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  settle ();
  check_heights (fixture);
  large = patron_journey_layout_get_height (fixture->grid->layout);
  g_assert_cmpint (large, >, small * 1.4);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  settle ();
}

#define ADD(path, func)                                                       \
  g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  patron_widgets_init ();

  ADD ("/journeys/grid/keyboard", test_keyboard);
  ADD ("/journeys/grid/leaving", test_leaving);
  ADD ("/journeys/grid/pane", test_pane);
  ADD ("/journeys/grid/removed-journey", test_removed_journey);
  ADD ("/journeys/grid/random", test_random);
  ADD ("/journeys/grid/many", test_many);
  ADD ("/journeys/grid/large-text", test_large_text);

  return g_test_run ();
}
