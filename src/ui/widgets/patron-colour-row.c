/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-colour-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-mnemonic.h"
#include "patron-style.h"
#include "patron-swatch.h"

#define COLUMNS 5

/* Told apart by most eyes, and readable on light and dark. */
static const struct
{
  const char *colour;
  const char *name;
} palette[] = {
  { "#1c71d8", NC_("colour", "Blue") },
  { "#2190a4", NC_("colour", "Teal") },
  { "#26a269", NC_("colour", "Green") },
  { "#c88800", NC_("colour", "Yellow") },
  { "#e66100", NC_("colour", "Orange") },
  { "#c01c28", NC_("colour", "Red") },
  { "#d56199", NC_("colour", "Pink") },
  { "#813d9c", NC_("colour", "Purple") },
  { "#865e3c", NC_("colour", "Brown") },
  { "#5e5c64", NC_("colour", "Grey") },
};

/**
 * PatronColourRow:
 *
 * A row for a colour, or none.
 */
struct _PatronColourRow
{
  PatronRow parent_instance;

  GtkWidget    *button;
  GtkLabel     *name;
  PatronSwatch *swatch;
  GtkPopover   *popover;
};

G_DEFINE_FINAL_TYPE (PatronColourRow, patron_colour_row, PATRON_TYPE_ROW)

static void
patron_colour_row_clicked (PatronRow *row)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (PATRON_COLOUR_ROW (row)->button));
}

static void
patron_colour_row_class_init (PatronColourRowClass *klass)
{
  PATRON_ROW_CLASS (klass)->clicked = patron_colour_row_clicked;
}

static void
choose (PatronColourRow *self,
        const char      *colour)
{
  gtk_popover_popdown (self->popover);
  if (g_strcmp0 (patron_swatch_get_colour (self->swatch), colour) == 0)
    return;
  patron_colour_row_set_colour (self, colour);
  patron_row_commit (PATRON_ROW (self));
}

static void
swatch_cb (GtkButton       *button,
           PatronColourRow *self)
{
  choose (self, patron_swatch_get_colour (
                    PATRON_SWATCH (gtk_button_get_child (button))));
}

static void
none_cb (PatronColourRow *self)
{
  choose (self, NULL);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PatronColourRow) self = data;
  GdkRGBA rgba;
  g_autofree char *colour = NULL;

  if (!patron_choose_colour_finish (result, &rgba))
    return;
  colour = g_strdup_printf ("#%02x%02x%02x",
                            (guint) lroundf (rgba.red * 255),
                            (guint) lroundf (rgba.green * 255),
                            (guint) lroundf (rgba.blue * 255));
  choose (self, colour);
}

static void
other_cb (PatronColourRow *self)
{
  const char *colour = patron_swatch_get_colour (self->swatch);
  GdkRGBA rgba;
  gboolean known = colour != NULL && gdk_rgba_parse (&rgba, colour);

  gtk_popover_popdown (self->popover);
  patron_choose_colour_async (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      _("Choose a Colour"), known ? &rgba : NULL, chosen_cb,
      g_object_ref (self));
}

static GtkWidget *
make_grid (PatronColourRow *self)
{
  GtkWidget *grid = gtk_grid_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (palette); i++)
    {
      const char *name
          = g_dpgettext2 (GETTEXT_PACKAGE, "colour", palette[i].name);
      GtkWidget *button = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (button),
                            patron_swatch_new (palette[i].colour));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "circular");
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_signal_connect (button, "clicked", G_CALLBACK (swatch_cb), self);
      gtk_grid_attach (GTK_GRID (grid), button, (int) i % COLUMNS,
                       (int) i / COLUMNS, 1, 1);
    }
  return grid;
}

static GtkWidget *
make_popover (PatronColourRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *none = patron_mnemonic_button_new (_("_None"));
  GtkWidget *other = patron_mnemonic_button_new (_("_Other…"));

  gtk_widget_add_css_class (none, "flat");
  gtk_widget_add_css_class (other, "flat");
  g_signal_connect_swapped (none, "clicked", G_CALLBACK (none_cb), self);
  g_signal_connect_swapped (other, "clicked", G_CALLBACK (other_cb), self);
  gtk_box_append (GTK_BOX (box), make_grid (self));
  gtk_box_append (GTK_BOX (box), none);
  gtk_box_append (GTK_BOX (box), other);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
update_name (PatronColourRow *self)
{
  const char *colour = patron_swatch_get_colour (self->swatch);
  const char *name = colour != NULL ? colour : _("None");

  for (gsize i = 0; i < G_N_ELEMENTS (palette); i++)
    if (g_strcmp0 (colour, palette[i].colour) == 0)
      name = g_dpgettext2 (GETTEXT_PACKAGE, "colour", palette[i].name);
  gtk_label_set_text (self->name, name);
}

static void
patron_colour_row_init (PatronColourRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *swatch = patron_swatch_new (NULL);

  self->button = gtk_menu_button_new ();
  self->name = GTK_LABEL (name);
  self->swatch = PATRON_SWATCH (swatch);
  self->popover = GTK_POPOVER (make_popover (self));
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), name);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button),
                                         TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button),
                               GTK_WIDGET (self->popover));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  patron_row_set_control (PATRON_ROW (self), self->button, self->button,
                          FALSE);
  update_name (self);
}

/**
 * patron_colour_row_new:
 *
 * Returns: (transfer floating): a row for a colour
 */
PatronRow *
patron_colour_row_new (void)
{
  return g_object_new (PATRON_TYPE_COLOUR_ROW, NULL);
}

/**
 * patron_colour_row_get_colour:
 *
 * Returns: (transfer none) (nullable): the colour, such as #1a5fb4
 */
const char *
patron_colour_row_get_colour (PatronColourRow *self)
{
  return patron_swatch_get_colour (self->swatch);
}

/**
 * patron_colour_row_set_colour:
 * @colour: (nullable): such as #1a5fb4
 */
void
patron_colour_row_set_colour (PatronColourRow *self,
                              const char      *colour)
{
  patron_swatch_set_colour (self->swatch, colour);
  update_name (self);
}
