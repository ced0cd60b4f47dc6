/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* From the table that a query found to a chart: series, axes, formats and
 * words. */

#include "config.h"

#include "patron-chart-query-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-error.h"
#include "patron-figure-private.h"
#include "patron-goal-words.h"

/* What the quarters of a matrix mean, where its measures are known. */
static const struct
{
  const char *entity;
  const char *x;
  const char *y;
  const char *names[4]; /* top left, top right, bottom left, bottom right */
} quadrants[] = {
  { "channel", "mean:readiness", "mean:importance",
    { N_("Make ready first"), N_("Keep ready"), N_("Leave"),
      N_("More than needed") } },
  { "need", "mean:served", "mean:strength",
    { N_("Opportunities"), N_("Well served"), N_("Minor"),
      N_("More than needed") } },
};

/**
 * patron_chart_query_check:
 *
 * Returns: whether the query can be asked; otherwise with an error of
 *   %PATRON_ERROR that says what is wrong
 */
gboolean
patron_chart_query_check (const PatronChartQuery  *self,
                          PatronRegistry          *registry,
                          GError                 **error)
{
  const PatronEntity *entity = patron_registry_lookup (registry, self->entity);
  PatronQueryMeasure measure;
  PatronQueryPath path;

  if (entity == NULL)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   _("A strategy holds no “%s” that a chart could show"),
                   self->entity);
      return FALSE;
    }
  if (self->measures[0] == NULL)
    {
      g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                           _("The chart does not say what it measures"));
      return FALSE;
    }
  for (guint i = 0; self->measures[i] != NULL; i++)
    {
      if (!patron_query_measure_parse (&measure, entity, self->measures[i],
                                       error))
        return FALSE;
      if (measure.how == PATRON_QUERY_VALUE
          && (i > 0 || self->measures[1] != NULL
              || (self->over != NULL && !g_str_has_prefix (self->over, "date"))
              || (self->split != NULL && strcmp (self->split, "kpi") != 0)))
        {
          g_set_error_literal (
              error, PATRON_ERROR, PATRON_ERROR_INVALID,
              _("Values of KPIs are laid out over dates, alone or by KPI"));
          return FALSE;
        }
      if (measure.how == PATRON_QUERY_SWING
          && (i > 0 || self->measures[1] != NULL || self->over != NULL
              || self->split != NULL))
        {
          g_set_error_literal (
              error, PATRON_ERROR, PATRON_ERROR_INVALID,
              _("What moves a KPI is shown alone, over nothing else"));
          return FALSE;
        }
    }
  return patron_query_path_parse (&path, registry, entity, self->over, error)
         && patron_query_path_parse (&path, registry, entity, self->split,
                                     error);
}

static void
set_format (const PatronChartQuery   *query,
            const PatronQueryTable   *table,
            const PatronQueryMeasure *measure,
            PatronDocument           *document,
            PatronFormat             *format)
{
  g_autoptr (PatronRecord) kpi = NULL;
  g_autofree char *currency = patron_document_get_currency (document);

  patron_format_init (format, PATRON_FORMAT_NUMBER);
  if (measure->how == PATRON_QUERY_COUNT)
    format->decimals = 0;
  else if (patron_query_measure_in_unit (measure))
    {
      kpi = patron_document_get_record (document, "kpi", table->kpi);
      if (kpi != NULL)
        patron_figure_set_unit (format, document, kpi);
    }
  else if (measure->from == PATRON_QUERY_PROGRESS
           || measure->field->kind == PATRON_KIND_PERCENT)
    patron_format_init (format, PATRON_FORMAT_PERCENT);
  else if (measure->field->kind == PATRON_KIND_MONEY)
    {
      patron_format_init (format, PATRON_FORMAT_MONEY);
      format->decimals = 0;
    }
  else if (measure->field->kind == PATRON_KIND_DURATION)
    patron_format_init (format, PATRON_FORMAT_DURATION);
  if (currency != NULL)
    g_strlcpy (format->currency, currency, sizeof format->currency);
  if (query->decimals >= 0)
    format->decimals = query->decimals;
}

