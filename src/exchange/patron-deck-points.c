/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* Where the names of points stand beside a chart that can be edited: where the
 * layout found room for them in the same chart as a picture. */

#include "config.h"

#include <math.h>

#include "patron-deck-private.h"

/* px between the lines of a matrix and the names of its quadrants */
#define INSET 6

static gboolean
is_at (const PatronGrid *grid,
       guint             series,
       gsize             row,
       gsize             other)
{
  guint column;

  for (guint i = 0; i < grid->n_series; i++)
    {
      const PatronGridColumn *values
          = patron_grid_get_series (grid, i, &column);

      if (other < values->first || other >= values->first + values->n)
        continue;
      return grid->x[row] == grid->x[other]
             && patron_grid_get_series (grid, series, &column)->values[row]
                    == values->values[other];
    }
  return FALSE;
}

/* Points in one place share one name, that of the first. */
static char *
join_names (const PatronGrid *grid,
            guint             series,
            gsize             row)
{
  GString *text;

  for (gsize other = 0; other < row; other++)
    if (*grid->names[other] != '\0' && is_at (grid, series, row, other))
      return g_strdup ("");
  text = g_string_new (grid->names[row]);
  for (gsize other = row + 1; other < grid->n && text->len > 0; other++)
    if (*grid->names[other] != '\0' && is_at (grid, series, row, other))
      g_string_append_printf (text, "\n%s", grid->names[other]);
  return g_string_free (text, FALSE);
}

static const PatronSpot *
find_spot (const PatronScene *scene,
           guint              series,
           gsize              point)
{
  for (guint i = 0; i < patron_scene_get_n_spots (scene); i++)
    {
      const PatronSpot *spot = patron_scene_get_spot (scene, i);

      if (spot->series == (int) series && spot->point == (int) point)
        return spot;
    }
  return NULL;
}

static double
left_of (const PatronItem *text)
{
  if (text->align == PATRON_ALIGN_LEFT)
    return text->x;
  return text->x - (text->align == PATRON_ALIGN_RIGHT ? text->width
                                                      : text->width / 2);
}

static PatronNamePlace
find_place (const PatronScene *scene,
            guint              series,
            gsize              point)
{
  const PatronSpot *spot = find_spot (scene, series, point);
  double x, y;

  if (spot == NULL)
    return PATRON_NAME_RIGHT;
  x = spot->is_point ? spot->anchor_x : spot->x + spot->width / 2;
  y = spot->is_point ? spot->anchor_y : spot->y + spot->height / 2;
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if (item->kind != PATRON_ITEM_TEXT || item->series != (int) series
          || item->point != (int) point)
        continue;
      if (left_of (item) >= x)
        return PATRON_NAME_RIGHT;
      if (left_of (item) + item->width <= x)
        return PATRON_NAME_LEFT;
      return item->y < y ? PATRON_NAME_ABOVE : PATRON_NAME_BELOW;
    }
  return PATRON_NAME_RIGHT;
}

/* patron_deck_name_point:
 * @point: of the series
 * @place: (out): on which side of it the name stands
 *
 * Returns: (transfer full): what a point of a matrix is called, in lines; ""
 *   where another point in the same place tells
 */
char *
patron_deck_name_point (const PatronSlide *slide,
                        const PatronGrid  *grid,
                        guint              series,
                        gsize              point,
                        PatronNamePlace   *place)
{
  guint column;
  const PatronGridColumn *values
      = patron_grid_get_series (grid, series, &column);

  *place = find_place (slide->body, series, point);
  return join_names (grid, series, values->first + point);
}

/* Whether a path is a line of the grid, or an axis rather than a tick. */
static gboolean
spans_plot (const PatronItem *item,
            gboolean          matrix)
{
  const PatronPathStep *steps;

  if (item->kind != PATRON_ITEM_PATH || item->steps->len != 2
      || (item->role != PATRON_ROLE_GRID
          && (matrix || item->role != PATRON_ROLE_AXIS)))
    return FALSE;
  steps = (const PatronPathStep *) item->steps->data;
  return fabs (steps[1].x - steps[0].x) + fabs (steps[1].y - steps[0].y) > 30;
}

