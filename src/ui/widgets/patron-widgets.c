/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-widgets.h"

#include "patron-style.h"
#include "patron-widgets-resources.h"

/**
 * patron_widgets_init:
 *
 * Adds the style sheet of the widgets. Called once, when the display is
 * there.
 */
void
patron_widgets_init (void)
{
  patron_widgets_register_resource ();
  patron_style_add_resource (
      "/io/github/patron_app/Patron/widgets/patron-widgets.css");
}
