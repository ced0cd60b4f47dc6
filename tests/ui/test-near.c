/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is in view is drawn, and what is far from it is not. */

#include <adwaita.h>

#include "patron-near.h"

#define N_ROWS 100
#define ROW_HEIGHT 50

static void
iterate (void)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC / 5;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
is_drawn (GtkWidget *list,
          int        index)
{
  GtkListBoxRow *row
      = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index);

  return gtk_widget_get_opacity (GTK_WIDGET (row)) > 0;
}

static void
test_scroll (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (scroller));

  for (int i = 0; i < N_ROWS; i++)
    {
      GtkWidget *row = gtk_label_new ("Row");

      gtk_widget_set_size_request (row, -1, ROW_HEIGHT);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  patron_near_install (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 300);
  gtk_window_present (GTK_WINDOW (window));
  iterate ();
  g_assert_true (is_drawn (list, 0));
  g_assert_false (is_drawn (list, N_ROWS / 2));

  /* At once, for the very frame that shows them. */
  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_upper (adjustment) / 2);
  g_assert_false (is_drawn (list, 0));
  g_assert_true (is_drawn (list, N_ROWS / 2));

  /* What moves into view because others go away. */
  gtk_adjustment_set_value (adjustment, 0);
  iterate ();
  g_assert_false (is_drawn (list, N_ROWS / 2));
  for (int i = 0; i < N_ROWS / 2; i++)
    gtk_list_box_remove (
        GTK_LIST_BOX (list),
        GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)));
  iterate ();
  g_assert_true (is_drawn (list, 0));
  g_assert_false (is_drawn (list, N_ROWS / 2 - 1));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/near/scroll", test_scroll);
  return g_test_run ();
}