/* patron_deck_get_plot:
 *
 * Returns: the plot of a chart as it is painted, in px of the slide's body; of
 *   a matrix from its first line to its last, where its axes begin and end
 */
PatronBox
patron_deck_get_plot (const PatronSlide *slide)
{
  double left = INFINITY, top = INFINITY, right = 0, bottom = 0;
  gboolean matrix = slide->chart->kind == PATRON_CHART_MATRIX;

  for (guint i = 0; i < patron_scene_get_n_items (slide->body); i++)
    {
      const PatronItem *item = patron_scene_get_item (slide->body, i);

      for (guint j = 0; spans_plot (item, matrix) && j < item->steps->len; j++)
        {
          const PatronPathStep *step
              = &g_array_index (item->steps, PatronPathStep, j);
          const PatronPathStep *other
              = &g_array_index (item->steps, PatronPathStep, 1 - j);

          if (!matrix || step->x == other->x)
            {
              left = fmin (left, step->x);
              right = fmax (right, step->x);
            }
          if (!matrix || step->y == other->y)
            {
              top = fmin (top, step->y);
              bottom = fmax (bottom, step->y);
            }
        }
    }
  if (!(left < right && top < bottom))
    return (PatronBox) { 0, 0, slide->box.width, slide->box.height };
  return (PatronBox) { left, top, right - left, bottom - top };
}

static void
clear_label (gpointer data)
{
  g_free (((PatronDeckLabel *) data)->text);
}

/* The plot of a matrix ends at its outer lines, not around them. */
static void
keep_inside (const PatronBox   *plot,
             const PatronSlide *slide,
             double             width,
             double             height,
             double            *left,
             double            *top)
{
  double x = slide->box.x + plot->x, y = slide->box.y + plot->y;

  *left = fmin (*left, x + plot->width - width - INSET);
  *left = fmax (*left, x + INSET);
  *top = fmin (*top, y + plot->height - height - INSET);
  *top = fmax (*top, y + INSET);
}

/* Other fonts are wider; what stands at the right grows to the left. */
static PatronDeckLabel
make_label (const PatronSlide *slide,
              const PatronItem  *item)
{
  PatronBox plot = patron_deck_get_plot (slide);
  double left = slide->box.x + left_of (item), width = item->width * 1.4;
  double top = slide->box.y + item->y - item->ascent;
  gboolean at_right = item->align == PATRON_ALIGN_RIGHT
                      || left_of (item) + item->width
                             > plot.x + plot.width - item->font.size * 2;

  if (at_right)
    left -= width - item->width;
  if (item->role == PATRON_ROLE_HEADING)
    keep_inside (&plot, slide, width, item->ascent + item->descent, &left,
                 &top);
  return (PatronDeckLabel) {
    g_strdup (item->text),
    { left, top, width, item->ascent + item->descent },
    item->font.size, item->font.weight > 500, at_right, item->fill
  };
}

static double
edge_of (const PatronDeckLabel *label)
{
  return label->box.x + (label->at_right ? label->box.width : 0);
}

static gboolean
continues (const PatronDeckLabel *last,
           const PatronDeckLabel *next)
{
  return last->text != NULL && last->at_right == next->at_right
         && fabs (edge_of (last) - edge_of (next)) < 1
         && fabs (last->box.y + last->box.height - next->box.y)
                < last->size / 2;
}

static void
add_text (GArray        *labels,
          PatronDeckLabel *label)
{
  PatronDeckLabel *last
      = labels->len > 0
            ? &g_array_index (labels, PatronDeckLabel, labels->len - 1)
            : NULL;
  g_autofree char *before = NULL;

  if (last == NULL || !continues (last, label))
    {
      g_array_append_val (labels, *label);
      return;
    }
  before = last->text;
  last->text = g_strconcat (before, "\n", label->text, NULL);
  last->box.x = fmin (last->box.x, label->box.x);
  last->box.width = fmax (last->box.width, label->box.width);
  last->box.height = label->box.y + label->box.height - last->box.y;
  g_free (label->text);
}

