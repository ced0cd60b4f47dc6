/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-grid-private.h"

#include <glib/gi18n-lib.h>

#include "patron-journey-card.h"
#include "patron-journey-header.h"
#include "patron-journey-look.h"

/* Which widgets there are now, and where. Only what can be seen has one, and
 * what has the focus. */

/* What of the map can be seen, at 100 %. */
static void
get_visible (PatronJourneyGrid *self,
             double            *left,
             double            *top,
             double            *right,
             double            *bottom)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self))
              - patron_journey_grid_get_side (self);
  int height = gtk_widget_get_height (GTK_WIDGET (self))
               - patron_journey_grid_get_top (self);

  *left = self->scroll_x / self->zoom;
  *top = self->scroll_y / self->zoom;
  *right = *left + MAX (width, 0) / self->zoom;
  *bottom = *top + MAX (height, 0) / self->zoom;
}

static void
show (PatronJourneyGrid        *self,
      const PatronJourneyPlace *place,
      GtkWidget                *widget)
{
  PatronJourneyShown shown = { *place, widget };

  g_array_append_val (self->shown, shown);
}

static char *
name_cell (PatronJourneyGrid *self,
           int                stage,
           int                lane)
{
  g_autofree char *stage_name = patron_record_get_title (
      patron_journey_map_get_stage (self->map, stage));
  g_autofree char *lane_name = patron_record_get_title (
      patron_journey_map_get_lane (self->map, lane));

  /* Translators: a cell of a journey map: its stage, then its lane. */
  return g_strdup_printf (C_("cell", "%s, %s"), stage_name, lane_name);
}

static void
show_header (PatronJourneyGrid        *self,
             PatronJourneyPool        *pool,
             const PatronJourneyPlace *place,
             gboolean                  refill)
{
  PatronRecord *record = patron_journey_map_get_record (self->map, place);
  gboolean fresh;
  GtkWidget *widget = patron_journey_pool_take (pool, record, &fresh);
  PatronJourneyHeader *header = PATRON_JOURNEY_HEADER (widget);

  if (fresh || refill)
    patron_journey_header_show (
        header, record,
        place->kind == PATRON_JOURNEY_AT_LANE ? place->lane : place->stage);
  patron_journey_header_set_selected (header, record == self->selected);
  show (self, place, widget);
}

