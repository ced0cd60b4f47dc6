/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight-fixture.h"

#include <locale.h>
#include <string.h>

#include "patron-kpi-book.h"
#include "patron-kpi-interval.h"
#include "patron-kpi-segments.h"
#include "patron-measurement.h"

#define CHANGED                                                               \
  "Changed since January 2025: with new limits from there on, Patron can say " \
  "whether 50 will be met"
#define LEVEL 40, 44, 41, 45, 42, 43, 40, 44, 41, 43, 42, 42

static PatronKpiJudgement *
judge (PatronDocument *document,
       PatronRecord   *kpi,
       const char     *today)
{
  return patron_kpi_judge (document, kpi, insight_date (today));
}

static void
assert_says (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

/* Twelve steady months, then eight that are better. */
static void
test_improvement (void)
{
  static const double values[]
      = { LEVEL, 45, 46, 45, 47, 46, 45, 46, 47 };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "direction", "up");
  g_autoptr (PatronKpiJudgement) up = NULL;
  g_autoptr (PatronKpiJudgement) down = NULL;
  g_autoptr (PatronKpiJudgement) rebased = NULL;
  const PatronKpiSignal *signal;

  insight_add_months (document, kpi, 2023, values, G_N_ELEMENTS (values));
  insight_set (document, kpi, "limits_from", "first");
  up = judge (document, kpi, "2024-09-10");
  g_assert_cmpint (up->certainty, ==, PATRON_KPI_FIRM);
  g_assert_cmpint (up->now, ==, PATRON_PROCESS_IMPROVEMENT);
  g_assert_false (up->stale);
  g_assert_cmpfloat (up->before.amount, ==, 1);
  /* A year ago it was 41, in August 2023 44. */
  g_assert_cmpfloat (up->year.amount, ==, 47 - 44);
  signal = patron_kpi_judgement_get_current (up);
  g_assert_nonnull (signal);
  g_assert_cmpint (signal->rule, ==, PATRON_PROCESS_RUN);
  assert_says (patron_kpi_write_signal (up, signal),
               "January 2024 to August 2024: 8 months in a row above the mean "
               "of 42.25");
  assert_says (patron_kpi_write_change (up, &up->before),
               "+1 from 46, July 2024");
  g_assert_null (patron_kpi_write_stale (up));

  insight_set (document, kpi, "direction", "down");
  down = judge (document, kpi, "2024-12-01");
  g_assert_cmpint (down->now, ==, PATRON_PROCESS_CONCERN);
  assert_says (patron_kpi_write_stale (down), "No value since August 2024");

  /* Limits that begin in January hold none of it for news. */
  insight_set (document, kpi, "limits_from", "all");
  insight_add (document, "annotation", kpi, "date", "2024-01-01", "text",
               "New desk", "kind", "change", "rebase", "true");
  rebased = judge (document, kpi, "2024-09-10");
  g_assert_cmpuint (rebased->process->n_segments, ==, 2);
  g_assert_cmpuint (rebased->signals->len, ==, 0);
  g_assert_cmpint (rebased->certainty, ==, PATRON_KPI_PROVISIONAL);
  g_assert_cmpuint (rebased->n_held, ==, 8);
  assert_says (patron_kpi_write_certainty (rebased),
               "Provisional: the limits come from 8 values, and are firm from "
               "12 on");
  insight_close (document);
}

