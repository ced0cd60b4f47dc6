/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-import.h"

G_BEGIN_DECLS

/* What a cell of a foreign table means. */

gboolean patron_cell_read_date    (const char       *text,
                                   PatronDateOrder   order,
                                   gint64           *date);
gboolean patron_cell_read_number  (const char       *text,
                                   char              decimal_mark,
                                   double           *number);

/**
 * PatronDateGuess:
 *
 * What the dates of a column have shown so far.
 */
typedef struct
{
  guint    n[PATRON_N_DATE_ORDERS]; /* how many can be read so */
  guint32  dmy_days;                /* the days of the month, a bit each */
  guint32  mdy_days;
  gboolean differs; /* whether some mean another day by DMY than by MDY */
} PatronDateGuess;

/**
 * PatronMarkGuess:
 *
 * What the numbers of a column have shown so far.
 */
typedef struct
{
  guint    n_point;
  guint    n_comma;
  gboolean differs;
} PatronMarkGuess;

void            patron_date_guess_add    (PatronDateGuess       *self,
                                          const char            *text);
PatronDateOrder patron_date_guess_decide (const PatronDateGuess *self,
                                          gboolean              *ambiguous);
void            patron_mark_guess_add    (PatronMarkGuess       *self,
                                          const char            *text);
char            patron_mark_guess_decide (const PatronMarkGuess *self,
                                          char                   separator,
                                          gboolean              *ambiguous);

G_END_DECLS
