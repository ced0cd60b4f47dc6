/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "patron-journey-layout.h"

/**
 * PatronJourneyLayout:
 *
 * The geometry of a journey map: columns, rows and cards, in pixels at
 * 100 %, from the top of the first stage's column, without a toolkit. What
 * lies towards the first stage has the smaller x; whoever draws mirrors it
 * where text runs from right to left.
 *
 * Cells are numbered row by row: lane * n_stages + stage.
 */
struct _PatronJourneyLayout
{
  PatronJourneyMetrics metrics;
  int                  n_stages;
  int                  n_lanes;
  guint               *cells; /* (owned): where a cell's cards begin */
  int                 *tops;  /* (owned): of cards, from their cell's top */
  int                 *heights; /* (owned): of cards */
  int                 *headers; /* (owned): the least heights of lanes */
  int                 *rows;  /* (owned): tops of lanes, and the last's end */
  int                  slot_cell; /* whose slot is taller, or -1 */
  int                  slot_height;
};

PatronJourneyLayout *
patron_journey_layout_new (void)
{
  PatronJourneyLayout *self = g_new0 (PatronJourneyLayout, 1);

  self->cells = g_new0 (guint, 1);
  self->rows = g_new0 (int, 1);
  self->slot_cell = -1;
  return self;
}

void
patron_journey_layout_free (PatronJourneyLayout *self)
{
  g_free (self->cells);
  g_free (self->tops);
  g_free (self->heights);
  g_free (self->headers);
  g_free (self->rows);
  g_free (self);
}

static int
get_slot_height (PatronJourneyLayout *self,
                 int                  cell)
{
  return cell == self->slot_cell
             ? MAX (self->slot_height, self->metrics.slot_height)
             : self->metrics.slot_height;
}

/* Where the slot of a cell begins, from the top of the cell. */
static int
get_slot_top (PatronJourneyLayout *self,
              int                  cell)
{
  guint end = self->cells[cell + 1];

  if (end == self->cells[cell])
    return self->metrics.padding;
  return self->tops[end - 1] + self->heights[end - 1] + self->metrics.gap;
}

static void
stack_cards (PatronJourneyLayout *self)
{
  int n_cells = self->n_stages * self->n_lanes;

  for (int cell = 0; cell < n_cells; cell++)
    {
      int y = self->metrics.padding;

      for (guint i = self->cells[cell]; i < self->cells[cell + 1]; i++)
        {
          self->tops[i] = y;
          y += self->heights[i] + self->metrics.gap;
        }
    }
}

static void
stack_lanes (PatronJourneyLayout *self)
{
  int y = self->metrics.top;

  for (int lane = 0; lane < self->n_lanes; lane++)
    {
      int height = MAX (2 * self->metrics.padding + self->metrics.slot_height,
                        self->headers != NULL ? self->headers[lane] : 0);

      for (int stage = 0; stage < self->n_stages; stage++)
        {
          int cell = lane * self->n_stages + stage;

          height = MAX (height, get_slot_top (self, cell)
                                    + get_slot_height (self, cell)
                                    + self->metrics.padding);
        }
      self->rows[lane] = y;
      y += height;
    }
  self->rows[self->n_lanes] = y;
}

/**
 * patron_journey_layout_set:
 * @cells: (array): n_stages * n_lanes + 1 indices into @heights: where the
 *   cards of each cell begin, and after the last cell where they end
 * @heights: (array) (nullable): heights of the cards, cell by cell
 * @headers: (array) (nullable): for each lane, how tall its header is
 *
 * Lays out anew. The taller slot stays if its cell is still there.
 */
void
patron_journey_layout_set (PatronJourneyLayout        *self,
                           const PatronJourneyMetrics *metrics,
                           int                         n_stages,
                           int                         n_lanes,
                           const guint                *cells,
                           const int                  *heights,
                           const int                  *headers)
{
  guint n_cells = n_stages * n_lanes;
  guint n_cards = cells[n_cells];

  self->metrics = *metrics;
  self->n_stages = n_stages;
  self->n_lanes = n_lanes;
  if (self->slot_cell >= (int) n_cells)
    self->slot_cell = -1;

  g_free (self->cells);
  self->cells = g_memdup2 (cells, (n_cells + 1) * sizeof *cells);
  g_free (self->heights);
  self->heights = g_memdup2 (heights, n_cards * sizeof *heights);
  g_free (self->tops);
  self->tops = g_new (int, n_cards);
  g_free (self->headers);
  self->headers = g_memdup2 (headers, n_lanes * sizeof *headers);
  g_free (self->rows);
  self->rows = g_new (int, n_lanes + 1);

  stack_cards (self);
  stack_lanes (self);
}

/**
 * patron_journey_layout_set_slot:
 * @stage: its column, or -1 for none
 * @height: how tall the place for the next card is in that cell, while a
 *   card is being written there
 *
 * Makes room for a card that is not there yet.
 */
void
patron_journey_layout_set_slot (PatronJourneyLayout *self,
                                int                  stage,
                                int                  lane,
                                int                  height)
{
  gboolean there = stage >= 0 && stage < self->n_stages && lane >= 0
                   && lane < self->n_lanes;

  self->slot_cell = there ? lane * self->n_stages + stage : -1;
  self->slot_height = height;
  stack_lanes (self);
}

int
patron_journey_layout_get_n_stages (PatronJourneyLayout *self)
{
  return self->n_stages;
}

int
patron_journey_layout_get_n_lanes (PatronJourneyLayout *self)
{
  return self->n_lanes;
}

