/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* What the values of a KPI say: what changed, how sure one can be, and whether
 * its target is within reach. */

#include "config.h"

#include "patron-kpi-judgement.h"

#include <math.h>
#include <string.h>

#include "patron-date.h"
#include "patron-numbers.h"

/* Improvements and concerns are held against each other while they are this
 * young, in days, when the last value came in. */
#define RECENT_DAYS 366

/* How far ahead a forecast looks where no goal says it, in periods. */
#define PERIODS_AHEAD 6

static gboolean
has_choice (PatronRecord *record,
            const char   *field,
            const char   *id)
{
  return g_strcmp0 (patron_record_get_text (record, field), id) == 0;
}

/**
 * patron_kpi_get_rules:
 *
 * Returns: the rules for signals that the strategy has chosen
 */
PatronProcessRules
patron_kpi_get_rules (PatronDocument *document)
{
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (document);

  return strategy != NULL && has_choice (strategy, "rule_set", "nhs")
             ? PATRON_PROCESS_NHS
             : PATRON_PROCESS_WHEELER;
}

static PatronProcessBetter
get_better (PatronRecord *kpi)
{
  if (has_choice (kpi, "direction", "up"))
    return PATRON_PROCESS_UP;
  return has_choice (kpi, "direction", "down") ? PATRON_PROCESS_DOWN
                                               : PATRON_PROCESS_NEITHER;
}

typedef struct
{
  const PatronKpiSeries *series;
  GArray                *places; /* (element-type gsize) */
} Rebases;

/* The first value on or after the date of the annotation. */
static void
add_rebase (gint64        id,
            const double *numbers,
            gpointer      user_data)
{
  Rebases *rebases = user_data;
  gsize place;

  if (!(numbers[1] > 0))
    return;
  place = (gsize) (patron_kpi_series_find (rebases->series,
                                           (gint64) numbers[0] - 1) + 1);
  if (place > 0 && place < rebases->series->n
      && (rebases->places->len == 0
          || g_array_index (rebases->places, gsize,
                            rebases->places->len - 1) < place))
    g_array_append_val (rebases->places, place);
}

static GArray *
read_rebases (PatronKpiJudgement *self)
{
  static const char *const columns[] = { "date", "rebase", NULL };
  Rebases rebases = { self->series,
                      g_array_new (FALSE, FALSE, sizeof (gsize)) };

  patron_numbers_read (self->document, "annotation", "kpi",
                       patron_record_get_id (self->kpi), columns, add_rebase,
                       &rebases, NULL);
  return rebases.places;
}

/* From which values the limits come, as the KPI says. */
static void
set_range (PatronKpiJudgement   *self,
           PatronProcessOptions *options)
{
  double starts = patron_record_get_number (self->kpi, "limits_starts");
  double ends = patron_record_get_number (self->kpi, "limits_ends");

  if (has_choice (self->kpi, "limits_from", "first"))
    {
      gint64 count = patron_record_get_integer (self->kpi, "limits_count");

      options->n_first = count >= PATRON_PROCESS_MIN_VALUES
                             ? (gsize) count
                             : PATRON_PROCESS_FIRM_VALUES;
    }
  else if (has_choice (self->kpi, "limits_from", "range"))
    {
      options->lock_from
          = isnan (starts) ? 0
                           : (gsize) (patron_kpi_series_find (
                                          self->series, (gint64) starts - 1)
                                      + 1);
      options->lock_to
          = isnan (ends) ? self->series->n
                         : (gsize) (patron_kpi_series_find (self->series,
                                                            (gint64) ends)
                                    + 1);
    }
}

static guint *
get_seasons (const PatronKpiSeries *series)
{
  guint *seasons = g_new (guint, MAX (series->n, 1));

  for (gsize i = 0; i < series->n; i++)
    seasons[i] = patron_cadence_get_season (series->cadence,
                                            series->dates[i]);
  return seasons;
}

static double *
get_days (const PatronKpiSeries *series)
{
  double *days = g_new (double, MAX (series->n, 1));

  for (gsize i = 0; i < series->n; i++)
    days[i] = (double) series->dates[i];
  return days;
}

