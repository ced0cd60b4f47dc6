/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-flow.h"
#include "patron-likeness.h"
#include "patron-portrait-scene.h"

G_BEGIN_DECLS

typedef enum
{
  PATRON_BLOCK_TEXT,
  PATRON_BLOCK_LIST,
  PATRON_BLOCK_TAGS,
  PATRON_BLOCK_NEEDS,
  PATRON_BLOCK_SCALES,
  PATRON_BLOCK_TRAITS,
} PatronBlockKind;

/**
 * PatronBlock:
 * @kind: how it is set
 * @heading: what it is about
 * @text: clean text, for texts and lists
 * @tags: (nullable): for tags
 * @records: (nullable) (element-type PatronRecord): for the rest
 * @marker: the shape of a list's bullets
 * @colour: their colour
 *
 * A part of a poster that is set as a whole.
 */
typedef struct
{
  PatronBlockKind kind;
  char *heading;
  char *text;
  char **tags;
  GPtrArray *records;
  PatronMarker marker;
  PatronColour colour;
} PatronBlock;

/**
 * PatronFact:
 *
 * A label and its value, both clean.
 */
typedef struct
{
  char *label;
  char *value;
} PatronFact;

/**
 * PatronPoster:
 * @facts: (element-type PatronFact): what can be said in a word or two
 * @blocks: (element-type PatronBlock): what takes more
 * @page: what the page is larger than the one that sizes are given for
 * @zoom: what type is set at
 * @max_lines: the most lines of a paragraph, or 0
 * @accent: the colour of the segment
 * @panel: the ground that person and facts stand on
 *
 * A poster in the making.
 */
typedef struct
{
  const PatronPortraitContent *content;
  const PatronSceneSource *source;
  const PatronTheme *theme;
  PatronMeasurer *measurer;
  PatronScene *scene;
  GPtrArray *facts;
  GPtrArray *blocks;
  char *name;
  char *occupation;
  char *segment;
  char *quotation;
  char *origin;
  PatronImage *picture;
  double width;
  double height;
  gboolean landscape;
  double page;
  double zoom;
  guint max_lines;
  PatronColour accent;
  PatronColour panel;
} PatronPoster;

/* patron-portrait-scene-facts.c */
GPtrArray *patron_poster_collect_facts  (const PatronPoster *self);
double     patron_poster_add_person     (const PatronPoster *self,
                                         PatronScene        *scene,
                                         double              x,
                                         double              y,
                                         double              width);
double     patron_poster_add_facts      (const PatronPoster *self,
                                         PatronScene        *scene,
                                         double              x,
                                         double              y,
                                         double              width,
                                         guint               n_columns);

/* patron-portrait-scene-content.c */
GPtrArray *patron_poster_collect_blocks (const PatronPoster *self);
char      *patron_poster_write_alt_text (const PatronPoster *self);

/* patron-portrait-scene-blocks.c */
double     patron_poster_add_block      (const PatronPoster *self,
                                         PatronScene        *scene,
                                         const PatronBlock  *block,
                                         double              x,
                                         double              y,
                                         double              width);

G_END_DECLS
