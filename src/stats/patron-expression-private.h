/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-expression.h"

G_BEGIN_DECLS

typedef enum
{
  PATRON_OPERATION_NUMBER,
  PATRON_OPERATION_NAME,
  PATRON_OPERATION_PREVIOUS,
  PATRON_OPERATION_NEGATE,
  PATRON_OPERATION_ADD,
  PATRON_OPERATION_SUBTRACT,
  PATRON_OPERATION_MULTIPLY,
  PATRON_OPERATION_DIVIDE,
  PATRON_OPERATION_POWER,
  PATRON_OPERATION_MIN,
  PATRON_OPERATION_MAX,
  PATRON_OPERATION_ABS,
  PATRON_OPERATION_ROUND,
} PatronOperation;

typedef struct
{
  PatronOperation operation;
  double          number;
  guint           name;
  GPtrArray      *arguments; /* (owned) (element-type PatronNode) */
} PatronNode;

struct _PatronExpression
{
  PatronNode *root;  /* (owned) */
  GPtrArray  *names; /* (owned) (element-type utf8) */
  gboolean    uses_previous;
};

void   patron_node_free     (PatronNode       *node);
double patron_node_evaluate (const PatronNode *node,
                             const double     *values,
                             const double     *previous);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronNode, patron_node_free)

G_END_DECLS
