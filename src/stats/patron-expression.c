/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-stats"

/* A recursive-descent parser of arithmetic, and what it makes:
 *
 *   sum      = product { ("+" | "-") product }
 *   product  = sign { ("*" | "/") sign }
 *   sign     = { "-" | "+" } power
 *   power    = primary [ "^" sign ]
 *   primary  = number | name | function "(" sum { "," sum } ")" | "(" sum ")"
 *
 * so that -2^2 is -4 and 2^3^2 is 2^9, as in mathematics. */

#include "config.h"

#include "patron-expression-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "patron-error.h"

typedef struct
{
  const char       *text;
  const char       *at;
  guint             depth;
  PatronExpression *made;
  GError          **error;
} Parser;

static const struct
{
  const char    *name;
  PatronOperation operation;
  guint          min;
  guint          max;
} functions[] = {
  { "min", PATRON_OPERATION_MIN, 1, G_MAXUINT },
  { "max", PATRON_OPERATION_MAX, 1, G_MAXUINT },
  { "abs", PATRON_OPERATION_ABS, 1, 1 },
  { "round", PATRON_OPERATION_ROUND, 1, 2 },
};

static PatronNode *parse_sum (Parser *self);

/* patron_node_free:
 *
 * Frees a node and those below it.
 */
void
patron_node_free (PatronNode *node)
{
  g_clear_pointer (&node->arguments, g_ptr_array_unref);
  g_free (node);
}

static PatronNode *
node_new (PatronOperation operation)
{
  PatronNode *node = g_new0 (PatronNode, 1);

  node->operation = operation;
  node->arguments
      = g_ptr_array_new_with_free_func ((GDestroyNotify) patron_node_free);
  return node;
}

static PatronNode *
join (PatronOperation operation,
      PatronNode     *left,
      PatronNode     *right)
{
  PatronNode *node;

  if (left == NULL || right == NULL)
    {
      g_clear_pointer (&left, patron_node_free);
      g_clear_pointer (&right, patron_node_free);
      return NULL;
    }
  node = node_new (operation);
  g_ptr_array_add (node->arguments, left);
  g_ptr_array_add (node->arguments, right);
  return node;
}

static PatronNode *fail (Parser     *self,
                         const char *at,
                         const char *format,
                         ...) G_GNUC_PRINTF (3, 4);

static PatronNode *
fail (Parser     *self,
      const char *at,
      const char *format,
      ...)
{
  g_autofree char *why = NULL;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (self->error, PATRON_ERROR, PATRON_ERROR_INVALID,
               /* Translators: a place in a formula, and what is wrong. */
               _("At character %ld: %s"),
               g_utf8_pointer_to_offset (self->text, at) + 1, why);
  return NULL;
}

static void
skip_blanks (Parser *self)
{
  while (g_unichar_isspace (g_utf8_get_char (self->at)))
    self->at = g_utf8_next_char (self->at);
}

/* Signs that people copy from texts mean what they look like. */
static char
peek (Parser *self)
{
  gunichar c;

  skip_blanks (self);
  c = g_utf8_get_char (self->at);
  switch (c)
    {
    case 0x2212: /* minus */
      return '-';
    case 0x00d7: /* times */
    case 0x22c5: /* dot */
      return '*';
    case 0x00f7: /* divided by */
      return '/';
    default:
      return c < 0x80 ? (char) c : '\1';
    }
}

static void
skip (Parser *self)
{
  self->at = g_utf8_next_char (self->at);
}

static PatronNode *
fail_here (Parser *self)
{
  g_autofree char *there = NULL;

  if (peek (self) == '\0')
    return fail (self, self->at, _("a number or a name is missing"));
  there = g_strndup (self->at, (gsize) (g_utf8_next_char (self->at)
                                        - self->at));
  return fail (self, self->at, _("“%s” is not expected here"), there);
}

