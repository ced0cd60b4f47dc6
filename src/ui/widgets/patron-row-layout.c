/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

/* Two children beside each other, in the middle of the height: the second has
 * its natural width, the first the rest.
 *
 * A horizontal box whose children are aligned to the center would do the
 * same. But to align one, GTK asks how narrow it could be at its height, and
 * finds that out by laying its text out at a dozen widths, in each row of a
 * form. That was a third of the time until the first frame. */

#include "patron-row-layout.h"

#define SPACING 6

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_widths (GtkWidget *widget,
                int       *minimum,
                int       *natural)
{
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *child = i == 0 ? gtk_widget_get_first_child (widget)
                                : gtk_widget_get_last_child (widget);

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum[i],
                          &natural[i], NULL, NULL);
    }
}

/* How a width is shared: what is shown may be long, but the label in front of
 * it stays to be read. */
static void
share (GtkWidget *widget,
       int        width,
       int       *widths)
{
  int minimum[2], natural[2];
  int label;

  measure_widths (widget, minimum, natural);
  label = MAX (minimum[0], MIN (natural[0], width * 2 / 5));
  widths[1] = CLAMP (width - SPACING - label, minimum[1], natural[1]);
  widths[0] = MAX (width - SPACING - widths[1], 0);
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
  int minima[2], naturals[2];
  int widths[2] = { -1, -1 };

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_widths (widget, minima, naturals);
      *minimum = minima[0] + SPACING + minima[1];
      *natural = naturals[0] + SPACING + naturals[1];
      return;
    }
  if (for_size >= 0)
    share (widget, for_size, widths);
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation,
                      widths[0], &minima[0], &naturals[0], NULL, NULL);
  gtk_widget_measure (gtk_widget_get_last_child (widget), orientation,
                      widths[1], &minima[1], &naturals[1], NULL, NULL);
  *minimum = MAX (minima[0], minima[1]);
  *natural = MAX (naturals[0], naturals[1]);
}

static void
place (GtkWidget *child,
       int        x,
       int        width,
       int        height)
{
  GtkAllocation place = { .x = x, .width = width };
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum,
                      &natural, NULL, NULL);
  place.height = MAX (MIN (natural, height), minimum);
  place.y = (height - place.height) / 2;
  gtk_widget_size_allocate (child, &place, -1);
}

static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  gboolean mirrored
      = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int widths[2];

  share (widget, width, widths);
  place (gtk_widget_get_first_child (widget),
         mirrored ? widths[1] + SPACING : 0, widths[0], height);
  place (gtk_widget_get_last_child (widget),
         mirrored ? 0 : widths[0] + SPACING, widths[1], height);
}

/**
 * patron_row_layout_new:
 *
 * Returns: (transfer full): the layout of a widget with exactly two visible
 *   children
 */
GtkLayoutManager *
patron_row_layout_new (void)
{
  return gtk_custom_layout_new (get_request_mode, measure, allocate);
}