/* A value far out, and one that is left out. */
static void
test_outside (void)
{
  static const double values[] = { LEVEL, 70 };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "direction", "down");
  g_autoptr (PatronKpiJudgement) judgement = NULL;
  g_autoptr (PatronKpiJudgement) without = NULL;
  g_autoptr (PatronRecord) last = NULL;

  insight_set (document, kpi, "unit", "calls");
  insight_add_months (document, kpi, 2023, values, G_N_ELEMENTS (values));
  insight_set (document, kpi, "limits_from", "range");
  insight_set (document, kpi, "limits_ends", "2023-12-31");
  judgement = judge (document, kpi, "2024-02-01");
  g_assert_cmpint (judgement->now, ==, PATRON_PROCESS_CONCERN);
  assert_says (patron_kpi_write_variation (judgement),
               "January 2024: 70\xc2\xa0" "calls is above the upper limit of "
               "49.02\xc2\xa0" "calls");

  last = patron_document_get_last_of (document, "measurement", "kpi",
                                      patron_record_get_id (kpi));
  insight_set (document, last, "excluded", "true");
  without = judge (document, kpi, "2024-02-01");
  g_assert_cmpint (without->now, ==, PATRON_PROCESS_COMMON);
  g_assert_cmpint (without->latest, ==, 11);
  g_assert_cmpuint (without->signals->len, ==, 0);
  insight_close (document);
}

static void
test_target (void)
{
  static const double values[] = { 0.94, 0.96, 0.95, 0.97, 0.93,
                                   0.96, 0.94, 0.97, 0.96, 0.94 };
  static const struct
  {
    const char *target;
    const char *kind;
    PatronAssurance assurance;
    const char *says;
  } cases[] = {
    { "0.95", "stay_above", PATRON_ASSURANCE_HIT_AND_MISS,
      "At this rate 4 of 10 months will miss 95\xe2\x80\xaf%" },
    { "0.9", "stay_below", PATRON_ASSURANCE_HIT_AND_MISS,
      "All of 10 months missed 90\xe2\x80\xaf%, but to meet it is within the usual "
      "variation" },
    { "0.99999", "stay_above", PATRON_ASSURANCE_HIT_AND_MISS,
      "All of 10 months missed 100\xe2\x80\xaf%, but to meet it is within the usual "
      "variation" },
    { "1.5", "increase_to", PATRON_ASSURANCE_FAIL,
      "Will not meet 150\xe2\x80\xaf% unless something changes" },
    { "1.5", "stay_below", PATRON_ASSURANCE_PASS,
      "Will keep meeting 150\xe2\x80\xaf% if nothing changes" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatronDocument *document = insight_document ();
      g_autoptr (PatronRecord) kpi
          = insight_kpi (document, "unit_kind", "percent");
      g_autoptr (PatronKpiJudgement) judgement = NULL;

      insight_set (document, kpi, "decimals", "0");
      insight_add_months (document, kpi, 2024, values, G_N_ELEMENTS (values));
      insight_add (document, "target", kpi, "starts", "2024-01-01", "value",
                   cases[i].target, "kind", cases[i].kind);
      judgement = judge (document, kpi, "2024-11-01");
      g_assert_cmpint (judgement->assurance, ==, cases[i].assurance);
      assert_says (patron_kpi_write_assurance (judgement), cases[i].says);
      insight_close (document);
    }
}

/* Limits that the values have left say nothing of the target; limits from
 * there on do. */
static void
test_changed (void)
{
  static const double values[] = { LEVEL, 60, 62, 61, 60, 62, 61, 60, 62 };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "direction", "up");
  g_autoptr (PatronKpiJudgement) before = NULL;
  g_autoptr (PatronKpiJudgement) after = NULL;
  g_autoptr (PatronExplanation) explanation = NULL;

  insight_add_months (document, kpi, 2024, values, G_N_ELEMENTS (values));
  insight_add (document, "target", kpi, "starts", "2024-01-01", "value", "50",
               "kind", "stay_above");
  before = judge (document, kpi, "2025-10-01");
  g_assert_cmpint (before->assurance, ==, PATRON_ASSURANCE_NONE);
  assert_says (patron_kpi_write_assurance (before), CHANGED);
  explanation = patron_kpi_explain (before, PATRON_KPI_FIGURE_ASSURANCE);
  g_assert_cmpstr (explanation->result, ==, CHANGED);

  insight_add (document, "annotation", kpi, "date", "2025-01-01",
               "rebase", "1");
  after = judge (document, kpi, "2025-10-01");
  g_assert_cmpint (after->assurance, ==, PATRON_ASSURANCE_PASS);
  insight_close (document);
}

