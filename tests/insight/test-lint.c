/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a strategy lacks is found, and no longer when it is there. */

#include "insight-fixture.h"

#include "patron-lint.h"

#define TODAY "2026-06-30"

static PatronRecord *
add (PatronDocument *document,
     const char     *entity,
     const char     *field,
     const char     *value,
     const char     *reference,
     PatronRecord   *target)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup_printf (
      "%" G_GINT64_FORMAT, target != NULL ? patron_record_get_id (target) : 0);
  PatronRecord *record = patron_document_insert (
      document, entity, &error, field, value,
      target != NULL ? reference : NULL, id, NULL);

  g_assert_no_error (error);
  return record;
}

static PatronRecord *
add_card (PatronDocument *document,
          const char     *title,
          PatronRecord   *stage,
          PatronRecord   *lane)
{
  g_autofree char *stage_id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (stage));
  g_autofree char *lane_id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (lane));
  PatronRecord *card
      = patron_document_insert (document, "card", NULL, "title", title,
                                "stage", stage_id, "lane", lane_id, NULL);

  g_assert_nonnull (card);
  return card;
}

static void
set (PatronDocument *document,
     PatronRecord   *record,
     const char     *field,
     const char     *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      patron_document_set_text (document, record, field, value, &error));
  g_assert_no_error (error);
}

static void
refer (PatronDocument *document,
       PatronRecord   *record,
       const char     *field,
       PatronRecord   *target)
{
  g_assert_true (patron_document_set_integer (
      document, record, field, patron_record_get_id (target), NULL));
}

static void
expect (PatronDocument    *document,
        const char *const *messages)
{
  g_autoptr (GPtrArray) findings
      = patron_lint (document, insight_date (TODAY));

  for (guint i = 0; i < findings->len; i++)
    {
      const PatronFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpstr (finding->message, ==, messages[i]);
    }
  g_assert_null (messages[findings->len]);
}

static void
test_journey (void)
{
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) segment
      = add (document, "segment", "name", "Owners", NULL, NULL);
  g_autoptr (PatronRecord) journey
      = add (document, "journey", "title", "Moving in", NULL, NULL);
  g_autoptr (PatronRecord) stage
      = add (document, "stage", "name", "Sign", "journey", journey);
  g_autoptr (PatronRecord) doing
      = add (document, "lane", "kind", "doing", "journey", journey);
  g_autoptr (PatronRecord) ideas
      = add (document, "lane", "kind", "opportunity", "journey", journey);
  g_autoptr (PatronRecord) card = NULL;
  g_autoptr (PatronRecord) idea = NULL;

  g_object_unref (add (document, "portrait", "name", "Clara", "segment",
                       segment));
  expect (document,
          (const char *const[]){
              "Portrait “Clara” goes on no journey.",
              "Journey “Moving in” is nobody’s: it has no segment and no "
              "portrait.",
              "Journey “Moving in” was never reviewed.",
              "Stage “Sign” does not say what the customer does.", NULL });

  refer (document, journey, "segment", segment);
  set (document, journey, "reviewed", "2025-12-01");
  card = add_card (document, "Signs", stage, doing);
  idea = add_card (document, "By phone", stage, ideas);
  expect (document,
          (const char *const[]){
              "Journey “Moving in” was not reviewed for half a year.",
              "Opportunity “By phone” has no evidence.", NULL });

  set (document, journey, "reviewed", "2026-01-15");
  set (document, idea, "evidence", "observed");
  expect (document, (const char *const[]){ NULL });
  insight_close (document);
}

static void
test_measures (void)
{
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "owner", NULL);
  g_autoptr (PatronRecord) other
      = add (document, "kpi", "name", "Answered", NULL, NULL);
  g_autoptr (PatronRecord) goal
      = add (document, "goal", "title", "Answer sooner", NULL, NULL);
  g_autoptr (PatronRecord) target = NULL;
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (kpi));

  target = patron_document_insert (document, "target", NULL, "kpi", id,
                                   "starts", "2026-01-01", "value", "3",
                                   NULL);
  g_assert_nonnull (target);
  set (document, goal, "kind", "goal");
  set (document, other, "owner", "Nora");
  expect (document,
          (const char *const[]){
              "Goal “Answer sooner” has no KPI.",
              "KPI “Waiting” has no counter-metric.",
              "KPI “Waiting” has no owner.",
              "KPI “Waiting” has a target, but no baseline.",
              "KPI “Answered” has no counter-metric.", NULL });

  /* One names the other: that makes a pair of both. */
  refer (document, kpi, "counterpart", other);
  refer (document, goal, "kpi", kpi);
  set (document, kpi, "owner", "Nora");
  set (document, kpi, "baseline", "8");
  expect (document, (const char *const[]){ NULL });
  insight_close (document);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/lint/journey", test_journey);
  g_test_add_func ("/insight/lint/measures", test_measures);
  return g_test_run ();
}
