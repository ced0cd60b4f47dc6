/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-style.h"

/**
 * patron_style_get_color:
 * @color: (out caller-allocates): the colour that text has in @widget
 */
void
patron_style_get_color (GtkWidget *widget,
                        GdkRGBA   *color)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
}

/**
 * patron_style_add_resource:
 * @path: of a style sheet among the resources
 *
 * Adds the style sheet for everything on the display.
 */
void
patron_style_add_resource (const char *path)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (
      gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
      GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
response_cb (GtkDialog *dialog,
             int        response,
             GTask     *task)
{
  GdkRGBA colour;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (dialog), &colour);
  g_task_return_pointer (task,
                         response == GTK_RESPONSE_OK ? gdk_rgba_copy (&colour)
                                                     : NULL,
                         (GDestroyNotify) gdk_rgba_free);
  g_object_unref (task);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/**
 * patron_choose_colour_async:
 * @initial: (nullable): the colour that is shown first
 * @callback: calls patron_choose_colour_finish()
 *
 * Asks for any colour.
 */
void
patron_choose_colour_async (GtkWindow           *parent,
                            const char          *title,
                            const GdkRGBA       *initial,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GtkWidget *dialog = gtk_color_chooser_dialog_new (title, parent);
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, patron_choose_colour_async);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_color_chooser_set_use_alpha (GTK_COLOR_CHOOSER (dialog), FALSE);
  if (initial != NULL)
    gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (dialog), initial);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * patron_choose_colour_finish:
 * @colour: (out caller-allocates): the colour chosen
 *
 * Returns: whether one was chosen
 */
gboolean
patron_choose_colour_finish (GAsyncResult *result,
                             GdkRGBA      *colour)
{
  GdkRGBA *chosen = g_task_propagate_pointer (G_TASK (result), NULL);

  if (chosen == NULL)
    return FALSE;
  *colour = *chosen;
  gdk_rgba_free (chosen);
  return TRUE;
}
