/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* What single points have in common, whatever they are drawn as: how sure
 * they are, their values in digits, and what is said of them. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-private.h"
#include "patron-number.h"

static const PatronChartPoints *
get_points (const PatronPlot *self,
            guint             series)
{
  return &g_array_index (self->data->series, PatronChartPoints, series);
}

/**
 * patron_plot_name_series:
 *
 * Tells the scene how to speak of series and values.
 */
void
patron_plot_name_series (PatronPlot *self)
{
  patron_scene_set_formats (self->scene, &self->chart->x.format,
                            &self->value_format);
  for (guint i = 0; i < self->data->series->len; i++)
    {
      g_autofree char *name
        = patron_text_clean (patron_chart_series_name (self->chart, i));

      patron_scene_name_series (self->scene, name);
    }
}

/**
 * patron_plot_is_expected:
 *
 * Returns: whether the series is what another is held against
 */
gboolean
patron_plot_is_expected (const PatronPlot *self,
                         guint             series)
{
  return series < self->chart->series->len
         && g_array_index (self->chart->series, PatronChartSeries, series)
              .expected;
}

/**
 * patron_plot_is_small_sample:
 *
 * Returns: whether the value rests on too few answers to be read as it stands
 */
gboolean
patron_plot_is_small_sample (const PatronPlot        *self,
                             const PatronChartPoints *points,
                             gsize                    i)
{
  return points->samples != NULL
         && points->samples[i] < self->chart->least_samples;
}

/**
 * patron_plot_remark_samples:
 *
 * Says in the small print what hollow marks mean, where there are any. For
 * layouts to call before the header.
 */
void
patron_plot_remark_samples (PatronPlot *self)
{
  for (guint i = 0; i < self->data->series->len; i++)
    {
      const PatronChartPoints *points = get_points (self, i);

      for (gsize j = 0; points->samples != NULL && j < points->n; j++)
        if (isfinite (points->y[j])
            && patron_plot_is_small_sample (self, points, j))
          {
            g_autofree char *least
              = patron_number_format (self->chart->least_samples, 0);
            g_autofree char *remark = g_strdup_printf (
              /* Translators: the number of answers that a value should rest
               * on at least. */
              _("Hollow: fewer than %s answers."), least);

            patron_plot_add_remark (self, remark);
            return;
          }
    }
}

/**
 * patron_plot_paint_mark:
 * @item: a bar, a dot or a patch of the legend
 * @i: the point, or %G_MAXSIZE for the series as such
 * @colour: the colour of what is measured
 *
 * Fills what is measured, and leaves hollow what rests on few answers; what
 * is expected or forecast has a dashed edge, and what is left out of all
 * computations is faded.
 */
void
patron_plot_paint_mark (PatronPlot   *self,
                        PatronItem   *item,
                        guint         series,
                        gsize         i,
                        PatronColour  colour)
{
  const PatronChartPoints *points = get_points (self, series);
  guint8 mark = 0;
  gboolean small = FALSE;
  gboolean bar = item->kind == PATRON_ITEM_RECTANGLE;
  gboolean open;

  if (i != G_MAXSIZE)
    {
      mark = points->marks != NULL ? points->marks[i] : 0;
      small = patron_plot_is_small_sample (self, points, i);
    }
  open = patron_plot_is_expected (self, series)
         || (mark & PATRON_POINT_FORECAST) != 0;
  item->fill = colour;
  if ((mark & PATRON_POINT_EXCLUDED) != 0)
    item->fill = patron_theme_tint (self->theme, colour, 0.35);
  if (!small && !open)
    return;
  item->fill = patron_theme_tint (self->theme, colour,
                                  !open ? 0 : bar ? 0.12 : 0.3);
  item->stroke = colour;
  item->line_width = 1.5 * self->zoom;
  if (bar)
    {
      double inset = MIN (item->line_width / 2,
                          MIN (item->width, item->height) / 2);

      item->x += inset;
      item->y += inset;
      item->width -= 2 * inset;
      item->height -= 2 * inset;
    }
  /* On a dot, dashes would be crumbs. */
  if (!open || !bar)
    return;
  item->dash = 3 * self->zoom;
  item->gap = 2.25 * self->zoom;
}

static void
add_stroke (PatronPlot   *self,
            guint         series,
            gsize         i,
            const double *from,
            const double *to,
            gboolean      halo)
{
  PatronItem *item = patron_scene_add_line (
    self->scene, PATRON_ROLE_MARK, from[0], from[1], to[0], to[1],
    halo ? self->theme->background : self->theme->text,
    (halo ? 3.5 : 1.25) * self->zoom);

  item->series = (int) series;
  item->point = (int) MIN (i, G_MAXINT);
}

