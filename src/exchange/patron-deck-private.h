/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-deck.h"
#include "patron-package.h"

G_BEGIN_DECLS

#define PATRON_DECK_MARGIN 56.0

/* px of the type on a slide */
#define PATRON_DECK_TITLE_SIZE 36.0
#define PATRON_DECK_SUBTITLE_SIZE 20.0
#define PATRON_DECK_TABLE_SIZE 18.0
#define PATRON_DECK_ROW_HEIGHT (PATRON_DECK_TABLE_SIZE * 2.1)
#define PATRON_DECK_HIGH_ROW_HEIGHT (PATRON_DECK_TABLE_SIZE * 3.3)
#define PATRON_DECK_CELL_PADDING 12.0
#define PATRON_DECK_TEXT_SIZE 20.0
#define PATRON_DECK_HEADING_SIZE 15.0
#define PATRON_DECK_NOTE_SIZE 14.0

#define PATRON_XML_HEAD                                                       \
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

typedef enum
{
  PATRON_SLIDE_COVER,
  PATRON_SLIDE_CHART, /* one that can be edited where it is shown */
  PATRON_SLIDE_PICTURE,
  PATRON_SLIDE_TABLE,
  PATRON_SLIDE_TEXT,
} PatronSlideKind;

/**
 * PatronSlide:
 * @kind: what is on it
 * @title: the title
 * @title_size: px of its type, which is smaller for a long one
 * @frame: all but the body, as it is painted
 * @body: (nullable): the chart or picture, as it is painted
 * @box: where the body stands
 * @theme: of a chart, its colours
 * @chart: (nullable): of a chart, what it shows
 * @data: (nullable): its numbers
 * @columns: (nullable): of a table, its head
 * @numeric: which columns are set to the right
 * @widths: of the columns, in px
 * @row_height: px of a row of one line
 * @heights: of each row, in px
 * @rows: (nullable) (element-type GStrv): its rows; of a text, its
 *   paragraphs, each with a heading
 */
typedef struct
{
  PatronSlideKind kind;
  char *title;
  char *subtitle;
  char *note;
  char *remarks;
  char *alt_text;
  double title_size;
  PatronScene *frame;
  PatronScene *body;
  PatronBox box;
  PatronTheme theme;
  PatronChart *chart;
  PatronChartData *data;
  char **columns;
  gboolean *numeric;
  double *widths;
  double row_height;
  double *heights;
  GPtrArray *rows;
} PatronSlide;

struct _PatronDeck
{
  char *title;
  char *author;
  char *font;
  PatronTheme theme;
  PatronTheme figure_theme; /* larger type: slides are read from afar */
  PatronMeasurer *measurer;
  gboolean pictures;
  GPtrArray *slides; /* PatronSlide */
};

extern const PatronBox patron_deck_title_box;
extern const PatronBox patron_deck_subtitle_box;
extern const PatronBox patron_deck_body_box;
extern const PatronBox patron_deck_note_box;
extern const PatronBox patron_deck_number_box;
extern const PatronBox patron_deck_cover_title_box;
extern const PatronBox patron_deck_cover_subtitle_box;
extern const PatronBox patron_deck_cover_note_box;

static inline const PatronSlide *
patron_deck_get_slide (const PatronDeck *self,
                       guint             index)
{
  return g_ptr_array_index (self->slides, index);
}

static inline double
patron_deck_table_height (const PatronSlide *slide)
{
  double height = slide->row_height;

  for (guint i = 0; i < slide->rows->len; i++)
    height += slide->heights[i];
  return height;
}

/* patron-deck-frame.c */
void     patron_deck_place_slide  (PatronDeck         *self,
                                   PatronSlide        *slide);
double   patron_deck_measure_text (PatronDeck         *self,
                                   char              **paragraph,
                                   double              width);
void     patron_deck_frame_slide  (PatronDeck         *self,
                                   PatronSlide        *slide,
                                   guint               number);

/* patron-deck-grid.c */

/**
 * PatronGridColumn:
 * @name: its head
 * @values: a value for each row, NaN for none
 * @first: the first row that belongs to it
 * @n: how many rows do
 */
typedef struct
{
  char *name;
  double *values;
  gsize first;
  gsize n;
} PatronGridColumn;

/**
 * PatronGrid:
 * @x: (array length=n): the x of each row
 * @names: (array length=n): the name of each row
 * @n: how many rows
 * @columns: (element-type PatronGridColumn): after the column of names; of a
 *   matrix the x come first and the sizes last
 * @n_series: how many columns are series of the chart
 * @target: the column that is the target, or -1
 * @size: the column that is the size of bubbles, or -1
 *
 * The numbers of a chart as a table, which native charts are made from.
 */
