/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "patron-journey-layout.h"

#include <math.h>

/* Where the pointer is and where the arrow keys lead. */

#define PLACE(...) ((PatronJourneyPlace) { __VA_ARGS__ })
#define NOWHERE PLACE (PATRON_JOURNEY_AT_NOWHERE, -1, -1, -1)

gboolean
patron_journey_place_equal (const PatronJourneyPlace *a,
                            const PatronJourneyPlace *b)
{
  if (a->kind != b->kind)
    return FALSE;
  switch (a->kind)
    {
    case PATRON_JOURNEY_AT_STAGE:
      return a->stage == b->stage;
    case PATRON_JOURNEY_AT_LANE:
      return a->lane == b->lane;
    case PATRON_JOURNEY_AT_SLOT:
      return a->stage == b->stage && a->lane == b->lane;
    case PATRON_JOURNEY_AT_CARD:
      return a->stage == b->stage && a->lane == b->lane && a->card == b->card;
    case PATRON_JOURNEY_AT_NOWHERE:
    case PATRON_JOURNEY_AT_ADD_STAGE:
    case PATRON_JOURNEY_AT_ADD_LANE:
    default:
      return TRUE;
    }
}

static PatronJourneyPlace
cell_end (PatronJourneyLayout *self,
          int                  stage,
          int                  lane)
{
  return PLACE (PATRON_JOURNEY_AT_SLOT, stage, lane, -1);
}

static PatronJourneyPlace
cell_start (PatronJourneyLayout *self,
            int                  stage,
            int                  lane)
{
  if (patron_journey_layout_get_n_cards (self, stage, lane) > 0)
    return PLACE (PATRON_JOURNEY_AT_CARD, stage, lane, 0);
  return cell_end (self, stage, lane);
}

/**
 * patron_journey_layout_clamp:
 *
 * Returns: @place if it is there, otherwise the nearest that is: where the
 *   focus goes when what had it is gone
 */
PatronJourneyPlace
patron_journey_layout_clamp (PatronJourneyLayout      *self,
                             const PatronJourneyPlace *place)
{
  int n_stages = patron_journey_layout_get_n_stages (self);
  int n_lanes = patron_journey_layout_get_n_lanes (self);
  int stage = CLAMP (place->stage, 0, MAX (n_stages - 1, 0));
  int lane = CLAMP (place->lane, 0, MAX (n_lanes - 1, 0));

  switch (place->kind)
    {
    case PATRON_JOURNEY_AT_STAGE:
      return n_stages > 0 ? PLACE (PATRON_JOURNEY_AT_STAGE, stage, -1, -1)
                          : PLACE (PATRON_JOURNEY_AT_ADD_STAGE, -1, -1, -1);
    case PATRON_JOURNEY_AT_LANE:
      return n_lanes > 0 ? PLACE (PATRON_JOURNEY_AT_LANE, -1, lane, -1)
                         : PLACE (PATRON_JOURNEY_AT_ADD_LANE, -1, -1, -1);
    case PATRON_JOURNEY_AT_CARD:
    case PATRON_JOURNEY_AT_SLOT:
      if (n_stages == 0)
        return PLACE (PATRON_JOURNEY_AT_ADD_STAGE, -1, -1, -1);
      if (n_lanes == 0)
        return PLACE (PATRON_JOURNEY_AT_ADD_LANE, -1, -1, -1);
      if (place->kind == PATRON_JOURNEY_AT_CARD)
        {
          int n = patron_journey_layout_get_n_cards (self, stage, lane);

          if (n > 0)
            return PLACE (PATRON_JOURNEY_AT_CARD, stage, lane,
                          CLAMP (place->card, 0, n - 1));
        }
      return PLACE (PATRON_JOURNEY_AT_SLOT, stage, lane, -1);
    case PATRON_JOURNEY_AT_ADD_STAGE:
      return PLACE (PATRON_JOURNEY_AT_ADD_STAGE, -1, -1, -1);
    case PATRON_JOURNEY_AT_ADD_LANE:
      return PLACE (PATRON_JOURNEY_AT_ADD_LANE, -1, -1, -1);
    case PATRON_JOURNEY_AT_NOWHERE:
    default:
      return NOWHERE;
    }
}

