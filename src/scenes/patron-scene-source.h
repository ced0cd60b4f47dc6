/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-image.h"
#include "patron-record.h"

G_BEGIN_DECLS

/**
 * PatronSceneSource:
 * @find: gives the record of an id, or %NULL (transfer none)
 * @load: (nullable): gives the picture of an asset, or %NULL (transfer full)
 * @data: what both are called with
 * @currency: (nullable): the ISO 4217 code that amounts are in
 *
 * Where a layout looks up what records refer to: channels, KPIs, segments,
 * pictures. It is asked during layout only; scenes hold no reference to it.
 */
typedef struct
{
  PatronRecord *(*find) (gint64   id,
                         gpointer data);
  PatronImage  *(*load) (gint64   asset,
                         gpointer data);
  gpointer data;
  const char *currency;
} PatronSceneSource;

PatronRecord *patron_scene_source_find   (const PatronSceneSource *self,
                                          PatronRecord            *record,
                                          const char              *field);
char         *patron_scene_source_name   (const PatronSceneSource *self,
                                          PatronRecord            *record,
                                          const char              *field);
PatronImage  *patron_scene_source_load   (const PatronSceneSource *self,
                                          PatronRecord            *record,
                                          const char              *field);
char         *patron_scene_source_format (const PatronSceneSource *self,
                                          PatronRecord            *record,
                                          const char              *field);

char         *patron_scene_record_title  (PatronRecord            *record);

G_END_DECLS