/**
 * patron_plot_add_whisker:
 * @values: the scale of the values: where they run upwards, @across is an x
 * @across: where the value stands on the other axis
 *
 * Draws the interval of a value as a thin line with two short ends, with a
 * light edge so that it is seen on its bar as well.
 */
void
patron_plot_add_whisker (PatronPlot        *self,
                         guint              series,
                         gsize              i,
                         const PatronScale *values,
                         double             across)
{
  const PatronChartPoints *points = get_points (self, series);
  gboolean upright = values == &self->y;
  double cap = 4 * self->zoom;
  double low, high;

  if (points->low == NULL || points->high == NULL
      || !isfinite (points->low[i]) || !isfinite (points->high[i]))
    return;
  low = patron_scale_at (values, points->low[i]);
  high = patron_scale_at (values, points->high[i]);
  if (fabs (high - low) < 1)
    return;
  for (int halo = 1; halo >= 0; halo--)
    for (int part = 0; part < 3; part++)
      {
        double at = part == 1 ? low : high;
        double from[2] = { across - cap, at }, to[2] = { across + cap, at };

        if (part == 0)
          {
            from[0] = to[0] = across;
            from[1] = low;
            to[1] = high;
          }
        if (!upright)
          {
            double a[2] = { from[1], from[0] }, b[2] = { to[1], to[0] };

            add_stroke (self, series, i, a, b, halo);
          }
        else
          add_stroke (self, series, i, from, to, halo);
      }
}

/**
 * patron_plot_write_value:
 *
 * Returns: (transfer full): a value as the labels of the chart have it
 */
char *
patron_plot_write_value (const PatronPlot *self,
                         double            value)
{
  return patron_format_value (&self->value_format, value);
}

/**
 * patron_plot_add_value:
 * @text: the value
 * @x: what @align says of it
 * @middle: the middle of the line
 *
 * Writes a value beside its mark, where no other label is in the way.
 *
 * Returns: (transfer none) (nullable): the text; %NULL where it had no room
 */
PatronItem *
patron_plot_add_value (PatronPlot   *self,
                       guint         series,
                       gsize         i,
                       const char   *text,
                       double        x,
                       double        middle,
                       PatronAlign   align,
                       PatronColour  colour)
{
  const PatronFont *font = &self->label_font;
  double width = patron_text_width (self->measurer, font, text);
  PatronBox box = { x, middle, width, 0 };
  double ascent, descent;
  PatronItem *item;

  patron_text_metrics (self->measurer, font, &ascent, &descent);
  if (align == PATRON_ALIGN_CENTRE)
    box.x -= width / 2;
  else if (align == PATRON_ALIGN_RIGHT)
    box.x -= width;
  box.y -= (ascent + descent) / 2;
  box.height = ascent + descent;
  if (*text == '\0' || !patron_plot_is_free (self, &box, 0))
    return NULL;
  item = patron_scene_add_text (self->scene, PATRON_ROLE_VALUE_LABEL,
                                self->measurer, font, text, x,
                                box.y + ascent, align, colour);
  item->series = (int) series;
  item->point = (int) MIN (i, G_MAXINT);
  patron_plot_claim (self, item);
  return item;
}

/**
 * patron_plot_add_halo:
 * @item: (nullable): a text
 *
 * Keeps a text readable where lines run below it.
 */
void
patron_plot_add_halo (PatronPlot *self,
                      PatronItem *item)
{
  /* What is drawn in high contrast is as strong as letters are. */
  gboolean strong = self->theme->kind == PATRON_THEME_HIGH_CONTRAST
                    || self->theme->kind == PATRON_THEME_HIGH_CONTRAST_DARK;

  if (item == NULL)
    return;
  item->stroke = self->theme->background;
  item->line_width = (strong ? 6 : 4) * self->zoom;
}

/**
 * patron_plot_remark_series:
 * @n_shown: how many series are drawn
 *
 * Says in the small print where series are left out.
 */
void
patron_plot_remark_series (PatronPlot *self,
                           guint       n_shown)
{
  g_autofree char *shown = NULL;
  g_autofree char *total = NULL;
  g_autofree char *remark = NULL;

  if (n_shown >= self->data->series->len)
    return;
  shown = patron_number_format (n_shown, 0);
  total = patron_number_format (self->data->series->len, 0);
  /* Translators: two numbers of series. */
  remark = g_strdup_printf (_("Shown are the first %s of %s series."), shown,
                            total);
  patron_plot_add_remark (self, remark);
}

/**
 * patron_plot_write_against:
 * @other: the value of @series that @value is held against
 *
 * Returns: (transfer full): how much more or less a value is than a plan or
 *   an expectation
 */