static void
show_slot (PatronJourneyGrid *self,
           int                stage,
           int                lane,
           gboolean           refill)
{
  PatronJourneyPlace place = { PATRON_JOURNEY_AT_SLOT, stage, lane, -1 };
  int cell
      = lane * patron_journey_layout_get_n_stages (self->layout) + stage;
  gboolean fresh;
  GtkWidget *widget = patron_journey_pool_take (
      self->slots, GINT_TO_POINTER (cell + 1), &fresh);

  if (fresh || refill)
    {
      g_autofree char *name = name_cell (self, stage, lane);
      g_autofree char *label = NULL;

      /* Translators: %s is a cell of a journey map: its stage and its lane. */
      label = g_strdup_printf (_("Add Card: %s"), name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
      if (patron_journey_layout_get_n_cards (self->layout, stage, lane) == 0)
        gtk_widget_add_css_class (widget, "empty");
      else
        gtk_widget_remove_css_class (widget, "empty");
    }
  show (self, &place, widget);
}

static void
show_card (PatronJourneyGrid        *self,
           const PatronJourneyPlace *place,
           gboolean                  refill)
{
  PatronRecord *record = patron_journey_map_get_record (self->map, place);
  gboolean fresh;
  GtkWidget *widget = patron_journey_pool_take (self->cards, record, &fresh);
  PatronJourneyCard *card = PATRON_JOURNEY_CARD (widget);

  if (fresh || refill)
    {
      PatronRecord *lane
          = patron_journey_map_get_lane (self->map, place->lane);
      g_autofree char *name = name_cell (self, place->stage, place->lane);

      patron_journey_card_show (
          card, patron_journey_map_get_document (self->map), record,
          patron_journey_look_lane (&self->theme, lane, place->lane),
          patron_journey_grid_is_compact (self));
      patron_journey_card_place (card, name);
    }
  patron_journey_card_set_selected (card, record == self->selected);
  show (self, place, widget);
}

static void
show_cell (PatronJourneyGrid *self,
           int                stage,
           int                lane,
           double             top,
           double             bottom,
           gboolean           refill)
{
  PatronJourneyPlace place = { PATRON_JOURNEY_AT_SLOT, stage, lane, -1 };
  PatronJourneyRect rect;
  int first, end;

  patron_journey_layout_find_cards (self->layout, stage, lane, top, bottom,
                                    &first, &end);
  patron_journey_layout_get_rect (self->layout, &place, &rect);
  if (rect.y < bottom && rect.y + rect.height > top)
    show_slot (self, stage, lane, refill);
  place.kind = PATRON_JOURNEY_AT_CARD;
  for (place.card = first; place.card < end; place.card++)
    show_card (self, &place, refill);
}

/* Whoever has the focus keeps a widget, even when scrolled away. */
static void
show_cursor (PatronJourneyGrid *self,
             gboolean           refill)
{
  const PatronJourneyPlace *place = &self->cursor;
  PatronJourneyRect rect;

  if (patron_journey_grid_get_widget (self, place) != NULL
      || !patron_journey_layout_get_rect (self->layout, place, &rect))
    return;
  if (place->kind == PATRON_JOURNEY_AT_CARD)
    show_card (self, place, refill);
  else if (place->kind == PATRON_JOURNEY_AT_SLOT)
    show_slot (self, place->stage, place->lane, refill);
  else if (place->kind == PATRON_JOURNEY_AT_STAGE)
    show_header (self, self->stages, place, refill);
  else if (place->kind == PATRON_JOURNEY_AT_LANE)
    show_header (self, self->lanes, place, refill);
}

/* Stages that follow one another in one phase share a label. */
static void
show_phases (PatronJourneyGrid *self,
             int                first,
             int                end)
{
  int n_stages = patron_journey_layout_get_n_stages (self->layout);

  g_array_set_size (self->bands, 0);
  for (int i = 0; self->band_height > 0 && i < n_stages;)
    {
      PatronRecord *stage = patron_journey_map_get_stage (self->map, i);
      const char *phase = patron_record_get_text (stage, "phase");
      PatronJourneyBand band = { NULL, i, i + 1 };
      gboolean fresh;

      while (band.end < n_stages
             && g_strcmp0 (phase, patron_record_get_text (
                                      patron_journey_map_get_stage (
                                          self->map, band.end),
                                      "phase"))
                    == 0)
        band.end++;
      i = band.end;
      if (phase == NULL || band.end <= first || band.first >= end)
        continue;
      band.widget = patron_journey_pool_take (
          self->phases, GINT_TO_POINTER (band.first + 1), &fresh);
      gtk_label_set_text (
          GTK_LABEL (band.widget),
          patron_field_get_choice_label (
              patron_entity_get_field (patron_record_get_entity (stage),
                                       "phase"),
              phase));
      g_array_append_val (self->bands, band);
    }
}

/**
 * patron_journey_grid_realise:
 * @refill: whether what the widgets show may have changed
 *
 * Sees to it that all that can be seen has a widget, and little else.
 */
void
patron_journey_grid_realise (PatronJourneyGrid *self,
                             gboolean           refill)
{
  PatronJourneyPool *const pools[] = { self->cards, self->slots, self->stages,
                                       self->lanes, self->phases };
  double left, top, right, bottom;
  int first_stage, end_stage, first_lane, end_lane;

  get_visible (self, &left, &top, &right, &bottom);
  patron_journey_layout_find_stages (self->layout, left, right, &first_stage,
                                     &end_stage);
  patron_journey_layout_find_lanes (self->layout, top, bottom, &first_lane,
                                    &end_lane);

  for (guint i = 0; i < G_N_ELEMENTS (pools); i++)
    patron_journey_pool_begin (pools[i]);
  g_array_set_size (self->shown, 0);
  for (int stage = first_stage; stage < end_stage; stage++)
    {
      PatronJourneyPlace place = { PATRON_JOURNEY_AT_STAGE, stage, -1, -1 };

      show_header (self, self->stages, &place, refill);
    }
  for (int lane = first_lane; lane < end_lane; lane++)
    {
      PatronJourneyPlace place = { PATRON_JOURNEY_AT_LANE, -1, lane, -1 };

      show_header (self, self->lanes, &place, refill);
      for (int stage = first_stage; stage < end_stage; stage++)
        show_cell (self, stage, lane, top, bottom, refill);
    }
  show_cursor (self, refill);
  show_phases (self, first_stage, end_stage);
  for (guint i = 0; i < G_N_ELEMENTS (pools); i++)
    patron_journey_pool_end (pools[i]);
}

/* The layer that a place is on, and where its widget is at 100 %. Headers
 * leave the lines between them free. */
static GtkWidget *
find_box (PatronJourneyGrid        *self,
          const PatronJourneyPlace *place,
          PatronJourneyRect        *box)
{
  patron_journey_layout_get_rect (self->layout, place, box);
  switch (place->kind)
    {
    case PATRON_JOURNEY_AT_STAGE:
    case PATRON_JOURNEY_AT_ADD_STAGE:
      box->y = self->band_height;
      box->width -= 1;
      box->height = self->header_height;
      return self->top;
    case PATRON_JOURNEY_AT_LANE:
    case PATRON_JOURNEY_AT_ADD_LANE:
      box->width = self->lane_width;
      box->height -= 1;
      return self->side;
    case PATRON_JOURNEY_AT_CARD:
    case PATRON_JOURNEY_AT_SLOT:
    case PATRON_JOURNEY_AT_NOWHERE:
    default:
      return self->body;
    }
}

static void
put (PatronJourneyGrid       *self,
     GtkWidget               *layer,
     GtkWidget               *child,
     const PatronJourneyRect *box)
{
  patron_journey_layer_place (
      PATRON_JOURNEY_LAYER (layer), child, self->zoom,
      box->x * self->zoom - (layer == self->side ? 0 : self->scroll_x),
      box->y * self->zoom - (layer == self->top ? 0 : self->scroll_y),
      box->width, box->height);
}

/* A label of a phase stays in sight as long as one of its stages does. */
static void
put_band (PatronJourneyGrid       *self,
          const PatronJourneyBand *band)
{
  double width = gtk_widget_get_width (self->top);
  double start = band->first * self->metrics.stage_width * self->zoom
                 - self->scroll_x;
  double end
      = band->end * self->metrics.stage_width * self->zoom - self->scroll_x;

  start = MAX (start, 0);
  end = MAX (MIN (end, width), start);
  patron_journey_layer_place (PATRON_JOURNEY_LAYER (self->top), band->widget,
                              self->zoom, start, 0,
                              (end - start) / self->zoom, self->band_height);
}

static void
put_if_on (PatronJourneyGrid        *self,
           GtkWidget                *layer,
           GtkWidget                *child,
           const PatronJourneyPlace *place)
{
  PatronJourneyRect box;

  if (find_box (self, place, &box) == layer)
    put (self, layer, child, &box);
}

/* The curve stands above the first lane, as tall as what is left there. */
static void
put_curve (PatronJourneyGrid *self,
           GtkWidget         *layer,
           GtkWidget         *child,
           int                width)
{
  gtk_widget_set_child_visible (child, self->metrics.top > 0);
  if (self->metrics.top > 0)
    put (self, layer, child,
         &(PatronJourneyRect) { 0, 0, width, self->metrics.top });
}

/**
 * patron_journey_grid_allocate_layer:
 *
 * Puts what stands on a layer where it belongs.
 */
void
patron_journey_grid_allocate_layer (GtkWidget *layer,
                                    gpointer   user_data)
{
  PatronJourneyGrid *self = user_data;

  for (guint i = 0; i < self->shown->len; i++)
    {
      PatronJourneyShown *shown
          = &g_array_index (self->shown, PatronJourneyShown, i);

      put_if_on (self, layer, shown->widget, &shown->place);
    }
  if (layer == self->top)
    {
      for (guint i = 0; i < self->bands->len; i++)
        put_band (self,
                  &g_array_index (self->bands, PatronJourneyBand, i));
      put_if_on (self, layer, self->add_stage,
                 &(PatronJourneyPlace) { PATRON_JOURNEY_AT_ADD_STAGE });
    }
  else if (layer == self->side)
    {
      put_if_on (self, layer, self->add_lane,
                 &(PatronJourneyPlace) { PATRON_JOURNEY_AT_ADD_LANE });
      put_curve (self, layer, self->curve_title, self->lane_width);
    }
  else if (layer == self->body)
    put_curve (self, layer, self->curve,
               patron_journey_layout_get_n_stages (self->layout)
                   * self->metrics.stage_width);
  if (self->editor != NULL)
    put_if_on (self, layer, self->editor, &self->edited);
}

/**
 * patron_journey_grid_allocate:
 *
 * Puts the layers where they belong.
 */
void
patron_journey_grid_allocate (PatronJourneyGrid *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int side = MIN (patron_journey_grid_get_side (self), width);
  int top = MIN (patron_journey_grid_get_top (self), height);
  gboolean rtl
      = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int side_x = rtl ? width - side : 0;
  int body_x = rtl ? 0 : side;

  gtk_widget_size_allocate (
      self->body, &(GtkAllocation) { body_x, top, width - side, height - top },
      -1);
  gtk_widget_size_allocate (
      self->top, &(GtkAllocation) { body_x, 0, width - side, top }, -1);
  gtk_widget_size_allocate (
      self->side, &(GtkAllocation) { side_x, top, side, height - top }, -1);
  gtk_widget_size_allocate (self->corner,
                            &(GtkAllocation) { side_x, 0, side, top }, -1);
}

/**
 * patron_journey_grid_queue:
 *
 * Has everything placed anew in the next frame.
 */
void
patron_journey_grid_queue (PatronJourneyGrid *self)
{
  gtk_widget_queue_allocate (self->body);
  gtk_widget_queue_allocate (self->top);
  gtk_widget_queue_allocate (self->side);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
