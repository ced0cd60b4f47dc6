/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PatronStatus:
 * @PATRON_STATUS_FINE: it did what was asked
 * @PATRON_STATUS_PROBLEMS: it ran, and found problems
 * @PATRON_STATUS_USAGE: it was asked for something that there is not
 *
 * What a command ends with.
 */
typedef enum
{
  PATRON_STATUS_FINE = 0,
  PATRON_STATUS_PROBLEMS = 1,
  PATRON_STATUS_USAGE = 2,
} PatronStatus;

/**
 * PatronCommand:
 * @name: one word, or two
 * @arguments: what follows it, as the help shows it
 * @summary: what it does, on one line, marked with N_()
 * @description: (nullable): more of it, marked with N_()
 * @options: (nullable): ended by an empty entry
 * @min_args: how many arguments there must be, beside options
 * @max_args: how many there may be; -1 for any number
 * @run: does it
 *
 * Something that `patron` does without a display.
 */
typedef struct
{
  const char         *name;
  const char         *arguments;
  const char         *summary;
  const char         *description;
  const GOptionEntry *options;
  int                 min_args;
  int                 max_args;
  PatronStatus      (*run) (char **args);
} PatronCommand;

/* patron-commands.c: all of them, ended by one without a name. */
extern const PatronCommand patron_commands[];

PatronStatus patron_command_main   (char        **args);
PatronStatus patron_command_fail   (GError       *error);
PatronStatus patron_command_refuse (const char   *format,
                                    ...) G_GNUC_PRINTF (1, 2);
PatronStatus patron_command_misuse (const char   *format,
                                    ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
