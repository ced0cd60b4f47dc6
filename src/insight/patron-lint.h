/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

/**
 * PatronFinding:
 * @record: what it is about
 * @message: what is missing there, one sentence with the name of the record
 *
 * Something that a strategy lacks.
 */
typedef struct
{
  PatronRecord *record;
  char         *message;
} PatronFinding;

GPtrArray *patron_lint (PatronDocument *document,
                        gint64          today);

G_END_DECLS