static void
test_too_few (void)
{
  static const double values[] = { 5, 6, 7, NAN, 8, 9 };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "direction", "up");
  g_autoptr (PatronKpiJudgement) none = judge (document, kpi, "2024-01-01");
  g_autoptr (PatronKpiJudgement) few = NULL;

  g_assert_cmpint (none->latest, ==, -1);
  assert_says (patron_kpi_write_variation (none),
               "Nothing has been measured yet");
  for (guint figure = 0; figure < PATRON_N_KPI_FIGURES; figure++)
    patron_explanation_free (patron_kpi_explain (none, figure));

  insight_add_months (document, kpi, 2024, values, G_N_ELEMENTS (values));
  few = judge (document, kpi, "2024-07-01");
  g_assert_cmpint (few->certainty, ==, PATRON_KPI_UNKNOWN);
  assert_says (patron_kpi_write_variation (few),
               "Too few to tell a signal from noise: 5 values, of at least "
               "6");
  assert_says (patron_kpi_write_forecast (few, insight_date ("2024-08-01")),
               "No forecast: it needs 12 values since the limits began or the "
               "level changed, and there are 5");
  insight_close (document);
}

/* One gets better while its counterpart gets worse, and both say when. */
static void
test_conflict (void)
{
  static const double faster[] = { LEVEL, 37, 36, 37, 36, 38, 36, 37, 36 };
  static const double worse[]
      = { LEVEL, 42, 43, 41, 36, 38, 36, 37, 36, 35, 36, 37 };
  static const double steady[] = { LEVEL, LEVEL };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) time = insight_kpi (document, "direction", "down");
  g_autoptr (PatronRecord) quality = insight_kpi (document, "direction", "up");
  g_autoptr (PatronRecord) other = insight_kpi (document, "direction", "up");
  g_autoptr (PatronKpiJudgement) one = NULL;
  g_autoptr (PatronKpiJudgement) counterpart = NULL;
  g_autoptr (PatronKpiJudgement) calm = NULL;
  g_autoptr (PatronKpiBook) book = NULL;
  g_autoptr (GArray) conflicts = NULL;
  g_autofree char *id = NULL;
  g_autofree char *other_id = NULL;
  PatronKpiConflict conflict;

  insight_set (document, time, "name", "Handle time");
  insight_set (document, quality, "name", "Resolved");
  insight_set (document, time, "limits_from", "first");
  insight_set (document, quality, "limits_from", "first");
  insight_add_months (document, time, 2023, faster, G_N_ELEMENTS (faster));
  insight_add_months (document, quality, 2023, worse, G_N_ELEMENTS (worse));
  insight_add_months (document, other, 2023, steady, G_N_ELEMENTS (steady));
  one = judge (document, time, "2024-09-01");
  counterpart = judge (document, quality, "2024-09-01");
  calm = judge (document, other, "2024-09-01");
  g_assert_true (patron_kpi_find_conflict (one, counterpart, &conflict));
  assert_says (patron_kpi_write_conflict (&conflict),
               "“Handle time” improves while “Resolved” gets worse: March "
               "2024 to August 2024");
  g_assert_true (patron_kpi_find_conflict (counterpart, one, &conflict));
  g_assert_true (conflict.better == one);
  g_assert_false (patron_kpi_find_conflict (one, calm, &conflict));

  /* Two that are each other's counter-metric are one conflict. */
  id = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (quality));
  other_id = g_strdup_printf ("%" G_GINT64_FORMAT,
                              patron_record_get_id (time));
  insight_set (document, time, "counterpart", id);
  insight_set (document, quality, "counterpart", other_id);
  book = patron_kpi_book_new (document, insight_date ("2024-09-01"));
  conflicts = patron_kpi_book_list_conflicts (book);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_true (
      patron_kpi_book_find_conflict (book, quality, &conflict));
  g_assert_false (patron_kpi_book_find_conflict (book, other, &conflict));
  insight_close (document);
}

