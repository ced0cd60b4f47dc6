/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* What histograms and distributions of scores show, in words. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-private.h"
#include "patron-number.h"
#include "patron-score-scale.h"
#include "patron-values.h"

#define MOST_TOLD 12

static void
take_values (PatronValues          *values,
             const PatronChartData *data,
             guint                  series)
{
  patron_values_init (values, &g_array_index (data->series, PatronChartPoints,
                                              series));
}

static char *
write_quantile (const PatronChart  *chart,
                const PatronValues *values,
                double              share)
{
  return patron_format_value (&chart->y.format,
                              patron_values_quantile (values, share));
}

static char *
write_half (const PatronChart     *chart,
            const PatronChartData *data)
{
  PatronValues values;
  g_autofree char *name
    = patron_text_clean (patron_chart_series_name (chart, 0));
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  double n;

  take_values (&values, data, 0);
  low = write_quantile (chart, &values, values.n < 4 ? 0 : 0.25);
  high = write_quantile (chart, &values, values.n < 4 ? 1 : 0.75);
  n = values.n;
  patron_values_clear (&values);
  if (n == 0 || *name == '\0')
    return NULL;
  if (g_str_equal (low, high))
    return n < 4 ? g_strdup_printf (_("%s: all values are %s"), name, low)
                 /* Translators: measure, value. */
                 : g_strdup_printf (_("%s: at least half of the values are"
                                      " %s"), name, low);
  if (n < 4)
    return g_strdup_printf (_("%s: all values lie between %s and %s"), name,
                            low, high);
  /* Translators: measure, two values. */
  return g_strdup_printf (_("%s: half of the values lie between %s and %s"),
                          name, low, high);
}

static char *
compare_medians (const PatronChart     *chart,
                 const PatronChartData *data)
{
  double most = -INFINITY, least = INFINITY;
  guint high = 0, low = 0;
  g_autofree char *high_text = NULL;
  g_autofree char *low_text = NULL;

  for (guint i = 0; i < data->series->len; i++)
    {
      PatronValues values;
      double median;

      take_values (&values, data, i);
      median = patron_values_quantile (&values, 0.5);
      patron_values_clear (&values);
      if (median > most)
        {
          most = median;
          high = i;
        }
      if (median < least)
        {
          least = median;
          low = i;
        }
    }
  high_text = patron_format_value (&chart->y.format, most);
  low_text = patron_format_value (&chart->y.format, least);
  if (high == low || g_str_equal (high_text, low_text)
      || *patron_chart_series_name (chart, high) == '\0'
      || *patron_chart_series_name (chart, low) == '\0')
    return NULL;
  /* Translators: name and median of the highest of several series, then of
   * the lowest. */
  return g_strdup_printf (
    _("%s has the highest median with %s, %s the lowest with %s"),
    patron_chart_series_name (chart, high), high_text,
    patron_chart_series_name (chart, low), low_text);
}

/* patron_chart_write_histogram:
 *
 * Returns: (transfer full) (nullable): between what half of the values lie
 */
char *
patron_chart_write_histogram (const PatronChart     *chart,
                              const PatronChartData *data)
{
  if (data->series->len == 0)
    return NULL;
  if (data->series->len > 1)
    return compare_medians (chart, data);
  return write_half (chart, data);
}

/* patron_chart_describe_histogram:
 *
 * Returns: (transfer full) (nullable): of each series how many values there
 *   are, from where to where, and their median
 */
char *
patron_chart_describe_histogram (const PatronChart     *chart,
                                 const PatronChartData *data)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < data->series->len && i < MOST_TOLD; i++)
    {
      PatronValues values;
      g_autofree char *name
        = patron_text_clean (patron_chart_series_name (chart, i));
      g_autofree char *number = NULL;
      g_autofree char *least = NULL;
      g_autofree char *median = NULL;
      g_autofree char *most = NULL;

      take_values (&values, data, i);
      number = patron_number_format (values.n, 0);
      least = write_quantile (chart, &values, 0);
      median = write_quantile (chart, &values, 0.5);
      most = write_quantile (chart, &values, 1);
      if (values.n > 0)
        g_string_append_printf (
          text,
          /* Translators: measure, how many values, the least, the largest,
           * the median. */
          ngettext ("%s%s: %s value between %s and %s, the median is %s.",
                    "%s%s: %s values between %s and %s, the median is %s.",
                    (gulong) MIN (values.n, 1e15)),
          text->len > 0 ? " " : "", *name != '\0' ? name : _("Value"), number,
          least, most, median);
      patron_values_clear (&values);
    }
  return g_string_free (text, text->len == 0);
}

static void
take_counts (PatronScoreCounts     *counts,
             PatronScoreScale       scale,
             const PatronChartData *data,
             guint                  series)
{
  patron_score_counts_init (counts, scale,
                            &g_array_index (data->series, PatronChartPoints,
                                            series));
}

