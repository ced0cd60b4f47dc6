/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

/* The only command of the program that draws tables. */

#include "config.h"

#include "patron-command-list.h"

const PatronCommand patron_commands[] = {
  PATRON_PLOT_COMMAND,
  { NULL },
};
