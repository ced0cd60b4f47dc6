/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-scene.h"
#include "patron-theme.h"

G_BEGIN_DECLS

/**
 * PatronFlow:
 * @scene: (nullable): where to; %NULL to measure only
 * @zoom: what sizes and distances are multiplied with
 * @x: the left edge of the column
 * @y: how far down the column is filled
 * @width: the width of the column
 * @align: how text is set in the column
 *
 * A column that text is set into from top to bottom. The same calls measure it
 * first and fill it then.
 */
typedef struct
{
  PatronScene *scene;
  PatronMeasurer *measurer;
  const PatronTheme *theme;
  double zoom;
  double x;
  double y;
  double width;
  PatronAlign align;
} PatronFlow;

/**
 * PatronType:
 *
 * How a piece of text is set: size in px at zoom 1, weight, colour, and the
 * most lines it may take, 0 for as many as it needs.
 */
typedef struct
{
  double size;
  int weight;
  PatronColour colour;
  guint max_lines;
} PatronType;

double patron_flow_text  (PatronFlow       *self,
                          PatronRole        role,
                          const PatronType *type,
                          const char       *text);
void   patron_flow_space (PatronFlow       *self,
                          double            space);

G_END_DECLS
