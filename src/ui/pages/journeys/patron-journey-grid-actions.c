/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-grid-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-journey-edit.h"

/* What keys and menus do on the map. */

static const char *const card_actions[]
    = { "journey.move-up", "journey.move-down", "journey.move-back",
        "journey.move-forward" };
static const char *const record_actions[]
    = { "journey.remove", "journey.duplicate" };

static PatronDocument *
get_document (PatronJourneyGrid *self)
{
  return patron_journey_map_get_document (self->map);
}

/* Says so if an edit has failed; returns whether it has not. */
static gboolean
check (PatronJourneyGrid *self,
       gboolean           good,
       GError            *error)
{
  if (!good)
    patron_journey_grid_report (self, error);
  g_clear_error (&error);
  return good;
}

static void
edit_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (widget);

  if (self->cursor.kind != PATRON_JOURNEY_AT_NOWHERE)
    patron_journey_grid_edit (self, &self->cursor);
}

/* A new card in the cell of the cursor, or the first of its column or row. */
static void
add_card_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (widget);
  PatronJourneyPlace place = self->cursor;

  if (place.kind == PATRON_JOURNEY_AT_NOWHERE)
    return;
  place.kind = PATRON_JOURNEY_AT_SLOT;
  place.card = -1;
  place = patron_journey_layout_clamp (self->layout, &place);
  patron_journey_grid_edit (self, &place);
}

static char *
describe_removed (PatronRecord *record)
{
  g_autofree char *title = patron_record_get_title (record);

  if (patron_record_is (record, "stage"))
    /* Translators: %s is the name of a stage. */
    return g_strdup_printf (_("Stage “%s” removed"), title);
  if (patron_record_is (record, "lane"))
    /* Translators: %s is the name of a lane. */
    return g_strdup_printf (_("Lane “%s” removed"), title);
  /* Translators: %s is the title of a card. */
  return g_strdup_printf (_("Card “%s” removed"), title);
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (widget);
  g_autoptr (PatronRecord) record = NULL;
  g_autofree char *message = NULL;
  GError *error = NULL;

  if (self->cursor_record == NULL)
    return;
  record = g_object_ref (self->cursor_record);
  message = describe_removed (record);
  if (check (self,
             patron_journey_remove (get_document (self), record, &error),
             error))
    gtk_widget_activate_action (widget, "win.undo-toast", "s", message);
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (widget);
  g_autoptr (PatronRecord) copy = NULL;
  GError *error = NULL;

  if (self->cursor_record == NULL)
    return;
  copy = patron_journey_duplicate (get_document (self), self->cursor_record,
                                   &error);
  if (check (self, copy != NULL, error))
    patron_journey_grid_show_record (self, copy);
}

/**
 * patron_journey_grid_move_card:
 * @to: its card is the one that @card shall come before, or the number of
 *   cards in the cell to come last
 *
 * Moves a card; the cursor goes with it.
 */
void
patron_journey_grid_move_card (PatronJourneyGrid        *self,
                               PatronRecord             *card,
                               const PatronJourneyPlace *to)
{
  PatronJourneyPlace from, at = *to;
  PatronRecord *before;
  GError *error = NULL;

  if (!patron_journey_map_find (self->map, card, &from))
    return;
  if (from.stage == to->stage && from.lane == to->lane
      && (to->card == from.card || to->card == from.card + 1))
    return;
  at.kind = PATRON_JOURNEY_AT_CARD;
  before = patron_journey_map_get_record (self->map, &at);
  if (check (self,
             patron_journey_move_card (
                 get_document (self), card,
                 patron_journey_map_get_stage (self->map, to->stage),
                 patron_journey_map_get_lane (self->map, to->lane), before,
                 &error),
             error))
    patron_journey_grid_show_record (self, card);
}

/**
 * patron_journey_grid_move_header:
 * @record: a stage or a lane
 * @to: the index of the one that it shall come before, or their number to
 *   come last
 *
 * Moves a whole column or row.
 */
void
patron_journey_grid_move_header (PatronJourneyGrid *self,
                                 PatronRecord      *record,
                                 int                to)
{
  gboolean stage = patron_record_is (record, "stage");
  PatronRecord *before = stage ? patron_journey_map_get_stage (self->map, to)
                               : patron_journey_map_get_lane (self->map, to);
  PatronJourneyPlace from;
  GError *error = NULL;
  int index;

  if (!patron_journey_map_find (self->map, record, &from))
    return;
  index = stage ? from.stage : from.lane;
  if (to == index || to == index + 1)
    return;
  if (check (self,
             patron_document_move (get_document (self), record, before,
                                   &error),
             error)
      && self->cursor_record == record)
    patron_journey_grid_show_record (self, record);
}