static PatronNode *
parse_number (Parser *self)
{
  char *end;
  double number = g_ascii_strtod (self->at, &end);
  PatronNode *node;

  /* Neither names such as “inf”, nor hexadecimal numbers come here. */
  if (end == self->at || !isfinite (number))
    return fail (self, self->at, _("this is not a number"));
  for (const char *p = self->at; p < end; p++)
    if (strchr ("0123456789.eE+-", *p) == NULL)
      return fail (self, self->at, _("this is not a number"));
  self->at = end;
  node = node_new (PATRON_OPERATION_NUMBER);
  node->number = number;
  return node;
}

static int
find_name (PatronExpression *made,
           const char       *name)
{
  for (guint i = 0; i < made->names->len; i++)
    if (strcmp (g_ptr_array_index (made->names, i), name) == 0)
      return (int) i;
  return -1;
}

static PatronNode *
make_name (Parser     *self,
           const char *from,
           char       *name)
{
  g_autofree char *owned = g_strstrip (name);
  int index = find_name (self->made, owned);
  PatronNode *node;

  if (*owned == '\0')
    return fail (self, from, _("the name is empty"));
  if (index < 0 && self->made->names->len == PATRON_EXPRESSION_MAX_NAMES)
    return fail (self, from, _("there are more than %d names"),
                 PATRON_EXPRESSION_MAX_NAMES);
  if (index < 0)
    {
      index = (int) self->made->names->len;
      g_ptr_array_add (self->made->names, g_steal_pointer (&owned));
    }
  node = node_new (PATRON_OPERATION_NAME);
  node->name = (guint) index;
  return node;
}

static PatronNode *
parse_braced (Parser *self)
{
  const char *from = self->at;
  const char *end = strchr (from, '}');
  char *name;

  if (end == NULL)
    return fail (self, from, _("“}” is missing after the name"));
  name = g_strndup (from + 1, (gsize) (end - from) - 1);
  self->at = end + 1;
  return make_name (self, from, name);
}

static gboolean
is_word (gunichar c,
         gboolean first)
{
  if (first && c == '#')
    return TRUE;
  return c == '_' || g_unichar_isalpha (c)
         || (!first && (g_unichar_isalnum (c) || g_unichar_ismark (c)));
}

/* What stands in the parentheses of a function. */
static gboolean
parse_arguments (Parser     *self,
                 PatronNode *node)
{
  for (;;)
    {
      PatronNode *argument;

      skip (self);
      argument = parse_sum (self);
      if (argument == NULL)
        return FALSE;
      g_ptr_array_add (node->arguments, argument);
      if (peek (self) == ')')
        break;
      if (peek (self) != ',' && peek (self) != ';')
        {
          fail (self, self->at, _("“)” is missing"));
          return FALSE;
        }
    }
  skip (self);
  return TRUE;
}

/* Whose value of the period before is meant cannot be said of a sum. */
static PatronNode *
parse_previous (Parser     *self,
                const char *from)
{
  PatronNode *node = node_new (PATRON_OPERATION_PREVIOUS);
  PatronNode *name;

  if (!parse_arguments (self, node))
    {
      patron_node_free (node);
      return NULL;
    }
  name = g_ptr_array_index (node->arguments, 0);
  if (node->arguments->len != 1
      || name->operation != PATRON_OPERATION_NAME)
    {
      patron_node_free (node);
      return fail (self, from,
                   _("“previous” takes one name, such as previous({Clients})"));
    }
  node->name = name->name;
  self->made->uses_previous = TRUE;
  return node;
}

static PatronNode *
parse_function (Parser     *self,
                const char *from,
                const char *word)
{
  if (strcmp (word, "previous") == 0)
    return parse_previous (self, from);
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      PatronNode *node;

      if (strcmp (word, functions[i].name) != 0)
        continue;
      node = node_new (functions[i].operation);
      if (!parse_arguments (self, node))
        {
          patron_node_free (node);
          return NULL;
        }
      if (node->arguments->len >= functions[i].min
          && node->arguments->len <= functions[i].max)
        return node;
      patron_node_free (node);
      return fail (self, from, _("“%s” takes fewer values"), word);
    }
  return fail (self, from,
               _("there is no function “%s”, only min, max, abs, round and "
                 "previous"),
               word);
}

