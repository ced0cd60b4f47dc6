/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

/* Scores of the answers in a table, by period and group. */

#include "config.h"

#include "patron-command-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "patron-date.h"
#include "patron-report.h"
#include "patron-scores.h"
#include "patron-stats-input.h"

#define N_ANSWERS 11

static char *value_column;
static char *date_column;
static char *period;
static char *group_column;
static char *convention;
static char *date_order;
static char *format;
static char *comparison;
static gboolean strict;

#define SCORE_OPTIONS \
  { "value", 0, 0, G_OPTION_ARG_STRING, &value_column, \
    N_("The column of answers"), N_("COLUMN") }, \
  { "date", 0, 0, G_OPTION_ARG_STRING, &date_column, \
    N_("The column of dates"), N_("COLUMN") }, \
  { "by", 0, 0, G_OPTION_ARG_STRING, &period, \
    N_("How long periods are: day, week, month, quarter or year (month if " \
       "not given)"), \
    N_("PERIOD") }, \
  { "group", 0, 0, G_OPTION_ARG_STRING, &group_column, \
    N_("The column whose every value gets a score of its own"), \
    N_("COLUMN") }, \
  { "compare", 0, 0, G_OPTION_ARG_STRING, &comparison, \
    N_("Add the difference from the period before (period) or from the " \
       "first group (group), with its interval"), \
    N_("WHICH") }, \
  { "date-order", 0, 0, G_OPTION_ARG_STRING, &date_order, \
    N_("How dates are written: ymd, dmy, mdy or ym (found out if not " \
       "given)"), \
    N_("ORDER") }, \
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("text, csv or json"), \
    N_("FORMAT") }, \
  { "strict", 0, 0, G_OPTION_ARG_NONE, &strict, \
    N_("Compute nothing if a row is refused"), NULL }

const GOptionEntry patron_stats_options[] = {
  SCORE_OPTIONS,
  { NULL },
};

const GOptionEntry patron_stats_ces_options[] = {
  { "convention", 0, 0, G_OPTION_ARG_STRING, &convention,
    N_("What is computed: agree, top, mean or index (mean if not given)"),
    N_("WHICH") },
  SCORE_OPTIONS,
  { NULL },
};

typedef enum
{
  BY_DAY,
  BY_WEEK,
  BY_MONTH,
  BY_QUARTER,
  BY_YEAR,
} Period;

static const char *const periods[]
    = { "day", "week", "month", "quarter", "year", NULL };
typedef enum
{
  COMPARE_PERIOD,
  COMPARE_GROUP,
  COMPARE_NOTHING,
} Compare;

static const char *const comparisons[] = { "period", "group", NULL };
static const char *const conventions[]
    = { "agree", "top", "mean", "index", NULL };

/* A kind of score. */
typedef struct _Score Score;

struct _Score
{
  const char   *columns;
  guint         lowest;
  guint         highest;
  gboolean      yes_or_no;
  PatronCesKind ces;
  void (*add) (const Score   *score,
               const guint64 *answers,
               PatronReport  *report);
  void (*compare) (const Score      *score,
                   const guint64    *first,
                   const guint64    *second,
                   PatronDifference *difference); /* in points */
};

/* The answers of a period and group. */
typedef struct
{
  gint64  start;
  char   *group;
  guint64 answers[N_ANSWERS];
} Bin;

static void
free_bin (gpointer data)
{
  Bin *bin = data;

  g_free (bin->group);
  g_free (bin);
}

static guint
hash_bin (gconstpointer data)
{
  const Bin *bin = data;

  return g_int64_hash (&bin->start) * 31 + g_str_hash (bin->group);
}

static gboolean
equal_bins (gconstpointer a,
            gconstpointer b)
{
  const Bin *x = a;
  const Bin *y = b;

  return x->start == y->start && strcmp (x->group, y->group) == 0;
}

static int
compare_bins (gconstpointer a,
              gconstpointer b)
{
  const Bin *x = *(const Bin *const *) a;
  const Bin *y = *(const Bin *const *) b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return strcmp (x->group, y->group);
}

/* 0 for Monday; 1970-01-01 was a Thursday. */
static gint64
get_weekday (gint64 date)
{
  return ((date + 3) % 7 + 7) % 7;
}

static gint64
get_start (gint64 date,
           Period by)
{
  int year, month, day;

  patron_date_to_ymd (date, &year, &month, &day);
  switch (by)
    {
    case BY_WEEK:
      return date - get_weekday (date);
    case BY_MONTH:
      return patron_date_from_ymd (year, month, 1);
    case BY_QUARTER:
      return patron_date_from_ymd (year, (month - 1) / 3 * 3 + 1, 1);
    case BY_YEAR:
      return patron_date_from_ymd (year, 1, 1);
    case BY_DAY:
    default:
      return date;
    }
}

