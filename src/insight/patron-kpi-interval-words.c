/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* How sure one can be of a value, and of a difference, in plain words. */

#include "config.h"

#include "patron-kpi-interval.h"
#include "patron-kpi-judgement.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-kpi-expression.h"
#include "patron-measurement.h"
#include "patron-number.h"

/* The ends of an interval are no surer than a tenth of a point. */
static char *
write_end (const PatronKpiJudgement *self,
           const PatronKpiInterval  *interval,
           double                    end)
{
  return interval->net ? patron_number_format (end, fabs (end) < 100 ? 1 : 0)
                       : patron_percent_format (end, 1);
}

/**
 * patron_kpi_write_range:
 * @place: a value, or -1
 *
 * Returns: (transfer full) (nullable): from where to where the value lies with
 *   95 % probability, in few words; %NULL where that is not known
 */
char *
patron_kpi_write_range (const PatronKpiJudgement *self,
                        gssize                    place)
{
  PatronKpiInterval interval;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;

  if (!patron_kpi_series_get_interval (self->series, place, &interval))
    return NULL;
  lower = write_end (self, &interval, interval.lower);
  upper = write_end (self, &interval, interval.upper);
  /* Translators: the ends of an interval, such as “28.0 to 58.0”. */
  return g_strdup_printf (C_("interval", "%s to %s"), lower, upper);
}

/**
 * patron_kpi_write_interval:
 * @place: a value, or -1
 *
 * Returns: (transfer full) (nullable): of how many answers the value is, and
 *   how sure it is; %NULL where that is not known
 */
char *
patron_kpi_write_interval (const PatronKpiJudgement *self,
                           gssize                    place)
{
  PatronKpiInterval interval;
  g_autofree char *range = patron_kpi_write_range (self, place);

  if (range == NULL)
    return NULL;
  patron_kpi_series_get_interval (self->series, place, &interval);
  if (interval.net)
    return g_strdup_printf (
        ngettext ("Of %u answer %u promoters and %u detractors: with 95 %% "
                  "probability %s",
                  "Of %u answers %u promoters and %u detractors: with 95 %% "
                  "probability %s",
                  (guint) interval.n),
        (guint) interval.n, (guint) interval.n_hits,
        (guint) interval.n_against, range);
  /* Translators: how many of how many, then from where to where. */
  return g_strdup_printf (_("%u of %u: with 95 %% probability %s"),
                          (guint) interval.n_hits, (guint) interval.n, range);
}

/**
 * patron_kpi_write_no_interval:
 * @place: a value, or -1
 *
 * Returns: (transfer full) (nullable): what is missing to say how sure a value
 *   is; %NULL where nothing is
 */
char *
patron_kpi_write_no_interval (const PatronKpiJudgement *self,
                              gssize                    place)
{
  PatronKpiInterval interval;
  const char *const *parts = patron_kpi_get_parts (self->kpi);

  if (place < 0
      || patron_kpi_series_get_interval (self->series, place, &interval))
    return NULL;
  if (patron_kpi_is_calculated (self->kpi))
    return g_strdup (_("No interval: the value is computed from other KPIs"));
  if (parts[0] != NULL && g_str_equal (parts[0], "promoters"))
    return g_strdup (_("No interval: it needs the promoters, detractors and "
                       "sample size that make the value"));
  if (g_strcmp0 (patron_record_get_text (self->kpi, "unit_kind"), "percent")
      == 0)
    return g_strdup (_("No interval: it needs the numerator and denominator, "
                       "whole numbers that make the value"));
  return g_strdup (_("No interval: the spread of the single answers or cases "
                     "behind the value is not known. The natural limits tell "
                     "a signal from chance"));
}

/* In points, of which the unit of what changed tells. */
static char *
write_bound (double   bound,
             gboolean net)
{
  double points = net ? bound : bound * 100;
  g_autofree char *size = patron_number_format (fabs (points), 1);

  return g_strdup_printf (points < 0 ? C_("difference", "−%s")
                                     : C_("difference", "+%s"),
                          size);
}

/* A difference with its interval. */
typedef struct
{
  gboolean more;
  gboolean sure;
  char    *title;
  char    *size;
  char    *lower;
  char    *upper;
} Words;

static void
find_words (const PatronKpiJudgement *self,
            gssize                    place,
            const PatronDifference   *difference,
            Words                    *words)
{
  gboolean net = isfinite (self->series->against[place]);

  words->more = difference->value > 0;
  words->sure = difference->lower > 0 || difference->upper < 0;
  words->title = patron_record_get_title (self->kpi);
  words->size = patron_kpi_write_size (self, difference->value);
  words->lower = write_bound (difference->lower, net);
  words->upper = write_bound (difference->upper, net);
}

static void
clear_words (Words *words)
{
  g_free (words->title);
  g_free (words->size);
  g_free (words->lower);
  g_free (words->upper);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

/* Two values that are the same differ by nothing, but perhaps not for long. */
static char *
write_same (const Words *words)
{
  return g_strdup_printf (
      /* Translators: the ends of the interval of a difference. */
      _("No difference, 95 %% interval %s to %s: may be chance"),
      words->lower, words->upper);
}

static char *
write_changed (const Words *words)
{
  return g_strdup_printf (
      words->more && words->sure
          ? /* Translators: a KPI, how much it changed, and the ends of the
             * interval of that. */
          _("%s rose by %s, 95 %% interval %s to %s: more than chance")
      : words->more
          ? _("%s rose by %s, 95 %% interval %s to %s: may be chance")
      : words->sure
          ? _("%s fell by %s, 95 %% interval %s to %s: more than chance")
          : _("%s fell by %s, 95 %% interval %s to %s: may be chance"),
      words->title, words->size, words->lower, words->upper);
}

/**
 * patron_kpi_write_chance:
 * @change: a comparison of the judgement
 *
 * Returns: (transfer full) (nullable): how the KPI changed, with the interval
 *   of that, and whether it is more than chance; %NULL where that is not known
 */
char *
patron_kpi_write_chance (const PatronKpiJudgement *self,
                         const PatronKpiChange    *change)
{
  g_auto (Words) words = { 0 };
  PatronDifference difference;

  if (!patron_kpi_series_get_difference (self->series, change->place,
                                         self->series, self->latest,
                                         &difference))
    return NULL;
  find_words (self, self->latest, &difference, &words);
  return difference.value == 0 ? write_same (&words) : write_changed (&words);
}

/**
 * patron_kpi_write_group_chance:
 * @place: the value of the judgement that is compared
 * @difference: how much more it is than that of other people
 *
 * Returns: (transfer full): how the two differ, with the interval of that, and
 *   whether it is more than chance
 */
char *
patron_kpi_write_group_chance (const PatronKpiJudgement *self,
                               gssize                    place,
                               const PatronDifference   *difference)
{
  g_auto (Words) words = { 0 };

  find_words (self, place, difference, &words);
  if (difference->value == 0)
    return write_same (&words);
  return g_strdup_printf (
      words.more && words.sure
          ? /* Translators: a KPI, how much more it is than another one, and
             * the ends of the interval of that. */
          _("%s is higher by %s, 95 %% interval %s to %s: more than chance")
      : words.more
          ? _("%s is higher by %s, 95 %% interval %s to %s: may be chance")
      : words.sure
          ? _("%s is lower by %s, 95 %% interval %s to %s: more than chance")
          : _("%s is lower by %s, 95 %% interval %s to %s: may be chance"),
      words.title, words.size, words.lower, words.upper);
}
