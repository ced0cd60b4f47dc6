/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "patron-scene.h"

G_BEGIN_DECLS

struct _PatronScene
{
  double width;
  double height;
  char *alt_text;
  GPtrArray *items;        /* PatronItem */
  GArray *spots;           /* PatronSpot */
  GPtrArray *series_names; /* char */
  PatronFormat x_format;
  PatronFormat y_format;
  int tag_series;
  int tag_point;
  gint64 tag_record;
};

/* patron-scene.c */
void patron_item_free        (gpointer          data);

/* patron-scene-draw.c */
void patron_scene_trace_text (const PatronItem *item,
                              cairo_t          *cr,
                              PangoLayout      *layout);

G_END_DECLS
