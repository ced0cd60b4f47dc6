/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart.h"

G_BEGIN_DECLS

/**
 * PatronCounted:
 * @value: a value
 * @count: how often it was given
 */
typedef struct
{
  double value;
  double count;
} PatronCounted;

/**
 * PatronValues:
 * @values: (element-type PatronCounted): by rising value
 * @n: how many there are, each as often as it was given
 * @whole: whether all are whole numbers
 * @left_out: how many were left out because no axis could show them
 */
typedef struct
{
  GArray *values;
  double n;
  gboolean whole;
  double left_out;
} PatronValues;

/**
 * PatronBinRule:
 * @PATRON_BIN_EACH: one for each whole number
 * @PATRON_BIN_FREEDMAN_DIACONIS: 2 IQR / n^(1/3) wide
 * @PATRON_BIN_STURGES: log2 n + 1 of them
 */
typedef enum
{
  PATRON_BIN_EACH,
  PATRON_BIN_FREEDMAN_DIACONIS,
  PATRON_BIN_STURGES,
} PatronBinRule;

/**
 * PatronBins:
 * @rule: what their width comes from, before it was rounded
 * @centred: whether each stands for one whole number, its middle
 * @from: where the first begins
 * @width: the width of each
 * @n: how many
 *
 * Bins of values: each takes in its lower edge, and the last its upper edge
 * too.
 */
typedef struct
{
  PatronBinRule rule;
  gboolean centred;
  double from;
  double width;
  guint n;
} PatronBins;

void   patron_values_init     (PatronValues            *self,
                               const PatronChartPoints *points);
void   patron_values_clear    (PatronValues            *self);
void   patron_values_join     (PatronValues            *self,
                               const PatronValues      *other);
double patron_values_quantile (const PatronValues      *self,
                               double                   share);
double patron_values_mean     (const PatronValues      *self);
void   patron_bins_init       (PatronBins              *self,
                               const PatronValues      *values,
                               guint                    most);
guint  patron_bins_find       (const PatronBins        *self,
                               double                   value);

G_END_DECLS