/* Where a card goes in a neighbouring stage: beside where it is. */
static PatronJourneyPlace
find_beside (PatronJourneyGrid        *self,
             const PatronJourneyPlace *from,
             int                       stage)
{
  PatronJourneyRect rect, mark;
  PatronJourneyPlace to;

  patron_journey_layout_get_rect (self->layout, from, &rect);
  to = patron_journey_layout_drop_card (
      self->layout,
      rect.x + (stage - from->stage) * self->metrics.stage_width, rect.y + 1,
      &mark);
  return to;
}

static void
move_card_by (PatronJourneyGrid *self,
              PatronJourneyStep  step)
{
  PatronJourneyPlace from = self->cursor, to = self->cursor;
  int n = patron_journey_layout_get_n_cards (self->layout, from.stage,
                                             from.lane);

  if (step == PATRON_JOURNEY_UP && from.card > 0)
    to.card = from.card - 1;
  else if (step == PATRON_JOURNEY_UP && from.lane > 0)
    {
      to.lane--;
      to.card = patron_journey_layout_get_n_cards (self->layout, to.stage,
                                                   to.lane);
    }
  else if (step == PATRON_JOURNEY_DOWN && from.card + 1 < n)
    to.card = from.card + 2;
  else if (step == PATRON_JOURNEY_DOWN
           && from.lane + 1 < patron_journey_layout_get_n_lanes (self->layout))
    {
      to.lane++;
      to.card = 0;
    }
  else if (step == PATRON_JOURNEY_BACK && from.stage > 0)
    to = find_beside (self, &from, from.stage - 1);
  else if (step == PATRON_JOURNEY_FORWARD
           && from.stage + 1
                  < patron_journey_layout_get_n_stages (self->layout))
    to = find_beside (self, &from, from.stage + 1);
  else
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  patron_journey_grid_move_card (self, self->cursor_record, &to);
}

static void
move_header_by (PatronJourneyGrid *self,
                gboolean           stage,
                int                by)
{
  int index = stage ? self->cursor.stage : self->cursor.lane;
  int n = stage ? patron_journey_layout_get_n_stages (self->layout)
                : patron_journey_layout_get_n_lanes (self->layout);

  if (index < 0 || index + by < 0 || index + by >= n)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  patron_journey_grid_move_header (
      self,
      stage ? patron_journey_map_get_stage (self->map, index)
            : patron_journey_map_get_lane (self->map, index),
      by > 0 ? index + 2 : index - 1);
}

static void
move_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (widget);

  if (strcmp (name, "journey.stage-back") == 0)
    move_header_by (self, TRUE, -1);
  else if (strcmp (name, "journey.stage-forward") == 0)
    move_header_by (self, TRUE, 1);
  else if (strcmp (name, "journey.lane-up") == 0)
    move_header_by (self, FALSE, -1);
  else if (strcmp (name, "journey.lane-down") == 0)
    move_header_by (self, FALSE, 1);
  else if (self->cursor.kind != PATRON_JOURNEY_AT_CARD)
    return;
  else if (strcmp (name, "journey.move-up") == 0)
    move_card_by (self, PATRON_JOURNEY_UP);
  else if (strcmp (name, "journey.move-down") == 0)
    move_card_by (self, PATRON_JOURNEY_DOWN);
  else if (strcmp (name, "journey.move-back") == 0)
    move_card_by (self, PATRON_JOURNEY_BACK);
  else
    move_card_by (self, PATRON_JOURNEY_FORWARD);
}

static void
insert_stage_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (widget);
  gboolean after = strcmp (name, "journey.insert-stage-after") == 0;
  g_autoptr (PatronRecord) stage = NULL;
  PatronJourneyPlace place;
  GError *error = NULL;

  if (self->cursor.stage < 0)
    return;
  stage = patron_journey_add_stage (
      get_document (self), patron_journey_map_get_journey (self->map),
      patron_journey_map_get_stage (self->map,
                                    self->cursor.stage + (after ? 1 : 0)),
      NULL, &error);
  if (check (self, stage != NULL, error)
      && patron_journey_map_find (self->map, stage, &place))
    patron_journey_grid_edit (self, &place);
}

/**
 * patron_journey_grid_add_stage:
 *
 * Begins to write the name of another stage.
 */
void
patron_journey_grid_add_stage (PatronJourneyGrid *self)
{
  patron_journey_grid_edit (
      self, &(PatronJourneyPlace) { PATRON_JOURNEY_AT_ADD_STAGE, -1, -1, -1 });
}

/**
 * patron_journey_grid_add_lane:
 * @kind: (nullable): the id of a kind of lane, %NULL to ask which
 *
 * Adds a lane and goes to it.
 */