static void
test_forecast (void)
{
  static const double values[]
      = { 10, 12, 12, 14, 14, 16, 16, 18, 18, 20, 20, 22 };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "direction", "up");
  g_autoptr (PatronKpiJudgement) judgement = NULL;
  g_autofree char *text = NULL;
  PatronForecastValue value;

  insight_add_months (document, kpi, 2024, values, G_N_ELEMENTS (values));
  judgement = judge (document, kpi, "2025-01-01");
  g_assert_cmpint (patron_kpi_judgement_forecast (
                       judgement, insight_date ("2025-06-01"), &value),
                   ==, PATRON_FORECAST_KNOWN);
  g_assert_cmpfloat (value.lower, <, 28);
  g_assert_cmpfloat (value.upper, >, 28);
  g_assert_cmpfloat_with_epsilon (value.value, 27.9, 0.5);
  text = patron_kpi_write_forecast (judgement, insight_date ("2025-06-01"));
  g_assert_true (g_str_has_prefix (text, "June 2025: about 2"));
  assert_says (
      patron_kpi_write_forecast (judgement, insight_date ("2027-01-01")),
      "No forecast: the date is further ahead than the values reach back");
  insight_close (document);
}

/* What stepped up once stays there, and does not climb on. */
static void
test_forecast_after_step (void)
{
  static const double values[]
      = { 10, 11, 9, 10, 11, 10, 9, 10, 11, 9, 10, 9, 11, 10,
          20, 21, 19, 20, 21, 20, 19, 20, 21, 19, 20, 19, 21, 20 };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "direction", "up");
  g_autoptr (PatronKpiJudgement) judgement = NULL;
  PatronForecastValue value;

  insight_add_months (document, kpi, 2024, values, G_N_ELEMENTS (values));
  judgement = judge (document, kpi, "2026-05-01");
  g_assert_cmpint (patron_kpi_judgement_forecast (
                       judgement, insight_date ("2026-09-01"), &value),
                   ==, PATRON_FORECAST_KNOWN);
  g_assert_cmpfloat_with_epsilon (value.value, 20, 0.5);
  g_assert_cmpfloat (value.upper, <, 24);
  insight_close (document);
}

/* Every figure says how it was computed, from how much, and from where. */
static void
test_explained (void)
{
  static const double values[] = { LEVEL };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "source", "Help desk");
  g_autoptr (PatronKpiJudgement) judgement = NULL;
  g_autoptr (PatronExplanation) limits = NULL;
  g_autofree char *text = NULL;

  insight_add_months (document, kpi, 2024, values, G_N_ELEMENTS (values));
  insight_add (document, "target", kpi, "starts", "2024-01-01", "value",
               "43");
  judgement = judge (document, kpi, "2025-01-01");
  for (guint figure = 0; figure < PATRON_N_KPI_FIGURES; figure++)
    {
      g_autoptr (PatronExplanation) explanation
          = patron_kpi_explain (judgement, figure);

      g_assert_nonnull (explanation->title);
      g_assert_nonnull (explanation->formula);
      g_assert_true (explanation->sample != NULL
                     || explanation->source != NULL);
    }
  limits = patron_kpi_explain (judgement, PATRON_KPI_FIGURE_LIMITS);
  text = patron_explanation_to_text (limits);
  g_assert_nonnull (strstr (text, "Mean ± 2.66 × the mean moving range\n"));
  g_assert_nonnull (strstr (text, "\nMean moving range: 2.55\n"));
  g_assert_nonnull (strstr (text, "\nFrom 12 values\n"));
  insight_close (document);
}

/* Of a share whose counts are known, the interval is, and whether a change is
 * more than chance. */
