/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart.h"
#include "patron-values.h"

G_BEGIN_DECLS

#define PATRON_N_SCORE_GROUPS 3
#define PATRON_MOST_SCORES 11

typedef enum
{
  PATRON_SCORES_NONE,         /* values that are no answers on a scale */
  PATRON_SCORES_RECOMMEND,    /* 0 to 10: detractors, passives, promoters */
  PATRON_SCORES_SATISFACTION, /* 1 to 5: dissatisfied, neutral, satisfied */
  PATRON_SCORES_EFFORT,       /* 1 to 7: much effort, neither, little */
} PatronScoreScale;

/**
 * PatronScoreCounts:
 * @counts: answers by score, from the least score of the scale
 * @groups: answers in each group, from bad to good
 * @n: all of them
 * @left_out: answers that are not on the scale
 */
typedef struct
{
  double counts[PATRON_MOST_SCORES];
  double groups[PATRON_N_SCORE_GROUPS];
  double n;
  double left_out;
} PatronScoreCounts;

PatronScoreScale patron_score_scale_find  (const PatronChart       *chart,
                                           const PatronChartData   *data);
int         patron_score_scale_get_from   (PatronScoreScale         scale);
int         patron_score_scale_get_to     (PatronScoreScale         scale);
guint       patron_score_scale_get_group  (PatronScoreScale         scale,
                                           int                      score);
const char *patron_score_scale_name_group (PatronScoreScale         scale,
                                           guint                    group);
void        patron_score_counts_init      (PatronScoreCounts       *self,
                                           PatronScoreScale         scale,
                                           const PatronChartPoints *points);
char       *patron_score_counts_write     (const PatronScoreCounts *self,
                                           PatronScoreScale         scale);
double      patron_score_counts_score     (const PatronScoreCounts *self,
                                           PatronScoreScale         scale);
char       *patron_score_counts_interval  (const PatronScoreCounts *self,
                                           PatronScoreScale         scale);
char       *patron_score_write            (PatronScoreScale         scale,
                                           double                   score);
char       *patron_score_write_share      (double                   part,
                                           double                   whole);

G_END_DECLS