static gboolean
find_cell (PatronJourneyLayout *self,
           double               x,
           double               y,
           int                 *stage,
           int                 *lane)
{
  int end;

  if (x < 0 || y < 0)
    return FALSE;
  patron_journey_layout_find_stages (self, x, x, stage, &end);
  if (*stage == end)
    return FALSE;
  patron_journey_layout_find_lanes (self, y, nextafter (y, INFINITY), lane,
                                    &end);
  return *lane < end;
}

/**
 * patron_journey_layout_hit:
 *
 * Returns: the card at that point; beside the cards of a cell, its slot;
 *   beside the cells, nowhere
 */
PatronJourneyPlace
patron_journey_layout_hit (PatronJourneyLayout *self,
                           double               x,
                           double               y)
{
  PatronJourneyPlace place = NOWHERE;
  int first, end;

  if (!find_cell (self, x, y, &place.stage, &place.lane))
    return NOWHERE;

  place.kind = PATRON_JOURNEY_AT_SLOT;
  patron_journey_layout_find_cards (self, place.stage, place.lane, y,
                                    nextafter (y, INFINITY), &first, &end);
  if (first < end)
    {
      PatronJourneyPlace card
          = PLACE (PATRON_JOURNEY_AT_CARD, place.stage, place.lane, first);
      PatronJourneyRect rect;

      patron_journey_layout_get_rect (self, &card, &rect);
      if (x >= rect.x && x < rect.x + rect.width)
        return card;
    }
  return place;
}

/**
 * patron_journey_layout_drop_card:
 * @mark: (out): the line between the cards where it would go
 *
 * Returns: the cell that a card dropped there would be in; its card is the
 *   one that it would come before, or the number of cards to come last
 */
PatronJourneyPlace
patron_journey_layout_drop_card (PatronJourneyLayout *self,
                                 double               x,
                                 double               y,
                                 PatronJourneyRect   *mark)
{
  PatronJourneyPlace place = NOWHERE;
  PatronJourneyPlace slot;
  PatronJourneyRect rect;
  int n;

  *mark = (PatronJourneyRect) { 0 };
  if (!find_cell (self, x, y, &place.stage, &place.lane))
    return NOWHERE;

  place.kind = PATRON_JOURNEY_AT_CARD;
  slot = cell_end (self, place.stage, place.lane);
  n = patron_journey_layout_get_n_cards (self, place.stage, place.lane);
  for (place.card = 0; place.card < n; place.card++)
    {
      patron_journey_layout_get_rect (self, &place, &rect);
      if (y < rect.y + rect.height / 2.0)
        break;
    }
  patron_journey_layout_get_rect (self, place.card < n ? &place : &slot,
                                  &rect);
  *mark = (PatronJourneyRect) { rect.x, rect.y, rect.width, 0 };
  return place;
}

/**
 * patron_journey_layout_drop_stage:
 *
 * Returns: the stage that one dropped there would come before, or the number
 *   of stages to come last
 */
int
patron_journey_layout_drop_stage (PatronJourneyLayout *self,
                                  double               x)
{
  int n = patron_journey_layout_get_n_stages (self);
  int stage;

  for (stage = 0; stage < n; stage++)
    {
      PatronJourneyPlace place = PLACE (PATRON_JOURNEY_AT_STAGE, stage, -1, -1);
      PatronJourneyRect rect;

      patron_journey_layout_get_rect (self, &place, &rect);
      if (x < rect.x + rect.width / 2.0)
        break;
    }
  return stage;
}

/**
 * patron_journey_layout_drop_lane:
 *
 * Returns: the lane that one dropped there would come before, or the number
 *   of lanes to come last
 */
int
patron_journey_layout_drop_lane (PatronJourneyLayout *self,
                                 double               y)
{
  int n = patron_journey_layout_get_n_lanes (self);
  int lane;

  for (lane = 0; lane < n; lane++)
    {
      PatronJourneyPlace place = PLACE (PATRON_JOURNEY_AT_LANE, -1, lane, -1);
      PatronJourneyRect rect;

      patron_journey_layout_get_rect (self, &place, &rect);
      if (y < rect.y + rect.height / 2.0)
        break;
    }
  return lane;
}