static void
find_limits (PatronKpiJudgement *self,
             const double       *days,
             const guint        *seasons)
{
  g_autoptr (GArray) rebases = read_rebases (self);
  PatronProcessOptions options = {
    .rules = self->rules,
    .better = self->better,
    .median = patron_record_get_integer (self->kpi, "limits_median") != 0,
    .screen = patron_record_get_integer (self->kpi, "limits_screen") != 0,
    .trended = has_choice (self->kpi, "limits_follow", "trend")
               || has_choice (self->kpi, "limits_follow", "both"),
    .x = days,
    .season = seasons,
    .rebases = (const gsize *) (void *) rebases->data,
    .n_rebases = rebases->len,
  };

  if (has_choice (self->kpi, "limits_follow", "season")
      || has_choice (self->kpi, "limits_follow", "both"))
    options.n_seasons
        = patron_cadence_get_n_seasons (self->series->cadence);
  set_range (self, &options);
  self->process = patron_process_series_new (self->series->values,
                                             self->series->n, &options);
}

static void
find_latest (PatronKpiJudgement *self,
             gint64              today)
{
  const PatronKpiSeries *series = self->series;
  int periods = series->cadence == PATRON_CADENCE_DAY ? 5 : 2;

  self->latest = -1;
  for (gsize i = series->n; i-- > 0 && self->latest < 0;)
    if (isfinite (series->values[i]))
      self->latest = (gssize) i;
  /* The value of a period comes in after it, and is often dated at its first
   * day, so that two may pass. */
  self->stale
      = self->latest >= 0 && series->cadence != PATRON_CADENCE_NONE
        && today > patron_cadence_add (series->cadence,
                                       series->dates[self->latest], periods);
}

/* The value nearest to a date, no further from it than @reach days. */
static PatronKpiChange
compare_with (PatronKpiJudgement *self,
              gint64              date,
              double              reach)
{
  const PatronKpiSeries *series = self->series;
  PatronKpiChange change = { -1, NAN };
  double nearest = reach;

  for (gsize i = 0; i < (gsize) self->latest; i++)
    {
      double distance = fabs ((double) (series->dates[i] - date));

      if (isfinite (series->values[i]) && distance <= nearest)
        {
          nearest = distance;
          change.place = (gssize) i;
        }
    }
  if (change.place >= 0)
    change.amount = series->values[self->latest]
                    - series->values[change.place];
  return change;
}

/* The period before may have no value, and is not an older one then. */
static void
compare_values (PatronKpiJudgement *self)
{
  const PatronKpiSeries *series = self->series;
  gsize at = (gsize) MAX (self->latest, 0);

  self->before = self->year = (PatronKpiChange){ -1, NAN };
  if (self->latest < 0)
    return;
  if (at > 0 && series->missing[at] == 0 && isfinite (series->values[at - 1]))
    self->before = (PatronKpiChange){
      (gssize) at - 1, series->values[at] - series->values[at - 1]
    };
  if (isfinite (series->step))
    self->year = compare_with (
        self,
        patron_cadence_add (PATRON_CADENCE_YEAR, series->dates[at], -1),
        fmin (series->step / 2, 100));
}

static int
get_side (const PatronKpiJudgement *self,
          gsize                     i)
{
  double centre = self->process->lines[i].centre;

  return self->series->values[i] > centre   ? 1
         : self->series->values[i] < centre ? -1
                                            : 0;
}

static PatronProcessType
get_type (PatronProcessBetter better,
          gboolean            above)
{
  if (better == PATRON_PROCESS_NEITHER)
    return above ? PATRON_PROCESS_HIGH : PATRON_PROCESS_LOW;
  return above == (better == PATRON_PROCESS_UP) ? PATRON_PROCESS_IMPROVEMENT
                                                : PATRON_PROCESS_CONCERN;
}

/* Which way a value points as part of a signal: a trend by the value next to
 * it, all else by the side of the centre. */
static int
get_way (const PatronKpiJudgement *self,
         PatronProcessSignals      rule,
         gsize                     i,
         gssize                    before)
{
  if (rule != PATRON_PROCESS_TREND)
    return get_side (self, i);
  if (before < 0)
    return 0;
  return self->series->values[i] > self->series->values[before] ? 1 : -1;
}

static void
add_signal (PatronKpiJudgement *self,
            PatronKpiSignal    *signal)
{
  if (signal->n == 0)
    return;
  signal->type = get_type (self->better, signal->above);
  g_array_append_val (self->signals, *signal);
  signal->n = 0;
}