static void
set_range (PatronChartAxis          *axis,
           const PatronQueryMeasure *measure)
{
  double min, max;

  patron_query_measure_get_range (measure, &min, &max);
  if (isnan (min))
    return;
  axis->min = min;
  axis->max = max;
}

static gboolean
is_single (const PatronQueryTable *table)
{
  return table->over.n == 0;
}

static char *
name_measure (const PatronQueryTable *table,
              guint                   measure)
{
  return patron_query_measure_label (&table->measures[measure], table->entity,
                                     is_single (table));
}

/* What a series is called: its measure, or what it was split by. */
static void
add_series (PatronChart            *chart,
            const PatronQueryTable *table,
            guint                   measure,
            guint                   row)
{
  const PatronQueryGroup *group
      = &g_array_index (table->rows, PatronQueryGroup, row);
  g_autofree char *name = table->n_measures > 1 || group->label == NULL
                              ? name_measure (table, measure)
                              : NULL;
  g_autofree char *both = NULL;

  if (name != NULL && group->label != NULL)
    /* Translators: what made a series, and what is measured of it. */
    both = g_strdup_printf (C_("chart series", "%s, %s"), group->label, name);
  patron_chart_add_series (chart, both != NULL   ? both
                                  : name != NULL ? name
                                                 : group->label);
}

/* The second measure is what the first is held against. */
static void
mark_expected (PatronChart            *chart,
               const PatronQueryTable *table)
{
  static const char *const expected[]
      = { "expected", "baseline", "benchmark", "target" };

  if (table->n_measures != 2 || table->rows->len != 1)
    return;
  if (table->measures[1].field != NULL)
    {
      gboolean known = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
        known = known
                || strcmp (table->measures[1].field->name, expected[i]) == 0;
      if (!known && chart->kind != PATRON_CHART_BULLET)
        return;
    }
  g_array_index (chart->series, PatronChartSeries, 1).expected = TRUE;
}

static void
add_row (PatronChartData        *data,
         const PatronQueryTable *table,
         guint                   measure,
         guint                   row,
         gboolean                dated)
{
  guint n = table->columns->len;
  g_autofree double *x = g_new (double, n + 1);
  g_autofree double *y = g_new (double, n + 1);
  g_autofree double *samples = g_new (double, n + 1);
  PatronChartPoints points = { .x = x, .y = y, .samples = samples };

  for (guint i = 0; i < n; i++)
    {
      gsize at = patron_query_table_at (table, measure, row, i);

      /* A KPI that was not measured on a day of another has no gap there. */
      if (dated && isnan (table->values[at]) && table->rows->len > 1)
        continue;
      x[points.n]
          = dated ? g_array_index (table->columns, PatronQueryGroup, i).rank
                  : i;
      y[points.n] = table->values[at];
      samples[points.n] = table->samples[at];
      points.n++;
    }
  patron_chart_data_add_points (data, &points);
}

static void
fill_rows (PatronChart            *chart,
           PatronChartData        *data,
           const PatronQueryTable *table,
           gboolean                dated)
{
  for (guint i = 0; i < table->columns->len && !dated; i++)
    patron_chart_data_add_category (
        data, g_array_index (table->columns, PatronQueryGroup, i).label);
  for (guint measure = 0; measure < table->n_measures; measure++)
    for (guint row = 0; row < table->rows->len; row++)
      {
        add_series (chart, table, measure, row);
        add_row (data, table, measure, row, dated);
      }
  mark_expected (chart, table);
}

/* A slope goes from one series to the other, with a line for a category. The
 * second measure is what was before, and stands left. */
