/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

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

G_END_DECLS
