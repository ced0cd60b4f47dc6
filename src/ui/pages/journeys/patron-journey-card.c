/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-card-private.h"

#include "patron-journey-look.h"

/**
 * PatronJourneyCard:
 *
 * A card of a journey map. One widget shows many records in its life: the
 * map has only as many as fit on the screen. It is drawn rather than built
 * from labels, so that its height is known without it.
 */
G_DEFINE_FINAL_TYPE (PatronJourneyCard, patron_journey_card, GTK_TYPE_WIDGET)

static void
patron_journey_card_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  PatronJourneyCard *self = PATRON_JOURNEY_CARD (widget);

  if (self->record != NULL)
    patron_journey_card_draw (self, snapshot);
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

  patron_journey_card_drop_layouts (self);
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
  patron_journey_card_drop_layouts (self);
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

  patron_journey_card_make_layouts (
      self, gtk_widget_get_width (GTK_WIDGET (self)));
  pango_layout_get_pixel_size (self->title, NULL, &height);
  if (!self->compact)
    n = (self->moment != NULL) + (self->contact != NULL)
        + (self->evidence != NULL || face->felt != PATRON_JOURNEY_UNSAID
           || face->expected != PATRON_JOURNEY_UNSAID);
  return 2 * CARD_PADDING + height + n * (self->line + CARD_GAP);
}

/* Forgets how text was set: the font or the direction is another one. */
void
patron_journey_card_restyle (PatronJourneyCard *self)
{
  patron_journey_card_drop_layouts (self);
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