static void
test_shares (void)
{
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "unit_kind", "percent");
  g_autoptr (PatronKpiJudgement) judgement = NULL;
  g_autoptr (PatronKpiJudgement) rounded = NULL;
  g_autofree char *far = NULL;
  g_autofree char *lacks = NULL;
  PatronKpiInterval interval;

  insight_add (document, "measurement", kpi, "date", "2024-01-01",
               "numerator", "30", "denominator", "107");
  insight_add (document, "measurement", kpi, "date", "2024-02-01",
               "numerator", "70", "denominator", "107");
  /* As a survey gives it: the value, and how many answered. */
  insight_add (document, "measurement", kpi, "date", "2024-03-01", "value",
               "0.691588785046729", "sample_size", "107");
  judgement = judge (document, kpi, "2024-04-01");
  g_assert_true (
      patron_kpi_series_get_interval (judgement->series, 2, &interval));
  g_assert_cmpuint (interval.n_hits, ==, 74);
  assert_says (patron_kpi_write_interval (judgement, 2),
               "74 of 107: with 95\xc2\xa0% probability 59.9\xe2\x80\xaf% to "
               "77.1\xe2\x80\xaf%");
  assert_says (patron_kpi_write_chance (judgement, &judgement->before),
               "Waiting rose by 3.7\xc2\xa0points, 95\xc2\xa0% interval −8.7 to "
               "+16.1: may be chance");
  judgement->before.place = 0;
  far = patron_kpi_write_chance (judgement, &judgement->before);
  g_assert_true (g_str_has_suffix (far, ": more than chance"));

  insight_add (document, "measurement", kpi, "date", "2024-04-01", "value",
               "0.69", "sample_size", "107");
  insight_add (document, "measurement", kpi, "date", "2024-05-01", "value",
               "0.69", "numerator", "74", "denominator", "107");
  rounded = judge (document, kpi, "2024-06-01");
  g_assert_null (patron_kpi_write_interval (rounded, 3));
  lacks = patron_kpi_write_no_interval (rounded, 3);
  g_assert_nonnull (strstr (lacks, "numerator and denominator"));
  g_assert_null (patron_kpi_write_no_interval (rounded, 4));
  insight_close (document);
}

/* Of a net score, promoters and detractors give the interval, as published:
 * 60, 25 and 15 make 45, 29.343 to 58.036. */
static void
test_net_score (void)
{
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "unit_kind", "score");
  g_autoptr (PatronKpiJudgement) judgement = NULL;
  g_autoptr (PatronExplanation) explanation = NULL;
  g_autofree char *text = NULL;
  PatronKpiInterval interval;

  insight_set (document, kpi, "smallest", "-100");
  insight_set (document, kpi, "largest", "100");
  insight_set (document, kpi, "aggregation", "ratio");
  insight_add (document, "measurement", kpi, "date", "2024-01-01",
               "promoters", "300", "detractors", "100", "sample_size", "600");
  /* Two surveys of one day are one of all who answered. */
  insight_add (document, "measurement", kpi, "date", "2024-02-01",
               "promoters", "10", "detractors", "10", "sample_size", "30");
  insight_add (document, "measurement", kpi, "date", "2024-02-01",
               "promoters", "50", "detractors", "5", "sample_size", "70");
  insight_add (document, "measurement", kpi, "date", "2024-03-01", "value",
               "40", "promoters", "50", "detractors", "5", "sample_size",
               "70");
  judgement = judge (document, kpi, "2024-04-01");
  g_assert_cmpfloat_with_epsilon (judgement->series->values[0], 100.0 / 3,
                                  1e-9);
  g_assert_cmpfloat (judgement->series->values[1], ==, 45);
  g_assert_true (
      patron_kpi_series_get_interval (judgement->series, 1, &interval));
  g_assert_cmpfloat_with_epsilon (interval.lower, 29.343, 1e-3);
  g_assert_cmpfloat_with_epsilon (interval.upper, 58.036, 1e-3);
  /* Counts that do not make the value tell nothing of it. */
  g_assert_false (
      patron_kpi_series_get_interval (judgement->series, 2, &interval));

  judgement->latest = 1;
  judgement->before.place = 0;
  assert_says (patron_kpi_write_interval (judgement, 1),
               "Of 100 answers 60 promoters and 15 detractors: with 95\xc2\xa0% "
               "probability 29.3 to 58.0");
  assert_says (patron_kpi_write_chance (judgement, &judgement->before),
               "Waiting rose by 11.7, 95\xc2\xa0% interval −3.9 to +27.2: may "
               "be chance");
  explanation = patron_kpi_explain (judgement, PATRON_KPI_FIGURE_VALUE);
  text = patron_explanation_to_text (explanation);
  g_assert_nonnull (strstr (text, "\nPromoters: 60\n"));
  g_assert_nonnull (strstr (text, ": 29.3 to 58.0\n"));
  insight_close (document);
}

