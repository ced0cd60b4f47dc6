/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of charts: what its gallery costs to make, and how long frames
 * take while the window with twelve of them in view is resized. */

#include "patron-charts-page.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "patron-chart-gallery.h"
#include "patron-json.h"
#include "patron-widgets.h"
#include "store.h"

#define RESIZE_FRAMES 180
#define WIDTH 1560
#define HEIGHT 960
#define LEAST_WIDTH 1380

/* Microseconds of the processor: other programs do not count. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

typedef struct
{
  GMainLoop *loop;
  GtkWindow *window;
  double     start;
  double     began; /* of this frame, or 0 */
  double     first;
  GArray    *frames;
  int        frame;
} Watch;

static void
before_paint_cb (GdkFrameClock *clock,
                 Watch         *watch)
{
  watch->began = now ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Watch         *watch)
{
  double taken = now () - watch->began;

  if (watch->began == 0)
    return;
  if (watch->first == 0)
    watch->first = now () - watch->start;
  g_array_append_val (watch->frames, taken);
  watch->began = 0;
}

static gboolean
resize_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Watch *watch = user_data;
  int half = RESIZE_FRAMES / 2;
  int step = abs (watch->frame % RESIZE_FRAMES - half);

  if (watch->frame == 0)
    g_array_set_size (watch->frames, 0);
  if (watch->frame++ > RESIZE_FRAMES)
    {
      g_main_loop_quit (watch->loop);
      return G_SOURCE_REMOVE;
    }
  gtk_window_set_default_size (
      watch->window, LEAST_WIDTH + (WIDTH - LEAST_WIDTH) * step / half,
      HEIGHT - (half - step) / 2);
  return G_SOURCE_CONTINUE;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
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
  GtkWidget *window = adw_window_new ();
  GtkWidget *page = document != NULL
                        ? g_object_new (PATRON_TYPE_CHARTS_PAGE, NULL)
                        : gtk_label_new ("Window");
  GdkFrameClock *clock;
  Watch watch = { .loop = g_main_loop_new (NULL, FALSE),
                  .window = GTK_WINDOW (window),
                  .frames = g_array_new (FALSE, FALSE, sizeof (double)) };

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_widget_realize (window);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb),
                    &watch);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb),
                          &watch);
  watch.start = now ();
  if (document != NULL)
    patron_page_set_document (PATRON_PAGE (page), document);
  gtk_window_present (GTK_WINDOW (window));
  while (watch.first == 0)
    g_main_context_iteration (NULL, TRUE);
  settle ();
  gtk_widget_add_tick_callback (window, resize_cb, &watch, NULL);
  g_main_loop_run (watch.loop);
  g_array_sort (watch.frames, compare);
  printf ("%s\tfirst frame\t%.1f\n", name, watch.first);
  printf ("%s\tresizing, median\t%.1f\n", name,
          g_array_index (watch.frames, double, watch.frames->len / 2));
  printf ("%s\tresizing, 99 of 100\t%.1f\n", name,
          g_array_index (watch.frames, double,
                         watch.frames->len * 99 / 100));
  if (document != NULL)
    patron_page_set_document (PATRON_PAGE (page), NULL);
  g_signal_handlers_disconnect_by_data (clock, &watch);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_array_unref (watch.frames);
  g_main_loop_unref (watch.loop);
}

static void
measure_gallery (PatronDocument *document)
{
  double start = now ();
  g_autoptr (PatronChartSource) source = patron_chart_source_new (document);
  g_autoptr (GPtrArray) items = patron_chart_gallery_new (source);

  printf ("page\tdata of %u charts\t%.1f\n", items->len,
          now () - start);
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
