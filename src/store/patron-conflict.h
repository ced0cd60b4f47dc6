/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-entity.h"

G_BEGIN_DECLS

/**
 * PatronConflict:
 * @entity: of the record
 * @record: its key
 * @field: (nullable): what both changed; %NULL if one removed the record and
 *   the other changed it, so that it was kept
 * @mine: what was put here, and was kept
 * @theirs: what the others had put there; of data, neither is told
 *
 * What a merge could not bring together: it kept what was here.
 */
typedef struct
{
  const PatronEntity *entity;
  gint64              record;
  const PatronField  *field;
  PatronValue         mine;
  PatronValue         theirs;
} PatronConflict;

void patron_conflict_free (PatronConflict *self);

G_END_DECLS
