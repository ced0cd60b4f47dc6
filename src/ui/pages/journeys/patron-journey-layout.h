/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PatronJourneyPlaceKind:
 * @PATRON_JOURNEY_AT_NOWHERE: outside of the map
 * @PATRON_JOURNEY_AT_STAGE: the header of a column
 * @PATRON_JOURNEY_AT_LANE: the header of a row
 * @PATRON_JOURNEY_AT_CARD: a card in a cell
 * @PATRON_JOURNEY_AT_SLOT: the end of a cell, where the next card goes
 * @PATRON_JOURNEY_AT_ADD_STAGE: the end of the header row
 * @PATRON_JOURNEY_AT_ADD_LANE: the end of the header column
 *
 * Where the keyboard focus can stand on a journey map.
 */
typedef enum
{
  PATRON_JOURNEY_AT_NOWHERE,
  PATRON_JOURNEY_AT_STAGE,
  PATRON_JOURNEY_AT_LANE,
  PATRON_JOURNEY_AT_CARD,
  PATRON_JOURNEY_AT_SLOT,
  PATRON_JOURNEY_AT_ADD_STAGE,
  PATRON_JOURNEY_AT_ADD_LANE,
} PatronJourneyPlaceKind;

typedef struct
{
  PatronJourneyPlaceKind kind;
  int                    stage;
  int                    lane;
  int                    card; /* within its cell */
} PatronJourneyPlace;

typedef struct
{
  int x;
  int y;
  int width;
  int height;
} PatronJourneyRect;

/**
 * PatronJourneyMetrics:
 * @stage_width: of a column
 * @padding: between the edges of a cell and its cards
 * @gap: between cards
 * @slot_height: of the place for the next card
 * @top: what stands above the first lane
 * @add_stage_width: of the place after the last column
 * @add_lane_height: of the place below the last row
 *
 * The sizes that a layout does not find out by itself, in pixels at 100 %.
 */
typedef struct
{
  int stage_width;
  int padding;
  int gap;
  int slot_height;
  int top;
  int add_stage_width;
  int add_lane_height;
} PatronJourneyMetrics;

typedef enum
{
  PATRON_JOURNEY_UP,
  PATRON_JOURNEY_DOWN,
  PATRON_JOURNEY_BACK,    /* towards the first stage */
  PATRON_JOURNEY_FORWARD, /* towards the last stage */
  PATRON_JOURNEY_LANE_UP, /* over all cards of the cell */
  PATRON_JOURNEY_LANE_DOWN,
  PATRON_JOURNEY_FIRST, /* of the row */
  PATRON_JOURNEY_LAST,
  PATRON_JOURNEY_TOP, /* first cell of the map */
  PATRON_JOURNEY_BOTTOM,
} PatronJourneyStep;

typedef struct _PatronJourneyLayout PatronJourneyLayout;

PatronJourneyLayout *patron_journey_layout_new      (void);
void                 patron_journey_layout_free     (PatronJourneyLayout        *self);
void                 patron_journey_layout_set      (PatronJourneyLayout        *self,
                                                     const PatronJourneyMetrics *metrics,
                                                     int                         n_stages,
                                                     int                         n_lanes,
                                                     const guint                *cells,
                                                     const int                  *heights,
                                                     const int                  *headers);
void                 patron_journey_layout_set_slot (PatronJourneyLayout        *self,
                                                     int                         stage,
                                                     int                         lane,
                                                     int                         height);
int                  patron_journey_layout_get_n_stages (PatronJourneyLayout    *self);
int                  patron_journey_layout_get_n_lanes  (PatronJourneyLayout    *self);
int                  patron_journey_layout_get_n_cards  (PatronJourneyLayout    *self,
                                                     int                         stage,
                                                     int                         lane);
int                  patron_journey_layout_get_width    (PatronJourneyLayout    *self);
int                  patron_journey_layout_get_height   (PatronJourneyLayout    *self);
gboolean             patron_journey_layout_get_rect (PatronJourneyLayout        *self,
                                                     const PatronJourneyPlace   *place,
                                                     PatronJourneyRect          *rect);
void                 patron_journey_layout_get_cell (PatronJourneyLayout        *self,
                                                     int                         stage,
                                                     int                         lane,
                                                     PatronJourneyRect          *rect);
void                 patron_journey_layout_find_stages (PatronJourneyLayout     *self,
                                                     double                      left,
                                                     double                      right,
                                                     int                        *first,
                                                     int                        *end);
void                 patron_journey_layout_find_lanes  (PatronJourneyLayout     *self,
                                                     double                      top,
                                                     double                      bottom,
                                                     int                        *first,
                                                     int                        *end);
void                 patron_journey_layout_find_cards  (PatronJourneyLayout     *self,
                                                     int                         stage,
                                                     int                         lane,
                                                     double                      top,
                                                     double                      bottom,
                                                     int                        *first,
                                                     int                        *end);

/* patron-journey-walk.c */

PatronJourneyPlace   patron_journey_layout_hit      (PatronJourneyLayout        *self,
                                                     double                      x,
                                                     double                      y);
PatronJourneyPlace   patron_journey_layout_drop_card (PatronJourneyLayout       *self,
                                                     double                      x,
                                                     double                      y,
                                                     PatronJourneyRect          *mark);
int                  patron_journey_layout_drop_stage (PatronJourneyLayout      *self,
                                                     double                      x);
int                  patron_journey_layout_drop_lane (PatronJourneyLayout       *self,
                                                     double                      y);
PatronJourneyPlace   patron_journey_layout_walk     (PatronJourneyLayout        *self,
                                                     const PatronJourneyPlace   *from,
                                                     PatronJourneyStep           step);
PatronJourneyPlace   patron_journey_layout_clamp    (PatronJourneyLayout        *self,
                                                     const PatronJourneyPlace   *place);

gboolean             patron_journey_place_equal     (const PatronJourneyPlace   *a,
                                                     const PatronJourneyPlace   *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronJourneyLayout, patron_journey_layout_free)

G_END_DECLS
