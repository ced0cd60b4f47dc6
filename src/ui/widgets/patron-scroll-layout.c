/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

/* One child that scrolls up and down, as large as there is room.
 *
 * A scrolled window asks how high its content would like to be, although it
 * scrolls: then all the text of a form is laid out for a width that the form
 * does not get in the end. Here nobody asks. */

#include "patron-scroll-layout.h"

/* Some lines, as scrolled windows have by themselves. */
#define MIN_HEIGHT 46

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
measure (GtkWidget     *widget,
         GtkOrientation orientation,
         int            for_size,
         int           *minimum,
         int           *natural,
         int           *minimum_baseline,
         int           *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, -1,
                        minimum, natural, NULL, NULL);
  else
    *minimum = *natural = MIN_HEIGHT;
}

static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget),
                            &(GtkAllocation){ 0, 0, width, height }, -1);
}

/**
 * patron_scroll_layout_new:
 *
 * Returns: (transfer full): the layout of a widget with exactly one child, a
 *   scrolled window that has no horizontal scrollbar
 */
GtkLayoutManager *
patron_scroll_layout_new (void)
{
  return gtk_custom_layout_new (get_request_mode, measure, allocate);
}
