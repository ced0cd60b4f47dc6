/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-csv-plot-extras.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-cell.h"
#include "patron-error.h"

#define NO_COLUMN G_MAXUINT
#define N_NUMBERS PATRON_CSV_PLOT_TOTAL /* extras that are numbers */
#define KIND(kind) (1u << PATRON_CHART_##kind)

/* What a row may say, and the kinds that show it. */
static const struct
{
  const char *id;
  guint32     kinds;
} extras[PATRON_N_CSV_PLOT_EXTRAS] = {
  [PATRON_CSV_PLOT_LOW]
  = { "low", KIND (LINE) | KIND (BAR) | KIND (COLUMN) | KIND (LOLLIPOP)
                 | KIND (DUMBBELL) | KIND (TORNADO) },
  [PATRON_CSV_PLOT_HIGH]
  = { "high", KIND (LINE) | KIND (BAR) | KIND (COLUMN) | KIND (LOLLIPOP)
                  | KIND (DUMBBELL) | KIND (TORNADO) },
  [PATRON_CSV_PLOT_BUBBLE]
  = { "bubbles", KIND (MATRIX) | KIND (HISTOGRAM) | KIND (DISTRIBUTION) },
  [PATRON_CSV_PLOT_SAMPLES]
  = { "samples", KIND (LINE) | KIND (AREA) | KIND (BAR) | KIND (COLUMN)
                     | KIND (LOLLIPOP) | KIND (DUMBBELL) | KIND (SLOPE)
                     | KIND (MATRIX) },
  [PATRON_CSV_PLOT_TOTAL] = { "totals", KIND (WATERFALL) },
  [PATRON_CSV_PLOT_NAME] = { "names", KIND (MATRIX) },
  [PATRON_CSV_PLOT_WHOLE] = { "part-of", KIND (TREE) },
};

/* What was kept of a series. */
typedef struct
{
  GArray    *numbers[N_NUMBERS]; /* (element-type double) */
  GArray    *marks;              /* (element-type guint8) */
  GPtrArray *names;              /* (element-type utf8) */
  GPtrArray *wholes;             /* (element-type utf8) */
  GArray    *lines;              /* (element-type guint) */
  GArray    *parents;            /* (element-type double) */
} Kept;

struct _PatronCsvExtras
{
  PatronCsvColumns *table;
  guint             columns[PATRON_N_CSV_PLOT_EXTRAS];
  double            numbers[N_NUMBERS]; /* of the row that was read */
  gboolean          total;
  char             *name;
  char             *whole;
  GPtrArray        *kept; /* (element-type Kept) */
};

static void
kept_free (gpointer data)
{
  Kept *self = data;

  for (int i = 0; i < N_NUMBERS; i++)
    g_array_unref (self->numbers[i]);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->wholes);
  g_array_unref (self->lines);
  g_array_unref (self->parents);
  g_free (self);
}

static Kept *
kept_new (void)
{
  Kept *self = g_new0 (Kept, 1);

  for (int i = 0; i < N_NUMBERS; i++)
    self->numbers[i] = g_array_new (FALSE, FALSE, sizeof (double));
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->wholes = g_ptr_array_new_with_free_func (g_free);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->parents = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

/**
 * patron_csv_plot_extra_get_id:
 *
 * Returns: (transfer none): what command lines call it
 */
const char *
patron_csv_plot_extra_get_id (PatronCsvPlotExtra extra)
{
  return extras[extra].id;
}

static char *
list_kinds (guint32 kinds)
{
  GString *list = g_string_new (NULL);

  for (int i = 0; i < PATRON_N_CHART_KINDS; i++)
    if (kinds & (1u << i))
      g_string_append_printf (list, list->len > 0 ? ", %s" : "%s",
                              patron_chart_kind_get_id ((PatronChartKind) i));
  return g_string_free (list, FALSE);
}

/* An interval has two ends; each row has one point to tell of. */
static gboolean
check (const PatronCsvPlotAsk  *ask,
       PatronChartKind          kind,
       PatronCsvPlotExtra       extra,
       GError                 **error)
{
  gboolean low = ask->extras[PATRON_CSV_PLOT_LOW] != NULL;
  gboolean high = ask->extras[PATRON_CSV_PLOT_HIGH] != NULL;
  gboolean several
      = ask->y != NULL && ask->y[0] != NULL && ask->y[1] != NULL;

  if (!(extras[extra].kinds & (1u << kind)))
    {
      g_autofree char *kinds = list_kinds (extras[extra].kinds);

      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   /* Translators: an option, then kinds of charts. */
                   _("--%s is shown by these kinds alone: %s"),
                   extras[extra].id, kinds);
    }
  else if (several && extra != PATRON_CSV_PLOT_WHOLE)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                 _("--%s goes with one --y only"), extras[extra].id);
  else if (low != high)
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                         _("An interval has two ends: name both --low and "
                           "--high"));
  else
    return TRUE;
  return FALSE;
}

/* patron_csv_extras_new:
 *
 * Returns: (transfer full) (nullable): what is asked for beside x and y;
 *   %NULL with an error of %PATRON_ERROR where the kind has no use for it
 */
PatronCsvExtras *
patron_csv_extras_new (PatronCsvColumns        *table,
                       const PatronCsvPlotAsk  *ask,
                       PatronChartKind          kind,
                       GError                 **error)
{
  g_autoptr (PatronCsvExtras) self = g_new0 (PatronCsvExtras, 1);

  self->table = table;
  self->kept = g_ptr_array_new_with_free_func (kept_free);
  for (int i = 0; i < PATRON_N_CSV_PLOT_EXTRAS; i++)
    {
      int column;

      self->columns[i] = NO_COLUMN;
      if (ask->extras[i] == NULL)
        continue;
      if (!check (ask, kind, (PatronCsvPlotExtra) i, error))
        return NULL;
      column = patron_csv_columns_find (table, ask->extras[i], error);
      if (column < 0)
        return NULL;
      self->columns[i] = patron_csv_columns_want (table, (guint) column);
    }
  return g_steal_pointer (&self);
}