/* What stands at the height of @from in another stage of its lane. */
static PatronJourneyPlace
beside (PatronJourneyLayout      *self,
        const PatronJourneyPlace *from,
        int                       stage)
{
  PatronJourneyPlace best = cell_end (self, stage, from->lane);
  PatronJourneyRect rect;
  double y, nearest;
  int n = patron_journey_layout_get_n_cards (self, stage, from->lane);

  if (n == 0)
    return best;
  patron_journey_layout_get_rect (self, from, &rect);
  y = rect.y + MIN (rect.height, 32) / 2.0;
  patron_journey_layout_get_rect (self, &best, &rect);
  nearest = y < rect.y ? rect.y - y : 0;
  for (int card = n - 1; card >= 0; card--)
    {
      PatronJourneyPlace place
          = PLACE (PATRON_JOURNEY_AT_CARD, stage, from->lane, card);
      double distance;

      patron_journey_layout_get_rect (self, &place, &rect);
      distance = y < rect.y ? rect.y - y : MAX (y - rect.y - rect.height, 0);
      if (distance > nearest)
        break;
      nearest = distance;
      best = place;
    }
  return best;
}

static PatronJourneyPlace
walk_cell (PatronJourneyLayout      *self,
           const PatronJourneyPlace *from,
           PatronJourneyStep         step)
{
  int n_stages = patron_journey_layout_get_n_stages (self);
  int n_lanes = patron_journey_layout_get_n_lanes (self);
  int n = patron_journey_layout_get_n_cards (self, from->stage, from->lane);
  int card = from->kind == PATRON_JOURNEY_AT_CARD ? from->card : n;

  switch (step)
    {
    case PATRON_JOURNEY_UP:
      if (card > 0)
        return PLACE (PATRON_JOURNEY_AT_CARD, from->stage, from->lane,
                      card - 1);
      if (from->lane > 0)
        return cell_end (self, from->stage, from->lane - 1);
      return PLACE (PATRON_JOURNEY_AT_STAGE, from->stage, -1, -1);
    case PATRON_JOURNEY_DOWN:
      if (card + 1 < n)
        return PLACE (PATRON_JOURNEY_AT_CARD, from->stage, from->lane,
                      card + 1);
      if (card < n)
        return cell_end (self, from->stage, from->lane);
      if (from->lane + 1 < n_lanes)
        return cell_start (self, from->stage, from->lane + 1);
      return *from;
    case PATRON_JOURNEY_LANE_UP:
      if (from->lane > 0)
        return cell_start (self, from->stage, from->lane - 1);
      return PLACE (PATRON_JOURNEY_AT_STAGE, from->stage, -1, -1);
    case PATRON_JOURNEY_LANE_DOWN:
      if (from->lane + 1 < n_lanes)
        return cell_start (self, from->stage, from->lane + 1);
      return *from;
    case PATRON_JOURNEY_BACK:
      if (from->stage > 0)
        return beside (self, from, from->stage - 1);
      return PLACE (PATRON_JOURNEY_AT_LANE, -1, from->lane, -1);
    case PATRON_JOURNEY_FORWARD:
      if (from->stage + 1 < n_stages)
        return beside (self, from, from->stage + 1);
      return *from;
    case PATRON_JOURNEY_FIRST:
      return beside (self, from, 0);
    case PATRON_JOURNEY_LAST:
      return beside (self, from, n_stages - 1);
    case PATRON_JOURNEY_TOP:
    case PATRON_JOURNEY_BOTTOM:
    default:
      return *from;
    }
}

static PatronJourneyPlace
walk_stages (PatronJourneyLayout      *self,
             const PatronJourneyPlace *from,
             PatronJourneyStep         step)
{
  int n_stages = patron_journey_layout_get_n_stages (self);
  int n_lanes = patron_journey_layout_get_n_lanes (self);
  int stage = from->kind == PATRON_JOURNEY_AT_STAGE ? from->stage : n_stages;

  switch (step)
    {
    case PATRON_JOURNEY_DOWN:
    case PATRON_JOURNEY_LANE_DOWN:
      if (n_lanes > 0 && stage < n_stages)
        return cell_start (self, stage, 0);
      return *from;
    case PATRON_JOURNEY_BACK:
      if (stage > 0)
        return PLACE (PATRON_JOURNEY_AT_STAGE, stage - 1, -1, -1);
      if (n_lanes > 0)
        return PLACE (PATRON_JOURNEY_AT_LANE, -1, 0, -1);
      return PLACE (PATRON_JOURNEY_AT_ADD_LANE, -1, -1, -1);
    case PATRON_JOURNEY_FORWARD:
      if (stage + 1 < n_stages)
        return PLACE (PATRON_JOURNEY_AT_STAGE, stage + 1, -1, -1);
      return PLACE (PATRON_JOURNEY_AT_ADD_STAGE, -1, -1, -1);
    case PATRON_JOURNEY_FIRST:
      return n_stages > 0 ? PLACE (PATRON_JOURNEY_AT_STAGE, 0, -1, -1) : *from;
    case PATRON_JOURNEY_LAST:
      if (n_stages > 0)
        return PLACE (PATRON_JOURNEY_AT_STAGE, n_stages - 1, -1, -1);
      return *from;
    case PATRON_JOURNEY_UP:
    case PATRON_JOURNEY_LANE_UP:
    case PATRON_JOURNEY_TOP:
    case PATRON_JOURNEY_BOTTOM:
    default:
      return *from;
    }
}