static PatronRecord *
insert_named (PatronDocument *document,
              const char     *entity,
              const char     *name)
{
  PatronRecord *record
      = patron_document_insert (document, entity, NULL, "name", name, NULL);

  g_assert_nonnull (record);
  return record;
}

/* A KPI of one segment is compared with the same of another one, at the last
 * date of both; a mean says what it lacks. */
static void
test_segments (void)
{
  static const char *const names[] = { "Owners", "Tenants", "Others" };
  static const char *const hits[] = { "90", "70", "80" };
  PatronDocument *document = insight_document ();
  PatronRecord *kpis[3];
  g_autoptr (PatronKpiJudgement) owners = NULL;
  g_autoptr (PatronKpiJudgement) tenants = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *lacks = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (PatronRecord) segment
          = insert_named (document, "segment", names[i]);
      g_autofree char *name = g_strdup_printf (
          i < 2 ? "Pleased – %s" : "Angry – %s", names[i]);

      kpis[i] = insert_named (document, "kpi", name);
      insight_set (document, kpis[i], "unit_kind", "percent");
      g_assert_true (patron_document_set_integer (
          document, kpis[i], "segment", patron_record_get_id (segment), NULL));
      insight_add (document, "measurement", kpis[i], "date", "2024-01-01",
                   "numerator", hits[i], "denominator", "100");
    }
  insight_add (document, "measurement", kpis[0], "date", "2024-02-01",
               "numerator", "50", "denominator", "100");
  found = patron_kpi_list_segments (document, kpis[0]);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (g_ptr_array_index (found, 0) == kpis[1]);
  owners = judge (document, kpis[0], "2024-03-01");
  tenants = judge (document, kpis[1], "2024-03-01");
  assert_says (patron_kpi_write_against (owners, tenants),
               "+20.0\xc2\xa0points against 70.0\xe2\x80\xaf%, January 2024\n"
               "Pleased – Owners is higher by 20.0\xc2\xa0points, 95\xc2\xa0% "
               "interval +9.0 to +30.6: more than chance");
  insight_add (document, "measurement", kpis[1], "date", "2024-02-01",
               "value", "0.5");
  patron_kpi_judgement_free (g_steal_pointer (&tenants));
  tenants = judge (document, kpis[1], "2024-03-01");
  lacks = patron_kpi_write_against (owners, tenants);
  g_assert_nonnull (strstr (lacks, "\nNo interval: "));
  for (guint i = 0; i < 3; i++)
    g_object_unref (kpis[i]);
  insight_close (document);
}

/* Parts that are typed one after the other make the value with the last one,
 * in one step of undo. */
static void
test_parts (void)
{
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "unit_kind", "percent");
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (kpi));
  g_autoptr (PatronRecord) one = patron_document_insert (
      document, "measurement", NULL, "kpi", id, "date", "2024-01-01", "value",
      "0.5", NULL);
  g_auto (PatronValue) value = PATRON_VALUE_INIT;

  g_assert_cmpstr (patron_kpi_get_parts (kpi)[0], ==, "numerator");
  patron_value_set_real (&value, 74);
  g_assert_true (
      patron_measurement_set (document, one, "numerator", &value, NULL));
  g_assert_cmpfloat (patron_record_get_number (one, "value"), ==, 0.5);
  patron_value_set_real (&value, 107);
  g_assert_true (
      patron_measurement_set (document, one, "denominator", &value, NULL));
  g_assert_cmpfloat (patron_record_get_number (one, "value"), ==, 74 / 107.0);
  g_assert_true (patron_document_undo (document, NULL));
  g_assert_cmpfloat (patron_record_get_number (one, "value"), ==, 0.5);
  g_assert_true (isnan (patron_record_get_number (one, "denominator")));
  insight_close (document);
}

