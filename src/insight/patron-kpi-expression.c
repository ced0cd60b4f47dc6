/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

#include "config.h"

#include "patron-kpi-expression.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-date.h"
#include "patron-error.h"
#include "patron-kpi-names.h"

/* One computation: the KPIs on the way down, and those that are known. */
typedef struct
{
  PatronDocument *document;
  PatronCadence   period;
  GPtrArray      *path;   /* (owned) (element-type PatronRecord) (unowned) */
  GHashTable     *series; /* (owned): PatronRecord → PatronKpiSeries */
  GHashTable     *sound;  /* (owned): PatronRecords without a cycle below */
} Calculation;

/* What the names of an expression stand for. */
typedef struct
{
  PatronExpression *expression; /* (owned) */
  GPtrArray        *kpis;       /* (owned) (element-type PatronRecord) */
} Formula;

static PatronKpiSeries *compute (Calculation   *self,
                                 PatronRecord  *kpi,
                                 const char    *text,
                                 GError       **error);

static void
clear_formula (Formula *self)
{
  g_clear_pointer (&self->expression, patron_expression_free);
  g_clear_pointer (&self->kpis, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Formula, clear_formula)

static void
free_series (gpointer series)
{
  if (series != NULL)
    patron_kpi_series_free (series);
}

static void
begin (Calculation    *self,
       PatronDocument *document,
       PatronCadence   period)
{
  self->document = document;
  self->period = period != PATRON_CADENCE_NONE ? period
                                               : PATRON_CADENCE_MONTH;
  self->path = g_ptr_array_new ();
  self->series = g_hash_table_new_full (
      NULL, NULL, g_object_unref, (GDestroyNotify) patron_kpi_series_free);
  self->sound = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

static void
clear_calculation (Calculation *self)
{
  g_ptr_array_unref (self->path);
  g_hash_table_unref (self->series);
  g_hash_table_unref (self->sound);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Calculation, clear_calculation)

/**
 * patron_cadence_start:
 * @date: days since 1970-01-01
 *
 * Returns: the first day of the period that @date is in; weeks begin on
 *   Monday, as ISO 8601 has them
 */
gint64
patron_cadence_start (PatronCadence cadence,
                      gint64        date)
{
  int year, month, day;

  /* 1970-01-01 was a Thursday. */
  if (cadence == PATRON_CADENCE_WEEK)
    return date - ((date + 3) % 7 + 7) % 7;
  if (cadence == PATRON_CADENCE_DAY || cadence == PATRON_CADENCE_NONE)
    return date;
  patron_date_to_ymd (date, &year, &month, &day);
  if (cadence == PATRON_CADENCE_QUARTER)
    month -= (month - 1) % 3;
  if (cadence == PATRON_CADENCE_YEAR)
    month = 1;
  return patron_date_from_ymd (year, month, 1);
}

/**
 * patron_kpi_is_calculated:
 *
 * Returns: whether the values of @kpi are computed from others
 */
gboolean
patron_kpi_is_calculated (PatronRecord *kpi)
{
  return patron_record_get_text (kpi, "expression") != NULL;
}

/**
 * patron_kpi_get_unit:
 *
 * Returns: what the values of @kpi are measured in
 */
PatronUnit
patron_kpi_get_unit (PatronRecord *kpi)
{
  static const struct
  {
    const char *id;
    PatronUnit  unit;
  } units[] = {
    { "percent", PATRON_UNIT_PERCENT },
    { "money", PATRON_UNIT_MONEY },
    { "duration", PATRON_UNIT_DURATION },
    { "score", PATRON_UNIT_SCORE },
  };
  const char *id = patron_record_get_text (kpi, "unit_kind");

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_strcmp0 (units[i].id, id) == 0)
      return units[i].unit;
  return PATRON_UNIT_NUMBER;
}

/* Of a KPI that was removed, only its id is left. */
static void
set_missing (const char  *name,
             GError     **error)
{
  gint64 id;

  if (patron_kpi_names_to_id (name, &id))
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                         _("A KPI that this is computed from was removed"));
  else
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                 _("There is no KPI “%s”"), name);
}

