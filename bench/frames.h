/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A window, and what its frames take in time of the processor: other programs
 * do not count. */
typedef struct
{
  GtkWidget *window;
  GMainLoop *loop;
  double     start;
  double     began;  /* of this frame, or 0 */
  double     first;  /* frame, since the start, or 0 */
  GArray    *frames; /* double */
} Frames;

double     frames_now    (void);
void       frames_start  (Frames          *self,
                          int              width,
                          int              height);
void       frames_show   (Frames          *self,
                          GtkWidget       *content);
void       frames_run    (Frames          *self,
                          GtkTickCallback  func,
                          gpointer         data);
void       frames_scroll (Frames          *self);
void       frames_print  (Frames          *self,
                          const char      *name,
                          const char      *what);
void       frames_end    (Frames          *self);

GtkWidget *frames_new_list (int            n);

G_END_DECLS