typedef struct
{
  double *x;
  char **names;
  gsize n;
  GArray *columns;
  guint n_series;
  int target;
  int size;
} PatronGrid;

/* 1970-01-01, in days since 1899-12-30 as spreadsheets count them */
#define PATRON_SHEET_EPOCH 25569

gboolean    patron_deck_can_edit  (const PatronChart     *chart,
                                   const PatronChartData *data);
PatronGrid *patron_grid_new       (const PatronChart     *chart,
                                   const PatronChartData *data);
void        patron_grid_free      (PatronGrid            *self);
const PatronGridColumn *patron_grid_get_series (const PatronGrid *self,
                                                guint             series,
                                                guint            *column);
char       *patron_grid_range     (const PatronGrid      *self,
                                   guint                  column,
                                   gsize                  first,
                                   gsize                  n);
gboolean    patron_grid_has_dates (const PatronChart     *chart);
double      patron_grid_divisor   (const PatronChart     *chart);
int         patron_grid_decimals  (const PatronFormat    *format,
                                   const PatronGrid      *grid);
gboolean    patron_grid_is_short  (const PatronGrid      *grid);
double      patron_grid_duration_step (const PatronGrid  *grid);
char       *patron_grid_format    (const PatronFormat    *format,
                                   const PatronGrid      *grid);
int         patron_grid_date_step (const PatronGrid      *grid,
                                   gboolean              *months);
GBytes     *patron_grid_workbook  (const PatronGrid      *grid,
                                   const PatronChart     *chart,
                                   GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronGrid, patron_grid_free)

/* patron-deck-points.c */
typedef enum
{
  PATRON_NAME_RIGHT,
  PATRON_NAME_LEFT,
  PATRON_NAME_ABOVE,
  PATRON_NAME_BELOW,
} PatronNamePlace;

/**
 * PatronDeckLabel:
 * @text: (nullable): lines of text; %NULL for a line from corner to corner
 * @box: where it stands on the slide
 * @size: px of its type
 * @at_right: whether it ends at the right of its box
 *
 * What lies on a chart rather than in it.
 */
typedef struct
{
  char *text;
  PatronBox box;
  double size;
  gboolean bold;
  gboolean at_right;
  PatronColour colour;
} PatronDeckLabel;

char      *patron_deck_name_point   (const PatronSlide *slide,
                                     const PatronGrid  *grid,
                                     guint              series,
                                     gsize              point,
                                     PatronNamePlace   *place);
PatronBox  patron_deck_get_plot     (const PatronSlide *slide);
GArray    *patron_deck_get_labels   (const PatronSlide *slide,
                                     const PatronGrid  *grid);

gboolean   patron_deck_place_end    (const PatronSlide *slide,
                                     const PatronGrid  *grid,
                                     guint              column,
                                     gsize             *row,
                                     PatronNamePlace   *place);
gboolean   patron_deck_is_placed    (const PatronSlide *slide,
                                     const PatronGrid  *grid);
gboolean   patron_deck_is_labelled  (const PatronSlide *slide,
                                     const PatronGrid  *grid);
char      *patron_deck_write_note   (const PatronChart *chart,
                                     const PatronGrid  *grid,
                                     gsize              row);
double     patron_deck_get_split    (const PatronChart *chart,
                                     const PatronGrid  *grid,
                                     gboolean           across);

/* patron-deck-picture.c */
GBytes  *patron_deck_draw_svg     (const PatronSlide  *slide,
                                   GError            **error);
GBytes  *patron_deck_draw_png     (const PatronSlide  *slide,
                                   GError            **error);
char    *patron_deck_colour       (PatronColour        colour);
PatronColour patron_deck_series_colour (const PatronSlide *slide,
                                   guint               series);
gboolean patron_deck_is_expected  (const PatronSlide  *slide,
                                   guint               series);

/* The writers, one file each and what it is made of. */
gboolean patron_deck_write_pdf    (const PatronDeck   *self,
                                   GOutputStream      *stream,
                                   GCancellable       *cancellable,
                                   GError            **error);
GBytes  *patron_deck_make_pptx    (const PatronDeck   *self,
                                   GCancellable       *cancellable,
                                   GError            **error);
GBytes  *patron_deck_make_odp     (const PatronDeck   *self,
                                   GCancellable       *cancellable,
                                   GError            **error);

G_END_DECLS
