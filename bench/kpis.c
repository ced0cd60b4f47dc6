/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of KPIs with very many of them: how long until its first frame is
 * drawn, and how long frames take while it is scrolled from end to end. The
 * same is measured of a list that shows as many names, which is what any page
 * pays. */

#include "patron-kpis-page.h"

#include <stdio.h>
#include <stdlib.h>

#include "frames.h"
#include "patron-bulk.h"
#include "patron-date.h"
#include "patron-widgets.h"
#include "store.h"

#define N_VALUES 120

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

static void
measure (const char     *name,
         PatronDocument *document,
         int             n_kpis)
{
  GtkWidget *page = NULL;
  Frames frames;

  frames_start (&frames, 1000, 700);
  if (document != NULL)
    {
      page = g_object_new (PATRON_TYPE_KPIS_PAGE, NULL);
      patron_page_set_document (PATRON_PAGE (page), document);
    }
  frames_show (&frames, page != NULL ? page : frames_new_list (n_kpis));
  printf ("%s\tfirst frame\t%.1f\n", name, frames.first);
  /* At once, while cards are empty still. */
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
