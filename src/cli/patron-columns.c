/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "patron-columns.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define WIDEST 48

typedef struct
{
  char     *text; /* (owned) */
  guint     width;
  gboolean  to_the_right;
  gboolean  ends_row;
} Cell;

/**
 * PatronColumns:
 *
 * Collects cells, then prints them in columns as wide as their widest cell.
 */
struct _PatronColumns
{
  GArray *cells; /* (element-type Cell) */
};

static void
clear_cell (gpointer data)
{
  g_free (((Cell *) data)->text);
}

/* How many places of a terminal a character takes. */
static guint
get_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

/**
 * patron_columns_new:
 *
 * Returns: (transfer full): columns without cells
 */
PatronColumns *
patron_columns_new (void)
{
  PatronColumns *self = g_new0 (PatronColumns, 1);

  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

/**
 * patron_columns_free:
 *
 * Frees the columns.
 */
void
patron_columns_free (PatronColumns *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * patron_columns_add:
 * @text: what the cell holds; of several lines, or more than is read at a
 *   glance, the beginning is shown
 * @to_the_right: whether it is set to the right, as numbers are
 *
 * Adds a cell to the last row.
 */
void
patron_columns_add (PatronColumns *self,
                    const char    *text,
                    gboolean       to_the_right)
{
  Cell cell = { .to_the_right = to_the_right };
  GString *shown = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (cell.width + get_width (c) > WIDEST - 1
          && *g_utf8_next_char (p) != '\0')
        {
          g_string_append (shown, "…");
          cell.width++;
          break;
        }
      /* Terminals obey control characters. */
      g_string_append_unichar (shown, g_unichar_iscntrl (c) ? ' ' : c);
      cell.width += get_width (c);
    }
  cell.text = g_string_free (shown, FALSE);
  g_array_append_val (self->cells, cell);
}

/**
 * patron_columns_end_row:
 *
 * Makes the next cell begin a row.
 */
void
patron_columns_end_row (PatronColumns *self)
{
  if (self->cells->len > 0)
    g_array_index (self->cells, Cell, self->cells->len - 1).ends_row = TRUE;
}

static GArray *
measure (PatronColumns *self)
{
  GArray *widths = g_array_new (FALSE, TRUE, sizeof (guint));
  guint column = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (column >= widths->len)
        g_array_set_size (widths, column + 1);
      g_array_index (widths, guint, column)
          = MAX (g_array_index (widths, guint, column), cell->width);
      column = cell->ends_row ? 0 : column + 1;
    }
  return widths;
}

/* How many of the columns there is room for, but one at least. */
static guint
count_fitting (GArray *widths,
               guint   room)
{
  guint width = 0;

  for (guint i = 0; i < widths->len; i++)
    {
      width += g_array_index (widths, guint, i) + (i > 0 ? 2 : 0);
      if (room > 0 && width > room)
        return MAX (i, 1);
    }
  return widths->len;
}

/**
 * patron_columns_print:
 * @room: how wide a line may be: columns for which there is no room are left
 *   out; 0 for any width
 *
 * Prints all rows.
 */
void
patron_columns_print (PatronColumns *self,
                      guint          room)
{
  g_autoptr (GArray) widths = measure (self);
  g_autoptr (GString) line = g_string_new (NULL);
  guint n = count_fitting (widths, room);
  guint column = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      int rest = (int) (g_array_index (widths, guint, column) - cell->width);

      if (column < n)
        g_string_append_printf (line, "%s%*s%s%*s", column > 0 ? "  " : "",
                                cell->to_the_right ? rest : 0, "", cell->text,
                                cell->to_the_right ? 0 : rest, "");
      column++;
      if (!cell->ends_row)
        continue;
      g_print ("%s\n", g_strchomp (line->str));
      g_string_truncate (line, 0);
      column = 0;
    }
}

/**
 * patron_columns_get_room:
 *
 * Returns: how wide the terminal is that is written to; 0 if it is none
 */
guint
patron_columns_get_room (void)
{
  struct winsize size;

  if (isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    return size.ws_col;
  return 0;
}
