/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "patron-colour.h"
#include "patron-format.h"
#include "patron-image.h"
#include "patron-text.h"

G_BEGIN_DECLS

/* A scene is a picture as plain data: a flat list of things to paint, back to
 * front, in px at 96 dpi from the top left corner, and a list of spots that a
 * pointer, a key or a screen reader can go to. It is made by a layout, not
 * changed afterwards, and can be painted with cairo or written as SVG. */

#define PATRON_TYPE_SCENE (patron_scene_get_type ())

typedef struct _PatronScene PatronScene;

typedef enum
{
  PATRON_ITEM_PATH,
  PATRON_ITEM_RECTANGLE,
  PATRON_ITEM_ARC,
  PATRON_ITEM_TEXT,
  PATRON_ITEM_IMAGE,
  PATRON_ITEM_CLIP_BEGIN, /* paint inside the rectangle only, until … */
  PATRON_ITEM_CLIP_END,
} PatronItemKind;

typedef enum
{
  PATRON_ROLE_BACKGROUND,
  PATRON_ROLE_TITLE,
  PATRON_ROLE_SUBTITLE,
  PATRON_ROLE_NOTE,
  PATRON_ROLE_EMPTY,
  PATRON_ROLE_GRID,
  PATRON_ROLE_AXIS,
  PATRON_ROLE_AXIS_LABEL,
  PATRON_ROLE_BAND,
  PATRON_ROLE_SERIES,
  PATRON_ROLE_SERIES_LABEL,
  PATRON_ROLE_VALUE_LABEL,
  PATRON_ROLE_LEGEND,
  PATRON_ROLE_TARGET,
  PATRON_ROLE_TARGET_LABEL,
  PATRON_ROLE_ANNOTATION,
  PATRON_ROLE_PHASE,
  PATRON_ROLE_STAGE,
  PATRON_ROLE_LANE,
  PATRON_ROLE_CELL,
  PATRON_ROLE_CARD,
  PATRON_ROLE_MARK,
  PATRON_ROLE_CURVE,
  PATRON_ROLE_PICTURE,
  PATRON_ROLE_HEADING,
  PATRON_ROLE_FACT,
  PATRON_ROLE_TEXT,
  PATRON_ROLE_QUOTE,
  PATRON_ROLE_SCALE,
  PATRON_ROLE_NEED,
  PATRON_ROLE_LIMIT,
  PATRON_ROLE_LIMIT_LABEL,
} PatronRole;

typedef enum
{
  PATRON_ALIGN_LEFT,
  PATRON_ALIGN_CENTRE,
  PATRON_ALIGN_RIGHT,
} PatronAlign;

typedef enum
{
  PATRON_MARKER_CIRCLE,
  PATRON_MARKER_SQUARE,
  PATRON_MARKER_TRIANGLE,
  PATRON_MARKER_DIAMOND,
  PATRON_MARKER_CROSS,
} PatronMarker;

#define PATRON_N_SERIES_MARKERS 4 /* the cross is for what went wrong */

typedef enum
{
  PATRON_STEP_MOVE,
  PATRON_STEP_LINE,
  PATRON_STEP_CURVE,
  PATRON_STEP_CLOSE,
} PatronStepKind;

/**
 * PatronPathStep:
 *
 * A step of a path: to (@x, @y), for a curve by way of the control points
 * (@x1, @y1) and (@x2, @y2).
 */
typedef struct
{
  PatronStepKind kind;
  double x, y;
  double x1, y1;
  double x2, y2;
} PatronPathStep;

/**
 * PatronItem:
 * @kind: what is painted
 * @role: what it stands for
 * @series: the series (or lane) it shows, or -1
 * @point: the point of the series (or the stage), or -1
 * @record: the record it shows, or 0
 * @fill: the colour inside, or of a text; 0 for none
 * @stroke: the colour of the outline, painted over the fill; of a text, of a
 *   halo behind it; 0 for none
 * @line_width: the width of the stroke. Joins are round, ends too where the
 *   line is not dashed
 * @dash: the length of a dash, or 0 for a solid line
 * @gap: the length of the gap between dashes
 * @x: left; the centre of an arc; where a text is aligned to
 * @y: top; the centre of an arc; the base line of a text
 * @width: of a rectangle, image, clip or text
 * @height: of a rectangle, image or clip
 * @radius: of the corners of a rectangle, image or clip, or of an arc
 * @inner: the inner radius of a sector; below 0 for an open arc without sides
 * @start: where an arc begins, in radians clockwise from three o'clock
 * @end: where it ends; @start + 2 pi or more is a full circle
 * @steps: (element-type PatronPathStep): of a path
 * @text: of a text: one line of UTF-8
 * @font: of a text
 * @align: what @x is of a text
 * @rtl: whether a text runs from right to left as a whole
 * @ascent: how far a text reaches above its base line
 * @descent: how far it reaches below
 * @image: of an image, which covers its rectangle and is cut at its edges
 *
 * One thing to paint.
 */
