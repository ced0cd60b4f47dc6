/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

/* The slides of a presentation as they will be, one below the other. */

#include "config.h"

#include "patron-deck-preview.h"

#include <glib/gi18n-lib.h>

#include "patron-dialog.h"
#include "patron-texture.h"

/* px of a slide in the preview: sharp on screens of twice the density */
#define PICTURE_WIDTH 1280

#define PATRON_TYPE_DECK_PREVIEW (patron_deck_preview_get_type ())

G_DECLARE_FINAL_TYPE (PatronDeckPreview, patron_deck_preview, PATRON,
                      DECK_PREVIEW, PatronDialog)

struct _PatronDeckPreview
{
  PatronDialog  parent_instance;

  PatronDeck   *deck; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PatronDeckPreview, patron_deck_preview,
                     PATRON_TYPE_DIALOG)

/**
 * patron_deck_picture_new:
 * @slide: which; where there is none, the picture is of white paper
 * @width: in px
 *
 * Returns: (transfer full): a picture of a slide
 */
GdkTexture *
patron_deck_picture_new (const PatronDeck *deck,
                         guint             slide,
                         int               width)
{
  double scale = width / PATRON_DECK_WIDTH;
  int height = (int) (PATRON_DECK_HEIGHT * scale);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  if (slide < patron_deck_get_n_slides (deck))
    patron_deck_draw_slide (deck, slide, cr);
  cairo_destroy (cr);
  return patron_texture_new_for_surface (surface);
}

static void
patron_deck_preview_finalize (GObject *object)
{
  g_clear_pointer (&PATRON_DECK_PREVIEW (object)->deck, patron_deck_free);

  G_OBJECT_CLASS (patron_deck_preview_parent_class)->finalize (object);
}

static void
patron_deck_preview_class_init (PatronDeckPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = patron_deck_preview_finalize;
}

static void
patron_deck_preview_init (PatronDeckPreview *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 760, 640);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *picture = gtk_picture_new ();

  gtk_widget_add_css_class (picture, "slide-page");
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_list_item_set_child (item, picture);
}

static void
bind_cb (PatronDeckPreview *self,
         GtkListItem       *item)
{
  GtkPicture *picture = GTK_PICTURE (gtk_list_item_get_child (item));
  guint slide = gtk_list_item_get_position (item);
  g_autoptr (GdkTexture) texture
      = patron_deck_picture_new (self->deck, slide, PICTURE_WIDTH);

  gtk_picture_set_paintable (picture, GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (
      picture, patron_deck_get_slide_title (self->deck, slide));
}

/* Only what is seen is painted and kept. */
static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  gtk_picture_set_paintable (GTK_PICTURE (gtk_list_item_get_child (item)),
                             NULL);
}

static GtkWidget *
new_list (PatronDeckPreview *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *slides = gtk_string_list_new (NULL);
  GtkWidget *list, *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < patron_deck_get_n_slides (self->deck); i++)
    gtk_string_list_append (slides,
                            patron_deck_get_slide_title (self->deck, i));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  list = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (slides))),
      factory);
  gtk_widget_add_css_class (list, "slide-pages");
  /* The least height of a picture is none. */
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (list),
                                     GTK_SCROLL_NATURAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Slides"),
                                  -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

/**
 * patron_deck_preview_present:
 * @deck: (transfer full): a presentation with slides
 *
 * Shows the slides.
 */
void
patron_deck_preview_present (GtkWindow  *parent,
                             PatronDeck *deck)
{
  PatronDeckPreview *self = g_object_new (PATRON_TYPE_DECK_PREVIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n = patron_deck_get_n_slides (deck);
  g_autofree char *count
      = g_strdup_printf (ngettext ("%u slide", "%u slides", n), n);
  GtkWidget *bar = adw_header_bar_new ();

  self->deck = deck;
  gtk_window_set_title (GTK_WINDOW (self), _("Preview"));
  adw_header_bar_set_title_widget (
      ADW_HEADER_BAR (bar), adw_window_title_new (_("Preview"), count));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), new_list (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  patron_dialog_present (PATRON_DIALOG (self), parent);
}