/* Whether a value goes on with what the ones before it say. Those that are
 * near a limit may have another between them; the way of a trend is known from
 * its second value on. */
static gboolean
goes_on (const PatronKpiSignal *signal,
         int                    way,
         gsize                  n_between)
{
  gsize most = signal->rule == PATRON_PROCESS_NEAR ? 1 : 0;

  if (signal->n == 0 || n_between > most)
    return FALSE;
  return (signal->rule == PATRON_PROCESS_TREND && signal->n == 1)
         || signal->above == (way > 0);
}

/* Puts values together that break one rule in one way. */
static void
find_signals_of (PatronKpiJudgement         *self,
                 const PatronProcessSegment *segment,
                 PatronProcessSignals        rule)
{
  PatronKpiSignal signal = { .rule = rule };
  gssize before = -1;
  gsize n_between = 0;

  for (gsize i = segment->start; i < segment->end; i++)
    {
      int way;

      if (!isfinite (self->series->values[i]))
        continue;
      if ((self->process->points[i].signals & rule) == 0)
        {
          n_between++;
          before = (gssize) i;
          continue;
        }
      way = get_way (self, rule, i, signal.n > 0 ? before : -1);
      if (!goes_on (&signal, way, n_between))
        {
          add_signal (self, &signal);
          signal.first = i;
        }
      if (signal.n == 0 || (rule == PATRON_PROCESS_TREND && signal.n == 1))
        signal.above = way > 0;
      signal.last = i;
      signal.n++;
      n_between = 0;
      before = (gssize) i;
    }
  add_signal (self, &signal);
}

static int
compare_signals (gconstpointer a,
                 gconstpointer b)
{
  const PatronKpiSignal *x = a, *y = b;

  if (x->last != y->last)
    return x->last < y->last ? -1 : 1;
  /* The strongest of those that end together is the last one. */
  return (x->rule < y->rule) - (x->rule > y->rule);
}

static void
find_signals (PatronKpiJudgement *self)
{
  self->signals = g_array_new (FALSE, FALSE, sizeof (PatronKpiSignal));
  for (gsize k = 0; k < self->process->n_segments; k++)
    for (guint rule = PATRON_PROCESS_OUTSIDE; rule <= PATRON_PROCESS_NEAR;
         rule <<= 1)
      find_signals_of (self, &self->process->segments[k],
                       (PatronProcessSignals) rule);
  g_array_sort (self->signals, compare_signals);
  self->now = self->latest >= 0
                  ? self->process->points[self->latest].type
                  : PATRON_PROCESS_COMMON;
}

static PatronProcessBetter
get_target_better (const PatronKpiTarget *target,
                   PatronProcessBetter    better)
{
  if (target == NULL || target->kind == NULL)
    return better;
  return g_str_equal (target->kind, "stay_above")
                 || g_str_equal (target->kind, "increase_to")
             ? PATRON_PROCESS_UP
             : PATRON_PROCESS_DOWN;
}

/* Whether the target will be met, and how often it was, since the limits are
 * what they are. */
static void
hold_against_target (PatronKpiJudgement *self,
                     gint64              today)
{
  const PatronProcessSegment *segment;
  PatronProcess limits;

  if (self->latest < 0)
    return;
  self->target = patron_kpi_series_get_target (
      self->series, MAX (today, self->series->dates[self->latest]));
  self->target_better = get_target_better (self->target, self->better);
  segment = patron_process_series_get_segment (self->process,
                                               (gsize) self->latest);
  if (segment->known)
    self->certainty = segment->process.provisional ? PATRON_KPI_PROVISIONAL
                                                   : PATRON_KPI_FIRM;
  for (gsize i = segment->start; i < segment->end; i++)
    {
      double value = self->series->values[i];

      if (!isfinite (value))
        continue;
      self->n_held++;
      if (self->target != NULL)
        self->n_missed += self->target_better == PATRON_PROCESS_UP
                              ? value < self->target->value
                              : self->target_better == PATRON_PROCESS_DOWN
                                    && value > self->target->value;
    }
  if (self->target == NULL || !segment->known)
    return;
  self->changed_at = patron_process_series_find_change (
      self->process, self->series->values);
  if (self->changed_at >= 0)
    return;
  limits = patron_kpi_judgement_get_limits (self);
  self->assurance = patron_process_assure (&limits, self->target_better,
                                           self->target->value);
}