/* A computed KPI explains itself by what it was computed from; one that cannot
 * be computed says why. */
static void
test_computed (void)
{
  static const double calls[] = { 100, 120 };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) base = insight_kpi (document, "unit", "calls");
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "direction", "up");
  g_autoptr (PatronKpiJudgement) judgement = NULL;
  g_autoptr (PatronKpiJudgement) broken = NULL;
  g_autoptr (PatronExplanation) explanation = NULL;
  g_autofree char *text = NULL;

  insight_set (document, base, "name", "Calls");
  insight_set (document, kpi, "name", "Half");
  insight_add_months (document, base, 2024, calls, G_N_ELEMENTS (calls));
  insight_set (document, kpi, "expression", "Calls / 2");
  judgement = judge (document, kpi, "2024-03-01");
  explanation = patron_kpi_explain (judgement, PATRON_KPI_FIGURE_VALUE);
  text = patron_explanation_to_text (explanation);
  g_assert_nonnull (strstr (text, "\nCalls / 2\n"));
  g_assert_nonnull (strstr (text, "\nCalls: 120\xc2\xa0" "calls\n"));
  g_assert_null (strstr (text, "100"));

  g_assert_true (patron_document_remove (document, base, NULL));
  broken = judge (document, kpi, "2024-03-01");
  assert_says (patron_kpi_write_variation (broken),
               "A KPI that this is computed from was removed");
  insight_close (document);
}

/* A trend has a way, and a first and a last date. */
static void
test_trend (void)
{
  static const double values[]
      = { 50, 58, 49, 57, 48, 50, 51, 52, 53, 54, 55, 49, 57, 50, 56 };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "direction", "none");
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (document);
  g_autoptr (PatronKpiJudgement) judgement = NULL;

  insight_set (document, strategy, "rule_set", "nhs");
  insight_add_months (document, kpi, 2024, values, G_N_ELEMENTS (values));
  judgement = judge (document, kpi, "2025-04-01");
  g_assert_cmpint (judgement->rules, ==, PATRON_PROCESS_NHS);
  g_assert_cmpuint (judgement->signals->len, ==, 1);
  assert_says (patron_kpi_write_signal (
                   judgement, &g_array_index (judgement->signals,
                                              PatronKpiSignal, 0)),
               "May 2024 to November 2024: 7 months that rise one after the "
               "other");
  insight_close (document);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kpi-judgement/improvement", test_improvement);
  g_test_add_func ("/kpi-judgement/outside", test_outside);
  g_test_add_func ("/kpi-judgement/target", test_target);
  g_test_add_func ("/kpi-judgement/changed", test_changed);
  g_test_add_func ("/kpi-judgement/too-few", test_too_few);
  g_test_add_func ("/kpi-judgement/conflict", test_conflict);
  g_test_add_func ("/kpi-judgement/forecast", test_forecast);
  g_test_add_func ("/kpi-judgement/forecast-after-step",
                   test_forecast_after_step);
  g_test_add_func ("/kpi-judgement/explained", test_explained);
  g_test_add_func ("/kpi-judgement/trend", test_trend);
  g_test_add_func ("/kpi-judgement/shares", test_shares);
  g_test_add_func ("/kpi-judgement/net-score", test_net_score);
  g_test_add_func ("/kpi-judgement/segments", test_segments);
  g_test_add_func ("/kpi-judgement/parts", test_parts);
  g_test_add_func ("/kpi-judgement/computed", test_computed);
  return g_test_run ();
}
