/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of KPIs with very many of them: how long until its first frame is
 * drawn, and how long frames take while it is scrolled from end to end. The
 * same is measured of a list that shows as many names, which is what any page
 * pays. */

#include "patron-kpis-page.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "patron-bulk.h"
#include "patron-date.h"
#include "patron-widgets.h"
#include "store.h"

#define N_VALUES 120
#define SCROLL_FRAMES 180

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
  double     start;
  double     began; /* of this frame, or 0 */
  GArray    *frames;
  double     first;
} Watch;

static void
set_value (PatronValue        *values,
           const PatronEntity *entity,
           const char         *field,
           double              number)
{
  PatronValue *value = &values[patron_entity_find_field (entity, field)];

  if (g_str_equal (field, "value"))
    patron_value_set_real (value, number);
  else
    patron_value_set_integer (value, (gint64) number);
}

static void
fill (PatronDocument *document,
      int             n_kpis)
{
  const PatronEntity *entity
      = patron_registry_lookup (patron_registry_get_default (), "measurement");
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  g_autofree gint64 *kpis = g_new (gint64, n_kpis);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;
  PatronBulk *bulk;

  bench_check (patron_document_begin (document, "Fill", &error), error);
  for (int i = 0; i < n_kpis; i++)
    {
      g_autofree char *name = g_strdup_printf ("Figure %d of the desk", i + 1);
      g_autofree char *other
          = i > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, kpis[i - 1]) : NULL;
      g_autoptr (PatronRecord) kpi = patron_document_insert (
          document, "kpi", &error, "name", name,
          other != NULL ? "counterpart" : NULL, other, NULL);
      g_autofree char *id = NULL;
      g_autoptr (PatronRecord) target = NULL;

      bench_check (kpi != NULL, error);
      kpis[i] = patron_record_get_id (kpi);
      id = g_strdup_printf ("%" G_GINT64_FORMAT, kpis[i]);
      target = patron_document_insert (document, "target", &error, "kpi", id,
                                       "starts", "2016-01-01", "value", "50",
                                       NULL);
      bench_check (target != NULL, error);
    }
  bulk = patron_bulk_begin (document, "measurement", &error);
  bench_check (bulk != NULL, error);
  for (int i = 0; i < n_kpis * N_VALUES; i++)
    {
      set_value (values, entity, "date",
                 (double) patron_date_from_ymd (2016 + i % N_VALUES / 12,
                                                i % 12 + 1, 1));
      set_value (values, entity, "value", g_rand_double_range (rand, 30, 70));
      patron_value_set_integer (
          &values[patron_entity_find_field (entity, "kpi")],
          kpis[i / N_VALUES]);
      bench_check (patron_bulk_add (bulk, values, &error), error);
    }
  bench_check (patron_bulk_end (bulk, &error), error);
  bench_check (patron_document_end (document, &error), error);
}

/* As many names, and nothing else. */
static GtkWidget *
new_list (int n)
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
  Watch         *watch;
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

  if (scroll->frame == 0)
    g_array_set_size (scroll->watch->frames, 0);
  if (scroll->frame++ > SCROLL_FRAMES)
    {
      g_main_loop_quit (scroll->watch->loop);
      return G_SOURCE_REMOVE;
    }
  gtk_adjustment_set_value (scroll->adjustment,
                            most * scroll->frame / SCROLL_FRAMES);
  return G_SOURCE_CONTINUE;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* At once, while cards are empty still. */
static void
scroll_through (GtkWidget *window,
                Watch     *watch)
{
  GtkWidget *scroller = find_scroller (window);
  Scroll scroll = { watch,
                    gtk_scrolled_window_get_vadjustment (
                        GTK_SCROLLED_WINDOW (scroller)),
                    0 };

  gtk_widget_add_tick_callback (window, scroll_cb, &scroll, NULL);
  g_main_loop_run (watch->loop);
  g_array_sort (watch->frames, compare);
}

static void
measure (const char     *name,
         PatronDocument *document,
         int             n_kpis)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *page = NULL;
  GdkFrameClock *clock;
  Watch watch = { .loop = g_main_loop_new (NULL, FALSE),
                  .frames = g_array_new (FALSE, FALSE, sizeof (double)) };

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  watch.start = now ();
  if (document != NULL)
    {
      page = g_object_new (PATRON_TYPE_KPIS_PAGE, NULL);
      patron_page_set_document (PATRON_PAGE (page), document);
    }
  adw_window_set_content (ADW_WINDOW (window),
                          page != NULL ? page : new_list (n_kpis));
  gtk_widget_realize (window);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb),
                    &watch);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb),
                          &watch);
  gtk_window_present (GTK_WINDOW (window));
  while (watch.first == 0)
    g_main_context_iteration (NULL, TRUE);
  scroll_through (window, &watch);
  printf ("%s\tfirst frame\t%.1f\n", name, watch.first);
  printf ("%s\tscrolling, median\t%.1f\n", name,
          g_array_index (watch.frames, double, watch.frames->len / 2));
  printf ("%s\tscrolling, 99 of 100\t%.1f\n", name,
          g_array_index (watch.frames, double,
                         watch.frames->len * 99 / 100));
  if (page != NULL)
    patron_page_set_document (PATRON_PAGE (page), NULL);
  g_signal_handlers_disconnect_by_data (clock, &watch);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_array_unref (watch.frames);
  g_main_loop_unref (watch.loop);
}

int
main (int    argc,
      char **argv)
{
  int n_kpis = argc > 1 ? atoi (argv[1]) : 200;
  int repeats = argc > 2 ? atoi (argv[2]) : 5;
  g_autoptr (PatronDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  adw_init ();
  patron_widgets_init ();
  document = patron_document_new (patron_registry_get_default (), &error);
  bench_check (document != NULL, error);
  fill (document, n_kpis);
  for (int i = 0; i < repeats; i++)
    {
      measure ("list", NULL, n_kpis);
      measure ("page", document, n_kpis);
    }
  patron_document_close (document);
  return 0;
}