static void
look_ahead (PatronKpiJudgement *self,
            const double       *days,
            const guint        *seasons)
{
  PatronCourse course = patron_process_series_get_course (
      self->process, self->series->values, days);
  gsize start = 0;

  if (self->latest >= 0)
    start = patron_process_series_get_segment (self->process,
                                               (gsize) self->latest)->start;
  /* A line across a step would go on as if that were a slope. */
  while (course.kind == PATRON_COURSE_STEP && start + 1 < self->series->n
         && days[start] < course.since)
    start++;
  patron_forecast_make (
      days + start, self->series->values + start, self->series->n - start,
      seasons + start, patron_cadence_get_n_seasons (self->series->cadence),
      has_choice (self->kpi, "forecast_method", "theil_sen")
          ? PATRON_FORECAST_THEIL_SEN
          : PATRON_FORECAST_LEAST_SQUARES,
      self->rules, &self->forecast);
  self->forecast.broken_at += start;
}

/**
 * patron_kpi_judge_series:
 * @series: (transfer full): the values of the KPI
 * @today: days since 1970-01-01, for what is overdue
 *
 * Judges values that somebody has already, see patron_kpi_judge().
 *
 * Returns: (transfer full): what they say
 */
PatronKpiJudgement *
patron_kpi_judge_series (PatronDocument  *document,
                         PatronRecord    *kpi,
                         PatronKpiSeries *series,
                         gint64           today)
{
  PatronKpiJudgement *self = g_new0 (PatronKpiJudgement, 1);
  g_autofree double *days = get_days (series);
  g_autofree guint *seasons = get_seasons (series);

  self->document = document;
  self->changed_at = -1;
  self->kpi = g_object_ref (kpi);
  self->series = series;
  self->rules = patron_kpi_get_rules (document);
  self->better = get_better (kpi);
  find_limits (self, days, seasons);
  find_latest (self, today);
  compare_values (self);
  find_signals (self);
  hold_against_target (self, today);
  look_ahead (self, days, seasons);
  return self;
}

/**
 * patron_kpi_judge:
 * @document: the document of the KPI, which must outlive the judgement
 * @today: days since 1970-01-01, for what is overdue
 *
 * Reads what was measured of a KPI, and says what it means, by the rules of
 * the strategy and the limits that the KPI asks for.
 *
 * Returns: (transfer full): the judgement
 */
PatronKpiJudgement *
patron_kpi_judge (PatronDocument *document,
                  PatronRecord   *kpi,
                  gint64          today)
{
  return patron_kpi_judge_series (
      document, kpi, patron_kpi_series_new (document, kpi), today);
}

void
patron_kpi_judgement_free (PatronKpiJudgement *self)
{
  g_object_unref (self->kpi);
  patron_kpi_series_free (self->series);
  patron_process_series_free (self->process);
  g_array_unref (self->signals);
  g_free (self);
}

/**
 * patron_kpi_judgement_get_limits:
 *
 * Returns: the limits of the latest value; NaN where there are none
 */
PatronProcess
patron_kpi_judgement_get_limits (const PatronKpiJudgement *self)
{
  return patron_process_series_get_limits (
      self->process, (gsize) MAX (self->latest, 0));
}

/**
 * patron_kpi_judgement_get_course:
 *
 * Returns: where the values went, by the limits of the KPI; its x are days
 *   since 1970-01-01
 */
PatronCourse
patron_kpi_judgement_get_course (const PatronKpiJudgement *self)
{
  g_autofree double *days = get_days (self->series);

  return patron_process_series_get_course (self->process,
                                           self->series->values, days);
}

/* What cannot be is not expected either. */
static double
hold (const PatronKpiJudgement *self,
      double                    value)
{
  double smallest = patron_record_get_number (self->kpi, "smallest");
  double largest = patron_record_get_number (self->kpi, "largest");

  return fmin (fmax (value, smallest), largest);
}

/**
 * patron_kpi_judgement_forecast:
 * @date: days since 1970-01-01
 * @value: (out): what is expected then, in the unit of the KPI, and held
 *   between its smallest and largest possible value
 *
 * Returns: whether there is a forecast
 */
PatronForecastState
patron_kpi_judgement_forecast (const PatronKpiJudgement *self,
                               gint64                    date,
                               PatronForecastValue      *value)
{
  PatronForecastState state = patron_forecast_at (
      &self->forecast, (double) date,
      patron_cadence_get_season (self->series->cadence, date), value);

  if (state == PATRON_FORECAST_KNOWN)
    *value = (PatronForecastValue){ hold (self, value->value),
                                    hold (self, value->lower),
                                    hold (self, value->upper) };
  return state;
}

