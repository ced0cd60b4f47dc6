/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-wrap.h"

#define SPACING 6

/**
 * PatronWrap:
 *
 * Sets its children one after the other, like words in a paragraph. A child
 * that expands takes what is left of its line.
 */
struct _PatronWrap
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PatronWrap, patron_wrap, GTK_TYPE_WIDGET)

static void
patron_wrap_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (patron_wrap_parent_class)->dispose (object);
}

static GtkSizeRequestMode
patron_wrap_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
child_width (GtkWidget *child,
             int        available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      &natural, NULL, NULL);
  return CLAMP (natural, minimum, MAX (minimum, available));
}

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Finds the end of the line that begins at @child, and how wide and high its
 * children are. */
static GtkWidget *
measure_line (GtkWidget *child,
              int        available,
              int       *width,
              int       *height)
{
  *width = 0;
  *height = 0;
  for (gboolean first = TRUE; child != NULL; first = FALSE)
    {
      int own = child_width (child, available);
      int minimum;

      if (!first && *width + SPACING + own > available)
        break;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, own, &minimum,
                          NULL, NULL, NULL);
      *width += own + (first ? 0 : SPACING);
      *height = MAX (*height, minimum);
      child = next_visible (gtk_widget_get_next_sibling (child));
    }
  return child;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));

  for (; child != NULL;
       child = next_visible (gtk_widget_get_next_sibling (child)))
    {
      int least, own;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &own,
                          NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += own + (*natural > 0 ? SPACING : 0);
    }
}

static void
patron_wrap_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  while (child != NULL)
    {
      int width, height;

      child = measure_line (child, for_size < 0 ? G_MAXINT / 2 : for_size,
                            &width, &height);
      *minimum += height + (*minimum > 0 ? SPACING : 0);
    }
  *natural = *minimum;
}

static void
allocate_line (GtkWidget *widget,
               GtkWidget *child,
               GtkWidget *end,
               int        y,
               int        height,
               int        left)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int available = gtk_widget_get_width (widget);
  int x = 0;

  for (; child != end;
       child = next_visible (gtk_widget_get_next_sibling (child)))
    {
      int width = child_width (child, available);
      GtkAllocation place;

      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          width += left;
          left = 0;
        }
      place = (GtkAllocation){ rtl ? available - x - width : x, y, width,
                               height };
      gtk_widget_size_allocate (child, &place, -1);
      x += width + SPACING;
    }
}

static void
patron_wrap_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      int line_width, line_height;
      GtkWidget *end = measure_line (child, width, &line_width, &line_height);

      allocate_line (widget, child, end, y, line_height,
                     MAX (0, width - line_width));
      y += line_height + SPACING;
      child = end;
    }
}

static void
patron_wrap_class_init (PatronWrapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_wrap_dispose;
  widget_class->get_request_mode = patron_wrap_get_request_mode;
  widget_class->measure = patron_wrap_measure;
  widget_class->size_allocate = patron_wrap_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "wrap");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
patron_wrap_init (PatronWrap *self)
{
}

/**
 * patron_wrap_new:
 *
 * Returns: (transfer floating): an empty paragraph of widgets
 */
GtkWidget *
patron_wrap_new (void)
{
  return g_object_new (PATRON_TYPE_WRAP, NULL);
}

/**
 * patron_wrap_insert_before:
 * @before: (nullable): a child, %NULL for the end
 */
void
patron_wrap_insert_before (PatronWrap *self,
                           GtkWidget  *child,
                           GtkWidget  *before)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), before);
}
