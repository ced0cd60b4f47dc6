/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "goal-fixture.h"

#include "patron-review-summary.h"

static PatronRecord *
add_review (PatronDocument *document,
            const char     *date)
{
  g_autoptr (GError) error = NULL;
  PatronRecord *review = patron_document_insert (document, "review", &error,
                                                 "date", date, NULL);

  g_assert_no_error (error);
  return review;
}

/* Each check-in belongs to one review; the last word on a goal counts. */
static void
test_gather (void)
{
  PatronDocument *document = insight_document ();
  gint64 a = insight_goal (document, 0, "goal", "A");
  gint64 b = insight_goal (document, 0, "goal", "B");
  g_autoptr (PatronRecord) second = add_review (document, "2026-06-30");
  g_autoptr (PatronRecord) first = add_review (document, "2026-03-31");
  g_autoptr (PatronReviewSummary) of_first = NULL;
  g_autoptr (PatronReviewSummary) of_second = NULL;
  g_autoptr (PatronReviewSummary) of_today = NULL;
  gint64 today = insight_date ("2026-09-30");

  insight_check_in (document, a, "2026-06-30", "", "on_track");
  insight_check_in (document, a, "2026-03-31", "", "off_track");
  insight_check_in (document, b, "2026-01-01", "", "on_track");
  insight_check_in (document, b, "2026-04-01", "", "at_risk");
  insight_check_in (document, a, "2026-04-15", "", "off_track");
  insight_check_in (document, b, "2026-10-01", "", "off_track");

  of_first = patron_review_summary_new (document, first, today);
  g_assert_cmpint (of_first->since, ==, 0);
  g_assert_cmpuint (of_first->check_ins->len, ==, 2);
  g_assert_cmpfloat (of_first->net.score, ==, 0);
  of_second = patron_review_summary_new (document, second, today);
  g_assert_cmpint (of_second->since, ==, insight_date ("2026-03-31"));
  g_assert_cmpuint (of_second->check_ins->len, ==, 3);
  g_assert_cmpuint (of_second->net.n, ==, 2);
  g_assert_cmpfloat (of_second->net.score, ==, 50);
  of_today = patron_review_summary_new (document, NULL, today);
  g_assert_cmpint (of_today->since, ==, insight_date ("2026-06-30"));
  g_assert_cmpuint (of_today->check_ins->len, ==, 0);
  insight_close (document);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review-summary/gather", test_gather);
  return g_test_run ();
}
