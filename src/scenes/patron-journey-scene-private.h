/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-flow.h"
#include "patron-journey-scene.h"
#include "patron-likeness.h"

G_BEGIN_DECLS

/**
 * PatronStageMood:
 * @expected: what was promised, -2 to 2, or NaN
 * @felt: what was felt, -2 to 2, or NaN
 *
 * The experience of a stage: its own, or else the mean of its cards.
 */
typedef struct
{
  double expected;
  double felt;
} PatronStageMood;

/**
 * PatronMap:
 * @lanes: (element-type PatronRecord): the lanes that are shown
 * @cells: (array): the cards of each cell, lane by lane
 * @moods: (array): the experience of each stage
 * @widest_gap: the stage with the largest gap between promise and experience,
 *   or -1
 * @left: where the columns begin
 * @column: the width of a column
 * @y: how far down the map is laid out
 *
 * A journey map in the making.
 */
typedef struct
{
  const PatronJourneyContent *content;
  const PatronSceneSource *source;
  const PatronTheme *theme;
  PatronMeasurer *measurer;
  PatronScene *scene;
  guint n_stages;
  GPtrArray *lanes;
  GPtrArray **cells;
  PatronStageMood *moods;
  int widest_gap;
  double width;
  double left;
  double column;
  double y;
} PatronMap;

#define PATRON_MAP_MARGIN 32.0
#define PATRON_MAP_LANE_WIDTH 152.0
#define PATRON_MAP_INDENT 14.0 /* of what stands beside a lane's bar */
#define PATRON_MAP_GAP 10.0

/* patron-journey-scene.c */
GPtrArray   *patron_map_get_cell     (const PatronMap *self,
                                      guint            lane,
                                      guint            stage);
PatronFlow   patron_map_flow         (const PatronMap *self,
                                      PatronScene     *scene,
                                      double           x,
                                      double           y,
                                      double           width);
double       patron_map_stage_x      (const PatronMap *self,
                                      guint            stage);
PatronColour patron_map_lane_colour  (const PatronMap *self,
                                      guint            lane);
char        *patron_map_signed_text  (double           value);

/* patron-journey-scene-header.c */
void         patron_map_add_header   (PatronMap       *self);
void         patron_map_add_stages   (PatronMap       *self);
void         patron_map_add_footer   (PatronMap       *self);

/* patron-journey-scene-curve.c */
void         patron_map_find_moods   (PatronMap       *self);
void         patron_map_add_curve    (PatronMap       *self);

/* patron-journey-scene-cards.c */
void         patron_map_add_lanes    (PatronMap       *self);

/* patron-journey-scene-words.c */
char        *patron_map_describe_card (const PatronMap *self,
                                       PatronRecord    *card,
                                       guint            lane,
                                       guint            stage);
char        *patron_map_describe_gap (const PatronMap *self,
                                      guint            stage);
char        *patron_map_write_alt_text (const PatronMap *self);

G_END_DECLS
