/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What office files are made with comes with large libraries, which only
 * those load who write one: patron-office.c is a module of its own. */

/**
 * PatronOfficePart:
 * @name: the path of the part in the package
 * @bytes: the part
 * @stored: whether it is readable in the file itself
 */
typedef struct
{
  char     *name;
  GBytes   *bytes;
  gboolean  stored;
} PatronOfficePart;

/**
 * PatronOfficeColumn:
 * @head: (nullable): what it is called
 * @texts: (nullable): its cells, as text
 * @numbers: (nullable): its cells, as numbers; NaN for none
 * @format: (nullable): how the numbers are written
 */
typedef struct
{
  const char        *head;
  char             **texts;
  const double      *numbers;
  const char        *format;
} PatronOfficeColumn;

/**
 * PatronOffice:
 * @pack: puts parts into a zip file; %NULL with @problem
 * @tabulate: makes a workbook with one sheet; %NULL with @problem
 *
 * What the module does.
 */
typedef struct
{
  GBytes *(*pack)     (const PatronOfficePart   *parts,
                       gsize                     n_parts,
                       char                    **problem);
  GBytes *(*tabulate) (const PatronOfficeColumn *columns,
                       gsize                     n_columns,
                       gsize                     n_rows,
                       char                    **problem);
} PatronOffice;

/* The symbol of the module, a PatronOffice. */
#define PATRON_OFFICE_SYMBOL "patron_office"

const PatronOffice *patron_office_load (GError **error);

G_END_DECLS
