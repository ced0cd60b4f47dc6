/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-stats"

/* Which unit an expression has, and whether it has any: 5 % and 3 euros have
 * no sum. */

#include "config.h"

#include "patron-expression-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-error.h"

/* Powers of money and time, and of what has neither, which kind it is. */
typedef struct
{
  int        money;
  int        duration;
  PatronUnit plain; /* any, number, percent or score */
} Dimension;

typedef struct
{
  const PatronExpression *expression;
  const PatronUnit       *units;
  GError                **error;
} Search;

static gboolean find (Search           *self,
                      const PatronNode *node,
                      Dimension        *dimension);

static Dimension
from_unit (PatronUnit unit)
{
  Dimension dimension = { 0, 0, PATRON_UNIT_NUMBER };

  if (unit == PATRON_UNIT_MONEY)
    dimension.money = 1;
  else if (unit == PATRON_UNIT_DURATION)
    dimension.duration = 1;
  else
    dimension.plain = unit;
  return dimension;
}

static PatronUnit
to_unit (const Dimension *dimension)
{
  if (dimension->money == 0 && dimension->duration == 0)
    return dimension->plain;
  if (dimension->money == 1 && dimension->duration == 0)
    return PATRON_UNIT_MONEY;
  if (dimension->money == 0 && dimension->duration == 1)
    return PATRON_UNIT_DURATION;
  return PATRON_UNIT_OTHER;
}

/**
 * patron_unit_get_label:
 *
 * Returns: (transfer none): what people call it, within a sentence
 */
const char *
patron_unit_get_label (PatronUnit unit)
{
  switch (unit)
    {
    case PATRON_UNIT_PERCENT:
      return C_("unit", "a percentage");
    case PATRON_UNIT_SCORE:
      return C_("unit", "a score");
    case PATRON_UNIT_MONEY:
      return C_("unit", "money");
    case PATRON_UNIT_DURATION:
      return C_("unit", "a time");
    case PATRON_UNIT_OTHER:
      return C_("unit", "a mixture of units");
    case PATRON_UNIT_ANY:
    case PATRON_UNIT_NUMBER:
    default:
      return C_("unit", "a number");
    }
}

static gboolean
is_any (const Dimension *dimension)
{
  return to_unit (dimension) == PATRON_UNIT_ANY;
}

static gboolean
is_alike (const Dimension *left,
          const Dimension *right)
{
  return left->money == right->money && left->duration == right->duration
         && (left->money != 0 || left->duration != 0
             || left->plain == right->plain);
}

static gboolean
refuse (Search          *self,
        PatronOperation  operation,
        const Dimension *left,
        const Dimension *right)
{
  const char *one = patron_unit_get_label (to_unit (left));
  const char *other = patron_unit_get_label (to_unit (right));

  if (operation == PATRON_OPERATION_ADD)
    g_set_error (self->error, PATRON_ERROR, PATRON_ERROR_INVALID,
                 /* Translators: two units, such as “money” and “a time”. */
                 _("Units: %s and %s cannot be added"), one, other);
  else if (operation == PATRON_OPERATION_SUBTRACT)
    g_set_error (self->error, PATRON_ERROR, PATRON_ERROR_INVALID,
                 _("Units: from %s, %s cannot be subtracted"), one, other);
  else
    g_set_error (self->error, PATRON_ERROR, PATRON_ERROR_INVALID,
                 _("Units: %s and %s cannot be compared"), one, other);
  return FALSE;
}

/* Of what is added or compared, all must have one unit; bare numbers take
 * that of the others. */
static gboolean
find_common (Search           *self,
             const PatronNode *node,
             Dimension        *dimension)
{
  for (guint i = 0; i < node->arguments->len; i++)
    {
      Dimension other;

      if (!find (self, g_ptr_array_index (node->arguments, i),
                 i == 0 ? dimension : &other))
        return FALSE;
      if (i == 0 || is_any (&other))
        continue;
      if (!is_any (dimension) && !is_alike (dimension, &other))
        return refuse (self, node->operation, dimension, &other);
      *dimension = other;
    }
  return TRUE;
}

/* Percent of something is of its unit; a quotient of two of one unit is a
 * number. */