/* As ISO 8601 has it; quarters as 2024-Q1. */
static char *
name_period (gint64 start,
             Period by)
{
  int year, month, day;

  patron_date_to_ymd (start, &year, &month, &day);
  switch (by)
    {
    case BY_WEEK:
      /* A week belongs to the year that its Thursday is in. */
      patron_date_to_ymd (start + 3, &year, &month, &day);
      return g_strdup_printf (
          "%04d-W%02d", year,
          (int) (start + 3 - patron_date_from_ymd (year, 1, 1)) / 7 + 1);
    case BY_MONTH:
      return g_strdup_printf ("%04d-%02d", year, month);
    case BY_QUARTER:
      return g_strdup_printf ("%04d-Q%d", year, (month - 1) / 3 + 1);
    case BY_YEAR:
      return g_strdup_printf ("%04d", year);
    case BY_DAY:
    default:
      return patron_date_to_text (start);
    }
}

static void
add_interval (PatronReport *report,
              double        score,
              double        lower,
              double        upper)
{
  patron_report_add_number (report, score, 1);
  patron_report_add_number (report, lower, 1);
  patron_report_add_number (report, upper, 1);
}

static void
add_nps (const Score   *score,
         const guint64 *answers,
         PatronReport  *report)
{
  PatronNps nps;

  patron_nps_of_answers (answers, &nps);
  patron_report_add_number (report, (double) nps.n, 0);
  add_interval (report, nps.score, nps.lower, nps.upper);
  patron_report_add_number (report, (double) nps.n_promoters, 0);
  patron_report_add_number (report, (double) nps.n_passives, 0);
  patron_report_add_number (report, (double) nps.n_detractors, 0);
}

static void
add_share (const PatronProportion *share,
           PatronReport           *report)
{
  patron_report_add_number (report, (double) share->n, 0);
  add_interval (report, 100 * share->share, 100 * share->lower,
                100 * share->upper);
  patron_report_add_number (report, (double) share->n_hits, 0);
  patron_report_add_number (report, (double) (share->n - share->n_hits), 0);
}

static void
add_csat (const Score   *score,
          const guint64 *answers,
          PatronReport  *report)
{
  PatronProportion csat;

  patron_csat_of_answers (answers, &csat);
  add_share (&csat, report);
}

static void
add_rate (const Score   *score,
          const guint64 *answers,
          PatronReport  *report)
{
  PatronProportion rate;

  patron_proportion (answers[1], answers[0] + answers[1], &rate);
  add_share (&rate, report);
}

static void
add_ces (const Score   *score,
         const guint64 *answers,
         PatronReport  *report)
{
  PatronCes ces;

  patron_ces_of_answers (score->ces, answers, &ces);
  patron_report_add_number (report, (double) ces.n, 0);
  if (score->ces == PATRON_CES_MEAN)
    {
      patron_report_add_number (report, ces.score, 2);
      patron_report_add_number (report, ces.lower, 2);
      patron_report_add_number (report, ces.upper, 2);
    }
  else
    add_interval (report, ces.score, ces.lower, ces.upper);
  patron_report_add_number (report, (double) ces.n_high, 0);
  patron_report_add_number (report, (double) ces.n_middle, 0);
  patron_report_add_number (report, (double) ces.n_low, 0);
}

static void
compare_nps (const Score      *score,
             const guint64    *first,
             const guint64    *second,
             PatronDifference *difference)
{
  PatronNps one, two;

  patron_nps_of_answers (first, &one);
  patron_nps_of_answers (second, &two);
  patron_nps_difference (&one, &two, difference);
}

static void
compare_shares (const PatronProportion *one,
                const PatronProportion *two,
                PatronDifference       *difference)
{
  patron_proportion_difference (one, two, difference);
  difference->value *= 100;
  difference->lower *= 100;
  difference->upper *= 100;
}

static void
compare_csat (const Score      *score,
              const guint64    *first,
              const guint64    *second,
              PatronDifference *difference)
{
  PatronProportion one, two;

  patron_csat_of_answers (first, &one);
  patron_csat_of_answers (second, &two);
  compare_shares (&one, &two, difference);
}

static void
compare_rates (const Score      *score,
               const guint64    *first,
               const guint64    *second,
               PatronDifference *difference)
{
  PatronProportion one, two;

  patron_proportion (first[1], first[0] + first[1], &one);
  patron_proportion (second[1], second[0] + second[1], &two);
  compare_shares (&one, &two, difference);
}

