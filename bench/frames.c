/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "frames.h"

#include <adwaita.h>
#include <stdio.h>
#include <time.h>

#define SCROLL_FRAMES 180

double
frames_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Frames        *self)
{
  self->began = frames_now ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Frames        *self)
{
  double taken = frames_now () - self->began;

  if (self->began == 0)
    return;
  if (self->first == 0)
    self->first = frames_now () - self->start;
  g_array_append_val (self->frames, taken);
  self->began = 0;
}

/* From here on the first frame is waited for. */
void
frames_start (Frames *self,
              int     width,
              int     height)
{
  *self = (Frames){ .start = frames_now (),
                    .window = adw_window_new (),
                    .loop = g_main_loop_new (NULL, FALSE),
                    .frames = g_array_new (FALSE, FALSE, sizeof (double)) };
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
}

void
frames_show (Frames    *self,
             GtkWidget *content)
{
  GdkFrameClock *clock;

  adw_window_set_content (ADW_WINDOW (self->window), content);
  gtk_widget_realize (self->window);
  clock = gtk_widget_get_frame_clock (self->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb),
                    self);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb),
                          self);
  gtk_window_present (GTK_WINDOW (self->window));
  while (self->first == 0)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Calls a function before each frame until it ends the loop, and keeps what
 * these frames take. */
void
frames_run (Frames          *self,
            GtkTickCallback  func,
            gpointer         data)
{
  g_array_set_size (self->frames, 0);
  gtk_widget_add_tick_callback (self->window, func, data, NULL);
  g_main_loop_run (self->loop);
  g_array_sort (self->frames, compare);
}

static GtkWidget *
find_scroller (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scroller (child);
  return found;
}

typedef struct
{
  Frames        *frames;
  GtkAdjustment *adjustment;
  int            frame;
} Scroll;

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Scroll *scroll = user_data;
  double most = gtk_adjustment_get_upper (scroll->adjustment)
                - gtk_adjustment_get_page_size (scroll->adjustment);

  if (scroll->frame++ > SCROLL_FRAMES)
    {
      g_main_loop_quit (scroll->frames->loop);
      return G_SOURCE_REMOVE;
    }
  gtk_adjustment_set_value (scroll->adjustment,
                            most * scroll->frame / SCROLL_FRAMES);
  return G_SOURCE_CONTINUE;
}

/* Scrolls from end to end in three seconds. */
void
frames_scroll (Frames *self)
{
  GtkWidget *scroller = find_scroller (self->window);
  Scroll scroll = { self,
                    gtk_scrolled_window_get_vadjustment (
                        GTK_SCROLLED_WINDOW (scroller)),
                    0 };

  frames_run (self, scroll_cb, &scroll);
}

void
frames_print (Frames     *self,
              const char *name,
              const char *what)
{
  GArray *frames = self->frames;

  printf ("%s\t%s, median\t%.1f\n", name, what,
          g_array_index (frames, double, frames->len / 2));
  printf ("%s\t%s, 99 of 100\t%.1f\n", name, what,
          g_array_index (frames, double, frames->len * 99 / 100));
}

void
frames_end (Frames *self)
{
  g_signal_handlers_disconnect_by_data (
      gtk_widget_get_frame_clock (self->window), self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_array_unref (self->frames);
  g_main_loop_unref (self->loop);
}

/* As many names, and nothing else: what any list pays. */
GtkWidget *
frames_new_list (int n)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Figure %d of the desk", i + 1);
      GtkWidget *label = gtk_label_new (name);

      gtk_widget_set_size_request (label, -1, 40);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}
