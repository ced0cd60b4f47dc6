/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-scene-source.h"
#include "patron-scene.h"
#include "patron-theme.h"

G_BEGIN_DECLS

/* Pages a poster is made for, in px at 96 dpi. Any other size will do. */
#define PATRON_SLIDE_WIDTH 1280.0
#define PATRON_SLIDE_HEIGHT 720.0
#define PATRON_A4_WIDTH 793.7
#define PATRON_A4_HEIGHT 1122.5

/**
 * PatronPortraitContent:
 * @portrait: the pen portrait
 * @traits: (nullable) (element-type PatronRecord): its traits in order
 * @scales: (nullable) (element-type PatronRecord): its scales in order
 * @needs: (nullable) (element-type PatronRecord): its needs in order
 *
 * What a poster shows.
 */
typedef struct
{
  PatronRecord *portrait;
  GPtrArray *traits;
  GPtrArray *scales;
  GPtrArray *needs;
} PatronPortraitContent;

PatronScene *
patron_portrait_poster_scene (const PatronPortraitContent *content,
                              const PatronSceneSource     *source,
                              const PatronTheme           *theme,
                              double                       width,
                              double                       height,
                              PatronMeasurer              *measurer);

G_END_DECLS
