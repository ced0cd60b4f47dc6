/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* The scales that customers answer on, and how their answers are grouped. */

#include "config.h"

#include "patron-score-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-number.h"
#include "patron-scores.h"

/* @last: the last score of each group */
static const struct
{
  int from;
  int to;
  int last[PATRON_N_SCORE_GROUPS];
  const char *names[PATRON_N_SCORE_GROUPS];
} scales[] = {
  [PATRON_SCORES_RECOMMEND] = {
    0, 10, { 6, 8, 10 },
    { NC_("score group", "Detractors"), NC_("score group", "Passives"),
      NC_("score group", "Promoters") },
  },
  [PATRON_SCORES_SATISFACTION] = {
    1, 5, { 2, 3, 5 },
    { NC_("score group", "Dissatisfied"), NC_("score group", "Neutral"),
      NC_("score group", "Satisfied") },
  },
  [PATRON_SCORES_EFFORT] = {
    1, 7, { 3, 4, 7 },
    { NC_("score group", "Much effort"), NC_("score group", "Neither"),
      NC_("score group", "Little effort") },
  },
};

static gboolean
fits (PatronScoreScale scale,
      double           value)
{
  return value == floor (value) && value >= scales[scale].from
         && value <= scales[scale].to;
}

/* patron_score_scale_find:
 *
 * Finds the scale of some answers: the one that the bounds of the axis name,
 * or else the one that nearly all answers are on.
 *
 * Returns: the scale
 */
PatronScoreScale
patron_score_scale_find (const PatronChart     *chart,
                         const PatronChartData *data)
{
  double n = 0, on_ten = 0, on_five = 0;

  for (int i = PATRON_SCORES_RECOMMEND; i <= PATRON_SCORES_EFFORT; i++)
    if (chart->y.min == scales[i].from && chart->y.max == scales[i].to)
      return (PatronScoreScale) i;
  for (guint i = 0; i < data->series->len; i++)
    {
      PatronValues values;

      patron_values_init (&values, &g_array_index (data->series,
                                                   PatronChartPoints, i));
      n += values.n + values.left_out;
      for (guint j = 0; j < values.values->len; j++)
        {
          const PatronCounted *here = &g_array_index (values.values,
                                                      PatronCounted, j);

          on_ten += fits (PATRON_SCORES_RECOMMEND, here->value) ? here->count
                                                                : 0;
          on_five += fits (PATRON_SCORES_SATISFACTION, here->value)
                       ? here->count
                       : 0;
        }
      patron_values_clear (&values);
    }
  if (n == 0 || on_ten < 0.95 * n)
    return PATRON_SCORES_NONE;
  return on_five >= 0.98 * n ? PATRON_SCORES_SATISFACTION
                             : PATRON_SCORES_RECOMMEND;
}

/* patron_score_scale_get_from:
 *
 * Returns: the least score
 */
int
patron_score_scale_get_from (PatronScoreScale scale)
{
  return scales[scale].from;
}

/* patron_score_scale_get_to:
 *
 * Returns: the largest score
 */
int
patron_score_scale_get_to (PatronScoreScale scale)
{
  return scales[scale].to;
}

/* patron_score_scale_get_group:
 *
 * Returns: the group of a score on the scale, from bad to good
 */
guint
patron_score_scale_get_group (PatronScoreScale scale,
                              int              score)
{
  guint group = 0;

  while (score > scales[scale].last[group])
    group++;
  return group;
}

/* patron_score_scale_name_group:
 *
 * Returns: (transfer none): what those are called that answer so
 */
const char *
patron_score_scale_name_group (PatronScoreScale scale,
                               guint            group)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "score group",
                       scales[scale].names[group]);
}

/* patron_score_counts_init:
 *
 * Counts the answers of a series.
 */