static void
fill_slopes (PatronChart            *chart,
             PatronChartData        *data,
             const PatronQueryTable *table)
{
  gboolean measures = table->n_measures > 1;
  guint ends[2] = { measures ? 1 : 0, measures ? 0 : 1 };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = measures ? name_measure (table, ends[i]) : NULL;

      patron_chart_data_add_category (
          data, measures ? name
                         : g_array_index (table->rows, PatronQueryGroup,
                                          ends[i]).label);
    }
  for (guint column = 0; column < table->columns->len; column++)
    {
      double x[] = { 0, 1 }, y[2];

      for (guint i = 0; i < 2; i++)
        y[i] = table->values[patron_query_table_at (
            table, measures ? ends[i] : 0, measures ? 0 : ends[i], column)];
      patron_chart_add_series (
          chart,
          g_array_index (table->columns, PatronQueryGroup, column).label);
      patron_chart_data_add (data, x, y, 2);
    }
}

static void
fill_values (PatronChart            *chart,
             PatronChartData        *data,
             const PatronQueryTable *table)
{
  g_autofree double *x = g_new0 (double, table->all->len + 1);

  add_series (chart, table, 0, 0);
  patron_chart_data_add (data, x, (double *) (void *) table->all->data,
                         table->all->len);
}

static void
fill_total (PatronChart            *chart,
            PatronChartData        *data,
            const PatronQueryTable *table)
{
  guint n = table->columns->len;
  g_autofree double *x = g_new (double, n + 1);
  g_autofree double *y = g_new (double, n + 1);
  g_autofree guint8 *marks = g_new0 (guint8, n + 1);
  PatronChartPoints points = { .x = x, .y = y, .marks = marks, .n = n + 1 };
  double total = 0;

  for (guint i = 0; i < n; i++)
    {
      x[i] = i;
      y[i] = table->values[i];
      total += isfinite (y[i]) ? y[i] : 0;
      patron_chart_data_add_category (
          data, g_array_index (table->columns, PatronQueryGroup, i).label);
    }
  x[n] = n;
  y[n] = total;
  marks[n] = PATRON_POINT_TOTAL;
  patron_chart_data_add_category (data, C_("chart", "Total"));
  add_series (chart, table, 0, 0);
  patron_chart_data_add_points (data, &points);
}

static void
fill_bubbles (PatronChart            *chart,
              PatronChartData        *data,
              const PatronQueryTable *table)
{
  guint n = table->columns->len;
  g_autofree double *numbers = g_new (double, 3 * (gsize) n + 3);
  g_autofree char **names = g_new0 (char *, n + 1);

  for (guint row = 0; row < table->rows->len; row++)
    {
      PatronChartPoints points = {
        .x = numbers, .y = numbers + n + 1, .names = names,
        .size = table->n_measures > 2 ? numbers + 2 * (gsize) n + 2 : NULL,
      };

      for (guint i = 0; i < n; i++)
        {
          double x = table->values[patron_query_table_at (table, 0, row, i)];
          double y = table->values[patron_query_table_at (table, 1, row, i)];

          if (!isfinite (x) || !isfinite (y))
            continue;
          points.x[points.n] = x;
          points.y[points.n] = y;
          if (points.size != NULL)
            points.size[points.n]
                = table->values[patron_query_table_at (table, 2, row, i)];
          names[points.n]
              = g_array_index (table->columns, PatronQueryGroup, i).label;
          points.n++;
        }
      patron_chart_add_series (
          chart, g_array_index (table->rows, PatronQueryGroup, row).label);
      patron_chart_data_add_points (data, &points);
    }
}

static void
set_quadrants (PatronChart            *chart,
               const PatronChartQuery *query)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quadrants); i++)
    if (strcmp (quadrants[i].entity, query->entity) == 0
        && g_strcmp0 (quadrants[i].x, query->measures[0]) == 0
        && g_strcmp0 (quadrants[i].y, query->measures[1]) == 0)
      patron_chart_set_quadrants (
          chart, g_dgettext (GETTEXT_PACKAGE, quadrants[i].names[0]),
          g_dgettext (GETTEXT_PACKAGE, quadrants[i].names[1]),
          g_dgettext (GETTEXT_PACKAGE, quadrants[i].names[2]),
          g_dgettext (GETTEXT_PACKAGE, quadrants[i].names[3]));
}