static void
compare_efforts (const Score      *score,
                 const guint64    *first,
                 const guint64    *second,
                 PatronDifference *difference)
{
  PatronCes one, two;
  PatronNps net_one, net_two;
  PatronProportion share_one, share_two;

  patron_ces_of_answers (score->ces, first, &one);
  patron_ces_of_answers (score->ces, second, &two);
  if (score->ces == PATRON_CES_INDEX)
    {
      patron_nps (one.n_high, one.n_middle, one.n_low, &net_one);
      patron_nps (two.n_high, two.n_middle, two.n_low, &net_two);
      patron_nps_difference (&net_one, &net_two, difference);
      return;
    }
  patron_proportion (one.n_high, one.n, &share_one);
  patron_proportion (two.n_high, two.n, &share_two);
  compare_shares (&share_one, &share_two, difference);
}

static gboolean
read_yes_or_no (PatronStatsInput *input,
                guint            *answer)
{
  static const char *const words[] = { "0", "1",  "false", "true",
                                       "no", "yes", "n", "y" };
  const char *cell = patron_stats_input_get_cell (input);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (cell, words[i]) == 0)
      {
        *answer = i % 2;
        return TRUE;
      }
  patron_stats_input_refuse (
      input, _("the value is none of 0, 1, no, yes, false and true"));
  return FALSE;
}

static gboolean
read_answer (PatronStatsInput *input,
             const Score      *score,
             guint            *answer)
{
  double number;

  if (score->yes_or_no)
    return read_yes_or_no (input, answer);
  if (!patron_stats_input_read_number (input, &number))
    return FALSE;
  if (number < score->lowest || number > score->highest
      || number != floor (number))
    {
      patron_stats_input_refuse (
          input, _("“%s” is not a whole number from %u to %u"),
          patron_stats_input_get_cell (input), score->lowest,
          score->highest);
      return FALSE;
    }
  *answer = (guint) number;
  return TRUE;
}

static void
count_answer (GHashTable *bins,
              gint64      start,
              const char *group,
              guint       answer)
{
  Bin key = { .start = start, .group = (char *) group };
  Bin *bin = g_hash_table_lookup (bins, &key);

  if (bin == NULL)
    {
      bin = g_new0 (Bin, 1);
      bin->start = start;
      bin->group = g_strdup (group);
      g_hash_table_add (bins, bin);
    }
  bin->answers[answer]++;
}

/* Puts the answers into bins; a row without one has not answered. */
static gboolean
read_rows (PatronStatsInput  *input,
           const Score       *score,
           Period             by,
           GHashTable        *bins,
           guint             *n_unanswered,
           GError           **error)
{
  PatronCsvResult result;

  while ((result = patron_stats_input_next (input, error)) == PATRON_CSV_ROW)
    {
      gint64 start = 0;
      guint answer;

      if (*patron_stats_input_get_cell (input) == '\0')
        {
          *n_unanswered += 1;
          continue;
        }
      if (!read_answer (input, score, &answer))
        continue;
      if (date_column != NULL)
        start = get_start (patron_stats_input_get_date (input), by);
      count_answer (bins, start, patron_stats_input_get_group (input),
                    answer);
    }
  return result == PATRON_CSV_END;
}

/* The bin that the one at @i is compared with. */
static const Bin *
find_other (Bin     **sorted,
            guint     i,
            Period    by,
            Compare   compare)
{
  gint64 start = compare == COMPARE_PERIOD
                     ? get_start (sorted[i]->start - 1, by)
                     : sorted[i]->start;
  const Bin *found = NULL;

  for (guint k = i; k > 0 && sorted[k - 1]->start >= start; k--)
    if (sorted[k - 1]->start == start
        && (compare == COMPARE_GROUP
            || strcmp (sorted[k - 1]->group, sorted[i]->group) == 0))
      found = sorted[k - 1];
  return found;
}

static void
add_difference (PatronReport *report,
                const Score  *score,
                const Bin    *other,
                const Bin    *bin)
{
  PatronDifference difference = { NAN, NAN, NAN };

  if (other != NULL)
    score->compare (score, other->answers, bin->answers, &difference);
  add_interval (report, difference.value, difference.lower,
                difference.upper);
}

static void
print_bins (GHashTable         *bins,
            const Score        *score,
            Period              by,
            Compare             compare,
            PatronReportFormat  how,
            guint               n_unanswered)
{
  g_autofree char *columns = g_strconcat (
      score->columns,
      compare != COMPARE_NOTHING ? " change change_lower change_upper" : "",
      NULL);
  g_autoptr (PatronReport) report = patron_report_new (how, columns);
  g_autofree Bin **sorted
      = (Bin **) g_hash_table_get_keys_as_array (bins, NULL);
  guint n = g_hash_table_size (bins);
  g_autofree char *written = NULL;

  qsort (sorted, n, sizeof *sorted, compare_bins);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = date_column != NULL
                                  ? name_period (sorted[i]->start, by)
                                  : g_strdup ("");

      patron_report_add_text (report, name);
      patron_report_add_text (report, sorted[i]->group);
      score->add (score, sorted[i]->answers, report);
      if (compare != COMPARE_NOTHING)
        add_difference (report, score, find_other (sorted, i, by, compare),
                        sorted[i]);
      patron_report_end_row (report);
    }
  written = patron_report_end (report);
  if (how == PATRON_REPORT_TEXT && n_unanswered > 0)
    g_print (ngettext ("%u row without an answer is left out\n",
                       "%u rows without an answer are left out\n",
                       n_unanswered),
             n_unanswered);
  else if (written != NULL)
    printf ("%s%s", written, how == PATRON_REPORT_JSON ? "\n" : "");
}