/* patron_deck_get_labels:
 *
 * What charts that can be edited have no place for: the names of quadrants,
 * and what happened at a date. It lies on them as text and lines.
 *
 * Returns: (transfer full) (element-type PatronDeckLabel): where it stands on
 *   the slide
 */
GArray *
patron_deck_get_labels (const PatronSlide *slide,
                        const PatronGrid  *grid)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (PatronDeckLabel));

  g_array_set_clear_func (labels, clear_label);
  if (!patron_deck_is_placed (slide, grid))
    return labels;
  for (guint i = 0; i < patron_scene_get_n_items (slide->body); i++)
    {
      const PatronItem *item = patron_scene_get_item (slide->body, i);
      PatronDeckLabel label = { .colour = item->stroke };

      if (item->role != PATRON_ROLE_ANNOTATION
          && item->role != PATRON_ROLE_HEADING)
        continue;
      if (item->kind == PATRON_ITEM_TEXT)
        {
          label = make_label (slide, item);
          add_text (labels, &label);
        }
      else if (item->kind == PATRON_ITEM_PATH && item->steps->len == 2)
        {
          const PatronPathStep *steps
              = (const PatronPathStep *) item->steps->data;

          label.box = (PatronBox) {
            slide->box.x + fmin (steps[0].x, steps[1].x),
            slide->box.y + fmin (steps[0].y, steps[1].y),
            fabs (steps[1].x - steps[0].x), fabs (steps[1].y - steps[0].y)
          };
          g_array_append_val (labels, label);
        }
    }
  return labels;
}

/* The last row in which a column has a value, or the number of rows. */
static gsize
find_last (const PatronGrid *grid,
           const double     *values)
{
  for (gsize i = grid->n; i > 0; i--)
    if (isfinite (values[i - 1]))
      return i - 1;
  return grid->n;
}

static const double *
get_values (const PatronGrid *grid,
            guint             column)
{
  return g_array_index (grid->columns, PatronGridColumn, column).values;
}

static void
widen (double *least,
       double *largest,
       double  value)
{
  if (!isfinite (value))
    return;
  *least = fmin (*least, value);
  *largest = fmax (*largest, value);
}

/* How far the axis reaches, about: over the values and their intervals. */
static double
find_range (const PatronSlide *slide,
            const PatronGrid  *grid)
{
  double divisor = patron_grid_divisor (slide->chart);
  double least = INFINITY, largest = -INFINITY;

  for (guint i = 0; i < grid->columns->len; i++)
    for (gsize j = 0; j < grid->n; j++)
      widen (&least, &largest, get_values (grid, i)[j]);
  for (guint i = 0; i < slide->data->series->len; i++)
    {
      const PatronChartPoints *points
          = &g_array_index (slide->data->series, PatronChartPoints, i);

      for (gsize j = 0; j < points->n && points->low != NULL; j++)
        widen (&least, &largest, points->low[j] / divisor);
      for (gsize j = 0; j < points->n && points->high != NULL; j++)
        widen (&least, &largest, points->high[j] / divisor);
    }
  return largest - least;
}

/* patron_deck_place_end:
 * @column: of a line
 * @row: (out): the last row with a value
 * @place: (out): on which side of its end its name stands
 *
 * Returns: whether there is room for the name at the end of a line
 */