static void
set_axes (PatronChart            *chart,
          const PatronChartQuery *query,
          const PatronQueryTable *table,
          PatronDocument         *document)
{
  set_format (query, table, &table->measures[0], document, &chart->y.format);
  set_range (&chart->y, &table->measures[0]);
  if (patron_chart_kind_get_shape (chart->kind) == PATRON_SHAPE_DATES)
    patron_format_init (&chart->x.format, PATRON_FORMAT_DATE);
  if (chart->kind != PATRON_CHART_MATRIX)
    return;
  set_format (query, table, &table->measures[0], document, &chart->x.format);
  set_format (query, table, &table->measures[1], document, &chart->y.format);
  set_range (&chart->x, &table->measures[0]);
  chart->y.min = chart->y.max = NAN;
  set_range (&chart->y, &table->measures[1]);
  chart->x.title = name_measure (table, 0);
  chart->y.title = name_measure (table, 1);
  set_quadrants (chart, query);
}

static void
fill (PatronChart            *chart,
      PatronChartData        *data,
      const PatronQueryTable *table)
{
  if (chart->kind == PATRON_CHART_SLOPE)
    fill_slopes (chart, data, table);
  else if (chart->kind == PATRON_CHART_HISTOGRAM
           || chart->kind == PATRON_CHART_DISTRIBUTION)
    fill_values (chart, data, table);
  else if (chart->kind == PATRON_CHART_WATERFALL)
    fill_total (chart, data, table);
  else if (chart->kind == PATRON_CHART_MATRIX)
    fill_bubbles (chart, data, table);
  else
    fill_rows (chart, data, table,
               patron_chart_kind_get_shape (chart->kind)
                   == PATRON_SHAPE_DATES);
}

static void
add_name (GString        *text,
          PatronDocument *document,
          const char     *entity,
          gint64          id)
{
  g_autoptr (PatronRecord) record
      = patron_document_get_record (document, entity, id);
  g_autofree char *title
      = record != NULL ? patron_record_get_title (record) : NULL;

  if (title != NULL)
    g_string_append_printf (text, " \xc2\xb7 %s", title);
}

static char *
write_layout (const PatronQueryTable *table)
{
  const char *plural = patron_entity_get_plural (table->entity);
  g_autofree char *over = patron_query_path_label (&table->over);
  g_autofree char *split = patron_query_path_label (&table->split);

  if (*over != '\0' && *split != '\0')
    /* Translators: what is counted, and two things that it is put together
     * by, such as "Touchpoints by Channel and Moment". */
    return g_strdup_printf (_("%s by %s and %s"), plural, over, split);
  if (*over != '\0' || *split != '\0')
    /* Translators: what is counted, and by what it is put together. */
    return g_strdup_printf (_("%s by %s"), plural,
                            *over != '\0' ? over : split);
  return g_strdup (plural);
}

