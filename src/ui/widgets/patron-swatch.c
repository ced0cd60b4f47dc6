/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-swatch.h"

#include "patron-style.h"

#define SIZE 20

/**
 * PatronSwatch:
 *
 * A small round patch of a colour, or a ring for no colour. For the eye
 * alone: what stands around it names the colour.
 */
struct _PatronSwatch
{
  GtkWidget parent_instance;

  char *colour; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PatronSwatch, patron_swatch, GTK_TYPE_WIDGET)

static void
patron_swatch_finalize (GObject *object)
{
  g_free (PATRON_SWATCH (object)->colour);

  G_OBJECT_CLASS (patron_swatch_parent_class)->finalize (object);
}

static void
patron_swatch_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
patron_swatch_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  PatronSwatch *self = PATRON_SWATCH (widget);
  int size = MIN (gtk_widget_get_width (widget),
                  gtk_widget_get_height (widget));
  float x = (float) (gtk_widget_get_width (widget) - size) / 2;
  float y = (float) (gtk_widget_get_height (widget) - size) / 2;
  GskRoundedRect circle;
  GdkRGBA colour, line;

  gsk_rounded_rect_init_from_rect (
      &circle, &GRAPHENE_RECT_INIT (x, y, (float) size, (float) size),
      (float) size / 2);
  if (self->colour != NULL && gdk_rgba_parse (&colour, self->colour))
    {
      gtk_snapshot_push_rounded_clip (snapshot, &circle);
      gtk_snapshot_append_color (snapshot, &colour, &circle.bounds);
      gtk_snapshot_pop (snapshot);
    }
  patron_style_get_color (widget, &line);
  line.alpha *= 0.3F;
  gtk_snapshot_append_border (snapshot, &circle,
                              (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ line, line, line, line });
}

static void
patron_swatch_class_init (PatronSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = patron_swatch_finalize;
  widget_class->measure = patron_swatch_measure;
  widget_class->snapshot = patron_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
patron_swatch_init (PatronSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * patron_swatch_new:
 * @colour: (nullable): such as #1a5fb4
 *
 * Returns: (transfer floating): a patch of that colour
 */
GtkWidget *
patron_swatch_new (const char *colour)
{
  PatronSwatch *self = g_object_new (PATRON_TYPE_SWATCH, NULL);

  patron_swatch_set_colour (self, colour);
  return GTK_WIDGET (self);
}

/**
 * patron_swatch_get_colour:
 *
 * Returns: (transfer none) (nullable): the colour
 */
const char *
patron_swatch_get_colour (PatronSwatch *self)
{
  return self->colour;
}

/**
 * patron_swatch_set_colour:
 * @colour: (nullable): such as #1a5fb4
 */
void
patron_swatch_set_colour (PatronSwatch *self,
                          const char   *colour)
{
  if (g_strcmp0 (self->colour, colour) == 0)
    return;
  g_free (self->colour);
  self->colour = g_strdup (colour);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
