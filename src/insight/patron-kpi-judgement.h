/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-explanation.h"
#include "patron-forecast.h"
#include "patron-kpi-series.h"
#include "patron-process-course.h"
#include "patron-scores.h"

G_BEGIN_DECLS

/**
 * PatronKpiCertainty:
 * @PATRON_KPI_UNKNOWN: fewer than %PATRON_PROCESS_MIN_VALUES: nothing can be
 *   said
 * @PATRON_KPI_PROVISIONAL: fewer than %PATRON_PROCESS_FIRM_VALUES
 * @PATRON_KPI_FIRM: there are enough
 *
 * How sure the limits are.
 */
typedef enum
{
  PATRON_KPI_UNKNOWN,
  PATRON_KPI_PROVISIONAL,
  PATRON_KPI_FIRM,
} PatronKpiCertainty;

/**
 * PatronKpiChange:
 * @place: the value that the latest one is compared with, or -1
 * @amount: how much more the latest one is; NaN where there is none
 *
 * How the latest value differs from an older one.
 */
typedef struct
{
  gssize place;
  double amount;
} PatronKpiChange;

/**
 * PatronKpiSignal:
 * @rule: the one rule that is broken
 * @type: whether that is for the better or for the worse
 * @above: whether it is upwards
 * @first: the place of its first value
 * @last: the place of its last value
 * @n: how many values are part of it
 *
 * Values that together say that something has changed.
 */
typedef struct
{
  PatronProcessSignals rule;
  PatronProcessType    type;
  gboolean             above;
  gsize                first;
  gsize                last;
  guint                n;
} PatronKpiSignal;

/**
 * PatronKpiJudgement:
 * @document: (unowned)
 * @kpi: the KPI
 * @series: what was measured
 * @rules: which patterns are signals
 * @better: which way is an improvement
 * @process: the limits, and what each value says
 * @certainty: how sure the limits of the latest value are
 * @latest: the place of the latest value that counts, or -1
 * @before: compared with the period before
 * @year: compared with a year before
 * @stale: whether a newer value should be there
 * @now: what the latest value says
 * @signals: (element-type PatronKpiSignal): by rising last place
 * @target: (nullable): the target that holds
 * @target_better: which way the target is met
 * @assurance: whether it will be met if nothing changes
 * @changed_at: the place from which on the values have left their limits for
 *   good, so that these say nothing of what is to come, or -1
 * @n_held: how many values have the limits of the latest one
 * @n_missed: how many of them are worse than the target
 * @forecast: the line through the values that have the limits and the level
 *   of the latest one
 *
 * What the values of a KPI say.
 */
typedef struct
{
  PatronDocument        *document;
  PatronRecord          *kpi;
  PatronKpiSeries       *series;
  PatronProcessRules     rules;
  PatronProcessBetter    better;
  PatronProcessSeries   *process;
  PatronKpiCertainty     certainty;
  gssize                 latest;
  PatronKpiChange        before;
  PatronKpiChange        year;
  gboolean               stale;
  PatronProcessType      now;
  GArray                *signals;
  const PatronKpiTarget *target;
  PatronProcessBetter    target_better;
  PatronAssurance        assurance;
  gssize                 changed_at;
  guint                  n_held;
  guint                  n_missed;
  PatronForecast         forecast;
} PatronKpiJudgement;

/**
 * PatronKpiConflict:
 * @better: the one that improves
 * @worse: its counterpart, which gets worse
 * @improvement: the signal of @better
 * @concern: the signal of @worse
 * @from: the first day on which both can be seen
 * @to: the last one
 *
 * An improvement that may have been bought with something else.
 */
typedef struct
{
  const PatronKpiJudgement *better;
  const PatronKpiJudgement *worse;
  const PatronKpiSignal    *improvement;
  const PatronKpiSignal    *concern;
  gint64                    from;
  gint64                    to;
} PatronKpiConflict;

PatronKpiJudgement     *patron_kpi_judge                 (PatronDocument           *document,
                                                          PatronRecord             *kpi,
                                                          gint64                    today);