static PatronNode *
parse_word (Parser *self)
{
  const char *from = self->at;
  g_autofree char *word = NULL;

  while (is_word (g_utf8_get_char (self->at), self->at == from))
    self->at = g_utf8_next_char (self->at);
  word = g_strndup (from, (gsize) (self->at - from));
  if (peek (self) == '(')
    return parse_function (self, from, word);
  return make_name (self, from, g_steal_pointer (&word));
}

static PatronNode *
parse_primary (Parser *self)
{
  PatronNode *node;
  char c = peek (self);

  if (g_ascii_isdigit (c) || c == '.')
    return parse_number (self);
  if (c == '{')
    return parse_braced (self);
  if (is_word (g_utf8_get_char (self->at), TRUE))
    return parse_word (self);
  if (c != '(')
    return fail_here (self);
  skip (self);
  node = parse_sum (self);
  if (node == NULL)
    return NULL;
  if (peek (self) != ')')
    {
      patron_node_free (node);
      return fail (self, self->at, _("“)” is missing"));
    }
  skip (self);
  return node;
}

static PatronNode *parse_sign (Parser *self);

static PatronNode *
parse_power (Parser *self)
{
  PatronNode *node = parse_primary (self);

  if (node == NULL || peek (self) != '^')
    return node;
  skip (self);
  return join (PATRON_OPERATION_POWER, node, parse_sign (self));
}

/* Everything that goes deeper comes through here. */
static PatronNode *
parse_sign (Parser *self)
{
  PatronNode *node;
  char c = peek (self);

  if (self->depth == PATRON_EXPRESSION_MAX_DEPTH)
    return fail (self, self->at, _("this is nested too deeply"));
  self->depth++;
  if (c == '-' || c == '+')
    {
      skip (self);
      node = parse_sign (self);
      if (c == '-' && node != NULL)
        {
          PatronNode *negated = node_new (PATRON_OPERATION_NEGATE);

          g_ptr_array_add (negated->arguments, node);
          node = negated;
        }
    }
  else
    node = parse_power (self);
  self->depth--;
  return node;
}

static PatronNode *
parse_product (Parser *self)
{
  PatronNode *node = parse_sign (self);
  char c;

  while (node != NULL && ((c = peek (self)) == '*' || c == '/'))
    {
      skip (self);
      node = join (c == '*' ? PATRON_OPERATION_MULTIPLY
                            : PATRON_OPERATION_DIVIDE,
                   node, parse_sign (self));
    }
  return node;
}

static PatronNode *
parse_sum (Parser *self)
{
  PatronNode *node = parse_product (self);
  char c;

  while (node != NULL && ((c = peek (self)) == '+' || c == '-'))
    {
      skip (self);
      node = join (c == '+' ? PATRON_OPERATION_ADD
                            : PATRON_OPERATION_SUBTRACT,
                   node, parse_product (self));
    }
  return node;
}

/**
 * patron_expression_parse:
 * @text: an expression, numbers with a point
 *
 * Returns: (transfer full) (nullable): the expression; %NULL with an error of
 *   %PATRON_ERROR_INVALID that says at which character what is wrong
 */
