/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-experience.h"

#define MOST_TOLD 60

/* What a portrait felt and expected at one stage. */
typedef struct
{
  guint series;
  double felt;
  double expected;
  double stage;
} Gap;

static double
value_at (const PatronChartPoints *points,
          double                   x)
{
  double value = NAN;

  for (gsize i = 0; i < points->n; i++)
    if (round (points->x[i]) == round (x) && isfinite (points->y[i])
        && !(points->marks != NULL
             && (points->marks[i] & PATRON_POINT_EXCLUDED)))
      value = points->y[i];
  return value;
}

static char *
name_stage (const PatronChartData *data,
            double                 x)
{
  if (!(x > -0.5 && x < G_MAXINT))
    return g_strdup ("");
  return patron_text_clean (
    patron_chart_data_get_category (data, (gsize) round (x)));
}

/* Stages are looked up one by one: no journey has thousands. */
static GArray *
list_gaps (const PatronChart     *chart,
           const PatronChartData *data)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (Gap));

  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *felt
        = &g_array_index (data->series, PatronChartPoints, i);
      int expected = patron_experience_expected_of (chart, data, i);

      for (gsize j = 0; j < MIN (felt->n, 1000)
                        && !patron_experience_is_expected (chart, i); j++)
        {
          Gap gap = { i, felt->y[j], NAN, felt->x[j] };

          if (!isfinite (gap.felt)
              || (felt->marks != NULL
                  && (felt->marks[j] & PATRON_POINT_EXCLUDED)))
            continue;
          if (expected >= 0)
            gap.expected = value_at (
              &g_array_index (data->series, PatronChartPoints, expected),
              gap.stage);
          g_array_append_val (gaps, gap);
        }
    }
  return gaps;
}

static const Gap *
find_widest (const GArray *gaps)
{
  const Gap *widest = NULL;

  for (guint i = 0; i < gaps->len; i++)
    {
      const Gap *gap = &g_array_index (gaps, Gap, i);

      if (isfinite (gap->expected)
          && (widest == NULL
              || gap->felt - gap->expected
                   < widest->felt - widest->expected))
        widest = gap;
    }
  return widest;
}

static const Gap *
find_lowest (const GArray *gaps)
{
  const Gap *lowest = NULL;

  for (guint i = 0; i < gaps->len; i++)
    {
      const Gap *gap = &g_array_index (gaps, Gap, i);

      if (lowest == NULL || gap->felt < lowest->felt)
        lowest = gap;
    }
  return lowest;
}

/* patron_chart_write_experience:
 *
 * Returns: (transfer full) (nullable): where what was felt falls farthest
 *   short of what was expected; without expectations, where it was lowest
 */
char *
patron_chart_write_experience (const PatronChart     *chart,
                               const PatronChartData *data)
{
  g_autoptr (GArray) gaps = list_gaps (chart, data);
  PatronFormat format = patron_chart_value_format (chart, data);
  const Gap *gap = find_widest (gaps);
  g_autofree char *stage = NULL;
  g_autofree char *felt = NULL;
  g_autofree char *expected = NULL;

  if (gaps->len == 0)
    return NULL;
  if (gap == NULL)
    {
      gap = find_lowest (gaps);
      stage = name_stage (data, gap->stage);
      felt = patron_format_value (&format, gap->felt);
      if (*stage == '\0')
        return NULL;
      /* Translators: a stage of a journey, and how it was felt there. */
      return g_strdup_printf (_("The experience is lowest at %s with %s"),
                              stage, felt);
    }
  stage = name_stage (data, gap->stage);
  felt = patron_format_value (&format, gap->felt);
  expected = patron_format_value (&format, gap->expected);
  if (*stage == '\0')
    return NULL;
  if (gap->felt >= gap->expected || g_str_equal (felt, expected))
    return g_strdup (_("The experience is nowhere worse than expected"));
  /* Translators: a stage of a journey, what was felt there, what was
   * expected. */
  return g_strdup_printf (
    _("The experience falls farthest short at %s: %s, with %s expected"),
    stage, felt, expected);
}

/* patron_chart_describe_experience:
 *
 * Returns: (transfer full) (nullable): what was felt and expected, stage by
 *   stage
 */
char *
patron_chart_describe_experience (const PatronChart     *chart,
                                  const PatronChartData *data)
{
  g_autoptr (GArray) gaps = list_gaps (chart, data);
  PatronFormat format = patron_chart_value_format (chart, data);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len && i < MOST_TOLD; i++)
    {
      const Gap *gap = &g_array_index (gaps, Gap, i);
      g_autofree char *stage = name_stage (data, gap->stage);
      g_autofree char *felt = patron_format_value (&format, gap->felt);
      g_autofree char *expected = patron_format_value (&format,
                                                       gap->expected);

      if (i == 0 || g_array_index (gaps, Gap, i - 1).series != gap->series)
        {
          g_autofree char *name = patron_text_clean (
            patron_chart_series_name (chart, gap->series));

          if (*name != '\0')
            g_string_append_printf (text, "%s%s:", i > 0 ? " " : "", name);
        }
      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (isfinite (gap->expected))
        /* Translators: a stage of a journey, what was felt there, what was
         * expected. */
        g_string_append_printf (text, C_("experience", "%s %s (expected %s)."),
                                stage, felt, expected);
      else
        /* Translators: a stage of a journey, and what was felt there. */
        g_string_append_printf (text, C_("experience", "%s %s."), stage, felt);
    }
  return g_string_free (text, text->len == 0);
}
