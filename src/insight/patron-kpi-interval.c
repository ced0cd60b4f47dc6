/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* How sure one can be of the values of a KPI that count answers or cases. */

#include "config.h"

#include "patron-kpi-interval.h"

#include <math.h>

static gboolean
is_counted (const PatronKpiSeries *self,
            gssize                 place)
{
  return place >= 0 && isfinite (self->hits[place]);
}

static gboolean
is_net (const PatronKpiSeries *self,
        gssize                 place)
{
  return is_counted (self, place) && isfinite (self->against[place]);
}

static void
get_nps (const PatronKpiSeries *self,
         gssize                 place,
         PatronNps             *nps)
{
  guint64 n = (guint64) self->samples[place];
  guint64 n_promoters = (guint64) self->hits[place];
  guint64 n_detractors = (guint64) self->against[place];

  patron_nps (n_promoters, n - n_promoters - n_detractors, n_detractors, nps);
}

static void
get_share (const PatronKpiSeries *self,
           gssize                 place,
           PatronProportion      *share)
{
  patron_proportion ((guint64) self->hits[place],
                     (guint64) self->samples[place], share);
}

/**
 * patron_kpi_series_get_interval:
 * @place: a value, or -1
 * @interval: (out): its interval of 95 %: adjusted Wald for a net score,
 *   Wilson for a share
 *
 * Returns: whether the answers or cases behind the value are known
 */
gboolean
patron_kpi_series_get_interval (const PatronKpiSeries *self,
                                gssize                 place,
                                PatronKpiInterval     *interval)
{
  PatronProportion share;
  PatronNps nps;

  if (!is_counted (self, place))
    return FALSE;
  if (is_net (self, place))
    {
      get_nps (self, place, &nps);
      *interval = (PatronKpiInterval){
        TRUE, nps.n, nps.n_promoters, nps.n_detractors, nps.lower, nps.upper,
      };
      return TRUE;
    }
  get_share (self, place, &share);
  *interval = (PatronKpiInterval){
    FALSE, share.n, share.n_hits, 0, share.lower, share.upper,
  };
  return TRUE;
}

/**
 * patron_kpi_series_get_difference:
 * @place: a value, or -1
 * @other: the same KPI, or that of other people
 * @other_place: a value of @other, or -1
 * @difference: (out): how much more @other is, with its interval of 95 %, in
 *   the unit of the KPI
 *
 * Both must come from different answers or cases.
 *
 * Returns: whether those of both values are known
 */
gboolean
patron_kpi_series_get_difference (const PatronKpiSeries *self,
                                  gssize                 place,
                                  const PatronKpiSeries *other,
                                  gssize                 other_place,
                                  PatronDifference      *difference)
{
  PatronProportion first, second;
  PatronNps one, two;

  if (!is_counted (self, place) || !is_counted (other, other_place)
      || is_net (self, place) != is_net (other, other_place))
    return FALSE;
  if (is_net (self, place))
    {
      get_nps (self, place, &one);
      get_nps (other, other_place, &two);
      patron_nps_difference (&one, &two, difference);
      return TRUE;
    }
  get_share (self, place, &first);
  get_share (other, other_place, &second);
  patron_proportion_difference (&first, &second, difference);
  return TRUE;
}
