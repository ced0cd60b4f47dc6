/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* What stands on a slide beside its chart or picture: title, subtitle, small
 * print, number, and tables. PDF shows it as painted here; the other formats
 * set the same texts into the same boxes. */

#include "config.h"

#include "patron-deck-private.h"

#define COVER_TITLE_SIZE 60.0
#define BODY_GAP 14.0
#define PARAGRAPH_GAP 14.0
#define MAX_LINES 100
#define BODY_WIDTH (PATRON_DECK_WIDTH - 2 * PATRON_DECK_MARGIN)

const PatronBox patron_deck_title_box
    = { PATRON_DECK_MARGIN, 28, BODY_WIDTH, 96 };
const PatronBox patron_deck_subtitle_box
    = { PATRON_DECK_MARGIN, 128, BODY_WIDTH, 28 };
const PatronBox patron_deck_body_box
    = { PATRON_DECK_MARGIN, 138, BODY_WIDTH, 516 };
const PatronBox patron_deck_note_box
    = { PATRON_DECK_MARGIN, 670, BODY_WIDTH - 80, 24 };
const PatronBox patron_deck_number_box
    = { PATRON_DECK_WIDTH - PATRON_DECK_MARGIN - 64, 670, 64, 24 };
const PatronBox patron_deck_cover_title_box = { 96, 230, 1088, 150 };
const PatronBox patron_deck_cover_subtitle_box = { 96, 396, 1088, 80 };
const PatronBox patron_deck_cover_note_box = { 96, 620, 1088, 30 };

static void
add_block (PatronDeck      *deck,
           PatronSlide     *slide,
           PatronRole       role,
           const PatronFont *font,
           const char      *text,
           const PatronBox *box,
           guint            max_lines,
           PatronAlign      align,
           PatronColour     colour)
{
  g_autoptr (GArray) lines = NULL;

  if (patron_text_is_empty (text))
    return;
  lines = patron_text_wrap (deck->measurer, font, text, box->width,
                            max_lines);
  patron_scene_add_lines (slide->frame, role, deck->measurer, font, lines,
                          align == PATRON_ALIGN_RIGHT ? box->x + box->width
                                                      : box->x,
                          box->y, align, colour);
}

/* The largest type in which the title takes no more than its lines. */
static PatronFont
fit_title (PatronDeck      *deck,
           PatronSlide     *slide,
           const PatronBox *box,
           double           largest)
{
  PatronFont font = patron_theme_font (&deck->theme, largest, 700);

  for (double size = largest; size >= largest * 0.6; size -= 2)
    {
      g_autoptr (GArray) lines = NULL;

      font = patron_theme_font (&deck->theme, size, 700);
      lines = patron_text_wrap (deck->measurer, &font, slide->title,
                                box->width, MAX_LINES);
      if (lines->len * patron_text_line_height (&font) <= box->height)
        break;
    }
  slide->title_size = font.size;
  return font;
}

static guint
lines_that_fit (const PatronFont *font,
                const PatronBox  *box)
{
  return (guint) MAX (1, box->height / patron_text_line_height (font));
}

/* The place of the title, whose last line stands on the bottom of its box:
 * where another font breaks it into more lines, it covers nothing. */
static PatronBox
place_title (PatronDeck       *deck,
             PatronSlide      *slide,
             const PatronFont *font)
{
  PatronBox box = patron_deck_title_box;
  g_autoptr (GArray) lines
      = patron_text_wrap (deck->measurer, font, slide->title, box.width,
                          lines_that_fit (font, &box));

  box.y += box.height - lines->len * patron_text_line_height (font);
  return box;
}

/* patron_deck_place_slide:
 *
 * Gives each part of a slide its place.
 */
void
patron_deck_place_slide (PatronDeck  *self,
                         PatronSlide *slide)
{
  double top = patron_deck_title_box.y + patron_deck_title_box.height;

  if (slide->kind == PATRON_SLIDE_COVER)
    {
      fit_title (self, slide, &patron_deck_cover_title_box, COVER_TITLE_SIZE);
      return;
    }
  fit_title (self, slide, &patron_deck_title_box, PATRON_DECK_TITLE_SIZE);
  if (slide->subtitle != NULL)
    top = patron_deck_subtitle_box.y + patron_deck_subtitle_box.height;
  slide->box = patron_deck_body_box;
  slide->box.y = top + BODY_GAP;
  slide->box.height
      = patron_deck_body_box.y + patron_deck_body_box.height - slide->box.y;
}

