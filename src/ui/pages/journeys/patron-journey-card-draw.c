/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-card-private.h"

#include "patron-journey-look.h"

/* How a card is set and drawn. */

#define CORNER 4
#define STRIP 4      /* in the colour of the lane */
#define MAX_LINES 6  /* of a title */
#define DETAIL_SIZE 0.84
#define TICK_STEP 0.64 /* between the marks of the experience, in lines */

/* Text below the title is a little smaller. */
void
patron_journey_card_set_detail_font (PangoLayout *layout)
{
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (
          context));
  int size = pango_font_description_get_size (font) * DETAIL_SIZE;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, size);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

/* A title takes as many lines as it needs, up to a point. */
void
patron_journey_card_set_title_shape (PangoLayout *layout,
                                     int          width)
{
  pango_layout_set_width (
      layout, MAX (width - CARD_START - CARD_END, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -MAX_LINES);
}

/* How tall a line below the title is. */
int
patron_journey_card_get_line_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (widget, "Ág");
  int height;

  patron_journey_card_set_detail_font (layout);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* Forgets how text was set. */
void
patron_journey_card_drop_layouts (PatronJourneyCard *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->moment);
  g_clear_object (&self->contact);
  g_clear_object (&self->felt);
  g_clear_object (&self->evidence);
  g_clear_object (&self->icon);
}

static PangoLayout *
make_detail (PatronJourneyCard *self,
             const char        *text,
             gboolean           bold)
{
  PangoLayout *layout;

  if (text == NULL)
    return NULL;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  patron_journey_card_set_detail_font (layout);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (bold)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes,
                              pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  return layout;
}

/* Sets the text for a card of that width. */
void
patron_journey_card_make_layouts (PatronJourneyCard *self,
                                  int                width)
{
  g_autofree char *contact = patron_journey_face_get_contact (&self->face);
  g_autofree char *felt = NULL;

  patron_journey_card_drop_layouts (self);
  self->width = width;
  self->mark_y = -1;
  self->line = patron_journey_card_get_line_height (GTK_WIDGET (self));
  self->title
      = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->face.title);
  patron_journey_card_set_title_shape (self->title, width);
  if (self->compact)
    return;

  if (self->face.felt != PATRON_JOURNEY_UNSAID)
    felt = patron_journey_draw_scale (self->face.felt);
  self->moment = make_detail (self, self->face.moment_label, TRUE);
  self->contact = make_detail (self, contact, FALSE);
  self->felt = make_detail (self, felt, TRUE);
  self->evidence = make_detail (self, self->face.evidence, FALSE);
  if (self->face.channel_icon != NULL)
    self->icon = gtk_icon_theme_lookup_icon (
        gtk_icon_theme_get_for_display (
            gtk_widget_get_display (GTK_WIDGET (self))),
        self->face.channel_icon, NULL, self->line,
        gtk_widget_get_scale_factor (GTK_WIDGET (self)),
        gtk_widget_get_direction (GTK_WIDGET (self)),
        GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
}

/* What is drawn at @x from the start of a card @width wide. */
static float
mirror (PatronJourneyCard *self,
        float              x,
        float              width)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  return x;
}

/* Draws a line of text in what is left between @x and the end of the card;
 * returns how wide it is. */
static int
draw_text (PatronJourneyCard *self,
           GtkSnapshot       *snapshot,
           PangoLayout       *layout,
           PatronColour       colour,
           int                x,
           int                y,
           gboolean           at_end)
{
  int room = MAX (self->width - CARD_END - x, 1);
  GdkRGBA rgba = patron_journey_look_colour (colour);
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > room)
    {
      pango_layout_set_width (layout, room * PANGO_SCALE);
      width = room;
    }
  if (at_end)
    x = self->width - CARD_END - width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (mirror (self, x, width), y));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
  return width;
}