PatronExpression *
patron_expression_parse (const char *text,
                         GError    **error)
{
  g_autoptr (PatronExpression) self = g_new0 (PatronExpression, 1);
  Parser parser = { text, text, 0, self, error };

  self->names = g_ptr_array_new_with_free_func (g_free);
  if (!g_utf8_validate (text, -1, NULL)
      || g_utf8_strlen (text, -1) > PATRON_EXPRESSION_MAX_LENGTH)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   _("The formula is longer than %d characters"),
                   PATRON_EXPRESSION_MAX_LENGTH);
      return NULL;
    }
  self->root = parse_sum (&parser);
  if (self->root == NULL)
    return NULL;
  if (peek (&parser) != '\0')
    {
      fail_here (&parser);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * patron_expression_free:
 *
 * Frees the expression.
 */
void
patron_expression_free (PatronExpression *self)
{
  g_clear_pointer (&self->root, patron_node_free);
  g_ptr_array_unref (self->names);
  g_free (self);
}

/**
 * patron_expression_get_n_names:
 *
 * Returns: how many names it uses, each counted once
 */
guint
patron_expression_get_n_names (const PatronExpression *self)
{
  return self->names->len;
}

/**
 * patron_expression_get_name:
 *
 * Returns: (transfer none): a name, without the braces
 */
const char *
patron_expression_get_name (const PatronExpression *self,
                            guint                   index)
{
  return g_ptr_array_index (self->names, index);
}

/**
 * patron_expression_uses_previous:
 *
 * Returns: whether it needs values of the period before
 */
gboolean
patron_expression_uses_previous (const PatronExpression *self)
{
  return self->uses_previous;
}

static double
round_to (double number,
          double decimals)
{
  double factor;

  if (!(fabs (decimals) <= 15))
    return NAN;
  factor = pow (10, round (decimals));
  return round (number * factor) / factor;
}

static double
pick (const PatronNode *node,
      const double     *values,
      const double     *previous)
{
  double best = NAN;

  for (guint i = 0; i < node->arguments->len; i++)
    {
      double value = patron_node_evaluate (
          g_ptr_array_index (node->arguments, i), values, previous);

      /* What is missing may have been the one. */
      if (isnan (value))
        return NAN;
      if (isnan (best)
          || (node->operation == PATRON_OPERATION_MIN ? value < best
                                                      : value > best))
        best = value;
    }
  return best;
}

/* patron_node_evaluate:
 *
 * Returns: the value of a node, NaN where there is none
 */
double
patron_node_evaluate (const PatronNode *node,
                      const double     *values,
                      const double     *previous)
{
  double operands[2] = { 0, 0 };

  if (node->operation == PATRON_OPERATION_MIN
      || node->operation == PATRON_OPERATION_MAX)
    return pick (node, values, previous);
  if (node->operation == PATRON_OPERATION_PREVIOUS)
    return previous != NULL ? previous[node->name] : NAN;
  for (guint i = 0; i < MIN (node->arguments->len, 2); i++)
    operands[i] = patron_node_evaluate (
        g_ptr_array_index (node->arguments, i), values, previous);
  switch (node->operation)
    {
    case PATRON_OPERATION_NUMBER:
      return node->number;
    case PATRON_OPERATION_NAME:
      return values[node->name];
    case PATRON_OPERATION_NEGATE:
      return -operands[0];
    case PATRON_OPERATION_ADD:
      return operands[0] + operands[1];
    case PATRON_OPERATION_SUBTRACT:
      return operands[0] - operands[1];
    case PATRON_OPERATION_MULTIPLY:
      return operands[0] * operands[1];
    case PATRON_OPERATION_DIVIDE:
      return operands[0] / operands[1];
    case PATRON_OPERATION_POWER:
      /* Whatever C says: nothing to the power of nothing is missing. */
      return isnan (operands[0]) || isnan (operands[1])
                 ? NAN
                 : pow (operands[0], operands[1]);
    case PATRON_OPERATION_ABS:
      return fabs (operands[0]);
    case PATRON_OPERATION_ROUND:
      return round_to (operands[0], operands[1]);
    case PATRON_OPERATION_PREVIOUS:
    case PATRON_OPERATION_MIN:
    case PATRON_OPERATION_MAX:
    default:
      return NAN;
    }
}

/**
 * patron_expression_evaluate:
 * @values: of each name; NaN where one is missing
 * @previous: (nullable): the same of the period before
 *
 * Returns: the value; NaN where something it needs is missing, or where
 *   there is none, as of a division by 0
 */
double
patron_expression_evaluate (const PatronExpression *self,
                            const double           *values,
                            const double           *previous)
{
  double value = patron_node_evaluate (self->root, values, previous);

  return isfinite (value) ? value : NAN;
}