void
patron_journey_grid_add_lane (PatronJourneyGrid *self,
                              const char        *kind)
{
  g_autoptr (PatronRecord) lane = NULL;
  PatronJourneyPlace place
      = { PATRON_JOURNEY_AT_ADD_LANE, -1, -1, -1 };
  GError *error = NULL;

  if (kind == NULL)
    {
      patron_journey_grid_scroll_to (self, &place);
      patron_journey_grid_popup_menu (self, &place);
      return;
    }
  if (patron_journey_map_get_journey (self->map) == NULL)
    return;
  lane = patron_journey_add_lane (
      get_document (self), patron_journey_map_get_journey (self->map), NULL,
      kind, NULL, &error);
  if (!check (self, lane != NULL, error)
      || !patron_journey_map_find (self->map, lane, &place))
    return;
  patron_journey_grid_scroll_to (self, &place);
  patron_journey_grid_set_cursor (self, &place, TRUE);
}

static void
add_lane_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  patron_journey_grid_add_lane (PATRON_JOURNEY_GRID (widget),
                                g_variant_get_string (parameter, NULL));
}

static void
toggle_lane_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (widget);
  PatronRecord *lane;
  GError *error = NULL;

  if (self->cursor.lane < 0)
    return;
  lane = patron_journey_map_get_lane (self->map, self->cursor.lane);
  check (self,
         patron_document_set_integer (
             get_document (self), lane, "hidden",
             patron_record_get_integer (lane, "hidden") == 1 ? 0 : 1, &error),
         error);
}

static void
menu_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (widget);

  if (self->cursor.kind != PATRON_JOURNEY_AT_NOWHERE)
    patron_journey_grid_popup_menu (self, &self->cursor);
}

/**
 * patron_journey_grid_update_actions:
 *
 * Which actions can be done where the cursor is. While a title is written all
 * keys are for the text; in a document that cannot be written, nothing is
 * offered that writes.
 */
void
patron_journey_grid_update_actions (PatronJourneyGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean free = self->editor == NULL
                  && self->cursor.kind != PATRON_JOURNEY_AT_NOWHERE;
  gboolean read_only = patron_journey_grid_is_read_only (self);
  gboolean writable = free && !read_only;

  if (read_only)
    gtk_widget_add_css_class (widget, "read-only");
  else
    gtk_widget_remove_css_class (widget, "read-only");

  gtk_widget_action_set_enabled (widget, "journey.edit", writable);
  gtk_widget_action_set_enabled (widget, "journey.add-card", writable);
  gtk_widget_action_set_enabled (widget, "journey.menu", free);
  for (guint i = 0; i < G_N_ELEMENTS (record_actions); i++)
    gtk_widget_action_set_enabled (widget, record_actions[i],
                                   writable && self->cursor_record != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (card_actions); i++)
    gtk_widget_action_set_enabled (
        widget, card_actions[i],
        writable && self->cursor.kind == PATRON_JOURNEY_AT_CARD);
  for (const char *const *name
       = (const char *const[]) { "journey.stage-back", "journey.stage-forward",
                                 "journey.insert-stage-before",
                                 "journey.insert-stage-after", NULL };
       *name != NULL; name++)
    gtk_widget_action_set_enabled (widget, *name,
                                   writable && self->cursor.stage >= 0);
  for (const char *const *name
       = (const char *const[]) { "journey.lane-up", "journey.lane-down",
                                 "journey.toggle-lane", NULL };
       *name != NULL; name++)
    gtk_widget_action_set_enabled (widget, *name,
                                   writable && self->cursor.lane >= 0);
}

void
patron_journey_grid_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "journey.edit", NULL, edit_cb);
  gtk_widget_class_install_action (klass, "journey.add-card", NULL,
                                   add_card_cb);
  gtk_widget_class_install_action (klass, "journey.remove", NULL, remove_cb);
  gtk_widget_class_install_action (klass, "journey.duplicate", NULL,
                                   duplicate_cb);
  gtk_widget_class_install_action (klass, "journey.menu", NULL, menu_cb);
  gtk_widget_class_install_action (klass, "journey.add-lane", "s",
                                   add_lane_cb);
  gtk_widget_class_install_action (klass, "journey.toggle-lane", NULL,
                                   toggle_lane_cb);
  gtk_widget_class_install_action (klass, "journey.insert-stage-before", NULL,
                                   insert_stage_cb);
  gtk_widget_class_install_action (klass, "journey.insert-stage-after", NULL,
                                   insert_stage_cb);
  for (guint i = 0; i < G_N_ELEMENTS (card_actions); i++)
    gtk_widget_class_install_action (klass, card_actions[i], NULL, move_cb);
  gtk_widget_class_install_action (klass, "journey.stage-back", NULL,
                                   move_cb);
  gtk_widget_class_install_action (klass, "journey.stage-forward", NULL,
                                   move_cb);
  gtk_widget_class_install_action (klass, "journey.lane-up", NULL, move_cb);
  gtk_widget_class_install_action (klass, "journey.lane-down", NULL, move_cb);
  patron_journey_grid_install_keys (klass);
}
