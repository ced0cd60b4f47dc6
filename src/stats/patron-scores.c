/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-stats"

#include "patron-scores.h"

#include <math.h>

/* The standard error of a mean of +1, 0 and -1, from the shares of the
 * first and the last, which may not quite be counts. */
static double
get_net_variance (double up,
                  double down,
                  double n)
{
  return fmax (up + down - (up - down) * (up - down), 0) / n;
}

static guint64
add_up (const guint64 *answers,
        guint          from,
        guint          to)
{
  guint64 sum = 0;

  for (guint i = from; i <= to; i++)
    sum += answers[i];
  return sum;
}

/**
 * patron_nps:
 * @n_promoters: how many answered 9 or 10
 * @n_passives: how many answered 7 or 8
 * @n_detractors: how many answered 0 to 6
 * @nps: (out): the score, in points from -100 to 100
 *
 * The net promoter score, 100 × (P − D)/n, where n are those who answered
 * (Reichheld, 2003). Its variance is 100² × (p + d − (p − d)²)/n, that of the
 * mean of +1, 0 and −1.
 *
 * The interval to show is the adjusted Wald one, which keeps its promise in
 * small samples too: 3/4 promoters, 3/4 detractors and 3/2 passives are added
 * (Rocks, 2016). The plain Wald interval claims to be certain where all are
 * of one mind. Both end at -100 and 100.
 *
 * Without any answer, all but the counts are NAN.
 */
void
patron_nps (guint64    n_promoters,
            guint64    n_passives,
            guint64    n_detractors,
            PatronNps *nps)
{
  double n = (double) n_promoters + (double) n_passives
             + (double) n_detractors;
  double p = (double) n_promoters / n;
  double d = (double) n_detractors / n;
  double n_adjusted = n + 3;
  double p_adjusted = ((double) n_promoters + 0.75) / n_adjusted;
  double d_adjusted = ((double) n_detractors + 0.75) / n_adjusted;

  *nps = (PatronNps){
    .n = n_promoters + n_passives + n_detractors,
    .n_promoters = n_promoters,
    .n_passives = n_passives,
    .n_detractors = n_detractors,
    .score = NAN,
    .variance = NAN,
    .error = NAN,
    .wald_lower = NAN,
    .wald_upper = NAN,
    .adjusted = NAN,
    .adjusted_error = NAN,
    .lower = NAN,
    .upper = NAN,
  };
  if (nps->n == 0)
    return;
  nps->score = 100 * ((double) n_promoters - (double) n_detractors) / n;
  nps->variance = 100 * 100 * get_net_variance (p, d, n);
  nps->error = sqrt (nps->variance);
  nps->wald_lower = fmax (nps->score - PATRON_Z_95 * nps->error, -100);
  nps->wald_upper = fmin (nps->score + PATRON_Z_95 * nps->error, 100);
  nps->adjusted = 100 * (p_adjusted - d_adjusted);
  nps->adjusted_error
      = 100 * sqrt (get_net_variance (p_adjusted, d_adjusted, n_adjusted));
  nps->lower = fmax (nps->adjusted - PATRON_Z_95 * nps->adjusted_error, -100);
  nps->upper = fmin (nps->adjusted + PATRON_Z_95 * nps->adjusted_error, 100);
}

/**
 * patron_nps_of_answers:
 * @answers: how many gave each answer from 0 to 10
 * @nps: (out): the score, see patron_nps()
 */
void
patron_nps_of_answers (const guint64  answers[11],
                       PatronNps     *nps)
{
  patron_nps (add_up (answers, 9, 10), add_up (answers, 7, 8),
              add_up (answers, 0, 6), nps);
}

/**
 * patron_nps_difference:
 * @first: a score
 * @second: another one, of other people
 * @difference: (out): @second less @first, in points
 *
 * How two net promoter scores differ: b − a ± 1.96 × √(SEa² + SEb²), with the
 * adjusted errors, which are not 0 where all are of one mind. The ends are
 * held between -200 and 200.
 */
void
patron_nps_difference (const PatronNps  *first,
                       const PatronNps  *second,
                       PatronDifference *difference)
{
  double reach = PATRON_Z_95
                 * hypot (first->adjusted_error, second->adjusted_error);

  difference->value = second->score - first->score;
  difference->lower = isnan (difference->value)
                          ? NAN
                          : fmax (difference->value - reach, -200);
  difference->upper = isnan (difference->value)
                          ? NAN
                          : fmin (difference->value + reach, 200);
}

/**
 * patron_proportion:
 * @n_hits: how many count, at most @n
 * @n: how many there are
 * @proportion: (out): the share, from 0 to 1
 *
 * A share with its score interval (Wilson, 1927):
 * (x + z²/2)/(n + z²) ± z√n/(n + z²) × √(pq + z²/4n).
 *
 * Without anything to count, all but the counts are NAN.
 */
