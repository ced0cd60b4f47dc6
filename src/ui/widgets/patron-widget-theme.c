/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-scene-view.h"

#include <adwaita.h>

#include "patron-pango.h"

/**
 * patron_theme_init_for_widget:
 * @theme: (out caller-allocates): set to the colours, the direction and the
 *   size of text that @widget has
 */
void
patron_theme_init_for_widget (PatronTheme *theme,
                              GtkWidget   *widget)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);
  int dpi = 0;

  if (adw_style_manager_get_high_contrast (style))
    patron_theme_init (theme, dark ? PATRON_THEME_HIGH_CONTRAST_DARK
                                   : PATRON_THEME_HIGH_CONTRAST);
  else
    patron_theme_init (theme, dark ? PATRON_THEME_DARK : PATRON_THEME_LIGHT);
  theme->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  if (dpi > 0)
    theme->text_scale = dpi / (96.0 * PANGO_SCALE);
}

/**
 * patron_widget_get_measurer:
 *
 * Returns: (transfer none): the measurer of all widgets, which knows what
 *   any of them measured before
 */
PatronMeasurer *
patron_widget_get_measurer (void)
{
  static PatronMeasurer *measurer;

  if (measurer == NULL)
    measurer = patron_pango_measurer_new ();
  return measurer;
}