static void
multiply (Dimension       *left,
          const Dimension *right,
          int              sign)
{
  left->money += sign * right->money;
  left->duration += sign * right->duration;
  if (sign < 0)
    left->plain = right->plain == PATRON_UNIT_ANY ? left->plain
                                                  : PATRON_UNIT_NUMBER;
  else if (left->plain == PATRON_UNIT_ANY)
    left->plain = right->plain;
  else if (right->plain != PATRON_UNIT_ANY && left->plain != right->plain)
    left->plain = PATRON_UNIT_NUMBER;
}

static gboolean
find_product (Search           *self,
              const PatronNode *node,
              Dimension        *dimension)
{
  Dimension right;

  if (!find (self, g_ptr_array_index (node->arguments, 0), dimension)
      || !find (self, g_ptr_array_index (node->arguments, 1), &right))
    return FALSE;
  multiply (dimension, &right,
            node->operation == PATRON_OPERATION_MULTIPLY ? 1 : -1);
  return TRUE;
}

static gboolean
find_power (Search           *self,
            const PatronNode *node,
            Dimension        *dimension)
{
  const PatronNode *exponent = g_ptr_array_index (node->arguments, 1);
  Dimension right;
  double power;

  if (!find (self, g_ptr_array_index (node->arguments, 0), dimension)
      || !find (self, exponent, &right))
    return FALSE;
  if (dimension->money == 0 && dimension->duration == 0
      && right.money == 0 && right.duration == 0)
    return TRUE;
  power = is_any (&right) ? patron_node_evaluate (exponent, NULL, NULL) : NAN;
  if (power != floor (power) || !(fabs (power) <= 9))
    {
      g_set_error (self->error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   _("Units: %s can only be raised to a small whole number"),
                   patron_unit_get_label (to_unit (dimension)));
      return FALSE;
    }
  dimension->money *= (int) power;
  dimension->duration *= (int) power;
  return TRUE;
}

static gboolean
find (Search           *self,
      const PatronNode *node,
      Dimension        *dimension)
{
  switch (node->operation)
    {
    case PATRON_OPERATION_NUMBER:
      *dimension = from_unit (PATRON_UNIT_ANY);
      return TRUE;
    case PATRON_OPERATION_NAME:
    case PATRON_OPERATION_PREVIOUS:
      *dimension = from_unit (self->units[node->name]);
      return TRUE;
    case PATRON_OPERATION_NEGATE:
    case PATRON_OPERATION_ABS:
    case PATRON_OPERATION_ROUND:
      return find (self, g_ptr_array_index (node->arguments, 0), dimension);
    case PATRON_OPERATION_MULTIPLY:
    case PATRON_OPERATION_DIVIDE:
      return find_product (self, node, dimension);
    case PATRON_OPERATION_POWER:
      return find_power (self, node, dimension);
    case PATRON_OPERATION_ADD:
    case PATRON_OPERATION_SUBTRACT:
    case PATRON_OPERATION_MIN:
    case PATRON_OPERATION_MAX:
    default:
      return find_common (self, node, dimension);
    }
}

/**
 * patron_expression_find_unit:
 * @units: of each name
 * @unit: (out): of the value
 *
 * Returns: whether the units go together; if not, @error says in a sentence
 *   which do not
 */
gboolean
patron_expression_find_unit (const PatronExpression *self,
                             const PatronUnit       *units,
                             PatronUnit             *unit,
                             GError                **error)
{
  Search search = { self, units, error };
  Dimension dimension;

  if (!find (&search, self->root, &dimension))
    return FALSE;
  *unit = to_unit (&dimension);
  return TRUE;
}

/**
 * patron_unit_fits:
 * @into: the unit of a KPI
 *
 * Returns: whether a value of @unit can be one of the KPI: what has neither
 *   money nor time may be called a number, a percentage or a score
 */
gboolean
patron_unit_fits (PatronUnit unit,
                  PatronUnit into)
{
  gboolean plain = unit == PATRON_UNIT_NUMBER || unit == PATRON_UNIT_PERCENT
                   || unit == PATRON_UNIT_SCORE;
  gboolean into_plain = into == PATRON_UNIT_NUMBER
                        || into == PATRON_UNIT_PERCENT
                        || into == PATRON_UNIT_SCORE;

  return unit == PATRON_UNIT_ANY || unit == into || (plain && into_plain);
}
