/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Scores of answers, each with how sure one can be of it. All intervals are
 * of 95 %, with the 1.96 that the published examples are computed with. */

#define PATRON_Z_95 1.96

/**
 * PatronNps:
 * @n: how many answered
 * @n_promoters: answers of 9 and 10
 * @n_passives: answers of 7 and 8
 * @n_detractors: answers of 0 to 6
 * @score: in points, -100 to 100
 * @variance: of @score, in points²
 * @error: the standard error of @score, in points
 * @wald_lower: lower end of the Wald interval, in points
 * @wald_upper: its upper end
 * @adjusted: the middle of the adjusted Wald interval, in points
 * @adjusted_error: its standard error, in points
 * @lower: lower end of the adjusted Wald interval, in points
 * @upper: its upper end
 *
 * A net promoter score.
 */
typedef struct
{
  guint64 n;
  guint64 n_promoters;
  guint64 n_passives;
  guint64 n_detractors;
  double  score;
  double  variance;
  double  error;
  double  wald_lower;
  double  wald_upper;
  double  adjusted;
  double  adjusted_error;
  double  lower;
  double  upper;
} PatronNps;

/**
 * PatronProportion:
 * @n: how many there are
 * @n_hits: how many of them count
 * @share: 0 to 1
 * @lower: lower end of the Wilson interval, 0 to 1
 * @upper: its upper end
 *
 * A part of a whole.
 */
typedef struct
{
  guint64 n;
  guint64 n_hits;
  double  share;
  double  lower;
  double  upper;
} PatronProportion;

/**
 * PatronCesKind:
 * @PATRON_CES_AGREE: percent of 4 and 5, on a scale of 1 to 5
 * @PATRON_CES_TOP: percent of 5 to 7, on a scale of 1 to 7
 * @PATRON_CES_MEAN: the mean, on a scale of 1 to 7
 * @PATRON_CES_INDEX: percent of 6 and 7 less percent of 1 to 3, on a scale
 *   of 1 to 7
 *
 * What people call a customer effort score. On each of the scales, much
 * means little effort.
 */
typedef enum
{
  PATRON_CES_AGREE,
  PATRON_CES_TOP,
  PATRON_CES_MEAN,
  PATRON_CES_INDEX,
} PatronCesKind;

#define PATRON_N_CES_KINDS 4

/**
 * PatronCes:
 * @n: how many answered
 * @n_high: 4 to 5 of 5, 5 to 7 of 7; 6 to 7 for %PATRON_CES_INDEX
 * @n_middle: what lies between
 * @n_low: 1 to 2 of 5, 1 to 3 of 7
 * @score: in percent, points or answers, as the kind has it
 * @lower: lower end of its interval, in the unit of @score; NAN where there
 *   is none
 * @upper: its upper end
 *
 * A customer effort score.
 */
typedef struct
{
  guint64 n;
  guint64 n_high;
  guint64 n_middle;
  guint64 n_low;
  double  score;
  double  lower;
  double  upper;
} PatronCes;

/**
 * PatronDifference:
 * @value: the second less the first, in their unit
 * @lower: lower end of its interval
 * @upper: its upper end
 *
 * How two scores differ. They do so significantly at 5 % where the interval
 * leaves out 0.
 */
typedef struct
{
  double value;
  double lower;
  double upper;
} PatronDifference;

void  patron_nps                   (guint64                 n_promoters,
                                    guint64                 n_passives,
                                    guint64                 n_detractors,
                                    PatronNps              *nps);
void  patron_nps_of_answers        (const guint64           answers[11],
                                    PatronNps              *nps);
void  patron_nps_difference        (const PatronNps        *first,
                                    const PatronNps        *second,
                                    PatronDifference       *difference);

void  patron_proportion            (guint64                 n_hits,
                                    guint64                 n,
                                    PatronProportion       *proportion);
void  patron_csat_of_answers       (const guint64           answers[6],
                                    PatronProportion       *csat);
void  patron_proportion_difference (const PatronProportion *first,
                                    const PatronProportion *second,
                                    PatronDifference       *difference);

guint patron_ces_get_top           (PatronCesKind           kind);
void  patron_ces_of_answers        (PatronCesKind           kind,
                                    const guint64           answers[8],
                                    PatronCes              *ces);

G_END_DECLS