typedef struct
{
  PatronItemKind kind;
  PatronRole role;
  int series;
  int point;
  gint64 record;

  PatronColour fill;
  PatronColour stroke;
  double line_width;
  double dash;
  double gap;

  double x, y;
  double width, height;
  double radius;
  double inner;
  double start, end;
  GArray *steps;

  char *text;
  PatronFont font;
  PatronAlign align;
  gboolean rtl;
  double ascent, descent;

  PatronImage *image;
} PatronItem;

/**
 * PatronSpot:
 * @role: what is there
 * @is_point: whether it is a mark on a plot, which is found from anywhere near
 *   it, rather than an area
 * @series: the series (or lane), or -1
 * @point: the point of the series (or the stage), or -1; for a reduced series
 *   the one that stands for its column
 * @record: the record, or 0
 * @x: left of the area
 * @y: top of the area
 * @width: width of the area
 * @height: height of the area
 * @anchor_x: where a focus ring or a tooltip points at
 * @anchor_y: where a focus ring or a tooltip points at
 * @on_grid: whether keys lead from it by @row and @column rather than by
 *   where it is
 * @row: its row, counted downwards
 * @column: its column, counted to the right
 * @on_tree: whether keys lead from it to @whole and to its parts, and up and
 *   down within its column
 * @whole: the index of the spot that it is part of, or -1
 * @value_x: the point's x, for spots on a plot
 * @value_y: the point's y, for spots on a plot
 * @change: by how much the point's y differs from the one before, or NaN
 * @low: where the interval of the point's y begins, or NaN
 * @high: where it ends, or NaN
 * @samples: how many answers the point rests on, or NaN
 * @few: whether these are too few to read the value as it stands
 * @remark: (nullable): what is special about the point; a translated string
 *   that is never freed
 * @text: (nullable): what is there in words; patron_scene_describe_spot()
 *   makes them up for a point
 * @centre_x: the centre of the sector that the spot is
 * @centre_y: the centre of the sector
 * @radius: the outer radius of the sector; 0 where the spot is none
 * @inner: the inner radius
 * @start: where the sector begins, in radians clockwise from three o'clock
 * @end: where it ends
 *
 * A place in a scene that can be pointed at, focused and read out.
 */
typedef struct
{
  PatronRole role;
  gboolean is_point;
  int series;
  int point;
  gint64 record;
  double x, y;
  double width, height;
  double anchor_x, anchor_y;
  gboolean on_grid;
  int row, column;
  gboolean on_tree;
  int whole;
  double value_x, value_y;
  double change;
  double low, high;
  double samples;
  gboolean few;
  const char *remark;
  char *text;
  double centre_x, centre_y;
  double radius, inner;
  double start, end;
} PatronSpot;

typedef enum
{
  PATRON_WALK_LEFT,
  PATRON_WALK_RIGHT,
  PATRON_WALK_UP,
  PATRON_WALK_DOWN,
  PATRON_WALK_FIRST,
  PATRON_WALK_LAST,
} PatronWalk;

GType             patron_scene_get_type       (void) G_GNUC_CONST;
PatronScene      *patron_scene_new            (double              width,
                                               double              height);
PatronScene      *patron_scene_ref            (PatronScene        *self);
void              patron_scene_unref          (PatronScene        *self);
double            patron_scene_get_width      (const PatronScene  *self);
double            patron_scene_get_height     (const PatronScene  *self);
const char       *patron_scene_get_alt_text   (const PatronScene  *self);
guint             patron_scene_get_n_items    (const PatronScene  *self);
const PatronItem *patron_scene_get_item       (const PatronScene  *self,
                                               guint               index);
guint             patron_scene_get_n_spots    (const PatronScene  *self);
const PatronSpot *patron_scene_get_spot       (const PatronScene  *self,
                                               guint               index);

/* patron-scene-build.c, for layouts. Items are the scene's; fill in what the
 * arguments leave out. */
void              patron_scene_set_height     (PatronScene        *self,
                                               double              height);
void              patron_scene_set_alt_text   (PatronScene        *self,
                                               const char         *text);
void              patron_scene_set_formats    (PatronScene        *self,
                                               const PatronFormat *x,
                                               const PatronFormat *y);
