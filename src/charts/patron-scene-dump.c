/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include <math.h>

#include "patron-scene-private.h"

static const char *const role_names[] = {
  [PATRON_ROLE_BACKGROUND] = "background",
  [PATRON_ROLE_TITLE] = "title",
  [PATRON_ROLE_SUBTITLE] = "subtitle",
  [PATRON_ROLE_NOTE] = "note",
  [PATRON_ROLE_EMPTY] = "empty",
  [PATRON_ROLE_GRID] = "grid",
  [PATRON_ROLE_AXIS] = "axis",
  [PATRON_ROLE_AXIS_LABEL] = "axis-label",
  [PATRON_ROLE_BAND] = "band",
  [PATRON_ROLE_SERIES] = "series",
  [PATRON_ROLE_SERIES_LABEL] = "series-label",
  [PATRON_ROLE_VALUE_LABEL] = "value-label",
  [PATRON_ROLE_LEGEND] = "legend",
  [PATRON_ROLE_TARGET] = "target",
  [PATRON_ROLE_TARGET_LABEL] = "target-label",
  [PATRON_ROLE_ANNOTATION] = "annotation",
  [PATRON_ROLE_PHASE] = "phase",
  [PATRON_ROLE_STAGE] = "stage",
  [PATRON_ROLE_LANE] = "lane",
  [PATRON_ROLE_CELL] = "cell",
  [PATRON_ROLE_CARD] = "card",
  [PATRON_ROLE_MARK] = "mark",
  [PATRON_ROLE_CURVE] = "curve",
  [PATRON_ROLE_PICTURE] = "picture",
  [PATRON_ROLE_HEADING] = "heading",
  [PATRON_ROLE_FACT] = "fact",
  [PATRON_ROLE_TEXT] = "text",
  [PATRON_ROLE_QUOTE] = "quote",
  [PATRON_ROLE_SCALE] = "scale",
  [PATRON_ROLE_NEED] = "need",
  [PATRON_ROLE_LIMIT] = "limit",
  [PATRON_ROLE_LIMIT_LABEL] = "limit-label",
};

static const char *const kind_names[] = {
  [PATRON_ITEM_PATH] = "path",
  [PATRON_ITEM_RECTANGLE] = "rectangle",
  [PATRON_ITEM_ARC] = "arc",
  [PATRON_ITEM_TEXT] = "text",
  [PATRON_ITEM_IMAGE] = "image",
  [PATRON_ITEM_CLIP_BEGIN] = "clip",
  [PATRON_ITEM_CLIP_END] = "end-clip",
};

static const char *const align_names[] = {
  [PATRON_ALIGN_LEFT] = "left",
  [PATRON_ALIGN_CENTRE] = "centre",
  [PATRON_ALIGN_RIGHT] = "right",
};

/**
 * patron_role_get_name:
 *
 * Returns: the name of @role in dumps and in SVG classes
 */
const char *
patron_role_get_name (PatronRole role)
{
  return role_names[role];
}

static void
put_number (GString *dump,
            double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* Halves go one way on every machine, and there is no minus zero. */
  number = floor (number * 10 + 0.5 + 1e-6) / 10;
  g_string_append_c (dump, ' ');
  g_string_append (dump, g_ascii_formatd (buffer, sizeof buffer, "%.1f",
                                          number == 0 ? 0 : number));
}

static void
put_numbers (GString      *dump,
             const double *numbers,
             gsize         n)
{
  for (gsize i = 0; i < n; i++)
    put_number (dump, numbers[i]);
}

static void
put_quoted (GString    *dump,
            const char *text)
{
  g_string_append (dump, " \"");
  for (; text != NULL && *text != '\0'; text++)
    if (*text == '\n')
      g_string_append (dump, "\\n");
    else if (*text == '"' || *text == '\\')
      g_string_append_printf (dump, "\\%c", *text);
    else
      g_string_append_c (dump, *text);
  g_string_append_c (dump, '"');
}

static void
put_steps (GString *dump,
           GArray  *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const PatronPathStep *step = &g_array_index (steps, PatronPathStep, i);

      g_string_append_printf (dump, " %c", "MLCZ"[step->kind]);
      if (step->kind == PATRON_STEP_CURVE)
        put_numbers (dump, (double[]) { step->x1, step->y1, step->x2,
                                        step->y2 }, 4);
      if (step->kind != PATRON_STEP_CLOSE)
        put_numbers (dump, (double[]) { step->x, step->y }, 2);
    }
}