static gboolean
read_formula (PatronDocument  *document,
              const char      *text,
              Formula         *formula,
              GError         **error)
{
  formula->expression = patron_expression_parse (text, error);
  formula->kpis = g_ptr_array_new_with_free_func (g_object_unref);
  if (formula->expression == NULL)
    return FALSE;
  for (guint i = 0; i < patron_expression_get_n_names (formula->expression);
       i++)
    {
      const char *name
          = patron_expression_get_name (formula->expression, i);
      PatronRecord *kpi = patron_document_find_kpi (document, name);

      if (kpi == NULL)
        {
          set_missing (name, error);
          return FALSE;
        }
      g_ptr_array_add (formula->kpis, kpi);
    }
  return TRUE;
}

/* Fails with the names on the way from the KPI back to itself. */
static gboolean
enter (Calculation   *self,
       PatronRecord  *kpi,
       GError       **error)
{
  guint first;

  if (g_ptr_array_find (self->path, kpi, &first))
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = first; i <= self->path->len; i++)
        {
          g_autofree char *title = patron_record_get_title (
              i < self->path->len ? g_ptr_array_index (self->path, i) : kpi);

          g_string_append_printf (names, "%s%s", i > first ? " → " : "",
                                  title);
        }
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   /* Translators: names of KPIs, with arrows between. */
                   _("These KPIs are computed from each other: %s"),
                   names->str);
      return FALSE;
    }
  g_ptr_array_add (self->path, kpi);
  return TRUE;
}

static void
leave (Calculation *self)
{
  g_ptr_array_set_size (self->path, (int) self->path->len - 1);
}

/* Measured or computed, each KPI once, by the period of the one asked for. */
static const PatronKpiSeries *
get_input (Calculation   *self,
           PatronRecord  *kpi,
           GError       **error)
{
  const char *text = patron_record_get_text (kpi, "expression");
  PatronKpiSeries *series = g_hash_table_lookup (self->series, kpi);

  if (series != NULL)
    return series;
  series = text != NULL
               ? compute (self, kpi, text, error)
               : patron_kpi_series_measured (self->document, kpi,
                                             self->period);
  if (series != NULL)
    g_hash_table_insert (self->series, g_object_ref (kpi), series);
  return series;
}

static double
look_up (const PatronKpiSeries *series,
         gint64                 date)
{
  gsize low = 0, high = series->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (series->dates[middle] < date)
        low = middle + 1;
      else
        high = middle;
    }
  return low < series->n && series->dates[low] == date ? series->values[low]
                                                       : NAN;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* Every period in which anything is there, once. */
static GArray *
collect_dates (const PatronKpiSeries **inputs,
               guint                   n)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_dates = 0;

  for (guint i = 0; i < n; i++)
    g_array_append_vals (dates, inputs[i]->dates, (guint) inputs[i]->n);
  g_array_sort (dates, compare_dates);
  for (guint i = 0; i < dates->len; i++)
    if (n_dates == 0
        || g_array_index (dates, gint64, i)
               != g_array_index (dates, gint64, n_dates - 1))
      g_array_index (dates, gint64, n_dates++)
          = g_array_index (dates, gint64, i);
  g_array_set_size (dates, n_dates);
  return dates;
}

/* A period in which something is missing is a gap. */
static PatronKpiSeries *
evaluate (Calculation             *self,
          PatronRecord            *kpi,
          const PatronExpression  *expression,
          const PatronKpiSeries  **inputs)
{
  guint n = patron_expression_get_n_names (expression);
  g_autoptr (GArray) dates = collect_dates (inputs, n);
  g_autofree double *results = g_new (double, MAX (dates->len, 1));
  g_autofree double *values = g_new (double, MAX (n, 1));
  g_autofree double *previous = g_new (double, MAX (n, 1));
  guint n_results = 0;

  for (guint i = 0; i < dates->len; i++)
    {
      gint64 date = g_array_index (dates, gint64, i);
      gint64 before = patron_cadence_add (self->period, date, -1);
      double result;

      for (guint j = 0; j < n; j++)
        {
          values[j] = look_up (inputs[j], date);
          previous[j] = look_up (inputs[j], before);
        }
      result = patron_expression_evaluate (expression, values, previous);
      if (isnan (result))
        continue;
      g_array_index (dates, gint64, n_results) = date;
      results[n_results++] = result;
    }
  return patron_kpi_series_new_from (self->document, kpi,
                                     (gint64 *) (gpointer) dates->data,
                                     results, NULL, n_results);
}