static void
add_cell (PatronDeck       *deck,
          PatronSlide      *slide,
          const PatronFont *font,
          const char       *text,
          guint             column,
          double            left,
          double            top,
          double            height,
          PatronColour      colour)
{
  PatronBox box = { left + PATRON_DECK_CELL_PADDING, 0,
                    slide->widths[column] - 2 * PATRON_DECK_CELL_PADDING,
                    height };
  g_autofree char *clean = patron_text_clean (text);
  g_autoptr (GArray) lines
      = patron_text_wrap (deck->measurer, font, clean, box.width,
                          height > slide->row_height ? 2 : 1);

  box.y = top
          + (height - lines->len * patron_text_line_height (font)) / 2;
  add_block (deck, slide, PATRON_ROLE_TEXT, font, clean, &box, lines->len,
             slide->numeric[column] ? PATRON_ALIGN_RIGHT : PATRON_ALIGN_LEFT,
             colour);
}

static void
add_row (PatronDeck       *deck,
         PatronSlide      *slide,
         const PatronFont *font,
         char            **cells,
         double            top,
         double            height,
         PatronColour      colour)
{
  double left = slide->box.x;

  for (guint i = 0; slide->columns[i] != NULL; i++)
    {
      add_cell (deck, slide, font, cells[i], i, left, top, height, colour);
      left += slide->widths[i];
    }
}

static void
add_table (PatronDeck  *deck,
           PatronSlide *slide)
{
  PatronFont head = patron_theme_font (&deck->theme, PATRON_DECK_TABLE_SIZE,
                                       700);
  PatronFont plain = patron_theme_font (&deck->theme, PATRON_DECK_TABLE_SIZE,
                                        400);
  double right = slide->box.x + slide->box.width;
  double top = slide->box.y;

  plain.tabular = TRUE;
  add_row (deck, slide, &head, slide->columns, top, slide->row_height,
           deck->theme.text);
  top += slide->row_height;
  patron_scene_add_line (slide->frame, PATRON_ROLE_AXIS, slide->box.x, top,
                         right, top, deck->theme.axis, 1.5);
  for (guint i = 0; i < slide->rows->len; i++)
    {
      add_row (deck, slide, &plain, g_ptr_array_index (slide->rows, i), top,
               slide->heights[i], deck->theme.text);
      top += slide->heights[i];
      patron_scene_add_line (slide->frame, PATRON_ROLE_GRID, slide->box.x,
                             top, right, top, deck->theme.grid, 1);
    }
}

/* patron_deck_measure_text:
 *
 * Returns: px that a heading and its text take, with the gap below
 */
double
patron_deck_measure_text (PatronDeck  *self,
                          char       **paragraph,
                          double       width)
{
  PatronFont heading = patron_theme_font (&self->theme, PATRON_DECK_HEADING_SIZE, 700);
  PatronFont plain = patron_theme_font (&self->theme, PATRON_DECK_TEXT_SIZE,
                                        400);
  g_autoptr (GArray) lines
      = patron_text_wrap (self->measurer, &plain, paragraph[1], width,
                            MAX_LINES);

  return patron_text_line_height (&heading)
         + lines->len * patron_text_line_height (&plain) + PARAGRAPH_GAP;
}

/* A text that is longer than a slide is cut at its end. */
static void
add_paragraphs (PatronDeck  *deck,
                PatronSlide *slide)
{
  PatronFont heading = patron_theme_font (&deck->theme, PATRON_DECK_HEADING_SIZE, 700);
  PatronFont plain = patron_theme_font (&deck->theme, PATRON_DECK_TEXT_SIZE,
                                        400);
  PatronBox box = slide->box;
  double bottom = box.y + box.height;

  for (guint i = 0; i < slide->rows->len; i++)
    {
      char **paragraph = g_ptr_array_index (slide->rows, i);
      double height = patron_deck_measure_text (deck, paragraph, box.width);
      PatronBox text = box;

      add_block (deck, slide, PATRON_ROLE_HEADING, &heading, paragraph[0],
                 &box, 1, PATRON_ALIGN_LEFT,
                 deck->theme.tones[PATRON_TONE_ACCENT]);
      text.y += patron_text_line_height (&heading);
      text.height = bottom - text.y;
      add_block (deck, slide, PATRON_ROLE_TEXT, &plain, paragraph[1], &text,
                 lines_that_fit (&plain, &text), PATRON_ALIGN_LEFT,
                 deck->theme.text);
      box.y += height;
    }
}