int
patron_journey_layout_get_n_cards (PatronJourneyLayout *self,
                                   int                  stage,
                                   int                  lane)
{
  int cell = lane * self->n_stages + stage;

  g_return_val_if_fail (stage >= 0 && stage < self->n_stages, 0);
  g_return_val_if_fail (lane >= 0 && lane < self->n_lanes, 0);

  return self->cells[cell + 1] - self->cells[cell];
}

/* The places for a new stage and a new lane included. */
int
patron_journey_layout_get_width (PatronJourneyLayout *self)
{
  return self->n_stages * self->metrics.stage_width
         + self->metrics.add_stage_width;
}

int
patron_journey_layout_get_height (PatronJourneyLayout *self)
{
  return self->rows[self->n_lanes] + self->metrics.add_lane_height;
}

void
patron_journey_layout_get_cell (PatronJourneyLayout *self,
                                int                  stage,
                                int                  lane,
                                PatronJourneyRect   *rect)
{
  *rect = (PatronJourneyRect) {
    .x = stage * self->metrics.stage_width,
    .y = self->rows[lane],
    .width = self->metrics.stage_width,
    .height = self->rows[lane + 1] - self->rows[lane],
  };
}

static void
get_slot (PatronJourneyLayout *self,
          int                  stage,
          int                  lane,
          PatronJourneyRect   *rect)
{
  int cell = lane * self->n_stages + stage;
  gboolean empty = self->cells[cell] == self->cells[cell + 1];
  int top = get_slot_top (self, cell);

  patron_journey_layout_get_cell (self, stage, lane, rect);
  rect->x += self->metrics.padding;
  rect->width -= 2 * self->metrics.padding;
  rect->y += top;
  rect->height = empty && cell != self->slot_cell
                     ? rect->height - 2 * self->metrics.padding
                     : get_slot_height (self, cell);
}

/**
 * patron_journey_layout_get_rect:
 * @rect: (out): where it is; of a header, its extent along the map: x and
 *   width of a stage, y and height of a lane
 *
 * Returns: whether there is such a place
 */
gboolean
patron_journey_layout_get_rect (PatronJourneyLayout      *self,
                                const PatronJourneyPlace *place,
                                PatronJourneyRect        *rect)
{
  PatronJourneyPlace there = patron_journey_layout_clamp (self, place);

  *rect = (PatronJourneyRect) { 0 };
  if (!patron_journey_place_equal (&there, place))
    return FALSE;

  switch (place->kind)
    {
    case PATRON_JOURNEY_AT_STAGE:
      rect->x = place->stage * self->metrics.stage_width;
      rect->width = self->metrics.stage_width;
      break;
    case PATRON_JOURNEY_AT_ADD_STAGE:
      rect->x = self->n_stages * self->metrics.stage_width;
      rect->width = self->metrics.add_stage_width;
      break;
    case PATRON_JOURNEY_AT_LANE:
      rect->y = self->rows[place->lane];
      rect->height = self->rows[place->lane + 1] - rect->y;
      break;
    case PATRON_JOURNEY_AT_ADD_LANE:
      rect->y = self->rows[self->n_lanes];
      rect->height = self->metrics.add_lane_height;
      break;
    case PATRON_JOURNEY_AT_SLOT:
      get_slot (self, place->stage, place->lane, rect);
      break;
    case PATRON_JOURNEY_AT_CARD:
      {
        int cell = place->lane * self->n_stages + place->stage;
        guint card = self->cells[cell] + place->card;

        patron_journey_layout_get_cell (self, place->stage, place->lane,
                                        rect);
        rect->x += self->metrics.padding;
        rect->width -= 2 * self->metrics.padding;
        rect->y += self->tops[card];
        rect->height = self->heights[card];
        break;
      }
    case PATRON_JOURNEY_AT_NOWHERE:
    default:
      return FALSE;
    }
  return TRUE;
}

/**
 * patron_journey_layout_find_stages:
 * @first: (out): the first stage that shows between @left and @right
 * @end: (out): the one after the last
 */
void
patron_journey_layout_find_stages (PatronJourneyLayout *self,
                                   double               left,
                                   double               right,
                                   int                 *first,
                                   int                 *end)
{
  int width = MAX (self->metrics.stage_width, 1);

  *first = CLAMP ((int) (MAX (left, 0) / width), 0, self->n_stages);
  *end = CLAMP ((int) (MAX (right, 0) / width) + 1, *first, self->n_stages);
}

/**
 * patron_journey_layout_find_lanes:
 * @first: (out): the first lane that shows between @top and @bottom
 * @end: (out): the one after the last
 */
void
patron_journey_layout_find_lanes (PatronJourneyLayout *self,
                                  double               top,
                                  double               bottom,
                                  int                 *first,
                                  int                 *end)
{
  int lane = 0;

  while (lane < self->n_lanes && self->rows[lane + 1] <= top)
    lane++;
  *first = lane;
  while (lane < self->n_lanes && self->rows[lane] < bottom)
    lane++;
  *end = lane;
}

/**
 * patron_journey_layout_find_cards:
 * @first: (out): the first card of the cell that shows between @top and
 *   @bottom
 * @end: (out): the one after the last
 */
void
patron_journey_layout_find_cards (PatronJourneyLayout *self,
                                  int                  stage,
                                  int                  lane,
                                  double               top,
                                  double               bottom,
                                  int                 *first,
                                  int                 *end)
{
  int cell = lane * self->n_stages + stage;
  guint low = self->cells[cell];
  guint high = self->cells[cell + 1];
  guint last = high;
  double from = top - self->rows[lane];

  /* A cell may hold thousands: halve until the first that ends below. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->tops[middle] + self->heights[middle] <= from)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low - self->cells[cell];
  while (low < last && self->rows[lane] + self->tops[low] < bottom)
    low++;
  *end = low - self->cells[cell];
}