static PatronKpiSeries *
compute (Calculation   *self,
         PatronRecord  *kpi,
         const char    *text,
         GError       **error)
{
  g_auto (Formula) formula = { NULL, NULL };
  g_autofree const PatronKpiSeries **inputs = NULL;
  PatronKpiSeries *series = NULL;
  gboolean good;

  if (!enter (self, kpi, error))
    return NULL;
  good = read_formula (self->document, text, &formula, error);
  if (good)
    inputs = g_new0 (const PatronKpiSeries *, formula.kpis->len + 1);
  for (guint i = 0; good && i < formula.kpis->len; i++)
    {
      inputs[i] = get_input (self, g_ptr_array_index (formula.kpis, i),
                             error);
      good = inputs[i] != NULL;
    }
  if (good)
    series = evaluate (self, kpi, formula.expression, inputs);
  leave (self);
  return series;
}

/* Looks for cycles without computing anything. */
static gboolean
check_below (Calculation   *self,
             PatronRecord  *kpi,
             const char    *text,
             GError       **error)
{
  g_auto (Formula) formula = { NULL, NULL };
  gboolean good;

  if (g_hash_table_contains (self->sound, kpi))
    return TRUE;
  if (!enter (self, kpi, error))
    return FALSE;
  good = read_formula (self->document, text, &formula, error);
  for (guint i = 0; good && i < formula.kpis->len; i++)
    {
      PatronRecord *input = g_ptr_array_index (formula.kpis, i);
      const char *other = patron_record_get_text (input, "expression");

      if (g_ptr_array_find (self->path, input, NULL))
        good = enter (self, input, error);
      else if (other != NULL)
        good = check_below (self, input, other, error);
    }
  leave (self);
  if (good)
    g_hash_table_add (self->sound, g_object_ref (kpi));
  return good;
}

static gboolean
check_units (PatronDocument  *document,
             PatronRecord    *kpi,
             const char      *text,
             GError         **error)
{
  g_auto (Formula) formula = { NULL, NULL };
  g_autofree PatronUnit *units = NULL;
  PatronUnit unit, into = patron_kpi_get_unit (kpi);

  if (!read_formula (document, text, &formula, error))
    return FALSE;
  units = g_new0 (PatronUnit, formula.kpis->len + 1);
  for (guint i = 0; i < formula.kpis->len; i++)
    units[i] = patron_kpi_get_unit (g_ptr_array_index (formula.kpis, i));
  if (!patron_expression_find_unit (formula.expression, units, &unit, error))
    return FALSE;
  if (patron_unit_fits (unit, into))
    return TRUE;
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
               /* Translators: two units, such as “money” and “a time”. */
               _("Units: the result is %s, but the KPI is %s"),
               patron_unit_get_label (unit), patron_unit_get_label (into));
  return FALSE;
}

/**
 * patron_kpi_expression_check:
 * @kpi: the KPI that is to be computed so
 * @text: an expression
 *
 * Returns: whether @text is an expression of KPIs that there are, that are
 *   not computed from @kpi, and whose units go together and make that of
 *   @kpi; if not, @error says why
 */
gboolean
patron_kpi_expression_check (PatronDocument  *document,
                             PatronRecord    *kpi,
                             const char      *text,
                             GError         **error)
{
  g_auto (Calculation) calculation = { NULL };

  begin (&calculation, document, PATRON_CADENCE_NONE);
  return check_below (&calculation, kpi, text, error)
         && check_units (document, kpi, text, error);
}

