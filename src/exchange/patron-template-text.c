/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-template-text.h"

#include <string.h>

#include "patron-date.h"

/* What a new strategy begins with: data/templates/, data/samples/. */

/* The month at whose first day the sample was written: the one after its last
 * values. */
#define WRITTEN_YEAR 2026
#define WRITTEN_MONTH 10

/* A value in JSON that is a date, also where that JSON is text in JSON. Only
 * those change: what is written in sentences names no month. */
#define DATE "(?<=\")\\d{4}-\\d{2}-\\d{2}(?=\\\\?\")"

/* The last day of a month becomes the last day of the other. */
static gint64
add_months (gint64 date,
            int    months)
{
  int year, month, day, since;
  gboolean last;

  patron_date_to_ymd (date, &year, &month, &day);
  last = !patron_date_is_valid_ymd (year, month, day + 1);
  since = year * 12 + month - 1 + months;
  year = since / 12;
  month = since % 12 + 1;
  day = last ? 31 : day;
  while (!patron_date_is_valid_ymd (year, month, day))
    day--;
  return patron_date_from_ymd (year, month, day);
}

static gboolean
shift_cb (const GMatchInfo *match,
          GString          *result,
          gpointer          data)
{
  g_autofree char *text = g_match_info_fetch (match, 0);
  g_autofree char *shifted = NULL;
  gint64 date;

  if (patron_date_from_text (text, &date))
    shifted = patron_date_to_text (add_months (date, *(const int *) data));
  g_string_append (result, shifted != NULL ? shifted : text);
  return FALSE;
}

/**
 * patron_template_text_shift:
 * @text: a strategy as JSON
 * @months: by how much, 0 or more
 *
 * Moves every date of a strategy. Days stay the same; the last of a month
 * stays the last, and one that a month lacks becomes its last.
 *
 * Returns: (transfer full): the strategy as JSON
 */
char *
patron_template_text_shift (const char *text,
                            int         months)
{
  g_autoptr (GRegex) regex = g_regex_new (DATE, G_REGEX_OPTIMIZE, 0, NULL);

  return g_regex_replace_eval (regex, text, -1, 0, 0, shift_cb, &months,
                               NULL);
}

/**
 * patron_template_text_load:
 * @id: blank, services, shop or sample
 * @today: the day on which a strategy begins with it, in days since
 *   1970-01-01; the sample is moved there, so that its last values are those
 *   of the last complete month
 *
 * Returns: (transfer full) (nullable): a strategy as JSON; %NULL if there is
 *   no such template
 */
GBytes *
patron_template_text_load (const char *id,
                           gint64      today)
{
  gboolean sample = g_str_equal (id, "sample");
  g_autofree char *path = g_strdup_printf (
      "/io/github/patron_app/Patron/%s/%s.json",
      sample ? "samples" : "templates", sample ? "consulting" : id);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (
      path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  int year, month, day, months;
  g_autofree char *text = NULL;
  char *shifted;

  if (bytes == NULL || !sample)
    return g_steal_pointer (&bytes);
  patron_date_to_ymd (today, &year, &month, &day);
  months = (year - WRITTEN_YEAR) * 12 + month - WRITTEN_MONTH;
  if (months <= 0)
    return g_steal_pointer (&bytes);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  shifted = patron_template_text_shift (text, months);
  return g_bytes_new_take (shifted, strlen (shifted));
}
