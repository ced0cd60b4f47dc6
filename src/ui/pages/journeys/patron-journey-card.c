/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-card.h"

#include "patron-journey-look.h"

#define CORNER 4
#define STRIP 4        /* in the colour of the lane */
#define START 12       /* from the edge to the text, the strip included */
#define END 8
#define PADDING 6      /* above and below the text */
#define GAP 2          /* between lines below the title */
#define MAX_LINES 6    /* of a title */
#define DETAIL_SIZE 0.84
#define TICK_STEP 10   /* between the marks of the experience */

/**
 * PatronJourneyCard:
 *
 * A card of a journey map. One widget shows many records in its life: the
 * map has only as many as fit on the screen. It is drawn rather than built
 * from labels, so that its height is known without it.
 */
struct _PatronJourneyCard
{
  GtkWidget          parent_instance;

  PatronRecord      *record; /* (owned) (nullable) */
  PatronJourneyFace  face;
  PatronTheme        theme;
  PatronColour       colour;
  gboolean           compact;
  gboolean           selected;
  char              *cell;   /* (owned) (nullable): names of lane and stage */

  int                width;  /* that the layouts are for */
  int                line;   /* height of a line below the title */
  int                mark_y; /* where the experience is drawn, or -1 */
  PangoLayout       *title;  /* (owned) (nullable) */
  PangoLayout       *moment; /* (owned) (nullable) */
  PangoLayout       *contact; /* (owned) (nullable) */
  PangoLayout       *felt;   /* (owned) (nullable) */
  PangoLayout       *evidence; /* (owned) (nullable) */
  GtkIconPaintable  *icon;   /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PatronJourneyCard, patron_journey_card, GTK_TYPE_WIDGET)

static void
set_detail_font (PangoLayout *layout)
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

static void
set_title_shape (PangoLayout *layout,
                 int          width)
{
  pango_layout_set_width (layout, MAX (width - START - END, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -MAX_LINES);
}

static int
get_line_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (widget, "Ág");
  int height;

  set_detail_font (layout);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/**
 * patron_journey_sizer_init:
 * @card: any card of the map, for its font
 * @width: of all cards
 * @compact: whether cards are their titles alone
 */
void
patron_journey_sizer_init (PatronJourneySizer *self,
                           GtkWidget          *card,
                           int                 width,
                           gboolean            compact)
{
  self->layout = gtk_widget_create_pango_layout (card, NULL);
  set_title_shape (self->layout, width);
  self->line = get_line_height (card);
  self->compact = compact;
}

void
patron_journey_sizer_clear (PatronJourneySizer *self)
{
  g_clear_object (&self->layout);
}

/**
 * patron_journey_sizer_measure:
 *
 * Returns: how tall @card stands on the map
 */
int
patron_journey_sizer_measure (PatronJourneySizer *self,
                              PatronRecord       *card)
{
  const char *title = patron_record_get_text (card, "title");
  g_autofree char *text = title != NULL ? patron_journey_cut_title (title)
                                        : patron_record_get_title (card);
  guint n = self->compact ? 0 : patron_journey_count_details (card);
  int height;

  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  return 2 * PADDING + height + n * (self->line + GAP);
}

static void
drop_layouts (PatronJourneyCard *self)
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
  set_detail_font (layout);
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

static void
make_layouts (PatronJourneyCard *self,
              int                width)
{
  g_autofree char *contact = patron_journey_face_get_contact (&self->face);
  g_autofree char *felt = NULL;

  drop_layouts (self);
  self->width = width;
  self->mark_y = -1;
  self->line = get_line_height (GTK_WIDGET (self));
  self->title
      = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->face.title);
  set_title_shape (self->title, width);
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
  int room = MAX (self->width - END - x, 1);
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
    x = self->width - END - width;
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
  int room = self->width - START - END;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (mirror (self, START, room), PADDING));
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
  int x = START;

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
 * expected, and the number for those who do not want to count. */
static int
draw_experience (PatronJourneyCard *self,
                 GtkSnapshot       *snapshot,
                 PatronColour       text,
                 PatronColour       dim,
                 int                y)
{
  const PatronJourneyFace *face = &self->face;
  int middle = y + self->line / 2;
  int x = START + 5;

  patron_journey_look_fill (snapshot, dim,
                            mirror (self, x, 4 * TICK_STEP + 1), middle,
                            4 * TICK_STEP + 1, 1);
  for (int i = 0; i <= 4; i++)
    {
      int reach = i == 2 ? 3 : 2;

      patron_journey_look_fill (snapshot, dim,
                                mirror (self, x + i * TICK_STEP, 1),
                                middle - reach, 1, 2 * reach + 1);
    }
  if (face->expected != PATRON_JOURNEY_UNSAID)
    patron_journey_look_ring (
        snapshot, text,
        mirror (self, x + (face->expected + 2) * TICK_STEP - 5, 11),
        middle - 5, 11, 1.5);
  if (face->felt != PATRON_JOURNEY_UNSAID)
    patron_journey_look_ring (
        snapshot, text,
        mirror (self, x + (face->felt + 2) * TICK_STEP - 3, 7), middle - 3, 7,
        3.5);
  x += 4 * TICK_STEP + 12;
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
  int x = START;

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
      y += line + GAP;
    }
  if (self->contact != NULL)
    {
      draw_contact (self, snapshot, dim, y);
      y += line + GAP;
    }
  if (face->expected != PATRON_JOURNEY_UNSAID
      || face->felt != PATRON_JOURNEY_UNSAID)
    {
      self->mark_y = y;
      x = draw_experience (self, snapshot, text, dim, y);
    }
  if (self->evidence != NULL)
    draw_text (self, snapshot, self->evidence, dim, x, y, x > START);
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