void
patron_score_counts_init (PatronScoreCounts       *self,
                          PatronScoreScale         scale,
                          const PatronChartPoints *points)
{
  PatronValues values;

  *self = (PatronScoreCounts) { 0 };
  patron_values_init (&values, points);
  self->left_out = values.left_out;
  for (guint i = 0; i < values.values->len; i++)
    {
      const PatronCounted *here = &g_array_index (values.values,
                                                  PatronCounted, i);
      int score = (int) CLAMP (here->value, -1, 100);

      if (!fits (scale, here->value))
        {
          self->left_out += here->count;
          continue;
        }
      self->counts[score - scales[scale].from] += here->count;
      self->groups[patron_score_scale_get_group (scale, score)]
        += here->count;
      self->n += here->count;
    }
  patron_values_clear (&values);
}

/* patron_score_counts_score:
 *
 * Returns: the net promoter score in points, or the share of those who are
 *   satisfied or had little effort, 0 to 1; NaN without answers
 */
double
patron_score_counts_score (const PatronScoreCounts *self,
                           PatronScoreScale         scale)
{
  if (self->n == 0)
    return NAN;
  if (scale == PATRON_SCORES_RECOMMEND)
    return 100 * (self->groups[2] - self->groups[0]) / self->n;
  return self->groups[2] / self->n;
}

/* patron_score_write:
 * @score: in points, or a share
 *
 * Returns: (transfer full): a score as its scale is written: "+22", "69 %"
 */
char *
patron_score_write (PatronScoreScale scale,
                    double           score)
{
  g_autofree char *number = NULL;

  if (scale != PATRON_SCORES_RECOMMEND)
    return patron_percent_format (score, 0);
  number = patron_number_format (fabs (round (score)), 0);
  return g_strconcat (round (score) > 0   ? "+"
                      : round (score) < 0 ? "\xe2\x88\x92"
                                          : "",
                      number, NULL);
}

/* patron_score_counts_write:
 *
 * Returns: (transfer full): the score: "NPS +22", "CSAT 69 %"; "" without
 *   answers
 */
char *
patron_score_counts_write (const PatronScoreCounts *self,
                           PatronScoreScale         scale)
{
  g_autofree char *number = NULL;

  if (self->n == 0)
    return g_strdup ("");
  number = patron_score_write (scale, patron_score_counts_score (self,
                                                                 scale));
  switch (scale)
    {
    case PATRON_SCORES_RECOMMEND:
      /* Translators: net promoter score. */
      return g_strdup_printf (_("NPS %s"), number);
    case PATRON_SCORES_SATISFACTION:
      /* Translators: customer satisfaction score. */
      return g_strdup_printf (_("CSAT %s"), number);
    case PATRON_SCORES_EFFORT:
    case PATRON_SCORES_NONE:
    default:
      /* Translators: customer effort score. */
      return g_strdup_printf (_("CES %s"), number);
    }
}

/* patron_score_counts_interval:
 *
 * Says how sure the score is: adjusted Wald for net promoter scores, Wilson
 * for shares; see patron-scores.h.
 *
 * Returns: (transfer full) (nullable): the interval; %NULL without answers
 */
char *
patron_score_counts_interval (const PatronScoreCounts *self,
                              PatronScoreScale         scale)
{
  double lower, upper;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (self->n < 1)
    return NULL;
  if (scale == PATRON_SCORES_RECOMMEND)
    {
      PatronNps nps;

      patron_nps ((guint64) self->groups[2], (guint64) self->groups[1],
                  (guint64) self->groups[0], &nps);
      lower = nps.lower;
      upper = nps.upper;
    }
  else
    {
      PatronProportion share;

      patron_proportion ((guint64) self->groups[2], (guint64) self->n,
                         &share);
      lower = share.lower;
      upper = share.upper;
    }
  low = patron_score_write (scale, lower);
  high = patron_score_write (scale, upper);
  /* Translators: the ends of the 95 % interval of a score. */
  return g_strdup_printf (_("95\xe2\x80\xaf%% interval %s to %s"), low, high);
}

/* patron_score_write_share:
 *
 * Returns: (transfer full): @part of @whole in percent
 */
char *
patron_score_write_share (double part,
                          double whole)
{
  return patron_percent_format (whole > 0 ? part / whole : 0, 0);
}
