/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of goals with very many of them: how long until its first frame is
 * drawn, and how long frames take while it is scrolled from end to end. The
 * same is measured of a list that shows as many names, which is what any page
 * pays. */

#include "patron-goals-page.h"

#include <stdio.h>
#include <stdlib.h>

#include "frames.h"
#include "patron-widgets.h"
#include "store.h"

#define N_KPIS 10
#define N_VALUES 24

static char *
get_id (PatronRecord *record,
        GError       *error)
{
  bench_check (record != NULL, error);
  return g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (record));
}

static char *
add_kpi (PatronDocument *document,
         int             number)
{
  g_autofree char *name = g_strdup_printf ("Figure %d of the desk", number);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) kpi
      = patron_document_insert (document, "kpi", &error, "name", name, NULL);
  char *id = get_id (kpi, error);

  for (int i = 0; i < N_VALUES; i++)
    {
      g_autofree char *date
          = g_strdup_printf ("%d-%02d-01", 2025 + i / 12, i % 12 + 1);
      g_autofree char *value = g_strdup_printf ("%d", 40 + (i * 7) % 11 + i);
      g_autoptr (PatronRecord) measurement
          = patron_document_insert (document, "measurement", &error, "kpi", id,
                                    "date", date, "value", value, NULL);

      bench_check (measurement != NULL, error);
    }
  return id;
}

static char *
add_goal (PatronDocument *document,
          const char     *kind,
          const char     *parent,
          const char     *kpi,
          int             number)
{
  g_autofree char *title
      = g_strdup_printf ("Raise figure %d of the desk to 80", number);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) goal = patron_document_insert (
      document, "goal", &error, "title", title, "kind", kind, "owner", "Ada",
      "starts", "2026-01-01", "due", "2026-12-31", "baseline",
      kpi != NULL ? "50" : NULL, "target", kpi != NULL ? "80" : NULL, "kpi",
      kpi, "parent", parent, NULL);

  return get_id (goal, error);
}

/* A business goal has two objectives, each of them goals with a KPI, and most
 * of these an initiative. */
static void
fill (PatronDocument *document,
      int             n_goals)
{
  g_autofree char *business = NULL;
  g_autofree char *objective = NULL;
  g_autofree char *goal = NULL;
  char *kpis[N_KPIS];
  g_autoptr (GError) error = NULL;

  bench_check (patron_document_begin (document, "Fill", &error), error);
  for (int i = 0; i < N_KPIS; i++)
    kpis[i] = add_kpi (document, i + 1);
  for (int i = 0; i < n_goals; i++)
    {
      int place = i % 19;
      gboolean is_goal = place > 0 && place % 9 != 1 && place % 9 % 2 == 0;
      const char *kind = place == 0       ? "business"
                         : place % 9 == 1 ? "objective"
                         : is_goal        ? "goal"
                                          : "initiative";
      const char *parent = place == 0       ? NULL
                           : place % 9 == 1 ? business
                           : is_goal        ? objective
                                            : goal;
      char *id = add_goal (document, kind, parent,
                           is_goal ? kpis[i % N_KPIS] : NULL, i + 1);
      char **keep = place == 0       ? &business
                    : place % 9 == 1 ? &objective
                    : is_goal        ? &goal
                                     : NULL;

      if (keep == NULL)
        g_free (id);
      else
        {
          g_free (*keep);
          *keep = id;
        }
    }
  bench_check (patron_document_end (document, &error), error);
  for (int i = 0; i < N_KPIS; i++)
    g_free (kpis[i]);
}

static void
measure (const char     *name,
         PatronDocument *document,
         int             n_goals)
{
  GtkWidget *page = NULL;
  Frames frames;

  frames_start (&frames, 1000, 700);
  if (document != NULL)
    {
      page = g_object_new (PATRON_TYPE_GOALS_PAGE, NULL);
      patron_page_set_document (PATRON_PAGE (page), document);
    }
  frames_show (&frames, page != NULL ? page : frames_new_list (n_goals));
  printf ("%s\tfirst frame\t%.1f\n", name, frames.first);
  frames_scroll (&frames);
  frames_print (&frames, name, "scrolling");
  if (page != NULL)
    patron_page_set_document (PATRON_PAGE (page), NULL);
  frames_end (&frames);
}

int
main (int    argc,
      char **argv)
{
  int n_goals = argc > 1 ? atoi (argv[1]) : 200;
  int repeats = argc > 2 ? atoi (argv[2]) : 5;
  g_autoptr (PatronDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  adw_init ();
  patron_widgets_init ();
  document = patron_document_new (patron_registry_get_default (), &error);
  bench_check (document != NULL, error);
  fill (document, n_goals);
  for (int i = 0; i < repeats; i++)
    {
      measure ("list", NULL, n_goals);
      measure ("page", document, n_goals);
    }
  patron_document_close (document);
  return 0;
}