void
patron_proportion (guint64           n_hits,
                   guint64           n,
                   PatronProportion *proportion)
{
  const double z2 = PATRON_Z_95 * PATRON_Z_95;
  double all = (double) n;
  double hits = (double) n_hits;
  double p = hits / all;
  double middle = (hits + z2 / 2) / (all + z2);
  double reach = PATRON_Z_95 * sqrt (all) / (all + z2)
                 * sqrt (p * ((all - hits) / all) + z2 / (4 * all));

  *proportion = (PatronProportion){
    .n = n,
    .n_hits = n_hits,
    .share = NAN,
    .lower = NAN,
    .upper = NAN,
  };
  if (n == 0)
    return;
  proportion->share = p;
  /* None and all are ends of the interval, whatever is lost to rounding. */
  proportion->lower = n_hits == 0 ? 0 : fmax (middle - reach, 0);
  proportion->upper = n_hits == n ? 1 : fmin (middle + reach, 1);
}

/**
 * patron_csat_of_answers:
 * @answers: how many gave each answer from 0 to 5; 0 is none of the scale
 *   and left out
 * @csat: (out): the share of 4 and 5 among 1 to 5, from 0 to 1
 *
 * Customer satisfaction by its usual convention, the two top boxes of five,
 * with the interval of patron_proportion().
 */
void
patron_csat_of_answers (const guint64     answers[6],
                        PatronProportion *csat)
{
  patron_proportion (add_up (answers, 4, 5), add_up (answers, 1, 5), csat);
}

/**
 * patron_proportion_difference:
 * @first: a share
 * @second: another one, of other things
 * @difference: (out): @second less @first, from -1 to 1
 *
 * How two shares differ, with the hybrid of their two score intervals
 * (Newcombe, 1998, method 10), which stays within -1 and 1.
 */
void
patron_proportion_difference (const PatronProportion *first,
                              const PatronProportion *second,
                              PatronDifference       *difference)
{
  difference->value = second->share - first->share;
  difference->lower = difference->value
                      - hypot (second->share - second->lower,
                               first->upper - first->share);
  difference->upper = difference->value
                      + hypot (second->upper - second->share,
                               first->share - first->lower);
}

/**
 * patron_ces_get_top:
 *
 * Returns: the highest answer of the scale that begins with 1
 */
guint
patron_ces_get_top (PatronCesKind kind)
{
  return kind == PATRON_CES_AGREE ? 5 : 7;
}

/* Mean ± 1.96 s/√n: the normal approximation, which one answer does not
 * allow. */
static void
compute_mean (const guint64 *answers,
              PatronCes     *ces)
{
  double n = (double) ces->n;
  double sum = 0;
  double squares = 0;
  double reach;

  for (guint i = 1; i <= 7; i++)
    sum += i * (double) answers[i];
  ces->score = sum / n;
  for (guint i = 1; i <= 7; i++)
    squares += (double) answers[i] * (i - ces->score) * (i - ces->score);
  reach = PATRON_Z_95 * sqrt (squares / (n - 1) / n);
  ces->lower = ces->n < 2 ? NAN : fmax (ces->score - reach, 1);
  ces->upper = ces->n < 2 ? NAN : fmin (ces->score + reach, 7);
}

static void
compute_share (PatronCes *ces)
{
  PatronProportion share;

  patron_proportion (ces->n_high, ces->n, &share);
  ces->score = 100 * share.share;
  ces->lower = 100 * share.lower;
  ces->upper = 100 * share.upper;
}

static void
compute_index (PatronCes *ces)
{
  PatronNps net;

  patron_nps (ces->n_high, ces->n_middle, ces->n_low, &net);
  ces->score = net.score;
  ces->lower = net.lower;
  ces->upper = net.upper;
}

/**
 * patron_ces_of_answers:
 * @kind: what is called a customer effort score
 * @answers: how many gave each answer from 0 to 7; those that the scale does
 *   not have are left out
 * @ces: (out): the score
 *
 * Customer effort by one of its four conventions, which cannot be compared
 * with each other: the share of agreement in percent, with the interval of
 * patron_proportion(); the mean answer, with 1.96 standard errors to either
 * side, within 1 to 7; or the index in points, which is computed as a net
 * promoter score is, with the interval of patron_nps().
 *
 * Without any answer, all but the counts are NAN.
 */
void
patron_ces_of_answers (PatronCesKind  kind,
                       const guint64  answers[8],
                       PatronCes     *ces)
{
  guint top = patron_ces_get_top (kind);
  guint high = kind == PATRON_CES_AGREE ? 4 : kind == PATRON_CES_INDEX ? 6 : 5;
  guint low = kind == PATRON_CES_AGREE ? 2 : 3;

  *ces = (PatronCes){
    .n = add_up (answers, 1, top),
    .n_high = add_up (answers, high, top),
    .n_middle = add_up (answers, low + 1, high - 1),
    .n_low = add_up (answers, 1, low),
    .score = NAN,
    .lower = NAN,
    .upper = NAN,
  };
  if (ces->n == 0)
    return;
  switch (kind)
    {
    case PATRON_CES_MEAN:
      compute_mean (answers, ces);
      break;

    case PATRON_CES_INDEX:
      compute_index (ces);
      break;

    case PATRON_CES_AGREE:
    case PATRON_CES_TOP:
    default:
      compute_share (ces);
      break;
    }
}
