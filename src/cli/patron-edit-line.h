/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-entity.h"

G_BEGIN_DECLS

/**
 * PatronEditLine:
 * @verb: (owned): what to do
 * @entity: (owned) (nullable): the kind of what is added
 * @id: the record that it is done to, or 0
 * @before: the record that shall follow it, or 0
 * @label: (owned) (nullable): what undo says
 * @text: the line itself (unowned)
 * @values: where in it the values begin, or 0
 *
 * A line of `patron edit`, taken apart.
 */
typedef struct
{
  char       *verb;
  char       *entity;
  gint64      id;
  gint64      before;
  char       *label;
  const char *text;
  gsize       values;
} PatronEditLine;

gboolean patron_edit_line_read        (PatronEditLine       *self,
                                       const char           *text,
                                       GError              **error);
gboolean patron_edit_line_read_values (const PatronEditLine *self,
                                       const PatronEntity   *entity,
                                       PatronValue          *values,
                                       gboolean             *given,
                                       GError              **error);
void     patron_edit_line_clear       (PatronEditLine       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatronEditLine, patron_edit_line_clear)

G_END_DECLS