/* patron_csv_extras_free:
 *
 * Frees what was kept.
 */
void
patron_csv_extras_free (PatronCsvExtras *self)
{
  g_ptr_array_unref (self->kept);
  g_free (self->name);
  g_free (self->whole);
  g_free (self);
}

/* patron_csv_extras_is_empty:
 *
 * Returns: whether nothing is asked for
 */
gboolean
patron_csv_extras_is_empty (const PatronCsvExtras *self)
{
  for (int i = 0; i < PATRON_N_CSV_PLOT_EXTRAS; i++)
    if (self->columns[i] != NO_COLUMN)
      return FALSE;
  return TRUE;
}

static char *
read_text (PatronCsvExtras   *self,
           PatronCsvPlotExtra extra)
{
  PatronCsvCell cell;

  if (self->columns[extra] == NO_COLUMN)
    return g_strdup ("");
  cell = patron_csv_columns_get_cell (self->table, self->columns[extra]);
  return g_strstrip (g_strndup (cell.text, cell.length));
}

/* patron_csv_extras_read:
 *
 * Reads what the row says.
 *
 * Returns: (transfer full) (nullable): why it cannot be read; %NULL where it
 *   can
 */
char *
patron_csv_extras_read (PatronCsvExtras *self,
                        char             decimal_mark)
{
  g_autofree char *total = read_text (self, PATRON_CSV_PLOT_TOTAL);

  for (int i = 0; i < N_NUMBERS; i++)
    {
      g_autofree char *text = read_text (self, (PatronCsvPlotExtra) i);
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      self->numbers[i] = NAN;
      if (*text != '\0'
          && !patron_cell_read_number (text, decimal_mark, &self->numbers[i]))
        /* Translators: an option, and what a cell of its column holds. */
        return g_strdup_printf (_("--%s: “%s” is not a number"),
                                extras[i].id, valid);
    }
  self->total = *total != '\0';
  g_free (self->name);
  self->name = read_text (self, PATRON_CSV_PLOT_NAME);
  g_free (self->whole);
  self->whole = read_text (self, PATRON_CSV_PLOT_WHOLE);
  return NULL;
}

/* patron_csv_extras_keep:
 *
 * Keeps what was read, for the next point of a series.
 */
void
patron_csv_extras_keep (PatronCsvExtras *self,
                        guint            series)
{
  guint8 mark = self->total ? PATRON_POINT_TOTAL : PATRON_POINT_PLAIN;
  guint line = patron_csv_columns_get_line (self->table);
  Kept *kept;

  while (self->kept->len <= series)
    g_ptr_array_add (self->kept, kept_new ());
  kept = g_ptr_array_index (self->kept, series);
  for (int i = 0; i < N_NUMBERS; i++)
    g_array_append_val (kept->numbers[i], self->numbers[i]);
  g_array_append_val (kept->marks, mark);
  g_ptr_array_add (kept->names, g_utf8_make_valid (self->name, -1));
  g_ptr_array_add (kept->wholes, g_strdup (self->whole));
  g_array_append_val (kept->lines, line);
}

/* The categories that points are part of, by their names. */
static double *
find_parents (Kept                *kept,
              GHashTable          *categories,
              PatronCsvPlotRefuse  refuse,
              gpointer             refuse_data)
{
  g_array_set_size (kept->parents, 0);
  for (guint i = 0; i < kept->wholes->len; i++)
    {
      const char *name = g_ptr_array_index (kept->wholes, i);
      g_autofree char *valid = g_utf8_make_valid (name, -1);
      double parent = NAN;
      gpointer found;

      if (*name != '\0'
          && g_hash_table_lookup_extended (categories, name, NULL, &found))
        parent = GPOINTER_TO_UINT (found);
      else if (*name != '\0')
        {
          g_autofree char *why
              = g_strdup_printf (_("“%s”, which it is part of, is no row"),
                                 valid);

          refuse (g_array_index (kept->lines, guint, i), why, refuse_data);
        }
      g_array_append_val (kept->parents, parent);
    }
  return (double *) (void *) kept->parents->data;
}

/* patron_csv_extras_fill:
 * @categories: names to places
 * @refuse: told of rows that are part of none that there is
 * @points: given what was kept of the series, which stays that of @self
 *
 * Hands over what rows say of the points of a series.
 */
void
patron_csv_extras_fill (PatronCsvExtras     *self,
                        guint                series,
                        GHashTable          *categories,
                        PatronCsvPlotRefuse  refuse,
                        gpointer             refuse_data,
                        PatronChartPoints   *points)
{
  double **numbers[N_NUMBERS]
      = { &points->low, &points->high, &points->size, &points->samples };
  Kept *kept;

  if (series >= self->kept->len)
    return;
  kept = g_ptr_array_index (self->kept, series);
  for (int i = 0; i < N_NUMBERS; i++)
    if (self->columns[i] != NO_COLUMN)
      *numbers[i] = (double *) (void *) kept->numbers[i]->data;
  if (self->columns[PATRON_CSV_PLOT_TOTAL] != NO_COLUMN)
    points->marks = (guint8 *) kept->marks->data;
  if (self->columns[PATRON_CSV_PLOT_NAME] != NO_COLUMN)
    points->names = (char **) kept->names->pdata;
  if (self->columns[PATRON_CSV_PLOT_WHOLE] != NO_COLUMN)
    points->parents = find_parents (kept, categories, refuse, refuse_data);
}
