/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

#include "patron-flow.h"

/**
 * patron_flow_text:
 * @text: clean text; empty text takes no room
 *
 * Sets a paragraph below what is in the column.
 *
 * Returns: the width of its widest line
 */
double
patron_flow_text (PatronFlow       *self,
                  PatronRole        role,
                  const PatronType *type,
                  const char       *text)
{
  PatronFont font = patron_theme_font (self->theme, type->size * self->zoom,
                                       type->weight);
  g_autoptr (GArray) lines
    = patron_text_wrap (self->measurer, &font, text, self->width,
                        type->max_lines > 0 ? type->max_lines : G_MAXUINT);
  double x = self->x;

  if (self->align == PATRON_ALIGN_CENTRE)
    x += self->width / 2;
  else if (self->align == PATRON_ALIGN_RIGHT)
    x += self->width;
  if (self->scene != NULL)
    patron_scene_add_lines (self->scene, role, self->measurer, &font, lines, x,
                            self->y, self->align, type->colour);
  self->y += lines->len * patron_text_line_height (&font);
  return patron_text_lines_width (lines);
}

/**
 * patron_flow_space:
 * @space: px at zoom 1
 *
 * Leaves room in the column.
 */
void
patron_flow_space (PatronFlow *self,
                   double      space)
{
  self->y += space * self->zoom;
}
