/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-portraits"

/* The poster of a pen portrait: what will be exported, on the screen. */

#include "config.h"

#include "patron-portraits-page-private.h"

#include <glib/gi18n-lib.h>

#include "patron-figure.h"
#include "patron-mnemonic.h"

/* A narrow window scrolls over a long poster that can be read in it. */
#define STRIP_WIDTH 440
#define STRIP_HEIGHT 1320

static PatronScene *
lay_out_cb (const PatronTheme *theme,
            PatronMeasurer    *measurer,
            double             width,
            double             height,
            gpointer           data)
{
  PatronPortraitsPage *self = data;

  if (self->shown == NULL || !patron_record_get_exists (self->shown)
      || !patron_record_is (self->shown, "portrait"))
    return NULL;
  return patron_figure_layout (patron_page_get_document (PATRON_PAGE (self)),
                               PATRON_FIGURE_PORTRAIT, self->shown, theme,
                               measurer, width, height);
}

/* What is pointed at in the poster is edited in its form. */
static void
activated_cb (PatronPortraitsPage *self,
              gint64               id)
{
  g_autoptr (PatronRecord) record = NULL;

  if (id == 0)
    return;
  record = patron_document_find_record (
      patron_page_get_document (PATRON_PAGE (self)), id);
  gtk_toggle_button_set_active (self->poster_button, FALSE);
  if (record != NULL)
    patron_page_show_record (PATRON_PAGE (self), record);
}

static void
folded_cb (PatronPortraitsPage *self)
{
  double width, height;

  patron_figure_get_size (PATRON_FIGURE_PORTRAIT, &width, &height);
  if (patron_split_get_folded (self->split))
    patron_scene_view_set_page_size (self->poster, STRIP_WIDTH,
                                     STRIP_HEIGHT);
  else
    patron_scene_view_set_page_size (self->poster, width, height);
}

/**
 * patron_portraits_page_update_poster:
 *
 * Shows the poster of what is selected.
 */
void
patron_portraits_page_update_poster (PatronPortraitsPage *self)
{
  gboolean portrait
      = self->shown != NULL && patron_record_is (self->shown, "portrait");

  gtk_widget_set_sensitive (GTK_WIDGET (self->poster_button), portrait);
  if (portrait)
    {
      g_autofree char *title = patron_record_get_title (self->shown);
      g_autofree char *label = NULL;

      /* Translators: the name of a pen portrait. */
      label = g_strdup_printf (_("Poster of %s"), title);
      patron_scene_view_set_label (self->poster, label);
    }
  patron_scene_view_refresh (self->poster);
}

/**
 * patron_portraits_page_add_poster:
 *
 * Adds the poster to the page, and the button that shows it.
 */
void
patron_portraits_page_add_poster (PatronPortraitsPage *self)
{
  GtkWidget *button = gtk_toggle_button_new_with_mnemonic (_("_Poster"));
  GtkWidget *view = patron_scene_view_new (_("Poster"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  patron_mnemonic_name (button);
  self->poster_button = GTK_TOGGLE_BUTTON (button);
  self->poster = PATRON_SCENE_VIEW (view);
  gtk_widget_set_tooltip_text (button, _("Show the Poster"));
  gtk_widget_add_css_class (view, "patron-sheet");
  gtk_widget_set_valign (view, GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_stack_add_named (self->content, scrolled, "poster");
  patron_split_add_end (self->split, button);

  patron_scene_view_set_func (self->poster, lay_out_cb, self, NULL);
  folded_cb (self);
  g_signal_connect_object (button, "toggled",
                           G_CALLBACK (patron_portraits_page_show_content),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::folded",
                           G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
}