static void
put_paint (GString          *dump,
           const PatronItem *item)
{
  if (item->fill != 0)
    g_string_append_printf (dump, " fill #%08x", item->fill);
  if (item->stroke == 0)
    return;
  g_string_append_printf (dump, " stroke #%08x", item->stroke);
  put_number (dump, item->line_width);
  if (item->dash > 0)
    {
      g_string_append (dump, " dash");
      put_number (dump, item->dash);
      put_number (dump, item->gap);
    }
}

static void
put_text (GString          *dump,
          const PatronItem *item)
{
  put_numbers (dump, (double[]) { item->x, item->y }, 2);
  g_string_append_printf (dump, " %s%s", align_names[item->align],
                          item->rtl ? " rtl" : "");
  put_number (dump, item->width);
  g_string_append (dump, " font");
  put_number (dump, item->font.size);
  g_string_append_printf (dump, "/%d", item->font.weight);
  put_quoted (dump, item->text);
}

static void
put_item (GString          *dump,
          const PatronItem *item)
{
  g_string_append_printf (dump, "%s %s", kind_names[item->kind],
                          role_names[item->role]);
  if (item->series >= 0 || item->point >= 0)
    g_string_append_printf (dump, " [%d %d]", item->series, item->point);
  if (item->record != 0)
    g_string_append_printf (dump, " {%" G_GINT64_FORMAT "}", item->record);
  switch (item->kind)
    {
    case PATRON_ITEM_PATH:
      put_steps (dump, item->steps);
      break;
    case PATRON_ITEM_RECTANGLE:
    case PATRON_ITEM_IMAGE:
    case PATRON_ITEM_CLIP_BEGIN:
      put_numbers (dump, (double[]) { item->x, item->y, item->width,
                                      item->height }, 4);
      if (item->radius > 0)
        {
          g_string_append (dump, " radius");
          put_number (dump, item->radius);
        }
      break;
    case PATRON_ITEM_ARC:
      put_numbers (dump, (double[]) { item->x, item->y }, 2);
      put_number (dump, item->radius);
      if (item->end - item->start < 2 * G_PI - 1e-9)
        {
          g_string_append (dump, " from");
          put_number (dump, item->start);
          g_string_append (dump, " to");
          put_number (dump, item->end);
        }
      if (item->inner != 0)
        {
          g_string_append (dump, " inner");
          put_number (dump, item->inner);
        }
      break;
    case PATRON_ITEM_TEXT:
      put_text (dump, item);
      break;
    case PATRON_ITEM_CLIP_END:
    default:
      break;
    }
  put_paint (dump, item);
  g_string_append_c (dump, '\n');
}

static void
put_spot (GString           *dump,
          const PatronScene *self,
          guint              index)
{
  const PatronSpot *spot = &g_array_index (self->spots, PatronSpot, index);
  g_autofree char *words = patron_scene_describe_spot (self, index);

  g_string_append_printf (dump, "spot %s%s", role_names[spot->role],
                          spot->is_point ? " point" : "");
  if (spot->series >= 0 || spot->point >= 0)
    g_string_append_printf (dump, " [%d %d]", spot->series, spot->point);
  if (spot->record != 0)
    g_string_append_printf (dump, " {%" G_GINT64_FORMAT "}", spot->record);
  put_numbers (dump, (double[]) { spot->x, spot->y, spot->width, spot->height,
                                  spot->anchor_x, spot->anchor_y }, 6);
  put_quoted (dump, words);
  g_string_append_c (dump, '\n');
}

/**
 * patron_scene_dump:
 *
 * Writes the scene as text, a line for each item and spot, numbers rounded to
 * a tenth, for tests that compare it with a stored one.
 *
 * Returns: (transfer full): the text
 */
char *
patron_scene_dump (const PatronScene *self)
{
  GString *dump = g_string_new ("scene");

  put_number (dump, self->width);
  put_number (dump, self->height);
  g_string_append (dump, "\nalt");
  put_quoted (dump, self->alt_text);
  g_string_append_c (dump, '\n');
  for (guint i = 0; i < self->items->len; i++)
    put_item (dump, g_ptr_array_index (self->items, i));
  for (guint i = 0; i < self->spots->len; i++)
    put_spot (dump, self, i);
  return g_string_free (dump, FALSE);
}
