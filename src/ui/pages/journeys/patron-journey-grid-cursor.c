/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-grid-private.h"

/* Where the keyboard is on the map, and what is selected. The cursor is the
 * place that has the focus while the map has it; the selection is the record
 * that the pane beside the map shows. */

/**
 * patron_journey_grid_get_widget:
 *
 * Returns: (transfer none) (nullable): the widget that stands for a place
 *   now
 */
GtkWidget *
patron_journey_grid_get_widget (PatronJourneyGrid        *self,
                                const PatronJourneyPlace *place)
{
  if (place->kind == PATRON_JOURNEY_AT_ADD_STAGE)
    return self->add_stage;
  if (place->kind == PATRON_JOURNEY_AT_ADD_LANE)
    return self->add_lane;
  for (guint i = 0; i < self->shown->len; i++)
    {
      PatronJourneyShown *shown
          = &g_array_index (self->shown, PatronJourneyShown, i);

      if (patron_journey_place_equal (&shown->place, place))
        return shown->widget;
    }
  return NULL;
}

/**
 * patron_journey_grid_find_place:
 * @widget: a widget of the map, or one inside of such
 * @place: (out): the place that it stands for
 *
 * Returns: whether it stands for one
 */
gboolean
patron_journey_grid_find_place (PatronJourneyGrid  *self,
                                GtkWidget          *widget,
                                PatronJourneyPlace *place)
{
  for (; widget != NULL && widget != GTK_WIDGET (self);
       widget = gtk_widget_get_parent (widget))
    {
      *place = (PatronJourneyPlace) { PATRON_JOURNEY_AT_NOWHERE, -1, -1, -1 };
      if (widget == self->add_stage)
        place->kind = PATRON_JOURNEY_AT_ADD_STAGE;
      if (widget == self->add_lane)
        place->kind = PATRON_JOURNEY_AT_ADD_LANE;
      for (guint i = 0; i < self->shown->len; i++)
        {
          PatronJourneyShown *shown
              = &g_array_index (self->shown, PatronJourneyShown, i);

          if (shown->widget == widget)
            *place = shown->place;
        }
      if (place->kind != PATRON_JOURNEY_AT_NOWHERE)
        return TRUE;
    }
  return FALSE;
}

/**
 * patron_journey_grid_select:
 * @record: (nullable): a stage, a lane, a card, or none
 */
void
patron_journey_grid_select (PatronJourneyGrid *self,
                            PatronRecord      *record)
{
  if (!g_set_object (&self->selected, record))
    return;
  patron_journey_grid_realise (self, FALSE);
  patron_journey_grid_queue (self);
  g_object_notify (G_OBJECT (self), "selected");
}

/* At the end of a cell its selected card stays selected, so that what was
 * just written can be filled in. */
static gboolean
keeps_selection (PatronJourneyGrid *self)
{
  PatronJourneyPlace place;

  return self->cursor.kind == PATRON_JOURNEY_AT_SLOT
         && patron_journey_map_find (self->map, self->selected, &place)
         && place.kind == PATRON_JOURNEY_AT_CARD
         && place.stage == self->cursor.stage
         && place.lane == self->cursor.lane;
}

/**
 * patron_journey_grid_set_cursor:
 * @focus: whether to give it the focus
 *
 * Puts the cursor on a place, or on the nearest that there is, and selects
 * what is there.
 */
void
patron_journey_grid_set_cursor (PatronJourneyGrid        *self,
                                const PatronJourneyPlace *place,
                                gboolean                  focus)
{
  self->cursor = patron_journey_layout_clamp (self->layout, place);
  g_set_object (&self->cursor_record,
                patron_journey_map_get_record (self->map, &self->cursor));
  patron_journey_grid_realise (self, FALSE);
  if (self->cursor_record != NULL || !keeps_selection (self))
    patron_journey_grid_select (self, self->cursor_record);
  if (focus)
    {
      GtkWidget *widget
          = patron_journey_grid_get_widget (self, &self->cursor);

      if (widget != NULL)
        gtk_widget_grab_focus (widget);
    }
  patron_journey_grid_queue (self);
  patron_journey_grid_update_actions (self);
}

/**
 * patron_journey_grid_keep_cursor:
 *
 * After a change of the map, keeps the cursor on its record, or on the place
 * where that was.
 */
void
patron_journey_grid_keep_cursor (PatronJourneyGrid *self)
{
  PatronJourneyPlace place;

  if (patron_journey_map_find (self->map, self->cursor_record, &place))
    self->cursor = place;
  else
    self->cursor = patron_journey_layout_clamp (self->layout, &self->cursor);
  g_set_object (&self->cursor_record,
                patron_journey_map_get_record (self->map, &self->cursor));
  if (self->selected != NULL
      && !patron_journey_map_find (self->map, self->selected, &place))
    patron_journey_grid_select (self, self->cursor_record);
}

/* Takes a step with the arrow keys. */
void
patron_journey_grid_walk (PatronJourneyGrid *self,
                          PatronJourneyStep  step)
{
  PatronJourneyPlace place
      = patron_journey_layout_walk (self->layout, &self->cursor, step);

  patron_journey_grid_scroll_to (self, &place);
  patron_journey_grid_set_cursor (self, &place, TRUE);
}

/**
 * patron_journey_grid_show_record:
 *
 * Selects a stage, a lane or a card and brings it into view. The focus goes
 * there if it is on the map already.
 *
 * Returns: whether it stands on the map
 */
gboolean
patron_journey_grid_show_record (PatronJourneyGrid *self,
                                 PatronRecord      *record)
{
  gboolean focus
      = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  PatronJourneyPlace place;

  if (patron_record_is (record, "lane")
      && patron_record_get_integer (record, "hidden") == 1)
    patron_journey_map_set_show_hidden (self->map, TRUE);
  if (!patron_journey_map_find (self->map, record, &place))
    return FALSE;
  patron_journey_grid_set_cursor (self, &place, focus);
  if (self->stale || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    self->revealing = TRUE;
  else
    patron_journey_grid_scroll_to (self, &place);
  return TRUE;
}

/* Where the cursor is: for tests. */
PatronJourneyPlace
patron_journey_grid_get_cursor (PatronJourneyGrid *self)
{
  return self->cursor;
}