static char *
write_measures (const PatronQueryTable *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (table->n_measures == 2)
    {
      g_autofree char *first = name_measure (table, 0);
      g_autofree char *second = name_measure (table, 1);

      /* Translators: two things that are measured. */
      return g_strdup_printf (C_("measures", "%s and %s"), first, second);
    }
  for (guint i = 0; i < table->n_measures; i++)
    {
      g_autofree char *name = name_measure (table, i);

      g_string_append_printf (text, i > 0 ? " \xc2\xb7 %s" : "%s", name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether a chart tells the records apart. */
static gboolean
shows_each (PatronChartKind kind)
{
  return kind != PATRON_CHART_HISTOGRAM && kind != PATRON_CHART_DISTRIBUTION;
}

/* What is shown, of what, by what, of whom. */
static char *
write_what (const PatronChartQuery *query,
            const PatronQueryTable *table,
            PatronDocument         *document)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *layout = write_layout (table);
  PatronQueryHow how = table->measures[0].how;

  if (how == PATRON_QUERY_VALUE)
    {
      PatronQueryPeriod period = table->over.period;

      for (guint i = 0; i < table->rows->len && table->rows->len == 1; i++)
        g_string_append (
            text, g_array_index (table->rows, PatronQueryGroup, i).label);
      if (table->rows->len != 1)
        g_string_append (text, _("Values of KPIs"));
      if (period != PATRON_QUERY_DAY)
        g_string_append_printf (text, " \xc2\xb7 %s",
                                patron_query_period_name (period));
    }
  else
    {
      g_autofree char *measures = write_measures (table);
      gboolean counts = how == PATRON_QUERY_COUNT;

      if (!counts && table->over.n == 0 && table->split.n == 0
          && shows_each (query->kind))
        /* Translators: what is measured, and of what, such as "Importance
         * and Readiness by Channel". */
        g_string_append_printf (text, C_("measures", "%s by %s"), measures,
                                patron_entity_get_label (table->entity));
      else if (!counts)
        g_string_append_printf (text, "%s \xc2\xb7 %s", measures, layout);
      else
        g_string_append (text, layout);
      add_name (text, document, "kpi", query->kpi);
    }
  add_name (text, document, "segment", query->segment);
  add_name (text, document, "portrait", query->portrait);
  add_name (text, document, "journey", query->journey);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * patron_query_names_category:
 * @category: as a chart has it
 * @name: as a note has it
 *
 * Returns: whether both are the same; of what moves a KPI, the category goes
 *   on with the limits of the day
 */
gboolean
patron_query_names_category (const char *category,
                             const char *name)
{
  return strcmp (category, name) == 0
         || (g_str_has_prefix (category, name)
             && g_str_has_prefix (category + strlen (name), ", "));
}

/* The category that a note is told of, or that its day falls into; -1 where
 * there is none. */
static int
find_category (const PatronQueryResult *self,
               const PatronQueryTable  *table,
               const PatronQueryNote   *note)
{
  guint n = patron_chart_data_count_categories (self->data);

  for (guint i = 0; i < n && note->on != NULL; i++)
    if (patron_query_names_category (
            patron_chart_data_get_category (self->data, i), note->on))
      return (int) i;
  if (note->on != NULL || table == NULL
      || !patron_query_path_dated (&table->over))
    return -1;
  for (guint i = 0; i < table->columns->len; i++)
    {
      double start = g_array_index (table->columns, PatronQueryGroup, i).rank;

      if (note->at >= start
          && note->at < (double) patron_query_period_next (
                 table->over.period, (gint64) start))
        return (int) i;
    }
  return -1;
}

/* patron_query_result_add_notes:
 * @table: (nullable): what the query found
 *
 * Adds the user's own annotations to a chart that has them.
 */
void
patron_query_result_add_notes (PatronQueryResult      *self,
                               const PatronChartQuery *query,
                               const PatronQueryTable *table)
{
  gboolean dated = patron_chart_kind_get_shape (self->chart->kind)
                   == PATRON_SHAPE_DATES;

  if (!patron_chart_kind_has_notes (self->chart->kind))
    return;
  for (guint i = 0; i < query->notes->len; i++)
    {
      const PatronQueryNote *note
          = &g_array_index (query->notes, PatronQueryNote, i);
      int category = dated ? -1 : find_category (self, table, note);

      if (dated && note->on == NULL)
        patron_chart_add_annotation (self->chart, note->at, note->text, 0);
      else if (category >= 0)
        patron_chart_add_annotation (self->chart, category, note->text, 0);
    }
}

static void
add_part (GString    *text,
          const char *part)
{
  if (text->len > 0)
    g_string_append (text, " \xc2\xb7 ");
  g_string_append (text, part);
}

/* Small print: the user's own, and what is not shown. */
static void
set_note (PatronChart            *chart,
          const PatronChartQuery *query,
          const PatronQueryTable *table)
{
  g_autoptr (GString) text = g_string_new (query->note);
  g_autofree char *hidden = g_strdup_printf (
      ngettext ("%u more is not shown", "%u more are not shown",
                table->hidden),
      table->hidden);
  g_autofree char *over = patron_query_path_label (
      table->over.n > 0 ? &table->over : &table->split);
  g_autofree char *unset
      /* Translators: how many records are left out as they lack a field, and
       * the field, such as "12 without Channel are not shown". */
      = g_strdup_printf (ngettext ("%u without %s is not shown",
                                   "%u without %s are not shown",
                                   table->unset),
                         table->unset, over);

  if (table->hidden > 0)
    add_part (text, hidden);
  if (table->unset > 0)
    add_part (text, unset);
  if (text->len > 0)
    patron_chart_set_note (chart, text->str);
}

static gboolean
is_course_of_one (const PatronChartQuery *query,
                  const PatronQueryTable *table)
{
  PatronChartKind kind = query->kind;

  return table->measures[0].how == PATRON_QUERY_VALUE
         && table->rows->len == 1 && table->over.period == PATRON_QUERY_DAY
         && (kind == PATRON_CHART_LINE || kind == PATRON_CHART_AREA
             || kind == PATRON_CHART_SPARKLINE);
}

/* The line of one KPI is the one of its page. */
static void
take_kpi_chart (PatronQueryResult      *self,
                const PatronChartQuery *query,
                PatronDocument         *document,
                gint64                  id)
{
  g_autoptr (PatronRecord) kpi
      = patron_document_get_record (document, "kpi", id);

  if (kpi == NULL)
    return;
  g_clear_pointer (&self->chart, patron_chart_free);
  g_clear_pointer (&self->data, patron_chart_data_free);
  patron_figure_make_chart (document, kpi, &self->chart, &self->data);
  self->chart->kind = query->kind;
  if (query->decimals >= 0)
    self->chart->y.format.decimals = query->decimals;
  if (!query->targets)
    g_array_set_size (self->chart->targets, 0);
  g_free (self->what);
  self->what = g_strdup (self->chart->subtitle);
}

/* The tree is the one of the page of goals. */
static void
take_goals_chart (PatronQueryResult      *self,
                  const PatronChartQuery *query,
                  PatronChartSource      *source)
{
  patron_figure_make_goals (patron_chart_source_get_goals (source), 0,
                            &self->chart, &self->data);
  if (query->decimals >= 0)
    self->chart->y.format.decimals = query->decimals;
  self->what = g_strdup (_("Tree of Goals"));
  self->finding = patron_goal_write_standing (
      patron_chart_source_get_goals (source), -1);
}

/* A KPI has its colour everywhere. */
static void
set_colour (PatronQueryResult      *self,
            const PatronQueryTable *table,
            PatronDocument         *document)
{
  g_autoptr (PatronRecord) kpi = NULL;

  if (table->measures[0].how != PATRON_QUERY_VALUE || table->rows->len != 1)
    return;
  kpi = patron_document_get_record (document, "kpi", table->kpi);
  if (kpi != NULL)
    self->colour = g_strdup (patron_record_get_text (kpi, "colour"));
}

static void
make_chart (PatronQueryResult      *self,
            const PatronChartQuery *query,
            const PatronQueryTable *table,
            PatronChartSource      *source)
{
  PatronDocument *document = patron_chart_source_get_document (source);

  if (query->kind == PATRON_CHART_TREE)
    {
      take_goals_chart (self, query, source);
      patron_chart_set_note (self->chart, query->note);
      return;
    }
  self->chart = patron_chart_new (query->kind);
  self->data = patron_chart_data_new ();
  self->what = write_what (query, table, document);
  if (!self->empty && is_course_of_one (query, table))
    take_kpi_chart (self, query, document, table->kpi);
  else
    {
      self->chart->direction = table->direction;
      if (self->can_stack)
        self->chart->stack = query->stack;
      self->chart->averages = query->averages;
      set_axes (self->chart, query, table, document);
      if (!self->empty)
        fill (self->chart, self->data, table);
    }
  set_colour (self, table, document);
  patron_query_result_add_notes (self, query, table);
  set_note (self->chart, query, table);
}

static void
set_words (PatronQueryResult      *self,
           const PatronChartQuery *query)
{
  gboolean tree = query->kind == PATRON_CHART_TREE;

  if (!self->empty && !tree)
    self->finding = patron_chart_write_finding (self->chart, self->data);
  patron_chart_set_title (self->chart, query->headline != NULL ? query->headline
                                       : self->finding != NULL
                                           ? self->finding
                                           : self->what);
  if (tree)
    return;
  patron_chart_set_subtitle (
      self->chart, query->headline != NULL || self->finding != NULL
                       ? self->what
                       : NULL);
  patron_chart_set_empty_text (self->chart, _("Nothing to show yet"));
}

static void
run_swing (PatronQueryResult *self,
           PatronChartQuery  *query,
           PatronChartSource *source)
{
  patron_query_result_take_swing (self, query, source);
  patron_chart_set_title (self->chart, query->headline != NULL ? query->headline
                                       : self->finding != NULL
                                           ? self->finding
                                           : self->what);
  if (query->headline != NULL || self->finding != NULL)
    patron_chart_set_subtitle (self->chart, self->what);
}

static gboolean
has_values (const PatronQueryTable *table)
{
  gsize n = (gsize) table->n_measures * table->rows->len
            * table->columns->len;

  for (gsize i = 0; i < n; i++)
    if (isfinite (table->values[i]))
      return TRUE;
  return FALSE;
}

/* Where the kind asked for cannot show it, the first one that can does. */
static void
choose_kind (const PatronQueryResult *self,
             PatronChartQuery        *query)
{
  if (self->kinds[query->kind])
    return;
  for (int i = 0; i < PATRON_N_CHART_KINDS; i++)
    if (self->kinds[i])
      {
        query->kind = (PatronChartKind) i;
        return;
      }
}

/**
 * patron_chart_query_run:
 * @self: a query that patron_chart_query_check() finds good
 *
 * Asks the strategy. Where the kind of the query cannot show the answer, as
 * the strategy changed since, one is taken that can.
 *
 * Returns: (transfer full): the answer
 */
PatronQueryResult *
patron_chart_query_run (const PatronChartQuery *self,
                        PatronChartSource      *source)
{
  PatronQueryResult *result = g_rc_box_new0 (PatronQueryResult);
  g_autoptr (PatronChartQuery) query = patron_chart_query_copy (self);
  g_autoptr (PatronQueryTable) table = NULL;

  if (patron_chart_query_is_swing (query))
    {
      run_swing (result, query, source);
      return result;
    }
  table = g_strcmp0 (query->measures[0], "value") == 0
              ? patron_query_table_new_course (query, source)
              : patron_query_table_new (query, source);
  result->n_categories = table->n_columns;
  patron_query_table_find_kinds (table, result->kinds);
  if (has_values (table) || table->n_nodes > 0)
    choose_kind (result, query);
  result->empty = query->kind == PATRON_CHART_TREE ? table->n_nodes == 0
                                                   : !has_values (table);
  result->can_stack = table->rows->len > 1 && table->n_measures == 1
                      && patron_query_measure_adds (&table->measures[0])
                      && (query->kind == PATRON_CHART_BAR
                          || query->kind == PATRON_CHART_COLUMN);
  make_chart (result, query, table, source);
  set_words (result, query);
  return result;
}
