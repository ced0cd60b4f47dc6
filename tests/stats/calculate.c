/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Computes what the lines of the standard input ask for, so that
 * check-stats.py can compare it with what it computes itself. */

#include "patron-process.h"
#include "patron-scores.h"

#include <stdio.h>
#include <stdlib.h>

static void
print_numbers (const double *numbers,
               guint         n)
{
  for (guint i = 0; i < n; i++)
    printf ("%.17g%c", numbers[i], i + 1 < n ? ' ' : '\n');
}

static guint64
get_count (char  **words,
           guint   index)
{
  return g_ascii_strtoull (words[index], NULL, 10);
}

static void
print_nps (char **words)
{
  PatronNps a, b;
  PatronDifference difference;

  patron_nps (get_count (words, 1), get_count (words, 2),
              get_count (words, 3), &a);
  patron_nps (get_count (words, 4), get_count (words, 5),
              get_count (words, 6), &b);
  patron_nps_difference (&a, &b, &difference);
  print_numbers ((double[]){ a.score, a.variance, a.error, a.wald_lower,
                             a.wald_upper, a.adjusted, a.adjusted_error,
                             a.lower, a.upper, difference.value,
                             difference.lower, difference.upper },
                 12);
}

static void
print_share (char **words)
{
  PatronProportion a, b;
  PatronDifference difference;

  patron_proportion (get_count (words, 1), get_count (words, 2), &a);
  patron_proportion (get_count (words, 3), get_count (words, 4), &b);
  patron_proportion_difference (&a, &b, &difference);
  print_numbers ((double[]){ a.share, a.lower, a.upper, difference.value,
                             difference.lower, difference.upper },
                 6);
}

static void
print_ces (char **words)
{
  PatronCesKind kind = (PatronCesKind) get_count (words, 1);
  guint64 answers[8] = { 0 };
  PatronCes ces;

  for (guint i = 1; i <= 7; i++)
    answers[i] = get_count (words, 1 + i);
  patron_ces_of_answers (kind, answers, &ces);
  print_numbers ((double[]){ (double) ces.n, (double) ces.n_high,
                             (double) ces.n_middle, (double) ces.n_low,
                             ces.score, ces.lower, ces.upper },
                 7);
}

/* Limits on one line; what each value says on the next. */
static void
print_process (char **words)
{
  guint n = g_strv_length (words) - 7;
  PatronProcessBetter better = (PatronProcessBetter) get_count (words, 5);
  g_autofree double *values = g_new (double, n + 1);
  g_autofree PatronProcessPoint *points = g_new (PatronProcessPoint, n + 1);
  PatronProcess process;

  for (guint i = 0; i < n; i++)
    values[i] = g_ascii_strtod (words[7 + i], NULL);
  if (!patron_process_limits (values, n, get_count (words, 1),
                              get_count (words, 2) != 0,
                              get_count (words, 3) != 0, &process))
    {
      printf ("few\n\n");
      return;
    }
  patron_process_judge (&process, values, n,
                        (PatronProcessRules) get_count (words, 4), better,
                        points);
  print_numbers (
      (double[]){ (double) process.n, (double) process.n_used,
                  (double) process.n_screened, process.provisional,
                  patron_process_assure (&process, better,
                                         g_ascii_strtod (words[6], NULL)),
                  process.centre, process.range, process.lower,
                  process.upper, process.lower_quartile,
                  process.upper_quartile, process.range_limit },
      12);
  for (guint i = 0; i < n; i++)
    printf ("%.17g:%d:%d%c", points[i].moving_range, points[i].signals,
            points[i].type, i + 1 < n ? ' ' : '\n');
}

int
main (void)
{
  g_autofree char *line = NULL;
  gsize size = 0;

  while (getline (&line, &size, stdin) > 0)
    {
      g_auto (GStrv) words = g_strsplit (g_strchomp (line), " ", -1);

      if (g_str_equal (words[0], "nps"))
        print_nps (words);
      else if (g_str_equal (words[0], "share"))
        print_share (words);
      else if (g_str_equal (words[0], "ces"))
        print_ces (words);
      else
        print_process (words);
    }
  return EXIT_SUCCESS;
}