static gboolean
find_word (const char        *word,
           const char *const *words,
           guint             *place)
{
  for (*place = 0; words[*place] != NULL; *place += 1)
    if (strcmp (words[*place], word) == 0)
      return TRUE;
  return FALSE;
}

static PatronStatus
run (const char  *path,
     const Score *score)
{
  g_autoptr (GHashTable) bins
      = g_hash_table_new_full (hash_bin, equal_bins, free_bin, NULL);
  g_autoptr (PatronStatsInput) input = NULL;
  PatronStatsAsk ask = { path, value_column, date_column, group_column,
                         PATRON_DATE_ORDER_AUTO };
  PatronReportFormat how;
  guint by = BY_MONTH;
  guint compare = COMPARE_NOTHING;
  guint n_unanswered = 0;
  GError *error = NULL;

  if (value_column == NULL)
    return patron_command_misuse (_("give %s"), "--value");
  if (period != NULL && date_column == NULL)
    return patron_command_misuse (_("%s goes with %s"), "--by", "--date");
  if (!patron_report_read_format (format, &how))
    return PATRON_STATUS_USAGE;
  if (date_order != NULL
      && !patron_date_order_from_id (date_order, &ask.order))
    return patron_command_misuse (
        _("“%s” is none of ymd, dmy, mdy and ym"), date_order);
  if (period != NULL && !find_word (period, periods, &by))
    return patron_command_misuse (
        _("“%s” is none of day, week, month, quarter and year"), period);

  if (comparison != NULL && !find_word (comparison, comparisons, &compare))
    return patron_command_misuse (_("“%s” is none of period and group"),
                                  comparison);
  if ((compare == COMPARE_PERIOD && date_column == NULL)
      || (compare == COMPARE_GROUP && group_column == NULL))
    return patron_command_misuse (
        _("%s goes with %s"), "--compare",
        compare == COMPARE_PERIOD ? "--date" : "--group");
  if (compare != COMPARE_NOTHING && score->compare == NULL)
    return patron_command_misuse (
        _("the difference of two means needs all answers, and is not "
          "computed; give another %s"),
        "--convention");

  input = patron_stats_input_new (&ask, &error);
  if (input == NULL
      || !read_rows (input, score, (Period) by, bins, &n_unanswered, &error))
    {
      g_prefix_error (&error, "%s: ", path);
      return patron_command_fail (error);
    }
  if (strict && patron_stats_input_get_n_refused (input) > 0)
    return patron_command_refuse (
        _("nothing was computed, because rows were refused"));
  print_bins (bins, score, (Period) by, (Compare) compare, how,
              n_unanswered);
  return patron_stats_input_get_n_refused (input) > 0
             ? PATRON_STATUS_PROBLEMS
             : PATRON_STATUS_FINE;
}

PatronStatus
patron_run_stats_nps (char **args)
{
  static const Score score = {
    .columns = "period group n nps lower upper promoters passives detractors",
    .highest = 10,
    .add = add_nps,
    .compare = compare_nps,
  };

  return run (args[0], &score);
}

PatronStatus
patron_run_stats_csat (char **args)
{
  static const Score score = {
    .columns = "period group n csat lower upper satisfied others",
    .lowest = 1,
    .highest = 5,
    .add = add_csat,
    .compare = compare_csat,
  };

  return run (args[0], &score);
}

PatronStatus
patron_run_stats_rate (char **args)
{
  static const Score score = {
    .columns = "period group n rate lower upper yes no",
    .yes_or_no = TRUE,
    .add = add_rate,
    .compare = compare_rates,
  };

  return run (args[0], &score);
}

PatronStatus
patron_run_stats_ces (char **args)
{
  Score score = {
    .columns = "period group n ces lower upper high middle low",
    .lowest = 1,
    .add = add_ces,
  };
  guint kind = PATRON_CES_MEAN;

  if (convention != NULL && !find_word (convention, conventions, &kind))
    return patron_command_misuse (
        _("“%s” is none of agree, top, mean and index"), convention);
  score.ces = (PatronCesKind) kind;
  if (score.ces != PATRON_CES_MEAN)
    score.compare = compare_efforts;
  score.highest = patron_ces_get_top (score.ces);
  return run (args[0], &score);
}