char *
patron_plot_write_against (const PatronPlot *self,
                           double            value,
                           double            other,
                           guint             series)
{
  g_autofree char *name
    = patron_text_clean (patron_chart_series_name (self->chart, series));
  g_autofree char *number = patron_plot_write_value (self, other);
  g_autofree char *difference
    = patron_plot_write_difference (self, value - other);

  if (value == other)
    /* Translators: the name of a series, such as a plan, and its value. */
    return g_strdup_printf (_("As much as %s (%s)"), name, number);
  if (value > other)
    /* Translators: a difference, the name of a series, and its value. */
    return g_strdup_printf (_("%s more than %s (%s)"), difference, name,
                            number);
  return g_strdup_printf (_("%s less than %s (%s)"), difference, name, number);
}

/**
 * patron_plot_write_difference:
 *
 * Returns: (transfer full): how far apart two values are, without a sign;
 *   between shares in points, as a share of a share is something else
 */
char *
patron_plot_write_difference (const PatronPlot *self,
                              double            difference)
{
  PatronFormat format = self->value_format;
  g_autofree char *number = NULL;

  if (format.kind != PATRON_FORMAT_PERCENT)
    return patron_format_value (&format, fabs (difference));
  format.kind = PATRON_FORMAT_NUMBER;
  number = patron_format_value (&format, fabs (difference) * 100);
  /* Translators: the difference of two percentages. */
  return g_strdup_printf (C_("difference", "%s points"), number);
}

/**
 * patron_plot_write_category:
 *
 * Returns: (transfer full): what a point is called: by its own name, that of
 *   its category, its x, or its place
 */
char *
patron_plot_write_category (const PatronPlot *self,
                            guint             series,
                            gsize             i)
{
  const PatronChartPoints *points = get_points (self, series);

  if (patron_chart_kind_get_shape (self->chart->kind)
      == PATRON_SHAPE_CATEGORIES)
    return patron_chart_name_category (self->data, points, i);
  if (points->names != NULL && !patron_text_is_empty (points->names[i]))
    return patron_text_clean (points->names[i]);
  return patron_format_value (&self->chart->x.format, points->x[i]);
}

static void
add_line (GString *text,
          char    *line)
{
  if (line != NULL)
    g_string_append_printf (text, "\n%s", line);
  g_free (line);
}

static char *
write_interval (const PatronPlot        *self,
                const PatronChartPoints *points,
                gsize                    i)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (points->low == NULL || points->high == NULL
      || !isfinite (points->low[i]) || !isfinite (points->high[i])
      || self->chart->stack == PATRON_STACK_PERCENT)
    return NULL;
  low = patron_plot_write_value (self, points->low[i]);
  high = patron_plot_write_value (self, points->high[i]);
  /* Translators: the ends of an interval around a value. */
  return g_strdup_printf (_("Between %s and %s"), low, high);
}

static char *
write_samples (const PatronPlot        *self,
               const PatronChartPoints *points,
               gsize                    i)
{
  g_autofree char *number = NULL;
  gulong n;

  if (points->samples == NULL || !isfinite (points->samples[i])
      || points->samples[i] < 0)
    return NULL;
  n = (gulong) MIN (points->samples[i], 1e15);
  number = patron_number_format ((double) n, 0);
  if (patron_plot_is_small_sample (self, points, i))
    /* Translators: how many answers a value rests on. */
    return g_strdup_printf (ngettext ("Only %s answer", "Only %s answers", n),
                            number);
  return g_strdup_printf (ngettext ("%s answer", "%s answers", n), number);
}

/**
 * patron_plot_describe_point:
 * @value: what is drawn of it, usually its y
 * @more: (nullable): a line to say after the value, such as its change
 *
 * Returns: (transfer full): a point in words, a line for each thing: what and
 *   how much, the interval, how many answers
 */
char *
patron_plot_describe_point (const PatronPlot *self,
                            guint             series,
                            gsize             i,
                            double            value,
                            const char       *more)
{
  const PatronChartPoints *points = get_points (self, series);
  g_autofree char *name = patron_plot_write_category (self, series, i);
  g_autofree char *number = patron_plot_write_value (self, value);
  g_autofree char *of
    = self->data->series->len > 1
        ? patron_text_clean (patron_chart_series_name (self->chart, series))
        : g_strdup ("");
  GString *text = g_string_new (NULL);

  if (*of != '\0')
    /* Translators: a point of a chart: name of the series, category,
     * value. */
    g_string_append_printf (text, C_("chart point", "%s, %s: %s"), of, name,
                            number);
  else
    /* Translators: a point of a chart: category, value. */
    g_string_append_printf (text, C_("chart point", "%s: %s"), name, number);
  add_line (text, g_strdup (more));
  add_line (text, write_interval (self, points, i));
  add_line (text, write_samples (self, points, i));
  return g_string_free (text, FALSE);
}
