/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PatronAbout:
 * @name: the program's
 * @icon_name: its icon
 * @version: its version
 * @comments: one sentence
 * @developer: who makes it
 * @website: (nullable): its address
 * @issues: (nullable): where to report problems
 * @copyright: the notice
 * @debug_info: (nullable): what helps to find a problem
 *
 * What the about window says of a program under the GPL 3 or later.
 */
typedef struct
{
  const char *name;
  const char *icon_name;
  const char *version;
  const char *comments;
  const char *developer;
  const char *website;
  const char *issues;
  const char *copyright;
  const char *debug_info;
} PatronAbout;

void patron_show_about (GtkWindow         *parent,
                        const PatronAbout *about);

G_END_DECLS