/**
 * patron_kpi_expression_series:
 * @kpi: a KPI of the document
 * @text: (nullable): an expression, or %NULL for that of the KPI
 *
 * Computes the values of a KPI from those of others. Each of them becomes one
 * value for a period of the cadence of @kpi, by its own rule.
 *
 * Returns: (transfer full) (nullable): the values; %NULL with an error that
 *   says what is wrong with the expression
 */
PatronKpiSeries *
patron_kpi_expression_series (PatronDocument  *document,
                              PatronRecord    *kpi,
                              const char      *text,
                              GError         **error)
{
  g_auto (Calculation) calculation = { NULL };

  begin (&calculation, document, patron_cadence_of (kpi));
  if (text == NULL)
    text = patron_record_get_text (kpi, "expression");
  if (text == NULL)
    text = "";
  if (!patron_kpi_expression_check (document, kpi, text, error))
    return NULL;
  return compute (&calculation, kpi, text, error);
}

/**
 * patron_kpi_expression_open:
 * @kpi: a KPI that is computed
 * @expression: (out): what it is computed by
 * @inputs: (out) (element-type PatronRecord): the KPIs that the names of
 *   @expression stand for
 * @series: (out) (element-type PatronKpiSeries): the values of each, by the
 *   period of @kpi; whoever takes one leaves %NULL
 *
 * Gives what a KPI is computed from, for those who compute something else.
 *
 * Returns: whether the expression is good; if not, @error says why
 */
gboolean
patron_kpi_expression_open (PatronDocument    *document,
                            PatronRecord      *kpi,
                            PatronExpression **expression,
                            GPtrArray        **inputs,
                            GPtrArray        **series,
                            GError           **error)
{
  const char *text = patron_record_get_text (kpi, "expression");
  g_auto (Calculation) calculation = { NULL };
  g_auto (Formula) formula = { NULL, NULL };

  begin (&calculation, document, patron_cadence_of (kpi));
  if (text == NULL)
    text = "";
  if (!patron_kpi_expression_check (document, kpi, text, error)
      || !read_formula (document, text, &formula, error))
    return FALSE;
  for (guint i = 0; i < formula.kpis->len; i++)
    if (get_input (&calculation, g_ptr_array_index (formula.kpis, i), error)
        == NULL)
      return FALSE;
  *series = g_ptr_array_new_with_free_func (free_series);
  for (guint i = 0; i < formula.kpis->len; i++)
    {
      gpointer key, value;

      g_hash_table_steal_extended (calculation.series,
                                   g_ptr_array_index (formula.kpis, i), &key,
                                   &value);
      g_object_unref (key);
      g_ptr_array_add (*series, value);
    }
  *expression = g_steal_pointer (&formula.expression);
  *inputs = g_steal_pointer (&formula.kpis);
  return TRUE;
}

/**
 * patron_kpi_expression_inputs:
 * @kpi: a KPI that is computed
 * @date: the first day of a period of it
 * @func: (scope call): called for each KPI of its expression
 *
 * Says what a value was computed from.
 */
void
patron_kpi_expression_inputs (PatronDocument     *document,
                              PatronRecord       *kpi,
                              gint64              date,
                              PatronKpiInputFunc  func,
                              gpointer            user_data)
{
  const char *text = patron_record_get_text (kpi, "expression");
  g_auto (Calculation) calculation = { NULL };
  g_auto (Formula) formula = { NULL, NULL };
  gint64 before;

  begin (&calculation, document, patron_cadence_of (kpi));
  before = patron_cadence_add (calculation.period, date, -1);
  if (text == NULL
      || !patron_kpi_expression_check (document, kpi, text, NULL)
      || !read_formula (document, text, &formula, NULL))
    return;
  for (guint i = 0; i < formula.kpis->len; i++)
    {
      PatronRecord *input = g_ptr_array_index (formula.kpis, i);
      const PatronKpiSeries *series = get_input (&calculation, input, NULL);

      if (series != NULL)
        func (input, look_up (series, date),
              patron_expression_uses_previous (formula.expression)
                  ? look_up (series, before)
                  : NAN,
              user_data);
    }
}