static void
draw_title (PatronJourneyCard *self,
            GtkSnapshot       *snapshot,
            PatronColour       colour)
{
  GdkRGBA rgba = patron_journey_look_colour (colour);
  int room = self->width - CARD_START - CARD_END;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (mirror (self, CARD_START, room), CARD_PADDING));
  gtk_snapshot_append_layout (snapshot, self->title, &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
draw_contact (PatronJourneyCard *self,
              GtkSnapshot       *snapshot,
              PatronColour       colour,
              int                y)
{
  int line = self->line;
  int x = CARD_START;

  if (self->icon != NULL)
    {
      int size = line * 0.8;
      GdkRGBA rgba = patron_journey_look_colour (colour);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (
          snapshot, &GRAPHENE_POINT_INIT (mirror (self, x, size),
                                          y + (line - size) / 2));
      gtk_symbolic_paintable_snapshot_symbolic (
          GTK_SYMBOLIC_PAINTABLE (self->icon), snapshot, size, size,
          (GdkRGBA[4]) { rgba, rgba, rgba, rgba }, 4);
      gtk_snapshot_restore (snapshot);
      x += size + 5;
    }
  draw_text (self, snapshot, self->contact, colour, x, y, FALSE);
}

/* A line from -2 to +2: a full disc for what is felt, a ring for what is
 * expected, and the number for those who do not want to count. All of it
 * grows with the text. */
static int
draw_experience (PatronJourneyCard *self,
                 GtkSnapshot       *snapshot,
                 PatronColour       text,
                 PatronColour       dim,
                 int                y)
{
  const PatronJourneyFace *face = &self->face;
  int step = MAX (self->line * TICK_STEP, 8);
  int ring = step | 1, disc = (step * 2 / 3) | 1; /* odd: they have a middle */
  int middle = y + self->line / 2;
  int x = CARD_START + ring / 2;

  patron_journey_look_fill (snapshot, dim, mirror (self, x, 4 * step + 1),
                            middle, 4 * step + 1, 1);
  for (int i = 0; i <= 4; i++)
    {
      int reach = i == 2 ? ring / 4 + 1 : ring / 4;

      patron_journey_look_fill (snapshot, dim, mirror (self, x + i * step, 1),
                                middle - reach, 1, 2 * reach + 1);
    }
  if (face->expected != PATRON_JOURNEY_UNSAID)
    patron_journey_look_ring (
        snapshot, text,
        mirror (self, x + (face->expected + 2) * step - ring / 2, ring),
        middle - ring / 2, ring, 1.5);
  if (face->felt != PATRON_JOURNEY_UNSAID)
    patron_journey_look_ring (
        snapshot, text,
        mirror (self, x + (face->felt + 2) * step - disc / 2, disc),
        middle - disc / 2, disc, disc / 2.0);
  x += 4 * step + ring / 2 + 7;
  if (self->felt != NULL)
    x += draw_text (self, snapshot, self->felt, text, x, y, FALSE) + 8;
  return x;
}

static void
draw_details (PatronJourneyCard *self,
              GtkSnapshot       *snapshot,
              PatronColour       text,
              PatronColour       dim,
              PatronColour       paper,
              int                y)
{
  const PatronJourneyFace *face = &self->face;
  int line = self->line;
  int x = CARD_START;

  if (self->moment != NULL)
    {
      int size = line * 0.7;
      PatronColour tone = patron_colour_readable (
          patron_journey_look_moment_tone (&self->theme, face->moment), paper,
          4.6);

      patron_journey_look_moment (snapshot, face->moment, tone,
                                  mirror (self, x, size),
                                  y + (line - size) / 2.0, size);
      draw_text (self, snapshot, self->moment, tone, x + size + 6, y, FALSE);
      y += line + CARD_GAP;
    }
  if (self->contact != NULL)
    {
      draw_contact (self, snapshot, dim, y);
      y += line + CARD_GAP;
    }
  if (face->expected != PATRON_JOURNEY_UNSAID
      || face->felt != PATRON_JOURNEY_UNSAID)
    {
      self->mark_y = y;
      x = draw_experience (self, snapshot, text, dim, y);
    }
  if (self->evidence != NULL)
    draw_text (self, snapshot, self->evidence, dim, x, y, x > CARD_START);
}

static void
draw_paper (PatronJourneyCard *self,
            GtkSnapshot       *snapshot,
            PatronColour       paper,
            int                height)
{
  gboolean plain = self->theme.kind == PATRON_THEME_HIGH_CONTRAST
                   || self->theme.kind == PATRON_THEME_HIGH_CONTRAST_DARK;
  PatronColour edge
      = self->selected ? self->theme.tones[PATRON_TONE_ACCENT]
        : plain        ? self->theme.axis
                       : patron_theme_tint (&self->theme, self->colour, 0.4);
  GdkRGBA rgba = patron_journey_look_colour (edge);
  float line = self->selected ? 2 : 1;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (0, 0, self->width, height), CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  patron_journey_look_fill (snapshot, paper, 0, 0, self->width, height);
  patron_journey_look_fill (snapshot, self->colour, mirror (self, 0, STRIP),
                            0, STRIP, height);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[4]) { line, line, line, line },
                              (GdkRGBA[4]) { rgba, rgba, rgba, rgba });
}

/**
 * patron_journey_card_draw:
 *
 * Draws the card: the paper in the colour of its lane, the title, and below
 * it what else is known.
 */
void
patron_journey_card_draw (PatronJourneyCard *self,
                          GtkSnapshot       *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);
  PatronColour paper = patron_theme_tint (&self->theme, self->colour, 0.12);
  PatronColour dim
      = patron_colour_readable (self->theme.dim, paper, 4.6);
  int height;

  if (self->title == NULL || self->width != width)
    patron_journey_card_make_layouts (self, width);
  draw_paper (self, snapshot, paper, gtk_widget_get_height (widget));
  draw_title (self, snapshot,
              self->face.untitled ? dim : self->theme.text);
  if (self->compact)
    return;
  pango_layout_get_pixel_size (self->title, NULL, &height);
  draw_details (self, snapshot, self->theme.text, dim, paper,
                CARD_PADDING + height + CARD_GAP);
}