static PatronJourneyPlace
walk_lanes (PatronJourneyLayout      *self,
            const PatronJourneyPlace *from,
            PatronJourneyStep         step)
{
  int n_stages = patron_journey_layout_get_n_stages (self);
  int n_lanes = patron_journey_layout_get_n_lanes (self);
  int lane = from->kind == PATRON_JOURNEY_AT_LANE ? from->lane : n_lanes;

  switch (step)
    {
    case PATRON_JOURNEY_UP:
    case PATRON_JOURNEY_LANE_UP:
      if (lane > 0)
        return PLACE (PATRON_JOURNEY_AT_LANE, -1, lane - 1, -1);
      return PLACE (n_stages > 0 ? PATRON_JOURNEY_AT_STAGE
                                 : PATRON_JOURNEY_AT_ADD_STAGE,
                    n_stages > 0 ? 0 : -1, -1, -1);
    case PATRON_JOURNEY_DOWN:
    case PATRON_JOURNEY_LANE_DOWN:
      if (lane + 1 < n_lanes)
        return PLACE (PATRON_JOURNEY_AT_LANE, -1, lane + 1, -1);
      return PLACE (PATRON_JOURNEY_AT_ADD_LANE, -1, -1, -1);
    case PATRON_JOURNEY_FORWARD:
    case PATRON_JOURNEY_FIRST:
      if (n_stages > 0 && lane < n_lanes)
        return cell_start (self, 0, lane);
      return *from;
    case PATRON_JOURNEY_LAST:
      if (n_stages > 0 && lane < n_lanes)
        return cell_start (self, n_stages - 1, lane);
      return *from;
    case PATRON_JOURNEY_BACK:
    case PATRON_JOURNEY_TOP:
    case PATRON_JOURNEY_BOTTOM:
    default:
      return *from;
    }
}

/**
 * patron_journey_layout_walk:
 *
 * The way of the arrow keys. Headers surround the cells; each cell is its
 * cards and, after the last, its slot. Across stages the way keeps its
 * height, so that a walk along a lane stays at the same card.
 *
 * Returns: where that step leads; @from where there is no further
 */
PatronJourneyPlace
patron_journey_layout_walk (PatronJourneyLayout      *self,
                            const PatronJourneyPlace *from,
                            PatronJourneyStep         step)
{
  PatronJourneyPlace place = patron_journey_layout_clamp (self, from);
  int n_stages = patron_journey_layout_get_n_stages (self);
  int n_lanes = patron_journey_layout_get_n_lanes (self);

  if (step == PATRON_JOURNEY_TOP || step == PATRON_JOURNEY_BOTTOM
      || place.kind == PATRON_JOURNEY_AT_NOWHERE)
    {
      if (n_stages == 0)
        return PLACE (PATRON_JOURNEY_AT_ADD_STAGE, -1, -1, -1);
      if (n_lanes == 0)
        return PLACE (PATRON_JOURNEY_AT_STAGE, 0, -1, -1);
      if (step == PATRON_JOURNEY_BOTTOM)
        return cell_end (self, n_stages - 1, n_lanes - 1);
      return cell_start (self, 0, 0);
    }

  switch (place.kind)
    {
    case PATRON_JOURNEY_AT_CARD:
    case PATRON_JOURNEY_AT_SLOT:
      return walk_cell (self, &place, step);
    case PATRON_JOURNEY_AT_STAGE:
    case PATRON_JOURNEY_AT_ADD_STAGE:
      return walk_stages (self, &place, step);
    case PATRON_JOURNEY_AT_LANE:
    case PATRON_JOURNEY_AT_ADD_LANE:
      return walk_lanes (self, &place, step);
    case PATRON_JOURNEY_AT_NOWHERE:
    default:
      return place;
    }
}
