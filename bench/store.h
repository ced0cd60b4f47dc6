/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "patron-document.h"

/* bench.c */
double          bench_now          (void);
void            bench_check        (gboolean         good,
                                    GError          *error);

/* store.c */
void            bench_print        (const char      *row,
                                    const char      *column,
                                    double           microseconds);
gint64          bench_insert       (PatronDocument  *document,
                                    const char      *entity,
                                    const char      *first_field,
                                    ...) G_GNUC_NULL_TERMINATED;
void            bench_save_as      (PatronDocument  *document,
                                    const char      *path);

/* store-bare.c: SQLite with the settings of a working copy, and no more */
sqlite3        *bare_open          (const char      *path);
sqlite3_stmt   *bare_prepare       (sqlite3         *bare,
                                    const char      *sql);
void            bare_run           (sqlite3_stmt    *statement);
void            bare_exec          (sqlite3         *bare,
                                    const char      *sql);
void            bare_copy          (const char      *from,
                                    const char      *to);

/* store-edit.c, store-life.c */
void            measure_edits      (const char      *directory,
                                    int              repeats);
void            measure_undo       (const char      *directory,
                                    int              repeats);
void            measure_life       (const char      *directory,
                                    int              megabytes,
                                    int              repeats);