static void
patron_journey_card_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  PatronJourneyCard *self = PATRON_JOURNEY_CARD (widget);
  int width = gtk_widget_get_width (widget);
  PatronColour paper = patron_theme_tint (&self->theme, self->colour, 0.12);
  PatronColour dim
      = patron_colour_readable (self->theme.dim, paper, 4.6);
  int height;

  if (self->record == NULL)
    return;
  if (self->title == NULL || self->width != width)
    make_layouts (self, width);
  draw_paper (self, snapshot, paper, gtk_widget_get_height (widget));
  draw_title (self, snapshot,
              self->face.untitled ? dim : self->theme.text);
  if (self->compact)
    return;
  pango_layout_get_pixel_size (self->title, NULL, &height);
  draw_details (self, snapshot, self->theme.text, dim, paper,
                PADDING + height + GAP);
}

/* Whether a part of what the card says cannot be read on it. */
static gboolean
is_cut (PatronJourneyCard *self)
{
  const char *title = patron_record_get_text (self->record, "title");

  return self->compact || g_strcmp0 (title, self->face.title) != 0
         || (self->title != NULL && pango_layout_is_ellipsized (self->title))
         || (self->contact != NULL
             && pango_layout_is_ellipsized (self->contact));
}

/* The tooltip says what is cut off, or what the marks mean. */
static gboolean
query_tooltip_cb (PatronJourneyCard *self,
                  int                x,
                  int                y,
                  gboolean           keyboard,
                  GtkTooltip        *tooltip)
{
  g_autofree char *details = NULL;
  g_autofree char *text = NULL;

  if (self->record == NULL)
    return FALSE;
  if (!keyboard && !is_cut (self)
      && (self->mark_y < 0 || y < self->mark_y
          || y > self->mark_y + self->line))
    return FALSE;
  details = patron_journey_face_describe (&self->face);
  text = g_strjoin (*details != '\0' ? "\n" : "", self->face.title, details,
                    NULL);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
patron_journey_card_dispose (GObject *object)
{
  PatronJourneyCard *self = PATRON_JOURNEY_CARD (object);

  drop_layouts (self);
  g_clear_object (&self->record);
  g_clear_pointer (&self->cell, g_free);
  patron_journey_face_clear (&self->face);

  G_OBJECT_CLASS (patron_journey_card_parent_class)->dispose (object);
}

static void
patron_journey_card_class_init (PatronJourneyCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_journey_card_dispose;
  widget_class->snapshot = patron_journey_card_snapshot;

  gtk_widget_class_set_css_name (widget_class, "journeycard");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
patron_journey_card_init (PatronJourneyCard *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb),
                    NULL);
}

GtkWidget *
patron_journey_card_new (void)
{
  return g_object_new (PATRON_TYPE_JOURNEY_CARD, NULL);
}

static void
update_accessible (PatronJourneyCard *self)
{
  g_autofree char *details = patron_journey_face_describe (&self->face);
  g_autofree char *text
      = g_strjoin (*details != '\0' ? "\n" : "",
                   self->cell != NULL ? self->cell : "", details, NULL);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->face.title,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/**
 * patron_journey_card_show:
 * @colour: of the lane
 * @compact: whether to show the title alone
 *
 * Shows a record, or the same again after something has changed.
 */
void
patron_journey_card_show (PatronJourneyCard *self,
                          PatronDocument    *document,
                          PatronRecord      *record,
                          PatronColour       colour,
                          gboolean           compact)
{
  PatronJourneyFace face;
  PatronTheme theme;

  patron_journey_face_load (&face, document, record);
  patron_journey_look_init (&theme, GTK_WIDGET (self));
  if (self->record == record && self->colour == colour
      && self->compact == compact && self->theme.kind == theme.kind
      && patron_journey_face_equal (&self->face, &face))
    {
      patron_journey_face_clear (&face);
      return;
    }

  g_set_object (&self->record, record);
  patron_journey_face_clear (&self->face);
  self->face = face;
  self->theme = theme;
  self->colour = colour;
  self->compact = compact;
  drop_layouts (self);
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * patron_journey_card_place:
 * @cell: names of the lane and the stage
 *
 * Says where the card stands, for those who cannot see it.
 */
void
patron_journey_card_place (PatronJourneyCard *self,
                           const char        *cell)
{
  if (g_strcmp0 (self->cell, cell) == 0)
    return;
  g_free (self->cell);
  self->cell = g_strdup (cell);
  if (self->record != NULL)
    update_accessible (self);
}

/* How tall what is drawn is: for tests, which compare it with the room that
 * the sizer has found out. */
int
patron_journey_card_measure (PatronJourneyCard *self)
{
  const PatronJourneyFace *face = &self->face;
  int height, n = 0;

  make_layouts (self, gtk_widget_get_width (GTK_WIDGET (self)));
  pango_layout_get_pixel_size (self->title, NULL, &height);
  if (!self->compact)
    n = (self->moment != NULL) + (self->contact != NULL)
        + (self->evidence != NULL || face->felt != PATRON_JOURNEY_UNSAID
           || face->expected != PATRON_JOURNEY_UNSAID);
  return 2 * PADDING + height + n * (self->line + GAP);
}

/* Forgets how text was set: the font or the direction is another one. */
void
patron_journey_card_restyle (PatronJourneyCard *self)
{
  drop_layouts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

PatronRecord *
patron_journey_card_get_record (PatronJourneyCard *self)
{
  return self->record;
}

void
patron_journey_card_set_selected (PatronJourneyCard *self,
                                  gboolean           selected)
{
  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
