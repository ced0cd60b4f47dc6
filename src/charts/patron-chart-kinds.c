/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* The kinds of charts: a new one is a row here and a file with its layout. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-chart-private.h"

static const struct
{
  const char       *id;
  const char       *label;
  PatronChartShape  shape;
  PatronChartLayout layout;
  PatronChartWords  finding;  /* %NULL: it finds nothing */
  PatronChartWords  describe; /* %NULL: what is said of any categories */
} kinds[PATRON_N_CHART_KINDS] = {
  [PATRON_CHART_LINE] = { "line", NC_("chart kind", "Line"),
    PATRON_SHAPE_DATES, patron_chart_layout_line,
    patron_chart_write_course, patron_chart_describe_course },
  [PATRON_CHART_AREA] = { "area", NC_("chart kind", "Area"),
    PATRON_SHAPE_DATES, patron_chart_layout_area,
    patron_chart_write_course, patron_chart_describe_course },
  [PATRON_CHART_SPARKLINE] = { "sparkline", NC_("chart kind", "Sparkline"),
    PATRON_SHAPE_DATES, patron_chart_layout_sparkline,
    patron_chart_write_course, patron_chart_describe_course },
  [PATRON_CHART_MULTIPLES] = { "multiples", NC_("chart kind", "Small multiples"),
    PATRON_SHAPE_DATES, patron_chart_layout_multiples,
    patron_chart_write_course, patron_chart_describe_course },
  [PATRON_CHART_BAR] = { "bar", NC_("chart kind", "Bars"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_bar,
    patron_chart_write_extremes },
  [PATRON_CHART_COLUMN] = { "column", NC_("chart kind", "Columns"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_column,
    patron_chart_write_extremes },
  [PATRON_CHART_LOLLIPOP] = { "lollipop", NC_("chart kind", "Lollipop"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_lollipop,
    patron_chart_write_extremes },
  [PATRON_CHART_DUMBBELL] = { "dumbbell", NC_("chart kind", "Dumbbell"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_dumbbell,
    patron_chart_write_extremes },
  [PATRON_CHART_SLOPE] = { "slope", NC_("chart kind", "Slope"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_slope,
    patron_chart_write_slope },
  [PATRON_CHART_PARETO] = { "pareto", NC_("chart kind", "Pareto"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_pareto,
    patron_chart_write_pareto },
  [PATRON_CHART_WATERFALL] = { "waterfall", NC_("chart kind", "Waterfall"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_waterfall,
    patron_chart_write_waterfall },
  [PATRON_CHART_TORNADO] = { "tornado", NC_("chart kind", "Tornado"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_tornado,
    patron_chart_write_tornado, patron_chart_describe_tornado },
  [PATRON_CHART_HISTOGRAM] = { "histogram", NC_("chart kind", "Histogram"),
    PATRON_SHAPE_VALUES, patron_chart_layout_histogram,
    patron_chart_write_histogram, patron_chart_describe_histogram },
  [PATRON_CHART_DISTRIBUTION] = { "distribution", NC_("chart kind", "Distribution of scores"),
    PATRON_SHAPE_VALUES, patron_chart_layout_distribution,
    patron_chart_write_distribution, patron_chart_describe_distribution },
  [PATRON_CHART_EXPERIENCE] = { "experience", NC_("chart kind", "Experience curve"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_experience,
    patron_chart_write_experience, patron_chart_describe_experience },
  [PATRON_CHART_MATRIX] = { "matrix", NC_("chart kind", "Matrix"),
    PATRON_SHAPE_NUMBERS, patron_chart_layout_matrix,
    patron_chart_write_matrix, patron_chart_describe_matrix },
  [PATRON_CHART_HEAT_MAP] = { "heat-map", NC_("chart kind", "Heat map"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_heat_map,
    patron_chart_write_heat_map, NULL },
  [PATRON_CHART_BULLET] = { "bullet", NC_("chart kind", "Bullet"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_bullet,
    patron_chart_write_bullet, NULL },
  [PATRON_CHART_FUNNEL] = { "funnel", NC_("chart kind", "Funnel"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_funnel,
    patron_chart_write_funnel, NULL },
  [PATRON_CHART_RADAR] = { "radar", NC_("chart kind", "Radar"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_radar,
    patron_chart_write_radar, NULL },
  [PATRON_CHART_DONUT] = { "donut", NC_("chart kind", "Donut"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_donut,
    patron_chart_write_donut, NULL },
  [PATRON_CHART_TREE] = { "tree", NC_("chart kind", "Tree"),
    PATRON_SHAPE_CATEGORIES, patron_chart_layout_tree,
    patron_chart_write_extremes, patron_chart_describe_tree },
};

/**
 * patron_chart_kind_get_id:
 *
 * Returns: (transfer none): what files and command lines call the kind
 */
const char *
patron_chart_kind_get_id (PatronChartKind kind)
{
  return kinds[kind].id;
}

/**
 * patron_chart_kind_get_label:
 *
 * Returns: (transfer none): what the interface calls the kind
 */
const char *
patron_chart_kind_get_label (PatronChartKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "chart kind", kinds[kind].label);
}

/**
 * patron_chart_kind_get_shape:
 *
 * Returns: what the x of the kind's points is
 */
PatronChartShape
patron_chart_kind_get_shape (PatronChartKind kind)
{
  return kinds[kind].shape;
}

/**
 * patron_chart_kind_has_notes:
 *
 * Returns: whether charts of the kind draw annotations: of dates, or of
 *   categories
 */
gboolean
patron_chart_kind_has_notes (PatronChartKind kind)
{
  static const PatronChartKind drawn[] = {
    PATRON_CHART_LINE, PATRON_CHART_AREA, PATRON_CHART_BAR,
    PATRON_CHART_COLUMN, PATRON_CHART_LOLLIPOP, PATRON_CHART_DUMBBELL,
    PATRON_CHART_WATERFALL, PATRON_CHART_TORNADO,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (drawn); i++)
    if (drawn[i] == kind)
      return TRUE;
  return FALSE;
}

/**
 * patron_chart_kind_from_id:
 * @kind: (out): the kind
 *
 * Returns: whether @id is one of a kind
 */
gboolean
patron_chart_kind_from_id (const char      *id,
                           PatronChartKind *kind)
{
  for (int i = 0; i < PATRON_N_CHART_KINDS; i++)
    if (strcmp (kinds[i].id, id) == 0)
      {
        *kind = (PatronChartKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * patron_chart_kind_is_drawn:
 *
 * Returns: whether charts of the kind can be laid out
 */
gboolean
patron_chart_kind_is_drawn (PatronChartKind kind)
{
  return kinds[kind].layout != NULL;
}

/* patron_chart_kind_get_layout:
 *
 * Returns: what lays the kind out
 */
PatronChartLayout
patron_chart_kind_get_layout (PatronChartKind kind)
{
  return kinds[kind].layout;
}

/* patron_chart_kind_get_finding:
 *
 * Returns: (nullable): what says what a chart of the kind shows
 */
PatronChartWords
patron_chart_kind_get_finding (PatronChartKind kind)
{
  return kinds[kind].finding;
}

/* patron_chart_kind_get_describe:
 *
 * Returns: (nullable): what tells of the values of such a chart in words
 */
PatronChartWords
patron_chart_kind_get_describe (PatronChartKind kind)
{
  return kinds[kind].describe;
}