void              patron_scene_name_series    (PatronScene        *self,
                                               const char         *name);
void              patron_scene_set_tag        (PatronScene        *self,
                                               int                 series,
                                               int                 point,
                                               gint64              record);
PatronItem       *patron_scene_add_rectangle  (PatronScene        *self,
                                               PatronRole          role,
                                               double              x,
                                               double              y,
                                               double              width,
                                               double              height);
PatronItem       *patron_scene_add_path       (PatronScene        *self,
                                               PatronRole          role);
PatronItem       *patron_scene_add_line       (PatronScene        *self,
                                               PatronRole          role,
                                               double              x1,
                                               double              y1,
                                               double              x2,
                                               double              y2,
                                               PatronColour        stroke,
                                               double              line_width);
PatronItem       *patron_scene_add_circle     (PatronScene        *self,
                                               PatronRole          role,
                                               double              x,
                                               double              y,
                                               double              radius);
PatronItem       *patron_scene_add_marker     (PatronScene        *self,
                                               PatronRole          role,
                                               PatronMarker        marker,
                                               double              x,
                                               double              y,
                                               double              radius);
PatronItem       *patron_scene_add_arc        (PatronScene        *self,
                                               PatronRole          role,
                                               double              x,
                                               double              y,
                                               double              radius,
                                               double              start,
                                               double              end);
PatronItem       *patron_scene_add_text       (PatronScene        *self,
                                               PatronRole          role,
                                               PatronMeasurer     *measurer,
                                               const PatronFont   *font,
                                               const char         *text,
                                               double              x,
                                               double              y,
                                               PatronAlign         align,
                                               PatronColour        fill);
double            patron_scene_add_lines      (PatronScene        *self,
                                               PatronRole          role,
                                               PatronMeasurer     *measurer,
                                               const PatronFont   *font,
                                               GArray             *lines,
                                               double              x,
                                               double              top,
                                               PatronAlign         align,
                                               PatronColour        fill);
PatronItem       *patron_scene_add_image      (PatronScene        *self,
                                               PatronRole          role,
                                               PatronImage        *image,
                                               double              x,
                                               double              y,
                                               double              width,
                                               double              height);
void              patron_scene_begin_clip     (PatronScene        *self,
                                               double              x,
                                               double              y,
                                               double              width,
                                               double              height);
void              patron_scene_end_clip       (PatronScene        *self);
PatronSpot       *patron_scene_add_spot       (PatronScene        *self,
                                               PatronRole          role,
                                               double              x,
                                               double              y,
                                               double              width,
                                               double              height);
PatronSpot       *patron_scene_add_point_spot (PatronScene        *self,
                                               double              x,
                                               double              y,
                                               int                 series,
                                               int                 point);
void              patron_scene_mirror         (PatronScene        *self);
void              patron_scene_clear_paper    (PatronScene        *self);
void              patron_scene_fit            (PatronScene        *self,
                                               double              width,
                                               double              height);

void              patron_item_move_to         (PatronItem         *self,
                                               double              x,
                                               double              y);
void              patron_item_line_to         (PatronItem         *self,
                                               double              x,
                                               double              y);
void              patron_item_curve_to        (PatronItem         *self,
                                               double              x1,
                                               double              y1,
                                               double              x2,
                                               double              y2,
                                               double              x,
                                               double              y);
void              patron_item_close           (PatronItem         *self);
void              patron_item_get_bounds      (const PatronItem   *self,
                                               double             *x,
                                               double             *y,
                                               double             *width,
                                               double             *height);

void              patron_item_add_polygon     (PatronItem         *self,
                                               const double       *corners,
                                               gsize               n,
                                               double              x,
                                               double              y,
                                               double              size);

/* patron-scene-outline.c */
void              patron_scene_outline        (PatronScene        *self);

/* patron-scene-draw.c */
void              patron_scene_draw           (const PatronScene  *self,
                                               cairo_t            *cr);

/* patron-scene-hit.c */
int               patron_scene_hit            (const PatronScene  *self,
                                               double              x,
                                               double              y);
int               patron_scene_walk           (const PatronScene  *self,
                                               int                 from,
                                               PatronWalk          walk);
char             *patron_scene_describe_spot  (const PatronScene  *self,
                                               guint               index);
int               patron_scene_find_record    (const PatronScene  *self,
                                               gint64              record);

/* patron-scene-dump.c */
char             *patron_scene_dump           (const PatronScene  *self);
const char       *patron_role_get_name        (PatronRole          role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronScene, patron_scene_unref)

G_END_DECLS