/**
 * patron_kpi_judgement_get_horizon:
 *
 * Returns: to when a forecast looks: the last due date of the goals of the
 *   KPI, that can be told, or else six periods ahead
 */
gint64
patron_kpi_judgement_get_horizon (const PatronKpiJudgement *self)
{
  g_autoptr (GListModel) goals = patron_document_list_of (
      self->document, "goal", "kpi", patron_record_get_id (self->kpi));
  gint64 latest
      = self->latest >= 0 ? self->series->dates[self->latest] : 0;
  gint64 horizon = G_MININT64;

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (PatronRecord) goal = g_list_model_get_item (goals, i);
      double due = patron_record_get_number (goal, "due");
      PatronForecastValue value;

      if (due > (double) MAX (latest, horizon)
          && patron_kpi_judgement_forecast (self, (gint64) due, &value)
                 == PATRON_FORECAST_KNOWN)
        horizon = (gint64) due;
    }
  return horizon != G_MININT64
             ? horizon
             : patron_cadence_add (self->series->cadence == PATRON_CADENCE_NONE
                                       ? PATRON_CADENCE_MONTH
                                       : self->series->cadence,
                                   latest, PERIODS_AHEAD);
}

/**
 * patron_kpi_judgement_get_current:
 *
 * Returns: (transfer none) (nullable): the strongest signal that the latest
 *   value is part of
 */
const PatronKpiSignal *
patron_kpi_judgement_get_current (const PatronKpiJudgement *self)
{
  for (guint i = self->signals->len; i-- > 0;)
    {
      const PatronKpiSignal *signal
          = &g_array_index (self->signals, PatronKpiSignal, i);

      if ((gssize) signal->last == self->latest)
        return signal;
    }
  return NULL;
}

/* The first signal that reaches into the last year of values: of very many,
 * the others are not looked at. */
static guint
find_recent (const PatronKpiJudgement *judgement)
{
  guint i = judgement->signals->len;

  while (i > 0
         && judgement->series->dates[judgement->latest]
                    - judgement->series->dates[g_array_index (
                        judgement->signals, PatronKpiSignal, i - 1).last]
                <= RECENT_DAYS)
    i--;
  return i;
}

/* The newest pair of signals that could be seen at the same time, and of such
 * the longest. */
static gboolean
find_pair (const PatronKpiJudgement *better,
           const PatronKpiJudgement *worse,
           PatronKpiConflict        *conflict)
{
  gint64 newest = G_MININT64;
  guint first = find_recent (better);
  guint first_worse = find_recent (worse);

  for (guint i = first; i < better->signals->len; i++)
    for (guint k = first_worse; k < worse->signals->len; k++)
      {
        const PatronKpiSignal *good
            = &g_array_index (better->signals, PatronKpiSignal, i);
        const PatronKpiSignal *bad
            = &g_array_index (worse->signals, PatronKpiSignal, k);
        gint64 from = MAX (better->series->dates[good->first],
                           worse->series->dates[bad->first]);
        gint64 to = MIN (better->series->dates[good->last],
                         worse->series->dates[bad->last]);

        if (good->type != PATRON_PROCESS_IMPROVEMENT
            || bad->type != PATRON_PROCESS_CONCERN || from > to
            || to < newest || (to == newest && from >= conflict->from))
          continue;
        newest = to;
        *conflict = (PatronKpiConflict){ better, worse, good, bad, from, to };
      }
  return newest != G_MININT64
         && better->series->dates[better->latest] - newest <= RECENT_DAYS;
}

/**
 * patron_kpi_find_conflict:
 * @one: a KPI
 * @other: its counterpart
 * @conflict: (out): what they say against each other; it borrows both
 *
 * Whether one of two KPIs signals an improvement while the other one signals a
 * concern: within the last year of values, on days that both signals span.
 *
 * Returns: whether they do
 */
gboolean
patron_kpi_find_conflict (const PatronKpiJudgement *one,
                          const PatronKpiJudgement *other,
                          PatronKpiConflict        *conflict)
{
  return find_pair (one, other, conflict)
         || find_pair (other, one, conflict);
}
