/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PatronValueType:
 *
 * What a #PatronValue holds: exactly the types that a document stores.
 */
typedef enum
{
  PATRON_VALUE_NULL,
  PATRON_VALUE_INTEGER,
  PATRON_VALUE_REAL,
  PATRON_VALUE_TEXT,
  PATRON_VALUE_DATA,
} PatronValueType;

/**
 * PatronValue:
 *
 * One field of one record. A value is either there or absent; no number and
 * no text stands for absence, and empty text is absent. Lives on the stack
 * or inside a record; clear it with patron_value_clear().
 */
typedef struct
{
  PatronValueType type;
  union
  {
    gint64  integer;
    double  real;
    char   *text; /* (owned) */
    GBytes *data; /* (owned) */
  };
} PatronValue;

#define PATRON_VALUE_INIT { PATRON_VALUE_NULL, { 0 } }

void        patron_value_clear        (PatronValue       *value);
void        patron_value_copy         (PatronValue       *value,
                                       const PatronValue *from);
gboolean    patron_value_equal        (const PatronValue *a,
                                       const PatronValue *b);
gboolean    patron_value_is_null      (const PatronValue *value);
void        patron_value_set_integer  (PatronValue       *value,
                                       gint64             integer);
void        patron_value_set_real     (PatronValue       *value,
                                       double             real);
void        patron_value_set_text     (PatronValue       *value,
                                       const char        *text);
void        patron_value_take_text    (PatronValue       *value,
                                       char              *text);
void        patron_value_take_data    (PatronValue       *value,
                                       GBytes            *data);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatronValue, patron_value_clear)

G_END_DECLS