gboolean
patron_deck_place_end (const PatronSlide *slide,
                       const PatronGrid  *grid,
                       guint              column,
                       gsize             *row,
                       PatronNamePlace   *place)
{
  double range = find_range (slide, grid);
  double value;

  *row = find_last (grid, get_values (grid, column));
  *place = slide->theme.rtl ? PATRON_NAME_LEFT : PATRON_NAME_RIGHT;
  if (*row == grid->n)
    return FALSE;
  value = get_values (grid, column)[*row];
  for (guint i = 0; i < grid->columns->len; i++)
    {
      gsize last = find_last (grid, get_values (grid, i));
      double distance = last < grid->n ? get_values (grid, i)[last] - value
                                       : INFINITY;

      if (i == column || fabs (distance) > 0.08 * range)
        continue;
      /* Of two, one is told above and one below. */
      if (grid->columns->len > 2)
        return FALSE;
      *place = distance < 0 || (distance == 0 && i > column)
                   ? PATRON_NAME_ABOVE
                   : PATRON_NAME_BELOW;
    }
  return TRUE;
}

/* patron_deck_is_labelled:
 *
 * Returns: whether the ends of lines are told beside them, rather than in a
 *   legend
 */
gboolean
patron_deck_is_labelled (const PatronSlide *slide,
                         const PatronGrid  *grid)
{
  PatronNamePlace place;
  gsize row;

  if (slide->chart->kind != PATRON_CHART_LINE || grid->n < 2)
    return FALSE;
  for (guint i = 0; i < grid->columns->len; i++)
    if (!patron_deck_place_end (slide, grid, i, &row, &place))
      return FALSE;
  return TRUE;
}

static gboolean
has_labels (const PatronSlide *slide)
{
  for (guint i = 0; i < patron_scene_get_n_items (slide->body); i++)
    if (patron_scene_get_item (slide->body, i)->role == PATRON_ROLE_ANNOTATION)
      return TRUE;
  return FALSE;
}

/* patron_deck_is_placed:
 *
 * Returns: whether the plot of a chart that can be edited is where it is in
 *   the picture, for something lies on it or beside it; else programs place it
 */
gboolean
patron_deck_is_placed (const PatronSlide *slide,
                       const PatronGrid  *grid)
{
  if (slide->chart->kind == PATRON_CHART_DONUT)
    return FALSE;
  if (slide->chart->kind == PATRON_CHART_LINE)
    return patron_deck_is_labelled (slide, grid);
  /* What is told of bars stands in their labels. */
  if (slide->chart->kind == PATRON_CHART_BAR
      || slide->chart->kind == PATRON_CHART_COLUMN)
    return FALSE;
  return slide->chart->kind == PATRON_CHART_MATRIX || has_labels (slide);
}

/* patron_deck_write_note:
 * @row: of bars or columns
 *
 * Returns: (transfer full) (nullable): what is told of a category, for the
 *   label of its first bar; %NULL where nothing is, or bars have no labels
 */
char *
patron_deck_write_note (const PatronChart *chart,
                        const PatronGrid  *grid,
                        gsize              row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (chart->stack != PATRON_STACK_NONE)
    return NULL;
  for (guint i = 0; i < chart->annotations->len; i++)
    {
      const PatronChartAnnotation *note
          = &g_array_index (chart->annotations, PatronChartAnnotation, i);
      g_autofree char *clean = NULL;

      if (round (note->x) != grid->x[row])
        continue;
      clean = patron_text_clean (note->text);
      g_string_append_printf (text, text->len > 0 ? " \xc2\xb7 %s" : "%s",
                              clean);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* patron_deck_get_split:
 * @across: whether it is the axis of x
 *
 * Returns: where the quadrants of a matrix meet on an axis
 */
double
patron_deck_get_split (const PatronChart *chart,
                       const PatronGrid  *grid,
                       gboolean           across)
{
  const PatronChartAxis *axis = across ? &chart->x : &chart->y;
  double least = axis->min, largest = axis->max;

  if (isfinite (axis->split))
    return axis->split;
  for (guint i = 0; i <= grid->n_series; i++)
    {
      const double *values
          = g_array_index (grid->columns, PatronGridColumn, i).values;

      for (gsize j = 0; j < grid->n && (i == 0) == across; j++)
        if (isfinite (values[j]))
          {
            least = fmin (least, values[j]);
            largest = fmax (largest, values[j]);
          }
    }
  return least / 2 + largest / 2;
}