static void
frame_cover (PatronDeck  *deck,
             PatronSlide *slide)
{
  PatronFont title = patron_theme_font (&deck->theme, slide->title_size, 700);
  PatronFont subtitle = patron_theme_font (&deck->theme, 28, 400);
  PatronFont note = patron_theme_font (&deck->theme, 18, 400);
  PatronItem *bar = patron_scene_add_rectangle (
      slide->frame, PATRON_ROLE_MARK, 96, 196, 96, 8);

  bar->fill = patron_theme_series (&deck->theme, 0);
  add_block (deck, slide, PATRON_ROLE_TITLE, &title, slide->title,
             &patron_deck_cover_title_box,
             lines_that_fit (&title, &patron_deck_cover_title_box),
             PATRON_ALIGN_LEFT, deck->theme.text);
  add_block (deck, slide, PATRON_ROLE_SUBTITLE, &subtitle, slide->subtitle,
             &patron_deck_cover_subtitle_box, 2, PATRON_ALIGN_LEFT,
             deck->theme.dim);
  add_block (deck, slide, PATRON_ROLE_NOTE, &note, slide->note,
             &patron_deck_cover_note_box, 1, PATRON_ALIGN_LEFT,
             deck->theme.dim);
}

static void
frame_content (PatronDeck  *deck,
               PatronSlide *slide,
               guint        number)
{
  PatronFont title = patron_theme_font (&deck->theme, slide->title_size, 700);
  PatronFont subtitle = patron_theme_font (&deck->theme,
                                           PATRON_DECK_SUBTITLE_SIZE, 400);
  PatronFont note = patron_theme_font (&deck->theme, PATRON_DECK_NOTE_SIZE,
                                       400);
  PatronBox title_box = place_title (deck, slide, &title);
  g_autofree char *page = g_strdup_printf ("%u", number);

  add_block (deck, slide, PATRON_ROLE_TITLE, &title, slide->title,
             &title_box, lines_that_fit (&title, &patron_deck_title_box),
             PATRON_ALIGN_LEFT, deck->theme.text);
  add_block (deck, slide, PATRON_ROLE_SUBTITLE, &subtitle, slide->subtitle,
             &patron_deck_subtitle_box, 1, PATRON_ALIGN_LEFT,
             deck->theme.dim);
  add_block (deck, slide, PATRON_ROLE_NOTE, &note, slide->note,
             &patron_deck_note_box, 1, PATRON_ALIGN_LEFT, deck->theme.dim);
  add_block (deck, slide, PATRON_ROLE_NOTE, &note, page,
             &patron_deck_number_box, 1, PATRON_ALIGN_RIGHT,
             deck->theme.dim);
  if (slide->kind == PATRON_SLIDE_TABLE)
    add_table (deck, slide);
  else if (slide->kind == PATRON_SLIDE_TEXT)
    add_paragraphs (deck, slide);
}

/* patron_deck_frame_slide:
 * @number: of the slide, from 1
 *
 * Paints all of a slide but its body.
 */
void
patron_deck_frame_slide (PatronDeck  *self,
                         PatronSlide *slide,
                         guint        number)
{
  PatronItem *paper;

  slide->frame = patron_scene_new (PATRON_DECK_WIDTH, PATRON_DECK_HEIGHT);
  paper = patron_scene_add_rectangle (slide->frame, PATRON_ROLE_BACKGROUND, 0,
                                      0, PATRON_DECK_WIDTH,
                                      PATRON_DECK_HEIGHT);
  paper->fill = self->theme.background;
  if (slide->kind == PATRON_SLIDE_COVER)
    frame_cover (self, slide);
  else
    frame_content (self, slide, number);
  if (self->theme.rtl)
    patron_scene_mirror (slide->frame);
}
