/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-smart.h"

G_BEGIN_DECLS

/* A check that is under way. */
typedef struct
{
  const PatronGoalTree *tree;
  guint                 index;
  const PatronGoalNode *node;
  GPtrArray            *findings;
} PatronSmart;

void patron_smart_add           (PatronSmart        *self,
                                 PatronSmartLetter   letter,
                                 PatronSmartVerdict  verdict,
                                 char               *evidence,
                                 const char         *mend);

/* patron-smart-reach.c */
void patron_smart_check_measure (PatronSmart        *self);
void patron_smart_check_parts   (PatronSmart        *self);
void patron_smart_check_reach   (PatronSmart        *self);

G_END_DECLS
