/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-template-text.h"

static void
assert_shifted (const char *text,
                int         months,
                const char *expected)
{
  g_autofree char *shifted = patron_template_text_shift (text, months);

  g_assert_cmpstr (shifted, ==, expected);
}

static void
test_dates (void)
{
  assert_shifted ("{\"due\": \"2026-10-15\"}", 1,
                  "{\"due\": \"2026-11-15\"}");
  assert_shifted ("[\"2026-10-01\", \"2025-12-01\"]", 26,
                  "[\"2028-12-01\", \"2028-02-01\"]");
  /* The last day of a month stays the last, here and in February. */
  assert_shifted ("[\"2026-09-30\"]", 1, "[\"2026-10-31\"]");
  assert_shifted ("[\"2026-10-31\"]", 4, "[\"2027-02-28\"]");
  assert_shifted ("[\"2027-01-29\"]", 1, "[\"2027-02-28\"]");
  assert_shifted ("[\"2027-02-28\"]", 12, "[\"2028-02-29\"]");
  assert_shifted ("[\"2026-10-15\"]", 0, "[\"2026-10-15\"]");
}

static void
test_what_stays (void)
{
  static const char *const texts[] = {
    "{\"note\": \"Since 2026-10-15\"}",
    "{\"note\": \"2026-10-15 to 2026-11-15\"}",
    "{\"id\": \"2026-13-41\"}",
    "{\"number\": 2026}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_shifted (texts[i], 3, texts[i]);
  /* The description of a chart is JSON in JSON. */
  assert_shifted ("{\"s\": \"{\\\"from\\\":\\\"2026-10-15\\\"}\"}", 3,
                  "{\"s\": \"{\\\"from\\\":\\\"2027-01-15\\\"}\"}");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/template-text/dates", test_dates);
  g_test_add_func ("/exchange/template-text/what-stays", test_what_stays);
  return g_test_run ();
}
