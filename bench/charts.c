/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of charts: what its gallery costs to make, and how long frames
 * take while the window with twelve of them in view is resized. */

#include "patron-charts-page.h"

#include <stdio.h>
#include <stdlib.h>

#include "frames.h"
#include "patron-chart-gallery.h"
#include "patron-json.h"
#include "patron-widgets.h"
#include "store.h"

#define RESIZE_FRAMES 180
#define WIDTH 1560
#define HEIGHT 1320
#define LEAST_WIDTH 1380

typedef struct
{
  Frames *frames;
  int     frame;
} Resize;

static gboolean
resize_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Resize *resize = user_data;
  int half = RESIZE_FRAMES / 2;
  int step = abs (resize->frame % RESIZE_FRAMES - half);

  if (resize->frame++ > RESIZE_FRAMES)
    {
      g_main_loop_quit (resize->frames->loop);
      return G_SOURCE_REMOVE;
    }
  gtk_window_set_default_size (
      GTK_WINDOW (widget), LEAST_WIDTH + (WIDTH - LEAST_WIDTH) * step / half,
      HEIGHT - (half - step) / 2);
  return G_SOURCE_CONTINUE;
}

/* The first frame is before any chart is drawn; they follow at once. */
static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* Without a document, of a window with a word in it: what any pays. */
static void
measure (const char     *name,
         PatronDocument *document)
{
  GtkWidget *page = NULL;
  Frames frames;
  Resize resize = { &frames, 0 };

  frames_start (&frames, WIDTH, HEIGHT);
  if (document != NULL)
    {
      page = g_object_new (PATRON_TYPE_CHARTS_PAGE, NULL);
      patron_page_set_document (PATRON_PAGE (page), document);
    }
  frames_show (&frames, page != NULL ? page : gtk_label_new ("Window"));
  printf ("%s\tfirst frame\t%.1f\n", name, frames.first);
  settle ();
  frames_run (&frames, resize_cb, &resize);
  frames_print (&frames, name, "resizing");
  if (page != NULL)
    {
      frames_scroll (&frames);
      frames_print (&frames, name, "scrolling");
      patron_page_set_document (PATRON_PAGE (page), NULL);
    }
  frames_end (&frames);
}

static void
measure_gallery (PatronDocument *document)
{
  double start = frames_now ();
  g_autoptr (PatronChartSource) source = patron_chart_source_new (document);
  g_autoptr (GPtrArray) items = patron_chart_gallery_new (source);

  printf ("page\tdata of %u charts\t%.1f\n", items->len,
          frames_now () - start);
}

int
main (int    argc,
      char **argv)
{
  int repeats = argc > 2 ? atoi (argv[2]) : 5;
  g_autoptr (PatronDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  if (argc < 2)
    return 2;
  file = g_file_new_for_path (argv[1]);
  adw_init ();
  patron_widgets_init ();
  document = patron_document_new (patron_registry_get_default (), &error);
  bench_check (document != NULL, error);
  bench_check (patron_json_read_file (document, file, NULL, &error), error);
  for (int i = 0; i < repeats; i++)
    {
      measure_gallery (document);
      measure ("window", NULL);
      measure ("page", document);
    }
  patron_document_close (document);
  return 0;
}