PatronKpiJudgement     *patron_kpi_judge_series          (PatronDocument           *document,
                                                          PatronRecord             *kpi,
                                                          PatronKpiSeries          *series,
                                                          gint64                    today);
void                    patron_kpi_judgement_free        (PatronKpiJudgement       *self);
PatronProcess           patron_kpi_judgement_get_limits  (const PatronKpiJudgement *self);
PatronForecastState     patron_kpi_judgement_forecast    (const PatronKpiJudgement *self,
                                                          gint64                    date,
                                                          PatronForecastValue      *value);
PatronCourse            patron_kpi_judgement_get_course  (const PatronKpiJudgement *self);
gint64                  patron_kpi_judgement_get_horizon (const PatronKpiJudgement *self);
const PatronKpiSignal  *patron_kpi_judgement_get_current (const PatronKpiJudgement *self);
gboolean                patron_kpi_find_conflict         (const PatronKpiJudgement *one,
                                                          const PatronKpiJudgement *other,
                                                          PatronKpiConflict        *conflict);
PatronProcessRules      patron_kpi_get_rules             (PatronDocument           *document);

/* In words: patron-kpi-words.c */

char *patron_kpi_write_value      (const PatronKpiJudgement *self,
                                   double                    value);
char *patron_kpi_write_size       (const PatronKpiJudgement *self,
                                   double                    amount);
char *patron_kpi_write_amount     (const PatronKpiJudgement *self,
                                   double                    amount);
char *patron_kpi_write_change     (const PatronKpiJudgement *self,
                                   const PatronKpiChange    *change);
char *patron_kpi_write_signal     (const PatronKpiJudgement *self,
                                   const PatronKpiSignal    *signal);
char *patron_kpi_write_variation  (const PatronKpiJudgement *self);
char *patron_kpi_write_target     (const PatronKpiJudgement *self);
char *patron_kpi_write_assurance  (const PatronKpiJudgement *self);
char *patron_kpi_write_certainty  (const PatronKpiJudgement *self);
char *patron_kpi_write_stale      (const PatronKpiJudgement *self);
char *patron_kpi_write_forecast   (const PatronKpiJudgement *self,
                                   gint64                    date);
char *patron_kpi_write_method     (const PatronKpiJudgement *self);
char *patron_kpi_write_conflict   (const PatronKpiConflict  *conflict);
char *patron_kpi_write_conflict_dates (const PatronKpiConflict *conflict);
char *patron_kpi_write_count      (PatronCadence             cadence,
                                   guint                     n);
char *patron_cadence_write_date   (PatronCadence             cadence,
                                   gint64                    date);

const char *patron_process_type_get_label (PatronProcessType type);
const char *patron_assurance_get_label    (PatronAssurance   assurance);

/* How sure it is, in words: patron-kpi-interval-words.c */

char *patron_kpi_write_range      (const PatronKpiJudgement *self,
                                   gssize                    place);
char *patron_kpi_write_interval   (const PatronKpiJudgement *self,
                                   gssize                    place);
char *patron_kpi_write_no_interval (const PatronKpiJudgement *self,
                                   gssize                    place);
char *patron_kpi_write_chance     (const PatronKpiJudgement *self,
                                   const PatronKpiChange    *change);
char *patron_kpi_write_group_chance (const PatronKpiJudgement *self,
                                   gssize                    place,
                                   const PatronDifference   *difference);

/* How it was computed: patron-kpi-explain.c */

/**
 * PatronKpiFigure:
 *
 * What can be asked of a judgement.
 */
typedef enum
{
  PATRON_KPI_FIGURE_VALUE,
  PATRON_KPI_FIGURE_BEFORE,
  PATRON_KPI_FIGURE_YEAR,
  PATRON_KPI_FIGURE_LIMITS,
  PATRON_KPI_FIGURE_SIGNALS,
  PATRON_KPI_FIGURE_ASSURANCE,
  PATRON_KPI_FIGURE_FORECAST,
} PatronKpiFigure;

#define PATRON_N_KPI_FIGURES 7

PatronExplanation *patron_kpi_explain (const PatronKpiJudgement *self,
                                       PatronKpiFigure           figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronKpiJudgement, patron_kpi_judgement_free)

G_END_DECLS