static char *
write_scores (const PatronChartData *data,
              PatronScoreScale       scale)
{
  PatronScoreCounts counts;
  g_autofree char *score = NULL;
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;

  take_counts (&counts, scale, data, 0);
  if (counts.n == 0)
    return NULL;
  score = patron_score_counts_write (&counts, scale);
  good = patron_score_write_share (counts.groups[2], counts.n);
  bad = patron_score_write_share (counts.groups[0], counts.n);
  switch (scale)
    {
    case PATRON_SCORES_RECOMMEND:
      /* Translators: two shares of customers, and a score such as “NPS
       * +22”. */
      return g_strdup_printf (
        _("%s are promoters and %s detractors: %s"), good, bad, score);
    case PATRON_SCORES_SATISFACTION:
      /* Translators: two shares of customers. */
      return g_strdup_printf (
        _("%s are satisfied and %s dissatisfied"), good, bad);
    case PATRON_SCORES_EFFORT:
    case PATRON_SCORES_NONE:
    default:
      /* Translators: two shares of customers. */
      return g_strdup_printf (
        _("%s had little effort and %s much"), good, bad);
    }
}

static char *
compare_scores (const PatronChart     *chart,
                const PatronChartData *data,
                PatronScoreScale       scale)
{
  double most = -INFINITY, least = INFINITY;
  guint high = 0, low = 0;
  g_autofree char *high_text = NULL;
  g_autofree char *low_text = NULL;

  for (guint i = 0; i < data->series->len; i++)
    {
      PatronScoreCounts counts;
      double score;

      take_counts (&counts, scale, data, i);
      score = patron_score_counts_score (&counts, scale);
      if (score > most)
        {
          most = score;
          high = i;
        }
      if (score < least)
        {
          least = score;
          low = i;
        }
    }
  if (high == low || *patron_chart_series_name (chart, high) == '\0'
      || *patron_chart_series_name (chart, low) == '\0')
    return NULL;
  high_text = patron_score_write (scale, most);
  low_text = patron_score_write (scale, least);
  if (g_str_equal (high_text, low_text))
    return NULL;
  /* Translators: name and score of the best of several groups, then of the
   * worst. */
  return g_strdup_printf (_("The score is highest for %s with %s, lowest for"
                            " %s with %s"),
                          patron_chart_series_name (chart, high), high_text,
                          patron_chart_series_name (chart, low), low_text);
}

/* patron_chart_write_distribution:
 *
 * Returns: (transfer full) (nullable): the score, and what it is made of
 */
char *
patron_chart_write_distribution (const PatronChart     *chart,
                                 const PatronChartData *data)
{
  PatronScoreScale scale = patron_score_scale_find (chart, data);

  if (data->series->len == 0)
    return NULL;
  if (scale == PATRON_SCORES_NONE)
    return patron_chart_write_histogram (chart, data);
  if (data->series->len > 1)
    return compare_scores (chart, data, scale);
  return write_scores (data, scale);
}

static void
describe_answers (GString                 *text,
                  const PatronScoreCounts *counts,
                  PatronScoreScale         scale,
                  const char              *name)
{
  g_autofree char *score = patron_score_counts_write (counts, scale);
  g_autofree char *interval = patron_score_counts_interval (counts, scale);
  g_autofree char *number = patron_number_format (counts->n, 0);

  g_string_append_printf (
    text,
    /* Translators: whose answers, how many, a score such as “NPS +22”, its
     * interval. */
    ngettext ("%s%s: %s answer, %s, %s.", "%s%s: %s answers, %s, %s.",
              (gulong) MIN (counts->n, 1e15)),
    text->len > 0 ? " " : "", name, number, score, interval);
  for (guint group = 0; group < PATRON_N_SCORE_GROUPS; group++)
    {
      g_autofree char *share = patron_score_write_share (
        counts->groups[group], counts->n);

      g_string_append_c (text, ' ');
      /* Translators: a group of customers, and its share. */
      g_string_append_printf (text, C_("score group", "%s: %s."),
                              patron_score_scale_name_group (scale, group),
                              share);
    }
}

/* patron_chart_describe_distribution:
 *
 * Returns: (transfer full) (nullable): the score of each series, how sure it
 *   is, and the shares of the groups
 */
char *
patron_chart_describe_distribution (const PatronChart     *chart,
                                    const PatronChartData *data)
{
  PatronScoreScale scale = patron_score_scale_find (chart, data);
  double target = patron_chart_get_target_at (chart, INFINITY);
  GString *text;

  if (scale == PATRON_SCORES_NONE)
    return patron_chart_describe_histogram (chart, data);
  text = g_string_new (NULL);
  for (guint i = 0; i < data->series->len && i < MOST_TOLD; i++)
    {
      PatronScoreCounts counts;
      g_autofree char *name
        = patron_text_clean (patron_chart_series_name (chart, i));

      take_counts (&counts, scale, data, i);
      if (counts.n >= 1)
        describe_answers (text, &counts, scale,
                          *name != '\0' ? name : _("Answers"));
    }
  if (isfinite (target) && text->len > 0)
    {
      g_autofree char *aim = patron_score_write (scale, target);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("The target is %s."), aim);
    }
  return g_string_free (text, text->len == 0);
}
