/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "patron-goals-toolbar.h"

/* A row of widgets, two of which give way where there is no room: the second
 * before the first. What is left over goes before the second. */

#define SPACING 3
#define PADDING 6
#define MOST 8

typedef struct
{
  guint             n;
  guint             first;
  guint             second;
  gboolean          first_shown;
  PatronToolbarFunc changed;
  gpointer          data;
} Toolbar;

static Toolbar *
get_toolbar (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "patron-goals-toolbar");
}

/* The first takes less than it would like before it gives way; how much less
 * is what this returns. */
static int
measure_children (GtkWidget *widget,
                  int       *widths)
{
  guint first = get_toolbar (widget)->first;
  int minimum, natural;
  int less = 0;
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (guint i = 0; child != NULL && i < MOST;
       i++, child = gtk_widget_get_next_sibling (child))
    {
      widths[i] = -1;
      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                          &natural, NULL, NULL);
      widths[i] = i == first ? minimum : natural;
      less += natural - widths[i];
    }
  return less;
}

static int
sum (const Toolbar *self,
     const int     *widths,
     gboolean       first,
     gboolean       second)
{
  int total = 2 * PADDING - SPACING;

  for (guint i = 0; i < self->n; i++)
    if (widths[i] >= 0 && (i != self->first || first)
        && (i != self->second || second))
      total += widths[i] + SPACING;
  return total;
}

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
  Toolbar *self = get_toolbar (widget);
  int widths[MOST];

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int less = measure_children (widget, widths);

      *minimum = sum (self, widths, FALSE, FALSE);
      *natural = sum (self, widths, TRUE, TRUE) + less;
      return;
    }
  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height;

      gtk_widget_measure (child, orientation, -1, &height, NULL, NULL, NULL);
      *minimum = MAX (*minimum, height);
    }
  *minimum += 2 * PADDING;
  *natural = *minimum;
}

static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  Toolbar *self = get_toolbar (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int widths[MOST];
  gboolean first, second;
  int x = PADDING;
  int rest, less;

  less = measure_children (widget, widths);
  second = sum (self, widths, TRUE, TRUE) <= width;
  first = sum (self, widths, TRUE, FALSE) <= width;
  rest = MAX (0, width - sum (self, widths, first, second));
  less = first ? MIN (less, rest) : 0;
  widths[self->first] += less;
  rest -= less;
  for (guint i = 0; child != NULL && i < self->n;
       i++, child = gtk_widget_get_next_sibling (child))
    {
      gboolean shown = (i != self->first || first)
                       && (i != self->second || second);
      GtkAllocation place = { .y = PADDING, .height = height - 2 * PADDING };

      if (i == self->second)
        x += rest;
      gtk_widget_set_child_visible (child, shown);
      if (!shown || widths[i] < 0)
        continue;
      place.width = widths[i];
      place.x = rtl ? width - x - widths[i] : x;
      gtk_widget_size_allocate (child, &place, -1);
      x += widths[i] + SPACING;
    }
  if (first != self->first_shown)
    {
      self->first_shown = first;
      self->changed (first, self->data);
    }
}

/**
 * patron_goals_toolbar_new:
 * @children: (array length=n_children) (transfer floating): what it holds, 8
 *   at most
 * @first: the index of the one that gives way last
 * @second: the index of the one that gives way first
 * @changed: told when the first gives way or comes back
 * @data: passed to @changed; must live as long as the toolbar
 *
 * Returns: (transfer floating): the toolbar
 */
GtkWidget *
patron_goals_toolbar_new (GtkWidget *const *children,
                          guint             n_children,
                          guint             first,
                          guint             second,
                          PatronToolbarFunc changed,
                          gpointer          data)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  Toolbar *self = g_new (Toolbar, 1);

  g_return_val_if_fail (n_children <= MOST, NULL);

  *self = (Toolbar) { n_children, first, second, TRUE, changed, data };
  g_object_set_data_full (G_OBJECT (bar), "patron-goals-toolbar", self,
                          g_free);
  for (guint i = 0; i < n_children; i++)
    gtk_box_append (GTK_BOX (bar), children[i]);
  gtk_widget_set_layout_manager (
      bar, gtk_custom_layout_new (get_request_mode, measure, allocate));
  return bar;
}
