/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-scene-source.h"
#include "patron-scene.h"
#include "patron-theme.h"

G_BEGIN_DECLS

/**
 * PatronJourneyContent:
 * @journey: the journey
 * @stages: (element-type PatronRecord): its stages in order
 * @lanes: (element-type PatronRecord): its lanes in order
 * @cards: (element-type PatronRecord): the cards of its stages in order
 * @bare: whether what stands over and below the map is left out, because a
 *   slide says it already
 * @no_curve: whether the experience is left out, because another slide shows
 *   it
 *
 * What a journey map shows.
 */
typedef struct
{
  PatronRecord *journey;
  GPtrArray *stages;
  GPtrArray *lanes;
  GPtrArray *cards;
  gboolean bare;
  gboolean no_curve;
} PatronJourneyContent;

PatronScene *patron_journey_map_scene (const PatronJourneyContent *content,
                                       const PatronSceneSource    *source,
                                       const PatronTheme          *theme,
                                       double                      width,
                                       double                      height,
                                       PatronMeasurer             *measurer);

G_END_DECLS
